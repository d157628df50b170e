package dates

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

func readRows(t *testing.T, name string) [][]string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(text)) {
		if line[0] != '#' {
			rows = append(rows, strings.Split(strings.TrimSpace(line), ","))
		}
	}
	return rows
}

// TestAnnouncedYears compares the built-in schedules with the hand-written list, weekday by weekday.
func TestAnnouncedYears(t *testing.T) {
	listed := map[Date]string{}
	for _, r := range readRows(t, "holidays.csv") {
		listed[Date(r[0])] = r[1]
	}
	c := DefaultCalendar(2024, 2026)
	for d := Date("2024-01-01"); d < "2027-01-01"; d = d.AddDays(1) {
		weekday := d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
		want := (weekday && listed[d] != "off") || listed[d] == "worked"
		if c.IsWorking(d) != want {
			t.Errorf("%s: working %v, want %v", d, !want, want)
		}
	}
}

// naiveAdd walks day by day over the hand-written list: a second implementation that shares nothing with Calendar.
func naiveAdd(listed map[string]string, from string, n int) string {
	day, _ := time.Parse("2006-01-02", from)
	works := func() bool {
		mark := listed[day.Format("2006-01-02")]
		if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
			return mark == "worked"
		}
		return mark != "off"
	}
	step := 24 * time.Hour
	if n < 0 {
		n, step = -n, -step
	}
	if n == 0 {
		for !works() {
			day = day.Add(step)
		}
	}
	for n > 0 {
		if day = day.Add(step); works() {
			n--
		}
	}
	return day.Format("2006-01-02")
}

func TestDeadlineTable(t *testing.T) {
	listed := map[string]string{}
	for _, r := range readRows(t, "holidays.csv") {
		listed[r[0]] = r[1]
	}
	c := DefaultCalendar(2023, 2031)
	rows, hand := readRows(t, "deadlines.csv"), 0
	for _, r := range rows {
		from, want := Date(r[0]), Date(r[2])
		n, err := strconv.Atoi(r[1])
		if err != nil {
			t.Fatal(err)
		}
		if r[3] == "hand" {
			hand++
		}
		if got := c.AddWorkingDays(from, n); got != want {
			t.Errorf("%s + %d = %s, want %s (%s)", from, n, got, want, r[3])
		}
		if got := naiveAdd(listed, r[0], n); got != r[2] {
			t.Errorf("walking from %s by %d ends on %s, the table has %s", from, n, got, want)
		}
		if n != 0 {
			if got := c.WorkingDaysBetween(from, want); got != n {
				t.Errorf("between %s and %s: %d, want %d", from, want, got, n)
			}
		}
	}
	if len(rows) < 400 || hand < 65 {
		t.Errorf("%d rows, %d by hand", len(rows), hand)
	}
}

// TestCountEqualsWalk counts long and short spans both ways.
func TestCountEqualsWalk(t *testing.T) {
	c := DefaultCalendar(2020, 2030)
	for from := Date("2023-12-20"); from < "2026-12-01"; from = from.AddDays(11) {
		n, day := 0, from
		for range 400 {
			if c.IsWorking(day) {
				n++
			}
			day = day.AddDays(1)
			if got := c.WorkingDays(Span{from, day}); got != n {
				t.Fatalf("%s … %s: %d, want %d", from, day, got, n)
			}
			if got := c.WorkingDaysBetween(day, from); got != -n {
				t.Fatalf("back from %s to %s: %d, want %d", day, from, got, -n)
			}
		}
	}
	if c.WorkingDays(Span{From: "2026-01-01"}) != -1 || c.WorkingDays(Span{"2026-01-02", "2026-01-01"}) != 0 {
		t.Error("open or empty span")
	}
}

func TestDefaultRuleForOtherYears(t *testing.T) {
	for _, c := range []struct {
		year int
		off  string // weekdays off
	}{
		// 2027: Tết on Saturday 6/2; 10/3 lunar is Friday 16/4; 1/5 is a Saturday; 2/9 a Thursday.
		{2027, "01-01 02-05 02-08 02-09 02-10 02-11 04-16 04-30 05-03 09-02 09-03 11-24"},
		// 2028: 1/1 is a Saturday, Tết Wednesday 26/1 with its fourth day on Saturday, 30/4 is a Sunday, 2/9 a Saturday.
		{2028, "01-03 01-25 01-26 01-27 01-28 01-31 04-04 05-01 05-02 09-01 09-04 11-24"},
		// 2029: 24/11 is a Saturday. 2030: a Sunday.
		{2029, "01-01 02-12 02-13 02-14 02-15 02-16 04-23 04-30 05-01 09-03 09-04 11-26"},
		{2030, "01-01 02-01 02-04 02-05 02-06 02-07 04-12 04-30 05-01 09-02 09-03 11-25"},
		// 2020: the Code of 2012 gave one day for 2/9, a Wednesday; the first two days of Tết were a weekend.
		{2020, "01-01 01-24 01-27 01-28 01-29 01-30 04-02 04-30 05-01 09-02"},
	} {
		off, makeUp := DefaultDaysOff(c.year)
		var got []string
		for i, o := range off {
			if i > 0 && off[i-1].Date > o.Date {
				t.Errorf("%d: not in order", c.year)
			}
			if o.Name == "" || o.Source == "" {
				t.Errorf("%+v", o)
			}
			if !weekend(o.Date) {
				got = append(got, string(o.Date[5:]))
			}
		}
		if s := strings.Join(got, " "); s != c.off || makeUp == nil || len(makeUp) != 0 {
			t.Errorf("%d: %s, want %s; made up %v", c.year, s, c.off, makeUp)
		}
	}
	for year := 1900; year <= 2100; year++ {
		DefaultCalendar(year, year) // panics when the lists contradict each other
		if off, _ := DefaultDaysOff(year); len(off) < 10 {
			t.Errorf("%d: %v", year, off)
		}
	}
}

