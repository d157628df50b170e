package typeset

import "caunoi/backend/document"

// coverStyle is one text of the cover: its look and the room below it in mm.
type coverStyle struct {
	style         FontStyle
	size, h, most float64 // most: lines after which the text is set smaller
}

// Page draws the cover of one copy: a frame, the issuer, what it is, when and where, whose it is.
func (c Cover) page(owner DossierCopy, lost *losses) *Page {
	pg := blankPage()
	frame := func(inset, thickness float64) {
		x1, x2, y1, y2 := pg.Left+inset, pg.Right-inset, pg.Top+inset, pg.Bottom-inset
		pg.rule(x1, x2, y1, thickness)
		pg.rule(x1, x2, y2, thickness)
		pg.Rules = append(pg.Rules, DrawnRule{x1, y1, x1, y2, thickness}, DrawnRule{x2, y1, x2, y2, thickness})
	}
	frame(0.4, 0.7)
	frame(1.8, headRule)

	const room = 140
	left := (pg.Left+pg.Right)/2 - room/2
	y := pg.Top + 14
	put := func(text string, s coverStyle) {
		text = lost.clean(text)
		lines := balance(text, s.style, room, s.size)
		if s.most > 0 && float64(len(lines)) > s.most {
			s.size, s.h = s.size*0.7, s.h*0.72
			lines = balance(text, s.style, room, s.size)
		}
		for _, line := range lines {
			pg.setLine(line, left, baseline(y, s.h, s.size), room, s.size, document.AlignCentre, RoleCover, 0)
			y += s.h
		}
	}
	put(c.Superior, coverStyle{Regular, 14, 6.5, 2})
	put(c.Issuer, coverStyle{Bold, 14, 6.5, 2})
	y = 88
	put("HỒ SƠ PHIÊN HỌP", coverStyle{Bold, 26, 12, 0})
	y += 6
	put(c.Title, coverStyle{Bold, 18, 8.5, 4})
	y += 4
	pg.rule(left+room/2-20, left+room/2+20, y, headRule)
	y += 8
	put(c.When, coverStyle{Regular, 14, 6.8, 0})
	if c.Where != "" {
		put("Địa điểm: "+c.Where, coverStyle{Regular, 14, 6.8, 2})
	}
	y = max(y+8, 196)
	box := y
	put(conferencePaper, coverStyle{Bold, 14, 8, 0})
	half := TextWidth(conferencePaper, Bold, 14)/2 + 5
	middle := left + float64(room)/2
	for _, edge := range []float64{box - 1, y + 1} {
		pg.rule(middle-half, middle+half, edge, headRule)
	}
	pg.Rules = append(
		pg.Rules,
		DrawnRule{middle - half, box - 1, middle - half, y + 1, headRule},
		DrawnRule{middle + half, box - 1, middle + half, y + 1, headRule},
	)
	if owner.Owner != "" {
		y += 7
		put("Bản của "+owner.Owner, coverStyle{Bold, 14, 6.5, 3})
		put(owner.Number, coverStyle{Regular, 14, 6.5, 0})
	}
	y = 264
	put(c.Foot, coverStyle{Italic, 14, 6.5, 0})
	return pg
}
