package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// lastMeetings is how many meetings the file of a place shows; the log (R6) has all.
const lastMeetings = 10

var reportR27 = Report{
	Code:        "R27",
	Use:         UseRegisters,
	Name:        "ho-so-dia-ban",
	Title:       "Hồ sơ địa bàn",
	Description: "Tất cả về một nơi: lịch sử, người phụ trách qua các thời kỳ, nhiệm vụ trong năm, việc còn mở, cuộc họp gần nhất.",
	Periods:     anyPeriod,
	Forms:       everyForm,
	Needs:       NeedUnit,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Each:        everyPlace,
	Signature:   SignedAsBook,
	Build:       placeFile,
}

// placeFile is R27: everything the office knows about one place, in one booklet.
func placeFile(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	place, err := units.Get(tx, in.UnitID, paper.AsOf)
	if err != nil {
		return document.Document{}, err
	}
	doc := paper.Register(in, "HỒ SƠ ĐỊA BÀN", paper.subject(place.Label))
	for i, part := range []struct {
		title string
		build func(*store.Tx, units.Ref, Paper) ([]document.Block, error)
	}{{"Lịch sử đơn vị", placeHistory}, {"Người phụ trách qua các thời kỳ", placePeople}, {"Thực hiện nhiệm vụ trong năm", placeYear},
		{"Việc còn mở", placeOpen}, {"Các cuộc họp gần nhất", placeMeetings}} {
		blocks, err := part.build(tx, place, paper)
		if err != nil {
			return document.Document{}, err
		}
		doc.Blocks = append(append(doc.Blocks, document.Head(2, strconv.Itoa(i+1), part.title)), blocks...)
	}
	return doc, nil
}

func placeHistory(tx *store.Tx, place units.Ref, paper Paper) ([]document.Block, error) {
	var versions []units.Version
	if err := tx.Where("unit_id = ?", place.ID).Order("valid_from").Find(&versions).Error; err != nil {
		return nil, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 62},
			{Width: 32},
			{Width: 48},
			{Width: 22, Align: document.AlignCentre},
			{Width: 22, Align: document.AlignCentre},
			{Width: 20, Align: document.AlignCentre},
			{Width: 39},
		},
		Head: []document.Row{document.Cells("STT", "Tên gọi", "Loại", "Trực thuộc", "Từ ngày", "Đến ngày", "Số hộ, đảng viên", "Căn cứ")},
	}
	for i, v := range versions {
		above, err := units.Refs(tx, []string{v.ParentID}, v.ValidFrom)
		if err != nil {
			return nil, err
		}
		var sizes []string
		if v.Households != nil {
			sizes = append(sizes, fmt.Sprintf("%d hộ", *v.Households))
		}
		if v.Members != nil {
			sizes = append(sizes, fmt.Sprintf("%d đảng viên", *v.Members))
		}
		row := document.Cells(
			strconv.Itoa(i+1),
			v.Name,
			store.UpperFirst(units.Word(v.Type)),
			above[v.ParentID].Label,
			v.ValidFrom.ShowInPaper(),
			dayBefore(v.ValidTo).ShowInPaper(),
			strings.Join(sizes, "\n"),
			document.JoinParts("; ", v.Source, v.EndSource),
		)
		row.Cells[1].Link, row.Cells[3].Link = unitLink(place.ID), unitLink(v.ParentID)
		table.Rows = append(table.Rows, row)
	}
	return []document.Block{tabled(table)}, nil
}

func placePeople(tx *store.Tx, place units.Ref, paper Paper) ([]document.Block, error) {
	history, err := assignments.HistoryOf(tx, place.ID, paper.AsOf)
	if err != nil {
		return nil, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 56},
			{Width: 50},
			{Width: 48},
			{Width: 22, Align: document.AlignCentre},
			{Width: 22, Align: document.AlignCentre},
			{Width: 47},
		},
		Head:  []document.Row{document.Cells("STT", "Họ và tên", "Chức vụ", "Văn bản", "Từ ngày", "Đến ngày", "Lý do kết thúc")},
		Empty: "Chưa có phân công nào được ghi",
	}
	for _, kind := range history.Kinds {
		if len(kind.Rows)+len(kind.Gaps) == 0 {
			continue
		}
		table.Rows = append(table.Rows, document.GroupRow(7, kind.KindName+gapText(kind.Gaps)))
		for i, r := range kind.Rows {
			name := r.OfficerName
			if !r.Primary {
				name += " (phối hợp)"
			}
			decision := r.DecisionNumber
			if r.DecisionDate != "" {
				decision = document.JoinParts(", ", decision, "ngày "+r.DecisionDate.ShowInPaper())
			}
			row := document.Cells(
				strconv.Itoa(i+1),
				name,
				r.Post,
				decision,
				r.ValidFrom.ShowInPaper(),
				dayBefore(r.ValidTo).ShowInPaper(),
				document.JoinParts("; ", r.EndReasonWord, r.EndNote),
			)
			row.Cells[1].Link, row.Cells[3].Link = holderLink(r.OfficerID, r.TeamID), decisionLink(r.DecisionID)
			table.Rows = append(table.Rows, row)
		}
	}
	return []document.Block{tabled(table)}, nil
}

