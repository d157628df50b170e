package typeset_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/fault"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
)

func TestDrawingsKeepTheRules(t *testing.T) {
	t.Parallel()
	all := map[string]document.Document{}
	for name, d := range documenttest.Drawings() {
		for _, across := range []bool{false, true} {
			doc := documenttest.DrawingPaper(d, across)
			all[fmt.Sprintf("ve-%s-%v", name, across)] = doc
			kept, _ := json.Marshal(doc)
			var back document.Document
			if err := json.Unmarshal(kept, &back); err != nil {
				t.Fatal(err)
			}
			pdf, _ := typeset.RenderPDF(doc, documenttest.MadeAt)
			if again, _ := typeset.RenderPDF(back, documenttest.MadeAt); !bytes.Equal(pdf.Bytes, again.Bytes) {
				t.Errorf("%s: other bytes after JSON", name)
			}
		}
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}

func TestDrawingsThatSayNothingAreRefused(t *testing.T) {
	infinite := math.Inf(1)
	tests := map[string]func(*document.Drawing){
		"nothing":         func(d *document.Drawing) { d.Chart = nil },
		"both":            func(d *document.Drawing) { d.Matrix = documenttest.MatrixSample().Matrix },
		"unknown kind":    func(d *document.Drawing) { d.Chart.Kind = "tròn" },
		"no series":       func(d *document.Drawing) { d.Chart.Series = nil },
		"seven series":    func(d *document.Drawing) { d.Chart.Series = append(d.Chart.Series, d.Chart.Series[0]) },
		"fewer points":    func(d *document.Drawing) { d.Chart.Series[0].Points = d.Chart.Series[0].Points[1:] },
		"negative":        func(d *document.Drawing) { d.Chart.Series[0].Points[0] = document.At(-1) },
		"infinite":        func(d *document.Drawing) { d.Chart.Series[0].Points[0] = document.Point{Value: &infinite} },
		"not a number":    func(d *document.Drawing) { d.Chart.Max = math.NaN() },
		"bounds reversed": func(d *document.Drawing) { d.Chart.Series[0].Points[0] = documenttest.Between(10, 8) },
		"one bound":       func(d *document.Drawing) { d.Chart.Series[0].Points[0] = document.Point{Low: new(float64)} },
		"line too long":   func(d *document.Drawing) { d.Chart.Kind, d.Chart.Categories = document.ChartLine, make([]string, 25) },
		"no columns":      func(d *document.Drawing) { d.Chart, d.Matrix = nil, &document.Matrix{} },
		"cells in disarray": func(d *document.Drawing) {
			*d = documenttest.MatrixSample()
			d.Matrix.Rows[0].Cells[3].From = 1
		},
		"cell beyond the year": func(d *document.Drawing) {
			*d = documenttest.MatrixSample()
			d.Matrix.Rows[0].Cells[11].To = 13
		},
	}
	for name, spoil := range tests {
		d := documenttest.StackedSample()
		spoil(&d)
		if _, err := typeset.RenderPDF(documenttest.DrawingPaper(d, false), documenttest.MadeAt); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFigureText(t *testing.T) {
	for _, tt := range []struct {
		v    float64
		unit string
		want string
	}{{0, "", "0"}, {7, "lượt", "7"}, {1234.5, "", "1.234,5"}, {1234567, "", "1.234.567"}, {85.71, "%", "85,7%"},
		{100, "%", "100%"}, {0.04, "", "0"}, {999.96, "", "1.000"}} {
		if got := document.NumberText(tt.v, tt.unit); got != tt.want {
			t.Errorf("%v %s: %q, want %q", tt.v, tt.unit, got, tt.want)
		}
	}
}

// Any numbers and any words give a drawing that keeps to the rules of the page.
func TestAnyChartKeepsTheRules(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := &document.Chart{
			Kind: rapid.SampledFrom([]document.ChartKind{document.ChartBars, document.ChartStacked, document.ChartLine}).Draw(r, "kind"),
			Unit: rapid.SampledFrom([]string{"", "%", "lượt người dự họp"}).Draw(r, "unit"),
		}
		words := rapid.SampledFrom(
			[]string{"T1", "Phòng Văn hóa – Xã hội", "Ủy ban nhân dân xã Nguyễn Việt Khái Thượng", strings.Repeat("x", 90), "", "Đ"},
		)
		c.Categories = rapid.SliceOfN(words, 1, 14).Draw(r, "categories")
		tones := []document.Tone{
			document.ToneDark, document.ToneMid, document.ToneSlant, document.ToneLight, document.ToneNone, document.ToneCross}
		for i := range rapid.IntRange(1, 6).Draw(r, "series") {
			s := document.Series{Name: words.Draw(r, "name"), Tone: tones[i]}
			for range c.Categories {
				p := document.Point{}
				scale := rapid.SampledFrom([]float64{1, 40, 1e6}).Draw(r, "scale")
				v := rapid.Float64Range(0, scale).Draw(r, "value")
				switch rapid.IntRange(0, 3).Draw(r, "known") {
				case 0:
				case 1:
					p = documenttest.Between(v/2, v)
				default:
					p = document.At(math.Round(v))
				}
				s.Points = append(s.Points, p)
			}
			c.Series = append(c.Series, s)
		}
		l, err := typeset.LayOut(documenttest.DrawingPaper(document.Drawing{Caption: "Biểu đồ", Chart: c}, rapid.Bool().Draw(r, "across")))
		if err != nil {
			r.Fatal(err)
		}
		for n, pg := range l.Pages {
			typesettest.CheckInside(r, n+1, pg)
			typesettest.CheckFigures(r, n+1, pg)
		}
	})
}

// The sixteen fields of work stand on one page across the sheet, also above signatures: bars move closer before a chart is divided.
func TestChartOfAllFieldsStandsOnOnePage(t *testing.T) {
	t.Parallel()
	for categories, want := range map[int]int{5: 1, 13: 1, 16: 1, 40: 3} {
		doc := chartOf(categories)
		pages := map[int]bool{}
		laid, err := typeset.LayOut(doc)
		if err != nil {
			t.Fatal(err)
		}
		for n, page := range laid.Pages {
			for _, text := range page.Texts {
				if strings.HasPrefix(text.Text, "Lĩnh vực mẫu") {
					pages[n] = true
				}
			}
		}
		if len(pages) != want {
			t.Errorf("a chart of %d bars stands on %d pages, want %d", categories, len(pages), want)
		}
	}
}

// chartOf is a paper across the sheet with a stacked chart and signatures after it.
func chartOf(categories int) document.Document {
	chart := &document.Chart{
		Kind:   document.ChartStacked,
		Unit:   "ý kiến, kiến nghị",
		Series: []document.Series{{Name: "Xong", Tone: document.ToneDark}, {Name: "Chưa", Tone: document.ToneNone}},
	}
	for i := range categories {
		chart.Categories = append(chart.Categories, fmt.Sprintf("Lĩnh vực mẫu %02d", i+1))
		for s := range chart.Series {
			chart.Series[s].Points = append(chart.Series[s].Points, document.At(float64(i+s)))
		}
	}
	doc := documenttest.Register()
	doc.Blocks = append(doc.Blocks, document.DrawingBlock(document.Drawing{Caption: "Biểu đồ mẫu", Chart: chart}))
	return doc
}

// A chart that would fill its page leaves room for the signatures after it: they never stand alone.
func TestChartLeavesRoomForTheSignatures(t *testing.T) {
	t.Parallel()
	all := map[string]document.Document{}
	for _, categories := range []int{9, 13, 15, 17, 22, 30} {
		for _, remark := range []bool{false, true} {
			doc := chartOf(categories)
			if remark {
				doc.Blocks = append(doc.Blocks, document.Text("Tính đến ngày in."))
			}
			all[fmt.Sprintf("%d %v", categories, remark)] = doc
		}
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}
