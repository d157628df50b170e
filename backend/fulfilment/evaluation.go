package fulfilment

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/store"
)

// meetingRecord is a meeting as it counts here: numbers only.
type meetingRecord struct {
	id      string
	kind    uint8 // place in Kinds
	state   activities.State
	day     int32
	planned int32 // first day it was planned for, before any postponement
	joint   bool  // counts for several places
	first   int32 // attendances are seen[first:last]
	last    int32
}

// evaluation sets the meetings of a filter against the duties: one computation of fulfilment.
type evaluation struct {
	*duties.DutyIndex
	toCome     int32 // the first day that is not over
	present    int32 // the day outside, until which a late entry has its grace
	last       int32 // of the days whose meetings are read: those of a past day know none behind it
	meetings   []meetingRecord
	marks      []attendanceMark
	groupStart []int32 // records of place u and kind k are list[from[u*kinds+k]:from[u*kinds+k+1]]
	grouped    []int32
	byTurn     [][]int32 // records of the place at hand by turn
	usedTurns  []int
}

// manyHosts is the number of hosts above which the days drive the reading instead of the places. Tests try both ways.
var manyHosts = 600

// The two ways to read meetings with what became of officers there: by days, or by hosts. The inner query sorts meetings by key,
// so that their hosts and attendances are read page after page; jumping about in a term's log costs several times more. SQLite
// keeps that order because group_concat depends on it.
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

// evaluate reads the duties and the meetings of a filter. Faults: Invalid for an unknown kind of meeting, and those of
// duties.LoadDutyIndex.
func evaluate(tx *store.Tx, f Filter) (*evaluation, error) {
	if f.Activity != "" && f.Activity.Word() == "" {
		return nil, errKind
	}
	tx = tx.AsOf(f.Span.Last())
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
	r := &evaluation{
		DutyIndex: g,
		toCome:    dates.DayNumber(tx.FirstDayToCome()),
		present:   dates.DayNumber(tx.Present()),
		last:      math.MaxInt32,
	}
	if tx.Past() {
		r.last = r.toCome - 1
	}
	if len(g.Duties) == 0 {
		return r, nil
	}
	return r, r.readMeetings(tx)
}

func (r *evaluation) readMeetings(tx *store.Tx) error {
	moved, replaced, err := postponements(tx)
	if err != nil {
		return err
	}
	from, to := string(dates.DateOf(r.MeetingDays.From)), string(dates.DateOf(r.MeetingDays.To))
	hosts := r.HostIDs()
	if len(hosts) > manyHosts {
		seen, err := meetingDays(tx).daysBetween(tx, from, to)
		if err != nil {
			return err
		}
		r.addMeetings(seen, moved, replaced)
		return nil
	}
	set, err := json.Marshal(hosts)
	if err != nil {
		return err
	}
	few := &meetingDayCache{}
	d := newDayDecoder(few)
	if err := d.readRows(tx.Raw(recordsByHost, from, to, string(set))); err != nil {
		return err
	}
	slices.SortFunc(d.ordered, func(a, b *cachedDay) int { return cmp.Compare(a.day, b.day) })
	r.addMeetings(cachedSpan{d.ordered, few.units.keys, few.officers.keys}, moved, replaced)
	return nil
}

