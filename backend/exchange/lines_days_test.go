package exchange

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/dates"
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
		"ten years are none":  {append(repeat("05/01/2026", 3), "31/12/2016"), "2016-12-31", ""},
		"eleven are":          {append(repeat("05/01/2026", 3), "31/12/2015"), "2026-01-05", "31/12/2015"},
		"an old list as such": {repeat("05/01/1998", 5), "1998-01-05", ""},
	} {
		f := makeBook(t, annexOf(c.days...))
		if got := f.FirstDay(today); got != c.first {
			t.Errorf("%s: counted from %s, want %s", name, got, c.first)
		}
		column := readDayColumns(f.tables[kindLines], today)["docDate"]
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
	if said := (&dayColumn{days: []dates.Date{"1962-01-05", "2026-01-05", today}}).doubt(
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

// 03/25/2026 tells that the column is American; then 03/05/2026 beside it is no 3 May.
func TestDaysAreJudgedByTheirColumn(t *testing.T) {
	t.Parallel()
	const today = dates.Date("2026-11-22")
	mixed := readDayColumns(makeBook(t, annexOf("03/05/2026", "03/25/2026", "04/04/2026")).tables[kindLines], today)["docDate"]
	if said := mixed.doubt("03/05/2026", "2026-05-03", "2026-01-01"); !strings.Contains(said, "03/25/2026") {
		t.Errorf("taken as 3 May: %q", said)
	}
	if said := mixed.doubt("04/04/2026", "2026-04-04", "2026-01-01"); said != "" {
		t.Errorf("the same in both orders, yet: %q", said)
	}
	plain := readDayColumns(makeBook(t, annexOf("03/05/2026", "25/03/2026")).tables[kindLines], today)["docDate"]
	if said := plain.doubt("03/05/2026", "2026-05-03", "2026-01-01"); said != "" {
		t.Errorf("a column of days first: %q", said)
	}
}

func TestDayOfAListALifetimeAwayIsSpokenOf(t *testing.T) {
	t.Parallel()
	if len(farNote("1962-01-01", "2026-11-22")) != 1 || len(farNote("1996-01-01", "2026-11-22")) != 0 ||
		len(farNote("2057-01-01", "2026-11-22")) != 1 {
		t.Error(farNote("1962-01-01", "2026-11-22"), farNote("1996-01-01", "2026-11-22"))
	}
}
