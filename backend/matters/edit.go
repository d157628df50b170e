package matters

import (
	"fmt"
	"strings"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// edit corrects a matter; the trail says which parts changed, not what they said before.
func edit(tx *store.Tx, in EditInput) (ActionResult, error) {
	m, steps, err := loadMatter(tx, in.ID)
	if err != nil {
		return ActionResult{}, err
	}
	if _, known := lifecycle[m.State][EventEdit]; !known {
		return ActionResult{}, fault.Conflict(refusalText(m, EventEdit))
	}
	var f fault.Fields
	next := *m
	next.RaisedOn, next.ReceivedOn, next.PlaceID = in.RaisedOn, in.ReceivedOn, in.PlaceID
	next.MeetingID, next.ReceptionID = in.MeetingID, in.ReceptionID
	next.Origin, next.ExternalRef = in.Origin, store.CleanLine(in.ExternalRef)
	if err := checkStatement(tx, &f, &next); err != nil {
		return ActionResult{}, err
	}
	if err := checkItem(tx, &f, "item.", &in.Item, next.RaisedOn); err != nil {
		return ActionResult{}, err
	}
	if next.ReceivedOn.Valid() && next.ReceivedOn.Year() != m.Year {
		f.Add("receivedOn", fmt.Sprintf("Kiến nghị đã vào sổ năm %d nên ngày tiếp nhận phải trong năm đó.", m.Year))
	}
	for _, s := range effectiveSteps(steps)[1:] {
		if next.ReceivedOn > s.Day {
			f.Add(
				"receivedOn",
				fmt.Sprintf(
					"Đã có việc “%s” ngày %s; ngày tiếp nhận không thể sau ngày đó.",
					store.LowerFirst(s.Event.Word()),
					s.Day.Show(),
				),
			)
		}
	}
	if err := f.Err(); err != nil {
		return ActionResult{}, err
	}
	next.setItem(in.Item)
	c, err := newCalc(tx)
	if err != nil {
		return ActionResult{}, err
	}
	changed := changedParts(m, &next)
	if len(changed) == 0 {
		tx.Audit(m.ID, fmt.Sprintf("Xem lại kiến nghị số %s, không sửa gì.", m.No()))
		return c.actionResult([]string{m.ID})
	}
	if _, err := c.applyStep(&next, steps, Step{Event: EventEdit, Text: "Sửa " + strings.Join(changed, ", ")}); err != nil {
		return ActionResult{}, err
	}
	if err := c.updateSearchIndex(&next); err != nil {
		return ActionResult{}, err
	}
	if err := c.sumVoices(m.ID); err != nil {
		return ActionResult{}, err
	}
	tx.Audit(m.ID, fmt.Sprintf("Sửa kiến nghị số %s: %s.%s", m.No(), strings.Join(changed, ", "), guard.Kept(in.Item.GuardReason)))
	return c.actionResult([]string{m.ID})
}

// changedParts names in Vietnamese what differs between the recorded matter and the corrected one.
func changedParts(a, b *Matter) []string {
	out := []string{}
	for _, c := range []struct {
		differs bool
		word    string
	}{
		{a.RaisedOn != b.RaisedOn, "ngày nêu"}, {a.ReceivedOn != b.ReceivedOn, "ngày tiếp nhận"}, {a.PlaceID != b.PlaceID, "địa bàn"},
		{a.MeetingID != b.MeetingID || a.ReceptionID != b.ReceptionID || a.Origin != b.Origin, "nguồn"},
		{a.ExternalRef != b.ExternalRef, "số ở sổ khác"},
		{a.Kind != b.Kind, "loại"}, {a.FieldCode != b.FieldCode, "lĩnh vực"}, {a.CriterionID != b.CriterionID, "tiêu chí"},
		{a.Summary != b.Summary, "nội dung"},
		{a.Proposal != b.Proposal, "đề nghị"}, {a.Voices != b.Voices, "số ý kiến"},
		{a.Households != b.Households, "số hộ"}, {a.Urgent != b.Urgent, "mức khẩn"},
	} {
		if c.differs {
			out = append(out, c.word)
		}
	}
	return out
}

// split gives the parts of a matter numbers of their own; the first part stays.
func split(tx *store.Tx, in SplitInput) (ActionResult, error) {
	m, steps, err := loadMatter(tx, in.ID)
	if err != nil {
		return ActionResult{}, err
	}
	var f fault.Fields
	if len(in.Parts) < 2 {
		f.Add("parts", "Hãy ghi ít nhất hai phần.")
	}
	for i := range in.Parts {
		if err := checkItem(tx, &f, fmt.Sprintf("parts.%d.", i), &in.Parts[i], m.RaisedOn); err != nil {
			return ActionResult{}, err
		}
	}
	if err := f.Err(); err != nil {
		return ActionResult{}, err
	}
	c, err := newCalc(tx)
	if err != nil {
		return ActionResult{}, err
	}
	if m.StatementID == "" {
		m.StatementID = store.NewID()
	}
	head := Matter{RaisedOn: m.RaisedOn, ReceivedOn: m.ReceivedOn, PlaceID: m.PlaceID, MeetingID: m.MeetingID, ReceptionID: m.ReceptionID,
		Origin: m.Origin, ExternalRef: m.ExternalRef, StatementID: m.StatementID}
	m.setItem(in.Parts[0])
	if _, err := c.applyStep(m, steps, Step{Event: EventSplit, Text: fmt.Sprintf("Tách thành %d", len(in.Parts))}); err != nil {
		return ActionResult{}, err
	}
	if err := c.updateSearchIndex(m); err != nil {
		return ActionResult{}, err
	}
	if err := c.sumVoices(m.ID); err != nil {
		return ActionResult{}, err
	}
	ids := []string{m.ID}
	for i, part := range in.Parts[1:] {
		made, err := c.recordMatter(head, part)
		if err != nil {
			return ActionResult{}, fault.Under(err, fmt.Sprintf("parts.%d.", i+1))
		}
		ids = append(ids, made.ID)
	}
	out, err := c.actionResult(ids)
	if err == nil {
		tx.Audit(m.ID, fmt.Sprintf("Tách kiến nghị số %s thành: %s.", m.No(), listNumbers(out.Items)))
	}
	return out, err
}

// listNumbers joins register numbers for a sentence of the trail.
func listNumbers(rows []Row) string {
	var out []string
	for i, r := range rows {
		if i == 10 {
			return fmt.Sprintf("%s và %d kiến nghị nữa", strings.Join(out, ", "), len(rows)-i)
		}
		out = append(out, r.NoText)
	}
	return strings.Join(out, ", ")
}

// checkFreeText cleans a text of an event. It returns fault.CodeInvalid for a text that is too long, or that looks like a
// person's data and comes without a reason.
func checkFreeText(tx *store.Tx, text *string, field, reason string) error {
	var f fault.Fields
	*text = store.Clean(*text)
	f.LimitText(field, "Nội dung", *text, textLimit)
	if err := guard.Field(tx, &f, field, *text, reason); err != nil {
		return err
	}
	return f.Err()
}
