package dates

import (
	"math"
	"sync/atomic"
)

// Lunar years this package computes. Ten more on either side would serve no record of the office.
const (
	FirstLunarYear = 1850
	LastLunarYear  = 2150
)

// vietnamOffset is the calendar's meridian in days: the calendar is reckoned at UTC+7 (105° east), official since 1968.
// At UTC+8, as in China, some months begin a day earlier or later.
const vietnamOffset = 7.0 / 24

// lunarYear is one year from Tết to the eve of the next, ready for look-up. Months are counted in order from 0; serials
// are days from 1970-01-01.
type lunarYear struct {
	starts []int // first day of every month in order, then the first day of the next year
	leap   int   // place in starts of the leap month, -1 when the year has none
}

// lunarYears fills as years are asked for. Two callers may compute one year at the same time; both get equal values, so
// the last one stored wins and no lock is needed.
var lunarYears [LastLunarYear - FirstLunarYear + 1]atomic.Pointer[lunarYear]

// lunarYearOf gives the lunar year, nil outside the computed range.
func lunarYearOf(year int) *lunarYear {
	if year < FirstLunarYear || year > LastLunarYear {
		return nil
	}
	slot := &lunarYears[year-FirstLunarYear]
	if y := slot.Load(); y != nil {
		return y
	}
	y := computeLunarYear(year, vietnamOffset)
	slot.Store(y)
	return y
}

// month gives the number of the i-th month and whether it is the leap one.
func (y *lunarYear) month(i int) (number int, leap bool) {
	if y.leap >= 0 && i >= y.leap {
		return i, i == y.leap
	}
	return i + 1, false
}

// place finds where a month stands in the year, -1 when the year has no such month.
func (y *lunarYear) place(number int, leap bool) int {
	i := number - 1
	if y.leap >= 0 && (i >= y.leap || (leap && i == y.leap-1)) {
		i++
	}
	if n, l := y.month(i); number < 1 || number > 12 || n != number || l != leap {
		return -1
	}
	return i
}

// computeLunarYear joins the months 1–10 of the winter-to-winter year that holds Tết with the months 11 and 12 of the
// next one.
func computeLunarYear(year int, offset float64) *lunarYear {
	y := &lunarYear{leap: -1}
	add := func(m lunarMonth) {
		if m.leap {
			y.leap = len(y.starts)
		}
		y.starts = append(y.starts, m.start)
	}
	for _, m := range winterYear(year, offset) {
		if m.number <= 10 {
			add(m)
		}
	}
	for _, m := range winterYear(year+1, offset) {
		if m.number < 11 {
			y.starts = append(y.starts, m.start)
			break
		}
		add(m)
	}
	return y
}

type lunarMonth struct {
	start, number int
	leap          bool
}

// winterYear lists the months from the 11th of year-1 (the month of the winter solstice) up to the next 11th. Twelve
// new moons between make it a plain year; with thirteen, the first month in which the sun enters no new sign is leap
// and repeats the number before it.
func winterYear(year int, offset float64) []lunarMonth {
	from, to := solsticeMonth(year-1, offset), solsticeMonth(year, offset)
	months := make([]lunarMonth, 0, 13)
	number, needLeap := 11, to-from == 13
	for k := from; k < to; k++ {
		m := lunarMonth{start: newMoonDay(k, offset), number: number}
		if needLeap && k > from && sunSign(m.start, offset) == sunSign(newMoonDay(k+1, offset), offset) {
			m.leap, needLeap = true, false
			m.number = months[len(months)-1].number
		} else {
			number = number%12 + 1
		}
		months = append(months, m)
	}
	return months
}

// solsticeMonth gives the index of the new moon on or last before the day of the winter solstice of a solar year.
func solsticeMonth(year int, offset float64) int {
	day := serialOf(year, 12, 19)
	for sunSign(day+1, offset) < 9 { // the sun has not reached 270° by the end of the day
		day++
	}
	k := int(math.Floor((float64(day)+unixJulian-2451550.1)/synodicMonth)) + 1
	for newMoonDay(k, offset) > day {
		k--
	}
	return k
}

// newMoonDay gives the local day of the k-th new moon.
func newMoonDay(k int, offset float64) int { return int(math.Floor(newMoon(k) - unixJulian + offset)) }

// sunSign gives which twelfth of its path (0–11, 9 begins at the winter solstice) the sun is in as the local day begins.
func sunSign(day int, offset float64) int {
	return int(sunLongitude(float64(day)+unixJulian-offset) / 30)
}
