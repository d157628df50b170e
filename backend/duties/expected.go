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

// Expected lists the occurrences whose day lies in the span. Activities, which know the meetings, reckon on the same
// ground; see Survey.
func Expected(tx *store.Tx, f Filter) ([]Expectation, error) {
	g, err := LoadDutyIndex(tx, f)
	if err != nil {
		return nil, err
	}
	out := []Expectation{}
	for i := range g.Duties {
		d := &g.Duties[i]
		law := &g.Rules[d.Rule]
		for _, t := range law.Turns {
			for _, day := range t.Days {
				if !g.Counts(d, day) {
					continue
				}
				e := Expectation{
					RuleID:    law.ID,
					RuleName:  law.Name,
					Activity:  law.Activity,
					UnitID:    g.UnitIDs[d.Unit],
					TurnKey:   t.Key,
					TurnLabel: t.Label,
					Turn: dates.Span{
						From: dates.DateOf(t.Span.From),
						To:   dates.DateOf(t.Span.To),
					},
					Day:       dates.DateOf(day),
					Suspended: g.Paused(d.Unit, law.Activity, day),
				}
				if t.Due {
					e.Due = e.Day
				}
				if d.Assigned >= 0 {
					p := &g.Assigned[d.Assigned]
					e.AssignmentID = p.ID
					if p.Officer >= 0 {
						e.OfficerID = g.OfficerIDs[p.Officer]
					} else {
						e.TeamID = g.TeamIDs[p.Team]
					}
				}
				out = append(out, e)
			}
		}
	}
	return out, nil
}

// Sums counts expected occurrences of each place without listing them.
func CountExpected(tx *store.Tx, f Filter) (map[string]int, error) {
	g, err := LoadDutyIndex(tx, f)
	if err != nil {
		return nil, err
	}
	out := map[string]int{}
	for i := range g.Duties {
		d := &g.Duties[i]
		law, n := &g.Rules[d.Rule], 0
		for _, t := range law.Turns {
			for _, day := range t.Days {
				if g.Counts(d, day) && !g.Paused(d.Unit, law.Activity, day) {
					n++
				}
			}
		}
		if n > 0 {
			out[g.UnitIDs[d.Unit]] += n
		}
	}
	return out, nil
}
