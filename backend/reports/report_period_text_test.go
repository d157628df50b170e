package reports

import (
	"strconv"
	"strings"
	"testing"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/papers"
)

// factsOf are the facts of a period that is over, with nothing recorded.
func factsOf(period dates.Period) *periodFacts {
	span := period.Span()
	paper := Paper{Span: span, AsOf: span.Last(), Issuer: papers.Issuer{Name: "Huyện ủy Quới Mẫu"}}
	return &periodFacts{paper: paper, period: period, today: span.Last().AddDays(3),
		before: earlier{period: period.Previous()}, lastYear: earlier{period: period.SamePeriodLastYear()}}
}

func (f *periodFacts) lined(holders ...string) {
	for i, who := range holders {
		line := assignments.Line{TargetID: strconv.Itoa(i)}
		if strings.HasPrefix(who, "tổ") {
			line.TeamID = who
		} else {
			line.OfficerID = who
		}
		f.lines = append(f.lines, line)
	}
}

// cover sets how many places need somebody and how many have somebody.
func (f *periodFacts) cover(required, covered int) {
	f.coverage.Required, f.coverage.Covered = required, covered
	f.vacant = make([]assignments.CoverageRow, required-covered)
}

func countedAs(n int, what string) coded { return coded{count{what, n}, what} }

func numberOf(n int) matters.Number { return matters.Number{Value: n} }

// turned are turns of meetings that were all held and attended in person, but for those named.
func turned(t turns) turns {
	t.done = max(t.done, t.attended)
	t.counted = t.done - t.attended
	t.due = t.attended + t.substituted + t.excused + t.absent + t.unrecorded
	t.held = t.due - t.unrecorded
	return t
}

// wordsAt renders every place of a story as it prints, by its key.
func wordsAt(t interface{ Fatalf(string, ...any) }, s *story) map[string]string {
	out := map[string]string{}
	for _, p := range s.passages {
		if p.kind != passageText && p.kind != passageDash {
			continue
		}
		runs, unknown := s.named.fill(p.text)
		if len(unknown) > 0 {
			t.Fatalf("%s: no figures of these names: %q", p.key, unknown)
		}
		text := ""
		for _, run := range runs {
			text += run.Text
		}
		if _, twice := out[p.key]; twice {
			t.Fatalf("%s stands twice", p.key)
		}
		out[p.key] = text
	}
	return out
}

// saying is one case: figures, and the whole sentence at a place; "" = nothing is said there.
type saying struct {
	name string
	set  func(*periodFacts)
	want string
}

func nothingSet(*periodFacts) {}

// hold says each case at a place of the report of a period.
func hold(t *testing.T, period dates.Period, write func(*periodFacts) *story, key string, cases ...saying) {
	t.Helper()
	for _, c := range cases {
		f := factsOf(period)
		c.set(f)
		got, is := wordsAt(t, write(f))[key]
		if !is && c.want != "" {
			t.Errorf("%s %s, %s: the report has no such place", period, key, c.name)
		}
		if got != c.want {
			t.Errorf("%s %s, %s:\n got %q\nwant %q", period, key, c.name, got, c.want)
		}
	}
}

const junePeriod = dates.Period("2026-06")

func TestPeriodOpens(t *testing.T) {
	t.Parallel()
	place := func(f *periodFacts) { f.paper.Scope = "Xã Mẫu Một" }
	rest := "Huyện ủy Quới Mẫu báo cáo kết quả công tác theo dõi, hỗ trợ cơ sở"
	for period, label := range map[dates.Period]string{junePeriod: "tháng 6 năm 2026", "2026-02": "tháng 02 năm 2026",
		"2026-Q2": "quý II năm 2026",
		"2026-H1": "6 tháng đầu năm 2026", "2026-9T": "9 tháng đầu năm 2026", "2026": "năm 2026"} {
		for _, write := range []func(*periodFacts) *story{periodStory, summingStory} {
			hold(t, period, write, "mo-dau", saying{"whole office", nothingSet, rest + " trong " + label + " như sau:"},
				saying{"one place", place, rest + " trong " + label + ", địa bàn xã Mẫu Một như sau:"})
		}
	}
}

