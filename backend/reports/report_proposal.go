package reports

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

var reportR2D = Report{
	Code:        "R2D",
	Use:         UseAssigning,
	Name:        "to-trinh-phan-cong",
	Title:       "Tờ trình phân công",
	Description: "Văn phòng trình quyết định phân công còn dự thảo: phân công ai, thôi phân công ai, sau đó còn nơi nào trống.",
	Periods:     anyPeriod,
	Symbol:      "TTr",
	Forms:       []document.Form{document.FormParty, document.FormState},
	Takes:       []Choice{ChooseDecision},
	Signature:   SignedByAdviser,
	Looks:       LooksNow,
	Conditions:  []Condition{SourceReady, SomethingToSay},
	FixDefaults: fixDraft,
	Build:       assigningProposal,
}

// fixDraft chooses the draft the paper lays before the body that decides.
func fixDraft(tx *store.Tx, r *IssueRequest) error {
	if r.Input.DecisionID == "" && !r.Input.Period.Valid() {
		return nil // refused with the choice of a period
	}
	d, found, err := oneDecision(tx, r.Input, Paper{Span: r.Input.Period.Span()}, false)
	if err == nil && found {
		r.Input.DecisionID = d.ID
	}
	return err
}

// assigningProposal is R2D: the office lays a decision still in draft before the body that decides (HD 05, clause 9.2.4: Kính
// trình, and the first recipient is the body addressed).
func assigningProposal(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	doc := paper.document(in, "TỜ TRÌNH", "về việc phân công cán bộ theo dõi, phụ trách cơ sở")
	decision, found, err := paper.draftToDecide(tx, in, paper.lacks)
	if err != nil || !found {
		return unwritten(doc), err
	}
	annex, err := annexOf(tx, paper, decision)
	if err != nil {
		return document.Document{}, err
	}
	upright(&annex)
	annex.Note = document.AttachedTo(paper.Profile, "Tờ trình", paper.number, paper.Head.Date, paper.Issuer.Name)
	changes, err := changesOf(tx, decision)
	if err != nil {
		return document.Document{}, err
	}
	standing, err := standingBefore(tx, decision)
	if err != nil {
		return document.Document{}, err
	}
	body := paper.decidingBody()
	doc.Subject = "về việc " + store.LowerFirst(annex.Title)
	doc.Address = &document.Address{Submit: true, To: []string{body}}
	doc.Signing.Recipients = append([]string{"Như trên"}, paper.archive()...)
	doc.Blocks = append(
		[]document.Block{document.Text("Căn cứ Quy chế làm việc của " + paper.house() + "; qua rà soát việc phân công. " + standing)},
		document.Text(store.UpperFirst(paper.Issuer.Name)+" trình "+body+" xem xét, quyết định các nội dung sau:"),
		changes,
	)
	submits := "Kính trình"
	if !paper.Profile.IsParty() { // NĐ 30 knows no "Kính trình"
		submits = "Kính đề nghị"
	}
	force := "từ ngày ký"
	if decision.EffectiveDate != dates.None {
		force = "từ ngày " + decision.EffectiveDate.ShowInPaper()
	}
	doc.Blocks = append(doc.Blocks,
		document.Text("Đề nghị quyết định có hiệu lực "+force+". Danh sách và dự thảo quyết định gửi kèm theo."),
		document.Text(submits+" "+body+" xem xét, quyết định."))
	doc.Annexes = []document.Annex{annex}
	return doc, nil
}

var reportR2E = Report{
	Code:        "R2E",
	Use:         UseAssigning,
	Name:        "phieu-lay-y-kien",
	Title:       "Phiếu lấy ý kiến về dự thảo quyết định",
	Description: "Mỗi ủy viên Ban Thường vụ một phiếu để ghi tay ý kiến về quyết định phân công còn dự thảo. Ý kiến không lưu trong chương trình.",
	Periods:     anyPeriod,
	Forms:       []document.Form{document.FormParty},
	Takes:       []Choice{ChooseDecision},
	Signature:   Unsigned,
	Looks:       LooksNow,
	Build:       opinionForms,
}

// mostAsked is how many lines of a draft are asked one by one; a longer draft is asked as a whole, with its list.
const mostAsked = 12

