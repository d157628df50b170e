package typeset

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"caunoi/backend/document"
)

// headStyle holds what differs between the two letterheads (document-format §5.1 and §5.4), in mm and pt.
type headStyle struct {
	leftW, rightW           float64 // columns within a text block of 165 mm
	row                     float64 // height of a line of names
	superiorSize, issueSize float64
	numberSize, dateSize    float64
	dateLimit               float64 // the right column grows up to this width for a long date
}

func headStyleOf(p document.Profile) headStyle {
	if p.IsParty() {
		return headStyle{leftW: 75, rightW: 87, row: 6, superiorSize: 14, issueSize: 14, numberSize: 14, dateSize: 14, dateLimit: 97}
	}
	return headStyle{leftW: 65, rightW: 98, row: 5.5, superiorSize: 12, issueSize: 12, numberSize: 13, dateSize: 14, dateLimit: 100}
}

// drawing gathers what is drawn at fixed places relative to the top left of the text block.
type drawing []func(pg *Page, x, y float64)

func (d *drawing) line(line textLine, x, y, h, room, size float64, align document.Align, what Role) {
	*d = append(*d, func(pg *Page, x0, y0 float64) {
		pg.setLine(line, x0+x, baseline(y0+y, h, size), room, size, align, what, 0)
	})
}

func (d *drawing) rule(x1, x2, y float64) {
	*d = append(*d, func(pg *Page, x0, y0 float64) { pg.rule(x0+x1, x0+x2, y0+y, headRule) })
}

func (d drawing) draw(pg *Page, x, y float64) {
	for _, part := range d {
		part(pg, x, y)
	}
}

// oneLine sets a text that never wraps.
func oneLine(text string, style FontStyle, size float64) textLine {
	lines := wrapText(text, style, math.Inf(1), size)
	if len(lines) == 0 {
		return textLine{frags: []frag{{style: style}}, end: true}
	}
	return lines[0]
}

