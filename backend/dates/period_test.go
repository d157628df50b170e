package dates

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestPeriods(t *testing.T) {
	text, err := os.ReadFile("testdata/periods.json") // shared with the screen's copy of the rules
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Period             Period
		Kind               PeriodKind
		Span               Span
		Label, Short       string
		Previous, LastYear Period
		Months             int
	}
	if err := json.Unmarshal(text, &cases); err != nil || len(cases) < 13 {
		t.Fatal(err, cases)
	}
	for _, c := range cases {
		p := c.Period
		if p.Kind() != c.Kind || p.Span() != c.Span || p.Label() != c.Label || p.ShortLabel() != c.Short || p.Previous() != c.Previous ||
			p.SamePeriodLastYear() != c.LastYear || len(p.Months()) != c.Months || p.Year() != 2026 {
			t.Errorf(
				"%s: %s %v %q %q %s %s %v",
				p,
				p.Kind(),
				p.Span(),
				p.Label(),
				p.ShortLabel(),
				p.Previous(),
				p.SamePeriodLastYear(),
				p.Months(),
			)
		}
		if p.Previous().Next() != p || PeriodOf(c.Kind, c.Span.From) != p {
			t.Errorf("%s does not come back", p)
		}
	}
	if m := Period("2026-Q2").Months(); !slices.Equal(m, []Period{"2026-04", "2026-05", "2026-06"}) {
		t.Errorf("%v", m)
	}
}

func TestPeriodsNotValid(t *testing.T) {
	for _, p := range []Period{"", "26", "2026-", "2026-00", "2026-13", "2026-Q0", "2026-Q5", "2026-H3", "2026-W00", "2025-W53",
		"2026-6", "2026-06-01", "0000", "năm 2026", "2026-9"} {
		if p.Valid() || p.Kind() != "" || p.Span() != (Span{}) || p.Label() != "" || p.ShortLabel() != "" || p.Previous() != "" ||
			p.SamePeriodLastYear() != "" || p.Year() != 0 || len(p.Months()) != 0 {
			t.Errorf("%q passes for a period", p)
		}
	}
	if PeriodOf(NineMonths, "2026-10-01") != "" || PeriodOf(Month, None) != "" || PeriodOf("EVENT", "2026-01-01") != "" ||
		PeriodOf(NineMonths, "2026-09-30") != "2026-9T" {
		t.Error("PeriodOf")
	}
}

func TestParsePeriod(t *testing.T) {
	for in, want := range map[string]Period{
		"2026-06": "2026-06", "2026-q2": "2026-Q2", "2026-h1": "2026-H1", "2026-9t": "2026-9T", " 2026 ": "2026", "2026-w23": "2026-W23",
		"6/2026": "2026-06", "06/2026": "2026-06", "6-2026": "2026-06", "tháng 6/2026": "2026-06", "Tháng 6 năm 2026": "2026-06",
		"thang 06 nam 2026": "2026-06",
		"quý II/2026":       "2026-Q2", "Quý IV năm 2026": "2026-Q4", "quy 3/2026": "2026-Q3", "Q2/2026": "2026-Q2",
		"QUÝ I/2026": "2026-Q1", "quý 2 2026": "2026-Q2",
		"6 tháng đầu năm 2026": "2026-H1", "6 tháng cuối năm 2026": "2026-H2", "06 tháng đầu 2026": "2026-H1",
		"sáu tháng cuối năm 2026": "2026-H2",
		"9 tháng năm 2026":        "2026-9T", "9 tháng đầu năm 2026": "2026-9T", "9 tháng 2026": "2026-9T", "năm 2026": "2026",
		"tuần 23/2026": "2026-W23", "Tuần 01 năm 2026": "2026-W01",
	} {
		if got, err := ParsePeriod(in); got != want || err != nil {
			t.Errorf("%q → %q, %v; want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"", "6/26", "13/2026", "quý V/2026", "quý 5/2026", "tuần 54/2026", "tuần 53/2025", "6 tháng 2026",
		"đầu năm 2026", "26", strings.Repeat("x", 4000)} {
		if got, err := ParsePeriod(
			in,
		); err == nil || got != "" || !strings.HasPrefix(err.Error(), "Không hiểu kỳ") ||
			len(err.Error()) > 300 {
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
