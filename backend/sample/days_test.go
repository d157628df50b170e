package sample_test

import (
	"slices"
	"strings"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
	"caunoi/backend/sample"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The made-up office works on whatever day it is opened: it can be filled, nothing in it has happened tomorrow, and what the
// screens of the day say is what a plain count of the rows gives.
func TestOfficeOnEveryDay(t *testing.T) {
	for _, day := range storetest.Days() {
		t.Run(string(day), func(t *testing.T) {
			t.Parallel()
			s := storetest.On(t, day)
			storetest.Write(t, s, sample.Office)
			storetest.Read(t, s, func(tx *store.Tx) error {
				nothingAfter(t, tx, day)
				firstScreen(t, tx, day)
				monthsOf(t, tx, day)
				lists(t, tx)
				return nil
			})
		})
	}
}

// nothingAfter looks for records of something done on a later day than today.
func nothingAfter(t *testing.T, tx *store.Tx, day dates.Date) {
	for what, sql := range map[string]string{
		"meetings held":      "SELECT count(*) FROM meeting WHERE state = 'HELD' AND (held_on > ? OR papers_sent_on > held_on)",
		"letters and steps":  "SELECT count(*) FROM matter_step WHERE day > ?",
		"matters received":   "SELECT count(*) FROM matter WHERE received_on > ? OR raised_on > received_on",
		"papers issued":      "SELECT count(*) FROM issued_paper WHERE day > ?",
		"reception days":     "SELECT count(*) FROM reception_day WHERE held_on > ?",
		"sessions held":      "SELECT count(*) FROM session WHERE state = 'da_hop' AND day > ?",
		"decisions in force": "SELECT count(*) FROM decision WHERE state = 'ban_hanh' AND doc_date > ?",
	} {
		if n := count(t, tx, sql, day); n != 0 {
			t.Errorf("%d %s after %s", n, what, day)
		}
	}
	for what, sql := range map[string]string{
		"meetings to come": "SELECT count(*) FROM meeting WHERE state = 'PLANNED' AND day >= ?",
		"sessions to come": "SELECT count(*) FROM session WHERE state = 'chuan_bi' AND day > ?",
	} {
		if count(t, tx, sql, day) == 0 {
			t.Errorf("no %s", what)
		}
	}
}

// firstScreen compares the week and the reminders with the rows.
func firstScreen(t *testing.T, tx *store.Tx, day dates.Date) {
	w, err := activities.WeekOf(tx, dates.None, "")
	if err != nil {
		t.Fatal(err)
	}
	shown := day
	if day.Weekday() == 0 { // a Sunday prepares the week that begins
		shown = day.AddDays(1)
	}
	if w.From > shown || w.Last < shown || w.From.Weekday() != 1 || w.Last.Sub(w.From) != 6 {
		t.Errorf("the week is %s – %s", w.From, w.Last)
	}
	if n := count(
		t,
		tx,
		"SELECT count(*) FROM meeting WHERE deleted_at = '' AND day BETWEEN ? AND ?",
		w.From,
		w.Last,
	); n != w.MeetingCount {
		t.Errorf("%d meetings of the week, %d rows", w.MeetingCount, n)
	}
	open := 0
	for _, u := range w.Unrecorded {
		open += u.Count
	}
	if n := count(t, tx, "SELECT count(*) FROM meeting WHERE deleted_at = '' AND state = 'PLANNED' AND day < ?", day); n != open || n == 0 {
		t.Errorf("%d meetings to record, %d rows", open, n)
	}
	if w.VacantCount == 0 || w.VacantCount >= w.Required {
		t.Errorf("%d of %d places are vacant", w.VacantCount, w.Required)
	}
	reminders, err := fulfilment.RemindersOf(tx, "", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reminders.Items {
		if r.Count == 0 {
			t.Errorf("a reminder of nothing: %q", r.Text)
		}
		if r.Code != "overdue" {
			continue
		}
		cells, err := fulfilment.Cells(tx, fulfilment.CellsFilter{Filter: r.Filter, Outcomes: []activities.Outcome{r.Outcome}})
		if err != nil || cells.Total < r.Count {
			t.Errorf("%q opens %d, %v", r.Text, cells.Total, err)
		}
		for _, c := range cells.Items {
			if c.Day >= day || c.Due > day {
				t.Errorf("%q: %s on %s (due %s) is not past", r.Text, c.UnitLabel, c.Day, c.Due)
			}
		}
	}
}

// monthsOf holds the rates of the last three months together, in each way of summing.
func monthsOf(t *testing.T, tx *store.Tx, day dates.Date) {
	for back := range 3 {
		month := dates.PeriodOf(dates.Month, day.MonthStart().AddMonths(-back)).Span()
		for _, by := range []fulfilment.By{fulfilment.ByUnit, fulfilment.ByOfficer, fulfilment.ByUpper, fulfilment.ByKind} {
			f, err := fulfilment.Summarize(tx, fulfilment.Filter{Span: month, By: by})
			if err != nil {
				t.Fatal(month, by, err)
			}
			var sum fulfilment.Tally
			for _, r := range f.Rows {
				if x := r.Tally; x.Expected != x.Attended+x.Substituted+x.Excused+x.Absent+x.NotRecorded || x.Done > x.Held ||
					x.Held > x.Expected {
					t.Errorf("%s %s %s: %+v", month.From, by, r.Name, x)
				}
				sum.Expected += r.Tally.Expected
				sum.ToCome += r.Tally.ToCome
			}
			if sum.Expected != f.Total.Expected || sum.ToCome != f.Total.ToCome {
				t.Errorf("%s %s: rows have %+v, the total %+v", month.From, by, sum, f.Total)
			}
			if back > 0 && f.Total.Expected == 0 {
				t.Errorf("%s %s expected nothing", month.From, by)
			}
		}
		// What is still to come in a month that is past belongs to a longer turn: a quarter, half a year, a year.
		ahead := fulfilment.CellsFilter{
			Filter:   fulfilment.Filter{Span: month, By: fulfilment.ByUnit},
			Outcomes: []activities.Outcome{activities.ToCome},
		}
		cells, err := fulfilment.Cells(tx, ahead)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cells.Items {
			if back > 0 && strings.HasPrefix(c.Turn, "tháng") {
				t.Errorf("%s in %s is still to come: %+v", c.RuleName, c.Turn, c)
			}
		}
	}
	month := dates.PeriodOf(dates.Month, day).Span()
	c, err := fulfilment.CalendarOf(tx, activities.CalendarFilter{Span: month})
	if err != nil || len(c.Days) != month.Days() {
		t.Errorf("a calendar of %d days, %v", len(c.Days), err)
	}
}

// lists demands that no list of matters is empty and no state missing.
func lists(t *testing.T, tx *store.Tx) {
	for _, state := range matters.States() {
		if n := count(t, tx, "SELECT count(*) FROM matter WHERE state = ?", state); n == 0 {
			t.Errorf("no matter is %q", state.Word())
		}
	}
	waiting, err := matters.Worklists(tx, "")
	if err != nil {
		t.Error(err)
	}
	settled := []string{matters.ToRecheck, matters.RecheckNow} // asked for from the day on which the rule begins
	for _, l := range waiting {
		if l.Count == 0 && (tx.Today >= "2026-09-01" || !slices.Contains(settled, l.Code)) {
			t.Errorf("%q is empty", l.Word)
		}
	}
}

func count(t *testing.T, tx *store.Tx, sql string, args ...any) (n int) {
	t.Helper()
	if err := tx.Raw(sql, args...).Scan(&n).Error; err != nil {
		t.Fatal(err)
	}
	return n
}
