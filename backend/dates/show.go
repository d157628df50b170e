package dates

import "fmt"

var weekdayShort = [7]string{"CN", "T2", "T3", "T4", "T5", "T6", "T7"}
var weekdayLong = [7]string{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}

// Show writes the day as on screens and in tables: "29/07/2026"; empty for None.
func (d Date) Show() string {
	if !d.Valid() {
		return ""
	}
	return string(d[8:] + "/" + d[5:7] + "/" + d[:4])
}

// ShowInPaper writes the day as papers do, in sentences and tables: "06/6/2026", "27/02/2026". As in ShowLong only days below 10
// and months 1 and 2 take a leading zero (HD 05, 4.2.2). Empty for None.
func (d Date) ShowInPaper() string {
	if !d.Valid() {
		return ""
	}
	return fmt.Sprintf("%02d/%s/%d", d.Day(), documentMonth(d.Month()), d.Year())
}

// ShowLong writes the day as in a document: "ngày 05 tháng 02 năm 2026". Days below 10 and months 1 and 2 take a leading
// zero, months 3–9 do not (practice of Party and state papers alike). Empty for None.
func (d Date) ShowLong() string {
	if !d.Valid() {
		return ""
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", d.Day(), documentMonth(d.Month()), d.Year())
}

// WeekdayShort gives "T2" … "T7", "CN"; empty for None.
func (d Date) WeekdayShort() string {
	if !d.Valid() {
		return ""
	}
	return weekdayShort[d.Weekday()]
}

// WeekdayLong gives "Thứ Hai" … "Chủ nhật"; empty for None.
func (d Date) WeekdayLong() string {
	if !d.Valid() {
		return ""
	}
	return weekdayLong[d.Weekday()]
}

// documentMonth writes a month number for documents: 01, 02, then 3 … 12.
func documentMonth(m int) string {
	if m <= 2 {
		return fmt.Sprintf("%02d", m)
	}
	return fmt.Sprint(m)
}
