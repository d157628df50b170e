package reports_test

import (
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/reports"
	"caunoi/backend/sample"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Whatever the day, every paper of the month before can be made; in the whole sweep each of its numbers opens what it counts.
func TestPapersOnEveryDay(t *testing.T) {
	t.Parallel()
	for _, day := range storetest.Days() {
		t.Run(string(day), func(t *testing.T) {
			t.Parallel()
			s := storetest.On(t, day)
			storetest.Write(t, s, sample.Office)
			choice := choices(t, s)
			storetest.Read(t, s, func(tx *store.Tx) error {
				numbers := 0
				for _, report := range reports.Catalog {
					period := report.Fitting(dates.PeriodOf(dates.Month, day.MonthStart().AddDays(-1)))
					doc, err := reports.Make(tx, choice(report, reports.Input{Report: report.Code, Period: period}))
					if err != nil {
						t.Errorf("%s, %s: %v", report.Code, period, err)
					} else if storetest.AllDays() {
						numbers += reports.CheckLinks(t, tx, doc).Numbers
					}
				}
				if storetest.AllDays() && numbers < 200 {
					t.Errorf("only %d numbers in all papers", numbers)
				}
				return nil
			})
		})
	}
}