func TestPeriodTellsWhoIsInCharge(t *testing.T) {
	t.Parallel()
	hold(
		t,
		junePeriod,
		periodStory,
		"I.1.phan-cong",
		saying{"none", nothingSet, "Đến ngày 30/6/2026 chưa có quyết định phân công nào đang có hiệu lực."},
		saying{
			"one",
			func(f *periodFacts) { f.lined("a") },
			"Đến ngày 30/6/2026 có 01 đồng chí được phân công theo dõi, phụ trách 01 địa bàn, tổ chức đảng.",
		},
		saying{
			"one of several places",
			func(f *periodFacts) { f.lined("a", "a", "b") },
			"Đến ngày 30/6/2026 có 02 đồng chí được phân công theo dõi, phụ trách 03 địa bàn, tổ chức đảng.",
		},
		saying{
			"teams",
			func(f *periodFacts) { f.lined("tổ 1", "tổ 2") },
			"Đến ngày 30/6/2026 có 02 tổ công tác được phân công theo dõi, phụ trách 02 địa bàn, tổ chức đảng.",
		},
		saying{
			"both",
			func(f *periodFacts) { f.lined("a", "tổ 1") },
			"Đến ngày 30/6/2026 có 01 đồng chí và 01 tổ công tác được phân công theo dõi, phụ trách 02 địa bàn, tổ chức đảng.",
		},
	)
	covered := func(required, have int) func(*periodFacts) { return func(f *periodFacts) { f.cover(required, have) } }
	state := func(f *periodFacts) { f.cover(5, 3); f.paper.Profile.Form = document.FormState }
	hold(
		t,
		junePeriod,
		periodStory,
		"I.1.phu-kin",
		saying{"no rule", nothingSet, ""},
		saying{"the one", covered(1, 1), "01 nơi phải có người phụ trách đã được phân công."},
		saying{"all", covered(12, 12), "Cả 12 nơi phải có người phụ trách đều đã được phân công."},
		saying{"not the one", covered(1, 0), "01 nơi phải có người phụ trách nhưng chưa được phân công (danh sách tại Phụ lục kèm theo)."},
		saying{"none", covered(2, 0), "Cả 02 nơi phải có người phụ trách đều chưa được phân công (danh sách tại Phụ lục kèm theo)."},
		saying{
			"some",
			covered(3, 2),
			"Trong 03 nơi phải có người phụ trách, 02 nơi đã được phân công (đạt 66,7%), 01 nơi chưa có người phụ trách (danh sách tại Phụ lục kèm theo).",
		},
		saying{
			"state form",
			state,
			"Trong 05 nơi phải có người phụ trách, 03 nơi đã được phân công (đạt 60%), 02 nơi chưa có người phụ trách (danh sách tại Phụ lục kèm theo).",
		},
	)
	hold(
		t,
		"2026",
		summingStory,
		"I.phan-cong",
		saying{"year", nothingSet, "Đến ngày 31/12/2026 chưa có quyết định phân công nào đang có hiệu lực."},
	)
}

