package typesettest

import (
	"math"
	"strings"
	"unicode"

	"caunoi/backend/document"
	"caunoi/backend/typeset"
)

// CheckWords: every word of the document is drawn, in order within its cell; figures are whole; low rows are not split.
func CheckWords(t Tester, l *typeset.Layout, doc document.Document) {
	t.Helper()
	var drawn strings.Builder
	var areas []area
	for _, pg := range l.Pages {
		perCell := make([]strings.Builder, len(pg.Cells))
		for _, item := range pg.Texts {
			switch {
			case item.Role == typeset.RoleCell:
				perCell[item.Cell-1].WriteString(Squeeze(item.Text))
			case item.Role != typeset.RolePage && item.Role != typeset.RoleTableHead && item.Cell == 0:
				drawn.WriteString(Squeeze(item.Text))
			}
		}
		for i := range perCell {
			if perCell[i].Len() > 0 {
				areas = append(areas, area{perCell[i].String(), pg.Cells[i].Index, pg.Cells[i].Height})
			}
		}
	}
	all := drawn.String()
	expect := func(what, text string) {
		for _, line := range strings.Split(typeset.CleanText(text), "\n") {
			if want := strings.ToLower(
				Squeeze(withoutBoxes(line)),
			); !strings.Contains(
				strings.ToLower(all),
				strings.TrimRight(want, ".,;/"),
			) {
				t.Errorf("%s %q is not drawn whole", what, line)
			}
		}
	}
	expect("subject", doc.Subject)
	expect("issuer", doc.Head.Issuer)
	var blocks []document.Block
	blocks = append(blocks, doc.Blocks...)
	for _, annex := range doc.Annexes {
		expect("annex", annex.Title)
		blocks = append(blocks, annex.Blocks...)
	}
	next := 0
	for _, block := range blocks {
		switch {
		case block.Paragraph != nil:
			text := ""
			for _, run := range block.Paragraph.Runs {
				text += run.Text
			}
			expect("paragraph", text)
		case block.Heading != nil:
			expect("heading", block.Heading.Text)
		case block.Drawing != nil:
			expect("caption", block.Drawing.Caption)
			for _, word := range drawingWords(block.Drawing) {
				expect("word of a drawing", word)
			}
		case block.Table != nil:
			next = checkCells(t, *block.Table, areas, next)
		}
	}
}

// area is the text of one cell, or of its part on one page, and its place in the row.
type area struct {
	text  string
	index int
	h     float64
}

func checkCells(t Tester, table document.Table, areas []area, next int) int {
	t.Helper()
	if len(table.Rows) == 0 { // says so in words
		want := table.Empty
		if want == "" {
			want = "Không phát sinh"
		}
		if next >= len(areas) || areas[next].text != Squeeze(want) {
			t.Errorf("an empty table does not say %q", want)
		}
		return next + 1
	}
	for _, row := range table.Rows {
		heights := map[int]float64{}
		pieces := map[int]int{}
		waiting := map[int]string{} // rest of each cell of a row over several pages
		for i, cell := range row.Cells {
			if want := Squeeze(withoutBoxes(typeset.CleanText(cell.Text))); want != "" {
				waiting[i] = want
			}
		}
		for ; len(waiting) > 0 && next < len(areas); next++ {
			found := areas[next]
			rest, ok := strings.CutPrefix(waiting[found.index], found.text)
			if !ok {
				t.Errorf("cell text %q drawn out of place", found.text)
				return len(areas)
			}
			heights[found.index] += found.h
			pieces[found.index]++
			if waiting[found.index] = rest; rest == "" {
				delete(waiting, found.index)
			}
		}
		highest := 0.0 // the row is as high as its highest cell
		for _, h := range heights {
			highest = math.Max(highest, h)
		}
		for i, n := range pieces {
			if n > 1 && highest < wholeRow-5 {
				t.Errorf("row %q is split though only %.0f mm high", row.Cells[i].Text, highest)
			}
		}
		if len(waiting) > 0 {
			t.Errorf("row %v not drawn whole", row.Cells[0].Text)
		}
	}
	return next
}

// Squeeze drops all white space.
func Squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

func withoutBoxes(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(boxes, r) {
			return -1
		}
		return r
	}, text)
}
