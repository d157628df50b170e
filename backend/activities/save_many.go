package activities

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// MeetingRow is a meeting as one line of a list says it: one place and at most one officer.
type MeetingRow struct {
	Kind      Kind       `json:"kind"`
	State     State      `json:"state"`
	Day       dates.Date `json:"day"` // held on with state HELD, else planned on
	Time      string     `json:"time"`
	Place     string     `json:"place"`
	UnitID    string     `json:"unitId"`
	OfficerID string     `json:"officerId"` // "" = whoever is in charge of the unit on the day
	Result    Result     `json:"result"`
	Reason    string     `json:"reason"` // of the result; with a state other than HELD, of that state
	Present   *int       `json:"present"`
	Total     *int       `json:"total"`
	Note      string     `json:"note"`
}

// ManyMeetings is a list of meetings to enter together.
type ManyMeetings struct {
	Rows []MeetingRow `json:"rows"`
	// GuardReason is why text that looks like a person's data is saved all the same, a code.
	GuardReason string `json:"guardReason"`
}

// ManySaved names what was entered, with what is worth a second look.
type ManySaved struct {
	IDs     []string `json:"ids"`
	Notices []string `json:"notices"`
}

// mostMany is the longest list entered at once by hand; a longer one comes as a file.
const mostMany = 1000

// meetingKey tells which rows speak of one meeting: each of its officers may have a line of their own.
type meetingKey struct {
	kind Kind
	day  dates.Date
	unit string
}

// SaveMany enters a list of meetings, all of them or none. Rows of one kind, day and place are one meeting. A meeting that is in
// the log already is refused, so that a list pasted twice counts nothing twice. Refusals name "rows.N.field", fields of
// MeetingRow.
func SaveMany(tx *store.Tx, in ManyMeetings) (ManySaved, error) {
	out := ManySaved{IDs: []string{}, Notices: []string{}}
	if len(in.Rows) == 0 || len(in.Rows) > mostMany {
		return out, fault.New(fault.CodeInvalid, "Mỗi lần thêm được từ 1 đến 1.000 dòng; danh sách dài hơn hãy dán từng phần.")
	}
	var refused fault.Fields
	first := map[meetingKey]int{}
	meetings := make([]MeetingInput, len(in.Rows))
	rowsOf := make([][]int, len(in.Rows)) // by the first row of a meeting: the rows of its attendances
	for i, row := range in.Rows {
		meeting, err := row.meeting(tx)
		if err != nil {
			if err := takeRow(&refused, []int{i}, err); err != nil {
				return out, err
			}
			continue
		}
		meeting.GuardReason = in.GuardReason
		key := meetingKey{row.Kind, row.Day, row.UnitID}
		at, more := first[key]
		switch {
		case more && (row.OfficerID == "" || in.Rows[at].OfficerID == ""):
			refused.Add(fmt.Sprintf("rows.%d.day", i), fmt.Sprintf("Dòng này ghi lại cuộc họp ở dòng %d. Hãy bỏ một dòng.", at+1))
		case more:
			meetings[at].join(meeting)
			rowsOf[at] = append(rowsOf[at], i)
		default:
			first[key], meetings[i], rowsOf[i] = i, meeting, []int{i}
		}
	}
	for i, rows := range rowsOf {
		if rows == nil {
			continue
		}
		saved, err := saveNew(tx, meetings[i])
		if err != nil {
			if err := takeRow(&refused, rows, err); err != nil {
				return out, err
			}
			continue
		}
		out.IDs = append(out.IDs, saved.Entry.ID)
		for _, n := range saved.Notices {
			out.Notices = append(out.Notices, fmt.Sprintf("Dòng %d: %s", i+1, n))
		}
	}
	return out, refused.Err()
}

