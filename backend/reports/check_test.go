package reports

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"
)

// CheckPDF measures a paper against the rules: first what the layout says it drew, then that the file really holds just
// that. Every report of the catalog goes through it.
func CheckPDF(t *testing.T, doc Document, at time.Time) {
	t.Helper()
	l, err := setDocument(doc)
	if err != nil {
		t.Fatalf("layout: %v", err)
	}
	pdf, err := RenderPDF(doc, at)
	if err != nil {
		t.Fatalf("render: %v", err)
	}
	if pdf.Pages != len(l.pages) {
		t.Fatalf("%d pages, laid out %d", pdf.Pages, len(l.pages))
	}
	checkSizes(t, l)
	checkPageNumbers(t, l, doc)
	for n, pg := range l.pages {
		checkInside(t, n+1, pg)
		checkOverlap(t, n+1, pg)
		checkTableHeads(t, n+1, pg)
		checkLeading(t, n+1, pg, l.p)
		checkSignature(t, n+1, pg)
		checkFigures(t, n+1, pg)
	}
	if doc.Head.Issuer != "" {
		checkRules(t, l.pages[0], l.p)
	}
	checkWords(t, l, doc)
	checkFile(t, l, pdf.Bytes)
}

// tester is a test, or one try of a property.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
}

// slack in mm for positions the layout computes itself.
const slack = 0.02

// Measures of the rules, in mm, told here once more so that the layout is not asked about itself.
const (
	perPoint     = 25.4 / 72
	betweenTexts = 6 * perPoint // room between paragraphs
	inCell       = 1.5          // from the edge of a cell to its text
	wholeRow     = 100          // a row up to this height is not divided
	leastLetter  = 9            // pt, in a drawing
)

// boxes are drawn as squares: the font has no pictures for them.
const boxes = "☐☑☒✓✔"

type look struct {
	sizes []float64
	style fontStyle
}

// looks are sizes and weights of document-format §2.2 and §3.2.
func looks(p Profile) map[role]look {
	body := []float64{p.BodySize}
	both := map[role]look{
		roleNation:   {[]float64{15}, bold},
		roleStar:     {[]float64{14}, regular},
		roleSuperior: {[]float64{14}, regular},
		roleIssuer:   {[]float64{14}, bold},
		roleNumber: {
			[]float64{14},
			regular,
		},
		roleDate:    {[]float64{14}, italic},
		roleType:    {[]float64{15, 16}, bold},
		roleSubject: {[]float64{14, 15}, bold},
		roleDashes: {
			[]float64{14},
			bold,
		},
		roleRight:     {[]float64{14}, bold},
		roleName:      {[]float64{14}, bold},
		rolePage:      {[]float64{14}, regular},
		roleTableHead: {[]float64{11, 12}, bold},
		roleContact:   {[]float64{10}, regular},
	}
	if !p.party() {
		both[roleNation], both[roleMotto] = look{[]float64{12, 13}, bold}, look{[]float64{13, 14}, bold}
		both[roleSuperior], both[roleIssuer] = look{[]float64{12, 13}, regular}, look{[]float64{12, 13}, bold}
		both[roleNumber], both[roleType] = look{[]float64{13}, regular}, look{[]float64{13, 14}, bold}
	}
	both[roleHeading] = look{body, 0xff}
	both[roleBody] = look{body, 0xff}
	return both
}

func checkSizes(t *testing.T, l *layout) {
	t.Helper()
	rules := looks(l.p)
	for n, pg := range l.pages {
		for _, item := range pg.texts {
			rule, known := rules[item.role]
			if !known {
				continue
			}
			found := false
			for _, size := range rule.sizes {
				found = found || size == item.size
			}
			if !found || (rule.style != 0xff && rule.style != item.style) {
				t.Errorf(
					"page %d: %s %q is %.1f pt style %d, want %v style %d",
					n+1,
					item.role,
					item.text,
					item.size,
					item.style,
					rule.sizes,
					rule.style,
				)
			}
		}
	}
}

