package reports

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// formLine is one expected meeting of the officer's month, known beforehand.
type formLine struct {
	day               dates.Date
	fixed             bool // the day is planned, or fixed by the rule
	lunar, unit, kind string
}

// officerForm is R5: one sheet on which an officer writes the month by hand. Its rows carry codes and stand in the order in
// which the log is typed in again (story 61).
func officerForm(tx *store.Tx, in Input, paper Paper) (Document, error) {
	who, err := oneOfficer(tx, in.OfficerID, paper)
	if err != nil {
		return Document{}, err
	}
	lines, err := formLines(tx, in, paper)
	if err != nil {
		return Document{}, err
	}
	const most = 10
	return fitted(max(most, len(lines)), len(lines), func(n int) Document {
		doc := paper.document(in, "PHIẾU CÔNG TÁC CỦA CÁN BỘ", in.Period.Label())
		doc.Landscape, doc.Signing, doc.Head = true, nil, Letterhead{}
		doc.Blocks = []Block{
			Rich(Run{Text: "Mã phiếu: ", Bold: true}, Run{Text: formCode(in, who) + ". "}, Run{Text: "Họ và tên: ", Bold: true}, Run{Text: who.Name + ". "},
				Run{Text: "Chức vụ: ", Bold: true}, Run{Text: cmp.Or(who.Post, "chưa ghi") + "."}),
			TableBlock(formTable(lines, n)),
			Rich(Run{Text: "Ghi Đ đã dự, T dự thay, P vắng có phép, V vắng, K không tổ chức. Không ghi họ tên, địa chỉ, điện thoại của người dân.", Italic: true}),
			{Paragraph: &Paragraph{Runs: []Run{{Text: "Người báo cáo (ký, ghi rõ họ tên): " + strings.Repeat("…", 22) + " ngày ……/……/………"}}, Align: AlignRight}},
		}
		return doc
	})
}

// formLines lists what the rules of duty expect and what is planned beyond them, by day.
func formLines(tx *store.Tx, in Input, paper Paper) ([]formLine, error) {
	cells, err := activities.FulfilmentCells(tx, activities.CellsFilter{Filter: activities.FulfilmentFilter{Span: paper.Span, By: activities.ByOfficer, OfficerID: in.OfficerID}})
	if err != nil {
		return nil, err
	}
	lines, met := []formLine{}, map[string]bool{}
	for _, c := range cells.Items {
		if c.Outcome == activities.NotHeld || c.Outcome == activities.OnHold || met[c.MeetingID] && c.MeetingID != "" {
			continue
		}
		met[c.MeetingID] = true
		lines = append(lines, formLine{c.Day, c.MeetingID != "" || c.Due != dates.None, c.Lunar, c.UnitLabel, c.KindWord})
	}
	entries, err := activities.Log(tx, activities.LogFilter{Span: paper.Span, OfficerID: in.OfficerID})
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if !met[e.ID] && (e.State == activities.Planned || e.State == activities.Held) {
			lines = append(lines, formLine{e.Day, true, e.Lunar, oneLineHosts(e), e.KindWord})
		}
	}
	slices.SortStableFunc(lines, func(a, b formLine) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(store.SortKey(a.unit), store.SortKey(b.unit)))
	})
	return lines, nil
}

func formTable(lines []formLine, rows int) Table {
	table := Table{
		Columns: []Column{{12, AlignCentre}, {23, AlignCentre}, {66, ""}, {21, ""}, {34, ""}, {38, ""}, {24, ""}, {19, ""}, {20, ""}},
		Head: []Row{Cells("Mã dòng", "Ngày", "Nơi, loại họp", "Có dự, lý do vắng", "Nội dung góp ý (lĩnh vực)", "Ý kiến của cơ sở (lĩnh vực, tóm tắt)", "Văn bản truyền đạt",
			"Nguồn lực", "Đề xuất")},
		Size: 11,
	}
	for i := range max(rows, len(lines)) {
		row := blankRow(9, twoDigits(i+1))
		if i < len(lines) {
			l := lines[i]
			if l.fixed {
				row.Cells[1].Text = l.day.Show() + "\n" + l.lunar
			}
			row.Cells[2].Text = l.unit + "\n" + l.kind
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// formCode ties the sheet to its officer and month when it comes back.
func formCode(in Input, who officers.Ref) string {
	id := strings.ToUpper(strings.ReplaceAll(who.ID, "-", ""))
	return "PCT-" + string(in.Period) + "-" + id[max(0, len(id)-6):]
}

func oneLineHosts(e activities.Entry) string { return strings.ReplaceAll(hostNames(e), "\n", "; ") }
