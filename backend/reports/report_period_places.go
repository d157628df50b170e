package reports

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// A report that judges says where: the places that do best and worst, the bodies that are late and with what. It names places and
// bodies, never persons by a number.
const (
	mostNamed  = 3   // places or bodies of one sentence
	leastTurns = 3   // turns with a meeting that a place needs to be compared
	goodRate   = 800 // tenths of a percent: below it an attendance is called low
)

// nameFigures is the group of figures that are words, or that no list of the program opens.
const nameFigures = "Nơi, cơ quan"

// placeTurns is the attendance of one unit right below the area of the report.
type placeTurns struct {
	id, name string
	turns    turns
}

// debtor is a body with answers overdue.
type debtor struct {
	id, name string
	late     int
	oldest   string // "kiến nghị số 12/2026, quá 31 ngày làm việc"
	days     int
}

// vacantArea is a unit with places below it that have nobody in charge.
type vacantArea struct {
	id, name string
	n        int
}

// gatherPlaces reads the attendance of each unit right below the area, and which bodies are late.
func (f *periodFacts) gatherPlaces(tx *store.Tx) error {
	sum, err := fulfilment.Summarize(tx, f.byPlace())
	if err != nil {
		return err
	}
	for _, row := range sum.Rows {
		if row.Name != "" {
			f.places = append(f.places, placeTurns{row.Key, document.InSentence(cmp.Or(row.Name, row.Label)), turnsOf(row.Tally)})
		}
	}
	if f.matters.Overdue.Value == 0 {
		return nil
	}
	late, err := matters.Register(tx, f.matters.Overdue.Filter)
	if err != nil {
		return err
	}
	f.addDebtors(late)
	return nil
}

// byPlace asks for the turns of the period by the unit right below the area of the report.
func (f *periodFacts) byPlace() fulfilment.Filter {
	filter := expectedOfOfficers(f.paper.Span, f.unitID)
	filter.By = fulfilment.ByUpper
	return filter
}

// lateBy says for how long an answer has been overdue; a deadline whose next working day has not come yet is just over.
func lateBy(days int) string {
	if days == 0 {
		return "vừa quá hạn"
	}
	return "quá " + document.TwoDigits(days) + " ngày làm việc"
}

// addDebtors sums up overdue matters by the body that owes the answer, the one with most of them first. What no body owes waits for
// the office itself.
func (f *periodFacts) addDebtors(late []matters.Row) {
	at := map[string]int{}
	for _, r := range late {
		if r.State != matters.Referred || r.BodyID == "" {
			f.lateHere++
			continue
		}
		i, known := at[r.BodyID]
		if !known {
			i = len(f.debtors)
			at[r.BodyID] = i
			f.debtors = append(f.debtors, debtor{id: r.BodyID, name: r.Body})
		}
		d := &f.debtors[i]
		if d.late++; d.oldest == "" || r.LateDays > d.days {
			d.days, d.oldest = r.LateDays, "kiến nghị số "+r.NoText+", "+lateBy(r.LateDays)
		}
	}
	slices.SortFunc(f.debtors, func(a, b debtor) int { return cmp.Or(cmp.Compare(b.late, a.late), cmp.Compare(a.name, b.name)) })
}

// vacantAreas counts the vacant places by the unit above them, the most first.
func (f *periodFacts) vacantAreas() (out []vacantArea) {
	at := map[string]int{}
	for _, row := range f.vacant {
		name := document.InSentence(f.words.units[row.UpperID].Name)
		if name == "" {
			continue
		}
		i, known := at[row.UpperID]
		if !known {
			i = len(out)
			at[row.UpperID] = i
			out = append(out, vacantArea{id: row.UpperID, name: name})
		}
		out[i].n++
	}
	slices.SortStableFunc(out, func(a, b vacantArea) int { return cmp.Compare(b.n, a.n) })
	return out
}

// ranked gives the places that can be compared, the best first.
func (f *periodFacts) ranked() []placeTurns {
	list := slices.DeleteFunc(slices.Clone(f.places), func(p placeTurns) bool { return p.turns.held < leastTurns })
	slices.SortStableFunc(list, func(a, b placeTurns) int {
		return cmp.Or(cmp.Compare(b.rate(), a.rate()), cmp.Compare(b.turns.held, a.turns.held), cmp.Compare(a.name, b.name))
	})
	return list
}

func (p placeTurns) rate() int { return tenths(p.turns.done, p.turns.held) }

