package reports

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/matters"
)

func TestPeriodTellsOfMatters(t *testing.T) {
	t.Parallel()
	of := func(n, voices int, fields ...matters.Summary) func(*periodFacts) {
		return func(f *periodFacts) { f.matters.Received, f.matters.Voices, f.byFields = numberOf(n), voices, fields }
	}
	field := func(n int, name string) matters.Summary {
		return matters.Summary{Key: name, Name: name, Received: numberOf(n)}
	}
	hold(
		t,
		junePeriod,
		periodStory,
		"I.4.tiep-nhan",
		saying{"none", nothingSet, "Trong tháng 6 năm 2026 không tiếp nhận ý kiến, kiến nghị nào."},
		saying{
			"none but before",
			func(f *periodFacts) { f.before.matters = 3 },
			"Trong tháng 6 năm 2026 không tiếp nhận ý kiến, kiến nghị nào (tháng trước: 03).",
		},
		saying{"one", of(1, 1, field(1, "Y tế")), "Đã tiếp nhận 01 ý kiến, kiến nghị về lĩnh vực Y tế (chi tiết tại Phụ lục kèm theo)."},
		saying{
			"with others alike",
			of(2, 9),
			"Đã tiếp nhận 02 ý kiến, kiến nghị (với 09 lượt ý kiến tương tự) (chi tiết tại Phụ lục kèm theo).",
		},
		saying{"fields", of(3, 3, field(1, "Y tế"), field(2, "Đất đai")),
			"Đã tiếp nhận 03 ý kiến, kiến nghị; tập trung vào các lĩnh vực: Đất đai (02); Y tế (01) (chi tiết tại Phụ lục kèm theo)."},
		saying{
			"state form",
			func(f *periodFacts) { of(2, 2)(f); f.paper.Profile.Form = document.FormState },
			"Đã tiếp nhận 02 ý kiến, kiến nghị (chi tiết tại Phụ lục kèm theo).",
		},
	)
	compare := func(n, before, lastYear int) func(*periodFacts) {
		return func(f *periodFacts) { of(n, n)(f); f.before.matters, f.lastYear.matters = before, lastYear }
	}
	running := func(n, before, lastYear int) func(*periodFacts) {
		return func(f *periodFacts) { compare(n, before, lastYear)(f); f.today = f.paper.Span.From }
	}
	hold(
		t,
		junePeriod,
		periodStory,
		"I.4.so-sanh",
		saying{"none now", compare(0, 2, 3), ""},
		saying{"none before", compare(2, 0, 0), ""},
		saying{"up", compare(3, 2, 0), "So với tháng trước, số ý kiến, kiến nghị tăng từ 02 lên 03 nội dung."},
		saying{"year only", compare(3, 0, 4), "So với cùng kỳ năm trước, số ý kiến, kiến nghị giảm từ 04 xuống 03 nội dung."},
		saying{
			"both",
			compare(3, 3, 4),
			"So với tháng trước, số ý kiến, kiến nghị giữ nguyên 03 nội dung; so với cùng kỳ năm trước, số ý kiến, kiến nghị giảm từ 04 xuống 03 nội dung.",
		},
		saying{
			"both, running",
			running(3, 3, 4),
			"Kỳ báo cáo chưa hết; so với cả tháng trước, số ý kiến, kiến nghị giữ nguyên 03 nội dung; " +
				"so với cả tháng 6 năm 2025, số ý kiến, kiến nghị giảm từ 04 xuống 03 nội dung.",
		},
		saying{
			"year only, running",
			running(3, 0, 4),
			"Kỳ báo cáo chưa hết; so với cả tháng 6 năm 2025, số ý kiến, kiến nghị giảm từ 04 xuống 03 nội dung.",
		},
	)
	hold(
		t,
		"2026",
		summingStory,
		"II.3.so-sanh",
		saying{"year", compare(3, 2, 2), "So với năm trước, số ý kiến, kiến nghị tăng từ 02 lên 03 nội dung."},
	)
	hold(
		t,
		junePeriod,
		periodStory,
		"I.4.ket-qua",
		saying{"none", nothingSet, ""},
		saying{
			"one",
			func(f *periodFacts) { of(1, 1)(f); f.matters.Waiting = numberOf(1) },
			"Kết quả đến ngày 03/7/2026: chưa có trả lời 01.",
		},
		saying{"each", func(f *periodFacts) {
			of(9, 9)(f)
			m := &f.matters
			m.Settled, m.Explained, m.Roadmap, m.Working, m.Waiting, m.Duplicate, m.Outside, m.Overdue = numberOf(
				2,
			), numberOf(
				1,
			), numberOf(
				1,
			), numberOf(
				1,
			), numberOf(
				2,
			), numberOf(
				1,
			), numberOf(
				1,
			), numberOf(
				2,
			)
		}, "Kết quả đến ngày 03/7/2026: giải quyết xong 02; giải trình, cung cấp thông tin 01; có lộ trình 01; đang giải quyết 01; chưa có trả lời 02; " +
			"trùng, đã nhập chung 01; không thuộc phạm vi 01; trong đó 02 nội dung quá hạn ở các khâu."},
	)
	loop := func(answered, told, again int) func(*periodFacts) {
		return func(f *periodFacts) {
			of(9, 9)(f)
			f.loop.Answered, f.loop.ToldBack, f.loop.Again = numberOf(answered), numberOf(told), numberOf(again)
		}
	}
	hold(
		t,
		junePeriod,
		periodStory,
		"I.4.phan-hoi",
		saying{"none", nothingSet, ""},
		saying{"not answered", loop(0, 0, 0), "Chưa có nội dung nào được trả lời."},
		saying{"the one not told", loop(1, 0, 0), "01 ý kiến, kiến nghị đã có trả lời nhưng chưa được phản hồi về cơ sở."},
		saying{"none told", loop(3, 0, 0), "Trong 03 ý kiến, kiến nghị đã có trả lời, chưa có nội dung nào được phản hồi về cơ sở."},
		saying{"the one told", loop(1, 1, 0), "01 ý kiến, kiến nghị đã có trả lời và đã phản hồi về cơ sở hoặc giải trình tại chỗ."},
		saying{"all told", loop(2, 2, 0), "Cả 02 ý kiến, kiến nghị đã có trả lời đều đã phản hồi về cơ sở hoặc giải trình tại chỗ."},
		saying{
			"some, one again",
			loop(4, 3, 1),
			"Trong 04 ý kiến, kiến nghị đã có trả lời, 03 nội dung đã phản hồi về cơ sở hoặc giải trình tại chỗ (đạt 75%); " +
				"01 nội dung phải mở lại do cơ sở còn ý kiến hoặc chưa có chuyển biến.",
		},
	)
}

