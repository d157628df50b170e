package typeset

import (
	"math"
	"strings"

	"caunoi/backend/document"
)

// widen makes columns wide enough for what must not be broken in them: numbers, dates, symbols of documents, the words of
// their names, and then every other word and what is bound together. The room is taken from the columns that can spare it.
func (l *Layout) widen(f *tableForm, t document.Table) {
	n := len(f.columns)
	must, wish := make([]float64, n), make([]float64, n)
	for i := range must {
		must[i] = 2*padX + f.size*mmPerPt // one letter
	}
	f.x = shifted(f.x, must, must, 0)
	note := func(column int, text string, style FontStyle, head bool) {
		have := f.x[column+1] - f.x[column] - 2*padX
		if float64(len(text))*f.size*mmPerPt < have {
			return // no letter is wider than its size
		}
		bound := 0.0
		for _, word := range fragments([]document.Run{{Text: l.clean(text)}}, f.size, style) {
			if word.w > have && (head || unbreakable(word.text)) {
				must[column] = math.Max(must[column], word.w+2*padX+0.01)
			}
			if bound += word.w; word.brk || word.hard || !word.space {
				bound = word.w
			} else {
				bound += TextWidth(" ", word.style, f.size)
			}
			if bound > have && bound < mostWord {
				wish[column] = math.Max(wish[column], bound+2*padX+0.01)
			}
		}
	}
	for _, cell := range document.PlaceHead(t.Head, n) {
		if cell.Span == 1 {
			note(cell.Column, cell.Cell.Text, Bold, true)
		}
	}
	for _, row := range t.Rows {
		column := 0
		for _, cell := range row.Cells {
			if column >= n {
				break
			}
			if cell.ColSpan <= 1 && cell.Text != "" {
				note(column, cell.Text, styleOf(row.Kind != document.RowPlain || cell.Bold, cell.Italic), false)
			}
			column += max(cell.ColSpan, 1)
		}
	}
	for i := range wish {
		wish[i] = math.Max(wish[i], must[i])
	}
	f.x = shifted(f.x, must, wish, minColumn)
	f.x = shifted(f.x, must, must, 0) // a figure comes before the words of another column
	f.x = shifted(f.x, wish, wish, minColumn)
}

// shifted gives the columns that lack room a share of what the others can spare; none goes below what it keeps, or least.
func shifted(x, want, keep []float64, least float64) []float64 {
	lack, spare := 0.0, 0.0
	for i, w := range want {
		have := x[i+1] - x[i]
		lack += math.Max(0, w-have)
		if w <= have {
			spare += math.Max(0, have-math.Max(keep[i], least))
		}
	}
	if lack < fit || spare == 0 {
		return x
	}
	give := math.Min(1, spare/lack) // with too little room every narrow column gets its share
	take := math.Min(1, lack/spare)
	edges := make([]float64, len(x))
	for i, w := range want {
		have := x[i+1] - x[i]
		if w > have {
			have += (w - have) * give
		} else {
			have -= math.Max(0, have-math.Max(keep[i], least)) * take
		}
		edges[i+1] = edges[i] + have
	}
	return edges
}

// mostWord is the width in mm of a word a column is widened for: longer ones are not words of a language.
const mostWord = 35

// minColumn is the width below which a column gives nothing away, in mm.
const minColumn = 20

func startsWithDigit(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

// unbreakable tells figures and symbols, "12-BC/ĐU", "QĐ/TW", "(15/6/2026),", from words: a line must not end inside them.
func unbreakable(word string) bool {
	return len(word) <= 24 && (figure(word) || strings.ContainsAny(word, "0123456789/"))
}

// figure tells a number, date or share from a word: it must never be broken.
func figure(word string) bool {
	if len(word) > 14 || !startsWithDigit(word) {
		return false
	}
	for _, r := range word {
		if (r < '0' || r > '9') && r != '/' && r != '.' && r != ',' && r != '-' && r != ':' && r != '%' {
			return false
		}
	}
	return true
}
