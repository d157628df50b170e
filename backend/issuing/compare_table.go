package issuing

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"caunoi/backend/document"
)

// compareTables pairs the tables of two states, those with the same place and columns first, and lists what differs.
func compareTables(then, now []tablePart) (out []difference) {
	used := make([]bool, len(now))
	var pairs [][2]int
	for i, a := range then {
		found := -1
		for j, b := range now {
			if !used[j] && a.where == b.where && strings.Join(columnNames(a.table), "|") == strings.Join(columnNames(b.table), "|") {
				found = j
				break
			}
		}
		if found >= 0 {
			used[found] = true
		}
		pairs = append(pairs, [2]int{i, found})
	}
	for _, pair := range pairs {
		a := then[pair[0]]
		if pair[1] < 0 {
			out = append(
				out,
				difference{
					a.where,
					"có bảng gồm " + strconv.Itoa(len(a.table.Rows)) + " dòng: " + strings.Join(columnNames(a.table), ", "),
					goneNow,
				},
			)
			continue
		}
		out = append(out, compareTable(a, now[pair[1]])...)
	}
	for j, b := range now {
		if !used[j] {
			out = append(
				out,
				difference{
					b.where,
					notThere,
					"có bảng gồm " + strconv.Itoa(len(b.table.Rows)) + " dòng: " + strings.Join(columnNames(b.table), ", "),
				},
			)
		}
	}
	return out
}

// columnNames gives the name of every column, a name over several columns before the names below it: "Kết quả: đã giải quyết".
func columnNames(t document.Table) []string {
	names := make([]string, len(t.Columns))
	for _, cell := range document.PlaceHead(t.Head, len(t.Columns)) {
		text := document.OneSpace(plain(cell.Cell.Text))
		for c := cell.Column; c < cell.Column+cell.Span && text != ""; c++ {
			names[c] = document.JoinParts(": ", names[c], text)
		}
	}
	return names
}

// line is a row with one text for each column and the group it stands in.
type line struct {
	cells []string
	kind  document.RowKind
	group string
}

func linesOf(t document.Table) []line {
	out := make([]line, 0, len(t.Rows))
	group := ""
	for _, row := range t.Rows {
		l := line{cells: make([]string, len(t.Columns)), kind: row.Kind, group: group}
		column := 0
		for _, cell := range row.Cells {
			if column >= len(l.cells) {
				break
			}
			l.cells[column] = plain(cell.Text)
			column += max(cell.ColSpan, 1)
		}
		if row.Kind == document.RowGroup {
			group = strings.Join(l.cells, "")
			l.group = ""
		}
		out = append(out, l)
	}
	return out
}

var orderNames = regexp.MustCompile(`(?i)^(stt|tt|số tt|số thứ tự|mã dòng)$`)
var numberText = regexp.MustCompile(`^[\d.,]+ ?%?$`)

// identifying lists the columns that tell one row from another: those of words and days, without the running number. A
// table of nothing but numbers is told apart by all of them.
func identifying(names []string, lines []line) []int {
	var words, all []int
	for c := range names {
		if orderNames.MatchString(names[c]) {
			continue
		}
		all = append(all, c)
		filled, numbers := 0, 0
		for _, l := range lines {
			if l.cells[c] != "" && l.kind == document.RowPlain {
				filled++
				if numberText.MatchString(l.cells[c]) {
					numbers++
				}
			}
		}
		if 2*numbers < filled || filled == 0 {
			words = append(words, c)
		}
	}
	if len(words) == 0 {
		return all
	}
	return words
}

// compareTable lists rows added, removed and changed, the changed ones column by column.
func compareTable(a, b tablePart) (out []difference) {
	names := columnNames(a.table)
	then, now := linesOf(a.table), linesOf(b.table)
	ids := identifying(names, slices.Concat(then, now))
	match := matchLines(then, now, names, ids)
	taken := make([]bool, len(now))
	for i, j := range match {
		where := a.where + ", " + then[i].label(ids)
		if j < 0 {
			out = append(out, difference{where, then[i].whole(names), goneNow})
			continue
		}
		taken[j] = true
		for c, name := range names {
			if x, y := then[i].cells[c], now[j].cells[c]; x != y && !orderNames.MatchString(name) {
				out = append(
					out,
					difference{document.JoinParts(", ", where, quoted("cột", name)), orElse(x, "(để trống)"), orElse(y, "(để trống)")},
				)
			}
		}
	}
	for j, l := range now {
		if !taken[j] {
			out = append(out, difference{a.where + ", " + l.label(ids), notThere, l.whole(names)})
		}
	}
	return out
}

