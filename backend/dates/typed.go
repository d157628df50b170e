package dates

import (
	"regexp"
	"strings"
)

// Years somebody may type; others are slips of the finger.
const (
	firstTypedYear = 1900
	lastTypedYear  = 2100
)

var (
	shownDate    = regexp.MustCompile(`^(t[2-7]|cn),? ([^()]+?)(?: \(([^()]+)\))?$`)
	lunarMark    = regexp.MustCompile(` ?\(?(?:am lich|al\b|a\.l\.?)\)?`)
	leapMark     = regexp.MustCompile(` ?\(?nhuan\)?`)
	plainMark    = regexp.MustCompile(` ?\(?thuong\)?`)
	dateWords    = regexp.MustCompile(`^(?:ngay )?(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?$`)
	dateParts    = regexp.MustCompile(`^(\d{1,2})(?: ?[/.-] ?| )(\d{1,2})(?:(?: ?[/.-] ?| )(\d{2}|\d{4}))?$`)
	dateRun      = regexp.MustCompile(`^(\d{2})(\d{2})(\d{4}|\d{2})$`)
	dateStored   = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	monthAndYear = regexp.MustCompile(`^\d{1,2}[/.-]\d{4}$`)
)

// ParseTyped reads a day as people type it, day before month: "5/3/26", "5-3-2026", "5.3.2026", "05032026", "050326",
// "5/3", "ngày 5 tháng 3 năm 2026"; a lunar day with its mark: "16/6 âl", "16/6 nhuận", "16/6/2026 âl"; and the form shown
// on screen, "T4 29/7/2026 (16/6 âl)", whose weekday and lunar day must then agree.
//
// Without a year the day is taken in the year of today, a lunar day in the lunar year of today. Two-digit years up to ten
// years from today are of this century, the others are refused. A lunar day without "nhuận" in a year that has that month
// twice is refused too ("16/6 thường âl" names the first of the two): nothing is guessed silently. An empty text is None
// without error; whether a day is needed is the form's affair. Errors are Refusals.
func ParseTyped(text string, today Date) (Date, error) {
	folded := fold(text)
	if folded == "" {
		return None, nil
	}
	if m := shownDate.FindStringSubmatch(folded); m != nil {
		return parseShown(m, today)
	}
	lunar, rest := cutMark(lunarMark, folded)
	leap, rest := cutMark(leapMark, rest)
	plain, rest := cutMark(plainMark, rest)
	if !lunar && !leap && dateStored.MatchString(rest) {
		return Parse(rest)
	}
	m := dateWords.FindStringSubmatch(rest)
	if m == nil {
		m = dateParts.FindStringSubmatch(rest)
	}
	if m == nil {
		m = dateRun.FindStringSubmatch(rest)
	}
	switch {
	case monthAndYear.MatchString(rest):
		return None, refuse("“%s” thiếu ngày; hãy ghi đủ ngày/tháng/năm, ví dụ 5/%s.", excerpt(strings.TrimSpace(text)), rest)
	case m == nil || (leap && plain) || (plain && !lunar):
		return None, refuse("Không hiểu ngày “%s”; hãy ghi như 5/3/2026, 5/3/26, 05032026 hoặc 16/6 âl.", excerpt(strings.TrimSpace(text)))
	}
	year, err := typedYear(m[3], today, lunar || leap)
	if err != nil {
		return None, err
	}
	if lunar || leap {
		return typedLunar(Lunar{number(m[1]), number(m[2]), year, leap}, plain)
	}
	if month := number(m[2]); month > 12 {
		return None, refuse("Không có tháng %d; hãy ghi ngày trước, tháng sau, ví dụ %d/%d/%d.", month, month, number(m[1]), year)
	}
	return Of(year, number(m[2]), number(m[1]))
}

// cutMark takes a mark out of the text and leaves a space, so that the digits around it do not run together.
func cutMark(mark *regexp.Regexp, text string) (found bool, rest string) {
	if at := mark.FindStringIndex(text); at != nil {
		return true, strings.TrimSpace(text[:at[0]] + " " + strings.TrimSpace(text[at[1]:]))
	}
	return false, text
}

// typedYear completes the year.
func typedYear(text string, today Date, lunar bool) (int, error) {
	year := 0
	switch len(text) {
	case 0:
		if year = today.Year(); lunar {
			year = ToLunar(today).Year
		}
	case 2:
		if year = today.Year()/100*100 + number(text); year > today.Year()+10 {
			return 0, refuse("Không rõ “%s” là năm %d hay %d; hãy ghi đủ bốn chữ số của năm.", text, year-100, year)
		}
	default:
		year = number(text)
	}
	if year < firstTypedYear || year > lastTypedYear {
		return 0, refuse("Năm %d ngoài khoảng %d–%d; hãy kiểm tra lại năm.", year, firstTypedYear, lastTypedYear)
	}
	return year, nil
}

func typedLunar(l Lunar, plain bool) (Date, error) {
	if !l.Leap && !plain && l.Month == LeapMonth(l.Year) && l.Month > 0 {
		return None, refuse("Năm %d âm lịch có hai tháng %d; hãy ghi “%d/%d/%d thường âl” hoặc “%d/%d/%d nhuận âl”.",
			l.Year, l.Month, l.Day, l.Month, l.Year, l.Day, l.Month, l.Year)
	}
	return FromLunar(l)
}

// parseShown reads back the form of ShowWithLunar: weekday, date and, in brackets, the lunar day. A pasted line whose
// parts contradict one another is refused.
func parseShown(m []string, today Date) (Date, error) {
	d, err := ParseTyped(m[2], today)
	if err != nil || d == None {
		return None, err
	}
	if fold(d.WeekdayShort()) != m[1] {
		return None, refuse("Ngày %s là %s, không phải %s; hãy kiểm tra lại.", d.Show(), d.WeekdayShort(), strings.ToUpper(m[1]))
	}
	if l := ToLunar(d); m[3] != "" && fold(l.Show()) != m[3] && fold(l.short()) != m[3] {
		return None, refuse("Ngày %s là %s, không phải %s; hãy kiểm tra lại.", d.Show(), l.Show(), m[3])
	}
	return d, nil
}
