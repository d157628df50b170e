package reports

import (
	"slices"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// periodFacts is everything the period's report speaks of.
type periodFacts struct {
	paper    Paper
	period   dates.Period
	unitID   string // the place the report is limited to; "" = the whole office
	now      figures
	before   figures // the period before, for comparison
	lines    []assignments.Line
	coverage assignments.Coverage
	vacant   []assignments.CoverageRow
	words    assignmentWords
	kinds    map[string]string

	matters, mattersBefore matters.Summary
	loop                   matters.LoopFigures
	fields                 []matters.Summary
	byField                Table
	today                  dates.Date
}

// periodReport is R20: the monthly, quarterly or yearly report, its paragraphs written from the figures of the records.
func periodReport(tx *store.Tx, in Input, paper Paper) (Document, error) {
	facts, err := gatherFacts(tx, in, paper)
	if err != nil {
		return Document{}, err
	}
	doc := paper.document(in, "BÁO CÁO", "về công tác theo dõi, hỗ trợ cơ sở"+paper.inScope()+", "+in.Period.Label())
	if !paper.Profile.party() {
		doc.Subject = "Công tác theo dõi, hỗ trợ cơ sở" + paper.inScope() + ", " + in.Period.Label()
		if above := paper.Issuer.Superior; above != "" {
			doc.Address = &Address{Label: "Kính gửi", To: []string{above}} // NĐ 30: a report to a superior is addressed
		}
	}
	doc.Blocks = facts.narrative()
	note := AttachedTo(paper.Profile, "Báo cáo", paper.number, paper.Head.Date, facts.issuer())
	doc.Annexes = []Annex{
		{Label: facts.annexLabel(1), Title: "Tổng hợp kết quả dự họp theo cán bộ, " + in.Period.Label(), Note: note, Landscape: true, Blocks: []Block{TableBlock(facts.byOfficer())}},
		{Label: facts.annexLabel(2), Title: "Danh sách nơi chưa có người phụ trách, tính đến ngày " + paper.AsOf.Show(), Note: note, Blocks: []Block{TableBlock(facts.vacancies())}},
		{Label: facts.annexLabel(3), Title: "Tổng hợp ý kiến, kiến nghị theo lĩnh vực, " + in.Period.Label(), Note: note, Landscape: true,
			Blocks: []Block{TableBlock(facts.byField), remark(rateNote + tx.Today.Show() + ".")}},
	}
	return doc, nil
}

func gatherFacts(tx *store.Tx, in Input, paper Paper) (*periodFacts, error) {
	f := &periodFacts{paper: paper, period: in.Period, unitID: in.UnitID, kinds: map[string]string{}, today: tx.Today}
	err := f.gatherMatters(tx, in)
	if err != nil {
		return nil, err
	}
	if f.now, err = figuresFor(tx, paper.Span, in.UnitID); err != nil {
		return nil, err
	}
	if f.before, err = figuresFor(tx, in.Period.Previous().Span(), in.UnitID); err != nil {
		return nil, err
	}
	if f.lines, err = assignments.Active(tx, assignments.Filter{Day: paper.AsOf, UnderID: in.UnitID}); err != nil {
		return nil, err
	}
	if f.coverage, err = assignments.Cover(tx, assignments.CoverageFilter{Day: paper.AsOf, UnderID: in.UnitID}); err != nil {
		return nil, err
	}
	f.vacant = f.coverage.Vacant()
	var people, places []string
	for _, line := range f.lines {
		if line.OfficerID != "" {
			people = append(people, line.OfficerID)
		}
		places = append(places, line.TargetID)
	}
	for id := range f.now.byOfficer {
		people = append(people, id)
	}
	for _, row := range f.vacant {
		places = append(places, row.TargetID)
	}
	if f.words, err = namesOf(tx, people, places, paper.AsOf); err != nil {
		return nil, err
	}
	var kinds []assignments.Kind
	if err := tx.Find(&kinds).Error; err != nil {
		return nil, err
	}
	for _, kind := range kinds {
		f.kinds[kind.ID] = kind.Name
	}
	return f, nil
}

// gatherMatters reads what the register of matters says of the period.
func (f *periodFacts) gatherMatters(tx *store.Tx, in Input) (err error) {
	filter := matters.Filter{Span: f.paper.Span, UnderID: in.UnitID}
	if f.byField, f.matters, err = byField(tx, filter, f.paper.within); err != nil {
		return err
	}
	if f.fields, err = matters.ByField(tx, filter); err != nil {
		return err
	}
	if f.loop, err = matters.Loop(tx, filter); err != nil {
		return err
	}
	f.mattersBefore, err = matters.Total(tx, matters.Filter{Span: in.Period.Previous().Span(), UnderID: in.UnitID})
	return err
}

// issuer names who issues the report, for the bracket line of its annexes.
func (f *periodFacts) issuer() string { return f.paper.issuerName() }

// annexLabel numbers annexes: Arabic in the Party's practice, Roman in state papers (NĐ 30).
func (f *periodFacts) annexLabel(n int) string {
	if f.paper.Profile.party() {
		return "Phụ lục " + itoa(n)
	}
	return "Phụ lục " + strings.Repeat("I", n)
}

// byOfficer is the table of the first annex: officers in the order of papers, and the total.
func (f *periodFacts) byOfficer() Table {
	table := Table{
		Columns: []Column{{12, AlignCentre}, {44, ""}, {45, ""}, {48, ""}, {17, AlignCentre}, {16, AlignCentre}, {16, AlignCentre}, {16, AlignCentre}, {14, AlignCentre}, {16, AlignCentre}, {17, AlignCentre}},
		Head: []Row{
			{Cells: []Cell{{Text: "STT", RowSpan: 2}, {Text: "Họ và tên", RowSpan: 2}, {Text: "Chức vụ", RowSpan: 2}, {Text: "Địa bàn phụ trách", RowSpan: 2},
				{Text: "Số lượt phải dự", RowSpan: 2}, {Text: "Kết quả (lượt)", ColSpan: 5}, {Text: "Tỷ lệ dự", RowSpan: 2}}},
			Cells("Đã dự", "Dự thay", "Vắng có lý do", "Vắng", "Chưa ghi nhận"),
		},
		Empty: "Không có cán bộ được phân công trong kỳ",
	}
	held := map[string][]string{}
	for _, line := range f.lines {
		if line.OfficerID != "" {
			held[line.OfficerID] = append(held[line.OfficerID], f.words.units[line.TargetID].Label)
		}
	}
	var list []officers.Ref
	for id, ref := range f.words.officers {
		if len(held[id]) > 0 || f.now.byOfficer[id] != nil {
			list = append(list, ref)
		}
	}
	slices.SortFunc(list, func(a, b officers.Ref) int {
		if order := officers.Compare(a, b); order != 0 {
			return order
		}
		return strings.Compare(a.ID, b.ID)
	})
	var all turns
	for i, who := range list {
		t := f.now.byOfficer[who.ID]
		if t == nil {
			t = &turns{}
		}
		all.join(*t)
		table.Rows = append(table.Rows, Row{Cells: append([]Cell{{Text: itoa(i + 1)}, leading(who.Name, officerLink(who.ID)), {Text: who.Post}, {Text: placesOf(held[who.ID])}}, f.turnCells(*t, who.ID, who.Name)...)})
	}
	for i, team := range f.now.byTeam {
		all.join(team.turns)
		table.Rows = append(table.Rows, Row{Cells: append([]Cell{{Text: itoa(len(list) + i + 1)}, leading(team.name, holderLink("", team.id)), {Text: "Tổ công tác"}, {}}, f.turnCells(team.turns, team.id, team.name)...)})
	}
	if len(table.Rows) > 0 {
		table.Rows = append(table.Rows, Row{Kind: RowTotal, Cells: append([]Cell{{}, {Text: "Tổng cộng"}, {}, {}}, f.turnCells(all, "", "Tổng cộng")...)})
	}
	return table
}

// placesOf lists the places of one officer; a long list would push the table apart and stands in full in R1.
func placesOf(names []string) string {
	const most = 6
	if len(names) > most {
		return strings.Join(names[:most], "; ") + " và " + twoDigits(len(names)-most) + " nơi khác"
	}
	return strings.Join(names, "; ")
}

// turnCells are the numbers of one officer or team, key "" of all.
func (f *periodFacts) turnCells(t turns, key, who string) []Cell {
	cells := []Cell{opened(t.due, f.turnsLink(key, who+": lượt phải dự", owed...))}
	for i, n := range []int{t.attended, t.substituted, t.excused, t.absent, t.unrecorded} {
		cells = append(cells, opened(n, f.turnsLink(key, who+": lượt "+lowerFirst(owed[i].Word()), owed[i])))
	}
	if t.held == 0 {
		return append(cells, Cell{Text: "–"})
	}
	return append(cells, leading(share(t.done, t.held), f.heldLink(key, who+": lượt có họp")))
}

// heldLink opens the turns whose meeting was held: what the rate is a share of.
func (f *periodFacts) heldLink(key, words string) string {
	if f.now.ruled {
		return cellsLink(activities.CellsFilter{Filter: f.duties(), Key: key, Held: true}, words+f.paper.within)
	}
	return logLink(activities.LogFilter{Span: f.paper.Span, UnderID: f.unitID, OfficerID: key, State: activities.Held}, words+f.paper.within)
}

func (f *periodFacts) duties() activities.FulfilmentFilter {
	return activities.FulfilmentFilter{Span: f.paper.Span, By: activities.ByOfficer, UnderID: f.unitID}
}

// turnsLink opens the turns of an officer or team ("" = of all) with the outcomes given: in the fulfilment where rules say
// who has to attend what, else in the log.
func (f *periodFacts) turnsLink(key, words string, outcomes ...activities.Outcome) string {
	if f.now.ruled {
		return cellsLink(activities.CellsFilter{Filter: f.duties(), Key: key, Outcomes: outcomes}, words+f.paper.within)
	}
	outcome := outcomes[0]
	if len(outcomes) > 1 {
		outcome = activities.Due
	}
	return logLink(activities.LogFilter{Span: f.paper.Span, UnderID: f.unitID, OfficerID: key, Outcome: outcome}, words+f.paper.within)
}

// vacancies is the table of the second annex.
func (f *periodFacts) vacancies() Table {
	table := Table{
		Columns: []Column{{12, AlignCentre}, {60, ""}, {53, ""}, {22, AlignCentre}, {18, AlignCentre}},
		Head:    []Row{Cells("STT", "Địa bàn, tổ chức đảng", "Hình thức phân công", "Chưa có từ ngày", "Số ngày")},
	}
	for i, row := range f.vacant {
		table.Rows = append(table.Rows, Row{Cells: append([]Cell{{Text: itoa(i + 1)}, leading(f.words.units[row.TargetID].Label, unitLink(row.TargetID)), {Text: f.kinds[row.KindID]}},
			vacancyCells(row.VacantSince, row.VacantDays)...)})
	}
	return table
}
