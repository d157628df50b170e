package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"caunoi/backend/fault"
)

// points makes points of whole numbers; a negative one is missing.
func points(values ...float64) []Point {
	list := make([]Point, len(values))
	for i, v := range values {
		if v >= 0 {
			list[i] = At(v)
		}
	}
	return list
}

// between is a number known only by its bounds.
func between(low, high float64) Point { return Point{Low: &low, High: &high} }

func stackedSample() Drawing {
	return Drawing{
		Caption: "Biểu đồ 1. Kết quả giải quyết ý kiến, kiến nghị theo lĩnh vực",
		Chart: &Chart{
			Kind: ChartStacked,
			Unit: "ý kiến, kiến nghị",
			Categories: []string{
				"Giao thông, thủy lợi, hạ tầng nông thôn",
				"Đất đai, môi trường",
				"Chính sách xã hội, y tế, giáo dục và các lĩnh vực khác có liên quan",
				"An ninh, trật tự",
			},
			Series: []Series{
				{"Đã giải quyết xong", ToneDark, points(1200, 9, 4, 0)},
				{"Giải trình, cung cấp thông tin", ToneMid, points(310, 3, 0, 0)},
				{
					"Có lộ trình",
					ToneSlant,
					points(205, 1, 2, 0),
				},
				{"Đang giải quyết", ToneLight, points(306, 2, 1, 0)},
				{"Chưa trả lời", ToneNone, points(201, 0, 1, -1)},
				{"Trùng, ngoài phạm vi", ToneCross, points(150, 0, 0, 0)},
			},
		},
	}
}

func barsSample() Drawing {
	c := &Chart{
		Kind:       ChartBars,
		Unit:       "ngày làm việc",
		Categories: []string{"Phòng Kinh tế", "Phòng Văn hóa – Xã hội", "Công an xã", "Trung tâm Phục vụ hành chính công"},
		Series:     []Series{{"Lâu nhất", ToneDark, points(97, 42, 0, -1)}, {"Trung vị", ToneLight, points(12.5, 8, 3, 1234.5)}},
	}
	c.Series[1].Points[1] = between(8, 10)
	return Drawing{Caption: "Biểu đồ 2. Thời gian chờ tại từng cơ quan", Chart: c}
}

func lineSample() Drawing {
	c := &Chart{
		Kind:   ChartLine,
		Unit:   "%",
		Max:    100,
		Series: []Series{{"Tỷ lệ dự", "", points(85.7, 92.3, 78, -1, -1, 88.9, 100, 97.5, 0, 45, 50, 66.7)}},
	}
	for m := 1; m <= 12; m++ {
		c.Categories = append(c.Categories, fmt.Sprintf("T%d", m))
	}
	return Drawing{Caption: "Biểu đồ 3. Tỷ lệ dự sinh hoạt theo tháng", Chart: c}
}

func linesSample() Drawing {
	c := &Chart{
		Kind:       ChartLine,
		Unit:       "lượt",
		Categories: []string{"Quý I/2025", "Quý II/2025", "Quý III/2025", "Quý IV/2025", "Quý I/2026"},
		Series: []Series{
			{"Tiếp nhận", "", points(12, 40, 37, -1, 61)},
			{"Giải quyết xong", "", points(10, 22, 35, 30, 59)},
			{"Quá hạn", "", points(1, 2, -1, 0, 1)},
		},
	}
	c.Series[0].Points[3] = between(48, 55)
	return Drawing{Caption: "Biểu đồ 4. Tiếp nhận và giải quyết", Chart: c}
}

