package matters

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// written is the lifecycle written down by hand, independent of the table: each state, what may follow, and where that leads.
var written = `
RECORDED: EDIT=RECORDED SPLIT=RECORDED NOTICE=RECORDED ANSWER_ON_SPOT=ANSWERED_ON_SPOT` +
	` TAKE_IN_HAND=IN_HAND REFER=REFERRED MERGE=MERGED_INTO LEAVE_SCOPE=OUT_OF_SCOPE
REOPENED: EDIT=REOPENED NOTICE=REOPENED ANSWER_ON_SPOT=ANSWERED_ON_SPOT` +
	` TAKE_IN_HAND=IN_HAND REFER=REFERRED MERGE=MERGED_INTO LEAVE_SCOPE=OUT_OF_SCOPE
ANSWERED_ON_SPOT: EDIT=ANSWERED_ON_SPOT NOTICE=ANSWERED_ON_SPOT CONVEY=CONVEYED CLOSE=CLOSED RECHECK=ANSWERED_ON_SPOT REOPEN=REOPENED
IN_HAND: EDIT=IN_HAND NOTICE=IN_HAND REFER=REFERRED REPLY=REPLIED MERGE=MERGED_INTO LEAVE_SCOPE=OUT_OF_SCOPE
REFERRED: EDIT=REFERRED NOTICE=REFERRED ACKNOWLEDGE=REFERRED CHASE=REFERRED REPLY=REPLIED VAGUE_REPLY=REFERRED` +
	` RETURN_REPLY=REFERRED PAUSE=REFERRED RESUME=REFERRED REFER=REFERRED MERGE=MERGED_INTO LEAVE_SCOPE=OUT_OF_SCOPE
REPLIED: EDIT=REPLIED NOTICE=REPLIED FOLLOW_UP=REPLIED REFER=REFERRED CONVEY=CONVEYED CLOSE=CLOSED
CONVEYED: EDIT=CONVEYED FOLLOW_UP=CONVEYED CONVEY=CONVEYED CLOSE=CLOSED RECHECK=CONVEYED REOPEN=REOPENED
CLOSED: EDIT=CLOSED FOLLOW_UP=CLOSED RECHECK=CLOSED REOPEN=REOPENED
MERGED_INTO: UNMERGE=BEFORE
OUT_OF_SCOPE: EDIT=OUT_OF_SCOPE REOPEN=REOPENED
`

// inState makes a matter that stands in a state.
func inState(t *testing.T, o *testOffice, s State) Row {
	t.Helper()
	r := o.record(t, plain())
	ids := []string{r.ID}
	switch s {
	case OnSpot:
		must(t)(o.s.AnswerOnSpot(OnSpotInput{MatterIDs: ids, Day: "2026-09-25", OfficerID: "an"}))
	case InHand:
		must(t)(o.s.TakeInHand(TakeInHandInput{MatterIDs: ids, Day: "2026-09-25"}))
	case Merged:
		must(t)(o.s.Merge(MergeInput{IntoID: o.record(t, plain()).ID, MatterIDs: ids, Day: "2026-09-25"}))
	case OutOfScope:
		must(t)(o.s.LeaveScope(ReasonInput{MatterIDs: ids, Day: "2026-09-25", Reason: ReasonCourt}))
	}
	if s == Referred || s == Replied || s == Conveyed || s == Closed || s == Reopened {
		o.refer(t, "2026-09-25", "pnn", r.ID)
	}
	if s == Replied || s == Conveyed || s == Closed || s == Reopened {
		o.reply(t, "2026-10-05", Resolved, r.ID)
	}
	if s == Conveyed || s == Closed {
		o.convey(t, "2026-10-08", Agreed, r.ID)
	}
	if s == Reopened {
		o.convey(t, "2026-10-08", StillObjects, r.ID)
	}
	if s == Closed {
		must(t)(o.s.Close(ReasonInput{MatterIDs: ids, Day: "2026-10-09"}))
	}
	w := o.one(t, r.ID)
	if w.State != s {
		t.Fatalf("made %s, wanted %s", w.State, s)
	}
	return w.Row
}

