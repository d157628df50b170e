package activities

import "testing"

var december = ScheduleFilter{Month: "2026-12", Kind: CellRegular}

func TestScheduleIsRegisteredMovedAndTakenBack(t *testing.T) {
	o := openOffice(t)
	saved, err := o.s.SaveSchedule(
		ScheduleInput{
			Filter: december,
			Rows:   []ScheduleLine{{UnitID: "cb1", Day: "2026-12-05", Time: "19:00", Place: "Nhà văn hóa"}, {UnitID: "cb2"}},
		},
	)
	if err != nil || saved.Saved != 1 || saved.Schedule.Registered != 1 || saved.Schedule.Missing != 1 {
		t.Fatalf("%+v %v", saved, err)
	}
	rows := map[string]ScheduleRow{}
	for _, r := range saved.Schedule.Rows {
		rows[r.UnitID] = r
	}
	r := rows["cb1"]
	if len(r.Officers) != 1 || r.Officers[0] != "Cán bộ mẫu An" || r.Time != "19:00" {
		t.Fatalf("the officer in charge is not expected: %+v", r)
	}
	moved, err := o.s.SaveSchedule(
		ScheduleInput{
			Filter: december,
			Rows:   []ScheduleLine{{UnitID: "cb1", MeetingID: r.MeetingID, Day: "2026-12-06", Time: "19:30", Place: r.Place}},
		},
	)
	if err != nil || moved.Saved != 1 || o.count(t, "meeting") != 1 {
		t.Fatalf("%+v %v", moved, err)
	}
	back, err := o.s.SaveSchedule(ScheduleInput{Filter: december, Rows: []ScheduleLine{{UnitID: "cb1", MeetingID: r.MeetingID}}})
	if err != nil || back.Schedule.Registered != 0 {
		t.Fatalf("%+v %v", back, err)
	}
}

func TestScheduleRefusesWholeSheet(t *testing.T) {
	o := openOffice(t)
	held := o.save(t, heldAt("cb1", "2026-11-05", "an")).Entry.ID
	for _, c := range []struct {
		name, cell string
		line       ScheduleLine
	}{
		{"a day of another month", "rows.1.day", ScheduleLine{UnitID: "cb2", Day: "2027-01-05"}},
		{"a time without a day", "rows.1.day", ScheduleLine{UnitID: "cb2", Time: "19:00"}},
		{"no clock", "rows.1.time", ScheduleLine{UnitID: "cb2", Day: "2026-12-05", Time: "tối"}},
		{"a meeting with a result", "rows.1.day", ScheduleLine{UnitID: "cb1", MeetingID: held, Day: "2026-12-05"}},
		{"an unknown unit", "rows.1.day", ScheduleLine{UnitID: "nowhere", Day: "2026-12-05"}},
	} {
		_, err := o.s.SaveSchedule(ScheduleInput{Filter: december, Rows: []ScheduleLine{{UnitID: "cb1", Day: "2026-12-07"}, c.line}})
		if fieldsOf(t, err)[c.cell] == "" {
			t.Errorf("%s: %v", c.name, err)
		}
		if n := o.count(t, "meeting"); n != 1 {
			t.Fatalf("%s: half a sheet was stored, %d meetings", c.name, n)
		}
	}
	if _, err := o.s.SaveSchedule(ScheduleInput{Filter: ScheduleFilter{Month: "2026"}}); err == nil {
		t.Error("a year is no month")
	}
}
