package reports

import (
	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
)

// view is one period as the figures of a report look at it: how its turns were counted decides where they open.
type view struct {
	period dates.Period
	ruled  bool
	unitID string
	scope  string
}

func (f *periodFacts) look(period dates.Period, ruled bool) view {
	return view{period, ruled, f.unitID, f.paper.inScope()}
}

// within ends the words above a list: which period and place it shows.
func (s view) within(words string) string {
	return document.UpperFirst(words) + ", " + s.period.Label() + s.scope
}

// log opens the log of the period at a part of it.
func (s view) log(words string, f activities.LogFilter) string {
	f.Span, f.UnderID = s.period.Span(), s.unitID
	return logLink(f, s.within(words))
}

// turns opens the turns with these outcomes, of no outcome all that were due: in the fulfilment where rules say who has to
// attend what, else in the log.
func (s view) turns(words string, outcome activities.Outcome) string {
	if s.ruled {
		outcomes := owed
		if outcome != "" {
			outcomes = []activities.Outcome{outcome}
		}
		return cellsLink(fulfilment.CellsFilter{Filter: s.duties(), Outcomes: outcomes}, s.within(words))
	}
	if outcome == "" {
		outcome = activities.Due
	}
	return s.log(words, activities.LogFilter{Outcome: outcome})
}

// heldTurns opens the turns whose meeting was held, of which a rate is a share.
func (s view) heldTurns(words string) string {
	if s.ruled {
		return cellsLink(fulfilment.CellsFilter{Filter: s.duties(), Held: true}, s.within(words))
	}
	return s.log(words, activities.LogFilter{Outcome: activities.Due, State: activities.Held})
}

func (s view) duties() fulfilment.Filter {
	return fulfilment.Filter{Span: s.period.Span(), By: fulfilment.ByOfficer, UnderID: s.unitID}
}

// received opens the matters received in the period.
func (s view) received(words string) string {
	return mattersLink(matters.Number{Filter: matters.Filter{Span: s.period.Span(), UnderID: s.unitID}}, s.within(words))
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
	return document.UpperFirst(words) + ", tính đến ngày " + f.paper.AsOf.Show() + f.paper.inScope()
}
