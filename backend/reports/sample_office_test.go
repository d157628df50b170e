package reports_test

import (
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/reports"
	"caunoi/backend/sample"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Every report of the made-up office, in the Party's and the state's form, keeps to the rules of the page.
func TestSampleOfficePrintsByTheRules(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, sample.Office)
	for _, report := range reports.Catalog {
		for form, period := range map[reports.Form]dates.Period{reports.FormParty: "2026-10", reports.FormState: "2026-Q3"} {
			t.Run(report.Code+" "+string(form), func(t *testing.T) {
				storetest.Read(t, s, func(tx *store.Tx) error {
					doc, err := reports.Make(tx, reports.Input{Report: report.Code, Period: period, Form: form, Number: 12})
					if err != nil {
						t.Error(err)
						return nil
					}
					reports.CheckPDF(t, doc, tx.Now)
					return nil
				})
			})
		}
	}
}
