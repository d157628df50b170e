package matters

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
)

// settled makes a matter that a body answered on 05/10/2026 as settled and that was told back and closed.
func settled(t *testing.T, o *testOffice) Row { return inState(t, o, Closed) }

// What is settled is looked at again thirty days after the answer: 05/10 + 30 = Wednesday 04/11/2026. On the day itself it is due.
func TestTheDayToLookAgain(t *testing.T) {
	o := openOffice(t)
	r := settled(t, o)
	if w := o.one(t, r.ID); w.RecheckDue != "2026-11-04" {
		t.Fatalf("due %s", w.RecheckDue)
	}
	for day, due := range map[dates.Date]bool{"2026-11-03": false, "2026-11-04": true, "2026-11-05": true} {
		o.today(day)
		expect(t, o, day, Filter{Worklist: RecheckNow}, due)
		expect(t, o, day, Filter{Worklist: ToRecheck}, true)
		expect(t, o, day, Filter{Worklist: PastDue}, false)
	}
	o.today("2026-11-22")
	for _, outcome := range []Outcome{Explained, Refused} {
		r := o.record(t, plain())
		o.refer(t, "2026-09-25", "pnn", r.ID)
		must(
			t,
		)(
			o.s.Reply(
				ReplyInput{MatterIDs: []string{r.ID}, Day: "2026-10-05", Outcome: outcome, Specific: true, Refusal: "KHONG_CO_CAN_CU"},
			),
		)
		o.convey(t, "2026-10-08", Agreed, r.ID)
		if w := o.one(t, r.ID); w.RecheckDue != "" {
			t.Errorf("%s is looked at again by %s", outcome, w.RecheckDue)
		}
		_, err := o.s.Recheck(RecheckInput{MatterIDs: []string{r.ID}, Day: "2026-11-20", Result: Changed})
		if !fault.Is(err, fault.CodeConflict) || !strings.Contains(err.Error(), "không cần xem lại") {
			t.Errorf("%s: %v", outcome, err)
		}
	}
}

// A changed rule moves the days of what still waits, and 0 asks for no look at all.
func TestTheTermToLookAgainIsASetting(t *testing.T) {
	o := openOffice(t)
	r := settled(t, o)
	for amount, want := range map[int]dates.Date{60: "2026-12-04", 0: ""} {
		if _, err := o.s.SaveRule(RuleInput{Code: ClockRecheck, Amount: amount, ValidFrom: "2026-07-01"}); err != nil {
			t.Fatal(err)
		}
		if w := o.one(t, r.ID); w.RecheckDue != want {
			t.Errorf("%d days: due %q, want %q", amount, w.RecheckDue, want)
		}
	}
}

