package dates

import (
	"math"
	"os"
	"strings"
	"testing"
)

// TestMonthStartsAgreeWithTable compares every month start of 1968–2100 with a list made by another program; the list is
// shared with the screen's copy of the calendar.
func TestMonthStartsAgreeWithTable(t *testing.T) {
	text, err := os.ReadFile("testdata/month-starts.csv")
	if err != nil {
		t.Fatal(err)
	}
	got := map[Date]Lunar{}
	for year := 1967; year <= 2101; year++ {
		for _, m := range LunarMonthStarts(year) {
			if m.Date >= "1968" && m.Date < "2101" {
				got[m.Date] = m.Lunar
			}
		}
	}
	rows := 0
	for line := range strings.Lines(string(text)) {
		if line[0] == '#' {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), ",")
		want := Lunar{1, number(f[2]), number(f[1]), f[3] == "1"}
		if l := got[Date(f[0])]; l != want {
			t.Errorf("%s: %+v, the table has %+v", f[0], l, want)
		}
		rows++
	}
	if rows != len(got) || rows < 1600 {
		t.Errorf("%d rows in the table, %d computed", rows, len(got))
	}
}

// TestMonthStartsAgreeWithOlderFormulae computes every month start of 1990–2050 once more with the short series of the
// older book (Meeus, "Astronomical Formulae for Calculators", 1979: epoch 1900, 13 terms, the method of the published
// Vietnamese algorithm) and finds the leap months by counting terms, not by comparing neighbours.
func TestMonthStartsAgreeWithOlderFormulae(t *testing.T) {
	type month struct {
		start, number int
		leap          bool
	}
	for year := 1990; year <= 2051; year++ {
		var want []month
		first, next := olderSolstice(year-1), olderSolstice(year)
		leapAt := -1
		if next-first == 13 {
			for k := next - 1; k > first; k-- { // the last one met going back is the first going forward
				if olderTerms(olderNewMoon(k), olderNewMoon(k+1)) == 0 {
					leapAt = k
				}
			}
		}
		number := 10
		for k := first; k < next; k++ {
			if k != leapAt {
				number = number%12 + 1
			}
			want = append(want, month{olderNewMoon(k), number, k == leapAt})
		}
		for _, w := range want {
			l := ToLunar(fromSerial(w.start))
			if l.Day != 1 || l.Month != w.number || l.Leap != w.leap {
				t.Errorf("%s: %+v, the older formulae give month %d, leap %v", fromSerial(w.start), l, w.number, w.leap)
			}
		}
	}
}

// olderNewMoon gives the local day of the k-th new moon of 1900 onwards.
func olderNewMoon(k int) int {
	n := float64(k)
	t := n / 1236.85
	m := 359.2242 + 29.10535608*n - 0.0000333*t*t - 0.00000347*t*t*t
	l := 306.0253 + 385.81691806*n + 0.0107306*t*t + 0.00001236*t*t*t
	f := 21.2964 + 390.67050646*n - 0.0016528*t*t - 0.00000239*t*t*t
	at := 2415020.75933 + 29.53058868*n + 0.0001178*t*t - 0.000000155*t*t*t + 0.00033*sinDegrees(166.56+132.87*t-0.009173*t*t)
	at += (0.1734-0.000393*t)*sinDegrees(m) + 0.0021*sinDegrees(2*m) - 0.4068*sinDegrees(l) + 0.0161*sinDegrees(2*l) -
		0.0004*sinDegrees(3*l) + 0.0104*sinDegrees(2*f) - 0.0051*sinDegrees(m+l) - 0.0074*sinDegrees(m-l) +
		0.0004*sinDegrees(2*f+m) - 0.0004*sinDegrees(2*f-m) - 0.0006*sinDegrees(2*f+l) + 0.0010*sinDegrees(2*f-l) +
		0.0005*sinDegrees(2*l+m)
	at -= -0.000278 + 0.000265*t + 0.000262*t*t
	return int(math.Floor(at + 0.5 + 7.0/24 - 2440588))
}

// olderSun gives the sun's longitude as the local day begins, by the sun's own mean motion.
func olderSun(day int) float64 {
	t := (float64(day) + 2440587.5 - 7.0/24 - 2451545) / 36525
	m := 357.52910 + 35999.05030*t
	return math.Mod(280.46645+36000.76983*t+(1.914600-0.004817*t)*sinDegrees(m)+0.019993*sinDegrees(2*m)-0.0057, 360)
}

// olderTerms counts how many multiples of 30° the sun crosses in the days [from, to).
func olderTerms(from, to int) int {
	n := 0
	for day := from; day < to; day++ {
		if int(olderSun(day)/30) != int(olderSun(day+1)/30) {
			n++
		}
	}
	return n
}

// olderSolstice gives the index of the month that holds the winter solstice of a year.
func olderSolstice(year int) int {
	day := serialOf(year, 12, 15)
	for olderSun(day+1) < 270 {
		day++
	}
	k := int(float64(day+25567)/29.53058868) + 2
	for olderNewMoon(k) > day {
		k--
	}
	return k
}
