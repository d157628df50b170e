package duties

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// DaysOffYear is a year of the working-day calendar. Default says that nothing has been entered for the year and the days
// are those the program knows.
type DaysOffYear struct {
	Year    int      `json:"year"`
	Default bool     `json:"default"`
	Assumed bool     `json:"assumed"` // the year's announcement has not been entered: Tết and exchanged days are assumed or lacking
	Items   []DayOff `json:"items"`
	Missing []DayOff `json:"missing"` // days a law gives that the office's own list lacks
}

// DaysOffInput replaces the days of a year. An empty list brings the defaults back.
type DaysOffInput struct {
	Year  int      `json:"year"`
	Items []DayOff `json:"items"`
}

// DayOffRow is one row of a list somebody hands in: day as typed, name, "nghỉ" or "làm bù", and the paper.
type DayOffRow struct {
	Day    string `json:"day"`
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	Source string `json:"source"`
}

// DaysOffRows is a list of days off to be taken in. Accepted is what a person was asked and accepted, see fault.Ask.
type DaysOffRows struct {
	Rows     []DayOffRow `json:"rows"`
	Accepted []string    `json:"accepted"`
}

// DaysOffImport tells what an import stored.
type DaysOffImport struct {
	Years []int `json:"years"`
	Saved int   `json:"saved"`
}

// The two kinds of exception.
const (
	Off    = "nghi"
	Worked = "lam_bu"
)

func daysOff(tx *store.Tx, year int) (DaysOffYear, error) {
	if year == 0 {
		year = tx.Today.Year()
	}
	if year < firstYear || year > lastYear {
		return DaysOffYear{Year: year, Items: []DayOff{}, Missing: []DayOff{}}, errYear()
	}
	years, err := daysOffOf(tx, year, year)
	if err != nil {
		return DaysOffYear{Year: year, Items: []DayOff{}, Missing: []DayOff{}}, err
	}
	return years[0], nil
}

func saveDaysOff(tx *store.Tx, in DaysOffInput) (DaysOffYear, error) {
	var f fault.Fields
	if in.Year < firstYear || in.Year > lastYear {
		return DaysOffYear{}, errYear()
	}
	checkDaysOff(&f, in.Items, func(i int, d DayOff) {
		if d.Day.Year() != in.Year {
			f.Add(fmt.Sprintf("items.%d.day", i), fmt.Sprintf("Dòng %d: ngày %s không thuộc năm %d.", i+1, d.Day.Show(), in.Year))
		}
	}, "items")
	if err := f.Err(); err != nil {
		return DaysOffYear{}, err
	}
	if err := replaceYear(tx, in.Year, in.Items); err != nil {
		return DaysOffYear{}, err
	}
	return daysOff(tx, in.Year)
}

// checkDaysOff cleans the rows and refuses what could not be a calendar.
func checkDaysOff(f *fault.Fields, items []DayOff, more func(int, DayOff), root string) {
	seen := map[dates.Date]int{}
	for i := range items {
		d := &items[i]
		d.Name, d.Source = store.CleanLine(d.Name), store.CleanLine(d.Source)
		at := fmt.Sprintf("%s.%d.", root, i)
		if !d.Day.Valid() {
			f.Add(at+"day", fmt.Sprintf("Dòng %d: ngày không hợp lệ; hãy nhập ngày/tháng/năm, ví dụ 02/09/2026.", i+1))
			continue
		}
		if j, twice := seen[d.Day]; twice {
			f.Add(at+"day", fmt.Sprintf("Dòng %d: ngày %s đã có ở dòng %d; mỗi ngày chỉ ghi một lần.", i+1, d.Day.Show(), j+1))
			continue
		}
		seen[d.Day] = i
		if d.Name == "" {
			f.Add(at+"name", fmt.Sprintf("Dòng %d: hãy ghi tên ngày nghỉ hoặc lý do làm bù.", i+1))
		}
		f.LimitText(at+"name", "Nội dung", d.Name, lineLimit)
		f.LimitText(at+"source", "Nội dung", d.Source, lineLimit)
		switch d.Kind {
		case Off:
		case Worked:
			if _, err := dates.NewCalendar(nil, []dates.MakeUp{{Date: d.Day}}); err != nil {
				f.Add(at+"day", fmt.Sprintf("Dòng %d: %s", i+1, err.Error()))
			}
		default:
			f.Add(at+"kind", fmt.Sprintf("Dòng %d: hãy chọn “nghỉ” hoặc “làm bù”.", i+1))
		}
		more(i, *d)
	}
}

func replaceYear(tx *store.Tx, year int, items []DayOff) error {
	first, last := fmt.Sprintf("%04d-01-01", year), fmt.Sprintf("%04d-12-31", year)
	if err := tx.Where("day BETWEEN ? AND ?", first, last).Delete(&DayOff{}).Error; err != nil || len(items) == 0 {
		return err
	}
	return tx.CreateInBatches(&items, 100).Error
}

