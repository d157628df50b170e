package main

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	const out = `goos: linux
BenchmarkG24TableReport/ours-2         	       3	 800000000 ns/op	      1000 target-ms
BenchmarkG24TableReport/ours-2         	       3	 900000000 ns/op	      1000 target-ms
BenchmarkG24TableReport/ours-2         	       3	 700000000 ns/op	      1000 target-ms
BenchmarkG24TableReport/floor          	       3	 400000000 ns/op
BenchmarkLog/log_page,_newest-2          	       3	 2000 ns/op
PASS
`
	lines, err := parse(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	want := line{"G24TableReport", 800 * time.Millisecond, 400 * time.Millisecond, time.Second}
	slices.SortFunc(lines, func(a, b line) int { return strings.Compare(a.name, b.name) })
	if alone := (line{name: "Log/log_page,_newest", ours: 2 * time.Microsecond}); len(lines) != 2 || lines[0] != want || lines[1] != alone {
		t.Errorf("parse = %v, want %v", lines, want)
	}
	if got := lines[0].String(); !strings.Contains(got, "met") || !strings.Contains(got, "2.00") {
		t.Errorf("shown as %q", got)
	}
	if goalNumber("G24TableReport") != 24 || goalNumber("Other") <= 24 {
		t.Error("goals are not sorted by number")
	}
}