// extremes gives the best and the worst places, none of them in both; nothing where all did alike.
func (f *periodFacts) extremes() (best, worst []placeTurns) {
	list := f.ranked()
	if len(list) < 2 || list[0].rate() == list[len(list)-1].rate() {
		return nil, nil
	}
	most := min(mostNamed, len(list)/2)
	best, worst = slices.Clone(list[:most]), slices.Clone(list[len(list)-most:])
	slices.Reverse(worst)
	bottom := worst[0].rate()
	best = slices.DeleteFunc(best, func(p placeTurns) bool { return p.rate() == bottom })
	good := best[len(best)-1].rate()
	worst = slices.DeleteFunc(worst, func(p placeTurns) bool { return p.rate() >= good }) // the same rate is not called best and worst
	return best, worst
}

// placeFigures lists the figures of places and bodies.
func (f *periodFacts) placeFigures(l *figureList) {
	l.group = "Theo địa bàn, cơ quan"
	for _, p := range f.ranked() {
		cells := func(words string, filter fulfilment.CellsFilter) string {
			filter.Filter, filter.Key = f.byPlace(), p.id
			return cellsLink(filter, store.UpperFirst(words)+f.paper.within)
		}
		held := fulfilment.CellsFilter{Held: true}
		l.add(rateAt(p), orNone(share(p.turns.done, p.turns.held)), cells("số lượt có họp ở "+p.name, held))
		l.count(doneAt(p), p.turns.done, cells("số lượt dự được tính ở "+p.name, fulfilment.CellsFilter{Part: fulfilment.PartCounted}))
		l.count(heldAt(p), p.turns.held, cells("số lượt có họp ở "+p.name, held))
		l.count(
			"số lượt vắng không lý do ở "+p.name,
			p.turns.absent,
			cells(
				"vắng không có lý do ở "+p.name,
				fulfilment.CellsFilter{Outcomes: []activities.Outcome{activities.Outcome(activities.Absent)}},
			),
		)
	}
	for _, a := range f.vacantAreas() {
		l.count(vacantAt(a), a.n, f.vacantLink(a))
	}
	for _, d := range f.debtors {
		filter := f.matters.Overdue.Filter
		filter.BodyID, filter.States = d.id, []matters.State{matters.Referred}
		l.count(lateAt(d), d.late, mattersLink(matters.Number{Value: d.late, Filter: filter}, d.name+": quá hạn"+f.paper.within))
	}
	l.group = nameFigures
	for _, d := range f.debtors {
		l.add(oldestAt(d), d.oldest, "")
	}
	l.add("số cơ quan khác quá hạn", document.TwoDigits(max(0, len(f.debtors)-mostNamed)), "")
	l.add("số kiến nghị quá hạn ở khâu chuyển, phản hồi", document.TwoDigits(f.lateHere), "")
	for _, each := range []struct {
		name string
		n    int
	}{{"số lượt giao mới", f.moves.begun}, {"số lượt thôi phân công", f.moves.ended}, {"số quyết định phân công", f.moves.decisions},
		{"số phân công hết hạn kỳ tới", f.moves.ending}} {
		l.add(each.name, document.TwoDigits(each.n), "")
	}
	l.add("kỳ tới", f.period.Next().Label(), "")
	l.add("hạn thực hiện", f.dueDay().ShowInPaper(), "")
}

// vacantLink opens the vacant places below a unit, of no unit all of them.
func (f *periodFacts) vacantLink(a vacantArea) string {
	return coverageLink(
		assignments.CoverageQuery{Day: f.paper.AsOf, UnderID: f.unitID, Listed: assignments.ListVacant, UpperID: a.id},
		f.asOf(document.JoinParts(" ở ", "nơi chưa có người phụ trách", a.name)),
	)
}

func rateAt(p placeTurns) string { return figureName("tỷ lệ dự ở " + p.name) }
func doneAt(p placeTurns) string { return figureName("số lượt dự được tính ở " + p.name) }
func heldAt(p placeTurns) string { return figureName("số lượt có họp ở " + p.name) }
func vacantAt(a vacantArea) string {
	return figureName("số nơi chưa có người phụ trách ở " + a.name)
}
func lateAt(d debtor) string   { return figureName("kiến nghị quá hạn tại " + d.name) }
func oldestAt(d debtor) string { return figureName("việc quá hạn lâu nhất tại " + d.name) }

// placesWithRates lists places with their rates, each with the numbers it is counted from: "xã Mẫu (08/10 lượt, đạt 80%)".
func placesWithRates(list []placeTurns) string {
	var parts []string
	for _, p := range list {
		parts = append(parts, braceless(p.name)+" ({"+doneAt(p)+"}/{"+heldAt(p)+"} lượt, đạt {"+rateAt(p)+"})")
	}
	return strings.Join(parts, "; ")
}

