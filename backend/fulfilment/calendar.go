package fulfilment

import (
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Calendar is the days of a span with their meetings, and for each of them, in the same order, the duties due without one.
type Calendar struct {
	Days []activities.CalendarDay `json:"days"`
	Due  []DueDay                 `json:"due"`
}

// DueDay is what the duties ask for on one day for which no meeting is recorded or planned.
type DueDay struct {
	Due       []DueDuty `json:"due"` // at most dayLimit of DueCount
	DueCount  int       `json:"dueCount"`
	Suspended int       `json:"suspended"` // due duties that are suspended
}

// DueDuty is a duty with a fixed day for which no meeting is recorded or planned yet.
type DueDuty struct {
	RuleID   string `json:"ruleId"`
	RuleName string `json:"ruleName"`
	UnitID   string `json:"unitId"`
	Unit     string `json:"unit"`
	Officer  string `json:"officer"`
}

// dayLimit is how many duties one day lists.
const dayLimit = 30

// CalendarOf gives the days of a span with their meetings and due duties. Faults: Invalid for a span without both ends or
// longer than two months.
func CalendarOf(tx *store.Tx, f activities.CalendarFilter) (Calendar, error) {
	met, err := activities.CalendarOf(tx, f)
	out := Calendar{Days: met.Days, Due: make([]DueDay, len(met.Days))}
	if err != nil {
		return out, err
	}
	for i := range out.Due {
		out.Due[i].Due = []DueDuty{}
	}
	return out, out.addDue(tx, f)
}

// addDue adds the duties with a fixed day in the span that have no meeting.
func (c *Calendar) addDue(tx *store.Tx, f activities.CalendarFilter) error {
	r, err := evaluate(tx, Filter{Span: f.Span, UnderID: f.UnderID, OfficerID: f.OfficerID})
	if err != nil {
		return err
	}
	first := dates.DayNumber(f.Span.From)
	var cells []Cell
	r.eachOccurrence(func(o *occurrence) {
		if !o.turn.Due || o.meeting >= 0 {
			return
		}
		d := &c.Due[o.day-first]
		if o.outcome == activities.OnHold {
			d.Suspended++
			return
		}
		if d.DueCount++; d.DueCount <= dayLimit {
			cells = append(cells, r.cellOf(o))
		}
	})
	if err := nameCells(tx, cells); err != nil {
		return err
	}
	for _, cell := range cells {
		d := &c.Due[dates.DayNumber(cell.Day)-first]
		d.Due = append(
			d.Due,
			DueDuty{RuleID: cell.RuleID, RuleName: cell.RuleName, UnitID: cell.UnitID, Unit: cell.UnitLabel, Officer: cell.OfficerName},
		)
	}
	return nil
}
