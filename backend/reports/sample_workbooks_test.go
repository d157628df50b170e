package reports_test

import (
	"math"
	"slices"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
)

// Every workbook of the made-up office prints on little more paper than the pages of the same paper: at most 1.3 times as many,
// and besides one for each sheet begun, because a table has a sheet of its own to reckon on.
func TestSampleWorkbooksPrintOnAsManyPages(t *testing.T) {
	t.Parallel()
	s := sampleOffice.Open(t)
	choice := choices(t, s)
	files, pages, sheets := map[string][]byte{}, map[string]int{}, map[string]int{}
	storetest.Read(t, s, func(tx *store.Tx) error {
		for _, report := range reports.Catalog {
			in := reports.Input{Report: report.Code, Period: report.Fitting("2026-Q3"), Form: document.FormParty, Number: 12}
			doc, err := reports.Make(tx, choice(report, in))
			if err != nil {
				return err
			}
			set, err := typeset.LayOut(doc)
			if err != nil {
				return err
			}
			name := report.Code
			if files[name], err = typeset.RenderXLSX(doc, tx.Now); err != nil {
				return err
			}
			pages[name], sheets[name] = len(set.Pages), len(typesettest.OpenWorkbook(t, files[name]).GetSheetList())
		}
		return nil
	})
	printed := typesettest.PrintWorkbooks(t, files)
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	ours, theirs := 0, 0
	for _, name := range names {
		ours, theirs = ours+pages[name], theirs+printed[name]
		most := int(math.Floor(1.3*float64(pages[name]))) + sheets[name] - 1
		t.Logf("%-8s %3d pages, %3d printed from %d sheets", name, pages[name], printed[name], sheets[name])
		if printed[name] > most {
			t.Errorf("%s: %d pages printed from the workbook, %d as PDF, allowed %d", name, printed[name], pages[name], most)
		}
	}
	if float64(theirs) > 1.3*float64(ours) {
		t.Errorf("the workbooks of the office print on %d pages, its papers have %d", theirs, ours)
	}
	t.Logf("together %d pages as PDF, %d printed: %.2f times", ours, theirs, float64(theirs)/float64(ours))
}
