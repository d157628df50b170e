package officers

import (
	"fmt"
	"slices"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Two records of one person become one: every seat of the dropped record goes over, a seat both hold is kept once.
func TestMergeKeepsTheSeats(t *testing.T) {
	o := accesstest.Open(t)
	s := New(o.Gate)
	var keep, drop string
	for _, id := range []*string{&keep, &drop} {
		got, err := s.Save(Input{FullName: "Nguyễn Mẫu Một"})
		if err != nil {
			t.Fatal(err)
		}
		*id = got.Officer.ID
	}
	seat := func(tx *store.Tx, officer, term string, body Body) {
		m := Membership{ID: store.NewID(), OfficerID: officer, TermID: term, Body: body}
		if err := tx.Create(&m).Error; err != nil {
			t.Fatal(err)
		}
	}
	bodies := []Body{Bodies[0].Body, Bodies[1].Body}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		for _, term := range []Term{{ID: "t1", Label: "2020–2025", Level: "xa", ValidFrom: "2020-08-01", ValidTo: "2025-08-01"},
			{ID: "t2", Label: "2025–2030", Level: "xa", ValidFrom: "2025-08-01", ValidTo: "2030-08-01"}} {
			if err := tx.Create(&term).Error; err != nil {
				return err
			}
		}
		seat(tx, keep, "t2", bodies[0])
		seat(tx, drop, "t2", bodies[0]) // the same seat
		seat(tx, drop, "t2", bodies[1]) // another body of the same term
		seat(tx, drop, "t1", bodies[0]) // the same body of another term
		return nil
	})
	if _, err := s.Merge(keep, drop); err != nil {
		t.Fatal(err)
	}
	var left []Membership
	storetest.Read(t, o.Store, func(tx *store.Tx) error { return tx.Find(&left).Error })
	var got []string
	for _, m := range left {
		if m.OfficerID != keep {
			t.Errorf("a seat stayed with the dropped record: %+v", m)
		}
		got = append(got, m.TermID+" "+string(m.Body))
	}
	slices.Sort(got)
	want := []string{"t1 " + string(bodies[0]), "t2 " + string(bodies[0]), "t2 " + string(bodies[1])}
	slices.Sort(want)
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", got, want)
	}
}
