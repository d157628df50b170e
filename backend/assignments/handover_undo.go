package assignments

import (
	"encoding/json"

	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// UndoHandover takes a handover back: whoever left is in charge again, the decision it made leaves the register, planned
// meetings return. Faults: not_found; conflict when it was taken back already or something later stands on it.
func UndoHandover(tx *store.Tx, id string) error {
	h, err := findHandover(tx, id)
	if err != nil {
		return err
	}
	if h.UndoneAt != "" {
		return fault.Conflict("Lần bàn giao này đã được hoàn tác rồi.")
	}
	h.UndoneAt = tx.NowText()
	if err := tx.Save(&h).Error; err != nil {
		return err
	}
	if err := undoMoveHooks(tx, h.ID); err != nil {
		return err
	}
	if err := undoSeats(tx, h); err != nil {
		return err
	}
	if err := undoDecision(tx, h); err != nil {
		return err
	}
	if h.DecisionID == "" {
		if err := undoEnds(tx, h.ID); err != nil {
			return err
		}
	}
	tx.Audit(h.ID, "Hoàn tác lần bàn giao ngày "+h.On.Show()+".")
	return nil
}

// undoDecision withdraws the decision; a draft becomes what it was, a decision the handover made goes to the bin.
func undoDecision(tx *store.Tx, h Handover) error {
	if h.DecisionID == "" {
		return nil
	}
	d, err := withdraw(tx, h.DecisionID)
	if err != nil {
		return err
	}
	if h.DecisionWas == "" {
		return deleteDraft(tx, d.ID)
	}
	var was Decision
	if err := json.Unmarshal([]byte(h.DecisionWas), &was); err != nil {
		return err
	}
	was.CreatedAt = d.CreatedAt
	was.Fold = store.Fold(was.NumberText() + " " + was.Issuer + " " + was.Subject)
	return tx.Save(&was).Error
}

func undoEnds(tx *store.Tx, id string) error {
	var gone []handoverRow
	if err := tx.Where("handover_id = ? AND assignment_id <> ''", id).Order("row").Find(&gone).Error; err != nil {
		return err
	}
	for _, g := range gone {
		a, err := findAssignment(tx, g.AssignmentID)
		if err != nil {
			return err
		}
		if a.ValidTo == "" {
			continue // reopened by hand meanwhile
		}
		if err := reopen(tx, a.ID); err != nil {
			return err
		}
	}
	return nil
}

func findHandover(tx *store.Tx, id string) (Handover, error) {
	var h Handover
	err := tx.Where("id = ?", id).Take(&h).Error
	if store.Missing(err) {
		return h, fault.NotFound("Không có lần bàn giao này. Hãy tải lại danh sách.")
	}
	return h, err
}

// Handovers lists handovers, newest first. What is open at the places is left to HandoverOf.
func Handovers(tx *store.Tx, f HandoverFilter) (HandoverPage, error) {
	page := HandoverPage{Items: []HandoverDone{}}
	query := tx.Model(&Handover{})
	if f.OfficerID != "" {
		query = query.Where(
			"officer_id = ? OR id IN (SELECT handover_id FROM handover_line WHERE successor_id = ?)",
			f.OfficerID,
			f.OfficerID,
		)
	}
	if !f.Undone {
		query = query.Where("undone_at = ''")
	}
	var total int64
	if err := query.Count(&total).Error; err != nil {
		return page, err
	}
	page.Total = int(total)
	if f.Limit <= 0 {
		f.Limit = 50
	}
	var rows []Handover
	if err := query.Order("handed_on DESC, id DESC").Limit(f.Limit).Find(&rows).Error; err != nil {
		return page, err
	}
	for _, h := range rows {
		done, err := describeHandover(tx, h)
		if err != nil {
			return page, err
		}
		page.Items = append(page.Items, done)
	}
	return page, nil
}

// HandoverOf reads one handover with what is open at its places at this moment: R25 prints it.
func HandoverOf(tx *store.Tx, id string) (HandoverDone, error) {
	h, err := findHandover(tx, id)
	if err != nil {
		return HandoverDone{}, err
	}
	done, err := describeHandover(tx, h)
	if err != nil {
		return done, err
	}
	held := []HeldPlace{}
	for _, g := range done.Lines {
		if g.TargetID != "" {
			held = append(held, HeldPlace{g.FreshID, g.Successor.ID, g.TargetID, h.On})
		}
	}
	open, err := OpenAt(tx, held)
	for i := range done.Lines {
		done.Lines[i].Items = append(done.Lines[i].Items, open[done.Lines[i].TargetID]...)
	}
	return done, err
}

// describeHandover names the people and places of a handover as of its day.
func describeHandover(tx *store.Tx, h Handover) (HandoverDone, error) {
	done := HandoverDone{
		ID:         h.ID,
		On:         h.On,
		Reason:     h.Reason,
		ReasonWord: h.Reason.Word(),
		Note:       h.Note,
		DecisionID: h.DecisionID,
		Lines:      []HandoverGone{},
		Undone:     h.UndoneAt != "",
		CreatedAt:  h.CreatedAt,
	}
	var gone []handoverRow
	if err := tx.Where("handover_id = ?", h.ID).Order("row").Find(&gone).Error; err != nil {
		return done, err
	}
	if h.DecisionID != "" {
		var d Decision
		if err := tx.Select("id, number, symbol, doc_date").Where("id = ?", h.DecisionID).Take(&d).Error; err != nil {
			return done, err
		}
		done.DecisionNumber, done.DecisionDate = d.NumberText(), d.DocDate
	}
	people, places := []string{}, []string{}
	for _, g := range gone {
		people, places = append(people, g.SuccessorID), append(places, g.TargetID)
	}
	left, err := officers.Refs(tx, []string{h.OfficerID}, h.On.AddDays(-1))
	if err != nil {
		return done, err
	}
	who, err := officers.Refs(tx, people, h.On)
	if err != nil {
		return done, err
	}
	where, err := units.Refs(tx, places, h.On)
	if err != nil {
		return done, err
	}
	kinds, err := kindsByID(tx)
	if err != nil {
		return done, err
	}
	teams, err := teamNames(tx)
	if err != nil {
		return done, err
	}
	done.Officer = left[h.OfficerID]
	for _, g := range gone {
		if g.SuccessorID == "" && g.TargetID != "" {
			done.Vacant++
		}
		done.Lines = append(
			done.Lines,
			HandoverGone{
				AssignmentID: g.AssignmentID,
				FreshID:      g.FreshID,
				KindName:     kinds[g.KindID].Name,
				TeamID:       g.TeamID,
				TeamName:     teams[g.TeamID],
				TargetID:     g.TargetID,
				TargetLabel:  where[g.TargetID].Label,
				Successor:    who[g.SuccessorID],
				NothingOpen:  g.NothingOpen,
				Items:        []OpenItem{},
			},
		)
	}
	return done, nil
}
