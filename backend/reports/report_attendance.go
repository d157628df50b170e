package reports

import (
	"slices"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/store"
)

// attendanceSummary is R7: for each officer and team what was to be attended and what became of it, as the room of activities
// reckons it from the rules of duty.
func attendanceSummary(tx *store.Tx, in Input, paper Paper) (Document, error) {
	filter := activities.FulfilmentFilter{Span: paper.Span, By: activities.ByOfficer, UnderID: in.UnitID, OfficerID: in.OfficerID}
	done, err := activities.Fulfilment(tx, filter)
	if err != nil {
		return Document{}, err
	}
	lines, err := assignments.Active(tx, assignments.Filter{Span: paper.Span, UnderID: in.UnitID, OfficerID: in.OfficerID})
	if err != nil {
		return Document{}, err
	}
	words, err := assignmentNames(tx, lines, paper.AsOf)
	if err != nil {
		return Document{}, err
	}
	places := map[string][]string{}
	for _, l := range lines {
		key := l.OfficerID + l.TeamID
		if label := words.units[l.TargetID].Label; !slices.Contains(places[key], label) {
			places[key] = append(places[key], label)
		}
	}
	table := Table{
		Columns: []Column{{12, AlignCentre}, {46, ""}, {55, ""}, {16, AlignCentre}, {16, AlignCentre}, {15, AlignCentre}, {14, AlignCentre}, {14, AlignCentre}, {17, AlignCentre},
			{14, AlignCentre}, {16, AlignCentre}, {22, AlignCentre}},
		Head: []Row{
			{Cells: []Cell{{Text: "STT", RowSpan: 2}, {Text: "Cán bộ, chức vụ", RowSpan: 2}, {Text: "Địa bàn", RowSpan: 2}, {Text: "Số kỳ phải dự", RowSpan: 2},
				{Text: "Không tính", ColSpan: 2}, {Text: "Kết quả (lượt)", ColSpan: 5}, {Text: "Tỷ lệ dự", RowSpan: 2}}},
			Cells("Không tổ chức", "Tạm dừng", "Đã dự", "Dự thay", "Vắng có lý do", "Vắng", "Chưa ghi nhận"),
		},
		Empty: "Không có kỳ phải dự nào theo quy định nhiệm vụ trong kỳ báo cáo",
	}
	for i, row := range done.Rows {
		id, post := row.Key, row.Note
		if row.TeamID != "" {
			id, post = row.TeamID, "Tổ công tác"
		}
		table.Rows = append(table.Rows, Row{Cells: append(Cells(itoa(i+1), joinParts("\n", row.Name, post), placesOf(places[id])).Cells, tallyCells(row.Tally)...)})
	}
	if len(table.Rows) > 0 {
		table.Rows = append(table.Rows, Row{Kind: RowTotal, Cells: append([]Cell{{}, {Text: "Tổng cộng"}, {}}, tallyCells(done.Total)...)})
	}
	doc := paper.register(in, "TỔNG HỢP KẾT QUẢ DỰ SINH HOẠT", in.Period.Label()+paper.inScope())
	doc.Blocks = []Block{TableBlock(table), Rich(Run{Text: "Cách tính: tỷ lệ là số lượt đã dự trên số kỳ có tổ chức; kỳ không tổ chức, tạm dừng và chưa ghi nhận không tính vào tỷ lệ.", Italic: true})}
	return doc, nil
}

func tallyCells(t activities.Tally) []Cell {
	var cells []Cell
	for _, n := range []int{t.Expected, t.NotHeld, t.Suspended, t.Attended, t.Substituted, t.Excused, t.Absent, t.NotRecorded} {
		cells = append(cells, Cell{Text: itoa(n), Number: number(n)})
	}
	rate := "–"
	if t.Held > 0 {
		rate = itoa(t.Done) + "/" + itoa(t.Held) + "\n" + share(t.Done, t.Held)
	}
	return append(cells, Cell{Text: rate})
}
