package typesettest

import (
	"slices"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/typeset"
)

var regionOf = map[typeset.Role]regionKind{
	typeset.RoleSuperior:  letterhead,
	typeset.RoleIssuer:    letterhead,
	typeset.RoleStar:      letterhead,
	typeset.RoleNumber:    letterhead,
	typeset.RoleNation:    letterhead,
	typeset.RoleMotto:     letterhead,
	typeset.RoleDate:      letterhead,
	typeset.RoleSide:      letterhead,
	typeset.RoleRight:     signatures,
	typeset.RolePosition:  signatures,
	typeset.RoleName:      signatures,
	typeset.RoleRecipient: signatures,
	typeset.RoleTableHead: gridCells,
	typeset.RoleCell:      gridCells,
	typeset.RoleFigure:    figureWords,
}

// pageRegions gives the words of the laid-out pages, without page numbers, contact line and heads repeated on later pages.
func pageRegions(l *typeset.Layout) []region {
	var regions []region
	lastHead, head := "", ""
	for _, pg := range l.Pages {
		items := slices.DeleteFunc(
			slices.Clone(pg.Texts),
			func(i typeset.DrawnText) bool { // what Word keeps in the head and foot of its pages
				return i.Role == typeset.RolePage || outside(i) && (i.Y < pg.Top || !l.Profile.IsParty())
			},
		)
		lead := 0
		for lead < len(items) && items[lead].Role == typeset.RoleTableHead {
			lead++
		}
		leading := ""
		for _, item := range items[:lead] {
			leading += item.Text
		}
		if n := len(regions); leading != "" && leading == lastHead && n > 0 && regions[n-1].kind == gridCells {
			items = items[lead:]
		}
		for _, item := range items {
			kind, known := regionOf[item.Role]
			if !known {
				kind = runningText
			}
			if kind == letterhead && len(regions) > 1 { // place and date above a signature
				kind = signatures
			}
			if item.Role == typeset.RoleTableHead {
				head += item.Text
			} else if head != "" {
				lastHead, head = head, ""
			}
			regions = add(regions, kind, item.Text)
		}
		if head != "" {
			lastHead, head = head, ""
		}
	}
	return regions
}

// sameWords compares what stands on the pages with what stands in the Word file.
func sameWords(t *testing.T, pages, word []region) {
	t.Helper()
	if len(pages) != len(word) {
		t.Errorf("the pages have %d regions, the Word file %d: %s / %s", len(pages), len(word), kinds(pages), kinds(word))
		return
	}
	for i, p := range pages {
		w := word[i]
		if p.kind != w.kind {
			t.Errorf("region %d: %c on the page, %c in Word", i, p.kind, w.kind)
			continue
		}
		if slices.Equal(p.letters, w.letters) {
			for at := range p.ends {
				if !w.ends[at] && !w.maybe[at] {
					t.Errorf("region %d: words run together in Word near %q", i, near(w.letters, at))
				}
			}
			for at := range w.ends {
				if !p.ends[at] && !p.maybe[at] {
					t.Errorf("region %d: a word is divided in Word near %q", i, near(w.letters, at))
				}
			}
			continue
		}
		// Side by side, or a row so high that its cells are drawn line by line: the same letters in another order.
		a, b := slices.Clone(p.letters), slices.Clone(w.letters)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(a, b) || p.kind == runningText {
			at := 0
			for at < min(len(p.letters), len(w.letters)) && p.letters[at] == w.letters[at] {
				at++
			}
			t.Errorf("region %d (%c): page %q, Word %q", i, p.kind, near(p.letters, at), near(w.letters, at))
		}
	}
}

func kinds(regions []region) string {
	var text strings.Builder
	for _, r := range regions {
		text.WriteByte(byte(r.kind))
	}
	return text.String()
}

func near(letters []rune, at int) string {
	return string(letters[max(0, min(at, len(letters))-15):min(len(letters), at+25)])
}

// tablesOf counts rows, head rows and merged cells of the tables of a paper.
func tablesOf(doc document.Document) []tableSeen {
	var all []tableSeen
	blocks := slices.Clone(doc.Blocks)
	for _, annex := range doc.Annexes {
		blocks = append(blocks, annex.Blocks...)
	}
	for _, block := range blocks {
		if block.Table == nil || len(block.Table.Head) == 0 {
			continue
		}
		seen := tableSeen{headRows: len(block.Table.Head), rows: len(block.Table.Head)}
		seen.rows += len(block.Table.BodyRows())
		seen.spans = mergedCells(*block.Table)
		all = append(all, seen)
	}
	return all
}

// CheckWordTwins writes papers as Word files, lets LibreOffice read them in one run, and compares each with its pages.
func CheckWordTwins(t *testing.T, papers map[string]document.Document) {
	t.Helper()
	files := map[string][]byte{}
	for name, doc := range papers {
		file, err := typeset.RenderDOCX(doc, documenttest.MadeAt)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		files[name] = file
		KeepSample(t, name+".docx", file)
	}
	seen := readByLibreOffice(t, files)
	for name, doc := range papers {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l, err := typeset.LayOut(doc)
			if err != nil {
				t.Fatal(err)
			}
			found := seen[name]
			sameWords(t, pageRegions(l), found.regions)
			if want := tablesOf(doc); !slices.Equal(want, found.tables) {
				t.Errorf("tables %v, in Word %v", want, found.tables)
			}
			across := doc.Landscape
			for _, annex := range doc.Annexes {
				across = across || annex.Landscape
			}
			if found.numbers == 0 || slices.ContainsFunc(found.pages, func(p pageSeen) bool { return p.landscape }) != across {
				t.Errorf("page numbers %d, sheets %v", found.numbers, found.pages)
			}
		})
	}
}

// mergedCells counts the cells of a table that stand over several columns or lines.
func mergedCells(table document.Table) (n int) {
	for _, row := range append(slices.Clone(table.Head), table.BodyRows()...) {
		for _, cell := range row.Cells {
			if cell.ColSpan > 1 || cell.RowSpan > 1 {
				n++
			}
		}
	}
	return n
}
