package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// annexOf makes an annex of decisions of the given days.
func annexOf(days ...string) Sheet {
	var rows [][]string
	for i, day := range days {
		rows = append(
			rows,
			[]string{
				"Cán bộ mẫu An",
				"Bí thư Đảng ủy",
				"Ấp Hòa",
				"Xã Mẫu A",
				"A3",
				"",
				fmt.Sprintf("%d-QĐ/ĐU", i+1),
				day,
				issuer,
				"Phân công",
			},
		)
	}
	return annexSheet(rows...)
}

func repeat(day string, n int) (out []string) {
	for range n {
		out = append(out, day)
	}
	return out
}

// One mistyped year set the units, officers and assignments of the whole file back to 1962.
func TestMistypedYearIsNamedAndNotApplied(t *testing.T) {
	t.Parallel()
	const today = dates.Date("2026-11-22")
	for name, c := range map[string]struct {
		days  []string
		first dates.Date
		out   string // the day out of line; "" = none
	}{
		"one of four":         {append(repeat("05/01/2026", 3), "05/01/1962"), "2026-01-05", "05/01/1962"},
		"the only one":        {[]string{"05/01/1962"}, today, "05/01/1962"},
		"two of ten":          {append(repeat("05/01/2026", 8), "05/01/1962", "06/01/1962"), "2026-01-05", "05/01/1962"},
		"years to come":       {append(repeat("05/01/2026", 3), "05/01/2062"), "2026-01-05", "05/01/2062"},
		"ten years are asked": {append(repeat("05/01/2026", 3), "31/12/2016"), "2026-01-05", ""},
		"spread over years":   {[]string{"05/01/2020", "05/01/2022", "05/01/2024", "05/01/2026"}, "2020-01-05", ""},
		"two of three":        {[]string{"05/01/2016", "05/01/2026"}, "2016-01-05", ""},
		"eleven are":          {append(repeat("05/01/2026", 3), "31/12/2015"), "2026-01-05", "31/12/2015"},
		"an old list as such": {repeat("05/01/1998", 5), "1998-01-05", ""},
	} {
		f := makeBook(t, annexOf(c.days...))
		if got := f.FirstDay(today, ""); got != c.first {
			t.Errorf("%s: counted from %s, want %s", name, got, c.first)
		}
		column := readDayColumns(f.tables[kindLines], today, "")["docDate"]
		named := ""
		for _, text := range c.days {
			day, _ := readDay(text, today)
			if said := column.doubt(text, day, c.first); said != "" && named == "" {
				named = text
				if !strings.Contains(said, text) || !strings.Contains(said, "Ngày quyết định") {
					t.Errorf("%s: %s", name, said)
				}
			}
		}
		if named != c.out {
			t.Errorf("%s: %q is named, want %q", name, named, c.out)
		}
	}
	if said := (&dayColumn{order: DayFirst, days: []dates.Date{"1962-01-05", "2026-01-05", today}}).doubt(
		"05/01/1962",
		"1962-01-05",
		"1962-01-01",
	); said != "" {
		t.Errorf("a person who counts the list from 1962 is asked again: %s", said)
	}
}

func TestMistypedYearStopsTheImport(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	f := makeBook(t, unitSheet, officerSheet, annexOf(append(repeat("05/01/2026", 3), "05/01/1962")...))
	o := bookOptions
	o.Bulk = DecideNew
	p := try(t, s, f, o)
	found := false
	for _, l := range p.Lines {
		found = found || l.Class == ClassError && strings.Contains(l.Reason, "05/01/1962 lệch xa")
	}
	if !found {
		t.Errorf("nothing said of 1962: %v %+v", p.Rows, p.Lines)
	}
}

