package reports

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/officers"
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
	Signature:   SignedAsBook,
	Build:       attendanceSummary,
}

// attendanceSummary is R7: for each officer and team what was to be attended and what became of it.
func attendanceSummary(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	expected := expectedOfOfficers(paper.Span, in.UnitID)
	expected.OfficerID = in.OfficerID
	attended, err := turnsFor(tx, expected)
	if err != nil {
		return document.Document{}, err
	}
	table, err := attendanceTable(tx, paper, expected, attended)
	doc := paper.Register(in, "TỔNG HỢP KẾT QUẢ DỰ SINH HOẠT", in.Period.Label()+paper.inScope())
	doc.Blocks = []document.Block{document.TableBlock(table), remark(rateOfAttendance)}
	return doc, err
}

// rateOfAttendance stands under each table of attendance.
const rateOfAttendance = "Cách tính: tỷ lệ là số lượt đã dự trên số kỳ có tổ chức; kỳ không tổ chức, tạm dừng và chưa ghi nhận không tính vào tỷ lệ."

// attendanceTable is R7 and the first annex of R20 and R21: the officers who were expected somewhere or had an assignment in
// the span, in the order of papers, then the teams, and the total.
func attendanceTable(tx *store.Tx, paper Paper, expected fulfilment.Filter, attended expectedTurns) (document.Table, error) {
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
		Empty: "Không có cán bộ được phân công, cũng không có kỳ phải dự nào trong kỳ báo cáo",
	}
	lines, err := assignments.Active(
		tx,
		assignments.Filter{Span: expected.Span, UnderID: expected.UnderID, OfficerID: expected.OfficerID},
	)
	if err != nil {
		return table, err
	}
	var people, places []string
	for _, line := range lines {
		if line.OfficerID != "" {
			people = append(people, line.OfficerID)
		}
		places = append(places, line.TargetID)
	}
	names, err := namesOf(tx, append(people, slices.Collect(maps.Keys(attended.byOfficer))...), places, paper.AsOf)
	if err != nil {
		return table, err
	}
	held := map[string][]string{}
	for _, line := range lines {
		key := line.OfficerID + line.TeamID
		if label := names.units[line.TargetID].Label; !slices.Contains(held[key], label) {
			held[key] = append(held[key], label)
		}
	}
	at := view{expected, attended.ruled, paper.AsOf, paper.within}
	row := func(id string, holder document.Cell, name string, t turns) {
		table.Rows = append(table.Rows, document.Row{Cells: append(
			[]document.Cell{document.CountCell(len(table.Rows) + 1), holder, {Text: placesOf(held[id])}},
			at.turnCells(t, id, name)...)})
	}
	for _, who := range slices.SortedFunc(maps.Values(names.officers), officers.Compare) {
		t := attended.byOfficer[who.ID]
		if t == nil {
			t = &turns{}
		}
		row(who.ID, leading(document.JoinParts("\n", who.Name, who.Post), officerLink(who.ID)), who.Name, *t)
	}
	for _, team := range attended.byTeam {
		row(team.id, leading(team.name+"\nTổ công tác", holderLink("", team.id)), team.name, team.turns)
	}
	if len(table.Rows) > 0 {
		table.Rows = append(table.Rows, document.Row{
			Kind:  document.RowTotal,
			Cells: append([]document.Cell{{}, {Text: "Tổng cộng"}, {}}, at.turnCells(attended.turns, "", "Tổng cộng")...),
		})
	}
	return table, nil
}

// placesOf lists the places of one officer; a long list would push the table apart and stands in full in R1.
func placesOf(names []string) string {
	const most = 6
	if len(names) > most {
		return strings.Join(names[:most], "; ") + " và " + document.TwoDigits(len(names)-most) + " nơi khác"
	}
	return strings.Join(names, "; ")
}

// owed are the outcomes of what was to be attended, in the order of the paper.
var owed = []activities.Outcome{
	activities.Outcome(activities.Attended),
	activities.Outcome(activities.Substituted),
	activities.Outcome(activities.Excused),
	activities.Outcome(activities.Absent),
	activities.NotRecorded,
}

// turnCells are the numbers of one officer or team, key "" of all; each opens what it counts. Without rules nobody was expected
// at what was not held, so that those two numbers are unknown.
func (s view) turnCells(t turns, key, who string) []document.Cell {
	to := func(outcome activities.Outcome, words string) string { return s.turns(key, who+": "+words, outcome) }
	cells := []document.Cell{opened(t.due, to("", "phải dự")), {Text: "–"}, {Text: "–"}}
	if s.ruled {
		cells[1] = opened(t.notHeld, to(activities.NotHeld, "không tổ chức"))
		cells[2] = opened(t.suspended, to(activities.OnHold, "tạm dừng"))
	}
	for i, n := range []int{t.attended, t.substituted, t.excused, t.absent, t.unrecorded} {
		cells = append(cells, opened(n, to(owed[i], store.LowerFirst(owed[i].Word()))))
	}
	if t.held == 0 {
		return append(cells, document.Cell{Text: "–"})
	}
	rate := strconv.Itoa(t.done) + "/" + strconv.Itoa(t.held) + "\n" + share(t.done, t.held)
	return append(cells, leading(rate, s.heldTurns(key, who+": cuộc đã họp")))
}
