// Package documenttest holds invented papers of every kind, for tests of whatever draws or reads papers.
package documenttest

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/dates"
	"caunoi/backend/document"
)

// MadeAt is the moment written into the test files.
var MadeAt = time.Date(2026, 2, 5, 3, 0, 0, 0, time.UTC)

const Filler = "Trong tháng, có 15/15 đồng chí cấp uỷ viên được phân công dự sinh hoạt chi bộ định kỳ; ghi nhận 27 ý kiến, " +
	"kiến nghị của đảng viên và Nhân dân; đã giải quyết, trả lời 19 ý kiến, đang giải quyết 06 ý kiến, giải trình, cung cấp thông tin 02 ý kiến."

// PartyReport is a Party báo cáo of about two pages with an annex lying across.
func PartyReport() document.Document {
	p := document.Profile{Form: document.FormParty, OldSpelling: true}
	number := document.Number{Value: 12, Type: "BC", Issuer: "ĐU"}
	day := dates.Must("2026-02-05")
	doc := document.Document{
		Profile: p,
		Head: document.Letterhead{Superior: "ĐẢNG BỘ TỈNH ĐỒNG THÁP", Issuer: "ĐẢNG UỶ XÃ MỸ QUÍ", Number: number,
			Place: "Mỹ Quí", Date: day},
		Type:    "BÁO CÁO",
		Subject: "về tình hình thực hiện phân công cấp uỷ viên theo dõi, phụ trách chi bộ và tổ nhân dân tự quản, tháng 01 năm 2026",
		Blocks: []document.Block{
			document.Text(
				"Thực hiện Quyết định số 23-QĐ/ĐU, ngày 05/01/2026 của Ban Thường vụ Đảng uỷ về phân công cấp uỷ viên theo dõi, phụ trách " +
					"chi bộ trực thuộc và các tổ nhân dân tự quản, Văn phòng Đảng uỷ tổng hợp, báo cáo kết quả thực hiện như sau:",
			),
			document.Head(1, "I", "Tình hình và kết quả thực hiện"),
			document.Head(2, "1", "Công tác lãnh đạo, chỉ đạo"),
			document.Text(Filler),
			document.Text(Filler),
			document.Head(2, "2", "Kết quả dự sinh hoạt chi bộ"),
			document.Text(Filler),
			document.Text(Filler),
			document.Dashes("Dự đủ các kỳ: 12 đồng chí.", "Vắng có lý do: 02 đồng chí; "+Filler),
			document.Head(1, "II", "Đánh giá chung"),
			document.Text(Filler),
			document.Text(Filler),
			document.Text(Filler),
			document.Text(Filler),
			document.Head(1, "III", "Phương hướng, nhiệm vụ trọng tâm"),
			document.Text(Filler),
			document.Text(Filler),
			document.Text(Filler),
		},
		Signing: &document.Signing{
			Recipients: []string{
				"Ban Thường vụ Tỉnh uỷ (b/c)",
				"Các đồng chí đảng uỷ viên",
				"Các chi bộ, đảng bộ trực thuộc",
				"Lưu Văn phòng Đảng uỷ",
			},
			Right: &document.Signatory{
				Authority: document.OnBehalf,
				Body:      "BAN THƯỜNG VỤ",
				Position:  "PHÓ BÍ THƯ",
				Name:      "Trần Thị Mẫu 03",
			},
		},
	}
	doc.Annexes = []document.Annex{
		{
			Label:     "Phụ lục 1",
			Title:     "Kết quả dự sinh hoạt chi bộ tháng 01 năm 2026",
			Landscape: true,
			Note: document.AttachedTo(
				p,
				"Báo cáo",
				number,
				day,
				"Ban Thường vụ Đảng uỷ",
			),
			Blocks: []document.Block{document.TableBlock(NineColumns(100))},
		},
		{
			Label:  "Phụ lục 2",
			Title:  "Tổng hợp ý kiến, kiến nghị",
			Note:   "(Kèm theo Báo cáo số 12-BC/ĐU)",
			Blocks: []document.Block{document.TableBlock(HeadTable())},
		},
	}
	return doc
}

