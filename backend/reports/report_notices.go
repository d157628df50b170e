package reports

import (
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

var reportR10B = Report{
	Code:        "R10B",
	Use:         UseMatters,
	Name:        "thong-bao-tiep-nhan",
	Title:       "Thông báo tiếp nhận ý kiến, kiến nghị",
	Description: "Báo cho nơi đã nêu ý kiến biết việc tiếp nhận, xử lý trong 10 ngày làm việc.",
	Periods:     anyPeriod,
	Symbol:      "TB",
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit, ChooseMatter, ChooseSigner},
	Each:        everyPlace,
	Signature:   SignedByLetter,
	Conditions:  []Condition{SourceReady, SomethingToSay},
	Repeatable:  true,
	Outside:     true,
	Build:       receiptNotice,
}

// receiptNotice is R10B: the notice to a place that its opinions were received and what was done with them, owed within
// the term of clock 2 (Quy định 11-QĐi/TW).
func receiptNotice(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	filter := matters.Filter{Span: paper.Span, UnderID: in.UnitID, States: told}
	if in.MatterID != "" {
		filter = matters.Filter{IDs: []string{in.MatterID}, States: told}
	}
	rows, err := matters.Register(tx, filter)
	if err != nil {
		return document.Document{}, err
	}
	doc := paper.outgoing(in, "THÔNG BÁO", "tiếp nhận ý kiến, kiến nghị"+paper.inScope()+", "+in.Period.Label())
	if in.MatterID != "" {
		doc.Subject = "tiếp nhận ý kiến, kiến nghị"
	}
	doc.Signing.Recipients = paper.recipients("Nơi đã nêu ý kiến")
	if paper.Scope != "" {
		doc.Signing.Recipients = paper.recipients(paper.Scope)
	}
	if len(rows) == 0 {
		if in.MatterID != "" {
			paper.lacks(
				SourceReady,
				matterLink(in.MatterID),
				"kiến nghị đã chọn không còn ở sổ, đã gộp vào kiến nghị khác hoặc ngoài phạm vi theo dõi nên không thông báo tiếp nhận. Hãy chọn kiến nghị khác.",
			)
			return unwritten(doc), nil
		}
		paper.lacks(
			SomethingToSay,
			mattersScreen,
			"trong "+in.Period.Label()+" không tiếp nhận ý kiến, kiến nghị nào"+paper.inScope()+" nên chưa có gì để thông báo.",
		)
		return unwritten(doc), nil
	}
	rule, err := matters.RuleOn(tx, matters.ClockNotice, rows[0].ReceivedOn)
	if err != nil {
		return document.Document{}, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 23, Align: document.AlignCentre},
			{Width: 60},
			{Width: 16, Align: document.AlignCentre},
			{Width: 54},
		},
		Head: []document.Row{document.Cells("STT", "Ngày tiếp nhận", "Nội dung ý kiến, kiến nghị", "Số ý kiến", "Việc xử lý")},
	}
	for i, r := range rows {
		table.Rows = append(
			table.Rows,
			document.Row{
				Cells: []document.Cell{
					document.CountCell(i + 1),
					dateCell(r.ReceivedOn),
					leading(joinLines(paper.contentOf(r), "("+placeOf(r)+")"), matterLink(r.ID)),
					publicVoices(r),
					{Text: doneWith(r)},
				},
			},
		)
	}
	basis := ""
	if rule.Amount > 0 && !rule.Default {
		basis = "Theo " + rule.Source + " (thông báo trong " + document.TwoDigits(
			rule.Amount,
		) + " " + rule.UnitWord + " từ ngày tiếp nhận), "
	}
	noticeWords := []NamedFigure{word("căn cứ", basis), word("nơi gửi", paper.voice), word("số kiến nghị", received(len(rows)))}
	doc.Blocks = []document.Block{
		paper.sentence("mo-dau", "{căn cứ}{nơi gửi} thông báo việc tiếp nhận, xử lý {số kiến nghị} như sau:", noticeWords...),
		document.TableBlock(table),
		paper.sentence("ket", "Khi có kết quả, {nơi gửi} sẽ thông báo lại cho nơi đã nêu ý kiến.", noticeWords...),
	}
	return doc, nil
}

// told are the states whose matters are announced to the place: not those merged into another or out of scope.
var told = []matters.State{
	matters.Recorded,
	matters.Reopened,
	matters.OnSpot,
	matters.InHand,
	matters.Referred,
	matters.Replied,
	matters.Conveyed,
	matters.Closed,
}

