package duties

import (
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// The years whose days off can be entered.
const (
	firstYear = 1900
	lastYear  = 2100
)

// asksFrom is the month from which on the days off of the coming year are asked for: they are announced in November or
// December.
const asksFrom = 11

func errYear() error { return fault.Invalid("year", "Hãy chọn năm từ 1900 đến 2100.") }

// WorkCalendar is the office's calendar of working days, which also knows the years nobody entered an announcement for.
type WorkCalendar struct {
	*dates.Calendar
	assumed []int
}

// Assumed lists the years of the days from one to another, both included, whose announcement has not been entered: a
// deadline counted across them may still change.
func (c *WorkCalendar) Assumed(from, to dates.Date) []int {
	out := []int{}
	if from == dates.None || to == dates.None {
		return out
	}
	for _, year := range c.assumed {
		if year >= from.Year() && year <= to.Year() {
			out = append(out, year)
		}
	}
	return out
}

// WorkingDays is the office's calendar of the years from one to another, both included.
func WorkingDays(tx *store.Tx, from, to int) (*WorkCalendar, error) {
	years, err := daysOffOf(tx, from, to)
	if err != nil {
		return nil, err
	}
	return calendarOf(years, func(DayOff) bool { return true })
}

// WorkingDaysWithout is the calendar as it was before a document gave its days off.
func WorkingDaysWithout(tx *store.Tx, source string, from, to int) (*WorkCalendar, error) {
	years, err := daysOffOf(tx, from, to)
	if err != nil {
		return nil, err
	}
	return calendarOf(years, func(d DayOff) bool { return d.Source != source })
}

func calendarOf(years []DaysOffYear, counts func(DayOff) bool) (*WorkCalendar, error) {
	var off []dates.DayOff
	var worked []dates.MakeUp
	out := &WorkCalendar{}
	for _, y := range years {
		if y.Assumed {
			out.assumed = append(out.assumed, y.Year)
		}
		for _, d := range y.Items {
			switch {
			case !counts(d):
			case d.Kind == Worked:
				worked = append(worked, dates.MakeUp{Date: d.Day, Name: d.Name, Source: d.Source})
			default:
				off = append(off, dates.DayOff{Date: d.Day, Name: d.Name, Source: d.Source})
			}
		}
	}
	var err error
	out.Calendar, err = dates.NewCalendar(off, worked)
	return out, err
}

// daysOffOf reads the years from one to another, both included, in one query.
func daysOffOf(tx *store.Tx, from, to int) ([]DaysOffYear, error) {
	var stored []DayOff
	err := tx.Where("day BETWEEN ? AND ?", fmt.Sprintf("%04d-01-01", from), fmt.Sprintf("%04d-12-31", to)).Order("day").Find(&stored).Error
	if err != nil {
		return nil, err
	}
	own := map[int][]DayOff{}
	for _, d := range stored {
		own[d.Day.Year()] = append(own[d.Day.Year()], d)
	}
	out := []DaysOffYear{}
	for year := from; year <= to; year++ {
		out = append(out, yearOf(year, own[year]))
	}
	return out, nil
}

// yearOf is a year with the office's own days, or with those the program knows where it has none.
func yearOf(year int, own []DayOff) DaysOffYear {
	y := DaysOffYear{Year: year, Items: own, Missing: []DayOff{}}
	if len(own) == 0 {
		y.Default, y.Items = true, defaultDays(year)
	} else {
		for _, o := range dates.LawfulDaysOff(year) {
			listed := slices.ContainsFunc(own, func(d DayOff) bool { return d.Day == o.Date })
			if !listed && o.Source != dates.SourceDefault {
				y.Missing = append(y.Missing, DayOff{o.Date, o.Name, Off, o.Source})
			}
		}
	}
	y.Assumed = year >= dates.FirstAnnounced &&
		(slices.ContainsFunc(y.Items, func(d DayOff) bool { return d.Source == dates.SourceDefault }) || !holdsTet(y))
	return y
}

// holdsTet tells whether a year's list frees a working day of Tết: a list without one, as of a single exchange or of the days with
// fixed dates, is not the year's announcement yet.
func holdsTet(y DaysOffYear) bool {
	tet, err := dates.FromLunar(dates.Lunar{Day: 1, Month: 1, Year: y.Year})
	return err != nil || slices.ContainsFunc(y.Items, func(d DayOff) bool {
		return d.Kind == Off && !onWeekend(d.Day) && d.Day >= tet.AddDays(-1) && d.Day <= tet.AddDays(3)
	})
}

func defaultDays(year int) []DayOff {
	items := []DayOff{}
	off, worked := dates.DefaultDaysOff(year)
	for _, o := range off {
		items = append(items, DayOff{o.Date, o.Name, Off, o.Source})
	}
	for _, w := range worked {
		items = append(items, DayOff{w.Date, w.Name, Worked, w.Source})
	}
	slices.SortStableFunc(items, func(a, b DayOff) int { return strings.Compare(string(a.Day), string(b.Day)) })
	return items
}

// AskedYears lists the years whose announcement is asked for today: this year, and from November on the coming one.
func AskedYears(tx *store.Tx) ([]int, error) {
	last := tx.Today.Year()
	if tx.Today.Month() >= asksFrom {
		last++
	}
	years, err := daysOffOf(tx, tx.Today.Year(), last)
	out := []int{}
	for _, y := range years {
		if y.Assumed {
			out = append(out, y.Year)
		}
	}
	return out, err
}
