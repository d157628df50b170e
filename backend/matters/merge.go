package matters

import (
	"fmt"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Merge merges duplicates into one matter. The duplicates keep their number and text; their voices count for the other.
// Faults as AnswerOnSpot.
func Merge(tx *store.Tx, in MergeInput) (ActionResult, error) {
	into, _, err := loadMatter(tx, in.IntoID)
	if err != nil {
		if fault.Is(err, fault.CodeNotFound) {
			return ActionResult{}, fault.Invalid("intoId", "Hãy chọn kiến nghị để nhập vào.")
		}
		return ActionResult{}, err
	}
	if into.State == Merged || into.State == OutOfScope {
		return ActionResult{}, fault.Invalid(
			"intoId",
			fmt.Sprintf(
				"Kiến nghị số %s đang ở tình trạng “%s” nên không nhập vào đó được. Hãy chọn kiến nghị khác.",
				into.No(),
				into.State.Word(),
			),
		)
	}
	_, err = applyToEach(tx, in.MatterIDs, func(m *Matter) (Step, error) {
		s := Step{Event: EventMerge, Day: in.Day, OtherID: into.ID}
		if m.ID == into.ID {
			return s, fault.Invalid("intoId", "Hãy chọn một kiến nghị khác để nhập vào.")
		}
		if _, known := lifecycle[m.State][EventMerge]; !known {
			return s, fault.Conflict(refusalText(m, EventMerge))
		}
		return s, tx.Create(&Link{ID: store.NewID(), FromID: m.ID, ToID: into.ID, Kind: DuplicateOf, CreatedAt: tx.NowText()}).Error
	})
	if err != nil {
		return ActionResult{}, err
	}
	c, err := newCalc(tx)
	if err != nil {
		return ActionResult{}, err
	}
	if err := c.sumVoices(into.ID); err != nil {
		return ActionResult{}, err
	}
	out, err := c.actionResult(append([]string{into.ID}, in.MatterIDs...))
	if err == nil {
		tx.Audit(into.ID, fmt.Sprintf("Nhập vào kiến nghị số %s các ý kiến trùng: %s.", into.No(), listNumbers(out.Items[1:])))
	}
	return out, err
}

func unmerge(tx *store.Tx, in DayInput) (ActionResult, error) {
	parents := []string{}
	out, err := applyToEach(tx, in.MatterIDs, func(m *Matter) (Step, error) {
		s := Step{Event: EventUnmerge, Day: in.Day, OtherID: m.MergedInto, Text: in.Text}
		if m.State != Merged {
			return s, fault.Conflict(refusalText(m, EventUnmerge))
		}
		parents = append(parents, m.MergedInto)
		return s, tx.Model(&Link{}).
			Where("from_id = ? AND to_id = ? AND kind = ? AND ended_at = ''", m.ID, m.MergedInto, DuplicateOf).
			Update("ended_at", tx.NowText()).
			Error
	})
	if err != nil {
		return ActionResult{}, err
	}
	c, err := newCalc(tx)
	if err != nil {
		return ActionResult{}, err
	}
	for _, id := range parents {
		if err := c.sumVoices(id); err != nil {
			return ActionResult{}, err
		}
	}
	return auditEvent(tx, EventUnmerge, in.GuardReason, out, nil)
}

// sumVoices adds up the voices of a matter and of everything merged into it, and so on up, should it be merged itself.
func (c *calc) sumVoices(id string) error {
	for range maxMattersPerAction { // a circle cannot arise; should it ever be in the data, this ends
		var m Matter
		if err := c.tx.Where("id = ?", id).Take(&m).Error; err != nil {
			return err
		}
		var merged int
		if err := c.tx.Model(&Matter{}).
			Where("merged_into = ?", id).
			Select("COALESCE(SUM(total_voices), 0)").
			Scan(&merged).
			Error; err != nil {
			return err
		}
		if err := c.tx.Model(&Matter{}).Where("id = ?", id).Update("total_voices", m.Voices+merged).Error; err != nil {
			return err
		}
		if m.MergedInto == "" {
			return nil
		}
		id = m.MergedInto
	}
	return nil
}

func relate(tx *store.Tx, fromID, toID string) error {
	a, _, err := loadMatter(tx, fromID)
	if err != nil {
		return err
	}
	c, _, err := loadMatter(tx, toID)
	if err != nil {
		return err
	}
	if a.ID == c.ID {
		return fault.Invalid("toId", "Hãy chọn một kiến nghị khác.")
	}
	var n int64
	if err := tx.Model(&Link{}).
		Where("kind = ? AND ended_at = '' AND ((from_id = ? AND to_id = ?) OR (from_id = ? AND to_id = ?))", Related, a.ID, c.ID, c.ID, a.ID).
		Count(&n).
		Error; err != nil {
		return err
	}
	if n > 0 {
		tx.Audit(a.ID, fmt.Sprintf("Kiến nghị số %s và %s đã được ghi có liên quan từ trước.", a.No(), c.No()))
		return nil
	}
	tx.Audit(a.ID, fmt.Sprintf("Ghi kiến nghị số %s và %s có liên quan.", a.No(), c.No()))
	return tx.Create(&Link{ID: store.NewID(), FromID: a.ID, ToID: c.ID, Kind: Related, CreatedAt: tx.NowText()}).Error
}

func unrelate(tx *store.Tx, fromID, toID string) error {
	tx.Audit(fromID, "Bỏ liên kết giữa hai kiến nghị.")
	return tx.Model(&Link{}).
		Where("kind = ? AND ended_at = '' AND ((from_id = ? AND to_id = ?) OR (from_id = ? AND to_id = ?))", Related, fromID, toID, toID, fromID).
		Update("ended_at", tx.NowText()).
		Error
}
