package officers

import (
	_ "embed"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/store"
)

// names.txt holds 20,000 made-up names in the order of Intl.Collator('vi'), see names.mjs.
//
//go:embed testdata/names.txt
var orderedNames string

// G18: the stored order key gives the order the browser gives.
func TestOrderByNameEqualsTheBrowsers(t *testing.T) {
	want := strings.Split(strings.TrimSpace(orderedNames), "\n")
	if len(want) != 20_000 {
		t.Fatalf("%d names", len(want))
	}
	type keyed struct{ name, key string }
	got := make([]keyed, len(want))
	for i, name := range want {
		got[i] = keyed{name, store.NameSortKey(name)}
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	wrong := 0
	for i := range want {
		if got[i].name != want[i] {
			if wrong++; wrong <= 10 {
				t.Errorf("place %d: %s, want %s", i, got[i].name, want[i])
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d of %d names out of place", wrong, len(want))
	}
}
