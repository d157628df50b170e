package activities

import (
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// ScheduleFilter chooses the monthly schedule that the office prints as a notice.
type ScheduleFilter struct {
	Month   dates.Period `json:"month"`
	Kind    Kind         `json:"kind"` // "" = CELL_REGULAR
	UnderID string       `json:"underId"`
}

// ScheduleRow is one host and month. A host that has not registered has an empty Day.
type ScheduleRow struct {
	UnitID    string     `json:"unitId"`
	Label     string     `json:"label"`
	MeetingID string     `json:"meetingId"`
	Day       dates.Date `json:"day"`
	Lunar     string     `json:"lunar"`
	Time      string     `json:"time"`
	Place     string     `json:"place"`
	StateWord string     `json:"stateWord"`
	Officers  []string   `json:"officers"` // expected, else in charge
	Joint     bool       `json:"joint"`
	Note      string     `json:"note"`
}

// Schedule is the month's schedule: every active host, registered or not.
type Schedule struct {
	Month      dates.Period  `json:"month"`
	Label      string        `json:"label"`
	Deadline   dates.Date    `json:"deadline"` // the 20th of the month before
	Late       bool          `json:"late"`     // the deadline has passed
	Rows       []ScheduleRow `json:"rows"`
	Registered int           `json:"registered"` // hosts with at least one day
	Missing    int           `json:"missing"`
}

// RegisterBy is the day of the month before by which the cells' schedule is collected.
const RegisterBy = 20

// MonthSchedule lists the usual hosts of a kind with what they have planned for the month. The screen and R4 read it.
func MonthSchedule(tx *store.Tx, f ScheduleFilter) (Schedule, error) {
	if f.Month.Kind() != dates.Month {
		return Schedule{}, fault.Invalid("month", "Hãy chọn một tháng.")
	}
	if f.Kind == "" {
		f.Kind = CellRegular
	}
	if f.Kind.Word() == "" {
		return Schedule{}, fault.Invalid("kind", "Không có loại cuộc họp này; hãy chọn trong danh sách.")
	}
	span := f.Month.Span()
	out := Schedule{
		Month:    f.Month,
		Label:    f.Month.Label(),
		Rows:     []ScheduleRow{},
		Deadline: span.From.AddMonths(-1).AddDays(RegisterBy - 1),
	}
	out.Late = tx.Today > out.Deadline
	day := dates.Later(span.From, dates.Earlier(tx.Today, span.Last()))
	ids, err := usualHosts(tx, f.Kind, f.UnderID, day)
	if err != nil {
		return out, err
	}
	refs, err := units.Refs(tx, ids, day)
	if err != nil {
		return out, err
	}
	hosts := make([]units.Ref, len(ids))
	for i, id := range ids {
		hosts[i] = refs[id]
	}
	entries, err := Log(tx, LogFilter{Span: span, Kind: f.Kind, UnderID: f.UnderID})
	if err != nil {
		return out, err
	}
	held := map[string][]*Entry{}
	for i := range entries {
		if entries[i].State == Postponed && entries[i].PostponedTo != dates.None {
			continue
		}
		for _, h := range entries[i].Hosts {
			held[h.ID] = append(held[h.ID], &entries[i])
		}
	}
	inCharge, who, err := officersInCharge(tx, hosts, day)
	if err != nil {
		return out, err
	}
	for _, h := range hosts {
		if len(held[h.ID]) == 0 {
			out.Missing++
			out.Rows = append(out.Rows, ScheduleRow{UnitID: h.ID, Label: h.Label, Officers: namesOf(inCharge[h.ID], who)})
			continue
		}
		out.Registered++
		for _, e := range held[h.ID] {
			row := ScheduleRow{
				UnitID:    h.ID,
				Label:     h.Label,
				MeetingID: e.ID,
				Day:       e.Day,
				Lunar:     e.Lunar,
				Time:      e.PlannedTime,
				Place:     e.Place,
				StateWord: e.StateWord,
				Joint:     len(e.Hosts) > 1,
				Note:      e.Note,
				Officers:  []string{},
			}
			for _, a := range e.Attendances {
				row.Officers = append(row.Officers, a.OfficerName)
			}
			if len(row.Officers) == 0 {
				row.Officers = namesOf(inCharge[h.ID], who)
			}
			out.Rows = append(out.Rows, row)
		}
	}
	return out, nil
}

func namesOf(list []Responsible, who map[string]officers.Ref) []string {
	out := []string{}
	for _, p := range expectedOnly(list) {
		out = append(out, who[p.OfficerID].Name)
	}
	return out
}

// remindBefore is how many days before the deadline the first screen begins to ask for the schedule.
const remindBefore = 10

// UnregisteredCells counts the cells that have not registered a day for the next month, as MonthSchedule lists them; it is 0
// until ten days before the deadline, and where the office keeps no Party cells.
func UnregisteredCells(tx *store.Tx, today dates.Date) (missing int, month dates.Period, err error) {
	month = dates.PeriodOf(dates.Month, today).Next()
	if today.Day() < RegisterBy-remindBefore {
		return 0, month, nil
	}
	hosts, err := cellHosts(tx, today)
	if err != nil || len(hosts) == 0 {
		return 0, month, err
	}
	if first, err := units.Get(tx, hosts[0], today); err != nil || first.Tree != units.TreeParty {
		return 0, month, err
	}
	registered := map[string]bool{}
	err = store.ReadPacked(tx.Raw(`SELECT `+store.Packed("h.unit_id")+` FROM meeting m JOIN meeting_host h ON h.meeting_id = m.id
WHERE m.deleted_at = '' AND m.kind = ? AND m.day >= ? AND m.day < ? AND (m.state <> 'POSTPONED'
OR NOT EXISTS (SELECT 1 FROM meeting later WHERE later.moved_from = m.id AND later.deleted_at = ''))`,
		CellRegular, month.Span().From, month.Span().To), 1, func(f []string) { registered[strings.Clone(f[0])] = true })
	for _, h := range hosts {
		if !registered[h] {
			missing++
		}
	}
	return missing, month, err
}
