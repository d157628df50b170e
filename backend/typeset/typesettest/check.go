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
	l := checkPages(t, doc)
	pdf, err := typeset.RenderPDF(doc, at)
	if err != nil {
		t.Fatalf("render: %v", err)
	}
	if pdf.Pages != len(l.Pages) {
		t.Fatalf("%d pages, laid out %d", pdf.Pages, len(l.Pages))
	}
	var pages []printedPage
	for n, pg := range l.Pages {
		pages = append(pages, printedPage{pg, "page " + strconv.Itoa(n+1)})
	}
	checkFile(t, pages, pdf.Bytes)
}

// papersInOneFile is how many papers are bound together for the other programs to read.
const papersInOneFile = 24

// CheckPapers measures many papers by the same rules, the pages of each in a subtest of its name. Every report of the catalog
// goes through it. The other programs read the papers bound together: to start one takes longer than to read twenty papers.
func CheckPapers(t *testing.T, papers map[string]document.Document, at time.Time) {
	t.Helper()
	names := slices.Sorted(maps.Keys(papers))
	laidOut := make([]*typeset.Layout, len(names))
	t.Run("pages", func(t *testing.T) {
		for i, name := range names {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				laidOut[i] = checkPages(t, papers[name])
				KeepPDF(t, name+".pdf", papers[name])
			})
		}
	})
	if t.Failed() {
		return
	}
	t.Run("files", func(t *testing.T) {
		for from := 0; from < len(names); from += papersInOneFile {
			t.Run(names[from], func(t *testing.T) {
				t.Parallel()
				binder := typeset.NewBinder("", at, false)
				var pages []printedPage
				for i := from; i < min(from+papersInOneFile, len(names)); i++ {
					if _, _, err := binder.Add(papers[names[i]], ""); err != nil {
						t.Fatalf("%s: %v", names[i], err)
					}
					for n, pg := range laidOut[i].Pages {
						pages = append(pages, printedPage{pg, fmt.Sprintf("%s, page %d", names[i], n+1)})
					}
				}
				file, _, err := binder.Bytes()
				if err != nil {
					t.Fatal(err)
				}
				checkFile(t, pages, file)
			})
		}
	})
}

// checkPages measures the pages of a paper as they are laid out, and gives them.
func checkPages(t *testing.T, doc document.Document) *typeset.Layout {
	t.Helper()
	l, err := typeset.LayOut(doc)
	if err != nil {
		t.Fatalf("layout: %v", err)
	}
	checkSizes(t, l)
	checkPageNumbers(t, l, doc)
	checkMarks(t, l, doc)
	for n, pg := range l.Pages {
		CheckInside(t, n+1, pg)
		CheckOverlap(t, n+1, pg)
		CheckTableHeads(t, n+1, pg)
		checkLeading(t, n+1, pg, l.Profile)
		checkSignature(t, n+1, pg)
		checkSignatureBoxes(t, n+1, pg)
		CheckFigures(t, n+1, pg)
	}
	if doc.Head.Issuer != "" {
		checkRules(t, l.Pages[0], l.Profile)
	}
	CheckWords(t, l, doc)
	return l
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
			t.Errorf("HD 05, II.IV.5: page %d shows number %s, want %d", n+1, shown.Text, want)
		}
		middle := shown.X + shown.Width/2
		top := shown.Y - 0.676*shown.Size*perPoint // height of the digits of this face
		if math.Abs(middle-(pg.Left+pg.Right)/2) > 0.2 || math.Abs(top-10) > 1 {
			t.Errorf("HD 05, II.IV.5.1: page %d: number at middle %.2f, top %.2f mm", n+1, middle, top)
		}
	}
	parts := len(doc.Annexes)
	if doc.Type != "" || len(doc.Blocks) > 0 {
		parts++
	}
	if firsts != parts {
		t.Errorf("HD 05, II.IV.5.2: %d parts begin without a number, want %d", firsts, parts)
	}
}

// CheckInside: no ink outside the text block, no text outside its cell.
func CheckInside(t Tester, n int, pg *typeset.Page) {
	t.Helper()
	for _, item := range pg.Texts {
		if outside(item) {
			continue
		}
		em := item.Size * perPoint
		if item.X < pg.Left-Slack || item.X+item.Width > pg.Right+Slack || item.Y-0.7*em < pg.Top-Slack ||
			item.Y+0.22*em > pg.Bottom+Slack {
			t.Errorf(
				"HD 05, II.IV.4: page %d: %q at %.2f–%.2f, baseline %.2f outside the block",
				n,
				item.Text,
				item.X,
				item.X+item.Width,
				item.Y,
			)
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
			t.Errorf("HD 05, II.IV.4: page %d: rule %+v outside the block", n, rule)
		}
	}
}

// outside tells that a text has its place in the margin of the sheet.
func outside(item typeset.DrawnText) bool {
	return slices.Contains([]typeset.Role{typeset.RolePage, typeset.RoleContact, typeset.RoleMark, typeset.RoleProof}, item.Role)
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
			t.Errorf("HD 05, II.I.6.2.2: page %d: %q stands %.2f mm below the line above", n, item.Text, step)
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
			t.Errorf("HD 05, II.I.1.2; NĐ 30, I.1: no rule of %.1f–%.1f mm under %q", low, high, item.Text)
		}
	}
}
