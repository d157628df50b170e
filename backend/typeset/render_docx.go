package typeset

import (
	"fmt"
	"math"
	"time"

	"caunoi/backend/document"
)

// RenderDOCX writes a document for Word: the same words in the same order, the same tables and measures as the pages of
// RenderPDF, for the last edit before a paper is signed. at is the moment written into the file: the same document and
// moment give the same bytes. A document the rules forbid gives a fault; no text makes it panic.
func RenderDOCX(doc document.Document, at time.Time) (out []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			out, err = nil, fmt.Errorf("render docx: %v", cause)
		}
	}()
	if err := doc.Validate(); err != nil {
		return nil, err
	}
	w := &wordWriter{Layout: &Layout{Profile: doc.Profile.Filled(), word: true}}
	if err := w.document(doc); err != nil {
		return nil, err
	}
	return packWord(wordParts{
		body:    w.body.String(),
		contact: w.contactLine(doc.Contact),
		mark:    w.markLine(doc),
		duplex:  w.Profile.Duplex,
		size:    w.Profile.BodySize,
		at:      at,
		title:   CleanForWord(doc.Type + " " + doc.Subject),
		author:  CleanForWord(doc.Head.Issuer),
	})
}

// wordPart is one piece of a section: a paragraph or a table.
type wordPart struct {
	p *wordParagraph
	t *wordTable
	// gap is the least room in mm above a table and below it. Word knows none, so that its neighbours bear it.
	above, below float64
}

// wordWriter sets a paper for Word. It shares the texts of the page layout and leaves the lines of running text to Word.
type wordWriter struct {
	*Layout
	body  ooxml
	parts []wordPart // of the section being set
	err   error
	drawn int // drawings so far: Word wants each to have a number of its own
}

// document writes the body of the file: a section for the paper itself and one for each annex.
func (w *wordWriter) document(doc document.Document) error {
	w.part(doc.Landscape)
	w.letterheadTable(doc)
	w.titleParagraphs(doc)
	w.addressParagraphs(doc.Address)
	opening := len(w.parts)
	w.texts(w.bases(doc))
	w.wordBlocks(doc.Blocks, doc.Signing, doc.Signing != nil)
	w.closeGap(opening)
	if len(w.parts) > 0 || len(doc.Annexes) == 0 {
		w.lastLines(doc)
		w.section(doc.Landscape, len(doc.Annexes) == 0, doc)
	}
	for i, annex := range doc.Annexes {
		w.part(annex.Landscape)
		w.annexTitle(annex)
		opening := len(w.parts)
		w.wordBlocks(annex.Blocks, annex.Signing, false)
		w.closeGap(opening)
		w.section(annex.Landscape, i == len(doc.Annexes)-1, document.Document{})
	}
	return w.err
}

// closeGap takes the room above the first text after a title: the title brings its own.
func (w *wordWriter) closeGap(opening int) {
	if opening == 0 || opening >= len(w.parts) {
		return
	}
	if first := w.parts[opening]; first.p != nil {
		first.p.before = 0
	} else {
		w.parts[opening].above = 0
	}
}

func (w *wordWriter) paragraphPart(p wordParagraph) { w.parts = append(w.parts, wordPart{p: &p}) }

// texts sets running text: justified, first line indented, exact leading, 6 pt between paragraphs.
func (w *wordWriter) texts(texts []setText) {
	for _, text := range texts {
		for _, part := range splitParagraphs(w.cleanRuns(text.runs)) {
			p := wordParagraph{runs: wordRuns(part, w.Profile.BodySize, text.form.style), align: text.form.align, first: text.form.indent,
				before: gap, line: w.lineHeight(), keep: text.form.keep}
			if p.align != document.AlignDefault {
				p.first = 0
			}
			if text.close {
				p.before = 0
			}
			if w.after > 0 {
				p.before, w.after = math.Max(p.before, w.after), 0
			}
			w.paragraphPart(p)
		}
	}
}

func (w *wordWriter) wordBlocks(blocks []document.Block, signing *document.Signing, endMark bool) {
	if endMark {
		blocks = w.withEndMark(blocks)
	}
	newPage := false
	for i, block := range blocks {
		from := len(w.parts)
		switch {
		case block.Heading != nil:
			w.texts(w.heading(*block.Heading))
			for i := from; i < len(w.parts); i++ {
				w.parts[i].p.outline = max(block.Heading.Level, 1)
			}
		case block.Paragraph != nil:
			w.texts([]setText{paragraphText(block.Paragraph)})
		case block.List != nil:
			w.texts(w.list(*block.List))
		case block.Table != nil:
			table := w.wordTable(*block.Table)
			w.parts = append(w.parts, wordPart{t: table, above: 2, below: 3})
		case block.Drawing != nil:
			w.below = w.closing(blocks[i+1:], signing)
			w.drawing(block.Drawing)
		case block.Signing != nil:
			w.signTable(*block.Signing)
		case block.PageBreak:
			newPage = true
			continue
		}
		if newPage && len(w.parts) > from {
			w.openPage(from)
			newPage = false
		}
	}
	if signing != nil {
		w.signTable(*signing)
	}
}

// openPage begins a page with the part at the given place.
func (w *wordWriter) openPage(at int) {
	if p := w.parts[at].p; p != nil {
		p.newPage = true
		return
	}
	rest := append([]wordPart{{p: &wordParagraph{line: hair, size: 1, newPage: true, keep: true}}}, w.parts[at:]...)
	w.parts = append(w.parts[:at:at], rest...)
}

