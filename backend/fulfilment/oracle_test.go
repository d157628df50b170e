package fulfilment

import (
	"fmt"
	"slices"
	"sort"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// The oracle answers the same questions as the engine by walking over days one at a time and looking every fact up in the
// rows as they are stored. It shares no code with the engine; it is slow and plain on purpose.

// month is one turn of a cadence as the oracle finds it: a name that all its days share.
type month struct {
	days []dates.Date
	leap bool
}

var calendars = map[dates.Cadence][]month{}

func turnName(c dates.Cadence, d dates.Date) string {
	switch c {
	case dates.Weekly:
		return string(d.WeekStart())
	case dates.Monthly:
		return string(d[:7])
	case dates.LunarMonthly:
		l := dates.ToLunar(d)
		return fmt.Sprint(l.Year, l.Month, l.Leap)
	case dates.Quarterly:
		return fmt.Sprint(d.Year(), (d.Month()-1)/3)
	case dates.HalfYearly:
		return fmt.Sprint(d.Year(), (d.Month()-1)/6)
	}
	return fmt.Sprint(d.Year())
}

func turnsByDay(c dates.Cadence) []month {
	if list := calendars[c]; list != nil {
		return list
	}
	var list []month
	name := ""
	for d := dates.Date("2022-01-01"); d < "2029-01-01"; d = d.AddDays(1) {
		if n := turnName(c, d); n != name {
			name = n
			list = append(list, month{leap: c == dates.LunarMonthly && dates.ToLunar(d).Leap})
		}
		list[len(list)-1].days = append(list[len(list)-1].days, d)
	}
	calendars[c] = list
	return list
}

// slots are the days the occurrences of a turn stand for.
func (m month) slots(r duties.Rule) []dates.Date {
	var out []dates.Date
	if m.leap && !r.LeapCounts {
		return nil
	}
	if r.FixedDay == 0 {
		for k := 1; k <= r.Quota; k++ {
			out = append(out, m.days[len(m.days)*(2*k-1)/(2*r.Quota)])
		}
		return out
	}
	for _, d := range m.days {
		l, tomorrow := dates.ToLunar(d), d.AddDays(1)
		lastLunar := dates.ToLunar(tomorrow).Day == 1
		switch {
		case r.Period == dates.Weekly:
			if (int(d.Weekday())+6)%7+1 == r.FixedDay {
				out = append(out, d)
			}
		case r.FixedCalendar == "lunar":
			if (l.Day == r.FixedDay || lastLunar && l.Day < r.FixedDay && r.ShortMonth != dates.Skip) && (r.LeapCounts || !l.Leap) {
				out = append(out, d)
			}
		case r.Period == dates.Quarterly && (d.Month()-1)%3+1 != r.FixedMonth:
		case d.Day() == r.FixedDay || tomorrow.Day() == 1 && d.Day() < r.FixedDay:
			out = append(out, d)
		}
	}
	return out
}

// oracle is a history with one question.
type oracle struct {
	*history
	f     Filter
	today dates.Date
	over  dates.Date // the first day not known yet: today, or the day after a span that is past
	whole []activities.Meeting
}

// asked is a history as it is known at the end of the span asked about.
func asked(h *history, f Filter, today dates.Date) *oracle {
	o := &oracle{h, f, today, today, h.meetings}
	if last := f.Span.Last(); last < today {
		known := *h
		known.meetings = nil
		for _, m := range h.meetings {
			if m.Day <= last {
				known.meetings = append(known.meetings, m)
			}
		}
		o.history, o.over = &known, last.AddDays(1)
	}
	return o
}

func (o *oracle) version(unit string, d dates.Date) *units.Version {
	for i := range o.versions {
		if v := &o.versions[i]; v.UnitID == unit && d >= v.ValidFrom && (v.ValidTo == "" || d < v.ValidTo) {
			return v
		}
	}
	return nil
}

// chain lists a unit and what is above it on a day.
func (o *oracle) chain(unit string, d dates.Date) []string {
	var out []string
	for unit != "" {
		out = append(out, unit)
		v := o.version(unit, d)
		if v == nil {
			break
		}
		unit = v.ParentID
	}
	return out
}

// inArea tells whether a unit lies under a scope, by its own tree or by a link of it, or of what is above it, to the other.
func (o *oracle) inArea(unit, scope string, d dates.Date) bool {
	own := o.chain(unit, d)
	if slices.Contains(own, scope) {
		return true
	}
	for _, l := range o.links {
		if d < l.ValidFrom || l.ValidTo != "" && d >= l.ValidTo {
			continue
		}
		if slices.Contains(own, l.OrgID) && slices.Contains(o.chain(l.UnitID, d), scope) ||
			slices.Contains(own, l.UnitID) && slices.Contains(o.chain(l.OrgID, d), scope) {
			return true
		}
	}
	return false
}

func (o *oracle) paused(unit string, r duties.Rule, d dates.Date) bool {
	for _, p := range o.pauses {
		if d >= p.ValidFrom && d < p.ValidTo && (p.Activity == "" || p.Activity == r.Activity) &&
			(p.ScopeUnitID == "" || o.inArea(unit, p.ScopeUnitID, d)) {
			return true
		}
	}
	return false
}

// subject is an assignment, or a place by itself.
type subject struct {
	unit string
	a    *assignments.Assignment
}

func (o *oracle) inForce(r duties.Rule, s subject, d dates.Date) bool {
	if d < r.ValidFrom || r.ValidTo != "" && d >= r.ValidTo {
		return false
	}
	if s.a != nil && (d < s.a.ValidFrom || s.a.ValidTo != "" && d >= s.a.ValidTo) {
		return false
	}
	v := o.version(s.unit, d)
	return v != nil && (len(r.TargetTypes) == 0 || slices.Contains(r.TargetTypes, v.Type))
}

func (o *oracle) asked(r duties.Rule, s subject, d dates.Date) bool {
	if !o.inForce(r, s, d) || d < o.f.Span.From || d >= o.f.Span.To {
		return false
	}
	if o.f.UnderID != "" && !o.inArea(s.unit, o.f.UnderID, d) {
		return false
	}
	if o.f.OfficerID == "" {
		return true
	}
	if s.a == nil {
		return false
	}
	if s.a.OfficerID == o.f.OfficerID {
		return true
	}
	for _, m := range o.members {
		if m.TeamID == s.a.TeamID && m.OfficerID == o.f.OfficerID && d >= m.ValidFrom && (m.ValidTo == "" || d < m.ValidTo) {
			return true
		}
	}
	return false
}

// serving lists the meetings that count for a place, in the order of days.
func (o *oracle) serving(unit string, kind activities.Kind) []activities.Meeting {
	var out []activities.Meeting
	for _, m := range o.meetings {
		replaced := slices.ContainsFunc(o.meetings, func(x activities.Meeting) bool { return x.MovedFrom == m.ID })
		if m.Kind != kind || m.State == activities.Postponed && replaced {
			continue
		}
		serves := false
		for _, h := range o.hosts {
			if h.MeetingID != m.ID {
				continue
			}
			serves = serves || h.UnitID == unit
			for _, l := range o.links {
				if m.Day >= l.ValidFrom && (l.ValidTo == "" || m.Day < l.ValidTo) {
					serves = serves || l.OrgID == h.UnitID && l.UnitID == unit || l.UnitID == h.UnitID && l.OrgID == unit
				}
			}
		}
		if serves {
			out = append(out, m)
		}
	}
	sort.Slice(out, func(i, j int) bool { return string(out[i].Day)+out[i].ID < string(out[j].Day)+out[j].ID })
	return out
}

// countsIn tells whether a meeting counts for a turn of a rule.
func (o *oracle) countsIn(turns []month, i int, m activities.Meeting, grace int) bool {
	planned := m.PlannedOn
	for at := m; at.MovedFrom != ""; {
		at = o.whole[slices.IndexFunc(o.whole, func(x activities.Meeting) bool { return x.ID == at.MovedFrom })]
		planned = at.PlannedOn
	}
	if planned == "" {
		planned = m.Day
	}
	for j, t := range turns {
		if planned >= t.days[0] && planned <= t.days[len(t.days)-1] {
			if m.Day >= t.days[0] && m.Day < t.days[len(t.days)-1].AddDays(1+grace) {
				return i == j
			}
			break
		}
	}
	return m.Day >= turns[i].days[0] && m.Day <= turns[i].days[len(turns[i].days)-1]
}

var best = []string{"ATTENDED", "SUBSTITUTED", "EXCUSED", "ABSENT", "held", "open", "TO_COME", "NOT_HELD", "SUSPENDED"}

// became is what a meeting means for a subject; "held" = held, nothing recorded of the officer.
func (o *oracle) became(r duties.Rule, s subject, m activities.Meeting) string {
	switch m.State {
	case activities.Cancelled, activities.Postponed:
		return "NOT_HELD"
	case activities.Suspended:
		return "SUSPENDED"
	case activities.Planned:
		if m.Day < o.over {
			return "open"
		}
		return "TO_COME"
	}
	if s.a == nil {
		return "ATTENDED"
	}
	out := "held"
	for _, x := range o.seen {
		if x.MeetingID != m.ID || x.Result == "" {
			continue
		}
		counts := x.OfficerID == s.a.OfficerID
		for _, mem := range o.members {
			if mem.TeamID == s.a.TeamID && mem.OfficerID == x.OfficerID && (mem.Lead || r.CountsMember) && m.Day >= mem.ValidFrom &&
				(mem.ValidTo == "" || m.Day < mem.ValidTo) {
				counts = true
			}
		}
		if counts && slices.Index(best, string(x.Result)) < slices.Index(best, out) {
			out = string(x.Result)
		}
	}
	return out
}

// Inside, which climbs in memory, and units.Reach, which descends in the database, are one rule; the oracle is a third.
func TestInsideIsWhatReachLists(t *testing.T) {
	for seed := range uint64(25) {
		h := newHistory(seed)
		o := &oracle{history: h}
		s := storetest.Open(t)
		storetest.Write(t, s, func(tx *store.Tx) error {
			h.store(t, tx)
			for range 6 {
				day := h.day()
				for _, root := range h.rows {
					span := dates.Through(day, day)
					listed, err := units.Reach(tx, root.ID, span)
					if err != nil {
						t.Fatal(err)
					}
					index, err := duties.LoadDutyIndex(tx, duties.Filter{Span: span, UnderID: root.ID})
					if err != nil {
						t.Fatal(err)
					}
					for _, u := range h.rows {
						reached := slices.Contains(listed, u.ID)
						if inside := index.Inside(
							index.UnitIndex(u.ID),
							dates.DayNumber(day),
						); inside != reached ||
							inside != o.inArea(u.ID, root.ID, day) {
							t.Fatalf(
								"seed %d: is %s under %s on %s? in memory %v, in the database %v",
								seed,
								u.ID,
								root.ID,
								day,
								inside,
								reached,
							)
						}
					}
				}
			}
			return nil
		})
	}
}
