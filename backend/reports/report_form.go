package reports

import (
	"cmp"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

var reportR5 = Report{
	Code:        "R5",
	Use:         UseMeetings,
	Name:        "phieu-cong-tac",
	Title:       "Phiếu công tác của cán bộ",
	Description: "Phiếu một trang để cán bộ ghi tay cả tháng, có mã dòng; nhập lại theo đúng thứ tự.",
	Periods:     oneMonth,
	Looks:       LooksAhead,
	Forms:       everyForm,
	Needs:       NeedOfficer,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Each:        []BatchEach{EachOfficer},
	Signature:   Unsigned,
	Build:       officerForm,
}

// officerForm is R5: one sheet on which an officer writes the month by hand. Its rows carry codes and stand in the order in
// which the log is typed in again (story 61).
func officerForm(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	sheet, err := fulfilment.OfficerSheet(tx, fulfilment.SheetFilter{OfficerID: in.OfficerID, Month: in.Period})
	if err != nil {
		return document.Document{}, err
	}
	const most = 10
	return typeset.FitOnePage(max(most, len(sheet.Lines)), len(sheet.Lines), func(n int) document.Document {
		doc := paper.document(in, "PHIẾU CÔNG TÁC CỦA CÁN BỘ", in.Period.Label())
		doc.Landscape, doc.Signing, doc.Head = true, nil, document.Letterhead{}
		doc.Blocks = []document.Block{
			document.Rich(
				document.Run{Text: "Mã phiếu: ", Bold: true},
				document.Run{Text: sheet.Code + ". "},
				document.Run{Text: "Họ và tên: ", Bold: true},
				document.Run{Text: sheet.Officer.Name + ". "},
				document.Run{Text: "Chức vụ: ", Bold: true},
				document.Run{Text: cmp.Or(sheet.Officer.Post, "chưa ghi") + "."},
			),
			document.TableBlock(formTable(sheet.Lines, n)),
			document.Rich(
				document.Run{
					Text:   "Ghi Đ đã dự, T dự thay, P vắng có phép, V vắng, K không tổ chức. Không ghi họ tên, địa chỉ, điện thoại của người dân.",
					Italic: true,
				},
			),
			{
				Paragraph: &document.Paragraph{
					Runs:  []document.Run{{Text: "Người báo cáo (ký, ghi rõ họ tên): " + strings.Repeat("…", 22) + " ngày ……/……/………"}},
					Align: document.AlignRight,
				},
			},
		}
		return doc
	})
}

func formTable(lines []fulfilment.SheetLine, rows int) document.Table {
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 23, Align: document.AlignCentre},
			{Width: 66},
			{Width: 21},
			{Width: 34},
			{Width: 24},
			{Width: 38},
			{Width: 19},
			{Width: 20},
		},
		Head: []document.Row{
			document.Cells(
				"Mã dòng",
				"Ngày",
				"Nơi, loại họp",
				"Có dự, lý do vắng",
				"Nội dung góp ý (lĩnh vực)",
				"Văn bản truyền đạt",
				"Ý kiến của cơ sở (lĩnh vực, tóm tắt)",
				"Nguồn lực",
				"Đề xuất",
			),
		}, // from the outcome on as the form of the log asks for it
		Size: 11,
	}
	for i := range max(rows, len(lines)) {
		row := blankRow(9, document.TwoDigits(i+1))
		if i < len(lines) {
			l := lines[i]
			if l.Day != "" {
				row.Cells[1].Text = l.Day.ShowInPaper() + "\n" + l.Lunar
			}
			row.Cells[1].Link, row.Cells[2].Link = meetingLink(l.MeetingID), unitLink(l.UnitID)
			row.Cells[2].Text = l.Unit + "\n" + l.KindWord
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func oneLineHosts(e activities.Entry) string { return strings.ReplaceAll(hostNames(e), "\n", "; ") }
