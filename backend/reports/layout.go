package reports

import (
	"math"
	"strconv"
)

// role says what a drawn text is, for the checks that measure pages.
type role string

const (
	roleSuperior  role = "superior"
	roleIssuer    role = "issuer"
	roleStar      role = "star"
	roleNumber    role = "number"
	roleNation    role = "nation" // the heading at the right: Party's name, or the state's with its motto
	roleMotto     role = "motto"
	roleDate      role = "date"
	roleSide      role = "side" // under the number or the date: urgency, circulation, draft mark, subject of a công văn
	roleType      role = "type"
	roleSubject   role = "subject"
	roleDashes    role = "dashes"
	roleAddress   role = "address"
	roleBody      role = "body"
	roleHeading   role = "heading"
	roleTableHead role = "tablehead"
	roleCell      role = "cell"
	roleRight     role = "right" // the right to sign
	rolePosition  role = "position"
	roleName      role = "name"
	roleRecipient role = "recipient"
	roleAnnex     role = "annex"
	rolePage      role = "page"
	roleContact   role = "contact"
)

// textItem is one drawn piece of text. Lengths in mm from the top left corner of the sheet, size in pt.
type textItem struct {
	x, y    float64 // left end of the baseline
	w       float64 // width as drawn
	size    float64
	stretch float64 // added to each space to reach both margins
	text    string
	style   fontStyle
	role    role
	cell    int32  // 1 + index into page.cells, 0 outside tables
	link    string // of page.leads only
}

// ruleItem is one drawn line.
type ruleItem struct{ x1, y1, x2, y2, width float64 }

// boxItem is one drawn square with or without a tick.
type boxItem struct {
	x, y   float64
	ticked bool
}

// cellArea is the field of a table a text has to stay in.
type cellArea struct {
	x, y, w, h float64
	index      int // among the cells of its row
}

// page is one laid-out sheet side.
type page struct {
	w, h                     float64
	left, top, right, bottom float64 // edges of the text block
	texts                    []textItem
	leads                    []textItem // the words of texts that open something; one without a link parts two of them
	rules                    []ruleItem
	boxes                    []boxItem
	inks                     []ink // of drawings
	cells                    []cellArea
	open                     map[int]int // upright rules that may still grow: x in µm → index into rules
}

const (
	hairline  = 0.18  // mm: 0.5 pt, table grids
	headRule  = 0.265 // mm: 0.75 pt, under headings
	underline = 0.2
)

// chunk is the smallest part of the flow that is never divided.
type chunk struct {
	before float64 // room above, dropped at the top of a page
	h      float64
	keep   bool       // stays on the page of the next chunk
	brk    bool       // opens a page
	head   *tableHead // repeated when the chunk is the first of a page
	isHead bool       // is that head itself
	figure bool       // is a drawing: enough to stand before signatures alone
	draw   func(pg *page, x, y float64)
	close  func(pg *page, x, y float64) // drawn at the foot of a page when the next chunk went to the following one
}

// layout sets a whole paper.
type layout struct {
	p     Profile
	pages []*page
	lost  *losses
	word  bool // for a file whose reader's machine has the fonts: characters without a glyph here are kept

	landscape bool // of the part being set
	number    int  // page number within the part being set
	w         float64
	after     float64 // room wanted after the block set last
	below     float64 // height that the drawing being set has to leave on its page, for the signatures after it
	err       error   // what cannot be set on any page; the first stays
}

// lineHeight is the leading of body text in mm.
func (l *layout) lineHeight() float64 { return l.p.Leading * mmPerPt }

// gap is the least room between paragraphs: 6 pt.
const gap = 6 * mmPerPt

// baseline places a text of the given size in a line box, as the geometry of the samples does.
func baseline(y, h, size float64) float64 { return y + h/2 + 0.3*size*mmPerPt }

// addPage opens the next sheet side. Portrait: 20/20/30/15 mm. Landscape keeps the bound edge at 30 mm. With both sides
// printed the bound edge changes on even sides.
func (l *layout) addPage() *page {
	l.number++
	pg := &page{w: 210, h: 297, left: 30, right: 195, top: 20, bottom: 277, open: map[int]int{}}
	even := l.p.Duplex && len(l.pages)%2 == 1
	if even {
		pg.left, pg.right = 15, 180
	}
	if l.landscape {
		pg.w, pg.h = 297, 210
		pg.left, pg.right, pg.top, pg.bottom = 20, 277, 30, 195
		if even {
			pg.top, pg.bottom = 15, 180
		}
	}
	if l.number > 1 {
		text := strconv.Itoa(l.number)
		w := width(text, regular, 14)
		// The box from y 10 to 15 puts the digits 10 mm below the edge, centred over the text block.
		pg.text(textItem{x: (pg.left + pg.right - w) / 2, y: baseline(10, 5, 14), w: w, size: 14, text: text, role: rolePage})
	}
	l.pages = append(l.pages, pg)
	return pg
}

