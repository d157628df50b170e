package assignments

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// days are the days around a time in charge from 10/06 to 19/06/2026, the last day included.
var days = []struct {
	day  dates.Date
	held bool
}{{"2026-06-09", false}, {"2026-06-10", true}, {"2026-06-19", true}, {"2026-06-20", false}}

// heldInJune puts officer 1 in charge of hamlet 1, and a team of officers 2 (lead) and 3 of commune 1, from 10 to 19 June 2026.
func heldInJune(t *testing.T) *world {
	t.Helper()
	w := newWorld(t)
	w.write(t, func(tx *store.Tx) error {
		team, err := SaveTeam(tx, TeamIn{Name: "Tổ mẫu", Members: []MemberIn{{OfficerID: w.officer[1], Lead: true, ValidFrom: "2026-01-01"},
			{OfficerID: w.officer[2], ValidFrom: "2026-01-01"}}})
		if err != nil {
			return err
		}
		d, err := Issue(tx, decision("2026-06-10", PhanCong, w.give(0, 0),
			LineIn{Act: Giao, KindID: w.kind["A9"], TeamID: team.ID, TargetID: w.commune[0], Primary: true}))
		if err != nil {
			return err
		}
		for _, l := range d.Lines {
			if err := tx.Exec("UPDATE assignment SET valid_to = '2026-06-20' WHERE id = ?", l.AssignmentID).Error; err != nil {
				return err
			}
		}
		return nil
	})
	return w
}

func TestInChargeFromTheFirstDayToTheLast(t *testing.T) {
	w := heldInJune(t)
	w.read(t, func(tx *store.Tx) error {
		for _, c := range days {
			want := 0
			if c.held {
				want = 1
			}
			for name, f := range map[string]Filter{
				"on the day":        {Day: c.day, TargetIDs: []string{w.hamlet[0]}},
				"in a span of it":   {Span: dates.Through(c.day, c.day), TargetIDs: []string{w.hamlet[0]}},
				"of the officer":    {Day: c.day, OfficerID: w.officer[0]},
				"of the lead":       {Day: c.day, OfficerID: w.officer[1]},
				"under the commune": {Day: c.day, UnderID: w.commune[0], KindID: w.kind["A3"]},
			} {
				if list, err := Active(tx, f); err != nil || len(list) != want {
					t.Errorf("%s %s: %d assignments, want %d; %v", c.day, name, len(list), want, err)
				}
			}
			held, err := InCharge(tx, []string{w.hamlet[0]}, c.day)
			if err != nil || len(held[w.hamlet[0]]) != want {
				t.Errorf("%s: %+v are in charge, want %d; %v", c.day, held, want, err)
			}
		}
		for _, span := range []dates.Span{{From: "2026-06-19"}, {To: "2026-06-11"}, {}} {
			if list, err := Active(tx, Filter{Span: span, TargetIDs: []string{w.hamlet[0]}}); err != nil || len(list) != 1 {
				t.Errorf("in %v: %d assignments, %v", span, len(list), err)
			}
		}
		for _, span := range []dates.Span{{From: "2026-06-20"}, {To: "2026-06-10"}} {
			if list, err := Active(tx, Filter{Span: span, TargetIDs: []string{w.hamlet[0]}}); err != nil || len(list) != 0 {
				t.Errorf("in %v: %d assignments, %v", span, len(list), err)
			}
		}
		return nil
	})
}

// A member of a team has its assignments on the days of the membership only.
func TestATeamsAssignmentsAreAMembersWhileTheMemberIsInIt(t *testing.T) {
	w := heldInJune(t)
	w.write(t, func(tx *store.Tx) error {
		return tx.Exec("UPDATE team_member SET valid_from = '2026-06-12', valid_to = '2026-06-18' WHERE officer_id = ?", w.officer[2]).Error
	})
	w.read(t, func(tx *store.Tx) error {
		for day, want := range map[dates.Date]int{"2026-06-11": 0, "2026-06-12": 1, "2026-06-17": 1, "2026-06-18": 0, "2026-06-19": 0} {
			for name, f := range map[string]Filter{
				"day":  {Day: day, OfficerID: w.officer[2]},
				"span": {Span: dates.Through(day, day), OfficerID: w.officer[2]},
			} {
				if list, err := Active(tx, f); err != nil || len(list) != want {
					t.Errorf("%s %s: %d assignments, want %d; %v", name, day, len(list), want, err)
				}
			}
		}
		for name, c := range map[string]struct {
			filter Filter
			want   int
		}{
			"a span that ends before":    {Filter{Span: dates.Through("2026-06-01", "2026-06-11"), OfficerID: w.officer[2]}, 0},
			"a span up to the first day": {Filter{Span: dates.Through("2026-06-01", "2026-06-12"), OfficerID: w.officer[2]}, 1},
			"the whole history":          {Filter{OfficerID: w.officer[2]}, 1},
		} {
			if list, err := Active(tx, c.filter); err != nil || len(list) != c.want {
				t.Errorf("%s: %d assignments, %v", name, len(list), err)
			}
		}
		return nil
	})
}

// Exactly one lead on every day with members: the next begins on the day the one before ends.
func TestOneLeadOnEveryDay(t *testing.T) {
	w := newWorld(t)
	m := func(officer int, lead bool, from, to dates.Date) MemberIn {
		return MemberIn{OfficerID: w.officer[officer], Lead: lead, ValidFrom: from, ValidTo: to}
	}
	for _, c := range []struct {
		name    string
		members []MemberIn
		good    bool
	}{
		{"on the day", []MemberIn{m(0, true, "2026-01-01", "2026-06-01"), m(1, true, "2026-06-01", "")}, true},
		{"a day later, with nobody between", []MemberIn{m(0, true, "2026-01-01", "2026-06-01"), m(1, true, "2026-06-02", "")}, true},
		{"a day later, with a member between",
			[]MemberIn{m(0, true, "2026-01-01", "2026-06-01"), m(1, true, "2026-06-02", ""), m(2, false, "2026-01-01", "")}, false},
		{"a day before the other ends", []MemberIn{m(0, true, "2026-01-01", "2026-06-02"), m(1, true, "2026-06-01", "")}, false},
		{"one officer twice, touching", []MemberIn{m(0, true, "2026-01-01", "2026-06-01"), m(0, true, "2026-06-01", "")}, true},
		{"one officer twice, a day over", []MemberIn{m(0, true, "2026-01-01", "2026-06-02"), m(0, true, "2026-06-01", "")}, false},
	} {
		err := storetest.Try(w.store, func(tx *store.Tx) error {
			_, err := SaveTeam(tx, TeamIn{Name: c.name, Members: c.members})
			return err
		})
		if (err == nil) != c.good {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// A place without anybody in charge waits from the day after the last, and a hamlet that begins or ends in the span counts for
// its own days.
func TestCoverageOfADay(t *testing.T) {
	w := heldInJune(t)
	w.read(t, func(tx *store.Tx) error {
		var lines []string
		for _, c := range days {
			coverage, err := Cover(tx, CoverageFilter{Day: c.day, KindID: w.kind["A3"]})
			if err != nil {
				return err
			}
			i := slices.IndexFunc(coverage.Rows, func(r CoverageRow) bool { return r.TargetID == w.hamlet[0] })
			lines = append(lines, fmt.Sprint(c.day, " ", coverage.Rows[i].Covered, " ", coverage.Required, " ", coverage.Covered))
		}
		want := "2026-06-09 false 6 0, 2026-06-10 true 6 1, 2026-06-19 true 6 1, 2026-06-20 false 6 0"
		if got := strings.Join(lines, ", "); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		return nil
	})
}
