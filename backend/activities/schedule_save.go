package activities

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// ScheduleInput is what the hosts registered for a month, as typed into the sheet.
type ScheduleInput struct {
	Filter ScheduleFilter `json:"filter"`
	Rows   []ScheduleLine `json:"rows"`
	// GuardReason is why text that looks like a person's data is saved all the same, a code.
	GuardReason string `json:"guardReason"`
}

// ScheduleLine is one registered meeting. Without MeetingID it plans one; with it, and without a day, it takes the plan back.
type ScheduleLine struct {
	UnitID    string     `json:"unitId"`
	Label     string     `json:"label"` // names the row in faults
	MeetingID string     `json:"meetingId"`
	Day       dates.Date `json:"day"`
	Time      string     `json:"time"`
	Place     string     `json:"place"`
	Note      string     `json:"note"`
}

// ScheduleSaved tells how many rows were stored, what is worth a second look, and how the month stands now.
type ScheduleSaved struct {
	Saved    int      `json:"saved"`
	Notices  []string `json:"notices"`
	Schedule Schedule `json:"schedule"`
}

// SaveSchedule stores every row, or none. The officers in charge on the day are those expected, as with every other plan.
// Faults: Invalid names cells as "rows.3.day", counted from the rows as sent; NotFound for a meeting that is gone.
func SaveSchedule(tx *store.Tx, in ScheduleInput) (ScheduleSaved, error) {
	if in.Filter.Month.Kind() != dates.Month {
		return ScheduleSaved{}, fault.Invalid("month", "Hãy chọn một tháng.")
	}
	if in.Filter.Kind == "" {
		in.Filter.Kind = CellRegular
	}
	keys := make([]rowKey, len(in.Rows))
	for i, line := range in.Rows {
		keys[i] = rowKey{line.MeetingID, line.UnitID, line.Day}
	}
	data, err := loadRows(tx, keys)
	if err != nil {
		return ScheduleSaved{}, err
	}
	save := rowsSave{notices: []string{}}
	for i, line := range in.Rows {
		notices, stored, err := line.save(tx, in.Filter, in.GuardReason, data)
		if err := save.row(i, line.Label, scheduleCellOf, notices, stored, err); err != nil {
			return ScheduleSaved{}, err
		}
	}
	if err := save.refused.Err(); err != nil {
		return ScheduleSaved{}, err
	}
	tx.Audit(
		"",
		fmt.Sprintf(
			"Ghi lịch đăng ký %s %s: %d dòng.%s",
			in.Filter.Kind.Word(),
			in.Filter.Month.Label(),
			save.saved,
			guard.Kept(in.GuardReason),
		),
	)
	schedule, err := MonthSchedule(tx, in.Filter)
	return ScheduleSaved{Saved: save.saved, Notices: save.notices, Schedule: schedule}, err
}

func (l *ScheduleLine) save(
	tx *store.Tx,
	filter ScheduleFilter,
	reason string,
	data *rowsData,
) (notices []string, stored bool, err error) {
	if l.Day != dates.None && !filter.Month.Span().Contains(l.Day) {
		return nil, false, fault.Invalid("day", fmt.Sprintf("ngày %s không thuộc %s. Hãy sửa ngày.", l.Day.Show(), filter.Month.Label()))
	}
	in := MeetingInput{Kind: filter.Kind, State: Planned, HostIDs: []string{l.UnitID}}
	switch {
	case l.MeetingID == "" && l.Day == dates.None:
		if l.Time != "" || l.Place != "" || l.Note != "" {
			return nil, false, fault.Invalid("day", "chưa có ngày. Hãy nhập ngày, hoặc bỏ trống cả dòng.")
		}
		return nil, false, nil
	case l.MeetingID == "":
		for _, p := range expectedOnly(data.inCharge[l.Day][l.UnitID]) {
			in.Attendances = append(in.Attendances, AttendanceInput{OfficerID: p.OfficerID})
		}
	default:
		entry, err := data.entry(l.MeetingID)
		if err != nil {
			return nil, false, err
		}
		if entry.State != Planned {
			return nil, false, fault.Invalid("day", "cuộc này đã có kết quả trong sổ. Hãy sửa ở mục Nhật ký.")
		}
		if l.Day == dates.None {
			return nil, true, Delete(tx, l.MeetingID)
		}
		in = entry.Input()
	}
	in.GuardReason = reason
	in.PlannedOn, in.PlannedTime, in.Place, in.Note = l.Day, l.Time, l.Place, l.Note
	saved, err := Save(tx, in)
	return saved.Notices, err == nil, err
}

// scheduleCellOf names the cell in which a field of a meeting is shown.
func scheduleCellOf(field string) string {
	switch field {
	case "plannedTime":
		return "time"
	case "place", "note", "day":
		return field
	}
	return "day"
}
