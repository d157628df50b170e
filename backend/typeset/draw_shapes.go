package typeset

import (
	"math"

	"caunoi/backend/document"
)

// Point is a place on a drawing or a page, in mm from its top left corner.
type Point struct{ X, Y float64 }

// Ink is the one thing drawings are made of besides texts: paths that are filled, drawn, or both. Every renderer writes it
// in its own words, and none of them knows what it shows.
type Ink struct {
	Paths  [][]Point
	fill   int     // grey from 0 (black) to 255 (white); noFill leaves the paths open
	Width  float64 // of the line in mm; 0 = no line
	grey   int     // of the line
	dashed bool
}

// noFill marks paths that are only drawn.
const noFill = -1

// sketch is a drawing set at a width: what it is made of, in the order it is laid on.
type sketch struct {
	h     float64
	inks  []Ink
	texts []DrawnText
}

// Sizes of the texts of drawings in pt: names as in tables, numbers and keys a little smaller, never below 9.
const (
	nameSize  = 11
	valueSize = 10
	labelSize = 9
)

const (
	drawnLine = 0.25 // mm: outlines and axes
	gridGrey  = 170
	gridLine  = 0.15
	hatchStep = 1.3 // mm between the lines of a hatch
)

// lineOf is the room of one line of text in mm.
func lineOf(size float64) float64 { return 1.2 * size * mmPerPt }

// greys are how light each tone's ground is, 255 = white; the hatching of a tone comes on top.
var greys = map[document.Tone]int{
	document.ToneNone:  255,
	document.ToneLight: 217,
	document.ToneMid:   166,
	document.ToneDark:  89,
	document.ToneSlant: 255,
	document.ToneCross: 255,
}

// area fills a rectangle in a tone and outlines it.
func (s *sketch) area(x, y, w, h float64, tone document.Tone) {
	box := [][]Point{{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}}
	s.inks = append(s.inks, Ink{Paths: box, fill: greys[tone]})
	if lines := hatch(x, y, w, h, tone); len(lines) > 0 {
		s.inks = append(s.inks, Ink{Paths: lines, fill: noFill, Width: gridLine})
	}
	s.inks = append(s.inks, Ink{Paths: [][]Point{append(box[0], box[0][0])}, fill: noFill, Width: drawnLine})
}

// plate makes room for a text on a tone it could not be read on.
func (s *sketch) plate(x, y, w, h float64) {
	s.inks = append(s.inks, Ink{Paths: [][]Point{{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}}, fill: 255})
}

// dark tells whether black letters need a plate on the tone.
func dark(t document.Tone) bool {
	return t == document.ToneDark || t == document.ToneSlant || t == document.ToneCross
}

// line draws straight from point to point.
func (s *sketch) line(width float64, grey int, dashed bool, through ...Point) {
	s.inks = append(s.inks, Ink{Paths: [][]Point{through}, fill: noFill, Width: width, grey: grey, dashed: dashed})
}

// dot marks a place of the series of the given number: a disc, a square, a triangle, the same open.
func (s *sketch) dot(x, y float64, series int) {
	const r = 0.9
	var shape []Point
	switch series % 3 {
	case 0:
		for i := range 12 {
			a := float64(i) * math.Pi / 6
			shape = append(shape, Point{x + r*math.Cos(a), y + r*math.Sin(a)})
		}
	case 1:
		shape = []Point{{x - r, y - r}, {x + r, y - r}, {x + r, y + r}, {x - r, y + r}}
	default:
		shape = []Point{{x, y - r*1.2}, {x + r*1.1, y + r*0.8}, {x - r*1.1, y + r*0.8}}
	}
	fill := 0
	if series >= 3 {
		fill = 255
	}
	s.inks = append(s.inks, Ink{Paths: [][]Point{append(shape, shape[0])}, fill: fill, Width: drawnLine})
}

// hatch gives the lines of a tone within a rectangle, cut at its edges.
func hatch(x, y, w, h float64, tone document.Tone) [][]Point {
	if tone != document.ToneSlant && tone != document.ToneCross {
		return nil
	}
	var lines [][]Point
	// A line of the family x + y = k, from the left or bottom edge to the top or right one.
	for k := hatchStep; k < w+h; k += hatchStep * math.Sqrt2 {
		from, to := Point{math.Max(0, k-h), math.Min(h, k)}, Point{math.Min(w, k), math.Max(0, k-w)}
		lines = append(lines, []Point{{x + from.X, y + from.Y}, {x + to.X, y + to.Y}})
		if tone == document.ToneCross {
			lines = append(lines, []Point{{x + w - from.X, y + from.Y}, {x + w - to.X, y + to.Y}})
		}
	}
	return lines
}

