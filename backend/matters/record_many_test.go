package matters

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A list pasted on the register goes by the rules of the form, in its order, as a whole or not at all.
func TestStatementsAreRecordedTogetherOrNotAtAll(t *testing.T) {
	o := openOffice(t)
	one := func(place string, day dates.Date, summary string) RecordInput {
		return RecordInput{PlaceID: place, RaisedOn: day, Origin: FromVisit,
			Items: []ItemInput{{Kind: Request, FieldCode: "02", Summary: summary}}}
	}
	count := func() (n int64) {
		storetest.Read(t, o.Store, func(tx *store.Tx) error { return tx.Model(&Matter{}).Count(&n).Error })
		return n
	}
	refusedAt := func(rows []RecordInput, want ...string) {
		t.Helper()
		before := count()
		_, err := o.s.RecordMany(ManyStatements{Rows: rows})
		e, ok := fault.Of(err)
		if !ok || len(e.Fields) != len(want) {
			t.Fatalf("got %v, want %v", err, want)
		}
		for _, field := range want {
			if e.Fields[field] == "" {
				t.Errorf("nothing is said of %s: %v", field, e.Fields)
			}
		}
		if count() != before {
			t.Fatalf("%d matters were kept of a refused list", count()-before)
		}
	}
	first, second := one("ap1", "2026-11-20", "Nạo vét kênh số 2"), one("to1", "2026-11-21", "Đắp lại bờ bao")
	refusedAt([]RecordInput{first, one("", "2026-11-21", "Đắp bờ"), one("ap1", "2026-11-23", "")},
		"rows.1.placeId", "rows.2.raisedOn", "rows.2.items.0.summary")
	refusedAt([]RecordInput{first, second, first}, "rows.2.items.0.summary")
	named := one("ap2", "2026-11-20", "Đường trước nhà ông Nguyễn Văn Tí bị ngập")
	refusedAt([]RecordInput{first, named}, "rows.1.items.0.summary", "guardReason")

	rows, err := o.s.RecordMany(ManyStatements{Rows: []RecordInput{second, first, named}, GuardReason: "DIA_DANH"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows {
		got = append(got, r.NoText+" "+r.PlaceID+" "+r.GuardReason)
	}
	if want := "1/2026 to1 ,2/2026 ap1 ,3/2026 ap2 DIA_DANH"; strings.Join(got, ",") != want {
		t.Fatalf("got %v, want %v", got, want)
	}
	// Pasted a second time it is known word for word; put out of scope as a slip it may come again.
	refusedAt([]RecordInput{first}, "rows.0.items.0.summary")
	if _, err := o.s.LeaveScope(ReasonInput{MatterIDs: []string{rows[1].ID}, Day: "2026-11-22", Reason: ReasonMistake}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.s.RecordMany(ManyStatements{Rows: []RecordInput{first}}); err != nil {
		t.Fatal(err)
	}
	for _, rows := range [][]RecordInput{nil, make([]RecordInput, mostMany+1), {{PlaceID: "ap1", RaisedOn: "2026-11-20"}}} {
		if _, err := o.s.RecordMany(ManyStatements{Rows: rows}); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("%d rows: %v", len(rows), err)
		}
	}
}
