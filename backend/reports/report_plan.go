package reports

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/duties"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

var reportR4B = Report{
	Code:        "R4B",
	Use:         UseMeetings,
	Name:        "ke-hoach-du-sinh-hoat",
	Title:       "Kế hoạch dự sinh hoạt",
	Description: "Quý, năm tới ai dự sinh hoạt, họp ở đâu, mấy kỳ, theo quy định nào; ngày cố định ghi sẵn.",
	Periods:     []dates.PeriodKind{dates.Quarter, dates.Year},
	Symbol:      "KH",
	Forms:       []document.Form{document.FormParty, document.FormState},
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Signature:   SignedByIssuer,
	Looks:       LooksAhead,
	Conditions:  []Condition{SourceReady, SomethingToSay},
	Build:       attendancePlan,
}

// planLine is what one officer or team has to attend at one place under one rule, part by part of the period.
type planLine struct {
	holder, unit, rule string
	parts              []planPart
	total              int
}

type planPart struct {
	n    int
	days []dates.Date // those the rule fixes
}

// attendancePlan is R4B: the committee's plan of what its officers will attend, from the duty rules and the assignments in force.
func attendancePlan(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	doc := paper.document(in, "KẾ HOẠCH", paper.subject("dự sinh hoạt, họp ở cơ sở "+in.Period.Label()+paper.inScope()))
	if in.Period.Span().Last() < paper.Head.Date {
		paper.lacks(SourceReady, "", in.Period.Label()+" đã qua nên không lập kế hoạch nữa. Hãy chọn kỳ đang hoặc sắp diễn ra.")
	}
	expected, err := duties.Expected(tx, duties.Filter{Span: paper.Span, UnderID: in.UnitID, OfficerID: in.OfficerID})
	if err != nil {
		return document.Document{}, err
	}
	parts := partsOf(in.Period)
	lines := planLines(expected, parts)
	if len(lines) == 0 {
		paper.lacks(SomethingToSay, rulesScreen,
			in.Period.Label()+paper.inScope()+" không có kỳ sinh hoạt, họp nào phải dự. Hãy kiểm tra nhiệm vụ định kỳ và phân công.")
		return unwritten(doc), nil
	}
	rules, err := planRules(tx, lines)
	if err != nil {
		return document.Document{}, err
	}
	names, err := planNames(tx, lines, paper)
	if err != nil {
		return document.Document{}, err
	}
	if err := remarkVacant(tx, in, paper); err != nil {
		return document.Document{}, err
	}
	for _, r := range rules {
		if r.Source == "" {
			paper.remark(rulesScreen, "nhiệm vụ “"+r.Name+"” chưa ghi căn cứ. Hãy ghi văn bản quy định ở mục Nhiệm vụ định kỳ.")
		}
	}
	people, teams, places, total := planSize(lines, names)
	doc.Blocks = []document.Block{
		document.Head(1, "I", "MỤC ĐÍCH, YÊU CẦU"),
		paper.sentence(
			"muc-dich",
			"Duy trì nền nếp dự sinh hoạt, dự họp ở cơ sở; kịp thời nắm tình hình, truyền đạt chủ trương, tiếp nhận và phản hồi ý kiến, kiến nghị của cán bộ, đảng viên, Nhân dân.",
		),
		paper.sentence(
			"yeu-cau",
			"Dự đúng thành phần, đúng kỳ; không dự được thì báo trước và cử người dự thay; ghi kết quả sau mỗi cuộc họp.",
		),
		document.Head(1, "II", "NỘI DUNG"),
		paper.sentence("noi-dung", "{kỳ}, {số đồng chí} được phân công dự {số kỳ} kỳ sinh hoạt, họp ở {số nơi} nơi, theo các quy định sau:",
			word("kỳ", in.Period.Label()), word("số đồng chí", countedHolders(people, teams)), word("số kỳ", document.TwoDigits(total)),
			word("số nơi", document.TwoDigits(places))),
		document.TableBlock(planRuleTable(lines, rules)),
		paper.sentence("lich", "Lịch của từng đồng chí, từng nơi ở phụ lục kèm theo. Kỳ không có ngày cố định theo lịch của cơ sở."),
		document.Head(1, "III", "TỔ CHỨC THỰC HIỆN"),
		paper.sentence("can-bo", "Các đồng chí được phân công chủ động sắp xếp công việc, dự theo kế hoạch và báo kết quả về Văn phòng."),
		paper.sentence("co-so", "Cơ sở gửi lịch, tài liệu họp trước cho các đồng chí được phân công dự."),
		paper.sentence(
			"ket",
			"Văn phòng theo dõi, tổng hợp việc thực hiện kế hoạch, báo cáo {nơi quyết định}.",
			word("nơi quyết định", paper.decidingBody()),
		),
	}
	doc.Annexes = []document.Annex{{
		Label:     "PHỤ LỤC",
		Title:     "lịch dự sinh hoạt, họp ở cơ sở " + in.Period.Label() + paper.inScope(),
		Note:      document.AttachedTo(paper.Profile, "Kế hoạch", paper.number, paper.Head.Date, paper.Issuer.Name),
		Landscape: true,
		Blocks:    []document.Block{document.TableBlock(planTable(lines, rules, names, parts))},
	}}
	doc.Signing.Recipients = append([]string{"Các đồng chí được phân công", "Các nơi có tên trong phụ lục"}, doc.Signing.Recipients...)
	return doc, nil
}

