package reports

import (
	"fmt"
	"math"
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

// recipientLines sets the list: label 14 underlined and entries 12 (Party), label 12 bold italic and entries 11 (state).
func (l *layout) recipientLines(s Signing) []recipientLine {
	if len(s.Recipients) == 0 {
		return nil
	}
	label := oneLine("Nơi"+noBreak+"nhận:", regular, 14)
	size, h, labelH, labelSize := 12.0, 5.2, 6.0, 14.0
	if l.p.party() {
		label.frags[0].line = true
	} else {
		label = oneLine("Nơi"+noBreak+"nhận:", boldItalic, 12)
		size, h, labelH, labelSize = 11, 4.8, 5.2, 12
	}
	out := []recipientLine{{label, labelH, labelSize}}
	for i, to := range s.Recipients {
		text := "-" + noBreak + listEnd(l.clean(to), i == len(s.Recipients)-1, l.p.RecipientSep)
		for _, line := range wrapText(text, regular, recipients, size) {
			out = append(out, recipientLine{line, h, size})
		}
	}
	if s.Typist != "" || s.Copies > 0 {
		text := l.clean(s.Typist)
		if s.Copies > 0 {
			text = joinParts(", ", text, fmt.Sprintf("%02d bản", s.Copies))
		}
		for _, line := range wrapText(text, regular, recipients, 11) {
			out = append(out, recipientLine{line, 4.8, 11})
		}
	}
	return out
}
