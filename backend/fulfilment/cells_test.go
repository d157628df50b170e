package fulfilment

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// Today is the due day of one duty; yesterday's passed. What is planned for today may still be held.
func TestWhatIsDueTodayIsStillToCome(t *testing.T) {
	for _, c := range []struct {
		name  string
		today dates.Date
		grace int
		plan  dates.Date
		want  string
	}{
		{"the day before", "2026-06-09", 0, "", "TO_COME"},
		{"the due day", "2026-06-10", 0, "", "TO_COME"},
		{"the day after", "2026-06-11", 0, "", "NOT_RECORDED"},
		{"the last day of grace", "2026-06-13", 3, "", "TO_COME"},
		{"the day after it", "2026-06-14", 3, "", "NOT_RECORDED"},
		{"planned for today", "2026-06-12", 0, "2026-06-12", "TO_COME"},
		{"planned for yesterday", "2026-06-13", 0, "2026-06-12", "NOT_RECORDED"},
	} {
		rule := monthly("r", "k", "CELL_REGULAR", 10)
		rule.GraceDays = c.grace
		o := openOffice(t, c.today, rule)
		if c.plan != "" {
			o.save(
				t,
				activities.MeetingInput{
					Kind:      activities.CellRegular,
					State:     activities.Planned,
					PlannedOn: c.plan,
					HostIDs:   []string{"cb1"},
				},
			)
		}
		list, err := o.s.Cells(CellsFilter{Filter: Filter{Span: dates.Period("2026-06").Span(), By: ByUnit, UnitID: "ap1"}})
		if err != nil || list.Total != 1 || string(list.Items[0].Outcome) != c.want {
			t.Errorf("%s: %+v %v", c.name, list, err)
		}
	}
	// without a fixed day the last day of the turn counts
	for today, want := range map[dates.Date]string{"2026-06-30": "TO_COME", "2026-07-01": "NOT_RECORDED"} {
		o := openOffice(t, today, monthly("r", "k", "CELL_REGULAR", 0))
		list, err := o.s.Cells(CellsFilter{Filter: Filter{Span: dates.Period("2026-06").Span(), By: ByUnit, UnitID: "ap1"}})
		if err != nil || list.Total != 1 || string(list.Items[0].Outcome) != want || list.Items[0].Due != "" {
			t.Errorf("any day of June, asked on %s: %+v %v", today, list, err)
		}
	}
}

// The list behind a number has as many occurrences as the number says, for every row, every outcome and the rate.
func TestCellsAreWhatTheNumbersCount(t *testing.T) {
	group := monthly("r", "g", "GROUP", 10)
	group.CountsSubstitute = true
	team := monthly("t", "k", "CELL_REGULAR", 0)
	o := openOffice(t, "2026-07-05", group, team)
	absent := held(activities.Group, "2026-05-10", []string{"to1"})
	absent.Attendances = []activities.AttendanceInput{{OfficerID: "chi", Result: activities.Absent}}
	o.save(t, absent)
	excused := held(activities.Group, "2026-05-11", []string{"to2"})
	excused.Attendances = []activities.AttendanceInput{{OfficerID: "chi", Result: activities.Excused}}
	o.save(t, excused)
	o.save(t, held(activities.Group, "2026-06-10", []string{"to1", "to2"}, "chi"))
	o.save(t, held(activities.CellRegular, "2026-06-12", []string{"cb2"}, "binh"))
	o.save(
		t,
		activities.MeetingInput{
			Kind:      activities.CellRegular,
			State:     activities.Cancelled,
			PlannedOn: "2026-05-12",
			HostIDs:   []string{"cb1"},
		},
	)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.Exec(
			"INSERT INTO suspension (id, scope_unit_id, activity, valid_from, valid_to, reason, created_at) VALUES ('p', 'ap2', '', '2026-07-01', '2026-08-01', 'lũ', 'x')",
		).Error
	})
	span := dates.Span{From: "2026-05-01", To: "2026-08-01"}
	for _, by := range []By{ByOfficer, ByUnit, ByUpper, ByKind} {
		f := Filter{Span: span, By: by, UnderID: "xa"}
		sum, err := o.s.Summary(f)
		if err != nil || sum.Count != len(sum.Rows) || len(sum.Rows) == 0 {
			t.Fatalf("%s: %+v %v", by, sum, err)
		}
		total := Tally{}
		for _, row := range sum.Rows {
			total.AddAll(row.Tally)
			if row.Name == "" || row.Label == "" {
				t.Errorf("%s: a row without a name: %+v", by, row)
			}
			for outcome, n := range map[activities.Outcome]int{
				attended: row.Tally.Attended, substituted: row.Tally.Substituted,
				excusedOutcome: row.Tally.Excused, absentOutcome: row.Tally.Absent,
				activities.NotRecorded: row.Tally.NotRecorded, activities.NotHeld: row.Tally.NotHeld,
				activities.OnHold: row.Tally.Suspended,
				activities.ToCome: row.Tally.ToCome,
			} {
				list, err := o.s.Cells(CellsFilter{Filter: f, Key: row.Key, Outcomes: []activities.Outcome{outcome}})
				if err != nil || list.Total != n {
					t.Errorf("%s %s %s: %d are listed, %d counted; %v", by, row.Key, outcome, list.Total, n, err)
				}
				for _, c := range list.Items {
					if c.UnitLabel == "" || c.OfficerName == "" || c.OutcomeWord == "" || c.Outcome != outcome {
						t.Errorf("%s: %+v", by, c)
					}
				}
			}
			rate, err := o.s.Cells(CellsFilter{Filter: f, Key: row.Key, Held: true})
			if err != nil || rate.Total != row.Tally.Held {
				t.Errorf("%s %s: %d in the rate are listed, %d counted; %v", by, row.Key, rate.Total, row.Tally.Held, err)
			}
		}
		if total != sum.Total {
			t.Errorf("%s: the rows sum to %+v, the total says %+v", by, total, sum.Total)
		}
		every, err := o.s.Cells(CellsFilter{Filter: f})
		few, err2 := o.s.Cells(CellsFilter{Filter: f, Limit: 2})
		if err != nil || err2 != nil || len(few.Items) != 2 || few.Total != every.Total || every.Total != len(every.Items) ||
			cellText(few.Items[1]) != cellText(every.Items[1]) {
			t.Errorf("%s: of %d the first two are %+v", by, every.Total, few)
		}
	}
}

