package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/store"
)

// periodAnnex is one of the tables a report of a period rests on. One that has nothing to list is not printed, and no sentence refers
// to it.
type periodAnnex int

const (
	annexAttendance periodAnnex = iota
	annexVacancies
	annexFields
)

// mostAnnexRows is how many rows an annex of the report lists one by one, about three pages. Beyond it the annex totals by the unit
// below, and the whole list is a paper of its own (R7, R3).
const mostAnnexRows = 60

// printedAnnexes lists the annexes that have something to say, in their order.
func (f *periodFacts) printedAnnexes() (out []periodAnnex) {
	if f.now.turns.due > 0 || f.holders() > 0 {
		out = append(out, annexAttendance)
	}
	if len(f.vacant) > 0 {
		out = append(out, annexVacancies)
	}
	if f.matters.Received.Value > 0 {
		out = append(out, annexFields)
	}
	return out
}

// holders counts the officers and teams the report's annex would list.
func (f *periodFacts) holders() int {
	seen := map[string]bool{}
	for _, line := range f.lines {
		seen[line.OfficerID+line.TeamID] = true
	}
	for id := range f.now.byOfficer {
		seen[id] = true
	}
	for _, team := range f.now.byTeam {
		seen[team.id] = true
	}
	return len(seen)
}

// absentees counts the officers who missed a turn without leave.
func (f *periodFacts) absentees() (n int) {
	for _, t := range f.now.byOfficer {
		if t.absent > 0 {
			n++
		}
	}
	return n
}

// annexLabel numbers the annexes printed: Arabic in the Party's practice, Roman in state papers (NĐ 30); a single one has no number.
func (f *periodFacts) annexLabel(a periodAnnex) string {
	printed := f.printedAnnexes()
	n := slices.Index(printed, a) + 1
	switch {
	case len(printed) == 1:
		return "Phụ lục"
	case f.paper.Profile.IsParty():
		return "Phụ lục " + strconv.Itoa(n)
	}
	return "Phụ lục " + strings.Repeat("I", n)
}

// annexRef refers to an annex in brackets: " (chi tiết tại Phụ lục 1)"; "" where it is not printed.
func (f *periodFacts) annexRef(a periodAnnex, words string) string {
	if !slices.Contains(f.printedAnnexes(), a) {
		return ""
	}
	label := f.annexLabel(a)
	if label == "Phụ lục" {
		label = "Phụ lục kèm theo"
	}
	return " (" + words + " " + label + ")"
}

// annexes builds the tables the text rests on.
func (f *periodFacts) annexes(tx *store.Tx, in Input) (out []document.Annex, err error) {
	paper := f.paper
	note := document.AttachedTo(paper.Profile, "Báo cáo", paper.number, paper.Head.Date, paper.issuerName())
	for _, each := range f.printedAnnexes() {
		annex := document.Annex{Label: f.annexLabel(each), Note: note}
		switch each {
		case annexAttendance:
			annex.Title, annex.Landscape = "Tổng hợp kết quả dự họp theo cán bộ, "+in.Period.Label(), true
			var table document.Table
			if f.holders() > mostAnnexRows && len(f.places) > 0 {
				annex.Title = "Tổng hợp kết quả dự họp theo địa bàn, " + in.Period.Label()
				annex.Blocks = f.attendanceAnnex()
				break
			}
			if table, err = attendanceTable(tx, paper, expectedOfOfficers(paper.Span, in.UnitID), f.now.expectedTurns); err != nil {
				return nil, err
			}
			annex.Blocks = []document.Block{document.TableBlock(table), remark(f.now.rateRule)}
		case annexVacancies:
			annex.Title = "Danh sách nơi chưa có người phụ trách"
			table := f.vacancies()
			if len(f.vacant) > mostAnnexRows {
				annex.Title = "Số nơi chưa có người phụ trách theo địa bàn"
				table = f.vacanciesByArea()
			}
			annex.Blocks = []document.Block{document.TableBlock(table)}
		case annexFields:
			annex.Title, annex.Landscape = "Tổng hợp ý kiến, kiến nghị theo lĩnh vực, "+in.Period.Label(), true
			annex.Blocks = []document.Block{document.TableBlock(f.byField), remark(rateNote)}
		}
		out = append(out, annex)
	}
	return out, nil
}

