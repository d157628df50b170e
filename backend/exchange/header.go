package exchange

import (
	"fmt"
	"strings"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Column is one column a list may have.
type Column struct {
	Key      string
	Title    string   // heading in the template
	Words    []string // folded headings it is recognised by, besides the title
	Required bool
	Person   bool // a person's name, which may stand in two columns: family and middle name, given name
}

// The headings of the two columns a person's name may stand in.
var (
	familyWords = []string{
		"ho",
		"ho dem",
		"ho va dem",
		"ho lot",
		"ho va lot",
		"ho chu dem",
		"ho va chu dem",
		"ho va chu lot",
		"ho va ten dem",
		"ho ten dem",
		"ho va ten lot",
	}
	givenWords = []string{"ten", "ten goi", "ten chinh"}
)

func required(columns []Column) string {
	var names []string
	for _, c := range columns {
		if c.Required {
			names = append(names, "“"+c.Title+"”")
		}
	}
	return strings.Join(names, ", ")
}

// longestHeading bounds what is looked at for a heading; a longer cell is none.
const longestHeading = 200

// headingKey brings a heading to the form in which it is compared: "Tỉnh / Thành Phố (*)" is "tinh thanh pho".
func headingKey(text string) string {
	if len(text) > longestHeading {
		return ""
	}
	folded := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return ' '
	}, store.Fold(text))
	return strings.Join(strings.Fields(folded), " ")
}

const headerWithin = 40 // a header further down is none

// layout is where a list's columns stand on a sheet. Columns count from 0.
type layout struct {
	columns []Column
	known   map[string]string // folded heading → key
	at      map[string]int
	spans   map[string][]int // of the keys whose heading stands over several columns
	split   bool             // most names stand in two columns, so that one alone is half a name
	number  int              // of the column of running numbers, -1 when there is none
	header  int              // index of the row
}

func (l *layout) title(key string) string {
	for _, c := range l.columns {
		if c.Key == key {
			return c.Title
		}
	}
	return key
}

func (l *layout) column(key string) Column {
	for _, c := range l.columns {
		if c.Key == key {
			return c
		}
	}
	return Column{}
}

// placeColumns finds the columns among the headings of a row; ok tells whether no required one is missing.
func (l *layout) placeColumns(row Row) (ok bool) {
	l.at, l.spans, l.number = map[string]int{}, map[string][]int{}, -1
	family, given := -1, -1
	for col, cell := range row.Cells {
		words := headingKey(cell)
		key := l.known[words]
		if _, twice := l.at[key]; key != "" && !twice {
			l.at[key] = col
		}
		switch {
		case isNumberHeading(words) && l.number < 0:
			l.number = col
		case family < 0 && oneOf(words, familyWords):
			family = col
		case family >= 0 && given < 0 && oneOf(words, givenWords):
			given = col
		}
	}
	complete := true
	for _, c := range l.columns {
		col, found := l.at[c.Key]
		switch {
		case c.Person && family >= 0 && given > family && (!found || col == given || col == family):
			l.at[c.Key], l.spans[c.Key] = family, []int{family, given}
		case c.Person && found && col+1 < len(row.Cells) && oneOf(headingKey(row.Cells[col+1]), givenWords):
			l.spans[c.Key] = []int{col, col + 1}
		case c.Required && !found:
			complete = false
		}
	}
	return complete
}

func isNumberHeading(words string) bool {
	return oneOf(words, []string{"stt", "tt", "so tt", "so thu tu", "thu tu"})
}

func oneOf(word string, list []string) bool {
	for _, each := range list {
		if each == word {
			return true
		}
	}
	return false
}

// markSpanned finds the headings that stand over several columns: merged cells, and for a name the column without heading to
// its right.
func (l *layout) markSpanned(s sheet) {
	row := s.rows[l.header]
	owner := map[int]string{}
	for key, col := range l.at {
		owner[col] = key
	}
	for _, b := range s.merged {
		key := owner[b.left-1]
		if key == "" || b.top > row.Number || b.bottom < row.Number || b.right == b.left || b.right > maxColumns || len(l.spans[key]) > 0 {
			continue
		}
		for col := b.left - 1; col < b.right; col++ {
			if owner[col] == "" || owner[col] == key {
				l.spans[key] = append(l.spans[key], col)
			}
		}
	}
	for _, c := range l.columns {
		col, found := l.at[c.Key]
		if c.Person && found && len(l.spans[c.Key]) == 0 && l.givenNames(s, col+1) {
			l.spans[c.Key] = []int{col, col + 1}
		}
	}
}

