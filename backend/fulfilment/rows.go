package fulfilment

import (
	"cmp"
	"slices"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

var (
	errKind = fault.Invalid("activity", "Không có loại cuộc họp này; hãy chọn trong danh sách.")
	errBy   = fault.Invalid("by", "Hãy chọn cách tổng hợp: theo cán bộ, đơn vị, đơn vị cấp trên hoặc loại cuộc họp.")
)

// personOf is who an assignment is counted for: an officer, or a team (counted down from -2).
func (r *evaluation) personOf(d *duties.Duty) int32 {
	if d.Assigned < 0 {
		return -1
	}
	if p := &r.Assigned[d.Assigned]; p.Team >= 0 {
		return -2 - p.Team
	}
	return r.Assigned[d.Assigned].Officer
}

// rowOf is the row an occurrence belongs to; -1 = none.
func (r *evaluation) rowOf(by By, o *occurrence) int32 {
	switch by {
	case ByOfficer:
		return r.personOf(o.duty)
	case ByUnit:
		return o.duty.Unit
	case ByUpper:
		return r.Upper(o.duty.Unit, o.day)
	}
	return int32(kindIndex[activities.Kind(o.rule.Activity)])
}

// jointKey is a joint meeting as one officer's single occurrence of one rule.
type jointKey struct {
	person, meeting int32
	series          string
}

// eachCounted visits the occurrences as they are counted by. For officers a joint meeting of several of their places comes
// once, with the best that is recorded; for everything else it comes once for each place.
func (r *evaluation) eachCounted(by By, visit func(key int32, o *occurrence)) {
	joint := map[jointKey]*occurrence{}
	var order []jointKey
	r.eachOccurrence(func(o *occurrence) {
		key := r.rowOf(by, o)
		if key == -1 {
			return
		}
		if by == ByOfficer && o.meeting >= 0 && r.meetings[o.meeting].joint {
			s := jointKey{key, o.meeting, o.rule.SeriesID}
			if best := joint[s]; best == nil {
				order = append(order, s)
			} else if outcomeRank(best.outcome, best.held) <= outcomeRank(o.outcome, o.held) {
				return
			}
			copied := *o
			joint[s] = &copied
			return
		}
		visit(key, o)
	})
	for _, s := range order {
		visit(s.person, joint[s])
	}
}

// Summarize sums what was expected and what became of it. Screens, R7 and the review sheets read this one function.
func Summarize(tx *store.Tx, f Filter) (Summary, error) {
	out := Summary{Rows: []Row{}}
	if !slices.Contains([]By{ByOfficer, ByUnit, ByUpper, ByKind}, f.By) {
		return out, errBy
	}
	r, err := evaluate(tx, f)
	if err != nil {
		return out, err
	}
	type sum struct {
		tally   Tally
		targets int
		last    int32
	}
	sums := map[int32]*sum{}
	var rules rulesCounted
	r.eachCounted(f.By, func(key int32, o *occurrence) {
		s := sums[key]
		if s == nil {
			s = &sum{last: -1}
			sums[key] = s
		}
		s.tally.Add(o.outcome, o.held, o.rule.CountsSubstitute)
		rules.add(o.rule)
		if s.last != o.duty.Unit {
			s.last = o.duty.Unit
			s.targets++
		}
	})
	for key, s := range sums {
		row := Row{Tally: s.tally, Targets: s.targets}
		switch {
		case f.By == ByOfficer && key < -1:
			row.TeamID = r.TeamIDs[-2-key]
			row.Key = row.TeamID
		case f.By == ByOfficer:
			row.Key = r.OfficerIDs[key]
		case f.By == ByKind:
			row.Key, row.Name = activities.Kinds[key].Code, activities.Kinds[key].Word
			row.Label, row.SortFirst = row.Name, int(key)
		default:
			row.Key = r.UnitIDs[key]
		}
		out.Total.AddAll(row.Tally)
		out.Rows = append(out.Rows, row)
	}
	out.Count, out.RateRule = len(out.Rows), rules.words()
	return out, nameRows(tx, f, out.Rows)
}

// nameRows names and orders the rows as of the last day of the span.
func nameRows(tx *store.Tx, f Filter, rows []Row) error {
	day := dates.Earlier(f.Span.Last(), dates.Later(tx.Today, f.Span.From))
	switch f.By {
	case ByOfficer:
		if err := nameOfficers(tx, rows, day); err != nil {
			return err
		}
	case ByUnit, ByUpper:
		if err := nameUnits(tx, rows, day); err != nil {
			return err
		}
	}
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.SortFirst, b.SortFirst), cmp.Compare(a.Order, b.Order), cmp.Compare(a.Key, b.Key))
	})
	return nil
}

func nameOfficers(tx *store.Tx, rows []Row, day dates.Date) error {
	ids := make([]string, 0, len(rows))
	for _, row := range rows {
		ids = append(ids, row.Key)
	}
	who, err := officers.Refs(tx, ids, day)
	if err != nil {
		return err
	}
	teams, err := teamsByID(tx)
	if err != nil {
		return err
	}
	for i := range rows {
		row := &rows[i]
		if row.TeamID != "" {
			row.Name, row.SortFirst, row.Order = teams[row.TeamID].Name, officers.NoRank+1, teams[row.TeamID].SortKey
			row.Label = row.Name
			continue
		}
		ref := who[row.Key]
		row.Name, row.Note, row.Label, row.SortFirst, row.Order = ref.Name, ref.Post, ref.Name, ref.Rank, ref.SortKey
	}
	return nil
}

// nameUnits names units in the order of the tree.
func nameUnits(tx *store.Tx, rows []Row, day dates.Date) error {
	ids := make([]string, 0, len(rows))
	for _, row := range rows {
		ids = append(ids, row.Key)
	}
	refs, err := units.Refs(tx, ids, day)
	if err != nil {
		return err
	}
	for i := range rows {
		ref := refs[rows[i].Key]
		rows[i].Name, rows[i].Label, rows[i].Order = ref.Name, ref.Label, store.SortKey(ref.ParentName)+store.SortKey(ref.Name)
	}
	return nil
}