// opinionForms is R2E: one form for each member of the standing board on the paper's day. What they answer stays on paper.
func opinionForms(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	doc := paper.document(in, "PHIẾU LẤY Ý KIẾN", "về dự thảo quyết định phân công")
	doc.Signing = nil
	// a form takes no number, so that nothing keeps it from being printed
	decision, found, err := paper.draftToDecide(tx, in, func(_ Condition, to, reason string) { paper.remark(to, reason) })
	if err != nil {
		return document.Document{}, err
	}
	if !found {
		doc.Blocks = []document.Block{document.Text("Không có quyết định phân công nào còn dự thảo.")}
		return doc, nil
	}
	annex, err := annexOf(tx, paper, decision)
	if err != nil {
		return document.Document{}, err
	}
	members, err := officers.Seated(tx, officers.BTV, string(paper.Office.Level), paper.Head.Date)
	if err != nil {
		return document.Document{}, err
	}
	named, err := officers.Refs(tx, members, paper.Head.Date)
	if err != nil {
		return document.Document{}, err
	}
	asked := askedTable(annex, decision)
	subject := "về dự thảo quyết định " + store.LowerFirst(annex.Title)
	doc = document.Document{Profile: paper.Profile}
	for _, id := range members {
		doc.Annexes = append(doc.Annexes, opinionForm(paper, subject, named[id], asked))
	}
	if len(members) == 0 {
		doc.Annexes = []document.Annex{opinionForm(paper, subject, officers.Ref{}, asked)}
	}
	return doc, nil
}

// opinionForm is the form of one member; without a name it leaves room to write it.
func opinionForm(paper Paper, subject string, who officers.Ref, asked document.Table) document.Annex {
	name, post := cmp.Or(who.Name, strings.Repeat("…", 16)), cmp.Or(who.Post, strings.Repeat("…", 16))
	return document.Annex{
		Label: "PHIẾU LẤY Ý KIẾN",
		Title: subject,
		Blocks: []document.Block{
			document.Rich(document.Run{Text: "Họ và tên: "}, document.Run{Text: name, Bold: true}),
			document.Rich(document.Run{Text: "Chức vụ: " + post}),
			document.Text("Đề nghị đồng chí đánh dấu X vào ô lựa chọn ở từng nội dung và gửi phiếu về Văn phòng " + paper.Office.Name +
				" trước ngày ……/……/………"),
			document.TableBlock(asked),
			document.Text("Ý kiến khác:"),
			writing(3),
			{Signing: &document.Signing{
				PlaceDate: paper.Head.Place + ", ngày …/…/……",
				Right:     &document.Signatory{Position: "NGƯỜI CHO Ý KIẾN", Name: who.Name},
			}},
		},
	}
}

// askedTable lists what a member agrees to or not: line by line, or a long draft as a whole.
func askedTable(annex document.Annex, decision assignments.Decision) document.Table {
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 93},
			{Width: 30, Align: document.AlignCentre},
			{Width: 30, Align: document.AlignCentre},
		},
		Head: []document.Row{document.Cells("STT", "Nội dung", "Đồng ý", "Không đồng ý")},
	}
	add := func(text, link string) {
		n := len(table.Rows) + 1
		table.Rows = append(
			table.Rows,
			document.Row{Cells: []document.Cell{document.CountCell(n), leading(text, link), {Text: "☐"}, {Text: "☐"}}},
		)
	}
	lines := annex.Blocks[0].Table.Rows
	if len(lines) > mostAsked {
		text := store.UpperFirst(annex.Title) + ", gồm " + document.TwoDigits(len(lines)) + " mục trong danh sách kèm theo"
		add(text, decisionLink(decision.ID))
		lines = nil
	}
	for _, line := range lines {
		c := line.Cells // number, holder, post, place, duty: see annexTable
		holder := "Đồng chí " + document.JoinParts(", ", c[1].Text, c[2].Text)
		if c[2].Text == teamWord {
			holder = teamWord + " “" + c[1].Text + "”"
		}
		add(holder+" – "+c[3].Text+": "+store.LowerFirst(c[4].Text), c[1].Link)
	}
	if decision.EffectiveDate != dates.None {
		add("Quyết định có hiệu lực từ ngày "+decision.EffectiveDate.ShowInPaper(), decisionLink(decision.ID))
	}
	return table
}

