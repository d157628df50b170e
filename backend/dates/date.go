// Package dates holds the office's calendar: days, half-open spans, reporting periods, the Vietnamese lunar calendar,
// working days and holidays, cadences, and the reading of dates as people type them.
//
// It imports the standard library only, touches no clock and no disk: whoever needs "today" passes it in. Errors made
// here carry a Vietnamese sentence that can be shown as it is; a room attaches it to its field with fault.Invalid.
package dates

import "time"

// Date is one day, written "2006-01-02". The empty Date means "none" (or "open", at the end of a Span).
//
// It is a string because that is how it is stored, sorted, compared and sent to the screen: two Dates compare as text
// in the order of time, in Go, in SQL and in TypeScript alike.
type Date string

// None is the absent day.
const None Date = ""

const isoLayout = "2006-01-02"

// hanoi is the civil time of Vietnam. The offset is fixed because the office machine may lack a time zone database
// and may be set to any zone; the day of a record must not depend on either.
var hanoi = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

// Parse reads the stored form "2006-01-02". Anything else, the empty text included, is an error; for what people type
// use ParseTyped.
func Parse(s string) (Date, error) {
	if d := Date(s); d.Valid() {
		return d, nil
	}
	return None, refuse("Ngày “%s” không hợp lệ; cần đúng dạng năm-tháng-ngày, ví dụ 2026-07-29.", excerpt(s))
}

// Must is Parse for constants and tests; it panics on a bad text.
func Must(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Of makes a Date of a Gregorian year (1–9999), month and day, or fails when there is no such day.
func Of(year, month, day int) (Date, error) {
	if !exists(year, month, day) {
		return None, refuse("Không có ngày %d/%d/%d; hãy kiểm tra lại ngày và tháng.", day, month, year)
	}
	return compose(year, month, day), nil
}

// From gives the day it is in Vietnam (UTC+7) at the moment t.
func From(t time.Time) Date {
	y, m, d := t.In(hanoi).Date()
	return compose(y, int(m), d)
}

// Valid tells whether d is an existing day in the stored form. None is not valid.
func (d Date) Valid() bool {
	y, m, day, ok := d.split()
	return ok && exists(y, m, day)
}

// Year gives the Gregorian year, 0 for None.
func (d Date) Year() int { y, _, _, _ := d.split(); return y }

// Month gives the Gregorian month 1–12, 0 for None.
func (d Date) Month() int { _, m, _, _ := d.split(); return m }

// Day gives the day of the month 1–31, 0 for None.
func (d Date) Day() int { _, _, day, _ := d.split(); return day }

// Weekday gives the day of the week. None has no weekday; asking for it answers Sunday, so ask IsNone first.
func (d Date) Weekday() time.Weekday {
	if !d.Valid() {
		return time.Sunday
	}
	return time.Weekday(weekdayOf(d.serial()))
}

// Time gives midnight in Vietnam at the start of the day; the zero Time for None.
func (d Date) Time() time.Time {
	if !d.Valid() {
		return time.Time{}
	}
	y, m, day, _ := d.split()
	return time.Date(y, time.Month(m), day, 0, 0, 0, 0, hanoi)
}

// AddDays moves by n days, backwards when n is negative. None stays None, and a result outside the years 1–9999 is None.
func (d Date) AddDays(n int) Date {
	if !d.Valid() {
		return None
	}
	return fromSerial(d.serial() + n)
}

// AddMonths moves by n months and keeps the day of the month, or takes the month's last day when it is shorter:
// 31/01 + 1 month is 28/02. None stays None.
func (d Date) AddMonths(n int) Date {
	if !d.Valid() {
		return None
	}
	y, m, day, _ := d.split()
	months := y*12 + (m - 1) + n
	y, m = months/12, months%12+1
	if months < 12 || y > 9999 {
		return None
	}
	return compose(y, m, min(day, monthLength(y, m)))
}

// Sub gives the number of days from e to d: positive when d is later. 0 when either is None.
func (d Date) Sub(e Date) int {
	if !d.Valid() || !e.Valid() {
		return 0
	}
	return d.serial() - e.serial()
}

// MonthStart gives the first day of d's month.
func (d Date) MonthStart() Date {
	if !d.Valid() {
		return None
	}
	return d[:8] + "01"
}

// WeekStart gives the Monday of d's week: the office week starts on Monday.
func (d Date) WeekStart() Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

// Earlier gives the first of two days; a None is ignored.
func Earlier(a, b Date) Date {
	if a == None || (b != None && b < a) {
		return b
	}
	return a
}

// Later gives the last of two days; a None is ignored.
func Later(a, b Date) Date {
	if b > a {
		return b
	}
	return a
}

func (d Date) split() (y, m, day int, ok bool) {
	if len(d) != 10 || d[4] != '-' || d[7] != '-' {
		return 0, 0, 0, false
	}
	for i := range len(d) {
		if i != 4 && i != 7 && (d[i] < '0' || d[i] > '9') {
			return 0, 0, 0, false
		}
	}
	two := func(i int) int { return int(d[i]-'0')*10 + int(d[i+1]-'0') }
	return two(0)*100 + two(2), two(5), two(8), true
}

// serial counts days from 1970-01-01.
func (d Date) serial() int {
	y, m, day, _ := d.split()
	return serialOf(y, m, day)
}

// serialOf counts days from 1970-01-01 in the proleptic Gregorian calendar. Years are taken from March so that the
// leap day is the last of its year.
func serialOf(y, m, day int) int {
	if m <= 2 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + day - 1 - 719468
}

func fromSerial(n int) Date {
	y, m, d := time.Unix(int64(n)*86400, 0).UTC().Date()
	if y < 1 || y > 9999 {
		return None
	}
	return compose(y, int(m), d)
}

func compose(y, m, d int) Date {
	digit := func(n int) byte { return byte('0' + n%10) }
	return Date(
		[]byte{digit(y / 1000), digit(y / 100), digit(y / 10), digit(y), '-', digit(m / 10), digit(m), '-', digit(d / 10), digit(d)},
	)
}

func exists(y, m, d int) bool {
	return y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= monthLength(y, m)
}

func monthLength(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
