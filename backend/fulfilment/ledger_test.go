package fulfilment

import (
	"fmt"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

func ledgerText(r LedgerRow) string {
	return fmt.Sprintf("%s %d/%d/%d/%d", r.Key, r.Meetings, r.Down, r.Up, r.Back)
}

// Every column of the ledger, by place, by the place above and by officer: a joint meeting is one for each host and one in the
// total, only meetings held in the span count, and a place that raised something without a meeting has its row.
func TestLedgerCountsEachColumn(t *testing.T) {
	o := openOffice(t, "2026-11-22")
	conveying := func(in activities.MeetingInput, topics ...string) {
		in.Conveyances = topics
		o.save(t, in)
	}
	conveying(held(activities.Group, "2026-06-01", []string{"to1", "to2"}, "chi"), "Nghị quyết A", "Nghị quyết B") // the first day
	conveying(held(activities.Group, "2026-06-30", []string{"to1"}, "chi"), "Nghị quyết C")                        // the last day
	conveying(held(activities.CellRegular, "2026-06-15", []string{"cb2"}, "an", "binh"))
	conveying(held(activities.Group, "2026-05-31", []string{"to1"}, "chi"), "trước kỳ")
	conveying(held(activities.Group, "2026-07-01", []string{"to1"}, "chi"), "sau kỳ")
	o.save(
		t,
		activities.MeetingInput{Kind: activities.Group, State: activities.Cancelled, PlannedOn: "2026-06-10", HostIDs: []string{"to2"}},
	)
	substituted := held(activities.People, "2026-06-20", []string{"ap1"})
	substituted.Attendances = []activities.AttendanceInput{{OfficerID: "an", Result: activities.Substituted, SubstituteID: "binh"}}
	conveying(substituted, "Nghị quyết D")
	june := dates.Period("2026-06").Span()

	asked := ""
	o.s = New(o.Gate, func(_ *store.Tx, by By, span dates.Span, within string) ([]TwoWay, TwoWay, error) {
		asked = fmt.Sprint(by, " ", span == june, " ", within != "")
		if by == ByOfficer {
			return []TwoWay{{Key: "an", Up: 4, Back: 1}}, TwoWay{Up: 4, Back: 1}, nil
		}
		return []TwoWay{{Key: "to1", Up: 3, Back: 2}, {Key: "ap2", Up: 1, Back: 0}}, TwoWay{Up: 4, Back: 2}, nil
	})
	for _, c := range []struct {
		filter      LedgerFilter
		want, total string
	}{
		{LedgerFilter{Span: june}, "ap1 1/1/0/0; ap2 0/0/1/0; cb2 1/0/0/0; to1 2/3/3/2; to2 1/2/0/0", " 4/4/4/2"},
		{LedgerFilter{Span: june, By: ByUnit}, "ap1 1/1/0/0; ap2 0/0/1/0; cb2 1/0/0/0; to1 2/3/3/2; to2 1/2/0/0", " 4/4/4/2"},
		{LedgerFilter{Span: june, By: ByUpper, UnderID: "xa"}, "ap1 4/6/3/2; ap2 1/0/1/0", " 4/4/4/2"},
		{LedgerFilter{Span: june, By: ByUpper, UnderID: "ap1"}, "ap1 1/1/0/0; ap2 0/0/1/0; to1 2/3/3/2; to2 1/2/0/0", " 3/4/4/2"},
		{LedgerFilter{Span: june, By: ByOfficer}, "an 1/0/4/1; binh 2/1/0/0; chi 2/3/0/0", " 4/4/4/1"},
	} {
		list, err := o.s.Ledger(c.filter)
		if err != nil {
			t.Fatal(err)
		}
		rows := map[string]LedgerRow{}
		for _, r := range list.Items {
			rows[r.Key] = r
			if r.Name == "" {
				t.Errorf("%+v: a row without a name", c.filter)
			}
		}
		equal(t, fmt.Sprintf("%+v", c.filter), joined(sortedKeys(rows), func(key string) string { return ledgerText(rows[key]) }), c.want)
		equal(t, fmt.Sprintf("%+v in all", c.filter), ledgerText(list.Total), c.total)
	}
	equal(t, "the last question", asked, "officer true false")
}

// Rows come in the order of their names, as a dictionary has them.
func TestLedgerIsInOrderOfNames(t *testing.T) {
	o := openOffice(t, "2026-11-22")
	for _, unit := range []string{"cb2", "cb1", "ap2", "ap1"} {
		o.save(t, held(activities.People, "2026-06-15", []string{unit}))
	}
	list, err := o.s.Ledger(LedgerFilter{Span: dates.Period("2026-06").Span()})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "order", joined(list.Items, func(r LedgerRow) string { return r.Name }),
		"Ấp Mẫu Hai, xã Mẫu; Ấp Mẫu Một, xã Mẫu; Chi bộ ấp Mẫu Hai, Đảng bộ xã Mẫu; Chi bộ ấp Mẫu Một, Đảng bộ xã Mẫu")
}

// Who attended without a word: numbers only, and no meeting outside the span, not held, or attended by a substitute.
func TestSilentCountsMeetingsAndWords(t *testing.T) {
	o := openOffice(t, "2026-11-22")
	in := held(activities.CellRegular, "2026-06-01", []string{"cb1"}, "an", "binh")
	in.Contributions = []activities.ContributionInput{
		{OfficerID: "an", Summary: "Rà lại đường ấp"},
		{OfficerID: "an", Summary: "Thu gom rác"},
	}
	o.save(t, in)
	o.save(t, held(activities.CellRegular, "2026-06-30", []string{"cb1"}, "an"))
	o.save(t, held(activities.CellRegular, "2026-07-01", []string{"cb1"}, "an"))
	list, err := o.s.Silent(SilentFilter{Span: dates.Period("2026-06").Span()})
	if err != nil || list.Total != 2 {
		t.Fatalf("%+v %v", list, err)
	}
	equal(
		t,
		"attended and spoke",
		joined(list.Items, func(r SilentRow) string { return fmt.Sprint(r.Name, " ", r.Attended, " ", r.Spoke) }),
		"Cán bộ mẫu An 2 1; Cán bộ mẫu Bình 1 0",
	)
	if list, err = o.s.Silent(SilentFilter{Span: dates.Period("2026-06").Span(), UnderID: "ap2"}); err != nil || list.Total != 0 {
		t.Errorf("at another hamlet: %+v %v", list, err)
	}
}
