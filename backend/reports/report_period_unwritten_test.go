package reports

import (
	"strings"
	"testing"
)

// What the office has not written down stands beside the report as something to mend, each thing once, and never in its text.
func TestWhatIsNotWrittenDownIsHomework(t *testing.T) {
	t.Parallel()
	const (
		meetings = "02 cuộc họp trong kỳ đã qua ngày mà chưa ghi kết quả. Hãy ghi ở Nhật ký để số liệu đủ."
		who      = "03 lượt phải dự tại cuộc đã họp chưa ghi ai dự. Hãy ghi ở Nhật ký để tỷ lệ dự đủ."
		whether  = "01 lượt phải dự chưa ghi có họp hay không, nên chưa tính vào tỷ lệ dự. Hãy ghi ở Nhật ký."
		advice   = "Nhật ký trong kỳ chưa ghi nội dung góp ý nào của cán bộ. Hãy ghi ở Nhật ký nếu có góp ý."
	)
	for _, c := range []struct {
		name string
		set  func(*periodFacts)
		want []string
	}{
		{"all written", func(f *periodFacts) { f.now.held, f.now.advice, f.now.turns = 1, 1, turned(turns{attended: 1}) }, nil},
		{"nothing at all: the report says so itself", nothingSet, nil},
		{"days gone by", func(f *periodFacts) { f.now.unrecorded = 2 }, []string{meetings}},
		{"no advice", func(f *periodFacts) { f.now.held = 1 }, []string{advice}},
		{
			"every kind",
			func(f *periodFacts) {
				f.now.held, f.now.unrecorded, f.now.turns = 1, 2, turns{due: 4, unrecorded: 4, heldUnrecorded: 3, held: 3}
			},
			[]string{meetings, who, whether, advice},
		},
	} {
		f := factsOf(junePeriod)
		f.paper.missing = &obstacles{}
		c.set(f)
		f.remarkUnwritten()
		var said []string
		for _, o := range f.paper.missing.list {
			if said = append(said, o.Reason); o.Weight != Remarks || o.To != logScreen {
				t.Errorf("%s: %q weighs %s and leads to %q", c.name, o.Reason, o.Weight, o.To)
			}
		}
		if got, want := strings.Join(said, "\n"), strings.Join(c.want, "\n"); got != want {
			t.Errorf("%s: said\n%s\nwant\n%s", c.name, got, want)
		}
	}
}
