package fulfilment

import (
	"fmt"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The first screen looks a week ahead and 31 days back: the last day of each counts, the next does not, and each number is
// that of the filter it names.
func TestRemindersLookAWeekAheadAndAMonthBack(t *testing.T) {
	for _, c := range []struct {
		today dates.Date
		want  string
	}{
		{"2026-06-02", ""},
		{"2026-06-03", "due_soon 1"}, // seven days before the 10th
		{"2026-06-09", "due_soon 1"},
		{"2026-06-10", "due_soon 1"}, // the day itself
		{"2026-06-11", "overdue 1"},
		{"2026-07-02", "overdue 1"},
		{"2026-07-03", "overdue 1; due_soon 1"}, // July's comes up while June's still waits
		{"2026-07-11", "overdue 2"},             // June's is 31 days ago
		{"2026-07-12", "overdue 1"},
	} {
		rule := monthly("r", "k", "CELL_REGULAR", 10)
		rule.ValidFrom = "2026-06-01"
		o := openOffice(t, c.today, rule)
		storetest.Write(t, o.Store, func(tx *store.Tx) error { return tx.Exec("DELETE FROM assignment WHERE id = 'a2'").Error })
		got, err := o.s.Reminders("", "")
		if err != nil || got.Day != c.today {
			t.Fatalf("%+v %v", got, err)
		}
		items := []Reminder{}
		for _, each := range got.Items {
			if each.Code == "schedule" {
				continue
			}
			items = append(items, each)
			list, err := o.s.Cells(CellsFilter{Filter: each.Filter, Outcomes: []activities.Outcome{each.Outcome}})
			if err != nil || list.Total != each.Count {
				t.Errorf("on %s: %s says %d, its filter lists %d; %v", c.today, each.Code, each.Count, list.Total, err)
			}
		}
		equal(t, "on "+string(c.today), joined(items, func(r Reminder) string { return fmt.Sprintf("%s %d", r.Code, r.Count) }), c.want)
	}
}

func TestRemindersOfADay(t *testing.T) {
	o := openOffice(t, "2026-11-22", monthly("r", "k", "CELL_REGULAR", 10))
	if _, err := o.s.Reminders("31/12/2026", ""); !fault.Is(err, fault.CodeInvalid) {
		t.Error(err)
	}
	got, err := o.s.Reminders("2026-11-10", "")
	if err != nil || got.Day != "2026-11-10" {
		t.Fatalf("%+v %v", got, err)
	}
	equal(t, "on a day that is not today", joined(got.Items, func(r Reminder) string { return r.Text }),
		"Nhiệm vụ r: 2 lần đã qua mà chưa ghi nhận; 2 chi bộ chưa đăng ký lịch sinh hoạt tháng 12 năm 2026 (hạn ngày 20)")
}

// The calendar has what is due beside each day: at most 30 of the count, suspended ones apart, and none that has a meeting.
func TestCalendarShowsWhatIsDue(t *testing.T) {
	rules := []string{}
	o := openOffice(t, "2026-06-01")
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		for i := range 16 { // two places each: 32 due on one day
			r := monthly(fmt.Sprintf("r%02d", i), "k", "CELL_REGULAR", 10)
			r.SeriesID, r.SchemeID, r.ValidFrom, r.CreatedAt, r.TargetTypes = r.ID, "s", "2020-01-01", "x", []string{}
			rules = append(rules, r.ID)
			if err := tx.Create(&r).Error; err != nil {
				return err
			}
		}
		r := monthly("g", "g", "GROUP", 11)
		r.SeriesID, r.SchemeID, r.ValidFrom, r.CreatedAt, r.TargetTypes = r.ID, "s", "2020-01-01", "x", []string{}
		if err := tx.Create(&r).Error; err != nil {
			return err
		}
		return tx.Exec(
			"INSERT INTO suspension (id, scope_unit_id, activity, valid_from, valid_to, reason, created_at) VALUES ('p', 'to1', '', '2026-06-11', '2026-06-12', 'lũ', 'x')",
		).Error
	})
	day := func(span dates.Span, i int) DueDay {
		t.Helper()
		c, err := o.s.Calendar(activities.CalendarFilter{Span: span})
		if err != nil || len(c.Days) != span.Days() || len(c.Due) != len(c.Days) {
			t.Fatalf("%d days, %d of duties, %v", len(c.Days), len(c.Due), err)
		}
		return c.Due[i]
	}
	june := dates.Period("2026-06").Span()
	if d := day(
		june,
		9,
	); d.DueCount != 32 || len(d.Due) != 30 || d.Suspended != 0 || d.Due[0].Unit == "" || d.Due[0].Officer == "" ||
		d.Due[0].RuleName == "" {
		t.Errorf("on the 10th: %d of %d, %d suspended, first %+v", len(d.Due), d.DueCount, d.Suspended, d.Due[0])
	}
	if d := day(june, 10); d.DueCount != 1 || len(d.Due) != 1 || d.Due[0].UnitID != "to2" || d.Suspended != 1 {
		t.Errorf("on the 11th: %+v", d)
	}
	for _, i := range []int{8, 11} {
		if d := day(june, i); d.DueCount != 0 || d.Due == nil {
			t.Errorf("on the %dth: %+v", i+1, d)
		}
	}
	o.save(t, activities.MeetingInput{Kind: activities.Group, State: activities.Planned, PlannedOn: "2026-06-20", HostIDs: []string{"to2"}})
	if d := day(june, 10); d.DueCount != 0 || d.Suspended != 1 {
		t.Errorf("planned for another day: %+v", d)
	}
	for days, good := range map[int]bool{1: true, 63: true, 64: false, 0: false} {
		span := dates.Span{From: "2026-06-01", To: dates.Date("2026-06-01").AddDays(days)}
		if _, err := o.s.Calendar(activities.CalendarFilter{Span: span}); (err == nil) != good {
			t.Errorf("%d days: %v", days, err)
		}
	}
}
