package matters

import (
	"fmt"
	"slices"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fulfilment"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func twoWay(t *testing.T, o *testOffice, by fulfilment.By, span dates.Span, within string) string {
	t.Helper()
	var rows []fulfilment.TwoWay
	var total fulfilment.TwoWay
	storetest.Read(t, o.Store, func(tx *store.Tx) (err error) {
		rows, total, err = TwoWay(tx, by, span, within)
		return err
	})
	lines := []string{}
	for _, r := range rows {
		lines = append(lines, fmt.Sprintf("%s %d:%d", r.Key, r.Up, r.Back))
	}
	slices.Sort(lines)
	return fmt.Sprintf("%v %d:%d", lines, total.Up, total.Back)
}

// The ledger's figures are the register's own: what was received in the span, and what was told back in it.
func TestTwoWayCountsWhatCameUpAndWentBack(t *testing.T) {
	o := openOffice(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		put(t, tx, "INSERT INTO attendance (id, meeting_id, officer_id, result) VALUES ('at1', 'm1', 'binh', 'ATTENDED')")
		return nil
	})
	other := plain()
	other.PlaceID, other.MeetingID, other.Origin, other.RaisedOn = "ap2", "", FromOther, "2026-10-06"
	o.record(t, other)
	a := inState(t, o, Replied)
	o.convey(t, "2026-10-08", StillObjects, a.ID) // told back, and raised again by that
	b := inState(t, o, Replied)
	o.convey(t, "2026-11-10", Agreed, b.ID)
	year, september := dates.Period("2026").Span(), dates.Period("2026-09").Span()
	for _, c := range []struct {
		name   string
		by     fulfilment.By
		span   dates.Span
		within string
		want   string
	}{
		{"nothing yet", fulfilment.ByUnit, dates.Period("2025").Span(), "", "[] 0:0"},
		{"a place nobody raised anything at", fulfilment.ByUnit, year, "ho1", "[] 0:0"},
		{"by place", fulfilment.ByUnit, year, "", "[ap2 1:0 to1 2:2] 3:2"},
		{"one place", fulfilment.ByUnit, year, "to1", "[to1 2:2] 2:2"},
		{"received before, told back later", fulfilment.ByUnit, september, "", "[to1 2:0] 2:0"},
		{"by officer: who heard it, who told the place", fulfilment.ByOfficer, year, "", "[an 0:2 binh 2:0] 3:2"},
	} {
		if got := twoWay(t, o, c.by, c.span, c.within); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	var received int
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		sum, err := Total(tx, Filter{Span: year})
		received = sum.Received.Value
		return err
	})
	if received != 3 {
		t.Errorf("the register counts %d", received)
	}
	// taken back, it did not happen
	if _, err := o.s.Undo(UndoInput{MatterID: b.ID, Reason: "ghi nhầm ngày"}); err != nil {
		t.Fatal(err)
	}
	if got := twoWay(t, o, fulfilment.ByUnit, year, "to1"); got != "[to1 2:1] 2:1" {
		t.Errorf("after taking one back: %s", got)
	}
	// the ledger itself: a place without a meeting has its row, sums go through
	rooms := fulfilment.New(o.Gate, TwoWay)
	l, err := rooms.Ledger(fulfilment.LedgerFilter{Span: year, By: fulfilment.ByUnit})
	if err != nil || l.Total.Up != 3 || l.Total.Back != 1 || l.Total.Meetings != 1 || len(l.Items) != 2 {
		t.Errorf("%+v %v", l, err)
	}
	for _, row := range l.Items {
		if row.Name == "" {
			t.Errorf("a line without a name: %+v", row)
		}
	}
}