// saveNew saves a meeting the log does not have yet.
func saveNew(tx *store.Tx, in MeetingInput) (Saved, error) {
	known, err := unitsWithMeeting(tx, in.Kind, in.HostIDs, in.day())
	if err != nil {
		return Saved{}, err
	}
	if known[in.HostIDs[0]] {
		return Saved{}, fault.Invalid("day", "Cuộc họp này đã có trong nhật ký hoặc trong lịch. Hãy bỏ dòng này, "+
			"rồi ghi kết quả ở Lưới tháng hoặc mở bản ghi có sẵn.")
	}
	return Save(tx, in)
}

// meeting is the whole log of a meeting as the row says it. Faults name fields of MeetingRow.
func (r MeetingRow) meeting(tx *store.Tx) (MeetingInput, error) {
	in := MeetingInput{Kind: r.Kind, State: r.State, PlannedTime: r.Time, Place: r.Place, Present: r.Present, Total: r.Total, Note: r.Note}
	var f fault.Fields
	if r.UnitID == "" {
		f.Add("unitId", "Hãy ghi nơi họp.")
	} else {
		in.HostIDs = []string{r.UnitID}
	}
	if r.Day == dates.None {
		f.Add("day", "Hãy nhập ngày họp.")
	}
	if err := f.Err(); err != nil {
		return in, err
	}
	if r.State == Held {
		in.HeldOn = r.Day
	} else {
		in.PlannedOn, in.StateReason, r.Reason = r.Day, r.Reason, ""
	}
	if r.OfficerID != "" {
		in.Attendances = []AttendanceInput{{OfficerID: r.OfficerID, Result: r.Result, Reason: r.Reason}}
		return in, nil
	}
	inCharge, err := responsible(tx, in.HostIDs, r.Day)
	if err != nil {
		return in, err
	}
	expected := expectedOnly(inCharge[r.UnitID])
	switch {
	case r.Result == "" || len(expected) == 1:
	case len(expected) == 0:
		return in, fault.Invalid("officerId", "Ngày đó chưa ai được phân công ở nơi này; hãy ghi tên cán bộ đã dự, hoặc bỏ kết quả.")
	default:
		return in, fault.Invalid("officerId", fmt.Sprintf(
			"Ngày đó có %d người phụ trách nơi này; hãy ghi kết quả này là của ai, hoặc bỏ kết quả.", len(expected)))
	}
	for _, p := range expected {
		in.Attendances = append(in.Attendances, AttendanceInput{OfficerID: p.OfficerID, Result: r.Result, Reason: r.Reason})
	}
	return in, nil
}

// join adds the officer of a further row of the same meeting; what the first row left open is taken from it.
func (in *MeetingInput) join(more MeetingInput) {
	in.Attendances = append(in.Attendances, more.Attendances...)
	if in.Present == nil {
		in.Present = more.Present
	}
	if in.Total == nil {
		in.Total = more.Total
	}
	for _, text := range []struct{ to, from *string }{
		{&in.PlannedTime, &more.PlannedTime}, {&in.Place, &more.Place},
	} {
		if *text.to == "" {
			*text.to = *text.from
		}
	}
	if more.Note != "" && more.Note != in.Note {
		in.Note = store.Clean(in.Note + "\n" + more.Note)
	}
}

// takeRow notes a refusal of a meeting at its rows: that of an attendance at the row that named the officer, any other at the
// first.
func takeRow(refused *fault.Fields, rows []int, err error) error {
	return refused.Take(err, func(field, message string) (string, string) {
		if field == "guardReason" { // one reason for the whole list
			return field, message
		}
		var nth int
		row, cell := rows[0], field
		if n, _ := fmt.Sscanf(field, "attendances.%d.%s", &nth, &cell); n == 2 {
			row = rows[min(nth, len(rows)-1)]
		}
		if to, named := rowCells[cell]; named {
			cell = to
		}
		return fmt.Sprintf("rows.%d.%s", row, cell), message
	})
}

// rowCells names the cell of a row that shows a field of a meeting where the two are called differently.
var rowCells = map[string]string{
	"hostIds": "unitId", "heldOn": "day", "plannedOn": "day", "postponedTo": "day", "plannedTime": "time", "stateReason": "reason",
	"substituteId": "result",
}
