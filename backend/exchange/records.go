package exchange

import (
	"maps"
	"regexp"
	"strings"

	"caunoi/backend/store"
)

// divide tells the records from the other rows of the sheet. Every row goes to one side, with a reason on the other.
func (l *layout) divide(file string, s sheet, t *Table) error {
	header := s.rows[l.header]
	wide := map[int]bool{} // rows in which one cell is merged across columns of the list
	for _, b := range s.merged {
		wide[b.top] = wide[b.top] || b.top == b.bottom && l.across(b) >= 2
	}
	below := false // under the table, where people sign
	for i, row := range s.rows {
		reason := ""
		again := layout{columns: l.columns, known: l.known}
		switch {
		case i < l.header:
			reason = "Dòng phía trên tiêu đề"
		case i == l.header:
			reason = "Dòng tiêu đề"
		case l.headingsAgain(row) && again.placeColumns(row) && !maps.Equal(again.at, l.at) && i > l.header+2:
			return errSecondTable(file, row.Number, header.Number)
		case sameCells(row, header):
			reason, below = "Dòng tiêu đề lặp lại", false
		case l.headingsAgain(row):
			reason, below = "Dòng tiêu đề", false
		case i <= l.header+2 && columnNumbers(row):
			reason = "Dòng đánh số cột"
		case i == l.header+1 && l.underHeadings(row):
			reason = "Dòng tiêu đề thứ hai"
		case isTotal(row):
			reason = "Dòng tổng cộng"
		case l.signs(row):
			reason, below = "Phần ký tên, ghi chú dưới bảng", true
		case below && !l.numbered(row):
			reason = "Phần ký tên, ghi chú dưới bảng"
		case l.groupsOthers(row, wide[row.Number]):
			reason = "Dòng nhóm hoặc ghi chú, không phải một dòng của danh sách"
		default:
			below = false
			t.Rows = append(t.Rows, row)
			continue
		}
		t.Skipped = append(t.Skipped, Skipped{row, reason})
	}
	return nil
}

// across counts the columns of the list a merged cell covers.
func (l *layout) across(b block) int {
	n := 0
	for key, col := range l.at {
		if col+1 < b.left || col+1 > b.right || len(l.spans[key]) > 1 && b.right <= l.spans[key][len(l.spans[key])-1]+1 {
			continue
		}
		n++
	}
	return n
}

func cellOf(row Row, col int) string {
	if col < 0 || col >= len(row.Cells) {
		return ""
	}
	return row.Cells[col]
}

// headingsAgain recognises a row of headings below the header: the second line of headings merged downward, or the
// header of the next page.
func (l *layout) headingsAgain(row Row) bool {
	found := map[string]bool{}
	for _, cell := range row.Cells {
		if key := l.known[headingKey(cell)]; key != "" {
			found[key] = true
		}
	}
	for _, c := range l.columns {
		if col, ok := l.at[c.Key]; ok && c.Required && l.known[headingKey(cellOf(row, col))] == c.Key {
			return true
		}
	}
	required := 0
	for _, c := range l.columns {
		if c.Required && found[c.Key] {
			required++
		}
	}
	return len(found) >= 2 && required > 0
}

// underHeadings recognises the second line of headings where only the merged ones have one: nothing stands under the
// others.
func (l *layout) underHeadings(row Row) bool {
	filled := 0
	for _, c := range l.columns {
		col, ok := l.at[c.Key]
		if !ok || len(l.spans[c.Key]) > 1 {
			continue
		}
		if cellOf(row, col) != "" {
			return false
		}
	}
	for _, cell := range row.Cells {
		if cell != "" {
			filled++
		}
	}
	number := cellOf(row, l.number)
	return filled > 0 && len(l.spans) > 0 && (number == "" || isNumberHeading(headingKey(number)))
}

var total = regexp.MustCompile(`^(tổng( cộng| số)?|cộng|toàn (tỉnh|huyện|xã|phường))( |$)`)

// isTotal recognises a row that only adds up others by its first words.
func isTotal(row Row) bool {
	for _, cell := range row.Cells {
		if cell == "" || isNumeral(cell) {
			continue
		}
		words := strings.NewReplacer(":", " ", ".", " ", "(", " ").Replace(cell)
		key := strings.Join(strings.Fields(strings.ToLower(words)), " ")
		m := total.FindString(key)
		rest := strings.TrimSpace(strings.TrimPrefix(key, m))
		return m != "" && (rest == "" || strings.HasPrefix(strings.TrimSpace(m), "tổng") || rest[0] >= '0' && rest[0] <= '9')
	}
	return false
}

