// Package typesettest measures papers against the rules of the page, with the eyes of other programs: poppler for PDF,
// LibreOffice for Word, excelize for workbooks.
package typesettest

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"testing"
	"time"

	"caunoi/backend/document"
	"caunoi/backend/typeset"
)

// CheckPDF measures a paper against the rules: first what the layout says it drew, then that the file really holds just
// that.
func CheckPDF(t *testing.T, doc document.Document, at time.Time) {
	t.Helper()
	l, file := checkPages(t, doc, at)
	var pages []printedPage
	for n, pg := range l.Pages {
		pages = append(pages, printedPage{pg, "page " + strconv.Itoa(n+1), n == 0})
	}
	checkFile(t, pages, file)
}

// papersInOneFile is how many papers are bound together for the other programs to read.
const papersInOneFile = 24

// CheckPapers measures many papers by the same rules, the pages of each in a subtest of its name. Every report of the catalog
// goes through it. The other programs read the papers bound together: to start one takes longer than to read twenty papers.
func CheckPapers(t *testing.T, papers map[string]document.Document, at time.Time) {
	t.Helper()
	names := slices.Sorted(maps.Keys(papers))
	t.Run("pages", func(t *testing.T) {
		for _, name := range names {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				checkPages(t, papers[name], at)
				KeepPDF(t, name+".pdf", papers[name])
			})
		}
	})
	t.Run("files", func(t *testing.T) {
		for part := range slices.Chunk(names, papersInOneFile) {
			t.Run(part[0], func(t *testing.T) {
				t.Parallel()
				checkBound(t, papers, part, at)
			})
		}
	})
}

// checkPages measures the pages of a paper as they are laid out, and gives them with the file they make.
func checkPages(t *testing.T, doc document.Document, at time.Time) (*typeset.Layout, []byte) {
	t.Helper()
	l, err := typeset.LayOut(doc)
	if err != nil {
		t.Fatalf("layout: %v", err)
	}
	pdf, err := typeset.RenderPDF(doc, at)
	if err != nil {
		t.Fatalf("render: %v", err)
	}
	if pdf.Pages != len(l.Pages) {
		t.Fatalf("%d pages, laid out %d", pdf.Pages, len(l.Pages))
	}
	checkSizes(t, l)
	checkPageNumbers(t, l, doc)
	for n, pg := range l.Pages {
		CheckInside(t, n+1, pg)
		CheckOverlap(t, n+1, pg)
		CheckTableHeads(t, n+1, pg)
		checkLeading(t, n+1, pg, l.Profile)
		checkSignature(t, n+1, pg)
		CheckFigures(t, n+1, pg)
	}
	if doc.Head.Issuer != "" {
		checkRules(t, l.Pages[0], l.Profile)
	}
	CheckWords(t, l, doc)
	return l, pdf.Bytes
}

// checkBound reads several papers in one file.
func checkBound(t *testing.T, papers map[string]document.Document, names []string, at time.Time) {
	t.Helper()
	binder := typeset.NewBinder("", at, false)
	var pages []printedPage
	for _, name := range names {
		l, err := typeset.LayOut(papers[name])
		if err == nil {
			_, _, err = binder.Add(papers[name])
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for n, pg := range l.Pages {
			pages = append(pages, printedPage{pg, fmt.Sprintf("%s, page %d", name, n+1), n == 0})
		}
	}
	file, err := binder.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	checkFile(t, pages, file)
}

// Tester is a test, or one try of a property.
type Tester interface {
	Helper()
	Errorf(format string, args ...any)
}

// Slack in mm for positions the layout computes itself.
const Slack = 0.02

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
	style typeset.FontStyle
}

// looks are sizes and weights of document-format §2.2 and §3.2.
func looks(p document.Profile) map[typeset.Role]look {
	body := []float64{p.BodySize}
	both := map[typeset.Role]look{
		typeset.RoleNation:   {[]float64{15}, typeset.Bold},
		typeset.RoleStar:     {[]float64{14}, typeset.Regular},
		typeset.RoleSuperior: {[]float64{14}, typeset.Regular},
		typeset.RoleIssuer:   {[]float64{14}, typeset.Bold},
		typeset.RoleNumber: {
			[]float64{14},
			typeset.Regular,
		},
		typeset.RoleDate:    {[]float64{14}, typeset.Italic},
		typeset.RoleType:    {[]float64{15, 16}, typeset.Bold},
		typeset.RoleSubject: {[]float64{14, 15}, typeset.Bold},
		typeset.RoleDashes: {
			[]float64{14},
			typeset.Bold,
		},
		typeset.RoleRight:     {[]float64{14}, typeset.Bold},
		typeset.RoleName:      {[]float64{14}, typeset.Bold},
		typeset.RolePage:      {[]float64{14}, typeset.Regular},
		typeset.RoleTableHead: {[]float64{11, 12}, typeset.Bold},
		typeset.RoleContact:   {[]float64{10}, typeset.Regular},
	}
	if !p.IsParty() {
		both[typeset.RoleNation], both[typeset.RoleMotto] = look{[]float64{12, 13}, typeset.Bold}, look{[]float64{13, 14}, typeset.Bold}
		both[typeset.RoleSuperior], both[typeset.RoleIssuer] = look{
			[]float64{12, 13},
			typeset.Regular,
		}, look{
			[]float64{12, 13},
			typeset.Bold,
		}
		both[typeset.RoleNumber], both[typeset.RoleType] = look{[]float64{13}, typeset.Regular}, look{[]float64{13, 14}, typeset.Bold}
	}
	both[typeset.RoleHeading] = look{body, 0xff}
	both[typeset.RoleBody] = look{body, 0xff}
	return both
}

