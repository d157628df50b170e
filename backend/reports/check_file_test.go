package reports

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

// tool runs a program of poppler-utils on a file.
func tool(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v (install the package poppler-utils)", name, err)
	}
	return out
}

// checkFile compares the layout with the words, sizes and ink that poppler finds in the file: the layout's own account
// of itself proves nothing.
func checkFile(t *testing.T, l *layout, file []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	var found struct {
		Pages []seenPage `xml:"body>doc>page"`
	}
	decoder := xml.NewDecoder(bytes.NewReader(tool(t, "pdftotext", "-bbox", path, "-")))
	decoder.Strict, decoder.Entity = false, xml.HTMLEntity
	if err := decoder.Decode(&found); err != nil {
		t.Fatal(err)
	}
	if len(found.Pages) != len(l.pages) {
		t.Fatalf("file has %d pages, laid out %d", len(found.Pages), len(l.pages))
	}
	for n, pg := range l.pages {
		checkFound(t, n+1, pg, found.Pages[n])
	}
	checkInk(t, l, path)
	checkFonts(t, l, path)
}

func checkFound(t *testing.T, n int, pg *page, f seenPage) {
	t.Helper()
	if math.Abs(f.Width*perPoint-pg.w) > 0.1 || math.Abs(f.Height*perPoint-pg.h) > 0.1 {
		t.Errorf("page %d is %.1f × %.1f mm, want %.0f × %.0f", n, f.Width*perPoint, f.Height*perPoint, pg.w, pg.h)
	}
	var want, got []string
	for _, item := range pg.texts {
		want = append(want, strings.Split(squeeze(item.text), "")...)
	}
	for _, word := range f.Words {
		got = append(got, strings.Split(squeeze(word.Text), "")...)
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("page %d: the file holds other letters (%d) than were laid out (%d)", n, len(got), len(want))
	}
	for _, item := range pg.texts {
		x := item.x
		for _, part := range strings.SplitAfter(item.text, " ") {
			word, _, _ := strings.Cut(unbound(part), " ") // a no-break space parts words in the file too
			if word != "" && !f.holds(word, x, item) {
				t.Errorf("page %d: %q not found at %.2f, %.2f mm in %.0f pt", n, word, x, item.y, item.size)
			}
			x += width(part, item.style, item.size) + item.stretch
		}
	}
}

// holds tells whether the file shows a word beginning at x on the item's baseline, in its size.
func (f seenPage) holds(word string, x float64, item textItem) bool {
	for _, w := range f.Words {
		// Type of this face reaches 0.891 em above the baseline and 0.216 below.
		size := (w.YMax - w.YMin) / 1.107
		base := (w.YMin + 0.891*size) * perPoint
		if math.Abs(w.XMin*perPoint-x) < 0.3 && math.Abs(base-item.y) < 0.3 && math.Abs(size-item.size) < 0.3 &&
			strings.HasPrefix(w.Text, word) {
			return true
		}
	}
	return false
}

// checkInk looks at the pixels: nothing dark outside the text block but page number and contact line.
func checkInk(t *testing.T, l *layout, path string) {
	t.Helper()
	const dpi = 40
	if len(l.pages) > 12 {
		return // pictures of long files take long; their pages are built the same way
	}
	images := pictures(t, path, dpi)
	for n, pg := range l.pages {
		img := images[n]
		for y := range img.h {
			for x := range img.w {
				mx, my := float64(x)/dpi*25.4, float64(y)/dpi*25.4
				inside := mx > pg.left-1.2 && mx < pg.right+1 && my > pg.top-1.2 && my < pg.bottom+1
				allowed := (my > 9 && my < 15.5) || (n == 0 && my > pg.bottom && my < pg.bottom+8)
				if img.at(x, y) < 100 && !inside && !allowed {
					t.Errorf("page %d: ink at %.1f, %.1f mm outside the text block", n+1, mx, my)
					return
				}
			}
		}
	}
}

// greyPicture is a rendered page.
type greyPicture struct {
	w, h   int
	pixels []byte
}

func (g greyPicture) at(x, y int) byte { return g.pixels[y*g.w+x] }

// pictures renders all pages; starting the program once for each page would take most of the tests' time.
func pictures(t *testing.T, path string, dpi int) []greyPicture {
	t.Helper()
	raw := tool(t, "pdftoppm", "-gray", "-r", fmt.Sprint(dpi), path)
	var all []greyPicture
	for len(raw) > 0 {
		var img greyPicture
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
func checkFonts(t *testing.T, l *layout, path string) {
	t.Helper()
	used := map[fontStyle]bool{}
	for _, pg := range l.pages {
		for _, item := range pg.texts {
			used[item.style] = true
		}
	}
	lines := strings.Split(strings.TrimSpace(string(tool(t, "pdffonts", path))), "\n")[2:]
	if len(lines) != len(used) {
		t.Errorf("%d fonts in the file, %d used", len(lines), len(used))
	}
	for _, line := range lines {
		if !strings.Contains(line, "yes") {
			t.Errorf("font not embedded: %s", line)
		}
	}
}

// pdfPages gives the text of each page of a file as another program reads it.
func pdfPages(t *testing.T, file []byte) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(string(tool(t, "pdftotext", "-raw", path, "-")), "\f")
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
func KeepPDF(t *testing.T, name string, doc Document) {
	t.Helper()
	if os.Getenv("CAUNOI_SAMPLES_OUT") != "" {
		pdf, err := RenderPDF(doc, madeAt)
		if err != nil {
			t.Fatal(err)
		}
		KeepSample(t, name, pdf.Bytes)
	}
}

// unbound writes no-break spaces as spaces.
func unbound(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

// LaidText gives what stands on the laid-out pages of a paper, without spaces.
func LaidText(t *testing.T, doc Document) string {
	t.Helper()
	l, err := setDocument(doc)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, pg := range l.pages {
		for _, item := range pg.texts {
			text.WriteString(squeeze(item.text))
		}
	}
	return text.String()
}