// One cell that can only be month/day casts doubt on its column, two prove it, one of each order is asked about; the answer
// of a person counts for the whole column.
func TestDaysAreJudgedByTheirColumn(t *testing.T) {
	t.Parallel()
	const today = dates.Date("2026-11-22")
	for name, c := range map[string]struct {
		days  []string
		said  DayOrder
		asked bool
		want  string // of each cell; "?" = unclear, "!" = no day
	}{
		"days first":       {[]string{"03/05/2026", "25/03/2026"}, "", false, "2026-05-03 2026-03-25"},
		"nothing tells":    {[]string{"03/05/2026", "04/06/26"}, "", false, "2026-05-03 2026-06-04"},
		"one month first":  {[]string{"03/05/2026", "03/25/2026", "04/04/2026"}, "", true, "? ! 2026-04-04"},
		"two months first": {[]string{"03/05/2026", "03/25/2026", "12/31/26"}, "", false, "2026-03-05 2026-03-25 2026-12-31"},
		"both":             {[]string{"03/25/2026", "03/26/2026", "25/03/2026", "1.2.2026"}, "", true, "! ! 2026-03-25 ?"},
		"both, days said": {
			[]string{"03/25/2026", "03/26/2026", "25/03/2026", "1.2.2026"}, DayFirst, false, "! ! 2026-03-25 2026-02-01",
		},
		"both, months said":  {[]string{"03/25/2026", "25/03/2026", "1.2.2026"}, MonthFirst, false, "2026-03-25 2026-03-25 2026-01-02"},
		"said without need":  {[]string{"03/05/2026", "25/03/2026"}, MonthFirst, false, "2026-05-03 2026-03-25"},
		"days of a workbook": {[]string{"2026-05-03", "03/25/2026", "03/26/2026"}, "", false, "2026-05-03 2026-03-25 2026-03-26"},
	} {
		columns := readDayColumns(makeBook(t, annexOf(c.days...)).tables[kindLines], today, c.said)
		column := columns["docDate"]
		var got []string
		for _, text := range c.days {
			day, err := column.read(text)
			switch {
			case column.unclear(text):
				got = append(got, "?")
				if said := column.doubt(text, day, "2026-01-01"); !strings.Contains(said, "03/25/2026") {
					t.Errorf("%s: %q", name, said)
				}
			case err != nil:
				got = append(got, "!")
			default:
				got = append(got, string(day))
			}
		}
		if strings.Join(got, " ") != c.want || (askOrder(columns) != "") != c.asked {
			t.Errorf("%s: %s, want %s; asked %q", name, strings.Join(got, " "), c.want, askOrder(columns))
		}
	}
}

// The answer is one option of the whole import, and what was read is said beside each row.
func TestOrderOfDaysIsAskedOnce(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	f := makeBook(t, unitSheet, officerSheet, annexOf("03/05/2026", "03/25/2026"))
	o := bookOptions
	o.Bulk = DecideNew
	if p := try(t, s, f, o); !strings.Contains(p.AskDays, "03/25/2026") || p.Rows[string(ClassError)] != 2 {
		t.Errorf("%q %v", p.AskDays, p.Rows)
	}
	o.DayOrder = MonthFirst
	p := try(t, s, f, o)
	said := ""
	for _, l := range p.Lines {
		if l.Sheet == "Phân công" && l.Class == ClassNew {
			said += l.Reason
		}
	}
	if p.AskDays != "" || !strings.Contains(said, "“03/05/2026” viết tháng trước, đọc là ngày 05/03/2026") {
		t.Errorf("%q %v %s", p.AskDays, p.Rows, said)
	}
}

// A year alone within a lifetime is asked for by its row, and not taken as the day of the file.
func TestYearAloneIsAskedFor(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	o := bookOptions
	o.AsOf, o.Bulk = "2010-01-01", DecideNew
	storetest.Write(t, s, func(tx *store.Tx) error {
		_, err := ImportWorkbook(tx, makeBook(t, unitSheet, officerSheet), o)
		return err
	})
	f := makeBook(t, annexOf(append(repeat("05/01/2026", 4), "05/01/2016")...))
	o = bookOptions
	p := try(t, s, f, o)
	asked := 0
	for _, l := range p.Lines {
		if strings.Contains(l.Reason, "05/01/2016 đứng riêng") && l.Class == ClassUnclear && slices.Contains(l.Choices, DecideChange) {
			asked++
		}
	}
	if asked != 1 || p.Open != 1 || f.FirstDay("2026-11-22", "") != "2026-01-05" {
		t.Errorf("%d asked, %d open: %+v", asked, p.Open, p.Lines)
	}
}

func TestDayOfAListALifetimeAwayIsSpokenOf(t *testing.T) {
	t.Parallel()
	if len(farNote("1962-01-01", "2026-11-22")) != 1 || len(farNote("1996-01-01", "2026-11-22")) != 0 ||
		len(farNote("2057-01-01", "2026-11-22")) != 1 {
		t.Error(farNote("1962-01-01", "2026-11-22"), farNote("1996-01-01", "2026-11-22"))
	}
}
