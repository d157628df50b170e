package typeset

import (
	"cmp"
	"math"

	"caunoi/backend/document"
)

// lineChart sets numbers over time. It breaks where a number is missing: joining over the gap would claim what nobody knows.
func (l *Layout) lineChart(c *document.Chart) []sketch {
	plotH := cmp.Or(c.Height, 52)
	top, step := niceScale(c.Top(), c.Max)
	var s sketch
	head := l.chartHead(c)
	head.draw(&s, 0)
	upper := head.h + lineOf(valueSize) // room for the numbers above the highest point
	at := func(v float64) float64 { return upper + plotH*(1-v/top) }

	left := 0.0
	for v := 0.0; v <= top*1.0001; v += step {
		left = math.Max(left, TextWidth(document.NumberText(v, c.Unit), Regular, valueSize))
	}
	left += 2
	for v := 0.0; v <= top*1.0001; v += step {
		s.word(document.NumberText(v, c.Unit), Regular, 0, at(v)-lineOf(valueSize)/2, left-1.5, valueSize, document.AlignRight)
		s.line(gridLine, gridGrey, false, Point{left, at(v)}, Point{l.w, at(v)})
	}
	s.line(drawnLine, 0, false, Point{left, at(top)}, Point{left, at(0)}, Point{l.w, at(0)})

	slot := (l.w - left) / math.Max(1, float64(len(c.Categories)))
	below := 0.0
	for i, name := range c.Categories {
		lines := wrapText(l.clean(name), Regular, math.Max(slot-1, 1), valueSize)
		below = math.Max(below, s.words(lines, left+float64(i)*slot, at(0)+1, slot, valueSize, document.AlignCentre))
	}
	middle := func(i int) float64 { return left + (float64(i)+0.5)*slot }
	for n, series := range c.Series {
		s.trend(series, n, middle, at)
	}
	for n, series := range c.Series {
		for i, p := range series.Points {
			s.atPoint(p, c.Unit, middle(i), at, n%2 == 1, left, l.w, at(0))
		}
	}
	s.h = at(0) + 1 + below
	return []sketch{s}
}

// trend draws a series: bounds, the pieces between gaps, the points.
func (s *sketch) trend(series document.Series, n int, x func(int) float64, y func(float64) float64) {
	var run []Point
	flush := func() {
		if len(run) > 1 {
			s.line(trendLine, 0, n%2 == 1, run...)
		}
		run = nil
	}
	for i, p := range series.Points {
		if p.Low != nil {
			s.line(0.35, 0, false, Point{x(i), y(*p.Low)}, Point{x(i), y(*p.High)})
			s.line(0.35, 0, false, Point{x(i) - 1, y(*p.Low)}, Point{x(i) + 1, y(*p.Low)})
			s.line(0.35, 0, false, Point{x(i) - 1, y(*p.High)}, Point{x(i) + 1, y(*p.High)})
		}
		if p.Value == nil {
			flush()
			continue
		}
		run = append(run, Point{x(i), y(*p.Value)})
	}
	flush()
	for i, p := range series.Points {
		if p.Value != nil {
			s.dot(x(i), y(*p.Value), n)
		}
	}
}

// atPoint writes a number above its point, or below it, wherever it covers no other; where neither is free it is left to
// the table.
func (s *sketch) atPoint(p document.Point, unit string, x float64, y func(float64) float64, belowFirst bool, left, right, floor float64) {
	text := p.Text(unit)
	if text == "" {
		return
	}
	high, low := 0.0, 0.0
	switch {
	case p.Low != nil:
		high, low = *p.High, *p.Low
	default:
		high, low = *p.Value, *p.Value
	}
	w, h := TextWidth(text, Bold, valueSize), lineOf(valueSize)
	level := math.Min(y((high+low)/2)-h/2, floor-h-0.2)
	places := []Point{{x - w/2, y(high) - h - 1}, {x - w/2, y(low) + 1}, {x + 1.6, level}, {x - w - 1.6, level}}
	if belowFirst {
		places[0], places[1] = places[1], places[0]
	}
	for _, mayCross := range []bool{false, true} { // better beside a line than on it, better on it than nowhere
		for _, at := range places {
			at.X = math.Min(math.Max(at.X, left+0.5), right-w-0.3)
			if at.Y+h > floor || s.covered(at.X, at.Y, w, h) || (!mayCross && s.crossed(at.X, at.Y+0.6, w, h-1.2)) {
				continue
			}
			s.plate(at.X-0.3, at.Y+0.4, w+0.6, h-0.8)
			s.linked(p.Link, func() { s.word(text, Bold, at.X, at.Y, w, valueSize, document.AlignLeft) })
			return
		}
	}
}

// crossed tells whether the line of a series runs through a box.
func (s *sketch) crossed(x, y, w, h float64) bool {
	for _, i := range s.inks {
		if i.Width != trendLine {
			continue
		}
		for _, path := range i.Paths {
			for k := range path[1:] {
				const steps = 40
				for n := range steps + 1 {
					t := float64(n) / steps
					px, py := path[k].X+(path[k+1].X-path[k].X)*t, path[k].Y+(path[k+1].Y-path[k].Y)*t
					if px > x && px < x+w && py > y && py < y+h {
						return true
					}
				}
			}
		}
	}
	return false
}

// trendLine is the thickness of the line of a series in mm, by which it is known among the others.
const trendLine = 0.5

// covered tells whether a text stands in a box already.
func (s *sketch) covered(x, y, w, h float64) bool {
	for _, t := range s.texts {
		top := t.Y - 0.72*t.Size*mmPerPt
		if x < t.X+t.Width+0.5 && t.X < x+w+0.5 && y < t.Y+0.22*t.Size*mmPerPt && top < y+h {
			return true
		}
	}
	return false
}

// niceScale gives the end of a scale from zero and the step between its lines: 1, 2 or 5 times a power of ten, or a quarter
// of an end that is asked for.
func niceScale(most, asked float64) (top, step float64) {
	if asked > 0 && most <= asked {
		return asked, asked / 4
	}
	power := math.Pow(10, math.Floor(math.Log10(most)))
	for _, s := range []float64{0.2, 0.5, 1, 2, 5} {
		if step = s * power; most/step <= 5.0001 {
			break
		}
	}
	if most >= 1 && step < 1 {
		step = 1 // counts have no parts
	}
	return math.Ceil(most/step-1e-9) * step, step
}
