package dates

import "fmt"

// Period is a reporting period of the solar calendar in its stored form: "2026-06" a month, "2026-Q2" a quarter,
// "2026-H1" a half, "2026-9T" the first nine months, "2026" a year, "2026-W23" a week (Monday to Sunday, numbered so that
// week 1 holds the first Thursday of the year, ISO 8601). The empty Period means "none".
type Period string

// PeriodKind is the length of a Period. The words are the ones stored for duty rules, see Cadence.
type PeriodKind string

// The kinds of period.
const (
	Week       PeriodKind = "WEEK"
	Month      PeriodKind = "MONTH"
	Quarter    PeriodKind = "QUARTER"
	Half       PeriodKind = "HALF"
	NineMonths PeriodKind = "NINE_MONTHS"
	Year       PeriodKind = "YEAR"
)

var roman = [5]string{"", "I", "II", "III", "IV"}

// PeriodOf gives the period of a kind in which the day lies. A day after September lies in no nine months: the answer is
// empty, as it is for None or an unknown kind.
func PeriodOf(kind PeriodKind, d Date) Period {
	y, m, _, _ := d.split()
	switch {
	case !d.Valid():
	case kind == Week:
		wy, w := d.Time().ISOWeek()
		return makePeriod(Week, wy, w)
	case kind == Month:
		return makePeriod(Month, y, m)
	case kind == Quarter:
		return makePeriod(Quarter, y, (m+2)/3)
	case kind == Half:
		return makePeriod(Half, y, (m+5)/6)
	case kind == NineMonths && m <= 9, kind == Year:
		return makePeriod(kind, y, 0)
	}
	return ""
}

// makePeriod writes the stored form; n is the number of the week, month, quarter or half inside the year.
func makePeriod(kind PeriodKind, year, n int) Period {
	switch kind {
	case Week:
		return Period(fmt.Sprintf("%04d-W%02d", year, n))
	case Month:
		return Period(fmt.Sprintf("%04d-%02d", year, n))
	case Quarter:
		return Period(fmt.Sprintf("%04d-Q%d", year, n))
	case Half:
		return Period(fmt.Sprintf("%04d-H%d", year, n))
	case NineMonths:
		return Period(fmt.Sprintf("%04d-9T", year))
	}
	return Period(fmt.Sprintf("%04d", year))
}

// parts takes the stored form apart; kind is empty when the text is not a period.
func (p Period) parts() (kind PeriodKind, year, n int) {
	s := string(p)
	if len(s) < 4 || !digits(s[:4]) {
		return "", 0, 0
	}
	year = number(s[:4])
	if rest := s[4:]; rest == "" {
		kind = Year
	} else if rest == "-9T" {
		kind = NineMonths
	} else if rest[0] == '-' {
		switch rest = rest[1:]; {
		case len(rest) == 2 && digits(rest):
			kind, n = Month, number(rest)
		case len(rest) == 2 && rest[0] == 'Q' && digits(rest[1:]):
			kind, n = Quarter, number(rest[1:])
		case len(rest) == 2 && rest[0] == 'H' && digits(rest[1:]):
			kind, n = Half, number(rest[1:])
		case len(rest) == 3 && rest[0] == 'W' && digits(rest[1:]):
			kind, n = Week, number(rest[1:])
		}
	}
	if year < 1 || kind == "" || !inYear(kind, year, n) {
		return "", 0, 0
	}
	return kind, year, n
}

func inYear(kind PeriodKind, year, n int) bool {
	switch kind {
	case Week:
		return n >= 1 && n <= weeksIn(year)
	case Month:
		return n >= 1 && n <= 12
	case Quarter:
		return n >= 1 && n <= 4
	case Half:
		return n == 1 || n == 2
	}
	return n == 0
}

// Valid tells whether p is an existing period in the stored form.
func (p Period) Valid() bool { kind, _, _ := p.parts(); return kind != "" }

// Kind gives the kind, empty when p is not valid.
func (p Period) Kind() PeriodKind { kind, _, _ := p.parts(); return kind }

// Year gives the year of the period (of a week: the year its number counts in), 0 when p is not valid.
func (p Period) Year() int { _, year, _ := p.parts(); return year }

