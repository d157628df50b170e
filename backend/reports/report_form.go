package reports

import (
	"cmp"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/fulfilment"
	"caunoi/backend/store"
)

// officerForm is R5: one sheet on which an officer writes the month by hand. Its rows carry codes and stand in the order in
// which the log is typed in again (story 61).
func officerForm(tx *store.Tx, in Input, paper Paper) (Document, error) {
	sheet, err := fulfilment.OfficerSheet(tx, fulfilment.SheetFilter{OfficerID: in.OfficerID, Month: in.Period})
	if err != nil {
		return Document{}, err
	}
	const most = 10
	return fitted(max(most, len(sheet.Lines)), len(sheet.Lines), func(n int) Document {
		doc := paper.document(in, "PHIẾU CÔNG TÁC CỦA CÁN BỘ", in.Period.Label())
		doc.Landscape, doc.Signing, doc.Head = true, nil, Letterhead{}
		doc.Blocks = []Block{
			Rich(
				Run{Text: "Mã phiếu: ", Bold: true},
				Run{Text: sheet.Code + ". "},
				Run{Text: "Họ và tên: ", Bold: true},
				Run{Text: sheet.Officer.Name + ". "},
				Run{Text: "Chức vụ: ", Bold: true},
				Run{Text: cmp.Or(sheet.Officer.Post, "chưa ghi") + "."},
			),
			TableBlock(formTable(sheet.Lines, n)),
			Rich(
				Run{
					Text:   "Ghi Đ đã dự, T dự thay, P vắng có phép, V vắng, K không tổ chức. Không ghi họ tên, địa chỉ, điện thoại của người dân.",
					Italic: true,
				},
			),
			{
				Paragraph: &Paragraph{
					Runs:  []Run{{Text: "Người báo cáo (ký, ghi rõ họ tên): " + strings.Repeat("…", 22) + " ngày ……/……/………"}},
					Align: AlignRight,
				},
			},
		}
		return doc
	})
}

func formTable(lines []fulfilment.SheetLine, rows int) Table {
	table := Table{
		Columns: []Column{{12, AlignCentre}, {23, AlignCentre}, {66, ""}, {21, ""}, {34, ""}, {24, ""}, {38, ""}, {19, ""}, {20, ""}},
		Head: []Row{
			Cells(
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
		row := blankRow(9, twoDigits(i+1))
		if i < len(lines) {
			l := lines[i]
			if l.Day != "" {
				row.Cells[1].Text = l.Day.Show() + "\n" + l.Lunar
			}
			row.Cells[1].Link, row.Cells[2].Link = meetingLink(l.MeetingID), unitLink(l.UnitID)
			row.Cells[2].Text = l.Unit + "\n" + l.KindWord
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func oneLineHosts(e activities.Entry) string { return strings.ReplaceAll(hostNames(e), "\n", "; ") }