func matrixSample() Drawing {
	m := &Matrix{
		Label: "Nhiệm vụ năm 2026",
		Note:  "Người thực hiện",
		Total: "Tỷ lệ",
		Key: []KeyEntry{
			{"Đ", "Đã dự", ToneLight},
			{"T", "Dự thay", ToneNone},
			{"P", "Vắng có lý do", ToneSlant},
			{
				"V",
				"Vắng",
				ToneDark,
			},
			{"K", "Không tổ chức", ToneNone},
			{"–", "Tạm dừng", ToneNone},
			{"?", "Chưa ghi nhận", ToneCross},
			{"·", "Chưa đến", ToneNone},
		},
	}
	for i := 1; i <= 12; i++ {
		m.Columns = append(m.Columns, fmt.Sprintf("T%d", i))
	}
	monthly := MatrixRow{Name: Cell{Text: "Dự sinh hoạt chi bộ thường kỳ"}, Note: Cell{Text: "Cán bộ mẫu 01"}, Total: Cell{Text: "9/11"}}
	lunar := MatrixRow{
		Name:  Cell{Text: "Dự họp tổ Nhân dân tự quản, 16 âm lịch hằng tháng"},
		Note:  Cell{Text: "Cán bộ mẫu 02"},
		Total: Cell{Text: "10/12"},
	}
	weekly := MatrixRow{Name: Cell{Text: "Tiếp dân thứ hai hằng tuần"}, Note: Cell{Text: "Tổ công tác số 03"}, Total: Cell{Text: "40/52"}}
	letters := []string{"Đ", "Đ", "V", "P", "?", "T", "K", "–", "·"}
	tones := []Tone{ToneLight, ToneLight, ToneDark, ToneSlant, ToneCross, ToneNone, ToneNone, ToneNone, ToneNone}
	for i := range 12 {
		monthly.Cells = append(monthly.Cells, MatrixCell{From: float64(i), To: float64(i + 1), Letter: letters[i%9], Tone: tones[i%9]})
	}
	for i := range 13 {
		lunar.Cells = append(
			lunar.Cells,
			MatrixCell{
				From:   float64(i) * 12 / 13,
				To:     math.Min(float64(i+1)*12/13, 12),
				Letter: letters[(i+2)%9],
				Label:  fmt.Sprintf("%d âl", i%12+1),
				Tone:   tones[(i+2)%9],
			},
		)
	}
	for i := range 52 {
		weekly.Cells = append(
			weekly.Cells,
			MatrixCell{From: float64(i) * 12 / 52, To: math.Min(float64(i+1)*12/52, 12), Letter: letters[i%9], Tone: tones[i%9]},
		)
	}
	m.Rows = []MatrixRow{monthly, lunar, weekly}
	return Drawing{Caption: "Thực hiện nhiệm vụ năm 2026", Matrix: m}
}

// drawings is one of every kind, and the awkward ones.
func drawings() map[string]Drawing {
	long := stackedSample()
	for i := range 45 {
		long.Chart.Categories = append(long.Chart.Categories, fmt.Sprintf("Lĩnh vực mẫu số %02d", i+1))
		for s := range long.Chart.Series {
			long.Chart.Series[s].Points = append(long.Chart.Series[s].Points, At(float64((i*7+s*3)%11)))
		}
	}
	tall := matrixSample()
	for i := range 40 {
		row := tall.Matrix.Rows[i%3]
		row.Name.Text = fmt.Sprintf("%s, nơi %02d", row.Name.Text, i)
		tall.Matrix.Rows = append(tall.Matrix.Rows, row)
	}
	zero := Drawing{
		Caption: "Không có số",
		Chart:   &Chart{Kind: ChartBars, Categories: []string{"A", "B"}, Series: []Series{{Name: "x", Points: points(0, -1)}}},
	}
	none := Drawing{
		Caption: "Không có dòng",
		Matrix:  &Matrix{Label: "Nhiệm vụ", Columns: []string{"T1", "T2"}, Empty: "Chưa có quy định nhiệm vụ nào cho nơi này"},
	}
	return map[string]Drawing{
		"chong":       stackedSample(),
		"thanh":       barsSample(),
		"duong":       lineSample(),
		"nhieu-duong": linesSample(),
		"nam":         matrixSample(),
		"chong-dai":   long,
		"nam-dai":     tall,
		"khong-so":    zero,
		"khong-dong":  none,
	}
}

// drawingPaper is a paper with a drawing between texts, upright or lying across.
func drawingPaper(d Drawing, across bool) Document {
	doc := with(Text(filler), DrawingBlock(d), Text(filler))
	doc.Landscape, doc.Signing.Recipients = across, nil
	return doc
}

func TestDrawingsKeepTheRules(t *testing.T) {
	for name, d := range drawings() {
		for _, across := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s %v", name, across), func(t *testing.T) {
				doc := drawingPaper(d, across)
				CheckPDF(t, doc, madeAt)
				pdf, _ := RenderPDF(doc, madeAt)
				if dir := os.Getenv("CAUNOI_SAMPLES_OUT"); dir != "" {
					_ = os.WriteFile(filepath.Join(dir, fmt.Sprintf("ve-%s-%v.pdf", name, across)), pdf.Bytes, 0o600)
				}
				kept, _ := json.Marshal(doc)
				var back Document
				if err := json.Unmarshal(kept, &back); err != nil {
					t.Fatal(err)
				}
				if again, _ := RenderPDF(back, madeAt); !bytes.Equal(pdf.Bytes, again.Bytes) {
					t.Error("other bytes after JSON")
				}
			})
		}
	}
}

