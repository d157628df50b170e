package reports

import (
	"fmt"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// R16 crosses places with policies: the first day of each counts, a meeting that was not held counts nothing, and more policies
// than a sheet holds go on in a second table.
func TestConveyancesAreCrossedWithPlaces(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	var policies []string
	for i := range mostAcross + 1 {
		policies = append(policies, fmt.Sprintf("Chủ trương mẫu %d", i+1))
	}
	meet := func(day dates.Date, host string, topics ...string) {
		storetest.Write(t, o.Store, func(tx *store.Tx) error {
			_, err := activities.Save(tx, activities.MeetingInput{Kind: activities.People, State: activities.Held,
				PlannedOn: day, HeldOn: day, HostIDs: []string{ids[host]}, Conveyances: topics})
			return err
		})
	}
	meet("2026-06-11", "ap0", policies...)
	meet("2026-06-18", "ap0", policies[0])
	meet("2026-06-19", "ap1", policies[0])
	meet("2026-07-01", "ap2", policies[0])

	doc := made(t, o.Store, Input{Report: "R16", Period: "2026-06"})
	var tables []*document.Table
	for _, b := range doc.Blocks {
		if b.Table != nil {
			tables = append(tables, b.Table)
		}
	}
	if len(tables) != 3 {
		t.Fatalf("%d tables, want the policies and two of places", len(tables))
	}
	row := func(table *document.Table, i int) (text []string) {
		for _, c := range table.Rows[i].Cells {
			text = append(text, c.Text)
		}
		return text
	}
	for _, tt := range []struct {
		table, row int
		want       string
	}{
		{0, 0, "[(1) Chủ trương mẫu 1 2 100% 11/6/2026 19/6/2026]"},
		{0, 1, "[(2) Chủ trương mẫu 2 1 50% 11/6/2026 11/6/2026]"},
		{0, mostAcross, "[(8) Chủ trương mẫu 8 1 50% 11/6/2026 11/6/2026]"},
		{1, 0, "[Xã Mẫu Đơn]"},
		{1, 1, "[1 Ấp Mẫu 1" + repeated(" 11/6/2026\nhọp dân", mostAcross) + "]"},
		{1, 2, "[2 Ấp Mẫu 2 19/6/2026\nhọp dân" + repeated(" –", mostAcross-1) + "]"},
		{2, 1, "[1 Ấp Mẫu 1 11/6/2026\nhọp dân]"},
		{2, 2, "[2 Ấp Mẫu 2 –]"},
	} {
		if got := fmt.Sprint(row(tables[tt.table], tt.row)); got != tt.want {
			t.Errorf("table %d row %d: %q, want %q", tt.table, tt.row, got, tt.want)
		}
	}
}

func repeated(text string, times int) (out string) {
	for range times {
		out += text
	}
	return out
}