// Every pair of state and event: the table says what the list above says, and the engine refuses all the rest with a
// sentence that names what is possible, leaving nothing behind.
func TestEveryPair(t *testing.T) {
	o := openOffice(t)
	want := map[State]map[Event]State{}
	for line := range strings.Lines(strings.TrimSpace(written)) {
		state, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
		want[State(state)] = map[Event]State{}
		for _, pair := range strings.Fields(rest) {
			e, to, _ := strings.Cut(pair, "=")
			want[State(state)][Event(e)] = State(to)
		}
	}
	pairs := 0
	for _, s := range States() {
		r := inState(t, o, s)
		steps := len(o.one(t, r.ID).Steps)
		for _, e := range Events() {
			pairs++
			mv, known := lifecycle[s][e]
			to, may := want[s][e]
			if known != may || (known && mv.to != to) {
				t.Errorf("%s × %s: the table leads to %q (%v), by hand %q (%v)", s, e, mv.to, known, to, may)
			}
			if may || e == EventUndo {
				continue
			}
			err := o.Store.Write(t.Context(), store.As{}, func(tx *store.Tx) error {
				c, err := newCalc(tx)
				if err != nil {
					return err
				}
				m, list, err := loadMatter(tx, r.ID)
				if err != nil {
					return err
				}
				_, err = c.applyStep(
					m,
					list,
					Step{
						Event:     e,
						Day:       "2026-11-20",
						BodyID:    "pkt",
						DocNumber: "1",
						OfficerID: "an",
						Outcome:   Resolved,
						OtherID:   "x",
						Reason:    ReasonElse,
						Text:      "x",
					},
				)
				return err
			})
			if !fault.Is(err, fault.CodeConflict) || !strings.Contains(err.Error(), "Lúc này có thể") {
				t.Errorf("%s × %s: %v", s, e, err)
			}
		}
		if now := o.one(t, r.ID); len(now.Steps) != steps || now.Matter != r.Matter {
			t.Errorf("%s: refusals left something behind", s)
		}
	}
	if pairs != 10*23 {
		t.Errorf("%d pairs", pairs)
	}
}

