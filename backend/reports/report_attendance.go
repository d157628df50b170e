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
	doc.Blocks = []document.Block{document.TableBlock(table), remark(attended.rateRule)}
	return doc, err
}

// attendanceTable is R7 and the first annex of R20 and R21: the officers who were expected somewhere or had an assignment in
// the span, in the order of papers, then the teams, and the total.
func attendanceTable(tx *store.Tx, paper Paper, expected fulfilment.Filter, attended expectedTurns) (document.Table, error) {
	table := turnTable(
		[]document.Column{{Width: 10, Align: document.AlignCentre}, {Width: 41}, {Width: 43}},
		"STT", "Cán bộ, chức vụ", "Địa bàn",
	)
	table.Empty = "Không có cán bộ được phân công, cũng không có kỳ phải dự nào trong kỳ báo cáo"
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

// owed are the outcomes of what was to be attended.
var owed = []activities.Outcome{
	activities.Outcome(activities.Attended),
	activities.Outcome(activities.Substituted),
	activities.Outcome(activities.Excused),
	activities.Outcome(activities.Absent),
	activities.NotRecorded,
}

// turnColumn is one column of the results in a table of attendance: its title, what it counts, and how that is opened.
type turnColumn struct {
	title   string
	n       func(turns) int
	outcome activities.Outcome
	part    fulfilment.Part
	state   activities.State // of the meeting
}

// turnColumns are the results of what was due, in the order of the paper: with them the rate of a row can be counted again.
var turnColumns = []turnColumn{
	{"Đã dự", func(t turns) int { return t.attended }, owed[0], "", ""},
	{"Dự thay được tính", func(t turns) int { return t.counted }, owed[1], fulfilment.PartCounted, ""},
	{"Dự thay không tính", func(t turns) int { return t.substituted - t.counted }, owed[1], fulfilment.PartNotCounted, ""},
	{"Vắng có lý do", func(t turns) int { return t.excused }, owed[2], "", ""},
	{"Vắng", func(t turns) int { return t.absent }, owed[3], "", ""},
	{"Đã họp, chưa ghi kết quả", func(t turns) int { return t.heldUnrecorded }, owed[4], "", activities.Held},
	{
		"Chưa ghi cuộc họp",
		func(t turns) int { return t.unrecorded - t.heldUnrecorded },
		owed[4],
		fulfilment.PartUnknown,
		activities.Planned,
	},
}

// turnTable is an empty table of attendance: columns that say whose row it is, then the numbers of turnCells. The first columns
// share what these leave of the width of a sheet.
func turnTable(whose []document.Column, titles ...string) document.Table {
	table := document.Table{Columns: whose}
	for _, width := range []float64{14, 14, 13, 13, 15, 15, 14, 13, 16, 16, 20} {
		table.Columns = append(table.Columns, document.Column{Width: width, Align: document.AlignCentre})
	}
	head, below := document.Row{}, []string{"Không tổ chức", "Tạm dừng"}
	for _, title := range append(titles, "Số kỳ phải dự") {
		head.Cells = append(head.Cells, document.Cell{Text: title, RowSpan: 2})
	}
	head.Cells = append(head.Cells, document.Cell{Text: "Không tính", ColSpan: 2},
		document.Cell{Text: "Kết quả (lượt)", ColSpan: len(turnColumns)}, document.Cell{Text: "Tỷ lệ dự", RowSpan: 2})
	for _, c := range turnColumns {
		below = append(below, c.title)
	}
	table.Head = []document.Row{head, document.Cells(below...)}
	return table
}

// turnCells are the numbers of one officer or team, key "" of all; each opens what it counts. Without rules nobody was expected
// at what was not held, so that those two numbers are unknown.
func (s view) turnCells(t turns, key, who string) []document.Cell {
	cells := []document.Cell{opened(t.due, s.turns(key, who+": phải dự", "")), {Text: "–"}, {Text: "–"}}
	if s.ruled {
		cells[1] = opened(t.notHeld, s.turns(key, who+": không tổ chức", activities.NotHeld))
		cells[2] = opened(t.suspended, s.turns(key, who+": tạm dừng", activities.OnHold))
	}
	for _, c := range turnColumns {
		cells = append(cells, opened(c.n(t), s.partOfTurns(key, who+": "+store.LowerFirst(c.title), c)))
	}
	if t.held == 0 {
		return append(cells, document.Cell{Text: "–"})
	}
	rate := strconv.Itoa(t.done) + "/" + strconv.Itoa(t.held) + "\n" + share(t.done, t.held)
	return append(cells, leading(rate, s.heldTurns(key, who+": cuộc đã họp")))
}
