package typeset_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
)

// A missing glyph leaves a blank while text extraction still looks right, so the pixels are asked: every letter, in
// every style, has ink where it should stand.
func TestEveryLetterLeavesInk(t *testing.T) {
	letters := strings.Join(strings.Split(documenttest.Alphabet()+"0123456789%₫□", ""), " ")
	doc := documenttest.WithBody(
		document.Rich(document.Run{Text: letters}),
		document.Rich(document.Run{Text: letters, Bold: true}),
		document.Rich(document.Run{Text: letters, Italic: true}),
		document.Rich(document.Run{Text: letters, Bold: true, Italic: true}),
	)
	l, err := typeset.LayOut(doc)
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := typeset.RenderPDF(doc, documenttest.MadeAt)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "letters.pdf")
	if err := os.WriteFile(path, pdf.Bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	const dpi = 100
	checked, images := 0, typesettest.Pictures(t, path, dpi)
	for n, pg := range l.Pages {
		img := images[n]
		px := func(mm float64) int { return int(mm / 25.4 * dpi) }
		for _, item := range pg.Texts {
			if item.Role != typeset.RoleBody {
				continue
			}
			x, em := item.X, item.Size*25.4/72
			for _, r := range item.Text {
				w := typeset.TextWidth(string(r), item.Style, item.Size)
				if r == ' ' {
					x += w + item.Stretch
					continue
				}
				ink := false
				for py := px(item.Y - 0.95*em); py <= px(item.Y+0.25*em); py++ {
					for p := px(x); p <= px(x+w); p++ {
						ink = ink || img.At(p, py) < 160
					}
				}
				if checked++; !ink {
					t.Errorf("%q in style %d leaves no ink on page %d", r, item.Style, n+1)
				}
				x += w
			}
		}
	}
	if checked < 4*178 {
		t.Errorf("only %d letters looked at", checked)
	}
}

// A date is never broken, even where the report's author made the column too narrow for it.
func TestColumnsMakeRoomForFigures(t *testing.T) {
	doc := documenttest.WithBody(document.TableBlock(document.Table{
		Columns: []document.Column{{Width: 8}, {Width: 80}, {Width: 12}, {Width: 15}},
		Head:    []document.Row{document.Cells("STT", "Nội dung", "Từ ngày", "Phường")},
		Rows: []document.Row{
			document.Cells("1", documenttest.Filler, "12/01/2026 - 31/01/2026", "x"),
			document.Cells("100", "y", "1.234.567", "z"),
		},
	}))
	typesettest.CheckPDF(t, doc, documenttest.MadeAt)
	l, _ := typeset.LayOut(doc)
	for _, want := range []string{"12/01/2026", "31/01/2026", "1.234.567", "STT", "Phường"} {
		found := false
		for _, item := range l.Pages[0].Texts {
			found = found || strings.Contains(item.Text, want)
		}
		if !found {
			t.Errorf("%q is broken", want)
		}
	}
}
