package matters

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"gorm.io/gorm"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// today moves the clock of an office to noon of a day.
func (o *testOffice) today(day dates.Date) {
	o.Store.Clock = func() time.Time { return day.Time().Add(5 * time.Hour) }
}

// clockCase is a matter on which one clock runs; the days were counted by hand.
type clockCase struct {
	clock     string
	leg       int // in Whole.Legs
	due, next dates.Date
	start     func(t *testing.T, o *testOffice) Row
	end       func(o *testOffice, id string, day dates.Date) (ActionResult, error)
}

var clockCases = []clockCase{
	{ClockHandling, 1, "2026-10-01", "2026-10-02",
		func(t *testing.T, o *testOffice) Row { return o.record(t, at("2026-09-24")) },
		func(o *testOffice, id string, day dates.Date) (ActionResult, error) {
			return o.s.TakeInHand(TakeInHandInput{MatterIDs: []string{id}, Day: day})
		}},
	{ClockNotice, 2, "2026-10-08", "2026-10-09",
		func(t *testing.T, o *testOffice) Row {
			in := at("2026-09-24")
			in.Origin = FromReception
			return o.record(t, in)
		},
		func(o *testOffice, id string, day dates.Date) (ActionResult, error) {
			return o.s.Notice(DocInput{MatterIDs: []string{id}, Day: day, DocNumber: "1-TB"})
		}},
	{ClockReply, 3, "2026-10-16", "2026-10-19", // a Friday, and the Monday after
		func(t *testing.T, o *testOffice) Row {
			r := o.record(t, at("2026-09-24"))
			o.refer(t, "2026-09-25", "pnn", r.ID)
			return r
		},
		func(o *testOffice, id string, day dates.Date) (ActionResult, error) {
			return o.s.Reply(ReplyInput{MatterIDs: []string{id}, Day: day, Outcome: Resolved, Specific: true, Text: "Đã làm xong."})
		}},
	{ClockConveyance, 4, "2026-10-12", "2026-10-13",
		func(t *testing.T, o *testOffice) Row {
			r := o.record(t, at("2026-09-24"))
			o.refer(t, "2026-09-25", "pnn", r.ID)
			o.reply(t, "2026-09-28", Resolved, r.ID)
			return r
		},
		func(o *testOffice, id string, day dates.Date) (ActionResult, error) {
			return o.s.Convey(ConveyInput{MatterIDs: []string{id}, Day: day, How: ByNotice, OfficerID: "an", Reaction: Agreed})
		}},
}

// On its last day a clock has not run out, a working day later it has: for the line of the matter, the lists, the figures
// and the lists that papers print.
func TestTheLastDayIsNotLate(t *testing.T) {
	for _, c := range clockCases {
		t.Run(c.clock, func(t *testing.T) {
			o := openOffice(t)
			r := c.start(t, o)
			for _, on := range []struct {
				day  dates.Date
				late bool
			}{{c.due.AddDays(-1), false}, {c.due, false}, {c.next, true}} {
				o.today(on.day)
				w := o.one(t, r.ID)
				state := map[bool]string{false: LegRunning, true: LegOverdue}[on.late]
				if leg := w.Legs[c.leg]; leg.State != state || leg.Due != c.due {
					t.Errorf("on %s the line says %+v, want %s", on.day, leg, state)
				}
				if c.clock == ClockNotice {
					expect(t, o, on.day, Filter{OnTime: "den_han"}, on.late)
					continue
				}
				days := map[bool]int{false: 0, true: 1}[on.late]
				if w.Due != c.due || w.Late != on.late || w.LateDays != days {
					t.Errorf("on %s the row is due %s, late %v by %d days", on.day, w.Due, w.Late, w.LateDays)
				}
				expect(t, o, on.day, Filter{Worklist: PastDue}, on.late)
				expect(t, o, on.day, Filter{Class: OverdueClass}, on.late)
				expect(t, o, on.day, Filter{OnTime: "con_han"}, !on.late)
				figures, err := o.s.Figures(Filter{})
				if err != nil || figures.Total.Overdue.Value != days || figures.ByField[0].Overdue.Value != days {
					t.Errorf("on %s the figures say %d late, %v", on.day, figures.Total.Overdue.Value, err)
				}
				if c.clock == ClockReply {
					chased, err := o.s.OverdueAt("pnn")
					if err != nil || len(chased) != days {
						t.Errorf("on %s the chaser lists %d, %v", on.day, len(chased), err)
					}
					if at, err := o.s.OfBody("pnn"); err != nil || at.Overdue.Value != days || at.InTime.Value != 1-days {
						t.Errorf("on %s at the body: %+v %v", on.day, at, err)
					}
				}
			}
		})
	}
}

