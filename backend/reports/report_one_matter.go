package reports

import (
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// mattersFor lists what a paper on one matter can be about, the newest last.
type mattersFor func(*store.Tx, Input) ([]matters.Row, error)

// oneMatter finds the matter a paper is about: the one chosen, or the newest of a list.
func oneMatter(tx *store.Tx, in Input, list mattersFor) (matters.MatterDetail, bool, error) {
	r := IssueRequest{Input: in}
	if err := fixMatter(list)(tx, &r); err != nil || r.Input.MatterID == "" {
		return matters.MatterDetail{}, false, err
	}
	whole, err := matters.LoadDetail(tx, r.Input.MatterID)
	return whole, err == nil, err
}

// fixMatter chooses the matter the paper is about, so that what was issued stays about the same one.
func fixMatter(list mattersFor) func(*store.Tx, *IssueRequest) error {
	return func(tx *store.Tx, r *IssueRequest) error {
		if r.Input.MatterID != "" || !r.Input.Period.Valid() {
			return nil
		}
		rows, err := list(tx, r.Input)
		if err == nil && len(rows) > 0 { // else the conditions say so
			r.Input.MatterID = rows[len(rows)-1].ID
		}
		return err
	}
}

// referredMatters lists the matters of a period and place that are at a body.
func referredMatters(tx *store.Tx, in Input) ([]matters.Row, error) {
	return matters.Register(
		tx,
		matters.Filter{Span: in.Period.Span(), UnderID: in.UnitID, States: []matters.State{matters.Referred}},
	)
}

// answeredMatters lists the matters answered in a period for a place.
func answeredMatters(tx *store.Tx, in Input) ([]matters.Row, error) {
	rows := []matters.Row{}
	answers, err := matters.AnswersForPlace(tx, in.UnitID, in.Period.Span(), false)
	for _, a := range answers {
		rows = append(rows, a.Row)
	}
	return rows, err
}

var reportR10C = Report{
	Code:        "R10C",
	Use:         UseMatters,
	Name:        "phieu-chuyen",
	Title:       "Phiếu chuyển kiến nghị",
	Description: "Chuyển một ý kiến, kiến nghị đến cơ quan có thẩm quyền. Chưa chọn thì lấy kiến nghị đã chuyển mới nhất trong kỳ.",
	Periods:     anyPeriod,
	Symbol:      "PC",
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit, ChooseMatter, ChooseSigner},
	Each:        everyPlace,
	Signature:   SignedByLetter,
	Conditions:  []Condition{SourceReady, SomethingToSay},
	Repeatable:  true,
	Outside:     true,
	FixDefaults: fixMatter(referredMatters),
	Build:       transferSlip,
}

// transferSlip is R10C, the phiếu chuyển of one matter (document-format D6). Header and signature are paired: T/L stands under
// the committee's header, the head of the office signs under that of the office. It names the place, never who spoke there.
func transferSlip(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	whole, found, err := oneMatter(tx, in, referredMatters)
	if err != nil {
		return document.Document{}, err
	}
	if !found {
		doc := paper.outgoing(in, "PHIẾU CHUYỂN", "về việc chuyển ý kiến, kiến nghị"+paper.inScope(), "………………………………")
		paper.lacks(
			SomethingToSay,
			mattersScreen,
			"trong "+in.Period.Label()+" chưa có ý kiến, kiến nghị nào đã chuyển"+paper.inScope()+
				". Hãy chọn một kiến nghị, hoặc ghi chuyển ở sổ kiến nghị.",
		)
		return unwritten(doc), nil
	}
	to, due := "………………………………", "trong thời gian sớm nhất"
	if whole.ReferredOn != dates.None && whole.Body != "" {
		to = whole.Body
	} else {
		paper.lacks(
			SourceReady,
			matterLink(whole.ID),
			"kiến nghị số "+whole.NoText+" chưa ghi chuyển đến cơ quan nào. Hãy ghi chuyển ở kiến nghị này trước.",
		)
	}
	if whole.ReplyDue != dates.None {
		due = "trước ngày " + whole.ReplyDue.ShowInPaper()
	}
	doc := paper.outgoing(in, "PHIẾU CHUYỂN", "về việc chuyển ý kiến, kiến nghị của "+document.InSentence(placeOf(whole.Row)), to)
	doc.Signing.Recipients = paper.recipients("Như trên", placeOf(whole.Row))
	basis := ""
	if whole.Meeting != "" {
		basis = " (" + whole.Meeting + ")"
	}
	slipWords := []NamedFigure{
		word("ngày tiếp nhận", whole.ReceivedOn.ShowInPaper()),
		word("nơi gửi", paper.voice),
		word("số kiến nghị", whole.NoText),
		word(
			"nơi đã nêu",
			document.InSentence(placeOf(whole.Row)),
		),
		word("cuộc họp", basis),
		word("cơ quan nhận", to),
		word("thời hạn", due),
	}
	doc.Blocks = []document.Block{
		paper.sentence(
			"mo-dau",
			"Ngày {ngày tiếp nhận}, {nơi gửi} tiếp nhận ý kiến, kiến nghị số {số kiến nghị} của {nơi đã nêu}{cuộc họp}.",
			slipWords...),
		leadIn("Nội dung: ", whole.Summary),
	}
	if whole.Proposal != "" {
		doc.Blocks = append(doc.Blocks, leadIn("Đề nghị: ", whole.Proposal))
	}
	paper.contentOf(whole.Row) // for the guard
	doc.Blocks = append(
		doc.Blocks,
		paper.sentence(
			"ket",
			"{nơi gửi} chuyển ý kiến, kiến nghị trên đến {cơ quan nhận} để xem xét, giải quyết theo thẩm quyền và thông báo kết quả về {nơi gửi} {thời hạn}. "+
				"Nội dung không thuộc thẩm quyền, đề nghị báo lại ngay để chuyển đúng cơ quan.",
			slipWords...,
		),
	)
	return doc, nil
}

