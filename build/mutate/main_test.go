package main

import (
	"slices"
	"strings"
	"testing"
)

// What the tests of the small room hold is killed; what they leave open is named.
func TestFaultsOfASmallRoom(t *testing.T) {
	result, err := measure("caunoi/build/mutate/testdata/", "shelf", 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"shelf.go:14 Fine: days > 10 → >=",
		"shelf.go:15 Fine: days < 1000 → <=",
		"shelf.go:23 Lend: if away → never   (no test comes by)",
	}
	var got []string
	for _, line := range result.survivors {
		got = append(got, strings.TrimPrefix(line, "shelf/"))
	}
	if !slices.Equal(got, want) {
		t.Errorf("alive:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	// Late's boundary; Fine's &&, its if and its sum; the two boundaries of the query.
	if result.killed != 6 {
		t.Errorf("killed %d, want 6", result.killed)
	}
}

func TestSampleIsAlwaysTheSame(t *testing.T) {
	sites := []site{
		{id: 1, file: "a.go", where: "A", says: "x"},
		{id: 2, file: "b.go", where: "B", says: "y"},
		{id: 3, file: "c.go", where: "C", says: "z"},
	}
	first := sample(sites, 2, 1)
	slices.Reverse(sites)
	second := sample(sites, 2, 1)
	if len(first) != 2 || first[0].key() != second[0].key() || first[1].key() != second[1].key() {
		t.Errorf("%v and %v", first, second)
	}
	if len(sample(sites, 0, 1)) != 3 {
		t.Error("0 is all")
	}
}

func TestAnotherNumberIsAnotherSample(t *testing.T) {
	sites := make([]site, 400)
	for i := range sites {
		sites[i] = site{id: i + 1, file: "a.go", where: "A", says: string(rune(i))}
	}
	first, other := sample(sites, 60, 1), sample(sites, 60, 2)
	same := 0
	for _, s := range first {
		if slices.ContainsFunc(other, func(o site) bool { return o.id == s.id }) {
			same++
		}
	}
	if same > 30 {
		t.Errorf("%d of 60 are the same", same)
	}
}

// A room whose tests try random values has tests that write what failed beside it; the run keeps them from it.
func TestARunLeavesNothingBehind(t *testing.T) {
	r, err := load("caunoi/backend/units")
	if err != nil {
		t.Fatal(err)
	}
	if args := r.command("x").Args; !slices.Contains(args, "-rapid.nofailfile") {
		t.Errorf("the tests run as %q", args)
	}
}
