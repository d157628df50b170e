package reports

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// NamedFigure is a figure a text may show by name: "{số lượt đã dự}" prints "12".
type NamedFigure struct {
	Name  string `json:"name"`  // as it stands between the braces, unique within the paper
	Text  string `json:"text"`  // what it prints now
	Link  string `json:"link"`  // address inside the program that opens the records it counts; "" of words such as the name of the period
	Group string `json:"group"` // under which heading lists show it
}

// figureList holds the named figures of one paper in the order lists show them.
type figureList struct {
	list  []NamedFigure
	at    map[string]int
	group string // of the figures added next
}

// add puts a figure into the list. A name that stands already keeps its first meaning.
func (l *figureList) add(name, text, link string) {
	name = figureName(name)
	if l.at == nil {
		l.at = map[string]int{}
	}
	if _, known := l.at[name]; known || name == "" {
		return
	}
	l.at[name] = len(l.list)
	l.list = append(l.list, NamedFigure{name, text, link, l.group})
}

// count puts a number into the list.
func (l *figureList) count(name string, n int, link string) { l.add(name, document.TwoDigits(n), link) }

// longestName keeps the names of figures short enough for a list; a topic of a resolution may have hundreds of letters.
const longestName = 90

// figureName brings a name to the form in which it is found: one line, no braces, small and capital letters alike. Text between braces
// was typed by a person.
func figureName(name string) string {
	name = strings.NewReplacer("{", "(", "}", ")").Replace(store.CleanLine(name))
	if utf8.RuneCountInString(name) > longestName {
		name = strings.TrimSpace(string([]rune(name)[:longestName-1])) + "…"
	}
	return name
}

// find gives the figure of a name, however its letters are written.
func (l *figureList) find(name string) (NamedFigure, bool) {
	name = figureName(name)
	if i, known := l.at[name]; known {
		return l.list[i], true
	}
	for _, f := range l.list {
		if store.SameName(f.Name, name) {
			return f, true
		}
	}
	return NamedFigure{}, false
}

// piece is a stretch of a text: plain words, or the name of a figure.
type piece struct {
	text  string
	named bool
}

// parted takes a text with {names} apart. open tells that a brace has no partner.
func parted(text string) (out []piece, open bool) {
	for text != "" {
		i := strings.IndexAny(text, "{}")
		if i < 0 {
			return append(out, piece{text, false}), open
		}
		if i > 0 {
			out = append(out, piece{text[:i], false})
		}
		rest := text[i+1:]
		end := strings.IndexAny(rest, "{}")
		if text[i] == '}' || end < 0 || rest[end] == '{' {
			out, text, open = append(out, piece{text[i : i+1], false}), rest, true
			continue
		}
		out, text = append(out, piece{rest[:end], true}), rest[end+1:]
	}
	return out, open
}

// fill makes runs of a text with {names}. A name nothing is known of stays as it stands, braces and all, and is reported.
func (l *figureList) fill(text string) (runs []document.Run, unknown []string) {
	parts, _ := parted(text)
	for _, p := range parts {
		if !p.named {
			runs = append(runs, document.Run{Text: p.text})
			continue
		}
		f, known := l.find(p.text)
		if !known {
			unknown = append(unknown, p.text)
			runs = append(runs, document.Run{Text: "{" + p.text + "}"})
			continue
		}
		runs = append(runs, document.Run{Text: f.Text, Figure: f.Name, Link: f.Link})
	}
	return runs, unknown
}

// said is what runs say.
func said(runs []document.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// names lists the figures a text shows.
func (l *figureList) names(text string) []string {
	var out []string
	parts, _ := parted(text)
	for _, p := range parts {
		if f, known := l.find(p.text); p.named && known {
			out = append(out, f.Name)
		}
	}
	return out
}

// check refuses a text with a brace that has no partner, or with a figure nobody knows, and names what comes near.
func (l *figureList) check(text string) error {
	parts, open := parted(text)
	for _, p := range parts {
		if _, known := l.find(p.text); p.named && !known {
			return fault.Invalid(
				"text",
				"Không có số liệu tên là “"+strings.TrimSpace(
					p.text,
				)+"”. Hãy chọn trong danh sách số liệu, ví dụ: “"+strings.Join(
					l.nearest(p.text, 3),
					"”, “",
				)+"”.",
			)
		}
	}
	if open {
		return fault.Invalid(
			"text",
			"Có dấu ngoặc nhọn thiếu một nửa. Tên số liệu phải nằm giữa hai dấu { và }, ví dụ {"+l.list[0].Name+"}.",
		)
	}
	return nil
}

// nearest lists the names most like one, best first: those that hold all its words, then by the letters to be changed.
func (l *figureList) nearest(name string, most int) []string {
	wanted := store.Fold(name)
	words := strings.Fields(wanted)
	type rated struct {
		name string
		far  int
	}
	list := make([]rated, len(l.list))
	for i, f := range l.list {
		fold := store.Fold(f.Name)
		far := 2 * distance(wanted, fold)
		for _, word := range words {
			if strings.Contains(" "+fold+" ", " "+word+" ") {
				far -= 2 * len(word)
			}
		}
		list[i] = rated{f.Name, far}
	}
	slices.SortStableFunc(list, func(a, b rated) int { return cmp.Compare(a.far, b.far) })
	var out []string
	for _, r := range list[:min(most, len(list))] {
		out = append(out, r.name)
	}
	return out
}

// distance is how many letters have to be put in, left out or changed to make one word of another.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(diagonal+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
