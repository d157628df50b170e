package duties

import (
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Expectation is one expected occurrence before any meeting is known: what the calendar and reminders show.
type Expectation struct {
	RuleID       string     `json:"ruleId"`
	RuleName     string     `json:"ruleName"`
	Activity     Activity   `json:"activity"`
	AssignmentID string     `json:"assignmentId"` // "" = duty of the place
	OfficerID    string     `json:"officerId"`
	TeamID       string     `json:"teamId"`
	UnitID       string     `json:"unitId"`
	TurnKey      string     `json:"turnKey"`
	TurnLabel    string     `json:"turnLabel"`
	Turn         dates.Span `json:"turn"`
	Due          dates.Date `json:"due"` // fixed day; "" = any day of the turn
	Day          dates.Date `json:"day"` // Due, else the middle of the share, see Turn
	Suspended    bool       `json:"suspended"`
}

// Expected lists the occurrences whose day lies in the span. Fulfilment, which sees the meetings too, works on the same
// DutyIndex. Faults: those of LoadDutyIndex.
func Expected(tx *store.Tx, f Filter) ([]Expectation, error) {
	x, err := LoadDutyIndex(tx, f)
	if err != nil {
		return nil, err
	}
	out := []Expectation{}
	for i := range x.Duties {
		d := &x.Duties[i]
		rule := &x.Rules[d.Rule]
		for _, t := range rule.Turns {
			for _, day := range t.Days {
				if !x.Counts(d, day) {
					continue
				}
				e := Expectation{
					RuleID:    rule.ID,
					RuleName:  rule.Name,
					Activity:  rule.Activity,
					UnitID:    x.UnitIDs[d.Unit],
					TurnKey:   t.Key,
					TurnLabel: t.Label,
					Turn: dates.Span{
						From: dates.DateOf(t.Span.From),
						To:   dates.DateOf(t.Span.To),
					},
					Day:       dates.DateOf(day),
					Suspended: x.Paused(d.Unit, rule.Activity, day),
				}
				if t.Due {
					e.Due = e.Day
				}
				if d.Assigned >= 0 {
					p := &x.Assigned[d.Assigned]
					e.AssignmentID = p.ID
					if p.Officer >= 0 {
						e.OfficerID = x.OfficerIDs[p.Officer]
					} else {
						e.TeamID = x.TeamIDs[p.Team]
					}
				}
				out = append(out, e)
			}
		}
	}
	return out, nil
}

// CountExpected counts expected occurrences of each unit without listing them; suspended ones do not count.
func CountExpected(tx *store.Tx, f Filter) (map[string]int, error) {
	x, err := LoadDutyIndex(tx, f)
	if err != nil {
		return nil, err
	}
	out := map[string]int{}
	for i := range x.Duties {
		d := &x.Duties[i]
		rule, n := &x.Rules[d.Rule], 0
		for _, t := range rule.Turns {
			for _, day := range t.Days {
				if x.Counts(d, day) && !x.Paused(d.Unit, rule.Activity, day) {
					n++
				}
			}
		}
		if n > 0 {
			out[x.UnitIDs[d.Unit]] += n
		}
	}
	return out, nil
}
