package reports

import (
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/store"
)

// summingStory writes R21: the report that sums up a half year or a year for the conference that looks back on it.
func summingStory(f *periodFacts) *story {
	s := &story{code: "R21", facts: f, named: f.named()}
	f.opening(s)
	s.part("I", "Tình hình phân công")
	f.assigned(s, "I")
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
	s.part("IV", "Phương hướng, nhiệm vụ và đề xuất")
	f.ahead(s, "IV")
	return s
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
	Description: "Báo cáo bằng lời viết từ số liệu, so với cùng kỳ năm trước, có chỗ để ghi bài học và đề xuất; kèm phụ lục.",
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
