package fulfilment

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/activities/activitiestest"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// history is a made-up past of a small commune, as it is stored and as the oracle reads it.
type history struct {
	r           *rand.Rand
	rows        []units.Row
	versions    []units.Version
	links       []units.Territory
	officers    []officers.Officer
	kinds       []assignments.Kind
	members     []assignments.Member
	assignments []assignments.Assignment
	rules       []duties.Rule
	pauses      []duties.Suspension
	meetings    []activities.Meeting
	hosts       []activities.Host
	seen        []activities.Attendance
}

var (
	begin = dates.Date("2024-09-01")
	end   = dates.Date("2027-01-01")
)

func (h *history) day() dates.Date { return begin.AddDays(h.r.IntN(end.Sub(begin))) }

func (h *history) maybe(percent int) bool { return h.r.IntN(100) < percent }

func pick[T any](h *history, list []T) T { return list[h.r.IntN(len(list))] }

// span gives a stretch that often covers everything and otherwise begins or ends in the middle.
func (h *history) span(open int) dates.Span {
	s := dates.Span{From: "2020-01-01"}
	if !h.maybe(open) {
		s.From = h.day()
	}
	if !h.maybe(open) {
		s.To = dates.Later(s.From.AddDays(1), h.day())
	}
	return s
}

func (h *history) unit(id, tree, typ string, parents ...string) {
	h.rows = append(h.rows, units.Row{ID: id, Tree: tree, CreatedAt: "2026-01-01T00:00:00Z"})
	s := h.span(80)
	v := units.Version{ID: id + "-1", UnitID: id, Name: id, Type: typ, ValidFrom: s.From, ValidTo: s.To, Fold: id, SortKey: id}
	if len(parents) > 0 {
		v.ParentID = pick(h, parents)
	}
	at := h.day()
	if len(parents) > 0 && h.maybe(25) && s.Contains(at) && at > s.From {
		w := v
		w.ID, w.ParentID, w.ValidFrom, v.ValidTo = id+"-2", pick(h, parents), at, at
		h.versions = append(h.versions, w)
	}
	h.versions = append(h.versions, v)
}

func newHistory(seed uint64) *history {
	h := &history{r: rand.New(rand.NewPCG(seed, 7))}
	h.unit("huyen", units.TreeAdmin, units.Huyen)
	h.unit("xa1", units.TreeAdmin, units.Xa, "huyen")
	h.unit("xa2", units.TreeAdmin, units.Xa, "huyen")
	for i := range 3 {
		h.unit(fmt.Sprintf("ap%d", i), units.TreeAdmin, units.Ap, "xa1", "xa2")
	}
	for i := range 3 {
		h.unit(fmt.Sprintf("to%d", i), units.TreeAdmin, units.ToNDTQ, "ap0", "ap1", "ap2")
	}
	h.unit("dang", units.TreeParty, units.DangBoXa)
	for i := range 2 {
		id := fmt.Sprintf("cb%d", i)
		h.unit(id, units.TreeParty, units.ChiBo, "dang")
		s := h.span(70)
		h.links = append(
			h.links,
			units.Territory{ID: "l" + id, OrgID: id, UnitID: fmt.Sprintf("ap%d", i), ValidFrom: s.From, ValidTo: s.To},
		)
	}
	h.links = append(h.links, units.Territory{ID: "ldang", OrgID: "dang", UnitID: "xa1"})
	for i := range 5 {
		id := fmt.Sprintf("o%d", i)
		h.officers = append(h.officers, officers.Officer{ID: id, FullName: "Cán bộ mẫu " + id, SortKey: id})
	}
	for i, tree := range []string{units.TreeAdmin, units.TreeParty, units.TreeAdmin} {
		h.kinds = append(
			h.kinds,
			assignments.Kind{
				ID:          fmt.Sprintf("k%d", i),
				SchemeID:    "s",
				Code:        fmt.Sprintf("A%d", i),
				TargetTree:  tree,
				TargetTypes: []string{},
				Team:        i == 2,
			},
		)
	}
	for i := range 3 {
		s := h.span(60)
		h.members = append(
			h.members,
			assignments.Member{
				ID:        fmt.Sprintf("m%d", i),
				TeamID:    "team",
				OfficerID: fmt.Sprintf("o%d", i),
				Lead:      i == 0,
				ValidFrom: s.From,
				ValidTo:   s.To,
			},
		)
	}
	for i := range 3 + h.r.IntN(4) {
		s := h.span(50)
		a := assignments.Assignment{ID: fmt.Sprintf("a%d", i), ValidFrom: s.From, ValidTo: s.To, DecisionIn: "d", Primary: true}
		switch h.r.IntN(4) {
		case 0:
			a.KindID, a.OfficerID, a.TargetID = "k1", pick(h, h.officers).ID, pick(h, []string{"cb0", "cb1", "dang"})
		case 1:
			a.KindID, a.TeamID, a.TargetID = "k2", "team", pick(h, []string{"xa1", "ap0", "to0"})
		default:
			a.KindID, a.OfficerID, a.TargetID = "k0", pick(h, h.officers).ID, pick(h, []string{"to0", "to1", "to2", "ap0", "ap1", "xa1"})
		}
		h.assignments = append(h.assignments, a)
	}
	for i := range 1 + h.r.IntN(3) {
		h.rule(i)
	}
	for i := range h.r.IntN(3) {
		from := h.day()
		h.pauses = append(
			h.pauses,
			duties.Suspension{
				ID:          fmt.Sprintf("p%d", i),
				ScopeUnitID: pick(h, []string{"", "", "xa1", "ap0", "to0", "dang"}),
				Activity: pick(
					h,
					[]duties.Activity{"", "", "GROUP"},
				),
				ValidFrom: from,
				ValidTo:   from.AddDays(1 + h.r.IntN(90)),
				Reason:    "lũ",
			},
		)
	}
	for i := range h.r.IntN(90) {
		h.meeting(i)
	}
	return h
}

