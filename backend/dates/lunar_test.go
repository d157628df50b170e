package dates

import (
	"strings"
	"testing"
)

func TestLunarEveryDay1900To2100(t *testing.T) {
	prev := ToLunar("1899-12-31")
	for d := Date("1900-01-01"); d <= "2100-12-31"; d = d.AddDays(1) {
		l := ToLunar(d)
		if l.Day < 1 || l.Day > 30 || (l.Day != prev.Day+1 && l.Day != 1) {
			t.Fatalf("%s is %+v after %+v", d, l, prev)
		}
		if l.Day == 1 && prev.Day < 29 {
			t.Fatalf("month before %s has %d days", d, prev.Day)
		}
		back, err := FromLunar(l)
		if err != nil || back != d {
			t.Fatalf("%s → %+v → %s, %v", d, l, back, err)
		}
		prev = l
	}
}

// TestSixteenths holds the published count of the lunar 16th: which years have thirteen, which solar months have two.
func TestSixteenths(t *testing.T) {
	thirteen := map[int]bool{2018: true, 2020: true, 2023: true, 2026: true, 2028: true}
	twice := map[int]string{2018: "2018-05", 2020: "2020-11", 2023: "2023-08", 2026: "2026-06", 2028: "2028-12"}
	for year := 2016; year <= 2030; year++ {
		days := LunarDays(makePeriod(Year, year, 0).Span(), 16, LastDay)
		want := 12
		if thirteen[year] {
			want = 13
		}
		if len(days) != want {
			t.Errorf("%d: %d sixteenths, want %d", year, len(days), want)
		}
		doubled := ""
		for i := 1; i < len(days); i++ {
			if days[i-1][:7] == days[i][:7] {
				doubled += string(days[i][:7])
			}
		}
		if doubled != twice[year] {
			t.Errorf("%d: two sixteenths in %q, want %q", year, doubled, twice[year])
		}
	}
	june := LunarDays(Period("2026-06").Span(), 16, LastDay)
	if len(june) != 2 || june[0] != "2026-06-01" || june[1] != "2026-06-30" {
		t.Errorf("June 2026: %v", june)
	}
}

func TestMeridianMatters(t *testing.T) {
	for _, day := range []Date{"2018-11-07", "2019-03-06", "2020-12-14", "2030-02-02"} {
		if l := ToLunar(day); l.Day != 1 {
			t.Errorf("%s: %+v, want the first of a month at UTC+7", day, l)
		}
		k := int(float64(day.serial()-serialOf(2000, 1, 6))/synodicMonth + 0.5)
		if east := fromSerial(newMoonDay(k, 8.0/24)); east == day {
			t.Errorf("%s begins a month at UTC+8 too; the vector tells nothing", day)
		}
	}
}

func TestTetAndLeapMonths(t *testing.T) {
	for year, want := range map[int]Date{
		1968: "1968-01-29", 1985: "1985-01-21", 1990: "1990-01-27", 1995: "1995-01-31", 2000: "2000-02-05",
		2005: "2005-02-09", 2007: "2007-02-17", 2008: "2008-02-07", 2010: "2010-02-14", 2012: "2012-01-23",
		2014: "2014-01-31", 2015: "2015-02-19", 2016: "2016-02-08", 2017: "2017-01-28", 2018: "2018-02-16",
		2019: "2019-02-05", 2020: "2020-01-25", 2021: "2021-02-12", 2022: "2022-02-01", 2023: "2023-01-22",
		2024: "2024-02-10", 2025: "2025-01-29", 2026: "2026-02-17", 2027: "2027-02-06", 2028: "2028-01-26",
		2029: "2029-02-13", 2030: "2030-02-02",
	} {
		if got, err := FromLunar(Lunar{1, 1, year, false}); err != nil || got != want {
			t.Errorf("Tết %d = %s, %v, want %s", year, got, err, want)
		}
	}
	for year, want := range map[int]int{
		1984: 0, 1985: 2, 1987: 7, 2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9, 2017: 6, 2020: 4, 2023: 2, 2025: 6,
		2026: 0, 2027: 0, 2028: 5, 2033: 11, 2034: 0,
	} {
		if got := LeapMonth(year); got != want {
			t.Errorf("leap month of %d = %d, want %d", year, got, want)
		}
	}
}

func TestFromLunarRefuses(t *testing.T) {
	for _, c := range []struct {
		in   Lunar
		says string
	}{
		{Lunar{16, 6, 2026, true}, "năm đó không nhuận"},
		{Lunar{16, 5, 2025, true}, "năm đó nhuận tháng 6"},
		{Lunar{16, 13, 2026, false}, "tháng từ 1 đến 12"},
		{Lunar{16, 0, 2026, false}, "tháng từ 1 đến 12"},
		{Lunar{16, 13, 2026, true}, "không có tháng 13 nhuận"},
		{Lunar{30, 5, 2026, false}, "chỉ có 29 ngày"},
		{Lunar{31, 6, 2026, false}, "không có ngày 31"},
		{Lunar{0, 5, 2026, false}, "không có ngày 0"},
		{Lunar{1, 1, 1700, false}, "từ năm 1850"},
	} {
		if d, err := FromLunar(c.in); err == nil || !strings.Contains(err.Error(), c.says) || d != None {
			t.Errorf("%+v → %q, %v; want “%s”", c.in, d, err, c.says)
		}
	}
	for _, d := range []Date{"", "1700-01-01", "2200-01-01", "2026-02-30", "x"} {
		if l := ToLunar(d); !l.IsNone() {
			t.Errorf("ToLunar(%q) = %+v", d, l)
		}
	}
}

func TestLunarDaysThirty(t *testing.T) {
	year := Period("2026").Span()
	last, only := LunarDays(year, 30, LastDay), LunarDays(year, 30, Skip)
	if len(last) != 12 && len(last) != 13 {
		t.Errorf("last days: %v", last)
	}
	for _, d := range only {
		if ToLunar(d).Day != 30 {
			t.Errorf("%s is not a 30th", d)
		}
	}
	for _, d := range last {
		if ToLunar(d.AddDays(1)).Day != 1 {
			t.Errorf("%s is not the last of its month", d)
		}
	}
	if len(only) >= len(last) || len(LunarDays(year, 31, LastDay)) != 0 || len(LunarDays(Span{From: "2026-01-01"}, 1, Skip)) != 0 {
		t.Errorf("30ths %v, last days %v", only, last)
	}
}

func TestLunarShow(t *testing.T) {
	for day, want := range map[Date]string{
		"2026-07-29": "T4 29/7/2026 (16/6 âl)",
		"2025-08-09": "T7 9/8/2025 (16/6 nhuận âl)",
		"2026-06-07": "CN 7/6/2026 (22/4 âl)",
		"":           "",
	} {
		if got := day.ShowWithLunar(); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
	if got := ToLunar("2025-08-09").ShowLong(); got != "ngày 16 tháng 6 nhuận âm lịch" {
		t.Error(got)
	}
}

func TestLunarYearsComputedTogether(t *testing.T) {
	done := make(chan Lunar)
	for range 8 {
		go func() {
			for y := 2060; y < 2070; y++ {
				LunarMonthStarts(y)
			}
			done <- ToLunar("2065-06-01")
		}()
	}
	want := ToLunar("2065-06-01")
	for range 8 {
		if got := <-done; got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
}

func BenchmarkToLunar(b *testing.B) {
	for b.Loop() {
		ToLunar("2026-07-29")
	}
}