// NineColumns is the results table of the monthly report with n rows.
func NineColumns(n int) document.Table {
	t := document.Table{
		Head: []document.Row{
			document.Cells("STT", "Họ và tên", "Địa bàn phụ trách", "Số kỳ phải dự", "Số kỳ đã dự", "Vắng (lý do)", "Số ý kiến ghi nhận",
				"Đã giải quyết", "Ghi chú"),
		},
	}
	for i, w := range []float64{12, 46, 52, 24, 24, 30, 24, 22, 23} {
		column := document.Column{Width: w}
		if i == 0 || (i > 2 && i < 8) {
			column.Align = document.AlignCentre
		}
		t.Columns = append(t.Columns, column)
	}
	for i := range n {
		if i%25 == 0 {
			t.Rows = append(
				t.Rows,
				document.GroupRow(9, fmt.Sprintf("%s. Đảng bộ xã Mẫu %02d", []string{"I", "II", "III", "IV"}[i/25%4], i/25+1)),
			)
		}
		t.Rows = append(
			t.Rows,
			document.Cells(fmt.Sprint(i+1), fmt.Sprintf("Cán bộ mẫu %02d", i+1), fmt.Sprintf("Chi bộ ấp %d, xã Mỹ Quí", i%17+1), "03",
				"02", "01 (đi học)", fmt.Sprint(i%7), fmt.Sprint(i%5), ""),
		)
	}
	total := document.Cells("", "Tổng cộng", "", fmt.Sprint(3*n), fmt.Sprint(2*n), fmt.Sprint(n), "", "", "")
	total.Kind = document.RowTotal
	t.Rows = append(t.Rows, total)
	return t
}

// HeadTable has two head rows with merged cells, one very high row and an over-long word.
func HeadTable() document.Table {
	t := document.Table{Head: []document.Row{
		{
			Cells: []document.Cell{
				{Text: "STT", RowSpan: 2},
				{Text: "Tên cơ quan, đơn vị", RowSpan: 2},
				{Text: "Tổng số kiến nghị", RowSpan: 2},
				{Text: "Tổng số KN đã trả lời", RowSpan: 2},
				{Text: "Kết quả giải quyết", ColSpan: 3},
			},
		},
		{Cells: []document.Cell{{Text: "Đã giải quyết xong"}, {Text: "Đang giải quyết"}, {Text: "Giải trình, thông tin"}}},
	}}
	for i, w := range []float64{12, 48, 20, 20, 21, 21, 23} {
		column := document.Column{Width: w, Align: document.AlignCentre}
		if i == 1 {
			column.Align = document.AlignLeft
		}
		t.Columns = append(t.Columns, column)
	}
	t.Rows = []document.Row{
		document.Cells("1", "Phòng Kinh tế ☐ ☑", "5", "4", "3", "1", "0"),
		document.Cells("2", strings.Repeat("Phòng Văn hoá – Xã hội, ", 60), "5", "4", "3", "1", "0"),
		document.Cells("3", strings.Repeat("x", 200), "5", "4", "12/01/2026", "1", "0"),
	}
	return t
}

// StateReport is a state báo cáo with address, bases and an annex.
func StateReport() document.Document {
	return document.Document{
		Profile: document.Profile{Form: document.FormState},
		Head: document.Letterhead{
			Superior: "UBND TỈNH ĐỒNG THÁP",
			Issuer:   "ỦY BAN NHÂN DÂN XÃ MỸ QUÍ",
			Number:   document.Number{Value: 5, Type: "BC", Issuer: "UBND"},
			Place:    "Mỹ Quí",
			Date:     dates.Must("2026-03-10"),
		},
		Type:    "BÁO CÁO",
		Subject: "kết quả giải quyết, trả lời kiến nghị của cử tri tháng 01 năm 2026",
		Address: &document.Address{Label: "Kính gửi", To: []string{"Ủy ban nhân dân tỉnh Đồng Tháp", "Thường trực Đảng ủy xã Mỹ Quí"}},
		Bases:   []string{"Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", "Theo đề nghị của Văn phòng"},
		Blocks:  []document.Block{document.Head(1, "I", "Tình hình"), document.Text(Filler), document.Text(Filler)},
		Signing: &document.Signing{Recipients: []string{"Như trên", "Lưu: VT, VP"},
			Right: &document.Signatory{Authority: document.ForHead, Body: "CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH", Name: "Lê Văn Mẫu 07"}},
		Annexes: []document.Annex{
			{
				Label:  "Phụ lục I",
				Title:  "Tổng hợp kiến nghị",
				Note:   "(Kèm theo Báo cáo số 05/BC-UBND ngày 10 tháng 3 năm 2026 của Ủy ban nhân dân xã)",
				Blocks: []document.Block{document.TableBlock(HeadTable())},
			},
		},
	}
}

