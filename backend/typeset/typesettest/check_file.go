package typesettest

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/typeset"
)

// seen is a word as another program finds it in the file, in mm.
type seen struct {
	XMin float64 `xml:"xMin,attr"`
	YMin float64 `xml:"yMin,attr"`
	XMax float64 `xml:"xMax,attr"`
	YMax float64 `xml:"yMax,attr"`
	Text string  `xml:",chardata"`
}

type seenPage struct {
	Width  float64 `xml:"width,attr"`
	Height float64 `xml:"height,attr"`
	Words  []seen  `xml:"word"`
}

// Tool runs a program of poppler-utils on a file.
func Tool(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v (install the package poppler-utils)", name, err)
	}
	return out
}

// printedPage is a page as laid out, with its place in a file.
type printedPage struct {
	*typeset.Page
	where string // "R20 dang, page 2"
}

// checkFile compares the layout with the words, sizes and ink that poppler finds in the file: the layout's own account
// of itself proves nothing.
func checkFile(t *testing.T, pages []printedPage, file []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	var found struct {
		Pages []seenPage `xml:"body>doc>page"`
	}
	decoder := xml.NewDecoder(bytes.NewReader(Tool(t, "pdftotext", "-bbox", path, "-")))
	decoder.Strict, decoder.Entity = false, xml.HTMLEntity
	if err := decoder.Decode(&found); err != nil {
		t.Fatal(err)
	}
	if len(found.Pages) != len(pages) {
		t.Fatalf("file has %d pages, laid out %d", len(found.Pages), len(pages))
	}
	for n, pg := range pages {
		checkFound(t, pg, found.Pages[n])
	}
	checkInk(t, pages, path)
	CheckArchive(t, pages[0].where, file)
	checkFonts(t, pages, path)
}

func checkFound(t *testing.T, pg printedPage, f seenPage) {
	t.Helper()
	if math.Abs(f.Width*perPoint-pg.Width) > 0.1 || math.Abs(f.Height*perPoint-pg.Height) > 0.1 {
		t.Errorf("%s is %.1f × %.1f mm, want %.0f × %.0f", pg.where, f.Width*perPoint, f.Height*perPoint, pg.Width, pg.Height)
	}
	var want, got []string
	for _, item := range pg.Texts {
		want = append(want, strings.Split(Squeeze(item.Text), "")...)
	}
	for _, word := range f.Words {
		got = append(got, strings.Split(Squeeze(word.Text), "")...)
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("%s: the file holds other letters (%d) than were laid out (%d)", pg.where, len(got), len(want))
	}
	for _, item := range pg.Texts {
		x := item.X
		for _, part := range strings.SplitAfter(item.Text, " ") {
			word, _, _ := strings.Cut(Unbound(part), " ") // a no-break space parts words in the file too
			if word != "" && !f.holds(word, x, item) {
				t.Errorf("%s: %q not found at %.2f, %.2f mm in %.0f pt", pg.where, word, x, item.Y, item.Size)
			}
			x += typeset.TextWidth(part, item.Style, item.Size) + item.Stretch
		}
	}
}

// holds tells whether the file shows a word beginning at x on the item's baseline, in its size.
func (f seenPage) holds(word string, x float64, item typeset.DrawnText) bool {
	for _, w := range f.Words {
		// Type of this face reaches 0.891 em above the baseline and 0.216 below.
		size := (w.YMax - w.YMin) / 1.107
		base := (w.YMin + 0.891*size) * perPoint
		if math.Abs(w.XMin*perPoint-x) < 0.3 && math.Abs(base-item.Y) < 0.3 && math.Abs(size-item.Size) < 0.3 &&
			strings.HasPrefix(w.Text, word) {
			return true
		}
	}
	return false
}

// checkInk looks at the pixels: nothing dark outside the text block but what stands in the margins.
func checkInk(t *testing.T, pages []printedPage, path string) {
	t.Helper()
	const dpi = 40
	for n, img := range Pictures(t, path, dpi) {
		pg := pages[n]
		if x, y, found := pg.strayInk(img, dpi); found {
			t.Errorf("%s: ink at %.1f, %.1f mm outside the text block", pg.where, x, y)
		}
	}
}