// Where the place says that things have changed the matter stays closed and nothing more is due; where nothing has, it is open again with
// a new clock, is counted once, and its history keeps both.
func TestLookingAgain(t *testing.T) {
	o := openOffice(t)
	good, bad := settled(t, o), settled(t, o)
	_, err := o.s.Recheck(RecheckInput{MatterIDs: []string{good.ID}, Day: "2026-11-04"})
	refused(t, err, "result", "đã chuyển biến")
	must(t)(o.s.Recheck(RecheckInput{MatterIDs: []string{good.ID}, Day: "2026-11-04", Result: Changed, MeetingID: "m1"}))
	done := must(
		t,
	)(
		o.s.Recheck(
			RecheckInput{MatterIDs: []string{bad.ID}, Day: "2026-11-05", Result: NotChanged, OfficerID: "an", Text: "Kênh vẫn cạn"},
		),
	)
	if len(done.Notices) != 1 || !strings.Contains(done.Notices[0], "mở lại") {
		t.Errorf("%v", done.Notices)
	}
	if w := o.one(t, good.ID); w.State != Closed || w.RecheckedOn != "2026-11-04" || w.RecheckDue != "" {
		t.Errorf("%+v", w.Matter)
	}
	w := o.one(t, bad.ID)
	if w.State != Reopened || w.CycleOn != "2026-11-05" || w.Due != "2026-11-12" || w.Outcome != "" || w.ReopenCount != 1 ||
		w.FirstClosedOn != "2026-10-09" || w.RecheckDue != "" {
		t.Errorf("%+v", w.Matter)
	}
	if n := len(w.Steps); w.Steps[n-2].ReasonWord != "Chưa chuyển biến" || w.Steps[n-1].ReasonWord != "Chưa có chuyển biến" {
		t.Errorf("%+v", w.Steps[n-2:])
	}
	figures, err := o.s.Figures(Filter{})
	if f := figures.Total; err != nil || f.Received.Value != 2 || f.Settled.Value != 1 || f.Waiting.Value != 1 {
		t.Errorf("%+v %v", f, err)
	}
	if l := figures.Loop; l.Rechecked.Value != 1 || l.NoEffect.Value != 1 || l.Again.Value != 1 || l.ToRecheck.Value != 0 {
		t.Errorf("%+v", l)
	}
	_, err = o.s.Recheck(RecheckInput{MatterIDs: []string{good.ID}, Day: "2026-11-06", Result: Changed})
	if !fault.Is(err, fault.CodeConflict) {
		t.Errorf("a second look: %v", err)
	}
	_, err = o.s.Recheck(RecheckInput{MatterIDs: []string{good.ID}, MeetingID: "không có", Result: Changed})
	refused(t, err, "meetingId", "Không còn cuộc họp")
	o.refer(t, "2026-11-06", "pnn", bad.ID) // settled once more, it is looked at once more
	o.reply(t, "2026-11-10", Resolved, bad.ID)
	o.convey(t, "2026-11-12", Agreed, bad.ID)
	if w := o.one(t, bad.ID); w.RecheckDue != "2026-12-10" {
		t.Errorf("due again %s", w.RecheckDue)
	}
}

// A refusal is an answer with a reason and the body that gave it; it stands apart from what is settled.
func TestARefusalIsAnAnswerButSettlesNothing(t *testing.T) {
	o := openOffice(t)
	r := o.record(t, plain())
	o.refer(t, "2026-09-25", "pnn", r.ID)
	answer := ReplyInput{MatterIDs: []string{r.ID}, Day: "2026-10-05", Outcome: Refused, Specific: true, Refusal: ReasonElse}
	_, err := o.s.Reply(ReplyInput{MatterIDs: []string{r.ID}, Day: "2026-10-05", Outcome: Refused, Specific: true})
	refused(t, err, "refusal", "lý do từ chối")
	_, err = o.s.Reply(answer)
	refused(t, err, "text", "lý do")
	answer.Refusal = "TRAI_QUY_DINH"
	must(t)(o.s.Reply(answer))
	w := o.one(t, r.ID)
	if w.State != Replied || w.OutcomeWord != "Từ chối giải quyết: đề nghị trái quy định" || w.Body != "Phòng Nông nghiệp và Môi trường" {
		t.Errorf("%s %q %q", w.State, w.OutcomeWord, w.Body)
	}
	if last := w.Steps[len(w.Steps)-1]; last.ReasonWord != "Đề nghị trái quy định" {
		t.Errorf("%+v", last)
	}
	figures, err := o.s.Figures(Filter{})
	if f := figures.Total; err != nil || f.Refused.Value != 1 || f.Settled.Value != 0 || f.Waiting.Value != 0 ||
		figures.Loop.Answered.Value != 1 {
		t.Errorf("%+v %v", f, err)
	}
	expect(t, o, "2026-11-22", Filter{Outcomes: []Outcome{Refused}}, true)
	expect(t, o, "2026-11-22", Filter{Class: RefusedClass}, true)
	expect(t, o, "2026-11-22", Filter{Text: "từ chối"}, true)
	o.convey(t, "2026-10-08", StillObjects, r.ID) // reopened: the refusal is history
	if w := o.one(t, r.ID); w.Refusal != "" || w.OutcomeWord != "" {
		t.Errorf("%+v", w.Matter)
	}
	expect(t, o, "2026-11-22", Filter{Text: "từ chối"}, false)
}
