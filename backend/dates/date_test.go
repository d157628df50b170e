package dates

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	for in, ok := range map[string]bool{
		"2026-07-29": true, "2024-02-29": true, "0001-01-01": true, "9999-12-31": true,
		"": false, "2026-02-29": false, "2026-13-01": false, "2026-00-10": false, "2026-01-00": false, "0000-01-01": false,
		"2026-7-29": false, "29/07/2026": false, "2026-07-29 ": false, "２026-07-2": false, "2026_07_29": false, "1900-02-29": false,
	} {
		if d, err := Parse(in); (err == nil) != ok || (ok && string(d) != in) || (!ok && d != None) {
			t.Errorf("Parse(%q) = %q, %v", in, d, err)
		}
	}
}

// TestArithmetic compares with the standard library, day by day.
func TestArithmetic(t *testing.T) {
	at := time.Date(1895, 12, 25, 0, 0, 0, 0, time.UTC)
	first := Date("1895-12-25")
	for d, n := first, 0; d < "2105-01-01"; d, n = d.AddDays(1), n+1 {
		if want := at.AddDate(0, 0, n); string(d) != want.Format(isoLayout) || d.Weekday() != want.Weekday() || d.Sub(first) != n ||
			d.Year() != want.Year() || d.Month() != int(want.Month()) || d.Day() != want.Day() || !d.Valid() {
			t.Fatalf("%s differs from %s", d, want)
		}
		if m := d.WeekStart(); m.Weekday() != time.Monday || m > d || d.Sub(m) > 6 {
			t.Fatalf("week of %s starts on %s", d, m)
		}
	}
	for _, c := range []struct {
		from Date
		n    int
		want Date
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2026-03-31", -1, "2026-02-28"}, {"2026-12-15", 1, "2027-01-15"},
		{"2026-01-15", -1, "2025-12-15"}, {"2026-07-29", -31, "2023-12-29"}, {"2026-07-29", 0, "2026-07-29"}, {None, 3, None},
		{"9999-12-01", 1, None},
	} {
		if got := c.from.AddMonths(c.n); got != c.want {
			t.Errorf("%s + %d months = %q, want %q", c.from, c.n, got, c.want)
		}
	}
	if None.AddDays(1) != None || Date("9999-12-31").AddDays(1) != None || Date("0001-01-01").AddDays(-1) != None ||
		None.Sub("2026-01-01") != 0 {
		t.Error("None or out of range")
	}
}

func TestFromIsVietnamTime(t *testing.T) {
	for moment, want := range map[string]Date{
		"2026-07-28T16:59:59Z": "2026-07-28", "2026-07-28T17:00:00Z": "2026-07-29", "2026-07-28T23:30:00-08:00": "2026-07-29",
	} {
		at, err := time.Parse(time.RFC3339, moment)
		if err != nil || From(at) != want {
			t.Errorf("%s → %s, want %s", moment, From(at), want)
		}
	}
	if d := Date("2026-07-29"); From(d.Time()) != d || !None.Time().IsZero() {
		t.Error("Time does not come back")
	}
}

func TestShow(t *testing.T) {
	for d, want := range map[Date]string{
		"2026-01-01": "01/01/2026 | 01/01/2026 | ngày 01 tháng 01 năm 2026 | T5 | Thứ Năm",
		"2026-02-09": "09/02/2026 | 09/02/2026 | ngày 09 tháng 02 năm 2026 | T2 | Thứ Hai",
		"2026-03-10": "10/03/2026 | 10/3/2026 | ngày 10 tháng 3 năm 2026 | T3 | Thứ Ba",
		"2026-12-31": "31/12/2026 | 31/12/2026 | ngày 31 tháng 12 năm 2026 | T5 | Thứ Năm",
		"2026-06-07": "07/06/2026 | 07/6/2026 | ngày 07 tháng 6 năm 2026 | CN | Chủ nhật",
		"":           " |  |  |  | ", "hỏng": " |  |  |  | ",
	} {
		got := strings.Join([]string{d.Show(), d.ShowInPaper(), d.ShowLong(), d.WeekdayShort(), d.WeekdayLong()}, " | ")
		if got != want {
			t.Errorf("%q: %s", d, got)
		}
	}
}

func TestSpan(t *testing.T) {
	june, open := Span{"2026-06-01", "2026-07-01"}, Span{From: "2026-06-15"}
	if !june.Contains("2026-06-01") || !june.Contains("2026-06-30") || june.Contains("2026-07-01") || june.Contains(None) ||
		!open.Contains("2099-01-01") || open.Contains("2026-06-14") || !(Span{}).Contains("2026-01-01") {
		t.Error("Contains")
	}
	for _, c := range []struct {
		a, b Span
		want bool
		clip Span
	}{
		{june, open, true, Span{"2026-06-15", "2026-07-01"}},
		{june, Span{"2026-07-01", ""}, false, Span{"2026-07-01", "2026-07-01"}},
		{june, Span{}, true, june},
		{june, Span{"", "2026-06-02"}, true, Span{"2026-06-01", "2026-06-02"}},
		{june, Span{"2026-06-10", "2026-06-10"}, false, Span{"2026-06-10", "2026-06-10"}},
		{open, Span{"2027-01-01", ""}, true, Span{"2027-01-01", ""}},
	} {
		if c.a.Overlaps(c.b) != c.want || c.b.Overlaps(c.a) != c.want || c.a.Clip(c.b) != c.clip || c.b.Clip(c.a) != c.clip {
			t.Errorf("%v and %v: %v, %v", c.a, c.b, c.a.Overlaps(c.b), c.a.Clip(c.b))
		}
	}
	if june.Days() != 30 || open.Days() != -1 || (Span{"2026-06-02", "2026-06-01"}).Days() != 0 || june.Last() != "2026-06-30" ||
		open.Last() != None || !open.Open() || Through("2026-06-01", "2026-06-30") != june {
		t.Error("Days, Last, Open or Through")
	}
	n := 0
	june.Each(func(Date) bool { n++; return n < 7 })
	open.Each(func(Date) bool { n = 99; return false })
	if n != 7 {
		t.Errorf("Each visited %d", n)
	}
	for s, want := range map[Span]string{
		june: "từ 01/06/2026 đến 30/06/2026", open: "từ 15/06/2026", {To: "2026-07-01"}: "đến 30/06/2026", {}: "",
	} {
		if s.Show() != want {
			t.Errorf("%v: %q", s, s.Show())
		}
	}
	if b, _ := json.Marshal(june); string(b) != `{"from":"2026-06-01","to":"2026-07-01"}` {
		t.Errorf("%s", b)
	}
}

func TestEarlierLater(t *testing.T) {
	for _, c := range [][4]Date{{"2026-01-01", "2026-02-01", "2026-01-01", "2026-02-01"},
		{None, "2026-02-01", "2026-02-01", "2026-02-01"}, {None, None, None, None}} {
		if Earlier(c[0], c[1]) != c[2] || Earlier(c[1], c[0]) != c[2] || Later(c[0], c[1]) != c[3] || Later(c[1], c[0]) != c[3] {
			t.Errorf("%v", c)
		}
	}
}
