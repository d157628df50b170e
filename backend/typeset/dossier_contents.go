package typeset

import (
	"strconv"

	"caunoi/backend/document"
)

// contentsPages are the contents laid out, with the page each of their numbers names.
type contentsPages struct {
	pages []*Page
	to    []int // pages named, in the order of the numbers
	first int   // page of the dossier they begin on
}

// setContents lays out the table of contents: agenda items, the papers under them with their annexes, each with its page.
func setContents(d Dossier, parts []setPart, lost *losses) (contentsPages, error) {
	c := contentsPages{first: contentsAt(d.Duplex)}
	table := document.Table{
		Columns: []document.Column{
			{Width: 14, Align: document.AlignCentre},
			{Width: 97},
			{Width: 36},
			{Width: 18, Align: document.AlignCentre},
		},
		Head: []document.Row{document.Cells("STT", "Nội dung, tài liệu", "Số, ký hiệu", "Trang")},
	}
	line := func(label, title, symbol string, page int) {
		row := document.Cells(label, title, symbol, "")
		if page > 0 {
			row.Cells[3].Text = strconv.Itoa(page)
			c.to = append(c.to, page)
		}
		table.Rows = append(table.Rows, row)
	}
	for _, p := range parts {
		page := p.first
		if page == 0 && len(p.pages) > 0 {
			page = 1 // not placed yet: any number keeps the room
		}
		switch {
		case p.Kind == PartItem:
			table.Rows = append(table.Rows, document.GroupRow(4, p.Label+". "+p.Title))
			continue
		case p.Notice != "":
			line(p.Label, p.Title, document.JoinParts("; ", p.Symbol, p.Notice), 0)
			continue
		}
		line(p.Label, p.Title, p.Symbol, page)
		for k, at := range p.starts {
			line("", "– "+p.annexes[k], "", page+at)
		}
	}
	doc := document.Document{
		Profile: d.Cover.Profile,
		Type:    "MỤC LỤC",
		Subject: d.Title,
		Blocks:  []document.Block{document.TableBlock(table)},
	}
	doc.Profile.Duplex = d.Duplex
	l, err := LayOut(doc)
	if err != nil {
		return c, err
	}
	lost.add(*l.lost)
	c.pages = l.Pages
	return c, nil
}

// links makes the row of every number open the page it names. base is the number of pages before this copy.
func (c contentsPages) links(base int) []pageLink {
	links := make([]pageLink, 0, len(c.to))
	for n, pg := range c.pages {
		for _, item := range pg.Texts {
			if item.Role != RoleCell || len(links) == len(c.to) {
				continue
			}
			if cell := pg.Cells[item.Cell-1]; cell.Index == 3 {
				links = append(
					links,
					pageLink{
						from: base + c.first + n,
						to:   base + c.to[len(links)],
						x:    pg.Left,
						y:    cell.Y,
						w:    pg.Right - pg.Left,
						h:    cell.Height,
					},
				)
			}
		}
	}
	return links
}
