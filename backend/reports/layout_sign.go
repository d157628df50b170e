package reports

import (
	"fmt"
	"math"
	"strings"
)

const (
	signGap    = 4    // mm between the text and the signatures
	signRoom   = 25.4 // four blank lines for the signature and a third of the seal
	signWidth  = 85   // the clear area the seal and the name need
	sideWidth  = 80   // each of two signatories side by side
	recipients = 76   // mm of the recipients' list
	longList   = 120  // mm; a longer list of recipients may run over to the next page
)

// signing sets the end of a paper as one part that is never divided.
func (l *layout) signing(s Signing) []chunk {
	var d drawing
	h, y := 0.0, 0.0
	if s.PlaceDate != "" {
		d.line(oneLine(l.clean(s.PlaceDate), italic, 14), l.w-signWidth, 0, 6, signWidth, 14, AlignCentre, roleDate)
		y = 6
	}
	if s.Right != nil {
		x, w := l.w-signWidth, float64(signWidth)
		if s.Left != nil {
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
func (l *layout) signatory(d *drawing, s Signatory, x, y, w float64) float64 {
	for _, line := range s.lines(l.p) {
		style, what := regular, rolePosition
		if line.bold {
			style, what = bold, roleRight
		}
		for _, set := range balance(l.clean(line.text), style, w, 14) {
			d.line(set, x, y, 6, w, 14, AlignCentre, what)
			y += 6
		}
	}
	if s.Hint != "" {
		for _, set := range balance(l.clean(s.Hint), italic, w, 12) {
			d.line(set, x, y, 5.2, w, 12, AlignCentre, rolePosition)
			y += 5.2
		}
	}
	y += signRoom
	for _, set := range balance(l.clean(s.Name), bold, w, 14) {
		d.line(set, x, y, 6, w, 14, AlignCentre, roleName)
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

func (l *layout) drawRecipient(d *drawing, r recipientLine, y float64) {
	d.line(r.line, 0, y, r.h, recipients, r.size, AlignLeft, roleRecipient)
}

// recipientText is one entry of "Nơi nhận", or its label, with its size in pt and leading in mm.
type recipientText struct {
	text      string
	style     fontStyle
	underline bool
	size, h   float64
}

// recipientTexts gives the list: label 14 underlined and entries 12 (Party), label 12 bold italic and entries 11 (state);
// the typist's line last. Without recipients all are empty.
func (l *layout) recipientTexts(s Signing) (label recipientText, entries []recipientText, typist string) {
	if len(s.Recipients) == 0 {
		return recipientText{}, nil, ""
	}
	label = recipientText{text: "Nơi" + noBreak + "nhận:", underline: true, size: 14, h: 6}
	size, h := 12.0, 5.2
	if !l.p.party() {
		label.style, label.underline, label.size, label.h = boldItalic, false, 12, 5.2
		size, h = 11, 4.8
	}
	for i, to := range s.Recipients {
		entries = append(
			entries,
			recipientText{text: "-" + noBreak + listEnd(l.clean(to), i == len(s.Recipients)-1, l.p.RecipientSep), size: size, h: h},
		)
	}
	typist = l.clean(s.Typist)
	if s.Copies > 0 {
		typist = joinParts(", ", typist, fmt.Sprintf("%02d bản", s.Copies))
	}
	if l.p.TypistCaps {
		typist = strings.ToUpper(typist)
	}
	return label, entries, typist
}

// typistLine is the leading of the typist's code in mm.
func typistLine(p Profile) float64 { return p.TypistSize * 4.8 / 11 }

// recipientLines sets the list in lines.
func (l *layout) recipientLines(s Signing) []recipientLine {
	label, entries, typist := l.recipientTexts(s)
	if label.text == "" {
		return nil
	}
	first := oneLine(label.text, label.style, label.size)
	first.frags[0].line = label.underline
	out := []recipientLine{{first, label.h, label.size}}
	for _, entry := range entries {
		for _, line := range wrapText(entry.text, regular, recipients, entry.size) {
			out = append(out, recipientLine{line, entry.h, entry.size})
		}
	}
	for _, line := range wrapText(typist, regular, recipients, l.p.TypistSize) {
		out = append(out, recipientLine{line, typistLine(l.p), l.p.TypistSize})
	}
	return out
}
