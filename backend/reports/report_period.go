package reports

import (
	"slices"
	"strings"

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
		if above := paper.Office.StateSuperior; above != "" {
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
	f := &periodFacts{paper: paper, period: in.Period, kinds: map[string]string{}, today: tx.Today}
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
	if f.byField, f.matters, err = byField(tx, filter); err != nil {
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
		table.Rows = append(table.Rows, Row{Cells: append(Cells(itoa(i+1), who.Name, who.Post, placesOf(held[who.ID])).Cells, turnCells(*t)...)})
	}
	for i, team := range f.now.byTeam {
		all.join(team.turns)
		table.Rows = append(table.Rows, Row{Cells: append(Cells(itoa(len(list)+i+1), team.name, "Tổ công tác", "").Cells, turnCells(team.turns)...)})
	}
	if len(table.Rows) > 0 {
		table.Rows = append(table.Rows, Row{Kind: RowTotal, Cells: append([]Cell{{}, {Text: "Tổng cộng"}, {}, {}}, turnCells(all)...)})
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

func turnCells(t turns) []Cell {
	var cells []Cell
	for _, n := range []int{t.due, t.attended, t.substituted, t.excused, t.absent, t.unrecorded} {
		cells = append(cells, Cell{Text: itoa(n), Number: number(n)})
	}
	rate := "–"
	if t.held > 0 {
		rate = share(t.done, t.held)
	}
	return append(cells, Cell{Text: rate})
}

// vacancies is the table of the second annex.
func (f *periodFacts) vacancies() Table {
	table := Table{
		Columns: []Column{{12, AlignCentre}, {60, ""}, {53, ""}, {22, AlignCentre}, {18, AlignCentre}},
		Head:    []Row{Cells("STT", "Địa bàn, tổ chức đảng", "Hình thức phân công", "Chưa có từ ngày", "Số ngày")},
	}
	for i, row := range f.vacant {
		days, since := "", "từ trước"
		if row.VacantSince != "" {
			since = row.VacantSince.Show()
		}
		if row.VacantDays > 0 {
			days = itoa(row.VacantDays)
		}
		table.Rows = append(table.Rows, Cells(itoa(i+1), f.words.units[row.TargetID].Label, f.kinds[row.KindID], since, days))
	}
	return table
}
