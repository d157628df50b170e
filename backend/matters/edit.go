package matters

import (
	"fmt"
	"strings"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// edit corrects a matter; the trail says which parts changed, not what they said before.
func edit(tx *store.Tx, in EditInput) (Done, error) {
	m, steps, err := load(tx, in.ID)
	if err != nil {
		return Done{}, err
	}
	if _, known := lifecycle[m.State][Edit]; !known {
		return Done{}, fault.Conflict(refusal(m, Edit))
	}
	var f fault.Fields
	next := *m
	next.RaisedOn, next.ReceivedOn, next.PlaceID, next.MeetingID, next.ReceptionID = in.RaisedOn, in.ReceivedOn, in.PlaceID, in.MeetingID, in.ReceptionID
	next.Origin, next.ExternalRef = in.Origin, store.CleanLine(in.ExternalRef)
	if err := checkHead(tx, &f, &next); err != nil {
		return Done{}, err
	}
	if err := checkItem(tx, &f, "item.", &in.Item, next.RaisedOn); err != nil {
		return Done{}, err
	}
	if next.ReceivedOn.Valid() && next.ReceivedOn.Year() != m.Year {
		f.Add("receivedOn", fmt.Sprintf("Kiến nghị đã vào sổ năm %d nên ngày tiếp nhận phải trong năm đó.", m.Year))
	}
	for _, s := range standing(steps)[1:] {
		if next.ReceivedOn > s.Day {
			f.Add(
				"receivedOn",
				fmt.Sprintf("Đã có việc “%s” ngày %s; ngày tiếp nhận không thể sau ngày đó.", lowerFirst(s.Event.Word()), s.Day.Show()),
			)
		}
	}
	if err := f.Err(); err != nil {
		return Done{}, err
	}
	next.put(in.Item)
	b, err := open(tx)
	if err != nil {
		return Done{}, err
	}
	changed := changes(m, &next)
	if len(changed) == 0 {
		return b.done([]string{m.ID})
	}
	if _, err := b.apply(&next, steps, Step{Event: Edit, Text: "Sửa " + strings.Join(changed, ", ")}); err != nil {
		return Done{}, err
	}
	if err := b.index(&next); err != nil {
		return Done{}, err
	}
	if err := b.sumVoices(m.ID); err != nil {
		return Done{}, err
	}
	tx.Audit(m.ID, fmt.Sprintf("Sửa kiến nghị số %s: %s.%s", m.No(), strings.Join(changed, ", "), guard.Kept(in.Item.GuardReason)))
	return b.done([]string{m.ID})
}

// changes names what differs.
func changes(a, b *Matter) []string {
	out := []string{}
	for _, c := range []struct {
		differs bool
		word    string
	}{
		{a.RaisedOn != b.RaisedOn, "ngày nêu"}, {a.ReceivedOn != b.ReceivedOn, "ngày tiếp nhận"}, {a.PlaceID != b.PlaceID, "địa bàn"},
		{a.MeetingID != b.MeetingID || a.ReceptionID != b.ReceptionID || a.Origin != b.Origin, "nguồn"}, {a.ExternalRef != b.ExternalRef, "số ở sổ khác"},
		{a.Kind != b.Kind, "loại"}, {a.FieldCode != b.FieldCode, "lĩnh vực"}, {a.CriterionID != b.CriterionID, "tiêu chí"}, {a.Summary != b.Summary, "nội dung"},
		{a.Proposal != b.Proposal, "đề nghị"}, {a.Voices != b.Voices, "số ý kiến"}, {a.Households != b.Households, "số hộ"}, {a.Urgent != b.Urgent, "mức khẩn"},
	} {
		if c.differs {
			out = append(out, c.word)
		}
	}
	return out
}

// split gives the parts of a matter numbers of their own; the first part stays.
func split(tx *store.Tx, in SplitInput) (Done, error) {
	m, steps, err := load(tx, in.ID)
	if err != nil {
		return Done{}, err
	}
	var f fault.Fields
	if len(in.Parts) < 2 {
		f.Add("parts", "Hãy ghi ít nhất hai phần.")
	}
	for i := range in.Parts {
		if err := checkItem(tx, &f, fmt.Sprintf("parts.%d.", i), &in.Parts[i], m.RaisedOn); err != nil {
			return Done{}, err
		}
	}
	if err := f.Err(); err != nil {
		return Done{}, err
	}
	b, err := open(tx)
	if err != nil {
		return Done{}, err
	}
	if m.StatementID == "" {
		m.StatementID = store.NewID()
	}
	head := Matter{RaisedOn: m.RaisedOn, ReceivedOn: m.ReceivedOn, PlaceID: m.PlaceID, MeetingID: m.MeetingID, ReceptionID: m.ReceptionID,
		Origin: m.Origin, ExternalRef: m.ExternalRef, StatementID: m.StatementID}
	m.put(in.Parts[0])
	if _, err := b.apply(m, steps, Step{Event: Split, Text: fmt.Sprintf("Tách thành %d", len(in.Parts))}); err != nil {
		return Done{}, err
	}
	if err := b.index(m); err != nil {
		return Done{}, err
	}
	if err := b.sumVoices(m.ID); err != nil {
		return Done{}, err
	}
	ids := []string{m.ID}
	for i, part := range in.Parts[1:] {
		made, err := b.record(head, part)
		if err != nil {
			return Done{}, fault.Under(err, fmt.Sprintf("parts.%d.", i+1))
		}
		ids = append(ids, made.ID)
	}
	out, err := b.done(ids)
	if err == nil {
		tx.Audit(m.ID, fmt.Sprintf("Tách kiến nghị số %s thành: %s.", m.No(), numbersOf(out.Items)))
	}
	return out, err
}

// numbersOf lists register numbers for a sentence of the trail.
func numbersOf(rows []Row) string {
	var out []string
	for i, r := range rows {
		if i == 10 {
			return fmt.Sprintf("%s và %d kiến nghị nữa", strings.Join(out, ", "), len(rows)-i)
		}
		out = append(out, r.NoText)
	}
	return strings.Join(out, ", ")
}

// guarded cleans a text of an event and refuses it when it names a person.
func guarded(tx *store.Tx, text *string, field, reason string) error {
	var f fault.Fields
	*text = store.Clean(*text)
	f.LimitText(field, "Nội dung", *text, textLimit)
	if err := guard.Field(tx, &f, field, *text, reason); err != nil {
		return err
	}
	return f.Err()
}
