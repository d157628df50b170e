package matters

import (
	"errors"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// The register is in the order of years and numbers, whatever was entered first and whatever order is asked for in vain.
func TestRegisterOrder(t *testing.T) {
	o := openOffice(t)
	o.record(t, plain())
	before := plain()
	before.RaisedOn, before.MeetingID, before.Origin = "2025-12-30", "", FromOther
	o.record(t, before)
	for _, order := range []string{"", "so", "lạ"} {
		page, err := o.s.Register(Filter{Order: order})
		if err != nil || len(page.Items) != 2 || page.Items[0].NoText != "1/2025" || page.Items[1].NoText != "1/2026" {
			t.Errorf("%q: %+v %v", order, page, err)
		}
	}
}

// What is urgent is late the day after it came, or came again, until somebody has it.
func TestUrgentAndLate(t *testing.T) {
	o := openOffice(t)
	urgent := plain()
	urgent.Items[0].Urgent = true
	recorded, referred, again, answered := o.record(t, urgent), o.record(t, urgent), o.record(t, urgent), o.record(t, urgent)
	o.refer(t, "2026-09-25", "pnn", referred.ID, again.ID, answered.ID)
	for _, id := range []string{again.ID, answered.ID} {
		o.reply(t, "2026-10-05", Resolved, id)
	}
	o.convey(t, "2026-11-21", StillObjects, again.ID)
	for name, c := range map[string]struct {
		id   string
		late bool
	}{"recorded": {recorded.ID, true}, "referred": {referred.ID, false}, "again": {again.ID, true}, "answered": {answered.ID, false}} {
		if got := o.one(t, c.id); got.UrgentLate != c.late {
			t.Errorf("%s: %s since %s, late %t", name, got.State, got.CycleOn, got.UrgentLate)
		}
	}
	o.today("2026-11-21") // the day it came again
	if o.one(t, again.ID).UrgentLate {
		t.Error("late on the day itself")
	}
}

// A refusal says what can be done instead.
func TestARefusalSaysWhatCanBeDone(t *testing.T) {
	o := openOffice(t)
	_, err := o.s.Convey(
		ConveyInput{
			MatterIDs: []string{o.record(t, plain()).ID},
			Day:       "2026-10-01",
			How:       AtMeeting,
			MeetingID: "m1",
			OfficerID: "an",
			Reaction:  Agreed,
		},
	)
	e, _ := fault.Of(err)
	if e == nil || !strings.Contains(e.Message, "Lúc này có thể: ") || !strings.Contains(e.Message, "chuyển cơ quan; ") {
		t.Errorf("%v", err)
	}
}

func TestWordsOfMovedDeadlines(t *testing.T) {
	for want, moves := range map[string][]deadlineMoveRow{
		"": nil, "Hạn của 1 kiến nghị thay đổi.": {{MatterID: "a"}, {MatterID: "a"}},
		"Hạn của 2 kiến nghị thay đổi.": {{MatterID: "a"}, {MatterID: "b"}},
	} {
		if got := movedText(moves); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// numbersOfPapers stands for the register of papers, which lies to the right.
type numbersOfPapers struct{ t *testing.T }

func (n numbersOfPapers) Odd(tx *store.Tx, symbol string, _ dates.Date) ([]string, error) {
	var matters int
	if err := tx.Raw("SELECT count(*) FROM matter").Scan(&matters).Error; err != nil {
		return nil, err
	}
	if symbol == "900-CV/HU" {
		return []string{"Số tiếp theo là 217. Có đúng số 900 không?"}, nil
	}
	return nil, nil
}

func (n numbersOfPapers) Next(tx *store.Tx, like string, day dates.Date) (string, error) {
	if day == "2026-01-01" {
		return "", errors.New("hỏng")
	}
	if like == "1-CV/" {
		return "", tx.Raw("SELECT 1").Error
	}
	return "sau " + like, nil
}

// The number proposed follows the last paper of the kind; one that jumps is asked about before anything is stored.
func TestNumbersOfTheOfficesPapers(t *testing.T) {
	o := openOffice(t)
	store.Provide[units.Numbers](o.Store, numbersOfPapers{t})
	propose := func(e Event, day dates.Date) string {
		next, err := o.s.NextNumber(e, day)
		if err != nil {
			t.Fatal(err)
		}
		return next
	}
	if got := propose(EventRefer, ""); got != "" {
		t.Errorf("before the first letter of an office without a symbol: %q", got)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error { return tx.SetSetting("office", map[string]any{"symbol": "HU"}) })
	if got := propose(EventRefer, ""); got != "sau 1-CV/HU" {
		t.Errorf("before the first letter: %q", got)
	}
	a, b := o.record(t, plain()), o.record(t, plain())
	o.refer(t, "2026-09-25", "pnn", a.ID)
	if got := propose(
		EventRefer,
		"2026-10-01",
	) + ", " + propose(
		EventChase,
		"",
	) + ", " + propose(
		EventReply,
		"",
	) + propose(
		EventRefer,
		"2026-02-30",
	); got != "sau 215-CV/HU, sau 1-CV/HU, " {
		t.Errorf("after a letter: %q", got)
	}
	if _, err := o.s.NextNumber(EventRefer, "2026-01-01"); !fault.Is(err, fault.CodeInternal) {
		t.Errorf("a register that fails: %v", err)
	}
	in := ReferInput{MatterIDs: []string{b.ID}, BodyID: "pnn", Day: "2026-09-26", DocNumber: "900-CV/HU"}
	_, err := o.s.Refer(in)
	asked, _ := fault.Of(err)
	if asked == nil || asked.Code != fault.CodeConfirm || len(asked.Questions) != 1 || o.one(t, b.ID).State != Recorded {
		t.Fatalf("%v, %s", err, o.one(t, b.ID).State)
	}
	in.Accepted = asked.Questions
	must(t)(o.s.Refer(in))
}
