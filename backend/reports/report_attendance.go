package reports

import (
	"slices"
	"strconv"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/store"
)

var reportR7 = Report{
	Code:        "R7",
	Use:         UseMeetings,
	Name:        "tong-hop-du-sinh-hoat",
	Title:       "Tổng hợp kết quả dự sinh hoạt",
	Description: "Từng cán bộ: số kỳ phải dự, đã dự, dự thay, vắng, chưa ghi nhận, tỷ lệ.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Each:        placesAnd(EachOfficer),
	Signature:   SignedByIssuer,
	Build:       attendanceSummary,
}

// attendanceSummary is R7: for each officer and team what was to be attended and what became of it, as the room of activities
// reckons it from the rules of duty.
func attendanceSummary(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	filter := fulfilment.Filter{Span: paper.Span, By: fulfilment.ByOfficer, UnderID: in.UnitID, OfficerID: in.OfficerID}
	done, err := fulfilment.Summarize(tx, filter)
	if err != nil {
		return document.Document{}, err
	}
	lines, err := assignments.Active(tx, assignments.Filter{Span: paper.Span, UnderID: in.UnitID, OfficerID: in.OfficerID})
	if err != nil {
		return document.Document{}, err
	}
	words, err := assignmentNames(tx, lines, paper.AsOf)
	if err != nil {
		return document.Document{}, err
	}
	places := map[string][]string{}
	for _, l := range lines {
		key := l.OfficerID + l.TeamID
		if label := words.units[l.TargetID].Label; !slices.Contains(places[key], label) {
			places[key] = append(places[key], label)
		}
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 46},
			{Width: 55},
			{Width: 16, Align: document.AlignCentre},
			{Width: 16, Align: document.AlignCentre},
			{Width: 15, Align: document.AlignCentre},
			{Width: 14, Align: document.AlignCentre},
			{Width: 14, Align: document.AlignCentre},
			{Width: 17, Align: document.AlignCentre},
			{Width: 14, Align: document.AlignCentre},
			{Width: 16, Align: document.AlignCentre},
			{Width: 22, Align: document.AlignCentre},
		},
		Head: []document.Row{
			{
				Cells: []document.Cell{
					{Text: "STT", RowSpan: 2},
					{Text: "Cán bộ, chức vụ", RowSpan: 2},
					{Text: "Địa bàn", RowSpan: 2},
					{Text: "Số kỳ phải dự", RowSpan: 2},
					{Text: "Không tính", ColSpan: 2},
					{Text: "Kết quả (lượt)", ColSpan: 5},
					{Text: "Tỷ lệ dự", RowSpan: 2},
				},
			},
			document.Cells("Không tổ chức", "Tạm dừng", "Đã dự", "Dự thay", "Vắng có lý do", "Vắng", "Chưa ghi nhận"),
		},
		Empty: "Không có kỳ phải dự nào theo quy định nhiệm vụ trong kỳ báo cáo",
	}
	for i, row := range done.Rows {
		id, post := row.Key, row.Note
		if row.TeamID != "" {
			id, post = row.TeamID, "Tổ công tác"
		}
		table.Rows = append(
			table.Rows,
			document.Row{
				Cells: append(
					[]document.Cell{
						{Text: strconv.Itoa(i + 1)},
						leading(document.JoinParts("\n", row.Name, post), holderLink(row.Key, row.TeamID)),
						{Text: placesOf(places[id])},
					},
					paper.tallyCells(row.Tally, fulfilment.CellsFilter{Filter: filter, Key: row.Key}, row.Name)...),
			},
		)
	}
	if len(table.Rows) > 0 {
		table.Rows = append(
			table.Rows,
			document.Row{
				Kind: document.RowTotal,
				Cells: append(
					[]document.Cell{{}, {Text: "Tổng cộng"}, {}},
					paper.tallyCells(done.Total, fulfilment.CellsFilter{Filter: filter}, "Tổng cộng")...),
			},
		)
	}
	doc := paper.Register(in, "TỔNG HỢP KẾT QUẢ DỰ SINH HOẠT", in.Period.Label()+paper.inScope())
	doc.Blocks = []document.Block{
		document.TableBlock(table),
		document.Rich(
			document.Run{
				Text:   "Cách tính: tỷ lệ là số lượt đã dự trên số kỳ có tổ chức; kỳ không tổ chức, tạm dừng và chưa ghi nhận không tính vào tỷ lệ.",
				Italic: true,
			},
		),
	}
	return doc, nil
}

// owed are the outcomes of what was to be attended, in the order of the paper.
var owed = []activities.Outcome{
	activities.Outcome(activities.Attended),
	activities.Outcome(activities.Substituted),
	activities.Outcome(activities.Excused),
	activities.Outcome(activities.Absent),
	activities.NotRecorded,
}

// tallyCells are the numbers of one row of the fulfilment; each opens the occurrences it counts.
func (p Paper) tallyCells(t fulfilment.Tally, at fulfilment.CellsFilter, who string) []document.Cell {
	to := func(what string, outcomes ...activities.Outcome) string {
		at.Outcomes = outcomes
		return cellsLink(at, who+": "+what+p.within)
	}
	cells := []document.Cell{
		opened(t.Expected, to("phải dự", owed...)),
		opened(t.NotHeld, to("không tổ chức", activities.NotHeld)),
		opened(t.Suspended, to("tạm dừng", activities.OnHold)),
	}
	for i, n := range []int{t.Attended, t.Substituted, t.Excused, t.Absent, t.NotRecorded} {
		cells = append(cells, opened(n, to(document.LowerFirst(owed[i].Word()), owed[i])))
	}
	if t.Held == 0 {
		return append(cells, document.Cell{Text: "–"})
	}
	at.Held = true
	return append(cells, leading(strconv.Itoa(t.Done)+"/"+strconv.Itoa(t.Held)+"\n"+share(t.Done, t.Held), to("cuộc đã họp")))
}
