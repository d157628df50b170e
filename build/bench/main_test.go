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
BenchmarkG24Pages/ours-2    	       3	 500000000 ns/op	 0.5 file-MB	 104.0 pages	 1000 target-ms
BenchmarkG24Pages/peer-Chromium-2    	       3	 2000000000 ns/op	 103.0 pages
BenchmarkG24Pages/peer-LibreOffice-2    	       3	 5000000000 ns/op
BenchmarkLog/log_page,_newest-2          	       3	 2000 ns/op
PASS
`
	lines, err := parse(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	want := []line{{"G24Pages / Chromium", 500 * time.Millisecond, 2 * time.Second, time.Second, "0.5 file-MB, 104 pages | 103 pages"},
		{"G24Pages / LibreOffice", 500 * time.Millisecond, 5 * time.Second, time.Second, "0.5 file-MB, 104 pages"},
		{"G24TableReport", 800 * time.Millisecond, 400 * time.Millisecond, time.Second, ""},
		{name: "Log/log_page,_newest", ours: 2 * time.Microsecond}}
	slices.SortFunc(lines, func(a, b line) int { return strings.Compare(a.name, b.name) })
	if !slices.Equal(lines, want) {
		t.Fatalf("parse = %v, want %v", lines, want)
	}
	if got := lines[2].String(); !strings.Contains(got, "met") || !strings.Contains(got, "2.00") {
		t.Errorf("shown as %q", got)
	}
	if goalNumber("G24TableReport") != 24 || goalNumber("Other") <= 24 {
		t.Error("goals are not sorted by number")
	}
}