func (h *history) rule(i int) {
	r := duties.Rule{
		ID:          fmt.Sprintf("r%d", i),
		SeriesID:    fmt.Sprintf("r%d", i),
		SchemeID:    "s",
		Name:        fmt.Sprintf("Nhiệm vụ %d", i),
		TargetTypes: []string{},
		Quota:       1,
		Subject: pick(
			h,
			[]duties.Subject{duties.OfOfficer, duties.OfOfficer, duties.OfUnit},
		),
		Activity: pick(h, []duties.Activity{"GROUP", "GROUP", "CELL_REGULAR", "PEOPLE"}),
		KindID: pick(
			h,
			[]string{"", "", "k0", "k1", "k2"},
		),
		Period:           pick(h, dates.Cadences[:6]),
		LeapCounts:       h.maybe(60),
		GraceDays:        pick(h, []int{0, 0, 5, 20}),
		CountsSubstitute: h.maybe(50),
		CountsMember:     h.maybe(50),
	}
	if h.maybe(40) {
		switch r.Period {
		case dates.Monthly, dates.LunarMonthly:
			r.FixedCalendar, r.FixedDay = "solar", 1+h.r.IntN(31)
			if r.Period == dates.LunarMonthly || h.maybe(50) {
				r.FixedCalendar, r.FixedDay, r.ShortMonth = "lunar", pick(
					h,
					[]int{1, 16, 30},
				), pick(
					h,
					[]dates.ShortMonthRule{dates.LastDay, dates.Skip},
				)
			}
		case dates.Weekly:
			r.FixedCalendar, r.FixedDay = "solar", 1+h.r.IntN(7)
		case dates.Quarterly:
			r.FixedCalendar, r.FixedDay, r.FixedMonth = "solar", 1+h.r.IntN(31), 1+h.r.IntN(3)
		}
	}
	if r.FixedDay == 0 {
		r.Quota = 1 + h.r.IntN(3)
	}
	if r.Subject != duties.OfOfficer || h.maybe(30) {
		r.TargetTypes = pick(h, [][]string{{units.ToNDTQ}, {units.Ap, units.ToNDTQ}, {units.ChiBo}, {units.Xa}})
	}
	s := h.span(60)
	r.ValidFrom, r.ValidTo = s.From, s.To
	if at := h.day(); h.maybe(30) && s.Contains(at) && at > s.From {
		later := r
		later.ID, later.ValidFrom, later.ReplacesID, r.ValidTo = r.ID+"b", at, r.ID, at
		if later.FixedDay == 0 {
			later.Quota = 1 + h.r.IntN(3)
		}
		h.rules = append(h.rules, r, later)
		return
	}
	h.rules = append(h.rules, r)
}

