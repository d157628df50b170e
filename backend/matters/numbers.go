package matters

import (
	"cmp"
	"slices"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// letterNumber is a number of the office that an action notes, with the day of its paper; "" = none.
type letterNumber struct {
	text string
	day  dates.Date
}

func firstDay(days ...dates.Date) dates.Date { return cmp.Or(days...) }

// askNumbers does an action and then asks about the numbers it noted: whatever can be refused was refused before.
func askNumbers(tx *store.Tx, numbers []letterNumber, accepted []string, act func() (ActionResult, error)) (ActionResult, error) {
	done, err := act()
	if err != nil {
		return ActionResult{}, err
	}
	var odd []string
	for _, n := range numbers {
		found, err := units.OddNumber(tx, store.CleanLine(n.text), cmp.Or(n.day, tx.Today))
		if err != nil {
			return ActionResult{}, err
		}
		odd = append(odd, found...)
	}
	return done, fault.Ask(slices.Compact(odd), accepted)
}

// ask notes a paper of the office itself.
func (in DocInput) ask(tx *store.Tx, e Event) (ActionResult, error) {
	return askNumbers(
		tx,
		[]letterNumber{{in.DocNumber, firstDay(in.DocDate, in.Day)}},
		in.Accepted,
		func() (ActionResult, error) { return ApplyPaperEvent(tx, e, in) },
	)
}

// letters lists the letters by which matters are passed on as they are recorded.
func (in RecordInput) letters() []letterNumber {
	out := []letterNumber{}
	for _, item := range in.Items {
		if item.ReferTo.BodyID != "" {
			out = append(out, letterNumber{item.ReferTo.DocNumber, firstDay(item.ReferTo.Day, in.ReceivedOn, in.RaisedOn)})
		}
	}
	return out
}

// NextNumber proposes the number of a paper of the office about matters: the one that follows in the series the last paper of
// this kind stands in. Before the first one it is a công văn of the committee. "" when nothing can be proposed.
func (s *Service) NextNumber(event Event, day dates.Date) (string, error) {
	return access.Read(
		s.gate,
		"matters.NextNumber",
		func(tx *store.Tx) (string, error) { return nextNumber(tx, event, cmp.Or(day, tx.Today)) },
	)
}

func nextNumber(tx *store.Tx, event Event, day dates.Date) (string, error) {
	if ownPaperKinds[event] == "" || !day.Valid() {
		return "", nil
	}
	var last []string
	err := tx.Table("matter_step").Where("event = ? AND doc_number <> ''", event).Where(notUndoneSQL).
		Order("doc_date DESC, id DESC").Limit(1).Pluck("doc_number", &last).Error
	if err != nil {
		return "", err
	}
	office, err := units.TheOffice(tx)
	if err != nil {
		return "", err
	}
	for _, like := range append(last, "1-CV/"+office.Symbol) {
		next, err := units.NextNumber(tx, like, day)
		if next != "" || err != nil {
			return next, err
		}
	}
	return "", nil
}
