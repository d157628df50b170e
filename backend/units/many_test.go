package units_test

import (
	"testing"

	"caunoi/backend/fault"
	"caunoi/backend/units"
)

// What is pasted on the list of units goes by the rules of the form, another spelling of a sibling too, and is kept as a
// whole or not at all.
func TestUnitsAreEnteredTogetherOrNotAtAll(t *testing.T) {
	l := settled(t)
	one := func(name string) units.NewUnit {
		return units.NewUnit{Tree: units.TreeAdmin, ValidFrom: "2020-01-01",
			Facts: units.Facts{Name: name, Type: units.Ap, ParentID: l.ids["xa"]}}
	}
	count := func() int {
		view, err := l.room.Tree(units.TreeQuery{Tree: units.TreeAdmin})
		if err != nil {
			t.Fatal(err)
		}
		return len(view.Nodes)
	}
	before := count()
	_, err := l.room.CreateMany([]units.NewUnit{one("Ấp Hòa Mẫu"), one(""), one("Ấp 2")})
	if e, _ := fault.Of(err); e == nil || e.Fields["rows.1.name"] == "" || len(e.Fields) != 1 {
		t.Fatalf("got %+v", err)
	}
	_, err = l.room.CreateMany([]units.NewUnit{one("Ấp Hòa Mẫu"), one("Ấp 2"), one("Ấp Hoà Mẫu")})
	if e, _ := fault.Of(err); e == nil || e.Fields["rows.2.name"] == "" {
		t.Fatalf("the same name in two spellings: %+v", err)
	}
	if n := count(); n != before {
		t.Fatalf("%d units were kept of refused lists", n-before)
	}
	ids, err := l.room.CreateMany([]units.NewUnit{one("Ấp Hòa Mẫu"), one("Ấp 2")})
	if err != nil || len(ids) != 2 || count() != before+2 {
		t.Fatalf("%v %v", ids, err)
	}
	// Taken back as it came, what lies below first; one that is not there any more stops the others.
	below := one("Tổ 1")
	below.Facts.Type, below.Facts.ParentID = units.ToNDTQ, ids[0]
	more, err := l.room.CreateMany([]units.NewUnit{below})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.room.DiscardMany(append(ids[:2:2], "không có")); err == nil || count() != before+3 {
		t.Fatalf("one missing unit did not stop the others: %v", err)
	}
	if err := l.room.DiscardMany(append(ids[:2:2], more...)); err != nil || count() != before {
		t.Fatalf("%v, %d left", err, count()-before)
	}
	undated := one("Ấp 3")
	undated.ValidFrom = ""
	ids, err = l.room.CreateMany([]units.NewUnit{undated})
	if err != nil {
		t.Fatal(err)
	}
	if page, err := l.room.Page(ids[0], ""); err != nil || page.Unit.ValidFrom != "2004-01-01" {
		t.Fatalf("a unit without a day does not begin with the unit above: %+v %v", page.Unit, err)
	}
	if _, err := l.room.CreateMany(nil); !fault.Is(err, fault.CodeInvalid) {
		t.Fatalf("an empty list: %v", err)
	}
}
