package reports

import (
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

var reportR2 = Report{
	Code:        "R2",
	Use:         UseAssigning,
	Name:        "phu-luc-quyet-dinh",
	Title:       "Phụ lục quyết định phân công",
	Description: "Danh sách kèm theo các quyết định phân công ban hành trong kỳ.",
	Periods:     anyPeriod,
	Forms:       noFront,
	Signature:   Unsigned,
	Build:       decisionAnnex,
}

// decisionAnnex is R2: the list that goes with each decision issued in the period, or with the one chosen, in the order
// of the decision.
func decisionAnnex(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	var list []assignments.Decision
	query := tx.Where("deleted_at = '' AND state = ?", assignments.BanHanh)
	if in.DecisionID != "" {
		query = tx.Where("deleted_at = '' AND id = ?", in.DecisionID)
	} else {
		query = query.Where("doc_date >= ? AND doc_date < ?", paper.Span.From, paper.Span.To)
	}
	if err := query.Order("doc_date, id").Find(&list).Error; err != nil {
		return document.Document{}, err
	}
	if in.DecisionID != "" && len(list) == 0 {
		return document.Document{}, errNoDecision
	}
	doc := document.Document{Profile: paper.Profile}
	if len(list) == 1 && list[0].DocDate != dates.None { // the list looks as its decision did
		dated, err := paper.dated(tx, paper.Profile.Form, list[0].DocDate)
		if err != nil {
			return document.Document{}, err
		}
		paper, doc.Profile = dated, dated.Profile
	}
	for i, decision := range list {
		annex, err := annexOf(tx, paper, decision)
		if err != nil {
			return document.Document{}, err
		}
		if len(list) > 1 {
			annex.Label = "DANH SÁCH " + strconv.Itoa(i+1)
		}
		doc.Annexes = append(doc.Annexes, annex)
	}
	if len(list) == 0 {
		doc.Annexes = []document.Annex{
			{
				Label:     "DANH SÁCH",
				Title:     "phân công cán bộ " + in.Period.Label(),
				Landscape: true,
				Blocks:    []document.Block{document.TableBlock(annexTable())},
			},
		}
	}
	return doc, nil
}

var errNoDecision = fault.NotFound("Không tìm thấy quyết định này. Hãy chọn lại trong danh sách quyết định.")

// decisionsFor lists decisions, or notices that do the same, of a span, the newest first; drafts without a day come first of
// all. Which of the two a paper is stands in its symbol; a draft without one may become either.
func decisionsFor(tx *store.Tx, from, to dates.Date, notice bool) ([]assignments.Decision, error) {
	var list []assignments.Decision
	query := tx.Where(
		"deleted_at = '' AND ((doc_date >= ? AND doc_date < ?) OR (doc_date = '' AND state = ?))",
		from,
		to,
		assignments.DuThao,
	)
	if notice {
		query = query.Where("symbol = '' OR symbol LIKE 'TB%'")
	} else {
		query = query.Where("symbol NOT LIKE 'TB%'")
	}
	err := query.Order("doc_date = '' DESC, doc_date DESC, id DESC").Limit(mostChoices).Find(&list).Error
	return list, err
}

func annexTable() document.Table {
	return document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 45},
			{Width: 60},
			{Width: 60},
			{Width: 55},
			{Width: 25},
		},
		Head: []document.Row{
			document.Cells("STT", "Họ và tên", "Chức vụ, đơn vị công tác", "Đơn vị được phân công", "Nhiệm vụ", "Ghi chú"),
		},
	}
}

