package dates

import (
	"regexp"
	"strings"
)

// periodForms are the ways people write a period, folded to plain letters. Each gives the kind; the named groups are
// the year (y) and the number within the year (n).
var periodForms = []struct {
	kind PeriodKind
	form *regexp.Regexp
}{
	{Month, regexp.MustCompile(`^(?:thang )?(?P<n>\d{1,2})(?: ?[/.-] ?| nam )(?P<y>\d{4})$`)},
	{Quarter, regexp.MustCompile(`^(?:quy |quy|q|q\.)(?P<n>[1-4]|iv|i{1,3})(?: ?[/.-] ?| nam | )(?P<y>\d{4})$`)},
	{Half, regexp.MustCompile(`^(?:6|06|sau) thang (?P<n>dau|cuoi)(?: nam | ?[/.-] ?| )(?P<y>\d{4})$`)},
	{NineMonths, regexp.MustCompile(`^(?:9|09|chin) thang(?: dau)?(?: nam | ?[/.-] ?| )(?P<y>\d{4})$`)},
	{Week, regexp.MustCompile(`^tuan (?:thu )?(?P<n>\d{1,2})(?: ?[/.-] ?| nam | )(?P<y>\d{4})$`)},
	{Year, regexp.MustCompile(`^nam (?P<y>\d{4})$`)},
}

var periodNumbers = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "dau": 1, "cuoi": 2}

// ParsePeriod reads a period in the stored form ("2026-06", "2026-Q2", "2026-H1", "2026-9T", "2026", "2026-W23") or as
// people write it, with or without accents: "6/2026", "tháng 6 năm 2026", "quý II/2026", "6 tháng đầu năm 2026",
// "9 tháng năm 2026", "tuần 23/2026". Two-digit years are refused: "6/26" may as well be 26 June.
func ParsePeriod(text string) (Period, error) {
	if p := Period(strings.ToUpper(strings.TrimSpace(text))); p.Valid() {
		return p, nil
	}
	folded := fold(text)
	for _, f := range periodForms {
		m := f.form.FindStringSubmatch(folded)
		if m == nil {
			continue
		}
		year, n := number(m[f.form.SubexpIndex("y")]), 0
		if i := f.form.SubexpIndex("n"); i >= 0 {
			if n = periodNumbers[m[i]]; n == 0 {
				n = number(m[i])
			}
		}
		if p := makePeriod(f.kind, year, n); p.Valid() {
			return p, nil
		}
	}
	return "", refuse("Không hiểu kỳ “%s”; hãy ghi như 6/2026, quý II/2026, 6 tháng đầu năm 2026, 9 tháng năm 2026 hoặc 2026.",
		excerpt(strings.TrimSpace(text)))
}
