package issuing

import (
	"strings"
	"testing"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// What is odd in number or day is asked at the very end: nothing is stored, what is refused is refused before, and the answer
// counts only for the sentences that were shown.
func TestSealAsksBefore(t *testing.T) {
	t.Parallel()
	o, _, s := issuingOffice(t)
	var tomorrow dates.Date
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		tomorrow = tx.Today.AddDays(1)
		return nil
	})
	first, err := s.Issue(IssueInput{Input: june(32, "2026-07-02")})
	if err != nil {
		t.Fatalf("the first number of a series may be any: %v", err)
	}
	again := func(number int, day dates.Date) reports.Input {
		in := june(number, day)
		in.Relation, in.RelatedID = papers.Replaces, first.Paper.ID
		return in
	}
	for _, c := range []struct {
		number int
		day    dates.Date
		want   string
	}{
		{40, "2026-07-02", "khuyết số 33–39."},
		{33, "2026-07-01", "sớm hơn ngày của số đứng trước: 32-BC/ĐU"},
		{0, "2026-07-01", "sớm hơn ngày của số đứng trước: 32-BC/ĐU"},
		{33, tomorrow, "ở sau hôm nay"},
	} {
		in := IssueInput{Input: again(c.number, c.day)}
		_, err := s.Issue(in)
		asked, _ := fault.Of(err)
		if asked == nil || asked.Code != fault.CodeConfirm || !strings.Contains(strings.Join(asked.Questions, " "), c.want) {
			t.Errorf("%d on %s: %v", c.number, c.day, err)
			continue
		}
		in.Accepted = []string{"Số tiếp theo là 30; ghi số 40 thì khuyết số 30–39."}
		if _, err := s.Issue(in); !fault.Is(err, fault.CodeConfirm) {
			t.Errorf("%d on %s: another sentence was accepted: %v", c.number, c.day, err)
		}
	}
	if papers, files, _ := counts(t, o.Store); papers != 1 || files != 1 {
		t.Errorf("%d papers, %d files", papers, files)
	}
	wrong := IssueInput{Input: again(40, "2026-07-02"), Suffix: "ab"}
	if _, err := s.Issue(wrong); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("the question came before the refusal: %v", err)
	}
	if done, err := issueAccepting(s, IssueInput{Input: again(40, "2026-07-02")}); err != nil || done.Paper.Number != 40 {
		t.Errorf("%+v, %v", done.Paper, err)
	}
}

// A letter about matters that is noted under a number of the office asks like a paper that is issued, and proposes the next.
func TestLettersAboutMattersAsk(t *testing.T) {
	t.Parallel()
	o, ids, _ := issuingMatters(t)
	s := matters.New(o.Gate)
	next, err := s.NextNumber(matters.EventRefer, "2026-07-20")
	if err != nil || next != "23-CV/ĐU" {
		t.Fatalf("%q, %v", next, err)
	}
	if other, err := s.NextNumber(matters.EventReply, "2026-07-20"); err != nil || other != "" {
		t.Errorf("the number of another body's answer was proposed: %q, %v", other, err)
	}
	in := matters.DocInput{MatterIDs: []string{ids["kenh"]}, Day: "2026-07-20", DocNumber: "30-CV/ĐU"}
	_, err = s.Chase(in)
	asked, _ := fault.Of(err)
	if asked == nil || asked.Code != fault.CodeConfirm || asked.Questions[0] != "Số tiếp theo là 23; ghi số 30 thì khuyết số 23–29." {
		t.Fatalf("%v", err)
	}
	if next, _ := s.NextNumber(matters.EventChase, "2026-07-20"); next != "23-CV/ĐU" {
		t.Errorf("what was only asked was stored: next is %s", next)
	}
	in.Accepted = asked.Questions
	if _, err := s.Chase(in); err != nil {
		t.Error(err)
	}
	in = matters.DocInput{MatterIDs: []string{ids["kenh"]}, Day: "2026-07-20", DocNumber: "31-CV/ĐU"}
	if _, err := s.Chase(in); err != nil {
		t.Errorf("the next number was asked about: %v", err)
	}
}

// A decision is found good in everything before the question, which always says what will be in force.
func TestDecisionAsksBeforeItIsInForce(t *testing.T) {
	t.Parallel()
	o, _, _ := issuingOffice(t)
	s := assignments.New(o.Gate)
	list, err := s.Decisions(assignments.DecisionFilter{})
	if err != nil || len(list.Items) == 0 {
		t.Fatalf("%+v, %v", list, err)
	}
	id := ""
	for _, each := range list.Items {
		if _, err := s.WithdrawDecision(each.ID); err == nil {
			id = each.ID
			break
		}
	}
	var d assignments.Decision
	storetest.Read(t, o.Store, func(tx *store.Tx) error { return tx.Where("id = ?", id).Take(&d).Error })
	in := assignments.DecisionIn{
		ID: d.ID, Number: d.Number, Symbol: d.Symbol, DocDate: d.DocDate, Issuer: d.Issuer, Subject: d.Subject,
		EffectiveDate: d.EffectiveDate, Action: d.Action, LineTotal: len(d.Lines) + 1, Note: d.Note, Lines: d.Lines,
	}
	if _, err := s.IssueDecision(in); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("the question came before the refusal: %v", err)
	}
	in.LineTotal = len(d.Lines)
	_, err = s.IssueDecision(in)
	asked, _ := fault.Of(err)
	if asked == nil || asked.Code != fault.CodeConfirm || !strings.Contains(asked.Questions[0], "vào sổ phân công cùng lúc") {
		t.Fatalf("%v", err)
	}
	if again, err := s.Decision(id); err != nil || again.Decision.State != assignments.DuThao {
		t.Errorf("a question that nobody answered put it in force: %+v, %v", again.Decision, err)
	}
	in.Accepted = asked.Questions
	if done, err := s.IssueDecision(in); err != nil || done.Decision.State != assignments.BanHanh {
		t.Errorf("%+v, %v", done.Decision, err)
	}
}