// checkPageNumbers: none on the first page of a part, then 2, 3 … centred, 10 mm below the edge.
func checkPageNumbers(t *testing.T, l *layout, doc Document) {
	t.Helper()
	want, firsts := 0, 0
	for n, pg := range l.pages {
		var shown *textItem
		for i := range pg.texts {
			if pg.texts[i].role == rolePage {
				shown = &pg.texts[i]
			}
		}
		if shown == nil {
			want, firsts = 1, firsts+1
			continue
		}
		want++
		if shown.text != strconv.Itoa(want) {
			t.Errorf("page %d shows number %s, want %d", n+1, shown.text, want)
		}
		middle := shown.x + shown.w/2
		top := shown.y - 0.676*shown.size*perPoint // height of the digits of this face
		if math.Abs(middle-(pg.left+pg.right)/2) > 0.2 || math.Abs(top-10) > 1 {
			t.Errorf("page %d: number at middle %.2f, top %.2f mm", n+1, middle, top)
		}
	}
	parts := len(doc.Annexes)
	if doc.Type != "" || len(doc.Blocks) > 0 {
		parts++
	}
	if firsts != parts {
		t.Errorf("%d parts begin without a number, want %d", firsts, parts)
	}
}

// checkInside: no ink outside the text block, no text outside its cell.
func checkInside(t tester, n int, pg *page) {
	t.Helper()
	for _, item := range pg.texts {
		if item.role == rolePage || item.role == roleContact {
			continue
		}
		em := item.size * perPoint
		if item.x < pg.left-slack || item.x+item.w > pg.right+slack || item.y-0.7*em < pg.top-slack || item.y+0.22*em > pg.bottom+slack {
			t.Errorf("page %d: %q at %.2f–%.2f, baseline %.2f outside the block", n, item.text, item.x, item.x+item.w, item.y)
		}
		if item.cell > 0 {
			c := pg.cells[item.cell-1]
			if item.x < c.x+inCell-slack || item.x+item.w > c.x+c.w-inCell+slack || item.y-0.7*em < c.y || item.y+0.22*em > c.y+c.h+slack {
				t.Errorf("page %d: %q outside its cell %+v", n, item.text, c)
			}
		}
	}
	for _, rule := range pg.rules {
		if rule.x1 < pg.left-slack || rule.x2 > pg.right+slack || rule.y1 < pg.top-slack || rule.y2 > pg.bottom+2 {
			t.Errorf("page %d: rule %+v outside the block", n, rule)
		}
	}
}

// checkOverlap: no two texts on one line cover each other.
func checkOverlap(t tester, n int, pg *page) {
	t.Helper()
	for i, a := range pg.texts {
		for _, b := range pg.texts[i+1:] {
			if math.Abs(a.y-b.y) < 2 && a.x < b.x+b.w-slack && b.x < a.x+a.w-slack {
				t.Errorf("page %d: %q and %q overlap", n, a.text, b.text)
			}
		}
	}
}

// checkTableHeads: wherever cells stand, a head stands above them on the same page.
func checkTableHeads(t tester, n int, pg *page) {
	t.Helper()
	head := math.Inf(1)
	for _, item := range pg.texts {
		if item.role == roleTableHead {
			head = math.Min(head, item.y)
		}
		if item.role == roleCell && head > item.y {
			t.Errorf("page %d: %q stands in a table without a head", n, item.text)
			return
		}
	}
}

// checkLeading: lines of text follow each other at the exact leading, or with 6 pt more between paragraphs; first lines
// are indented by 10 mm.
func checkLeading(t *testing.T, n int, pg *page, p Profile) {
	t.Helper()
	last := 0.0
	leading := p.Leading * perPoint
	for _, item := range pg.texts {
		if item.role != roleBody && item.role != roleHeading {
			last = 0
			continue
		}
		if item.y == last {
			continue
		}
		if step := item.y - last; last > 0 && math.Abs(step-leading) > slack && math.Abs(step-leading-betweenTexts) > slack &&
			step < leading+betweenTexts {
			t.Errorf("page %d: %q stands %.2f mm below the line above", n, item.text, step)
		}
		last = item.y
	}
}