// partsOf divides a quarter into its months and a year into its quarters.
func partsOf(p dates.Period) []dates.Period {
	kind := dates.Month
	if p.Kind() == dates.Year {
		kind = dates.Quarter
	}
	var out []dates.Period
	for day := p.Span().From; day < p.Span().To; {
		part := dates.PeriodOf(kind, day)
		out = append(out, part)
		day = part.Span().To
	}
	return out
}

// planLines counts what is expected of persons and teams; what a place owes itself, and what is suspended, is left out.
func planLines(expected []duties.Expectation, parts []dates.Period) []*planLine {
	found := map[[3]string]*planLine{}
	var out []*planLine
	for _, e := range expected {
		key := [3]string{cmp.Or(e.TeamID, e.OfficerID), e.UnitID, e.RuleID}
		if key[0] == "" || e.Suspended {
			continue
		}
		line := found[key]
		if line == nil {
			line = &planLine{holder: key[0], unit: e.UnitID, rule: e.RuleID, parts: make([]planPart, len(parts))}
			found[key], out = line, append(out, line)
		}
		at := slices.IndexFunc(parts, func(p dates.Period) bool { return p.Span().Contains(e.Day) })
		if at < 0 {
			continue
		}
		line.total++
		line.parts[at].n++
		if e.Due != dates.None {
			line.parts[at].days = append(line.parts[at].days, e.Due)
		}
	}
	return slices.DeleteFunc(out, func(l *planLine) bool { return l.total == 0 })
}

// planRules reads the rules the lines rest on.
func planRules(tx *store.Tx, lines []*planLine) (map[string]duties.Rule, error) {
	var ids []string
	for _, l := range lines {
		ids = append(ids, l.rule)
	}
	out := map[string]duties.Rule{}
	for part := range slices.Chunk(unique(ids), 400) {
		var rules []duties.Rule
		if err := tx.Where("id IN ?", part).Find(&rules).Error; err != nil {
			return nil, err
		}
		for _, r := range rules {
			out[r.ID] = r
		}
	}
	return out, nil
}

// namedPlan names who and what the lines are about.
type namedPlan struct {
	officers map[string]officers.Ref
	teams    map[string]string
	units    map[string]units.Ref
}

// planNames names officers, teams and places on the first day of the plan, or today where it has begun, and puts the lines in the
// order of papers: officers, then teams, each by place and rule.
func planNames(tx *store.Tx, lines []*planLine, paper Paper) (namedPlan, error) {
	var holders, places []string
	for _, l := range lines {
		holders, places = append(holders, l.holder), append(places, l.unit)
	}
	var n namedPlan
	var err error
	if n.teams, err = namesOfTeams(tx, unique(slices.Clone(holders))); err != nil {
		return n, err
	}
	if n.officers, err = officers.Refs(tx, unique(holders), paper.AsOf); err != nil {
		return n, err
	}
	n.units, err = units.Refs(tx, unique(places), paper.AsOf)
	slices.SortStableFunc(lines, func(a, b *planLine) int {
		teamA, teamB := n.teams[a.holder], n.teams[b.holder]
		return cmp.Or(cmp.Compare(min(len(teamA), 1), min(len(teamB), 1)), officers.Compare(n.officers[a.holder], n.officers[b.holder]),
			cmp.Compare(store.SortKey(teamA), store.SortKey(teamB)), cmp.Compare(a.holder, b.holder),
			cmp.Compare(store.SortKey(n.units[a.unit].Label), store.SortKey(n.units[b.unit].Label)))
	})
	return n, err
}

// planSize counts persons, teams, places and turns of the plan.
func planSize(lines []*planLine, names namedPlan) (people, teams, places, total int) {
	seenHolder, seenUnit := map[string]bool{}, map[string]bool{}
	for _, l := range lines {
		total += l.total
		if !seenUnit[l.unit] {
			seenUnit[l.unit], places = true, places+1
		}
		if seenHolder[l.holder] {
			continue
		}
		seenHolder[l.holder] = true
		if names.teams[l.holder] != "" {
			teams++
		} else {
			people++
		}
	}
	return people, teams, places, total
}

// remarkVacant tells the clerk which places no plan covers because nobody is in charge of them.
func remarkVacant(tx *store.Tx, in Input, paper Paper) error {
	cover, err := assignments.Cover(tx, assignments.CoverageFilter{Day: tx.Today, UnderID: in.UnitID})
	if n := len(cover.Vacant()); err == nil && n > 0 && in.OfficerID == "" {
		paper.remark(coverageScreen, document.TwoDigits(n)+" nơi chưa có người phụ trách nên chưa có trong kế hoạch.")
	}
	return err
}

