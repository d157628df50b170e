package duties

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// smallOffice is a commune with two hamlets, a group and the cell of hamlet 1. Officer an has hamlet 1, a team (lead binh,
// member chi) hamlet 2; both go to the cell's meeting on the 15th. Each cell meets on the 20th by itself.
func smallOffice(t *testing.T, tx *store.Tx) {
	t.Helper()
	unit := func(id, tree, kind, parent string) []any {
		return []any{&units.Row{ID: id, Tree: tree, CreatedAt: "x"},
			&units.Version{ID: "v-" + id, UnitID: id, Name: id, Type: kind, ParentID: parent, Fold: id, SortKey: id}}
	}
	rows := slices.Concat(
		unit("xa", units.TreeAdmin, units.Xa, ""),
		unit("ap1", units.TreeAdmin, units.Ap, "xa"),
		unit(
			"ap2",
			units.TreeAdmin,
			units.Ap,
			"xa",
		),
		unit("to1", units.TreeAdmin, units.ToNDTQ, "ap1"),
		unit("cb1", units.TreeParty, units.ChiBo, ""),
	)
	for _, id := range []string{"an", "binh", "chi"} {
		rows = append(rows, &officers.Officer{ID: id, FullName: "Cán bộ mẫu " + id, SortKey: id})
	}
	rows = append(
		rows,
		&units.Territory{ID: "l1", OrgID: "cb1", UnitID: "ap1"},
		&assignments.Scheme{ID: "s", Name: "Chủ trương mẫu", ValidFrom: "2020-01-01", CreatedAt: "x"},
		&assignments.Kind{ID: "k", SchemeID: "s", Code: "A3", TargetTree: units.TreeAdmin, TargetTypes: []string{units.Ap}},
		&assignments.Kind{ID: "other", SchemeID: "s", Code: "A5", TargetTree: units.TreeAdmin, TargetTypes: []string{units.ToNDTQ}},
		&assignments.Decision{
			ID:        "d",
			Action:    assignments.PhanCong,
			State:     assignments.BanHanh,
			CreatedAt: "x",
			Lines:     []assignments.LineIn{},
		},
		&assignments.Team{ID: "team", Name: "Tổ mẫu", CreatedAt: "x"},
		&assignments.Member{ID: "m1", TeamID: "team", OfficerID: "binh", Lead: true, ValidFrom: "2020-01-01"},
		&assignments.Member{ID: "m2", TeamID: "team", OfficerID: "chi", ValidFrom: "2020-01-01"},
		&assignments.Assignment{ID: "a1", KindID: "k", OfficerID: "an", TargetID: "ap1", ValidFrom: "2020-01-01", DecisionIn: "d"},
		&assignments.Assignment{ID: "a2", KindID: "k", TeamID: "team", TargetID: "ap2", ValidFrom: "2020-01-01", DecisionIn: "d"},
		&Rule{
			ID:            "r15",
			SeriesID:      "r15",
			SchemeID:      "s",
			KindID:        "k",
			Name:          "Dự sinh hoạt chi bộ",
			Subject:       OfOfficer,
			Activity:      "CELL_REGULAR",
			Quota:         1,
			Period:        dates.Monthly,
			FixedCalendar: "solar",
			FixedDay:      15,
			TargetTypes:   []string{},
			ValidFrom:     "2020-01-01",
			SortOrder:     1,
		},
		&Rule{
			ID:            "r20",
			SeriesID:      "r20",
			SchemeID:      "s",
			Name:          "Chi bộ sinh hoạt",
			Subject:       OfUnit,
			Activity:      "CELL_THEMATIC",
			Quota:         1,
			Period:        dates.Monthly,
			FixedCalendar: "solar",
			FixedDay:      20,
			TargetTypes:   []string{units.ChiBo},
			ValidFrom:     "2020-01-01",
			SortOrder:     2,
		},
	)
	for _, row := range rows {
		if err := tx.Create(row).Error; err != nil {
			t.Fatal(err)
		}
	}
}