// words sets lines one below another in a box w wide, the first at y; it gives their height.
func (s *sketch) words(lines []textLine, x, y, w, size float64, align document.Align) float64 {
	for i, line := range lines {
		at := x
		switch align {
		case document.AlignCentre:
			at += (w - line.w) / 2
		case document.AlignRight:
			at += w - line.w
		}
		base := baseline(y+float64(i)*lineOf(size), lineOf(size), size)
		pg := Page{}
		pg.setLine(line, at, base, line.w, size, document.AlignLeft, RoleFigure, 0)
		s.texts = append(s.texts, pg.Texts...)
	}
	return float64(len(lines)) * lineOf(size)
}

// linked makes what draw sets lead to the records behind it.
func (s *sketch) linked(link string, draw func()) {
	from := len(s.texts)
	draw()
	for i := range s.texts[from:] {
		s.texts[from+i].link = link
	}
}

// word sets a short text on one line in a box and gives its width.
func (s *sketch) word(text string, style FontStyle, x, y, w, size float64, align document.Align) float64 {
	if text == "" {
		return 0
	}
	line := oneLine(text, style, size)
	s.words([]textLine{line}, x, y, w, size, align)
	return line.w
}

// band is a part of a drawing over its whole width that is never divided.
type band struct {
	h    float64
	draw func(s *sketch, y float64)
}

// pieces puts rows between a head and a foot, as many as a page of the given height holds; the rest goes on in further
// pieces, each with head and foot. around draws what belongs to the rows of a piece together.
func pieces(head, foot band, rows []band, room float64, around func(s *sketch, top, bottom float64)) []sketch {
	var all []sketch
	for i := 0; i < len(rows) || len(all) == 0; {
		var s sketch
		if head.draw != nil {
			head.draw(&s, 0)
		}
		top := head.h
		y := top
		for first := i; i < len(rows) && (i == first || y+rows[i].h+foot.h <= room); i++ {
			rows[i].draw(&s, y)
			y += rows[i].h
		}
		if around != nil {
			around(&s, top, y)
		}
		if foot.draw != nil {
			foot.draw(&s, y)
		}
		s.h = y + foot.h
		all = append(all, s)
	}
	return all
}

// mark is an entry of a legend or key: a swatch with an optional letter, and what it stands for.
type mark struct {
	word, letter string
	tone         document.Tone
	series       int // line charts: 1 + number of the series
	dashed       bool
}

// legend sets marks in as many lines as they need.
func (l *Layout) legend(marks []mark, above float64) band {
	const swatch, height, after = 7.0, 4.2, 6.0
	type place struct {
		mark
		x, y  float64
		lines []textLine
	}
	var places []place
	x, y, rowH := 0.0, above, 0.0
	for _, m := range marks {
		lines := wrapText(l.clean(m.word), Regular, l.w-swatch-2, valueSize)
		need := swatch + 1.5 + widest(lines)
		if x > 0 && x+need > l.w {
			x, y, rowH = 0, y+rowH, 0
		}
		places = append(places, place{m, x, y, lines})
		x += need + after
		rowH = math.Max(rowH, math.Max(float64(len(lines))*lineOf(valueSize), height+0.8))
	}
	return band{h: y + rowH, draw: func(s *sketch, top float64) {
		for _, p := range places {
			at := top + p.y
			switch {
			case p.series > 0:
				middle := at + height/2
				s.line(0.5, 0, p.dashed, Point{p.x, middle}, Point{p.x + swatch, middle})
				s.dot(p.x+swatch/2, middle, p.series-1)
			default:
				s.area(p.x+drawnLine/2, at, swatch-drawnLine, height, p.tone)
				s.letter(p.letter, p.x, at, swatch, height, p.tone)
			}
			s.words(p.lines, p.x+swatch+1.5, at, l.w, valueSize, document.AlignLeft)
		}
	}}
}

// letter sets a bold letter in the middle of an area.
func (s *sketch) letter(text string, x, y, w, h float64, tone document.Tone) {
	if text == "" {
		return
	}
	size := float64(valueSize)
	wide := TextWidth(text, Bold, size)
	if dark(tone) {
		s.plate(x+(w-wide)/2-0.5, y+(h-3.2)/2, wide+1, 3.2)
	}
	s.word(text, Bold, x, y+(h-lineOf(size))/2, w, size, document.AlignCentre)
}
