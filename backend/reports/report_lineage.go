package reports

import (
	"fmt"

	"caunoi/backend/document"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// mostBegun is how many beginnings by one paper are listed where nothing ended by it: more are the first entry of a list.
const mostBegun = 60

var reportR28 = Report{
	Code:        "R28",
	Use:         UseRegisters,
	Name:        "doi-chieu-don-vi",
	Title:       "Bảng đối chiếu đơn vị cũ – mới",
	Description: "Đơn vị kết thúc, thành lập, đổi tên, chuyển cấp trên trong kỳ, theo văn bản nào.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit},
	Each:        everyPlace,
	Signature:   SignedAsBook,
	Build:       lineageTable,
}

// lineageTable is R28: old units and new ones by the paper that changed them. The records hold that a unit ended, began or
// changed, and by which paper; they do not hold which part went where, so the table says that it is not recorded.
func lineageTable(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	turns, err := units.Lineage(tx, paper.Span, in.UnitID)
	if err != nil {
		return document.Document{}, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 68},
			{Width: 36},
			{Width: 50},
			{Width: 66},
			{Width: 25},
		},
		Head: []document.Row{
			document.Cells("STT", "Đơn vị cũ", "Sự kiện", "Văn bản, ngày có hiệu lực", "Đơn vị mới", "Toàn bộ, một phần"),
		},
		Empty: "Trong kỳ không có đơn vị nào thành lập, đổi tên, chuyển cấp trên hoặc kết thúc",
	}
	for from := 0; from < len(turns); {
		to := from
		for to < len(turns) && turns[to].Day == turns[from].Day && turns[to].Source == turns[from].Source {
			to++
		}
		if err := addTurns(tx, &table, turns[from:to]); err != nil {
			return document.Document{}, err
		}
		from = to
	}
	doc := paper.Register(in, "BẢNG ĐỐI CHIẾU ĐƠN VỊ CŨ – MỚI", in.Period.Label()+paper.inScope())
	doc.Blocks = []document.Block{
		document.TableBlock(table),
		remark("Các đơn vị cùng văn bản, cùng ngày được xếp liền nhau. Sổ ghi đơn vị thành lập, thay đổi, kết thúc theo văn bản nào; " +
			"“chưa ghi” là sổ chưa ghi phần nào của đơn vị cũ về đơn vị mới nào, cần xem văn bản."),
	}
	return doc, nil
}

// addTurns writes what happened by one paper on one day.
func addTurns(tx *store.Tx, table *document.Table, turns []units.LineageEvent) error {
	ids := make([]string, len(turns))
	var ended, begun int
	for i, t := range turns {
		ids[i] = t.UnitID
		if t.After == nil {
			ended++
		} else if t.Before == nil {
			begun++
		}
	}
	day := turns[0].Day
	now, err := units.Refs(tx, ids, day)
	if err != nil {
		return err
	}
	was, err := units.Refs(tx, ids, day.AddDays(-1))
	if err != nil {
		return err
	}
	source := document.JoinParts("\n", turns[0].Source, "từ ngày "+day.ShowInPaper())
	if turns[0].Source == "" {
		source = "chưa ghi văn bản\ntừ ngày " + day.ShowInPaper()
	}
	if ended == 0 && begun > mostBegun {
		table.Rows = append(
			table.Rows,
			document.Row{
				Cells: []document.Cell{
					document.CountCell(len(table.Rows) + 1),
					{},
					{Text: "Bắt đầu được ghi"},
					{Text: source},
					leading(fmt.Sprintf("%d đơn vị, xem trên cây địa bàn", begun), "/dia-ban"),
					{},
				},
			},
		)
	}
	for _, t := range turns {
		row := document.Row{Cells: []document.Cell{document.CountCell(len(table.Rows) + 1), {}, {}, {Text: source}, {}, {Text: "chưa ghi"}}}
		switch {
		case t.After == nil:
			row.Cells[1], row.Cells[2].Text = leading(was[t.UnitID].Label, unitLink(t.UnitID)), "Kết thúc"
			row.Cells[4].Text = heirs(turns, now, begun)
		case t.Before == nil && ended == 0 && begun > mostBegun:
			continue
		case t.Before == nil:
			row.Cells[2].Text, row.Cells[4] = "Thành lập", leading(now[t.UnitID].Label, unitLink(t.UnitID))
			if ended == 0 {
				row.Cells[2].Text, row.Cells[5].Text = "Thành lập hoặc bắt đầu được ghi", ""
			}
		default:
			row.Cells[1], row.Cells[4] = leading(was[t.UnitID].Label, unitLink(t.UnitID)), document.Cell{Text: now[t.UnitID].Label}
			row.Cells[2].Text, row.Cells[5].Text = changed(t), "Toàn bộ"
		}
		table.Rows = append(table.Rows, row)
	}
	return nil
}

// changed says what became different of a unit that goes on.
func changed(t units.LineageEvent) string {
	var words []string
	if t.Before.Name != t.After.Name {
		words = append(words, "đổi tên")
	}
	if t.Before.Type != t.After.Type {
		words = append(words, "đổi loại")
	}
	if t.Before.ParentID != t.After.ParentID {
		words = append(words, "chuyển cấp trên")
	}
	return store.UpperFirst(document.JoinParts(", ", words...))
}

// heirs says what began by the same paper when a unit ended, without saying more than is recorded.
func heirs(turns []units.LineageEvent, now map[string]units.Ref, begun int) string {
	switch begun {
	case 0:
		return "chưa ghi"
	case 1:
		for _, t := range turns {
			if t.Before == nil {
				return "cùng văn bản: " + now[t.UnitID].Label
			}
		}
	}
	return fmt.Sprintf("cùng văn bản: %d đơn vị mới nêu dưới đây", begun)
}
