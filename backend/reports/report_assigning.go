package reports

import (
	"slices"
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/store"
)

var reportR2B = Report{
	Code:        "R2B",
	Use:         UseAssigning,
	Name:        "quyet-dinh-phan-cong",
	Title:       "Quyết định phân công",
	Description: "Toàn văn quyết định phân công đang soạn hoặc đã ban hành, kèm danh sách. Chưa chọn thì lấy quyết định mới nhất trong kỳ.",
	Periods:     anyPeriod,
	Symbol:      "QĐ",
	Forms:       noFront,
	Takes:       []Choice{ChooseDecision},
	Signature:   SignedByIssuer,
	Conditions:  []Condition{SourceReady, SomethingToSay},
	FixDefaults: fixDecision(false),
	Build:       assigningDecision,
}

// assigningDecision is R2B, the whole QUYẾT ĐỊNH of an assignment with its list; assigningNotice is R2C, the THÔNG BÁO by which
// some committees do the same (document-format D2). Both come from the decision as it is kept, draft or issued.
func assigningDecision(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	return assigning(tx, in, paper, false)
}

var reportR2C = Report{
	Code:        "R2C",
	Use:         UseAssigning,
	Name:        "thong-bao-phan-cong",
	Title:       "Thông báo phân công",
	Description: "Như quyết định phân công, dưới dạng thông báo của Ban Thường vụ.",
	Periods:     anyPeriod,
	Symbol:      "TB",
	Forms:       noFront,
	Takes:       []Choice{ChooseDecision},
	Signature:   SignedByIssuer,
	Conditions:  []Condition{SourceReady, SomethingToSay},
	FixDefaults: fixDecision(true),
	Build:       assigningNotice,
}

func assigningNotice(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	return assigning(tx, in, paper, true)
}

// fixDecision chooses the decision the paper is and takes over its number and day: assignments are in force by that number.
func fixDecision(notice bool) func(*store.Tx, *IssueRequest) error {
	return func(tx *store.Tx, r *IssueRequest) error {
		if r.Input.DecisionID == "" && !r.Input.Period.Valid() {
			return nil // refused with the choice of a period
		}
		d, found, err := oneDecision(tx, r.Input, Paper{Span: r.Input.Period.Span()}, notice)
		if err != nil || !found {
			return err
		}
		r.Input.DecisionID = d.ID
		if d.State != assignments.BanHanh {
			return nil // the conditions say so
		}
		return r.TakeOver(d.NumberText(), d.DocDate, "Văn bản này đã ghi số "+d.NumberText()+" ở mục Phân công")
	}
}

