package activities

import (
	"fmt"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// askReason tells the page that a reason of the list would let the marked texts be saved.
const askReason = "Hãy viết lại chỗ được nhắc, hoặc chọn lý do giữ nguyên."

// guardTexts refuses free text that looks like the data of a person of the place, unless a reason is given. What is stored
// already was judged when it was typed, so correcting a number does not ask for the reason a second time.
func (w *meetingSave) guardTexts(f *fault.Fields) error {
	if w.textsJudged {
		return nil
	}
	stored, err := w.storedTexts()
	if err != nil {
		return err
	}
	type text struct{ field, text string }
	texts := []text{{"place", w.in.Place}, {"stateReason", w.in.StateReason}, {"note", w.in.Note}}
	for i, a := range w.in.Attendances {
		texts = append(texts, text{fmt.Sprintf("attendances.%d.reason", i), a.Reason})
	}
	for i, c := range w.in.Contributions {
		texts = append(texts, text{fmt.Sprintf("contributions.%d.summary", i), c.Summary})
	}
	for i, topic := range w.in.Conveyances {
		texts = append(texts, text{fmt.Sprintf("conveyances.%d", i), topic})
	}
	for _, t := range texts {
		if stored[t.text] {
			continue
		}
		if err := guardText(w.tx, f, t.field, t.text, w.in.GuardReason); err != nil {
			return err
		}
	}
	return nil
}

// guardText looks at one text and, when it is refused, says that a reason may be given.
func guardText(tx *store.Tx, f *fault.Fields, field, text, reason string) error {
	var own fault.Fields
	if err := guard.Field(tx, &own, field, text, reason); err != nil {
		return err
	}
	refused := own.Err()
	if err := f.Take(refused, nil); err != nil || refused == nil {
		return err
	}
	f.Add("guardReason", askReason)
	return nil
}

// storedTexts are the texts this entry has at the moment; "" is always among them.
func (w *meetingSave) storedTexts() (map[string]bool, error) {
	known := map[string]bool{"": true, w.old.Place: true, w.old.StateReason: true, w.old.Note: true}
	if w.in.ID == "" {
		return known, nil
	}
	for _, part := range []struct{ table, column string }{{"attendance", "reason"}, {"contribution", "summary"}, {"conveyance", "topic"}} {
		var texts []string
		if err := w.tx.Table(part.table).Where("meeting_id = ?", w.in.ID).Pluck(part.column, &texts).Error; err != nil {
			return nil, err
		}
		for _, text := range texts {
			known[text] = true
		}
	}
	return known, nil
}
