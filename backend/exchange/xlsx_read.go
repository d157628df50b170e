package exchange

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"caunoi/backend/fault"
)

// readXLSX reads every visible worksheet. The independent pass comes first: what it refuses never reaches the library.
func readXLSX(name string, content []byte) ([]sheet, error) {
	w, err := openWorkbook(name, content)
	if err != nil {
		return nil, err
	}
	facts := make([]sheetFacts, len(w.sheets))
	for i, part := range w.sheets {
		if facts[i], err = w.check(part); err != nil {
			return nil, err
		}
	}
	book, err := excelize.OpenReader(
		bytes.NewReader(content),
		excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped},
	)
	if err != nil {
		return nil, damaged(name, "cấu trúc sổ làm việc sai")
	}
	defer book.Close()
	var out []sheet
	for i, part := range w.sheets {
		s, err := readSheet(book, name, part.title, facts[i])
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

func readSheet(book *excelize.File, name, title string, facts sheetFacts) (sheet, error) {
	out := sheet{name: title}
	rows, err := book.Rows(title)
	if err != nil {
		return out, damaged(name, "trang “"+title+"”")
	}
	defer rows.Close()
	remaining := len(facts.filled)
	for number := 1; rows.Next() && remaining > 0; number++ {
		cells, err := rows.Columns()
		if err != nil {
			return out, unreadRow(name, title, number)
		}
		if !facts.filled[number] {
			if row := (Row{number, cleanCells(cells)}); !row.blank() {
				return out, unreadRow(name, title, number)
			}
			continue
		}
		remaining--
		if err := withinLimits(name, title, number, cells); err != nil {
			return out, err
		}
		row := Row{Number: number, Cells: cleanCells(cells)}
		if !row.blank() {
			out.rows = append(out.rows, row)
		}
	}
	if err := rows.Error(); err != nil || remaining > 0 {
		return out, unreadRow(name, title, 0)
	}
	if err := out.writeDays(book); err != nil {
		return out, damaged(name, "trang “"+title+"”")
	}
	out.fillMerged(facts.merged)
	return out, nil
}

// dayLike is how any format shows a day: three groups of digits, whichever comes first.
var dayLike = regexp.MustCompile(`^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}( \d{1,2}:\d{2}.*)?$`)

// lastSerial is the number of the last day of 2199 in a workbook; larger numbers are no days.
const lastSerial = 109_574

// writeDays writes the cells that hold a day as a number the way days are stored, whatever their format shows: "03/01/26"
// of an American format would be read as another day. Sheets without such cells are not read twice.
func (s *sheet) writeDays(book *excelize.File) error {
	at := map[int]int{}
	for i, row := range s.rows {
		for _, cell := range row.Cells {
			if dayLike.MatchString(cell) {
				at[row.Number] = i
			}
		}
	}
	if len(at) == 0 {
		return nil
	}
	props, err := book.GetWorkbookProps()
	if err != nil {
		return err
	}
	from1904 := props.Date1904 != nil && *props.Date1904
	rows, err := book.Rows(s.name)
	if err != nil {
		return err
	}
	defer rows.Close()
	for number := 1; rows.Next(); number++ {
		stored, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return err
		}
		i, wanted := at[number]
		for col := 0; wanted && col < min(len(stored), len(s.rows[i].Cells)); col++ {
			serial, err := strconv.ParseFloat(stored[col], 64)
			if err != nil || serial < 1 || serial > lastSerial || !dayLike.MatchString(s.rows[i].Cells[col]) {
				continue
			}
			day, err := excelize.ExcelDateToTime(serial, from1904)
			if err != nil {
				return err
			}
			s.rows[i].Cells[col] = day.Format(time.DateOnly)
		}
	}
	return rows.Error()
}

func unreadRow(name, title string, number int) error {
	where := ""
	if number > 0 {
		where = fmt.Sprintf(", dòng %d", number)
	}
	return fault.Invalid(
		"file",
		fmt.Sprintf(
			"Tệp “%s”, trang “%s”%s: đọc không đủ số dòng có trong tệp. Chưa có gì được nhập; hãy mở bằng Excel, lưu lại thành tệp .xlsx mới rồi nhập.",
			name,
			title,
			where,
		),
	)
}

// fillMerged gives every row of a downward merged cell its value: a province merged over its communes belongs to each
// of them. Cells merged sideways are titles and stay as they are.
func (s *sheet) fillMerged(merged []block) {
	if len(merged) == 0 {
		return
	}
	at := make(map[int]int, len(s.rows))
	for i, row := range s.rows {
		at[row.Number] = i
	}
	for _, b := range merged {
		first, ok := at[b.top]
		if b.left != b.right || b.top == b.bottom || !ok || b.left > len(s.rows[first].Cells) {
			continue
		}
		value := s.rows[first].Cells[b.left-1]
		for i := first + 1; i < len(s.rows) && s.rows[i].Number <= b.bottom; i++ {
			for len(s.rows[i].Cells) < b.left {
				s.rows[i].Cells = append(s.rows[i].Cells, "")
			}
			if s.rows[i].Cells[b.left-1] == "" {
				s.rows[i].Cells[b.left-1] = value
			}
		}
	}
}
