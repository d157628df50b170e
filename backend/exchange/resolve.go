package exchange

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"caunoi/backend/store"
)

var (
	ditto   = regexp.MustCompile(`(?i)^[-–—.\s"“”']*(n\.?t|như (dòng |ô )?trên|nhu tren)[-–—.\s"“”']*$|^[-–\s]*(["“”″〃]|''|,,|//)+[-–\s]*$`)
	nothing = regexp.MustCompile(`^[-–—.…_\s]+$`)
	failed  = regexp.MustCompile(`^#(REF|N/A|DIV/0|NAME|VALUE|NUM|NULL)[!?]?$`)
)

// resolve brings the cells of every record to what they mean: names in two columns, "như trên", forms of address. What
// was understood otherwise than it stands is noted with the row; what could be understood in two ways refuses the row.
func (l *layout) resolve(s sheet, t *Table) {
	keys := make([]string, 0, len(l.at))
	for key := range l.at {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int { return l.at[a] - l.at[b] })
	l.split = l.mostlySplit(t.Rows)
	reads := map[int]bool{}
	for key, col := range l.at {
		reads[col] = true
		for _, more := range l.spans[key] {
			reads[more] = true
		}
	}
	converted := 0
	above := map[string]*Row{} // the last row whose cell says something itself
	for i := range t.Rows {
		row := &t.Rows[i]
		row.Cells, row.Notes = slices.Clone(row.Cells), slices.Clip(row.Notes)
		converted += row.sayAsides(func(column int) bool { return reads[column] })
		for _, key := range keys {
			l.resolveCell(row, key, above)
		}
	}
	if converted > 0 {
		t.Notes = append(
			t.Notes,
			fmt.Sprintf("%d ô gõ bằng bảng mã cũ (VNI, TCVN3) đã được chuyển sang Unicode; chữ trước và sau ghi ở từng dòng.", converted),
		)
	}
}

func (l *layout) resolveCell(row *Row, key string, above map[string]*Row) {
	col := l.at[key]
	if cols := l.spans[key]; len(cols) > 1 {
		l.joinCells(row, key, cols)
	}
	text := cellOf(*row, col)
	said := func(what string) string {
		return fmt.Sprintf("cột %s (“%s”): %s", columnName(col+1), l.title(key), what)
	}
	switch {
	case text == "":
		return
	case ditto.MatchString(text):
		from := above[key]
		if from == nil {
			row.refuse(said(fmt.Sprintf("“%s” nhưng không có dòng nào ở trên để lấy theo; hãy ghi đủ", text)))
			return
		}
		row.Cells[col] = cellOf(*from, col)
		row.note(said(fmt.Sprintf("“%s” lấy theo dòng %d là “%s”", text, from.Number, row.Cells[col])))
		return
	case nothing.MatchString(text):
		row.Cells[col] = ""
		row.note(said(fmt.Sprintf("“%s” hiểu là để trống", text)))
		return
	case failed.MatchString(text):
		row.refuse(said(fmt.Sprintf("ô lỗi công thức “%s”; hãy sửa trong Excel", text)))
		return
	case l.column(key).Person:
		l.resolveName(row, col, said)
	}
	above[key] = row
}

// joinCells reads a heading over several columns: the parts of a name belong together; of anything else only one may be
// filled.
func (l *layout) joinCells(row *Row, key string, cols []int) {
	var parts []string
	var where []string
	for _, col := range cols {
		if text := cellOf(*row, col); text != "" && !slices.Contains(parts, text) {
			parts, where = append(parts, text), append(where, fmt.Sprintf("%s “%s”", columnName(col+1), text))
		}
	}
	for len(row.Cells) <= cols[0] {
		row.Cells = append(row.Cells, "")
	}
	switch person := l.column(key).Person; {
	case len(parts) == 0:
	case len(parts) == 1:
		row.Cells[cols[0]] = parts[0]
		if person && (l.split || len(strings.Fields(parts[0])) < 2) {
			row.refuse(fmt.Sprintf("cột “%s” chỉ có %s; thiếu họ hoặc tên", l.title(key), where[0]))
		}
	case person:
		name := parts[0]
		for _, part := range parts[1:] {
			if words := strings.Fields(name); !store.SameName(words[len(words)-1], part) { // "Nguyễn Văn An" beside "An"
				name += " " + part
			}
		}
		row.Cells[cols[0]] = name
	default:
		row.refuse(
			fmt.Sprintf("tiêu đề “%s” gồm nhiều cột đều có nội dung (%s); hãy gộp thành một cột", l.title(key), strings.Join(where, "; ")),
		)
	}
}

// mostlySplit tells whether more names stand in two columns than in one.
func (l *layout) mostlySplit(rows []Row) bool {
	more := 0
	for key, cols := range l.spans {
		if !l.column(key).Person || len(cols) < 2 {
			continue
		}
		for _, row := range rows {
			first, second := cellOf(row, cols[0]) != "", cellOf(row, cols[1]) != ""
			switch {
			case first && second:
				more++
			case first || second:
				more--
			}
		}
	}
	return more > 0
}

func (l *layout) resolveName(row *Row, col int, said func(string) string) {
	text := row.Cells[col]
	name, unsure := bareName(text)
	switch {
	case unsure:
		row.refuse(
			said(
				fmt.Sprintf(
					"“%s”: không rõ “%s” là họ hay cách xưng hô; hãy ghi đủ họ tên, bỏ cách xưng hô",
					text,
					strings.Fields(text)[0],
				),
			),
		)
	case name == "" || isBody(name) || counted.MatchString(strings.ToLower(name)):
		row.refuse(said(fmt.Sprintf("“%s” không phải họ tên một người; nếu là dòng nhóm hãy xóa dòng đó", text)))
	case strings.ContainsAny(name, "()[],;:/"):
		row.refuse(said(fmt.Sprintf("“%s” có phần không thuộc họ tên; hãy chuyển sang cột khác", text)))
	case name != text:
		row.Cells[col] = name
		row.note(said(fmt.Sprintf("“%s” ghi là “%s”", text, name)))
	}
}

func (r *Row) note(text string) {
	runes := []rune(text)
	r.Notes = append(r.Notes, strings.ToUpper(string(runes[:1]))+string(runes[1:])+".")
}

// refuse keeps the first reason why a row cannot be taken in.
func (r *Row) refuse(text string) {
	if r.Refused == "" {
		runes := []rune(text)
		r.Refused = strings.ToUpper(string(runes[:1])) + string(runes[1:]) + "."
	}
}

// with adds to a reason what was understood in the row.
func (r Row) with(reason string) string {
	return strings.TrimSpace(strings.Join(append([]string{reason}, r.Notes...), " "))
}
