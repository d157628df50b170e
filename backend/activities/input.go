package activities

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// textLimit is how many letters one text may have; textLine bounds texts of one line.
const (
	textLimit  = 4000
	lineLimit  = 300
	countBound = 100_000 // more people than any meeting of a commune has
)

// MeetingInput is the whole log of one meeting as typed. With an empty ID it makes a new entry.
type MeetingInput struct {
	ID            string              `json:"id"`
	Kind          Kind                `json:"kind"`
	State         State               `json:"state"`
	PlannedOn     dates.Date          `json:"plannedOn"`
	PlannedTime   string              `json:"plannedTime"`
	HeldOn        dates.Date          `json:"heldOn"`      // with state HELD
	PostponedTo   dates.Date          `json:"postponedTo"` // with state POSTPONED; "" = no new day yet
	StateReason   string              `json:"stateReason"`
	Place         string              `json:"place"`
	HostIDs       []string            `json:"hostIds"`
	PapersSentOn  dates.Date          `json:"papersSentOn"`
	PapersCount   *int                `json:"papersCount"`
	Present       *int                `json:"present"`
	Total         *int                `json:"total"`
	Note          string              `json:"note"`
	Attendances   []AttendanceInput   `json:"attendances"`
	Contributions []ContributionInput `json:"contributions"`
	Conveyances   []string            `json:"conveyances"` // topics
	GuardReason   string              `json:"guardReason"` // code: why text that looks like a person's data is saved all the same
}

// AttendanceInput is one expected officer; Result stays empty as long as nothing is known.
type AttendanceInput struct {
	OfficerID    string `json:"officerId"`
	Result       Result `json:"result"`
	SubstituteID string `json:"substituteId"`
	Reason       string `json:"reason"`
}

// ContributionInput is one piece of advice of an officer who was there.
type ContributionInput struct {
	OfficerID string   `json:"officerId"`
	FieldCode string   `json:"fieldCode"`
	Summary   string   `json:"summary"`
	Accepted  Accepted `json:"accepted"`
}

// clean brings every text to its stored form and drops rows in which nothing was typed.
func (in *MeetingInput) clean() {
	in.PlannedTime, in.Place = store.CleanLine(in.PlannedTime), store.CleanLine(in.Place)
	in.Note, in.StateReason = store.Clean(in.Note), store.CleanLine(in.StateReason)
	seen, hosts := map[string]bool{}, []string{}
	for _, id := range in.HostIDs {
		if id != "" && !seen[id] {
			seen[id] = true
			hosts = append(hosts, id)
		}
	}
	in.HostIDs = hosts
	for i := range in.Attendances {
		a := &in.Attendances[i]
		a.Reason = store.CleanLine(a.Reason)
		if a.Result != Substituted {
			a.SubstituteID = ""
		}
	}
	for i := range in.Contributions {
		c := &in.Contributions[i]
		c.Summary = store.Clean(c.Summary)
		if c.Accepted == "" {
			c.Accepted = AcceptedPending
		}
	}
	for i := range in.Conveyances {
		in.Conveyances[i] = store.CleanLine(in.Conveyances[i])
	}
}

// day is the day the entry is listed under.
func (in *MeetingInput) day() dates.Date {
	if in.State == Held {
		return in.HeldOn
	}
	return in.PlannedOn
}

// check looks at everything that needs no other record. Fields are named by path, such as "attendances.2.officerId",
// counted from the rows as they were sent.
func (in *MeetingInput) check(f *fault.Fields, today dates.Date) {
	if in.Kind.Word() == "" {
		f.Add("kind", "Hãy chọn loại cuộc họp.")
	}
	if in.State.Word() == "" {
		f.Add("state", "Hãy chọn trạng thái cuộc họp.")
	}
	if len(in.HostIDs) == 0 {
		f.Add("hostIds", "Hãy chọn ít nhất một nơi họp (đơn vị hoặc tổ chức đảng).")
	}
	in.checkDays(f, today)
	var right bool
	if in.PlannedTime, right = dates.ParseHour(in.PlannedTime); !right {
		f.Add("plannedTime", dates.HourProblem)
	}
	f.LimitText("place", "Nội dung", in.Place, lineLimit)
	f.LimitText("stateReason", "Nội dung", in.StateReason, lineLimit)
	f.LimitText("note", "Nội dung", in.Note, textLimit)
	checkCount(f, "papersCount", "Số tài liệu", in.PapersCount)
	checkCount(f, "present", "Số có mặt", in.Present)
	checkCount(f, "total", "Tổng số", in.Total)
	if in.Present != nil && in.Total != nil && *in.Present > *in.Total {
		f.Add("present", fmt.Sprintf("Số có mặt (%d) lớn hơn tổng số (%d). Hãy kiểm tra lại hai số này.", *in.Present, *in.Total))
	}
	in.checkAttendances(f)
	in.checkTexts(f)
}

