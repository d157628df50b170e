package dates

import "fmt"

// Lunar is a day of the Vietnamese lunar calendar, reckoned at UTC+7 (decision 121/CP of 1967). Days before 1968 are
// given by the same rule, though printed calendars of the time sometimes differ.
type Lunar struct {
	Day   int  `json:"day"`   // 1–30
	Month int  `json:"month"` // 1–12
	Year  int  `json:"year"`  // the solar year in which this lunar year's Tết falls
	Leap  bool `json:"leap"`  // in the leap month that follows the month of the same number
}

// IsNone tells whether no lunar day is given.
func (l Lunar) IsNone() bool { return l == Lunar{} }

// Show writes the day beside a solar date: "16/6 âl", in a leap month "16/6 nhuận âl"; empty for none.
func (l Lunar) Show() string {
	if text := l.short(); text != "" {
		return text + " âl"
	}
	return ""
}

// ShowLong writes the day in running text: "ngày 16 tháng 6 âm lịch", in a leap month "ngày 16 tháng 6 nhuận âm lịch".
func (l Lunar) ShowLong() string {
	if l.IsNone() {
		return ""
	}
	return fmt.Sprintf("ngày %02d tháng %d%s âm lịch", l.Day, l.Month, l.leapWord())
}

func (l Lunar) short() string {
	if l.IsNone() {
		return ""
	}
	return fmt.Sprintf("%d/%d%s", l.Day, l.Month, l.leapWord())
}

func (l Lunar) leapWord() string {
	if l.Leap {
		return " nhuận"
	}
	return ""
}

// ShowWithLunar writes a day with its weekday and lunar day, for screens where the lunar day matters:
// "T4 29/7/2026 (16/6 âl)". Empty for None.
func (d Date) ShowWithLunar() string {
	if !d.Valid() {
		return ""
	}
	text := fmt.Sprintf("%s %d/%d/%d", d.WeekdayShort(), d.Day(), d.Month(), d.Year())
	if lunar := ToLunar(d).Show(); lunar != "" {
		text += " (" + lunar + ")"
	}
	return text
}

// ToLunar gives the lunar day of a solar day. It is none for None and outside the lunar years 1850–2150.
func ToLunar(d Date) Lunar {
	if !d.Valid() {
		return Lunar{}
	}
	day, year := d.serial(), d.Year()
	y := lunarYearOf(year)
	if y != nil && day < y.starts[0] {
		year--
		y = lunarYearOf(year)
	}
	if y == nil || day >= y.starts[len(y.starts)-1] || day < y.starts[0] {
		return Lunar{}
	}
	i := min((day-y.starts[0])/29, len(y.starts)-2) // never too early: no month is shorter than 29 days
	for y.starts[i] > day {
		i--
	}
	number, leap := y.month(i)
	return Lunar{Day: day - y.starts[i] + 1, Month: number, Year: year, Leap: leap}
}

// FromLunar gives the solar day of a lunar day, or a sentence saying why there is none: no such month in that year, a
// day 30 in a month of 29, a year outside 1850–2150.
func FromLunar(l Lunar) (Date, error) {
	y := lunarYearOf(l.Year)
	if y == nil {
		return None, refuse("Chỉ đổi được ngày âm lịch từ năm %d đến năm %d; hãy kiểm tra lại năm.", FirstLunarYear, LastLunarYear)
	}
	i := -1
	if l.Month >= 1 && l.Month <= 12 {
		i = y.place(l.Month, l.Leap)
	}
	if i < 0 && l.Leap {
		return None, refuse("Năm %d âm lịch không có tháng %d nhuận%s.", l.Year, l.Month, y.leapHint())
	}
	if i < 0 {
		return None, refuse("Âm lịch không có tháng %d; hãy ghi tháng từ 1 đến 12.", l.Month)
	}
	length := y.starts[i+1] - y.starts[i]
	if l.Day < 1 || l.Day > length {
		return None, refuse("Tháng %d%s năm %d âm lịch chỉ có %d ngày; không có ngày %d.", l.Month, l.leapWord(), l.Year, length, l.Day)
	}
	return fromSerial(y.starts[i] + l.Day - 1), nil
}

func (y *lunarYear) leapHint() string {
	if y.leap < 0 {
		return "; năm đó không nhuận"
	}
	number, _ := y.month(y.leap)
	return fmt.Sprintf("; năm đó nhuận tháng %d", number)
}

// LunarMonthLength gives 29 or 30, or 0 when the year has no such month.
func LunarMonthLength(year, month int, leap bool) int {
	y := lunarYearOf(year)
	if y == nil {
		return 0
	}
	i := y.place(month, leap)
	if i < 0 {
		return 0
	}
	return y.starts[i+1] - y.starts[i]
}

// LunarMonthStart is the first day of one lunar month.
type LunarMonthStart struct {
	Lunar Lunar `json:"lunar"` // the day is 1
	Date  Date  `json:"date"`
}

// LunarMonthStarts lists the months of a lunar year in order, twelve or thirteen; empty outside 1850–2150.
func LunarMonthStarts(year int) []LunarMonthStart {
	list := []LunarMonthStart{}
	y := lunarYearOf(year)
	if y == nil {
		return list
	}
	for i, start := range y.starts[:len(y.starts)-1] {
		number, leap := y.month(i)
		list = append(list, LunarMonthStart{Lunar{1, number, year, leap}, fromSerial(start)})
	}
	return list
}

// LeapMonth gives the number of the month that is doubled in a lunar year, 0 when none is.
func LeapMonth(year int) int {
	y := lunarYearOf(year)
	if y == nil || y.leap < 0 {
		return 0
	}
	number, _ := y.month(y.leap)
	return number
}

// ShortMonthRule says what becomes of lunar day 30 in a month of 29 days.
type ShortMonthRule string

// The rules for a missing day 30.
const (
	LastDay ShortMonthRule = "LAST_DAY" // the 29th stands for it
	Skip    ShortMonthRule = "SKIP"     // that month has none
)

// LunarDays lists the solar days of a closed span that are the given lunar day (1–30), leap months included, in order.
// A day out of range or an open span gives an empty list.
func LunarDays(span Span, day int, rule ShortMonthRule) []Date {
	list := []Date{}
	if day < 1 || day > 30 || span.From == None || span.To == None {
		return list
	}
	for year := span.From.Year() - 1; year <= span.To.Year(); year++ {
		y := lunarYearOf(year)
		if y == nil {
			continue
		}
		for i, start := range y.starts[:len(y.starts)-1] {
			if d, ok := lunarDayIn(start, y.starts[i+1], day, rule); ok && span.Contains(d) {
				list = append(list, d)
			}
		}
	}
	return list
}

// lunarDayIn gives the solar day of a lunar day in the month of the serials [start, next).
func lunarDayIn(start, next, day int, rule ShortMonthRule) (Date, bool) {
	if day > next-start {
		if rule == Skip {
			return None, false
		}
		day = next - start
	}
	return fromSerial(start + day - 1), true
}
