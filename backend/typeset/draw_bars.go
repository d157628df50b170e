package typeset

import (
	"math"

	"caunoi/backend/document"
)

// barRow is a category with its name set.
type barRow struct {
	name []textLine
	h    float64
}

// barForm holds what all rows of a bar chart share.
type barForm struct {
	*Layout
	c          *document.Chart
	left       float64 // where zero stands
	mm         float64 // length of one unit
	barH, rowH float64
}

// spacing is how close the bars of a chart stand.
type spacing struct {
	bar, row, around float64 // mm: height of a bar, of its row, room above and below a name together
}

// spacings are tried from the widest on until a whole chart fits; the last is as close as its names can be read.
var spacings = []spacing{{5.6, 8.4, 2}, {4.4, 6, 1.6}, {3.6, 4.8, 0.5}}

// bars sets level bars: names of categories are long words, which stand best beside them.
func (l *Layout) bars(c *document.Chart, room float64) []sketch {
	head := l.chartHead(c)
	names := make([][]textLine, len(c.Categories))
	for i, category := range c.Categories {
		names[i] = wrapText(l.clean(category), Regular, l.w*0.38, nameSize)
	}
	f := barForm{Layout: l, c: c}
	var heights []float64
	for _, s := range spacings {
		f.barH, f.rowH = s.bar, s.row
		if c.Kind == document.ChartBars && len(c.Series) > 1 {
			f.barH = 4.6
			f.rowH = f.barH*float64(len(c.Series)) + 2.6
		}
		heights = nil
		sum := head.h + 1
		for _, name := range names {
			h := math.Max(f.rowH, float64(len(name))*lineOf(nameSize)+s.around)
			heights, sum = append(heights, h), sum+h
		}
		if sum <= room {
			break
		}
	}
	rows := make([]barRow, len(c.Categories))
	widestName, ends := 0.0, 0.0
	for i := range c.Categories {
		rows[i] = barRow{names[i], heights[i]}
		widestName = math.Max(widestName, widest(names[i]))
		for _, text := range f.endTexts(i) {
			ends = math.Max(ends, TextWidth(text, Bold, valueSize))
		}
	}
	f.left = widestName + 2
	f.mm = (l.w - f.left - ends - 3) / c.Top()
	bands := make([]band, len(rows))
	for i, row := range rows {
		bands[i] = band{h: row.h, draw: func(s *sketch, y float64) { f.row(s, i, row, y) }}
	}
	return pieces(head, band{h: 1}, bands, room, func(s *sketch, top, bottom float64) {
		s.line(0.35, 0, false, Point{f.left, top}, Point{f.left, bottom})
	})
}

// endTexts are the numbers written at the ends of the bars of a category.
func (f *barForm) endTexts(category int) []string {
	if f.c.Kind == document.ChartStacked {
		if total, known := f.c.Sum(category); known {
			return []string{document.NumberText(total, f.c.Unit)}
		}
		return nil
	}
	var texts []string
	for _, s := range f.c.Series {
		texts = append(texts, s.Points[category].Text(f.c.Unit))
	}
	return texts
}

func (f *barForm) row(s *sketch, category int, row barRow, y float64) {
	s.words(row.name, 0, y+(row.h-float64(len(row.name))*lineOf(nameSize))/2, f.left, nameSize, document.AlignLeft)
	if f.c.Kind == document.ChartStacked {
		f.stacked(s, category, y+(row.h-f.barH)/2)
		return
	}
	top := y + (row.h-f.barH*float64(len(f.c.Series)))/2
	for n, series := range f.c.Series {
		f.bar(s, series.Points[category], series.Tone, top+float64(n)*f.barH)
	}
}

// bar draws one number with its bounds and writes it at the end.
func (f *barForm) bar(s *sketch, p document.Point, tone document.Tone, y float64) {
	end := f.left
	inner := f.barH - 0.6
	if p.Value != nil && *p.Value > 0 {
		end += *p.Value * f.mm
		s.area(f.left, y+0.3, end-f.left, inner, tone)
	}
	if p.Low != nil {
		low, high, middle := f.left+*p.Low*f.mm, f.left+*p.High*f.mm, y+f.barH/2
		s.line(0.5, 0, false, Point{low, middle}, Point{high, middle})
		s.line(0.5, 0, false, Point{low, middle - 1}, Point{low, middle + 1})
		s.line(0.5, 0, false, Point{high, middle - 1}, Point{high, middle + 1})
		end = math.Max(end, high)
	}
	s.linked(p.Link, func() {
		s.word(p.Text(f.c.Unit), Regular, end+1.2, y+(f.barH-lineOf(valueSize))/2, f.w, valueSize, document.AlignLeft)
	})
}

// stacked draws the numbers of a category one after another; a number too long for its part is left to the table.
func (f *barForm) stacked(s *sketch, category int, y float64) {
	x := f.left
	for _, series := range f.c.Series {
		v := series.Points[category].Value
		if v == nil || *v == 0 {
			continue
		}
		w := *v * f.mm
		s.area(x, y, w, f.barH, series.Tone)
		text := document.NumberText(*v, f.c.Unit)
		if TextWidth(text, Bold, valueSize)+1.6 <= w {
			s.linked(series.Points[category].Link, func() { s.letter(text, x, y, w, f.barH, series.Tone) })
		}
		x += w
	}
	if total, known := f.c.Sum(category); known {
		s.word(document.NumberText(total, f.c.Unit), Bold, x+1.2, y+(f.barH-lineOf(valueSize))/2, f.w, valueSize, document.AlignLeft)
	}
}

// chartHead is the unit, and the legend where there is more than one series.
func (l *Layout) chartHead(c *document.Chart) band {
	unit := ""
	if c.Unit != "" && c.Unit != "%" {
		unit = "Đơn vị tính: " + l.clean(c.Unit)
	}
	lines := wrapText(unit, Italic, l.w, valueSize)
	h := float64(len(lines)) * lineOf(valueSize)
	var keys band
	if len(c.Series) > 1 {
		var marks []mark
		for i, s := range c.Series {
			m := mark{word: s.Name, tone: s.Tone}
			if c.Kind == document.ChartLine {
				m.series, m.dashed = i+1, i%2 == 1
			}
			marks = append(marks, m)
		}
		keys = l.legend(marks, 0.5)
	}
	return band{h: h + keys.h + 1.5, draw: func(s *sketch, y float64) {
		s.words(lines, 0, y, l.w, valueSize, document.AlignRight)
		if keys.draw != nil {
			keys.draw(s, y+h)
		}
	}}
}
