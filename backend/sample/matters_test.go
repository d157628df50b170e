package sample_test

import (
	"testing"

	"caunoi/backend/matters"
	"caunoi/backend/sample"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The made-up office has matters in every state and in every worklist, and nothing in them looks like a person.
func TestMattersInEveryState(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, sample.Office)
	storetest.Read(t, s, func(tx *store.Tx) error {
		rows, err := matters.Register(tx, matters.Filter{})
		if err != nil || len(rows) < 40 {
			t.Errorf("%d matters, %v", len(rows), err)
		}
		seen := map[matters.State]int{}
		for _, r := range rows {
			seen[r.State]++
		}
		for _, state := range matters.States() {
			if seen[state] == 0 {
				t.Errorf("no matter is %q", state.Word())
			}
		}
		lists, err := matters.Worklists(tx, "")
		for _, l := range lists {
			if l.Count == 0 {
				t.Errorf("%q is empty", l.Word)
			}
		}
		return err
	})
}
