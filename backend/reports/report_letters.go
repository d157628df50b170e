package reports

import (
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

var reportR10 = Report{
	Code:        "R10",
	Use:         UseMatters,
	Name:        "cong-van-chuyen",
	Title:       "Công văn chuyển kiến nghị",
	Description: "Văn bản chuyển đã ghi: danh mục kiến nghị và hạn trả lời. Chưa chọn thì lấy văn bản mới nhất trong kỳ.",
	Periods:     anyPeriod,
	Symbol:      "CV",
	Forms:       everyForm,
	Takes:       []Choice{ChooseBody, ChooseLetter, ChooseSigner},
	Each:        []BatchEach{EachBody},
	Signature:   SignedByLetter,
	Conditions:  []Condition{SourceReady, SomethingToSay},
	Outside:     true,
	FixDefaults: fixLetter,
	Build:       transferLetter,
}

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
			paper.lacks(
				SomethingToSay,
				mattersScreen,
				"trong "+in.Period.Label()+" chưa có văn bản chuyển nào được ghi nên chưa có gì để ban hành. Hãy ghi chuyển kiến nghị trước.",
			)
			return unwritten(doc), nil
		}
		in.LetterID = letters[0].ID
	}
	letter, sent, err := matters.SentInLetter(tx, in.LetterID)
	if err != nil {
		return document.Document{}, err
	}
	body, err := matters.BodyByID(tx, letter.BodyID)
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
	if len(sent) == 0 {
		paper.lacks(
			SourceReady,
			mattersScreen,
			"việc chuyển các kiến nghị theo văn bản này đã được hoàn tác. Hãy chọn văn bản chuyển khác, hoặc ghi chuyển lại.",
		)
		return unwritten(doc), nil
	}
	paper.noteFreeText("căn cứ của văn bản "+letter.Number, letter.Basis, "")
	opening := ""
	if letter.Basis != "" {
		opening = "Căn cứ " + store.LowerFirst(
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
					document.CountCell(i + 1),
					leading(paper.contentOf(s.Row), matterLink(s.ID)),
					{Text: placeOf(s.Row)},
					{Text: s.FieldName},
					dueCell(s.AskedFor),
				},
			},
		)
	}
	letterWords := []NamedFigure{
		word("căn cứ", opening), word("nơi gửi", paper.voice), word("cơ quan nhận", bodyLabel(body.Name)),
		word("số kiến nghị", received(len(sent))), word("thời hạn", askedBy(sent)),
	}
	doc.Blocks = []document.Block{
		paper.sentence(
			"mo-dau",
			"{căn cứ}qua công tác theo dõi, nắm tình hình cơ sở, {nơi gửi} chuyển đến {cơ quan nhận} {số kiến nghị} dưới đây để xem xét, giải quyết theo thẩm quyền:",
			letterWords...,
		),
		document.TableBlock(table),
		paper.sentence(
			"ket",
			"Đề nghị {cơ quan nhận} giải quyết và trả lời bằng văn bản về {nơi gửi} {thời hạn}; nêu cụ thể kết quả, việc đang làm và thời hạn hoàn thành để phản hồi "+
				"về nơi đã nêu ý kiến. Nội dung không thuộc thẩm quyền, đề nghị báo lại ngay để chuyển đúng cơ quan.",
			letterWords...,
		),
	}
	return doc, nil
}

// fixLetter chooses the letter a transfer is about and takes over the number and day the register of matters noted for it.
func fixLetter(tx *store.Tx, r *IssueRequest) error {
	if r.Input.LetterID == "" {
		letters, err := matters.Letters(tx, r.Input.BodyID, r.Input.Period.Span())
		if err != nil {
			return err
		}
		if len(letters) == 0 {
			return nil // the conditions say so
		}
		r.Input.LetterID = letters[0].ID
	}
	letter, _, err := matters.SentInLetter(tx, r.Input.LetterID)
	if err != nil {
		return err
	}
	return r.TakeOver(letter.Number, letter.DocDate, "Công văn này đã ghi số "+letter.Number+" trong sổ kiến nghị")
}