// attendedWhere names the best and the worst places.
func (f *periodFacts) attendedWhere() string {
	best, worst := f.extremes()
	if len(best) == 0 || len(worst) == 0 {
		return ""
	}
	return "Tỷ lệ dự cao nhất: " + placesWithRates(best) + "; thấp nhất: " + placesWithRates(worst) + "."
}

// owing names the bodies that are late, and with what.
func (f *periodFacts) owing() string {
	var text string
	if named := f.debtors[:min(mostNamed, len(f.debtors))]; len(named) > 0 {
		var parts []string
		for _, d := range named {
			parts = append(parts, braceless(d.name)+" {"+lateAt(d)+"} nội dung (lâu nhất: {"+oldestAt(d)+"})")
		}
		text = "Quá hạn trả lời: " + strings.Join(parts, "; ")
		if len(f.debtors) > mostNamed {
			text += "; và {số cơ quan khác quá hạn} cơ quan khác"
		}
		text += "."
	}
	if f.lateHere > 0 {
		text = document.JoinParts(
			" ",
			text,
			"Quá hạn ở khâu chuyển hoặc phản hồi về cơ sở: {số kiến nghị quá hạn ở khâu chuyển, phản hồi} nội dung.",
		)
	}
	return text
}

// vacantWhere tells where most of the vacant places lie, "" where one place says nothing more.
func (f *periodFacts) vacantWhere() string {
	areas := f.vacantAreas()
	if len(areas) == 0 || len(f.vacant) < 2 {
		return ""
	}
	var parts []string
	for _, a := range areas[:min(mostNamed, len(areas))] {
		parts = append(parts, braceless(a.name)+" ({"+vacantAt(a)+"})")
	}
	if len(areas) <= mostNamed {
		return ": " + strings.Join(parts, "; ")
	}
	return ", nhiều nhất ở: " + strings.Join(parts, "; ")
}

// lowPlaces are the worst places whose attendance is low.
func (f *periodFacts) lowPlaces() []placeTurns {
	_, worst := f.extremes()
	return slices.DeleteFunc(worst, func(p placeTurns) bool { return p.rate() >= goodRate })
}

// fullPlaces are places where no turn was missed.
func (f *periodFacts) fullPlaces() []placeTurns {
	return slices.DeleteFunc(f.ranked(), func(p placeTurns) bool { return p.rate() < 1000 })
}

// dueDay is by when the tasks of a report are to be done: the end of the month after the period, or after the paper where it is late.
func (f *periodFacts) dueDay() dates.Date {
	return dates.Later(f.paper.Span.Last(), f.paper.Head.Date).MonthStart().AddMonths(2).AddDays(-1)
}

// staff is the office that prepares what the issuer decides; "" where the issuer has none.
func (f *periodFacts) staff() string {
	switch f.paper.Issuer.Kind {
	case papers.Cell, papers.Front:
		return ""
	}
	return "Văn phòng "
}

func placeNames(list []placeTurns) string {
	var names []string
	for _, p := range list {
		names = append(names, braceless(p.name))
	}
	return strings.Join(names, "; ")
}

// owedMost names the body with most answers overdue.
func (f *periodFacts) owedMost() string {
	if len(f.debtors) == 0 {
		return ""
	}
	first := f.debtors[0]
	if len(f.debtors) == 1 {
		return ", tại " + braceless(first.name) + when(f.lateHere > 0, " ({"+lateAt(first)+"})")
	}
	return ", nhiều nhất tại " + braceless(first.name) + " ({" + lateAt(first) + "})"
}

// toSettle says who settles what is overdue, and by when.
func (f *periodFacts) toSettle(staff string) string {
	if f.matters.Overdue.Value == 0 {
		return ""
	}
	const by = " trước ngày {hạn thực hiện}"
	if len(f.debtors) == 0 {
		return store.UpperFirst(staff + "giải quyết dứt điểm {kiến nghị quá hạn} ý kiến, kiến nghị đang quá hạn" + by + ".")
	}
	var parts []string
	for _, d := range f.debtors[:min(mostNamed, len(f.debtors))] {
		parts = append(parts, braceless(d.name)+" ({"+lateAt(d)+"})")
	}
	text := "Đề nghị trả lời dứt điểm ý kiến, kiến nghị quá hạn" + by + ": " + strings.Join(parts, "; ")
	if len(f.debtors) > mostNamed {
		text += "; và {số cơ quan khác quá hạn} cơ quan khác"
	}
	if staff != "" {
		text += ". Văn phòng theo dõi, đôn đốc"
	}
	return text + "."
}
