package fulfilment

import (
	"strings"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/activities/activitiestest"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The sheet lists planned, recorded and unplanned duties of the officer, in one order under one code, and its code leads back.
func TestOfficerSheetInPrintedOrder(t *testing.T) {
	o := activitiestest.Open(t)
	log, s := activities.New(o.Gate), New(o.Gate, nil)
	save := func(in activities.MeetingInput) {
		t.Helper()
		if _, err := log.SaveMeeting(in); err != nil {
			t.Fatal(err)
		}
	}
	save(
		activities.MeetingInput{
			Kind:        activities.CellRegular,
			State:       activities.Planned,
			PlannedOn:   "2026-11-24",
			HostIDs:     []string{"ap1"},
			Attendances: []activities.AttendanceInput{{OfficerID: "an"}},
		},
	)
	save(activities.MeetingInput{Kind: activities.CellRegular, State: activities.Held, HeldOn: "2026-11-03", HostIDs: []string{"ap1"},
		Attendances: []activities.AttendanceInput{{OfficerID: "an", Result: activities.Attended}}})
	sheet, err := s.Sheet(SheetFilter{OfficerID: "an", Month: "2026-11"})
	if err != nil || len(sheet.Lines) != 2 || sheet.Lines[0].Row != "01" || sheet.Lines[0].Day != "2026-11-03" ||
		sheet.Lines[1].Day != "2026-11-24" ||
		sheet.Lines[1].MeetingID == "" {
		t.Fatalf("%+v, %v", sheet, err)
	}
	for _, bad := range []SheetFilter{{Code: "PCT-2026-11"}, {Code: "PCT-2026-11-ABCDEF"}, {OfficerID: "an", Month: "2026"},
		{OfficerID: "ai-do", Month: "2026-11"}} {
		if _, err := s.Sheet(bad); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

// The sheet has each expected meeting once: those in the log under their own day, those not recorded under the day of their
// duty, none that was called off or is suspended. Its code, as printed or typed carelessly, leads back to it.
func TestSheetListsWhatIsExpectedOnce(t *testing.T) {
	o := openOffice(t, "2026-06-20", monthly("r", "g", "GROUP", 10), monthly("t", "k", "CELL_REGULAR", 0))
	o.save(t, held(activities.Group, "2026-06-09", []string{"to1"}, "chi"))
	o.save(t, held(activities.People, "2026-06-01", []string{"ap2"}, "chi")) // beyond the duties
	o.save(t, held(activities.People, "2026-05-31", []string{"ap2"}, "chi"))
	o.save(t, planned(activities.People, "2026-06-30", "ap2", "chi"))
	o.save(t, planned(activities.People, "2026-07-01", "ap2", "chi"))
	text := func(l SheetLine) string {
		return strings.TrimSpace(strings.Join([]string{l.Row, string(l.Day), l.UnitID, string(l.Kind), string(l.Outcome)}, " "))
	}
	sheet, err := o.s.Sheet(SheetFilter{OfficerID: "chi", Month: "2026-06"})
	if err != nil {
		t.Fatal(err)
	}
	equal(
		t,
		"lines",
		joined(sheet.Lines, text),
		"01 2026-06-01 ap2 PEOPLE ATTENDED; 02 2026-06-09 to1 GROUP ATTENDED; 03 2026-06-10 to2 GROUP NOT_RECORDED; 04  ap2 CELL_REGULAR TO_COME; 05 2026-06-30 ap2 PEOPLE TO_COME",
	)
	if sheet.Code != "PCT-2026-06-CHI" {
		t.Errorf("code %s", sheet.Code)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.Exec(
			"INSERT INTO suspension (id, scope_unit_id, activity, valid_from, valid_to, reason, created_at) VALUES ('p', 'to2', '', '2026-06-10', '2026-06-11', 'lũ', 'x')",
		).Error
	})
	o.save(
		t,
		activities.MeetingInput{
			Kind:        activities.CellRegular,
			State:       activities.Cancelled,
			PlannedOn:   "2026-06-16",
			HostIDs:     []string{"cb2"},
			Attendances: []activities.AttendanceInput{{OfficerID: "chi"}},
		},
	)
	if sheet, err = o.s.Sheet(SheetFilter{OfficerID: "chi", Month: "2026-06"}); err != nil {
		t.Fatal(err)
	}
	equal(t, "without what was called off or suspended", joined(sheet.Lines, text),
		"01 2026-06-01 ap2 PEOPLE ATTENDED; 02 2026-06-09 to1 GROUP ATTENDED; 03 2026-06-30 ap2 PEOPLE TO_COME")
}

func TestSheetIsFoundByItsCode(t *testing.T) {
	o := openOffice(t, "2026-06-20")
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		for id, name := range map[string]string{"0199-28b696": "Cán bộ mẫu Dung", "0198-ffffff": "Cán bộ mẫu Em",
			"0197-ffffff": "Cán bộ mẫu Giang"} {
			activitiestest.Exec(
				t,
				tx,
				"INSERT INTO officer (id, full_name, fold, sort_key, created_at) VALUES (?, ?, ?, ?, '')",
				id,
				name,
				store.Fold(name),
				name,
			)
		}
		return nil
	})
	for _, code := range []string{"PCT-2026-06-28B696", "pct-2026-06-28b696", " PCT 2026-06 28B696", "PCT2026-0628B696"} {
		sheet, err := o.s.Sheet(SheetFilter{Code: code})
		if err != nil || sheet.Officer.ID != "0199-28b696" || sheet.Month != "2026-06" || sheet.Code != "PCT-2026-06-28B696" {
			t.Errorf("%q: %+v %v", code, sheet, err)
		}
	}
	if _, err := o.s.Sheet(SheetFilter{Code: "PCT-2026-06-FFFFFF"}); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("two officers of one code: %v", err)
	}
}
