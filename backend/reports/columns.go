package reports

import "math"

// widen makes columns wide enough for what must not be broken in them: numbers, dates, the words of their names. The
// room is taken from the columns that can spare it.
func (l *layout) widen(f *tableForm, t Table) {
	least := make([]float64, len(f.columns))
	note := func(column int, text string, style fontStyle, onlyFigures bool) {
		for _, word := range fragments([]Run{{Text: l.clean(text)}}, f.size, style) {
			if !onlyFigures || figure(word.text) {
				least[column] = math.Max(least[column], word.w+2*padX+0.01)
			}
		}
	}
	for _, cell := range placeHead(t.Head, len(f.columns)) {
		if cell.span == 1 {
			note(cell.column, cell.cell.Text, bold, false)
		}
	}
	for _, row := range t.Rows {
		column := 0
		for _, cell := range row.Cells {
			if column >= len(least) {
				break
			}
			if cell.ColSpan <= 1 && startsWithDigit(cell.Text) {
				note(column, cell.Text, styleOf(row.Kind != RowPlain || cell.Bold, cell.Italic), true)
			}
			column += max(cell.ColSpan, 1)
		}
	}
	lack, spare := 0.0, 0.0
	for i, w := range least {
		have := f.x[i+1] - f.x[i]
		lack += math.Max(0, w-have)
		spare += math.Max(0, have-math.Max(w, minColumn))
	}
	if lack == 0 || spare == 0 {
		return
	}
	give := math.Min(1, spare/lack) // with too little room every narrow column gets its share
	take := math.Min(1, lack/spare)
	edges := make([]float64, len(f.x))
	for i, w := range least {
		have := f.x[i+1] - f.x[i]
		if w > have {
			have += (w - have) * give
		} else {
			have -= math.Max(0, have-math.Max(w, minColumn)) * take
		}
		edges[i+1] = edges[i] + have
	}
	f.x = edges
}

// minColumn is the width below which a column gives nothing away, in mm.
const minColumn = 20

func startsWithDigit(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

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
