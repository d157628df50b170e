package activities

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func TestSaveRefuses(t *testing.T) {
	o := openOffice(t)
	o.save(t, heldAt("cb1", "2026-11-05", "an"))
	rows := o.count(t, "meeting")
	for name, c := range map[string]struct {
		change func(*MeetingInput)
		field  string
		says   string
	}{
		"no kind":            {func(in *MeetingInput) { in.Kind = "" }, "kind", "loại cuộc họp"},
		"unknown kind":       {func(in *MeetingInput) { in.Kind = "PARTY" }, "kind", "loại cuộc họp"},
		"no state":           {func(in *MeetingInput) { in.State = "" }, "state", "trạng thái"},
		"no host":            {func(in *MeetingInput) { in.HostIDs = nil }, "hostIds", "nơi họp"},
		"unknown host":       {func(in *MeetingInput) { in.HostIDs = []string{"zzz"} }, "hostIds", "Không còn"},
		"host closed":        {func(in *MeetingInput) { in.HostIDs = []string{"apcu"} }, "hostIds", "không hoạt động vào ngày 06/11/2026"},
		"no day":             {func(in *MeetingInput) { in.HeldOn = "" }, "heldOn", "ngày họp"},
		"broken day":         {func(in *MeetingInput) { in.HeldOn = "2026-02-30" }, "heldOn", "không hợp lệ"},
		"held in the future": {func(in *MeetingInput) { in.HeldOn = "2026-11-23" }, "heldOn", "chưa tới"},
		"present over total": {func(in *MeetingInput) { in.Present, in.Total = num(27), num(26) }, "present", "27"},
		"negative":           {func(in *MeetingInput) { in.Total = num(-1) }, "total", "từ 0"},
		"officer twice":      {func(in *MeetingInput) { in.Attendances = append(in.Attendances, in.Attendances[0]) }, "attendances.1.officerId", "dòng 1"},
		"no officer":         {func(in *MeetingInput) { in.Attendances[0].OfficerID = "" }, "attendances.0.officerId", "chọn cán bộ"},
		"unknown officer":    {func(in *MeetingInput) { in.Attendances[0].OfficerID = "zzz" }, "attendances.0.officerId", "Không còn"},
		"unknown result":     {func(in *MeetingInput) { in.Attendances[0].Result = "LATE" }, "attendances.0.result", "kết quả"},
		"substitute missing": {func(in *MeetingInput) { in.Attendances[0].Result = Substituted }, "attendances.0.substituteId", "dự thay"},
		"substitute is there": {func(in *MeetingInput) {
			in.Attendances[0] = AttendanceInput{OfficerID: "an", Result: Substituted, SubstituteID: "an"}
		}, "attendances.0.substituteId", "dòng 1"},
		"result while planned": {func(in *MeetingInput) { in.State, in.PlannedOn = Planned, "2026-11-30" }, "attendances.0.result", "Đã lên lịch"},
		"suspended why":        {func(in *MeetingInput) { in.State, in.PlannedOn = Suspended, "2026-11-10" }, "stateReason", "lý do"},
		"clock":                {func(in *MeetingInput) { in.PlannedTime = "7h" }, "plannedTime", "19:30"},
		"papers in the future": {func(in *MeetingInput) { in.PapersSentOn = "2026-12-01" }, "papersSentOn", "chưa tới"},
		"long note":            {func(in *MeetingInput) { in.Note = strings.Repeat("ế", 4016) }, "note", "thừa 16 ký tự"},
		"advice of an absent": {func(in *MeetingInput) {
			in.Attendances[0].Result = Absent
			in.Contributions = []ContributionInput{{OfficerID: "an", Summary: "Góp ý"}}
		}, "contributions.0.officerId", "đã dự"},
		"advice without text": {func(in *MeetingInput) { in.Contributions = []ContributionInput{{OfficerID: "an"}} }, "contributions.0.summary", "nội dung"},
		"advice field": {func(in *MeetingInput) {
			in.Contributions = []ContributionInput{{OfficerID: "an", Summary: "x", FieldCode: "77"}}
		}, "contributions.0.fieldCode", "lĩnh vực"},
		"twice the same": {func(in *MeetingInput) { in.HeldOn = "2026-11-05" }, "attendances.0.officerId", "ngày 05/11/2026"},
	} {
		t.Run(name, func(t *testing.T) {
			in := heldAt("cb1", "2026-11-06", "an")
			c.change(&in)
			_, err := o.s.SaveMeeting(in)
			fields := fieldsOf(t, err)
			if message, ok := fields[c.field]; !ok || !strings.Contains(message, c.says) {
				t.Fatalf("fields %v, want %s to say %q", fields, c.field, c.says)
			}
		})
	}
	if o.count(t, "meeting") != rows {
		t.Fatal("a refused log left something behind")
	}
}

