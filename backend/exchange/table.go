package exchange

import (
	"fmt"

	"caunoi/backend/fault"
	"caunoi/backend/oldfont"
	"caunoi/backend/store"
)

// Limits of a file from outside. They keep a hostile or mistaken file from using up an office PC; the largest real list
// (all hamlets of a province) stays far below them.
const (
	maxFileBytes = 32 << 20 // of the file itself
	maxRows      = 100_000
	maxColumns   = 200
	maxCells     = 3_000_000
	maxCellRunes = 32_767 // what a cell of a workbook can hold
)

// Row is one row of a sheet with the number a person sees in Excel.
type Row struct {
	Number  int
	Cells   []string // cleaned, one line each, NFC
	Notes   []string // what was understood otherwise than it stands, as sentences
	Refused string   // why the row cannot be taken in, a sentence; "" = it can
	asides  []aside
}

// blank tells whether no cell of the row holds anything.
func (r Row) blank() bool {
	for _, cell := range r.Cells {
		if cell != "" {
			return false
		}
	}
	return true
}

// text shows the beginning of the row to a person.
func (r Row) text() string {
	out := ""
	for _, cell := range r.Cells {
		if cell == "" {
			continue
		}
		if out != "" {
			out += " · "
		}
		out += cell
		if len(out) > 160 {
			break
		}
	}
	return out
}

// sheet is what a file holds before anybody knows what its columns mean: every row that holds something.
type sheet struct {
	name          string
	rows          []Row
	merged        []block
	hiddenRows    map[int]bool // by number
	hiddenColumns [maxColumns]bool
	hidden        bool // a tab a person does not see; its rows are not read
	oldFonts      map[cellAt]oldfont.Font
}

// Skipped is a row that is no record, with the reason.
type Skipped struct {
	Row    Row
	Reason string
}

// Table is one sheet whose header was found. Rows + Skipped together are every row of the sheet that holds anything.
type Table struct {
	File      string
	Sheet     string // empty for CSV
	HeaderRow int    // as numbered in the file
	Rows      []Row
	Skipped   []Skipped
	Unused    []string // headings nobody asked for
	Notes     []string // what a person should know about the file, as sentences

	at map[string]int // column key → index
}

// Has tells whether the file has the column.
func (t Table) Has(key string) bool { _, ok := t.at[key]; return ok }

// Cell reads one column of a row; a column the file does not have reads as empty.
func (t Table) Cell(r Row, key string) string {
	i, ok := t.at[key]
	if !ok || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

// ReadTable reads a .csv or .xlsx file and finds in it the sheet and the header row that fit the columns best. Every
// problem of the file is a fault with a sentence that says what to do; nothing is dropped silently.
func ReadTable(name string, content []byte, columns []Column) (Table, error) {
	sheets, err := readSheets(name, content)
	if err != nil {
		return Table{}, err
	}
	var best Table
	var wrong error
	score := 0
	fits := map[string]bool{}
	for _, s := range sheets {
		t, points, err := findHeader(name, s, columns)
		fits[s.name] = len(t.Rows) > 0
		if points > score {
			best, score, wrong = t, points, err
		}
	}
	if wrong != nil {
		return Table{}, wrong
	}
	if score == 0 {
		return Table{}, fault.Invalid(
			"file",
			fmt.Sprintf(
				"Không tìm thấy dòng tiêu đề trong tệp “%s”. Tệp cần có cột %s; hãy dùng tệp mẫu hoặc sửa tên cột rồi thử lại.",
				name,
				required(columns),
			),
		)
	}
	if len(best.Rows) == 0 {
		return Table{}, fault.Invalid("file", fmt.Sprintf("Tệp “%s” có dòng tiêu đề nhưng không có dòng dữ liệu nào bên dưới.", name))
	}
	for _, s := range sheets {
		if s.name != best.Sheet {
			best.Notes = append(best.Notes, s.leftOut(fits[s.name])...)
		}
	}
	return best, nil
}

// leftOut says that a sheet was not read; alike tells that it holds a list of the same kind.
func (s sheet) leftOut(alike bool) []string {
	switch {
	case s.hidden:
		return []string{fmt.Sprintf("Trang ẩn “%s” không được đọc.", s.name)}
	case alike:
		return []string{
			fmt.Sprintf(
				"Trang “%s” (%d dòng) cũng là danh sách loại này nhưng chưa được đọc; hãy nhập riêng hoặc gộp vào một trang.",
				s.name,
				len(s.rows),
			),
		}
	case len(s.rows) > 0:
		return []string{fmt.Sprintf("Trang “%s” (%d dòng) không được đọc.", s.name, len(s.rows))}
	}
	return nil
}

func readSheets(name string, content []byte) ([]sheet, error) {
	kind, err := recognise(name, content)
	if err != nil {
		return nil, err
	}
	var sheets []sheet
	if kind == kindXLSX {
		sheets, err = readXLSX(name, content)
	} else {
		sheets, err = readCSV(name, content)
	}
	if err != nil {
		return nil, err
	}
	convertOldFonts(sheets)
	return sheets, nil
}

// cleanCells brings the cells of a row to the stored form and cuts empty cells at the end.
func cleanCells(cells []string) []string {
	out := make([]string, len(cells))
	last := 0
	for i, cell := range cells {
		out[i] = store.CleanLine(cell)
		if out[i] != "" {
			last = i + 1
		}
	}
	return out[:last]
}