// Taking back the last step of any state brings the very row back, and the history keeps both.
func TestUndoOfEveryStep(t *testing.T) {
	o := openOffice(t)
	r := o.record(t, plain())
	ids := []string{r.ID}
	for _, c := range []struct {
		name string
		do   func() (ActionResult, error)
	}{
		{"notice", func() (ActionResult, error) {
			return o.s.Notice(DocInput{MatterIDs: ids, Day: "2026-09-25", DocNumber: "10-TB"})
		}},
		{"refer", func() (ActionResult, error) { return o.refer(t, "2026-09-28", "pnn", r.ID), nil }},
		{"acknowledge", func() (ActionResult, error) { return o.s.Acknowledge(DocInput{MatterIDs: ids, Day: "2026-09-29"}) }},
		{"pause", func() (ActionResult, error) {
			return o.s.Pause(DayInput{MatterIDs: ids, Day: "2026-09-30", Text: "Chờ ấp bổ sung sơ đồ"})
		}},
		{"resume", func() (ActionResult, error) { return o.s.Resume(DayInput{MatterIDs: ids, Day: "2026-10-05"}) }},
		{"hop", func() (ActionResult, error) { return o.refer(t, "2026-10-06", "pkt", r.ID), nil }},
		{"vague", func() (ActionResult, error) {
			return o.s.Reply(ReplyInput{MatterIDs: ids, Day: "2026-10-12", Vagueness: "không nêu thời gian"})
		}},
		{"return", func() (ActionResult, error) {
			return o.s.ReturnReply(DocInput{MatterIDs: ids, Day: "2026-10-13", DocNumber: "220-CV/HU"})
		}},
		{"chase", func() (ActionResult, error) {
			return o.s.Chase(DocInput{MatterIDs: ids, Day: "2026-11-03", DocNumber: "230-CV/HU"})
		}},
		{"reply", func() (ActionResult, error) { return o.reply(t, "2026-11-05", Roadmap, r.ID), nil }},
		{"follow up", func() (ActionResult, error) {
			return o.s.FollowUp(FollowUpInput{MatterID: r.ID, Day: "2026-11-06", PromisedOn: "2026-12-20"})
		}},
		{"convey", func() (ActionResult, error) { return o.convey(t, "2026-11-10", Agreed, r.ID), nil }},
		{"close", func() (ActionResult, error) { return o.s.Close(ReasonInput{MatterIDs: ids, Day: "2026-11-11"}) }},
		{"reopen", func() (ActionResult, error) {
			return o.s.Reopen(ReasonInput{MatterIDs: ids, Day: "2026-11-12", Reason: ReopenNoEffect})
		}},
		{"take in hand", func() (ActionResult, error) {
			return o.s.TakeInHand(TakeInHandInput{MatterIDs: ids, Day: "2026-11-13"})
		}},
	} {
		before := o.one(t, r.ID)
		if _, err := c.do(); err != nil {
			t.Fatal(c.name, err)
		}
		after := o.one(t, r.ID)
		_, err := o.s.Undo(UndoInput{MatterID: r.ID, Reason: " "})
		refused(t, err, "reason", "lý do")
		must(t)(o.s.Undo(UndoInput{MatterID: r.ID, Reason: "Ghi nhầm ngày"}))
		back := o.one(t, r.ID)
		if back.Matter != before.Matter {
			t.Errorf("%s taken back:\n%+v\nbefore:\n%+v", c.name, back.Matter, before.Matter)
		}
		n := len(back.Steps)
		if n != len(after.Steps)+1 || !back.Steps[n-2].Undone || back.Steps[n-1].Event != EventUndo {
			t.Errorf("%s: the history lost something: %+v", c.name, back.Steps)
		}
		if _, err := c.do(); err != nil {
			t.Fatal(c.name, "again:", err)
		}
		if again := o.one(t, r.ID); again.Matter != after.Matter {
			t.Errorf("%s again:\n%+v\nfirst:\n%+v", c.name, again.Matter, after.Matter)
		}
	}
	fresh := o.record(t, plain())
	_, err := o.s.Undo(UndoInput{MatterID: fresh.ID, Reason: "Ghi nhầm"})
	refused(t, err, "", "Đưa ra khỏi phạm vi")
}

// The steps cannot be changed, not even past the program.
func TestStepsOnlyGrow(t *testing.T) {
	o := openOffice(t)
	o.record(t, plain())
	for _, sql := range []string{"UPDATE matter_step SET day = '2020-01-01'", "DELETE FROM matter_step"} {
		err := o.Store.Write(t.Context(), store.As{}, func(tx *store.Tx) error { return tx.Exec(sql).Error })
		if err == nil {
			t.Errorf("%s went through", sql)
		}
	}
}

// No table of this room has a column that could hold who said it.
func TestNoColumnForAPerson(t *testing.T) {
	o := openOffice(t)
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		var columns []string
		err := tx.Raw(`SELECT m.name || '.' || p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND
			m.name IN ('matter', 'matter_step', 'letter', 'matter_link', 'matter_text', 'statutory_note',
			'reception_day', 'reception_unit')`).Scan(&columns).Error
		for _, c := range columns {
			for _, bad := range []string{
				"person", "citizen", "resident", "full_name", "address", "phone", "birth", "id_number", "religion", "ethnic", "gender",
			} {
				if strings.Contains(c, bad) {
					t.Errorf("column %s", c)
				}
			}
			if strings.HasPrefix(c, "statutory_note.") && (strings.Contains(c, "text") || strings.Contains(c, "note.summary")) {
				t.Errorf("a statutory note has room for text: %s", c)
			}
		}
		if len(columns) < 60 {
			t.Errorf("only %d columns seen", len(columns))
		}
		return err
	})
}

var _ = dates.None
