package fulfilment

import (
	"cmp"
	"slices"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// cellLimit is how many occurrences one drill-down lists.
const cellLimit = 1000

// Cells lists the occurrences behind a number of Summarize: the same ones, counted the same way.
func Cells(tx *store.Tx, f CellsFilter) (CellList, error) {
	out := CellList{Items: []Cell{}}
	if !slices.Contains([]By{ByOfficer, ByUnit, ByUpper, ByKind}, f.Filter.By) {
		return out, errBy
	}
	r, err := evaluate(tx, f.Filter)
	if err != nil {
		return out, err
	}
	if f.Limit <= 0 || f.Limit > cellLimit {
		f.Limit = cellLimit
	}
	r.eachCounted(f.Filter.By, func(key int32, o *occurrence) {
		if f.Key != "" && f.Key != r.rowKey(f.Filter.By, key) || len(f.Outcomes) > 0 && !slices.Contains(f.Outcomes, o.outcome) ||
			f.Held && !inRate(o) || !f.Part.holds(o) {
			return
		}
		out.Items = append(out.Items, r.cellOf(o))
	})
	slices.SortStableFunc(out.Items, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.RuleName, b.RuleName), cmp.Compare(a.UnitID, b.UnitID))
	})
	out.Total = len(out.Items)
	out.Items = out.Items[:min(len(out.Items), f.Limit)]
	return out, nameCells(tx, out.Items)
}

// inRate tells whether an occurrence is in the rate: Held of a Tally counts it.
func inRate(o *occurrence) bool {
	var t Tally
	t.Add(o.outcome, o.held, false)
	return t.Held > 0
}

func (r *evaluation) rowKey(by By, key int32) string {
	switch {
	case by == ByKind:
		return activities.Kinds[key].Code
	case by != ByOfficer:
		return r.UnitIDs[key]
	case key < -1:
		return r.TeamIDs[-2-key]
	}
	return r.OfficerIDs[key]
}

func (r *evaluation) cellOf(o *occurrence) Cell {
	day := dates.DateOf(o.day)
	c := Cell{
		RuleID:      o.rule.ID,
		RuleName:    o.rule.Name,
		Kind:        activities.Kind(o.rule.Activity),
		KindWord:    o.rule.Activity.Word(),
		Turn:        o.turn.Label,
		Day:         day,
		Lunar:       dates.ToLunar(day).Show(),
		UnitID:      r.UnitIDs[o.duty.Unit],
		Outcome:     o.outcome,
		OutcomeWord: o.outcome.Word(),
		Held:        o.held,
	}
	if o.turn.Due {
		c.Due = dates.DateOf(o.due)
	}
	if o.meeting >= 0 {
		c.MeetingID = r.meetings[o.meeting].id
	}
	if o.duty.Assigned >= 0 {
		p := &r.Assigned[o.duty.Assigned]
		c.AssignmentID = p.ID
		if p.Officer >= 0 {
			c.OfficerID = r.OfficerIDs[p.Officer]
		} else {
			c.TeamID = r.TeamIDs[p.Team]
		}
	} else if o.outcome == activities.Outcome(activities.Attended) {
		c.OutcomeWord = activities.HeldOnly.Word()
	}
	return c
}

// nameCells writes the names of places and people as of the last day among the cells.
func nameCells(tx *store.Tx, cells []Cell) error {
	var places, people []string
	day := dates.None
	for _, c := range cells {
		places = append(places, c.UnitID)
		if c.OfficerID != "" {
			people = append(people, c.OfficerID)
		}
		day = dates.Later(day, c.Day)
	}
	if len(cells) == 0 {
		return nil
	}
	refs, err := units.Refs(tx, store.Distinct(places), day)
	if err != nil {
		return err
	}
	who, err := officers.Refs(tx, store.Distinct(people), day)
	if err != nil {
		return err
	}
	teams, err := teamsByID(tx)
	if err != nil {
		return err
	}
	for i := range cells {
		c := &cells[i]
		c.UnitLabel, c.OfficerName = refs[c.UnitID].Label, who[c.OfficerID].Name
		if c.TeamID != "" {
			c.OfficerName = teams[c.TeamID].Name
		}
	}
	return nil
}

func teamsByID(tx *store.Tx) (map[string]assignments.Team, error) {
	var rows []assignments.Team
	if err := tx.Find(&rows).Error; err != nil {
		return nil, err
	}
	out := make(map[string]assignments.Team, len(rows))
	for _, t := range rows {
		out[t.ID] = t
	}
	return out, nil
}
