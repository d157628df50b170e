package activities

import (
	"fmt"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
)

// What the form offers, who is expected, and several entries put into the bin and taken back at once, all of them or none.
func TestSeveralAtOnceThroughThePage(t *testing.T) {
	o := openOffice(t)
	words, err := o.s.Vocabulary()
	if err != nil || len(words.Kinds) != len(Kinds) || len(words.States) != len(States) || len(words.Results) != len(Results) ||
		len(words.Outcomes) != len(Outcomes) || len(words.Fields) == 0 {
		t.Errorf("%+v %v", words, err)
	}
	who, err := o.s.Prefill([]string{"to1", "apcu"}, "2026-06-10")
	got := fmt.Sprint(len(who.Hosts), who.Closed, who.Lunar)
	for _, r := range who.Expected {
		got += " " + r.OfficerID
	}
	if err != nil || got != "2 [Ấp Mẫu Cũ, xã Mẫu]25/4 âl chi" {
		t.Errorf("%s %v", got, err)
	}
	var ids []string
	for _, day := range []string{"1", "2"} {
		saved := o.save(
			t,
			MeetingInput{Kind: Group, State: Planned, PlannedOn: dates.Date("2026-12-0" + day), HostIDs: []string{"to" + day}},
		)
		ids = append(ids, saved.Entry.ID)
	}
	left := func() int {
		page, err := o.s.Log(LogFilter{})
		if err != nil {
			t.Fatal(err)
		}
		return len(page.Items)
	}
	for _, c := range []struct {
		do   func() error
		good bool
		want int
	}{
		{func() error { return o.s.DeleteMany(append([]string{"x"}, ids...)) }, false, 2},
		{func() error { return o.s.DeleteMany(ids) }, true, 0},
		{func() error { return o.s.DeleteMany(ids) }, true, 0},
		{func() error { return o.s.RestoreMany(append(ids, "x")) }, false, 0},
		{func() error { return o.s.RestoreMany(ids) }, true, 2},
		{func() error { return o.s.RestoreMany(ids) }, true, 2},
	} {
		err := c.do()
		if _, refused := fault.Of(err); refused == c.good || left() != c.want {
			t.Errorf("%d left, want %d: %v", left(), c.want, err)
		}
	}
}
