package duties

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/dates"
)

// The share of a quota stands for its middle day, day floor(D·(2k−1)/(2n)) of the turn counted from 0.
func TestSharesStandForTheirMiddleDay(t *testing.T) {
	for _, c := range []struct {
		name  string
		span  dates.Span
		quota int
		want  []dates.Date
	}{
		{"once in 30 days", dates.Period("2026-06").Span(), 1, []dates.Date{"2026-06-16"}},
		{"once in 31 days", dates.Period("2026-07").Span(), 1, []dates.Date{"2026-07-16"}},
		{"once in 28 days", dates.Period("2026-02").Span(), 1, []dates.Date{"2026-02-15"}},
		{"once in 29 days", dates.Period("2028-02").Span(), 1, []dates.Date{"2028-02-15"}},
		{"twice in 30 days", dates.Period("2026-06").Span(), 2, []dates.Date{"2026-06-08", "2026-06-23"}},
		{"three times in 30 days", dates.Period("2026-06").Span(), 3, []dates.Date{"2026-06-06", "2026-06-16", "2026-06-26"}},
		{"more often than there are days", dates.Through("2026-06-01", "2026-06-02"), 4,
			[]dates.Date{"2026-06-01", "2026-06-01", "2026-06-02", "2026-06-02"}},
		{"twice a year", dates.Period("2026").Span(), 2, []dates.Date{"2026-04-02", "2026-10-01"}},
	} {
		days := middleDays(dates.DayRangeOf(c.span), c.quota)
		if len(days) != len(c.want) {
			t.Fatalf("%s: %d days", c.name, len(days))
		}
		for i, day := range days {
			if got := dates.DateOf(day); got != c.want[i] {
				t.Errorf("%s: share %d stands for %s, want %s", c.name, i+1, got, c.want[i])
			}
		}
	}
}

// A meeting counts for the turn it was planned for while it is held in it or within the grace days after it; the last grace
// day still counts, the next does not.
func TestTurnOfAMeeting(t *testing.T) {
	r := CompiledRule{Rule: Rule{Period: dates.Monthly, Quota: 1, GraceDays: 5}}
	r.Turns = turnsOf(&r.Rule, dates.Through("2026-06-01", "2026-08-31"))
	r.indexTurns()
	for _, c := range []struct {
		planned, held dates.Date
		want          string
	}{
		{"2026-06-01", "2026-06-01", "2026-06"},
		{"2026-06-30", "2026-06-30", "2026-06"},
		{"2026-06-30", "2026-07-01", "2026-06"}, // within grace
		{"2026-06-30", "2026-07-05", "2026-06"}, // its last day
		{"2026-06-30", "2026-07-06", "2026-07"}, // the day after
		{"2026-07-01", "2026-06-30", "2026-06"}, // held before the turn it was planned for
		{"2026-05-31", "2026-06-01", "2026-06"}, // planned before the turns known
		{"2026-05-31", "2026-05-31", ""},
		{"2026-08-31", "2026-08-31", "2026-08"},
		{"2026-08-31", "2026-09-05", "2026-08"},
		{"2026-08-31", "2026-09-06", ""},
		{"2026-09-01", "2026-09-01", ""},
	} {
		got := ""
		if i := r.TurnOf(dates.DayNumber(c.planned), dates.DayNumber(c.held)); i >= 0 {
			got = r.Turns[i].Key
		}
		if got != c.want {
			t.Errorf("planned %s, held %s: turn %q, want %q", c.planned, c.held, got, c.want)
		}
	}
}

// In 2025 the sixth lunar month came twice: a day of the moon in a solar month counts in the leap month only when the rule says so.
func TestALunarDayInALeapMonth(t *testing.T) {
	for counts, want := range map[bool]string{true: "[2025-07-10] [2025-08-09]", false: "[2025-07-10] []"} {
		rule := Rule{Period: dates.Monthly, FixedCalendar: "lunar", FixedDay: 16, LeapCounts: counts, Quota: 1}
		got := []string{}
		for _, turn := range turnsOf(&rule, dates.Through("2025-07-01", "2025-08-31")) {
			days := []dates.Date{}
			for _, n := range turn.Days {
				days = append(days, dates.DateOf(n))
			}
			got = append(got, fmt.Sprint(days))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("leap months count %t: %v, want %s", counts, got, want)
		}
	}
}
