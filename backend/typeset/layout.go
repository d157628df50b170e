// Package typeset draws papers: it lays a document.Document out on sheets and writes PDF, Word and Excel files, and binds
// several papers into one file. It knows nothing of the office's work, only of pages.
//
// Sizes and places are those of the Party's rules (Hướng dẫn 05-HD/VPTW) and the state's (Nghị định 30/2020/NĐ-CP, Phụ
// lục I); each measure stands beside the code that uses it.
package typeset

import (
	"math"
	"strconv"

	"caunoi/backend/document"
)

// Role says what a drawn text is, for the checks that measure pages.
type Role string

const (
	RoleSuperior Role = "superior"
	RoleIssuer   Role = "issuer"
	RoleStar     Role = "star"
	RoleNumber   Role = "number"
	RoleNation   Role = "nation" // the heading at the right: Party's name, or the state's with its motto
	RoleMotto    Role = "motto"
	RoleDate     Role = "date"
	// RoleSide stands under the number or the date: urgency, draft mark, subject of a công văn; in the state form also how far it
	// may go.
	RoleSide      Role = "side"
	RoleType      Role = "type"
	RoleSubject   Role = "subject"
	RoleDashes    Role = "dashes"
	RoleAddress   Role = "address"
	RoleBody      Role = "body"
	RoleHeading   Role = "heading"
	RoleTableHead Role = "tablehead"
	RoleCell      Role = "cell"
	RoleRight     Role = "right" // the right to sign
	RolePosition  Role = "position"
	RoleName      Role = "name"
	RoleRecipient Role = "recipient"
	RoleAnnex     Role = "annex"
	RolePage      Role = "page"
	RoleContact   Role = "contact"
	RoleStamp     Role = "stamp" // the stamp of a copy
	RoleMark      Role = "mark"  // how far a Party paper may be passed on: outside the text block, at the edge of the sheet
	RoleProof     Role = "proof"
)

// DrawnText is one drawn piece of text. Lengths in mm from the top left corner of the sheet, size in pt.
type DrawnText struct {
	X, Y    float64 // left end of the baseline
	Width   float64 // width as drawn
	Size    float64
	Stretch float64 // added to each space to reach both margins
	Text    string
	Style   FontStyle
	Role    Role
	Cell    int32  // 1 + index into page.cells, 0 outside tables
	link    string // of page.leads only
}

// DrawnRule is one drawn line.
type DrawnRule struct{ X1, Y1, X2, Y2, width float64 }

// drawnBox is one drawn square with or without a tick.
type drawnBox struct {
	x, y   float64
	ticked bool
}

// CellArea is the field of a table a text has to stay in.
type CellArea struct {
	X, Y, Width, Height float64
	Index               int // among the cells of its row
}

// Page is one laid-out sheet side.
type Page struct {
	Width, Height            float64
	Left, Top, Right, Bottom float64 // edges of the text block
	Texts                    []DrawnText
	leads                    []DrawnText // the words of texts that open something; one without a link parts two of them
	headings                 []pageHeading
	places                   []Place // of this page; their page number is told by placesOf
	Rules                    []DrawnRule
	boxes                    []drawnBox
	Inks                     []Ink // of drawings
	Code                     []Ink // the square code in the foot
	Cells                    []CellArea
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
	draw   func(pg *Page, x, y float64)
	close  func(pg *Page, x, y float64) // drawn at the foot of a page when the next chunk went to the following one
}

// Layout sets a whole paper.
type Layout struct {
	Profile document.Profile
	Pages   []*Page
	lost    *losses
	word    bool // for a file whose reader's machine has the fonts: characters without a glyph here are kept

	landscape bool // of the part being set
	number    int  // page number within the part being set
	w         float64
	after     float64 // room wanted after the block set last
	below     float64 // height that the drawing being set has to leave on its page, for the signatures after it
	err       error   // what cannot be set on any page; the first stays
}

// lineHeight is the leading of body text in mm.
func (l *Layout) lineHeight() float64 { return l.Profile.Leading * mmPerPt }

// gap is the least room between paragraphs: 6 pt.
const gap = 6 * mmPerPt

// baseline places a text of the given size in a line box, as the geometry of the samples does.
func baseline(y, h, size float64) float64 { return y + h/2 + 0.3*size*mmPerPt }

