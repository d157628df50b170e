package typesettest

import (
	"caunoi/backend/document"
	"caunoi/backend/typeset"
)

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
