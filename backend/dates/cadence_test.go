package dates

import (
	"slices"
	"strings"
	"testing"
)

func TestWindowsCoverWithoutGap(t *testing.T) {
	span := Span{"2019-11-15", "2029-02-10"}
	for _, c := range Cadences {
		list := c.Windows(span)
		if c == OnEvent {
			if len(list) != 0 {
				t.Errorf("an event has no windows: %v", list)
			}
			continue
		}
		keys := map[string]bool{}
		for i, w := range list {
			if i > 0 && list[i-1].Span.To != w.Span.From {
				t.Errorf("%s: gap before %+v", c, w)
			}
			if !w.Span.Overlaps(span) || keys[w.Key] || w.Label == "" {
				t.Errorf("%s: %+v", c, w)
			}
			keys[w.Key] = true
		}
		if list[0].Span.From > span.From || list[len(list)-1].Span.To < span.To {
			t.Errorf("%s: %v … %v do not cover", c, list[0], list[len(list)-1])
		}
		if w, ok := c.WindowOf("2025-08-09"); !ok || !w.Span.Contains("2025-08-09") {
			t.Errorf("%s: WindowOf %v %v", c, w, ok)
		}
		if len(c.Windows(Span{From: "2026-01-01"})) != 0 || len(c.Windows(Span{"2026-01-01", "2026-01-01"})) != 0 {
			t.Errorf("%s: open or empty span has windows", c)
		}
	}
}

func TestWindowLabels(t *testing.T) {
	for _, c := range []struct {
		cadence         Cadence
		day             Date
		key, label      string
		first, pastLast Date
	}{
		{Weekly, "2026-06-07", "2026-W23", "tuần 23 năm 2026", "2026-06-01", "2026-06-08"},
		{Monthly, "2026-02-28", "2026-02", "tháng 02 năm 2026", "2026-02-01", "2026-03-01"},
		{LunarMonthly, "2025-08-09", "2025-L06N", "tháng 6 nhuận âm lịch năm 2025", "2025-07-25", "2025-08-23"},
		{LunarMonthly, "2026-02-17", "2026-L01", "tháng 01 âm lịch năm 2026", "2026-02-17", "2026-03-19"},
		{Quarterly, "2026-09-30", "2026-Q3", "quý III năm 2026", "2026-07-01", "2026-10-01"},
		{HalfYearly, "2026-06-30", "2026-H1", "6 tháng đầu năm 2026", "2026-01-01", "2026-07-01"},
		{Yearly, "2026-06-30", "2026", "năm 2026", "2026-01-01", "2027-01-01"},
	} {
		w, _ := c.cadence.WindowOf(c.day)
		want := Window{c.key, Span{c.first, c.pastLast}, c.label, strings.HasSuffix(c.key, "N")}
		if w != want {
			t.Errorf("%s: %+v, want %+v", c.day, w, want)
		}
	}
}

func TestFixedDayIn(t *testing.T) {
	for _, c := range []struct {
		cadence Cadence
		day     FixedDay
		in      Date
		want    []Date
	}{
		{Weekly, FixedDay{Day: 1}, "2026-06-07", []Date{"2026-06-01"}},
		{Weekly, FixedDay{Day: 7}, "2026-06-01", []Date{"2026-06-07"}},
		{Monthly, FixedDay{Day: 31}, "2026-02-10", []Date{"2026-02-28"}},
		{Monthly, FixedDay{Day: 5}, "2026-02-10", []Date{"2026-02-05"}},
		{Monthly, FixedDay{Day: 16, Lunar: true}, "2026-06-10", []Date{"2026-06-01", "2026-06-30"}},
		{Monthly, FixedDay{}, "2026-06-10", []Date{}},
		{LunarMonthly, FixedDay{Day: 16, Lunar: true}, "2025-08-01", []Date{"2025-08-09"}},
		{LunarMonthly, FixedDay{Day: 30, Lunar: true, ShortMonth: LastDay}, "2026-07-01", []Date{"2026-07-13"}},
		{LunarMonthly, FixedDay{Day: 30, Lunar: true, ShortMonth: Skip}, "2026-07-01", []Date{}},
		{Quarterly, FixedDay{Day: 31, Month: 2}, "2026-01-01", []Date{"2026-02-28"}},
		{HalfYearly, FixedDay{Day: 15, Month: 6}, "2026-08-01", []Date{"2026-12-15"}},
		{Yearly, FixedDay{Day: 29, Month: 2}, "2026-08-01", []Date{"2026-02-28"}},
		{Yearly, FixedDay{Day: 10, Month: 3, Lunar: true}, "2026-08-01", []Date{"2026-04-26"}},
		{Yearly, FixedDay{Day: 23, Month: 12, Lunar: true}, "2026-08-01", []Date{"2026-02-10"}},
		{Yearly, FixedDay{Day: 1, Month: 12, Lunar: true}, "2027-08-01", []Date{"2027-01-08", "2027-12-28"}},
		{Yearly, FixedDay{Day: 16, Month: 6, Lunar: true}, "2025-01-01", []Date{"2025-07-10"}},
	} {
		if err := c.day.Check(c.cadence); err != nil {
			t.Errorf("%s %+v: %v", c.cadence, c.day, err)
		}
		w, _ := c.cadence.WindowOf(c.in)
		if got := c.day.In(c.cadence, w); !slices.Equal(got, c.want) {
			t.Errorf("%s %+v in %s: %v, want %v", c.cadence, c.day, w.Key, got, c.want)
		}
	}
}

func TestFixedDayCheckRefuses(t *testing.T) {
	for _, c := range []struct {
		cadence Cadence
		day     FixedDay
		says    string
	}{
		{"", FixedDay{Day: 1}, "Chưa chọn chu kỳ"}, {"DAY", FixedDay{}, "Chưa chọn chu kỳ"},
		{OnEvent, FixedDay{Day: 1}, "bỏ trống ngày"}, {Weekly, FixedDay{Day: 8}, "thứ trong tuần"},
		{Weekly, FixedDay{Day: 1, Lunar: true}, "thứ trong tuần"}, {LunarMonthly, FixedDay{Day: 5}, "cần ngày âm lịch"},
		{Quarterly, FixedDay{Day: 5, Month: 1, Lunar: true}, "âm lịch"}, {LunarMonthly, FixedDay{Day: 31, Lunar: true}, "từ 1 đến 30"},
		{LunarMonthly, FixedDay{Day: 30, Lunar: true}, "29 ngày"}, {Monthly, FixedDay{Day: 32}, "từ 1 đến 31"},
		{Monthly, FixedDay{Day: -1}, "từ 1 đến 31"}, {Monthly, FixedDay{Day: 3, Month: 2}, "không cần tháng"},
		{Quarterly, FixedDay{Day: 3, Month: 4}, "từ 1 đến 3"}, {HalfYearly, FixedDay{Day: 3}, "từ 1 đến 6"},
		{Yearly, FixedDay{Day: 31, Month: 4}, "không có ngày 31"}, {Yearly, FixedDay{Day: 30, Month: 2}, "không có ngày 30"},
		{Yearly, FixedDay{Day: 1, Month: 13}, "từ 1 đến 12"}, {Yearly, FixedDay{Month: 3}, "từ 1 đến 31"},
	} {
		if err := c.day.Check(c.cadence); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s %+v: %v, want “%s”", c.cadence, c.day, err, c.says)
		}
	}
}
