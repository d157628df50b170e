package activities

import (
	"testing"

	"gorm.io/gorm"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// statements counts what a piece of work asks of the database.
func statements(t *testing.T, o *testOffice, work func(tx *store.Tx)) int {
	t.Helper()
	n := 0
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		count := func(*gorm.DB) { n++ }
		for _, err := range []error{
			tx.Callback().Query().Before("gorm:query").Replace("test:count", count),
			tx.Callback().Row().Before("gorm:row").Replace("test:count", count),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		work(tx)
		return nil
	})
	return n
}

// A sheet reads what it needs at once, whatever the number of its rows or days.
func TestSheetsDoNotAskRowByRow(t *testing.T) {
	o := openOffice(t)
	for _, day := range []dates.Date{"2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06", "2026-11-07"} {
		o.save(t, heldAt("cb1", day, "an"))
	}
	filter := GridFilter{Month: "2026-11", Kind: CellRegular}
	grid, err := o.s.MonthGrid(filter)
	if err != nil || len(grid.Rows) != 6 {
		t.Fatalf("%+v %v", grid, err)
	}
	save := func(rows []GridRow) int {
		return statements(t, o, func(tx *store.Tx) {
			if saved, err := SaveGrid(tx, GridInput{Filter: filter, Rows: rows}); err != nil || saved.Saved != 0 {
				t.Fatalf("%+v %v", saved, err)
			}
		})
	}
	// The names of one day are read at once, so five entries of one day are compared with one of that day.
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.Exec("UPDATE meeting SET day = '2026-11-03', held_on = '2026-11-03'").Error
	})
	if grid, err = o.s.MonthGrid(filter); err != nil {
		t.Fatal(err)
	}
	if one, all := save(grid.Rows[len(grid.Rows)-1:]), save(grid.Rows); one != all {
		t.Errorf("one row asks %d times, %d rows %d times", one, len(grid.Rows), all)
	}
	calendar := func(span dates.Span) int {
		return statements(t, o, func(tx *store.Tx) {
			if _, err := CalendarOf(tx, CalendarFilter{Span: span}); err != nil {
				t.Fatal(err)
			}
		})
	}
	if one, all := calendar(dates.Through("2026-11-03", "2026-11-03")), calendar(dates.Period("2026-11").Span()); one != all {
		t.Errorf("a day asks %d times, a month %d times", one, all)
	}
}
