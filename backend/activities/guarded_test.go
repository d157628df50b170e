package activities

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// resident is a text no register of this office may keep: an invented neighbour with a telephone number.
const resident = "Ông Nguyễn Văn Mẫu, điện thoại 0912345678, đòi mở lối đi"

// lastTrail is what the trail says of the last write.
func (o *testOffice) lastTrail(t testing.TB) (detail string) {
	t.Helper()
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.Raw("SELECT detail FROM audit_entry ORDER BY id DESC LIMIT 1").Scan(&detail).Error
	})
	return detail
}

func TestTextsOfALogAreGuarded(t *testing.T) {
	o := openOffice(t)
	for name, c := range map[string]struct {
		change func(*MeetingInput)
		field  string
	}{
		"place": {func(in *MeetingInput) { in.Place = "Nhà bà Trần Thị Mẫu" }, "place"},
		"note":  {func(in *MeetingInput) { in.Note = resident }, "note"},
		"reason of the state": {func(in *MeetingInput) {
			in.State, in.PlannedOn, in.StateReason, in.Attendances = Suspended, "2026-11-06", resident, nil
		}, "stateReason"},
		"reason of an absence": {func(in *MeetingInput) { in.Attendances[0].Result, in.Attendances[0].Reason = Excused, resident }, "attendances.0.reason"},
		"advice": {func(in *MeetingInput) {
			in.Contributions = []ContributionInput{{}, {OfficerID: "an", Summary: resident}}
		}, "contributions.1.summary"},
		"topic": {func(in *MeetingInput) { in.Conveyances = []string{"Nghị quyết mẫu", resident} }, "conveyances.1"},
	} {
		t.Run(name, func(t *testing.T) {
			in := heldAt("cb1", "2026-11-06", "an")
			c.change(&in)
			_, err := o.s.SaveMeeting(in)
			fields := fieldsOf(t, err)
			if !strings.HasPrefix(fields[c.field], "Không lưu thông tin của người dân") || fields["guardReason"] != askReason ||
				len(fields) != 2 {
				t.Errorf("%v", fields)
			}
			in.GuardReason = "vì tôi muốn"
			if _, err = o.s.SaveMeeting(in); fieldsOf(t, err)["guardReason"] != "Hãy chọn lý do giữ nguyên trong danh sách." {
				t.Errorf("a reason made up: %v", err)
			}
		})
	}
	if n := o.count(t, "meeting"); n != 0 {
		t.Errorf("%d stored", n)
	}
}

func TestMarkedTextIsKeptForAReason(t *testing.T) {
	o := openOffice(t)
	in := heldAt("cb1", "2026-11-06", "an")
	in.Note, in.GuardReason = "Gọi đường dây nóng 0912345678", "SO_KHAC"
	saved := o.save(t, in)
	if got := o.lastTrail(
		t,
	); !strings.HasSuffix(
		got,
		"Giữ nguyên chữ đã được nhắc, lý do: là số văn bản, số liệu, đường dây nóng của cơ quan.",
	) {
		t.Errorf("the trail says %q", got)
	}
	// correcting a number asks no second time; new text does
	entry := saved.Entry
	again := entry.Input()
	again.Present, again.Total = num(20), num(26)
	o.save(t, again)
	again.Place = "Nhà bà Trần Thị Mẫu"
	if _, err := o.s.SaveMeeting(again); fieldsOf(t, err)["note"] != "" || fieldsOf(t, err)["place"] == "" {
		t.Errorf("%v", err)
	}
	// an officer's name passes everywhere
	plain := heldAt("cb2", "2026-11-06", "an")
	plain.Note = "Đồng chí Cán bộ mẫu An báo cáo, Cán bộ mẫu Bình ghi biên bản ở ấp Mẫu Hai"
	o.save(t, plain)
}

func TestPostponedMeetingCarriesItsPlace(t *testing.T) {
	o := openOffice(t)
	in := MeetingInput{
		Kind:        CellRegular,
		State:       Planned,
		PlannedOn:   "2026-11-25",
		HostIDs:     []string{"cb1"},
		Place:       "Nhà bà Trần Thị Mẫu",
		GuardReason: "DIA_DANH",
	}
	planned := o.save(t, in).Entry
	later := planned.Input()
	later.State, later.PostponedTo = Postponed, "2026-11-28"
	if got := o.save(t, later); got.Entry.PostponedTo != "2026-11-28" {
		t.Errorf("%+v", got)
	}
}

func TestSheetsAreGuarded(t *testing.T) {
	o := openOffice(t)
	november := GridFilter{Month: "2026-11", Kind: CellRegular}
	g := o.grid(t, november)
	for i := range g.Rows {
		g.Rows[i].Day, g.Rows[i].Outcome = "2026-11-05", HeldOnly
	}
	g.Rows[1].Note = resident
	in := GridInput{Filter: november, Rows: g.Rows}
	_, err := o.s.SaveGrid(in)
	if fields := fieldsOf(
		t,
		err,
	); !strings.Contains(fields["rows.1.note"], "0912345678") || fields["guardReason"] != askReason || len(fields) != 2 ||
		o.count(t, "meeting") != 0 {
		t.Errorf("%v", err)
	}
	in.GuardReason = "KHONG_GAN_VOI_NGUOI"
	if saved, err := o.s.SaveGrid(
		in,
	); err != nil || saved.Saved != len(g.Rows) ||
		!strings.Contains(o.lastTrail(t), "không gắn với một người cụ thể") {
		t.Errorf("%+v %v, %s", saved, err, o.lastTrail(t))
	}

	schedule := ScheduleInput{
		Filter: ScheduleFilter{Month: "2026-12", Kind: CellRegular},
		Rows:   []ScheduleLine{{UnitID: "cb1", Label: "Chi bộ", Day: "2026-12-05", Place: "Nhà bà Trần Thị Mẫu"}},
	}
	_, err = o.s.SaveSchedule(schedule)
	if fields := fieldsOf(t, err); fields["rows.0.place"] == "" || fields["guardReason"] == "" {
		t.Errorf("%v", err)
	}
	schedule.GuardReason = "DIA_DANH"
	if _, err = o.s.SaveSchedule(schedule); err != nil {
		t.Error(err)
	}
	plan := PlanInput{Kind: CellRegular, Period: dates.Period("2027-01"), Day: 5, UnitIDs: []string{"cb1"}, Place: "Nhà bà Trần Thị Mẫu"}
	if _, err = o.s.PlanMany(plan); !fault.Is(err, fault.CodeInvalid) || fieldsOf(t, err)["place"] == "" {
		t.Errorf("%v", err)
	}
}