// byPlaceNote stands under the totals by place.
const byPlaceNote = " Cuộc họp ghép nhiều nơi tính cho từng nơi, nên tổng số có thể lớn hơn khi tính theo cán bộ. Kết quả từng cán bộ: xem bảng " +
	"Tổng hợp kết quả dự sinh hoạt."

func (f *periodFacts) attendanceAnnex() []document.Block {
	return []document.Block{document.TableBlock(f.attendanceByPlace()), remark(f.now.rateRule + byPlaceNote)}
}

// attendanceByPlace totals the attendance by the unit right below the area of the report, its columns those of R7.
func (f *periodFacts) attendanceByPlace() document.Table {
	table := turnTable([]document.Column{{Width: 10, Align: document.AlignCentre}, {Width: 84}}, "STT", "Địa bàn")
	at := view{f.byPlace(), true, f.paper.AsOf, f.paper.within}
	var sum fulfilment.Tally
	for i, p := range f.places {
		name := store.UpperFirst(p.name)
		table.Rows = append(table.Rows, document.Row{Cells: append(
			[]document.Cell{document.CountCell(i + 1), leading(name, unitLink(p.id))}, at.turnCells(p.turns, p.id, name)...)})
		sum.AddAll(p.turns.tally())
	}
	if len(table.Rows) > 0 {
		table.Rows = append(table.Rows, document.Row{Kind: document.RowTotal,
			Cells: append([]document.Cell{{}, {Text: "Tổng cộng"}}, at.turnCells(turnsOf(sum), "", "Tổng cộng")...)})
	}
	return table
}

// vacanciesByArea totals the vacant places by the unit above them.
func (f *periodFacts) vacanciesByArea() document.Table {
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 75},
			{Width: 36, Align: document.AlignCentre},
			{Width: 42, Align: document.AlignCentre},
		},
		Head: []document.Row{document.Cells("STT", "Địa bàn", "Số nơi chưa có người phụ trách", "Lâu nhất, chưa có từ ngày")},
	}
	earliest := map[string]dates.Date{}
	for _, row := range f.vacant {
		earliest[row.UpperID] = dates.Earlier(earliest[row.UpperID], row.VacantSince)
	}
	all := 0
	areas := f.vacantAreas()
	slices.SortStableFunc(areas, func(a, b vacantArea) int { return cmp.Compare(a.name, b.name) })
	for i, a := range areas {
		row := document.Row{Cells: []document.Cell{
			{Text: strconv.Itoa(i + 1)},
			leading(store.UpperFirst(a.name), unitLink(a.id)),
			opened(a.n, f.vacantLink(a)),
			dateCell(earliest[a.id]),
		}}
		table.Rows, all = append(table.Rows, row), all+a.n
	}
	if rest := len(f.vacant) - all; rest > 0 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			{Text: strconv.Itoa(len(areas) + 1)}, {Text: "Nơi khác"}, opened(rest, f.vacantLink(vacantArea{id: assignments.NoUpper})), {},
		}})
		all += rest
	}
	table.Rows = append(table.Rows, document.Row{Kind: document.RowTotal, Cells: []document.Cell{
		{}, {Text: "Tổng cộng"}, opened(all, f.vacantLink(vacantArea{})), {},
	}})
	return table
}

// vacancies is the table of the second annex.
func (f *periodFacts) vacancies() document.Table {
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 60},
			{Width: 53},
			{Width: 22, Align: document.AlignCentre},
			{Width: 18, Align: document.AlignCentre},
		},
		Head: []document.Row{document.Cells("STT", "Địa bàn, tổ chức đảng", "Hình thức phân công", "Chưa có từ ngày", "Số ngày")},
	}
	for i, row := range f.vacant {
		table.Rows = append(
			table.Rows,
			document.Row{
				Cells: append(
					[]document.Cell{
						{Text: strconv.Itoa(i + 1)},
						leading(f.words.units[row.TargetID].Label, unitLink(row.TargetID)),
						{Text: f.kinds[row.KindID]},
					},
					vacancyCells(row.VacantSince, row.VacantDays)...),
			},
		)
	}
	return table
}
