package typeset

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"caunoi/backend/document"
	"caunoi/backend/fault"
)

// BoundFile is a file of several papers: pages in the order of printing, marks for reading on the screen, links between pages.
// Page numbers count from 1 in the file.
type BoundFile struct {
	title, author string
	proof         *document.Proof // of an issued paper
	Pages         []*Page
	marks         []outlineEntry
	links         []pageLink
	lost          *losses // what could not be printed
}

// setPart is a part of the dossier laid out, with the page each of its own parts begins on.
type setPart struct {
	DossierPart
	pages   []*Page
	first   int      // page in the dossier; 0 without pages
	annexes []string // titles of its annexes
	starts  []int    // index of each annex's first page
}

// RenderDossier sets a dossier and writes it as PDF. The same dossier and moment give the same bytes.
func RenderDossier(d Dossier, at time.Time) (out PDF, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			out, err = PDF{}, fmt.Errorf("render dossier: %v", cause)
		}
	}()
	b, err := LayOutDossier(d)
	if err != nil {
		return PDF{}, err
	}
	file, err := drawBoundFile(b, at)
	if err != nil {
		return PDF{}, err
	}
	out = PDF{Bytes: file, Pages: len(b.Pages), Warnings: append(append([]string{}, d.Notices...), b.lost.warnings()...)}
	if len(d.Copies) == 1 { // many copies are for the printer, not for reading
		out.Leads = leadsOf(b.Pages)
	}
	return out, nil
}

// LayOutDossier lays out every part once and puts the copies together. All copies have the same pages but for the cover.
func LayOutDossier(d Dossier) (BoundFile, error) {
	lost := &losses{}
	parts := make([]setPart, len(d.Parts))
	for i, p := range d.Parts {
		parts[i].DossierPart = p
		if p.Document == nil {
			continue
		}
		if err := parts[i].set(d.Duplex, lost); err != nil {
			return BoundFile{}, err
		}
	}
	// The contents are set twice: their own length decides where everything after them begins.
	contents, err := setContents(d, parts, &losses{})
	if err != nil {
		return BoundFile{}, err
	}
	count := placeParts(parts, d.Duplex, len(contents.pages))
	if contents, err = setContents(d, parts, lost); err != nil {
		return BoundFile{}, err
	}
	if total := count * len(d.Copies); total > mostDossierPages {
		return BoundFile{}, fault.Conflict(
			fmt.Sprintf(
				"Hồ sơ có %d trang, %d bản là %d trang, quá lớn để lập trong một tệp. Hãy in một bản chung rồi sao ra.",
				count,
				len(d.Copies),
				total,
			),
		)
	}
	inner := arrange(parts, contents.pages, d.Duplex, count)
	if d.ContentsOnly { // its numbers stay those of the whole dossier, whose pages are not in this file
		inner, contents.to = inner[:contents.first-2+len(contents.pages)], nil
	}
	b := BoundFile{title: CleanText("Hồ sơ " + d.Title), author: CleanText(d.Issuer), lost: lost}
	for _, c := range d.Copies {
		base := len(b.Pages)
		b.Pages = append(append(b.Pages, d.Cover.page(c, lost)), inner...)
		b.links = append(b.links, contents.links(base)...)
		b.mark(d, c, parts, base)
	}
	return b, nil
}

// set lays out one paper of the dossier.
func (s *setPart) set(duplex bool, lost *losses) error {
	doc := *s.Document
	doc.Profile.Duplex = duplex
	l, err := LayOut(doc)
	if err != nil {
		return err
	}
	lost.add(*l.lost)
	s.pages = l.Pages
	for _, annex := range doc.Annexes {
		s.annexes = append(s.annexes, document.JoinParts(": ", CleanText(annex.Label), strings.TrimSpace(CleanText(annex.Title))))
	}
	for i, pg := range s.pages {
		if !pg.numbered() {
			s.starts = append(s.starts, i)
		}
	}
	s.starts = s.starts[max(len(s.starts)-len(s.annexes), 0):] // the first one is the paper itself
	return nil
}

