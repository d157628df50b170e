package issuing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
)

// rows makes a table of three columns.
func rows(list ...string) document.Table {
	t := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 80},
			{Width: 40},
			{Width: 30, Align: document.AlignCentre},
		},
		Head: []document.Row{document.Cells("STT", "Họ và tên", "Địa bàn", "Số kỳ")},
	}
	for i, row := range list {
		t.Rows = append(t.Rows, document.Cells(append([]string{strconv.Itoa(i + 1)}, strings.Split(row, "|")...)...))
	}
	return t
}

func figure3(n, m string) document.Block {
	return document.Rich(
		document.Run{Text: "Đã dự "},
		document.Run{Text: n, Figure: "số lượt đã dự"},
		document.Run{Text: " trên "},
		document.Run{Text: m, Figure: "số lượt phải dự"},
		document.Run{Text: " lượt."},
	)
}

// Each kind of change is told once, by its place, and what did not change is not.
func TestDifferences(t *testing.T) {
	t.Parallel()
	keyed := func(key, text string) document.Block {
		return document.Block{Paragraph: &document.Paragraph{Key: key, Runs: []document.Run{{Text: text}}}}
	}
	base := func(blocks ...document.Block) document.Document {
		d := documenttest.PartyReport()
		d.Annexes, d.Blocks = nil, append([]document.Block{document.Head(1, "I", "Tình hình"), document.Head(2, "1", "Kết quả")}, blocks...)
		return d
	}
	tests := []struct {
		name      string
		then, now document.Document
		want      []string // "where | then | now"
	}{
		{"equal", base(document.Text("Một câu.")), base(document.Text("Một câu.")), nil},
		{"no-break spaces do not count", base(document.Text("ngày 05")), base(document.Text("ngày" + document.NoBreak + "05")), nil},
		{"one figure", base(figure3("12", "15")), base(figure3("13", "15")), []string{"Mục I.1, đoạn 1: số lượt đã dự | 12 | 13"}},
		{
			"figure and words",
			base(figure3("12", "15")),
			base(document.Rich(document.Run{Text: "Dự "}, document.Run{Text: "13", Figure: "số lượt đã dự"}, document.Run{Text: " lượt."})),
			[]string{"Mục I.1, đoạn 1 | Đã dự 12 trên 15 lượt. | Dự 13 lượt."},
		},
		{
			"a keyed paragraph that moved",
			base(keyed("a", "Câu A 1."), document.Text("Giữa.")),
			base(document.Text("Giữa."), keyed("a", "Câu A 2.")),
			[]string{"Mục I.1, đoạn 1 | Câu A 1. | Câu A 2."},
		},
		{
			"a sentence added before",
			base(document.Text("Có 3 việc."), document.Text("Hết.")),
			base(document.Text("Câu mới."), document.Text("Có 4 việc."), document.Text("Hết.")),
			[]string{"Mục I.1, đoạn 1 | (không có) | Câu mới.", "Mục I.1, đoạn 1 | Có 3 việc. | Có 4 việc."},
		},
		{
			"a sentence gone",
			base(document.Text("Có 3 việc."), document.Text("Hết.")),
			base(document.Text("Hết.")),
			[]string{"Mục I.1, đoạn 1 | Có 3 việc. | (không còn)"},
		},
		{
			"a list",
			base(document.Dashes("Một", "Hai 2")),
			base(document.Dashes("Một", "Hai 3")),
			[]string{"Mục I.1, đoạn 2 | Hai 2 | Hai 3"},
		},
		{
			"rows in another order",
			base(document.TableBlock(rows("An|ấp 1|3", "Bình|ấp 2|4"))),
			base(document.TableBlock(rows("Bình|ấp 2|4", "An|ấp 1|3"))),
			nil,
		},
		{"a cell", base(document.TableBlock(rows("An|ấp 1|3", "Bình|ấp 2|4"))), base(document.TableBlock(rows("An|ấp 1|5", "Bình|ấp 2|4"))),
			[]string{"Bảng, dòng “An, ấp 1”, cột “Số kỳ” | 3 | 5"}},
		{
			"a name corrected",
			base(document.TableBlock(rows("An|ấp 1|3", "Bình|ấp 2|4"))),
			base(document.TableBlock(rows("Anh|ấp 1|3", "Bình|ấp 2|4"))),
			[]string{"Bảng, dòng “An, ấp 1”, cột “Họ và tên” | An | Anh"},
		},
		{
			"rows came and went",
			base(document.TableBlock(rows("An|ấp 1|3", "Bình|ấp 2|4"))),
			base(document.TableBlock(rows("Bình|ấp 2|4", "Cúc|ấp 9|7"))),
			[]string{
				"Bảng, dòng “An, ấp 1” | Họ và tên: An; Địa bàn: ấp 1; Số kỳ: 3 | (không còn)",
				"Bảng, dòng “Cúc, ấp 9” | (không có) | Họ và tên: Cúc; Địa bàn: ấp 9; Số kỳ: 7",
			},
		},
		{
			"two rows of one name",
			base(document.TableBlock(rows("An|ấp 1|3", "An|ấp 2|4"))),
			base(document.TableBlock(rows("An|ấp 1|3", "An|ấp 2|6"))),
			[]string{"Bảng, dòng “An, ấp 2”, cột “Số kỳ” | 4 | 6"},
		},
		{
			"a table gone",
			base(document.TableBlock(rows("An|ấp 1|3"))),
			base(),
			[]string{"Bảng | có bảng gồm 1 dòng: STT, Họ và tên, Địa bàn, Số kỳ | (không còn)"},
		},
	}
	for _, tt := range tests {
		var got []string
		for _, d := range compareDocuments(tt.then, tt.now) {
			got = append(got, fmt.Sprintf("%s | %s | %s", d.where, d.then, d.now))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

// Head and end of a paper count too.
func TestDifferencesOfHeadAndEnd(t *testing.T) {
	t.Parallel()
	now := documenttest.PartyReport()
	now.Head.Superior, now.Subject, now.Annexes = "ĐẢNG BỘ TỈNH KHÁC", "về việc khác", now.Annexes[:1]
	signing := *now.Signing
	signing.Recipients = signing.Recipients[:2]
	now.Signing = &signing
	var got []string
	for _, d := range compareDocuments(documenttest.PartyReport(), now) {
		got = append(got, d.where)
	}
	want := []string{"Cơ quan cấp trên", "Trích yếu", "Phụ lục 2, tên", "Phụ lục 2, Bảng", "Nơi nhận"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Every column of a long table is told apart though many rows changed, in a time nobody notices.
func TestDifferencesOfLongTables(t *testing.T) {
	t.Parallel()
	var then, now []string
	for i := range 3000 {
		then = append(then, fmt.Sprintf("Cán bộ mẫu %04d|ấp %d|%d", i, i%17, i%9))
		now = append(now, fmt.Sprintf("Cán bộ mẫu %04d|ấp %d|%d", i, i%17, i%9+1))
	}
	if n := len(compareTables([]tablePart{{"Bảng", rows(then...)}}, []tablePart{{"Bảng", rows(now...)}})); n != 3000 {
		t.Errorf("%d differences, want 3000", n)
	}
}
