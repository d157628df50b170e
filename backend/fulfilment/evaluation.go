package fulfilment

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/store"
)

// record is a meeting as fulfilment needs it: numbers only.
type record struct {
	id      string
	kind    uint8 // place in Kinds
	state   activities.State
	day     int32
	planned int32 // first day it was planned for, before any postponement
	joint   bool  // counts for several places
	first   int32 // attendances are seen[first:last]
	last    int32
}

// reckoning is one computation of fulfilment.
type reckoning struct {
	*duties.DutyIndex
	today   int32
	records []record
	seen    []sight
	from    []int32 // records of place u and kind k are list[from[u*kinds+k]:from[u*kinds+k+1]]
	list    []int32
	buckets [][]int32 // records of the place at hand by turn
	dirty   []int
}

// manyHosts is the number of hosts above which the days drive the reading instead of the places. Tests try both ways.
var manyHosts = 600

// The two ways to read meetings with what became of officers there: by days, or by hosts. Meetings are sorted by key
// first, so that hosts and attendances are found page after page; jumping about in a term's log costs several times more.
// Below an aggregate that hears of order the engine keeps it.
var (
	recordColumns = store.Packed("m.id", "m.kind", "m.state", "m.day", "m.planned_on", "h.unit_id",
		`CASE m.state WHEN 'HELD' THEN COALESCE((SELECT group_concat(a.officer_id || char(29) || a.result, char(28)) FROM attendance a
WHERE a.meeting_id = m.id AND a.result <> ''), '') ELSE '' END`)
	recordsByDay = `SELECT ` + recordColumns + `
FROM (SELECT id, kind, state, day, planned_on FROM meeting WHERE deleted_at = '' AND day >= ? AND day <= ? ORDER BY id) m
CROSS JOIN meeting_host h ON h.meeting_id = m.id`
	recordsByHost = `SELECT ` + recordColumns + ` FROM meeting_host h CROSS JOIN meeting m ON h.meeting_id = m.id
WHERE h.unit_id IN (SELECT value FROM json_each(?3)) AND m.deleted_at = '' AND m.day >= ?1 AND m.day < ?2`
)

// reckon reads the ground and the meetings of a filter.
func reckon(tx *store.Tx, f Filter) (*reckoning, error) {
	if f.Activity != "" && f.Activity.Word() == "" {
		return nil, errKind
	}
	need := duties.Filter{
		Span:      f.Span,
		OfficerID: f.OfficerID,
		UnderID:   f.UnderID,
		SeriesID:  f.SeriesID,
		Activity:  duties.Activity(f.Activity),
	}
	if f.RuleID != "" {
		need.RuleIDs = []string{f.RuleID}
	}
	if f.UnitID != "" {
		need.TargetIDs = []string{f.UnitID}
	}
	g, err := duties.LoadDutyIndex(tx, need)
	if err != nil {
		return nil, err
	}
	r := &reckoning{DutyIndex: g, today: dates.DayNumber(tx.Today)}
	if len(g.Duties) == 0 {
		return r, nil
	}
	return r, r.read(tx)
}

func (r *reckoning) read(tx *store.Tx) error {
	moved, replaced, err := postponements(tx)
	if err != nil {
		return err
	}
	from, to := string(dates.DateOf(r.MeetingDays.From)), string(dates.DateOf(r.MeetingDays.To))
	hosts := r.HostIDs()
	if len(hosts) > manyHosts {
		seen, err := albumOf(tx).between(tx, from, to)
		if err != nil {
			return err
		}
		r.take(seen, moved, replaced)
		return nil
	}
	set, err := json.Marshal(hosts)
	if err != nil {
		return err
	}
	few := &album{}
	d := newDeveloper(few)
	if err := d.read(tx.Raw(recordsByHost, from, to, string(set))); err != nil {
		return err
	}
	slices.SortFunc(d.list, func(a, b *dayPicture) int { return cmp.Compare(a.day, b.day) })
	r.take(pictures{d.list, few.units.ids, few.officers.ids}, moved, replaced)
	return nil
}