// addMeetings numbers the meetings of the days by the units and officers of the duties, and finds the units each counts
// for.
func (r *evaluation) addMeetings(seen cachedSpan, moved map[string]dates.Date, replaced map[string]bool) {
	unitOf, officerOf := make([]int32, len(seen.units)), make([]int32, len(seen.officers))
	for i, id := range seen.units {
		unitOf[i] = r.UnitIndex(id)
	}
	for i, id := range seen.officers {
		officerOf[i] = r.OfficerIndex(id)
	}
	meetings := 0
	seen.days = slices.DeleteFunc(slices.Clone(seen.days), func(p *cachedDay) bool { return p.day > r.last })
	for _, p := range seen.days {
		meetings += len(p.meetings)
	}
	r.meetings, r.marks = make([]meetingRecord, 0, meetings), make([]attendanceMark, 0, meetings)
	pairs := make([]placement, 0, meetings+meetings/8)
	var at []int32 // record of a meeting of the day, -1 = the one that replaces it counts
	for _, p := range seen.days {
		at = at[:0]
		first := int32(0)
		for i := range p.meetings {
			m := &p.meetings[i]
			mine := p.marks[first:m.marksEnd]
			first = m.marksEnd
			state := activities.State(activities.States[m.state].Code)
			if state == activities.Postponed && replaced[m.id] {
				at = append(at, -1)
				continue
			}
			at = append(at, int32(len(r.meetings)))
			rec := meetingRecord{id: m.id, kind: m.kind, state: state, day: p.day, planned: m.planned, first: int32(len(r.marks))}
			if len(moved) > 0 && moved[m.id] != "" {
				rec.planned = dates.DayNumber(moved[m.id])
			}
			for _, s := range mine {
				if o := officerOf[s.officer]; o >= 0 { // officers without a duty are left out
					r.marks = append(r.marks, attendanceMark{o, s.result})
				}
			}
			rec.last = int32(len(r.marks))
			r.meetings = append(r.meetings, rec)
		}
		for _, h := range p.hosts {
			rec, unit := at[h.meeting], unitOf[h.unit]
			if rec < 0 || unit < 0 {
				continue
			}
			kind := int32(r.meetings[rec].kind)
			r.EachServed(unit, p.day, func(place int32) {
				pairs = append(pairs, placement{place*int32(len(activities.Kinds)) + kind, rec})
			})
		}
	}
	r.groupMeetings(pairs)
}

// placement says that a meeting counts for a unit and kind of meeting.
type placement struct{ key, meeting int32 }

// groupMeetings lays the meetings of each unit and kind side by side, by day and key.
func (r *evaluation) groupMeetings(pairs []placement) {
	order := make([]int32, len(r.meetings))
	for i := range order {
		order[i] = int32(i)
	}
	byDay := func(a, b int32) int {
		x, y := &r.meetings[a], &r.meetings[b]
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
	r.groupStart = make([]int32, len(r.UnitIDs)*len(activities.Kinds)+1)
	for _, p := range pairs {
		r.groupStart[p.key+1]++
	}
	for i := 1; i < len(r.groupStart); i++ {
		r.groupStart[i] += r.groupStart[i-1]
	}
	r.grouped = make([]int32, len(pairs))
	next := slices.Clone(r.groupStart)
	for _, p := range pairs {
		r.grouped[next[p.key]] = p.meeting
		next[p.key]++
	}
	served := make([]int16, len(r.meetings))
	for key := range len(r.groupStart) - 1 {
		part := r.grouped[r.groupStart[key]:r.groupStart[key+1]]
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
		r.meetings[i].joint = n > 1
	}
}

// postponements tells for each meeting that replaces another the day first planned, and which meetings were replaced.
func postponements(tx *store.Tx) (moved map[string]dates.Date, replaced map[string]bool, err error) {
	var rows []struct {
		ID, MovedFrom, PlannedOn string
	}
	err = tx.Raw(`SELECT m.id, m.moved_from, o.planned_on FROM meeting m JOIN meeting o ON o.id = m.moved_from 
WHERE m.moved_from <> '' AND m.deleted_at = ''
AND (? OR m.day <= ?)`, !tx.Past(), tx.Today).
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

// dayNumberMemo remembers numbers of days: a year has 365 of them, its meetings are many.
type dayNumberMemo map[dates.Date]int32

func (d dayNumberMemo) of(text string) int32 {
	key := dates.Date(text)
	n, known := d[key]
	if !known {
		n = dates.DayNumber(key)
		d[key] = n
	}
	return n
}

var kindIndex = func() map[activities.Kind]uint8 {
	m := map[activities.Kind]uint8{}
	for i, w := range activities.Kinds {
		m[activities.Kind(w.Code)] = uint8(i)
	}
	return m
}()