// planRuleTable lists the rules with how often and at how many places they ask for somebody.
func planRuleTable(lines []*planLine, rules map[string]duties.Rule) document.Table {
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 52},
			{Width: 34},
			{Width: 37},
			{Width: 15, Align: document.AlignCentre},
			{Width: 15, Align: document.AlignCentre},
		},
		Head: []document.Row{document.Cells("STT", "Nhiệm vụ", "Định kỳ", "Căn cứ", "Số nơi", "Số kỳ")},
		Size: 12,
	}
	places, turns := map[string]map[string]bool{}, map[string]int{}
	for _, l := range lines {
		if places[l.rule] == nil {
			places[l.rule] = map[string]bool{}
		}
		places[l.rule][l.unit] = true
		turns[l.rule] += l.total
	}
	var order []duties.Rule
	for id := range places {
		order = append(order, rules[id])
	}
	slices.SortFunc(order, func(a, b duties.Rule) int {
		return cmp.Or(
			cmp.Compare(a.SortOrder, b.SortOrder),
			cmp.Compare(store.SortKey(a.Name), store.SortKey(b.Name)),
			cmp.Compare(a.ID, b.ID),
		)
	})
	sum := 0
	for i, r := range order {
		sum += turns[r.ID]
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			document.CountCell(i + 1), leading(r.Name, rulesScreen), {Text: r.Cadence()}, {Text: cmp.Or(r.Source, "–")},
			measured(len(places[r.ID])), measured(turns[r.ID]),
		}})
	}
	table.Rows = append(table.Rows, document.Row{
		Kind:  document.RowTotal,
		Cells: []document.Cell{{}, {Text: "Tổng cộng"}, {}, {}, {}, measured(sum)},
	})
	return table
}

// planTable is the annex: what each officer and team attends where, part by part.
func planTable(lines []*planLine, rules map[string]duties.Rule, names namedPlan, parts []dates.Period) document.Table {
	const forParts = 96.0
	table := document.Table{
		Columns: []document.Column{{Width: 12, Align: document.AlignCentre}, {Width: 72}, {Width: 61}},
		Head:    []document.Row{document.Cells("STT", "Nơi dự", "Nhiệm vụ")},
		Size:    12,
	}
	for _, p := range parts {
		table.Columns = append(table.Columns, document.Column{Width: forParts / float64(len(parts)), Align: document.AlignCentre})
		table.Head[0].Cells = append(table.Head[0].Cells, document.Cell{Text: partWord(p)})
	}
	table.Columns = append(table.Columns, document.Column{Width: 16, Align: document.AlignCentre})
	table.Head[0].Cells = append(table.Head[0].Cells, document.Cell{Text: "Tổng số kỳ"})
	sums := make([]int, len(parts)+1)
	for i, l := range lines {
		if i == 0 || lines[i-1].holder != l.holder {
			who := names.officers[l.holder]
			group := document.GroupRow(len(table.Columns), document.JoinParts(", ", who.Name, who.Post))
			group.Cells[0].Link = officerLink(l.holder)
			if team := names.teams[l.holder]; team != "" {
				group = document.GroupRow(len(table.Columns), teamWord+" “"+team+"”")
				group.Cells[0].Link = holderLink("", l.holder)
			}
			table.Rows = append(table.Rows, group)
		}
		row := document.Row{Cells: []document.Cell{
			document.CountCell(i + 1), leading(names.units[l.unit].Label, unitLink(l.unit)), {Text: rules[l.rule].Name},
		}}
		for n, part := range l.parts {
			row.Cells = append(row.Cells, partCell(part))
			sums[n] += part.n
		}
		sums[len(parts)] += l.total
		row.Cells = append(row.Cells, measured(l.total))
		table.Rows = append(table.Rows, row)
	}
	total := document.Row{Kind: document.RowTotal, Cells: []document.Cell{{}, {Text: "Tổng cộng"}, {}}}
	for _, n := range sums {
		total.Cells = append(total.Cells, measured(n))
	}
	table.Rows = append(table.Rows, total)
	return table
}

// partWord heads a column: "Tháng 10", "Quý IV".
func partWord(p dates.Period) string {
	word, _, _ := strings.Cut(p.Label(), " năm ")
	return store.UpperFirst(word)
}

// mostDays is how many fixed days a cell names; more are only counted.
const mostDays = 2

// partCell counts the turns of a part, with their days where the rule fixes them all and they are few.
func partCell(p planPart) document.Cell {
	cell := measured(p.n)
	if p.n == 0 {
		return document.Cell{Text: "–"}
	}
	if len(p.days) == p.n && p.n <= mostDays {
		var days []string
		for _, day := range p.days {
			days = append(days, day.ShowInPaper())
		}
		cell.Text = joinLines(cell.Text, "("+strings.Join(days, ", ")+")")
	}
	return cell
}
