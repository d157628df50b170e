package documenttest

import (
	"fmt"
	"math"

	"caunoi/backend/document"
)

// points makes points of whole numbers; a negative one is missing.
func points(values ...float64) []document.Point {
	list := make([]document.Point, len(values))
	for i, v := range values {
		if v >= 0 {
			list[i] = document.At(v)
		}
	}
	return list
}

// Between is a number known only by its bounds.
func Between(low, high float64) document.Point { return document.Point{Low: &low, High: &high} }

func StackedSample() document.Drawing {
	return document.Drawing{
		Caption: "Biểu đồ 1. Kết quả giải quyết ý kiến, kiến nghị theo lĩnh vực",
		Chart: &document.Chart{
			Kind: document.ChartStacked,
			Unit: "ý kiến, kiến nghị",
			Categories: []string{
				"Giao thông, thủy lợi, hạ tầng nông thôn",
				"Đất đai, môi trường",
				"Chính sách xã hội, y tế, giáo dục và các lĩnh vực khác có liên quan",
				"An ninh, trật tự",
			},
			Series: []document.Series{
				{Name: "Đã giải quyết xong", Tone: document.ToneDark, Points: points(1200, 9, 4, 0)},
				{Name: "Giải trình, cung cấp thông tin", Tone: document.ToneMid, Points: points(310, 3, 0, 0)},
				{
					Name:   "Có lộ trình",
					Tone:   document.ToneSlant,
					Points: points(205, 1, 2, 0),
				},
				{Name: "Đang giải quyết", Tone: document.ToneLight, Points: points(306, 2, 1, 0)},
				{Name: "Chưa trả lời", Tone: document.ToneNone, Points: points(201, 0, 1, -1)},
				{Name: "Trùng, ngoài phạm vi", Tone: document.ToneCross, Points: points(150, 0, 0, 0)},
			},
		},
	}
}

func barsSample() document.Drawing {
	c := &document.Chart{
		Kind:       document.ChartBars,
		Unit:       "ngày làm việc",
		Categories: []string{"Phòng Kinh tế", "Phòng Văn hóa – Xã hội", "Công an xã", "Trung tâm Phục vụ hành chính công"},
		Series: []document.Series{
			{Name: "Lâu nhất", Tone: document.ToneDark, Points: points(97, 42, 0, -1)},
			{Name: "Trung vị", Tone: document.ToneLight, Points: points(12.5, 8, 3, 1234.5)},
		},
	}
	c.Series[1].Points[1] = Between(8, 10)
	return document.Drawing{Caption: "Biểu đồ 2. Thời gian chờ tại từng cơ quan", Chart: c}
}

func lineSample() document.Drawing {
	c := &document.Chart{
		Kind:   document.ChartLine,
		Unit:   "%",
		Max:    100,
		Series: []document.Series{{Name: "Tỷ lệ dự", Points: points(85.7, 92.3, 78, -1, -1, 88.9, 100, 97.5, 0, 45, 50, 66.7)}},
	}
	for m := 1; m <= 12; m++ {
		c.Categories = append(c.Categories, fmt.Sprintf("T%d", m))
	}
	return document.Drawing{Caption: "Biểu đồ 3. Tỷ lệ dự sinh hoạt theo tháng", Chart: c}
}

func linesSample() document.Drawing {
	c := &document.Chart{
		Kind:       document.ChartLine,
		Unit:       "lượt",
		Categories: []string{"Quý I/2025", "Quý II/2025", "Quý III/2025", "Quý IV/2025", "Quý I/2026"},
		Series: []document.Series{
			{Name: "Tiếp nhận", Points: points(12, 40, 37, -1, 61)},
			{Name: "Giải quyết xong", Points: points(10, 22, 35, 30, 59)},
			{Name: "Quá hạn", Points: points(1, 2, -1, 0, 1)},
		},
	}
	c.Series[0].Points[3] = Between(48, 55)
	return document.Drawing{Caption: "Biểu đồ 4. Tiếp nhận và giải quyết", Chart: c}
}

