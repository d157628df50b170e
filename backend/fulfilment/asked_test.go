package fulfilment

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/activities/activitiestest"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A joint meeting is one meeting, whichever of its places is asked for, and for its officer one occurrence of each duty.
func TestAJointMeetingIsOne(t *testing.T) {
	o := openOffice(t, "2026-06-20", monthly("r", "g", "GROUP", 10), monthly("r2", "g", "GROUP", 0))
	o.save(t, held(activities.Group, "2026-06-10", []string{"to1", "to2"}, "chi"))
	o.save(t, held(activities.People, "2026-06-11", []string{"to1"}, "chi")) // between the two when they are read place by place
	june := dates.Period("2026-06").Span()
	for _, f := range []Filter{{By: ByOfficer}, {By: ByOfficer, UnderID: "ap1"}, {By: ByOfficer, UnderID: "xa"}} {
		f.Span = june
		list, err := o.s.Cells(CellsFilter{Filter: f})
		got := joined(list.Items, func(c Cell) string { return c.RuleID + " " + cellText(c) })
		if err != nil || got != "r 2026-06-10 to1 chi ATTENDED; r2 2026-06-10 to1 chi ATTENDED" {
			t.Errorf("%+v: %s %v", f, got, err)
		}
	}
	// two duties by one meeting nobody wrote the officer of: the sheet still lists it once
	o = openOffice(t, "2026-06-20", monthly("r", "g", "GROUP", 10), monthly("r2", "g", "GROUP", 0))
	o.save(t, held(activities.Group, "2026-06-10", []string{"to1", "to2"}))
	sheet, err := o.s.Sheet(SheetFilter{OfficerID: "chi", Month: "2026-06"})
	if err != nil {
		t.Fatal(err)
	}
	equal(
		t,
		"the sheet",
		joined(sheet.Lines, func(l SheetLine) string { return fmt.Sprint(l.Day, l.UnitID, l.MeetingID != "") }),
		"2026-06-10to1true",
	)
}

// Several teams are told apart, in the rows and in the list behind each.
func TestTeamsAreCountedApart(t *testing.T) {
	o := openOffice(t, "2026-07-05", monthly("t", "k", "CELL_REGULAR", 0))
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		for _, sql := range []string{
			"INSERT INTO team (id, name, created_at) VALUES ('to3', 'Tổ ba', 'x'), ('to2x', 'Tổ hai', 'x')",
			"INSERT INTO team_member (id, team_id, officer_id, lead, valid_from) VALUES ('m3', 'to3', 'an', 1, '2020-01-01'), ('m4', 'to2x', 'chi', 1, '2020-01-01')",
			`INSERT INTO unit (id, tree, created_at) VALUES ('ap3', 'hanhchinh', 'x'), ('ap4', 'hanhchinh', 'x')`,
			`INSERT INTO unit_version (id, unit_id, name, type, parent_id, valid_from, fold, sort_key) VALUES
				('v3', 'ap3', 'Ấp Ba', 'AP', 'xa', '2020-01-01', 'ap ba', 'b'),
					('v4', 'ap4', 'Ấp Bốn', 'AP', 'xa', '2020-01-01', 'ap bon', 'c')`,
			`INSERT INTO assignment (id, kind_id, team_id, target_id, valid_from, decision_in) VALUES
				('a5', 'k', 'to3', 'ap3', '2026-01-01', 'd'), ('a6', 'k', 'to2x', 'ap4', '2026-01-01', 'd')`,
		} {
			activitiestest.Exec(t, tx, sql)
		}
		return nil
	})
	o.save(t, held(activities.CellRegular, "2026-06-12", []string{"ap3"}, "an"))
	june := Filter{Span: dates.Period("2026-06").Span(), By: ByOfficer}
	sum, err := o.s.Summary(june)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, row := range sum.Rows {
		list, err := o.s.Cells(CellsFilter{Filter: june, Key: row.Key})
		if err != nil {
			t.Fatal(err)
		}
		got += fmt.Sprintf("%s %d/%d (%s); ", row.Label, row.Tally.Done, row.Tally.Expected, joined(list.Items, cellText))
	}
	equal(t, "rows", got, "Cán bộ mẫu An 0/1 (2026-06-16 ap1 an NOT_RECORDED); Tổ mẫu 0/1 (2026-06-16 ap2 to NOT_RECORDED); "+
		"Tổ hai 0/1 (2026-06-16 ap4 to2x NOT_RECORDED); Tổ ba 1/1 (2026-06-12 ap3 to3 ATTENDED); ")
}