// listed writes expected occurrences as "15/06 ap1 an", a suspended one with a minus.
func listed(list []Expectation) string {
	var out []string
	for _, e := range list {
		who := e.OfficerID + e.TeamID
		if who == "" {
			who = "-"
		}
		text := fmt.Sprintf("%02d/%02d %s %s", e.Day.Day(), e.Day.Month(), e.UnitID, who)
		if e.Suspended {
			text = "−" + text
		}
		out = append(out, text)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestExpectedOccurrences(t *testing.T) {
	june := dates.Period("2026-06").Span()
	const ap1, ap2, cb1 = "15/06 ap1 an", "15/06 ap2 team", "20/06 cb1 -"
	all := ap1 + ", " + ap2 + ", " + cb1
	for _, c := range []struct {
		name   string
		change string // a statement on the office before it is asked
		filter Filter
		want   string
	}{
		{"everything", "", Filter{Span: june}, all},
		{"the day alone", "", Filter{Span: dates.Through("2026-06-15", "2026-06-15")}, ap1 + ", " + ap2},
		{"up to the day before", "", Filter{Span: dates.Through("2026-06-01", "2026-06-14")}, ""},
		{"from the day after", "", Filter{Span: dates.Through("2026-06-16", "2026-06-19")}, ""},

		{"a rule that begins on the day", "UPDATE duty_rule SET valid_from = '2026-06-15'", Filter{Span: june}, all},
		{"the day after", "UPDATE duty_rule SET valid_from = '2026-06-16'", Filter{Span: june}, cb1},
		{"a rule whose last day it is", "UPDATE duty_rule SET valid_to = '2026-06-16'", Filter{Span: june}, ap1 + ", " + ap2},
		{"a rule ended on the day", "UPDATE duty_rule SET valid_to = '2026-06-15'", Filter{Span: june}, ""},
		{"a scheme that begins on the day", "UPDATE scheme SET valid_from = '2026-06-15'", Filter{Span: june}, all},
		{"a scheme that begins later", "UPDATE scheme SET valid_from = '2026-06-16'", Filter{Span: june}, cb1},
		{"a scheme ended on the day", "UPDATE scheme SET valid_to = '2026-06-15'", Filter{Span: june}, ""},
		{"a rule of events expects nothing", "UPDATE duty_rule SET period = 'EVENT'", Filter{Span: june}, ""},

		{"an assignment that begins on the day", "UPDATE assignment SET valid_from = '2026-06-15'", Filter{Span: june}, all},
		{"the day after", "UPDATE assignment SET valid_from = '2026-06-16'", Filter{Span: june}, cb1},
		{"an assignment whose last day it is", "UPDATE assignment SET valid_to = '2026-06-16'", Filter{Span: june}, all},
		{"an assignment ended on the day", "UPDATE assignment SET valid_to = '2026-06-15'", Filter{Span: june}, cb1},
		{"an assignment in the bin", "UPDATE assignment SET deleted_at = 'x' WHERE id = 'a1'", Filter{Span: june}, ap2 + ", " + cb1},
		{"a rule of every kind", "UPDATE duty_rule SET kind_id = ''", Filter{Span: june}, all},
		{"a rule of another kind", "UPDATE duty_rule SET kind_id = 'other' WHERE id = 'r15'", Filter{Span: june}, cb1},

		{"a place that ends on the day", "UPDATE unit_version SET valid_to = '2026-06-15' WHERE unit_id = 'ap1'", Filter{Span: june}, ap2 + ", " + cb1},
		{"a place whose last day it is", "UPDATE unit_version SET valid_to = '2026-06-16' WHERE unit_id = 'ap1'", Filter{Span: june}, all},
		{"a place that begins on the day", "UPDATE unit_version SET valid_from = '2026-06-20' WHERE unit_id = 'cb1'", Filter{Span: june}, all},
		{"a place that begins later", "UPDATE unit_version SET valid_from = '2026-06-21' WHERE unit_id = 'cb1'", Filter{Span: june}, ap1 + ", " + ap2},
		{"a place in the bin", "UPDATE unit SET deleted_at = 'x' WHERE id IN ('ap1', 'cb1')", Filter{Span: june}, ap2},
		{"a rule of another type of place", `UPDATE duty_rule SET target_types = '["TO_NDTQ"]'`, Filter{Span: june}, "20/06 to1 -"},
		{"a rule of a place takes its types from its kind", `UPDATE duty_rule SET target_types = '[]', kind_id = 'other'`,
			Filter{Span: june}, "20/06 to1 -"},

		{"the first officer known", "UPDATE assignment SET officer_id = 'binh', team_id = '' WHERE id = 'a2'", Filter{Span: june}, ap1 + ", 15/06 ap2 binh, " + cb1},
		{"of one officer", "", Filter{Span: june, OfficerID: "an"}, ap1},
		{"of a team's lead", "", Filter{Span: june, OfficerID: "binh"}, ap2},
		{"of a team's member", "", Filter{Span: june, OfficerID: "chi"}, ap2},
		{"of a member from the day on", "UPDATE team_member SET valid_from = '2026-06-15' WHERE officer_id = 'chi'", Filter{Span: june, OfficerID: "chi"}, ap2},
		{"of a member from the day after", "UPDATE team_member SET valid_from = '2026-06-16' WHERE officer_id = 'chi'", Filter{Span: june, OfficerID: "chi"}, ""},
		{"of a member on the last day", "UPDATE team_member SET valid_to = '2026-06-16' WHERE officer_id = 'chi'", Filter{Span: june, OfficerID: "chi"}, ap2},
		{"of a member gone on the day", "UPDATE team_member SET valid_to = '2026-06-15' WHERE officer_id = 'chi'", Filter{Span: june, OfficerID: "chi"}, ""},
		{"of nobody known", "", Filter{Span: june, OfficerID: "khong-co"}, ""},

		{"of one place", "", Filter{Span: june, TargetIDs: []string{"ap1"}}, ap1},
		{"of one cell", "", Filter{Span: june, TargetIDs: []string{"cb1"}}, cb1},
		{"of no place", "", Filter{Span: june, TargetIDs: []string{}}, ""},
		{"of a place unknown", "", Filter{Span: june, TargetIDs: []string{"khong-co"}}, ""},
		{"under the commune", "", Filter{Span: june, UnderID: "xa"}, all},
		{"under a hamlet: with its cell", "", Filter{Span: june, UnderID: "ap1"}, ap1 + ", " + cb1},
		{"under a cell: with its hamlet", "", Filter{Span: june, UnderID: "cb1"}, ap1 + ", " + cb1},
		{"under a group", "", Filter{Span: june, UnderID: "to1"}, ""},
		{"under nothing known", "", Filter{Span: june, UnderID: "khong-co"}, ""},
		{"one place, under what it lies under", "", Filter{Span: june, UnderID: "cb1", TargetIDs: []string{"ap1"}}, ap1},
		{"one place, under another", "", Filter{Span: june, UnderID: "cb1", TargetIDs: []string{"ap2"}}, ""},
		{"a link ended on the day", "UPDATE unit_territory SET valid_to = '2026-06-20'", Filter{Span: june, UnderID: "ap1"}, ap1},
		{"a link's last day", "UPDATE unit_territory SET valid_to = '2026-06-21'", Filter{Span: june, UnderID: "ap1"}, ap1 + ", " + cb1},
		{"a link from the day on", "UPDATE unit_territory SET valid_from = '2026-06-20'", Filter{Span: june, UnderID: "ap1"},
			ap1 + ", " + cb1},
		{"a link from the day after", "UPDATE unit_territory SET valid_from = '2026-06-21'", Filter{Span: june, UnderID: "ap1"}, ap1},

		{"of one version", "", Filter{Span: june, RuleIDs: []string{"r20"}}, cb1},
		{"of one series", "", Filter{Span: june, SeriesID: "r15"}, ap1 + ", " + ap2},
		{"of one kind of meeting", "", Filter{Span: june, Activity: "CELL_THEMATIC"}, cb1},

		{"suspended everywhere", pause("''", "''", "2026-06-15", "2026-06-16"), Filter{Span: june}, cb1 + ", −" + ap1 + ", −" + ap2},
		{"suspended until the day", pause("''", "''", "2026-06-01", "2026-06-15"), Filter{Span: june}, all},
		{"suspended from the day after", pause("''", "''", "2026-06-16", "2026-06-20"), Filter{Span: june}, all},
		{"one kind of meeting suspended", pause("''", "'CELL_THEMATIC'", "2026-06-01", "2026-07-01"), Filter{Span: june},
			ap1 + ", " + ap2 + ", −" + cb1},
		{"a hamlet suspended: with its cell", pause("'ap1'", "''", "2026-06-01", "2026-07-01"), Filter{Span: june},
			ap2 + ", −" + ap1 + ", −" + cb1},
		{"a cell suspended: with its hamlet", pause("'cb1'", "''", "2026-06-01", "2026-07-01"), Filter{Span: june},
			ap2 + ", −" + ap1 + ", −" + cb1},
		{"a group suspended", pause("'to1'", "''", "2026-06-01", "2026-07-01"), Filter{Span: june}, all},
	} {
		s := storetest.Open(t)
		storetest.Write(t, s, func(tx *store.Tx) error {
			smallOffice(t, tx)
			if c.change != "" {
				if err := tx.Exec(c.change).Error; err != nil {
					t.Fatal(err)
				}
			}
			list, err := Expected(tx, c.filter)
			if got := listed(list); err != nil || got != c.want {
				t.Errorf("%s: %s, want %s; %v", c.name, got, c.want, err)
			}
			counted, err := CountExpected(tx, c.filter)
			sum := 0
			for _, n := range counted {
				sum += n
			}
			running := slices.DeleteFunc(list, func(e Expectation) bool { return e.Suspended })
			if err != nil || sum != len(running) {
				t.Errorf("%s: %v are counted, %d are listed; %v", c.name, counted, len(running), err)
			}
			return nil
		})
	}
}

func pause(scope, activity, from, to string) string {
	return fmt.Sprintf(
		"INSERT INTO suspension (id, scope_unit_id, activity, valid_from, valid_to, reason, created_at) VALUES ('p', %s, %s, '%s', '%s', 'lũ', 'x')",
		scope,
		activity,
		from,
		to,
	)
}

// An occurrence says everything of the duty it is one of.
func TestExpectationSaysWhoseAndWhen(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		smallOffice(t, tx)
		list, err := Expected(tx, Filter{Span: dates.Period("2026-06").Span(), TargetIDs: []string{"ap1"}})
		want := Expectation{
			RuleID:       "r15",
			RuleName:     "Dự sinh hoạt chi bộ",
			Activity:     "CELL_REGULAR",
			AssignmentID: "a1",
			OfficerID:    "an",
			UnitID:       "ap1",
			TurnKey:      "2026-06",
			TurnLabel:    "tháng 6 năm 2026",
			Turn:         dates.Period("2026-06").Span(),
			Due:          "2026-06-15",
			Day:          "2026-06-15",
		}
		if err != nil || len(list) != 1 || list[0] != want {
			t.Errorf("%+v %v, want %+v", list, err, want)
		}
		if err := tx.Exec("UPDATE duty_rule SET fixed_calendar = '', fixed_day = 0").Error; err != nil {
			t.Fatal(err)
		}
		list, err = Expected(tx, Filter{Span: dates.Period("2026-06").Span(), TargetIDs: []string{"cb1"}})
		if err != nil || len(list) != 1 || list[0].Due != "" || list[0].Day != "2026-06-16" ||
			list[0].AssignmentID+list[0].OfficerID+list[0].TeamID != "" {
			t.Errorf("without a fixed day, of a place: %+v %v", list, err)
		}
		return nil
	})
}

