package typeset

import (
	"strings"

	"caunoi/backend/document"
)

// Measures of a copy's end (HD 05, annex 3), in mm.
const (
	stampW, stampH = 80.0, 50.0
	stampInset     = 2.0
	stampTitle     = 13.0 // pt
)

// copied sets the end of a copy as one part: a rule over the text width parts it from the paper, the stamp stands at the left below
// "Nơi nhận", who made the copy at the right.
func (l *Layout) copied(c *document.Copy) []chunk {
	if c == nil {
		return nil
	}
	var d drawing
	d.rule(0, l.w, 2)
	const top = 6.0
	box := func(x1, x2, y1, y2 float64) {
		d = append(d, func(pg *Page, x0, y0 float64) {
			pg.Rules = append(pg.Rules, DrawnRule{x0 + x1, y0 + y1, x0 + x2, y0 + y2, headRule})
		})
	}
	box(0, stampW, top, top)
	box(0, stampW, top+stampH, top+stampH)
	box(0, 0, top, top+stampH)
	box(stampW, stampW, top, top+stampH)
	y := top + 1.5
	d.line(oneLine("BẢN SAO VĂN BẢN", Bold, stampTitle), 0, y, 6, stampW, stampTitle, document.AlignCentre, RoleStamp)
	y += 7
	lines, size := l.stampLines(c)
	for _, line := range lines {
		d.line(line, stampInset, y, size*stampLeading, stampW-2*stampInset, size, document.AlignLeft, RoleStamp)
		y += size * stampLeading
	}
	h := top + stampH
	if c.Right != nil {
		h = max(h, l.signatory(&d, *c.Right, l.w-sideWidth, top, sideWidth))
	}
	return []chunk{{h: h, before: signGap, draw: d.draw}}
}

// stampLeading is the height of a line of the stamp, in mm a point.
const stampLeading = 0.43

// stampLines sets what is written in the stamp in the largest size in which it fits.
func (l *Layout) stampLines(c *document.Copy) ([]textLine, float64) {
	var lines []textLine
	size := 12.0
	for ; size >= 7; size-- {
		lines = nil
		for _, text := range []string{
			"Cơ quan sao: " + c.Body, "Số: " + c.Number, "Hình thức sao: " + c.Kind, c.PlaceDate,
			"Nơi nhận: " + strings.Join(c.Recipients, "; "),
		} {
			lines = append(lines, wrapText(l.clean(text), Regular, stampW-2*stampInset, size)...)
		}
		if 8.5+float64(len(lines))*size*stampLeading <= stampH-1 {
			return lines, size
		}
	}
	return lines, size + 1
}
