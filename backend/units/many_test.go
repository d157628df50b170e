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
	if _, err := l.room.CreateMany(nil); !fault.Is(err, fault.CodeInvalid) {
		t.Fatalf("an empty list: %v", err)
	}
}
