package reports

import (
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

var reportR13B = Report{
	Code:        "R13B",
	Use:         UseMatters,
	Name:        "ket-qua-theo-co-quan",
	Title:       "Kết quả giải quyết theo cơ quan",
	Description: "Mỗi cơ quan: số kiến nghị, đã trả lời, giải quyết xong, đang giải quyết, giải trình, chưa trả lời.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit},
	Each:        everyPlace,
	Signature:   SignedAsBook,
	Build:       bodyTable,
}

// bodyTable is R13B: what came of the matters received in the period at each body, in the columns of the form for petitions
// of voters (document-format D5a). The parts need not sum up to those answered, and the form does not ask it.
func bodyTable(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	filter := matterFilter(in, paper)
	lines, err := matters.ByBody(tx, filter)
	if err != nil {
		return document.Document{}, err
	}
	nowhere := filter
	nowhere.NoBody = true
	none, err := matters.Total(tx, nowhere)
	if err != nil {
		return document.Document{}, err
	}
	if none.Received.Value > 0 {
		if none.Name, err = paper.atOffice(tx); err != nil {
			return document.Document{}, err
		}
		lines = append(lines, none)
	}
	total, err := matters.Total(tx, filter)
	if err != nil {
		return document.Document{}, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 32},
			{Width: 16, Align: document.AlignCentre},
			{Width: 16, Align: document.AlignCentre},
			{Width: 15, Align: document.AlignCentre},
			{Width: 15, Align: document.AlignCentre},
			{Width: 16, Align: document.AlignCentre},
			{Width: 14, Align: document.AlignCentre},
			{Width: 14, Align: document.AlignCentre},
			{Width: 15, Align: document.AlignCentre},
		},
		Head: []document.Row{
			{
				Cells: []document.Cell{
					{Text: "STT", RowSpan: 2},
					{Text: "Tên cơ quan, đơn vị", RowSpan: 2},
					{Text: "Tổng số kiến nghị", RowSpan: 2},
					{Text: "Tổng số đã trả lời", RowSpan: 2},
					{Text: "Kết quả giải quyết", ColSpan: 5},
					{Text: "Chưa trả lời", RowSpan: 2},
				},
			},
			document.Cells("Đã giải quyết xong", "Đang giải quyết", "Giải trình, thông tin", "Có lộ trình", "Từ chối"),
		},
		Empty: "Không tiếp nhận ý kiến, kiến nghị nào trong kỳ",
	}
	for i, s := range append(lines, total) {
		row := document.Row{Cells: []document.Cell{document.CountCell(i + 1), {Text: s.Name}}}
		if i == len(lines) {
			if i == 0 {
				break
			}
			row = document.Row{Kind: document.RowTotal, Cells: []document.Cell{{}, {Text: s.Name}}}
		}
		answered := s.Received.Filter
		answered.Leg = matters.Answered
		back, err := matters.Total(tx, answered)
		if err != nil {
			return document.Document{}, err
		}
		for _, part := range []struct {
			n    matters.Number
			what string
		}{{s.Received, "tiếp nhận"}, {back.Received, "đã trả lời"}, {s.Settled, "giải quyết xong"}, {s.Working, "đang giải quyết"},
			{s.Explained, "giải trình, cung cấp thông tin"},
			{s.Roadmap, "có lộ trình"}, {s.Refused, "từ chối giải quyết"}, {s.Waiting, "chưa trả lời"}} {
			row.Cells = append(row.Cells, opened(part.n.Value, mattersLink(part.n, s.Name+": "+part.what)))
		}
		table.Rows = append(table.Rows, row)
	}
	doc := paper.Register(
		in,
		"BẢNG TỔNG HỢP",
		"kết quả giải quyết, trả lời ý kiến, kiến nghị theo cơ quan, "+in.Period.Label()+paper.inScope()+", "+paper.asOfDay(),
	)
	doc.Landscape = false
	doc.Blocks = []document.Block{
		document.TableBlock(table),
		remark("Kiến nghị trùng hoặc ngoài phạm vi có trong tổng số, không có trong các cột kết quả."),
	}
	return doc, nil
}
