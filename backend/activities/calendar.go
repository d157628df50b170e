package activities

import (
	"cmp"
	"fmt"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/duties"
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

// registerBy is the day of the month before on which the cells' schedule is collected.
const registerBy = 20

// MonthSchedule lists the usual hosts of a kind with what they have planned for the month. The screen and R4 read it.
func MonthSchedule(tx *store.Tx, f ScheduleFilter) (Schedule, error) {
	if f.Month.Kind() != dates.Month {
		return Schedule{}, fault.Invalid("month", "Hãy chọn một tháng.")
	}
	if f.Kind == "" {
		f.Kind = CellRegular
	}
	if f.Kind.Word() == "" {
		return Schedule{}, errKind
	}
	span := f.Month.Span()
	out := Schedule{
		Month:    f.Month,
		Label:    f.Month.Label(),
		Rows:     []ScheduleRow{},
		Deadline: span.From.AddMonths(-1).AddDays(registerBy - 1),
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
	inCharge, who, err := expectedAt(tx, hosts, day)
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
	for _, p := range expected(list) {
		out = append(out, who[p.OfficerID].Name)
	}
	return out
}

// CalendarFilter chooses days; at most two months, so that a month sheet with its edges fits.
type CalendarFilter struct {
	Span      dates.Span `json:"span"`
	UnderID   string     `json:"underId"`
	OfficerID string     `json:"officerId"`
}

// Calendar is the days of a span.
type Calendar struct {
	Days []CalendarDay `json:"days"`
}

// CalendarDay is one day: its lunar day, whether offices work, its meetings and the duties due on it without one.
type CalendarDay struct {
	Day          dates.Date   `json:"day"`
	Weekday      string       `json:"weekday"`
	Lunar        string       `json:"lunar"`
	LunarDay     int          `json:"lunarDay"`
	LunarMonth   int          `json:"lunarMonth"`
	Leap         bool         `json:"leap"`
	Working      bool         `json:"working"`
	Holiday      string       `json:"holiday"`
	Meetings     []DayMeeting `json:"meetings"` // at most dayLimit of MeetingCount
	MeetingCount int          `json:"meetingCount"`
	Due          []DueDuty    `json:"due"` // at most dayLimit of DueCount
	DueCount     int          `json:"dueCount"`
	Suspended    int          `json:"suspended"` // due duties that are suspended
}

// DayMeeting is a meeting on the calendar.
type DayMeeting struct {
	ID          string `json:"id"`
	Kind        Kind   `json:"kind"`
	KindWord    string `json:"kindWord"`
	Time        string `json:"time"`
	Hosts       string `json:"hosts"`
	Outcome     string `json:"outcome"`
	OutcomeWord string `json:"outcomeWord"`
}

// DueDuty is a duty with a fixed day for which no meeting is recorded or planned yet.
type DueDuty struct {
	RuleID   string `json:"ruleId"`
	RuleName string `json:"ruleName"`
	UnitID   string `json:"unitId"`
	Unit     string `json:"unit"`
	Officer  string `json:"officer"`
}

const (
	calendarLimit = 63 // days
	dayLimit      = 30
)

// CalendarOf lays meetings and due duties on days.
func CalendarOf(tx *store.Tx, f CalendarFilter) (Calendar, error) {
	out := Calendar{Days: []CalendarDay{}}
	if err := closed(f.Span); err != nil {
		return out, err
	}
	if f.Span.Days() > calendarLimit {
		return out, fault.Invalid("span", "Lịch hiện tối đa hai tháng một lần; hãy chọn khoảng ngắn hơn.")
	}
	working, err := duties.WorkingDays(tx, f.Span.From.Year(), f.Span.Last().Year())
	if err != nil {
		return out, err
	}
	holidays, err := duties.Holidays(tx, f.Span)
	if err != nil {
		return out, err
	}
	f.Span.Each(func(day dates.Date) bool {
		l := dates.ToLunar(day)
		out.Days = append(
			out.Days,
			CalendarDay{Day: day, Weekday: day.WeekdayShort(), Lunar: l.Show(), LunarDay: l.Day, LunarMonth: l.Month, Leap: l.Leap,
				Working: working.IsWorking(day), Holiday: holidays[day], Meetings: []DayMeeting{}, Due: []DueDuty{}},
		)
		return true
	})
	for i := range out.Days {
		if err := out.Days[i].meet(tx, f); err != nil {
			return out, err
		}
	}
	return out, out.due(tx, f)
}

func (d *CalendarDay) meet(tx *store.Tx, f CalendarFilter) error {
	one := LogFilter{Span: dates.Through(d.Day, d.Day), UnderID: f.UnderID, OfficerID: f.OfficerID}
	n, err := Count(tx, one, 0)
	if err != nil || n == 0 {
		return err
	}
	d.MeetingCount, one.Limit = n, dayLimit
	entries, err := Log(tx, one)
	if err != nil {
		return err
	}
	for _, e := range entries {
		d.Meetings = append(
			d.Meetings,
			DayMeeting{ID: e.ID, Kind: e.Kind, KindWord: e.KindWord, Time: e.PlannedTime, Hosts: hostNames(e.Hosts),
				Outcome: string(e.Outcome), OutcomeWord: e.OutcomeWord},
		)
	}
	return nil
}

// due adds the duties with a fixed day in the span that have no meeting.
func (c *Calendar) due(tx *store.Tx, f CalendarFilter) error {
	r, err := reckon(tx, FulfilmentFilter{Span: f.Span, UnderID: f.UnderID, OfficerID: f.OfficerID})
	if err != nil {
		return err
	}
	first := duties.Number(f.Span.From)
	var cells []Cell
	r.each(func(o *occurrence) {
		if !o.turn.Due || o.record >= 0 {
			return
		}
		d := &c.Days[o.day-first]
		if o.outcome == OnHold {
			d.Suspended++
			return
		}
		if d.DueCount++; d.DueCount <= dayLimit {
			cells = append(cells, r.cell(o))
		}
	})
	if err := nameCells(tx, cells); err != nil {
		return err
	}
	for _, cell := range cells {
		d := &c.Days[duties.Number(cell.Day)-first]
		d.Due = append(
			d.Due,
			DueDuty{RuleID: cell.RuleID, RuleName: cell.RuleName, UnitID: cell.UnitID, Unit: cell.UnitLabel, Officer: cell.OfficerName},
		)
	}
	return nil
}

// Reminders is what the first screen says of duties.
type Reminders struct {
	Day   dates.Date `json:"day"`
	Items []Reminder `json:"items"`
}

// Reminder is one line: a sentence, a number and the filter behind it.
type Reminder struct {
	Code     string           `json:"code"` // due_soon, overdue, schedule
	Text     string           `json:"text"`
	Count    int              `json:"count"`
	RuleID   string           `json:"ruleId"`
	SeriesID string           `json:"seriesId"`
	Outcome  Outcome          `json:"outcome"`
	Filter   FulfilmentFilter `json:"filter"`
	Month    dates.Period     `json:"month"`
}

const (
	soon     = 7  // days ahead
	lookBack = 31 // days
)

// RemindersOf counts duties due within a week without a meeting, duties whose time passed without a record, and hosts
// that have not registered next month's day.
func RemindersOf(tx *store.Tx, text string) (Reminders, error) {
	day := dates.Date(text)
	if day == dates.None {
		day = tx.Today
	}
	out := Reminders{Day: day, Items: []Reminder{}}
	if !day.Valid() {
		return out, fault.Invalid("day", "Ngày không hợp lệ; hãy nhập lại, ví dụ 22/11/2026.")
	}
	if err := out.count(tx, day); err != nil {
		return out, err
	}
	return out, out.schedule(tx, day)
}

// count reckons once for both sides of the day: the first screen waits for it.
func (r *Reminders) count(tx *store.Tx, day dates.Date) error {
	ahead := FulfilmentFilter{Span: dates.Through(day, day.AddDays(soon)), By: ByUnit}
	behind := FulfilmentFilter{Span: dates.Span{From: day.AddDays(-lookBack), To: day}, By: ByUnit}
	reckoned, err := reckon(tx, FulfilmentFilter{Span: dates.Span{From: behind.Span.From, To: ahead.Span.To}})
	if err != nil {
		return err
	}
	type line struct{ code, series string }
	at, today := map[line]int{}, duties.Number(day)
	reckoned.each(func(o *occurrence) {
		code, of := "overdue", behind
		switch {
		case o.record >= 0:
			return
		case o.day >= today && o.outcome == ToCome && o.turn.Due:
			code, of = "due_soon", ahead
		case o.day >= today || o.outcome != NotRecorded:
			return
		}
		key := line{code, o.law.SeriesID}
		i, known := at[key]
		if !known {
			i = len(r.Items)
			at[key] = i
			of.SeriesID = o.law.SeriesID
			r.Items = append(
				r.Items,
				Reminder{Code: code, RuleID: o.law.ID, SeriesID: o.law.SeriesID, Outcome: o.outcome, Filter: of, Text: o.law.Name},
			)
		}
		r.Items[i].Count++
	})
	for i := range r.Items {
		item := &r.Items[i]
		if item.Code == "due_soon" {
			item.Text = fmt.Sprintf("%s: %d nơi đến hạn trong 7 ngày tới, chưa có lịch", item.Text, item.Count)
		} else {
			item.Text = fmt.Sprintf("%s: %d lần đã qua mà chưa ghi nhận", item.Text, item.Count)
		}
	}
	slices.SortStableFunc(r.Items, func(a, b Reminder) int { return cmp.Compare(b.Code, a.Code) })
	return nil
}

// schedule counts the cells that have not registered next month, from ten days before the deadline on.
func (r *Reminders) schedule(tx *store.Tx, day dates.Date) error {
	if day.Day() < registerBy-10 {
		return nil
	}
	next := dates.PeriodOf(dates.Month, day).Next()
	hosts, err := cellHosts(tx, day)
	if err != nil || len(hosts) == 0 {
		return err
	}
	if first, err := units.Get(tx, hosts[0], day); err != nil || first.Tree != units.TreeParty {
		return err // without Party cells nobody registers
	}
	registered := map[string]bool{}
	err = duties.Stream(tx.Raw(`SELECT group_concat(h.unit_id, char(30)) FROM meeting m JOIN meeting_host h ON h.meeting_id = m.id
WHERE m.deleted_at = '' AND m.kind = ? AND m.day >= ?
AND m.day < ?`, CellRegular, next.Span().From, next.Span().To), 1, func(f []string) { registered[f[0]] = true })
	if err != nil {
		return err
	}
	missing := 0
	for _, h := range hosts {
		if !registered[h] {
			missing++
		}
	}
	if missing > 0 {
		r.Items = append(r.Items, Reminder{Code: "schedule", Count: missing, Month: next,
			Text: fmt.Sprintf("%d chi bộ chưa đăng ký lịch sinh hoạt %s (hạn ngày %d)", missing, next.Label(), registerBy)})
	}
	return nil
}
