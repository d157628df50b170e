package typeset

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/document"
)

// wordDrawing is a sketch as Word keeps it: a group of DrawingML shapes over an empty line of its own height. It is anchored to
// that line rather than set in it: LibreOffice drops the words of groups that stand in a line.
type wordDrawing struct {
	number int
	alt    string
	w, h   float64
	sketch sketch
}

// drawing writes a drawing: its caption, and each sketch, in paragraphs that stay together.
func (w *wordWriter) drawing(d *document.Drawing) {
	w.texts([]setText{captionText(d)})
	alt := d.Alt
	if alt == "" {
		alt = d.Caption
	}
	for _, s := range w.sketches(d) {
		w.drawn++
		w.paragraphPart(
			wordParagraph{
				align:   document.AlignLeft,
				line:    aroundDrawing + s.h,
				after:   3,
				size:    1,
				drawing: &wordDrawing{w.drawn, w.clean(alt), w.w, s.h, s},
			},
		)
	}
}

// Names of the parts of DrawingML, declared where they are used: papers without drawings do without them.
const (
	drawingSpace = "http://schemas.openxmlformats.org/drawingml/2006/"
	word2010     = "http://schemas.microsoft.com/office/word/2010/"
)

func emu(mm float64) string { return strconv.Itoa(int(math.Round(mm * 36000))) }

func (d *wordDrawing) write(x *ooxml) {
	x.open("w:r")
	x.open(
		"mc:AlternateContent",
		"xmlns:mc",
		"http://schemas.openxmlformats.org/markup-compatibility/2006",
		"xmlns:wpg",
		word2010+"wordprocessingGroup",
		"xmlns:wps",
		word2010+"wordprocessingShape",
		"xmlns:wp",
		drawingSpace+"wordprocessingDrawing",
		"xmlns:a",
		drawingSpace+"main",
	)
	x.open("mc:Choice", "Requires", "wpg")
	x.open("w:drawing")
	x.open("wp:anchor", "distT", "0", "distB", "0", "distL", "0", "distR", "0", "simplePos", "0", "relativeHeight", strconv.Itoa(d.number),
		"behindDoc", "0", "locked", "0", "layoutInCell", "1", "allowOverlap", "1")
	x.mark("wp:simplePos", "x", "0", "y", "0")
	for _, place := range [][3]string{{"wp:positionH", "column", "0"}, {"wp:positionV", "paragraph", emu(aroundDrawing)}} {
		x.open(place[0], "relativeFrom", place[1])
		x.open("wp:posOffset")
		x.text(place[2])
		x.close("wp:posOffset", place[0])
	}
	x.mark("wp:extent", "cx", emu(d.w), "cy", emu(d.h))
	x.mark("wp:effectExtent", "l", "0", "t", "0", "r", "0", "b", "0")
	x.mark("wp:wrapNone")
	x.mark("wp:docPr", "id", strconv.Itoa(d.number), "name", "Hình "+strconv.Itoa(d.number), "descr", d.alt)
	x.mark("wp:cNvGraphicFramePr")
	x.open("a:graphic")
	x.open("a:graphicData", "uri", word2010+"wordprocessingGroup")
	x.open("wpg:wgp")
	x.mark("wpg:cNvGrpSpPr")
	x.open("wpg:grpSpPr")
	d.frame(x, 0, 0, d.w, d.h, true)
	x.close("wpg:grpSpPr")
	shape := 1000 * d.number
	for _, i := range d.sketch.inks {
		shape++
		d.ink(x, shape, i)
	}
	for _, line := range lines(d.sketch.texts) {
		shape++
		d.texts(x, shape, line)
	}
	x.close("wpg:wgp", "a:graphicData", "a:graphic", "wp:anchor", "w:drawing", "mc:Choice", "mc:AlternateContent", "w:r")
}

// frame says where a shape lies; a group also says how its parts count, which is in the same units.
func (d *wordDrawing) frame(x *ooxml, left, top, w, h float64, group bool) {
	x.open("a:xfrm")
	x.mark("a:off", "x", emu(left), "y", emu(top))
	x.mark("a:ext", "cx", emu(w), "cy", emu(h))
	if group {
		x.mark("a:chOff", "x", "0", "y", "0")
		x.mark("a:chExt", "cx", emu(w), "cy", emu(h))
	}
	x.close("a:xfrm")
}

func (d *wordDrawing) open(x *ooxml, shape int, box bool) {
	x.open("wps:wsp")
	x.mark("wps:cNvPr", "id", strconv.Itoa(shape), "name", "Nét "+strconv.Itoa(shape))
	if box {
		x.mark("wps:cNvSpPr", "txBox", "1")
	} else {
		x.mark("wps:cNvSpPr")
	}
	x.open("wps:spPr")
}

