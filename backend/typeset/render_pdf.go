package typeset

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"

	"caunoi/backend/document"
)

// PDF is a finished file.
type PDF struct {
	Bytes    []byte
	Pages    int
	Warnings []string // what could not be printed as written, in Vietnamese; never nil
	Leads    []Lead   // where the pages lead to; they stand beside the file, never in it
	Places   []Place  // where the paragraphs that can be worded stand
}

// RenderPDF sets a document and writes it as PDF. at is the moment written into the file: the same document and moment
// give the same bytes. A document the rules forbid gives a fault; no text makes it panic.
func RenderPDF(doc document.Document, at time.Time) (out PDF, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			out, err = PDF{}, fmt.Errorf("render pdf: %v", cause)
		}
	}()
	l, err := LayOut(doc)
	if err != nil {
		return PDF{}, err
	}
	title := strings.TrimSpace(CleanText(doc.Type + " " + doc.Subject))
	file, err := drawBoundFile(
		BoundFile{title: title, author: CleanText(doc.Head.Issuer), proof: doc.Proof, Pages: l.Pages, marks: outlineOf(l.Pages)},
		at,
	)
	if err != nil {
		return PDF{}, err
	}
	return PDF{
		Bytes:    file,
		Pages:    len(l.Pages),
		Warnings: append(append([]string{}, doc.Notices...), l.lost.warnings()...),
		Leads:    leadsOf(l.Pages),
		Places:   placesOf(l.Pages),
	}, nil
}

const family = "serif"

// pdfFile is a PDF that grows by pages, so that papers of a batch need not all be held as laid-out pages.
type pdfFile struct {
	pdf     *gofpdf.Fpdf
	known   [styleCount]bool // the library embeds every style it is told of, so it is told of one when it is first used
	about   archiveInfo
	pages   int
	heights []float64 // of the pages, mm
}

func newPDFFile(title, author string, at time.Time) *pdfFile {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCellMargin(0)
	pdf.SetCompression(false) // archivePDF packs the pages, several at a time
	pdf.SetCatalogSort(true)  // together with fixed dates: same input, same bytes
	pdf.SetCreationDate(at.UTC())
	pdf.SetModificationDate(at.UTC())
	pdf.SetTitle(title, true)
	pdf.SetAuthor(author, true)
	pdf.SetCreator(programName, true)
	pdf.SetProducer(programName, true)
	return &pdfFile{pdf: pdf, about: archiveInfo{title: title, author: author, at: at}}
}

// add draws pages after those that are there. An error of the library stays and comes out of bytes.
func (f *pdfFile) add(pages []*Page) {
	var used [styleCount]bool
	for _, pg := range pages {
		for _, item := range pg.Texts {
			used[item.Style] = true
		}
	}
	for style := range styleCount {
		if used[style] && !f.known[style] {
			f.known[style] = true
			// The library writes a checksum into what it is given; two files drawn at a time must not share those bytes.
			f.pdf.AddUTF8FontFromBytes(family, style.code(), bytes.Clone(style.file()))
		}
	}
	for _, pg := range pages {
		// The size is given upright; a sheet lying across is the same sheet turned.
		orientation, size := "P", gofpdf.SizeType{Wd: pg.Width, Ht: pg.Height}
		if pg.Width > pg.Height {
			orientation, size = "L", gofpdf.SizeType{Wd: pg.Height, Ht: pg.Width}
		}
		f.pdf.AddPageFormat(orientation, size)
		f.pages++
		f.heights = append(f.heights, pg.Height)
		drawPage(f.pdf, pg)
		if f.pdf.Err() {
			return // its first error stays; further pages would be drawn for nothing
		}
	}
}

func (f *pdfFile) bytes() ([]byte, error) {
	var out bytes.Buffer
	if err := f.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	if out.Len() == 0 {
		return nil, errors.New("write pdf: empty output")
	}
	return archivePDF(out.Bytes(), f.about)
}

func drawPage(pdf *gofpdf.Fpdf, pg *Page) {
	drawInks(pdf, pg.Inks)
	drawInks(pdf, pg.Code)
	lineWidth := -1.0
	for _, rule := range pg.Rules {
		if rule.width != lineWidth {
			lineWidth = rule.width
			pdf.SetLineWidth(lineWidth)
		}
		pdf.Line(rule.X1, rule.Y1, rule.X2, rule.Y2)
	}
	if len(pg.boxes) > 0 {
		pdf.SetLineWidth(headRule)
	}
	for _, box := range pg.boxes {
		pdf.Rect(box.x, box.y, boxSide, boxSide, "D")
		if box.ticked {
			pdf.Line(box.x+0.7, box.y+1.8, box.x+1.5, box.y+2.8)
			pdf.Line(box.x+1.5, box.y+2.8, box.x+2.9, box.y+0.7)
		}
	}
	// The order of reading is kept, for copying out of the file; the font is set only where it changes.
	style, size := styleCount, 0.0
	for _, item := range pg.Texts {
		if item.Style != style || item.Size != size {
			style, size = item.Style, item.Size
			pdf.SetFont(family, style.code(), size)
		}
		drawText(pdf, item)
	}
}

// drawInks writes the lines and areas of drawings, and leaves the pen black for what follows.
func drawInks(pdf *gofpdf.Fpdf, inks []Ink) {
	if len(inks) == 0 {
		return
	}
	for _, i := range inks {
		how := "D"
		if i.fill != noFill {
			pdf.SetFillColor(i.fill, i.fill, i.fill)
			if how = "F"; i.Width > 0 {
				how = "FD"
			}
		}
		if i.Width > 0 {
			pdf.SetDrawColor(i.grey, i.grey, i.grey)
			pdf.SetLineWidth(i.Width)
		}
		if i.dashed {
			pdf.SetDashPattern([]float64{1.6, 1}, 0)
		}
		for _, path := range i.Paths {
			pdf.MoveTo(path[0].X, path[0].Y)
			for _, p := range path[1:] {
				pdf.LineTo(p.X, p.Y)
			}
		}
		pdf.DrawPath(how)
		if i.dashed {
			pdf.SetDashPattern(nil, 0)
		}
	}
	pdf.SetFillColor(0, 0, 0)
	pdf.SetDrawColor(0, 0, 0)
}

// drawText writes one piece; a stretched line goes word by word, because the spacing operator of PDF does not work with
// fonts of two-byte codes.
func drawText(pdf *gofpdf.Fpdf, item DrawnText) {
	if item.Stretch == 0 || !strings.Contains(item.Text, " ") {
		pdf.Text(item.X, item.Y, plainSpaces(item.Text))
		return
	}
	x, space := item.X, TextWidth(" ", item.Style, item.Size)
	for rest := item.Text; rest != ""; {
		word, after, more := strings.Cut(rest, " ")
		if more {
			pdf.Text(x, item.Y, plainSpaces(word)+" ")
		} else {
			pdf.Text(x, item.Y, plainSpaces(word))
		}
		x += TextWidth(word, item.Style, item.Size) + space + item.Stretch
		rest = after
	}
}

// plainSpaces writes no-break spaces as spaces, so that searching the file for "ngày 05" finds it.
func plainSpaces(text string) string { return strings.ReplaceAll(text, document.NoBreak, " ") }