// What rooms to the right count for the ledger fails the ledger when it fails, and both ends of a span are asked for.
func TestTheLedgerFailsWithWhatItAsks(t *testing.T) {
	o := openOffice(t, "2026-11-22")
	june := dates.Period("2026-06").Span()
	o.s = New(o.Gate, func(tx *store.Tx, _ By, _ dates.Span, _ string) (rows []TwoWay, total TwoWay, err error) {
		return nil, TwoWay{}, tx.Raw("SELECT count(*) AS up FROM matter").Scan(&total).Error
	})
	if _, err := o.s.Ledger(LedgerFilter{Span: june}); err != nil {
		t.Error(err)
	}
	o.s = New(o.Gate, func(*store.Tx, By, dates.Span, string) ([]TwoWay, TwoWay, error) {
		return nil, TwoWay{}, errors.New("hỏng")
	})
	if _, err := o.s.Ledger(LedgerFilter{Span: june}); !fault.Is(err, fault.CodeInternal) {
		t.Errorf("a count that fails: %v", err)
	}
	o.s = New(o.Gate, nil)
	for name, err := range map[string]error{
		"the ledger": func() error { _, err := o.s.Ledger(LedgerFilter{Span: dates.Span{From: "2026-06-01"}}); return err }(),
		"the papers": func() error { _, err := o.s.PapersLead(LeadFilter{Span: dates.Span{To: "2026-06-01"}}); return err }(),
		"the silent": func() error { _, err := o.s.Silent(SilentFilter{Span: dates.Span{From: "2026-06-01"}}); return err }(),
		"the sums": func() error {
			_, err := o.s.Summary(Filter{Span: dates.Span{From: "2026-06-01"}, By: ByUnit})
			return err
		}(),
		"the list": func() error {
			_, err := o.s.Cells(CellsFilter{Filter: Filter{Span: dates.Span{From: "2026-06-01"}, By: ByUnit}})
			return err
		}(),
		"a way":   func() error { _, err := o.s.Ledger(LedgerFilter{Span: june, By: ByKind}); return err }(),
		"no way":  func() error { _, err := o.s.Cells(CellsFilter{Filter: Filter{Span: june, By: "x"}}); return err }(),
		"no kind": func() error { _, err := o.s.PapersLead(LeadFilter{Span: june, Kind: "x"}); return err }(),
	} {
		if !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The ledger by the place above has the same sum whichever place is asked for, each place under the one right below it.
func TestLedgerByThePlaceAbove(t *testing.T) {
	o := openOffice(t, "2026-11-22")
	o.save(t, held(activities.Group, "2026-06-15", []string{"to1"}, "chi"))
	o.save(t, held(activities.Group, "2026-06-16", []string{"ap1"}, "chi"))
	o.save(t, held(activities.Group, "2026-06-17", []string{"ap2"}, "chi"))
	o.save(t, held(activities.CellRegular, "2026-06-18", []string{"cb1"}, "chi"))
	const hai, mot, cellHai, cellMot = "Ấp Mẫu Hai, xã Mẫu ap2", "Ấp Mẫu Một, xã Mẫu ap1", "Chi bộ ấp Mẫu Hai, Đảng bộ xã Mẫu cb2",
		"Chi bộ ấp Mẫu Một, Đảng bộ xã Mẫu cb1"
	for under, want := range map[string]string{
		"":    hai + " 1/0/0/0; " + mot + " 2/0/0/0; " + cellMot + " 1/0/0/0",
		"xa":  hai + " 1/0/0/0; " + mot + " 3/0/0/0",
		"ap1": mot + " 2/0/0/0; Tổ 17, ấp Mẫu Một, xã Mẫu to1 1/0/0/0",
		"db":  cellHai + " 1/0/0/0; " + cellMot + " 3/0/0/0",
	} {
		list, err := o.s.Ledger(LedgerFilter{Span: dates.Period("2026-06").Span(), By: ByUpper, UnderID: under})
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "under "+under, joined(list.Items, func(r LedgerRow) string { return r.Name + " " + ledgerText(r) }), want)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		activitiestest.Exec(t, tx, "INSERT INTO unit (id, tree, created_at) VALUES ('h1', 'hanhchinh', 'x')")
		activitiestest.Exec(t, tx, `INSERT INTO unit_version (id, unit_id, name, type, valid_from, fold, sort_key)
			VALUES ('vh', 'h1', 'Huyện Mẫu', 'HUYEN', '2020-01-01', 'huyen mau', 'h')`)
		activitiestest.Exec(t, tx, "UPDATE unit_version SET parent_id = 'h1' WHERE unit_id = 'xa'")
		return nil
	})
	list, err := o.s.Ledger(LedgerFilter{Span: dates.Period("2026-06").Span(), By: ByUpper, UnderID: "h1"})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "under a district", joined(list.Items, ledgerText), "xa 4/0/0/0")
}

