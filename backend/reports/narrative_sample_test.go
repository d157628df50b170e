package reports_test

import (
	"testing"

	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Every figure of the narratives of the made-up office, used in a sentence or only offered, opens exactly what it counts (G16), in
// the whole office and in one place, in every kind of period.
func TestFiguresOfTheNarrativeOpenTheirRecords(t *testing.T) {
	t.Parallel()
	s := sampleOffice.Open(t)
	all := 0
	storetest.Read(t, s, func(tx *store.Tx) error {
		var place string
		if err := tx.Raw("SELECT unit_id FROM unit_version WHERE type = 'xa' ORDER BY unit_id LIMIT 1").Scan(&place).Error; err != nil {
			return err
		}
		for _, in := range []reports.Input{{Report: "R20", Period: "2026-10"}, {Report: "R20", Period: "2026-Q3", UnitID: place},
			{Report: "R20", Period: "2024-02"},
			{Report: "R21", Period: "2026-H1"}, {Report: "R21", Period: "2026"}} {
			all += reports.CheckNamedFigures(t, tx, in)
		}
		return nil
	})
	t.Logf("%d figures open what they count", all)
	if all < 250 {
		t.Errorf("%d figures are too few to tell", all)
	}
}
