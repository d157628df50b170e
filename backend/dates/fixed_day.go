package dates

// FixedDay is the day inside each turn of a cadence on which a duty is due. The zero value means "any day of the turn".
type FixedDay struct {
	// Lunar counts Day (and Month) in the lunar calendar.
	Lunar bool `json:"lunar"`
	// Day is the day of the month 1–31, lunar 1–30; for a weekly duty the weekday, 1 Monday to 7 Sunday.
	Day int `json:"day"`
	// Month is the month inside the turn: 1–3 of a quarter, 1–6 of a half, 1–12 of a year; 0 for weekly and monthly duties.
	Month int `json:"month"`
	// ShortMonth decides about lunar day 30 in a month of 29 days. A solar day 29–31 always falls on the last day of a
	// shorter month.
	ShortMonth ShortMonthRule `json:"shortMonth"`
}

// IsNone tells whether no day is fixed.
func (f FixedDay) IsNone() bool { return f.Day == 0 }

// Check refuses a day that cannot be meant for the cadence, with a sentence for the person who enters the rule.
func (f FixedDay) Check(c Cadence) error {
	switch {
	case !c.Valid():
		return refuse(
			"Chưa chọn chu kỳ; hãy chọn hằng tuần, hằng tháng, hằng tháng âm lịch, hằng quý, 6 tháng, hằng năm hoặc theo vụ việc.",
		)
	case f.IsNone() && f.Month == 0 && !f.Lunar:
		return nil
	case c == OnEvent:
		return refuse("Việc theo vụ việc không có ngày cố định; hãy bỏ trống ngày.")
	case c == Weekly && (f.Lunar || f.Month != 0 || f.Day < 1 || f.Day > 7):
		return refuse("Việc hằng tuần cần chọn một thứ trong tuần, từ thứ Hai đến Chủ nhật.")
	case c == LunarMonthly && !f.Lunar:
		return refuse("Việc theo tháng âm lịch cần ngày âm lịch, từ 1 đến 30.")
	case f.Lunar && (c == Quarterly || c == HalfYearly):
		return refuse("Việc hằng quý hoặc 6 tháng không đặt được theo ngày âm lịch; hãy chọn ngày dương lịch hoặc chu kỳ tháng âm lịch.")
	case f.Lunar && (f.Day < 1 || f.Day > 30):
		return refuse("Ngày âm lịch phải từ 1 đến 30.")
	case f.Lunar && f.Day == 30 && f.ShortMonth != LastDay && f.ShortMonth != Skip:
		return refuse("Có tháng âm lịch chỉ 29 ngày; hãy chọn lấy ngày cuối tháng hoặc bỏ qua tháng đó.")
	case f.Day < 1 || f.Day > 31:
		return refuse("Ngày trong tháng phải từ 1 đến 31.")
	}
	months := map[Cadence]int{Quarterly: 3, HalfYearly: 6, Yearly: 12}[c]
	switch {
	case months == 0 && f.Month != 0:
		return refuse("Việc %s chỉ cần ngày, không cần tháng.", c.Label())
	case months > 0 && (f.Month < 1 || f.Month > months):
		return refuse("Việc %s cần tháng thứ mấy trong kỳ, từ 1 đến %d.", c.Label(), months)
	case c == Yearly && !f.Lunar && f.Day > 29 && f.Day > monthLength(2024, f.Month):
		return refuse("Tháng %d không có ngày %d.", f.Month, f.Day)
	}
	return nil
}

// In lists the due days inside one turn, in order: usually one, two when a lunar day falls twice in a solar month, none
// when it falls outside, when a short month is skipped or when no day is fixed. The rule must have passed Check.
func (f FixedDay) In(c Cadence, w Window) []Date {
	switch {
	case f.IsNone():
	case c == Weekly:
		return []Date{w.Span.From.AddDays(f.Day - 1)}
	case f.Lunar && c == Yearly:
		return f.yearlyLunar(w.Span)
	case f.Lunar:
		return LunarDays(w.Span, f.Day, f.ShortMonth)
	default:
		first := w.Span.From.AddMonths(max(f.Month, 1) - 1)
		return []Date{first.AddDays(min(f.Day, monthLength(first.Year(), first.Month())) - 1)}
	}
	return []Date{}
}

// yearlyLunar finds a lunar day and month (never the leap one, as with death days and festivals) in a solar year. Around
// Tết it may fall twice in one solar year and not at all in another.
func (f FixedDay) yearlyLunar(span Span) []Date {
	list := []Date{}
	for year := span.From.Year() - 1; year <= span.From.Year(); year++ {
		y := lunarYearOf(year)
		if y == nil {
			continue
		}
		i := y.place(f.Month, false)
		if i < 0 {
			continue
		}
		if d, ok := lunarDayIn(y.starts[i], y.starts[i+1], f.Day, f.ShortMonth); ok && span.Contains(d) {
			list = append(list, d)
		}
	}
	return list
}
