package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

var reportR1 = Report{
	Code:        "R1",
	Use:         UseRegisters,
	Name:        "so-phan-cong",
	Title:       "Sổ theo dõi phân công cán bộ",
	Description: "Ai được phân công theo dõi nơi nào trong kỳ, theo quyết định nào, từ ngày nào đến ngày nào.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Each:        placesAnd(EachOfficer),
	Signature:   SignedAsBook,
	Build:       assignmentRegister,
}

// assignmentRegister is R1: every assignment in force on at least one day of the period, by the officers' order.
func assignmentRegister(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	lines, err := assignments.Active(tx, assignments.Filter{Span: paper.Span, UnderID: in.UnitID, OfficerID: in.OfficerID})
	if err != nil {
		return document.Document{}, err
	}
	names, err := assignmentNames(tx, lines, paper.AsOf)
	if err != nil {
		return document.Document{}, err
	}
	slices.SortStableFunc(lines, func(a, b assignments.Line) int {
		if a.TeamID != b.TeamID && (a.TeamID == "" || b.TeamID == "") {
			return cmp.Compare(a.TeamID, b.TeamID) // teams after officers
		}
		return cmp.Or(officers.Compare(names.officers[a.OfficerID], names.officers[b.OfficerID]), cmp.Compare(a.OfficerID, b.OfficerID),
			cmp.Compare(a.ValidFrom, b.ValidFrom))
	})
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 38},
			{Width: 34},
			{Width: 38},
			{Width: 28},
			{Width: 31},
			{Width: 21, Align: document.AlignCentre},
			{Width: 21, Align: document.AlignCentre},
			{Width: 20},
			{Width: 14},
		},
		Head: []document.Row{
			document.Cells(
				"STT",
				"Họ và tên",
				"Chức vụ",
				"Địa bàn, tổ chức đảng",
				"Hình thức phân công",
				"Văn bản (số, ngày)",
				"Từ ngày",
				"Đến ngày",
				"Lý do kết thúc",
				"Ghi chú",
			),
		},
	}
	for i, line := range lines {
		who := names.officers[line.OfficerID]
		name, post := who.Name, who.Post
		if line.TeamID != "" {
			name, post = line.TeamName, "Tổ công tác"
		}
		decision := line.DecisionNumber
		if line.DecisionDate != "" {
			decision = strings.TrimLeft(decision+", ngày "+line.DecisionDate.ShowInPaper(), ", ")
		}
		kind := line.KindName
		if !line.Primary {
			kind += " (phối hợp)"
		}
		until := ""
		if line.ValidTo != "" {
			until = line.Span().Last().ShowInPaper()
		}
		row := document.Cells(
			strconv.Itoa(i+1),
			name,
			post,
			names.units[line.TargetID].Label,
			kind,
			decision,
			line.ValidFrom.ShowInPaper(),
			until,
			document.JoinParts("; ", line.EndReasonWord, line.EndNote),
			line.Note,
		)
		row.Cells[0].Number = number(i + 1)
		row.Cells[1].Link, row.Cells[3].Link, row.Cells[5].Link = holderLink(
			line.OfficerID,
			line.TeamID,
		), unitLink(
			line.TargetID,
		), decisionLink(
			line.DecisionID,
		)
		row.Cells[6].Date, row.Cells[7].Date = line.ValidFrom, dayBefore(line.ValidTo)
		table.Rows = append(table.Rows, row)
	}
	doc := paper.Register(in, "SỔ THEO DÕI PHÂN CÔNG CÁN BỘ", in.Period.Label()+paper.inScope())
	doc.Blocks = []document.Block{document.TableBlock(table)}
	return doc, nil
}

// assignmentWords are the names that lines of assignments point at.
type assignmentWords struct {
	officers map[string]officers.Ref
	units    map[string]units.Ref
}

func assignmentNames(tx *store.Tx, lines []assignments.Line, day dates.Date) (assignmentWords, error) {
	var people, places []string
	for _, line := range lines {
		if line.OfficerID != "" {
			people = append(people, line.OfficerID)
		}
		places = append(places, line.TargetID)
	}
	return namesOf(tx, people, places, day)
}

func namesOf(tx *store.Tx, people, places []string, day dates.Date) (words assignmentWords, err error) {
	if words.officers, err = officers.Refs(tx, unique(people), day); err != nil {
		return words, err
	}
	words.units, err = units.Refs(tx, unique(places), day)
	return words, err
}

func unique(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}

func dayBefore(end dates.Date) dates.Date {
	if end == "" {
		return ""
	}
	return end.AddDays(-1)
}

func number(n int) *float64 {
	value := float64(n)
	return &value
}
