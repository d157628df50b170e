package reports_test

import (
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Under the rows of each commune stands what they add up to, and under all of them what everything adds up to.
func TestCoverageIsSummedByCommune(t *testing.T) {
	t.Parallel()
	var doc document.Document
	storetest.Read(t, sampleOffice.Open(t), func(tx *store.Tx) (err error) {
		doc, err = reports.Make(tx, reports.Input{Report: "R3", Period: "2026-10"})
		return err
	})
	const required, covered, vacant, days = 3, 4, 6, 7
	columns := []int{required, covered, vacant, days}
	add := func(sum map[int]float64, row document.Row) {
		for _, c := range columns {
			sum[c] += *row.Cells[c].Number
		}
	}
	group, all, sums := map[int]float64{}, map[int]float64{}, 0
	rows := doc.Blocks[1].Table.Rows
	for i, row := range rows {
		want := group
		switch {
		case row.Kind == document.RowPlain:
			if i > 0 && rows[i-1].Kind == document.RowTotal {
				clear(group)
			}
			if row.Cells[1].Text != "Không có đơn vị cấp trên" { // a single row needs no sum of its own
				add(group, row)
			}
			add(all, row)
			continue
		case i == len(rows)-1:
			want = all
		default:
			sums++
		}
		for _, c := range columns {
			if got := *row.Cells[c].Number; got != want[c] {
				t.Errorf("%s: column %d says %v, its rows add up to %v", row.Cells[1].Text, c, got, want[c])
			}
		}
	}
	if sums != 7 || !strings.HasPrefix(rows[len(rows)-1].Cells[1].Text, "Tổng cộng") {
		t.Errorf("%d subtotals, want six communes and the district", sums)
	}
}
