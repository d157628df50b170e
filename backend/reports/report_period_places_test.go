package reports

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/matters"
	"caunoi/backend/papers"
	"caunoi/backend/units"
)

// ranAt sets the attendance of places: name, turns done, turns with a meeting.
func ranAt(list ...any) func(*periodFacts) {
	return func(f *periodFacts) {
		for i := 0; i < len(list); i += 3 {
			done, held := list[i+1].(int), list[i+2].(int)
			f.places = append(
				f.places,
				placeTurns{fmt.Sprint(i), list[i].(string), turns{due: held, held: held, done: done, attended: done}},
			)
		}
	}
}

// late makes overdue matters at bodies: name, number of the matter, working days past the term; "" is at no body.
func late(list ...any) func(*periodFacts) {
	return func(f *periodFacts) {
		var rows []matters.Row
		for i := 0; i < len(list); i += 3 {
			r := matters.Row{Body: list[i].(string), NoText: list[i+1].(string), LateDays: list[i+2].(int)}
			if r.Body != "" {
				r.BodyID, r.State = r.Body, matters.Referred
			}
			rows = append(rows, r)
		}
		f.matters.Overdue = numberOf(len(rows))
		f.addDebtors(rows)
	}
}

// vacantBelow sets how many places below each unit have nobody.
func vacantBelow(counts ...int) func(*periodFacts) {
	return func(f *periodFacts) {
		f.words.units = map[string]units.Ref{}
		for i, n := range counts {
			id := fmt.Sprint("u", i)
			f.words.units[id] = units.Ref{Name: "Xã Mẫu " + string(rune('A'+i))}
			for range n {
				f.vacant = append(f.vacant, assignments.CoverageRow{UpperID: id})
			}
		}
		f.coverage.Required = len(f.vacant)
	}
}

func both(sets ...func(*periodFacts)) func(*periodFacts) {
	return func(f *periodFacts) {
		for _, set := range sets {
			set(f)
		}
	}
}

// The report names the places that do best and worst, each with its figures, and none where there is nothing to compare.
func TestPeriodNamesPlaces(t *testing.T) {
	t.Parallel()
	hold(
		t,
		junePeriod,
		periodStory,
		"I.2.noi",
		saying{"no places", nothingSet, ""},
		saying{"one place", ranAt("xã A", 3, 3), ""},
		saying{"too few turns", ranAt("xã A", 3, 3, "xã B", 0, 2), ""},
		saying{"all alike", ranAt("xã A", 3, 4, "xã B", 6, 8), ""},
		saying{
			"two",
			ranAt("xã B", 1, 4, "xã A", 3, 3),
			"Tỷ lệ dự cao nhất: xã A (03/03 lượt, đạt 100%); thấp nhất: xã B (01/04 lượt, đạt 25%).",
		},
		saying{
			"equal ones in the middle",
			ranAt("xã A", 3, 3, "xã B", 4, 5, "xã C", 4, 5, "xã D", 1, 5),
			"Tỷ lệ dự cao nhất: xã A (03/03 lượt, đạt 100%); xã B (04/05 lượt, đạt 80%); thấp nhất: xã D (01/05 lượt, đạt 20%).",
		},
		saying{
			"the best are not the worst", ranAt("xã A", 3, 3, "xã B", 3, 3, "xã C", 3, 3, "xã D", 1, 5),
			"Tỷ lệ dự cao nhất: xã A (03/03 lượt, đạt 100%); xã B (03/03 lượt, đạt 100%); thấp nhất: xã D (01/05 lượt, đạt 20%).",
		},
		saying{
			"seven", ranAt("xã A", 9, 9, "xã B", 8, 9, "xã C", 7, 9, "xã D", 6, 9, "xã E", 5, 9, "xã G", 4, 9, "xã H", 3, 9),
			"Tỷ lệ dự cao nhất: xã A (09/09 lượt, đạt 100%); xã B (08/09 lượt, đạt 88,9%); xã C (07/09 lượt, đạt 77,8%); " +
				"thấp nhất: xã H (03/09 lượt, đạt 33,3%); xã G (04/09 lượt, đạt 44,4%); xã E (05/09 lượt, đạt 55,6%).",
		},
	)
	hold(t, junePeriod, periodStory, "II.1.noi-tot", saying{"none", nothingSet, ""},
		saying{"one", ranAt("xã B", 1, 4, "xã A", 3, 3), "Nơi thực hiện tốt: xã A (03/03 lượt, đạt 100%)."})
	hold(t, junePeriod, periodStory, "II.2.noi-thap", saying{"none", nothingSet, ""},
		saying{"the worst is good", ranAt("xã A", 10, 10, "xã B", 8, 10), ""},
		saying{"just below", ranAt("xã A", 10, 10, "xã B", 7, 10), "Tỷ lệ dự còn thấp ở: xã B (07/10 lượt, đạt 70%)."})
	hold(t, junePeriod, periodStory, "III.noi-thap", saying{"none", nothingSet, ""},
		saying{
			"two", ranAt("xã A", 10, 10, "xã B", 9, 10, "xã C", 7, 10, "xã D", 1, 10),
			"Cấp ủy nơi có tỷ lệ dự thấp kiểm điểm nguyên nhân, có biện pháp khắc phục trong tháng 7 năm 2026: xã D; xã C.",
		})
}

