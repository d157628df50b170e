package activities

import (
	"testing"

	"caunoi/backend/fault"
)

// The sheet lists planned, recorded and unplanned duties of the officer, in one order under one code, and its code leads back.
func TestOfficerSheetInPrintedOrder(t *testing.T) {
	o := openOffice(t)
	o.save(
		t,
		MeetingInput{
			Kind:        CellRegular,
			State:       Planned,
			PlannedOn:   "2026-11-24",
			HostIDs:     []string{"ap1"},
			Attendances: []AttendanceInput{{OfficerID: "an"}},
		},
	)
	o.save(t, heldAt("ap1", "2026-11-03", "an"))
	sheet, err := o.s.Sheet(SheetFilter{OfficerID: "an", Month: "2026-11"})
	if err != nil || len(sheet.Lines) != 2 || sheet.Lines[0].Row != "01" || sheet.Lines[0].Day != "2026-11-03" ||
		sheet.Lines[1].Day != "2026-11-24" ||
		sheet.Lines[1].MeetingID == "" {
		t.Fatalf("%+v, %v", sheet, err)
	}
	for _, bad := range []SheetFilter{{Code: "PCT-2026-11"}, {Code: "PCT-2026-11-ABCDEF"}, {OfficerID: "an", Month: "2026"}, {OfficerID: "ai-do", Month: "2026-11"}} {
		if _, err := o.s.Sheet(bad); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}