func annexOf(tx *store.Tx, paper Paper, decision assignments.Decision) (document.Annex, error) {
	day := decision.EffectiveDate
	if day == "" {
		day = decision.DocDate
	}
	if day == "" {
		day = tx.Today
	}
	var people, places, teams []string
	for _, line := range decision.Lines {
		people, places, teams = append(people, line.OfficerID), append(places, line.TargetID), append(teams, line.TeamID)
	}
	ended, err := endedLines(tx, decision)
	if err != nil {
		return document.Annex{}, err
	}
	for _, old := range ended {
		people, places = append(people, old.OfficerID), append(places, old.TargetID)
	}
	names, err := namesOf(tx, people, places, day)
	if err != nil {
		return document.Annex{}, err
	}
	verbs, err := kindVerbs(tx)
	if err != nil {
		return document.Annex{}, err
	}
	teamNames, err := namesOfTeams(tx, unique(teams))
	if err != nil {
		return document.Annex{}, err
	}
	table := annexTable()
	for i, line := range decision.Lines {
		officer, target, kind := line.OfficerID, line.TargetID, line.KindID
		if old, ok := ended[line.AssignmentID]; ok && line.Act == assignments.Thoi {
			officer, target, kind = old.OfficerID, old.TargetID, old.KindID
		}
		who := names.officers[officer]
		name, post := who.Name, postAndPlace(who)
		if line.TeamID != "" {
			name, post = teamNames[line.TeamID], teamWord
		}
		duty := document.JoinParts("; ", verbs[kind], store.LowerFirst(line.Duty))
		if line.Act == assignments.Thoi {
			duty = document.JoinParts(" ", "thôi", verbs[kind])
		}
		if !line.Primary && line.Act == assignments.Giao {
			duty = document.JoinParts(" ", duty, "(phối hợp)")
		}
		row := document.Cells(strconv.Itoa(i+1), name, post, names.units[target].Label, store.UpperFirst(duty), line.Note)
		row.Cells[0].Number = number(i + 1)
		row.Cells[1].Link, row.Cells[3].Link = holderLink(officer, line.TeamID), unitLink(target)
		table.Rows = append(table.Rows, row)
	}
	subject := decision.Subject
	if rest, ok := strings.CutPrefix(subject, "về việc "); ok {
		subject = rest
	}
	if subject == "" {
		subject = strings.ToLower(decision.Action.Word()) + " cán bộ theo dõi, phụ trách cơ sở"
	}
	return document.Annex{
		Label:     "DANH SÁCH",
		Title:     subject,
		Note:      attachedToDecision(paper.Profile, decision),
		Landscape: true,
		Blocks: []document.Block{
			document.TableBlock(table),
			{
				Paragraph: &document.Paragraph{
					Runs:  []document.Run{{Text: listClose(decision.Lines, people), Italic: true}},
					Align: document.AlignLeft,
				},
			},
		},
	}, nil
}

// teamWord stands where a person's post would.
const teamWord = "Tổ công tác"

// postAndPlace writes post and organisation, the organisation only where the post does not name it already ("Chánh Văn
// phòng Huyện ủy").
func postAndPlace(who officers.Ref) string {
	org := store.Fold(who.PostOrg)
	for _, level := range []string{" tinh", " huyen", " xa"} {
		org = strings.TrimSuffix(org, level)
	}
	if strings.Contains(store.Fold(who.Post), org) {
		return who.Post
	}
	return document.JoinParts(", ", who.Post, who.PostOrg)
}

// listClose writes the line under a list that tells how many it names.
func listClose(lines []assignments.LineIn, people []string) string {
	people = unique(people)
	if len(people) > 0 && people[0] == "" {
		people = people[1:]
	}
	for _, line := range lines {
		if line.TeamID != "" { // teams are not persons: the lines are counted instead
			return "(Danh sách có " + document.TwoDigits(len(lines)) + " mục)"
		}
	}
	return "(Danh sách có " + document.TwoDigits(len(people)) + " đồng chí)"
}

// attachedToDecision is AttachedTo for a number kept as text, as typed from the paper.
func attachedToDecision(p document.Profile, d assignments.Decision) string {
	text := d.NumberText()
	if text == "" {
		text = "…"
	}
	when := "ngày …/…/…"
	switch {
	case d.DocDate != "" && p.IsParty():
		when = "ngày " + d.DocDate.ShowInPaper()
	case d.DocDate != "":
		when = d.DocDate.ShowLong()
	}
	comma := ""
	if p.IsParty() {
		comma = ","
	}
	note := "(Kèm theo Quyết định số " + text + comma + " " + when
	if d.Issuer != "" {
		note += " của " + d.Issuer
	}
	return note + ")"
}

// endedLines finds the assignments that the "thôi phân công" lines of a decision end.
func endedLines(tx *store.Tx, d assignments.Decision) (map[string]assignments.Assignment, error) {
	var ids []string
	for _, line := range d.Lines {
		if line.Act == assignments.Thoi && line.AssignmentID != "" {
			ids = append(ids, line.AssignmentID)
		}
	}
	found := map[string]assignments.Assignment{}
	for part := range slices.Chunk(ids, 400) {
		var rows []assignments.Assignment
		if err := tx.Where("id IN ?", part).Find(&rows).Error; err != nil {
			return nil, err
		}
		for _, row := range rows {
			found[row.ID] = row
		}
	}
	return found, nil
}

func kindVerbs(tx *store.Tx) (map[string]string, error) {
	var kinds []assignments.Kind
	if err := tx.Find(&kinds).Error; err != nil {
		return nil, err
	}
	verbs := map[string]string{}
	for _, kind := range kinds {
		verbs[kind.ID] = kind.Verb
	}
	return verbs, nil
}

func namesOfTeams(tx *store.Tx, ids []string) (map[string]string, error) {
	names := map[string]string{}
	for part := range slices.Chunk(ids, 400) {
		var teams []assignments.Team
		if err := tx.Where("id IN ?", part).Find(&teams).Error; err != nil {
			return nil, err
		}
		for _, team := range teams {
			names[team.ID] = team.Name
		}
	}
	return names, nil
}

// shownDay writes a day with its lunar day, where the log has one.
func shownDay(day dates.Date, lunar string) string {
	if lunar == "" {
		return day.ShowInPaper()
	}
	return day.ShowInPaper() + "\n(" + lunar + ")"
}
