package reports

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/dates"
)

// MadeAt is the moment written into the test files.
var MadeAt = time.Date(2026, 2, 5, 3, 0, 0, 0, time.UTC)

const Filler = "Trong tháng, có 15/15 đồng chí cấp uỷ viên được phân công dự sinh hoạt chi bộ định kỳ; ghi nhận 27 ý kiến, " +
	"kiến nghị của đảng viên và Nhân dân; đã giải quyết, trả lời 19 ý kiến, đang giải quyết 06 ý kiến, giải trình, cung cấp thông tin 02 ý kiến."

// PartyReport is a Party báo cáo of about two pages with an annex lying across.
func PartyReport() Document {
	p := Profile{Form: FormParty, OldSpelling: true}
	number := Number{Value: 12, Type: "BC", Issuer: "ĐU"}
	day := dates.Must("2026-02-05")
	doc := Document{
		Profile: p,
		Head: Letterhead{Superior: "ĐẢNG BỘ TỈNH ĐỒNG THÁP", Issuer: "ĐẢNG UỶ XÃ MỸ QUÍ", Number: number,
			Place: "Mỹ Quí", Date: day},
		Type:    "BÁO CÁO",
		Subject: "về tình hình thực hiện phân công cấp uỷ viên theo dõi, phụ trách chi bộ và tổ nhân dân tự quản, tháng 01 năm 2026",
		Blocks: []Block{
			Text(
				"Thực hiện Quyết định số 23-QĐ/ĐU, ngày 05/01/2026 của Ban Thường vụ Đảng uỷ về phân công cấp uỷ viên theo dõi, phụ trách " +
					"chi bộ trực thuộc và các tổ nhân dân tự quản, Văn phòng Đảng uỷ tổng hợp, báo cáo kết quả thực hiện như sau:",
			),
			Head(1, "I", "Tình hình và kết quả thực hiện"),
			Head(2, "1", "Công tác lãnh đạo, chỉ đạo"),
			Text(Filler),
			Text(Filler),
			Head(2, "2", "Kết quả dự sinh hoạt chi bộ"),
			Text(Filler),
			Text(Filler),
			Dashes("Dự đủ các kỳ: 12 đồng chí.", "Vắng có lý do: 02 đồng chí; "+Filler),
			Head(1, "II", "Đánh giá chung"),
			Text(Filler),
			Text(Filler),
			Text(Filler),
			Text(Filler),
			Head(1, "III", "Phương hướng, nhiệm vụ trọng tâm"),
			Text(Filler),
			Text(Filler),
			Text(Filler),
		},
		Signing: &Signing{
			Recipients: []string{
				"Ban Thường vụ Tỉnh uỷ (b/c)",
				"Các đồng chí đảng uỷ viên",
				"Các chi bộ, đảng bộ trực thuộc",
				"Lưu Văn phòng Đảng uỷ",
			},
			Right: &Signatory{Authority: OnBehalf, Body: "BAN THƯỜNG VỤ", Position: "PHÓ BÍ THƯ", Name: "Trần Thị Mẫu 03"},
		},
	}
	doc.Annexes = []Annex{
		{Label: "Phụ lục 1", Title: "Kết quả dự sinh hoạt chi bộ tháng 01 năm 2026", Landscape: true,
			Note: AttachedTo(p, "Báo cáo", number, day, "Ban Thường vụ Đảng uỷ"), Blocks: []Block{TableBlock(NineColumns(100))}},
		{
			Label:  "Phụ lục 2",
			Title:  "Tổng hợp ý kiến, kiến nghị",
			Note:   "(Kèm theo Báo cáo số 12-BC/ĐU)",
			Blocks: []Block{TableBlock(HeadTable())},
		},
	}
	return doc
}