// gapText tells the stretches without anybody in charge.
func gapText(gaps []assignments.Gap) string {
	days := 0
	var parts []string
	for _, g := range gaps {
		days += g.Days
		text := "từ trước"
		if g.From != "" {
			text = "từ " + g.From.ShowInPaper()
		}
		if g.To != "" {
			text += " đến " + g.To.AddDays(-1).ShowInPaper()
		} else {
			text += " đến nay"
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return ""
	}
	const most = 3
	if len(parts) > most {
		parts = append(parts[:most], "…")
	}
	return fmt.Sprintf(" (trống %d ngày: %s)", days, strings.Join(parts, "; "))
}

// placeYear draws the year's duties as the screen does: a cell for each turn over the days it takes, so that two lunar
// months that meet in one solar month both have a place.
func placeYear(tx *store.Tx, place units.Ref, paper Paper) ([]document.Block, error) {
	year, err := fulfilment.YearMatrix(tx, place.ID, paper.AsOf.Year())
	if err != nil {
		return nil, err
	}
	if len(year.Lines) == 0 {
		return []document.Block{document.Text("Chưa có quy định nhiệm vụ nào cho nơi này.")}, nil
	}
	matrix := &document.Matrix{Label: "Nhiệm vụ", Note: "Người thực hiện", Total: "Tỷ lệ"}
	for m := 1; m <= 12; m++ {
		matrix.Columns = append(matrix.Columns, fmt.Sprintf("T%d", m))
	}
	for _, l := range year.Letters {
		matrix.Key = append(matrix.Key, document.KeyEntry{Letter: l.Code, Word: l.Word, Tone: outcomeTones[l.Code]})
	}
	lunar, seen := false, dates.PeriodOf(dates.Year, paper.AsOf).Span()
	if tx.Past() {
		seen.To = tx.FirstDayToCome()
	}
	for _, line := range year.Lines {
		matrix.Rows = append(matrix.Rows, yearRow(place, year.Year, seen, line))
		lunar = lunar || line.Lunar
	}
	blocks := []document.Block{
		document.DrawingBlock(document.Drawing{Caption: fmt.Sprintf("Kết quả thực hiện từng nhiệm vụ, năm %d", year.Year), Matrix: matrix}),
	}
	blocks = append(blocks, remark(year.RateRule))
	if lunar {
		blocks = append(
			blocks,
			remark(
				"Nhiệm vụ theo âm lịch: mỗi ô là một tháng âm lịch, vẽ theo ngày dương lịch của tháng ấy; số nhỏ là tháng âm lịch, N là tháng nhuận.",
			),
		)
	}
	return blocks, nil
}

// outcomeTones are the tones of the letters of the year matrix: what was missed is dark, what nobody knows is crossed.
var outcomeTones = map[string]document.Tone{
	"Đ": document.ToneLight,
	"T": document.ToneMid,
	"t": document.ToneSlant,
	"P": document.ToneSlant,
	"V": document.ToneDark,
	"H": document.ToneCross,
	"?": document.ToneCross,
}

// yearRow is one duty over the part of a year that is seen. A turn leads to the occurrences of its month, the rate to all that were held.
func yearRow(place units.Ref, year int, seen dates.Span, line fulfilment.MatrixLine) document.MatrixRow {
	span := dates.PeriodOf(dates.Year, dates.Date(fmt.Sprintf("%04d-01-01", year))).Span()
	at := fulfilment.CellsFilter{
		Filter: fulfilment.Filter{
			Span:      seen,
			By:        fulfilment.ByUnit,
			UnitID:    place.ID,
			SeriesID:  line.SeriesID,
			OfficerID: line.OfficerID,
		},
	}
	name := line.RuleName + ", " + place.Label
	row := document.MatrixRow{
		Name:  document.Cell{Text: line.RuleName},
		Note:  leading(line.Officer, officerLink(line.OfficerID)),
		Total: document.Cell{Text: "–"},
	}
	for _, turn := range line.Cells {
		month := at
		month.Filter.Span = dates.PeriodOf(dates.Month, dates.Date(fmt.Sprintf("%04d-%02d-01", year, turn.Month))).Span().Clip(seen)
		cell := document.MatrixCell{From: inYear(span, turn.FromDay), To: inYear(span, turn.ToDay), Letter: turn.Letters,
			Link: cellsLink(month, fmt.Sprintf("%s, tháng %d/%d", name, turn.Month, year))}
		if line.Lunar {
			cell.Label = turn.Short + " âl"
		}
		row.Cells = append(row.Cells, inParts(cell)...)
	}
	if line.Tally.Held > 0 {
		at.Held = true
		row.Total = leading(
			strconv.Itoa(line.Tally.Done)+"/"+strconv.Itoa(line.Tally.Held),
			cellsLink(at, fmt.Sprintf("%s: cuộc đã họp, năm %d", name, year)),
		)
	}
	return row
}

// inYear places a day, counted from 0, among twelve columns of equal width; the last day's end is 12.
func inYear(year dates.Span, day int) float64 {
	if day >= year.Days() {
		return 12
	}
	d := year.From.AddDays(day)
	first := d.MonthStart()
	return float64(d.Month()-1) + float64(d.Sub(first))/float64(first.AddMonths(1).Sub(first))
}

// inParts gives each of several meetings of one turn a part of its cell; more than three stay together, without a tone.
func inParts(c document.MatrixCell) []document.MatrixCell {
	letters := []rune(c.Letter)
	n := len(letters)
	if n > 3 {
		return []document.MatrixCell{c}
	}
	parts := make([]document.MatrixCell, n)
	for i, letter := range letters {
		part := c
		part.From, part.To = c.From+(c.To-c.From)*float64(i)/float64(n), c.From+(c.To-c.From)*float64(i+1)/float64(n)
		part.Letter, part.Tone = string(letter), outcomeTones[string(letter)]
		parts[i] = part
	}
	return parts
}

// placeOpen lists what is open at the place and, as the meetings do, at everything below it.
func placeOpen(tx *store.Tx, place units.Ref, _ Paper) ([]document.Block, error) {
	ids, err := units.Reach(tx, place.ID, dates.Through(tx.Today, tx.Today))
	if err != nil {
		return nil, err
	}
	held := []assignments.HeldPlace{{TargetID: place.ID, On: tx.Today}}
	for _, id := range ids {
		if id != place.ID {
			held = append(held, assignments.HeldPlace{TargetID: id, On: tx.Today})
		}
	}
	open, err := assignments.OpenAt(tx, held)
	if err != nil {
		return nil, err
	}
	below, err := units.Refs(tx, ids, tx.Today)
	if err != nil {
		return nil, err
	}
	table := newOpenTable()
	type thing struct{ code, id, text string }
	seen := map[thing]bool{}
	for _, h := range held {
		items := slices.DeleteFunc(open[h.TargetID], func(item assignments.OpenItem) bool {
			one := thing{item.Code, item.ID, item.Text} // a joint meeting is open at each of its hosts
			known := seen[one]
			seen[one] = true
			return known
		})
		if h.TargetID == place.ID {
			addOpen(&table, "", items)
		} else if len(items) > 0 {
			addOpen(&table, below[h.TargetID].Label, items)
		}
	}
	return []document.Block{tabled(table)}, nil
}

func placeMeetings(tx *store.Tx, place units.Ref, paper Paper) ([]document.Block, error) {
	entries, err := activities.Log(
		tx,
		activities.LogFilter{Span: dates.Span{To: paper.AsOf.AddDays(1)}, UnderID: place.ID, Newest: true, Limit: lastMeetings},
	)
	if err != nil {
		return nil, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 26, Align: document.AlignCentre},
			{Width: 46},
			{Width: 42},
			{Width: 34},
			{Width: 55},
			{Width: 42},
		},
		Head:  []document.Row{document.Cells("STT", "Ngày (âm lịch)", "Loại họp", "Cán bộ", "Kết quả", "Góp ý", "Truyền đạt")},
		Empty: "Chưa ghi nhận cuộc họp nào",
	}
	for i, e := range entries {
		row := document.Cells(
			strconv.Itoa(i+1),
			shownDay(e.Day, e.Lunar),
			e.KindWord,
			attendanceNames(e),
			results(e),
			advice(e),
			conveyed(e),
		)
		row.Cells[1].Link = meetingLink(e.ID)
		table.Rows = append(table.Rows, row)
	}
	return []document.Block{tabled(table)}, nil
}

func conveyed(e activities.Entry) string {
	var topics []string
	for _, c := range e.Conveyances {
		if !slices.Contains(topics, c.Topic) {
			topics = append(topics, c.Topic)
		}
	}
	return strings.Join(topics, "\n")
}