// Decision is a Party quyết định with căn cứ and articles.
func Decision() document.Document {
	doc := PartyReport()
	doc.Annexes, doc.Type, doc.Subject = nil, "QUYẾT ĐỊNH", "về việc phân công cấp uỷ viên theo dõi, phụ trách các chi bộ trực thuộc"
	doc.Head.Number = document.Number{Type: "QĐ", Issuer: "ĐU"}
	doc.Head.Date, doc.Head.Year, doc.Draft = "", 2026, "Dự thảo lần 2"
	doc.Bases = []string{
		"Căn cứ Điều lệ Đảng Cộng sản Việt Nam",
		"Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã, ban hành kèm theo Quyết định số 01-QĐ/ĐU, ngày 05/8/2025 của Đảng ủy xã",
		"Xét đề nghị của Văn phòng Đảng uỷ",
	}
	article := func(n int, text string) document.Block {
		return document.Rich(document.Run{Text: fmt.Sprintf("Điều %d. ", n), Bold: true}, document.Run{Text: text})
	}
	doc.Blocks = []document.Block{
		document.Centred("BAN THƯỜNG VỤ ĐẢNG UỶ XÃ MỸ QUÍ QUYẾT ĐỊNH:"),
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
func Minutes() document.Document {
	doc := PartyReport()
	doc.Annexes, doc.Type, doc.Subject = nil, "BIÊN BẢN", "họp giao ban cấp uỷ viên tháng 01 năm 2026"
	doc.Head.NoDate, doc.Head.Number.Type = true, "BB"
	doc.Blocks = []document.Block{document.Text(Filler), document.Text("☐ Có mặt   ☑ Vắng")}
	doc.Signing = &document.Signing{
		Left:  &document.Signatory{Position: "NGƯỜI GHI BIÊN BẢN", Name: "Cán bộ mẫu 01"},
		Right: &document.Signatory{Position: "CHỦ TRÌ HỘI NGHỊ", Name: "Cán bộ mẫu 02"},
	}
	return doc
}

// Register is a wide book with the letterhead on a sheet lying across.
func Register() document.Document {
	doc := PartyReport()
	doc.Annexes, doc.Type, doc.Subject, doc.Landscape = nil, "SỔ THEO DÕI", "phân công cán bộ năm 2026", true
	doc.Head.Number.Hidden = true
	doc.Blocks = []document.Block{document.TableBlock(NineColumns(60))}
	return doc
}

// Letter is a công văn: no type, subject under the number.
func Letter(form document.Form) document.Document {
	doc := PartyReport()
	if form == document.FormState {
		doc = StateReport()
	}
	doc.Annexes, doc.Type, doc.Subject, doc.Bases = nil, "", "chuyển ý kiến, kiến nghị của Nhân dân tháng 01 năm 2026", nil
	doc.Address = &document.Address{Label: "Kính gửi", To: []string{"Ủy ban nhân dân xã Mỹ Quí"}}
	doc.Urgency, doc.Contact = "KHẨN", "Địa chỉ: ấp Mỹ Tây 1, xã Mỹ Quí, tỉnh Đồng Tháp"
	doc.Blocks = []document.Block{document.Text(Filler)}
	return doc
}

// Copied is a copy of the sample decision for somebody.
func Copied(to string) document.Document {
	doc := Decision()
	doc.Head.Date, doc.Head.Number.Value = dates.Must("2026-02-05"), 23
	return doc.CopiedAs(document.Copy{
		Body:       "Đảng uỷ xã Mỹ Quí",
		Number:     "05-BS",
		Kind:       "Sao y",
		PlaceDate:  "Mỹ Quí, ngày 06 tháng 02 năm 2026",
		Recipients: []string{to},
		Right: &document.Signatory{
			Authority: document.ByOrder,
			Body:      "BAN THƯỜNG VỤ",
			Position:  "CHÁNH VĂN PHÒNG",
			Name:      "Ngô Văn Phòng Mẫu",
		},
	})
}

// Marked is a Party paper of several pages with everything that may be added to it: how far it may go, which draft it is, how to
// reach the body, and signatures of three sides.
func Marked(circulation string) document.Document {
	doc := PartyReport()
	doc.Circulation, doc.Draft, doc.Urgency = circulation, "Dự thảo lần 2", "KHẨN"
	doc.Contact = "Địa chỉ: ấp Mỹ Tây 1, xã Mỹ Quí, tỉnh Đồng Tháp"
	doc.Signing = &document.Signing{
		Left:  &document.Signatory{Position: "NGƯỜI GHI BIÊN BẢN", Name: "Lê Văn Ghi Mẫu"},
		Right: &document.Signatory{Position: "CHỦ TRÌ HỘI NGHỊ", Name: "Trần Thị Chủ Trì Mẫu"},
		Under: &document.Signing{Right: &document.Signatory{
			Above: "Xác nhận chữ ký của đồng chí Trần Thị Chủ Trì Mẫu", Authority: document.ByOrder, Body: "BAN THƯỜNG VỤ",
			Position: "CHÁNH VĂN PHÒNG", Name: "Ngô Văn Phòng Mẫu",
		}},
	}
	return doc
}

// Samples is one paper of every kind of page.
func Samples() map[string]document.Document {
	long := PartyReport()
	long.Head.Superior, long.Head.Issuer = "ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH", "ĐẢNG UỶ XÃ TÂN PHƯỚC HƯNG THƯỢNG"
	long.Head.Place, long.Head.Date = "Tân Phước Hưng", dates.Must("2026-12-25")
	long.Annexes = nil
	even := PartyReport()
	even.Profile.Duplex = true
	empty := Register()
	empty.Blocks = []document.Block{document.TableBlock(document.Table{Columns: NineColumns(0).Columns, Head: NineColumns(0).Head})}
	return map[string]document.Document{
		"bao-cao-dang":     PartyReport(),
		"bao-cao-nhanuoc":  StateReport(),
		"quyet-dinh":       Decision(),
		"bien-ban":         Minutes(),
		"so-theo-doi":      Register(),
		"cong-van-dang":    Letter(document.FormParty),
		"cong-van-nhanuoc": Letter(document.FormState),
		"tieu-de-dai":      long,
		"hai-mat":          even,
		"khong-phat-sinh":  empty,
		"ban-sao":          Copied("Các chi bộ trực thuộc"),
		"ban-sao-day":      Copied(strings.Repeat("Các chi bộ trực thuộc mẫu; ", 11)),
		"luu-hanh":         Marked("LƯU HÀNH NỘI BỘ"),
		"khong-pho-bien":   Marked("KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG"),
	}
}

// WithBody gives the sample report with its body replaced.
func WithBody(blocks ...document.Block) document.Document {
	doc := PartyReport()
	doc.Blocks, doc.Annexes = blocks, nil
	return doc
}

// Hostile is a paper with every kind of text that breaks files.
func Hostile() document.Document {
	doc := PartyReport()
	doc.Blocks = []document.Block{
		document.Text(
			"Emoji 👍 giữa câu, chữ rời ở đâu: Nguye\u0302\u0303n Tha\u0300nh; dấu <&>\" ' và \x00\x07 ký tự điều khiển\tthẻ tab.",
		),
		document.Text(
			strings.Repeat("ngày 05 tháng 6 năm 2026, số 12-BC/ĐU ", 100),
		),
		document.Text("=cmd|' /C calc'!A0"),
		document.Text("Dòng một\nDòng hai"),
		document.Text("\ufffe ]]> " + strings.Repeat("x", 4000)),
		document.Rich(
			document.Run{Text: "Đậm, ", Bold: true},
			document.Run{Text: "nghiêng", Italic: true},
			document.Run{Text: " gạch chân.", Underline: true},
		),
		document.TableBlock(
			document.Table{
				Columns: []document.Column{{Width: 20}, {Width: 145}},
				Head:    []document.Row{document.Cells("A", "B")},
				Rows: []document.Row{
					document.Cells("007", "=SUM(A1:A9)\n+1 👍"),
					document.Cells("", strings.Repeat("Ghi chú dài. ", 320)),
				},
			},
		),
		document.TableBlock(HeadTable()),
		{PageBreak: true},
		document.Dashes("Sau trang mới"),
	}
	doc.Signing.Right.Name = "Nguyễn Văn Mẫu Có Tên Rất Dài Không Vừa Một Dòng Ở Chỗ Ký Tên 01"
	doc.Signing.Right.Hint, doc.Signing.PlaceDate, doc.Signing.Typist, doc.Signing.Copies = "(Ký, ghi rõ họ tên)",
		"Mỹ Quí, ngày 05 tháng 02 năm 2026", "NVM", 7
	doc.Blocks = append(
		doc.Blocks,
		document.Block{Heading: &document.Heading{Kind: document.HeadingPart, Label: "Phần I", Text: "Quy định chung"}},
		document.Block{
			Heading: &document.Heading{Kind: document.HeadingArticle, Label: "Điều 1", Text: "Phạm vi"},
		},
		document.Head(4, "a", "Điểm a"),
		document.TableBlock(document.Table{Columns: []document.Column{{Width: 165}}, Head: []document.Row{document.Cells("Ô trống")}}),
		document.Block{
			Signing: &document.Signing{
				Left:  &document.Signatory{Position: "NGƯỜI BÁO CÁO"},
				Right: &document.Signatory{Position: "XÁC NHẬN", Name: "Cán bộ mẫu 02"},
			},
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
func All() map[string]document.Document {
	papers := Samples()
	delete(papers, "ban-sao") // a copy is a sealed file of pages; it is never written for Word or Excel
	delete(papers, "ban-sao-day")
	papers["ky-tu-la"] = Hostile()
	for name, d := range Drawings() {
		if name != "nam-dai" { // two thousand shapes would keep LibreOffice busy for minutes
			papers["hinh "+name] = DrawingPaper(d, name == "nam")
		}
	}
	return papers
}
