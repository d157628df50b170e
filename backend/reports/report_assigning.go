package reports

import (
	"strings"

	"caunoi/backend/assignments"
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
		doc.Draft = "DỰ THẢO"
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
	if notice {
		doc.Subject = subject
		doc.Blocks = noticeBlocks(body, office, subject, paper.officersDuties(), decision)
		doc.Signing.Recipients = paper.recipients("Các đồng chí có tên trong danh sách")
		return doc, nil
	}
	if paper.Profile.IsParty() {
		doc.Bases = []string{"Căn cứ Điều lệ Đảng", "Căn cứ Quy chế làm việc của " + office, "Xét đề nghị của Văn phòng " + office}
	} else {
		doc.Bases = []string{
			"Căn cứ Luật Tổ chức chính quyền địa phương",
			"Căn cứ Quy chế làm việc của " + office,
			"Theo đề nghị của Văn phòng",
		}
	}
	force := ""
	if decision.EffectiveDate != "" {
		force = " Quyết định có hiệu lực từ ngày " + decision.EffectiveDate.ShowInPaper() + "."
	}
	doc.Blocks = []document.Block{
		document.Centred(strings.ToUpper(body) + " QUYẾT ĐỊNH:"),
		article("1", store.UpperFirst(strings.TrimRight(subject, ". "))+" (có danh sách kèm theo)."),
		article("2", paper.officersDuties()),
		article(
			"3",
			"Văn phòng "+office+", các đơn vị liên quan và các đồng chí có tên trong danh sách chịu trách nhiệm thi hành Quyết định này."+force,
		),
	}
	doc.Signing.Recipients = paper.recipients("Như Điều 3")
	return doc, nil
}

// officersDuties are what an officer in charge of a place does, in the office's own words.
func (p Paper) officersDuties() string {
	raisedBy := "Nhân dân"
	if p.Profile.IsParty() {
		raisedBy = "đảng viên, Nhân dân"
	}
	return "Các đồng chí được phân công có trách nhiệm theo dõi, hướng dẫn đơn vị được giao; dự sinh hoạt, dự họp theo quy định; nắm tình hình, " +
		"ý kiến, kiến nghị của " + raisedBy + "; truyền đạt chủ trương và báo cáo kết quả về Văn phòng."
}

func article(number, text string) document.Block {
	return document.Rich(document.Run{Text: "Điều " + number + ". ", Bold: true}, document.Run{Text: text})
}

func noticeBlocks(body, office, subject, duties string, decision assignments.Decision) []document.Block {
	from := ""
	if decision.EffectiveDate != "" {
		from = ", từ ngày " + decision.EffectiveDate.ShowInPaper()
	}
	return []document.Block{
		document.Text(body + " thông báo " + strings.TrimRight(subject, ". ") + from + " như sau:"),
		account("1", "", store.UpperFirst(strings.TrimRight(subject, ". "))+" (có danh sách kèm theo)."),
		account("2", "", duties),
		account("3", "", "Văn phòng "+office+" theo dõi, tổng hợp kết quả thực hiện."),
	}
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
