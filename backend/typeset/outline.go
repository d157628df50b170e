package typeset

import (
	"strconv"
	"strings"
	"time"

	"caunoi/backend/document"
)

// longPaper is the number of pages from which on a paper has an outline: more than 10.
const longPaper = 11

// outlineEntry is one line of the outline a reader shows beside the pages.
type outlineEntry struct {
	text  string
	level int     // 0 outermost; never more than one deeper than the entry before
	page  int     // of the file, from 1
	y     float64 // mm from the upper edge
}

// pageLink makes an area of a page open another page.
type pageLink struct {
	from, to   int
	x, y, w, h float64
}

// pageHeading is a heading as it stands on its page: what the outline of a long paper is made of.
type pageHeading struct {
	text string
	rank int // less is further out
	y    float64
}

// Ranks of headings; those of running text lie between, by their level.
const (
	rankAnnex = 0
	rankGroup = 9 // a group of rows in a table
)

// headed notes a heading where the first of its chunks is drawn.
func headed(chunks []chunk, rank int, text string) []chunk {
	if len(chunks) == 0 || strings.TrimSpace(text) == "" {
		return chunks
	}
	draw := chunks[0].draw
	chunks[0].draw = func(pg *Page, x, y float64) {
		pg.headings = append(pg.headings, pageHeading{plainSpaces(text), rank, y})
		draw(pg, x, y)
	}
	return chunks
}

// outlineOf makes the outline of a paper: its headings, annexes and groups of rows. A register without any gets an entry every ten
// pages, named after the row the page begins with. A paper of ten pages or fewer needs none.
func outlineOf(pages []*Page) (all []outlineEntry) {
	if len(pages) < longPaper {
		return nil
	}
	var open []int // ranks of the entries the next one may stand under
	for n, pg := range pages {
		for _, h := range pg.headings {
			for len(open) > 0 && open[len(open)-1] >= h.rank {
				open = open[:len(open)-1]
			}
			all = append(all, outlineEntry{h.text, len(open), n + 1, h.y})
			open = append(open, h.rank)
		}
	}
	if len(all) >= 2 {
		return all
	}
	all = nil
	for n := 0; n < len(pages); n += 10 {
		all = append(all, outlineEntry{text: document.JoinParts(": ", "Trang "+strconv.Itoa(n+1), pages[n].firstRow()), page: n + 1})
	}
	return all
}

// firstRow gives the words of the first two cells of the first row that begins on a page.
func (pg *Page) firstRow() string {
	var cells [2]string
	top := 0.0
	for _, item := range pg.Texts {
		if item.Role != RoleCell {
			continue
		}
		cell := pg.Cells[item.Cell-1]
		if top == 0 {
			top = cell.Y
		}
		if cell.Y != top {
			break
		}
		if cell.Index < len(cells) {
			cells[cell.Index] = strings.TrimSpace(cells[cell.Index] + " " + plainSpaces(item.Text))
		}
	}
	return strings.TrimSpace(cells[0] + " " + cells[1])
}

// drawBoundFile writes laid-out pages with their outline and links.
func drawBoundFile(b BoundFile, at time.Time) ([]byte, error) {
	file := newPDFFile(b.title, b.author, at)
	file.about.proof = b.proof
	file.add(b.Pages)
	file.lead(b.marks, b.links)
	return file.bytes()
}

// lead writes the outline and the links of a file whose pages are all drawn.
func (f *pdfFile) lead(marks []outlineEntry, links []pageLink) {
	if f.pdf.Err() || f.pages == 0 {
		return
	}
	for style := range styleCount {
		if f.known[style] { // an outline is written in Unicode only while a font of such letters is chosen
			f.pdf.SetFont(family, style.code(), footSize)
			break
		}
	}
	// The library measures everything from the height of the page drawn last.
	last := f.heights[f.pages-1]
	for _, mark := range marks {
		f.pdf.SetPage(mark.page)
		f.pdf.Bookmark(mark.text, mark.level, last-f.heights[mark.page-1]+mark.y)
	}
	ids := map[int]int{} // page named → link of the library
	for _, link := range links {
		if ids[link.to] == 0 {
			ids[link.to] = f.pdf.AddLink()
			f.pdf.SetLink(ids[link.to], 0, link.to)
		}
		f.pdf.SetPage(link.from)
		f.pdf.Link(link.x, last-f.heights[link.from-1]+link.y, link.w, link.h, ids[link.to])
	}
	f.pdf.SetPage(f.pages)
}
