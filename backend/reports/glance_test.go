package reports

import (
	"strings"
	"testing"
)

// A long item is cut between words; the day behind it is never cut.
func TestGlanceKeepsTheTail(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Nạo vét kênh nội đồng ", 12)
	for _, c := range []struct{ text, tail, want string }{
		{"Ngắn. ", " (01/02/2026)", "Ngắn (01/02/2026)"},
		{"Ngắn.", "", "Ngắn."},
		{long, " (13/10/2026)", ""},
		{strings.Repeat("ế", 400), " – chưa rõ", ""},
	} {
		got := glance(c.text, c.tail)
		if c.want != "" && got != c.want || len([]rune(got)) > 160 || !strings.HasSuffix(got, c.tail) {
			t.Errorf("%q", got)
		}
	}
	if got := glance(long, " (13/10/2026)"); !strings.Contains(got, "…") || strings.Contains(got, " …") {
		t.Errorf("%q", got)
	}
}
