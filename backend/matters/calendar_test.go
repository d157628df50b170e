package matters

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// at is a statement received on a day, from no meeting.
func at(day dates.Date) RecordInput {
	in := plain()
	in.RaisedOn, in.MeetingID, in.Origin = day, "", FromVisit
	return in
}

func followCalendar(t *testing.T, o *testOffice) {
	t.Helper()
	isNew := false
	storetest.Read(t, o.Store, func(tx *store.Tx) (err error) {
		isNew, err = CalendarChanged(tx)
		return err
	})
	if isNew {
		storetest.Write(t, o.Store, RecomputeForCalendar)
	}
}

func unread(t *testing.T, o *testOffice) []DeadlineChange {
	t.Helper()
	list, err := o.s.DeadlineChanges()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func movesIn(c DeadlineChange) string {
	out := []string{}
	for _, m := range c.Moves {
		out = append(out, fmt.Sprintf("%s %s %s>%s", m.No, m.Clock, m.Before, m.After))
	}
	return strings.Join(out, "; ")
}

// TestRecomputeForCalendar: an office whose deadlines were stored before 24/11 was a day off. Open clocks move once, days that
// stand in a paper and clocks that have stopped do not, and the list of what moved stays until it is read.
func TestRecomputeForCalendar(t *testing.T) {
	o := openOffice(t)
	waiting := o.record(t, at("2026-11-19")) // a Thursday
	byRule := o.record(t, at("2026-11-09"))
	inPaper := o.record(t, at("2026-11-09"))
	sealed := o.record(t, at("2026-11-09"))
	inHand := o.record(t, at("2026-11-09"))
	answered := o.record(t, at("2026-11-09"))
	closed := o.record(t, at("2026-11-09"))
	o.refer(t, "2026-11-10", "pnn", byRule.ID)
	must(
		t,
	)(
		o.s.Refer(
			ReferInput{MatterIDs: []string{inPaper.ID}, BodyID: "pnn", Day: "2026-11-10", DocNumber: "216-CV/HU", DueOn: "2026-12-08"},
		),
	)
	must(t)(o.s.Refer(ReferInput{MatterIDs: []string{sealed.ID}, BodyID: "pnn", Day: "2026-11-10", DocNumber: "217-CV/HU"}))
	must(t)(o.s.TakeInHand(TakeInHandInput{MatterIDs: []string{inHand.ID}, Day: "2026-11-10"}))
	for _, id := range []string{answered.ID, closed.ID} {
		o.refer(t, "2026-11-10", "pkt", id)
		o.reply(t, "2026-11-12", Resolved, id)
	}
	o.convey(t, "2026-11-13", Agreed, closed.ID)
	must(t)(o.s.Close(ReasonInput{MatterIDs: []string{closed.ID}, Day: "2026-11-16"}))
	// What an earlier version stored: every deadline across 24/11 a working day short.
	day := func(tx *store.Tx, sql string, args ...any) { put(t, tx, sql, args...) }
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		day(tx, "DROP TRIGGER matter_step_rule_known")
		day(tx, "UPDATE matter_step SET due_on = '2026-12-01' WHERE due_by_rule = 1 AND day = '2026-11-10'")
		day(tx, "UPDATE matter_step SET due_by_rule = NULL")
		day(
			tx,
			"UPDATE matter SET due = '2026-12-01', reply_due = '2026-12-01' WHERE state IN ('REFERRED', 'IN_HAND') AND id <> ?",
			inPaper.ID,
		)
		day(tx, "UPDATE matter SET due = '2026-11-26' WHERE id = ?", waiting.ID)
		day(tx, "UPDATE matter SET due = '2026-11-26' WHERE id = ?", answered.ID)
		day(tx, "UPDATE matter SET notice_by = '2026-12-03', notice_due = '2026-12-03' WHERE id = ?", waiting.ID)
		day(
			tx,
			`INSERT INTO issued_paper (id, origin, form, issuer, issuer_key, series, span_key,
			number, symbol, day, subject, report, issued_at)
			VALUES ('p1', 'chuong_trinh', 'dang', 'HU', 'HU', 'CV', 'k', 217, '217-CV/HU', '2026-11-10', 'x', 'R10', 'x')`,
		)
		return nil
	})
	must(t)(o.s.Notice(DocInput{MatterIDs: []string{inPaper.ID}, Day: "2026-11-20", DocNumber: "1-TB"}))
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		day(tx, "UPDATE matter SET notice_by = '2026-11-19' WHERE id = ?", inPaper.ID) // as the calendar of then had it
		return nil
	})
	before := o.one(t, closed.ID)
	followCalendar(t, o)
	for name, c := range map[string]struct {
		id   string
		want dates.Date
	}{
		"recorded": {waiting.ID, "2026-11-27"}, "referred, by the rule": {byRule.ID, "2026-12-02"},
		"a day in the letter": {inPaper.ID, "2026-12-08"},
		"a sealed letter":     {sealed.ID, "2026-12-01"}, "in hand": {inHand.ID, "2026-12-02"},
		"answered": {answered.ID, "2026-11-27"}, "closed": {closed.ID, ""},
	} {
		if w := o.one(t, c.id); w.Due != c.want {
			t.Errorf("%s: due %s, want %s", name, w.Due, c.want)
		}
	}
	if after := o.one(t, closed.ID); after.Matter != before.Matter {
		t.Errorf("a closed matter changed:\n%+v\n%+v", after.Matter, before.Matter)
	}
	if w := o.one(t, byRule.ID); w.SourceNote != "Hạn trả lời: 15 ngày làm việc từ 10/11/2026. "+
		"Mức này do chương trình đặt sẵn, vì cơ quan chưa ghi văn bản quy định." {
		t.Errorf("by the rule: %q", w.SourceNote)
	}
	if w := o.one(t, inPaper.ID); w.SourceNote != "Hạn trả lời: đến 08/12/2026, theo văn bản chuyển." {
		t.Errorf("in the letter: %q", w.SourceNote)
	}
	if w := o.one(t, inPaper.ID); w.NoticeBy != "2026-11-19" {
		t.Errorf("a clock that has stopped is judged anew: %s", w.NoticeBy)
	}
	list := unread(t, o)
	if len(list) != 1 || list[0].Total != 5 || !strings.Contains(list[0].Cause, "24/11") {
		t.Fatalf("%+v", list)
	}
	want := "1/2026 Chuyển, xử lý 2026-11-26>2026-11-27; 1/2026 Thông báo tiếp nhận 2026-12-03>2026-12-04; " +
		"2/2026 Trả lời 2026-12-01>2026-12-02; " +
		"5/2026 Trả lời 2026-12-01>2026-12-02; 6/2026 Phản hồi về cơ sở 2026-11-26>2026-11-27"
	if got := movesIn(list[0]); got != want {
		t.Errorf("moved %s\nwant  %s", got, want)
	}
	followCalendar(t, o)
	if again := unread(t, o); len(again) != 1 {
		t.Errorf("computed twice: %+v", again)
	}
	var trail []string
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		return tx.Raw("SELECT detail FROM audit_entry WHERE detail LIKE 'Đối chiếu%'").Scan(&trail).Error
	})
	if len(trail) != 1 || !strings.Contains(trail[0], "Hạn của 4 kiến nghị thay đổi.") {
		t.Errorf("the trail says %q", trail)
	}
	o.SignIn(t, access.LanhDao)
	if err := o.s.ReadDeadlineChange(list[0].ID); !fault.Is(err, fault.CodeForbidden) {
		t.Errorf("a leader marked the list as read: %v", err)
	}
	o.SignIn(t, access.ChuyenVien)
	if err := o.s.ReadDeadlineChange(list[0].ID); err != nil {
		t.Fatal(err)
	}
	if left := unread(t, o); len(left) != 0 {
		t.Errorf("still there after it was read: %+v", left)
	}
	refused(t, o.s.ReadDeadlineChange(list[0].ID), "", "đã đọc")
}

