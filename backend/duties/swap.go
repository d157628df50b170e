package duties

import (
	"fmt"
	"time"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// SwapInput exchanges a working day for a weekend day: "nghỉ thứ Hai, làm bù thứ Bảy".
type SwapInput struct {
	Off    dates.Date `json:"off"`
	Worked dates.Date `json:"worked"`
	Source string     `json:"source"` // the document
}

// mostApart bounds the days between the two: further apart one of them was mistyped.
const mostApart = 60

// swapDays enters both days of an exchange, or neither, and gives the year of the day off. A year the office had not
// entered is entered with it, with the days the program knows.
func swapDays(tx *store.Tx, in SwapInput) (DaysOffYear, error) {
	in.Source = store.CleanLine(in.Source)
	var f fault.Fields
	for _, d := range []struct {
		field string
		day   dates.Date
	}{{"off", in.Off}, {"worked", in.Worked}} {
		if !d.day.Valid() || d.day.Year() < firstYear || d.day.Year() > lastYear {
			f.Add(d.field, "Ngày không hợp lệ. Hãy nhập ngày/tháng/năm, ví dụ 31/08/2026.")
		}
	}
	f.LimitText("source", "Nội dung", in.Source, lineLimit)
	if err := f.Err(); err != nil {
		return DaysOffYear{}, err
	}
	first, last := dates.Earlier(in.Off, in.Worked), dates.Later(in.Off, in.Worked)
	years, err := daysOffOf(tx, first.Year(), last.Year())
	if err != nil {
		return DaysOffYear{}, err
	}
	if err := checkSwap(in, years, last.Sub(first)); err != nil {
		return DaysOffYear{}, err
	}
	for _, y := range years {
		items, before := y.Items, len(y.Items)
		if in.Off.Year() == y.Year {
			items = append(items, DayOff{in.Off, "Nghỉ, làm bù ngày " + in.Worked.Show(), Off, in.Source})
		}
		if in.Worked.Year() == y.Year {
			items = append(items, DayOff{in.Worked, "Làm bù cho ngày " + in.Off.Show(), Worked, in.Source})
		}
		if len(items) == before {
			continue
		}
		if err := replaceYear(tx, y.Year, items); err != nil {
			return DaysOffYear{}, err
		}
	}
	return daysOff(tx, in.Off.Year())
}

// checkSwap refuses an exchange of days that are free or worked already.
func checkSwap(in SwapInput, years []DaysOffYear, apart int) error {
	listed := map[dates.Date]DayOff{}
	for _, y := range years {
		for _, d := range y.Items {
			listed[d.Day] = d
		}
	}
	var f fault.Fields
	switch was, known := listed[in.Off]; {
	case onWeekend(in.Off):
		f.Add("off", fmt.Sprintf("Ngày %s là %s, vốn không làm việc; hãy chọn một ngày từ thứ Hai đến thứ Sáu.",
			in.Off.Show(), in.Off.WeekdayLong()))
	case known:
		f.Add("off", fmt.Sprintf("Ngày %s đã có trong lịch: %s.", in.Off.Show(), was.Name))
	}
	switch was, known := listed[in.Worked]; {
	case !onWeekend(in.Worked):
		f.Add("worked", fmt.Sprintf("Ngày %s là %s, vốn đã là ngày làm việc; hãy chọn thứ Bảy hoặc Chủ nhật.",
			in.Worked.Show(), in.Worked.WeekdayLong()))
	case known:
		f.Add("worked", fmt.Sprintf("Ngày %s đã có trong lịch: %s.", in.Worked.Show(), was.Name))
	case apart > mostApart:
		f.Add("worked", fmt.Sprintf("Hai ngày cách nhau %d ngày; hãy kiểm tra lại năm.", apart))
	}
	return f.Err()
}

func onWeekend(d dates.Date) bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }
