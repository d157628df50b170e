package typeset

import (
	"fmt"
	"math"
	"strings"

	"caunoi/backend/document"
)

const (
	signGap    = 4    // mm between the text and the signatures
	signRoom   = 25.4 // four blank lines for the signature and a third of the seal
	signWidth  = 85   // the clear area the seal and the name need
	mostSigned = 200  // mm; rows of signatures up to this height stand on one page together
	sideWidth  = 80   // each of two signatories side by side
	recipients = 76   // mm of the recipients' list
	longList   = 120  // mm; a longer list of recipients may run over to the next page
)

// signing sets the end of a paper as one part that is never divided: row under row, with the signatures of sides in two columns.
func (l *Layout) signing(s document.Signing) []chunk {
	sides := s.Left != nil
	chunks := l.signRow(s, sides)
	for row := s.Under; row != nil; row = row.Under {
		below, last := l.signRow(*row, sides), len(chunks)-1
		if upper := chunks[last]; upper.h+signGap+below[0].h <= mostSigned {
			lower := below[0]
			chunks[last].h += signGap + lower.h
			chunks[last].draw = func(pg *Page, x, y float64) {
				upper.draw(pg, x, y)
				lower.draw(pg, x, y+upper.h+signGap)
			}
			below = below[1:]
		}
		chunks = append(chunks, below...)
	}
	return chunks
}

// signRow sets one row of signatures; sides puts them into the columns of two sides.
func (l *Layout) signRow(s document.Signing, sides bool) []chunk {
	var d drawing
	h, y := 0.0, 0.0
	if s.PlaceDate != "" {
		d.line(oneLine(l.clean(s.PlaceDate), Italic, 14), l.w-signWidth, 0, 6, signWidth, 14, document.AlignCentre, RoleDate)
		y = 6
	}
	if s.Right != nil {
		x, w := l.w-signWidth, float64(signWidth)
		if sides {
			x, w = l.w-sideWidth, sideWidth
		}
		h = l.signatory(&d, *s.Right, x, y, w)
	}
	if s.Left != nil {
		h = math.Max(h, l.signatory(&d, *s.Left, 0, y, sideWidth))
	}
	lines := l.recipientLines(s)
	var rest []recipientLine
	listY := y
	for i, line := range lines {
		if listY+line.h > math.Max(h, longList) {
			rest = lines[i:]
			break
		}
		l.drawRecipient(&d, line, listY)
		listY += line.h
	}
	chunks := []chunk{{h: math.Max(h, listY), before: signGap, draw: d.draw}}
	for _, line := range rest {
		var more drawing
		l.drawRecipient(&more, line, 0)
		chunks = append(chunks, chunk{h: line.h, draw: more.draw})
	}
	return chunks
}

// signatory sets one signature and returns where it ends.
func (l *Layout) signatory(d *drawing, s document.Signatory, x, y, w float64) float64 {
	for _, set := range balance(l.clean(s.Above), Regular, w, 14) {
		d.line(set, x, y, 6, w, 14, document.AlignCentre, RolePosition)
		y += 6
	}
	for _, line := range s.Lines(l.Profile) {
		style, what := Regular, RolePosition
		if line.Bold {
			style, what = Bold, RoleRight
		}
		for _, set := range balance(l.clean(line.Text), style, w, 14) {
			d.line(set, x, y, 6, w, 14, document.AlignCentre, what)
			y += 6
		}
	}
	if s.Hint != "" {
		for _, set := range balance(l.clean(s.Hint), Italic, w, 12) {
			d.line(set, x, y, 5.2, w, 12, document.AlignCentre, RolePosition)
			y += 5.2
		}
	}
	y += signRoom
	for _, set := range balance(l.clean(s.Name), Bold, w, 14) {
		d.line(set, x, y, 6, w, 14, document.AlignCentre, RoleName)
		y += 6
	}
	return y
}

// recipientLine is one line of "Nơi nhận".
type recipientLine struct {
	line textLine
	h    float64
	size float64
}

func (l *Layout) drawRecipient(d *drawing, r recipientLine, y float64) {
	d.line(r.line, 0, y, r.h, recipients, r.size, document.AlignLeft, RoleRecipient)
}

// recipientText is one entry of "Nơi nhận", or its label, with its size in pt and leading in mm.
type recipientText struct {
	text      string
	style     FontStyle
	underline bool
	size, h   float64
}

// recipientTexts gives the list: label 14 underlined and entries 12 (Party), label 12 bold italic and entries 11 (state);
// the typist's line last. Without recipients all are empty.
func (l *Layout) recipientTexts(s document.Signing) (label recipientText, entries []recipientText, typist string) {
	if len(s.Recipients) == 0 {
		return recipientText{}, nil, ""
	}
	label = recipientText{text: "Nơi" + document.NoBreak + "nhận:", underline: true, size: 14, h: 6}
	size, h := 12.0, 5.2
	if !l.Profile.IsParty() {
		label.style, label.underline, label.size, label.h = BoldItalic, false, 12, 5.2
		size, h = 11, 4.8
	}
	for i, to := range s.Recipients {
		entries = append(
			entries,
			recipientText{
				text: "-" + document.NoBreak + listEnd(l.clean(to), i == len(s.Recipients)-1, l.Profile.RecipientSep),
				size: size,
				h:    h,
			},
		)
	}
	typist = l.clean(s.Typist)
	if s.Copies > 0 {
		typist = document.JoinParts(", ", typist, fmt.Sprintf("%02d bản", s.Copies))
	}
	if l.Profile.TypistCaps {
		typist = strings.ToUpper(typist)
	}
	return label, entries, typist
}

// typistLine is the leading of the typist's code in mm.
func typistLine(p document.Profile) float64 { return p.TypistSize * 4.8 / 11 }

// recipientLines sets the list in lines.
func (l *Layout) recipientLines(s document.Signing) []recipientLine {
	label, entries, typist := l.recipientTexts(s)
	if label.text == "" {
		return nil
	}
	first := oneLine(label.text, label.style, label.size)
	first.frags[0].line = label.underline
	out := []recipientLine{{first, label.h, label.size}}
	for _, entry := range entries {
		for _, line := range wrapText(entry.text, Regular, recipients, entry.size) {
			out = append(out, recipientLine{line, entry.h, entry.size})
		}
	}
	for _, line := range wrapText(typist, Regular, recipients, l.Profile.TypistSize) {
		out = append(out, recipientLine{line, typistLine(l.Profile), l.Profile.TypistSize})
	}
	return out
}
