package reports

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/papers"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The reports asked after are exactly those whose entry asks for their period to be over.
func TestOwedKnowsEveryReportOnAPeriod(t *testing.T) {
	t.Parallel()
	for _, r := range Catalog {
		listed := slices.ContainsFunc(onPeriods, func(p Report) bool { return p.Code == r.Code })
		if listed != slices.Contains(r.Conditions, PeriodOver) {
			t.Errorf("%s: listed %v", r.Code, listed)
		}
	}
}

// A report is owed when it was issued for one of the three periods before the last one that ended, and not for that one; not
// when the last issue lies further back, was cancelled, or was of another kind of period. The last day of a period is its end.
func TestReportsOwedByHabit(t *testing.T) {
	t.Parallel()
	type issue struct {
		report    string
		period    dates.Period
		cancelled string
		estimate  bool
	}
	for name, c := range map[string]struct {
		day    dates.Date
		issued []issue
		want   []string
	}{
		"none issued":                 {"2026-11-26", nil, nil},
		"the month before is missing": {"2026-11-26", []issue{{"R20", "2026-09", "", false}}, []string{"R20 2026-10 26"}},
		"it is there":                 {"2026-11-26", []issue{{"R20", "2026-09", "", false}, {"R20", "2026-10", "", false}}, nil},
		"the running one was issued":  {"2026-11-26", []issue{{"R20", "2026-09", "", false}, {"R20", "2026-11", "", false}}, nil},
		"cancelled is not issued": {"2026-11-26", []issue{{"R20", "2026-09", "", false}, {"R20", "2026-10", "2026-11-02", false}},
			[]string{"R20 2026-10 26"}},
		"given up":                        {"2026-11-26", []issue{{"R20", "2026-06", "", false}}, nil},
		"three before":                    {"2026-11-26", []issue{{"R20", "2026-07", "", false}}, []string{"R20 2026-10 26"}},
		"the day before the month's last": {"2026-11-29", []issue{{"R20", "2026-10", "", false}}, nil},
		"the month's last day":            {"2026-11-30", []issue{{"R20", "2026-10", "", false}}, []string{"R20 2026-11 0"}},
		"a quarter beside the months": {
			"2026-11-26",
			[]issue{{"R20", "2026-10", "", false}, {"R20", "2026-Q2", "", false}, {"R21", "2025-H2", "", false}},
			[]string{"R21 2026-H1 149", "R20 2026-Q3 57"},
		},
		"an estimate is no report": {"2026-11-26", []issue{{"R20", "2026-09", "", false}, {"R20", "2026-10", "", true}},
			[]string{"R20 2026-10 26"}},
		"an estimate binds without any habit": {"2026-11-26", []issue{{"R20", "2026-05", "", true}}, []string{"R20 2026-05 179"}},
		"on the last day":                     {"2026-11-30", []issue{{"R20", "2026-11", "", true}}, []string{"R20 2026-11 0"}},
		"not before":                          {"2026-11-29", []issue{{"R20", "2026-11", "", true}}, nil},
		"the final one followed":              {"2026-11-26", []issue{{"R20", "2026-05", "", true}, {"R20", "2026-05", "", false}}, nil},
		"no report on a period":               {"2026-11-26", []issue{{"R11", "2026-09", "", false}}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o, _ := reportstest.Office(t)
			var got []string
			storetest.Write(t, o.Store, func(tx *store.Tx) error {
				if err := tx.Exec("DELETE FROM issued_paper").Error; err != nil {
					return err
				}
				for i, row := range c.issued {
					err := tx.Create(&papers.Issued{
						ID: string(rune('a' + i)), Origin: papers.FromHere, Report: row.report, Period: row.period,
						CancelledAt: row.cancelled, Estimate: row.estimate, Number: i + 1, Recipients: []string{},
					}).Error
					if err != nil {
						return err
					}
				}
				tx.Today = c.day
				list, err := OwedReports(tx)
				for _, r := range list {
					got = append(got, strings.Join([]string{r.Report, string(r.Period), strconv.Itoa(r.Days)}, " "))
				}
				return err
			})
			if !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}
