package reports

import (
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

var reportR26 = Report{
	Code:        "R26",
	Use:         UseMatters,
	Name:        "lich-tiep-dan",
	Title:       "Lịch tiếp dân, đối thoại",
	Description: "Thông báo các ngày tiếp dân, đối thoại của người đứng đầu trong kỳ.",
	Periods:     anyPeriod,
	Looks:       LooksAhead,
	Symbol:      "TB",
	Forms:       noFront,
	Takes:       []Choice{ChooseOfficer, ChooseSigner},
	Each:        []BatchEach{EachOfficer},
	Signature:   SignedByLetter,
	Conditions:  []Condition{SomethingToSay},
	Outside:     true,
	Build:       receptionSchedule,
}

// receptionSchedule is R26: on which days the head receives citizens and holds dialogues, to be announced.
func receptionSchedule(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	days, err := matters.ReceptionDays(tx, matters.ReceptionFilter{HeadID: in.OfficerID})
	if err != nil {
		return document.Document{}, err
	}
	slices.SortStableFunc(days, func(a, b matters.ReceptionDay) int { return strings.Compare(string(a.PlannedOn), string(b.PlannedOn)) })
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 24, Align: document.AlignCentre},
			{Width: 22},
			{Width: 45},
			{Width: 36},
			{Width: 26},
		},
		Head:  []document.Row{document.Cells("STT", "Ngày", "Hình thức", "Người chủ trì", "Địa điểm", "Ghi chú")},
		Empty: "Chưa có lịch tiếp dân, đối thoại trong kỳ",
	}
	for _, d := range days {
		if d.Unscheduled || !paper.Span.Contains(d.PlannedOn) {
			continue // held because something came up: never announced; or planned for another period
		}
		paper.noteFreeText("địa điểm của ngày "+d.PlannedOn.Show(), d.Place, "")
		table.Rows = append(
			table.Rows,
			document.Row{
				Cells: []document.Cell{
					document.CountCell(len(table.Rows) + 1),
					receptionDay(d, d.PlannedOn),
					{Text: d.KindWord},
					leading(document.JoinParts(", ", "Đồng chí "+d.HeadName, d.HeadPost), officerLink(d.HeadID)),
					{Text: d.Place},
					{Text: scheduleNote(d)},
				},
			},
		)
	}
	if len(table.Rows) == 0 {
		paper.lacks(
			SomethingToSay,
			receptionScreen,
			"trong "+in.Period.Label()+" chưa có lịch tiếp dân, đối thoại nào. Hãy ghi lịch ở mục Tiếp dân, đối thoại.",
		)
	}
	doc := paper.outgoing(in, "THÔNG BÁO", "lịch tiếp dân, đối thoại với Nhân dân, "+in.Period.Label())
	doc.Signing.Recipients = paper.recipients("Các xã, ấp, thôn")
	doc.Blocks = []document.Block{
		paper.sentence(
			"mo-dau",
			"{nơi gửi} thông báo lịch tiếp dân, đối thoại trong {kỳ} như sau:",
			word("nơi gửi", paper.voice),
			word("kỳ", in.Period.Label()),
		),
		document.TableBlock(table),
	}
	if len(table.Rows) > 0 {
		doc.Blocks = append(
			doc.Blocks,
			paper.sentence("ket", "Đề nghị các đơn vị thông báo rộng rãi để Nhân dân biết; tổng hợp trước những nội dung cần đối thoại."),
		)
	}
	return doc, nil
}

func scheduleNote(d matters.ReceptionDay) string {
	names := []string{}
	for _, u := range d.Units {
		names = append(names, u.Label)
	}
	text := strings.Join(names, "; ")
	if d.State == matters.DayCancelled {
		text = joinLines(text, d.StateWord)
	}
	return text
}

var reportR26B = Report{
	Code:        "R26B",
	Use:         UsePeriod,
	Name:        "bao-cao-tiep-dan",
	Title:       "Báo cáo tiếp dân, đối thoại",
	Description: "Kết quả tiếp dân, đối thoại trong kỳ bằng số lượng, kèm từng ngày.",
	Periods:     anyPeriod,
	Symbol:      "BC",
	Forms:       noFront,
	Signature:   SignedByIssuer,
	Conditions:  []Condition{PeriodOver, SourceReady, SomethingToSay},
	Build:       receptionReport,
}