func assigning(tx *store.Tx, in Input, paper Paper, notice bool) (document.Document, error) {
	typeName, kind := "QUYẾT ĐỊNH", "quyết định"
	if notice {
		typeName, kind = "THÔNG BÁO", "thông báo"
	}
	decision, found, err := oneDecision(tx, in, paper, notice)
	if err != nil {
		return document.Document{}, err
	}
	if !found {
		doc := paper.document(in, typeName, "phân công cán bộ theo dõi, phụ trách cơ sở")
		paper.lacks(
			SomethingToSay,
			decisionsScreen,
			"trong "+in.Period.Label()+" chưa có "+kind+" phân công nào được ghi. Hãy soạn ở mục Phân công.",
		)
		return unwritten(doc), nil
	}
	paper = paper.registered(decision.NumberText())
	if decision.DocDate != "" {
		if paper, err = paper.dated(tx, paper.Profile.Form, decision.DocDate); err != nil {
			return document.Document{}, err
		}
	}
	annex, err := annexOf(tx, paper, decision)
	if err != nil {
		return document.Document{}, err
	}
	upright(&annex)
	if notice {
		annex.Note = strings.Replace(annex.Note, "Kèm theo Quyết định", "Kèm theo Thông báo", 1)
	}
	paper.noteFreeText("trích yếu quyết định "+decision.NumberText(), decision.Subject, "")
	subject := store.LowerFirst(annex.Title)
	doc := paper.document(in, typeName, "về việc "+subject)
	if decision.State == assignments.DuThao {
		doc.Draft = paper.draftMark(in.DraftRound)
		paper.lacks(
			SourceReady,
			decisionLink(decision.ID),
			kind+" “"+decision.Subject+"” còn là dự thảo. Hãy ghi số, ngày và bấm Ban hành ở mục Phân công, văn bản sẽ mang số ấy; hoặc chọn "+kind+" khác.",
		)
	}
	doc.Annexes = []document.Annex{annex}
	office := paper.Issuer.Name
	body := "Ban Thường vụ " + office
	if !paper.Profile.IsParty() {
		body = office
	} else if decision.Issuer != "" {
		body = decision.Issuer
	}
	values := paper.decidedWords(decision, body, subject)
	if notice {
		doc.Subject = subject
		doc.Blocks = paper.noticeBlocks(values)
		doc.Signing.Recipients = paper.recipients("Các đồng chí có tên trong danh sách")
		return doc, nil
	}
	if paper.Profile.IsParty() {
		doc.Bases = []string{
			"Căn cứ Điều lệ Đảng Cộng sản Việt Nam",
			"Căn cứ Quy chế làm việc của " + office,
			"Xét đề nghị của Văn phòng " + office,
		}
	} else {
		doc.Bases = []string{
			"Căn cứ " + governmentLaw(paper.Head.Date),
			"Căn cứ Quy chế làm việc của " + office,
			"Theo đề nghị của Văn phòng",
		}
	}
	doc.Blocks = []document.Block{
		document.Centred(strings.ToUpper(body) + " QUYẾT ĐỊNH:"),
		paper.article("1", "{nội dung}{đối tượng} (có danh sách kèm theo).", values...),
		paper.article("2", officersDuties, values...),
		paper.article(
			"3",
			"Văn phòng {tên cơ quan}, các đơn vị liên quan và {các đồng chí} có tên trong danh sách chịu trách nhiệm thi hành Quyết định này.{hiệu lực}",
			values...,
		),
	}
	doc.Signing.Recipients = paper.recipients("Như Điều 3")
	return doc, nil
}

// governmentLaws are the laws on the organisation of local government, the newest first, each with the day it came into force:
// 72/2025/QH15, 65/2025/QH15 and 77/2015/QH13.
var governmentLaws = []struct{ from, passed dates.Date }{
	{"2025-06-16", "2025-06-16"},
	{"2025-03-01", "2025-02-19"},
	{"2016-01-01", "2015-06-19"},
}

// governmentLaw names the law in force on a day; before them all it is the oldest.
func governmentLaw(day dates.Date) string {
	law := governmentLaws[len(governmentLaws)-1]
	if i := slices.IndexFunc(governmentLaws, func(l struct{ from, passed dates.Date }) bool { return l.from <= day }); i >= 0 {
		law = governmentLaws[i]
	}
	return "Luật Tổ chức chính quyền địa phương " + law.passed.ShowLong()
}

// officersDuties are what an officer in charge of a place does.
const officersDuties = "{các đồng chí} được phân công có trách nhiệm theo dõi, hướng dẫn đơn vị được giao; dự sinh hoạt, dự họp theo quy định; " +
	"nắm tình hình, ý kiến, kiến nghị của {người nêu}; truyền đạt chủ trương và báo cáo kết quả về Văn phòng."

// article is a numbered article of a decision, worded as the office words it.
func (p Paper) article(number, auto string, values ...NamedFigure) document.Block {
	return document.Rich(
		document.Run{Text: "Điều " + number + ". ", Bold: true},
		document.Run{Text: p.say("dieu-"+number, auto, values...)},
	)
}

func (p Paper) noticeBlocks(values []NamedFigure) []document.Block {
	return []document.Block{
		p.sentence("mo-dau", "{nơi ban hành} thông báo {trích yếu}{từ ngày} như sau:", values...),
		account("1", "", p.say("muc-1", "{nội dung}{đối tượng} (có danh sách kèm theo).", values...)),
		account("2", "", p.say("muc-2", officersDuties, values...)),
		account("3", "", p.say("muc-3", "Văn phòng {tên cơ quan} theo dõi, tổng hợp kết quả thực hiện.", values...)),
	}
}

