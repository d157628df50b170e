package matters

import (
	"reflect"
	"strings"
	"testing"

	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func TestTheWholeLoop(t *testing.T) {
	o := openOffice(t)
	a, b := o.record(t, plain()), o.record(t, plain())
	ids := []string{a.ID, b.ID}
	_, err := o.s.Refer(ReferInput{MatterIDs: ids, BodyID: "pnn", Day: "2026-09-30", DocNumber: "215-CV/HU", DueOn: "2026-09-29"})
	refused(t, err, "dueOn", "sau ngày chuyển")
	_, err = o.s.Refer(ReferInput{MatterIDs: ids, Day: "2026-09-30"})
	refused(t, err, "bodyId", "cơ quan")
	_, err = o.s.Refer(ReferInput{MatterIDs: ids, BodyID: "pnn", Day: "2026-11-23", DocNumber: "1"})
	refused(t, err, "day", "chưa tới")
	_, err = o.s.Refer(ReferInput{MatterIDs: ids, BodyID: "pnn", Day: "2026-09-23", DocNumber: "1"})
	refused(t, err, "day", "trước ngày tiếp nhận")
	must(
		t,
	)(
		o.s.Refer(ReferInput{MatterIDs: ids, BodyID: "pnn", Day: "2026-09-30", DocNumber: "215-CV/HU", DueOn: "2026-10-31"}),
	) // a Saturday
	if w := o.one(
		t,
		a.ID,
	); w.ReplyDue != "2026-10-31" || w.Due != "2026-11-02" || w.Remaining != "Quá 14 ngày" || w.Legs[3].State != LegOverdue ||
		w.Legs[1].Took != 4 {
		t.Errorf("%+v", w)
	}
	// one of the two is answered, the other stays: each keeps its own clock and reply
	_, err = o.s.Close(ReasonInput{MatterIDs: ids[:1]})
	refused(t, err, "", "Đã chuyển")
	must(t)(o.s.Reply(ReplyInput{MatterIDs: ids[:1], Day: "2026-10-20", DocNumber: "88/PNN", Vagueness: "chưa nêu thời gian, người làm"}))
	if w := o.one(t, a.ID); w.State != Referred || !w.Vague || w.Due != "2026-11-02" || w.RepliedOn != "" {
		t.Errorf("a vague reply must not stop the clock: %+v", w.Matter)
	}
	must(t)(o.s.ReturnReply(DocInput{MatterIDs: ids[:1], Day: "2026-10-21", DocNumber: "230-CV/HU"}))
	_, err = o.s.ReturnReply(DocInput{MatterIDs: ids[:1], Day: "2026-10-21", DocNumber: "231-CV/HU"})
	refused(t, err, "", "không có trả lời chung chung")
	_, err = o.s.Reply(ReplyInput{MatterIDs: ids[:1], Day: "2026-10-30", Specific: true})
	refused(t, err, "outcome", "kết quả")
	_, err = o.s.Reply(ReplyInput{MatterIDs: ids[:1], Day: "2026-10-30", Outcome: InProgress, Specific: true})
	refused(t, err, "promisedOn", "ngày cơ quan hẹn")
	_, err = o.s.Reply(ReplyInput{MatterIDs: ids[:1], Day: "2026-10-10", Outcome: Resolved, Specific: true})
	refused(t, err, "day", "việc sau không thể")
	// vague again: it was sent back once, so it is taken
	must(
		t,
	)(
		o.s.Reply(
			ReplyInput{
				MatterIDs:  ids[:1],
				Day:        "2026-10-30",
				Outcome:    Roadmap,
				PromisedOn: "2027-03-31",
				Vagueness:  "vẫn chung chung",
				Text:       "Đưa vào kế hoạch năm sau",
			},
		),
	)
	if w := o.one(
		t,
		a.ID,
	); w.State != Replied || w.Due != "2026-11-13" || w.PromisedOn != "2027-03-31" || w.Returned != 1 ||
		w.Legs[3].State != LegDone {
		t.Errorf("%+v", w.Matter)
	}
	if w := o.one(t, b.ID); w.State != Referred || w.Returned != 0 {
		t.Errorf("the other matter of the letter moved: %+v", w.Matter)
	}
	_, err = o.s.Close(ReasonInput{MatterIDs: ids[:1]})
	refused(t, err, "reason", "chưa phản hồi về cơ sở")
	_, err = o.s.Convey(ConveyInput{MatterIDs: ids[:1], Day: "2026-11-10"})
	refused(t, err, "how", "cách phản hồi")
	_, err = o.s.Convey(ConveyInput{MatterIDs: ids[:1], Day: "2026-11-10", How: AtMeeting, OfficerID: "ai", Reaction: Agreed})
	refused(t, err, "officerId", "Không tìm thấy")
	o.convey(t, "2026-11-10", Agreed, a.ID)
	must(t)(o.s.Close(ReasonInput{MatterIDs: ids[:1], Day: "2026-11-11"}))
	w := o.one(t, a.ID)
	if w.State != Closed || w.FirstClosedOn != "2026-11-11" || w.Due != "" || w.Legs[4].Took != 7 ||
		w.Legs[4].Title != "Phản hồi về Tổ 17, ấp Mẫu Một, xã Mẫu" {
		t.Errorf("%+v", w)
	}
	// reopened: the first closing stays, the clock of recording starts anew
	must(t)(o.s.Reopen(ReasonInput{MatterIDs: ids[:1], Day: "2026-11-16", Reason: ReopenNoEffect}))
	if w := o.one(
		t,
		a.ID,
	); w.FirstClosedOn != "2026-11-11" || w.ClosedOn != "" || w.ReopenCount != 1 || w.Due != "2026-11-23" || w.NoticeDue != "" ||
		w.Remaining != "Còn 1 ngày" {
		t.Errorf("%+v", w.Matter)
	}
	fig, err := o.s.Figures(Filter{})
	if err != nil || fig.Loop.Again.Value != 1 {
		t.Errorf("%+v %v", fig.Loop, err)
	}
}

func TestPlaceStillObjects(t *testing.T) {
	o := openOffice(t)
	r := inState(t, o, Replied)
	done := o.convey(t, "2026-10-08", StillObjects, r.ID)
	w := o.one(t, r.ID)
	if w.State != Reopened || w.ReopenCount != 1 || len(done.Notices) != 1 || w.CycleOn != "2026-10-08" {
		t.Errorf("%+v", w.Matter)
	}
	must(t)(o.s.Undo(UndoInput{MatterID: r.ID, Reason: "Cơ sở đồng tình lại"}))
	_, err := o.s.Close(ReasonInput{MatterIDs: []string{r.ID}})
	refused(t, err, "", "còn ý kiến")
}

func TestNoPlaceToTell(t *testing.T) {
	o := openOffice(t)
	r := inState(t, o, Replied)
	must(t)(o.s.Close(ReasonInput{MatterIDs: []string{r.ID}, Reason: NoPlaceToTell}))
	if w := o.one(
		t,
		r.ID,
	); w.State != Closed || w.ConveyedOn != "" ||
		w.Steps[len(w.Steps)-1].ReasonWord != "Không xác định được nơi phản hồi" {
		t.Errorf("%+v", w.Matter)
	}
}

func TestPauseDoesNotCheat(t *testing.T) {
	o := openOffice(t)
	r := o.record(t, plain())
	ids := []string{r.ID}
	must(t)(o.s.Refer(ReferInput{MatterIDs: ids, BodyID: "pnn", Day: "2026-09-28", DocNumber: "1-CV", DueOn: "2026-10-16"}))
	_, err := o.s.Pause(DayInput{MatterIDs: ids, Day: "2026-10-01"})
	refused(t, err, "text", "bổ sung gì")
	_, err = o.s.Pause(DayInput{MatterIDs: ids, Day: "2026-10-19", Text: "Chờ sơ đồ"})
	refused(t, err, "day", "quá hạn")
	_, err = o.s.Resume(DayInput{MatterIDs: ids, Day: "2026-10-02"})
	refused(t, err, "", "không tạm dừng")
	must(t)(o.s.Pause(DayInput{MatterIDs: ids, Day: "2026-10-01", Text: "Chờ ấp bổ sung sơ đồ tuyến kênh"}))
	if w := o.one(t, r.ID); w.Due != "" || w.Remaining != "Tạm dừng từ 01/10/2026" || w.Late {
		t.Errorf("%+v", w)
	}
	_, err = o.s.Reply(ReplyInput{MatterIDs: ids, Day: "2026-10-02", Outcome: Resolved, Specific: true})
	refused(t, err, "", "đang tạm dừng")
	page, err := o.s.Register(Filter{Worklist: OnPause})
	if err != nil || page.Total != 1 {
		t.Errorf("%+v %v", page, err)
	}
	must(t)(o.s.Resume(DayInput{MatterIDs: ids, Day: "2026-10-08"})) // five working days after 1/10
	if w := o.one(t, r.ID); w.Due != "2026-10-23" || w.NoticeDue != "2026-10-08" {
		t.Errorf("%s %s: only the reply clock may stand still", w.Due, w.NoticeDue)
	}
}

// Every matter is open, waits to be closed, or is done: a matter of each state stands in one of the three lists, once.
func TestDoneIsWhatWaitsForNothing(t *testing.T) {
	o := openOffice(t)
	made := map[string]State{}
	for _, s := range States() {
		made[inState(t, o, s).ID] = s
	}
	listed := map[State]string{}
	for _, list := range []string{AllOpen, ToClose, Done} {
		page, err := o.s.Register(Filter{Worklist: list})
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range page.Items {
			if s, ours := made[r.ID]; ours {
				listed[s] += list
			}
			if list == Done && i > 0 && page.Items[i-1].Number < r.Number {
				t.Errorf("%s stands before %s: what was done last is looked for first", page.Items[i-1].NoText, r.NoText)
			}
		}
	}
	want := map[State]string{
		Recorded: AllOpen, Reopened: AllOpen, Referred: AllOpen, InHand: AllOpen, Replied: AllOpen,
		OnSpot: ToClose, Conveyed: ToClose,
		Closed: Done, Merged: Done, OutOfScope: Done,
	}
	if !reflect.DeepEqual(listed, want) {
		t.Errorf("%v, want %v", listed, want)
	}
}

func TestMergeIsReversible(t *testing.T) {
	o := openOffice(t)
	a, b, c := o.record(t, plain()), o.record(t, plain()), o.record(t, plain())
	_, err := o.s.Merge(MergeInput{IntoID: a.ID, MatterIDs: []string{a.ID}})
	refused(t, err, "intoId", "khác")
	must(t)(o.s.Merge(MergeInput{IntoID: b.ID, MatterIDs: []string{c.ID}}))
	must(t)(o.s.Merge(MergeInput{IntoID: a.ID, MatterIDs: []string{b.ID}}))
	if w := o.one(t, a.ID); w.TotalVoices != 12 || len(w.Merged) != 1 || w.Voices != 4 {
		t.Errorf("%+v", w.Matter)
	}
	_, err = o.s.Merge(MergeInput{IntoID: b.ID, MatterIDs: []string{a.ID}})
	refused(t, err, "intoId", "nhập vào đó")
	must(t)(o.s.Unmerge(DayInput{MatterIDs: []string{c.ID}}))
	if w := o.one(t, a.ID); w.TotalVoices != 8 {
		t.Errorf("%d voices after one was taken out from below", w.TotalVoices)
	}
	must(t)(o.s.Unmerge(DayInput{MatterIDs: []string{b.ID}}))
	for _, r := range []Row{a, b, c} {
		if w := o.one(t, r.ID); w.Matter != r.Matter {
			t.Errorf("not as before: %+v\n%+v", w.Matter, r.Matter)
		}
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		var n int64
		if err := tx.Model(&Link{}).Count(&n).Error; err != nil || n != 2 {
			t.Errorf("%d links, nothing may be deleted; %v", n, err)
		}
		return nil
	})
}

