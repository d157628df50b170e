package activities

import (
	"encoding/json"
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// PlanInput plans one kind of meeting on the same day of each month, for many units at once.
type PlanInput struct {
	Kind    Kind         `json:"kind"`
	Period  dates.Period `json:"period"`  // a month, quarter, half or year
	Lunar   bool         `json:"lunar"`   // Day is a day of the lunar month
	Day     int          `json:"day"`     // 1–31, lunar 1–30; a shorter month takes its last day
	UnitIDs []string     `json:"unitIds"` // empty: every usual host below UnderID
	UnderID string       `json:"underId"`
	Time    string       `json:"time"`
	Place   string       `json:"place"`
	// GuardReason is why text that looks like a person's data is saved all the same, a code.
	GuardReason string `json:"guardReason"`
}

// Planning tells what was planned and what was left alone.
type Planning struct {
	Created int          `json:"created"`
	Known   int          `json:"known"`  // already planned or recorded on that day
	Closed  int          `json:"closed"` // unit not in force on that day
	Days    []dates.Date `json:"days"`
}

// planLimit bounds the meetings of one plan: more is a slip of the pen, not a month's schedule.
const planLimit = 20_000

// PlanMany plans meetings with the officers in charge on each day as those expected. Days already planned or recorded
// are left alone, so that the same plan can be given twice.
func PlanMany(tx *store.Tx, in PlanInput) (Planning, error) {
	var f fault.Fields
	in.Time, in.Place = store.CleanLine(in.Time), store.CleanLine(in.Place)
	if in.Kind.Word() == "" {
		f.Add("kind", "Hãy chọn loại cuộc họp.")
	}
	if kind := in.Period.Kind(); kind == "" || kind == dates.Week {
		f.Add("period", "Hãy chọn tháng, quý, sáu tháng hoặc năm.")
	}
	if most := map[bool]int{false: 31, true: 30}[in.Lunar]; in.Day < 1 || in.Day > most {
		f.Add("day", fmt.Sprintf("Ngày trong tháng ghi từ 1 đến %d.", most))
	}
	var right bool
	if in.Time, right = dates.ParseHour(in.Time); !right {
		f.Add("time", dates.HourProblem)
	}
	f.LimitText("place", "Nội dung", in.Place, lineLimit)
	if err := guardText(tx, &f, "place", in.Place, in.GuardReason); err != nil {
		return Planning{}, err
	}
	if err := f.Err(); err != nil {
		return Planning{}, err
	}
	out := Planning{Days: in.days()}
	hosts, err := in.hosts(tx)
	if err != nil {
		return out, err
	}
	if len(hosts) == 0 {
		return out, fault.Invalid("unitIds", "Không có đơn vị nào để lên lịch. Hãy chọn đơn vị, hoặc nhập danh sách đơn vị trước.")
	}
	if n := len(hosts) * len(out.Days); n > planLimit {
		return out, fault.Invalid(
			"unitIds",
			fmt.Sprintf(
				"Lịch này có %s cuộc họp, quá %s. Hãy chọn kỳ ngắn hơn hoặc ít đơn vị hơn.",
				fault.Thousands(n),
				fault.Thousands(planLimit),
			),
		)
	}
	for _, day := range out.Days {
		if err := in.planDay(tx, day, hosts, &out); err != nil {
			return out, err
		}
	}
	tx.Audit("", fmt.Sprintf("Lên lịch %d cuộc %s, %s.%s", out.Created, in.Kind.Word(), in.Period.Label(), guard.Kept(in.GuardReason)))
	return out, nil
}

func (in *PlanInput) days() []dates.Date {
	if in.Lunar {
		return dates.LunarDays(in.Period.Span(), in.Day, dates.LastDay)
	}
	days := []dates.Date{}
	for _, month := range in.Period.Months() {
		days = append(days, dates.Earlier(month.Span().From.AddDays(in.Day-1), month.Span().Last()))
	}
	return days
}

func (in *PlanInput) hosts(tx *store.Tx) ([]string, error) {
	if len(in.UnitIDs) > 0 {
		return in.UnitIDs, nil
	}
	return usualHosts(tx, in.Kind, in.UnderID, dates.Earlier(dates.Later(tx.Today, in.Period.Span().From), in.Period.Span().Last()))
}

func (in *PlanInput) planDay(tx *store.Tx, day dates.Date, ids []string, out *Planning) error {
	refs, err := units.Refs(tx, ids, day)
	if err != nil {
		return err
	}
	known, err := unitsWithMeeting(tx, in.Kind, ids, day)
	if err != nil {
		return err
	}
	inCharge, err := responsible(tx, ids, day)
	if err != nil {
		return err
	}
	var meetings []Meeting
	var hosts []Host
	var awaited []Attendance
	for _, id := range ids {
		switch ref := refs[id]; {
		case !ref.ValidOn(day):
			out.Closed++
		case known[id]:
			out.Known++
		default:
			known[id] = true // the same unit named twice
			m := Meeting{ID: store.NewID(), Kind: in.Kind, PlannedOn: day, PlannedTime: in.Time, Day: day, Place: in.Place, State: Planned,
				Fold: store.Fold(in.Place + " " + ref.Label), CreatedAt: tx.NowText(), CreatedBy: tx.UserID}
			meetings = append(meetings, m)
			hosts = append(hosts, Host{MeetingID: m.ID, UnitID: id})
			for i, p := range expectedOnly(inCharge[id]) {
				awaited = append(
					awaited,
					Attendance{ID: store.NewID(), MeetingID: m.ID, OfficerID: p.OfficerID, AssignmentID: p.AssignmentID, SortOrder: i},
				)
			}
		}
	}
	if len(meetings) == 0 {
		return nil
	}
	out.Created += len(meetings)
	if err := tx.CreateInBatches(meetings, batch).Error; err != nil {
		return err
	}
	if err := tx.CreateInBatches(hosts, batch).Error; err != nil {
		return err
	}
	if len(awaited) == 0 {
		return nil
	}
	return tx.CreateInBatches(awaited, batch).Error
}

// unitsWithMeeting tells which units already have a meeting of the kind on the day, planned or recorded.
func unitsWithMeeting(tx *store.Tx, kind Kind, ids []string, day dates.Date) (map[string]bool, error) {
	set, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	var found []string
	err = tx.Raw(`SELECT h.unit_id FROM meeting m JOIN meeting_host h ON h.meeting_id = m.id
WHERE m.kind = ? AND m.day = ? AND m.deleted_at = '' AND h.unit_id IN (SELECT value
FROM json_each(?))`, kind, day, string(set)).Scan(&found).Error
	known := make(map[string]bool, len(found))
	for _, id := range found {
		known[id] = true
	}
	return known, err
}
