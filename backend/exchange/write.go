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

// Sheet is a list as it stands on the screen, to be written as a workbook or printed.
type Sheet struct {
	Name    string     `json:"-"`       // of the sheet; "" = "Danh sách"
	Title   string     `json:"title"`   // heading above the table
	Note    string     `json:"note"`    // second line: the day, the filter
	Columns []string   `json:"columns"` // headings
	Rows    [][]string `json:"rows"`
	// Kinds says what each column holds, in the words of the page; Totals is the line under the rows. Only for print.
	Kinds  []ColumnKind `json:"kinds"`
	Totals []string     `json:"totals"` // "" = none
	// FreeText are the columns, from 0, in which people write sentences; these are looked through for data of residents.
	FreeText    []int  `json:"freeText"`
	GuardReason string `json:"guardReason"` // code: why marked text may leave all the same
}

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// WriteSheet writes a list as a workbook. Every cell is text, so that leading zeros stay and a text like "=1+1" stays a
// text; what a cell cannot hold is refused, because it would be cut without a word.
func WriteSheet(in Sheet) ([]byte, error) { return writeSheets([]Sheet{in}) }

func writeSheets(sheets []Sheet) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	for i, in := range sheets {
		if in.Name == "" {
			in.Name = "Danh sách"
		}
		if i == 0 {
			if err := f.SetSheetName("Sheet1", in.Name); err != nil {
				return nil, err
			}
		} else if _, err := f.NewSheet(in.Name); err != nil {
			return nil, err
		}
		if err := writeSheet(f, in); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func writeSheet(f *excelize.File, in Sheet) error {
	if len(in.Columns) == 0 || len(in.Columns) > maxColumns || len(in.Rows) > maxRows {
		return fault.Invalid(
			"rows",
			fmt.Sprintf("Danh sách quá lớn để xuất (tối đa %d dòng, %d cột). Hãy lọc bớt rồi xuất lại.", maxRows, maxColumns),
		)
	}
	w, err := f.NewStreamWriter(in.Name)
	if err != nil {
		return err
	}
	bold, err := f.NewStyle(
		&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}},
	)
	if err != nil {
		return err
	}
	if err := w.SetColWidth(1, len(in.Columns), 22); err != nil {
		return err
	}
	next := 1
	put := func(cells []string, style int) error {
		values := make([]any, len(cells))
		for i, cell := range cells {
			cell = store.Clean(cell)
			if utf8.RuneCountInString(cell) > maxCellRunes {
				return fault.Invalid(
					"rows",
					fmt.Sprintf(
						"Dòng %d có nội dung dài quá %d ký tự, Excel không chứa được. Hãy rút ngắn rồi xuất lại.",
						next,
						maxCellRunes,
					),
				)
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
				return err
			}
		}
	}
	if err := put(in.Columns, bold); err != nil {
		return err
	}
	for _, row := range in.Rows {
		if err := put(row, 0); err != nil {
			return err
		}
	}
	return w.Flush()
}
