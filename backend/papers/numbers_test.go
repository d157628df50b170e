package papers_test

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A number of the office is asked about wherever it is typed, also when it is noted already; another body's is not.
func TestOddNumbers(t *testing.T) {
	o, s := office(t)
	for n, day := range map[int]dates.Date{31: "2026-11-02", 32: "2026-11-20"} {
		in := paper(n, day)
		in.Series, in.TypeName = "CV", "Công văn"
		put(t, s, in)
	}
	for _, c := range []struct {
		symbol string
		day    dates.Date
		want   string
	}{
		{"33-CV/HU", "2026-11-20", ""},
		{"33-cv/hu", "2026-11-21", ""},
		{"40-CV/HU", "2026-11-21", "Số tiếp theo là 33; ghi số 40 thì khuyết số 33–39."},
		{"34-CV/HU", "2026-11-21", "khuyết số 33."},
		{"33-CV/HU", "2026-11-19", "Ngày 19/11/2026 sớm hơn ngày của số đứng trước: 32-CV/HU, ngày 20/11/2026"},
		{"32-CV/HU", "2026-11-20", ""}, // the very paper
		{"32-CV/HU", "2026-11-21", "Số 32 đã dùng cho 32-CV/HU, ngày 20/11/2026"},
		{"40/CV-HU", "2026-11-21", ""},   // no form of the committee's
		{"40-CV/TU", "2026-11-21", ""},   // another committee's
		{"88/PNNMT", "2026-11-21", ""},   // another body's
		{"40", "2026-11-21", ""},         // a bare number may be of any series
		{"40-CV/HU", "2019-01-01", ""},   // in no term
		{"40-TB/HU", "2026-11-21", ""},   // the first of its series
		{"40-CV/VPHU", "2026-11-21", ""}, // the office's own series has none yet
		{"abc", "2026-11-21", ""},
	} {
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			got, err := papers.Numbers().Odd(tx, c.symbol, c.day)
			if text := strings.Join(got, " "); err != nil || (c.want == "") != (text == "") || !strings.Contains(text, c.want) {
				t.Errorf("%s on %s: %q, %v; want %q", c.symbol, c.day, text, err, c.want)
			}
			return nil
		})
	}
	for like, want := range map[string]string{
		"12-CV/HU": "33-CV/HU", "12-cv/hu": "33-CV/HU", "5-TB/VPHU": "01-TB/VPHU", "7/UBND": "01/UBND", "88/PNNMT": "", "12": "",
	} {
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			if got, err := papers.Numbers().Next(tx, like, "2026-11-21"); err != nil || got != want {
				t.Errorf("after %s comes %q, %v; want %q", like, got, err, want)
			}
			return nil
		})
	}
}

// A paper written elsewhere is recorded under a number that jumps only once that was accepted; what is wrong is refused before.
func TestOutsidePaperAsksBeforeAJump(t *testing.T) {
	_, s := office(t)
	put(t, s, paper(32, "2026-11-02"))
	in := paper(40, "2026-11-03")
	in.Subject = ""
	if _, err := s.RecordOutside(in); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("the question came before the refusal: %v", err)
	}
	in.Subject = "về công tác tháng"
	_, err := s.RecordOutside(in)
	asked, _ := fault.Of(err)
	if asked == nil || asked.Code != fault.CodeConfirm || len(asked.Questions) != 1 || !strings.Contains(asked.Questions[0], "33–39") {
		t.Fatalf("%+v", err)
	}
	if page, err := s.Register(papers.Filter{}); err != nil || page.Total != 1 {
		t.Errorf("%d papers, %v", page.Total, err)
	}
	in.Accepted = asked.Questions
	if p, err := s.RecordOutside(in); err != nil || p.Symbol != "40-BC/HU" {
		t.Errorf("%+v, %v", p, err)
	}
}
