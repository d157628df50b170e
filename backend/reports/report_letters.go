package reports

import (
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// transferLetter is R10: the letter that passes matters on to a body. It is the one chosen, or the newest of the period
// to the chosen body; number and day are those of the register, so that paper and register never differ.
func transferLetter(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	if in.LetterID == "" {
		letters, err := matters.Letters(tx, in.BodyID, paper.Span)
		if err != nil {
			return document.Document{}, err
		}
		if len(letters) == 0 {
			doc := paper.outgoing(in, "", "chuyển ý kiến, kiến nghị của cơ sở", "………………………………")
			doc.Blocks = []document.Block{
				document.Text(
					document.UpperFirst(
						"trong " + in.Period.Label() + " chưa có văn bản chuyển nào được ghi. Hãy ghi chuyển kiến nghị rồi in lại.",
					),
				),
			}
			return doc, nil
		}
		in.LetterID = letters[0].ID
	}
	letter, sent, err := matters.InLetter(tx, in.LetterID)
	if err != nil {
		return document.Document{}, err
	}
	body, err := matters.BodyNamed(tx, letter.BodyID)
	if err != nil {
		return document.Document{}, err
	}
	paper = paper.registered(letter.Number)
	if letter.DocDate != dates.None {
		if paper, err = paper.dated(tx, paper.Profile.Form, letter.DocDate); err != nil {
			return document.Document{}, err
		}
	}
	doc := paper.outgoing(in, "", "chuyển ý kiến, kiến nghị của cơ sở", body.Name)
	paper.said("căn cứ của văn bản "+letter.Number, letter.Basis, "")
	opening := ""
	if letter.Basis != "" {
		opening = "Căn cứ " + document.LowerFirst(
			strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(letter.Basis, "Căn cứ "), "căn cứ "), " .;,"),
		) + ", "
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 68},
			{Width: 35},
			{Width: 26},
			{Width: 24, Align: document.AlignCentre},
		},
		Head: []document.Row{document.Cells("STT", "Nội dung ý kiến, kiến nghị", "Địa bàn", "Lĩnh vực", "Hạn trả lời")},
	}
	for i, s := range sent {
		table.Rows = append(
			table.Rows,
			document.Row{
				Cells: []document.Cell{
					countCell(i + 1),
					leading(paper.contentOf(s.Row), matterLink(s.ID)),
					{Text: placeOf(s.Row)},
					{Text: s.FieldName},
					dueCell(s.AskedFor),
				},
			},
		)
	}
	doc.Blocks = []document.Block{
		document.Text(
			document.UpperFirst(
				opening + "qua công tác theo dõi, nắm tình hình cơ sở, " + paper.voice + " chuyển đến " + bodyLabel(
					body.Name,
				) + " " + received(
					len(sent),
				) +
					" dưới đây để xem xét, giải quyết theo thẩm quyền:",
			),
		),
		document.TableBlock(table),
		document.Text("Đề nghị " + bodyLabel(body.Name) + " giải quyết và trả lời bằng văn bản về " + paper.voice + " " + askedBy(sent) +
			"; nêu cụ thể kết quả, việc đang làm và thời hạn hoàn thành để phản hồi về nơi đã nêu ý kiến. Nội dung không thuộc thẩm quyền, đề nghị báo lại ngay để chuyển đúng cơ quan."),
	}
	return doc, nil
}

// askedBy writes the deadline of a letter: one day for all, or each its own.
func askedBy(sent []matters.Sent) string {
	days := map[dates.Date]bool{}
	for _, s := range sent {
		days[s.AskedFor] = true
	}
	if len(days) == 1 && sent[0].AskedFor != dates.None {
		return "chậm nhất ngày " + sent[0].AskedFor.Show()
	}
	if len(days) == 1 || len(sent) == 0 {
		return "trong thời gian sớm nhất"
	}
	return "theo thời hạn ghi ở từng nội dung"
}

// chaserLetter is R11: everything overdue at one body today, the latest first. Without a choice it is about the body
// with most of them.
func chaserLetter(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	const subject = "đôn đốc trả lời ý kiến, kiến nghị của cơ sở"
	if in.BodyID == "" {
		var err error
		if in.BodyID, err = matters.MostOverdue(tx); err != nil {
			return document.Document{}, err
		}
	}
	if in.BodyID == "" {
		doc := paper.outgoing(in, "", subject, "………………………………")
		doc.Blocks = []document.Block{
			document.Text("Đến ngày " + tx.Today.Show() + " không có ý kiến, kiến nghị nào quá hạn trả lời."),
			document.Text(stillFollowed),
		}
		return doc, nil
	}
	body, err := matters.BodyNamed(tx, in.BodyID)
	if err != nil {
		return document.Document{}, err
	}
	late, err := matters.Overdue(tx, in.BodyID)
	if err != nil {
		return document.Document{}, err
	}
	doc := paper.outgoing(in, "", subject, body.Name)
	if len(late) == 0 {
		doc.Blocks = []document.Block{
			document.Text(
				"Đến ngày " + tx.Today.Show() + " không có ý kiến, kiến nghị nào đã chuyển đến " + body.Name + " quá hạn trả lời.",
			),
			document.Text(stillFollowed),
		}
		return doc, nil
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 58},
			{Width: 31},
			{Width: 29},
			{Width: 24, Align: document.AlignCentre},
			{Width: 21, Align: document.AlignCentre},
		},
		Head: []document.Row{
			document.Cells("STT", "Nội dung ý kiến, kiến nghị", "Địa bàn", "Văn bản chuyển", "Hạn trả lời", "Quá hạn (ngày làm việc)"),
		},
	}
	for i, r := range late {
		table.Rows = append(
			table.Rows,
			document.Row{
				Cells: []document.Cell{
					countCell(i + 1),
					leading(paper.contentOf(r), matterLink(r.ID)),
					{Text: placeOf(r)},
					{Text: r.ReferDoc},
					dateCell(r.Due),
					measured(r.LateDays),
				},
			},
		)
	}
	doc.Blocks = []document.Block{
		document.Text(
			"Đến ngày " + tx.Today.Show() + ", " + received(len(late)) + " đã chuyển đến " + body.Name + " quá hạn nhưng chưa có trả lời:",
		),
		document.TableBlock(table),
		document.Text("Đề nghị " + body.Name + " sớm giải quyết và trả lời bằng văn bản về " + paper.voice +
			"; nội dung chưa giải quyết xong thì nêu rõ lý do và thời hạn hoàn thành."),
	}
	return doc, nil
}