// Each host of a meeting has its row with its name, narrowed by kind and place.
func TestPapersLeadOfEachHost(t *testing.T) {
	o := openOffice(
		t,
		"2026-11-22",
		duties.Rule{
			ID:         "r",
			Name:       "Gửi tài liệu",
			Subject:    duties.OfUnit,
			Activity:   "CELL_REGULAR",
			Quota:      1,
			Period:     dates.Monthly,
			PapersDays: 3,
		},
	)
	for _, c := range []struct {
		kind  activities.Kind
		hosts []string
		sent  dates.Date
	}{{activities.CellRegular, []string{"cb1", "cb2"}, "2026-06-13"}, {activities.CellRegular, []string{"cb1"}, "2026-06-10"},
		{activities.People, []string{"ap1"}, ""}} {
		in := held(c.kind, "2026-06-15", c.hosts)
		in.PapersSentOn = c.sent
		o.save(t, in)
	}
	june := dates.Period("2026-06").Span()
	text := func(r LeadRow) string {
		return fmt.Sprintf(
			"%s %d/%d/%d %d–%d %d muộn %d",
			r.Label,
			r.Meetings,
			r.Sent,
			r.NotRecorded,
			r.Shortest,
			r.Longest,
			r.TotalDays,
			r.Late,
		)
	}
	const one, two = "Chi bộ ấp Mẫu Hai, Đảng bộ xã Mẫu 1/1/0 2–2 2 muộn 1", "Chi bộ ấp Mẫu Một, Đảng bộ xã Mẫu 2/2/0 2–5 7 muộn 1"
	for _, c := range []struct {
		filter LeadFilter
		want   string
	}{
		{LeadFilter{Span: june}, "Ấp Mẫu Một, xã Mẫu 1/0/1 0–0 0 muộn 0; " + one + "; " + two + " = 3/2/1 2–5 7 muộn 1"},
		{LeadFilter{Span: june, Kind: activities.CellRegular}, one + "; " + two + " = 2/2/0 2–5 7 muộn 1"},
		{LeadFilter{Span: june, UnderID: "ap2"}, one + " = 1/1/0 2–2 2 muộn 1"},
	} {
		list, err := o.s.PapersLead(c.filter)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, fmt.Sprintf("%s %s", c.filter.Kind, c.filter.UnderID), joined(list.Items, text)+" ="+text(list.Total), c.want)
	}
}

// A meeting moved twice keeps the day it was first planned for, and those it replaces count no more.
func TestAMeetingMovedTwice(t *testing.T) {
	rule := monthly("r", "k", "CELL_REGULAR", 0)
	rule.GraceDays = 10
	o := openOffice(t, "2026-07-05", rule)
	move := func(from activities.Entry, to dates.Date) activities.Entry {
		t.Helper()
		in := planned(activities.CellRegular, from.PlannedOn, "cb1", "an")
		in.ID, in.State, in.PostponedTo = from.ID, activities.Postponed, to
		o.save(t, in)
		log, err := o.log.Log(activities.LogFilter{Span: dates.Through(to, to)})
		if err != nil || len(log.Items) != 1 {
			t.Fatalf("%+v %v", log, err)
		}
		return log.Items[0]
	}
	move(move(o.save(t, planned(activities.CellRegular, "2026-06-28", "cb1", "an")), "2026-07-01"), "2026-07-06")
	list, err := o.s.Cells(CellsFilter{Filter: Filter{Span: dates.Through("2026-06-01", "2026-07-31"), By: ByUnit, UnitID: "ap1"}})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "occurrences", joined(list.Items, func(c Cell) string { return strings.Join([]string{c.Turn, cellText(c)}, " ") }),
		"tháng 6 năm 2026 2026-07-06 ap1 an TO_COME; tháng 7 năm 2026 2026-07-16 ap1 an TO_COME")
}