func TestDrawingsThatSayNothingAreRefused(t *testing.T) {
	infinite := math.Inf(1)
	tests := map[string]func(*Drawing){
		"nothing":         func(d *Drawing) { d.Chart = nil },
		"both":            func(d *Drawing) { d.Matrix = matrixSample().Matrix },
		"unknown kind":    func(d *Drawing) { d.Chart.Kind = "tròn" },
		"no series":       func(d *Drawing) { d.Chart.Series = nil },
		"seven series":    func(d *Drawing) { d.Chart.Series = append(d.Chart.Series, d.Chart.Series[0]) },
		"fewer points":    func(d *Drawing) { d.Chart.Series[0].Points = d.Chart.Series[0].Points[1:] },
		"negative":        func(d *Drawing) { d.Chart.Series[0].Points[0] = At(-1) },
		"infinite":        func(d *Drawing) { d.Chart.Series[0].Points[0] = Point{Value: &infinite} },
		"not a number":    func(d *Drawing) { d.Chart.Max = math.NaN() },
		"bounds reversed": func(d *Drawing) { d.Chart.Series[0].Points[0] = between(10, 8) },
		"one bound":       func(d *Drawing) { d.Chart.Series[0].Points[0] = Point{Low: new(float64)} },
		"line too long":   func(d *Drawing) { d.Chart.Kind, d.Chart.Categories = ChartLine, make([]string, 25) },
		"no columns":      func(d *Drawing) { d.Chart, d.Matrix = nil, &Matrix{} },
		"cells in disarray": func(d *Drawing) {
			*d = matrixSample()
			d.Matrix.Rows[0].Cells[3].From = 1
		},
		"cell beyond the year": func(d *Drawing) {
			*d = matrixSample()
			d.Matrix.Rows[0].Cells[11].To = 13
		},
	}
	for name, spoil := range tests {
		d := stackedSample()
		spoil(&d)
		if _, err := RenderPDF(drawingPaper(d, false), madeAt); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFigureText(t *testing.T) {
	for _, tt := range []struct {
		v    float64
		unit string
		want string
	}{{0, "", "0"}, {7, "lượt", "7"}, {1234.5, "", "1.234,5"}, {1234567, "", "1.234.567"}, {85.71, "%", "85,7%"}, {100, "%", "100%"}, {0.04, "", "0"}, {999.96, "", "1.000"}} {
		if got := figureText(tt.v, tt.unit); got != tt.want {
			t.Errorf("%v %s: %q, want %q", tt.v, tt.unit, got, tt.want)
		}
	}
}

// Any numbers and any words give a drawing that keeps to the rules of the page.
func TestAnyChartKeepsTheRules(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := &Chart{
			Kind: rapid.SampledFrom([]ChartKind{ChartBars, ChartStacked, ChartLine}).Draw(r, "kind"),
			Unit: rapid.SampledFrom([]string{"", "%", "lượt người dự họp"}).Draw(r, "unit"),
		}
		words := rapid.SampledFrom(
			[]string{"T1", "Phòng Văn hóa – Xã hội", "Ủy ban nhân dân xã Nguyễn Việt Khái Thượng", strings.Repeat("x", 90), "", "Đ"},
		)
		c.Categories = rapid.SliceOfN(words, 1, 14).Draw(r, "categories")
		for i := range rapid.IntRange(1, mostSeries).Draw(r, "series") {
			s := Series{Name: words.Draw(r, "name"), Tone: []Tone{ToneDark, ToneMid, ToneSlant, ToneLight, ToneNone, ToneCross}[i]}
			for range c.Categories {
				p := Point{}
				switch v := rapid.Float64Range(0, rapid.SampledFrom([]float64{1, 40, 1e6}).Draw(r, "scale")).Draw(r, "value"); rapid.IntRange(0, 3).
					Draw(r, "known") {
				case 0:
				case 1:
					p = between(v/2, v)
				default:
					p = At(math.Round(v))
				}
				s.Points = append(s.Points, p)
			}
			c.Series = append(c.Series, s)
		}
		l, err := setDocument(drawingPaper(Drawing{Caption: "Biểu đồ", Chart: c}, rapid.Bool().Draw(r, "across")))
		if err != nil {
			r.Fatal(err)
		}
		for n, pg := range l.pages {
			checkInside(r, n+1, pg)
			checkFigures(r, n+1, pg)
		}
	})
}

// A chart that would fill its page leaves room for the signatures after it: they never stand alone.
func TestChartLeavesRoomForTheSignatures(t *testing.T) {
	for _, categories := range []int{9, 13, 15, 17, 22, 30} {
		for _, remark := range []bool{false, true} {
			chart := &Chart{
				Kind:   ChartStacked,
				Unit:   "ý kiến, kiến nghị",
				Series: []Series{{Name: "Xong", Tone: ToneDark}, {Name: "Chưa", Tone: ToneNone}},
			}
			for i := range categories {
				chart.Categories = append(chart.Categories, fmt.Sprintf("Lĩnh vực mẫu %02d", i+1))
				for s := range chart.Series {
					chart.Series[s].Points = append(chart.Series[s].Points, At(float64(i+s)))
				}
			}
			doc := register()
			doc.Blocks = append(doc.Blocks, DrawingBlock(Drawing{Caption: "Biểu đồ mẫu", Chart: chart}))
			if remark {
				doc.Blocks = append(doc.Blocks, Text("Tính đến ngày in."))
			}
			CheckPDF(t, doc, madeAt)
		}
	}
}