// askedBy writes the deadline of a letter: one day for all, or each its own.
func askedBy(sent []matters.SentMatter) string {
	days := map[dates.Date]bool{}
	for _, s := range sent {
		days[s.AskedFor] = true
	}
	if len(days) == 1 && sent[0].AskedFor != dates.None {
		return "chậm nhất ngày " + sent[0].AskedFor.ShowInPaper()
	}
	if len(days) == 1 || len(sent) == 0 {
		return "trong thời gian sớm nhất"
	}
	return "theo thời hạn ghi ở từng nội dung"
}

var reportR11 = Report{
	Code:        "R11",
	Use:         UseMatters,
	Name:        "cong-van-don-doc",
	Title:       "Công văn đôn đốc",
	Description: "Kiến nghị đang quá hạn trả lời tại một cơ quan, số ngày quá hạn. Chưa chọn thì lấy cơ quan có nhiều nhất.",
	Symbol:      "CV",
	Forms:       everyForm,
	Takes:       []Choice{ChooseBody, ChooseSigner},
	Each:        []BatchEach{EachBody},
	Signature:   SignedByLetter,
	Conditions:  []Condition{SomethingToSay, Addressed},
	Repeatable:  true,
	Outside:     true,
	FixDefaults: fixBody,
	Build:       chaserLetter,
}

// chaserLetter is R11: everything overdue at one body today, the latest first. Without a choice it is about the body
// with most of them.
func chaserLetter(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	const subject = "đôn đốc trả lời ý kiến, kiến nghị của cơ sở"
	if in.BodyID == "" {
		var err error
		if in.BodyID, err = matters.BodyMostOverdue(tx); err != nil {
			return document.Document{}, err
		}
	}
	if in.BodyID == "" {
		doc := paper.outgoing(in, "", subject, "………………………………")
		paper.lacks(
			SomethingToSay,
			mattersScreen,
			"đến ngày "+tx.Today.Show()+" không có cơ quan nào quá hạn trả lời nên chưa có gì để đôn đốc.",
		)
		paper.lacks(Addressed, mattersScreen, "chưa có cơ quan nhận công văn đôn đốc. Hãy chọn cơ quan.")
		return unwritten(doc), nil
	}
	body, err := matters.BodyByID(tx, in.BodyID)
	if err != nil {
		return document.Document{}, err
	}
	late, err := matters.OverdueAtBody(tx, in.BodyID)
	if err != nil {
		return document.Document{}, err
	}
	doc := paper.outgoing(in, "", subject, body.Name)
	if len(late) == 0 {
		paper.lacks(
			SomethingToSay,
			mattersScreen,
			"đến ngày "+tx.Today.Show()+" không có ý kiến, kiến nghị nào đã chuyển đến "+body.Name+
				" quá hạn trả lời nên chưa có gì để đôn đốc.",
		)
		return unwritten(doc), nil
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
					document.CountCell(i + 1),
					leading(paper.contentOf(r), matterLink(r.ID)),
					{Text: placeOf(r)},
					{Text: r.ReferDoc},
					runningDue(r.Due, r),
					measured(r.LateDays),
				},
			},
		)
	}
	chaserWords := []NamedFigure{
		word("ngày", tx.Today.ShowInPaper()), word("nơi gửi", paper.voice), word("cơ quan nhận", body.Name),
		word("số kiến nghị", received(len(late))),
	}
	doc.Blocks = []document.Block{
		paper.sentence(
			"mo-dau",
			"Đến ngày {ngày}, {số kiến nghị} đã chuyển đến {cơ quan nhận} quá hạn nhưng chưa có trả lời:",
			chaserWords...),
		document.TableBlock(table),
		paper.sentence(
			"ket",
			"Đề nghị {cơ quan nhận} sớm giải quyết và trả lời bằng văn bản về {nơi gửi}; nội dung chưa giải quyết xong thì nêu rõ lý do và thời hạn hoàn thành.",
			chaserWords...,
		),
	}
	return doc, nil
}

// fixBody chooses the body a chaser goes to.
func fixBody(tx *store.Tx, r *IssueRequest) (err error) {
	if r.Input.BodyID == "" {
		r.Input.BodyID, err = matters.BodyMostOverdue(tx)
	}
	return err
}