// The report names the bodies that are late and with what, and says who does what by when.
func TestPeriodNamesDebtors(t *testing.T) {
	t.Parallel()
	one := late("Phòng Mẫu", "12/2026", 31)
	many := late(
		"Phòng B",
		"1/2026",
		4,
		"Phòng A",
		"2/2026",
		5,
		"Phòng A",
		"3/2026",
		9,
		"Phòng C",
		"4/2026",
		1,
		"Phòng D",
		"5/2026",
		2,
		"",
		"6/2026",
		3,
	)
	hold(t, junePeriod, periodStory, "I.4.co-quan",
		saying{"none", nothingSet, ""},
		saying{"one", one, "Quá hạn trả lời: Phòng Mẫu 01 nội dung (lâu nhất: kiến nghị số 12/2026, quá 31 ngày làm việc)."},
		saying{
			"only here", late("", "6/2026", 3),
			"Quá hạn ở khâu chuyển hoặc phản hồi về cơ sở: 01 nội dung.",
		},
		saying{
			"many", many, "Quá hạn trả lời: Phòng A 02 nội dung (lâu nhất: kiến nghị số 3/2026, quá 09 ngày làm việc); " +
				"Phòng B 01 nội dung (lâu nhất: kiến nghị số 1/2026, quá 04 ngày làm việc); " +
				"Phòng C 01 nội dung (lâu nhất: kiến nghị số 4/2026, quá 01 ngày làm việc); và 01 cơ quan khác. " +
				"Quá hạn ở khâu chuyển hoặc phản hồi về cơ sở: 01 nội dung.",
		})
	hold(t, junePeriod, periodStory, "II.2.qua-han", saying{"one", one,
		"Còn 01 ý kiến, kiến nghị quá hạn ở các khâu chuyển, trả lời hoặc phản hồi, tại Phòng Mẫu."}, saying{"many", many,
		"Còn 06 ý kiến, kiến nghị quá hạn ở các khâu chuyển, trả lời hoặc phản hồi, nhiều nhất tại Phòng A (02)."})
	hold(
		t,
		junePeriod,
		periodStory,
		"III.qua-han",
		saying{"none", nothingSet, ""},
		saying{
			"one",
			one,
			"Đề nghị trả lời dứt điểm ý kiến, kiến nghị quá hạn trước ngày 31/7/2026: Phòng Mẫu (01). Văn phòng theo dõi, đôn đốc.",
		},
		saying{
			"a cell has no office", both(one, func(f *periodFacts) { f.paper.Issuer.Kind = papers.Cell }),
			"Đề nghị trả lời dứt điểm ý kiến, kiến nghị quá hạn trước ngày 31/7/2026: Phòng Mẫu (01).",
		},
		saying{
			"a cell settles itself", both(late("", "6/2026", 3), func(f *periodFacts) { f.paper.Issuer.Kind = papers.Cell }),
			"Giải quyết dứt điểm 01 ý kiến, kiến nghị đang quá hạn trước ngày 31/7/2026.",
		},
		saying{
			"many", many, "Đề nghị trả lời dứt điểm ý kiến, kiến nghị quá hạn trước ngày 31/7/2026: " +
				"Phòng A (02); Phòng B (01); Phòng C (01); và 01 cơ quan khác. Văn phòng theo dõi, đôn đốc.",
		},
	)
	hold(t, "2026-H1", periodStory, "III.phan-hoi", saying{"by when", func(f *periodFacts) { f.toTell = numberOf(1) },
		"Văn phòng phản hồi về cơ sở 01 ý kiến, kiến nghị đã có trả lời, xong trước ngày 31/7/2026."})
	hold(
		t,
		"2026-H1",
		periodStory,
		"III.phan-hoi",
		saying{"a late paper", func(f *periodFacts) { f.toTell, f.paper.Head.Date = numberOf(1), "2026-10-31" },
			"Văn phòng phản hồi về cơ sở 01 ý kiến, kiến nghị đã có trả lời, xong trước ngày 30/11/2026."},
	)
	hold(t, "2026", periodStory, "III.phan-hoi", saying{"by when", func(f *periodFacts) { f.toTell = numberOf(1) },
		"Văn phòng phản hồi về cơ sở 01 ý kiến, kiến nghị đã có trả lời, xong trước ngày 31/01/2027."})
}