func TestPeriodJudges(t *testing.T) {
	t.Parallel()
	of := func(x turns, advice, required, covered int) func(*periodFacts) {
		return func(f *periodFacts) {
			f.now.turns, f.now.advice = turned(x), advice
			f.cover(required, covered)
		}
	}
	hold(
		t,
		junePeriod,
		periodStory,
		"II.1.uu-diem",
		saying{"nothing", nothingSet, "Kỳ này chưa có số liệu dự họp để đánh giá."},
		saying{
			"the one place",
			of(turns{}, 0, 1, 1),
			"Nơi phải có người phụ trách đã được phân công. Kỳ này chưa có số liệu dự họp để đánh giá.",
		},
		saying{
			"all places",
			of(turns{}, 0, 2, 2),
			"Các nơi phải có người phụ trách đều đã được phân công. Kỳ này chưa có số liệu dự họp để đánh giá.",
		},
		saying{"all attended", of(turns{attended: 2}, 0, 2, 1), "Cán bộ được phân công đã dự đủ các cuộc họp phải dự."},
		saying{
			"and advised",
			of(turns{attended: 2}, 3, 0, 0),
			"Cán bộ được phân công đã dự đủ các cuộc họp phải dự, góp ý với cơ sở 03 nội dung.",
		},
		saying{
			"most",
			of(turns{attended: 4, absent: 1}, 1, 2, 2),
			"Cán bộ được phân công đã dự phần lớn các cuộc họp (04/05 lượt có họp, đạt 80%), góp ý với cơ sở 01 nội dung.",
		},
		saying{
			"few, all places",
			of(turns{attended: 1, absent: 1}, 0, 2, 2),
			"Các nơi phải có người phụ trách đều đã được phân công; cán bộ đã dự 01/02 lượt có họp, đạt 50%.",
		},
		saying{
			"most, with others in their stead",
			of(turns{attended: 3, substituted: 1, absent: 1, done: 4}, 0, 2, 2),
			"Cán bộ được phân công đã dự phần lớn các cuộc họp (cùng dự thay được tính là 04/05 lượt có họp, đạt 80%).",
		},
		saying{"nobody, all places", of(turns{absent: 1}, 0, 2, 2), "Các nơi phải có người phụ trách đều đã được phân công."},
		saying{"nobody", of(turns{absent: 1}, 0, 2, 0), ""},
		saying{"few", of(turns{attended: 1, absent: 2}, 0, 2, 0), "Cán bộ được phân công đã dự 01/03 lượt có họp, đạt 33,3%."},
	)
	bad := func(f *periodFacts) {
		of(turns{excused: 1, absent: 2, unrecorded: 3}, 0, 4, 2)(f)
		f.now.held, f.now.cancelled, f.now.postponed = 3, 1, 2
		f.matters.Overdue, f.toTell = numberOf(4), numberOf(2)
	}
	good := func(f *periodFacts) { f.now.held, f.now.advice, f.now.turns = 1, 1, turned(turns{attended: 1}) }
	for key, want := range map[string]string{
		"II.2.khuyet":     "Còn 02 nơi chưa có người phụ trách.",
		"II.2.vang":       "Còn 02 lượt vắng không có lý do.",
		"II.2.qua-han":    "Còn 04 ý kiến, kiến nghị quá hạn ở các khâu chuyển, trả lời hoặc phản hồi.",
		"II.3.khach-quan": "Khách quan: không tổ chức 01 cuộc; hoãn 02 cuộc; cán bộ vắng có lý do 01 lượt.",
		"II.3.chu-quan":   "Chủ quan: việc phân công người thay ở nơi khuyết chưa kịp thời; một số lượt cán bộ chưa thực hiện nghiêm việc dự họp theo phân công; việc theo dõi, đôn đốc cơ quan giải quyết kiến nghị chưa thường xuyên.",
		"III.khuyet":      "Văn phòng tham mưu phân công người phụ trách 02 nơi đang khuyết, xong trước ngày 31/7/2026.",
		"III.qua-han":     "Văn phòng giải quyết dứt điểm 04 ý kiến, kiến nghị đang quá hạn trước ngày 31/7/2026.",
		"III.phan-hoi":    "Văn phòng phản hồi về cơ sở 02 ý kiến, kiến nghị đã có trả lời, xong trước ngày 31/7/2026.",
		"III.nhac-nho":    "Nhắc nhở các đồng chí vắng không có lý do.",
		"II.4.bai-hoc":    "",
		"III.de-xuat":     "",
	} {
		hold(t, junePeriod, periodStory, key, saying{"much is wrong", bad, want}, saying{"nothing is wrong", good, ""})
	}
	hold(t, junePeriod, periodStory, "II.2.khong",
		saying{"nothing wrong", good, "Qua số liệu theo dõi, kỳ này không phát sinh hạn chế."},
		saying{"nothing known", nothingSet, "Kỳ này chưa có số liệu để đánh giá."}, saying{"much", bad, ""},
		saying{"a turn not written down", func(f *periodFacts) { good(f); f.now.turns = turned(turns{attended: 1, unrecorded: 1}) }, ""},
		saying{"a meeting not written down", func(f *periodFacts) { good(f); f.now.unrecorded = 1 }, ""},
		saying{"no advice written down", func(f *periodFacts) { good(f); f.now.advice = 0 }, ""})
	hold(t, junePeriod, periodStory, "II.3.khach-quan",
		saying{"only excused", of(turns{excused: 2}, 0, 0, 0), "Khách quan: cán bộ vắng có lý do 02 lượt."},
		saying{"only on hold", func(f *periodFacts) { f.now.suspended = 1 }, "Khách quan: tạm dừng 01 cuộc."})
	hold(t, junePeriod, periodStory, "III.nhac-nho", saying{"one", of(turns{absent: 1}, 0, 0, 0), "Nhắc nhở đồng chí vắng không có lý do."})
	hold(t, junePeriod, periodStory, "III.tiep-tuc", saying{"always", nothingSet,
		"Cán bộ được phân công tiếp tục dự họp, nắm tình hình ở địa bàn, tổ chức đảng; ghi nhận kết quả ngay sau từng cuộc họp."})
	withLessons := map[dates.Period]bool{junePeriod: false, "2026-Q2": false, "2026-9T": false, "2026-H1": true, "2026": true}
	for period, lessons := range withLessons {
		if _, is := wordsAt(t, summingStory(factsOf(period)))["III.4.bai-hoc"]; is != lessons {
			t.Errorf("%s: room for lessons is %v", period, is)
		}
	}
}