// expect holds that the office's one matter is in a filter, in the register as well as in its count.
func expect(t *testing.T, o *testOffice, day dates.Date, f Filter, in bool) {
	t.Helper()
	page, err := o.s.Register(f)
	if err != nil || (len(page.Items) == 1) != in || (page.Total == 1) != in {
		t.Errorf("on %s %+v lists %d of %d, want it in: %v (%v)", day, f, len(page.Items), page.Total, in, err)
	}
}

// What was done on the last day was done in time, a day later it was late.
func TestDoneOnTheLastDayIsInTime(t *testing.T) {
	for _, c := range clockCases {
		for day, state := range map[dates.Date]string{c.due: LegDone, c.next: LegLate} {
			o := openOffice(t)
			r := c.start(t, o)
			if _, err := c.end(o, r.ID, day); err != nil {
				t.Fatal(c.clock, err)
			}
			if leg := o.one(t, r.ID).Legs[c.leg]; leg.State != state || leg.Day != day {
				t.Errorf("%s done on %s, due %s: %+v", c.clock, day, c.due, leg)
			}
			if c.clock == ClockNotice {
				expect(t, o, day, Filter{OnTime: "co"}, state == LegDone)
				expect(t, o, day, Filter{OnTime: "den_han"}, true)
			}
		}
	}
}

// An answer belongs to a span from its first to its last day.
func TestAnswersOfASpan(t *testing.T) {
	o := openOffice(t)
	r := o.record(t, at("2026-09-24"))
	o.refer(t, "2026-09-25", "pnn", r.ID)
	o.reply(t, "2026-10-15", Resolved, r.ID)
	for _, c := range []struct {
		first, last dates.Date
		want        int
	}{
		{"2026-10-15", "2026-10-15", 1}, {"2026-10-01", "2026-10-15", 1}, {"2026-10-15", "2026-10-31", 1},
		{"2026-10-01", "2026-10-14", 0}, {"2026-10-16", "2026-10-31", 0},
	} {
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			rows, err := AnswersForPlace(tx, "ap1", dates.Through(c.first, c.last), false)
			if err != nil || len(rows) != c.want {
				t.Errorf("%s … %s: %d answers, want %d (%v)", c.first, c.last, len(rows), c.want, err)
			}
			return nil
		})
	}
}

// However many answers a place has, they are read by the same number of queries.
func TestAnswersAreReadTogether(t *testing.T) {
	o := openOffice(t)
	asked := func() (n, rows int) {
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			count := func(name string) {
				if err := tx.Callback().Query().Before("gorm:query").Replace("test:count"+name, func(*gorm.DB) { n++ }); err != nil {
					t.Fatal(err)
				}
			}
			count("")
			list, err := AnswersForPlace(tx, "ap1", dates.Period("2026").Span(), false)
			rows = len(list)
			return err
		})
		return n, rows
	}
	inState(t, o, Conveyed)
	few, one := asked()
	for range 5 {
		inState(t, o, Conveyed)
	}
	if many, six := asked(); many != few || one != 1 || six != 6 {
		t.Errorf("%d queries for %d answers, %d for %d", few, one, many, six)
	}
}

