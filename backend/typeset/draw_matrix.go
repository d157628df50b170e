package typeset

import (
	"math"

	"caunoi/backend/document"
)

// matrixForm is the geometry all rows of a matrix share, in mm.
type matrixForm struct {
	*Layout
	m                  *document.Matrix
	name, note, column float64 // widths
	cells, total       float64 // left edges
}

func (l *Layout) matrix(m *document.Matrix, room float64) []sketch {
	f := matrixForm{Layout: l, m: m, name: l.w * 0.2}
	if m.Note != "" {
		f.note = l.w * 0.15
	}
	totals := 0.0
	if m.Total != "" {
		totals = TextWidth(l.clean(m.Total), Bold, nameSize) + 2*padX
		for _, row := range m.Rows {
			totals = math.Max(totals, TextWidth(l.clean(row.Total.Text), Bold, nameSize)+2*padX)
		}
	}
	f.cells, f.total = f.name+f.note, l.w-totals
	f.column = (f.total - f.cells) / float64(len(m.Columns))

	var rows []band
	for _, row := range m.Rows {
		rows = append(rows, f.row(row))
	}
	if len(rows) == 0 {
		text := m.Empty
		if text == "" {
			text = document.NothingToList
		}
		lines := wrapText(l.clean(text), Italic, l.w-2*padX, nameSize)
		rows = append(rows, band{h: float64(len(lines))*lineOf(nameSize) + 2*padY, draw: func(s *sketch, y float64) {
			s.words(lines, padX, y+padY, l.w-2*padX, nameSize, document.AlignCentre)
		}})
	}
	var marks []mark
	for _, k := range m.Key {
		marks = append(marks, mark{word: k.Word, letter: k.Letter, tone: k.Tone})
	}
	var key band
	if len(marks) > 0 && len(m.Rows) > 0 {
		key = l.legend(marks, 2)
	}
	return pieces(f.head(), key, rows, room, func(s *sketch, top, bottom float64) {
		edges := []float64{drawnLine / 2, l.w - drawnLine/2}
		if len(m.Rows) > 0 {
			edges = append(edges, f.name, f.cells, f.total)
		}
		for _, x := range edges {
			s.line(gridLine, 0, false, Point{x, top}, Point{x, bottom})
		}
		s.line(drawnLine, 0, false, Point{0, bottom}, Point{l.w, bottom})
	})
}

// head names the columns.
func (f *matrixForm) head() band {
	texts := []struct {
		text string
		x, w float64
	}{{f.m.Label, 0, f.name}, {f.m.Note, f.name, f.note}, {f.m.Total, f.total, f.w - f.total}}
	for i, name := range f.m.Columns {
		texts = append(texts, struct {
			text string
			x, w float64
		}{name, f.cells + float64(i)*f.column, f.column})
	}
	set, most := make([][]textLine, len(texts)), 1
	for i, t := range texts {
		if t.w > 0 && t.text != "" {
			set[i] = balance(f.clean(t.text), Bold, math.Max(t.w-1.5, 1), nameSize)
			most = max(most, len(set[i]))
		}
	}
	h := float64(most)*lineOf(nameSize) + 2*padY
	return band{h: h, draw: func(s *sketch, y float64) {
		for i, t := range texts {
			s.words(set[i], t.x, y+(h-float64(len(set[i]))*lineOf(nameSize))/2, t.w, nameSize, document.AlignCentre)
			if t.x > 0 && t.w > 0 {
				s.line(gridLine, 0, false, Point{t.x, y}, Point{t.x, y + h})
			}
		}
		box := []Point{{0, y}, {f.w, y}, {f.w, y + h}, {0, y + h}, {0, y}}
		for i := range box { // the outline lies within the width
			box[i].X = math.Min(math.Max(box[i].X, drawnLine/2), f.w-drawnLine/2)
		}
		s.line(drawnLine, 0, false, box...)
	}}
}

// narrowCell is the width in mm, that of a week on a sheet lying across, below which letters are set small.
const narrowCell = 4.5

// narrowest is the width in mm a letter needs.
const narrowest = 2.8

// joined makes one cell of neighbours too narrow for a letter each; it keeps a tone only if they share it.
func (f *matrixForm) joined(cells []document.MatrixCell) []document.MatrixCell {
	var out []document.MatrixCell
	for _, c := range cells {
		n := len(out)
		if n == 0 || (out[n-1].To-out[n-1].From)*f.column >= narrowest {
			out = append(out, c)
			continue
		}
		last := &out[n-1]
		last.To, last.Letter, last.Label = c.To, last.Letter+c.Letter, document.JoinParts(" ", last.Label, c.Label)
		if last.Tone != c.Tone {
			last.Tone = document.ToneNone
		}
	}
	return out
}

// row sets the names and the cells of one line. Cells are as high as the highest needs.
func (f *matrixForm) row(r document.MatrixRow) band {
	const least = 9.0
	name := wrapText(f.clean(r.Name.Text), Regular, f.name-2*padX, nameSize)
	note := wrapText(f.clean(r.Note.Text), Regular, math.Max(f.note-2*padX, 1), nameSize)
	if f.note == 0 {
		note = nil
	}
	total := wrapText(f.clean(r.Total.Text), Bold, math.Max(f.w-f.total-2*padX, 1), nameSize)
	h := math.Max(least, float64(max(len(name), len(note), len(total)))*lineOf(nameSize)+2*padY)
	type cell struct {
		document.MatrixCell
		x, w, size     float64
		letters, label []textLine
	}
	source := f.joined(r.Cells)
	cells := make([]cell, len(source))
	for i, c := range source {
		cells[i] = cell{MatrixCell: c, x: f.cells + c.From*f.column, w: (c.To - c.From) * f.column, size: nameSize}
		inside := math.Max(cells[i].w-0.6, 1)
		if cells[i].w < narrowCell {
			cells[i].size = labelSize
		}
		cells[i].letters = wrapText(f.clean(c.Letter), Bold, inside, cells[i].size)
		cells[i].label = wrapText(f.clean(c.Label), Regular, inside, labelSize)
		h = math.Max(h, float64(len(cells[i].letters))*lineOf(cells[i].size)+float64(len(cells[i].label))*lineOf(labelSize)+2.4)
	}
	return band{h: h, draw: func(s *sketch, y float64) {
		side := func(lines []textLine, c document.Cell, x, w float64, align document.Align) {
			s.linked(c.Link, func() { s.words(lines, x, y+(h-float64(len(lines))*lineOf(nameSize))/2, w, nameSize, align) })
		}
		side(name, r.Name, padX, f.name, document.AlignLeft)
		side(note, r.Note, f.name+padX, f.note, document.AlignLeft)
		side(total, r.Total, f.total, f.w-f.total, document.AlignCentre)
		for _, c := range cells {
			s.area(c.x, y, c.w, h, c.Tone)
			letters, labels := float64(len(c.letters))*lineOf(c.size), float64(len(c.label))*lineOf(labelSize)
			top := y + (h-letters-labels)/2
			if wide := math.Max(widest(c.letters), widest(c.label)); dark(c.Tone) && wide > 0 {
				s.plate(c.x+(c.w-wide)/2-0.4, top+0.3, wide+0.8, letters+labels-0.6)
			}
			s.linked(c.Link, func() {
				s.words(c.letters, c.x, top, c.w, c.size, document.AlignCentre)
				s.words(c.label, c.x, top+letters, c.w, labelSize, document.AlignCentre)
			})
		}
		s.line(gridLine, 0, false, Point{0, y + h}, Point{f.w, y + h})
	}}
}