// letterhead sets the two columns and what stands below them; the chunk ends where the title's gap begins.
func (l *Layout) letterhead(doc document.Document) []chunk {
	head := doc.Head
	if l.blank(head.Issuer) {
		return nil
	}
	st, w := headStyleOf(l.Profile), l.w
	date := oneLine(l.clean(document.DateLine(head)), Italic, st.dateSize)
	leftW, rightW := l.headColumns(head, date.w)
	rightX := w - rightW

	var d drawing
	y := 0.0
	for _, line := range nameLines(l.clean(head.Superior), Regular, leftW, st.superiorSize) {
		d.line(line, 0, y, st.row, leftW, st.superiorSize, document.AlignCentre, RoleSuperior)
		y += st.row
	}
	issuer := nameLines(l.clean(head.Issuer), Bold, leftW, st.issueSize)
	for _, line := range issuer {
		d.line(line, 0, y, st.row, leftW, st.issueSize, document.AlignCentre, RoleIssuer)
		y += st.row
	}
	if l.Profile.IsParty() {
		nation := oneLine("ĐẢNG CỘNG SẢN VIỆT NAM", Bold, 15)
		d.line(nation, rightX, 0, 6, rightW, 15, document.AlignCentre, RoleNation)
		centre := rightX + rightW/2
		d.rule(centre-nation.w/2, centre+nation.w/2, 7)
		d.line(oneLine("*", Regular, 14), 0, y, 5, leftW, 14, document.AlignCentre, RoleStar)
		y += 5
	} else {
		nation, motto := oneLine("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Bold, 13), oneLine("Độc lập - Tự do - Hạnh phúc", Bold, 14)
		d.line(nation, rightX, 0, st.row, rightW, 13, document.AlignCentre, RoleNation)
		d.line(motto, rightX, st.row, st.row, rightW, 14, document.AlignCentre, RoleMotto)
		centre := rightX + rightW/2
		d.rule(centre-motto.w/2, centre+motto.w/2, 12)
		// A third to a half of the issuer's line.
		short := math.Min(issuer[len(issuer)-1].w, widest(issuer)) * 0.4
		y = math.Max(y, 2*st.row)
		d.rule(leftW/2-short/2, leftW/2+short/2, y+1)
		y += 5
	}
	numberY := y
	number := oneLine("", Regular, st.numberSize)
	if !head.Number.Hidden {
		number = oneLine(l.clean(document.NumberLine(l.Profile, head.Number)), Regular, st.numberSize)
		d.line(number, 0, y, 6, leftW, st.numberSize, document.AlignCentre, RoleNumber)
		y += 6
	}
	if !head.NoDate {
		y = math.Max(y, l.date(&d, date, numberY, (leftW+number.w)/2, rightX, rightW, st.dateSize))
	}
	leftY := l.underNumber(&d, doc, y, leftW)
	rightY := y
	if doc.Draft != "" && !l.Profile.IsParty() {
		rightY += 6
		d.line(oneLine(l.clean(doc.Draft), draftStyle(doc.Draft), 14), rightX, y, 6, rightW, 14, document.AlignCentre, RoleSide)
	}
	return []chunk{{h: math.Max(leftY, rightY), keep: true, draw: d.draw}}
}

// headColumns gives the widths of the two columns; the right one grows for a long date.
func (l *Layout) headColumns(head document.Letterhead, date float64) (leftW, rightW float64) {
	st := headStyleOf(l.Profile)
	leftW, rightW = st.leftW, st.rightW
	if l.w > 165 { // landscape: the same shares of the wider block
		leftW, rightW = l.w*leftW/165, l.w*rightW/165
	}
	if !head.NoDate && date > rightW {
		rightW = math.Min(st.dateLimit, date)
		leftW = l.w - rightW - 3
	}
	return leftW, rightW
}

// date sets place and date level with the number, centred in its column or at the right edge; one that would meet the
// number goes below it. It returns where the line ends.
func (l *Layout) date(d *drawing, date textLine, y, numberEnd, rightX, rightW, size float64) float64 {
	switch {
	case date.w <= rightW && !l.Profile.DateRight:
		d.line(date, rightX, y, 6, rightW, size, document.AlignCentre, RoleDate)
	case date.w <= l.w-numberEnd-3:
		d.line(date, 0, y, 6, l.w, size, document.AlignRight, RoleDate)
	default:
		for _, line := range wrap(date.frags, l.w, l.w, size) {
			y += 6
			d.line(line, 0, y, 6, l.w, size, document.AlignRight, RoleDate)
		}
	}
	return y + 6
}

// underNumber sets the subject of a công văn, the urgency and, in the Party's form, which draft it is (HD 05, II.II.3 and 4.2), in
// the state's how far it may go; it returns where they end.
func (l *Layout) underNumber(d *drawing, doc document.Document, y, leftW float64) float64 {
	set := func(text string, style FontStyle, size, h float64) {
		for _, line := range balance(l.clean(text), style, leftW, size) {
			d.line(line, 0, y, h, leftW, size, document.AlignCentre, RoleSide)
			y += h
		}
	}
	if doc.Type == "" && doc.Subject != "" {
		if l.Profile.IsParty() {
			set(l.Profile.SubjectLine(doc.Subject), Italic, 12, 5.2)
		} else {
			y += gap
			set(l.Profile.SubjectLine(doc.Subject), Regular, 13, 5.5)
		}
	}
	if doc.Urgency != "" {
		y++
		top := y
		set(doc.Urgency, Bold, 14, 6)
		if !l.Profile.IsParty() { // NĐ 30: in a frame
			frame(d, leftW/2, top-0.5, TextWidth(l.clean(doc.Urgency), Bold, 14)+6, 7)
			y++
		}
	}
	if l.Profile.IsParty() {
		if doc.Draft != "" {
			set(doc.Draft, draftStyle(doc.Draft), 14, 6)
		}
		return y
	}
	if doc.Circulation != "" {
		y++
		top := y
		set(doc.Circulation, Bold, 13, 6)
		if y-top < 7 {
			frame(d, leftW/2, top-0.5, TextWidth(l.clean(doc.Circulation), Bold, 13)+6, 7)
		}
	}
	return y
}

// edge is how far from the edge of the sheet a mark stands in mm.
const edge = 10

// marks set how far a Party paper may be passed on (HD 05, II.II.4.1): at the top right of its first page, and the words that keep
// it from the press at the foot of its last, in the middle.
func (l *Layout) marks(doc document.Document) {
	if doc.Circulation == "" || !l.Profile.IsParty() || len(l.Pages) == 0 {
		return
	}
	const size = 12
	text := oneLine(l.clean(doc.Circulation), Bold, size)
	if document.KeptFromPress(doc.Circulation) {
		pg := l.Pages[len(l.Pages)-1]
		pg.setLine(text, pg.Left, pg.Height-edge, pg.Right-pg.Left, size, document.AlignCentre, RoleMark, 0)
		return
	}
	pg := l.Pages[0]
	pg.setLine(text, pg.Left, edge+capitals*size*mmPerPt, pg.Right-pg.Left, size, document.AlignRight, RoleMark, 0)
}

// capitals is the height of capital letters of the face in em.
const capitals = 0.662

func frame(d *drawing, centre, y, w, h float64) {
	*d = append(*d, func(pg *Page, x0, y0 float64) {
		x1, x2, top := x0+centre-w/2, x0+centre+w/2, y0+y
		pg.rule(x1, x2, top, headRule)
		pg.rule(x1, x2, top+h, headRule)
		pg.Rules = append(pg.Rules, DrawnRule{x1, top, x1, top + h, headRule}, DrawnRule{x2, top, x2, top + h, headRule})
	})
}

// draftStyle is how a paper says that it is a draft: in italics, in capitals bold.
func draftStyle(text string) FontStyle {
	if text == strings.ToUpper(text) {
		return Bold
	}
	return Italic
}

// titleWidth is the longest line of a title in mm.
const titleWidth = 130

// title sets type, subject and the mark under them.
func (l *Layout) title(doc document.Document) []chunk {
	var chunks []chunk
	add := func(lines []textLine, h, size, before float64, what Role) {
		for _, line := range lines {
			chunks = append(chunks, l.centredChunk(line, h, size, before, what))
			before = 0
		}
	}
	if doc.Type == "" {
		if l.blank(doc.Head.Issuer) {
			return nil
		}
		return []chunk{{h: 6, keep: true}}
	}
	typeSize, typeH := 16.0, 7.0
	if !l.Profile.IsParty() {
		typeSize, typeH = 14, 6.35
	}
	add(balance(l.clean(doc.Type), Bold, math.Max(titleWidth, l.w-35), typeSize), typeH, typeSize, 8, RoleType)
	lines := balance(firstLetter(l.Profile, l.clean(doc.Subject)), Bold, math.Max(titleWidth, l.w-60), 14)
	add(lines, 6.35, 14, 0, RoleSubject)
	return append(chunks, l.titleEnd(widest(lines))...)
}

// titleEnd is the mark under a title: five hyphens, or a rule of 0.4 of the text (between a third and a half).
func (l *Layout) titleEnd(w float64) []chunk {
	if l.Profile.IsParty() {
		dashes := l.centredChunk(oneLine("-----", Bold, 14), 6.35, 14, 0, RoleDashes)
		return []chunk{dashes, {h: 4.95, keep: true}}
	}
	room := l.w
	return []chunk{{h: 9.3, keep: true, draw: func(pg *Page, x, y float64) {
		if w > 0 {
			pg.rule(x+room/2-w*0.2, x+room/2+w*0.2, y+1.3, headRule)
		}
	}}}
}

// centredChunk is one centred line that stays with what follows.
func (l *Layout) centredChunk(line textLine, h, size, before float64, what Role) chunk {
	room := l.w
	return chunk{h: h, before: before, keep: true, draw: func(pg *Page, x, y float64) {
		pg.setLine(line, x, baseline(y, h, size), room, size, document.AlignCentre, what, 0)
	}}
}

// firstLetter writes the first letter of a subject as the form has it. Only the word "Về" is ever made small: any other
// word may be a name.
func firstLetter(p document.Profile, text string) string {
	if p.IsParty() && p.SubjectCase != "upper" {
		if rest, ok := strings.CutPrefix(text, "Về "); ok {
			return "về " + rest
		}
		return text
	}
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return text
	}
	return string(unicode.ToUpper(r)) + text[n:]
}

