package dates

import "fmt"

// Cadence says how often a duty falls due: the period its quota is counted in.
type Cadence string

// The cadences a duty rule may have. OnEvent has no calendar of its own.
const (
	Weekly       Cadence = "WEEK"
	Monthly      Cadence = "MONTH"
	LunarMonthly Cadence = "LUNAR_MONTH"
	Quarterly    Cadence = "QUARTER"
	HalfYearly   Cadence = "HALF"
	Yearly       Cadence = "YEAR"
	OnEvent      Cadence = "EVENT"
)

// Cadences lists all of them, from the most to the least frequent.
var Cadences = []Cadence{Weekly, Monthly, LunarMonthly, Quarterly, HalfYearly, Yearly, OnEvent}

var cadenceLabels = map[Cadence]string{
	Weekly: "hằng tuần", Monthly: "hằng tháng", LunarMonthly: "hằng tháng âm lịch", Quarterly: "hằng quý",
	HalfYearly: "6 tháng một lần", Yearly: "hằng năm", OnEvent: "theo vụ việc",
}

// Valid tells whether c is one of Cadences.
func (c Cadence) Valid() bool { return cadenceLabels[c] != "" }

// Label names the cadence for people: "hằng tháng", "hằng tháng âm lịch"; empty when c is not valid.
func (c Cadence) Label() string { return cadenceLabels[c] }

// Window is one turn of a cadence: the days in which the quota of that turn can be fulfilled.
type Window struct {
	Key   string `json:"key"`   // stable name: a Period, or of a lunar month "2026-L06", the leap one "2025-L06N"
	Span  Span   `json:"span"`  // all days of the turn, also those outside the span asked for
	Label string `json:"label"` // "tháng 6 năm 2026", "tháng 6 nhuận âm lịch năm 2025"
	Leap  bool   `json:"leap"`  // a leap lunar month: an extra turn, which a rule may leave out
}

// Windows lists the turns that share at least one day with the span, in order, whole: the caller pro-rates the first and
// last by Clip. Empty for OnEvent, and for a span open on either side.
func (c Cadence) Windows(span Span) []Window {
	list := []Window{}
	if span.From == None || span.To == None || span.Empty() {
		return list
	}
	if c == LunarMonthly {
		return lunarWindows(span)
	}
	for p := PeriodOf(PeriodKind(c), span.From); p != ""; p = p.Next() {
		s := p.Span()
		if s.From >= span.To || s.To == None {
			break
		}
		list = append(list, Window{Key: string(p), Span: s, Label: p.Label()})
	}
	return list
}

func lunarWindows(span Span) []Window {
	list := []Window{}
	for year := span.From.Year() - 1; year <= span.To.Year(); year++ {
		y := lunarYearOf(year)
		if y == nil {
			continue
		}
		for i, start := range y.starts[:len(y.starts)-1] {
			s := Span{From: fromSerial(start), To: fromSerial(y.starts[i+1])}
			if s.From >= span.To || s.To <= span.From {
				continue
			}
			l := Lunar{Day: 1, Year: year}
			l.Month, l.Leap = y.month(i)
			w := Window{Key: fmt.Sprintf("%04d-L%02d", year, l.Month), Span: s, Leap: l.Leap,
				Label: fmt.Sprintf("tháng %s%s âm lịch năm %d", documentMonth(l.Month), l.leapWord(), year)}
			if l.Leap {
				w.Key += "N"
			}
			list = append(list, w)
		}
	}
	return list
}

// WindowOf gives the turn in which the day lies; ok is false for OnEvent, for None and outside the lunar years known.
func (c Cadence) WindowOf(d Date) (w Window, ok bool) {
	if list := c.Windows(Through(d, d)); len(list) == 1 {
		return list[0], true
	}
	return Window{}, false
}
