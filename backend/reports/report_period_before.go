package reports

import (
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// earlier holds what a period is compared with: the same numbers, counted the same way, of a period before.
type earlier struct {
	period  dates.Period
	held    int
	turns   turns
	ruled   bool
	matters int
}

// nothing tells that there are no records to compare with.
func (e earlier) nothing() bool { return e.held == 0 && e.turns.due == 0 && e.matters == 0 }

// earlierFigures counts only what is compared; the records of a whole year need not be read for three numbers.
func (p Paper) earlierFigures(tx *store.Tx, period dates.Period, underID string) (e earlier, err error) {
	span := period.Span()
	e.period = period
	if e.held, err = activities.Count(tx, activities.LogFilter{Span: span, UnderID: underID, State: activities.Held}, 0); err != nil {
		return e, err
	}
	attended, err := turnsFor(tx, expectedOfOfficers(span, underID))
	if err != nil {
		return e, err
	}
	e.turns, e.ruled = attended.turns, attended.ruled
	total, err := matters.Total(tx, matters.Filter{Span: span, UnderID: underID, AsOf: p.AsOf})
	e.matters = total.Received.Value
	return e, err
}
