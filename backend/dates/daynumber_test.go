package dates

import "testing"

func TestDayNumbersCountRealDays(t *testing.T) {
	if DayNumber("1970-01-02") != 1 || DayNumber("2026-01-01") != 20454 || DayNumber(None) != 0 {
		t.Error("the count begins elsewhere")
	}
	for day := Date("1899-12-25"); day < "2101-01-01"; day = day.AddDays(1) {
		if next := day.AddDays(1); DayNumber(next) != DayNumber(day)+1 || DateOf(DayNumber(day)) != day {
			t.Fatal(day)
		}
	}
}

func TestDayRangesAreHalfOpenLikeSpans(t *testing.T) {
	june := Span{From: "2026-06-01", To: "2026-07-01"}
	spans := []Span{
		june,
		{},
		{From: "2026-07-01"},
		{To: "2026-06-01"},
		{From: "2026-06-30", To: "2026-07-01"},
		{From: "2026-06-30", To: "2026-06-30"},
		{From: "2026-05-01", To: "2026-06-01"},
		{From: "2026-05-01", To: "2026-06-02"},
	}
	for _, s := range spans {
		r := DayRangeOf(s)
		if r.Empty() != s.Empty() {
			t.Errorf("%v: empty is %v", s, r.Empty())
		}
		for _, day := range []Date{"2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01"} {
			if r.Contains(DayNumber(day)) != s.Contains(day) {
				t.Errorf("%v and %s: contains is %v", s, day, r.Contains(DayNumber(day)))
			}
		}
		for _, o := range spans {
			if r.Overlaps(DayRangeOf(o)) != s.Overlaps(o) {
				t.Errorf("%v and %v: overlaps is %v", s, o, r.Overlaps(DayRangeOf(o)))
			}
		}
		if DateOf(r.From) != s.From || DateOf(r.To) != s.To {
			t.Errorf("%v comes back as %s–%s", s, DateOf(r.From), DateOf(r.To))
		}
	}
}