// TestOfficeChangesDaysOff: the office's own change of the days off moves running deadlines and lists them.
func TestOfficeChangesDaysOff(t *testing.T) {
	o := openOffice(t)
	d := duties.New(o.Gate, Recompute)
	fresh := o.record(t, at("2026-11-19"))
	o.refer(t, "2026-11-20", "pnn", fresh.ID)
	if w := o.one(t, fresh.ID); w.Due != "2026-12-14" || !w.Steps[1].DueByRule {
		t.Fatalf("%s %+v", w.Due, w.Steps[1])
	}
	if _, err := d.SwapDays(duties.SwapInput{Off: "2026-12-04", Worked: "2026-12-19", Source: "Công văn mẫu"}); err != nil {
		t.Fatal(err)
	}
	if w := o.one(t, fresh.ID); w.Due != "2026-12-15" || w.Steps[1].DueOn != "2026-12-15" {
		t.Errorf("%s %+v", w.Due, w.Steps[1])
	}
	list := unread(t, o)
	if len(list) != 1 || !strings.Contains(list[0].Cause, "nghỉ 04/12/2026, làm bù 19/12/2026") ||
		movesIn(list[0]) != "1/2026 Thông báo tiếp nhận 2026-12-04>2026-12-07; 1/2026 Trả lời 2026-12-14>2026-12-15" {
		t.Errorf("%+v", list)
	}
	if _, err := d.SwapDays(duties.SwapInput{Off: "2026-12-30", Worked: "2027-01-09"}); err != nil {
		t.Fatal(err)
	}
	if list := unread(t, o); len(list) != 1 {
		t.Errorf("a change that moves nothing is told: %+v", list)
	}
}