func quoted(what, text string) string {
	if text == "" {
		return ""
	}
	return what + " “" + text + "”"
}

// label names a row by its first two identifying cells: "dòng “Nguyễn Mẫu An, Chi bộ ấp 1”".
func (l line) label(ids []int) string {
	var said []string
	for _, c := range ids {
		if text := document.OneSpace(l.cells[c]); text != "" && len(said) < 2 {
			said = append(said, shortened(text, 60))
		}
	}
	if len(said) == 0 {
		said = []string{shortened(document.OneSpace(strings.Join(l.cells, " ")), 60)}
	}
	return document.JoinParts(", ", quoted("nhóm", shortened(l.group, 60)), quoted("dòng", strings.Join(said, ", ")))
}

// shortened cuts a text at a word when it is longer than most characters.
func shortened(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	cut := string([]rune(text)[:most])
	if space := strings.LastIndexByte(cut, ' '); space > 0 {
		cut = cut[:space]
	}
	return cut + "…"
}

// whole writes a row with the names of its columns.
func (l line) whole(names []string) string {
	var said []string
	for c, text := range l.cells {
		if text != "" && !orderNames.MatchString(names[c]) {
			said = append(said, document.JoinParts(": ", names[c], document.OneSpace(text)))
		}
	}
	return strings.Join(said, "; ")
}

// text is the row without its running number, for comparing.
func (l line) text(names []string) string {
	var b strings.Builder
	b.WriteString(string(l.kind) + "\x00" + l.group)
	for c, text := range l.cells {
		if !orderNames.MatchString(names[c]) {
			b.WriteString("\x00" + text)
		}
	}
	return b.String()
}

// key is what identifies a row by the first n identifying columns.
func (l line) key(ids []int, n int) string {
	parts := []string{string(l.kind), l.group}
	for _, c := range ids[:n] {
		parts = append(parts, l.cells[c])
	}
	return strings.Join(parts, "\x00")
}

// alike tells whether at least half of the cells filled on either side are the same.
func alike(a, b line) bool {
	same, filled := 0, 0
	for c := range a.cells {
		if a.cells[c] != "" || b.cells[c] != "" {
			filled++
			if a.cells[c] == b.cells[c] {
				same++
			}
		}
	}
	return 2*same >= filled && a.kind == b.kind
}

// matchLines finds for each row then its row now, -1 for none: equal rows first, then rows that agree in ever fewer of the
// identifying columns and are the only ones to do so, at last rows most of whose cells are the same.
func matchLines(then, now []line, names []string, ids []int) []int {
	match := make([]int, len(then))
	for i := range match {
		match[i] = -1
	}
	taken := make([]bool, len(now))
	pass := func(keyOf func(line) string, onlyOnes bool, also func(a, b line) bool) {
		left, right := map[string][]int{}, map[string][]int{}
		for i := range then {
			if match[i] < 0 {
				left[keyOf(then[i])] = append(left[keyOf(then[i])], i)
			}
		}
		for j := range now {
			if !taken[j] {
				right[keyOf(now[j])] = append(right[keyOf(now[j])], j)
			}
		}
		for key, is := range left {
			js := right[key]
			if onlyOnes && (len(is) != 1 || len(js) != 1) {
				continue
			}
			for n := range min(len(is), len(js)) {
				if also == nil || also(then[is[n]], now[js[n]]) {
					match[is[n]], taken[js[n]] = js[n], true
				}
			}
		}
	}
	pass(func(l line) string { return l.text(names) }, false, nil)
	pass(func(l line) string { return l.key(ids, len(ids)) }, false, nil)
	for n := len(ids) - 1; n > 0; n-- {
		pass(func(l line) string { return l.key(ids, n) }, true, alike)
	}
	for i := range then {
		for j := range now {
			if match[i] < 0 && !taken[j] && alike(then[i], now[j]) {
				match[i], taken[j] = j, true
			}
		}
	}
	return match
}
