package reports

import (
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// periodFacts is everything a report of a period speaks of.
type periodFacts struct {
	paper    Paper
	unitID   string // the place it is limited to; "" = the whole office
	period   dates.Period
	today    dates.Date
	now      figures
	before   earlier // the period before
	lastYear earlier // the same period of the year before
	lines    []assignments.Line
	coverage assignments.Coverage
	vacant   []assignments.CoverageRow
	words    assignmentWords
	kinds    map[string]string

	matters  matters.Summary
	loop     matters.LoopFigures
	toTell   matters.Number // answered, and the place does not know yet
	byFields []matters.Summary
	byField  document.Table

	places   []placeTurns // attendance of the units right below the area
	debtors  []debtor     // bodies with answers overdue
	lateHere int          // matters overdue that wait for the office, not for a body
	moves    assignmentMoves
}

// periodStory writes R20: the report of a month, quarter, half, nine months or year, in the order of the Party's periodic reports.
func periodStory(f *periodFacts) *story {
	s := &story{code: "R20", facts: f, named: f.named()}
	f.opening(s)
	s.part("I", "Tình hình và kết quả thực hiện")
	s.section("I.1", "Công tác phân công")
	f.assigned(s, "I.1")
	s.section("I.2", "Kết quả dự họp, sinh hoạt ở cơ sở")
	f.met(s, "I.2")
	s.section("I.3", "Nội dung góp ý và truyền đạt chủ trương")
	f.contributed(s, "I.3")
	s.section("I.4", "Ý kiến, kiến nghị và kết quả giải quyết")
	f.raised(s, "I.4")
	s.part("II", "Đánh giá chung")
	f.judged(s, "II")
	s.part("III", "Phương hướng, nhiệm vụ trọng tâm")
	f.ahead(s, "III")
	return s
}

var reportR20 = Report{
	Code:        "R20",
	Use:         UsePeriod,
	Name:        "bao-cao-ky",
	Title:       "Báo cáo công tác theo dõi, hỗ trợ cơ sở",
	Description: "Báo cáo bằng lời viết từ số liệu, kèm phụ lục tổng hợp theo cán bộ và danh sách nơi chưa có người phụ trách.",
	Periods:     anyPeriod,
	Symbol:      "BC",
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit},
	Each:        everyPlace,
	Signature:   SignedByIssuer,
	Conditions:  []Condition{PeriodOver, FiguresKnown},
	Story:       periodStory,
	Build:       periodReport,
}

// periodReport is R20, its paragraphs written from the figures of the records.
func periodReport(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	return tell(tx, in, paper, "về công tác theo dõi, hỗ trợ cơ sở"+paper.inScope()+", "+in.Period.Label(), periodStory)
}

// tell builds a report with a story: its text with what persons made of it, and the tables its text rests on.
func tell(tx *store.Tx, in Input, paper Paper, subject string, write func(*periodFacts) *story) (document.Document, error) {
	f, err := gatherFacts(tx, in, paper)
	if err != nil {
		return document.Document{}, err
	}
	doc := paper.document(in, "BÁO CÁO", subject)
	if !paper.Profile.IsParty() {
		doc.Subject = store.UpperFirst(strings.TrimPrefix(subject, "về "))
		if above := paper.Issuer.Superior; above != "" {
			doc.Address = &document.Address{Label: "Kính gửi", To: []string{above}} // NĐ 30: a report to a superior is addressed
		}
	}
	if doc.Blocks, err = write(f).inOfficeWords(paper).printed(tx, in, paper); err != nil {
		return document.Document{}, err
	}
	doc.Blocks = append([]document.Block{paper.countedTo()}, doc.Blocks...)
	f.remarkUnwritten()
	doc.Annexes, err = f.annexes(tx, in)
	return doc, err
}

