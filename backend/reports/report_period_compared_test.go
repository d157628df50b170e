package reports

import (
	"testing"

	"caunoi/backend/dates"
)

func TestPeriodComparesAttendance(t *testing.T) {
	t.Parallel()
	now := func(held int, x turns) earlier { return earlier{held: held, turns: turned(x)} }
	against := func(this, other earlier) func(*periodFacts) {
		return func(f *periodFacts) {
			f.now.held, f.now.turns = this.held, this.turns
			for _, e := range []*earlier{&f.before, &f.lastYear} {
				e.held, e.turns, e.matters = other.held, other.turns, other.matters
			}
		}
	}
	running := func(set func(*periodFacts)) func(*periodFacts) {
		return func(f *periodFacts) { set(f); f.today = f.paper.Span.From }
	}
	up := against(now(5, turns{attended: 4}), now(3, turns{attended: 2, absent: 2}))
	moves := "số cuộc họp tăng từ 03 lên 05 cuộc; số lượt đã dự tăng từ 02 lên 04 lượt; tỷ lệ dự tăng từ 50% (02/04 lượt) lên 100% (04/04 lượt)."
	same := now(3, turns{attended: 2})
	hold(
		t,
		junePeriod,
		periodStory,
		"I.2.so-sanh",
		saying{"no records before", nothingSet, ""},
		saying{"up", up, "So với tháng trước, " + moves},
		saying{
			"down",
			against(now(1, turns{attended: 1, absent: 1}), now(10, turns{attended: 3})),
			"So với tháng trước, số cuộc họp giảm từ 10 xuống 01 cuộc; số lượt đã dự giảm từ 03 xuống 01 lượt; tỷ lệ dự giảm từ 100% (03/03 lượt) xuống 50% (01/02 lượt).",
		},
		saying{
			"equal",
			against(same, same),
			"So với tháng trước, số cuộc họp giữ nguyên 03 cuộc; số lượt đã dự giữ nguyên 02 lượt; tỷ lệ dự giữ nguyên 100% (02/02 lượt).",
		},
		saying{
			"an equal rate of other numbers",
			against(same, now(3, turns{attended: 3})),
			"So với tháng trước, số cuộc họp giữ nguyên 03 " +
				"cuộc; số lượt đã dự giảm từ 03 xuống 02 lượt; tỷ lệ dự giữ nguyên 100% (02/02 lượt; trước đó 03/03 lượt).",
		},
		saying{
			"nothing now",
			against(earlier{}, same),
			"So với tháng trước, không có cuộc họp nào (trước đó 03 cuộc); không có lượt dự nào (trước đó 02 lượt).",
		},
		saying{"none before", against(same, now(0, turns{unrecorded: 2})),
			"So với tháng trước, số cuộc họp là 03 cuộc (trước đó không có); số lượt đã dự là 02 lượt (trước đó không có)."},
		saying{"nothing to compare in what there was", against(earlier{}, earlier{matters: 1}), ""},
		saying{"still running", running(up), "Kỳ báo cáo chưa hết; so với cả tháng trước, " + moves},
	)
	hold(t, junePeriod, periodStory, "I.2.cung-ky",
		saying{"no records", nothingSet, ""},
		saying{"up", up, "So với cùng kỳ năm trước, " + moves},
		saying{"still running", running(up), "Kỳ báo cáo chưa hết; so với cả tháng 6 năm 2025, " + moves})
	hold(t, "2026-Q2", periodStory, "I.2.so-sanh", saying{"quarter", up, "So với quý trước, " + moves})
	hold(t, "2026-H1", periodStory, "I.2.so-sanh", saying{"half", up, "So với 6 tháng cuối năm 2025, " + moves})
	hold(t, "2026-H1", summingStory, "II.1.cung-ky",
		saying{"no records", nothingSet, "Chưa có số liệu cùng kỳ năm trước để so sánh."},
		saying{"up", up, "So với cùng kỳ năm trước, " + moves})
	hold(t, "2026-9T", periodStory, "I.2.so-sanh",
		saying{"no records", nothingSet, ""},
		saying{"nine months", up, "So với cùng kỳ năm trước, " + moves},
		saying{"still running", running(up), "Kỳ báo cáo chưa hết; so với cả 9 tháng đầu năm 2025, " + moves})
	hold(t, "2026", summingStory, "II.1.so-sanh",
		saying{"no records", nothingSet, "Chưa có số liệu năm trước để so sánh."},
		saying{"year", up, "So với năm trước, " + moves},
		saying{"still running", running(up), "Kỳ báo cáo chưa hết; so với cả năm trước, " + moves})
	for _, period := range []dates.Period{"2026-9T", "2026"} { // the year before is the period before: said once
		f := factsOf(period)
		up(f)
		if words, twice := wordsAt(t, periodStory(f))["I.2.cung-ky"]; twice {
			t.Errorf("%s compares twice with the year before: %q", period, words)
		}
	}
}
