package reports

import (
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// matterFilter is the one filter of the papers on matters: received in the period, raised at the place or below it.
func matterFilter(in Input, paper Paper) matters.Filter {
	return matters.Filter{Span: paper.Span, UnderID: in.UnitID, BodyID: in.BodyID, AsOf: paper.AsOf}
}

var reportR8 = Report{
	Code:        "R8",
	Use:         UseRegisters,
	Name:        "so-kien-nghi",
	Title:       "Sổ theo dõi ý kiến, kiến nghị",
	Description: "Từng ý kiến, kiến nghị tiếp nhận trong kỳ: nơi nêu, nội dung, cơ quan giải quyết, hạn, trả lời, phản hồi, tình trạng.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit, ChooseBody},
	Each:        placesAnd(EachBody),
	Signature:   SignedAsBook,
	Build:       matterRegister,
}

// matterRegister is R8: the register of opinions and proposals, in the order of their numbers. Its total is that of the
// register on the screen with the same choices.
func matterRegister(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	filter := matterFilter(in, paper)
	rows, err := matters.Register(tx, filter)
	if err != nil {
		return document.Document{}, err
	}
	total, err := matters.Total(tx, filter)
	if err != nil {
		return document.Document{}, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 15, Align: document.AlignCentre},
			{Width: 20, Align: document.AlignCentre},
			{Width: 27},
			{Width: 26},
			{Width: 46},
			{Width: 11, Align: document.AlignCentre},
			{Width: 32},
			{Width: 20, Align: document.AlignCentre},
			{Width: 22},
			{Width: 20, Align: document.AlignCentre},
			{Width: 24},
		},
		Head: []document.Row{
			document.Cells(
				"Số",
				"Ngày tiếp nhận",
				"Địa bàn; nguồn",
				"Lĩnh vực",
				"Nội dung ý kiến, kiến nghị",
				"Số ý kiến",
				"Xử lý; cơ quan, văn bản chuyển",
				"Hạn trả lời",
				"Ngày, kết quả trả lời",
				"Phản hồi về cơ sở",
				"Tình trạng",
			),
		},
		Size: 11,
	}
	for _, r := range rows {
		row := document.Row{
			Cells: []document.Cell{
				leading(r.NoText, matterLink(r.ID)),
				dateCell(r.ReceivedOn),
				{Text: joinLines(placeOf(r), r.OriginWord)},
				{Text: r.FieldName},
				{Text: paper.contentOf(r)},
				measured(
					r.Voices,
				),
				{Text: joinLines(document.JoinParts(": ", r.Handling, r.Body), r.ReferDoc)},
				runningDue(r.ReplyDue, r),
				{Text: joinLines(r.RepliedOn.ShowInPaper(), r.OutcomeWord)},
				{Text: joinLines(r.ConveyedOn.ShowInPaper(), lookedAgain(r)), Date: r.ConveyedOn},
				{Text: standing(r)},
			},
		}
		table.Rows = append(table.Rows, row)
	}
	subject := in.Period.Label() + paper.inScope()
	if in.BodyID != "" {
		body, err := matters.BodyByID(tx, in.BodyID)
		if err != nil {
			return document.Document{}, err
		}
		subject += ", cơ quan giải quyết: " + body.Name
	}
	doc := paper.Register(in, "SỔ THEO DÕI Ý KIẾN, KIẾN NGHỊ", subject)
	doc.Blocks = []document.Block{document.TableBlock(table)}
	if total.Received.Value > 0 {
		doc.Blocks = append(doc.Blocks,
			document.Text("Tổng số: "+received(total.Received.Value)+" ("+standingTotals(total)+")."), remark(lateNote))
	}
	return doc, nil
}

// standing says where a matter stands, with the days it is late now and the legs at which it was late.
func standing(r matters.Row) string {
	text := r.StateWord
	if r.LateDays > 0 {
		text = joinLines(text, r.Remaining)
	}
	if len(r.LateAt) > 0 {
		text = joinLines(text, "Trễ hạn: "+strings.Join(r.LateAt, "; "))
	}
	return text
}

// lookedAgain says when what was settled was looked at again at the place, or by when it is to be.
func lookedAgain(r matters.Row) string {
	switch {
	case r.RecheckedOn != dates.None:
		return "Xem lại " + r.RecheckedOn.ShowInPaper() + ": đã chuyển biến"
	case r.RecheckDue != dates.None:
		return "Xem lại trước " + r.RecheckDue.ShowInPaper()
	}
	return ""
}

