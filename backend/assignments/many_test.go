package assignments

import (
	"testing"

	"caunoi/backend/fault"
)

// Several assignments end on one day or none does, and come back together.
func TestAssignmentsEndTogetherOrNotAtAll(t *testing.T) {
	w := newWorld(t) // the clock stands at 2026-11-22
	w.issue(t, decision("2026-01-05", PhanCong, w.give(0, 0), w.give(2, 1)))
	w.issue(t, decision("2026-07-01", PhanCong, w.give(1, 2)))
	now := func() (ids []string) {
		page, err := w.s.Register(RegisterFilter{Day: "2026-11-22", Limit: 50})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range page.Items {
			ids = append(ids, r.ID)
		}
		return ids
	}
	all := now()
	in := EndIn{On: "2026-07-01", Reason: "nghi_huu", Note: "Quyết định mẫu"}
	err := w.s.EndMany(all, in)
	e, _ := fault.Of(err)
	if e == nil || len(e.Fields) != 1 { // only the one that began on that very day cannot end on it
		t.Fatalf("got %+v", err)
	}
	if left := now(); len(left) != len(all) {
		t.Fatalf("%d of %d left after a refusal", len(left), len(all))
	}
	in.On = "2026-11-22"
	if err := w.s.EndMany(all, in); err != nil {
		t.Fatal(err)
	}
	if left := now(); len(left) != 0 {
		t.Fatalf("still in force: %v", left)
	}
	if err := w.s.ReopenMany(all); err != nil {
		t.Fatal(err)
	}
	if back := now(); len(back) != len(all) {
		t.Fatalf("%d of %d came back", len(back), len(all))
	}
	in.Reason = ""
	e, _ = fault.Of(w.s.EndMany(all, in))
	if e == nil || e.Fields["rows.0.reason"] == "" || len(e.Fields) != len(all) {
		t.Fatalf("got %+v", e)
	}
}