func MatrixSample() document.Drawing {
	m := &document.Matrix{
		Label: "Nhiệm vụ năm 2026",
		Note:  "Người thực hiện",
		Total: "Tỷ lệ",
		Key: []document.KeyEntry{
			{Letter: "Đ", Word: "Đã dự", Tone: document.ToneLight},
			{Letter: "T", Word: "Dự thay", Tone: document.ToneNone},
			{Letter: "P", Word: "Vắng có lý do", Tone: document.ToneSlant},
			{
				Letter: "V",
				Word:   "Vắng",
				Tone:   document.ToneDark,
			},
			{Letter: "K", Word: "Không tổ chức", Tone: document.ToneNone},
			{Letter: "–", Word: "Tạm dừng", Tone: document.ToneNone},
			{Letter: "?", Word: "Chưa ghi nhận", Tone: document.ToneCross},
			{Letter: "·", Word: "Chưa đến", Tone: document.ToneNone},
		},
	}
	for i := 1; i <= 12; i++ {
		m.Columns = append(m.Columns, fmt.Sprintf("T%d", i))
	}
	monthly := document.MatrixRow{
		Name:  document.Cell{Text: "Dự sinh hoạt chi bộ thường kỳ"},
		Note:  document.Cell{Text: "Cán bộ mẫu 01"},
		Total: document.Cell{Text: "9/11"},
	}
	lunar := document.MatrixRow{
		Name:  document.Cell{Text: "Dự họp tổ Nhân dân tự quản, 16 âm lịch hằng tháng"},
		Note:  document.Cell{Text: "Cán bộ mẫu 02"},
		Total: document.Cell{Text: "10/12"},
	}
	weekly := document.MatrixRow{
		Name:  document.Cell{Text: "Tiếp dân thứ hai hằng tuần"},
		Note:  document.Cell{Text: "Tổ công tác số 03"},
		Total: document.Cell{Text: "40/52"},
	}
	letters := []string{"Đ", "Đ", "V", "P", "?", "T", "K", "–", "·"}
	tones := []document.Tone{
		document.ToneLight,
		document.ToneLight,
		document.ToneDark,
		document.ToneSlant,
		document.ToneCross,
		document.ToneNone,
		document.ToneNone,
		document.ToneNone,
		document.ToneNone,
	}
	for i := range 12 {
		monthly.Cells = append(
			monthly.Cells,
			document.MatrixCell{From: float64(i), To: float64(i + 1), Letter: letters[i%9], Tone: tones[i%9]},
		)
	}
	for i := range 13 {
		lunar.Cells = append(
			lunar.Cells,
			document.MatrixCell{
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
			document.MatrixCell{From: float64(i) * 12 / 52, To: math.Min(float64(i+1)*12/52, 12), Letter: letters[i%9], Tone: tones[i%9]},
		)
	}
	m.Rows = []document.MatrixRow{monthly, lunar, weekly}
	return document.Drawing{Caption: "Thực hiện nhiệm vụ năm 2026", Matrix: m}
}

// Drawings is one of every kind, and the awkward ones.
func Drawings() map[string]document.Drawing {
	long := StackedSample()
	for i := range 45 {
		long.Chart.Categories = append(long.Chart.Categories, fmt.Sprintf("Lĩnh vực mẫu số %02d", i+1))
		for s := range long.Chart.Series {
			long.Chart.Series[s].Points = append(long.Chart.Series[s].Points, document.At(float64((i*7+s*3)%11)))
		}
	}
	tall := MatrixSample()
	for i := range 40 {
		row := tall.Matrix.Rows[i%3]
		row.Name.Text = fmt.Sprintf("%s, nơi %02d", row.Name.Text, i)
		tall.Matrix.Rows = append(tall.Matrix.Rows, row)
	}
	zero := document.Drawing{
		Caption: "Không có số",
		Chart: &document.Chart{
			Kind:       document.ChartBars,
			Categories: []string{"A", "B"},
			Series:     []document.Series{{Name: "x", Points: points(0, -1)}},
		},
	}
	none := document.Drawing{
		Caption: "Không có dòng",
		Matrix:  &document.Matrix{Label: "Nhiệm vụ", Columns: []string{"T1", "T2"}, Empty: "Chưa có quy định nhiệm vụ nào cho nơi này"},
	}
	return map[string]document.Drawing{
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
func DrawingPaper(d document.Drawing, across bool) document.Document {
	doc := WithBody(document.Text(Filler), document.DrawingBlock(d), document.Text(Filler))
	doc.Landscape, doc.Signing.Recipients = across, nil
	return doc
}