func (h *history) meeting(i int) {
	m := activities.Meeting{
		ID: fmt.Sprintf("g%02d", i),
		Kind: pick(
			h,
			[]activities.Kind{activities.Group, activities.Group, activities.Group, activities.CellRegular, activities.People},
		),
		State: pick(
			h,
			[]activities.State{
				activities.Held,
				activities.Held,
				activities.Held,
				activities.Held,
				activities.Planned,
				activities.Cancelled,
				activities.Postponed,
				activities.Suspended,
			},
		),
		CreatedAt: "x",
	}
	m.PlannedOn = h.day()
	m.Day = m.PlannedOn
	if m.State == activities.Held {
		if h.maybe(40) {
			m.Day = m.PlannedOn.AddDays(h.r.IntN(40) - 15)
		} else if h.maybe(30) {
			m.PlannedOn = ""
		}
		m.HeldOn = m.Day
	}
	if i > 0 && h.maybe(15) { // replaces an earlier one
		if before := &h.meetings[i-1]; before.State == activities.Postponed {
			m.MovedFrom = before.ID
		}
	}
	h.meetings = append(h.meetings, m)
	places := map[activities.Kind][]string{activities.Group: {"to0", "to1", "to2", "ap0"},
		activities.CellRegular: {"cb0", "cb1", "ap0", "ap1"}, activities.People: {"ap0", "ap1", "ap2", "xa1", "dang"}}[m.Kind]
	first := pick(h, places)
	h.hosts = append(h.hosts, activities.Host{MeetingID: m.ID, UnitID: first})
	if other := pick(h, places); other != first && h.maybe(30) {
		h.hosts = append(h.hosts, activities.Host{MeetingID: m.ID, UnitID: other, SortOrder: 1})
	}
	for j, o := range h.officers {
		if !h.maybe(60) {
			continue
		}
		a := activities.Attendance{ID: fmt.Sprintf("%s-%d", m.ID, j), MeetingID: m.ID, OfficerID: o.ID}
		if m.State == activities.Held {
			a.Result = pick(
				h,
				[]activities.Result{
					activities.Attended,
					activities.Attended,
					activities.Substituted,
					activities.Excused,
					activities.Absent,
					"",
				},
			)
		}
		h.seen = append(h.seen, a)
	}
}

func (h *history) store(t testing.TB, tx *store.Tx) {
	t.Helper()
	for _, rows := range []any{&h.rows, &h.versions, &h.links, &h.officers,
		&[]assignments.Scheme{{ID: "s", Name: "Chủ trương mẫu", ValidFrom: "2020-01-01", CreatedAt: "x"}}, &h.kinds,
		&[]assignments.Decision{{ID: "d", Action: assignments.PhanCong, State: assignments.BanHanh, CreatedAt: "x", Lines: []assignments.LineIn{}}},
		&[]assignments.Team{{ID: "team", Name: "Tổ mẫu", CreatedAt: "x"}}, &h.members, &h.assignments, &h.rules} {
		if err := tx.Create(rows).Error; err != nil {
			t.Fatal(err)
		}
	}
	if len(h.pauses) > 0 {
		if err := tx.Create(&h.pauses).Error; err != nil {
			t.Fatal(err)
		}
	}
	// One statement for each table: a thousand histories take their time in compiling statements otherwise.
	for _, part := range []struct {
		rows any
		sql  string
	}{
		{h.meetings, `INSERT INTO meeting (id, kind, planned_on, held_on, day, state, moved_from, papers_sent_on, created_at)
SELECT value->>'id', value->>'kind', value->>'plannedOn', value->>'heldOn', value->>'day', value->>'state', value->>'movedFrom',
 value->>'papersSentOn', '' FROM json_each(?)`},
		{h.hosts, `INSERT INTO meeting_host (meeting_id, unit_id, sort_order) SELECT value->>'meetingId', value->>'unitId', value->>'sortOrder' FROM json_each(?)`},
		{h.seen, `INSERT INTO attendance (id, meeting_id, officer_id, result) SELECT value->>'id', value->>'meetingId', value->>'officerId', value->>'result' FROM json_each(?)`},
	} {
		list, err := json.Marshal(part.rows)
		if err != nil {
			t.Fatal(err)
		}
		if string(list) != "null" {
			activitiestest.Exec(t, tx, part.sql, string(list))
		}
	}
}