func (in *MeetingInput) checkDays(f *fault.Fields, today dates.Date) {
	for _, d := range []struct {
		field string
		day   dates.Date
	}{{"plannedOn", in.PlannedOn}, {"heldOn", in.HeldOn}, {"postponedTo", in.PostponedTo}, {"papersSentOn", in.PapersSentOn}} {
		if d.day != dates.None && !d.day.Valid() {
			f.Add(d.field, "Ngày không hợp lệ. Hãy nhập ngày/tháng/năm, ví dụ 05/11/2026.")
		}
	}
	switch {
	case in.State == Held && in.HeldOn == dates.None:
		f.Add("heldOn", "Hãy nhập ngày họp.")
	case in.State == Held && in.HeldOn > today:
		f.Add(
			"heldOn",
			fmt.Sprintf("Ngày họp %s chưa tới nên chưa thể ghi là đã họp. Hãy sửa ngày, hoặc chọn “Đã lên lịch”.", in.HeldOn.Show()),
		)
	case in.State != Held && in.PlannedOn == dates.None:
		f.Add("plannedOn", "Hãy nhập ngày dự kiến họp.")
	}
	if in.State != Held {
		in.HeldOn = dates.None
	}
	if in.State != Postponed {
		in.PostponedTo = dates.None
	} else if in.PostponedTo != dates.None && in.PostponedTo <= in.PlannedOn {
		f.Add("postponedTo", "Ngày họp mới phải sau ngày đã hoãn.")
	}
	if in.PapersSentOn > today {
		f.Add("papersSentOn", "Ngày gửi tài liệu chưa tới. Để trống nếu chưa gửi.")
	}
	if in.State == Suspended && in.StateReason == "" {
		f.Add("stateReason", "Hãy ghi lý do tạm dừng (dịch bệnh, thiên tai…) hoặc văn bản cho tạm dừng.")
	}
}

func (in *MeetingInput) checkAttendances(f *fault.Fields) {
	first := map[string]int{}
	for i, a := range in.Attendances {
		at := fmt.Sprintf("attendances.%d.", i)
		if a.OfficerID == "" {
			f.Add(at+"officerId", fmt.Sprintf("Dòng %d phần cán bộ dự: hãy chọn cán bộ hoặc xóa dòng.", i+1))
			continue
		}
		if j, twice := first[a.OfficerID]; twice {
			f.Add(at+"officerId", fmt.Sprintf("Cán bộ ở dòng %d đã có ở dòng %d. Mỗi cán bộ chỉ ghi một lần trong một cuộc họp.", i+1, j+1))
			continue
		}
		first[a.OfficerID] = i
		if a.Result != "" && a.Result.Word() == "" {
			f.Add(at+"result", "Hãy chọn kết quả: Đã dự, Dự thay, Vắng có phép hoặc Vắng.")
		}
		if in.State != Held && a.Result != "" {
			f.Add(at+"result", fmt.Sprintf("Cuộc họp “%s” thì chưa ghi kết quả dự. Hãy chọn “Đã họp”, hoặc bỏ kết quả.", in.State.Word()))
		}
		if a.Result == Substituted && a.SubstituteID == "" {
			f.Add(at+"substituteId", "Hãy chọn cán bộ dự thay.")
		}
		f.LimitText(at+"reason", "Nội dung", a.Reason, lineLimit)
	}
	for i, a := range in.Attendances {
		if j, both := first[a.SubstituteID]; a.SubstituteID != "" && both {
			f.Add(
				fmt.Sprintf("attendances.%d.substituteId", i),
				fmt.Sprintf("Người dự thay đã có tên ở dòng %d. Hãy chọn người khác.", j+1),
			)
		}
	}
}

func (in *MeetingInput) checkTexts(f *fault.Fields) {
	there := map[string]bool{}
	for _, a := range in.Attendances {
		there[a.OfficerID] = a.Result == Attended
		if a.SubstituteID != "" {
			there[a.SubstituteID] = true
		}
	}
	for i, c := range in.Contributions {
		at := fmt.Sprintf("contributions.%d.", i)
		switch {
		case c.OfficerID == "" && c.Summary == "":
			continue
		case c.Summary == "":
			f.Add(at+"summary", "Hãy ghi nội dung góp ý hoặc xóa dòng.")
		case c.OfficerID == "":
			f.Add(at+"officerId", "Hãy chọn cán bộ đã góp ý.")
		case in.State != Held || !there[c.OfficerID]:
			f.Add(at+"officerId", "Chỉ ghi góp ý của cán bộ đã dự hoặc dự thay cuộc họp này.")
		}
		if c.Accepted.Word() == "" {
			f.Add(at+"accepted", "Hãy chọn: Tiếp thu, Tiếp thu một phần, Không tiếp thu hoặc Chưa rõ.")
		}
		f.LimitText(at+"summary", "Nội dung", c.Summary, textLimit)
	}
	for i, topic := range in.Conveyances {
		f.LimitText(fmt.Sprintf("conveyances.%d", i), "Nội dung", topic, textLimit)
	}
}

func checkCount(f *fault.Fields, field, what string, n *int) {
	if n != nil && (*n < 0 || *n > countBound) {
		f.Add(field, what+" phải là số từ 0 đến 100.000.")
	}
}
