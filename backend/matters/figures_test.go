package matters

import (
	"fmt"
	"reflect"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// generate makes matters whose legs have known lengths: matter i is passed on after i%5+1, answered after i%9+2, told
// back after i%7 and noticed after i%10+1 working days.
func generate(t *testing.T, o *testOffice, n int) {
	t.Helper()
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		c, err := newCalc(tx)
		if err != nil {
			return err
		}
		for i := range n {
			in := plain()
			in.RaisedOn, in.MeetingID = dates.Date("2026-03-02").AddDays(i), ""
			in.PlaceID = []string{"to1", "ap2", "ap1"}[i%3]
			in.Origin = []Origin{FromMeeting, FromReception}[i%2]
			in.Items[0].FieldCode = []string{"01", "02", "05"}[i%3]
			in.Items[0].Summary = fmt.Sprintf("Việc số %d của địa bàn", i)
			made, err := RecordStatement(tx, in)
			if err != nil {
				return err
			}
			ids, day := []string{made.Items[0].ID}, made.Items[0].ReceivedOn
			after := func(n int) dates.Date { return c.cal.AddWorkingDays(day, n) }
			if _, err := ApplyPaperEvent(tx, EventNotice, DocInput{MatterIDs: ids, Day: after(i%10 + 1), DocNumber: "1-TB"}); err != nil {
				return err
			}
			if i%11 == 10 {
				continue // still recorded
			}
			day = after(i%5 + 1)
			if _, err := Refer(
				tx,
				ReferInput{MatterIDs: ids, BodyID: []string{"pnn", "pkt"}[i%2], Day: day, DocNumber: "2-CV"},
			); err != nil {
				return err
			}
			if i%11 == 9 {
				continue // at the body
			}
			day = after(i%9 + 2)
			outcome := []Outcome{Resolved, Explained, Roadmap, InProgress}[i%4]
			in2 := ReplyInput{MatterIDs: ids, Day: day, DocNumber: "3", Outcome: outcome, Specific: true}
			if outcome.Promises() {
				in2.PromisedOn = day.AddDays(30)
			}
			if _, err := Reply(tx, in2); err != nil {
				return err
			}
			if i%11 == 8 {
				continue // answered, not told
			}
			day = after(i % 7)
			if _, err := Convey(tx, ConveyInput{MatterIDs: ids, Day: day, How: ByNotice, OfficerID: "an", Reaction: Agreed}); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestFiguresEqualWhatWasGenerated(t *testing.T) {
	o := openOffice(t)
	const n = 110
	generate(t, o, n)
	fig, err := o.s.Figures(Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var want [4][]int
	answered, told := 0, 0
	for i := range n {
		want[1] = append(want[1], i%10+1)
		if i%11 < 10 {
			want[0] = append(want[0], i%5+1)
		}
		if i%11 < 9 {
			want[2] = append(want[2], i%9+2)
			answered++
		}
		if i%11 < 8 {
			want[3] = append(want[3], i%7)
			told++
		}
	}
	for i, leg := range fig.Loop.Legs {
		if leg.Done.Value != len(want[i]) || leg.Median != median(want[i]) {
			t.Errorf("%s: %d matters, median %v; generated %d, %v", leg.Code, leg.Done.Value, leg.Median, len(want[i]), median(want[i]))
		}
	}
	if fig.Loop.Answered.Value != answered || fig.Loop.ToldBack.Value != told || fig.Total.Received.Value != n {
		t.Errorf("%+v", fig.Loop)
	}
	if fig.Loop.NoticeOf.Value != n/2 || fig.Loop.NoticeInTime.Value != n/2 {
		t.Errorf("notices: %+v of %+v", fig.Loop.NoticeInTime.Value, fig.Loop.NoticeOf.Value)
	}
}

// numbers finds every Number inside a value.
func numbers(v reflect.Value, into *[]Number) {
	if v.Type() == reflect.TypeFor[Number]() {
		*into = append(*into, v.Interface().(Number))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			numbers(v.Field(i), into)
		}
	case reflect.Slice:
		for i := range v.Len() {
			numbers(v.Index(i), into)
		}
	}
}

// Every number opens exactly the matters it counts, whatever the filter, and the lines add up to the total.
func TestEveryNumberOpensItsMatters(t *testing.T) {
	o := openOffice(t)
	generate(t, o, 44)
	inState(t, o, Merged)
	inState(t, o, OutOfScope)
	inState(t, o, Reopened)
	inState(t, o, OnSpot)
	seen := 0
	for name, f := range map[string]Filter{"all": {}, "quarter": {Span: dates.Period("2026-Q2").Span()},
		"hamlet and below": {UnderID: "ap1"}, "cell": {UnderID: "cb1"},
		"body": {BodyID: "pnn"}, "field": {FieldCode: "05"}, "reception": {Origins: []Origin{FromReception}},
		"words": {Text: "viec so 1"}} {
		fig, err := o.s.Figures(f)
		if err != nil {
			t.Fatal(name, err)
		}
		var all []Number
		numbers(reflect.ValueOf(fig), &all)
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			for _, number := range all {
				rows, err := Register(tx, number.Filter)
				if err != nil {
					return err
				}
				if len(rows) != number.Value {
					t.Errorf("%s: %d, but %d rows under %+v", name, number.Value, len(rows), number.Filter)
				}
				if number.Value > 0 {
					seen++
				}
			}
			return nil
		})
		total, parts := fig.Total, 0
		for _, s := range fig.ByField {
			parts += s.Received.Value
			classes := s.Duplicate.Value + s.Outside.Value + s.Settled.Value + s.Explained.Value +
				s.Roadmap.Value + s.Working.Value + s.Waiting.Value
			if s.Received.Value != classes {
				t.Errorf("%s: the classes of %s do not add up: %+v", name, s.Name, s)
			}
		}
		if parts != total.Received.Value {
			t.Errorf("%s: fields %d, total %d", name, parts, total.Received.Value)
		}
	}
	if seen < 100 { // most filters have a line for each field, body and place
		t.Errorf("only %d numbers counted something", seen)
	}
}

// A body's list shows its own matters only, and the lists of all bodies together are the register.
func TestBodiesSeeOnlyTheirOwn(t *testing.T) {
	o := openOffice(t)
	generate(t, o, 44)
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		listed := 0
		for _, body := range []string{"pnn", "pkt"} {
			for _, month := range dates.Period("2026").Months() {
				list, err := SentToBody(tx, body, month)
				if err != nil {
					return err
				}
				for _, s := range list {
					if s.BodyID != body || dates.PeriodOf(dates.Month, s.SentOn) != month || s.AskedFor == "" || s.Doc == "" {
						t.Errorf("%s %s: %+v", body, month, s)
					}
				}
				listed += len(list)
			}
			late, err := OverdueAtBody(tx, body)
			if err != nil {
				return err
			}
			for _, r := range late {
				if r.BodyID != body || r.LateDays <= 0 {
					t.Errorf("%+v", r)
				}
			}
			at, err := FiguresOfBody(tx, body)
			if err != nil || at.Overdue.Value != len(late) {
				t.Errorf("%+v %v", at, err)
			}
		}
		passed, err := Count(tx, Filter{States: []State{Referred, Replied, Conveyed}}, 0)
		if err != nil || listed != passed {
			t.Errorf("%d in the lists of bodies, %d in the register, %v", listed, passed, err)
		}
		return nil
	})
}

