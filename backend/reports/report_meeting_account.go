package reports

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
	"caunoi/backend/units"
)

// dots is room to write a few words by hand, for what the log does not know.
const dots = "……………………"

var reportP2 = Report{
	Code:        "P2",
	Use:         UseMeetings,
	Name:        "phieu-bao-cao-du-hop",
	Title:       "Phiếu báo cáo sau khi dự họp",
	Description: "Cán bộ báo cáo kết quả dự sinh hoạt chi bộ, họp tổ: điền sẵn từ nhật ký, chỗ trống để ghi tay.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Needs:       NeedMeeting,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Each:        []BatchEach{EachMeeting},
	Signature:   SignedByParties,
	Build:       meetingAccount,
}

// meetingAccount is P2: what an officer reports after a meeting of a chi bộ or a people's group (document-format D4). What the
// log knows is filled in, the rest is left to write. No public form exists; the rating is only for meetings of a chi bộ.
func meetingAccount(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	e, err := activities.Get(tx, in.MeetingID)
	if err != nil {
		return document.Document{}, err
	}
	if e.DeletedAt != "" {
		return document.Document{}, fault.Conflict("Cuộc họp này đang ở thùng rác; hãy lấy lại hoặc chọn cuộc họp khác.")
	}
	raised, err := matters.Register(tx, matters.Filter{MeetingID: e.ID})
	if err != nil {
		return document.Document{}, err
	}
	// One sheet where it can be: room for handwriting is given up first.
	// Where it cannot be one, there is room enough on the second.
	const most = 3
	doc, err := typeset.FitOnePage(most, 1, func(lines int) document.Document { return paper.account(in, e, raised, lines) })
	if err != nil {
		return doc, err
	}
	if set, err := typeset.LayOut(doc); err == nil && len(set.Pages) > 1 {
		doc = paper.account(in, e, raised, most)
	}
	return doc, nil
}

func (p Paper) account(in Input, e activities.Entry, raised []matters.Row, lines int) document.Document {
	doc := p.document(in, "PHIẾU BÁO CÁO", "kết quả dự "+store.LowerFirst(e.KindWord))
	doc.Head.NoDate, doc.Draft = true, ""
	who, post := dots, dots
	for _, a := range e.Attendances {
		if in.OfficerID == "" || a.OfficerID == in.OfficerID {
			who, post = a.OfficerName, cmp.Or(a.OfficerPost, dots)
			break
		}
	}
	place := dots
	if e.Place != "" {
		p.noteFreeText("địa điểm cuộc họp ngày "+e.Day.Show(), e.Place, "")
		place = e.Place
	}
	doc.Blocks = []document.Block{
		account("1", "Họ và tên: ", who+". ", "Chức vụ: ", post+"."),
		account("2", "Nơi họp: ", cmp.Or(oneLineHosts(e), dots)+"."),
		account("3", "Thời gian: ", document.WhenWords(e.PlannedTime, e.Day, e.Lunar)+". ", "Địa điểm: ", place+"."),
		account("4", "Chủ trì: ", dots+dots+"."),
		account(
			"5",
			"Số lượng: ",
			"tổng "+countOr(e.Total)+"; có mặt "+countOr(e.Present)+"; vắng "+absent(e)+" (có lý do ……; không lý do ……; được miễn ……).",
		),
		account("6", "Nội dung cuộc họp, chất lượng sinh hoạt (ưu điểm, hạn chế): ", ""),
		writing(lines),
		account("7", "Nội dung đã phổ biến, gợi ý, chỉ đạo: ", ""),
	}
	told := []string{}
	for _, c := range e.Conveyances {
		told = append(told, c.Topic)
	}
	for _, c := range e.Contributions {
		p.noteFreeText("góp ý ngày "+e.Day.Show(), c.Summary, "")
		told = append(told, strings.TrimRight(c.Summary, ". ")+accepted(c))
	}
	if len(told) > 0 {
		doc.Blocks = append(doc.Blocks, document.Dashes(told...))
	} else {
		doc.Blocks = append(doc.Blocks, writing(max(1, lines-1)))
	}
	doc.Blocks = append(
		doc.Blocks,
		account("8", "Ý kiến, kiến nghị (không ghi họ tên, địa chỉ của người dân): ", ""),
		document.TableBlock(p.raisedTable(raised, lines)),
	)
	next := 9
	if len(e.Hosts) > 0 && e.Hosts[0].Tree == units.TreeParty {
		doc.Blocks = append(doc.Blocks, account("9", "Tự đánh giá chất lượng: ", "☐ Tốt   ☐ Khá   ☐ Trung bình   ☐ Kém   (…… điểm)"))
		next++
	}
	doc.Blocks = append(
		doc.Blocks,
		account(strconv.Itoa(next), "Đề xuất: ", ""),
		writing(max(1, lines-1)),
		document.Block{
			Paragraph: &document.Paragraph{
				Runs:         []document.Run{{Text: p.Head.Place + ", ngày …… tháng …… năm ………", Italic: true}},
				Align:        document.AlignRight,
				KeepWithNext: true,
			},
		},
	)
	name := who
	if who == dots {
		name = ""
	}
	doc.Signing = &document.Signing{
		Left:  &document.Signatory{Position: "XÁC NHẬN CỦA NƠI HỌP"},
		Right: &document.Signatory{Position: "NGƯỜI BÁO CÁO", Name: name},
	}
	return doc
}