// address sets "Kính gửi: …" centred on the page; several bodies stand below one another behind a dash.
func (l *Layout) address(a *document.Address) []chunk {
	if a == nil || len(a.To) == 0 {
		return nil
	}
	label := l.addressLabel(a)
	room := l.w - label.w - 2 - 20
	var lines []textLine
	for _, entry := range l.addressEntries(a) {
		lines = append(lines, wrapText(entry, Regular, room, 14)...)
	}
	left := (l.w - label.w - 2 - widest(lines)) / 2
	var chunks []chunk
	for i, line := range lines {
		chunks = append(chunks, chunk{h: 6.35, keep: true, draw: func(pg *Page, x, y float64) {
			base := baseline(y, 6.35, 14)
			if i == 0 {
				pg.setLine(label, x+left, base, label.w, 14, document.AlignLeft, RoleAddress, 0)
			}
			pg.setLine(line, x+left+label.w+2, base, room, 14, document.AlignLeft, RoleAddress, 0)
		}})
	}
	return append(chunks, chunk{h: 4, keep: true})
}

// addressLabel sets "Kính gửi:", or what the form writes above those a tờ trình is laid before.
func (l *Layout) addressLabel(a *document.Address) textLine {
	text, style := l.clean(strings.TrimRight(a.Label, ": ")), Regular
	if a.Submit {
		text = l.Profile.SubmitWord
	}
	if l.Profile.IsParty() {
		style = Italic
	}
	return oneLine(text+":", style, 14)
}