func sameCells(a, b Row) bool {
	if len(a.Cells) != len(b.Cells) {
		return false
	}
	for i := range a.Cells {
		if headingKey(a.Cells[i]) != headingKey(b.Cells[i]) {
			return false
		}
	}
	return true
}

// columnNumbers recognises the row "(1) (2) (3)" or "A B 1 2" that forms put under the header.
func columnNumbers(row Row) bool {
	count := 0
	first := ""
	for _, cell := range row.Cells {
		plain := strings.Trim(cell, "() ")
		if plain == "" {
			continue
		}
		if len(plain) > 2 {
			return false
		}
		if count++; first == "" {
			first = plain
		}
	}
	return count >= 2 && (first == "1" || first == "A" || first == "a")
}

var (
	signLeads = regexp.MustCompile(
		`^\(?(người (lập|tổng hợp|báo cáo|ghi)|t/m|tm\.|t\.m|k/t|kt\.|t/l|tl\.|thủ trưởng|xác nhận|nơi nhận|ký tên|ký, |ký và |\(ký|chữ ký|đại diện)`,
	)
	signDay   = regexp.MustCompile(`ngày .*tháng .*năm`)
	noteLeads = regexp.MustCompile(`^(\*+ |\(\*+\) |ghi chú|lưu ý|chú thích|danh sách (này )?(có|gồm)|ấn định danh sách)`)
)

// signs recognises the first row under the table: who made the list, the day, whose signature follows. A row that has a
// running number is one of the list whatever it says.
func (l *layout) signs(row Row) bool {
	if l.numbered(row) {
		return false
	}
	lacking := false
	for _, c := range l.columns {
		if col, ok := l.at[c.Key]; ok && c.Required && cellOf(row, col) == "" {
			lacking = true
		}
	}
	for _, cell := range row.Cells {
		text := strings.ToLower(cell)
		if signLeads.MatchString(text) || lacking && (signDay.MatchString(text) || noteLeads.MatchString(text)) {
			return true
		}
	}
	return false
}

func (l *layout) numbered(row Row) bool { return l.number >= 0 && isNumeral(cellOf(row, l.number)) }

func isNumeral(text string) bool {
	text = strings.Trim(text, "(). ")
	return text != "" && strings.Trim(text, "0123456789") == ""
}

var counted = regexp.MustCompile(`\d+ *(đồng chí|đ/c|đc|người|cán bộ|đảng viên|chi bộ|đơn vị|thành viên)`)

// groupsOthers recognises a title inside the table: merged across it, or a row that says of nobody who he is.
func (l *layout) groupsOthers(row Row, wide bool) bool {
	filled, inName := 0, ""
	person := false
	for _, c := range l.columns {
		if col, ok := l.at[c.Key]; ok && c.Person {
			inName, person = cellOf(row, col), true
		}
	}
	for col, cell := range row.Cells {
		if cell != "" && col != l.number {
			filled++
		}
	}
	switch {
	case wide && filled <= 1:
		return true
	case !person:
		return filled == 0 || filled == 1 && strings.HasPrefix(store.NameKey(firstText(row)), groupLead)
	case filled == 0:
		return true // a number alone
	case l.numbered(row):
		return false // named as wrong where it is
	case filled == 1:
		return !looksLikePerson(inName)
	}
	return l.emptyPost(row) && (isBody(inName) || counted.MatchString(strings.ToLower(inName)))
}

// groupLead begins the title of a group of places: "Các xã còn lại".
var groupLead = store.NameKey("các") + " "

func firstText(row Row) string {
	for _, cell := range row.Cells {
		if cell != "" {
			return cell
		}
	}
	return ""
}

// emptyPost tells whether the other required columns say nothing, or only how many there are.
func (l *layout) emptyPost(row Row) bool {
	for _, c := range l.columns {
		col, ok := l.at[c.Key]
		if text := cellOf(
			row,
			col,
		); ok && c.Required && !c.Person && text != "" && !isNumeral(text) &&
			!counted.MatchString(strings.ToLower(text)) {
			return false
		}
	}
	return true
}