// doneWith tells the place what became of its matter so far.
func doneWith(r matters.Row) string {
	switch {
	case r.RepliedOn != dates.None && r.ReferredOn == dates.None:
		return document.JoinParts(": ", "Đã trả lời ngày "+r.RepliedOn.ShowInPaper(), r.OutcomeWord)
	case r.ReferredOn != dates.None:
		text := "Đã chuyển " + r.Body
		if r.ReferDoc != "" {
			text += " (" + r.ReferDoc + ")"
		}
		if r.ReplyDue != dates.None && r.RepliedOn == dates.None {
			text += "; hạn trả lời " + r.ReplyDue.ShowInPaper()
		}
		return text
	case r.State == matters.InHand:
		return "Cơ quan tiếp nhận đang trực tiếp xử lý"
	}
	return "Đã tiếp nhận, đang xem xét"
}

var reportR12 = Report{
	Code:        "R12",
	Use:         UseMatters,
	Name:        "thong-bao-tra-loi",
	Title:       "Thông báo kết quả trả lời kiến nghị",
	Description: "Trả lời đã nhận trong kỳ, gửi về ấp, thôn, tổ đã nêu ý kiến.",
	Periods:     anyPeriod,
	Symbol:      "TB",
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit, ChooseSigner},
	Each:        everyPlace,
	Signature:   SignedByLetter,
	Conditions:  []Condition{SomethingToSay},
	Repeatable:  true,
	Outside:     true,
	Build:       answersNotice,
}

// answersNotice is R12: the answers that came in the period for a place, told back in writing. It is read in public.
func answersNotice(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	rows, err := matters.AnswersForPlace(tx, in.UnitID, paper.Span, false)
	if err != nil {
		return document.Document{}, err
	}
	doc := paper.outgoing(in, "THÔNG BÁO", "kết quả trả lời ý kiến, kiến nghị"+paper.inScope()+", "+in.Period.Label())
	doc.Signing.Recipients = paper.recipients("Nơi đã nêu ý kiến")
	if paper.Scope != "" {
		doc.Signing.Recipients = paper.recipients(paper.Scope)
	}
	if len(rows) == 0 {
		paper.lacks(
			SomethingToSay,
			mattersScreen,
			"trong "+in.Period.Label()+" chưa ghi trả lời nào đối với ý kiến, kiến nghị"+paper.inScope()+". Hãy ghi trả lời ở sổ kiến nghị, hoặc chọn kỳ, địa bàn khác.",
		)
		return unwritten(doc), nil
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 48},
			{Width: 15, Align: document.AlignCentre},
			{Width: 30},
			{Width: 35},
			{Width: 25},
		},
		Head: []document.Row{
			document.Cells("STT", "Ý kiến, kiến nghị", "Số ý kiến", "Cơ quan trả lời", "Nội dung trả lời", "Phản hồi về cơ sở"),
		},
		Size: 12,
	}
	for i, a := range rows {
		paper.noteFreeText("trả lời kiến nghị số "+a.NoText, a.Reply, "")
		body := a.Body
		if body == "" {
			body = paper.Issuer.Name
		}
		promise := ""
		if a.PromisedOn != dates.None {
			promise = "Hẹn ngày " + a.PromisedOn.ShowInPaper()
		}
		table.Rows = append(
			table.Rows,
			document.Row{Cells: []document.Cell{
				document.CountCell(i + 1),
				leading(joinLines(paper.contentOf(a.Row), "("+placeOf(a.Row)+")"), matterLink(a.ID)),
				publicVoices(a.Row),
				{
					Text: joinLines(body, a.ReplyDoc),
				},
				{Text: joinLines(a.OutcomeWord, a.Reply, promise)},
				{Text: joinLines(a.ToldHow, a.ToldOn.ShowInPaper())},
			}},
		)
	}
	noticeWords := []NamedFigure{
		word("nơi gửi", paper.voice), word("số kiến nghị", received(len(rows))), word("phạm vi", paper.inScope()),
		word("nơi đã nêu", scopeOr(paper, "các ấp, thôn, tổ nhân dân tự quản")),
	}
	doc.Blocks = []document.Block{
		paper.sentence("mo-dau", "{nơi gửi} thông báo kết quả trả lời {số kiến nghị}{phạm vi} như sau:", noticeWords...),
		document.TableBlock(table),
		paper.sentence(
			"ket",
			"Đề nghị {nơi đã nêu} thông báo đến Nhân dân tại cuộc họp gần nhất; nếu còn ý kiến, báo lại {nơi gửi} để tiếp tục theo dõi.",
			noticeWords...,
		),
	}
	return doc, nil
}

func scopeOr(p Paper, otherwise string) string {
	if p.Scope != "" {
		return document.InSentence(p.Scope)
	}
	return otherwise
}
