package issuing

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/typeset/typesettest"
)

// A second paper of the same kind, period and scope goes out when it says what it does to the first: it prints so, the register shows
// it from both sides, and the first one stays as it is.
func TestSecondPaperSaysWhatItDoesToTheFirst(t *testing.T) {
	t.Parallel()
	for kind, words := range map[string][3]string{
		papers.Replaces:    {"Báo cáo này thay thế Báo cáo số 07-BC/ĐU, ngày", "Thay thế", "Được thay thế bởi"},
		papers.Supplements: {"Báo cáo này bổ sung Báo cáo số 07-BC/ĐU, ngày", "Bổ sung", "Được bổ sung bởi"},
	} {
		o, _, s := issuingOffice(t)
		first, err := s.Issue(IssueInput{Input: june(7, "2026-07-02")})
		if err != nil {
			t.Fatal(err)
		}
		proposal, err := s.Propose(june(0, "2026-07-03"))
		if err != nil || len(proposal.Before) != 1 || proposal.Before[0].ID != first.Paper.ID {
			t.Fatalf("%+v, %v", proposal.Before, err)
		}
		in := june(8, "2026-07-03")
		in.Relation, in.RelatedID = kind, first.Paper.ID
		second, err := s.Issue(IssueInput{Input: in})
		if err != nil {
			t.Fatal(err)
		}
		text := typesettest.Squeeze(pdfText(t, fileOf(t, o, second.File)))
		if !strings.Contains(text, typesettest.Squeeze(words[0])) {
			t.Errorf("the paper does not say %q", words[0])
		}
		page, err := papers.New(o.Gate).Register(papers.Filter{})
		if err != nil || len(page.Items) != 2 {
			t.Fatalf("%+v, %v", page.Items, err)
		}
		for i, word := range []string{words[1], words[2]} { // the newest first
			if r := page.Items[i].Related; len(r) != 1 || r[0].Word != word || r[0].ID != page.Items[1-i].ID ||
				page.Items[i].CancelledAt != "" {
				t.Errorf("%s: %+v", page.Items[i].Symbol, r)
			}
		}
		err = o.Store.Write(
			t.Context(),
			store.As{Action: "test"},
			func(tx *store.Tx) error { return tx.Exec("DELETE FROM paper_relation").Error },
		)
		if err == nil {
			t.Error("the relation was taken back")
		}
	}
}

// What a paper says it replaces has to be one that went out and stands, and nothing but the first paper itself lifts the refusal.
func TestRelationsAreToPapersThatStand(t *testing.T) {
	t.Parallel()
	o, _, s := issuingOffice(t)
	first, err := s.Issue(IssueInput{Input: june(7, "2026-07-02")})
	if err != nil {
		t.Fatal(err)
	}
	other, err := s.Issue(IssueInput{Input: reports.Input{Report: "R20", Period: "2026-05", Date: "2026-07-02"}})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ relation, id, says string }{
		"nothing":              {"", "", "Đã ban hành báo cáo số 07-BC/ĐU"},
		"another paper":        {papers.Replaces, other.Paper.ID, "Đã ban hành báo cáo số 07-BC/ĐU"},
		"no paper":             {papers.Replaces, "khong-co", "Chưa chọn văn bản"},
		"no relation there is": {"sua", first.Paper.ID, "chỉ được thay thế hoặc bổ sung"},
	} {
		in := june(0, "2026-07-03")
		in.Relation, in.RelatedID = c.relation, c.id
		if _, err := s.Issue(IssueInput{Input: in}); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := papers.New(o.Gate).Cancel(first.Paper.ID, "Sai số liệu."); err != nil {
		t.Fatal(err)
	}
	in := june(0, "2026-07-03")
	in.Relation, in.RelatedID = papers.Replaces, first.Paper.ID
	if _, err := s.Issue(IssueInput{Input: in}); err == nil || !strings.Contains(err.Error(), "đã ghi hủy") {
		t.Errorf("a cancelled paper was replaced: %v", err)
	}
	if _, err := s.Issue(IssueInput{Input: june(0, "2026-07-03")}); err != nil {
		t.Errorf("a cancelled paper stands in the way: %v", err)
	}
	if _, err := s.Issue(
		IssueInput{Input: reports.Input{Report: "R20", Period: "2026-06", Form: document.FormState, Date: "2026-07-03"}},
	); err != nil {
		t.Errorf("the authority reports for itself: %v", err)
	}
}

// A letter is one letter: in another form, in another period it does not go out again.
func TestLetterGoesOutOnceInWhateverForm(t *testing.T) {
	t.Parallel()
	o, ids := sealing(t)
	trial(t, o, func(tx *store.Tx) error {
		in := good(ids)["R10"]
		in.Report = "R10"
		if _, err := Seal(tx, IssueInput{Input: in}); err != nil {
			return err
		}
		for _, change := range []func(*reports.Input){
			func(in *reports.Input) { in.Form = document.FormState },
			func(in *reports.Input) { in.Period = "2026" },
		} {
			again := in
			change(&again)
			if _, err := Seal(
				tx,
				IssueInput{Input: again},
			); err == nil ||
				!strings.Contains(err.Error(), "Đã ban hành công văn số 21-CV/ĐU") {
				t.Errorf("%+v: %v", again, err)
			}
		}
		return nil
	})
}

// A report that has to go before its period is over says so, is marked in the register and leaves the final one owed; it is not made
// of a period to come or of one that is over, and the final one needs no relation to it.
func TestEstimateGoesBeforeThePeriodIsOver(t *testing.T) {
	t.Parallel()
	o, _ := sealing(t)
	estimate := func(period dates.Period) IssueInput {
		return IssueInput{Input: reports.Input{Report: "R20", Period: period, Estimate: true}}
	}
	trial(t, o, func(tx *store.Tx) error {
		for period, says := range map[dates.Period]string{
			"2027-03": "chưa bắt đầu nên chưa có gì để ước", "2026-10": "đã hết, không lập số liệu ước nữa",
		} {
			if _, err := Seal(tx, estimate(period)); err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("%s: %v", period, err)
			}
		}
		done, err := Seal(tx, estimate("2026-11"))
		if err != nil {
			return err
		}
		text := typesettest.Squeeze(pdfText(t, done.Content))
		for _, want := range []string{"(số liệu ước)", "số liệu chính thức được báo cáo sau ngày"} {
			if !strings.Contains(text, typesettest.Squeeze(want)) {
				t.Errorf("the page does not say %q", want)
			}
		}
		if !done.Paper.Estimate || !strings.Contains(done.Paper.Subject, "(số liệu ước)") {
			t.Errorf("%+v", done.Paper)
		}
		if _, err := Seal(tx, estimate("2026-11")); err == nil || !strings.Contains(err.Error(), "Đã ban hành") {
			t.Errorf("estimated twice: %v", err)
		}
		tx.Today = "2026-11-30"
		owed, err := reports.OwedReports(tx)
		if err != nil || len(owed) == 0 || owed[len(owed)-1].Period != "2026-11" {
			t.Errorf("owed: %+v, %v", owed, err)
		}
		final := IssueInput{Input: reports.Input{Report: "R20", Period: "2026-11"}}
		if _, err := Seal(tx, final); err != nil {
			t.Errorf("the final report: %v", err)
		}
		for _, each := range must(reports.OwedReports(tx)) {
			if each.Report == "R20" && each.Period == "2026-11" {
				t.Error("still owed after the final report")
			}
		}
		return nil
	})
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
