package exchange

import (
	"strings"

	"caunoi/backend/store"
)

// Column is one column a list may have.
type Column struct {
	Key      string
	Title    string   // heading in the template
	Words    []string // folded headings it is recognised by, besides the title
	Required bool
}

func required(columns []Column) string {
	var names []string
	for _, c := range columns {
		if c.Required {
			names = append(names, "“"+c.Title+"”")
		}
	}
	return strings.Join(names, ", ")
}

// heading brings a heading to the form in which it is compared: "Tỉnh / Thành Phố (*)" is "tinh thanh pho".
func heading(text string) string {
	folded := store.Fold(text)
	folded = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return ' '
	}, folded)
	return strings.Join(strings.Fields(folded), " ")
}

const headerWithin = 40 // a header further down is none

// findHeader finds the row in which most columns are recognised and in which no required one is missing. Points are 0
// when there is no such row.
func findHeader(s sheet, columns []Column) (Table, int) {
	known := map[string]string{}
	for _, c := range columns {
		known[heading(c.Title)] = c.Key
		for _, word := range c.Words {
			known[word] = c.Key
		}
	}
	best, points := -1, 0
	var bestAt map[string]int
	for i, row := range s.rows[:min(len(s.rows), headerWithin)] {
		at := map[string]int{}
		for col, cell := range row.Cells {
			if key := known[heading(cell)]; key != "" {
				if _, twice := at[key]; !twice {
					at[key] = col
				}
			}
		}
		complete := true
		for _, c := range columns {
			if _, found := at[c.Key]; c.Required && !found {
				complete = false
			}
		}
		if complete && len(at) > points {
			best, points, bestAt = i, len(at), at
		}
	}
	if best < 0 {
		return Table{}, 0
	}
	t := Table{Sheet: s.name, HeaderRow: s.rows[best].Number, at: bestAt}
	used := map[int]bool{}
	for _, col := range bestAt {
		used[col] = true
	}
	for col, cell := range s.rows[best].Cells {
		if cell != "" && !used[col] && heading(cell) != "stt" && heading(cell) != "tt" {
			t.Unused = append(t.Unused, cell)
		}
	}
	for i, row := range s.rows {
		switch reason := notARecord(row, s.rows[best], i-best); {
		case i < best:
			t.Skipped = append(t.Skipped, Skipped{row, "Dòng phía trên tiêu đề"})
		case reason != "":
			t.Skipped = append(t.Skipped, Skipped{row, reason})
		default:
			t.Rows = append(t.Rows, row)
		}
	}
	return t, points
}

// totals are the first words of rows that only add up others.
var totals = []string{"tong cong", "tong so", "cong", "tong", "toan tinh", "toan huyen", "toan xa"}

// notARecord gives the reason why a row below the header is no record, or nothing. distance counts rows from the header.
func notARecord(row, header Row, distance int) string {
	if distance == 0 {
		return "Dòng tiêu đề"
	}
	if sameCells(row, header) {
		return "Dòng tiêu đề lặp lại"
	}
	if distance == 1 && columnNumbers(row) {
		return "Dòng đánh số cột"
	}
	for _, cell := range row.Cells {
		if cell == "" {
			continue
		}
		first := heading(cell)
		for _, word := range totals {
			if first == word || strings.HasPrefix(first, word+" ") && strings.HasPrefix(word, "tong ") {
				return "Dòng tổng cộng"
			}
		}
		break
	}
	return ""
}

func sameCells(a, b Row) bool {
	if len(a.Cells) != len(b.Cells) {
		return false
	}
	for i := range a.Cells {
		if heading(a.Cells[i]) != heading(b.Cells[i]) {
			return false
		}
	}
	return true
}

// columnNumbers recognises the row "(1) (2) (3)" or "A B 1 2" that forms put under the header.
func columnNumbers(row Row) bool {
	count := 0
	for _, cell := range row.Cells {
		plain := strings.Trim(cell, "() ")
		if plain == "" {
			continue
		}
		if len(plain) > 2 {
			return false
		}
		count++
	}
	first := ""
	for _, cell := range row.Cells {
		if cell != "" {
			first = strings.Trim(cell, "() ")
			break
		}
	}
	return count >= 2 && (first == "1" || first == "A" || first == "a")
}
