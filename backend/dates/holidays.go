package dates

import (
	"cmp"
	"slices"
	"time"
)

// Where a holiday comes from, as shown beside it.
const (
	SourceLabourCode = "Bộ luật Lao động 2019, Điều 112"
	SourceDefault    = "mặc định, chưa có văn bản"
)

// DefaultDaysOff gives the days off and make-up days of a year to begin with: the schedule announced for the offices where
// this program knows it (2024–2026), otherwise what the Labour Code's articles 111 and 112 give — New Year's day, five
// days of Tết, the death day of the Hùng Kings on lunar 10/3, 30/4, 1/5, and National Day with one day beside it — with a
// working day in exchange for each that falls on a weekend. What the code leaves open (which five days of Tết, which
// side of 2/9, the days in exchange) is marked SourceDefault; the administrator puts the year's announcement in its place.
// Both lists are sorted by date and never nil.
func DefaultDaysOff(year int) ([]DayOff, []MakeUp) {
	if a, ok := announced[year]; ok {
		return a.list(year)
	}
	var off []DayOff
	add := func(d Date, name, source string) { off = append(off, DayOff{d, name, source}) }
	add(compose(year, 1, 1), "Tết Dương lịch", SourceLabourCode)
	if tet, err := FromLunar(Lunar{1, 1, year, false}); err == nil {
		for i := -1; i <= 3; i++ { // the last day of the old year and the first four of the new one
			add(tet.AddDays(i), "Tết Nguyên đán", SourceDefault)
		}
	}
	if d, err := FromLunar(Lunar{10, 3, year, false}); err == nil {
		add(d, "Giỗ Tổ Hùng Vương", SourceLabourCode)
	}
	add(compose(year, 4, 30), "Ngày Chiến thắng", SourceLabourCode)
	add(compose(year, 5, 1), "Ngày Quốc tế lao động", SourceLabourCode)
	add(compose(year, 9, 2), "Quốc khánh", SourceLabourCode)
	add(besideNationalDay(year), "Quốc khánh (ngày liền kề)", SourceDefault)
	slices.SortFunc(off, func(a, b DayOff) int { return cmp.Compare(a.Date, b.Date) })
	return inExchange(off), []MakeUp{}
}

// DefaultCalendar makes the Calendar of the default days off from one year to another, both included.
func DefaultCalendar(from, to int) *Calendar {
	var off []DayOff
	var makeUp []MakeUp
	for year := from; year <= to; year++ {
		o, m := DefaultDaysOff(year)
		off, makeUp = append(off, o...), append(makeUp, m...)
	}
	c, err := NewCalendar(off, makeUp)
	if err != nil {
		panic(err) // the lists above are this package's own
	}
	return c
}

// besideNationalDay picks the day that joins 2/9 to a weekend, as the yearly announcements have done.
func besideNationalDay(year int) Date {
	national := compose(year, 9, 2)
	switch national.Weekday() {
	case time.Sunday, time.Monday, time.Thursday:
		return national.AddDays(1)
	}
	return national.AddDays(-1)
}

// inExchange adds, for each holiday on a weekend, the next working day that is not free already (Labour Code, article
// 111.3). Where two holidays fall on one day, as 10/3 lunar on 30/4 may, the code is silent: one day is
// given, and the announcement may give more.
func inExchange(off []DayOff) []DayOff {
	taken := map[Date]bool{}
	for _, o := range off {
		taken[o.Date] = true
	}
	list, given := slices.Clone(off), map[Date]bool{}
	for _, o := range off {
		if !weekend(o.Date) || given[o.Date] {
			continue
		}
		given[o.Date] = true
		d := o.Date.AddDays(1)
		for weekend(d) || taken[d] {
			d = d.AddDays(1)
		}
		taken[d] = true
		list = append(list, DayOff{d, "Nghỉ bù " + o.Name, SourceDefault})
	}
	slices.SortFunc(list, func(a, b DayOff) int { return cmp.Compare(a.Date, b.Date) })
	return list
}
