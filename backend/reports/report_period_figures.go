package reports

import (
	"slices"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// The words a comparison names its periods by.
const (
	lastPeriod = "kỳ trước"
	lastYear   = "cùng kỳ năm trước"
)

// mostTopics is how many topics passed on have a figure of their own; a year may have hundreds.
const mostTopics = 20

// named lists every figure the text may show: what the program's own sentences use, and what a person may put into theirs.
func (f *periodFacts) named() figureList {
	var l figureList
	l.group = "Kỳ, ngày"
	l.add("kỳ báo cáo", f.period.Label(), "")
	l.add(lastPeriod, f.previousWord(), "")
	l.add("tên "+lastYear, f.lastYear.period.Label(), "")
	l.add("ngày tính số liệu", f.paper.AsOf.ShowInPaper(), "")
	l.add("ngày lấy kết quả", f.today.ShowInPaper(), "")
	f.assignedFigures(&l)
	f.meetingFigures(&l)
	f.matterFigures(&l)
	f.placeFigures(&l)
	l.group = "So sánh"
	f.comparedFigures(&l, lastPeriod, f.before)
	f.comparedFigures(&l, lastYear, f.lastYear)
	return l
}

func (f *periodFacts) assignedFigures(l *figureList) {
	l.group = "Phân công"
	people, teams, places := f.charged()
	for _, each := range []struct {
		name string
		n    int
	}{{"số đồng chí được phân công", people}, {"số tổ công tác được phân công", teams}, {"số nơi được phân công", places}} {
		l.count(each.name, each.n, f.assignedAt("phân công đang có hiệu lực"))
	}
	c, required := f.coverage, f.coveredAt("nơi phải có người phụ trách", assignments.ListRequired)
	l.count("số nơi phải có người phụ trách", c.Required, required)
	l.count("số nơi đã có người phụ trách", c.Covered, f.coveredAt("nơi đã có người phụ trách", assignments.ListCovered))
	l.count("số nơi chưa có người phụ trách", len(f.vacant), f.coveredAt("nơi chưa có người phụ trách", assignments.ListVacant))
	l.add("tỷ lệ nơi có người phụ trách", orNone(share(c.Covered, c.Required)), required)
}

// charged counts the officers, teams and places of the assignments in force.
func (f *periodFacts) charged() (people, teams, places int) {
	seen := map[string]bool{}
	once := func(key string) int {
		if seen[key] {
			return 0
		}
		seen[key] = true
		return 1
	}
	for _, line := range f.lines {
		if line.OfficerID != "" {
			people += once("o" + line.OfficerID)
		} else {
			teams += once("t" + line.TeamID)
		}
		places += once("p" + line.TargetID)
	}
	return people, teams, places
}

// orNone writes a share, or a dash where there is nothing to share.
func orNone(share string) string {
	if share == "" {
		return "–"
	}
	return share
}

func (f *periodFacts) meetingFigures(l *figureList) {
	n, t, at := f.now, f.now.turns, f.look(f.period, f.now.ruled)
	logged := func(name string, n int, filter activities.LogFilter) { l.count(name, n, at.log(name, filter)) }
	l.group = "Dự họp"
	logged("số cuộc họp", n.held, activities.LogFilter{State: activities.Held})
	logged("số nơi đã họp", n.places, activities.LogFilter{State: activities.Held})
	logged("số cuộc không tổ chức", n.cancelled, activities.LogFilter{Outcome: activities.NotHeld})
	logged("số cuộc hoãn", n.postponed, activities.LogFilter{Outcome: activities.PutOff})
	logged("số cuộc tạm dừng", n.suspended, activities.LogFilter{Outcome: activities.OnHold})
	logged("số cuộc chưa ghi nhận", n.unrecorded, activities.LogFilter{State: activities.Planned, Outcome: activities.NotRecorded})
	for _, turn := range []struct {
		name    string
		n       int
		outcome activities.Outcome
	}{
		{"số lượt phải dự", t.due, ""}, {"số lượt đã dự", t.attended, activities.Outcome(activities.Attended)},
		{"số lượt dự thay", t.substituted, activities.Outcome(activities.Substituted)}, {"số lượt vắng có lý do", t.excused, activities.Outcome(activities.Excused)},
		{"số lượt vắng không lý do", t.absent, activities.Outcome(activities.Absent)},
		{"số lượt chưa ghi nhận", t.unrecorded, activities.NotRecorded},
	} {
		l.count(turn.name, turn.n, at.turns("", turn.name, turn.outcome))
	}
	if at.ruled || t.counted > 0 { // without rules no substitute counts
		l.count("số lượt dự thay được tính", t.counted, at.partOfTurns("", "dự thay được tính", turnColumn{
			outcome: owed[1], part: fulfilment.PartCounted,
		}))
	}
	l.count("số lượt dự được tính", t.done, at.doneTurns("số lượt dự được tính"))
	l.count("số lượt có họp", t.held, at.heldTurns("", "số lượt có họp"))
	l.add("tỷ lệ dự", orNone(share(t.done, t.held)), at.heldTurns("", "số lượt có họp"))
	for _, kind := range n.kinds {
		logged(kindFigure(kind), kind.n, activities.LogFilter{State: activities.Held, Kind: activities.Kind(kind.code)})
	}
	l.group = "Góp ý, truyền đạt"
	logged("số nội dung góp ý", n.advice, activities.LogFilter{With: activities.WithAdvice})
	logged("số góp ý được tiếp thu", n.accepted, activities.LogFilter{With: activities.WithAccepted})
	for _, field := range n.fields {
		logged(adviceFigure(field), field.n, activities.LogFilter{With: activities.WithAdvice, FieldCode: field.code})
	}
	logged("số lượt truyền đạt", n.conveyed, activities.LogFilter{With: activities.WithTopics})
	for _, topic := range n.topics[:min(mostTopics, len(n.topics))] {
		logged(topicFigure(topic), topic.n, activities.LogFilter{With: activities.WithTopics, Topic: topic.code})
	}
}

func kindFigure(c coded) string   { return figureName("số cuộc " + store.LowerFirst(c.what)) }
func adviceFigure(c coded) string { return figureName("góp ý về " + c.what) }
func topicFigure(c coded) string  { return figureName("lượt truyền đạt " + c.what) }
func matterFigure(c coded) string { return figureName("kiến nghị về " + c.what) }

func (f *periodFacts) matterFigures(l *figureList) {
	m := f.matters
	l.group = "Ý kiến, kiến nghị"
	of := func(name string, n matters.Number) {
		l.count(name, n.Value, mattersLink(n, store.UpperFirst(name)+f.paper.within))
	}
	of("số ý kiến, kiến nghị", m.Received)
	l.count("số ý kiến tương tự", m.Voices, mattersLink(m.Received, "Ý kiến, kiến nghị tiếp nhận"+f.paper.within))
	for _, c := range f.classes() {
		of(c.name, c.number)
	}
	of("kiến nghị quá hạn", m.Overdue)
	of("kiến nghị đã có trả lời", f.loop.Answered)
	of("kiến nghị đã phản hồi", f.loop.ToldBack)
	of("kiến nghị chờ phản hồi", f.toTell)
	of("kiến nghị phải mở lại", f.loop.Again)
	of("kiến nghị đã xem lại, có chuyển biến", f.loop.Rechecked)
	of("kiến nghị xem lại, chưa chuyển biến", f.loop.NoEffect)
	of("kiến nghị đến hạn xem lại", f.loop.ToRecheck)
	l.add(
		"tỷ lệ phản hồi",
		orNone(share(f.loop.ToldBack.Value, f.loop.Answered.Value)),
		mattersLink(f.loop.Answered, "Kiến nghị đã có trả lời"+f.paper.within),
	)
	for _, s := range f.fieldsOfMatters() {
		l.count(
			matterFigure(s.coded),
			s.n,
			mattersLink(matters.Number{Filter: s.filter}, store.UpperFirst(matterFigure(s.coded))+f.paper.within),
		)
	}
}

// class is one thing that became of matters, each matter being in exactly one, with the name of its figure and the words before its number.
type class struct {
	name, words string
	number      matters.Number
}

func (f *periodFacts) classes() []class {
	m := f.matters
	return []class{
		{
			"kiến nghị giải quyết xong",
			"giải quyết xong",
			m.Settled,
		},
		{"kiến nghị đã giải trình", "giải trình, cung cấp thông tin", m.Explained},
		{"kiến nghị có lộ trình", "có lộ trình", m.Roadmap},
		{"kiến nghị bị từ chối giải quyết", "từ chối giải quyết", m.Refused},
		{"kiến nghị đang giải quyết", "đang giải quyết", m.Working},
		{"kiến nghị chưa có trả lời", "chưa có trả lời", m.Waiting},
		{"kiến nghị trùng", "trùng, đã nhập chung", m.Duplicate},
		{"kiến nghị ngoài phạm vi", "không thuộc phạm vi", m.Outside},
	}
}

// matterCount is how many matters of one field of work there are.
type matterCount struct {
	coded
	filter matters.Filter
}

func (f *periodFacts) fieldsOfMatters() []matterCount {
	list := make([]matterCount, len(f.byFields))
	for i, s := range f.byFields {
		list[i] = matterCount{coded{count{s.Name, s.Received.Value}, s.Key}, s.Received.Filter}
	}
	slices.SortFunc(list, func(a, b matterCount) int { return byCount(a.coded, b.coded) })
	return list
}

func (f *periodFacts) comparedFigures(l *figureList, when string, e earlier) {
	t, at := e.turns, f.look(e.period, e.ruled)
	l.count("số cuộc họp "+when, e.held, at.log("số cuộc họp", activities.LogFilter{State: activities.Held}))
	l.count("số lượt đã dự "+when, t.attended, at.turns("", "số lượt đã dự", activities.Outcome(activities.Attended)))
	l.count("số lượt dự được tính "+when, t.done, at.doneTurns("số lượt dự được tính"))
	l.count("số lượt có họp "+when, t.held, at.heldTurns("", "số lượt có họp"))
	l.add("tỷ lệ dự "+when, orNone(share(t.done, t.held)), at.heldTurns("", "số lượt có họp"))
	l.count("số ý kiến, kiến nghị "+when, e.matters, at.received("ý kiến, kiến nghị tiếp nhận"))
}

// previousWord names the period before in a comparison.
func (f *periodFacts) previousWord() string {
	switch f.period.Kind() {
	case dates.Month:
		return "tháng trước"
	case dates.Quarter:
		return "quý trước"
	case dates.Year:
		return "năm trước"
	case dates.NineMonths:
		return lastYear
	}
	return f.before.period.Label()
}
