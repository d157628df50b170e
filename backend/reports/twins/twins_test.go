// Package twins holds what papers say as Word files and as workbooks against what their pages say. It stands apart because
// LibreOffice, which reads the Word files, takes longer to start than other rooms to be tested: it is started once, for all.
package twins

import (
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/reports"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

// everyPaper gives one paper of every kind, and of every report of the catalog in each form.
func everyPaper(t *testing.T) map[string]document.Document {
	t.Helper()
	papers := documenttest.All()
	o, ids := reportstest.Office(t)
	ids["bg"] = reportstest.HandOver(t, o.Store, ids["cb1"], ids["cb0"])
	for _, report := range reports.Catalog {
		for _, form := range report.Forms {
			for _, period := range []dates.Period{"2026-06", "2024-01"} {
				if form != document.FormParty && period == "2024-01" {
					continue // a month without records says the same in every form
				}
				in := reports.Input{Report: report.Code, Period: report.Fitting(period), Form: form, Number: 5}
				storetest.Read(t, o.Store, func(tx *store.Tx) error {
					doc, err := reports.Make(tx, reportstest.About(report.Needs, ids, in))
					papers[report.Name+" "+string(form)+" "+string(period)] = doc
					return err
				})
			}
		}
	}
	return papers
}

// Every paper says in Word, read by another program, word for word what its pages say, with the same tables.
func TestWordTwinSaysTheSame(t *testing.T) {
	t.Parallel()
	typesettest.CheckWordTwins(t, everyPaper(t))
}

// Every paper's workbook, read back, holds the cells of its tables, dates and numbers with their types, and no formula.
func TestWorkbookHoldsTheTables(t *testing.T) {
	t.Parallel()
	for name, doc := range everyPaper(t) {
		t.Run(name, func(t *testing.T) { typesettest.CheckWorkbook(t, name, doc) })
	}
}