func TestHops(t *testing.T) {
	o := openOffice(t)
	r := o.record(t, plain())
	o.refer(t, "2026-09-28", "pnn", r.ID)
	_, err := o.s.Refer(ReferInput{MatterIDs: []string{r.ID}, BodyID: "pnn", Day: "2026-09-29", DocNumber: "2"})
	refused(t, err, "bodyId", "chính cơ quan này")
	o.reply(t, "2026-10-05", NotCompetent, r.ID)
	o.refer(t, "2026-10-06", "pkt", r.ID)
	if w := o.one(
		t,
		r.ID,
	); w.Hops != 2 || w.BodyID != "pkt" || w.Outcome != "" || w.ReplyDue != "2026-10-27" ||
		w.HandledOn != "2026-09-28" {
		t.Errorf("%+v", w.Matter)
	}
	o.reply(t, "2026-10-20", Resolved, r.ID)
	_, err = o.s.Refer(ReferInput{MatterIDs: []string{r.ID}, BodyID: "pnn", Day: "2026-10-21", DocNumber: "3"})
	refused(t, err, "", "đã có trả lời")
}

func TestLeavingScopeTellsTheWay(t *testing.T) {
	o := openOffice(t)
	r := o.record(t, plain())
	_, err := o.s.LeaveScope(ReasonInput{MatterIDs: []string{r.ID}})
	refused(t, err, "reason", "lý do")
	done := must(t)(o.s.LeaveScope(ReasonInput{MatterIDs: []string{r.ID}, Reason: ReasonDenounce}))
	if len(done.Notices) != 1 || !strings.Contains(done.Notices[0], "luật riêng") || done.Items[0].Due != "" {
		t.Errorf("%+v", done)
	}
}