// NineColumns is the results table of the monthly report with n rows.
func NineColumns(n int) Table {
	t := Table{
		Head: []Row{Cells("STT", "Họ và tên", "Địa bàn phụ trách", "Số kỳ phải dự", "Số kỳ đã dự", "Vắng (lý do)", "Số ý kiến ghi nhận",
			"Đã giải quyết", "Ghi chú")},
	}
	for i, w := range []float64{12, 46, 52, 24, 24, 30, 24, 22, 23} {
		column := Column{Width: w}
		if i == 0 || (i > 2 && i < 8) {
			column.Align = AlignCentre
		}
		t.Columns = append(t.Columns, column)
	}
	for i := range n {
		if i%25 == 0 {
			t.Rows = append(t.Rows, GroupRow(9, fmt.Sprintf("%s. Đảng bộ xã Mẫu %02d", []string{"I", "II", "III", "IV"}[i/25%4], i/25+1)))
		}
		t.Rows = append(
			t.Rows,
			Cells(fmt.Sprint(i+1), fmt.Sprintf("Cán bộ mẫu %02d", i+1), fmt.Sprintf("Chi bộ ấp %d, xã Mỹ Quí", i%17+1), "03",
				"02", "01 (đi học)", fmt.Sprint(i%7), fmt.Sprint(i%5), ""),
		)
	}
	total := Cells("", "Tổng cộng", "", fmt.Sprint(3*n), fmt.Sprint(2*n), fmt.Sprint(n), "", "", "")
	total.Kind = RowTotal
	t.Rows = append(t.Rows, total)
	return t
}

// HeadTable has two head rows with merged cells, one very high row and an over-long word.
func HeadTable() Table {
	t := Table{Head: []Row{
		{Cells: []Cell{{Text: "STT", RowSpan: 2}, {Text: "Tên cơ quan, đơn vị", RowSpan: 2}, {Text: "Tổng số kiến nghị", RowSpan: 2},
			{Text: "Tổng số KN đã trả lời", RowSpan: 2}, {Text: "Kết quả giải quyết", ColSpan: 3}}},
		{Cells: []Cell{{Text: "Đã giải quyết xong"}, {Text: "Đang giải quyết"}, {Text: "Giải trình, thông tin"}}},
	}}
	for i, w := range []float64{12, 48, 20, 20, 21, 21, 23} {
		column := Column{Width: w, Align: AlignCentre}
		if i == 1 {
			column.Align = AlignLeft
		}
		t.Columns = append(t.Columns, column)
	}
	t.Rows = []Row{
		Cells("1", "Phòng Kinh tế ☐ ☑", "5", "4", "3", "1", "0"),
		Cells("2", strings.Repeat("Phòng Văn hoá – Xã hội, ", 60), "5", "4", "3", "1", "0"),
		Cells("3", strings.Repeat("x", 200), "5", "4", "12/01/2026", "1", "0"),
	}
	return t
}

// StateReport is a state báo cáo with address, bases and an annex.
func StateReport() Document {
	return Document{
		Profile: Profile{Form: FormState},
		Head: Letterhead{
			Superior: "UBND TỈNH ĐỒNG THÁP",
			Issuer:   "ỦY BAN NHÂN DÂN XÃ MỸ QUÍ",
			Number:   Number{Value: 5, Type: "BC", Issuer: "UBND"},
			Place:    "Mỹ Quí",
			Date:     dates.Must("2026-03-10"),
		},
		Type:    "BÁO CÁO",
		Subject: "kết quả giải quyết, trả lời kiến nghị của cử tri tháng 01 năm 2026",
		Address: &Address{Label: "Kính gửi", To: []string{"Ủy ban nhân dân tỉnh Đồng Tháp", "Thường trực Đảng ủy xã Mỹ Quí"}},
		Bases:   []string{"Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", "Theo đề nghị của Văn phòng"},
		Blocks:  []Block{Head(1, "I", "Tình hình"), Text(Filler), Text(Filler)},
		Signing: &Signing{Recipients: []string{"Như trên", "Lưu: VT, VP"},
			Right: &Signatory{Authority: ForHead, Body: "CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH", Name: "Lê Văn Mẫu 07"}},
		Annexes: []Annex{
			{
				Label:  "Phụ lục I",
				Title:  "Tổng hợp kiến nghị",
				Note:   "(Kèm theo Báo cáo số 05/BC-UBND ngày 10 tháng 3 năm 2026 của Ủy ban nhân dân xã)",
				Blocks: []Block{TableBlock(HeadTable())},
			},
		},
	}
}

