package typeset

import (
	"fmt"
	"strconv"
	"time"

	"caunoi/backend/document"
)

// Binder puts papers one after another into one PDF to print, with their contents before them.
type Binder struct {
	file       *pdfFile
	title      string
	profile    document.Profile // of the first paper, for the contents
	frontSides bool             // each paper begins on a front side
	items      int              // drawn so far
	papers     []boundPaper
}

// boundPaper is a paper in the file with a name to find it by.
type boundPaper struct {
	label        string
	first, pages int // first page among those of the papers
}

// NewBinder begins a file; at is the moment written into it.
func NewBinder(title string, at time.Time, frontSides bool) *Binder {
	return &Binder{file: newPDFFile(title, "", at), title: title, frontSides: frontSides}
}

// Add sets a paper behind those that are there and gives its pages and what could not be printed as written. label is its name
// in the contents, "" leaves it out of them. A paper the rules forbid gives a fault and leaves the file as it was.
func (b *Binder) Add(doc document.Document, label string) (pages int, warnings []string, err error) {
	l, err := LayOut(doc)
	if err != nil {
		return 0, nil, err
	}
	if b.file.pages == 0 {
		b.profile = doc.Profile
	}
	b.endOnBack(l.Pages[0])
	if label != "" {
		b.papers = append(b.papers, boundPaper{label, b.file.pages + 1, len(l.Pages)})
	}
	b.file.add(l.Pages)
	for _, pg := range l.Pages {
		b.items += len(pg.Texts) + len(pg.Rules)
	}
	return len(l.Pages), append(append([]string{}, doc.Notices...), l.lost.warnings()...), nil
}

// endOnBack gives a paper that ended on a front side an empty back, of the size of what follows.
func (b *Binder) endOnBack(next *Page) {
	if b.frontSides && b.file.pages%2 == 1 {
		b.file.add([]*Page{{Width: next.Width, Height: next.Height}})
	}
}

// Size is how many bytes the file takes so far, about.
func (b *Binder) Size() int { return 40 * b.items }

// Bytes ends the file and gives it with its number of pages. Two papers with names or more have contents before them, and an outline.
// A panic of the library is an error.
func (b *Binder) Bytes() (out []byte, pages int, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			out, pages, err = nil, 0, fmt.Errorf("write pdf: panic with a %T", cause)
		}
	}()
	if len(b.papers) > 1 {
		if err := b.addContents(); err != nil {
			return nil, 0, err
		}
	}
	out, err = b.file.bytes()
	return out, b.file.pages, err
}

// addContents draws the contents, whose length only the last paper decides, behind the papers; the file puts them in front.
func (b *Binder) addContents() error {
	set, err := b.contents(0)
	if err != nil {
		return err
	}
	count := len(set)
	if b.frontSides && count%2 == 1 {
		count++
	}
	if set, err = b.contents(count); err != nil { // again, now that the numbers are known
		return err
	}
	if count > len(set) {
		set = append(set, blankPage())
	}
	before := b.file.pages
	b.file.add(set)
	b.file.about.front = count
	marks := []outlineEntry{{text: "Mục lục", page: before + 1}}
	for _, p := range b.papers {
		marks = append(marks, outlineEntry{text: CleanText(p.label), page: p.first})
	}
	var links []pageLink
	for n, pg := range set {
		for _, item := range pg.Texts {
			if item.Role == RoleCell && pg.Cells[item.Cell-1].Index == 3 {
				cell := pg.Cells[item.Cell-1]
				to := b.papers[len(links)].first
				links = append(links, pageLink{before + n + 1, to, pg.Left, cell.Y, pg.Right - pg.Left, cell.Height})
			}
		}
	}
	b.file.lead(marks, links)
	return nil
}

// contents lays out the list of the papers, each with its first page in the file; before is the number of pages the list takes.
func (b *Binder) contents(before int) ([]*Page, error) {
	table := document.Table{
		Columns: []document.Column{
			{Width: 14, Align: document.AlignCentre},
			{Width: 105},
			{Width: 20, Align: document.AlignCentre},
			{Width: 26, Align: document.AlignCentre},
		},
		Head: []document.Row{document.Cells("STT", "Tờ", "Số trang", "Trang trong tệp")},
	}
	for i, p := range b.papers {
		table.Rows = append(table.Rows,
			document.Cells(strconv.Itoa(i+1), p.label, strconv.Itoa(p.pages), strconv.Itoa(before+p.first)))
	}
	l, err := LayOut(document.Document{
		Profile: b.profile, Type: "MỤC LỤC", Subject: b.title, Blocks: []document.Block{document.TableBlock(table)},
	})
	if err != nil {
		return nil, err
	}
	return l.Pages, nil
}
