package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Sheet is a list as it stands on the screen, to be written as a workbook.
type Sheet struct {
	Title   string     `json:"title"`   // heading above the table
	Note    string     `json:"note"`    // second line: the day, the filter
	Columns []string   `json:"columns"` // headings
	Rows    [][]string `json:"rows"`
}

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// WriteSheet writes a list as a workbook. Every cell is text, so that leading zeros stay and a text like "=1+1" stays a
// text; what a cell cannot hold is refused, because it would be cut without a word.
func WriteSheet(in Sheet) ([]byte, error) {
	if len(in.Columns) == 0 || len(in.Columns) > maxColumns || len(in.Rows) > maxRows {
		return nil, fault.Invalid("rows", fmt.Sprintf("Danh sách quá lớn để xuất (tối đa %d dòng, %d cột). Hãy lọc bớt rồi xuất lại.", maxRows, maxColumns))
	}
	f := excelize.NewFile()
	defer f.Close()
	const name = "Danh sách"
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return nil, err
	}
	w, err := f.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return nil, err
	}
	if err := w.SetColWidth(1, len(in.Columns), 22); err != nil {
		return nil, err
	}
	next := 1
	put := func(cells []string, style int) error {
		values := make([]any, len(cells))
		for i, cell := range cells {
			cell = store.Clean(cell)
			if utf8.RuneCountInString(cell) > maxCellRunes {
				return fault.Invalid("rows", fmt.Sprintf("Dòng %d có nội dung dài quá %d ký tự, Excel không chứa được. Hãy rút ngắn rồi xuất lại.", next, maxCellRunes))
			}
			values[i] = excelize.Cell{Value: cell, StyleID: style}
		}
		at, _ := excelize.CoordinatesToCellName(1, next)
		next++
		return w.SetRow(at, values)
	}
	for _, line := range []string{in.Title, in.Note} {
		if strings.TrimSpace(line) != "" {
			if err := put([]string{line}, bold); err != nil {
				return nil, err
			}
		}
	}
	if err := put(in.Columns, bold); err != nil {
		return nil, err
	}
	for _, row := range in.Rows {
		if err := put(row, 0); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Template writes an empty list with the headings an import reads, and one line that shows how to fill it in.
func Template(kind string) (name string, content []byte, err error) {
	columns, example := officerColumns, []string{"Cán bộ mẫu 01", "Phó Bí thư Đảng ủy", "Đảng ủy xã Mẫu", "0270 3822 123"}
	name = "mau-nhap-can-bo.xlsx"
	switch kind {
	case kindOfficers:
	case kindUnits:
		name = "mau-nhap-dia-ban.xlsx"
		columns = nil
		for _, c := range unitColumns {
			switch c.Key {
			case "code", "name", "level", "parentCode", "parent", "households":
				columns = append(columns, c)
			}
		}
		example = []string{"", "Ấp Mẫu", "Ấp", "29191", "Xã Mẫu", "250"}
	default:
		return "", nil, fault.Invalid("kind", "Không có tệp mẫu loại này.")
	}
	sheet := Sheet{Title: "Xóa dòng ví dụ trước khi nhập", Rows: [][]string{example}}
	for _, c := range columns {
		sheet.Columns = append(sheet.Columns, c.Title)
	}
	content, err = WriteSheet(sheet)
	return name, content, err
}