// numbered tells that a page bears its number within its paper: the first of each part does not.
func (pg *Page) numbered() bool {
	for _, item := range pg.Texts {
		if item.Role == RolePage {
			return true
		}
	}
	return false
}

// placeParts decides on which page each part begins and gives the number of pages of a copy. The cover is page 1. Printed on
// both sides, everything begins on a front side and a copy ends on a back, so that the next one begins on a new sheet.
func placeParts(parts []setPart, duplex bool, contents int) int {
	next := func(page int) int {
		if duplex && page%2 == 0 {
			return page + 1
		}
		return page
	}
	page := contentsAt(duplex) + contents
	for i := range parts {
		parts[i].first = 0
		if len(parts[i].pages) > 0 {
			page = next(page)
			parts[i].first = page
			page += len(parts[i].pages)
		}
	}
	return next(page) - 1
}

// arrange puts the pages after the cover in order, with blank backs, and writes the dossier's own number on each.
func arrange(parts []setPart, contents []*Page, duplex bool, count int) []*Page {
	all := make([]*Page, count)
	first := contentsAt(duplex) - 1
	copy(all[first:], contents)
	for _, p := range parts {
		if p.first > 0 {
			copy(all[p.first-1:], p.pages)
		}
	}
	for i := range all {
		if all[i] == nil {
			all[i] = blankPage()
			if duplex && i%2 == 1 {
				all[i].Left, all[i].Right = 15, 180
			}
		}
		if i >= first {
			all[i].foot(i + 1)
		}
	}
	return all[1:]
}

// contentsAt is the page the contents begin on: behind the cover, or on the next sheet where both sides are printed.
func contentsAt(duplex bool) int {
	if duplex {
		return 3
	}
	return 2
}

func blankPage() *Page {
	return &Page{Width: 210, Height: 297, Left: 30, Right: 195, Top: 20, Bottom: 277}
}

// foot writes the dossier's own number below the text block, where no rule of the paper puts anything: a paper's own number
// stands at the top.
func (pg *Page) foot(n int) {
	text := "– " + strconv.Itoa(n) + " –"
	w := TextWidth(text, Regular, footSize)
	pg.text(
		DrawnText{
			X:     (pg.Left + pg.Right - w) / 2,
			Y:     baseline(pg.Height-12, 5, footSize),
			Width: w,
			Size:  footSize,
			Text:  text,
			Role:  RoleFoot,
		},
	)
}

const (
	footSize = 11

	RoleFoot  Role = "foot"  // number of a page within the dossier
	RoleCover Role = "cover" // texts of a dossier's cover
)

// mark writes the outline of one copy; several copies stand below their owners' names.
func (b *BoundFile) mark(d Dossier, c DossierCopy, parts []setPart, base int) {
	level := 0
	add := func(text string, depth, page int) {
		b.marks = append(b.marks, outlineEntry{text: CleanText(text), level: level + depth, page: base + page})
	}
	if c.Owner != "" {
		add(c.Number+" – "+c.Owner, 0, 1)
		level = 1
	}
	add("Bìa", 0, 1)
	add("Mục lục", 0, contentsAt(d.Duplex))
	if d.ContentsOnly {
		return
	}
	item, open := DossierPart{}, false
	for _, p := range parts {
		switch {
		case p.Kind == PartItem:
			item, open = p.DossierPart, false
		case p.first == 0:
		case p.Kind == PartFront:
			add(p.Title, 0, p.first)
		default:
			if !open {
				add(item.Label+". "+item.Title, 0, p.first)
				open = true
			}
			add(p.Label+". "+p.Title, 1, p.first)
			for k, at := range p.starts {
				add(p.annexes[k], 2, p.first+at)
			}
		}
	}
}

// add takes over what another layout could not print.
func (l *losses) add(more losses) {
	l.count += more.count
	for _, r := range more.sample {
		if len([]rune(l.sample)) < 8 && !strings.ContainsRune(l.sample, r) {
			l.sample += string(r)
		}
	}
}
