package activities

import (
	"fmt"
	"testing"

	"caunoi/backend/fault"
)

// A list pasted on the log goes by the rules of the form, as a whole or not at all. The clock stands on 22/11/2026; An is in
// charge of hamlet 1, Chi of its groups.
func TestMeetingsAreEnteredTogetherOrNotAtAll(t *testing.T) {
	o := openOffice(t)
	held := MeetingRow{Kind: CellRegular, State: Held, Day: "2026-11-05", UnitID: "ap1", Result: Attended}
	but := func(change func(*MeetingRow)) MeetingRow {
		row := held
		change(&row)
		return row
	}
	other := but(func(r *MeetingRow) { r.Kind, r.UnitID, r.Day = Group, "to2", "2026-11-06" })
	for name, c := range map[string]struct {
		row   MeetingRow
		field string
	}{
		"no place":         {but(func(r *MeetingRow) { r.UnitID = "" }), "unitId"},
		"no day":           {but(func(r *MeetingRow) { r.Day = "" }), "day"},
		"no kind":          {but(func(r *MeetingRow) { r.Kind = "" }), "kind"},
		"no state":         {but(func(r *MeetingRow) { r.State, r.Result = "", "" }), "state"},
		"not come yet":     {but(func(r *MeetingRow) { r.Day = "2026-11-23" }), "day"},
		"no hour":          {but(func(r *MeetingRow) { r.Time = "chiều" }), "time"},
		"no such place":    {but(func(r *MeetingRow) { r.UnitID, r.Result = "nowhere", "" }), "unitId"},
		"nobody in charge": {but(func(r *MeetingRow) { r.UnitID, r.Kind = "xa", Visit }), "officerId"},
		"no such result":   {but(func(r *MeetingRow) { r.Result = "MAYBE" }), "result"},
		"more than all":    {but(func(r *MeetingRow) { r.Present, r.Total = num(9), num(8) }), "present"},
		"a row twice":      {other, "day"},
	} {
		_, err := o.s.SaveMany(ManyMeetings{Rows: []MeetingRow{other, c.row}})
		if e, ok := fault.Of(err); !ok || e.Fields["rows.1."+c.field] == "" || len(e.Fields) != 1 {
			t.Errorf("%s: got %v", name, err)
		}
		if n := o.count(t, "meeting"); n != 0 {
			t.Fatalf("%s: %d meetings were kept of a refused list", name, n)
		}
	}
	named := but(func(r *MeetingRow) { r.Note = "Gặp ông Nguyễn Văn Tí" })
	_, err := o.s.SaveMany(ManyMeetings{Rows: []MeetingRow{named}})
	if e, ok := fault.Of(err); !ok || e.Fields["rows.0.note"] == "" || e.Fields["guardReason"] == "" {
		t.Errorf("text about a person: %v", err)
	}
	for _, n := range []int{0, mostMany + 1} {
		if _, err := o.s.SaveMany(ManyMeetings{Rows: make([]MeetingRow, n)}); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("%d rows: %v", n, err)
		}
	}

	planned := MeetingRow{Kind: Group, State: Planned, Day: "2026-11-24", UnitID: "to1", Time: "19h"}
	an := but(func(r *MeetingRow) { r.OfficerID, r.Present = "an", num(20) })
	binh := but(func(r *MeetingRow) { r.OfficerID, r.Result, r.Reason, r.Total = "binh", Excused, "Học", num(24) })
	saved, err := o.s.SaveMany(ManyMeetings{Rows: []MeetingRow{an, planned, binh, other}})
	if err != nil || len(saved.IDs) != 3 {
		t.Fatalf("%+v %v", saved, err)
	}
	got := []string{}
	for _, id := range saved.IDs {
		e, err := o.s.Meeting(id)
		if err != nil {
			t.Fatal(err)
		}
		who := ""
		for _, a := range e.Attendances {
			who += fmt.Sprintf(" %s=%s", a.OfficerID, a.Result)
		}
		count := ""
		if e.Present != nil && e.Total != nil {
			count = fmt.Sprintf(" %d/%d", *e.Present, *e.Total)
		}
		got = append(got, fmt.Sprintf("%s %s %s%s%s", e.Day, e.State, e.PlannedTime, who, count))
	}
	want := "[2026-11-05 HELD  an=ATTENDED binh=EXCUSED 20/24 2026-11-24 PLANNED 19:00 chi= 2026-11-06 HELD  chi=ATTENDED]"
	if fmt.Sprint(got) != want {
		t.Fatalf("got %v\nwant %v", got, want)
	}
	// Known already, held or only planned: a list pasted twice counts nothing twice.
	for _, row := range []MeetingRow{other, planned} {
		_, err := o.s.SaveMany(ManyMeetings{Rows: []MeetingRow{row}})
		if e, ok := fault.Of(err); !ok || e.Fields["rows.0.day"] == "" {
			t.Errorf("a second time: %v", err)
		}
	}
	if err := o.s.DeleteMany(saved.IDs); err != nil {
		t.Fatal(err)
	}
	if _, err := o.s.SaveMany(ManyMeetings{Rows: []MeetingRow{other}}); err != nil {
		t.Errorf("after it was taken back: %v", err)
	}
}