func TestNewCalendarRefuses(t *testing.T) {
	for _, c := range []struct {
		off    []DayOff
		makeUp []MakeUp
		says   string
	}{
		{[]DayOff{{Date: "2026-02-30"}}, nil, "Ngày nghỉ"},
		{nil, []MakeUp{{Date: "x"}}, "Ngày làm bù “x”"},
		{nil, []MakeUp{{Date: "2026-06-05"}}, "05/06/2026 là Thứ Sáu"},
		{[]DayOff{{Date: "2026-06-06"}}, []MakeUp{{Date: "2026-06-06"}}, "vừa là ngày nghỉ vừa"},
	} {
		if _, err := NewCalendar(c.off, c.makeUp); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%v %v: %v, want “%s”", c.off, c.makeUp, err, c.says)
		}
	}
	var zero Calendar
	if zero.IsWorking(None) || zero.IsWorking("2026-06-06") || !zero.IsWorking("2026-02-17") {
		t.Error("the zero Calendar knows weekends only")
	}
	if zero.AddWorkingDays(None, 3) != None || zero.AddWorkingDays("2026-01-01", 1<<40) != None ||
		zero.WorkingDaysBetween(None, "2026-01-01") != 0 {
		t.Error("None and far days")
	}
}

func BenchmarkWorkingDaysBetween(b *testing.B) {
	c := DefaultCalendar(2020, 2030)
	for b.Loop() {
		c.WorkingDaysBetween("2024-03-01", "2026-07-29")
	}
}

// TestFixedDaysCarryTheirLaw holds each fixed day to the law that gives it and to the days on which that law is in force.
func TestFixedDaysCarryTheirLaw(t *testing.T) {
	for _, c := range []struct {
		day       Date
		name, law string // "" = not off
	}{
		{"2025-11-24", "", ""},
		{"2026-11-24", "Ngày Văn hóa Việt Nam", "Nghị quyết 28/2026/QH16"},
		{"2027-11-24", "Ngày Văn hóa Việt Nam", "Nghị quyết 28/2026/QH16"},
		{"2029-11-24", "Ngày Văn hóa Việt Nam", "Nghị quyết 28/2026/QH16"},
		{"2029-11-26", "Nghỉ bù Ngày Văn hóa Việt Nam", SourceDefault},
		{"2030-11-25", "Nghỉ bù Ngày Văn hóa Việt Nam", SourceDefault},
		{"2020-09-02", "Quốc khánh", "Bộ luật Lao động 2012, Điều 115"},
		{"2020-09-01", "", ""},
		{"2020-09-03", "", ""},
		{"2021-01-01", "Tết Dương lịch", "Bộ luật Lao động 2019, Điều 112"},
		{"2021-09-02", "Quốc khánh", "Bộ luật Lao động 2019, Điều 112"},
		{"2021-09-03", "Quốc khánh (ngày liền kề)", SourceDefault},
		{"2027-04-16", "Giỗ Tổ Hùng Vương", "Bộ luật Lao động 2019, Điều 112"},
	} {
		off, _ := DefaultDaysOff(c.day.Year())
		i := slices.IndexFunc(off, func(o DayOff) bool { return o.Date == c.day })
		switch {
		case c.name == "" && i >= 0:
			t.Errorf("%s is off: %+v", c.day, off[i])
		case c.name != "" && i < 0:
			t.Errorf("%s is not off", c.day)
		case c.name != "" && (off[i].Name != c.name || off[i].Source != c.law):
			t.Errorf("%s: %+v, want %s by %s", c.day, off[i], c.name, c.law)
		}
	}
	for year, want := range map[int]bool{2023: false, 2024: true, 2025: true, 2026: true, 2027: false} {
		if Announced(year) != want {
			t.Errorf("announced %d: %v", year, !want)
		}
	}
}

// TestMarkOfTheBuiltInCalendar: the mark is the same on every call, so that clocks are not reckoned anew without need.
func TestMarkOfTheBuiltInCalendar(t *testing.T) {
	if first := CalendarMark(); first == "" || first != CalendarMark() {
		t.Error("the mark changes from call to call")
	}
}
