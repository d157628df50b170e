package reports

import (
	"strconv"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// unitReceived is the unit of the one trend that counts records; the others measure.
const unitReceived = "ý kiến, kiến nghị"

// trends draws the matters received month by month, and what became of those: how many answers were told back, and how long
// the answers took. A month without an answer has no value: it is named, not drawn as zero.
func (o *Overview) trends(tx *store.Tx, months []dates.Period, in Input, paper Paper) error {
	o.Trends = []Trend{
		{Name: "Kiến nghị tiếp nhận", Short: "Tiếp nhận", Chart: line(unitReceived)},
		{Name: "Đã nói lại với dân, % số đã trả lời", Short: "Nói lại, %", Chart: line("%")},
		{Name: "Từ chuyển đến trả lời, ngày làm việc (trung vị)", Short: "Đáp, ngày", Chart: line("ngày")},
	}
	o.Trends[1].Chart.Max = 100
	unknown := make([][]dates.Period, len(o.Trends))
	for _, month := range months {
		filter := matters.Filter{Span: month.Span(), UnderID: in.UnitID, AsOf: paper.AsOf}
		total, err := matters.Total(tx, filter)
		if err != nil {
			return err
		}
		loop, err := matters.Loop(tx, filter)
		if err != nil {
			return err
		}
		reply := loop.Legs[0]
		for _, leg := range loop.Legs {
			if leg.Code == matters.ClockReply {
				reply = leg
			}
		}
		within := ", " + month.Label() + paper.inScope()
		points := []document.Point{document.At(float64(total.Received.Value)), {}, {}}
		if total.Received.Value > 0 {
			points[0].Link = mattersLink(total.Received, "Tiếp nhận"+within)
		}
		if n := loop.Answered.Value; n > 0 {
			points[1] = document.At(float64(tenths(loop.ToldBack.Value, n)) / 10)
			points[1].Link = mattersLink(loop.Answered, "Đã trả lời"+within)
		}
		if reply.Done.Value > 0 {
			points[2] = document.At(reply.Median)
			points[2].Link = mattersLink(reply.Done, "Cơ quan đã trả lời"+within)
		}
		running := month.Span().Last() > tx.Today
		for i := range o.Trends {
			chart := &o.Trends[i].Chart
			chart.Categories = append(chart.Categories, monthName(month, running))
			chart.Series[0].Points = append(chart.Series[0].Points, points[i])
			if points[i].Value == nil {
				unknown[i] = append(unknown[i], month)
			}
		}
	}
	for i, list := range unknown {
		switch {
		case len(list) == len(months):
			o.Trends[i].Note = "Chưa tháng nào có trả lời."
		case len(list) > 0:
			o.Trends[i].Note = "Tháng tiếp nhận chưa có trả lời nào, không vẽ: " + monthRuns(list) + "."
		}
	}
	return nil
}

// monthRuns writes months in order, those that follow one another as a run: "12/2025–05/2026, 11/2026".
func monthRuns(months []dates.Period) string {
	var runs []string
	for first := 0; first < len(months); {
		last := first
		for last+1 < len(months) && months[last+1] == months[last].Next() {
			last++
		}
		run := months[first].ShortLabel()
		if last > first {
			run += "–" + months[last].ShortLabel()
		}
		runs = append(runs, run)
		first = last + 1
	}
	return strings.Join(runs, ", ")
}

func line(unit string) document.Chart {
	return document.Chart{Kind: document.ChartLine, Unit: unit, Series: []document.Series{{}}}
}

// Each kind of question is asked this often at most; what is left is in the list behind its link.
const mostAsks = 2

// absentTurns is how many turns without leave within the months before make an officer's absence a matter of the leaders.
const (
	absentTurns  = 3
	absentMonths = 3
)

// ask gathers what needs a decision: bodies with overdue matters, places without anybody, officers who stay away without leave,
// and the reports the office owes.
func (o *Overview) ask(tx *store.Tx, view assignments.CoverageView, in Input, paper Paper) error {
	o.Asks = []Ask{}
	late := matters.Filter{UnderID: in.UnitID, Worklist: matters.PastDue, States: []matters.State{matters.Referred}, AsOf: paper.AsOf}
	bodies, err := matters.AgeingOf(tx, matters.Filter{UnderID: in.UnitID, AsOf: paper.AsOf})
	if err != nil {
		return err
	}
	for _, body := range bodies {
		if body.Key == "" || len(o.Asks) == mostAsks {
			continue
		}
		late.BodyID = body.Key
		n, err := matters.Count(tx, late, 0)
		if err != nil {
			return err
		}
		if n > 0 {
			o.Asks = append(o.Asks, Ask{
				body.Name + ": " + strconv.Itoa(n) + " kiến nghị quá hạn, lâu nhất " + strconv.Itoa(body.Longest) + " ngày làm việc",
				true, "Xem việc quá hạn", mattersLink(matters.Number{Value: n, Filter: late}, body.Name+": quá hạn"),
			})
		}
	}
	for i, place := range view.Vacant {
		if i == mostAsks {
			break
		}
		o.Asks = append(o.Asks, Ask{
			place.TargetLabel + ": chưa có người phụ trách" + vacantFor(place), false, "Phân công", unitLink(place.TargetID),
		})
	}
	if err := o.askOfficers(tx, in, paper); err != nil {
		return err
	}
	reports, err := OwedReports(tx)
	if err != nil {
		return err
	}
	for i, r := range reports {
		if i == mostAsks {
			break
		}
		o.Asks = append(o.Asks, Ask{r.Title + " " + r.Label + ": chưa ban hành", true, "Mở báo cáo", r.To})
	}
	return nil
}

// askOfficers names the officers with the most turns missed without leave in the last months; the numbers are those of the
// fulfilment by officer.
func (o *Overview) askOfficers(tx *store.Tx, in Input, paper Paper) error {
	from := in.Period
	for range absentMonths - 1 {
		from = from.Previous()
	}
	span := dates.Span{From: from.Span().From, To: in.Period.Span().To}
	filter := expectedOfOfficers(span, in.UnitID)
	sum, err := fulfilment.Summarize(tx, filter)
	if err != nil {
		return err
	}
	asked := 0
	for _, row := range sum.Rows {
		if row.Tally.Absent < absentTurns || asked == mostAsks {
			continue
		}
		asked++
		at := fulfilment.CellsFilter{Filter: filter, Key: row.Key, Outcomes: []activities.Outcome{owed[3]}}
		words := row.Name + ": vắng không phép, " + strconv.Itoa(absentMonths) + " tháng đến " + in.Period.ShortLabel() + paper.inScope()
		o.Asks = append(o.Asks, Ask{
			row.Name + ": vắng không phép " + strconv.Itoa(row.Tally.Absent) + " lần trong " + strconv.Itoa(absentMonths) + " tháng",
			false, "Xem các lần vắng", cellsLink(at, words),
		})
	}
	return nil
}
