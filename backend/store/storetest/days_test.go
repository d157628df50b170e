package storetest

import (
	"slices"
	"testing"
)

func TestDaysAreManyDifferentAndReal(t *testing.T) {
	t.Setenv("CAUNOI_DAYS", "all")
	all := Days()
	sorted := slices.Clone(all)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(all) || len(all) < 40 {
		t.Errorf("%d days, %d different", len(all), len(slices.Compact(sorted)))
	}
	for _, day := range all {
		if !day.Valid() {
			t.Errorf("%s is no day", day)
		}
	}
	t.Setenv("CAUNOI_DAYS", "")
	if few := Days(); len(few) < 4 || len(few) > 6 {
		t.Errorf("an ordinary run takes %d days", len(few))
	}
}