func TestPeriodTellsOfMeetings(t *testing.T) {
	t.Parallel()
	kinds := func(n int) func(*periodFacts) {
		return func(f *periodFacts) {
			for i := range n {
				f.now.held += n - i
				f.now.kinds = append(f.now.kinds, countedAs(n-i, "Họp loại "+strconv.Itoa(i+1)))
			}
		}
	}
	const none = "Trong tháng 6 năm 2026 chưa có số liệu về cuộc họp, sinh hoạt đã tổ chức ở cơ sở."
	hold(
		t,
		junePeriod,
		periodStory,
		"I.2.da-hop",
		saying{"nothing", nothingSet, none}, saying{"none held", func(f *periodFacts) { f.now.postponed = 1 }, none},
		saying{"one kind", kinds(1), "Các cơ sở đã tổ chức 01 cuộc họp, sinh hoạt được ghi nhận (họp loại 1)."},
		saying{"two kinds", kinds(2), "Các cơ sở đã tổ chức 03 cuộc họp, sinh hoạt được ghi nhận, gồm: họp loại 1 (02); họp loại 2 (01)."},
		saying{
			"more kinds than are told",
			kinds(9),
			"Các cơ sở đã tổ chức 45 cuộc họp, sinh hoạt được ghi nhận, nhiều nhất là: họp loại 1 (09); họp loại 2 (08); họp loại 3 (07); " +
				"họp loại 4 (06); họp loại 5 (05); họp loại 6 (04); họp loại 7 (03); họp loại 8 (02).",
		},
	)
	hold(t, junePeriod, periodStory, "I.2.khong-hop",
		saying{"all were held", kinds(1), ""},
		saying{"besides", func(f *periodFacts) { kinds(1)(f); f.now.cancelled = 2; f.now.unrecorded = 1 },
			"Ngoài ra, không tổ chức 02 cuộc."},
		saying{"nothing besides", func(f *periodFacts) { f.now.postponed, f.now.suspended = 10, 1 }, "Hoãn 10 cuộc; tạm dừng 01 cuộc."})
	hold(
		t,
		"2026",
		summingStory,
		"II.2.nam",
		saying{"none", nothingSet, ""},
		saying{"one", func(f *periodFacts) { f.now.held, f.now.places = 4, 1 }, "Cuộc họp được ghi nhận tại 01 địa bàn, tổ chức đảng."},
		saying{
			"many",
			func(f *periodFacts) { f.now.held, f.now.places = 4, 3 },
			"Tình hình cơ sở được nắm qua các cuộc họp, sinh hoạt tại 03 địa bàn, tổ chức đảng.",
		},
	)
}

func TestPeriodTellsWhoAttended(t *testing.T) {
	t.Parallel()
	of := func(x turns) func(*periodFacts) {
		return func(f *periodFacts) { f.now.held, f.now.turns = 1, turned(x) }
	}
	hold(
		t,
		junePeriod,
		periodStory,
		"I.2.du-hop",
		saying{
			"nothing recorded",
			nothingSet,
			"",
		},
		saying{"nobody due", of(turns{}), "Không có cuộc họp nào có cán bộ được phân công phải dự."},
		saying{"all", of(turns{attended: 5}), "Cán bộ được phân công phải dự 05 lượt, đã dự đủ (chi tiết tại Phụ lục kèm theo)."},
		saying{"state form", func(f *periodFacts) { of(turns{attended: 5})(f); f.paper.Profile.Form = document.FormState },
			"Cán bộ được phân công phải dự 05 lượt, đã dự đủ (chi tiết tại Phụ lục kèm theo)."},
		saying{
			"none held",
			of(turns{unrecorded: 4}),
			"Cán bộ được phân công phải dự 04 lượt (chi tiết tại Phụ lục kèm theo).",
		},
		saying{
			"missed the one",
			of(turns{absent: 1}),
			"Cán bộ được phân công phải dự 01 lượt, chưa dự lượt nào; vắng không có lý do 01 lượt (chi tiết tại Phụ lục kèm theo).",
		},
		saying{
			"none attended",
			of(turns{excused: 1, absent: 2}),
			"Cán bộ được phân công phải dự 03 lượt, chưa dự lượt nào trong 03 lượt có họp; vắng có lý do 01 lượt; vắng không có lý do 02 lượt (chi tiết tại Phụ lục kèm theo).",
		},
		saying{
			"only others in their stead",
			of(turns{substituted: 2, done: 2}),
			"Cán bộ được phân công phải dự 02 lượt, chưa trực tiếp dự lượt nào; dự thay được tính là 02/02 lượt có họp (đạt 100%); cử người dự thay 02 lượt (chi tiết tại Phụ lục kèm theo).",
		},
		saying{
			"some",
			of(turns{attended: 3, absent: 1, unrecorded: 2}),
			"Cán bộ được phân công phải dự 06 lượt, đã dự 03/04 lượt có họp (đạt 75%); vắng không có lý do 01 lượt (chi tiết tại Phụ lục kèm theo).",
		},
		saying{
			"others count",
			of(turns{attended: 2, substituted: 1, done: 3}),
			"Cán bộ được phân công phải dự 03 lượt, đã dự 02 lượt; cùng 01 lượt dự thay được tính là 03/03 lượt có họp (đạt 100%); cử người dự thay 01 lượt (chi tiết tại Phụ lục kèm theo).",
		},
	)
}