func TestSaveNotPermitted(t *testing.T) {
	o := openOffice(t)
	o.SignIn(t, access.LanhDao)
	if _, err := o.s.SaveMeeting(heldAt("cb1", "2026-11-06", "an")); !fault.Is(err, fault.CodeForbidden) {
		t.Fatal(err)
	}
	if _, err := o.s.Log(LogFilter{}); err != nil {
		t.Fatal(err)
	}
}

func TestSaveWhole(t *testing.T) {
	o := openOffice(t)
	in := heldAt("cb1", "2026-11-05", "an")
	in.PlannedOn, in.PlannedTime, in.PapersSentOn, in.PapersCount = "2026-11-04", "19:30", "2026-11-01", num(2)
	in.Present, in.Total, in.Note = num(0), num(26), "Co\u0302ng tác tháng 🌾"
	in.HostIDs = []string{"cb1", "cb2"}
	in.Attendances = append(in.Attendances, AttendanceInput{OfficerID: "binh", Result: Substituted, SubstituteID: "chi"})
	in.Contributions = []ContributionInput{
		{OfficerID: "an", FieldCode: "01", Summary: "Nên họp dân trước", Accepted: AcceptedYes},
		{OfficerID: "chi", Summary: "Nhắc lịch"},
	}
	in.Conveyances = []string{"Nghị quyết mẫu", ""}
	e := o.save(t, in).Entry
	if e.Day != "2026-11-05" || e.Lunar != "27/9 âl" || e.Outcome != Outcome(Attended) || e.StateWord != "Đã họp" {
		t.Fatalf("%+v", e)
	}
	if e.Note != "Công tác tháng 🌾" {
		t.Fatalf("note %q", e.Note)
	}
	if len(e.Hosts) != 2 || e.Hosts[0].Name != "Chi bộ ấp Mẫu Một" || *e.Present != 0 || *e.PapersCount != 2 {
		t.Fatalf("%+v", e)
	}
	if a := e.Attendances; len(a) != 2 || a[0].AssignmentID != "a1" || a[0].OfficerName != "Cán bộ mẫu An" ||
		a[1].SubstituteName != "Cán bộ mẫu Chi" ||
		a[1].ResultWord != "Dự thay" {
		t.Fatalf("%+v", a)
	}
	if c := e.Contributions; len(c) != 2 || c[0].AcceptedWord != "Tiếp thu" || !strings.HasPrefix(c[0].FieldName, "Đất đai") ||
		c[1].AcceptedWord != "Chưa rõ" {
		t.Fatalf("%+v", c)
	}
	if len(e.Conveyances) != 1 {
		t.Fatalf("%+v", e.Conveyances)
	}
	again := o.save(t, e.Input())
	if o.count(t, "meeting") != 1 || o.count(t, "attendance") != 2 || o.count(t, "meeting_host") != 2 ||
		len(again.Entry.Contributions) != 2 {
		t.Fatal("saving again multiplied rows")
	}
}

func TestGuestWithoutAssignmentIsOnlyNoticed(t *testing.T) {
	o := openOffice(t)
	saved := o.save(t, heldAt("cb2", "2026-11-05", "binh"))
	if len(saved.Notices) != 1 || !strings.Contains(saved.Notices[0], "Cán bộ mẫu Bình không được phân công") {
		t.Fatal(saved.Notices)
	}
	if saved := o.save(t, heldAt("cb1", "2026-11-05", "an")); len(saved.Notices) != 0 {
		t.Fatal("the officer of the hamlet serves its cell:", saved.Notices)
	}
}