// A merge that was taken back has ended its link, and can be made again.
func TestUnmergeEndsTheLink(t *testing.T) {
	o := openOffice(t)
	a, b := o.record(t, plain()), o.record(t, plain())
	links := func() (open, ended int64) {
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			if err := tx.Model(&Link{}).Where("ended_at = ''").Count(&open).Error; err != nil {
				return err
			}
			return tx.Model(&Link{}).Where("ended_at <> ''").Count(&ended).Error
		})
		return open, ended
	}
	for round := int64(0); round < 2; round++ {
		must(t)(o.s.Merge(MergeInput{IntoID: a.ID, MatterIDs: []string{b.ID}}))
		if open, ended := links(); open != 1 || ended != round {
			t.Errorf("merged: %d links stand, %d have ended", open, ended)
		}
		must(t)(o.s.Unmerge(DayInput{MatterIDs: []string{b.ID}}))
		if open, ended := links(); open != 0 || ended != round+1 {
			t.Errorf("taken back: %d links stand, %d have ended", open, ended)
		}
	}
}

// Closing an answer nobody was told of asks for the one reason there is, and nothing else will do.
func TestClosingAsksForItsReason(t *testing.T) {
	o := openOffice(t)
	r := inState(t, o, Replied)
	for _, reason := range []string{"", " ", ReasonElse, ReasonMistake, ReopenMistake} {
		_, err := o.s.Close(ReasonInput{MatterIDs: []string{r.ID}, Reason: reason})
		refused(t, err, "reason", "chưa phản hồi về cơ sở")
		if w := o.one(t, r.ID); w.State != Replied {
			t.Fatalf("closed for %q", reason)
		}
	}
	must(t)(o.s.Close(ReasonInput{MatterIDs: []string{r.ID}, Reason: NoPlaceToTell}))
	for event, from := range map[Event]State{EventReopen: Closed, EventLeaveScope: Recorded} {
		r := inState(t, o, from)
		do := map[Event]func(ReasonInput) (ActionResult, error){EventReopen: o.s.Reopen, EventLeaveScope: o.s.LeaveScope}[event]
		for _, reason := range []string{"", "KHAC_NUA", NoPlaceToTell} {
			_, err := do(ReasonInput{MatterIDs: []string{r.ID}, Reason: reason})
			refused(t, err, "reason", "lý do")
		}
	}
}

// leaderReads are the methods of this room a leader may call; every other one writes and is refused. Written by hand.
var leaderReads = []string{
	"Vocabulary", "Criteria", "Check", "Worklists", "Register", "One", "Search", "Figures", "OfBody", "OverdueAt", "RaisedAt", "ReplySheet",
	"Bodies", "Fields", "Letters", "Rules", "DeadlineChanges", "ReceptionDays", "ReceptionFigures", "ReceptionQuotas", "Statutory",
}

// A leader reads and prints; no step of a matter, its undoing included, is taken by a leader.
func TestLeadersWriteNothing(t *testing.T) {
	o := openOffice(t)
	r := inState(t, o, Referred)
	o.SignIn(t, access.LanhDao)
	if _, err := o.s.Undo(UndoInput{MatterID: r.ID, Reason: "Ghi nhầm"}); !fault.Is(err, fault.CodeForbidden) {
		t.Errorf("a leader took a step back: %v", err)
	}
	service, refusals := reflect.ValueOf(o.s), 0
	for i := range service.NumMethod() {
		name, method := service.Type().Method(i).Name, service.Method(i)
		in := []reflect.Value{}
		for k := range method.Type().NumIn() {
			in = append(in, reflect.Zero(method.Type().In(k)))
		}
		out := method.Call(in)
		err, _ := out[len(out)-1].Interface().(error)
		forbidden := fault.Is(err, fault.CodeForbidden)
		if reads := slices.Contains(leaderReads, name); reads == forbidden {
			t.Errorf("%s for a leader: %v", name, err)
		}
		if forbidden {
			refusals++
		}
	}
	if refusals < 25 {
		t.Errorf("only %d methods were refused", refusals)
	}
}
