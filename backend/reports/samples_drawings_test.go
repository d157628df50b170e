package reports

import (
	"fmt"
	"math"
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

// Between is a number known only by its bounds.
func Between(low, high float64) Point { return Point{Low: &low, High: &high} }

func StackedSample() Drawing {
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
	c.Series[1].Points[1] = Between(8, 10)
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
	c.Series[0].Points[3] = Between(48, 55)
	return Drawing{Caption: "Biểu đồ 4. Tiếp nhận và giải quyết", Chart: c}
}

func MatrixSample() Drawing {
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

// Drawings is one of every kind, and the awkward ones.
func Drawings() map[string]Drawing {
	long := StackedSample()
	for i := range 45 {
		long.Chart.Categories = append(long.Chart.Categories, fmt.Sprintf("Lĩnh vực mẫu số %02d", i+1))
		for s := range long.Chart.Series {
			long.Chart.Series[s].Points = append(long.Chart.Series[s].Points, At(float64((i*7+s*3)%11)))
		}
	}
	tall := MatrixSample()
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
		"chong":       StackedSample(),
		"thanh":       barsSample(),
		"duong":       lineSample(),
		"nhieu-duong": linesSample(),
		"nam":         MatrixSample(),
		"chong-dai":   long,
		"nam-dai":     tall,
		"khong-so":    zero,
		"khong-dong":  none,
	}
}

// DrawingPaper is a paper with a drawing between texts, upright or lying across.
func DrawingPaper(d Drawing, across bool) Document {
	doc := WithBody(Text(Filler), DrawingBlock(d), Text(Filler))
	doc.Landscape, doc.Signing.Recipients = across, nil
	return doc
}
