package typeset

import (
	"time"

	"github.com/jung-kurt/gofpdf"
)

// drawBoundFile writes laid-out pages with their outline and links.
func drawBoundFile(b BoundFile, at time.Time) ([]byte, error) {
	file := newPDFFile(b.title, b.author, at)
	file.after = b.targets(file.pdf)
	file.add(b.Pages)
	return file.bytes()
}

// targets prepares the links of a book and gives what has to be called after each page was drawn.
func (b BoundFile) targets(pdf *gofpdf.Fpdf) func(page int) {
	if len(b.Pages) == 0 || len(b.links)+len(b.marks) == 0 {
		return func(int) {}
	}
	ids := map[int]int{} // page named → link of the library
	links := map[int][]pageLink{}
	for _, link := range b.links {
		if ids[link.to] == 0 {
			ids[link.to] = pdf.AddLink()
			pdf.SetLink(ids[link.to], 0, link.to)
		}
		links[link.from] = append(links[link.from], link)
	}
	marks := map[int][]outlineEntry{}
	for _, mark := range b.marks {
		marks[mark.page] = append(marks[mark.page], mark)
	}
	last := b.Pages[len(b.Pages)-1].Height
	return func(page int) {
		for _, link := range links[page] {
			pdf.Link(link.x, link.y, link.w, link.h, ids[link.to])
		}
		if len(marks[page]) > 0 {
			pdf.SetFont(family, Regular.code(), footSize) // an outline is written in Unicode only while such a font is chosen
		}
		for _, mark := range marks[page] {
			// The library measures every mark from the height of the last page of the file.
			pdf.Bookmark(mark.text, mark.level, last-b.Pages[page-1].Height)
		}
	}
}