func TestSpanOfAQuestionIsBounded(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		first := dates.Date("2020-01-01")
		for _, c := range []struct {
			name string
			span dates.Span
			good bool
		}{
			{"one day", dates.Through(first, first), true},
			{"five years", dates.Span{From: first, To: first.AddDays(5 * 366)}, true},
			{"a day more", dates.Span{From: first, To: first.AddDays(5*366 + 1)}, false},
			{"no day", dates.Span{From: first, To: first}, false},
			{"backwards", dates.Span{From: first, To: first.AddDays(-1)}, false},
			{"no beginning", dates.Span{To: first}, false},
			{"no end", dates.Span{From: first}, false},
			{"no day of the calendar", dates.Span{From: "2026-02-30", To: "2026-03-01"}, false},
			{"ends on none of the calendar", dates.Span{From: "2026-02-01", To: "2026-02-30"}, false},
		} {
			if _, err := Expected(tx, Filter{Span: c.span}); (err == nil) != c.good || err != nil && !fault.Is(err, fault.CodeInvalid) {
				t.Errorf("%s: %v", c.name, err)
			}
		}
		return nil
	})
}

// A handover shows the next turn of each duty of a place that is not suspended.
func TestHandoverShowsTheNextTurn(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		smallOffice(t, tx)
		if err := tx.Exec(pause("'ap1'", "''", "2026-12-15", "2026-12-16")).Error; err != nil {
			t.Fatal(err)
		}
		open := HandoverHooks()[0].Open
		for _, c := range []struct {
			on   dates.Date
			want string
		}{
			{"2026-12-16", "Dự sinh hoạt chi bộ, kỳ tới: tháng 01 năm 2027 2027-01-15"}, // December's has passed
			{"2026-12-15", "Dự sinh hoạt chi bộ, kỳ tới: tháng 01 năm 2027 2027-01-15"}, // suspended on the day itself
			{"2027-01-15", "Dự sinh hoạt chi bộ, kỳ tới: tháng 01 năm 2027 2027-01-15"}, // the day itself is still to come
			{"2027-01-16", "Dự sinh hoạt chi bộ, kỳ tới: tháng 02 năm 2027 2027-02-15"},
		} {
			items, err := open(tx, []assignments.HeldPlace{{TargetID: "ap1", On: c.on}, {TargetID: "ap1", On: c.on}})
			if err != nil || len(items["ap1"]) != 1 || items["ap1"][0].Text+" "+string(items["ap1"][0].Day) != c.want ||
				items["ap1"][0].ID != "r15" {
				t.Errorf("on %s: %+v %v", c.on, items, err)
			}
		}
		if none, err := open(tx, nil); err != nil || len(none) != 0 {
			t.Errorf("%+v %v", none, err)
		}
		return nil
	})
}
