package activities

import (
	"strings"
	"testing"

	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

var november = GridFilter{Month: "2026-11", Kind: CellRegular}

func (o *testOffice) grid(t testing.TB, f GridFilter) Grid {
	t.Helper()
	g, err := o.s.MonthGrid(f)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestGridIsEmptyUntilFilled(t *testing.T) {
	o := openOffice(t)
	g := o.grid(t, november)
	if len(g.Rows) != 2 || g.Rows[0].UnitName != "Chi bộ ấp Mẫu Hai" || g.Rows[1].OfficerName != "Cán bộ mẫu An" ||
		g.Rows[0].OfficerID != "" {
		t.Fatalf("%+v", g.Rows)
	}
	if saved, err := o.s.SaveGrid(GridInput{Filter: november, Rows: g.Rows}); err != nil || saved.Saved != 0 || o.count(t, "meeting") != 0 {
		t.Fatalf("an untouched grid stored %+v %v", saved, err)
	}
}

func TestGridSaves(t *testing.T) {
	o := openOffice(t)
	g := o.grid(t, november)
	g.Rows[0].Day, g.Rows[0].Outcome, g.Rows[0].Note = "2026-11-07", NotHeld, "Mưa lớn"
	r := &g.Rows[1]
	r.Day, r.Outcome, r.Present, r.Total, r.Contribution = "2026-11-05", Outcome(
		Attended,
	), num(
		24,
	), num(
		26,
	), "Đề nghị họp dân trước khi hòa giải"
	saved, err := o.s.SaveGrid(GridInput{Filter: november, Rows: g.Rows})
	if err != nil || saved.Saved != 2 || o.count(t, "meeting") != 2 {
		t.Fatalf("%+v %v", saved, err)
	}
	r = &saved.Grid.Rows[1]
	if r.MeetingID == "" || r.Outcome != Outcome(Attended) || *r.Present != 24 || r.Contribution != "Đề nghị họp dân trước khi hòa giải" ||
		saved.Grid.Rows[0].Outcome != NotHeld {
		t.Fatalf("%+v", saved.Grid.Rows)
	}
	id := r.MeetingID
	r.Outcome, r.Contribution = Outcome(Excused), ""
	saved, err = o.s.SaveGrid(GridInput{Filter: november, Rows: saved.Grid.Rows})
	if err != nil || saved.Saved != 1 || o.count(t, "meeting") != 2 || o.count(t, "contribution") != 0 ||
		saved.Grid.Rows[1].MeetingID != id {
		t.Fatalf("%+v %v", saved, err)
	}
	saved.Grid.Rows[1].Outcome = ""
	if _, err := o.s.SaveGrid(
		GridInput{Filter: november, Rows: saved.Grid.Rows},
	); !strings.Contains(
		fieldsOf(t, err)["rows.1.outcome"],
		"thùng rác",
	) {
		t.Fatal(err)
	}
}

func TestGridFillsPlanned(t *testing.T) {
	o := openOffice(t)
	groups := GridFilter{Month: "2026-11", Kind: Group, UnderID: "xa"}
	if p, err := o.s.PlanMany(
		PlanInput{Kind: Group, Period: "2026-11", Lunar: true, Day: 10, UnderID: "xa"},
	); err != nil ||
		p.Created != 2 {
		t.Fatal(p, err)
	}
	g := o.grid(t, groups)
	if len(g.Rows) != 2 || g.Rows[0].Day != "2026-11-18" || g.Rows[0].OfficerID != "chi" || g.Rows[0].Outcome != "" {
		t.Fatalf("%+v", g.Rows)
	}
	for i := range g.Rows {
		g.Rows[i].Outcome = Outcome(Attended)
	}
	saved, err := o.s.SaveGrid(GridInput{Filter: groups, Rows: g.Rows})
	if err != nil || saved.Saved != 2 || o.count(t, "meeting") != 2 {
		t.Fatalf("%+v %v", saved, err)
	}
}

func TestGridRefusesWhole(t *testing.T) {
	o := openOffice(t)
	for name, c := range map[string]struct {
		change func(*GridRow)
		cell   string
	}{
		"no day":         {func(r *GridRow) { r.Outcome = Outcome(Attended) }, "rows.1.day"},
		"other month":    {func(r *GridRow) { r.Outcome, r.Day = Outcome(Attended), "2026-10-05" }, "rows.1.day"},
		"future":         {func(r *GridRow) { r.Outcome, r.Day = Outcome(Attended), "2026-11-29" }, "rows.1.day"},
		"headcount only": {func(r *GridRow) { r.Present = num(3) }, "rows.1.outcome"},
		"present over total": {func(r *GridRow) {
			r.Outcome, r.Day, r.Present, r.Total = Outcome(Attended), "2026-11-05", num(3), num(2)
		}, "rows.1.present"},
		"nobody attends":   {func(r *GridRow) { r.Outcome, r.Day, r.OfficerID = Outcome(Attended), "2026-11-05", "" }, "rows.1.outcome"},
		"no substitute":    {func(r *GridRow) { r.Outcome, r.Day = Outcome(Substituted), "2026-11-05" }, "rows.1.substituteId"},
		"suspended why":    {func(r *GridRow) { r.Outcome, r.Day = OnHold, "2026-11-05" }, "rows.1.note"},
		"advice of absent": {func(r *GridRow) { r.Outcome, r.Day, r.Contribution = Outcome(Absent), "2026-11-05", "x" }, "rows.1.contribution"},
		"long":             {func(r *GridRow) { r.Outcome, r.Day, r.Note = Outcome(Absent), "2026-11-05", strings.Repeat("x", 4001) }, "rows.1.note"},
		"unknown":          {func(r *GridRow) { r.Outcome = "LATE" }, "rows.1.outcome"},
	} {
		t.Run(name, func(t *testing.T) {
			g := o.grid(t, november)
			g.Rows[0].Day, g.Rows[0].Outcome = "2026-11-07", NotHeld // a good row beside the bad one
			c.change(&g.Rows[1])
			_, err := o.s.SaveGrid(GridInput{Filter: november, Rows: g.Rows})
			if fields := fieldsOf(t, err); len(fields) != 1 || !strings.HasPrefix(fields[c.cell], "Chi bộ ấp Mẫu Một: ") {
				t.Fatalf("%v", fields)
			}
			if o.count(t, "meeting") != 0 {
				t.Fatal("half a grid was stored")
			}
		})
	}
}

func TestGridJointMeeting(t *testing.T) {
	o := openOffice(t)
	o.save(
		t,
		MeetingInput{
			Kind:        Group,
			State:       Held,
			HeldOn:      "2026-11-10",
			HostIDs:     []string{"to1", "to2"},
			Attendances: []AttendanceInput{{OfficerID: "chi", Result: Attended}},
		},
	)
	f := GridFilter{Month: "2026-11", Kind: Group}
	g := o.grid(t, f)
	if len(g.Rows) != 2 || g.Rows[0].MeetingID != g.Rows[1].MeetingID || !strings.HasPrefix(g.Rows[0].Shared, "Tổ 18") {
		t.Fatalf("%+v", g.Rows)
	}
	g.Rows[0].Present, g.Rows[1].Present = num(30), num(31)
	if _, err := o.s.SaveGrid(GridInput{Filter: f, Rows: g.Rows}); err == nil {
		t.Fatal("one meeting was given two head counts")
	}
	g.Rows[1].Present = nil
	saved, err := o.s.SaveGrid(GridInput{Filter: f, Rows: g.Rows[:1]})
	if err != nil || saved.Saved != 1 || *saved.Grid.Rows[1].Present != 30 {
		t.Fatalf("%+v %v", saved, err)
	}
}

// A place handed over in the middle of the month: a row of the days before is recorded for who was in charge then, and said.
func TestGridFollowsAHandoverInTheMonth(t *testing.T) {
	o := openOffice(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		exec(t, tx, "UPDATE assignment SET valid_to = '2026-11-10' WHERE id = 'a1'")
		exec(
			t,
			tx,
			`INSERT INTO assignment (id, kind_id, officer_id, target_id, valid_from, decision_in) VALUES ('a2', 'k', 'binh', 'ap1', '2026-11-10', 'd')`,
		)
		return nil
	})
	g := o.grid(t, november)
	r := g.Rows[1]
	if r.OfficerID != "binh" {
		t.Fatalf("%+v", r)
	}
	r.Day, r.Outcome = "2026-11-05", Outcome(Attended)
	saved, err := o.s.SaveGrid(GridInput{Filter: november, Rows: []GridRow{r}})
	if err != nil || saved.Saved != 1 || saved.Grid.Rows[1].OfficerID != "an" || len(saved.Notices) != 1 ||
		!strings.Contains(saved.Notices[0], "Cán bộ mẫu An") {
		t.Fatalf("%+v %v", saved, err)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		exec(t, tx, "DELETE FROM assignment WHERE id = 'a1'")
		return nil
	})
	r.Day = "2026-11-04"
	_, err = o.s.SaveGrid(GridInput{Filter: november, Rows: []GridRow{r}})
	if !strings.Contains(fieldsOf(t, err)["rows.0.day"], "nằm ngoài thời gian") {
		t.Fatal(err)
	}
}

