package dates

import (
	"slices"
	"time"
)

// DayOff is a public holiday, or a working day made free by a decision.
type DayOff struct {
	Date   Date   `json:"date"`
	Name   string `json:"name"`   // "Tết Nguyên đán", "Nghỉ bù Giỗ Tổ Hùng Vương"
	Source string `json:"source"` // the document, or SourceDefault
}

// MakeUp is a Saturday or Sunday on which the offices work, in exchange for a working day made free.
type MakeUp struct {
	Date   Date   `json:"date"`
	Name   string `json:"name"`
	Source string `json:"source"`
}

// Calendar tells working days from days off. The offices work Monday to Friday; days off and make-up days are the
// exceptions. The zero Calendar knows weekends only. It never changes once made, so many goroutines may share one.
type Calendar struct {
	free   []int // serials of days off that would be working days, sorted
	makeUp []int // serials of weekend days worked, sorted
}

// NewCalendar makes a Calendar, or refuses a date that does not exist, a make-up day that is a working day anyway and a
// day that is both. A day off on a weekend, or listed twice, changes nothing.
func NewCalendar(off []DayOff, makeUp []MakeUp) (*Calendar, error) {
	c := &Calendar{}
	for _, o := range off {
		if !o.Date.Valid() {
			return nil, refuse("Ngày nghỉ “%s” không hợp lệ; hãy nhập lại.", excerpt(string(o.Date)))
		}
		if !weekend(o.Date) {
			c.free = append(c.free, o.Date.serial())
		}
	}
	for _, m := range makeUp {
		if !m.Date.Valid() {
			return nil, refuse("Ngày làm bù “%s” không hợp lệ; hãy nhập lại.", excerpt(string(m.Date)))
		}
		if !weekend(m.Date) {
			return nil, refuse(
				"Ngày làm bù %s là %s, vốn đã là ngày làm việc; hãy chọn một ngày thứ Bảy hoặc Chủ nhật.",
				m.Date.Show(),
				m.Date.WeekdayLong(),
			)
		}
		if slices.ContainsFunc(off, func(o DayOff) bool { return o.Date == m.Date }) {
			return nil, refuse("Ngày %s vừa là ngày nghỉ vừa là ngày làm bù; hãy bỏ một trong hai.", m.Date.Show())
		}
		c.makeUp = append(c.makeUp, m.Date.serial())
	}
	slices.Sort(c.free)
	slices.Sort(c.makeUp)
	c.free, c.makeUp = slices.Compact(c.free), slices.Compact(c.makeUp)
	return c, nil
}

// IsWorking tells whether the offices work on the day. None is not a working day.
func (c *Calendar) IsWorking(d Date) bool { return d.Valid() && c.working(d.serial()) }

func (c *Calendar) working(day int) bool {
	list, onWeekday := c.free, weekdayOf(day)%6 != 0
	if !onWeekday {
		list = c.makeUp
	}
	_, listed := slices.BinarySearch(list, day)
	return onWeekday != listed
}

// AddWorkingDays gives the n-th working day after d: d itself is not counted, whether it is a working day or not (Civil
// Code 2015, article 147: the first day of a term is not counted). With n = 0 it is d, or the next working day when d is
// none (article 148: a term that ends on a day off ends on the next working day). With n < 0 it is the n-th working day
// before d. None stays None.
func (c *Calendar) AddWorkingDays(d Date, n int) Date {
	if !d.Valid() {
		return None
	}
	day, step := d.serial(), 1
	if n < 0 {
		step, n = -1, -n
	} else if n == 0 && !c.working(day) {
		n = 1
	}
	const farthest = 3_000_000 // days; beyond every four-digit year, so that a wild n ends
	for i := 0; n > 0 && i < farthest; i++ {
		if day += step; c.working(day) {
			n--
		}
	}
	return fromSerial(day)
}

// WorkingDaysBetween counts the working days after a up to and including b, so that it answers n for b =
// AddWorkingDays(a, n). For b before a it is negative and counts from b included to a not included. 0 when either is
// None.
func (c *Calendar) WorkingDaysBetween(a, b Date) int {
	if !a.Valid() || !b.Valid() {
		return 0
	}
	if b < a {
		return -c.count(b.serial(), a.serial())
	}
	return c.count(a.serial()+1, b.serial()+1)
}

// WorkingDays counts the working days of a closed span; -1 when it is open on either side.
func (c *Calendar) WorkingDays(s Span) int {
	switch {
	case s.Empty():
		return 0
	case s.From == None || s.To == None:
		return -1
	}
	return c.count(s.From.serial(), s.To.serial())
}

// count counts the working days in [from, to) from the number of weeks and the exceptions between, so that the age of a
// million records is cheap.
func (c *Calendar) count(from, to int) int {
	weeks := (to - from) / 7
	n := weeks * 5
	for day := from + weeks*7; day < to; day++ {
		if weekdayOf(day)%6 != 0 {
			n++
		}
	}
	return n - between(c.free, from, to) + between(c.makeUp, from, to)
}

func between(sorted []int, from, to int) int {
	first, _ := slices.BinarySearch(sorted, from)
	next, _ := slices.BinarySearch(sorted, to)
	return next - first
}

func weekend(d Date) bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }

// weekdayOf gives 0 for Sunday … 6 for Saturday; serial 0 was a Thursday.
func weekdayOf(serial int) int { return ((serial+4)%7 + 7) % 7 }