func TestPeriodNamesVacancies(t *testing.T) {
	t.Parallel()
	hold(t, junePeriod, periodStory, "II.2.khuyet",
		saying{"one", vacantBelow(1), "Còn 01 nơi chưa có người phụ trách."},
		saying{"below two", vacantBelow(1, 3), "Còn 04 nơi chưa có người phụ trách: xã Mẫu B (03); xã Mẫu A (01)."},
		saying{
			"below four", vacantBelow(1, 3, 2, 2),
			"Còn 08 nơi chưa có người phụ trách, nhiều nhất ở: xã Mẫu B (03); xã Mẫu C (02); xã Mẫu D (02).",
		})
}

// R21 says besides what was adjusted, whom to commend and to criticise, and what comes next.
func TestSummingReportIsAPaperOfItsOwn(t *testing.T) {
	t.Parallel()
	moved := func(m assignmentMoves) func(*periodFacts) { return func(f *periodFacts) { f.moves = m } }
	for key, cases := range map[string][]saying{
		"I.dieu-chinh": {
			{"nothing", nothingSet, "Trong 6 tháng đầu năm 2026 không điều chỉnh phân công."},
			{"begun", moved(assignmentMoves{begun: 2}), "Trong 6 tháng đầu năm 2026 đã giao mới 02 lượt phân công."},
			{"ended", moved(assignmentMoves{ended: 1, decisions: 1}), "Trong 6 tháng đầu năm 2026 đã thôi phân công 01 lượt; theo 01 quyết định."},
			{
				"both", moved(assignmentMoves{begun: 12, ended: 1, decisions: 3}),
				"Trong 6 tháng đầu năm 2026 đã giao mới 12 lượt phân công; thôi phân công 01 lượt; theo 03 quyết định.",
			},
		},
		"IV.1.tap-the": {
			{"none", ranAt("xã A", 2, 3), ""},
			{
				"full", ranAt("xã A", 3, 3, "xã B", 1, 3, "xã C", 5, 5),
				"Đề nghị xem xét biểu dương, khen thưởng nơi cán bộ dự đủ các cuộc họp: xã C; xã A.",
			},
		},
		"IV.2.tap-the": {
			{"none", nothingSet, ""},
			{
				"places and bodies", both(ranAt("xã A", 3, 3, "xã B", 1, 3), late("Phòng Mẫu", "12/2026", 31)),
				"Đề nghị phê bình, nhắc nhở: nơi có tỷ lệ dự thấp: xã B (01/03 lượt, đạt 33,3%); Phòng Mẫu để quá hạn trả lời 01 nội dung.",
			},
		},
		"IV.2.vang": {
			{"none", nothingSet, ""},
			{
				"some", func(f *periodFacts) { f.now.turns = turned(turns{absent: 2}) },
				"Cán bộ có lượt vắng không có lý do (02 lượt trong kỳ) báo cáo, kiểm điểm trách nhiệm với nơi phân công.",
			},
		},
		"V.chi-tieu": {
			{
				"nothing", nothingSet, "Trong 6 tháng cuối năm 2026 phấn đấu: tất cả nơi phải có người phụ trách đều được phân công; " +
					"không để ý kiến, kiến nghị quá hạn trả lời, phản hồi.",
			},
			{
				"with a rate", func(f *periodFacts) { f.now.turns = turned(turns{attended: 3, absent: 1}) },
				"Trong 6 tháng cuối năm 2026 phấn đấu: tất cả nơi phải có người phụ trách đều được phân công; " +
					"tỷ lệ dự họp không thấp hơn 75% (03/04 lượt); không để ý kiến, kiến nghị quá hạn trả lời, phản hồi.",
			},
		},
		"V.het-han": {
			{"none", nothingSet, ""},
			{
				"some", moved(assignmentMoves{ending: 4}),
				"Văn phòng tham mưu gia hạn hoặc phân công lại 04 phân công hết hạn trong 6 tháng cuối năm 2026.",
			},
		},
	} {
		hold(t, "2026-H1", summingStory, key, cases...)
	}
	for period, want := range map[dates.Period]string{
		"2026-H1": "6 tháng cuối năm 2026", "2026-H2": "6 tháng đầu năm 2027", "2026": "năm 2027",
	} {
		list := summingStory(factsOf(period)).passages
		if !strings.Contains(fmt.Sprint(list), "Phương hướng, nhiệm vụ "+want) {
			t.Errorf("%s does not look ahead to %s", period, want)
		}
	}
}