// stillFollowed closes a letter that has nothing to list.
const stillFollowed = "Các nội dung còn trong thời hạn trả lời tiếp tục được theo dõi, đôn đốc."

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
		doc.Blocks = []document.Block{
			document.Text(
				document.UpperFirst("trong " + in.Period.Label() + " không tiếp nhận ý kiến, kiến nghị nào" + paper.inScope() + "."),
			),
			document.Text("Khi có ý kiến, kiến nghị mới, " + paper.voice + " sẽ thông báo việc tiếp nhận, xử lý đúng thời hạn."),
		}
		return doc, nil
	}
	rule, err := matters.RuleOn(tx, matters.C2, rows[0].ReceivedOn)
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
					countCell(i + 1),
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
	doc.Blocks = []document.Block{
		document.Text(document.UpperFirst(basis + paper.voice + " thông báo việc tiếp nhận, xử lý " + received(len(rows)) + " như sau:")),
		document.TableBlock(table),
		document.Text("Khi có kết quả, " + paper.voice + " sẽ thông báo lại cho nơi đã nêu ý kiến."),
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
		return document.JoinParts(": ", "Đã trả lời ngày "+r.RepliedOn.Show(), r.OutcomeWord)
	case r.ReferredOn != dates.None:
		text := "Đã chuyển " + r.Body
		if r.ReferDoc != "" {
			text += " (" + r.ReferDoc + ")"
		}
		if r.ReplyDue != dates.None && r.RepliedOn == dates.None {
			text += "; hạn trả lời " + r.ReplyDue.Show()
		}
		return text
	case r.State == matters.InHand:
		return "Cơ quan tiếp nhận đang trực tiếp xử lý"
	}
	return "Đã tiếp nhận, đang xem xét"
}

// answersNotice is R12: the answers that came in the period for a place, told back in writing. It is read in public.
func answersNotice(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	rows, err := matters.AnswersFor(tx, in.UnitID, paper.Span, false)
	if err != nil {
		return document.Document{}, err
	}
	doc := paper.outgoing(in, "THÔNG BÁO", "kết quả trả lời ý kiến, kiến nghị"+paper.inScope()+", "+in.Period.Label())
	doc.Signing.Recipients = paper.recipients("Nơi đã nêu ý kiến")
	if paper.Scope != "" {
		doc.Signing.Recipients = paper.recipients(paper.Scope)
	}
	if len(rows) == 0 {
		doc.Blocks = []document.Block{
			document.Text(
				document.UpperFirst(
					"trong " + in.Period.Label() + " chưa có trả lời nào đối với ý kiến, kiến nghị" + paper.inScope() + ".",
				),
			),
			document.Text(stillFollowed),
		}
		return doc, nil
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
		paper.said("trả lời kiến nghị số "+a.NoText, a.Reply, "")
		body := a.Body
		if body == "" {
			body = paper.Issuer.Name
		}
		promise := ""
		if a.PromisedOn != dates.None {
			promise = "Hẹn ngày " + a.PromisedOn.Show()
		}
		table.Rows = append(
			table.Rows,
			document.Row{Cells: []document.Cell{
				countCell(i + 1),
				leading(joinLines(paper.contentOf(a.Row), "("+placeOf(a.Row)+")"), matterLink(a.ID)),
				publicVoices(a.Row),
				{
					Text: joinLines(body, a.ReplyDoc),
				},
				{Text: joinLines(a.OutcomeWord, a.Reply, promise)},
				{Text: joinLines(a.ToldHow, a.ToldOn.Show())},
			}},
		)
	}
	doc.Blocks = []document.Block{
		document.Text(
			document.UpperFirst(paper.voice + " thông báo kết quả trả lời " + received(len(rows)) + paper.inScope() + " như sau:"),
		),
		document.TableBlock(table),
		document.Text(
			"Đề nghị " + scopeOr(
				paper,
				"các ấp, thôn, tổ nhân dân tự quản",
			) + " thông báo đến Nhân dân tại cuộc họp gần nhất; nếu còn ý kiến, báo lại " + paper.voice + " để tiếp tục theo dõi.",
		),
	}
	return doc, nil
}

func scopeOr(p Paper, otherwise string) string {
	if p.Scope != "" {
		return p.Scope
	}
	return otherwise
}