// decidedWords are what the sentences of a decision or notice on assignments may show.
func (p Paper) decidedWords(decision assignments.Decision, body, subject string) []NamedFigure {
	subject = strings.TrimRight(subject, ". ")
	raisedBy, from, force := "Nhân dân", "", ""
	if p.Profile.IsParty() {
		raisedBy = "đảng viên, Nhân dân"
	}
	if decision.EffectiveDate != "" {
		from = ", từ ngày " + decision.EffectiveDate.ShowInPaper()
		force = " Quyết định có hiệu lực từ ngày " + decision.EffectiveDate.ShowInPaper() + "."
	}
	return []NamedFigure{
		word("trích yếu", subject), word("nội dung", store.UpperFirst(subject)), word("đối tượng", objectOf(decision)),
		word("nơi ban hành", body), word("tên cơ quan", p.Issuer.Name), word("các đồng chí", comradesOf(decision)),
		word("người nêu", raisedBy), word("từ ngày", from), word("hiệu lực", force),
	}
}

// holdersOf counts the officers, teams and places a decision is about.
func holdersOf(decision assignments.Decision) (people, teams, places int) {
	seen := map[string]bool{"o": true, "t": true, "p": true}
	once := func(key string) int {
		if seen[key] {
			return 0
		}
		seen[key] = true
		return 1
	}
	for _, line := range decision.Lines {
		if line.Act == assignments.Thoi {
			continue
		}
		people, teams, places = people+once("o"+line.OfficerID), teams+once("t"+line.TeamID), places+once("p"+line.TargetID)
	}
	return people, teams, places
}

// objectOf says to whom and to what a decision applies: ", gồm 05 đồng chí đối với 09 địa bàn, tổ chức đảng".
func objectOf(decision assignments.Decision) string {
	people, teams, places := holdersOf(decision)
	var who []string
	if people > 0 {
		who = append(who, document.TwoDigits(people)+" đồng chí")
	}
	if teams > 0 {
		who = append(who, document.TwoDigits(teams)+" tổ công tác")
	}
	if len(who) == 0 || places == 0 {
		return when(len(decision.Lines) > 0, ", gồm "+document.TwoDigits(len(decision.Lines))+" trường hợp thôi phân công")
	}
	return ", gồm " + strings.Join(who, " và ") + " đối với " + document.TwoDigits(places) + " địa bàn, tổ chức đảng"
}

// comradesOf speaks of the persons of a decision: one person is not many.
func comradesOf(decision assignments.Decision) string {
	if people, teams, _ := holdersOf(decision); people == 1 && teams == 0 {
		return "đồng chí"
	}
	return "các đồng chí"
}

// oneDecision finds the decision chosen, or the newest of the period, drafts first. One whose symbol says it is a notice is
// none of the decisions, and the other way round.
func oneDecision(tx *store.Tx, in Input, paper Paper, notice bool) (assignments.Decision, bool, error) {
	if in.DecisionID != "" {
		var one assignments.Decision
		err := tx.Where("deleted_at = '' AND id = ?", in.DecisionID).Take(&one).Error
		if store.Missing(err) {
			return one, false, errNoDecision
		}
		return one, err == nil, err
	}
	list, err := decisionsFor(tx, paper.Span.From, paper.Span.To, notice)
	if err != nil || len(list) == 0 {
		return assignments.Decision{}, false, err
	}
	return list[0], true, nil
}

// upright sets a list upright where the duty is the same in every line, so that its title says it already.
func upright(annex *document.Annex) {
	table := annex.Blocks[0].Table
	const duty, columns = 4, 6
	for _, row := range table.Rows {
		if len(row.Cells) != columns || row.Cells[duty].Text != table.Rows[0].Cells[duty].Text {
			return
		}
	}
	if len(table.Rows) == 0 {
		return
	}
	drop := func(row document.Row) document.Row {
		cells := append([]document.Cell{}, row.Cells[:duty]...)
		row.Cells = append(cells, row.Cells[duty+1:]...)
		return row
	}
	set := document.Table{
		Columns: []document.Column{{Width: 12, Align: document.AlignCentre}, {Width: 40}, {Width: 43}, {Width: 48}, {Width: 22}},
		Head:    []document.Row{drop(table.Head[0])},
	}
	for _, row := range table.Rows {
		set.Rows = append(set.Rows, drop(row))
	}
	annex.Landscape, annex.Blocks[0] = false, document.TableBlock(set)
}