// givenNames tells whether a column without heading holds nothing but given names.
func (l *layout) givenNames(s sheet, col int) bool {
	if col < len(s.rows[l.header].Cells) && s.rows[l.header].Cells[col] != "" {
		return false
	}
	found := false
	for _, row := range s.rows[l.header+1:] {
		if col >= len(row.Cells) || row.Cells[col] == "" || col == 0 || row.Cells[col-1] == "" {
			continue
		}
		if !isGivenName(row.Cells[col]) {
			return false
		}
		found = true
	}
	return found
}

// findHeader finds the row in which most columns are recognised and in which no required one is missing. Points are 0
// when there is no such row; an error beside points says why the list under it cannot be read.
func findHeader(file string, s sheet, columns []Column) (Table, int, error) {
	known := map[string]string{}
	for _, c := range columns {
		known[headingKey(c.Title)] = c.Key
		for _, word := range c.Words {
			known[word] = c.Key
		}
	}
	var best layout
	points := 0
	for i, row := range s.rows[:min(len(s.rows), headerWithin)] {
		l := layout{columns: columns, known: known, header: i}
		if l.placeColumns(row) && len(l.at) > points {
			best, points = l, len(l.at)
		}
	}
	if points == 0 {
		return Table{}, 0, nil
	}
	best.markSpanned(s)
	t := Table{File: file, Sheet: s.name, HeaderRow: s.rows[best.header].Number, at: best.at}
	if err := best.divide(file, s, &t); err != nil {
		return Table{}, points, err
	}
	best.resolve(s, &t)
	best.noteUnused(s, &t)
	return t, points, nil
}

// noteUnused names what nobody asked for: columns with their heading, columns without one that hold something, and what
// a person does not see on the sheet but the import reads.
func (l *layout) noteUnused(s sheet, t *Table) {
	used := map[int]bool{l.number: true}
	for _, c := range l.columns {
		col, found := l.at[c.Key]
		if !found {
			continue
		}
		used[col] = true
		var names []string
		for _, more := range l.spans[c.Key] {
			used[more] = true
			names = append(names, columnName(more+1))
		}
		if len(names) > 1 {
			t.Notes = append(
				t.Notes,
				fmt.Sprintf("Tiêu đề “%s” gồm các cột %s; nội dung được đọc chung.", c.Title, strings.Join(names, ", ")),
			)
		}
		if s.hiddenColumns[col] {
			t.Notes = append(t.Notes, fmt.Sprintf("Cột %s (“%s”) đang ẩn trong Excel, vẫn được đọc.", columnName(col+1), c.Title))
		}
	}
	header := s.rows[l.header].Cells
	for col, cell := range header {
		if cell != "" && !used[col] {
			t.Unused = append(t.Unused, cell)
		}
		used[col] = used[col] || cell != ""
	}
	for _, row := range t.Rows {
		for col, cell := range row.Cells {
			if cell != "" && !used[col] {
				used[col] = true
				t.Unused = append(t.Unused, "cột "+columnName(col+1)+" (không có tiêu đề)")
			}
		}
	}
	var hidden []string
	for i := range t.Rows {
		if row := &t.Rows[i]; s.hiddenRows[row.Number] {
			row.Notes = append(row.Notes, "Dòng đang ẩn trong Excel.")
			hidden = append(hidden, fmt.Sprint(row.Number))
		}
	}
	if len(hidden) > 0 {
		t.Notes = append(
			t.Notes,
			fmt.Sprintf(
				"%d dòng đang ẩn trong Excel vẫn được đọc: dòng %s.",
				len(hidden),
				strings.Join(hidden[:min(len(hidden), 10)], ", "),
			),
		)
	}
}

func errSecondTable(file string, row, header int) error {
	return fault.Invalid(
		"file",
		fmt.Sprintf(
			"Tệp “%s”, dòng %d là tiêu đề của một bảng khác, thứ tự cột không như ở dòng %d. Hãy tách mỗi bảng thành một trang hoặc một tệp rồi nhập lại.",
			file,
			row,
			header,
		),
	)
}
