package typeset

import "caunoi/backend/document"

// RoleFigure is a text within a drawing, RoleCaption its caption above.
const (
	RoleFigure  Role = "figure"
	RoleCaption Role = "caption"
)

// captionText gives the text above a drawing, which stays with it.
func captionText(d *document.Drawing) setText {
	return setText{
		runs: []document.Run{{Text: d.Caption}},
		form: paragraphForm{align: document.AlignCentre, style: Bold, keep: true, what: RoleCaption},
	}
}

// sketches sets a drawing at the width of the text. Each sketch fits on a page with the caption above the first; only what is
// longer than a page makes more than one.
func (l *Layout) sketches(d *document.Drawing) []sketch {
	room := l.pageHeight() - float64(len(l.setTexts([]setText{captionText(d)})))*l.lineHeight() - gap - 2*aroundDrawing - l.below
	switch {
	case d.Matrix != nil:
		return l.matrix(d.Matrix, room)
	case d.Chart.Kind == document.ChartLine:
		return l.lineChart(d.Chart)
	}
	return l.bars(d.Chart, room)
}

// closing is the height of what ends a paper where nothing but lines of text stands before it: signatures never stand alone on
// a page, so that a drawing in front of them has to leave them room. rest is what follows the drawing.
func (l *Layout) closing(rest []document.Block, signing *document.Signing) float64 {
	if signing == nil {
		return 0
	}
	scratch := *l
	scratch.lost = nil // counted when the texts are set for good
	h := need(scratch.signing(*signing), false)
	for _, block := range rest {
		if block.Paragraph == nil {
			return 0
		}
		h += need(scratch.setTexts([]setText{paragraphText(block.Paragraph)}), false) + signGap
	}
	if h > l.pageHeight()/2 {
		return 0
	}
	return h
}

// aroundDrawing is the room above and below a drawing in mm.
const aroundDrawing = 2

// drawing sets a drawing: its caption, and each sketch as a whole.
func (l *Layout) drawing(d *document.Drawing) []chunk {
	chunks := l.setTexts([]setText{captionText(d)})
	for _, s := range l.sketches(d) {
		chunks = append(chunks, chunk{before: aroundDrawing, h: s.h, figure: true, draw: func(pg *Page, x, y float64) { pg.put(s, x, y) }})
	}
	return chunks
}

// put lays a sketch on the page.
func (pg *Page) put(s sketch, x, y float64) {
	for _, i := range s.inks {
		moved := i
		moved.Paths = make([][]Point, len(i.Paths))
		for n, path := range i.Paths {
			for _, p := range path {
				moved.Paths[n] = append(moved.Paths[n], Point{x + p.X, y + p.Y})
			}
		}
		pg.Inks = append(pg.Inks, moved)
	}
	for _, t := range s.texts {
		t.X, t.Y = t.X+x, t.Y+y
		pg.text(t)
	}
}