// The annexes are numbered as they are printed; what has no rows is not printed and not referred to.
func TestAnnexesWithoutRowsAreNotPrinted(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		set    func(*periodFacts)
		labels string
	}{
		{"nothing", nothingSet, ""},
		{"one", vacantBelow(1), "1:Phụ lục"},
		{"two", both(vacantBelow(1), func(f *periodFacts) { f.matters.Received = numberOf(1) }), "1:Phụ lục 1 2:Phụ lục 2"},
		{"all", both(vacantBelow(1), func(f *periodFacts) { f.matters.Received, f.now.turns = numberOf(1), turned(turns{attended: 1}) }),
			"0:Phụ lục 1 1:Phụ lục 2 2:Phụ lục 3"},
	} {
		f := factsOf(junePeriod)
		c.set(f)
		var got []string
		for _, a := range f.printedAnnexes() {
			got = append(got, fmt.Sprintf("%d:%s", a, f.annexLabel(a)))
		}
		if strings.Join(got, " ") != c.labels {
			t.Errorf("%s: %q, want %q", c.name, got, c.labels)
		}
		text := fmt.Sprint(wordsAt(t, periodStory(f)))
		for a, ref := range []string{"chi tiết tại Phụ lục", "danh sách tại Phụ lục"} {
			if printed := strings.Contains(c.labels, fmt.Sprint(a, ":")); a == 1 && strings.Contains(text, ref) != printed {
				t.Errorf("%s: reference %q, printed %v", c.name, ref, printed)
			}
		}
	}
}

// A report of a large area totals by the unit below instead of listing hundreds of rows.
func TestLargeAnnexesTotalByPlace(t *testing.T) {
	t.Parallel()
	f := factsOf(junePeriod)
	both(vacantBelow(40, 41), ranAt("xã A", 3, 4, "xã B", 1, 4))(f)
	table := f.vacanciesByArea()
	if n := len(
		table.Rows,
	); n != 3 || table.Rows[0].Cells[2].Text != "40" || table.Rows[1].Cells[2].Text != "41" ||
		table.Rows[2].Cells[2].Text != "81" {
		t.Errorf("%d rows: %+v", n, table.Rows)
	}
	table = f.attendanceByPlace()
	total := table.Rows[len(table.Rows)-1].Cells
	if len(table.Rows) != 3 || total[2].Text != "8" || !strings.HasSuffix(total[len(total)-1].Text, "50%") {
		t.Errorf("%+v", table.Rows)
	}
}