// Before and after an officer's own time in charge of the place a meeting is refused, with who was in charge then; a reason
// lets a guest stand, and a record that is there already can be corrected.
func TestMeetingDatedOutsideTheAssignmentIsRefused(t *testing.T) {
	o := openOffice(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		exec(t, tx, "UPDATE assignment SET valid_to = '2026-09-01' WHERE id = 'a1'")
		exec(
			t,
			tx,
			`INSERT INTO assignment (id, kind_id, officer_id, target_id, valid_from, decision_in) VALUES ('a2', 'k', 'binh', 'ap1', '2026-09-01', 'd')`,
		)
		return nil
	})
	for _, c := range []struct {
		unit, officer string
		day           dates.Date
		then          string
	}{
		{"ap1", "an", "2025-12-31", ""}, {"ap1", "an", "2026-09-01", "Cán bộ mẫu Bình"},
		{"cb1", "an", "2026-10-05", "Cán bộ mẫu Bình"}, {"ap1", "binh", "2026-08-31", "Cán bộ mẫu An"},
	} {
		_, err := o.s.SaveMeeting(heldAt(c.unit, c.day, c.officer))
		said := fieldsOf(t, err)["attendances.0.officerId"]
		if !strings.Contains(said, "nằm ngoài thời gian") || !strings.Contains(said, c.then) {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if o.count(t, "meeting") != 0 || o.count(t, "attendance") != 0 {
		t.Error("something was half-saved")
	}
	guest := heldAt("ap1", "2026-09-01", "an")
	guest.Attendances[0].Reason = "Dự để bàn giao"
	saved := o.save(t, guest)
	again := saved.Entry.Input()
	again.Attendances[0].Reason = ""
	o.save(t, again)
	o.save(t, heldAt("ap1", "2026-08-31", "an"))
}

func TestSameMeetingOfOthersIsNoticed(t *testing.T) {
	o := openOffice(t)
	o.save(t, heldAt("cb1", "2026-11-05", "an"))
	saved := o.save(t, heldAt("cb1", "2026-11-05", "chi"))
	if !slices.ContainsFunc(saved.Notices, func(n string) bool { return strings.Contains(n, "đã có một bản ghi") }) {
		t.Fatal(saved.Notices)
	}
}

func TestStates(t *testing.T) {
	for from, allowed := range allowedNext {
		if from == "" {
			continue
		}
		for _, to := range []State{Planned, Held, Postponed, Cancelled, Suspended} {
			o := openOffice(t)
			in := MeetingInput{
				Kind:        Group,
				State:       from,
				PlannedOn:   "2026-11-10",
				HeldOn:      "2026-11-10",
				StateReason: "Lũ",
				HostIDs:     []string{"to1"},
			}
			e := o.save(t, in).Entry
			in.ID, in.State = e.ID, to
			_, err := o.s.SaveMeeting(in)
			if (err == nil) != slices.Contains(allowed, to) {
				t.Errorf("%s → %s: %v", from, to, err)
			}
			if err != nil && !maps.Equal(fieldsOf(t, err), map[string]string{"state": err.Error()}) {
				t.Errorf("%s → %s: %v", from, to, fieldsOf(t, err))
			}
		}
	}
}

func TestPostponed(t *testing.T) {
	o := openOffice(t)
	plan := MeetingInput{
		Kind:        Group,
		State:       Planned,
		PlannedOn:   "2026-11-10",
		HostIDs:     []string{"to1"},
		Attendances: []AttendanceInput{{OfficerID: "chi"}},
	}
	e := o.save(t, plan).Entry
	if e.Outcome != NotRecorded || e.Attendances[0].ResultWord != "Chưa ghi nhận" {
		t.Fatalf("a day that passed without an entry is not %q", e.OutcomeWord)
	}
	in := e.Input()
	in.State, in.PostponedTo = Postponed, "2026-11-25"
	e = o.save(t, in).Entry
	if e.Outcome != PutOff || e.PostponedTo != "2026-11-25" || o.count(t, "meeting") != 2 {
		t.Fatalf("%+v", e)
	}
	in.PostponedTo = "2026-11-26"
	if e = o.save(t, in).Entry; e.PostponedTo != "2026-11-26" || o.count(t, "meeting") != 2 {
		t.Fatalf("the new day did not move: %+v", e)
	}
	page, err := o.s.Log(LogFilter{Outcome: ToCome})
	if err != nil || len(page.Items) != 1 || page.Items[0].MovedFrom != e.ID || page.Items[0].Attendances[0].OfficerID != "chi" {
		t.Fatalf("%+v %v", page, err)
	}
	in.State, in.PostponedTo, in.StateReason = Cancelled, "", "Mưa lớn"
	if e = o.save(t, in).Entry; e.PostponedTo != "" || e.OutcomeWord != "Không tổ chức" {
		t.Fatalf("%+v", e)
	}
}

func TestBin(t *testing.T) {
	o := openOffice(t)
	e := o.save(t, heldAt("cb1", "2026-11-05", "an")).Entry
	if err := o.s.Delete(e.ID); err != nil {
		t.Fatal(err)
	}
	if total, _ := o.s.LogTotal(LogFilter{}); total.Total != 0 {
		t.Fatal("a binned entry is listed")
	}
	if page, err := o.s.Log(LogFilter{Bin: true}); err != nil || len(page.Items) != 1 || page.Items[0].ID != e.ID {
		t.Fatal("the bin lists what was thrown away, and nothing else:", page, err)
	}
	second := o.save(t, heldAt("cb1", "2026-11-05", "an")).Entry
	if _, err := o.s.Restore(e.ID); !fault.Is(err, fault.CodeConflict) {
		t.Fatal(err)
	}
	if err := o.s.Delete(second.ID); err != nil {
		t.Fatal(err)
	}
	if back, err := o.s.Restore(e.ID); err != nil || back.DeletedAt != "" {
		t.Fatal(back, err)
	}
	if page, _ := o.s.Log(LogFilter{Bin: true}); len(page.Items) != 1 || page.Items[0].ID != second.ID {
		t.Fatal("what was taken back is still in the bin:", page)
	}
}