// remarkUnwritten tells the clerk what the office itself has not written down yet. The level above is told the figures, not this.
func (f *periodFacts) remarkUnwritten() {
	n, t := f.now, f.now.turns
	say := func(is bool, sentence string) {
		if is {
			f.paper.remark(logScreen, sentence)
		}
	}
	say(n.unrecorded > 0, document.TwoDigits(n.unrecorded)+
		" cuộc họp trong kỳ đã qua ngày mà chưa ghi kết quả. Hãy ghi ở Nhật ký để số liệu đủ.")
	say(t.heldUnrecorded > 0, document.TwoDigits(t.heldUnrecorded)+
		" lượt phải dự tại cuộc đã họp chưa ghi ai dự. Hãy ghi ở Nhật ký để tỷ lệ dự đủ.")
	say(t.unrecorded > t.heldUnrecorded, document.TwoDigits(t.unrecorded-t.heldUnrecorded)+
		" lượt phải dự chưa ghi có họp hay không, nên chưa tính vào tỷ lệ dự. Hãy ghi ở Nhật ký.")
	say(n.held > 0 && n.advice == 0, "nhật ký trong kỳ chưa ghi nội dung góp ý nào của cán bộ. Hãy ghi ở Nhật ký nếu có góp ý.")
}

func gatherFacts(tx *store.Tx, in Input, paper Paper) (*periodFacts, error) {
	f := &periodFacts{paper: paper, unitID: in.UnitID, period: in.Period, kinds: map[string]string{}, today: tx.Today}
	err := f.gatherMatters(tx, in)
	if err != nil {
		return nil, err
	}
	if f.now, err = figuresFor(tx, expectedOfOfficers(paper.Span, in.UnitID)); err != nil {
		return nil, err
	}
	if f.before, err = paper.earlierFigures(tx, in.Period.Previous(), in.UnitID); err != nil {
		return nil, err
	}
	f.lastYear = f.before
	if before := in.Period.SamePeriodLastYear(); before != f.before.period {
		if f.lastYear, err = paper.earlierFigures(tx, before, in.UnitID); err != nil {
			return nil, err
		}
	}
	if f.lines, err = assignments.Active(tx, assignments.Filter{Day: paper.AsOf, UnderID: in.UnitID}); err != nil {
		return nil, err
	}
	if f.coverage, err = assignments.Cover(tx, assignments.CoverageFilter{Day: paper.AsOf, UnderID: in.UnitID}); err != nil {
		return nil, err
	}
	f.vacant = f.coverage.Vacant()
	if err = f.gatherPlaces(tx); err != nil {
		return nil, err
	}
	if f.moves, err = movesOf(tx, f); err != nil {
		return nil, err
	}
	return f, f.name(tx)
}

// name reads the names of people, places and kinds for the annexes.
func (f *periodFacts) name(tx *store.Tx) (err error) {
	var people, places []string
	for _, line := range f.lines {
		if line.OfficerID != "" {
			people = append(people, line.OfficerID)
		}
		places = append(places, line.TargetID)
	}
	for id := range f.now.byOfficer {
		people = append(people, id)
	}
	for _, row := range f.vacant {
		places = append(places, row.TargetID, row.UpperID)
	}
	if f.words, err = namesOf(tx, people, places, f.paper.AsOf); err != nil {
		return err
	}
	var kinds []assignments.Kind
	err = tx.Find(&kinds).Error
	for _, kind := range kinds {
		f.kinds[kind.ID] = kind.Name
	}
	return err
}

// gatherMatters reads what the register of matters says of the period.
func (f *periodFacts) gatherMatters(tx *store.Tx, in Input) (err error) {
	filter := matterFilter(in, f.paper)
	if f.byField, f.matters, err = byField(tx, filter, f.paper.within); err != nil {
		return err
	}
	if f.byFields, err = matters.ByField(tx, filter); err != nil {
		return err
	}
	if f.loop, err = matters.Loop(tx, filter); err != nil {
		return err
	}
	filter.Worklist = matters.ToConvey
	f.toTell.Filter = filter
	f.toTell.Value, err = matters.Count(tx, filter, 0)
	return err
}
