package reports

import (
	"strconv"
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/activities"
	"caunoi/backend/document"
	"caunoi/backend/store"
)

var reportR6 = Report{
	Code:        "R6",
	Use:         UseRegisters,
	Name:        "so-du-hop",
	Title:       "Sổ nhật ký dự họp",
	Description: "Từng cuộc họp trong kỳ: cán bộ, nơi họp, kết quả, nội dung góp ý.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Each:        placesAnd(EachOfficer),
	Signature:   SignedAsBook,
	Build:       meetingRegister,
}

// meetingRegister is R6: every meeting of the period, oldest first, as the log has it.
func meetingRegister(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	entries, err := activities.Log(tx, activities.LogFilter{Span: paper.Span, UnderID: in.UnitID, OfficerID: in.OfficerID})
	if err != nil {
		return document.Document{}, err
	}
	accounts, err := accountNames(tx)
	if err != nil {
		return document.Document{}, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 24, Align: document.AlignCentre},
			{Width: 42},
			{Width: 40},
			{Width: 32},
			{Width: 30},
			{Width: 43},
			{Width: 16},
			{Width: 18},
		},
		Head: []document.Row{
			document.Cells(
				"STT",
				"Ngày (âm lịch)",
				"Cán bộ",
				"Địa bàn, tổ chức đảng",
				"Loại họp",
				"Kết quả",
				"Nội dung góp ý",
				"Tài liệu gửi trước",
				"Người nhập",
			),
		},
		Size: 11,
	}
	for i, e := range entries {
		for _, c := range e.Contributions {
			paper.noteFreeText("cuộc họp ngày "+e.Day.Show(), c.Summary, "")
		}
		row := document.Cells(
			strconv.Itoa(i+1),
			shownDay(e.Day, e.Lunar),
			attendanceNames(e),
			hostNames(e),
			e.KindWord,
			results(e),
			advice(e),
			papersSent(e),
			accounts[e.CreatedBy],
		)
		row.Cells[0].Number, row.Cells[1].Date, row.Cells[1].Link = number(i+1), e.Day, meetingLink(e.ID)
		table.Rows = append(table.Rows, row)
	}
	doc := paper.Register(in, "SỔ NHẬT KÝ DỰ HỌP", in.Period.Label()+paper.inScope())
	doc.Blocks = []document.Block{document.TableBlock(table)}
	return doc, nil
}

// accountNames tells who entered a record. An account that is gone leaves the field empty.
func accountNames(tx *store.Tx) (map[string]string, error) {
	var users []access.User
	if err := tx.Select("id", "name").Find(&users).Error; err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, user := range users {
		names[user.ID] = user.Name
	}
	return names, nil
}

func attendanceNames(e activities.Entry) string {
	var lines []string
	for _, a := range e.Attendances {
		name := a.OfficerName
		if a.Result == activities.Substituted && a.SubstituteName != "" {
			name += " (" + a.SubstituteName + " dự thay)"
		}
		lines = append(lines, name)
	}
	return strings.Join(lines, "\n")
}

func hostNames(e activities.Entry) string {
	var lines []string
	for _, host := range e.Hosts {
		lines = append(lines, host.Label)
	}
	return strings.Join(lines, "\n")
}

// results gives what became of the meeting, or of each officer where several were expected.
func results(e activities.Entry) string {
	if e.State != activities.Held || len(e.Attendances) == 0 {
		return document.JoinParts(": ", e.OutcomeWord, e.StateReason)
	}
	var lines []string
	for _, a := range e.Attendances {
		text := document.JoinParts(": ", a.ResultWord, a.Reason)
		if len(e.Attendances) > 1 {
			text = document.JoinParts(": ", a.OfficerName, text)
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "\n")
}

func advice(e activities.Entry) string {
	var lines []string
	for _, c := range e.Contributions {
		lines = append(lines, c.Summary)
	}
	return strings.Join(lines, "\n")
}

func papersSent(e activities.Entry) string {
	text := ""
	if e.PapersCount != nil {
		text = document.TwoDigits(*e.PapersCount) + " tài liệu"
	}
	if e.PapersSentOn != "" {
		text = document.JoinParts(", ", text, e.PapersSentOn.ShowInPaper())
	}
	return text
}