func TestReplySheetAndNotice(t *testing.T) {
	o := openOffice(t)
	r := o.record(t, plain()) // at Tổ 17, below the officer's hamlet
	other := plain()
	other.PlaceID = "ap2"
	elsewhere := o.record(t, other)
	o.refer(t, "2026-10-01", "pnn", r.ID, elsewhere.ID)
	o.reply(t, "2026-10-20", Resolved, r.ID)
	sheet, err := o.s.ReplySheet("an", "2026-10")
	if err != nil || len(sheet.Changed) != 1 || len(sheet.Changed[0].Events) != 2 || len(sheet.Open) != 0 ||
		sheet.Officer.Name != "Nguyễn Mẫu An" {
		t.Errorf("%+v %v", sheet, err)
	}
	if sheet, err = o.s.ReplySheet("an", "2026-11"); err != nil || len(sheet.Changed) != 0 || len(sheet.Open) != 1 {
		t.Errorf("%+v %v", sheet, err)
	}
	_, err = o.s.ReplySheet("an", "2026")
	refused(t, err, "month", "tháng")
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		for unit, n := range map[string]int{"ap1": 1, "cb1": 1, "ap2": 0, "xa": 1} {
			rows, err := AnswersForPlace(tx, unit, dates.Period("2026-10").Span(), true)
			if err != nil || len(rows) != n {
				t.Errorf("%s: %+v %v", unit, rows, err)
			}
			if n == 1 && rows[0].Reply == "" {
				t.Errorf("%+v", rows[0])
			}
		}
		return nil
	})
}
