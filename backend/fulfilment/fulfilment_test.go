package fulfilment

import (
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// twoGroups is one officer with two groups, with the lunar-16 duty and one joint meeting.
func twoGroups(t *testing.T, tx *store.Tx) {
	t.Helper()
	h := history{
		rows: []units.Row{
			{ID: "ap", Tree: units.TreeAdmin, CreatedAt: "x"},
			{ID: "to17", Tree: units.TreeAdmin, CreatedAt: "x"},
			{ID: "to18", Tree: units.TreeAdmin, CreatedAt: "x"},
		},
		versions: []units.Version{
			{ID: "1", UnitID: "ap", Name: "Ấp mẫu", Type: units.Ap, Fold: "x", SortKey: "x"},
			{
				ID:       "2",
				UnitID:   "to17",
				Name:     "Tổ 17",
				Type:     units.ToNDTQ,
				ParentID: "ap",
				Fold:     "x",
				SortKey:  "x",
			},
			{ID: "3", UnitID: "to18", Name: "Tổ 18", Type: units.ToNDTQ, ParentID: "ap", Fold: "x", SortKey: "x"},
		},
		links:    []units.Territory{},
		officers: []officers.Officer{{ID: "o", FullName: "Cán bộ mẫu 03"}},
		kinds:    []assignments.Kind{{ID: "k", SchemeID: "s", Code: "A5", TargetTree: units.TreeAdmin, TargetTypes: []string{}}},
		members:  []assignments.Member{{ID: "m", TeamID: "team", OfficerID: "o", Lead: true, ValidFrom: "2020-01-01"}},
		assignments: []assignments.Assignment{
			{ID: "a17", KindID: "k", OfficerID: "o", TargetID: "to17", ValidFrom: "2026-01-01", DecisionIn: "d"},
			{ID: "a18", KindID: "k", OfficerID: "o", TargetID: "to18", ValidFrom: "2026-01-01", DecisionIn: "d"},
		},
		rules: []duties.Rule{
			{
				ID:            "r",
				SeriesID:      "r",
				SchemeID:      "s",
				KindID:        "k",
				Name:          "Dự họp tổ",
				Subject:       duties.OfOfficer,
				Activity:      "GROUP",
				Quota:         1,
				Period:        dates.LunarMonthly,
				FixedCalendar: "lunar",
				FixedDay:      16,
				LeapCounts:    true,
				TargetTypes:   []string{},
				ValidFrom:     "2020-01-01",
			},
		},
		meetings: []activities.Meeting{
			{
				ID:           "g",
				Kind:         activities.Group,
				State:        activities.Held,
				HeldOn:       "2026-06-30",
				Day:          "2026-06-30",
				CreatedAt:    "x",
				PapersSentOn: "2026-06-28",
			},
		},
		hosts: []activities.Host{{MeetingID: "g", UnitID: "to17"}, {MeetingID: "g", UnitID: "to18"}},
		seen:  []activities.Attendance{{ID: "x", MeetingID: "g", OfficerID: "o", Result: activities.Attended}},
	}
	h.links = append(h.links, units.Territory{ID: "l", OrgID: "ap", UnitID: "ap"})
	h.store(t, tx)
}

// Story 22: one meeting, two hosts; it counts once for the officer and once for each group. G12: June 2026 has two
// sixteenths, and the year matrix has a place for both and for the thirteenth.
func TestJointMeetingAndLunarYear(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		twoGroups(t, tx)
		june := dates.Period("2026-06").Span()
		for by, want := range map[By]int{ByOfficer: 1, ByUnit: 2, ByUpper: 2, ByKind: 2} {
			got, err := Summarize(tx, Filter{Span: june, By: by})
			if err != nil || got.Total.Attended != want || got.Total.Held != want {
				t.Errorf("%s: %+v %v", by, got, err)
			}
			cells, err := Cells(
				tx,
				CellsFilter{Filter: Filter{Span: june, By: by}, Outcomes: []activities.Outcome{activities.Outcome(activities.Attended)}},
			)
			if err != nil || cells.Total != want || cells.Items[0].MeetingID != "g" || cells.Items[0].UnitLabel == "" {
				t.Errorf("%s: %+v %v", by, cells, err)
			}
		}
		m, err := YearMatrix(tx, "to17", 2026)
		if err != nil || len(m.Lines) != 1 || len(m.Lines[0].Cells) != 13 || m.Lines[0].Officer != "Cán bộ mẫu 03" {
			t.Fatalf("%+v %v", m, err)
		}
		halves := 0
		for _, c := range m.Lines[0].Cells {
			if c.Month == 6 && c.Half > 0 {
				halves++
			}
			if c.FromDay < 0 || c.ToDay > m.Days || c.FromDay >= c.ToDay || c.Letters == "" {
				t.Errorf("%+v", c)
			}
		}
		if halves != 2 {
			t.Errorf("June has %d halves", halves)
		}
		lead, err := PapersLead(tx, LeadFilter{Span: june})
		if err != nil || lead.Total.Sent != 1 || lead.Total.Shortest != 2 || len(lead.Items) != 2 {
			t.Errorf("%+v %v", lead, err)
		}
		silent, err := Silent(tx, SilentFilter{Span: june})
		if err != nil || silent.Total != 1 || silent.Items[0].Attended != 1 || silent.Items[0].Spoke != 0 {
			t.Errorf("%+v %v", silent, err)
		}
		for _, by := range []By{ByUnit, ByUpper, ByOfficer} {
			l, err := Ledger(tx, LedgerFilter{Span: june, By: by}, nil)
			if err != nil || l.Total.Meetings != 1 || len(l.Items) == 0 {
				t.Errorf("%s: %+v %v", by, l, err)
			}
		}
		c, err := CalendarOf(tx, activities.CalendarFilter{Span: dates.Period("2026-12").Span()})
		if err != nil || len(c.Days) != 31 {
			t.Fatal(err)
		}
		due := 0
		for _, d := range c.Due {
			due += d.DueCount
		}
		if due != 2 { // 16/11 lunar is 24 December; both groups
			t.Errorf("%d duties due in December", due)
		}
		rem, err := RemindersOf(tx, "", "")
		if err != nil || len(rem.Items) == 0 {
			t.Errorf("%+v %v", rem, err)
		}
		sch, err := activities.MonthSchedule(tx, activities.ScheduleFilter{Month: "2026-06", Kind: activities.Group})
		if err != nil || sch.Registered != 2 || sch.Missing != 0 {
			t.Errorf("%+v %v", sch, err)
		}
		return nil
	})
}

func TestFulfilmentRefusesBadQuestions(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		june := dates.Period("2026-06").Span()
		for _, f := range []Filter{{}, {By: ByUnit}, {By: "moon", Span: june}, {By: ByUnit, Span: dates.Span{From: june.From}},
			{By: ByUnit, Span: june, Activity: "DANCE"}, {By: ByUnit, Span: dates.Span{From: "1990-01-01", To: "2026-01-01"}}} {
			if _, err := Summarize(tx, f); !fault.Is(err, fault.CodeInvalid) {
				t.Errorf("%+v: %v", f, err)
			}
		}
		if _, err := YearMatrix(tx, "nowhere", 2026); !fault.Is(err, fault.CodeNotFound) {
			t.Error(err)
		}
		return nil
	})
}