// Span gives the days of the period; empty on both sides when p is not valid, so check Valid first.
func (p Period) Span() Span {
	kind, year, n := p.parts()
	months := func(first, count int) Span {
		from := compose(year, first, 1)
		return Span{From: from, To: from.AddMonths(count)}
	}
	switch kind {
	case Week:
		from := firstMonday(year).AddDays(7 * (n - 1))
		return Span{From: from, To: from.AddDays(7)}
	case Month:
		return months(n, 1)
	case Quarter:
		return months(3*n-2, 3)
	case Half:
		return months(6*n-5, 6)
	case NineMonths:
		return months(1, 9)
	case Year:
		return months(1, 12)
	}
	return Span{}
}

// Previous gives the period of the same kind just before; before nine months come last year's nine months.
func (p Period) Previous() Period { return p.shift(-1) }

// Next gives the period of the same kind just after.
func (p Period) Next() Period { return p.shift(1) }

func (p Period) shift(by int) Period {
	kind, year, n := p.parts()
	switch kind {
	case "":
		return ""
	case Week:
		return PeriodOf(Week, p.Span().From.AddDays(7*by))
	case NineMonths, Year:
		return makePeriod(kind, year+by, 0)
	}
	perYear := map[PeriodKind]int{Month: 12, Quarter: 4, Half: 2}[kind]
	at := year*perYear + n - 1 + by
	return makePeriod(kind, at/perYear, at%perYear+1)
}

// SamePeriodLastYear gives the period to compare with. Week 53 is compared with last year's last week.
func (p Period) SamePeriodLastYear() Period {
	kind, year, n := p.parts()
	switch kind {
	case "":
		return ""
	case Week:
		n = min(n, weeksIn(year-1))
	}
	return makePeriod(kind, year-1, n)
}

// Months lists the months that make up the period; a week is made of none.
func (p Period) Months() []Period {
	list := []Period{}
	if kind := p.Kind(); kind == "" || kind == Week {
		return list
	}
	for s := p.Span(); s.From < s.To; s.From = s.From.AddMonths(1) {
		list = append(list, PeriodOf(Month, s.From))
	}
	return list
}

// Label names the period in a document: "tháng 01 năm 2026", "quý III năm 2026", "6 tháng đầu năm 2026", "năm 2026".
func (p Period) Label() string {
	switch kind, year, n := p.parts(); kind {
	case Week:
		return fmt.Sprintf("tuần %02d năm %d", n, year)
	case Month:
		return fmt.Sprintf("tháng %s năm %d", documentMonth(n), year)
	case Quarter:
		return fmt.Sprintf("quý %s năm %d", roman[n], year)
	case Half:
		return fmt.Sprintf("6 tháng %s năm %d", [3]string{"", "đầu", "cuối"}[n], year)
	case NineMonths:
		return fmt.Sprintf("9 tháng đầu năm %d", year)
	case Year:
		return fmt.Sprintf("năm %d", year)
	}
	return ""
}

// ShortLabel names the period in a narrow column or a menu: "06/2026", "Quý II/2026", "6 tháng đầu 2026", "Tuần 23/2026".
func (p Period) ShortLabel() string {
	switch kind, year, n := p.parts(); kind {
	case Week:
		return fmt.Sprintf("Tuần %02d/%d", n, year)
	case Month:
		return fmt.Sprintf("%02d/%d", n, year)
	case Quarter:
		return fmt.Sprintf("Quý %s/%d", roman[n], year)
	case Half:
		return fmt.Sprintf("6 tháng %s %d", [3]string{"", "đầu", "cuối"}[n], year)
	case NineMonths:
		return fmt.Sprintf("9 tháng %d", year)
	case Year:
		return fmt.Sprintf("Năm %d", year)
	}
	return ""
}

// firstMonday gives the Monday of week 1: the week that holds 4 January.
func firstMonday(year int) Date { return compose(year, 1, 4).WeekStart() }

func weeksIn(year int) int {
	_, w := compose(year, 12, 28).Time().ISOWeek()
	return w
}
