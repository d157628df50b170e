package reports

// roleFigure is a text within a drawing, roleCaption its caption above.
const (
	roleFigure  role = "figure"
	roleCaption role = "caption"
)

// captionText gives the text above a drawing, which stays with it.
func captionText(d *Drawing) setText {
	return setText{runs: []Run{{Text: d.Caption}}, form: paragraphForm{align: AlignCentre, style: bold, keep: true, what: roleCaption}}
}

// sketches sets a drawing at the width of the text. Each sketch fits on a page with the caption above the first; only what is
// longer than a page makes more than one.
func (l *layout) sketches(d *Drawing) []sketch {
	room := l.pageHeight() - float64(len(l.setTexts([]setText{captionText(d)})))*l.lineHeight() - gap - 2*aroundDrawing - l.below
	switch {
	case d.Matrix != nil:
		return l.matrix(d.Matrix, room)
	case d.Chart.Kind == ChartLine:
		return l.lineChart(d.Chart)
	}
	return l.bars(d.Chart, room)
}

// closing is the height of what ends a paper where nothing but lines of text stands before it: signatures never stand alone on
// a page, so that a drawing in front of them has to leave them room. rest is what follows the drawing.
func (l *layout) closing(rest []Block, signing *Signing) float64 {
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
func (l *layout) drawing(d *Drawing) []chunk {
	chunks := l.setTexts([]setText{captionText(d)})
	for _, s := range l.sketches(d) {
		chunks = append(chunks, chunk{before: aroundDrawing, h: s.h, figure: true, draw: func(pg *page, x, y float64) { pg.put(s, x, y) }})
	}
	return chunks
}

// put lays a sketch on the page.
func (pg *page) put(s sketch, x, y float64) {
	for _, i := range s.inks {
		moved := i
		moved.paths = make([][]point, len(i.paths))
		for n, path := range i.paths {
			for _, p := range path {
				moved.paths[n] = append(moved.paths[n], point{x + p.x, y + p.y})
			}
		}
		pg.inks = append(pg.inks, moved)
	}
	for _, t := range s.texts {
		t.x, t.y = t.x+x, t.y+y
		pg.text(t)
	}
}
