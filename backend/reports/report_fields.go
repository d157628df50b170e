package reports

import (
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// byField is the table of R13 and of the annex to the period's report: fields of work by what became of their matters.
func byField(tx *store.Tx, filter matters.Filter, within string) (document.Table, matters.Summary, error) {
	total, err := matters.Total(tx, filter)
	if err != nil {
		return document.Table{}, total, err
	}
	lines, err := matters.ByField(tx, filter)
	if err != nil {
		return document.Table{}, total, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 41},
			{Width: 19, Align: document.AlignCentre},
			{Width: 21, Align: document.AlignCentre},
			{Width: 19, Align: document.AlignCentre},
			{Width: 20, Align: document.AlignCentre},
			{Width: 22, Align: document.AlignCentre},
			{Width: 24, Align: document.AlignCentre},
			{Width: 19, Align: document.AlignCentre},
			{Width: 21, Align: document.AlignCentre},
			{Width: 21, Align: document.AlignCentre},
			{Width: 18, Align: document.AlignCentre},
			{Width: 19, Align: document.AlignCentre},
		},
		Head: []document.Row{
			{
				Cells: []document.Cell{
					{Text: "STT", RowSpan: 2},
					{Text: "Lĩnh vực", RowSpan: 2},
					{Text: "Tiếp nhận", RowSpan: 2},
					{Text: "Trùng", RowSpan: 2},
					{Text: "Ngoài phạm vi", RowSpan: 2},
					{Text: "Kết quả giải quyết, trả lời", ColSpan: 6},
					{Text: "Trễ hạn", RowSpan: 2},
					{Text: "Tỷ lệ xong", RowSpan: 2},
				},
			},
			document.Cells(
				"Đã giải quyết xong",
				"Giải trình, thông tin",
				"Có lộ trình",
				"Từ chối giải quyết",
				"Đang giải quyết",
				"Chưa trả lời",
			),
		},
		Empty: "Không tiếp nhận ý kiến, kiến nghị nào trong kỳ",
	}
	for i, s := range lines {
		table.Rows = append(
			table.Rows,
			document.Row{Cells: append([]document.Cell{document.CountCell(i + 1), {Text: s.Name}}, summaryCells(s, within)...)},
		)
	}
	if len(lines) > 0 {
		table.Rows = append(
			table.Rows,
			document.Row{Kind: document.RowTotal, Cells: append([]document.Cell{{}, {Text: "Tổng cộng"}}, summaryCells(total, within)...)},
		)
	}
	return table, total, nil
}

func summaryCells(s matters.Summary, within string) []document.Cell {
	var cells []document.Cell
	for _, part := range []struct {
		n    matters.Number
		what string
	}{{s.Received, "tiếp nhận"}, {s.Duplicate, "trùng"}, {s.Outside, "ngoài phạm vi"}, {s.Settled, "giải quyết xong"},
		{s.Explained, "giải trình, cung cấp thông tin"},
		{s.Roadmap, "có lộ trình"}, {s.Refused, "từ chối giải quyết"}, {s.Working, "đang giải quyết"},
		{s.Waiting, "chưa trả lời"}, {s.Late, "trễ hạn"}} {
		cells = append(cells, opened(part.n.Value, mattersLink(part.n, s.Name+": "+part.what+within)))
	}
	rate := share(s.Settled.Value, s.Received.Value-s.Duplicate.Value-s.Outside.Value)
	if rate == "" {
		rate = "–"
	}
	return append(cells, document.Cell{Text: rate})
}

// rateNote says what the share of R13 is a share of.
const rateNote = "Tỷ lệ xong = đã giải quyết xong / (tiếp nhận trừ trùng và ngoài phạm vi). " + lateNote

// lateNote says what counts as late.
const lateNote = "Trễ hạn: đã hoặc đang quá hạn ở ít nhất một khâu (chuyển, thông báo tiếp nhận, trả lời, phản hồi), kể cả khi việc đã xong."

var reportR13 = Report{
	Code:        "R13",
	Use:         UseMatters,
	Name:        "kien-nghi-linh-vuc",
	Title:       "Tổng hợp kiến nghị theo lĩnh vực",
	Description: "Lĩnh vực và tình trạng giải quyết của kiến nghị tiếp nhận trong kỳ.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit},
	Each:        everyPlace,
	Signature:   SignedAsBook,
	Build:       fieldTable,
}

// fieldTable is R13: fields of work by what became of the matters received in the period.
func fieldTable(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	table, _, err := byField(tx, matterFilter(in, paper), paper.within)
	if err != nil {
		return document.Document{}, err
	}
	doc := paper.Register(in, "BẢNG TỔNG HỢP KIẾN NGHỊ", "theo lĩnh vực và tình trạng giải quyết, "+in.Period.Label()+paper.inScope())
	doc.Blocks = append(
		[]document.Block{document.TableBlock(table), remark(rateNote)},
		stackedOf(
			table,
			"Kết quả giải quyết, trả lời theo lĩnh vực (không tính trùng và ngoài phạm vi)",
			"ý kiến, kiến nghị",
			1,
			[]stackedPart{
				{
					5,
					"Đã giải quyết xong",
					document.ToneDark,
				},
				{6, "Giải trình, cung cấp thông tin", document.ToneMid},
				{7, "Có lộ trình", document.ToneSlant},
				{8, "Từ chối giải quyết", document.ToneCross},
				{9, "Đang giải quyết", document.ToneLight},
				{10, "Chưa trả lời", document.ToneNone},
			},
		)...)
	return doc, nil
}

// remark is a line in italics under a table.
func remark(text string) document.Block { return document.Rich(document.Run{Text: text, Italic: true}) }
