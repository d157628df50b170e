package dates

import (
	"slices"
	"strings"
	"testing"
)

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		p              Period
		kind           PeriodKind
		from, to       Date
		label, short   string
		previous, last Period
		months         int
	}{
		{"2026-01", Month, "2026-01-01", "2026-02-01", "tháng 01 năm 2026", "01/2026", "2025-12", "2025-01", 1},
		{"2026-02", Month, "2026-02-01", "2026-03-01", "tháng 02 năm 2026", "02/2026", "2026-01", "2025-02", 1},
		{"2026-06", Month, "2026-06-01", "2026-07-01", "tháng 6 năm 2026", "06/2026", "2026-05", "2025-06", 1},
		{"2026-12", Month, "2026-12-01", "2027-01-01", "tháng 12 năm 2026", "12/2026", "2026-11", "2025-12", 1},
		{"2026-Q1", Quarter, "2026-01-01", "2026-04-01", "quý I năm 2026", "Quý I/2026", "2025-Q4", "2025-Q1", 3},
		{"2026-Q3", Quarter, "2026-07-01", "2026-10-01", "quý III năm 2026", "Quý III/2026", "2026-Q2", "2025-Q3", 3},
		{"2026-H1", Half, "2026-01-01", "2026-07-01", "6 tháng đầu năm 2026", "6 tháng đầu 2026", "2025-H2", "2025-H1", 6},
		{"2026-H2", Half, "2026-07-01", "2027-01-01", "6 tháng cuối năm 2026", "6 tháng cuối 2026", "2026-H1", "2025-H2", 6},
		{"2026-9T", NineMonths, "2026-01-01", "2026-10-01", "9 tháng đầu năm 2026", "9 tháng 2026", "2025-9T", "2025-9T", 9},
		{"2026", Year, "2026-01-01", "2027-01-01", "năm 2026", "Năm 2026", "2025", "2025", 12},
		{"2026-W01", Week, "2025-12-29", "2026-01-05", "tuần 01 năm 2026", "Tuần 01/2026", "2025-W52", "2025-W01", 0},
		{"2026-W23", Week, "2026-06-01", "2026-06-08", "tuần 23 năm 2026", "Tuần 23/2026", "2026-W22", "2025-W23", 0},
		{"2026-W53", Week, "2026-12-28", "2027-01-04", "tuần 53 năm 2026", "Tuần 53/2026", "2026-W52", "2025-W52", 0},
	} {
		if c.p.Kind() != c.kind || c.p.Span() != (Span{c.from, c.to}) || c.p.Label() != c.label || c.p.ShortLabel() != c.short ||
			c.p.Previous() != c.previous || c.p.SamePeriodLastYear() != c.last || len(c.p.Months()) != c.months || c.p.Year() != 2026 {
			t.Errorf("%s: %s %v %q %q %s %s %v", c.p, c.p.Kind(), c.p.Span(), c.p.Label(), c.p.ShortLabel(), c.p.Previous(), c.p.SamePeriodLastYear(), c.p.Months())
		}
		if c.p.Previous().Next() != c.p || PeriodOf(c.kind, c.from) != c.p {
			t.Errorf("%s does not come back", c.p)
		}
	}
	if m := Period("2026-Q2").Months(); !slices.Equal(m, []Period{"2026-04", "2026-05", "2026-06"}) {
		t.Errorf("%v", m)
	}
}

func TestPeriodsNotValid(t *testing.T) {
	for _, p := range []Period{"", "26", "2026-", "2026-00", "2026-13", "2026-Q0", "2026-Q5", "2026-H3", "2026-W00", "2025-W53", "2026-6", "2026-06-01", "0000", "năm 2026", "2026-9"} {
		if p.Valid() || p.Kind() != "" || p.Span() != (Span{}) || p.Label() != "" || p.ShortLabel() != "" || p.Previous() != "" ||
			p.SamePeriodLastYear() != "" || p.Year() != 0 || len(p.Months()) != 0 {
			t.Errorf("%q passes for a period", p)
		}
	}
	if PeriodOf(NineMonths, "2026-10-01") != "" || PeriodOf(Month, None) != "" || PeriodOf("EVENT", "2026-01-01") != "" || PeriodOf(NineMonths, "2026-09-30") != "2026-9T" {
		t.Error("PeriodOf")
	}
}

func TestParsePeriod(t *testing.T) {
	for in, want := range map[string]Period{
		"2026-06": "2026-06", "2026-q2": "2026-Q2", "2026-h1": "2026-H1", "2026-9t": "2026-9T", " 2026 ": "2026", "2026-w23": "2026-W23",
		"6/2026": "2026-06", "06/2026": "2026-06", "6-2026": "2026-06", "tháng 6/2026": "2026-06", "Tháng 6 năm 2026": "2026-06", "thang 06 nam 2026": "2026-06",
		"quý II/2026": "2026-Q2", "Quý IV năm 2026": "2026-Q4", "quy 3/2026": "2026-Q3", "Q2/2026": "2026-Q2", "QUÝ I/2026": "2026-Q1", "quý 2 2026": "2026-Q2",
		"6 tháng đầu năm 2026": "2026-H1", "6 tháng cuối năm 2026": "2026-H2", "06 tháng đầu 2026": "2026-H1", "sáu tháng cuối năm 2026": "2026-H2",
		"9 tháng năm 2026": "2026-9T", "9 tháng đầu năm 2026": "2026-9T", "9 tháng 2026": "2026-9T", "năm 2026": "2026", "tuần 23/2026": "2026-W23", "Tuần 01 năm 2026": "2026-W01",
	} {
		if got, err := ParsePeriod(in); got != want || err != nil {
			t.Errorf("%q → %q, %v; want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"", "6/26", "13/2026", "quý V/2026", "quý 5/2026", "tuần 54/2026", "tuần 53/2025", "6 tháng 2026", "đầu năm 2026", "26", strings.Repeat("x", 4000)} {
		if got, err := ParsePeriod(in); err == nil || got != "" || !strings.HasPrefix(err.Error(), "Không hiểu kỳ") || len(err.Error()) > 300 {
			t.Errorf("%.50q → %q, %v", in, got, err)
		}
	}
}

// Every label printed can be read back.
func TestPeriodLabelsReadBack(t *testing.T) {
	for _, kind := range []PeriodKind{Week, Month, Quarter, Half, NineMonths, Year} {
		for d := Date("2019-01-01"); d < "2030-01-01"; d = d.AddDays(5) {
			p := PeriodOf(kind, d)
			if p == "" {
				continue
			}
			for _, text := range []string{string(p), p.Label(), p.ShortLabel()} {
				if got, err := ParsePeriod(text); got != p || err != nil {
					t.Fatalf("%q → %q, %v; want %q", text, got, err, p)
				}
			}
			if !p.Span().Contains(d) {
				t.Fatalf("%s does not hold %s", p, d)
			}
		}
	}
}