// strayInk finds something dark outside the text block, the page number, the contact line and the code in the foot.
func (pg printedPage) strayInk(img GreyPicture, dpi float64) (x, y float64, found bool) {
	foot := slices.ContainsFunc(pg.Texts, func(i typeset.DrawnText) bool { return outside(i) && i.Y > pg.Bottom })
	proven := pg.proven()
	for py := range img.h {
		for px := range img.w {
			x, y = float64(px)/dpi*25.4, float64(py)/dpi*25.4
			if img.At(px, py) >= 100 {
				continue
			}
			inside := x > pg.Left-1.2 && x < pg.Right+1 && y > pg.Top-1.2 && y < pg.Bottom+1
			allowed := (y > 8 && y < 15.5) || (foot && y > pg.Bottom && y < pg.Height-9.5) ||
				(proven && x > pg.Left-1.2 && x < pg.Left+80 && y > pg.Bottom && y < pg.Height-3)
			if !inside && !allowed {
				return x, y, true
			}
		}
	}
	return 0, 0, false
}

// GreyPicture is a rendered page.
type GreyPicture struct {
	w, h   int
	pixels []byte
}

func (g GreyPicture) At(x, y int) byte { return g.pixels[y*g.w+x] }

// Pictures renders all pages; starting the program once for each page would take most of the tests' time.
func Pictures(t *testing.T, path string, dpi int) []GreyPicture {
	t.Helper()
	raw := Tool(t, "pdftoppm", "-gray", "-r", fmt.Sprint(dpi), path)
	var all []GreyPicture
	for len(raw) > 0 {
		var img GreyPicture
		var depth int
		if _, err := fmt.Fscanf(bytes.NewReader(raw), "P5\n%d %d\n%d\n", &img.w, &img.h, &depth); err != nil {
			t.Fatalf("picture %d unreadable: %v", len(all)+1, err)
		}
		head := len(fmt.Sprintf("P5\n%d %d\n%d\n", img.w, img.h, depth))
		img.pixels = raw[head : head+img.w*img.h]
		raw = raw[head+img.w*img.h:]
		all = append(all, img)
	}
	return all
}

// checkFonts: all fonts embedded, and only those used.
func checkFonts(t *testing.T, pages []printedPage, path string) {
	t.Helper()
	used := map[typeset.FontStyle]bool{}
	for _, pg := range pages {
		for _, item := range pg.Texts {
			used[item.Style] = true
		}
	}
	lines := strings.Split(strings.TrimSpace(string(Tool(t, "pdffonts", path))), "\n")[2:]
	if len(lines) != len(used) {
		t.Errorf("%d fonts in the file, %d used", len(lines), len(used))
	}
	for _, line := range lines {
		if !strings.Contains(line, "yes") {
			t.Errorf("font not embedded: %s", line)
		}
	}
}

// PDFPages gives the text of each page of a file as another program reads it.
func PDFPages(t *testing.T, file []byte) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(string(Tool(t, "pdftotext", "-raw", path, "-")), "\f")
	return pages[:len(pages)-1]
}

// KeepSample keeps a file to be looked at, where CAUNOI_SAMPLES_OUT names a folder.
func KeepSample(t *testing.T, name string, file []byte) {
	t.Helper()
	if dir := os.Getenv("CAUNOI_SAMPLES_OUT"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name), file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// KeepPDF keeps a paper to be looked at, where CAUNOI_SAMPLES_OUT names a folder.
func KeepPDF(t *testing.T, name string, doc document.Document) {
	t.Helper()
	if os.Getenv("CAUNOI_SAMPLES_OUT") != "" {
		pdf, err := typeset.RenderPDF(doc, documenttest.MadeAt)
		if err != nil {
			t.Fatal(err)
		}
		KeepSample(t, name, pdf.Bytes)
	}
}

// Unbound writes no-break spaces as spaces.
func Unbound(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

// LaidText gives what stands on the laid-out pages of a paper, without spaces.
func LaidText(t *testing.T, doc document.Document) string {
	t.Helper()
	l, err := typeset.LayOut(doc)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, pg := range l.Pages {
		for _, item := range pg.Texts {
			text.WriteString(Squeeze(item.Text))
		}
	}
	return text.String()
}

// proven tells that a page has the words, and mostly the code, by which a print is checked.
func (pg printedPage) proven() bool {
	return slices.ContainsFunc(pg.Texts, func(item typeset.DrawnText) bool { return item.Role == typeset.RoleProof })
}