// checkSignature: a signature has at least two lines of text, or a row, on its page.
func checkSignature(t *testing.T, n int, pg *page) {
	t.Helper()
	lines := map[float64]bool{}
	row := false
	for _, item := range pg.texts {
		switch item.role {
		case roleBody, roleHeading:
			lines[item.y] = true
		case roleCell, roleFigure:
			row = true
		case roleName, roleRight:
			if len(lines) < 2 && !row {
				t.Errorf("page %d: the signature stands with %d lines of text", n, len(lines))
			}
			return
		}
	}
}

// checkFigures: everything of a drawing lies within the text block, its texts are at least 9 pt high and keep clear of each
// other and of the texts around.
func checkFigures(t tester, n int, pg *page) {
	t.Helper()
	for _, i := range pg.inks {
		for _, path := range i.paths {
			for _, p := range path {
				half := i.width / 2
				if p.x < pg.left-half-slack || p.x > pg.right+half+slack || p.y < pg.top-half-slack || p.y > pg.bottom+half+slack {
					t.Errorf("page %d: a drawing reaches %.2f, %.2f mm", n, p.x, p.y)
					return
				}
			}
		}
	}
	for i, a := range pg.texts {
		if a.role != roleFigure {
			continue
		}
		if a.size < leastLetter {
			t.Errorf("page %d: %q is only %.1f pt high", n, a.text, a.size)
		}
		for k, b := range pg.texts {
			// Letters reach 0.68 em above the line and 0.22 below it.
			high := func(t textItem) (float64, float64) { return t.y - 0.68*t.size*perPoint, t.y + 0.22*t.size*perPoint }
			aTop, aEnd := high(a)
			bTop, bEnd := high(b)
			if k != i && a.x < b.x+b.w-slack && b.x < a.x+a.w-slack && aTop < bEnd-slack && bTop < aEnd-slack {
				t.Errorf("page %d: %q and %q of a drawing cover each other", n, a.text, b.text)
			}
		}
	}
}

// drawingWords are the texts that have to stand in a drawing wherever they find room: names, keys, letters.
func drawingWords(d *Drawing) []string {
	var words []string
	if c := d.Chart; c != nil {
		words = append(words, c.Categories...)
		for i, s := range c.Series {
			if len(c.Series) > 1 {
				words = append(words, s.Name)
			}
			for n, p := range s.Points {
				if c.Kind == ChartBars || (c.Kind == ChartLine && len(c.Series) == 1) {
					words = append(words, p.text(c.Unit))
				}
				if total, known := c.sum(n); known && c.Kind == ChartStacked && i == 0 {
					words = append(words, figureText(total, c.Unit))
				}
			}
		}
		return words
	}
	words = append(words, d.Matrix.Columns...)
	for _, r := range d.Matrix.Rows {
		words = append(words, r.Name.Text, r.Note.Text, r.Total.Text)
		for _, c := range r.Cells {
			words = append(words, c.Letter, c.Label)
		}
	}
	for _, k := range d.Matrix.Key {
		if len(d.Matrix.Rows) > 0 {
			words = append(words, k.Letter, k.Word)
		}
	}
	return words
}

// checkRules: the rule under the Party's name and the motto is as long as the text; the issuer's a third to a half.
func checkRules(t *testing.T, pg *page, p Profile) {
	t.Helper()
	long := roleNation
	if !p.party() {
		long = roleMotto
	}
	for i, item := range pg.texts {
		lastOfIssuer := item.role == roleIssuer && pg.texts[i+1].role != roleIssuer && !p.party()
		if item.role != long && !lastOfIssuer {
			continue
		}
		low, high := item.w-0.5, item.w+0.5
		if item.role == roleIssuer {
			low, high = item.w/3, item.w/2
		}
		found := false
		for _, rule := range pg.rules {
			length := rule.x2 - rule.x1
			middle := math.Abs((rule.x1+rule.x2)/2 - (item.x + item.w/2))
			found = found || (length >= low && length <= high && middle < 0.5 && rule.y1 > item.y && rule.y1 < item.y+8)
		}
		if !found {
			t.Errorf("no rule of %.1f–%.1f mm under %q", low, high, item.text)
		}
	}
}

