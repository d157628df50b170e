package reports

import (
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

var reportR14 = Report{
	Code:        "R14",
	Use:         UseMatters,
	Name:        "tuoi-no-kien-nghi",
	Title:       "Tuổi nợ kiến nghị theo cơ quan",
	Description: "Kiến nghị đang mở đã chờ bao nhiêu ngày làm việc tại từng cơ quan, tính đến hôm nay.",
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit},
	Each:        everyPlace,
	Signature:   SignedAsBook,
	Build:       ageingTable,
}

// ageingTable is R14: how long open matters have been waiting at each body, the longest first. It shows today.
func ageingTable(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	open := matters.Filter{UnderID: in.UnitID, Worklist: matters.AllOpen, AsOf: paper.AsOf}
	ages, err := paper.ageing(tx, open)
	if err != nil {
		return document.Document{}, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 95},
			{Width: 25, Align: document.AlignCentre},
			{Width: 25, Align: document.AlignCentre},
			{Width: 25, Align: document.AlignCentre},
			{Width: 25, Align: document.AlignCentre},
			{Width: 25, Align: document.AlignCentre},
			{Width: 25, Align: document.AlignCentre},
		},
		Head: []document.Row{
			{
				Cells: []document.Cell{
					{Text: "STT", RowSpan: 2},
					{Text: "Cơ quan", RowSpan: 2},
					{Text: "Tổng số đang mở", RowSpan: 2},
					{Text: "Số ngày làm việc đã qua", ColSpan: 4},
					{Text: "Lâu nhất (ngày)", RowSpan: 2},
				},
			},
			document.Cells("Đến 10", "11–30", "31–90", "Trên 90"),
		},
		Empty: "Không còn ý kiến, kiến nghị nào đang mở",
	}
	all := matters.Ageing{Name: "Tổng cộng", Total: matters.Number{Filter: open}}
	for i, a := range ages {
		table.Rows = append(
			table.Rows,
			document.Row{Cells: append([]document.Cell{document.CountCell(i + 1), {Text: a.Name}}, ageCells(a, paper.inScope())...)},
		)
		all.Total.Value += a.Total.Value
		for k, n := range a.Bands {
			if k == len(all.Bands) {
				band := open
				band.Age = n.Filter.Age
				all.Bands = append(all.Bands, matters.Number{Filter: band})
			}
			all.Bands[k].Value += n.Value
		}
		all.Longest = max(all.Longest, a.Longest)
	}
	if len(ages) > 0 {
		table.Rows = append(
			table.Rows,
			document.Row{
				Kind:  document.RowTotal,
				Cells: append([]document.Cell{{}, {Text: "Tổng cộng"}}, ageCells(all, paper.inScope())...),
			},
		)
	}
	doc := paper.Register(in, "BẢNG TUỔI NỢ KIẾN NGHỊ", "theo cơ quan"+paper.inScope())
	doc.Blocks = append(
		[]document.Block{
			document.TableBlock(table),
			remark(
				"Số ngày làm việc của từng cơ quan tính từ ngày chuyển đến cơ quan đó; việc đang ở cơ quan tiếp nhận tính từ ngày tiếp nhận, mở lại, hoặc từ ngày cơ quan khác trả lời.",
			),
		},
		stackedOf(table, "Số ngày làm việc đã chờ tại từng cơ quan", "ý kiến, kiến nghị", 1, []stackedPart{
			{
				3,
				"Đến 10 ngày",
				document.ToneNone,
			},
			{4, "11–30 ngày", document.ToneLight},
			{5, "31–90 ngày", document.ToneSlant},
			{6, "Trên 90 ngày", document.ToneDark},
		})...)
	return doc, nil
}

func ageCells(a matters.Ageing, scope string) []document.Cell {
	cells := []document.Cell{opened(a.Total.Value, mattersLink(a.Total, a.Name+": đang mở"+scope))}
	for _, n := range a.Bands {
		cells = append(cells, opened(n.Value, mattersLink(n, a.Name+": đang mở "+store.LowerFirst(matters.AgeWord(n.Filter.Age))+scope)))
	}
	return append(cells, measured(a.Longest))
}