// hair is the height in mm of a paragraph that is there only because Word wants one.
const hair = 0.4

// section writes the gathered parts and closes them as a section with page numbers of its own; of is the paper whose first page it
// begins with, without one for an annex.
func (w *wordWriter) section(landscape, last bool, of document.Document) {
	w.room()
	n := len(w.parts)
	if n == 0 || w.parts[n-1].t != nil {
		w.paragraphPart(wordParagraph{line: hair, size: 1})
		n++
	}
	if first := w.parts[0].p; first != nil {
		first.before = 0 // at the top of a page
	}
	party := w.Profile.IsParty()
	properties := sectionProperties(landscape, of.Contact != "" && !party, w.topMark(of) != "")
	for i, part := range w.parts {
		switch {
		case part.t != nil:
			part.t.write(&w.body)
		case i == n-1 && !last:
			part.p.write(&w.body, properties)
		default:
			part.p.write(&w.body, "")
		}
	}
	if last {
		w.body.WriteString(properties)
	}
	w.parts, w.after = nil, 0
}

// room gives the space around tables to their neighbours, and parts tables that would otherwise become one.
func (w *wordWriter) room() {
	var out []wordPart
	for i, part := range w.parts {
		if i > 0 && part.t != nil {
			before := w.parts[i-1]
			if before.p != nil {
				before.p.after = math.Max(before.p.after, part.above)
			} else if part.above > 0 || before.below > 0 {
				out = append(
					out,
					wordPart{p: &wordParagraph{line: math.Max(hair, math.Max(part.above, before.below)), size: 1, keep: true}},
				)
			}
		}
		if i > 0 && part.p != nil && w.parts[i-1].t != nil {
			part.p.before = math.Max(part.p.before, w.parts[i-1].below)
		}
		out = append(out, part)
	}
	w.parts = out
}

// sectionProperties writes sheet, margins and page numbers: portrait 20/20/30/15 mm, across with the bound edge of 30 mm
// at the top; numbers from page 2 on, beginning anew in each section.
func sectionProperties(landscape, contact, mark bool) string {
	var x ooxml
	x.open("w:sectPr")
	x.mark("w:headerReference", "w:type", "default", "r:id", "rId1")
	head := "rId2"
	if mark {
		head = "rId8"
	}
	x.mark("w:headerReference", "w:type", "first", "r:id", head)
	x.mark("w:footerReference", "w:type", "default", "r:id", "rId3")
	first := "rId3" // named although empty: a section without one takes that of the section before it
	if contact {
		first = "rId4"
	}
	x.mark("w:footerReference", "w:type", "first", "r:id", first)
	x.mark("w:type", "w:val", "nextPage")
	top, right, bottom, left := 20.0, 15.0, 20.0, 30.0
	if landscape {
		x.mark("w:pgSz", "w:w", twipText(297), "w:h", twipText(210), "w:orient", "landscape")
		top, right, bottom, left = 30, 20, 15, 20
	} else {
		x.mark("w:pgSz", "w:w", twipText(210), "w:h", twipText(297))
	}
	x.mark("w:pgMar", "w:top", twipText(top), "w:right", twipText(right), "w:bottom", twipText(bottom), "w:left", twipText(left),
		"w:header", twipText(10), "w:footer", twipText(13), "w:gutter", "0")
	x.mark("w:pgNumType", "w:start", "1")
	x.mark("w:titlePg")
	x.close("w:sectPr")
	return x.String()
}

// lastLines end a Party paper: how to reach its body, under a rule over the whole width, and the words that keep it from the press.
// Word knows no foot of the last page only, so that they follow the text.
func (w *wordWriter) lastLines(doc document.Document) {
	if !w.Profile.IsParty() {
		return
	}
	if text := w.clean(doc.Contact); text != "" {
		w.paragraphPart(wordParagraph{
			runs: wordRuns([]document.Run{{Text: text}}, 10, Regular), align: document.AlignCentre, line: 5, before: signGap, border: "top",
		})
	}
	if document.KeptFromPress(doc.Circulation) {
		w.paragraphPart(wordParagraph{
			runs: wordRuns(
				[]document.Run{{Text: w.clean(doc.Circulation)}},
				12,
				Bold,
			),
			align:  document.AlignCentre,
			line:   6,
			before: signGap,
		})
	}
}

// topMark is what stands above the text block of the first page; "" where nothing does.
func (w *wordWriter) topMark(doc document.Document) string {
	if !w.Profile.IsParty() || document.KeptFromPress(doc.Circulation) {
		return ""
	}
	return w.clean(doc.Circulation)
}

func (w *wordWriter) markLine(doc document.Document) string {
	var x ooxml
	wordParagraph{
		runs: wordRuns([]document.Run{{Text: w.topMark(doc)}}, 12, Bold), align: document.AlignRight, line: 5,
	}.write(&x, "")
	return x.String()
}

// contactLine is the line at the foot of page 1 under a rule over its whole width.
func (w *wordWriter) contactLine(text string) string {
	var x ooxml
	wordParagraph{
		runs:   wordRuns([]document.Run{{Text: w.clean(text)}}, 10, Regular),
		align:  document.AlignCentre,
		line:   5,
		border: "top",
	}.write(
		&x,
		"",
	)
	return x.String()
}