// standingTotals writes the classes of a summary; those that are empty are left out.
func standingTotals(s matters.Summary) string {
	return counted(
		count{"giải quyết xong", s.Settled.Value},
		count{"giải trình, cung cấp thông tin", s.Explained.Value},
		count{"có lộ trình", s.Roadmap.Value},
		count{"từ chối giải quyết", s.Refused.Value},
		count{
			"đang giải quyết",
			s.Working.Value,
		},
		count{"chưa có trả lời", s.Waiting.Value},
		count{"trùng, đã nhập chung", s.Duplicate.Value},
		count{"không thuộc phạm vi", s.Outside.Value},
		count{"trễ hạn ở ít nhất một khâu", s.Late.Value},
	)
}

// counted joins counts that are not zero: "giải quyết xong 05, đang giải quyết 02".
func counted(counts ...count) string {
	parts := []string{}
	for _, c := range counts {
		if c.n > 0 {
			parts = append(parts, c.what+" "+document.TwoDigits(c.n))
		}
	}
	return document.JoinParts("; ", parts...)
}

func joinLines(parts ...string) string { return document.JoinParts("\n", parts...) }

var reportR9 = Report{
	Code:        "R9",
	Use:         UseMatters,
	Name:        "danh-muc-co-quan",
	Title:       "Danh mục kiến nghị chuyển cơ quan",
	Description: "Kiến nghị đã chuyển trong kỳ, mỗi cơ quan một danh mục riêng, có cột trống để trả lời.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Takes:       []Choice{ChooseBody},
	Each:        []BatchEach{EachBody},
	Signature:   Unsigned,
	Outside:     true,
	Build:       monthlyList,
}

// monthlyList is R9: what was passed on to a body in the period, with an empty column for its answers. Each body has a
// list of its own and sees nothing of the others; without a choice every body of the period has one.
func monthlyList(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	bodies := []string{in.BodyID}
	if in.BodyID == "" {
		letters, err := matters.Letters(tx, "", paper.Span)
		if err != nil {
			return document.Document{}, err
		}
		bodies = nil
		for _, l := range letters {
			bodies = append(bodies, l.BodyID)
		}
		bodies = unique(bodies)
	}
	doc := document.Document{Profile: paper.Profile}
	for _, id := range bodies {
		annex, err := paper.listForBody(tx, in.Period, id)
		if err != nil {
			return document.Document{}, err
		}
		doc.Annexes = append(doc.Annexes, annex)
	}
	if len(bodies) == 0 {
		doc.Annexes = []document.Annex{
			{
				Label:     "DANH MỤC",
				Title:     "ý kiến, kiến nghị chuyển các cơ quan, " + in.Period.Label(),
				Landscape: true,
				Blocks:    []document.Block{document.TableBlock(sentTable())},
			},
		}
	}
	return doc, nil
}

func sentTable() document.Table {
	return document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 40},
			{Width: 78},
			{Width: 27},
			{Width: 23, Align: document.AlignCentre},
			{Width: 23, Align: document.AlignCentre},
			{Width: 54},
		},
		Head: []document.Row{
			document.Cells(
				"STT",
				"Địa bàn",
				"Nội dung ý kiến, kiến nghị",
				"Lĩnh vực",
				"Ngày tiếp nhận",
				"Hạn trả lời",
				"Trả lời của cơ quan",
			),
		},
	}
}

func (p Paper) listForBody(tx *store.Tx, period dates.Period, bodyID string) (document.Annex, error) {
	body, err := matters.BodyByID(tx, bodyID)
	if err != nil {
		return document.Annex{}, err
	}
	sent, err := matters.SentToBody(tx, bodyID, period)
	if err != nil {
		return document.Annex{}, err
	}
	table := sentTable()
	for i, s := range sent {
		table.Rows = append(
			table.Rows,
			document.Row{
				Cells: []document.Cell{
					document.CountCell(i + 1),
					{Text: placeOf(s.Row)},
					leading(p.contentOf(s.Row), matterLink(s.ID)),
					{Text: s.FieldName},
					dateCell(s.ReceivedOn),
					dueCell(s.AskedFor),
					{},
				},
			},
		)
	}
	close := "(Danh mục có " + received(len(sent)) + ")"
	return document.Annex{
		Label:     "DANH MỤC",
		Title:     "ý kiến, kiến nghị chuyển " + body.Name + ", " + period.Label(),
		Note:      "(Của " + p.Issuer.Name + ")",
		Landscape: true,
		Blocks: []document.Block{
			document.TableBlock(table),
			{Paragraph: &document.Paragraph{Runs: []document.Run{{Text: close, Italic: true}}, Align: document.AlignLeft}},
		},
	}, nil
}