// Ink writes paths as one shape that covers what they cover; a shape of no width or height would be lost.
func (d *wordDrawing) ink(x *ooxml, shape int, i Ink) {
	low, high := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, path := range i.Paths {
		for _, p := range path {
			low = Point{math.Min(low.X, p.X), math.Min(low.Y, p.Y)}
			high = Point{math.Max(high.X, p.X), math.Max(high.Y, p.Y)}
		}
	}
	const least = 0.01
	w, h := math.Max(high.X-low.X, least), math.Max(high.Y-low.Y, least)
	d.open(x, shape, false)
	d.frame(x, low.X, low.Y, w, h, false)
	x.open("a:custGeom")
	for _, empty := range []string{"a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"} {
		x.mark(empty)
	}
	x.mark("a:rect", "l", "0", "t", "0", "r", "r", "b", "b")
	x.open("a:pathLst")
	size := []string{"w", emu(w), "h", emu(h)}
	if i.fill == noFill {
		size = append(size, "fill", "none")
	}
	x.open("a:path", size...)
	for _, path := range i.Paths {
		for n, p := range path {
			verb := "a:lnTo"
			if n == 0 {
				verb = "a:moveTo"
			}
			x.open(verb)
			x.mark("a:pt", "x", emu(p.X-low.X), "y", emu(p.Y-low.Y))
			x.close(verb)
		}
		if i.fill != noFill {
			x.mark("a:close")
		}
	}
	x.close("a:path", "a:pathLst", "a:custGeom")
	if i.fill == noFill {
		x.mark("a:noFill")
	} else {
		solid(x, i.fill)
	}
	if i.Width > 0 {
		x.open("a:ln", "w", emu(i.Width))
		solid(x, i.grey)
		if i.dashed {
			x.mark("a:prstDash", "val", "sysDash")
		}
		x.close("a:ln")
	} else {
		x.open("a:ln")
		x.mark("a:noFill")
		x.close("a:ln")
	}
	x.close("wps:spPr")
	x.mark("wps:bodyPr")
	x.close("wps:wsp")
}

func solid(x *ooxml, grey int) {
	x.open("a:solidFill")
	x.mark("a:srgbClr", "val", strings.Repeat(fmt.Sprintf("%02X", grey), 3))
	x.close("a:solidFill")
}

// lines gathers the texts that stand on one line, from left to right. Word and LibreOffice take one box with tabs for each
// line; a box for each text would keep LibreOffice busy for minutes.
func lines(texts []DrawnText) [][]DrawnText {
	sorted := slices.Clone(texts)
	slices.SortStableFunc(sorted, func(a, b DrawnText) int { return cmp.Or(cmp.Compare(a.Y, b.Y), cmp.Compare(a.X, b.X)) })
	var all [][]DrawnText
	for _, t := range sorted {
		const apart = 0.4 // mm that a tab needs
		if n := len(all); n > 0 {
			if last := all[n-1][len(all[n-1])-1]; last.Y == t.Y && last.X+last.Width+apart <= t.X {
				all[n-1] = append(all[n-1], t)
				continue
			}
		}
		all = append(all, []DrawnText{t})
	}
	return all
}

// texts writes a line of texts where the page has them: Word sets a line of an exact height at four fifths of it.
func (d *wordDrawing) texts(x *ooxml, shape int, line []DrawnText) {
	first, last := line[0], line[len(line)-1]
	p := wordParagraph{align: document.AlignLeft}
	for i, t := range line {
		p.line = math.Max(p.line, lineOf(t.Size))
		p.runs = append(p.runs, wordRun{text: t.Text, style: t.Style, size: t.Size, tab: i > 0})
		if i > 0 {
			p.tabs = append(p.tabs, t.X-first.X)
		}
	}
	d.open(x, shape, true)
	d.frame(
		x,
		first.X,
		first.Y-0.8*p.line,
		last.X+1.25*last.Width-first.X+2,
		p.line,
		false,
	) // longer than the texts, which a wider font must not divide
	x.open("a:prstGeom", "prst", "rect")
	x.mark("a:avLst")
	x.close("a:prstGeom")
	x.mark("a:noFill")
	x.open("a:ln")
	x.mark("a:noFill")
	x.close("a:ln", "wps:spPr")
	x.open("wps:txbx")
	x.open("w:txbxContent")
	p.write(x, "")
	x.close("w:txbxContent", "wps:txbx")
	x.open("wps:bodyPr", "wrap", "square", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "anchor", "t")
	x.mark("a:noAutofit")
	x.close("wps:bodyPr", "wps:wsp")
}
