package dates

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"
)

// What stands beside a day off as the document it comes from.
const (
	SourceDefault    = "mặc định, chưa có văn bản" // the law leaves the day open and no announcement has fixed it
	SourceCultureDay = "Nghị quyết 28/2026/QH16"
)

// law is a document that gives days off, and the days on which it is in force.
type law struct {
	text  string
	force Span
}

var (
	labourCode2012 = law{"Bộ luật Lao động 2012, Điều 115", Span{To: "2021-01-01"}} // the codes before it gave much the same days
	labourCode2019 = law{"Bộ luật Lao động 2019, Điều 112", Span{From: "2021-01-01"}}
	// The day was chosen by Nghị quyết 80-NQ/TW of 7/1/2026; the National Assembly's resolution made it a day off.
	cultureDay2026 = law{SourceCultureDay, Span{From: "2026-07-01"}}
)

// lawfulDay is a day that a law frees every year, as long as one of its laws is in force on it.
type lawfulDay struct {
	name string
	on   func(year int) Date // None in a year that has no such day
	laws []law
	open bool // the law gives the day but leaves its date to the year's announcement
}

var lawfulDays = []lawfulDay{
	{"Tết Dương lịch", solar(1, 1), []law{labourCode2012, labourCode2019}, false},
	// The last day of the old year and the first four of the new one, as announced in most years.
	{"Tết Nguyên đán", fromTet(-1), []law{labourCode2012, labourCode2019}, true},
	{"Tết Nguyên đán", fromTet(0), []law{labourCode2012, labourCode2019}, true},
	{"Tết Nguyên đán", fromTet(1), []law{labourCode2012, labourCode2019}, true},
	{"Tết Nguyên đán", fromTet(2), []law{labourCode2012, labourCode2019}, true},
	{"Tết Nguyên đán", fromTet(3), []law{labourCode2012, labourCode2019}, true},
	{"Giỗ Tổ Hùng Vương", lunar(3, 10), []law{labourCode2012, labourCode2019}, false},
	{"Ngày Chiến thắng", solar(4, 30), []law{labourCode2012, labourCode2019}, false},
	{"Ngày Quốc tế lao động", solar(5, 1), []law{labourCode2012, labourCode2019}, false},
	{"Quốc khánh", solar(9, 2), []law{labourCode2012, labourCode2019}, false},
	{"Quốc khánh (ngày liền kề)", besideNationalDay, []law{labourCode2019}, true},
	{"Ngày Văn hóa Việt Nam", solar(11, 24), []law{cultureDay2026}, false},
}

func solar(month, day int) func(int) Date {
	return func(year int) Date { return compose(year, month, day) }
}

func lunar(month, day int) func(int) Date {
	return func(year int) Date {
		d, err := FromLunar(Lunar{Day: day, Month: month, Year: year})
		if err != nil {
			return None
		}
		return d
	}
}

func fromTet(days int) func(int) Date {
	tet := lunar(1, 1)
	return func(year int) Date {
		if d := tet(year); d != None {
			return d.AddDays(days)
		}
		return None
	}
}

// LawfulDaysOff lists the days off that a law gives in a year, each with the law in force on it, sorted by date. Days
// whose date the law leaves to the year's announcement (Tết, the day beside 2/9) bear SourceDefault.
func LawfulDaysOff(year int) []DayOff {
	off := []DayOff{}
	for _, l := range lawfulDays {
		day := l.on(year)
		i := slices.IndexFunc(l.laws, func(l law) bool { return l.force.Contains(day) })
		if day == None || i < 0 {
			continue
		}
		source := l.laws[i].text
		if l.open {
			source = SourceDefault
		}
		off = append(off, DayOff{day, l.name, source})
	}
	slices.SortStableFunc(off, byDate)
	return off
}

// DefaultDaysOff gives the days off and make-up days of a year to begin with: the schedule announced for the offices where
// this program knows it (see Announced), with the days a law has fixed since; otherwise what the laws give alone, with a
// working day in exchange for each that falls on a weekend. What the laws leave open (which five days of Tết, which
// side of 2/9, the days in exchange) is marked SourceDefault; the administrator puts the year's announcement in its place.
// Both lists are sorted by date and never nil.
func DefaultDaysOff(year int) ([]DayOff, []MakeUp) {
	if !Announced(year) {
		return inExchange(LawfulDaysOff(year)), []MakeUp{}
	}
	off, makeUp := announced[year].list(year)
	for _, o := range LawfulDaysOff(year) {
		if o.Source != SourceDefault && !slices.ContainsFunc(off, func(a DayOff) bool { return a.Date == o.Date }) {
			off = append(off, o)
		}
	}
	slices.SortStableFunc(off, byDate)
	return off, makeUp
}

func byDate(a, b DayOff) int { return cmp.Compare(a.Date, b.Date) }

// CalendarMark is another text whenever the days off that the program itself knows are others. Deadlines stored under
// another mark have to be reckoned anew.
func CalendarMark() string {
	sum := sha256.New()
	for year := 2000; year <= 2060; year++ {
		off, makeUp := DefaultDaysOff(year)
		for _, o := range off {
			fmt.Fprintln(sum, o.Date)
		}
		for _, m := range makeUp {
			fmt.Fprintln(sum, m.Date, "worked")
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
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

// inExchange adds, for each holiday on a weekend, the next working day that is not free already (Labour Code 2019,
// article 111.3: a weekly day of rest that falls on a public holiday is made up on the next working day; the day of
// Resolution 28/2026/QH16 is a public holiday like the others). Where two holidays fall on one day, as 10/3 lunar on 30/4
// may, the code is silent: one day is given, and the announcement may give more.
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
	slices.SortStableFunc(list, byDate)
	return list
}