func TestPeriodTellsWhatWasAdvised(t *testing.T) {
	t.Parallel()
	of := func(advice, accepted int, fields ...coded) func(*periodFacts) {
		return func(f *periodFacts) { f.now.advice, f.now.accepted, f.now.fields = advice, accepted, fields }
	}
	a, b, c, d := countedAs(4, "Đất đai"), countedAs(3, "Hạ tầng, giao thông"), countedAs(2, "Y tế"), countedAs(1, "Giáo dục")
	hold(
		t,
		junePeriod,
		periodStory,
		"I.3.gop-y",
		saying{"none", nothingSet, ""}, saying{"one", of(1, 0), "Cán bộ được phân công đã góp ý 01 nội dung."},
		saying{"one accepted", of(1, 1, d), "Cán bộ được phân công đã góp ý 01 nội dung về lĩnh vực Giáo dục; được cơ sở tiếp thu."},
		saying{
			"all accepted",
			of(4, 4, a),
			"Cán bộ được phân công đã góp ý 04 nội dung về lĩnh vực Đất đai; đều được cơ sở tiếp thu toàn bộ hoặc một phần.",
		},
		saying{
			"one field known of some",
			of(4, 1, c),
			"Cán bộ được phân công đã góp ý 04 nội dung, trong đó 01 nội dung được cơ sở tiếp thu toàn bộ hoặc một phần; về lĩnh vực Y tế có 02 nội dung.",
		},
		saying{
			"many fields",
			of(10, 3, a, b, c, d),
			"Cán bộ được phân công đã góp ý 10 nội dung, trong đó 03 nội dung được cơ sở tiếp thu toàn bộ hoặc một phần; " +
				"tập trung vào các lĩnh vực: Đất đai (04); Hạ tầng, giao thông (03); Y tế (02).",
		},
	)
	told := func(n int, topics ...coded) func(*periodFacts) {
		return func(f *periodFacts) { f.now.conveyed, f.now.topics = n, topics }
	}
	hold(
		t,
		junePeriod,
		periodStory,
		"I.3.truyen-dat",
		saying{"none", nothingSet, ""},
		saying{
			"one",
			told(1, countedAs(1, "Nghị quyết {số 1}.")),
			"Đã truyền đạt 01 lượt chủ trương, văn bản của cấp trên: Nghị quyết (số 1).",
		},
		saying{"two", told(3, countedAs(2, "Nghị quyết 1."), countedAs(1, "Chỉ thị {2}")),
			"Đã truyền đạt 03 lượt chủ trương, văn bản của cấp trên: Nghị quyết 1 (02); Chỉ thị (2) (01)."},
		saying{
			"more than are told",
			told(7, countedAs(2, "A"), countedAs(1, "B"), countedAs(1, "C"), countedAs(1, "D"), countedAs(1, "E"), countedAs(1, "G")),
			"Đã truyền đạt 07 lượt chủ trương, văn bản của cấp trên, nhiều nhất là: A (02); B (01); C (01); D (01); E (01).",
		},
	)
}