// leadIn is a paragraph that begins with a word in bold.
func leadIn(label, text string) document.Block {
	return document.Rich(document.Run{Text: label, Bold: true}, document.Run{Text: text})
}

var reportR12C = Report{
	Code:        "R12C",
	Use:         UseMatters,
	Name:        "tra-loi-kien-nghi",
	Title:       "Công văn trả lời kiến nghị",
	Description: "Trả lời một ý kiến, kiến nghị cho nơi đã nêu. Chưa chọn thì lấy trả lời mới nhất trong kỳ.",
	Periods:     anyPeriod,
	Symbol:      "CV",
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit, ChooseMatter, ChooseSigner},
	Each:        everyPlace,
	Signature:   SignedByLetter,
	Conditions:  []Condition{SourceReady, SomethingToSay},
	Repeatable:  true,
	Outside:     true,
	FixDefaults: fixMatter(answeredMatters),
	Build:       matterAnswer,
}

// matterAnswer is R12C: the written answer to one matter, in the two parts offices use (document-format D5d).
func matterAnswer(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	whole, found, err := oneMatter(tx, in, answeredMatters)
	if err != nil {
		return document.Document{}, err
	}
	if !found {
		doc := paper.outgoing(in, "", "trả lời ý kiến, kiến nghị"+paper.inScope(), "………………………………")
		paper.lacks(
			SomethingToSay,
			mattersScreen,
			"trong "+in.Period.Label()+" chưa có trả lời nào được ghi"+paper.inScope()+". Hãy chọn một kiến nghị đã có trả lời, hoặc ghi trả lời ở sổ kiến nghị.",
		)
		return unwritten(doc), nil
	}
	doc := paper.outgoing(
		in,
		"",
		"trả lời ý kiến, kiến nghị của "+document.InSentence(placeOf(whole.Row)),
		document.InSentence(placeOf(whole.Row)),
	)
	paper.contentOf(whole.Row)
	doc.Blocks = []document.Block{
		paper.sentence(
			"mo-dau",
			"{nơi gửi} trả lời ý kiến, kiến nghị tiếp nhận ngày {ngày tiếp nhận} như sau:",
			paper.answerWords(whole)...),
		document.Head(2, "1", "Nội dung kiến nghị (Kiến nghị số "+whole.NoText+")"),
		document.Text(whole.Summary),
	}
	if whole.Proposal != "" {
		doc.Blocks = append(doc.Blocks, leadIn("Đề nghị: ", whole.Proposal))
	}
	doc.Blocks = append(doc.Blocks, document.Head(2, "2", "Kết quả nghiên cứu, giải quyết và trả lời kiến nghị"))
	return doc, paper.answer(&doc, whole)
}

// answer writes the last answer that stands, or lines to write it on.
func (p Paper) answer(doc *document.Document, whole matters.MatterDetail) error {
	var last matters.StepView
	for _, step := range whole.Steps {
		switch {
		case step.Undone:
		case step.Event == matters.EventReply || step.Event == matters.EventAnswerOnSpot:
			last = step
		case step.Event == matters.EventReopen:
			last = matters.StepView{}
		}
	}
	if last.ID == "" {
		p.lacks(
			SourceReady,
			matterLink(whole.ID),
			"kiến nghị số "+whole.NoText+" chưa có trả lời nào được ghi. Hãy ghi trả lời ở kiến nghị này trước.",
		)
		doc.Blocks = append(doc.Blocks, writing(5))
		return nil
	}
	p.noteFreeText("trả lời kiến nghị số "+whole.NoText, last.Text, "")
	body := last.Body
	if body == "" {
		body = p.Issuer.Name
	}
	said := body + " đã trả lời ngày " + last.Day.ShowInPaper()
	if last.Doc != "" {
		said += " tại Văn bản số " + last.Doc
	}
	doc.Blocks = append(
		doc.Blocks,
		document.Text(
			store.UpperFirst(document.JoinParts(": ", said, store.LowerFirst(last.OutcomeWord), store.LowerFirst(last.ReasonWord)))+".",
		),
	)
	if last.Text != "" {
		doc.Blocks = append(doc.Blocks, document.Text(last.Text))
	}
	if last.PromisedOn != dates.None {
		doc.Blocks = append(
			doc.Blocks,
			p.sentence("thoi-han", "Thời hạn hoàn thành theo trả lời: ngày {ngày hẹn}.", word("ngày hẹn", last.PromisedOn.ShowInPaper())),
		)
	}
	doc.Blocks = append(
		doc.Blocks,
		p.sentence(
			"ket",
			"Đề nghị {nơi đã nêu} thông báo đến Nhân dân tại cuộc họp gần nhất; nếu còn ý kiến, báo lại {nơi gửi} để tiếp tục theo dõi.",
			p.answerWords(whole)...,
		),
	)
	return nil
}

// answerWords are what the sentences of an answer may show.
func (p Paper) answerWords(whole matters.MatterDetail) []NamedFigure {
	return []NamedFigure{
		word("nơi gửi", p.voice), word("ngày tiếp nhận", whole.ReceivedOn.ShowInPaper()), word("số kiến nghị", whole.NoText),
		word("nơi đã nêu", document.InSentence(placeOf(whole.Row))),
	}
}