// take makes records of what the pictures show, and lays them beside the places they count for.
func (r *reckoning) take(seen pictures, moved map[string]dates.Date, replaced map[string]bool) {
	unitOf, officerOf := make([]int32, len(seen.units)), make([]int32, len(seen.officers))
	for i, id := range seen.units {
		unitOf[i] = r.UnitIndex(id)
	}
	for i, id := range seen.officers {
		officerOf[i] = r.OfficerIndex(id)
	}
	meetings := 0
	for _, p := range seen.days {
		meetings += len(p.meetings)
	}
	r.records, r.seen = make([]record, 0, meetings), make([]sight, 0, meetings)
	pairs := make([]pair, 0, meetings+meetings/8)
	var at []int32 // record of a meeting of the day, -1 = the one that replaces it counts
	for _, p := range seen.days {
		at = at[:0]
		first := int32(0)
		for i := range p.meetings {
			m := &p.meetings[i]
			mine := p.seen[first:m.seen]
			first = m.seen
			state := activities.State(activities.States[m.state].Code)
			if state == activities.Postponed && replaced[m.id] {
				at = append(at, -1)
				continue
			}
			at = append(at, int32(len(r.records)))
			rec := record{id: m.id, kind: m.kind, state: state, day: p.day, planned: m.planned, first: int32(len(r.seen))}
			if len(moved) > 0 && moved[m.id] != "" {
				rec.planned = dates.DayNumber(moved[m.id])
			}
			for _, s := range mine {
				if o := officerOf[s.officer]; o >= 0 { // officers without a duty are left out
					r.seen = append(r.seen, sight{o, s.result})
				}
			}
			rec.last = int32(len(r.seen))
			r.records = append(r.records, rec)
		}
		for _, h := range p.hostings {
			rec, unit := at[h.meeting], unitOf[h.unit]
			if rec < 0 || unit < 0 {
				continue
			}
			kind := int32(r.records[rec].kind)
			r.EachServed(unit, p.day, func(place int32) {
				pairs = append(pairs, pair{place*int32(len(activities.Kinds)) + kind, rec})
			})
		}
	}
	r.sort(pairs)
}

// pair says that a record counts for a place and kind.
type pair struct{ key, record int32 }

// sort lays the records of each place and kind side by side, by day and key.
func (r *reckoning) sort(pairs []pair) {
	order := make([]int32, len(r.records))
	for i := range order {
		order[i] = int32(i)
	}
	byDay := func(a, b int32) int {
		x, y := &r.records[a], &r.records[b]
		if x.day != y.day {
			return int(x.day) - int(y.day)
		}
		return strings.Compare(x.id, y.id)
	}
	if !slices.IsSortedFunc(order, byDay) {
		slices.SortFunc(order, byDay)
	}
	rank := make([]int32, len(order))
	for i, rec := range order {
		rank[rec] = int32(i)
	}
	r.from = make([]int32, len(r.UnitIDs)*len(activities.Kinds)+1)
	for _, p := range pairs {
		r.from[p.key+1]++
	}
	for i := 1; i < len(r.from); i++ {
		r.from[i] += r.from[i-1]
	}
	r.list = make([]int32, len(pairs))
	next := slices.Clone(r.from)
	for _, p := range pairs {
		r.list[next[p.key]] = p.record
		next[p.key]++
	}
	served := make([]int16, len(r.records))
	for key := range len(r.from) - 1 {
		part := r.list[r.from[key]:r.from[key+1]]
		if len(part) == 0 {
			continue
		}
		slices.SortFunc(part, func(a, b int32) int { return int(rank[a]) - int(rank[b]) })
		for i, rec := range part {
			if i+1 < len(part) && part[i+1] == rec {
				part[i] = -1 // a cell and its hamlet both host: one meeting
				continue
			}
			served[rec]++
		}
	}
	for i, n := range served {
		r.records[i].joint = n > 1
	}
}

// postponements tells for each meeting that replaces another the day first planned, and which meetings were replaced.
func postponements(tx *store.Tx) (moved map[string]dates.Date, replaced map[string]bool, err error) {
	var rows []struct {
		ID, MovedFrom, PlannedOn string
	}
	err = tx.Raw(`SELECT m.id, m.moved_from, o.planned_on FROM meeting m JOIN meeting o ON o.id = m.moved_from WHERE m.moved_from <> '' AND m.deleted_at = ''`).
		Scan(&rows).
		Error
	if err != nil {
		return nil, nil, err
	}
	moved, replaced = map[string]dates.Date{}, map[string]bool{}
	before := map[string]string{}
	for _, row := range rows {
		moved[row.ID], replaced[row.MovedFrom], before[row.ID] = dates.Date(row.PlannedOn), true, row.MovedFrom
	}
	for id := range before {
		for earlier, steps := before[id], 0; moved[earlier] != "" && steps < 50; earlier, steps = before[earlier], steps+1 {
			moved[id] = moved[earlier]
		}
	}
	return moved, replaced, nil
}

// dayNumbers remembers numbers: a year has 365 days, its meetings are many.
type dayNumbers map[dates.Date]int32

func (d dayNumbers) of(text string) int32 {
	key := dates.Date(text)
	n, known := d[key]
	if !known {
		n = dates.DayNumber(key)
		d[key] = n
	}
	return n
}

var kindAt = func() map[activities.Kind]uint8 {
	m := map[activities.Kind]uint8{}
	for i, w := range activities.Kinds {
		m[activities.Kind(w.Code)] = uint8(i)
	}
	return m
}()
