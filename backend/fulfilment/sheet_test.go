package fulfilment

import (
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/activities/activitiestest"
	"caunoi/backend/fault"
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
	for _, bad := range []SheetFilter{{Code: "PCT-2026-11"}, {Code: "PCT-2026-11-ABCDEF"}, {OfficerID: "an", Month: "2026"}, {OfficerID: "ai-do", Month: "2026-11"}} {
		if _, err := s.Sheet(bad); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}
