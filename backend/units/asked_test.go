package units_test

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// What is missing for a paper is named, each at its field.
func TestReadyToPrint(t *testing.T) {
	l := open(t)
	ready := func() (err error) {
		storetest.Ask(t, l.Store, func(tx *store.Tx) error {
			var failed error
			_, failed = units.ReadyToPrint(tx)
			if _, known := fault.Of(failed); known {
				err = failed
				return nil
			}
			err = nil
			return failed
		})
		return err
	}
	for field, words := range map[string]string{"name": "tên cơ quan", "superior": "cấp trên trực tiếp", "place": "địa danh"} {
		wants(t, ready(), field, "Chưa có tên cơ quan")
		if e, _ := fault.Of(ready()); !strings.Contains(e.Fields[field], words) {
			t.Errorf("%s: %q", field, e.Fields[field])
		}
	}
	if _, err := l.room.SaveOffice(units.Office{Level: units.LevelXa, Name: "Đảng ủy Mẫu", Place: "Xã Mẫu"}); err != nil {
		t.Fatal(err)
	}
	wants(t, ready(), "superior", "cấp trên trực tiếp")
	if _, err := l.room.SaveOffice(units.Office{Level: units.LevelTinh, Name: "Tỉnh ủy Mẫu", Place: "Xã Mẫu"}); err != nil {
		t.Fatal(err)
	}
	if err := ready(); err != nil {
		t.Errorf("a province has nobody above: %v", err)
	}
}

// What rooms to the right ask and store, told or not at all.
func TestWhatOtherRoomsAskOfUnits(t *testing.T) {
	l := settled(t)
	l.add(t, "cb", units.ChiBoCoSo, "Chi bộ Mẫu", "", "", "2004-01-01")
	l.link(t, "cb", "ap1", "2026-06-10", "2026-06-20")
	if _, err := l.room.Link(units.Territory{OrgID: l.ids["cb"], UnitID: l.ids["cb"], ValidFrom: "2026-07-01"}); err == nil {
		t.Error("an organisation was linked to an organisation")
	} else {
		wants(t, err, "unitId", "địa bàn")
	}
	june := dates.Period("2026-06").Span()
	got := ""
	storetest.Ask(t, l.Store, func(tx *store.Tx) error {
		reach, err := units.Reach(tx, l.ids["xa"], june)
		if err != nil {
			return err
		}
		links, err := units.LinksDuring(tx, []string{l.ids["ap1"]}, june)
		if err != nil {
			return err
		}
		lineage, err := units.Lineage(tx, dates.Period("2010").Span(), l.ids["xa"])
		if err != nil {
			return err
		}
		first, err := units.Territories(tx, l.ids["cb"], "2026-06-10")
		if err != nil {
			return err
		}
		last, err := units.Territories(tx, l.ids["ap1"], "2026-06-20")
		if err != nil {
			return err
		}
		below, err := units.Below(tx, l.ids["xa"], "2026-06-20")
		if err != nil {
			return err
		}
		none, err := units.Refs(tx, nil, "2026-06-20")
		if err != nil {
			return err
		}
		ref, err := units.Get(tx, l.ids["ap1"], "2026-06-20")
		got = fmt.Sprint(len(reach), len(links), len(lineage), len(first), len(last), len(below), len(none), ref.Label)
		return err
	})
	equalWords(t, "asked", got, "5 1 2 1 0 4 0Ấp 1, xã Quới Mẫu")
	err := storetest.Try(l.Store, func(tx *store.Tx) error { _, err := units.Get(tx, "x", ""); return err })
	wants(t, err, "", "Không tìm thấy đơn vị")
}

// What an import changed goes back to what it was, through every step of the file.
func TestManyAtOnceAndBack(t *testing.T) {
	l := settled(t)
	l.add(t, "cb", units.ChiBoCoSo, "Chi bộ Mẫu", "", "", "2004-01-01")
	l.link(t, "cb", "ap1", "2026-06-10", "2026-06-20")
	before := dump(t, l.Store)
	all := []string{l.ids["xa"], l.ids["ap1"], l.ids["to2"], l.ids["to10"], l.ids["cb"], "fresh"}
	var was []units.Snapshot
	storetest.Ask(t, l.Store, func(tx *store.Tx) (err error) { was, err = units.Snapshots(tx, all); return err })
	if was[5].Row != nil || was[1].Row == nil || len(was[1].Territories) != 1 || len(was[4].Territories) != 1 || len(was[0].Versions) != 1 {
		t.Fatalf("%+v", was)
	}
	storetest.Act(t, l.Store, func(tx *store.Tx) error {
		if _, err := units.InsertMany(tx, []units.NewUnit{{ID: "fresh", Tree: units.TreeAdmin, ValidFrom: "2012-01-01",
			Facts: units.Facts{Name: "Ấp mới", Type: units.Ap, ParentID: l.ids["xa"]}}}); err != nil {
			return err
		}
		if err := units.ChangeMany(
			tx,
			[]units.Change{
				{UnitID: l.ids["ap1"], From: "2020-01-01", Facts: units.Facts{Name: "Ấp khác", Type: units.Ap, ParentID: l.ids["xa"]}},
			},
		); err != nil {
			return err
		}
		return units.CloseMany(tx, []string{l.ids["to2"], l.ids["to10"]}, "2026-06-15", "NQ")
	})
	if dump(t, l.Store) == before {
		t.Fatal("nothing was changed")
	}
	storetest.Act(t, l.Store, func(tx *store.Tx) error { return units.PutBack(tx, was) })
	if after := dump(t, l.Store); after != before {
		t.Errorf("not as before:\n%s\n%s", before, after)
	}
	for name, c := range map[string]struct {
		do           func(tx *store.Tx) error
		field, words string
	}{
		"a change of a row": {func(tx *store.Tx) error {
			facts := units.Facts{Name: "x", Type: units.Ap}
			return units.ChangeMany(tx, []units.Change{{UnitID: l.ids["ap1"], From: "2020-01-01", Facts: facts}})
		}, "rows.0.parentId", "cấp trên"},
		"an open unit below": {func(tx *store.Tx) error { return units.CloseMany(tx, []string{l.ids["ap1"]}, "2026-06-15", "NQ") }, "", "đang trực thuộc"},
		"two of one name": {func(tx *store.Tx) error {
			one := units.NewUnit{Tree: units.TreeAdmin, ValidFrom: "2012-01-01",
				Facts: units.Facts{Name: "Ấp đôi", Type: units.Ap, ParentID: l.ids["xa"]}}
			_, err := units.InsertMany(tx, []units.NewUnit{one, one})
			return err
		}, "rows.1.name", "Đã có"},
		"back under what is gone": {func(tx *store.Tx) error { return units.PutBack(tx, []units.Snapshot{{UnitID: l.ids["xa"]}}) }, "", ""},
	} {
		err := storetest.Try(l.Store, c.do)
		t.Run(name, func(t *testing.T) { wants(t, err, c.field, c.words) })
	}
	if after := dump(t, l.Store); after != before {
		t.Error("a refusal changed the records")
	}
}