// Decision is a Party quyết định with căn cứ and articles.
func Decision() Document {
	doc := PartyReport()
	doc.Annexes, doc.Type, doc.Subject = nil, "QUYẾT ĐỊNH", "về việc phân công cấp uỷ viên theo dõi, phụ trách các chi bộ trực thuộc"
	doc.Head.Number = Number{Type: "QĐ", Issuer: "ĐU"}
	doc.Head.Date, doc.Head.Year, doc.Draft = "", 2026, "Dự thảo lần 2"
	doc.Bases = []string{
		"Căn cứ Điều lệ Đảng",
		"Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã, nhiệm kỳ 2025 - 2030",
		"Xét đề nghị của Văn phòng Đảng uỷ",
	}
	article := func(n int, text string) Block {
		return Rich(Run{Text: fmt.Sprintf("Điều %d. ", n), Bold: true}, Run{Text: text})
	}
	doc.Blocks = []Block{
		Centred("BAN THƯỜNG VỤ ĐẢNG UỶ XÃ MỸ QUÍ QUYẾT ĐỊNH:"),
		article(1, "Phân công các đồng chí theo dõi, phụ trách (có danh sách kèm theo)."),
		article(
			2,
			"Các đồng chí được phân công có trách nhiệm hằng tháng dự sinh hoạt chi bộ, nắm tình hình và báo cáo.",
		),
		article(3, "Văn phòng Đảng uỷ, các chi bộ và các đồng chí có tên chịu trách nhiệm thi hành Quyết định này."),
	}
	return doc
}

// Minutes has two signatories and no place and date above.
func Minutes() Document {
	doc := PartyReport()
	doc.Annexes, doc.Type, doc.Subject = nil, "BIÊN BẢN", "họp giao ban cấp uỷ viên tháng 01 năm 2026"
	doc.Head.NoDate, doc.Head.Number.Type = true, "BB"
	doc.Blocks = []Block{Text(Filler), Text("☐ Có mặt   ☑ Vắng")}
	doc.Signing = &Signing{
		Left:  &Signatory{Position: "NGƯỜI GHI BIÊN BẢN", Name: "Cán bộ mẫu 01"},
		Right: &Signatory{Position: "CHỦ TRÌ HỘI NGHỊ", Name: "Cán bộ mẫu 02"},
	}
	return doc
}

// Register is a wide book with the letterhead on a sheet lying across.
func Register() Document {
	doc := PartyReport()
	doc.Annexes, doc.Type, doc.Subject, doc.Landscape = nil, "SỔ THEO DÕI", "phân công cán bộ năm 2026", true
	doc.Head.Number.Hidden = true
	doc.Blocks = []Block{TableBlock(NineColumns(60))}
	return doc
}

// Letter is a công văn: no type, subject under the number.
func Letter(form Form) Document {
	doc := PartyReport()
	if form == FormState {
		doc = StateReport()
	}
	doc.Annexes, doc.Type, doc.Subject, doc.Bases = nil, "", "chuyển ý kiến, kiến nghị của Nhân dân tháng 01 năm 2026", nil
	doc.Address = &Address{Label: "Kính gửi", To: []string{"Ủy ban nhân dân xã Mỹ Quí"}}
	doc.Urgency, doc.Contact = "KHẨN", "Địa chỉ: ấp Mỹ Tây 1, xã Mỹ Quí, tỉnh Đồng Tháp"
	doc.Blocks = []Block{Text(Filler)}
	return doc
}

// Samples is one paper of every kind of page.
func Samples() map[string]Document {
	long := PartyReport()
	long.Head.Superior, long.Head.Issuer = "ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH", "ĐẢNG UỶ XÃ TÂN PHƯỚC HƯNG THƯỢNG"
	long.Head.Place, long.Head.Date = "Tân Phước Hưng", dates.Must("2026-12-25")
	long.Annexes = nil
	even := PartyReport()
	even.Profile.Duplex = true
	empty := Register()
	empty.Blocks = []Block{TableBlock(Table{Columns: NineColumns(0).Columns, Head: NineColumns(0).Head})}
	return map[string]Document{
		"bao-cao-dang":     PartyReport(),
		"bao-cao-nhanuoc":  StateReport(),
		"quyet-dinh":       Decision(),
		"bien-ban":         Minutes(),
		"so-theo-doi":      Register(),
		"cong-van-dang":    Letter(FormParty),
		"cong-van-nhanuoc": Letter(FormState),
		"tieu-de-dai":      long,
		"hai-mat":          even,
		"khong-phat-sinh":  empty,
	}
}