// ImportDaysOff replaces the days of every year named in the rows. Rows come from a workbook or CSV as text; one bad row
// refuses all. Days of these years that the list does not hold are named and asked about before they go.
func ImportDaysOff(tx *store.Tx, in DaysOffRows) (DaysOffImport, error) {
	out, rows := DaysOffImport{Years: []int{}}, in.Rows
	if len(rows) == 0 {
		return out, fault.Invalid("rows", "Danh sách không có dòng nào. Hãy kiểm tra lại tệp.")
	}
	var f fault.Fields
	items := make([]DayOff, len(rows))
	for i, r := range rows {
		items[i] = DayOff{Name: r.Name, Source: r.Source, Kind: kindOfDay(r.Kind)}
		day, err := dates.Parse(strings.TrimSpace(r.Day))
		if err != nil {
			typed, refused := dates.ParseTyped(r.Day, tx.Today)
			if refused != nil {
				f.Add(fmt.Sprintf("rows.%d.day", i), fmt.Sprintf("Dòng %d: %s", i+1, refused.Error()))
				continue
			}
			day = typed
		}
		items[i].Day = day
	}
	byYear := map[int][]DayOff{}
	checkDaysOff(&f, items, func(_ int, d DayOff) { byYear[d.Day.Year()] = append(byYear[d.Day.Year()], d) }, "rows")
	checkYears(&f, items, byYear)
	if err := f.Err(); err != nil {
		return out, err
	}
	out.Years = slices.Sorted(maps.Keys(byYear))
	var questions []string
	for _, year := range out.Years {
		lost, err := lostDays(tx, year, byYear[year])
		if err != nil {
			return out, err
		}
		if len(lost) > 0 {
			questions = append(questions, askLost(year, byYear[year], lost))
		}
	}
	if err := fault.Ask(questions, in.Accepted); err != nil {
		return out, err
	}
	for _, year := range out.Years {
		if err := replaceYear(tx, year, byYear[year]); err != nil {
			return out, err
		}
		out.Saved += len(byYear[year])
	}
	return out, nil
}

// lostDays are the days off and make-up days in force for a year that a list for it does not hold.
func lostDays(tx *store.Tx, year int, list []DayOff) ([]DayOff, error) {
	now, err := daysOff(tx, year)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(now.Items), func(d DayOff) bool {
		return slices.ContainsFunc(list, func(l DayOff) bool { return l.Day == d.Day && l.Kind == d.Kind })
	}), nil
}

// mostLostNamed is how many lost days a question names; it counts the others.
const mostLostNamed = 5

func askLost(year int, list, lost []DayOff) string {
	words := map[string]string{Off: "nghỉ", Worked: "làm bù"}
	var named []string
	for _, d := range lost[:min(len(lost), mostLostNamed)] {
		named = append(named, fmt.Sprintf("%s %s (%s)", words[d.Kind], d.Day.Show(), d.Name))
	}
	if more := len(lost) - len(named); more > 0 {
		named = append(named, fmt.Sprintf("và %d ngày nữa", more))
	}
	return fmt.Sprintf(
		"Danh sách có %d ngày của năm %d và thay toàn bộ lịch đang dùng của năm này; %d ngày không có trong danh sách sẽ bị bỏ: %s.",
		len(list),
		year,
		len(lost),
		strings.Join(named, "; "),
	)
}

// checkYears refuses a day whose year is not beside the year most rows are of: it was mistyped, and would replace the days of a
// year nobody meant. A list may reach over the turn of a year.
func checkYears(f *fault.Fields, items []DayOff, byYear map[int][]DayOff) {
	most := 0
	for year, list := range byYear {
		if len(list) > len(byYear[most]) || len(list) == len(byYear[most]) && year < most {
			most = year
		}
	}
	for i, d := range items {
		if year := d.Day.Year(); d.Day.Valid() && (year < most-1 || year > most+1) {
			f.Add(fmt.Sprintf("rows.%d.day", i), fmt.Sprintf("Dòng %d: ngày %s thuộc năm %d, trong khi phần lớn danh sách là của năm %d; "+
				"hãy sửa lại năm, hoặc nhập riêng danh sách của năm %d.", i+1, d.Day.Show(), year, most, year))
		}
	}
}

func kindOfDay(text string) string {
	switch store.Fold(text) {
	case "nghi", "ngay nghi", "nghi le", "nghi bu", "":
		return Off
	case "lam bu", "lam_bu", "di lam bu", "lam viec":
		return Worked
	}
	return text
}

// Holidays names the days off and make-up days of a span.
func Holidays(tx *store.Tx, span dates.Span) (map[dates.Date]string, error) {
	years, err := daysOffOf(tx, span.From.Year(), span.Last().Year())
	out := map[dates.Date]string{}
	for _, y := range years {
		for _, d := range y.Items {
			if span.Contains(d.Day) {
				out[d.Day] = d.Name
			}
		}
	}
	return out, err
}