func checkSizes(t *testing.T, l *typeset.Layout) {
	t.Helper()
	rules := looks(l.Profile)
	for n, pg := range l.Pages {
		for _, item := range pg.Texts {
			rule, known := rules[item.Role]
			if !known {
				continue
			}
			found := false
			for _, size := range rule.sizes {
				found = found || size == item.Size
			}
			if !found || (rule.style != 0xff && rule.style != item.Style) {
				t.Errorf(
					"page %d: %s %q is %.1f pt style %d, want %v style %d",
					n+1,
					item.Role,
					item.Text,
					item.Size,
					item.Style,
					rule.sizes,
					rule.style,
				)
			}
		}
	}
}

// checkPageNumbers: none on the first page of a part, then 2, 3 … centred, 10 mm below the edge.
func checkPageNumbers(t *testing.T, l *typeset.Layout, doc document.Document) {
	t.Helper()
	want, firsts := 0, 0
	for n, pg := range l.Pages {
		var shown *typeset.DrawnText
		for i := range pg.Texts {
			if pg.Texts[i].Role == typeset.RolePage {
				shown = &pg.Texts[i]
			}
		}
		if shown == nil {
			want, firsts = 1, firsts+1
			continue
		}
		want++
		if shown.Text != strconv.Itoa(want) {
			t.Errorf("page %d shows number %s, want %d", n+1, shown.Text, want)
		}
		middle := shown.X + shown.Width/2
		top := shown.Y - 0.676*shown.Size*perPoint // height of the digits of this face
		if math.Abs(middle-(pg.Left+pg.Right)/2) > 0.2 || math.Abs(top-10) > 1 {
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

// CheckInside: no ink outside the text block, no text outside its cell.
func CheckInside(t Tester, n int, pg *typeset.Page) {
	t.Helper()
	for _, item := range pg.Texts {
		if item.Role == typeset.RolePage || item.Role == typeset.RoleContact {
			continue
		}
		em := item.Size * perPoint
		if item.X < pg.Left-Slack || item.X+item.Width > pg.Right+Slack || item.Y-0.7*em < pg.Top-Slack ||
			item.Y+0.22*em > pg.Bottom+Slack {
			t.Errorf("page %d: %q at %.2f–%.2f, baseline %.2f outside the block", n, item.Text, item.X, item.X+item.Width, item.Y)
		}
		if item.Cell > 0 {
			c := pg.Cells[item.Cell-1]
			if item.X < c.X+inCell-Slack || item.X+item.Width > c.X+c.Width-inCell+Slack || item.Y-0.7*em < c.Y ||
				item.Y+0.22*em > c.Y+c.Height+Slack {
				t.Errorf("page %d: %q outside its cell %+v", n, item.Text, c)
			}
		}
	}
	for _, rule := range pg.Rules {
		if rule.X1 < pg.Left-Slack || rule.X2 > pg.Right+Slack || rule.Y1 < pg.Top-Slack || rule.Y2 > pg.Bottom+2 {
			t.Errorf("page %d: rule %+v outside the block", n, rule)
		}
	}
}

// CheckOverlap: no two texts on one line cover each other.
func CheckOverlap(t Tester, n int, pg *typeset.Page) {
	t.Helper()
	for i, a := range pg.Texts {
		for _, b := range pg.Texts[i+1:] {
			if math.Abs(a.Y-b.Y) < 2 && a.X < b.X+b.Width-Slack && b.X < a.X+a.Width-Slack {
				t.Errorf("page %d: %q and %q overlap", n, a.Text, b.Text)
			}
		}
	}
}

// CheckTableHeads: wherever cells stand, a head stands above them on the same page.
func CheckTableHeads(t Tester, n int, pg *typeset.Page) {
	t.Helper()
	head := math.Inf(1)
	for _, item := range pg.Texts {
		if item.Role == typeset.RoleTableHead {
			head = math.Min(head, item.Y)
		}
		if item.Role == typeset.RoleCell && head > item.Y {
			t.Errorf("page %d: %q stands in a table without a head", n, item.Text)
			return
		}
	}
}

// checkLeading: lines of text follow each other at the exact leading, or with 6 pt more between paragraphs; first lines
// are indented by 10 mm.
func checkLeading(t *testing.T, n int, pg *typeset.Page, p document.Profile) {
	t.Helper()
	last := 0.0
	leading := p.Leading * perPoint
	for _, item := range pg.Texts {
		if item.Role != typeset.RoleBody && item.Role != typeset.RoleHeading {
			last = 0
			continue
		}
		if item.Y == last {
			continue
		}
		if step := item.Y - last; last > 0 && math.Abs(step-leading) > Slack && math.Abs(step-leading-betweenTexts) > Slack &&
			step < leading+betweenTexts {
			t.Errorf("page %d: %q stands %.2f mm below the line above", n, item.Text, step)
		}
		last = item.Y
	}
}

// checkSignature: a signature has at least two lines of text, or a row, on its page.
func checkSignature(t *testing.T, n int, pg *typeset.Page) {
	t.Helper()
	lines := map[float64]bool{}
	row := false
	for _, item := range pg.Texts {
		switch item.Role {
		case typeset.RoleBody, typeset.RoleHeading:
			lines[item.Y] = true
		case typeset.RoleCell, typeset.RoleFigure:
			row = true
		case typeset.RoleName, typeset.RoleRight:
			if len(lines) < 2 && !row {
				t.Errorf("page %d: the signature stands with %d lines of text", n, len(lines))
			}
			return
		}
	}
}

// CheckFigures: everything of a drawing lies within the text block, its texts are at least 9 pt high and keep clear of each
// other and of the texts around.
func CheckFigures(t Tester, n int, pg *typeset.Page) {
	t.Helper()
	for _, i := range pg.Inks {
		for _, path := range i.Paths {
			for _, p := range path {
				half := i.Width / 2
				if p.X < pg.Left-half-Slack || p.X > pg.Right+half+Slack || p.Y < pg.Top-half-Slack || p.Y > pg.Bottom+half+Slack {
					t.Errorf("page %d: a drawing reaches %.2f, %.2f mm", n, p.X, p.Y)
					return
				}
			}
		}
	}
	for i, a := range pg.Texts {
		if a.Role != typeset.RoleFigure {
			continue
		}
		if a.Size < leastLetter {
			t.Errorf("page %d: %q is only %.1f pt high", n, a.Text, a.Size)
		}
		for k, b := range pg.Texts {
			// Letters reach 0.68 em above the line and 0.22 below it.
			high := func(t typeset.DrawnText) (float64, float64) {
				return t.Y - 0.68*t.Size*perPoint, t.Y + 0.22*t.Size*perPoint
			}
			aTop, aEnd := high(a)
			bTop, bEnd := high(b)
			if k != i && a.X < b.X+b.Width-Slack && b.X < a.X+a.Width-Slack && aTop < bEnd-Slack && bTop < aEnd-Slack {
				t.Errorf("page %d: %q and %q of a drawing cover each other", n, a.Text, b.Text)
			}
		}
	}
}

// drawingWords are the texts that have to stand in a drawing wherever they find room: names, keys, letters.
func drawingWords(d *document.Drawing) []string {
	var words []string
	if c := d.Chart; c != nil {
		words = append(words, c.Categories...)
		for i, s := range c.Series {
			if len(c.Series) > 1 {
				words = append(words, s.Name)
			}
			for n, p := range s.Points {
				if c.Kind == document.ChartBars || (c.Kind == document.ChartLine && len(c.Series) == 1) {
					words = append(words, p.Text(c.Unit))
				}
				if total, known := c.Sum(n); known && c.Kind == document.ChartStacked && i == 0 {
					words = append(words, document.NumberText(total, c.Unit))
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
func checkRules(t *testing.T, pg *typeset.Page, p document.Profile) {
	t.Helper()
	long := typeset.RoleNation
	if !p.IsParty() {
		long = typeset.RoleMotto
	}
	for i, item := range pg.Texts {
		lastOfIssuer := item.Role == typeset.RoleIssuer && pg.Texts[i+1].Role != typeset.RoleIssuer && !p.IsParty()
		if item.Role != long && !lastOfIssuer {
			continue
		}
		low, high := item.Width-0.5, item.Width+0.5
		if item.Role == typeset.RoleIssuer {
			low, high = item.Width/3, item.Width/2
		}
		found := false
		for _, rule := range pg.Rules {
			length := rule.X2 - rule.X1
			middle := math.Abs((rule.X1+rule.X2)/2 - (item.X + item.Width/2))
			found = found || (length >= low && length <= high && middle < 0.5 && rule.Y1 > item.Y && rule.Y1 < item.Y+8)
		}
		if !found {
			t.Errorf("no rule of %.1f–%.1f mm under %q", low, high, item.Text)
		}
	}
}
