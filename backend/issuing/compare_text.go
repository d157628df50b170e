package issuing

import (
	"fmt"
	"strings"
	"unicode"

	"caunoi/backend/document"
	"caunoi/backend/store"
)

// textPart is one paragraph, heading or item of a list with where it stands.
type textPart struct {
	where string // "Mục I.2, đoạn 3", "Phụ lục 1, đoạn 1"
	key   string
	runs  []document.Run
}

// tablePart is one table with where it stands.
type tablePart struct {
	where string
	table document.Table
}

type parts struct {
	texts  []textPart
	tables []tablePart
}

// partsOf takes a document apart in reading order.
func partsOf(d document.Document) (p parts) {
	p.add("", d.Blocks)
	for i, annex := range d.Annexes {
		where := annex.Label
		if where == "" {
			where = fmt.Sprintf("Phụ lục thứ %d", i+1)
		}
		p.texts = append(p.texts, textPart{where: where + ", tên", runs: []document.Run{{Text: annex.Title}}})
		p.add(where, annex.Blocks)
	}
	return p
}

func (p *parts) add(outer string, blocks []document.Block) {
	section, paragraph, table := outer, 0, 0
	var labels [5]string
	text := func(key string, runs []document.Run) {
		paragraph++
		where := document.JoinParts(", ", section, fmt.Sprintf("đoạn %d", paragraph))
		p.texts = append(p.texts, textPart{store.UpperFirst(where), key, runs})
	}
	for _, block := range blocks {
		switch {
		case block.Heading != nil:
			level := min(max(block.Heading.Level, 1), 4)
			labels[level] = block.Heading.Label
			clear(labels[level+1:])
			section, paragraph = document.JoinParts(", ", outer, headingPlace(labels, *block.Heading)), 0
			p.texts = append(
				p.texts,
				textPart{where: store.UpperFirst(section) + ", tiêu đề", runs: []document.Run{{Text: block.Heading.Text}}},
			)
		case block.Paragraph != nil:
			text(block.Paragraph.Key, block.Paragraph.Runs)
		case block.List != nil:
			for _, item := range block.List.Items {
				text("", item.Runs)
			}
		case block.Table != nil:
			table++
			where := "Bảng"
			if table > 1 {
				where = fmt.Sprintf("Bảng %d", table)
			}
			p.tables = append(p.tables, tablePart{document.JoinParts(", ", store.UpperFirst(outer), where), *block.Table})
		}
	}
}

// headingPlace names where a heading leads: "mục I.2".
func headingPlace(labels [5]string, h document.Heading) string {
	if h.Kind != document.HeadingNumbered {
		return h.Label
	}
	var path []string
	for _, label := range labels[1:] {
		if label != "" && (len(path) == 0 || !strings.HasPrefix(label, path[len(path)-1]+".")) {
			path = append(path, label)
		} else if label != "" {
			path[len(path)-1] = label // "1.1" says "1" itself
		}
	}
	if len(path) == 0 {
		return h.Text
	}
	return "mục " + strings.Join(path, ".")
}

func runsText(runs []document.Run) string {
	var b strings.Builder
	for _, run := range runs {
		b.WriteString(run.Text)
	}
	return plain(b.String())
}

// shape is a paragraph without its figures: two paragraphs of one shape are the same sentence with other numbers.
func shape(runs []document.Run) string {
	var b strings.Builder
	for _, run := range runs {
		if run.Figure != "" {
			b.WriteString("{" + run.Figure + "}")
			continue
		}
		digit := false
		for _, r := range run.Text {
			if unicode.IsDigit(r) {
				if !digit {
					b.WriteByte('#')
				}
				digit = true
				continue
			}
			digit = false
			b.WriteRune(r)
		}
	}
	return plain(b.String())
}

// compareTexts pairs the paragraphs of two states, by their keys, else by their shape and order, and lists what differs.
func compareTexts(then, now []textPart) (out []difference) {
	byKey := map[string]int{}
	for j, b := range now {
		if b.key != "" {
			byKey[b.key] = j
		}
	}
	used := map[int]bool{}
	var restThen, restNow []textPart
	for _, a := range then {
		if j, known := byKey[a.key]; known && a.key != "" && !used[j] {
			used[j] = true
			out = append(out, compareText(a, now[j])...)
			continue
		}
		restThen = append(restThen, a)
	}
	for j, b := range now {
		if !used[j] {
			restNow = append(restNow, b)
		}
	}
	for _, pair := range aligned(restThen, restNow) {
		switch {
		case pair[0] < 0:
			out = append(out, difference{restNow[pair[1]].where, notThere, runsText(restNow[pair[1]].runs)})
		case pair[1] < 0:
			out = append(out, difference{restThen[pair[0]].where, runsText(restThen[pair[0]].runs), goneNow})
		default:
			out = append(out, compareText(restThen[pair[0]], restNow[pair[1]])...)
		}
	}
	return out
}

// compareText lists what differs in one paragraph: figure by figure where only figures do, else the whole paragraph.
func compareText(a, b textPart) (out []difference) {
	if runsText(a.runs) == runsText(b.runs) {
		return nil
	}
	figuresA, wordsA := figuresOf(a.runs)
	figuresB, wordsB := figuresOf(b.runs)
	if len(figuresA) == 0 || wordsA != wordsB {
		return []difference{{a.where, orElse(runsText(a.runs), notThere), orElse(runsText(b.runs), goneNow)}}
	}
	for i, f := range figuresA {
		if f.Text != figuresB[i].Text {
			out = append(out, difference{a.where + ": " + f.Figure, plain(f.Text), plain(figuresB[i].Text)})
		}
	}
	return out
}

// figuresOf gives the figures of a paragraph in order, and its words with the names of the figures in them.
func figuresOf(runs []document.Run) (figures []document.Run, words string) {
	var b strings.Builder
	for _, run := range runs {
		if run.Figure == "" {
			b.WriteString(run.Text)
			continue
		}
		figures = append(figures, run)
		b.WriteString("{" + run.Figure + "}")
	}
	return figures, plain(b.String())
}

// mostPairs bounds what is weighed against each other; longer papers are paired in plain order.
const mostPairs = 9_000_000

// aligned pairs two lists of paragraphs by the longest common row of shapes; between two pairs the rest is paired in order.
// -1 stands for nothing.
func aligned(a, b []textPart) (pairs [][2]int) {
	shapesA, shapesB := make([]string, len(a)), make([]string, len(b))
	for i := range a {
		shapesA[i] = shape(a[i].runs)
	}
	for j := range b {
		shapesB[j] = shape(b[j].runs)
	}
	if len(a)*len(b) > mostPairs {
		for k := range max(len(a), len(b)) {
			pair := [2]int{k, k}
			if k >= len(a) {
				pair[0] = -1
			}
			if k >= len(b) {
				pair[1] = -1
			}
			pairs = append(pairs, pair)
		}
		return pairs
	}
	best := make([][]int, len(a)+1)
	for i := range best {
		best[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if shapesA[i] == shapesB[j] {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	i, j := 0, 0
	fromA, fromB := 0, 0
	gap := func(toA, toB int) {
		for fromA < toA || fromB < toB {
			pair := [2]int{-1, -1}
			if fromA < toA {
				pair[0] = fromA
				fromA++
			}
			if fromB < toB {
				pair[1] = fromB
				fromB++
			}
			pairs = append(pairs, pair)
		}
	}
	for i < len(a) && j < len(b) {
		switch {
		case shapesA[i] == shapesB[j]:
			gap(i, j)
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
			fromA, fromB = i, j
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	gap(len(a), len(b))
	return pairs
}
