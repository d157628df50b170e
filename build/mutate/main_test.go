package main

import (
	"slices"
	"strings"
	"testing"
)

// What the tests of the small room hold is killed; what they leave open is named.
func TestFaultsOfASmallRoom(t *testing.T) {
	result, err := measure("caunoi/build/mutate/testdata/", "shelf", 0)
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
	first := sample(sites, 2)
	slices.Reverse(sites)
	second := sample(sites, 2)
	if len(first) != 2 || first[0].key() != second[0].key() || first[1].key() != second[1].key() {
		t.Errorf("%v and %v", first, second)
	}
	if len(sample(sites, 0)) != 3 {
		t.Error("0 is all")
	}
}
