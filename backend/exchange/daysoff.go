package exchange

import (
	"path/filepath"
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// dayOffColumns are the headings of a year's notice of holidays.
var dayOffColumns = []Column{
	{
		Key:      "day",
		Title:    "Ngày",
		Words:    []string{"ngay nghi", "ngay thang", "ngay thang nam", "thoi gian", "ngay duong lich"},
		Required: true,
	},
	{
		Key:   "name",
		Title: "Tên",
		Words: []string{"ten ngay nghi", "ten ngay", "ly do", "noi dung", "dip nghi", "ngay le", "ten ngay nghi ly do lam bu"},
	},
	{Key: "kind", Title: "Nghỉ hoặc làm bù", Words: []string{"loai", "loai ngay", "nghi lam bu", "nghi hay lam bu", "hinh thuc"}},
	{Key: "source", Title: "Văn bản", Words: []string{"can cu", "so van ban", "nguon", "theo van ban"}},
}

// mostDaysOff bounds a list of days: more is another kind of list.
const mostDaysOff = 1000

// DaysOffList is a list of days off read from a file, to be looked at before duties.ImportDaysOff stores it.
type DaysOffList struct {
	Name string             `json:"name"`
	Rows []duties.DayOffRow `json:"rows"`
}

// ReadDaysOff reads the days off and make-up days in a file handed over under /files/. Nothing is stored: the page shows
// the rows and stores them in one call.
func (s *Service) ReadDaysOff(file string) (DaysOffList, error) {
	return access.Read(s.gate, "exchange.ReadDaysOff", func(*store.Tx) (DaysOffList, error) {
		given, ok := s.gate.Files().Get(file)
		if !ok {
			return DaysOffList{}, fault.NotFound("Tệp đã chọn không còn trong bộ nhớ. Hãy chọn lại tệp.")
		}
		name := filepath.Base(strings.ReplaceAll(store.CleanLine(given.Name), `\`, "/"))
		table, err := ReadTable(name, given.Content, dayOffColumns)
		if err != nil {
			return DaysOffList{}, err
		}
		if len(table.Rows) > mostDaysOff {
			return DaysOffList{}, fault.Invalid("file", "Tệp “"+name+"” có quá nhiều dòng cho một danh sách ngày nghỉ. Hãy chọn đúng tệp.")
		}
		out := DaysOffList{Name: name, Rows: []duties.DayOffRow{}}
		for _, row := range table.Rows {
			day := table.Cell(row, "day")
			if d := dates.Date(day); d.Valid() {
				day = d.Show() // a cell that is a date comes as 2026-01-02
			}
			out.Rows = append(
				out.Rows,
				duties.DayOffRow{Day: day, Name: table.Cell(row, "name"), Kind: table.Cell(row, "kind"), Source: table.Cell(row, "source")},
			)
		}
		return out, nil
	})
}
