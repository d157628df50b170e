package units_test

import (
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// A unit that ends takes its links with it: a running one ends that day, one that was to begin that day or later goes, and
// what had ended before stays as it was. So it is for the place and for the Party organisation.
func TestClosingAUnitEndsItsLinks(t *testing.T) {
	const closing = dates.Date("2026-07-01")
	for _, closed := range []string{"ap1", "cb"} {
		l := settled(t)
		l.add(t, "cb", units.ChiBoCoSo, "Chi bộ Mẫu", "", "", "2004-01-01")
		for _, span := range []dates.Span{
			{From: "2010-01-01", To: "2020-01-01"},
			{From: "2020-01-01", To: "2026-07-01"}, // ends on the day by itself
			{From: "2026-07-01", To: "2026-07-02"}, // begins on the day
			{From: "2026-07-02", To: "2026-08-01"},
		} {
			l.link(t, "cb", "ap1", span.From, span.To)
		}
		if closed == "ap1" { // links with another place run over the day, or begin right before it
			l.link(t, "cb", "xa", "2026-06-30", "")
		}
		in := units.Closing{UnitID: l.ids[closed], From: closing, Source: "Nghị quyết mẫu", WithBelow: true}
		if _, err := l.room.Close(in); err != nil {
			t.Fatal(err)
		}
		var left []units.Territory
		storetest.Read(t, l.Store, func(tx *store.Tx) error {
			return tx.Where("unit_id = ?", l.ids["ap1"]).Order("valid_from").Find(&left).Error
		})
		if len(left) != 2 || left[0].ValidTo != "2020-01-01" || left[1].ValidTo != closing {
			t.Errorf("%s closed: %+v", closed, left)
		}
		if closed == "ap1" {
			var other units.Territory
			storetest.Read(t, l.Store, func(tx *store.Tx) error { return tx.Where("unit_id = ?", l.ids["xa"]).Take(&other).Error })
			if other.ValidTo != "" {
				t.Errorf("the link with another place ended on %s", other.ValidTo)
			}
		}
	}
}

func TestClosingEndsARunningLinkOnTheDay(t *testing.T) {
	for _, c := range []struct{ from, to, want dates.Date }{
		{"2026-06-30", "", "2026-07-01"},
		{"2026-06-30", "2026-07-02", "2026-07-01"},
		{"2026-06-30", "2026-07-01", "2026-07-01"},
		{"2026-06-29", "2026-06-30", "2026-06-30"},
	} {
		l := settled(t)
		l.add(t, "cb", units.ChiBoCoSo, "Chi bộ Mẫu", "", "", "2004-01-01")
		l.link(t, "cb", "to2", c.from, c.to)
		if _, err := l.room.Close(units.Closing{UnitID: l.ids["to2"], From: "2026-07-01", Source: "Nghị quyết mẫu"}); err != nil {
			t.Fatal(err)
		}
		var left units.Territory
		storetest.Read(t, l.Store, func(tx *store.Tx) error { return tx.Where("unit_id = ?", l.ids["to2"]).Take(&left).Error })
		if left.ValidFrom != c.from || left.ValidTo != c.want {
			t.Errorf("%s–%s became %s–%s", c.from, c.to, left.ValidFrom, left.ValidTo)
		}
	}
}