// addPage opens the next sheet side. Portrait: 20/20/30/15 mm. Landscape keeps the bound edge at 30 mm. With both sides
// printed the bound edge changes on even sides.
func (l *Layout) addPage() *Page {
	l.number++
	pg := &Page{Width: 210, Height: 297, Left: 30, Right: 195, Top: 20, Bottom: 277, open: map[int]int{}}
	even := l.Profile.Duplex && len(l.Pages)%2 == 1
	if even {
		pg.Left, pg.Right = 15, 180
	}
	if l.landscape {
		pg.Width, pg.Height = 297, 210
		pg.Left, pg.Right, pg.Top, pg.Bottom = 20, 277, 30, 195
		if even {
			pg.Top, pg.Bottom = 15, 180
		}
	}
	if l.number > 1 {
		text := strconv.Itoa(l.number)
		w := TextWidth(text, Regular, 14)
		// The box from y 10 to 15 puts the digits 10 mm below the edge, centred over the text block.
		pg.text(DrawnText{X: (pg.Left + pg.Right - w) / 2, Y: baseline(10, 5, 14), Width: w, Size: 14, Text: text, Role: RolePage})
	}
	l.Pages = append(l.Pages, pg)
	return pg
}

// flow places chunks on pages, beginning on a new one.
func (l *Layout) flow(chunks []chunk) {
	pg := l.addPage()
	y, fresh := pg.Top, true
	var lastClose func(*Page, float64, float64)
	next := func() {
		if lastClose != nil {
			lastClose(pg, pg.Left, y)
		}
		pg = l.addPage()
		y, fresh, lastClose = pg.Top, true, nil
	}
	place := func(c chunk) {
		if fresh {
			if c.head != nil && !c.isHead {
				c.head.draw(pg, pg.Left, y)
				y += c.head.h
			}
		} else {
			y += c.before
		}
		if c.draw != nil {
			c.draw(pg, pg.Left, y)
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
		if !fresh && y+need(chunks[i:last+1], false) > pg.Bottom+fit {
			next()
		}
		whole := y+need(chunks[i:last+1], fresh) <= pg.Bottom+fit
		for ; i <= last; i++ {
			// A chain longer than a page is divided where it must be.
			if !whole && !fresh && y+chunks[i].before+chunks[i].h > pg.Bottom+fit {
				next()
			}
			place(chunks[i])
		}
	}
	if lastClose != nil {
		lastClose(pg, pg.Left, y)
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
func (pg *Page) text(item DrawnText) {
	if item.Text != "" {
		pg.Texts = append(pg.Texts, item)
	}
}

// rule notes a level line.
func (pg *Page) rule(x1, x2, y, thickness float64) {
	pg.Rules = append(pg.Rules, DrawnRule{x1, y, x2, y, thickness})
}

// upright notes an upright line; pieces that meet become one, which keeps files with long tables small.
func (pg *Page) upright(x, y1, y2 float64) {
	key := int(math.Round(x * 1000))
	if at, ok := pg.open[key]; ok && math.Abs(pg.Rules[at].Y2-y1) < fit {
		pg.Rules[at].Y2 = y2
		return
	}
	pg.open[key] = len(pg.Rules)
	pg.Rules = append(pg.Rules, DrawnRule{x, y1, x, y2, hairline})
}

// setLine draws one line of text. room is the width it may use; a justified line is stretched to fill it.
func (pg *Page) setLine(line textLine, x, y, room, size float64, align document.Align, what Role, cell int32) {
	stretch := 0.0
	switch align {
	case document.AlignCentre:
		x += (room - line.w) / 2
	case document.AlignRight:
		x += room - line.w
	case document.AlignDefault:
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
			x += TextWidth(" ", f.style, size) + stretch
		}
		if f.box != 0 {
			pg.boxes = append(pg.boxes, drawnBox{x, y - boxSide + 0.4, f.box != '☐'})
			x += f.w
			i++
			continue
		}
		// Neighbours in the same style become one piece of text, with its spaces inside: what a word opens changes no ink.
		item := DrawnText{X: x, Y: y, Size: size, Stretch: stretch, Text: f.text, Style: f.style, Role: what, Cell: cell}
		led := func(x float64, f frag) {
			pg.led(DrawnText{X: x, Y: y, Width: f.w, Size: size, Text: f.text, Cell: cell, link: f.link})
		}
		w, k := f.w, i+1
		led(x, f)
		for ; k < len(line.frags); k++ {
			n := line.frags[k]
			if n.style != f.style || n.box != 0 || n.line != f.line {
				break
			}
			if n.space {
				item.Text += " "
				w += TextWidth(" ", n.style, size) + stretch
			}
			item.Text += n.text
			led(x+w, n)
			w += n.w
		}
		item.Width = w
		pg.text(item)
		if f.line {
			pg.rule(x, x+w, y+size*mmPerPt*0.12, underline)
		}
		x += w
		i = k
	}
}
