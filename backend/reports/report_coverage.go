package reports

import (
	"cmp"
	"slices"
	"strconv"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// allVacant is more places than an office of a province has.
const allVacant = 100_000

var reportR3 = Report{
	Code:        "R3",
	Use:         UseAssigning,
	Name:        "bang-phu-dia-ban",
	Title:       "Bảng phủ địa bàn",
	Description: "Nơi nào có người phụ trách, nơi nào còn trống, trống từ ngày nào, theo đơn vị cấp trên.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Each:        placesAnd(EachOfficer),
	Signature:   SignedAsBook,
	Build:       coverageTable,
}

// coverageTable is R3: how many places have somebody in charge, by upper unit, and the places that have nobody. The numbers are
// those of the coverage screen on the same day.
func coverageTable(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	query := assignments.CoverageQuery{Day: paper.AsOf, UnderID: in.UnitID, Limit: allVacant}
	view, err := assignments.ViewCoverage(tx, query)
	if err != nil {
		return document.Document{}, err
	}
	uppers := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 80},
			{Width: 53},
			{Width: 24, Align: document.AlignCentre},
			{Width: 24, Align: document.AlignCentre},
			{Width: 20, Align: document.AlignCentre},
			{Width: 20, Align: document.AlignCentre},
			{Width: 24, Align: document.AlignCentre},
		},
		Head: []document.Row{
			document.Cells(
				"STT",
				"Đơn vị cấp trên",
				"Hình thức phân công",
				"Số địa bàn cần",
				"Đã phân công",
				"Tỷ lệ",
				"Còn trống",
				"Số ngày trống",
			),
		},
		Empty: "Chưa có hình thức phân công nào phải phủ hết địa bàn",
	}
	groups, err := paper.coverGroups(tx, view.Uppers)
	if err != nil {
		return document.Document{}, err
	}
	all, n := assignments.UpperRow{UpperLabel: "Tổng cộng", Required: view.Required, Covered: view.Covered}, 0
	for _, g := range groups {
		for _, u := range g.rows {
			n++
			all.VacantDays += u.VacantDays
			uppers.Rows = append(uppers.Rows, document.Row{Cells: append(
				[]document.Cell{{Text: strconv.Itoa(n)}, leading(u.UpperLabel, unitLink(u.UpperID)), {Text: u.KindName}},
				paper.coverCells(u, query)...)})
		}
		if len(g.rows) > 1 && len(groups) > 1 {
			narrowed := query
			narrowed.UpperIDs = g.upperIDs()
			uppers.Rows = append(uppers.Rows, document.Row{Kind: document.RowTotal, Cells: append(
				[]document.Cell{{}, {Text: g.sum.UpperLabel}, {}}, paper.coverCells(g.sum, narrowed)...)})
		}
	}
	if len(uppers.Rows) > 0 {
		uppers.Rows = append(uppers.Rows, document.Row{
			Kind:  document.RowTotal,
			Cells: append([]document.Cell{{}, {Text: all.UpperLabel}, {}}, paper.coverCells(all, query)...),
		})
	}
	vacant := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 95},
			{Width: 60},
			{Width: 50},
			{Width: 22, Align: document.AlignCentre},
			{Width: 18, Align: document.AlignCentre},
		},
		Head: []document.Row{
			document.Cells(
				"STT",
				"Địa bàn, tổ chức đảng chưa có người phụ trách",
				"Đơn vị cấp trên",
				"Hình thức phân công",
				"Trống từ ngày",
				"Số ngày",
			),
		},
		Empty: "Không có địa bàn nào trống",
	}
	for i, p := range view.Vacant {
		row := append(
			[]document.Cell{
				{Text: strconv.Itoa(i + 1)},
				leading(p.TargetLabel, unitLink(p.TargetID)),
				{Text: p.UpperLabel},
				{Text: p.KindName},
			},
			vacancyCells(p.VacantSince, p.VacantDays)...)
		vacant.Rows = append(vacant.Rows, document.Row{Cells: row})
	}
	doc := paper.Register(in, "BẢNG PHỦ ĐỊA BÀN", in.Period.Label()+paper.inScope())
	doc.Blocks = []document.Block{
		document.Head(2, "1", "Mức độ phủ theo đơn vị cấp trên"), tabled(uppers),
		document.Head(2, "2", "Địa bàn chưa có người phụ trách"), tabled(vacant),
	}
	return doc, nil
}

// coverGroup is the coverage of one commune: of its hamlets and of what lies below them.
type coverGroup struct {
	commune units.Ref
	rows    []assignments.UpperRow
	sum     assignments.UpperRow
}

// coverGroups gathers the rows by commune, in the order in which the communes first come.
func (p Paper) coverGroups(tx *store.Tx, rows []assignments.UpperRow) ([]coverGroup, error) {
	var ids []string
	for _, u := range rows {
		ids = append(ids, u.UpperID)
	}
	communes, err := units.Communes(tx, unique(ids), p.AsOf)
	var out []coverGroup
	for _, u := range rows {
		commune := communes[u.UpperID]
		at := slices.IndexFunc(out, func(g coverGroup) bool { return g.commune.ID == commune.ID })
		if at < 0 {
			at = len(out)
			out = append(
				out,
				coverGroup{commune: commune, sum: assignments.UpperRow{UpperLabel: "Cộng " + document.InSentence(commune.Name)}},
			)
		}
		g := &out[at]
		g.rows = append(g.rows, u)
		g.sum.Required, g.sum.Covered, g.sum.VacantDays = g.sum.Required+u.Required, g.sum.Covered+u.Covered, g.sum.VacantDays+u.VacantDays
	}
	return out, err
}

func (g coverGroup) upperIDs() []string {
	var ids []string
	for _, u := range g.rows {
		ids = append(ids, cmp.Or(u.UpperID, assignments.NoUpper))
	}
	return unique(ids)
}

// coverCells are the numbers of one upper unit and kind, or of everything where u names no kind.
func (p Paper) coverCells(u assignments.UpperRow, query assignments.CoverageQuery) []document.Cell {
	if u.KindID != "" {
		query.KindID, query.UpperID = u.KindID, cmp.Or(u.UpperID, assignments.NoUpper)
	}
	query.Limit = 0
	to := func(listed assignments.Listed, what string) string {
		query.Listed = listed
		return coverageLink(
			query,
			document.JoinParts(", ", u.UpperLabel, store.LowerFirst(u.KindName))+": "+what+", ngày "+p.AsOf.ShowInPaper(),
		)
	}
	return []document.Cell{
		opened(u.Required, to(assignments.ListRequired, "nơi phải có người phụ trách")),
		opened(u.Covered, to(assignments.ListCovered, "nơi có người phụ trách")),
		{
			Text: share(u.Covered, u.Required),
		},
		opened(u.Required-u.Covered, to(assignments.ListVacant, "nơi còn trống")),
		measured(u.VacantDays),
	}
}

// vacancyCells tell since when and for how many days a place has had nobody.
func vacancyCells(since dates.Date, days int) []document.Cell {
	cells := []document.Cell{{Text: "từ trước"}, {}}
	if since != "" {
		cells[0] = dateCell(since)
	}
	if days > 0 {
		cells[1] = measured(days)
	}
	return cells
}
