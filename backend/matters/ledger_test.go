package matters

import (
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fulfilment"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The ledger of a unit of either tree says as many opinions as the register of that unit lists, also where a hamlet moved to
// another commune within the span.
func TestLedgerAndRegisterOfAUnitAgree(t *testing.T) {
	o := openOffice(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		put(t, tx, "INSERT INTO unit (id, tree, created_at) VALUES ('xa2', 'hanhchinh', '')")
		put(t, tx, `INSERT INTO unit_version (id, unit_id, name, type, valid_from, fold, sort_key)
VALUES ('v-xa2', 'xa2', 'Xã Mẫu Hai', 'XA', '2020-01-01', 'xa mau hai', 'x')`)
		put(t, tx, "UPDATE unit_version SET valid_to = '2026-10-07' WHERE id = 'v-ap2'")
		put(t, tx, `INSERT INTO unit_version (id, unit_id, name, type, parent_id, valid_from, fold, sort_key)
VALUES ('v-ap2b', 'ap2', 'Ấp Mẫu Hai', 'AP', 'xa2', '2026-10-07', 'ap mau hai', 'x')`)
		return nil
	})
	for _, day := range []dates.Date{"2026-10-06", "2026-10-07"} { // the last day in the old commune, the first in the new one
		in := plain()
		in.PlaceID, in.MeetingID, in.Origin, in.RaisedOn = "ap2", "", FromOther, day
		o.record(t, in)
	}
	o.record(t, plain()) // at group 17 of hamlet 1, whose cell is cb1
	spans := []dates.Span{dates.Period("2026").Span(), dates.Through("2026-10-06", "2026-10-06"), dates.Through("2026-10-07", "2026-10-07")}
	want := map[string][3]int{
		"xa":  {2, 1, 0},
		"xa2": {1, 0, 1},
		"ap1": {1, 0, 0},
		"ap2": {2, 1, 1},
		"cb1": {1, 0, 0},
		"to1": {1, 0, 0},
		"":    {3, 1, 1},
	}
	rooms := fulfilment.New(o.Gate, TwoWay)
	for unit, counts := range want {
		for i, span := range spans {
			page, err := o.s.Register(Filter{Span: span, UnderID: unit})
			if err != nil || page.Total != counts[i] {
				t.Errorf("%q in %v: the register lists %d, want %d; %v", unit, span, page.Total, counts[i], err)
			}
			for _, by := range []fulfilment.By{fulfilment.ByUnit, fulfilment.ByUpper, fulfilment.ByOfficer} {
				ledger, err := rooms.Ledger(fulfilment.LedgerFilter{Span: span, By: by, UnderID: unit})
				if err != nil || ledger.Total.Up != page.Total {
					t.Errorf("%q in %v by %s: the ledger says %d, the register %d; %v", unit, span, by, ledger.Total.Up, page.Total, err)
				}
			}
		}
	}
}
