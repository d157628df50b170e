package units_test

import (
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// twoTrees is a district with two communes, their hamlets and the Party organisations that answer for them. In 2026 hamlet 2
// moves to the other commune on 1 July, hamlet 3 is merged into hamlet 1 that day, and group 2 leaves hamlet 2 on 1 May.
func twoTrees(t testing.TB) *land {
	l := open(t)
	place := func(key, kind, name, parent string) { l.add(t, key, kind, name, "", parent, "2020-01-01") }
	place("huyen", units.Huyen, "Huyện Mẫu", "")
	place("xa1", units.Xa, "Xã Mẫu Một", "huyen")
	place("xa2", units.Xa, "Xã Mẫu Hai", "huyen")
	for _, n := range []string{"1", "2", "3"} {
		place("ap"+n, units.Ap, "Ấp "+n, "xa1")
		place("to"+n, units.ToNDTQ, "Tổ "+n, "ap"+n)
	}
	place("hu", units.DangBoHuyen, "Đảng bộ huyện Mẫu", "")
	place("db1", units.DangBoXa, "Đảng bộ xã Mẫu Một", "hu")
	place("db2", units.DangBoXa, "Đảng bộ xã Mẫu Hai", "hu")
	place("cb1", units.ChiBo, "Chi bộ ấp 1", "db1")
	place("cb2", units.ChiBo, "Chi bộ ấp 2", "db1")
	place("cbcq", units.ChiBo, "Chi bộ cơ quan xã", "db1") // answers for no place of its own
	for org, unit := range map[string]string{"hu": "huyen", "db1": "xa1", "db2": "xa2", "cb1": "ap1", "cb2": "ap2"} {
		l.link(t, org, unit, "2020-01-01", "")
	}
	l.move(t, "to2", "ap1", "2026-05-01")
	l.move(t, "ap2", "xa2", "2026-07-01")
	l.move(t, "to3", "ap1", "2026-07-01")
	if _, err := l.room.Close(units.Closing{UnitID: l.ids["ap3"], From: "2026-07-01", Source: "NQ mẫu"}); err != nil {
		t.Fatal(err)
	}
	return l
}

func (l *land) link(t testing.TB, org, unit string, from, to dates.Date) {
	t.Helper()
	if _, err := l.room.Link(units.Territory{OrgID: l.ids[org], UnitID: l.ids[unit], ValidFrom: from, ValidTo: to}); err != nil {
		t.Fatal(err)
	}
}

func (l *land) move(t testing.TB, unit, parent string, from dates.Date) {
	t.Helper()
	if err := l.room.Move(units.Moving{UnitID: l.ids[unit], ParentID: l.ids[parent], From: from}); err != nil {
		t.Fatal(err)
	}
}

func (l *land) reach(t testing.TB, root string, span dates.Span) string {
	t.Helper()
	var names []string
	storetest.Read(t, l.Store, func(tx *store.Tx) error {
		ids, err := units.Reach(tx, l.ids[root], span)
		for key, id := range l.ids {
			if slices.Contains(ids, id) {
				names = append(names, key)
			}
		}
		if len(ids) != len(names) {
			t.Errorf("%s in %v: %d keys for %d units", root, span, len(ids), len(names))
		}
		return err
	})
	slices.Sort(names)
	return strings.Join(names, " ")
}

func TestReachInBothTrees(t *testing.T) {
	l := twoTrees(t)
	june, july := dates.Period("2026-06").Span(), dates.Period("2026-07").Span()
	year, ever := dates.Period("2026").Span(), dates.Span{}
	for _, c := range []struct {
		name, root string
		span       dates.Span
		want       string
	}{
		{"a commune: its hamlets, their cells, and every cell of its own committee", "xa1", june,
			"ap1 ap2 ap3 cb1 cb2 cbcq db1 to1 to2 to3 xa1"},
		{"its Party committee reaches the same", "db1", june, "ap1 ap2 ap3 cb1 cb2 cbcq db1 to1 to2 to3 xa1"},
		{"a cell: the hamlet it answers for, with its groups", "cb1", june, "ap1 cb1 to1 to2"},
		{"a hamlet: its groups and its cell", "ap1", june, "ap1 cb1 to1 to2"},
		{"a cell that answers for no place", "cbcq", year, "cbcq"},
		{"the top", "huyen", june, "ap1 ap2 ap3 cb1 cb2 cbcq db1 db2 hu huyen to1 to2 to3 xa1 xa2"},

		{"moved away: gone from the day on", "xa1", july, "ap1 cb1 cb2 cbcq db1 to1 to2 to3 xa1"},
		{"moved in: there from the day on, with its cell", "xa2", july, "ap2 cb2 db2 xa2"},
		{"not a day before", "xa2", june, "db2 xa2"},
		{"the last day before the move", "xa2", dates.Through("2026-06-30", "2026-06-30"), "db2 xa2"},
		{"the day of the move", "xa2", dates.Through("2026-07-01", "2026-07-01"), "ap2 cb2 db2 xa2"},
		{"a span over the move holds both", "xa1", year, "ap1 ap2 ap3 cb1 cb2 cbcq db1 to1 to2 to3 xa1"},
		{"what had left the hamlet before the hamlet came is not under the new commune", "xa2", ever, "ap2 cb2 db2 xa2"},
		{"a group in its first hamlet until the day it left", "ap2", dates.Through("2026-04-30", "2026-04-30"), "ap2 cb2 to2"},
		{"and no longer on that day", "ap2", dates.Through("2026-05-01", "2026-05-01"), "ap2 cb2"},

		{"a merged hamlet keeps what it was", "ap3", june, "ap3 to3"},
		{"and has nothing afterwards", "ap3", july, "ap3"},
		{"the hamlet that took it over", "ap1", july, "ap1 cb1 to1 to2 to3"},
	} {
		if got := l.reach(t, c.root, c.span); got != c.want {
			t.Errorf("%s: %s in %v reaches\n  %s, want\n  %s", c.name, c.root, c.span, got, c.want)
		}
	}
}

func TestReachFollowsTheTimeOfLinks(t *testing.T) {
	l := settled(t)
	l.add(t, "cb", units.ChiBoCoSo, "Chi bộ Mẫu", "", "", "2004-01-01")
	l.link(t, "cb", "ap1", "2026-02-01", "2026-03-01")
	for _, c := range []struct {
		day  dates.Date
		cell string
	}{{"2026-01-31", "cb"}, {"2026-02-01", "ap1 cb to10 to2"}, {"2026-02-28", "ap1 cb to10 to2"}, {"2026-03-01", "cb"}} {
		if got := l.reach(t, "cb", dates.Through(c.day, c.day)); got != c.cell {
			t.Errorf("on %s the cell reaches %s", c.day, got)
		}
	}
}

func TestReachLeavesOutWhatIsInTheBin(t *testing.T) {
	l := settled(t)
	if err := l.room.Discard(l.ids["to2"]); err != nil {
		t.Fatal(err)
	}
	if got := l.reach(t, "ap1", dates.Span{}); got != "ap1 to10" {
		t.Error(got)
	}
}

// What a unit counts under is what lies right below a district: of a hamlet its commune, of a cell the commune's Party
// organisation, each as of the day; a district counts under itself.
func TestCommunesOfUnits(t *testing.T) {
	t.Parallel()
	l := twoTrees(t)
	for _, tt := range []struct {
		day        dates.Date
		unit, want string
	}{
		{"2026-06-30", "ap2", "Xã Mẫu Một"},
		{"2026-07-01", "ap2", "Xã Mẫu Hai"},
		{"2026-06-30", "to3", "Xã Mẫu Một"},
		{"2026-06-30", "xa2", "Xã Mẫu Hai"},
		{"2026-06-30", "cb1", "Đảng bộ xã Mẫu Một"},
		{"2026-06-30", "db2", "Đảng bộ xã Mẫu Hai"},
		{"2026-06-30", "huyen", "Huyện Mẫu"},
		{"2026-06-30", "hu", "Đảng bộ huyện Mẫu"},
	} {
		storetest.Read(t, l.Store, func(tx *store.Tx) error {
			got, err := units.Communes(tx, []string{l.ids[tt.unit], "khong-co"}, tt.day)
			if name := got[l.ids[tt.unit]].Name; err == nil && (name != tt.want || len(got) != 1) {
				t.Errorf("%s on %s counts under %q of %d, want %q", tt.unit, tt.day, name, len(got), tt.want)
			}
			return err
		})
	}
}