// draftToDecide finds the decision to be laid before the body that decides. It says what is missing: none, already decided, or
// without a line.
func (p Paper) draftToDecide(tx *store.Tx, in Input, says func(c Condition, to, reason string)) (assignments.Decision, bool, error) {
	decision, found, err := oneDecision(tx, in, p, false)
	switch {
	case err != nil:
		return decision, false, err
	case !found:
		says(
			SomethingToSay,
			decisionsScreen,
			"trong "+in.Period.Label()+" không có quyết định phân công nào. Hãy soạn dự thảo ở mục Phân công.",
		)
		return decision, false, nil
	case decision.State != assignments.DuThao:
		says(
			SourceReady,
			decisionLink(decision.ID),
			"quyết định "+decision.NumberText()+" đã ban hành nên không còn gì để trình. Hãy chọn một dự thảo.",
		)
	case len(decision.Lines) == 0:
		says(SomethingToSay, decisionLink(decision.ID), "dự thảo “"+decision.Subject+"” chưa có dòng nào. Hãy ghi danh sách phân công.")
	}
	p.noteFreeText("trích yếu dự thảo", decision.Subject, "")
	return decision, true, nil
}

// decidingBody is who decides on assignments: the standing board, or the authority in a state paper.
func (p Paper) decidingBody() string {
	if p.Profile.IsParty() {
		return "Ban Thường vụ " + p.Office.Name
	}
	return p.Office.StateName
}

// standingBefore tells how many places have somebody in charge before the decision and how many will be left without after it.
func standingBefore(tx *store.Tx, decision assignments.Decision) (string, error) {
	cover, err := assignments.Cover(tx, assignments.CoverageFilter{Day: tx.Today})
	if err != nil || cover.Required == 0 {
		return "", err
	}
	filled := 0
	for _, place := range cover.Vacant() {
		if slices.ContainsFunc(decision.Lines, func(l assignments.LineIn) bool {
			return l.Act == assignments.Giao && l.Primary && l.KindID == place.KindID && l.TargetID == place.TargetID
		}) {
			filled++
		}
	}
	vacant := cover.Required - cover.Covered
	text := "Đến ngày " + tx.Today.ShowInPaper() + ", trong " + document.TwoDigits(cover.Required) + " nơi phải có người phụ trách, "
	switch {
	case vacant == 0:
		return text + "nơi nào cũng đã có người phụ trách.", nil
	case filled == 0:
		return text + document.TwoDigits(vacant) + " nơi chưa có.", nil
	}
	return text + document.TwoDigits(vacant) + " nơi chưa có; dự thảo này bổ sung " + document.TwoDigits(filled) + " nơi.", nil
}

// changesOf lists what the draft does, kind by kind: whom it gives places and whom it relieves of them.
func changesOf(tx *store.Tx, decision assignments.Decision) (document.Block, error) {
	ended, err := endedLines(tx, decision)
	if err != nil {
		return document.Block{}, err
	}
	kinds, err := kindVerbs(tx)
	if err != nil {
		return document.Block{}, err
	}
	type part struct {
		act                   assignments.Act
		kind                  string
		people, teams, places map[string]bool
	}
	var parts []*part
	for _, line := range decision.Lines {
		kind, officer, team, place := line.KindID, line.OfficerID, line.TeamID, line.TargetID
		if old, ok := ended[line.AssignmentID]; ok && line.Act == assignments.Thoi {
			kind, officer, team, place = old.KindID, old.OfficerID, old.TeamID, old.TargetID
		}
		at := slices.IndexFunc(parts, func(p *part) bool { return p.act == line.Act && p.kind == kind })
		if at < 0 {
			at = len(parts)
			parts = append(parts, &part{line.Act, kind, map[string]bool{}, map[string]bool{}, map[string]bool{}})
		}
		parts[at].places[place] = true
		if team != "" {
			parts[at].teams[team] = true
		} else {
			parts[at].people[officer] = true
		}
	}
	slices.SortStableFunc(parts, func(a, b *part) int { return cmp.Compare(a.act, b.act) })
	var items []string
	for i, p := range parts {
		word := map[assignments.Act]string{assignments.Giao: "Phân công ", assignments.Thoi: "Thôi phân công "}[p.act]
		end := map[bool]string{true: ".", false: ";"}[i == len(parts)-1]
		items = append(
			items,
			word+countedHolders(len(p.people), len(p.teams))+" "+kinds[p.kind]+" "+document.TwoDigits(len(p.places))+" nơi"+end,
		)
	}
	return document.Dashes(items...), nil
}

// countedHolders counts persons and teams apart: "03 đồng chí, 01 tổ công tác".
func countedHolders(people, teams int) string {
	var parts []string
	if people > 0 {
		parts = append(parts, document.TwoDigits(people)+" đồng chí")
	}
	if teams > 0 {
		parts = append(parts, document.TwoDigits(teams)+" "+store.LowerFirst(teamWord))
	}
	return strings.Join(parts, ", ")
}