// account is a numbered line of labels in bold and what stands behind them.
func account(number string, pairs ...string) document.Block {
	runs := []document.Run{{Text: number + ". "}}
	for i, text := range pairs {
		if text != "" {
			runs = append(runs, document.Run{Text: text, Bold: i%2 == 0})
		}
	}
	return document.Block{
		Paragraph: &document.Paragraph{Runs: runs, Align: document.AlignLeft, KeepWithNext: pairs[len(pairs)-1] == ""},
	} // a bare label stays with its lines
}

// lineOfDots is how many of the character … fill a line of body text.
const lineOfDots = 32

// writing is lines to write on by hand.
func writing(lines int) document.Block {
	line := strings.Repeat("…", lineOfDots)
	return document.Block{
		Paragraph: &document.Paragraph{
			Runs:     []document.Run{{Text: strings.TrimSuffix(strings.Repeat(line+"\n", lines), "\n")}},
			Align:    document.AlignLeft,
			NoIndent: true,
		},
	}
}

func countOr(n *int) string {
	if n == nil {
		return "……"
	}
	return document.TwoDigits(*n)
}

// absent is the difference of two counts that are both known; what nobody recorded is not worked out.
func absent(e activities.Entry) string {
	if e.Total == nil || e.Present == nil || *e.Present > *e.Total {
		return "……"
	}
	return fmt.Sprintf("%02d", *e.Total-*e.Present)
}

func accepted(c activities.Contribution) string {
	if c.AcceptedWord == "" {
		return "."
	}
	return " (" + store.LowerFirst(c.AcceptedWord) + ")."
}

// raisedTable is what was raised at the meeting, with rows left to write in. Groups are named, never a person.
func (p Paper) raisedTable(rows []matters.Row, blank int) document.Table {
	table := document.Table{
		Columns: []document.Column{{Width: 12, Align: document.AlignCentre}, {Width: 75}, {Width: 33}, {Width: 20}, {Width: 25}},
		Head: []document.Row{
			document.Cells("STT", "Nội dung ý kiến, kiến nghị", "Nơi nêu (không ghi tên người)", "Đã trả lời tại chỗ", "Đề nghị chuyển"),
		},
	}
	for i, r := range rows {
		onSpot := ""
		if r.RepliedOn != "" && r.ReferredOn == "" {
			onSpot = "Đã trả lời"
		}
		table.Rows = append(
			table.Rows,
			document.Row{
				Cells: []document.Cell{
					document.CountCell(i + 1),
					leading(p.contentOf(r), matterLink(r.ID)),
					{},
					{Text: onSpot},
					{Text: r.Body},
				},
			},
		)
	}
	for len(table.Rows) < max(blank, len(rows)+1) {
		table.Rows = append(table.Rows, blankRow(5, strconv.Itoa(len(table.Rows)+1)))
	}
	return table
}
