package reports

import (
	"fmt"
	"strconv"

	"caunoi/backend/access"
	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// Overview is how the work stands at the end of a month, on one page: what the leader's screen draws and the paper TC prints. It
// owns no number: each comes from the function the screen behind its link reads.
type Overview struct {
	Month      dates.Period   `json:"month"`
	Label      string         `json:"label"`
	Day        dates.Date     `json:"day"`      // as of which places are counted; matters stand as of today
	Running    bool           `json:"running"`  // the month goes on
	Coverage   document.Table `json:"coverage"` // places that must have somebody, by kind of assignment
	Longest    *document.Cell `json:"longest,omitempty"`
	Attendance document.Chart `json:"attendance"` // what was owed and recorded, month by month, in counts
	Rate       document.Chart `json:"rate"`       // Done of Held in percent; the running month has its bounds
	RateOf     document.Chart `json:"rateOf"`     // Done and Held of each month, of which Rate is the share
	RateLink   string         `json:"-"`          // opens everything RateOf counts
	RateRule   string         `json:"rateRule"`   // fulfilment.RateRule, to stand under the rate
	Ageing     document.Table `json:"ageing"`     // open matters by body and age, the longest waiting first
	Trends     []Trend        `json:"trends"`     // three
	Asks       []Ask          `json:"asks"`       // what needs a decision, the most pressing first
}

// Trend is one row of numbers over the months, and in words what is not drawn.
type Trend struct {
	Name  string         `json:"name"`
	Short string         `json:"short"` // for a narrow column
	Chart document.Chart `json:"chart"`
	Note  string         `json:"note"` // months without a value, which are listed and not drawn; "" = none
}

// Ask is something only a person in charge can decide.
type Ask struct {
	Text string `json:"text"`
	Late bool   `json:"late"` // past a deadline, not only open
	Verb string `json:"verb"` // of the button
	To   string `json:"to"`
}

// monthsBack is how many months the pictures go back, the month itself with them.
const monthsBack = 12

// overviewOf gathers the overview of a month, of the whole office or what lies under a unit.
func overviewOf(tx *store.Tx, in Input, paper Paper) (Overview, error) {
	o := Overview{Month: in.Period, Label: in.Period.Label() + paper.inScope(), Day: paper.AsOf}
	o.Running = in.Period.Span().Last() > tx.Today
	months := make([]dates.Period, monthsBack)
	for i, month := monthsBack-1, in.Period; i >= 0; i, month = i-1, month.Previous() {
		months[i] = month
	}
	view, err := assignments.ViewCoverage(tx, assignments.CoverageQuery{Day: paper.AsOf, UnderID: in.UnitID, Limit: allVacant})
	if err != nil {
		return o, err
	}
	o.cover(view, in, paper)
	if err := o.attended(tx, months, in, paper); err != nil {
		return o, err
	}
	ages, err := paper.ageing(tx, matters.Filter{UnderID: in.UnitID, Worklist: matters.AllOpen, AsOf: paper.AsOf})
	if err != nil {
		return o, err
	}
	o.age(ages, paper)
	if err := o.trends(tx, months, in, paper); err != nil {
		return o, err
	}
	return o, o.ask(tx, view, in, paper)
}

// cover sums the coverage by kind of assignment; the numbers are those of the coverage screen.
func (o *Overview) cover(view assignments.CoverageView, in Input, paper Paper) {
	o.Coverage = document.Table{
		Rows: []document.Row{},
		Size: 11,
		Columns: []document.Column{
			{Width: 75}, {Width: 20, Align: document.AlignCentre}, {Width: 20, Align: document.AlignCentre},
			{Width: 18, Align: document.AlignCentre}, {Width: 16, Align: document.AlignCentre}, {Width: 16, Align: document.AlignCentre},
		},
		Head:  []document.Row{document.Cells("Hình thức phân công", "Phải có", "Đã có", "Tỷ lệ", "Còn trống", "Ngày trống")},
		Empty: "Chưa có hình thức phân công nào phải phủ hết địa bàn",
	}
	query := assignments.CoverageQuery{Day: paper.AsOf, UnderID: in.UnitID}
	sums, order := map[string]assignments.UpperRow{}, []string{}
	for _, u := range view.Uppers {
		sum, known := sums[u.KindID]
		if !known {
			order = append(order, u.KindID)
			sum.KindName = u.KindName
		}
		sum.Required, sum.Covered, sum.VacantDays = sum.Required+u.Required, sum.Covered+u.Covered, sum.VacantDays+u.VacantDays
		sums[u.KindID] = sum
	}
	for _, id := range order {
		query.KindID = id
		o.Coverage.Rows = append(o.Coverage.Rows, document.Row{
			Cells: append([]document.Cell{{Text: sums[id].KindName}}, paper.coverCells(sums[id], query)...),
		})
	}
	if len(view.Vacant) > 0 {
		first := view.Vacant[0]
		cell := leading(first.TargetLabel+vacantFor(first), unitLink(first.TargetID))
		o.Longest = &cell
	}
}

// vacantFor says for how long a place has had nobody; nothing where the day is not known.
func vacantFor(p assignments.VacantPlace) string {
	if p.VacantDays == 0 {
		return ""
	}
	return ", " + strconv.Itoa(p.VacantDays) + " ngày"
}

// attended draws month by month what was owed, with the rate of the fulfilment screen.
func (o *Overview) attended(tx *store.Tx, months []dates.Period, in Input, paper Paper) error {
	o.Attendance = document.Chart{Kind: document.ChartStacked, Unit: "lượt", Series: []document.Series{
		{Name: "Đã dự", Tone: document.ToneDark}, {Name: "Vắng", Tone: document.ToneLight}, {Name: "Chưa ghi", Tone: document.ToneSlant},
	}}
	o.Rate = document.Chart{Kind: document.ChartLine, Unit: "%", Max: 100, Series: []document.Series{{Name: "Tỷ lệ dự"}}}
	o.RateRule = fulfilment.RateRule
	whole := dates.Span{From: months[0].Span().From, To: months[len(months)-1].Span().To}
	o.RateLink = cellsLink(
		fulfilment.CellsFilter{Filter: expectedOfOfficers(whole, in.UnitID), Held: true},
		"Cuộc đã họp, 12 tháng"+paper.inScope(),
	)
	o.RateOf = document.Chart{Kind: document.ChartLine, Unit: "lượt", Series: []document.Series{
		{Name: "Được tính là dự"}, {Name: "Phải dự, đã ghi cuộc họp"},
	}}
	for _, month := range months {
		filter := expectedOfOfficers(month.Span(), in.UnitID)
		sum, err := fulfilment.Summarize(tx, filter)
		if err != nil {
			return err
		}
		t, running := sum.Total, month.Span().Last() > tx.Today
		o.Attendance.Categories = append(o.Attendance.Categories, monthName(month, running))
		o.Rate.Categories = append(o.Rate.Categories, monthName(month, running))
		o.RateOf.Categories = o.Rate.Categories
		at := fulfilment.CellsFilter{Filter: filter}
		to := func(what string, held bool, outcomes ...activities.Outcome) string {
			at.Held, at.Outcomes = held, outcomes
			return cellsLink(at, store.UpperFirst(what)+", "+month.Label()+paper.inScope())
		}
		for i, part := range []struct {
			n    int
			link string
		}{
			{t.Attended + t.Substituted, to("đã dự", false, owed[0], owed[1])},
			{t.Excused + t.Absent, to("vắng", false, owed[2], owed[3])},
			{t.NotRecorded, to("chưa ghi nhận", false, owed[4])},
		} {
			point := document.At(float64(part.n))
			if part.n > 0 {
				point.Link = part.link
			}
			o.Attendance.Series[i].Points = append(o.Attendance.Series[i].Points, point)
		}
		point := document.Point{}
		if t.Held > 0 {
			point = document.At(float64(tenths(t.Done, t.Held)) / 10)
			point.Link = to("cuộc đã họp", true)
		}
		counted := fulfilment.CellsFilter{Filter: filter, Part: fulfilment.PartCounted}
		for i, part := range []struct {
			n    int
			link string
		}{
			{t.Done, cellsLink(counted, "Được tính là dự, "+month.Label()+paper.inScope())},
			{t.Held, point.Link},
		} {
			n := document.At(float64(part.n))
			if part.n > 0 {
				n.Link = part.link
			}
			o.RateOf.Series[i].Points = append(o.RateOf.Series[i].Points, n)
		}
		if b := t.Bounds(); running && b.Of > 0 {
			low, high := float64(tenths(b.Least, b.Of))/10, float64(tenths(b.Most, b.Of))/10
			point.Low, point.High = &low, &high
		}
		o.Rate.Series[0].Points = append(o.Rate.Series[0].Points, point)
	}
	return nil
}

// unfinished marks a month that goes on.
const unfinished = " chưa hết"

// monthName is a month under a picture: "11/26", and that it goes on.
func monthName(month dates.Period, running bool) string {
	name := fmt.Sprintf("%02d/%02d", month.Span().From.Month(), month.Year()%100)
	if running {
		name += unfinished
	}
	return name
}

// age lists the open matters by body and age; the numbers are those of R14.
func (o *Overview) age(ages []matters.Ageing, paper Paper) {
	o.Ageing = document.Table{
		Rows: []document.Row{},
		Size: 11,
		Columns: []document.Column{
			{Width: 72}, {Width: 16, Align: document.AlignCentre}, {Width: 15, Align: document.AlignCentre},
			{Width: 15, Align: document.AlignCentre}, {Width: 15, Align: document.AlignCentre}, {Width: 16, Align: document.AlignCentre},
			{Width: 16, Align: document.AlignCentre},
		},
		Head:  []document.Row{document.Cells("Cơ quan", "Đang mở", "Đến 10", "11–30", "31–90", "Trên 90", "Lâu nhất")},
		Empty: "Không còn ý kiến, kiến nghị nào đang mở",
	}
	for _, a := range ages {
		o.Ageing.Rows = append(o.Ageing.Rows, document.Row{Cells: append([]document.Cell{{Text: a.Name}}, ageCells(a, paper.inScope())...)})
	}
}

// Overview gives the overview of a month to the leader's screen.
func (s *Service) Overview(in Input) (Overview, error) {
	return access.Read(s.gate, "reports.Overview", func(tx *store.Tx) (Overview, error) {
		in.Report = reportTC.Code
		if in.Period == "" {
			in.Period = dates.PeriodOf(dates.Month, tx.Today)
		}
		paper, err := NewPaper(tx, in, reportTC)
		if err != nil {
			return Overview{}, err
		}
		return overviewOf(tx.AsOf(paper.AsOf), in, paper)
	})
}