// TestPeriodSentencesAreWhole draws small figures, where none, one and all meet in every way, and reads the whole text.
func TestPeriodSentencesAreWhole(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		n := func(what string) int { return rapid.IntRange(0, 3).Draw(r, what) }
		f := factsOf(rapid.SampledFrom([]dates.Period{junePeriod, "2026-Q1", "2026-H2", "2026-9T", "2026"}).Draw(r, "period"))
		if rapid.Bool().Draw(r, "running") {
			f.today = f.paper.Span.From
		}
		f.paper.Profile.Form = rapid.SampledFrom([]document.Form{document.FormParty, document.FormState}).Draw(r, "form")
		f.lined([]string{"a", "b", "tổ 1"}[:n("lines")]...)
		vacant, covered := n("vacant"), n("covered")
		f.cover(covered+vacant, covered)
		drawTurns := func() turns {
			t := turned(
				turns{
					attended:    n("attended"),
					substituted: n("substituted"),
					excused:     n("excused"),
					absent:      n("absent"),
					unrecorded:  n("unrecorded"),
				},
			)
			if rapid.Bool().Draw(r, "substitutes count") {
				t.done, t.counted = t.done+t.substituted, t.substituted
			}
			return t
		}
		some := func(what string, words ...string) (list []coded, sum int) {
			for i := range n(what) {
				each := countedAs(1+n(what), rapid.SampledFrom(words).Draw(r, "word")+strings.Repeat("i", i))
				list, sum = append(list, each), sum+each.n
			}
			return list, sum
		}
		now := &f.now
		now.turns = drawTurns()
		now.cancelled, now.postponed, now.suspended, now.unrecorded = n("cancelled"), n("postponed"), n("suspended"), n("not recorded")
		now.kinds, now.held = some("kinds", "Họp chi bộ", "Họp ấp")
		now.places = min(n("places"), now.held)
		now.topics, now.conveyed = some("topics", "Nghị quyết {1}", "Chỉ thị 2.", "Kết luận;")
		now.fields, now.advice = some("fields", "Đất đai", "Y tế {xã}")
		now.advice += n("advice without a field")
		now.accepted = min(n("accepted"), now.advice)
		for _, e := range []*earlier{&f.before, &f.lastYear} {
			e.held, e.turns, e.matters = n("held before"), drawTurns(), n("matters before")
		}
		m := &f.matters
		m.Settled, m.Working, m.Waiting = numberOf(n("settled")), numberOf(n("working")), numberOf(n("waiting"))
		m.Received = numberOf(m.Settled.Value + m.Working.Value + m.Waiting.Value)
		m.Voices, m.Overdue = m.Received.Value+n("voices"), numberOf(min(n("late"), m.Received.Value))
		f.loop.Answered = numberOf(m.Settled.Value)
		f.loop.ToldBack, f.loop.Again = numberOf(min(n("told"), m.Settled.Value)), numberOf(n("again"))
		f.toTell = numberOf(f.loop.Answered.Value - f.loop.ToldBack.Value)
		for i := range n("places compared") {
			held := 3 + n("held at")
			ranAt("xã "+strings.Repeat("A", i+1), min(n("done at"), held), held)(f)
		}
		for i := range m.Overdue.Value {
			f.addDebtors(
				[]matters.Row{
					{
						Matter:   matters.Matter{State: matters.Referred, BodyID: "b" + strings.Repeat("x", i)},
						Body:     "Phòng {A}",
						NoText:   "1/2026",
						LateDays: 1 + n("late days"),
					},
				},
			)
		}
		f.moves = assignmentMoves{begun: n("begun"), ended: n("ended"), decisions: n("decisions"), ending: n("ending")}

		for _, s := range []*story{periodStory(f), summingStory(f)} {
			for key, text := range wordsAt(r, s) {
				if text != "" && !strings.ContainsAny(text[len(text)-1:], ".:;") {
					r.Errorf("%s does not end: %q", key, text)
				}
				for _, bad := range []string{
					"00 ", " 0 ", "(0)", "  ", ",,", " ,", " .", " ;", "{", "}", "..", ";.", ",.", "–", "chưa ghi", "chưa được ghi",
				} {
					if strings.Contains(strings.ReplaceAll(text, "100 ", ""), bad) {
						r.Errorf("%s has %q: %q", key, bad, text)
					}
				}
			}
			blocks, _ := s.blocks(s.worded(nil))
			for _, b := range blocks {
				if b.Paragraph != nil && len(b.Paragraph.Runs) == 0 {
					r.Errorf("%s: an empty paragraph", b.Paragraph.Key)
				}
			}
		}
	})
}
