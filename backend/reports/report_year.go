package reports

import (
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/store"
)

// summingStory writes R21: the report that sums up a half year or a year for the conference that looks back on it. Besides what
// R20 tells it says what was adjusted, whom the figures allow to commend or to criticise, and what the time to come asks for.
func summingStory(f *periodFacts) *story {
	s := &story{code: "R21", facts: f, named: f.named()}
	f.opening(s)
	s.part("I", "Tình hình phân công, điều chỉnh phân công")
	f.assigned(s, "I")
	s.say("I.dieu-chinh", f.adjusted())
	s.part("II", "Kết quả thực hiện")
	s.section("II.1", "Dự họp, sinh hoạt ở cơ sở")
	f.met(s, "II.1")
	s.section("II.2", "Nắm tình hình, góp ý và truyền đạt chủ trương")
	f.heard(s, "II.2")
	f.contributed(s, "II.2")
	s.section("II.3", "Ý kiến, kiến nghị và kết quả giải quyết")
	f.raised(s, "II.3")
	s.part("III", "Đánh giá chung")
	f.judged(s, "III")
	s.part("IV", "Đề xuất khen thưởng, phê bình")
	f.commended(s, "IV")
	s.part("V", "Phương hướng, nhiệm vụ "+f.period.Next().Label())
	s.say("V.chi-tieu", f.aims())
	f.ahead(s, "V")
	s.item("V.het-han", when(f.moves.ending > 0, store.UpperFirst(f.staff()+
		"tham mưu gia hạn hoặc phân công lại {số phân công hết hạn kỳ tới} phân công hết hạn trong {kỳ tới}.")))
	return s
}

// assignmentMoves is how the assignments changed in the period, and how many run out in the next one.
type assignmentMoves struct{ begun, ended, decisions, ending int }

func movesOf(tx *store.Tx, f *periodFacts) (m assignmentMoves, err error) {
	span, next := f.paper.Span, f.period.Next().Span()
	lines, err := assignments.Active(tx, assignments.Filter{Span: dates.Span{From: span.From, To: next.To}, UnderID: f.unitID})
	if err != nil {
		return m, err
	}
	decisions := map[string]bool{}
	for _, line := range lines {
		if span.Contains(line.ValidFrom) && line.ValidFrom <= f.paper.AsOf {
			m.begun++
			decisions[line.DecisionID] = line.DecisionID != ""
		}
		if span.Contains(line.ValidTo) && line.ValidTo <= f.paper.AsOf {
			m.ended++
			decisions[line.DecisionOutID] = line.DecisionOutID != ""
		}
		if next.Contains(line.ValidTo) && line.ValidFrom <= f.paper.AsOf {
			m.ending++
		}
	}
	for _, known := range decisions {
		if known {
			m.decisions++
		}
	}
	return m, nil
}

// adjusted tells what assignments were made and ended.
func (f *periodFacts) adjusted() string {
	m := f.moves
	var parts []string
	if m.begun > 0 {
		parts = append(parts, "giao mới {số lượt giao mới} lượt phân công")
	}
	if m.ended > 0 {
		parts = append(parts, "thôi phân công {số lượt thôi phân công} lượt")
	}
	if len(parts) == 0 {
		return "Trong {kỳ báo cáo} không điều chỉnh phân công."
	}
	return "Trong {kỳ báo cáo} đã " + strings.Join(parts, "; ") + when(m.decisions > 0, "; theo {số quyết định phân công} quyết định") + "."
}

// commended says what the figures allow to commend and to criticise: places and bodies. Persons are named by the conference.
func (f *periodFacts) commended(s *story, at string) {
	s.section(at+".1", "Khen thưởng")
	full := f.fullPlaces()
	s.say(
		at+".1.tap-the",
		when(len(full) > 0, "Đề nghị xem xét biểu dương, khen thưởng nơi cán bộ dự đủ các cuộc họp: "+placeNames(full)+"."),
	)
	s.ask(at+".1.ca-nhan", "Tập thể, cá nhân khác đề nghị khen thưởng, thành tích cụ thể; số liệu không nói thay được.")
	s.section(at+".2", "Phê bình, nhắc nhở")
	var named []string
	if low := f.lowPlaces(); len(low) > 0 {
		named = append(named, "nơi có tỷ lệ dự thấp: "+placesWithRates(low))
	}
	for _, d := range f.debtors[:min(mostNamed, len(f.debtors))] {
		named = append(named, braceless(d.name)+" để quá hạn trả lời {"+lateAt(d)+"} nội dung")
	}
	s.say(at+".2.tap-the", when(len(named) > 0, "Đề nghị phê bình, nhắc nhở: "+strings.Join(named, "; ")+"."))
	s.say(at+".2.vang", when(
		f.now.turns.absent > 0,
		"Cán bộ có lượt vắng không có lý do ({số lượt vắng không lý do} lượt trong kỳ) báo cáo, kiểm điểm trách nhiệm với nơi phân công.",
	))
	s.ask(at+".2.ca-nhan", "Tập thể, cá nhân khác cần phê bình, nhắc nhở và lý do.")
}

// aims says what is to be reached in the time to come.
func (f *periodFacts) aims() string {
	parts := []string{"tất cả nơi phải có người phụ trách đều được phân công"}
	if f.now.turns.held > 0 && f.now.turns.done > 0 {
		parts = append(parts, "tỷ lệ dự họp không thấp hơn {tỷ lệ dự} ({số lượt dự được tính}/{số lượt có họp} lượt)")
	}
	return "Trong {kỳ tới} phấn đấu: " + strings.Join(append(parts, "không để ý kiến, kiến nghị quá hạn trả lời, phản hồi"), "; ") + "."
}

// heard tells in how many places meetings were held; what was heard there, a person adds.
func (f *periodFacts) heard(s *story, at string) {
	n := f.now
	switch {
	case n.held == 0 || n.places == 0:
		s.say(at+".nam", "")
	case n.places == 1:
		s.say(at+".nam", "Cuộc họp được ghi nhận tại {số nơi đã họp} địa bàn, tổ chức đảng.")
	default:
		s.say(at+".nam", "Tình hình cơ sở được nắm qua các cuộc họp, sinh hoạt tại {số nơi đã họp} địa bàn, tổ chức đảng.")
	}
	s.ask(
		at+".tinh-hinh",
		"Tình hình nổi lên ở địa bàn: sản xuất, đời sống, hạ tầng, việc được nhiều nơi nêu. Ghi việc và địa bàn, không ghi ý kiến, tư tưởng của cá nhân.",
	)
}

var reportR21 = Report{
	Code:        "R21",
	Use:         UsePeriod,
	Name:        "bao-cao-tong-ket",
	Title:       "Báo cáo sơ kết 6 tháng, tổng kết năm",
	Description: "Báo cáo bằng lời viết từ số liệu, so với cùng kỳ năm trước: điều chỉnh phân công, đề xuất khen thưởng, phê bình, nhiệm vụ kỳ tới; kèm phụ lục.",
	Periods:     summed,
	Symbol:      "BC",
	Forms:       everyForm,
	Takes:       []Choice{ChooseUnit},
	Each:        everyPlace,
	Signature:   SignedByIssuer,
	Conditions:  []Condition{PeriodOver, FiguresKnown},
	Story:       summingStory,
	Build:       summingReport,
}

// summingReport is R21.
func summingReport(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	what := "sơ kết"
	if in.Period.Kind() == dates.Year {
		what = "tổng kết"
	}
	return tell(tx, in, paper, what+" công tác theo dõi, hỗ trợ cơ sở"+paper.inScope()+", "+in.Period.Label(), summingStory)
}
