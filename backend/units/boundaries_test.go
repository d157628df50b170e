package units_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// What happened to units in a span: on its first day and its last, not a day before or after.
func TestLineageOfASpan(t *testing.T) {
	l := settled(t)
	l.add(t, "ap9", units.Ap, "Ấp 9", "", "xa", "2026-06-15") // began
	l.move(t, "ap1", "xa2", "2026-06-20")                     // went to another commune
	if _, err := l.room.Close(units.Closing{UnitID: l.ids["to10"], From: "2026-06-25", Source: "NQ mẫu"}); err != nil {
		t.Fatal(err)
	}
	name := map[string]string{}
	for key, id := range l.ids {
		name[id] = key
	}
	for _, c := range []struct {
		span  dates.Span
		under string
		want  string
	}{
		{dates.Period("2026-06").Span(), "", "[2026-06-15 ap9 began 2026-06-20 ap1 changed 2026-06-25 to10 ended]"},
		{dates.Through("2026-06-15", "2026-06-20"), "", "[2026-06-15 ap9 began 2026-06-20 ap1 changed]"},
		{dates.Through("2026-06-16", "2026-06-19"), "", "[]"},
		{dates.Through("2026-06-16", "2026-06-24"), "", "[2026-06-20 ap1 changed]"},
		{dates.Through("2026-06-25", "2026-06-25"), "", "[2026-06-25 to10 ended]"},
		{dates.Through("2026-06-26", "2026-06-30"), "", "[]"},
		{dates.Period("2026-06").Span(), "ap1", "[2026-06-20 ap1 changed 2026-06-25 to10 ended]"},
		{dates.Period("2026-06").Span(), "xa2", "[2026-06-20 ap1 changed 2026-06-25 to10 ended]"}, // came in
		{dates.Period("2026-06").Span(), "xa", "[2026-06-15 ap9 began 2026-06-20 ap1 changed 2026-06-25 to10 ended]"},
		{dates.Through("2026-06-21", "2026-06-30"), "xa", "[]"}, // it had left
		{dates.Through("2026-06-20", "2026-06-20"), "xa", "[2026-06-20 ap1 changed]"},
	} {
		got := []string{}
		storetest.Read(t, l.Store, func(tx *store.Tx) error {
			events, err := units.Lineage(tx, c.span, l.ids[c.under])
			for _, e := range events {
				what := "changed"
				if e.Before == nil {
					what = "began"
				} else if e.After == nil {
					what = "ended"
				}
				got = append(got, fmt.Sprint(e.Day, " ", name[e.UnitID], " ", what))
			}
			return err
		})
		equalWords(t, fmt.Sprintf("%v under %q", c.span, c.under), fmt.Sprint(got), c.want)
	}
}

func equalWords(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %s, want %s", what, got, want)
	}
}

// A unit's page shows what stands right below it on the day.
func TestChildrenOfADay(t *testing.T) {
	l := settled(t)
	l.add(t, "ap2", units.Ap, "Ấp 2", "", "xa", "2004-01-01")
	l.move(t, "to2", "ap2", "2026-06-20")
	for day, want := range map[dates.Date]string{"2026-06-19": "to10 to2", "2026-06-20": "to10", "2009-12-31": "",
		"2010-01-01": "to10 to2"} {
		page, err := l.room.Page(l.ids["ap1"], string(day))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, child := range page.Children {
			for key, id := range l.ids {
				if id == child.ID {
					got = append(got, key)
				}
			}
		}
		slices.Sort(got)
		equalWords(t, "below ap1 on "+string(day), strings.Join(got, " "), want)
	}
}

func TestLinksOfASpan(t *testing.T) {
	l := settled(t)
	l.add(t, "cb", units.ChiBoCoSo, "Chi bộ Mẫu", "", "", "2004-01-01")
	l.link(t, "cb", "ap1", "2026-06-10", "2026-06-20")
	for _, c := range []struct {
		span dates.Span
		want int
	}{
		{dates.Through("2026-06-01", "2026-06-09"), 0},
		{dates.Through("2026-06-01", "2026-06-10"), 1},
		{dates.Through("2026-06-19", "2026-06-30"), 1},
		{dates.Through("2026-06-20", "2026-06-30"), 0},
		{dates.Span{}, 1},
	} {
		storetest.Read(t, l.Store, func(tx *store.Tx) error {
			for _, side := range []string{"cb", "ap1"} {
				if links, err := units.LinksDuring(tx, []string{l.ids[side]}, c.span); err != nil || len(links) != c.want {
					t.Errorf("%s in %v: %+v %v", side, c.span, links, err)
				}
			}
			if links, err := units.LinksDuring(tx, []string{l.ids["xa"]}, c.span); err != nil || len(links) != 0 {
				t.Errorf("a commune without a link has %+v, %v", links, err)
			}
			return nil
		})
	}
}
