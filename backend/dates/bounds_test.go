package dates

import (
	"slices"
	"testing"
)

// What stands on a bound is taken.
func TestFixedDaysOnABound(t *testing.T) {
	for _, c := range []struct {
		cadence Cadence
		day     FixedDay
	}{
		{Yearly, FixedDay{Day: 31, Month: 1}}, {Yearly, FixedDay{Day: 30, Month: 4}}, {Yearly, FixedDay{Day: 29, Month: 2}},
		{Yearly, FixedDay{Day: 1, Month: 12}}, {Monthly, FixedDay{Day: 1}}, {Monthly, FixedDay{Day: 31}}, {Weekly, FixedDay{Day: 7}},
		{LunarMonthly, FixedDay{Day: 1, Lunar: true}}, {LunarMonthly, FixedDay{Day: 30, Lunar: true, ShortMonth: Skip}},
		{Quarterly, FixedDay{Day: 1, Month: 3}}, {HalfYearly, FixedDay{Day: 1, Month: 6}},
		{Monthly, FixedDay{ShortMonth: LastDay}}, {OnEvent, FixedDay{}}, // no day at all
	} {
		if err := c.day.Check(c.cadence); err != nil {
			t.Errorf("%s %+v: %v", c.cadence, c.day, err)
		}
	}
}

// The lunar calendar is reckoned from the first year to the last; in 1870 the tenth month came twice.
func TestLunarYearsOnABound(t *testing.T) {
	for year, good := range map[int]bool{FirstLunarYear - 1: false, FirstLunarYear: true, LastLunarYear: true, LastLunarYear + 1: false} {
		if day, err := FromLunar(Lunar{1, 1, year, false}); (err == nil) != good || good && ToLunar(day) != (Lunar{1, 1, year, false}) {
			t.Errorf("%d: %s %v", year, day, err)
		}
	}
	tenth, err := FromLunar(Lunar{1, 10, 1870, false})
	again, errAgain := FromLunar(Lunar{1, 10, 1870, true})
	eleventh, errEleventh := FromLunar(Lunar{1, 11, 1870, false})
	if LeapMonth(1870) != 10 || err != nil || errAgain != nil || errEleventh != nil || again.Sub(tenth) < 29 || eleventh.Sub(again) > 30 ||
		again.Sub(tenth)+eleventh.Sub(again) != 59 {
		t.Errorf("leap month %d: %s %s %s; %v %v %v", LeapMonth(1870), tenth, again, eleventh, err, errAgain, errEleventh)
	}
}

func TestDaysOffAreInOrder(t *testing.T) {
	for year := 1995; year <= 2060; year++ {
		off, makeUp := DefaultDaysOff(year)
		if !slices.IsSortedFunc(off, byDate) || !slices.IsSortedFunc(makeUp, func(a, b MakeUp) int { return a.Date.Sub(b.Date) }) {
			t.Errorf("%d: %v %v", year, off, makeUp)
		}
		if lawful := LawfulDaysOff(year); !slices.IsSortedFunc(lawful, byDate) {
			t.Errorf("%d by law: %v", year, lawful)
		}
	}
}

func TestMustRefusesWhatIsNoDay(t *testing.T) {
	if Must("2026-07-29") != "2026-07-29" {
		t.Error("a day became another")
	}
	defer func() {
		if recover() == nil {
			t.Error("30 February went through")
		}
	}()
	Must("2026-02-30")
}
