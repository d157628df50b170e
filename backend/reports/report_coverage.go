package reports

import (
	"caunoi/backend/assignments"
	"caunoi/backend/store"
)

// allVacant is more places than an office of a province has.
const allVacant = 100_000

// coverageTable is R3: how many places have somebody in charge, by upper unit, and the places that have nobody. The numbers are
// those of the coverage screen on the same day.
func coverageTable(tx *store.Tx, in Input, paper Paper) (Document, error) {
	view, err := assignments.ViewCoverage(tx, assignments.CoverageQuery{Day: paper.AsOf, UnderID: in.UnitID, Limit: allVacant})
	if err != nil {
		return Document{}, err
	}
	uppers := Table{
		Columns: []Column{{12, AlignCentre}, {80, ""}, {53, ""}, {24, AlignCentre}, {24, AlignCentre}, {20, AlignCentre}, {20, AlignCentre}, {24, AlignCentre}},
		Head:    []Row{Cells("STT", "Đơn vị cấp trên", "Hình thức phân công", "Số địa bàn cần", "Đã phân công", "Tỷ lệ", "Còn trống", "Số ngày trống")},
		Empty:   "Chưa có hình thức phân công nào phải phủ hết địa bàn",
	}
	days := 0
	for i, u := range view.Uppers {
		days += u.VacantDays
		uppers.Rows = append(uppers.Rows, Row{Cells: append(Cells(itoa(i+1), u.UpperLabel, u.KindName).Cells, coverCells(u.Required, u.Covered, u.VacantDays)...)})
	}
	if len(uppers.Rows) > 0 {
		uppers.Rows = append(uppers.Rows, Row{Kind: RowTotal, Cells: append([]Cell{{}, {Text: "Tổng cộng"}, {}}, coverCells(view.Required, view.Covered, days)...)})
	}
	vacant := Table{
		Columns: []Column{{12, AlignCentre}, {95, ""}, {60, ""}, {50, ""}, {22, AlignCentre}, {18, AlignCentre}},
		Head:    []Row{Cells("STT", "Địa bàn, tổ chức đảng chưa có người phụ trách", "Đơn vị cấp trên", "Hình thức phân công", "Trống từ ngày", "Số ngày")},
		Empty:   "Không có địa bàn nào trống",
	}
	for i, p := range view.Vacant {
		since, n := "từ trước", ""
		if p.VacantSince != "" {
			since = p.VacantSince.Show()
		}
		if p.VacantDays > 0 {
			n = itoa(p.VacantDays)
		}
		vacant.Rows = append(vacant.Rows, Cells(itoa(i+1), p.TargetLabel, p.UpperLabel, p.KindName, since, n))
	}
	doc := paper.register(in, "BẢNG PHỦ ĐỊA BÀN", "tính đến ngày "+paper.AsOf.Show()+paper.inScope())
	doc.Blocks = []Block{
		Head(2, "1", "Mức độ phủ theo đơn vị cấp trên"), tabled(uppers),
		Head(2, "2", "Địa bàn chưa có người phụ trách"), tabled(vacant),
	}
	return doc, nil
}

func coverCells(required, covered, days int) []Cell {
	return []Cell{{Text: itoa(required), Number: number(required)}, {Text: itoa(covered), Number: number(covered)}, {Text: share(covered, required)},
		{Text: itoa(required - covered), Number: number(required - covered)}, {Text: itoa(days), Number: number(days)}}
}
