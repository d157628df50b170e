package matters

import (
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// LetterLine is a letter that passed matters on, as a person picks it.
type LetterLine struct {
	Letter
	Body    string `json:"body"`
	Matters int    `json:"matters"` // still carried: steps that were taken back do not count
}

// Letters lists the letters of a span to one body, or to all with "", the newest first. A letter every matter of which
// was taken back is left out.
func Letters(tx *store.Tx, bodyID string, span dates.Span) ([]LetterLine, error) {
	out := []LetterLine{}
	q := tx.Table("letter l").Joins("JOIN body b ON b.id = l.body_id")
	for _, part := range []struct{ where, value string }{
		{"l.doc_date >= ?", string(span.From)}, {"l.doc_date < ?", string(span.To)}, {"l.body_id = ?", bodyID},
	} {
		if part.value != "" {
			where := part.where
			q = q.Where(where, part.value)
		}
	}
	carried := "(SELECT COUNT(*) FROM matter_step WHERE letter_id = l.id AND event = ? AND " + notUndoneSQL + ") AS matters"
	err := q.Select("l.*, b.name AS body, "+carried, EventRefer).Order("l.doc_date DESC, l.id DESC").Limit(pageLimit).Scan(&out).Error
	return slices.DeleteFunc(out, func(l LetterLine) bool { return l.Matters == 0 }), err
}

// BodyByID reads one body of the directory, also one in the bin, because its papers stay. It returns
// fault.CodeNotFound for an unknown id.
func BodyByID(tx *store.Tx, id string) (Body, error) {
	var b Body
	err := tx.Where("id = ?", id).Take(&b).Error
	if store.Missing(err) {
		return b, errNoBody
	}
	return b, err
}

// BodyMostOverdue gives the id of the body at which most matters are overdue; "" when there is none.
func BodyMostOverdue(tx *store.Tx) (string, error) {
	lines, err := ByBody(tx, Filter{Worklist: PastDue, States: []State{Referred}})
	best, most := "", 0
	for _, l := range lines {
		if l.Received.Value > most {
			best, most = l.Key, l.Received.Value
		}
	}
	return best, err
}

// RuleOn gives the rule of a clock or quota in force on a day; its Amount is 0 when none is set.
func RuleOn(tx *store.Tx, code string, day dates.Date) (Rule, error) {
	c, err := newCalc(tx)
	if err != nil {
		return Rule{}, err
	}
	r := c.ruleOn(code, day)
	r.UnitWord, r.Default = words.ruleUnits.Of(r.Unit), r.Source == dates.SourceDefault
	return r, nil
}