// addressEntries are the bodies addressed; several stand behind a dash each.
func (l *Layout) addressEntries(a *document.Address) []string {
	entries := make([]string, len(a.To))
	for i, to := range a.To {
		entries[i] = l.clean(to)
		if len(a.To) > 1 {
			entries[i] = "- " + listEnd(entries[i], i == len(a.To)-1, l.Profile.RecipientSep)
		}
	}
	return entries
}

// listEnd gives an entry of a list its mark: the separator, or a full stop after the last.
func listEnd(text string, last bool, sep string) string {
	text = strings.TrimRight(strings.TrimSpace(text), ";,.")
	if last {
		return text + "."
	}
	return text + sep
}

// contact is the line at the foot of a paper, below the text block under a rule over its whole width: on its last page in the
// Party's form (HD 05, II.II.6), on its first in the state's (NĐ 30).
func (l *Layout) contact(text string) {
	if text == "" || len(l.Pages) == 0 {
		return
	}
	pg := l.Pages[0]
	if l.Profile.IsParty() {
		pg = l.Pages[len(l.Pages)-1]
	}
	line := wrapText(l.clean(text), Regular, pg.Right-pg.Left, 10)
	if len(line) == 0 {
		return
	}
	pg.rule(pg.Left, pg.Right, pg.Bottom+1.5, headRule)
	pg.setLine(line[0], pg.Left, baseline(pg.Bottom+2, 5, 10), pg.Right-pg.Left, 10, document.AlignCentre, RoleContact, 0)
}

// blank tells that a text would leave no ink.
func (l *Layout) blank(text string) bool { return strings.TrimSpace(CleanText(text)) == "" }

func (l *Layout) clean(text string) string {
	if l.word {
		return CleanForWord(text)
	}
	return l.lost.clean(text)
}