// receptionReport is R26B: what the reception days and dialogues of a period gave, in counts, with each day in its annex.
func receptionReport(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	figures, err := matters.FiguresOfReception(tx, in.Period)
	if err != nil {
		return document.Document{}, err
	}
	days, err := matters.ReceptionDays(tx, matters.ReceptionFilter{Span: paper.Span})
	if err != nil {
		return document.Document{}, err
	}
	quotas, err := quotasOf(tx, in.Period)
	if err != nil {
		return document.Document{}, err
	}
	paper.receptionGaps(figures, days, in.Period)
	doc := paper.document(in, "BÁO CÁO", "kết quả tiếp dân, đối thoại với Nhân dân, "+in.Period.Label())
	label := "Phụ lục"
	doc.Blocks = append(
		[]document.Block{
			paper.countedTo(),
			paper.sentence(
				"mo-dau",
				"Trong {kỳ}, {cơ quan ban hành} báo cáo kết quả tiếp dân, đối thoại như sau:",
				word("kỳ", in.Period.Label()),
			),
			document.Head(1, "I", "Kết quả"),
		},
		receptionText(figures, quotaText(quotas), annexOfDays(days))...)
	total, err := matters.Total(tx, figures.Matters.Filter)
	if err != nil {
		return document.Document{}, err
	}
	if total.Received.Value > 0 {
		doc.Blocks = append(
			doc.Blocks,
			document.Text("Qua tiếp dân, đối thoại đã ghi vào sổ theo dõi "+received(total.Received.Value)+" ("+standingTotals(total)+")."),
		)
	} else if figures.Noted == 0 { // what was noted and not entered is for the clerk to enter, see receptionGaps
		doc.Blocks = append(doc.Blocks, document.Text("Sổ theo dõi không ghi nhận ý kiến, kiến nghị nào qua tiếp dân, đối thoại trong kỳ."))
	}
	doc.Blocks = append(
		doc.Blocks,
		document.Head(1, "II", "Đánh giá"),
	)
	doc.Blocks = append(doc.Blocks, receptionJudged(figures, quotas, total)...)
	doc.Blocks = append(doc.Blocks, document.Head(1, "III", "Việc cần tiếp tục"), receptionAhead(quotas, total))
	if len(days) == 0 {
		return doc, nil
	}
	doc.Annexes = []document.Annex{
		{
			Label:     label,
			Title:     "Các ngày tiếp dân, đối thoại, " + in.Period.Label(),
			Landscape: true,
			Note: document.AttachedTo(
				paper.Profile,
				"Báo cáo",
				paper.number,
				paper.Head.Date,
				paper.issuerName(),
			),
			Blocks: []document.Block{document.TableBlock(receptionTable(days))},
		},
	}
	return doc, nil
}

func receptionText(f matters.ReceptionFigures, quotas []string, annex string) []document.Block {
	if f.Days+f.Unscheduled+f.Dialogues+f.NotHeld == 0 {
		return append([]document.Block{document.Text("Trong kỳ chưa có số liệu về buổi tiếp dân, đối thoại đã tổ chức.")}, texts(quotas)...)
	}
	held := counted(count{"tiếp dân định kỳ", f.Days}, count{"tiếp dân đột xuất", f.Unscheduled}, count{"đối thoại", f.Dialogues})
	if held == "" {
		held = "không có buổi nào"
	}
	blocks := []document.Block{document.Text("Số buổi đã tổ chức: " + held + annex + ".")}
	if rest := counted(count{"không tổ chức", f.NotHeld}); rest != "" {
		blocks = append(blocks, document.Text("Ngoài ra: "+rest+"."))
	}
	if f.Days+f.Unscheduled+f.Dialogues > 0 {
		blocks = append(
			blocks,
			document.Text(
				"Tiếp "+document.TwoDigits(
					f.Visits,
				)+" lượt; ghi nhận "+document.TwoDigits(
					f.Noted,
				)+" việc, trả lời ngay tại buổi tiếp "+document.TwoDigits(
					f.Settled,
				)+" việc.",
			),
		)
	}
	return append(blocks, texts(quotas)...)
}

func texts(lines []string) []document.Block {
	var blocks []document.Block
	for _, line := range lines {
		blocks = append(blocks, document.Text(line))
	}
	return blocks
}

// annexOfDays refers to the list of days, where there is one.
func annexOfDays(days []matters.ReceptionDay) string {
	return when(len(days) > 0, " (chi tiết tại Phụ lục kèm theo)")
}

// quotasOf reads what had to be held; only a month has a quota for reception.
func quotasOf(tx *store.Tx, period dates.Period) ([]matters.Quota, error) {
	if period.Kind() != dates.Month {
		return nil, nil
	}
	return matters.ReceptionQuotas(tx, period)
}