// checkWords: every word of the document is drawn, in order within its cell; figures are whole; low rows are not split.
func checkWords(t tester, l *layout, doc Document) {
	t.Helper()
	var drawn strings.Builder
	var areas []area
	for _, pg := range l.pages {
		perCell := make([]strings.Builder, len(pg.cells))
		for _, item := range pg.texts {
			switch {
			case item.role == roleCell:
				perCell[item.cell-1].WriteString(squeeze(item.text))
			case item.role != rolePage && item.role != roleTableHead && item.cell == 0:
				drawn.WriteString(squeeze(item.text))
			}
		}
		for i := range perCell {
			if perCell[i].Len() > 0 {
				areas = append(areas, area{perCell[i].String(), pg.cells[i].index, pg.cells[i].h})
			}
		}
	}
	all := drawn.String()
	expect := func(what, text string) {
		for _, line := range strings.Split(cleanText(text), "\n") {
			if want := strings.ToLower(
				squeeze(withoutBoxes(line)),
			); !strings.Contains(
				strings.ToLower(all),
				strings.TrimRight(want, ".,;/"),
			) {
				t.Errorf("%s %q is not drawn whole", what, line)
			}
		}
	}
	expect("subject", doc.Subject)
	expect("issuer", doc.Head.Issuer)
	var blocks []Block
	blocks = append(blocks, doc.Blocks...)
	for _, annex := range doc.Annexes {
		expect("annex", annex.Title)
		blocks = append(blocks, annex.Blocks...)
	}
	next := 0
	for _, block := range blocks {
		switch {
		case block.Paragraph != nil:
			text := ""
			for _, run := range block.Paragraph.Runs {
				text += run.Text
			}
			expect("paragraph", text)
		case block.Heading != nil:
			expect("heading", block.Heading.Text)
		case block.Drawing != nil:
			expect("caption", block.Drawing.Caption)
			for _, word := range drawingWords(block.Drawing) {
				expect("word of a drawing", word)
			}
		case block.Table != nil:
			next = checkCells(t, *block.Table, areas, next)
		}
	}
}

// area is the text of one cell, or of its part on one page, and its place in the row.
type area struct {
	text  string
	index int
	h     float64
}

func checkCells(t tester, table Table, areas []area, next int) int {
	t.Helper()
	if len(table.Rows) == 0 { // says so in words
		want := table.Empty
		if want == "" {
			want = "Không phát sinh"
		}
		if next >= len(areas) || areas[next].text != squeeze(want) {
			t.Errorf("an empty table does not say %q", want)
		}
		return next + 1
	}
	for _, row := range table.Rows {
		heights := map[int]float64{}
		pieces := map[int]int{}
		waiting := map[int]string{} // rest of each cell of a row over several pages
		for i, cell := range row.Cells {
			if want := squeeze(withoutBoxes(cleanText(cell.Text))); want != "" {
				waiting[i] = want
			}
		}
		for ; len(waiting) > 0 && next < len(areas); next++ {
			found := areas[next]
			rest, ok := strings.CutPrefix(waiting[found.index], found.text)
			if !ok {
				t.Errorf("cell text %q drawn out of place", found.text)
				return len(areas)
			}
			heights[found.index] += found.h
			pieces[found.index]++
			if waiting[found.index] = rest; rest == "" {
				delete(waiting, found.index)
			}
		}
		highest := 0.0 // the row is as high as its highest cell
		for _, h := range heights {
			highest = math.Max(highest, h)
		}
		for i, n := range pieces {
			if n > 1 && highest < wholeRow-5 {
				t.Errorf("row %q is split though only %.0f mm high", row.Cells[i].Text, highest)
			}
		}
		if len(waiting) > 0 {
			t.Errorf("row %v not drawn whole", row.Cells[0].Text)
		}
	}
	return next
}

// squeeze drops all white space.
func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

func withoutBoxes(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(boxes, r) {
			return -1
		}
		return r
	}, text)
}