// A drill-down is in order of day, rule and place, and says everything of an occurrence.
func TestCellSaysEverything(t *testing.T) {
	o := openOffice(t, "2026-07-05", monthly("r", "g", "GROUP", 10), monthly("t", "k", "CELL_REGULAR", 0))
	meeting := o.save(t, held(activities.Group, "2026-06-09", []string{"to1"}, "chi"))
	list, err := o.s.Cells(CellsFilter{Filter: Filter{Span: dates.Period("2026-06").Span(), By: ByUnit}})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "order", joined(list.Items, cellText),
		"2026-06-09 to1 chi ATTENDED; 2026-06-10 to2 chi NOT_RECORDED; 2026-06-16 ap1 an NOT_RECORDED; 2026-06-16 ap2 to NOT_RECORDED")
	want := Cell{
		RuleID:       "r",
		RuleName:     "Nhiệm vụ r",
		Kind:         activities.Group,
		KindWord:     "Họp Tổ nhân dân tự quản",
		Turn:         "tháng 6 năm 2026",
		Due:          "2026-06-10",
		Day:          "2026-06-09",
		Lunar:        dates.ToLunar("2026-06-09").Show(),
		UnitID:       "to1",
		UnitLabel:    "Tổ 17, ấp Mẫu Một, xã Mẫu",
		OfficerID:    "chi",
		OfficerName:  "Cán bộ mẫu Chi",
		AssignmentID: "a3",
		MeetingID:    meeting.ID,
		Outcome:      attended,
		OutcomeWord:  "Đã dự",
		Held:         true,
	}
	if list.Items[0] != want {
		t.Errorf("%+v, want\n%+v", list.Items[0], want)
	}
	if c := list.Items[3]; c.TeamID != "to" || c.OfficerID != "" || c.OfficerName != "Tổ mẫu" || c.AssignmentID != "a2" ||
		c.MeetingID != "" {
		t.Errorf("%+v", c)
	}
	equal(t, "a team's key", fmt.Sprint(cellsOf(t, o, Filter{Span: dates.Period("2026-06").Span(), By: ByOfficer}, "to")), "1")
}

func cellsOf(t *testing.T, o *testOffice, f Filter, key string) int {
	t.Helper()
	list, err := o.s.Cells(CellsFilter{Filter: f, Key: key})
	if err != nil {
		t.Fatal(err)
	}
	return list.Total
}

const (
	attended       = activities.Outcome(activities.Attended)
	substituted    = activities.Outcome(activities.Substituted)
	excusedOutcome = activities.Outcome(activities.Excused)
	absentOutcome  = activities.Outcome(activities.Absent)
)

// A meeting put off, twice, still counts for the month it was first planned for, while it is held within the days of grace.
func TestPostponedMeetingCountsForItsFirstMonth(t *testing.T) {
	for heldOn, want := range map[dates.Date]string{
		"2026-07-05": "2026-07-05 to1 chi ATTENDED", // the last day of grace
		"2026-07-06": "2026-06-10 to1 chi NOT_RECORDED",
	} {
		rule := monthly("r", "g", "GROUP", 10)
		rule.GraceDays = 5
		o := openOffice(t, "2026-07-20", rule)
		first := o.save(t, planned(activities.Group, "2026-06-10", "to1", "chi"))
		day := first
		for _, to := range []dates.Date{"2026-06-25", heldOn} {
			in := day.Input()
			in.State, in.PostponedTo = activities.Postponed, to
			o.save(t, in)
			page, err := o.log.Log(activities.LogFilter{Span: dates.Through(to, to)})
			if err != nil || len(page.Items) != 1 {
				t.Fatalf("%+v %v", page, err)
			}
			day = page.Items[0]
		}
		in := day.Input()
		in.State, in.HeldOn, in.Attendances[0].Result = activities.Held, heldOn, activities.Attended
		o.save(t, in)
		list, err := o.s.Cells(
			CellsFilter{Filter: Filter{Span: dates.Span{From: "2026-06-01", To: "2026-08-01"}, By: ByUnit, UnitID: "to1"}},
		)
		if err != nil || len(list.Items) == 0 || cellText(list.Items[0]) != want {
			t.Errorf("held on %s: %s, want %s first; %v", heldOn, joined(list.Items, cellText), want, err)
		}
	}
}
