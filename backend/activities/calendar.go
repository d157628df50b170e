package activities

import (
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// CalendarFilter chooses days; at most two months, so that a month sheet with its edges fits.
type CalendarFilter struct {
	Span      dates.Span `json:"span"`
	UnderID   string     `json:"underId"`
	OfficerID string     `json:"officerId"`
}

// Calendar is the days of a span with their meetings; the room of fulfilment adds the duties due without one.
type Calendar struct {
	Days []CalendarDay `json:"days"`
}

// CalendarDay is one day: its lunar day, whether offices work, and its meetings.
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

const (
	calendarLimit = 63 // days
	dayLimit      = 30 // meetings listed on a day
)

// CalendarOf gives the days of a span with their meetings. Faults: Invalid for a span without both ends or longer than two months.
func CalendarOf(tx *store.Tx, f CalendarFilter) (Calendar, error) {
	out := Calendar{Days: []CalendarDay{}}
	if err := duties.RequireBothEnds(f.Span); err != nil {
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
				Working: working.IsWorking(day), Holiday: holidays[day], Meetings: []DayMeeting{}},
		)
		return true
	})
	return out, out.addMeetings(tx, f)
}

// addMeetings counts the meetings of all days and lists the first of each day, with one query for each.
func (c *Calendar) addMeetings(tx *store.Tx, f CalendarFilter) error {
	query, err := queryOf(tx, LogFilter{Span: f.Span, UnderID: f.UnderID, OfficerID: f.OfficerID}, false)
	if err != nil {
		return err
	}
	onDay := func(day dates.Date) *CalendarDay { return &c.Days[day.Sub(f.Span.From)] }
	var counts []struct {
		Day dates.Date
		N   int
	}
	if err := query.Select("m.day, count(*) AS n").Group("m.day").Scan(&counts).Error; err != nil {
		return err
	}
	for _, each := range counts {
		onDay(each.Day).MeetingCount = each.N
	}
	var meetings []Meeting
	numbered := query.Select("m.*, row_number() OVER (PARTITION BY m.day ORDER BY m.id) AS place_of_day")
	if err := tx.Table("(?) AS m", numbered).Where("m.place_of_day <= ?", dayLimit).Order("m.day, m.id").Find(&meetings).Error; err != nil {
		return err
	}
	entries, err := loadEntries(tx, meetings)
	if err != nil {
		return err
	}
	for _, e := range entries {
		d := onDay(e.Day)
		d.Meetings = append(
			d.Meetings,
			DayMeeting{ID: e.ID, Kind: e.Kind, KindWord: e.KindWord, Time: e.PlannedTime, Hosts: hostNames(e.Hosts),
				Outcome: string(e.Outcome), OutcomeWord: e.OutcomeWord},
		)
	}
	return nil
}