// WithBody gives the sample report with its body replaced.
func WithBody(blocks ...Block) Document {
	doc := PartyReport()
	doc.Blocks, doc.Annexes = blocks, nil
	return doc
}

// Hostile is a paper with every kind of text that breaks files.
func Hostile() Document {
	doc := PartyReport()
	doc.Blocks = []Block{
		Text("Emoji 👍 giữa câu, chữ rời ở đâu: Nguye\u0302\u0303n Tha\u0300nh; dấu <&>\" ' và \x00\x07 ký tự điều khiển\tthẻ tab."),
		Text(
			strings.Repeat("ngày 05 tháng 6 năm 2026, số 12-BC/ĐU ", 100),
		),
		Text("=cmd|' /C calc'!A0"),
		Text("Dòng một\nDòng hai"),
		Text("\ufffe ]]> " + strings.Repeat("x", 4000)),
		Rich(Run{Text: "Đậm, ", Bold: true}, Run{Text: "nghiêng", Italic: true}, Run{Text: " gạch chân.", Underline: true}),
		TableBlock(
			Table{
				Columns: []Column{{20, ""}, {145, ""}},
				Head:    []Row{Cells("A", "B")},
				Rows:    []Row{Cells("007", "=SUM(A1:A9)\n+1 👍"), Cells("", strings.Repeat("Ghi chú dài. ", 320))},
			},
		),
		TableBlock(HeadTable()),
		{PageBreak: true},
		Dashes("Sau trang mới"),
	}
	doc.Signing.Right.Name = "Nguyễn Văn Mẫu Có Tên Rất Dài Không Vừa Một Dòng Ở Chỗ Ký Tên 01"
	doc.Signing.Right.Hint, doc.Signing.PlaceDate, doc.Signing.Typist, doc.Signing.Copies = "(Ký, ghi rõ họ tên)", "Mỹ Quí, ngày 05 tháng 02 năm 2026", "NVM", 7
	doc.Blocks = append(
		doc.Blocks,
		Block{Heading: &Heading{Kind: HeadingPart, Label: "Phần I", Text: "Quy định chung"}},
		Block{
			Heading: &Heading{Kind: HeadingArticle, Label: "Điều 1", Text: "Phạm vi"},
		},
		Head(4, "a", "Điểm a"),
		TableBlock(Table{Columns: []Column{{165, ""}}, Head: []Row{Cells("Ô trống")}}),
		Block{
			Signing: &Signing{Left: &Signatory{Position: "NGƯỜI BÁO CÁO"}, Right: &Signatory{Position: "XÁC NHẬN", Name: "Cán bộ mẫu 02"}},
		},
	)
	return doc
}

// Alphabet holds every Vietnamese letter: 12 vowels with 5 marks each, đ, in both cases, and the plain ones.
func Alphabet() string {
	var b strings.Builder
	for _, vowel := range "aăâeêioôơuưy" {
		for _, mark := range []string{"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"} {
			b.WriteString(norm.NFC.String(string(vowel) + mark))
		}
	}
	b.WriteString("bcdđghklmnpqrstvx")
	return b.String() + strings.ToUpper(b.String())
}

// All gives one paper of every kind, one with every text that breaks files, and one for every kind of drawing.
func All() map[string]Document {
	papers := Samples()
	papers["ky-tu-la"] = Hostile()
	for name, d := range Drawings() {
		if name != "nam-dai" { // two thousand shapes would keep LibreOffice busy for minutes
			papers["hinh "+name] = DrawingPaper(d, name == "nam")
		}
	}
	return papers
}
