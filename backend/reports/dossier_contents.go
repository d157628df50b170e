package reports

import "strconv"

// contentsPages are the contents laid out, with the page each of their numbers names.
type contentsPages struct {
	pages []*page
	to    []int // pages named, in the order of the numbers
	first int   // page of the dossier they begin on
}

// setContents lays out the table of contents: agenda items, the papers under them with their annexes, each with its page.
func setContents(d Dossier, parts []setPart, lost *losses) (contentsPages, error) {
	c := contentsPages{first: contentsAt(d.duplex)}
	table := Table{
		Columns: []Column{{14, AlignCentre}, {97, ""}, {36, ""}, {18, AlignCentre}},
		Head:    []Row{Cells("STT", "Nội dung, tài liệu", "Số, ký hiệu", "Trang")},
	}
	line := func(label, title, symbol string, page int) {
		row := Cells(label, title, symbol, "")
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
		case p.kind == partItem:
			table.Rows = append(table.Rows, GroupRow(4, p.label+". "+p.title))
			continue
		case p.notice != "":
			line(p.label, p.title, joinParts("; ", p.symbol, p.notice), 0)
			continue
		}
		line(p.label, p.title, p.symbol, page)
		for k, at := range p.starts {
			line("", "– "+p.annexes[k], "", page+at)
		}
	}
	doc := Document{Profile: d.cover.profile, Type: "MỤC LỤC", Subject: d.title, Blocks: []Block{TableBlock(table)}}
	doc.Profile.Duplex = d.duplex
	l, err := setDocument(doc)
	if err != nil {
		return c, err
	}
	lost.add(*l.lost)
	c.pages = l.pages
	return c, nil
}

// links makes the row of every number open the page it names. base is the number of pages before this copy.
func (c contentsPages) links(base int) []bookLink {
	links := make([]bookLink, 0, len(c.to))
	for n, pg := range c.pages {
		for _, item := range pg.texts {
			if item.role != roleCell || len(links) == len(c.to) {
				continue
			}
			if cell := pg.cells[item.cell-1]; cell.index == 3 {
				links = append(
					links,
					bookLink{
						from: base + c.first + n,
						to:   base + c.to[len(links)],
						x:    pg.left,
						y:    cell.y,
						w:    pg.right - pg.left,
						h:    cell.h,
					},
				)
			}
		}
	}
	return links
}
