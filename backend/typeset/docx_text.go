package typeset

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"caunoi/backend/document"
)

// ooxml writes the XML of a Word part. Names of elements and attributes are ours; only text() takes what people wrote.
type ooxml struct{ strings.Builder }

// open begins an element; attributes come in pairs of name and value.
func (x *ooxml) open(name string, attributes ...string) { x.tag(name, ">", attributes) }

// mark writes an element without content.
func (x *ooxml) mark(name string, attributes ...string) { x.tag(name, "/>", attributes) }

func (x *ooxml) tag(name, end string, attributes []string) {
	x.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		x.WriteString(" " + attributes[i] + `="`)
		x.text(attributes[i+1])
		x.WriteString(`"`)
	}
	x.WriteString(end)
}

func (x *ooxml) close(names ...string) {
	for _, name := range names {
		x.WriteString("</" + name + ">")
	}
}

func (x *ooxml) text(text string) { _ = xml.EscapeText(x, []byte(text)) } // a builder never fails

// twips turns millimetres into the 1/20 pt that Word counts in.
func twips(mm float64) int { return int(math.Round(mm * 1440 / 25.4)) }

func twipText(mm float64) string { return strconv.Itoa(twips(mm)) }

// wordRun is a piece of text in one style; a brk or tab stands before the text.
type wordRun struct {
	text      string
	style     FontStyle
	size      float64 // pt
	underline bool
	box       bool // a square for ticks, which the text font lacks
	brk, tab  bool
}

// wordParagraph is one paragraph as Word keeps it. Lengths in mm.
type wordParagraph struct {
	runs                []wordRun
	align               document.Align // AlignDefault: justified
	first, left, right  float64        // indents; first may be negative for a hanging one
	before, after, line float64        // line is the exact leading
	size                float64        // pt, of the empty paragraph's mark
	keep                bool           // stays with the next
	newPage             bool
	border              string       // "top" or "box"
	tabs                []float64    // places of tab stops
	outline             int          // 1 and up: level in Word's navigation pane
	drawing             *wordDrawing // laid over the empty line, which is as high
}

// wordRuns makes runs of one paragraph as the lines of the page are made: single spaces, and no-break spaces where the
// page never ends a line.
func wordRuns(runs []document.Run, size float64, style FontStyle) []wordRun {
	return joinFrags(fragments(runs, size, style), size)
}

// lineRuns makes runs of lines already set, with a line break between them: names of bodies and titles are divided
// where the sense allows it, which Word would not do.
func lineRuns(lines []textLine, size float64) []wordRun {
	var all []wordRun
	for i, line := range lines {
		runs := joinFrags(line.frags, size)
		if i > 0 && len(runs) > 0 {
			runs[0].brk = true
		}
		all = append(all, runs...)
	}
	return all
}

func joinFrags(frags []frag, size float64) []wordRun {
	var runs []wordRun
	for i, f := range frags {
		text := f.text
		if f.box != 0 {
			text = string(f.box)
		}
		last := len(runs) - 1
		switch {
		case f.hard && i > 0:
			runs = append(runs, wordRun{text: text, style: f.style, size: size, underline: f.line, box: f.box != 0, brk: true})
			continue
		case f.space && i > 0:
			space := " "
			if !f.brk {
				space = document.NoBreak
			}
			if runs[last].box { // the space is of the text, not of the sign
				text = space + text
			} else {
				runs[last].text += space
			}
		}
		if last >= 0 && runs[last].style == f.style && runs[last].underline == f.line && runs[last].box == (f.box != 0) {
			runs[last].text += text
			continue
		}
		runs = append(runs, wordRun{text: text, style: f.style, size: size, underline: f.line, box: f.box != 0})
	}
	return runs
}

// write puts a paragraph into the part; section, if any, is the properties of the section that ends with it.
func (p wordParagraph) write(x *ooxml, section string) {
	x.open("w:p")
	x.open("w:pPr")
	if p.keep {
		x.mark("w:keepNext")
	}
	if p.newPage {
		x.mark("w:pageBreakBefore")
	}
	x.mark("w:widowControl")
	p.writeBorder(x)
	if len(p.tabs) > 0 {
		x.open("w:tabs")
		for _, at := range p.tabs {
			x.mark("w:tab", "w:val", "left", "w:pos", twipText(at))
		}
		x.close("w:tabs")
	}
	x.mark("w:spacing", "w:before", twipText(p.before), "w:after", twipText(p.after), "w:line", twipText(p.line), "w:lineRule", "exact")
	indents := []string{"w:left", twipText(p.left), "w:right", twipText(p.right)}
	if p.first < 0 {
		indents = append(indents, "w:hanging", twipText(-p.first))
	} else {
		indents = append(indents, "w:firstLine", twipText(p.first))
	}
	x.mark("w:ind", indents...)
	x.mark(
		"w:jc",
		"w:val",
		map[document.Align]string{document.AlignDefault: "both", document.AlignLeft: "left", document.AlignCentre: "center",
			document.AlignRight: "right"}[p.align],
	)
	if p.outline > 0 {
		x.mark("w:outlineLvl", "w:val", strconv.Itoa(min(p.outline, 9)-1))
	}
	if p.size > 0 {
		wordRun{size: p.size}.writeLook(x)
	}
	x.WriteString(section)
	x.close("w:pPr")
	for _, run := range p.runs {
		run.write(x)
	}
	if p.drawing != nil {
		p.drawing.write(x)
	}
	x.close("w:p")
}

func (p wordParagraph) writeBorder(x *ooxml) {
	if p.border == "" {
		return
	}
	sides := []string{"w:top"}
	if p.border == "box" {
		sides = []string{"w:top", "w:left", "w:bottom", "w:right"}
	}
	x.open("w:pBdr")
	for _, side := range sides {
		x.mark(side, "w:val", "single", "w:sz", "6", "w:space", "0", "w:color", "000000") // 6/8 pt, as under the headings of the page
	}
	x.close("w:pBdr")
}

func (r wordRun) write(x *ooxml) {
	x.open("w:r")
	r.writeLook(x)
	if r.brk {
		x.mark("w:br")
	}
	if r.tab {
		x.mark("w:tab")
	}
	if r.text != "" {
		x.open("w:t", "xml:space", "preserve")
		x.text(r.text)
		x.close("w:t")
	}
	x.close("w:r")
}

func (r wordRun) writeLook(x *ooxml) {
	x.open("w:rPr")
	if r.box {
		x.mark(
			"w:rFonts",
			"w:ascii",
			"Segoe UI Symbol",
			"w:hAnsi",
			"Segoe UI Symbol",
			"w:eastAsia",
			"Segoe UI Symbol",
			"w:cs",
			"Segoe UI Symbol",
		)
	}
	if r.style&Bold != 0 {
		x.mark("w:b")
		x.mark("w:bCs")
	}
	if r.style&Italic != 0 {
		x.mark("w:i")
		x.mark("w:iCs")
	}
	if r.size > 0 {
		half := strconv.Itoa(int(math.Round(r.size * 2)))
		x.mark("w:sz", "w:val", half)
		x.mark("w:szCs", "w:val", half)
	}
	if r.underline {
		x.mark("w:u", "w:val", "single")
	}
	x.close("w:rPr")
}