// quotaText compares with the quota.
func quotaText(quotas []matters.Quota) (out []string) {
	for _, q := range quotas {
		if q.Owed == 0 {
			continue
		}
		text := q.KindWord + " " + q.Period + ": phải tổ chức " + document.TwoDigits(
			q.Owed,
		) + " lần (" + q.Source + "), đã tổ chức " + document.TwoDigits(
			q.Held,
		) + " lần"
		if q.Planned > 0 {
			text += ", đã lên lịch " + document.TwoDigits(q.Planned) + " lần"
		}
		if q.Short > 0 {
			text += ", còn thiếu " + document.TwoDigits(q.Short) + " lần"
		}
		out = append(out, text+".")
	}
	return out
}

// receptionGaps tells the clerk what the records lack; the superior who reads the report is not told to complete them.
func (p Paper) receptionGaps(f matters.ReceptionFigures, days []matters.ReceptionDay, period dates.Period) {
	if f.Days+f.Unscheduled+f.Dialogues+f.NotHeld+f.Unrecorded == 0 {
		p.lacks(
			SomethingToSay,
			receptionScreen,
			"trong "+period.Label()+" chưa ghi buổi tiếp dân, đối thoại nào. Hãy ghi ở mục Tiếp dân, đối thoại, kể cả buổi không tổ chức.",
		)
	}
	if f.Unrecorded > 0 {
		p.lacks(
			SourceReady,
			receptionScreen,
			document.TwoDigits(
				f.Unrecorded,
			)+" buổi tiếp dân, đối thoại đã qua ngày nhưng chưa ghi có tổ chức hay không. Hãy ghi kết quả từng buổi.",
		)
	}
	if f.MissingCount > 0 {
		p.remark(receptionScreen, document.TwoDigits(f.MissingCount)+" buổi đã tổ chức chưa ghi số lượt, số việc.")
	}
	for _, d := range days {
		for _, w := range d.Warnings {
			p.remark(receptionScreen, d.KindWord+" ngày "+d.PlannedOn.ShowInPaper()+": "+store.LowerFirst(w))
		}
	}
}

func receptionTable(days []matters.ReceptionDay) document.Table {
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 23, Align: document.AlignCentre},
			{Width: 24},
			{Width: 47},
			{Width: 38},
			{Width: 17, Align: document.AlignCentre},
			{Width: 19, Align: document.AlignCentre},
			{Width: 19, Align: document.AlignCentre},
			{Width: 23, Align: document.AlignCentre},
			{Width: 23, Align: document.AlignCentre},
			{Width: 26},
		},
		Head: []document.Row{
			document.Cells(
				"STT",
				"Ngày",
				"Hình thức",
				"Người chủ trì",
				"Địa điểm",
				"Số lượt",
				"Số việc ghi nhận",
				"Trả lời tại chỗ",
				"Ngày thông báo",
				"Ngày công bố kết quả",
				"Tình trạng",
			),
		},
		Empty: "Không có buổi tiếp dân, đối thoại nào trong kỳ",
	}
	visits, noted, settled := 0, 0, 0
	for i, d := range days {
		day := d.HeldOn
		if day == dates.None {
			day = d.PlannedOn
		}
		kind := d.KindWord
		if d.Unscheduled {
			kind += " đột xuất"
		}
		table.Rows = append(
			table.Rows,
			document.Row{Cells: []document.Cell{
				document.CountCell(i + 1),
				receptionDay(d, day),
				{Text: kind},
				leading(document.JoinParts(", ", d.HeadName, d.HeadPost), officerLink(d.HeadID)),
				{Text: d.Place},
				counter(
					d.Visits,
					&visits,
				),
				counter(d.Noted, &noted),
				counter(d.Settled, &settled),
				dateCell(d.AnnouncedOn),
				dateCell(d.PublishedOn),
				{Text: joinLines(d.StateWord, d.Reason)},
			}},
		)
	}
	if len(days) > 0 {
		table.Rows = append(
			table.Rows,
			document.Row{
				Kind: document.RowTotal,
				Cells: []document.Cell{
					{},
					{Text: "Tổng cộng", ColSpan: 4},
					measured(visits),
					measured(noted),
					measured(settled),
					{},
					{},
					{},
				},
			},
		)
	}
	return table
}

// counter shows a count that may not have been taken and adds it to its sum.
func counter(n *int, sum *int) document.Cell {
	if n == nil {
		return document.Cell{Text: "–"}
	}
	*sum += *n
	return measured(*n) // counted by hand on the day: nothing in the program stands behind it
}

// receptionDay is the day of a reception or dialogue, which leads to its record.
func receptionDay(d matters.ReceptionDay, day dates.Date) document.Cell {
	cell := dateCell(day)
	cell.Link = receptionLink(matters.ReceptionFilter{ID: d.ID}, d.KindWord+" ngày "+day.Show())
	return cell
}
