package activities

import (
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// GridInput is a month grid as filled in. Rows that say what is stored already are left alone, so the page may send
// all of them or only those that were touched.
type GridInput struct {
	Filter GridFilter `json:"filter"`
	Rows   []GridRow  `json:"rows"`
	// GuardReason is why text that looks like a person's data is saved all the same, a code.
	GuardReason string `json:"guardReason"`
}

// GridSaved tells how many rows were stored, what is worth a second look, and how the month looks now.
type GridSaved struct {
	Saved   int      `json:"saved"`
	Notices []string `json:"notices"`
	Grid    Grid     `json:"grid"`
}

// SaveGrid stores every changed row, or none. Faults: Invalid names cells as "rows.3.day", counted from the rows as sent;
// NotFound for a meeting that is gone.
func SaveGrid(tx *store.Tx, in GridInput) (GridSaved, error) {
	keys := make([]rowKey, len(in.Rows))
	for i, row := range in.Rows {
		keys[i] = rowKey{row.MeetingID, row.UnitID, row.Day}
	}
	data, err := loadRows(tx, keys)
	if err != nil {
		return GridSaved{}, err
	}
	save := rowsSave{notices: []string{}}
	done := map[string]int{} // joint meetings come once for each host
	for i, row := range in.Rows {
		row.Contribution, row.Note = store.Clean(row.Contribution), store.Clean(row.Note)
		if j, twice := done[row.MeetingID]; twice && row.MeetingID != "" {
			if !sameRecord(row, in.Rows[j]) {
				save.refused.Add(
					fmt.Sprintf("rows.%d.outcome", i),
					fmt.Sprintf(
						"%s và %s họp chung một cuộc nhưng hai dòng ghi khác nhau. Hãy ghi giống nhau.",
						in.Rows[j].UnitName,
						row.UnitName,
					),
				)
			}
			continue
		}
		notices, stored, err := saveRow(tx, in, row, data)
		if err := save.row(i, row.UnitName, gridCellOf, notices, stored, err); err != nil {
			return GridSaved{}, err
		}
		if stored {
			done[row.MeetingID] = i
		}
	}
	if err := save.refused.Err(); err != nil {
		return GridSaved{}, err
	}
	tx.Audit(
		"",
		fmt.Sprintf("Ghi lưới %s %s: %d dòng.%s", in.Filter.Kind.Word(), in.Filter.Month.Label(), save.saved, guard.Kept(in.GuardReason)),
	)
	grid, err := MonthGrid(tx, in.Filter)
	return GridSaved{Saved: save.saved, Notices: save.notices, Grid: grid}, err
}

func saveRow(tx *store.Tx, sheet GridInput, row GridRow, data *rowsData) (notices []string, stored bool, err error) {
	in := MeetingInput{Kind: sheet.Filter.Kind, HostIDs: []string{row.UnitID}}
	var was GridRow
	if row.MeetingID != "" {
		e, err := data.entry(row.MeetingID)
		if err != nil {
			return nil, false, err
		}
		in = e.Input()
		for _, h := range e.Hosts {
			if h.ID == row.UnitID {
				was = e.row(h, nil, nil)
			}
		}
		if was.OfficerID == "" && row.Outcome == "" {
			was.OfficerID = row.OfficerID // who is in charge is shown, not stored
		}
	} else {
		was.OfficerID = row.OfficerID
	}
	if sameRecord(row, was) {
		return nil, false, nil
	}
	var said []string
	if row.MeetingID == "" {
		if said, err = row.takeOfficerOfDay(tx, data); err != nil {
			return nil, false, err
		}
	}
	if err := row.applyTo(&in, was, sheet.Filter.Month); err != nil {
		return nil, false, err
	}
	in.GuardReason = sheet.GuardReason
	saved, err := Save(tx, in)
	return append(said, saved.Notices...), err == nil, err
}

// takeOfficerOfDay lets a new row name who was in charge on its day: the sheet shows one officer for the whole month, and a
// place may have been handed over in the middle of it. What was changed is said.
func (r *GridRow) takeOfficerOfDay(tx *store.Tx, data *rowsData) ([]string, error) {
	if r.OfficerID == "" || !r.Day.Valid() {
		return nil, nil
	}
	inCharge := data.inCharge[r.Day][r.UnitID]
	list := expectedOnly(inCharge)
	if len(list) == 0 || slices.ContainsFunc(inCharge, func(p Responsible) bool { return p.OfficerID == r.OfficerID }) {
		return nil, nil
	}
	r.OfficerID = list[0].OfficerID
	who, err := officers.Refs(tx, []string{r.OfficerID}, r.Day)
	return []string{fmt.Sprintf("ngày %s người phụ trách là %s nên đã ghi cho đồng chí này.", r.Day.Show(), who[r.OfficerID].Name)}, err
}

// applyTo writes what the row says over the meeting.
func (r *GridRow) applyTo(in *MeetingInput, was GridRow, month dates.Period) error {
	if r.MeetingID == "" && r.Day != dates.None && !month.Span().Contains(r.Day) {
		return fault.Invalid("day", fmt.Sprintf("ngày %s không thuộc %s. Hãy sửa ngày.", r.Day.Show(), month.Label()))
	}
	typed := r.Present != nil || r.Total != nil || r.Contribution != "" || r.SubstituteID != ""
	in.Present, in.Total, in.Note, in.HeldOn = r.Present, r.Total, r.Note, dates.None
	switch r.Outcome {
	case Outcome(Attended), Outcome(Substituted), Outcome(Excused), Outcome(Absent):
		if r.OfficerID == "" {
			return fault.Invalid(
				"outcome",
				"chưa có cán bộ phụ trách nên không ghi được là dự hay vắng. Hãy chọn “Đã họp” (H), hoặc ghi ở mục Ghi cuộc họp để chọn cán bộ.",
			)
		}
		in.State, in.HeldOn = Held, r.Day
		in.putAttendance(AttendanceInput{OfficerID: r.OfficerID, Result: Result(r.Outcome), SubstituteID: r.SubstituteID}, was.OfficerID)
	case HeldOnly:
		in.State, in.HeldOn, in.Attendances, in.Contributions = Held, r.Day, nil, nil
	case NotHeld, PutOff, OnHold:
		in.State = map[Outcome]State{NotHeld: Cancelled, PutOff: Postponed, OnHold: Suspended}[r.Outcome]
		if r.Outcome == OnHold && in.StateReason == "" {
			in.StateReason, in.Note = r.Note, ""
		}
		for i := range in.Attendances {
			in.Attendances[i].Result, in.Attendances[i].SubstituteID = "", ""
		}
		in.Contributions = nil
	case "":
		if was.Outcome != "" {
			return fault.Invalid("outcome", "đã có kết quả trong sổ. Muốn bỏ hẳn, hãy mở bản ghi và đưa vào thùng rác.")
		}
		if typed {
			return fault.Invalid("outcome", "hãy chọn kết quả (đã dự, vắng có phép, không tổ chức…).")
		}
		in.State = Planned
		if r.OfficerID != was.OfficerID && r.OfficerID != "" {
			in.putAttendance(AttendanceInput{OfficerID: r.OfficerID}, was.OfficerID)
		}
	default:
		return fault.Invalid("outcome", "không có kết quả này. Hãy chọn trong danh sách.")
	}
	if in.State != Held && r.Day != dates.None {
		in.PlannedOn = r.Day
	}
	return in.applyAdvice(r, was)
}

// putAttendance puts the officer of the row first, in the place of the one shown before.
func (in *MeetingInput) putAttendance(a AttendanceInput, before string) {
	for i := range in.Attendances {
		if old := &in.Attendances[i]; old.OfficerID == a.OfficerID || (i == 0 && old.OfficerID == before) {
			a.Reason = old.Reason
			*old = a
			return
		}
	}
	in.Attendances = append([]AttendanceInput{a}, in.Attendances...)
}

// applyAdvice changes the one piece of advice the grid shows and leaves further ones as they are.
func (in *MeetingInput) applyAdvice(r *GridRow, was GridRow) error {
	in.Contributions = slices.Clone(in.Contributions)
	speaker := r.OfficerID
	if r.Outcome == Outcome(Substituted) {
		speaker = r.SubstituteID
	}
	at := slices.IndexFunc(in.Contributions, func(c ContributionInput) bool {
		return c.Summary == was.Contribution && (c.OfficerID == was.OfficerID || c.OfficerID == was.SubstituteID)
	})
	there := r.Outcome == Outcome(Attended) || r.Outcome == Outcome(Substituted)
	switch {
	case r.Contribution != "" && !there:
		return fault.Invalid("contribution", "chỉ ghi góp ý khi cán bộ đã dự hoặc có người dự thay.")
	case at >= 0 && r.Contribution == "":
		in.Contributions = slices.Delete(in.Contributions, at, at+1)
	case at >= 0:
		in.Contributions[at].Summary, in.Contributions[at].OfficerID = r.Contribution, speaker
	case r.Contribution != "":
		in.Contributions = append(
			in.Contributions,
			ContributionInput{OfficerID: speaker, Summary: r.Contribution, Accepted: AcceptedPending},
		)
	}
	return nil
}

// sameRecord tells whether two rows say the same of the meeting.
func sameRecord(a, b GridRow) bool {
	return a.Day == b.Day && a.Outcome == b.Outcome && a.OfficerID == b.OfficerID && a.SubstituteID == b.SubstituteID &&
		sameCount(a.Present, b.Present) && sameCount(a.Total, b.Total) &&
		a.Contribution == store.Clean(b.Contribution) && a.Note == store.Clean(b.Note)
}

func sameCount(a, b *int) bool {
	return (a == nil) == (b == nil) && (a == nil || *a == *b)
}

// gridCellOf names the cell in which a field of a meeting is shown.
func gridCellOf(field string) string {
	switch {
	case field == "heldOn" || field == "plannedOn" || strings.HasSuffix(field, ".officerId") && strings.HasPrefix(field, "attendances."):
		return "day" // an officer refused is nearly always a day mistyped
	case field == "state" || strings.HasSuffix(field, ".result"):
		return "outcome"
	case field == "stateReason":
		return "note"
	case strings.HasPrefix(field, "contributions."):
		return "contribution"
	case strings.HasPrefix(field, "attendances."):
		return field[strings.LastIndexByte(field, '.')+1:]
	case field == "hostIds":
		return "unitId"
	}
	return field
}
