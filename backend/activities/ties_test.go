package activities

import (
	"testing"

	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

func TestAUnitWithMeetingsCannotBeThrownAway(t *testing.T) {
	o := openOffice(t)
	o.save(t, heldAt("to1", "2026-11-03", "chi"))
	err := units.New(o.Gate, units.Tie{Use: UnitUse}).Discard("to1")
	if !fault.Is(err, fault.CodeConflict) {
		t.Fatalf("got %v", err)
	}
}

func TestMergingOfficersCarriesTheLogOver(t *testing.T) {
	o := openOffice(t)
	o.save(t, heldAt("ap1", "2026-11-03", "an"))
	people := officers.New(o.Gate, OfficerTie())
	if err := people.Delete("an"); !fault.Is(err, fault.CodeConflict) {
		t.Fatalf("an officer with a record went to the bin: %v", err)
	}
	if _, err := people.Merge("binh", "an"); err != nil {
		t.Fatal(err)
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		var left, moved int64
		tx.Table("attendance").Where("officer_id = 'an'").Count(&left)
		tx.Table("attendance").Where("officer_id = 'binh'").Count(&moved)
		if left != 0 || moved != 1 {
			t.Errorf("%d left, %d moved", left, moved)
		}
		return nil
	})
}

func TestTwoNamesAtOneMeetingAreNotMerged(t *testing.T) {
	o := openOffice(t)
	in := heldAt("ap1", "2026-11-03", "an")
	second := in.Attendances[0]
	second.OfficerID = "binh"
	in.Attendances = append(in.Attendances, second)
	o.save(t, in)
	if _, err := officers.New(o.Gate, OfficerTie()).Merge("binh", "an"); !fault.Is(err, fault.CodeConflict) {
		t.Fatalf("got %v", err)
	}
	if n := o.count(t, "attendance"); n != 2 {
		t.Fatalf("%d of 2 results left", n)
	}
}