func TestPlanMany(t *testing.T) {
	o := openOffice(t)
	for name, in := range map[string]PlanInput{
		"no kind":   {Period: "2026-12", Day: 5},
		"no period": {Kind: Group, Day: 5},
		"week":      {Kind: Group, Period: "2026-W50", Day: 5},
		"day 0":     {Kind: Group, Period: "2026-12"},
		"lunar 31":  {Kind: Group, Period: "2026-12", Day: 31, Lunar: true},
		"clock":     {Kind: Group, Period: "2026-12", Day: 5, Time: "25:00"},
		"nowhere":   {Kind: Group, Period: "2026-12", Day: 5, UnderID: "zzz"},
	} {
		if _, err := o.s.PlanMany(in); err == nil {
			t.Errorf("%s: planned", name)
		}
	}
	in := PlanInput{Kind: CellRegular, Period: "2027-H1", Day: 31, Time: "19:30"}
	p, err := o.s.PlanMany(in)
	if err != nil || p.Created != 12 || p.Days[1] != "2027-02-28" {
		t.Fatalf("%+v %v", p, err)
	}
	if p, err = o.s.PlanMany(in); err != nil || p.Created != 0 || p.Known != 12 {
		t.Fatalf("the same plan again: %+v %v", p, err)
	}
	if o.count(t, "attendance") != 6 {
		t.Fatal("who is in charge is expected, nobody else")
	}
}
