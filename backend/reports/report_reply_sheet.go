package reports

import (
	"cmp"
	"slices"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

var reportR12B = Report{
	Code:        "R12B",
	Use:         UseMatters,
	Name:        "phieu-tra-loi-can-bo",
	Title:       "Phiếu trả lời cán bộ",
	Description: "Ý kiến, kiến nghị ở địa bàn của từng cán bộ đã đến đâu trong tháng. Chưa chọn thì in cho mọi cán bộ.",
	Periods:     oneMonth,
	Forms:       everyForm,
	Takes:       []Choice{ChooseOfficer},
	Each:        []BatchEach{EachOfficer},
	Signature:   Unsigned,
	Build:       replySheet,
}

// replySheet is R12B: what became in a month of everything raised at the places of an officer (story 63). Without a
// choice every officer who has something to read gets a sheet of their own.
func replySheet(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	const subject = "về ý kiến, kiến nghị ở địa bàn được phân công, "
	if in.OfficerID != "" {
		sheet, err := matters.ReplySheet(tx, in.OfficerID, in.Period)
		if err != nil {
			return document.Document{}, err
		}
		doc := paper.document(in, "PHIẾU TRẢ LỜI", subject+in.Period.Label())
		doc.Address = &document.Address{Label: "Kính gửi", To: []string{addressed(sheet.Officer)}}
		doc.Blocks, doc.Signing = paper.sheetBlocks(sheet), paper.bookSigning()
		return doc, nil
	}
	people, err := officersOf(tx, paper)
	if err != nil {
		return document.Document{}, err
	}
	doc := document.Document{Profile: paper.Profile}
	for _, who := range people {
		sheet, err := matters.ReplySheet(tx, who.ID, in.Period)
		if err != nil {
			return document.Document{}, err
		}
		if len(sheet.Changed)+len(sheet.Open) > 0 {
			doc.Annexes = append(
				doc.Annexes,
				document.Annex{
					Label:  "PHIẾU TRẢ LỜI",
					Title:  subject + in.Period.Label(),
					Note:   "(Gửi " + document.InSentence(addressed(sheet.Officer)) + ")",
					Blocks: paper.sheetBlocks(sheet),
				},
			)
		}
	}
	if len(doc.Annexes) == 0 {
		doc.Annexes = []document.Annex{
			{
				Label:  "PHIẾU TRẢ LỜI",
				Title:  subject + in.Period.Label(),
				Blocks: []document.Block{document.Text("Trong tháng, không có ý kiến, kiến nghị nào ở địa bàn của cán bộ được phân công.")},
			},
		}
	}
	return doc, nil
}

// addressed names an officer as one writes to them.
func addressed(who officers.Ref) string {
	return document.JoinParts(", ", "Đồng chí "+who.Name, who.Post)
}

// officersOf lists who was in charge of a place on a day of the period, in the order of papers.
func officersOf(tx *store.Tx, paper Paper) ([]officers.Ref, error) {
	lines, err := assignments.Active(tx, assignments.Filter{Span: paper.Span})
	if err != nil {
		return nil, err
	}
	names, err := assignmentNames(tx, lines, paper.AsOf)
	if err != nil {
		return nil, err
	}
	var list []officers.Ref
	for _, who := range names.officers {
		list = append(list, who)
	}
	slices.SortFunc(list, func(a, b officers.Ref) int { return cmp.Or(officers.Compare(a, b), cmp.Compare(a.ID, b.ID)) })
	return list, nil
}

func (p Paper) sheetBlocks(sheet matters.OfficerSheet) []document.Block {
	changed := document.Table{
		Columns: []document.Column{{Width: 18, Align: document.AlignCentre}, {Width: 55}, {Width: 62}, {Width: 30}},
		Head:    []document.Row{document.Cells("Số", "Nội dung; địa bàn", "Việc đã làm trong tháng", "Tình trạng")},
	}
	for _, r := range sheet.Changed {
		done := ""
		for _, e := range r.Events {
			p.noteFreeText("bước “"+e.EventWord+"” của kiến nghị số "+r.NoText, e.Text, "")
			done = joinLines(
				done,
				e.Day.ShowInPaper()+": "+document.JoinParts(
					", ",
					e.EventWord,
					store.LowerFirst(e.OutcomeWord),
					store.LowerFirst(e.ReasonWord),
					e.Body,
					e.Doc,
					e.Text,
				),
			)
		}
		changed.Rows = append(
			changed.Rows,
			document.Row{
				Cells: []document.Cell{
					leading(r.NoText, matterLink(r.ID)),
					{Text: joinLines(p.contentOf(r.Row), "("+placeOf(r.Row)+")")},
					{Text: done},
					{Text: standing(r.Row)},
				},
			},
		)
	}
	open := document.Table{
		Columns: []document.Column{{Width: 18, Align: document.AlignCentre}, {Width: 65}, {Width: 47}, {Width: 35}},
		Head:    []document.Row{document.Cells("Số", "Nội dung; địa bàn", "Đang ở", "Thời hạn")},
	}
	for _, r := range sheet.Open {
		term := r.Remaining
		if r.Due != dates.None {
			term = joinLines(r.Due.ShowInPaper(), r.Remaining, r.CalendarNote)
		}
		open.Rows = append(
			open.Rows,
			document.Row{
				Cells: []document.Cell{
					leading(r.NoText, matterLink(r.ID)),
					{Text: joinLines(p.contentOf(r), "("+placeOf(r)+")")},
					{Text: joinLines(r.StateWord, r.Body)},
					{Text: term},
				},
			},
		)
	}
	told := "địa bàn"
	if p.Profile.IsParty() {
		told = "chi bộ, địa bàn"
	}
	return []document.Block{
		p.countedTo(),
		document.Head(
			2,
			"1",
			"Ý kiến, kiến nghị có kết quả hoặc chuyển bước trong tháng ("+document.TwoDigits(len(sheet.Changed))+")",
		),
		tableOr(changed, "Trong tháng không có thay đổi."),
		document.Head(
			2,
			"2",
			"Ý kiến, kiến nghị còn đang chờ ("+document.TwoDigits(len(sheet.Open))+")",
		),
		tableOr(open, "Không còn ý kiến, kiến nghị nào đang chờ."),
		p.sentence(
			"ket",
			"Đề nghị đồng chí thông báo lại cho {nơi nghe} tại cuộc họp gần nhất và ghi kết quả phản hồi.",
			word("nơi nghe", told),
		),
	}
}

// tableOr says in a sentence that a table would be empty.
func tableOr(table document.Table, empty string) document.Block {
	if len(table.Rows) == 0 {
		return document.Text(empty)
	}
	return document.TableBlock(table)
}
