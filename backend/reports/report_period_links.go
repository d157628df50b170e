package reports

import (
	"cmp"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// view is one period as the figures of a report look at it: how its turns were counted decides where they open.
type view struct {
	expected fulfilment.Filter
	ruled    bool
	asOf     dates.Date
	within   string // ends the words above a list: which period and place it shows
}

func (f *periodFacts) look(period dates.Period, ruled bool) view {
	span := period.Span()
	if period == f.period {
		span = f.paper.Span
	}
	return view{expectedOfOfficers(span, f.unitID), ruled, f.paper.AsOf, ", " + period.Label() + f.paper.inScope()}
}

// expectedOfOfficers asks for what officers and teams had to attend in a span, below a unit or ("") everywhere.
func expectedOfOfficers(span dates.Span, underID string) fulfilment.Filter {
	return fulfilment.Filter{Span: span, By: fulfilment.ByOfficer, UnderID: underID}
}

// log opens the log of the period at a part of it.
func (s view) log(words string, f activities.LogFilter) string {
	f.Span, f.UnderID = s.expected.Span, s.expected.UnderID
	return logLink(f, store.UpperFirst(words)+s.within)
}

// turns opens the turns of an officer or team ("" = of all) with an outcome, of no outcome all that were due: in the
// fulfilment where rules say who has to attend what, else in the log.
func (s view) turns(key, words string, outcome activities.Outcome) string {
	return s.partOfTurns(key, words, turnColumn{outcome: outcome})
}

// partOfTurns opens the turns a column of a table of attendance counts.
func (s view) partOfTurns(key, words string, c turnColumn) string {
	if s.ruled {
		outcomes := owed
		if c.outcome != "" {
			outcomes = []activities.Outcome{c.outcome}
		}
		return s.cells(words, fulfilment.CellsFilter{Key: key, Outcomes: outcomes, Held: c.state == activities.Held, Part: c.part})
	}
	return s.log(words, activities.LogFilter{
		OfficerID: cmp.Or(key, s.expected.OfficerID), Outcome: cmp.Or(c.outcome, activities.Due), State: c.state,
	})
}

// heldTurns opens the turns whose meeting was held, of which a rate is a share.
func (s view) heldTurns(key, words string) string {
	if s.ruled {
		return s.cells(words, fulfilment.CellsFilter{Key: key, Held: true})
	}
	return s.log(
		words,
		activities.LogFilter{OfficerID: cmp.Or(key, s.expected.OfficerID), Outcome: activities.Due, State: activities.Held},
	)
}

// doneTurns opens the turns counted as attended, the part of the rate: without rules no substitute counts.
func (s view) doneTurns(words string) string {
	if s.ruled {
		return s.cells(words, fulfilment.CellsFilter{Part: fulfilment.PartCounted})
	}
	return s.turns("", words, activities.Outcome(activities.Attended))
}

func (s view) cells(words string, f fulfilment.CellsFilter) string {
	f.Filter = s.expected
	return cellsLink(f, store.UpperFirst(words)+s.within)
}

// received opens the matters received in the period.
func (s view) received(words string) string {
	return mattersLink(matters.Number{Filter: matters.Filter{Span: s.expected.Span, UnderID: s.expected.UnderID, AsOf: s.asOf}},
		store.UpperFirst(words)+s.within)
}

// assignedAt opens the register of assignments as of the day of the paper.
func (f *periodFacts) assignedAt(words string) string {
	return registerLink(assignments.RegisterFilter{Day: f.paper.AsOf, UnderID: f.unitID}, f.asOf(words))
}

// coveredAt opens the coverage of that day at the places a number of it counts.
func (f *periodFacts) coveredAt(words string, listed assignments.Listed) string {
	return coverageLink(assignments.CoverageQuery{Day: f.paper.AsOf, UnderID: f.unitID, Listed: listed}, f.asOf(words))
}

func (f *periodFacts) asOf(words string) string {
	return store.UpperFirst(words) + ", tính đến ngày " + f.paper.AsOf.ShowInPaper() + f.paper.inScope()
}