// TestRecomputeFindsDeadlinesThatWereNotSet: the conveyance clock set to 0, an answer, the clock
// corrected: the matter has its day and comes
// into the list of what is overdue.
func TestRecomputeFindsDeadlinesThatWereNotSet(t *testing.T) {
	o := openOffice(t)
	rule := func(code string, amount int) {
		if _, err := o.s.SaveRule(RuleInput{Code: code, Amount: amount, ValidFrom: "2026-10-01"}); err != nil {
			t.Fatal(err)
		}
	}
	rule(ClockConveyance, 0)
	rule(ClockReply, 0)
	r, hand := o.record(t, at("2026-10-02")), o.record(t, at("2026-10-02"))
	must(t)(o.s.Notice(DocInput{MatterIDs: []string{r.ID, hand.ID}, Day: "2026-10-05", DocNumber: "1-TB"}))
	o.refer(t, "2026-10-05", "pnn", r.ID)
	o.reply(t, "2026-10-12", Resolved, r.ID)
	must(t)(o.s.Refer(ReferInput{MatterIDs: []string{hand.ID}, BodyID: "pnn", Day: "2026-10-05", DocNumber: "2"}))
	if w := o.one(t, r.ID); w.Due != "" {
		t.Fatalf("due %s without a rule", w.Due)
	}
	rule(ClockConveyance, 3)
	rule(ClockReply, 5)
	for id, want := range map[string]dates.Date{r.ID: "2026-10-15", hand.ID: "2026-10-12"} {
		if w := o.one(t, id); w.Due != want || !w.Late {
			t.Errorf("due %q, want %s", w.Due, want)
		}
	}
	late, err := o.s.Register(Filter{Worklist: PastDue})
	if err != nil || late.Total != 2 {
		t.Errorf("%d overdue, %v", late.Total, err)
	}
}

// TestNoteOfAYearNobodyEntered: a deadline counted across a year whose announcement is not entered says so, and no other.
func TestNoteOfAYearNobodyEntered(t *testing.T) {
	o := openOffice(t)
	near, far := o.record(t, at("2026-11-20")), o.record(t, at("2026-11-20"))
	must(t)(o.s.Notice(DocInput{MatterIDs: []string{near.ID, far.ID}, Day: "2026-11-20", DocNumber: "1-TB"}))
	must(t)(o.s.Refer(ReferInput{MatterIDs: []string{far.ID}, BodyID: "pnn", Day: "2026-11-20", DocNumber: "1", DueOn: "2027-01-04"}))
	if w := o.one(t, near.ID); w.CalendarNote != "" {
		t.Errorf("within 2026: %q", w.CalendarNote)
	}
	if w := o.one(t, far.ID); w.CalendarNote != "Chưa nhập lịch nghỉ năm 2027, hạn có thể đổi" {
		t.Errorf("into 2027: %q", w.CalendarNote)
	}
	days := []duties.DayOff{
		{Day: "2027-01-01", Name: "Tết Dương lịch", Kind: duties.Off, Source: "Thông báo mẫu"},
		{Day: "2027-02-08", Name: "Tết Nguyên đán", Kind: duties.Off, Source: "Thông báo mẫu"},
	}
	for entered, want := range []string{1: "Chưa nhập lịch nghỉ năm 2027, hạn có thể đổi", 2: ""} {
		if entered == 0 {
			continue
		}
		_, err := duties.New(o.Gate, Recompute).SaveDaysOff(duties.DaysOffInput{Year: 2027, Items: slices.Clone(days[:entered])})
		if w := o.one(t, far.ID); err != nil || w.CalendarNote != want {
			t.Errorf("with %d days of 2027: %q %v, want %q", entered, w.CalendarNote, err, want)
		}
	}
}

// TestPaperDaysCannotMove: a day that was settled as the paper's cannot be moved, not even past the program.
func TestPaperDaysCannotMove(t *testing.T) {
	o := openOffice(t)
	r := o.record(t, at("2026-11-09"))
	must(t)(o.s.Refer(ReferInput{MatterIDs: []string{r.ID}, BodyID: "pnn", Day: "2026-11-10", DocNumber: "1", DueOn: "2026-12-02"}))
	for _, sql := range []string{
		"UPDATE matter_step SET due_on = '2026-12-03' WHERE event = 'REFER'",
		"UPDATE matter_step SET due_by_rule = 1 WHERE event = 'REFER'",
		"UPDATE matter_step SET day = '2026-11-11' WHERE event = 'REFER'",
	} {
		if err := o.Store.Write(t.Context(), store.As{}, func(tx *store.Tx) error { return tx.Exec(sql).Error }); err == nil {
			t.Errorf("%s went through", sql)
		}
	}
	if got := o.one(t, r.ID).Steps; !slices.ContainsFunc(got, func(s StepView) bool { return s.DueOn == "2026-12-02" && !s.DueByRule }) {
		t.Errorf("%+v", got)
	}
}