// flow places chunks on pages, beginning on a new one.
func (l *layout) flow(chunks []chunk) {
	pg := l.addPage()
	y, fresh := pg.top, true
	var lastClose func(*page, float64, float64)
	next := func() {
		if lastClose != nil {
			lastClose(pg, pg.left, y)
		}
		pg = l.addPage()
		y, fresh, lastClose = pg.top, true, nil
	}
	place := func(c chunk) {
		if fresh {
			if c.head != nil && !c.isHead {
				c.head.draw(pg, pg.left, y)
				y += c.head.h
			}
		} else {
			y += c.before
		}
		if c.draw != nil {
			c.draw(pg, pg.left, y)
		}
		y += c.h
		fresh, lastClose = false, c.close
	}
	for i := 0; i < len(chunks); {
		last := i
		for chunks[last].keep && last+1 < len(chunks) && !chunks[last+1].brk {
			last++
		}
		if chunks[i].brk && !fresh {
			next()
		}
		if !fresh && y+need(chunks[i:last+1], false) > pg.bottom+fit {
			next()
		}
		whole := y+need(chunks[i:last+1], fresh) <= pg.bottom+fit
		for ; i <= last; i++ {
			// A chain longer than a page is divided where it must be.
			if !whole && !fresh && y+chunks[i].before+chunks[i].h > pg.bottom+fit {
				next()
			}
			place(chunks[i])
		}
	}
	if lastClose != nil {
		lastClose(pg, pg.left, y)
	}
}

// need is the height of chunks set one after another, at the top of a page or further down.
func need(chunks []chunk, fresh bool) float64 {
	sum := 0.0
	for i, c := range chunks {
		if i > 0 || !fresh {
			sum += c.before
		} else if c.head != nil && !c.isHead {
			sum += c.head.h
		}
		sum += c.h
	}
	return sum
}

// text notes a drawn text.
func (pg *page) text(item textItem) {
	if item.text != "" {
		pg.texts = append(pg.texts, item)
	}
}

// rule notes a level line.
func (pg *page) rule(x1, x2, y, thickness float64) {
	pg.rules = append(pg.rules, ruleItem{x1, y, x2, y, thickness})
}

// upright notes an upright line; pieces that meet become one, which keeps files with long tables small.
func (pg *page) upright(x, y1, y2 float64) {
	key := int(math.Round(x * 1000))
	if at, ok := pg.open[key]; ok && math.Abs(pg.rules[at].y2-y1) < fit {
		pg.rules[at].y2 = y2
		return
	}
	pg.open[key] = len(pg.rules)
	pg.rules = append(pg.rules, ruleItem{x, y1, x, y2, hairline})
}

// setLine draws one line of text. room is the width it may use; a justified line is stretched to fill it.
func (pg *page) setLine(line textLine, x, y, room, size float64, align Align, what role, cell int32) {
	stretch := 0.0
	switch align {
	case AlignCentre:
		x += (room - line.w) / 2
	case AlignRight:
		x += room - line.w
	case AlignDefault:
		spaces := 0
		for _, f := range line.frags[1:] {
			if f.space {
				spaces++
			}
		}
		// A last line, or one with so few words that it would be torn apart, stays as it is.
		if !line.end && spaces > 0 && room-line.w < room*0.4 {
			stretch = (room - line.w) / float64(spaces)
		}
	}
	for i := 0; i < len(line.frags); {
		f := line.frags[i]
		if f.space && i > 0 {
			x += width(" ", f.style, size) + stretch
		}
		if f.box != 0 {
			pg.boxes = append(pg.boxes, boxItem{x, y - boxSide + 0.4, f.box != '☐'})
			x += f.w
			i++
			continue
		}
		// Neighbours in the same style become one piece of text, with its spaces inside: what a word opens changes no ink.
		item := textItem{x: x, y: y, size: size, stretch: stretch, text: f.text, style: f.style, role: what, cell: cell}
		led := func(x float64, f frag) {
			pg.led(textItem{x: x, y: y, w: f.w, size: size, text: f.text, cell: cell, link: f.link})
		}
		w, k := f.w, i+1
		led(x, f)
		for ; k < len(line.frags); k++ {
			n := line.frags[k]
			if n.style != f.style || n.box != 0 || n.line != f.line {
				break
			}
			if n.space {
				item.text += " "
				w += width(" ", n.style, size) + stretch
			}
			item.text += n.text
			led(x+w, n)
			w += n.w
		}
		item.w = w
		pg.text(item)
		if f.line {
			pg.rule(x, x+w, y+size*mmPerPt*0.12, underline)
		}
		x += w
		i = k
	}
}
