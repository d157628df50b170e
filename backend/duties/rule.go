// Package duties keeps what has to be done how often: duty rules with the paper they rest on, suspensions, the office's
// days off, and from them the occurrences that are expected. Expected occurrences are computed and never stored, so that a
// change of rule, assignment or unit is true for the past as well.
package duties

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// DefaultSource is what stands in place of a paper as long as none is given.
const DefaultSource = "mặc định, chưa có văn bản"

// Rule is one version of a duty rule (nhiệm vụ định kỳ). Changing a rule makes a new version of the same series.
type Rule struct {
	ID               string               `gorm:"column:id;primaryKey" json:"id"`
	SeriesID         string               `gorm:"column:series_id" json:"seriesId"`
	SchemeID         string               `gorm:"column:scheme_id" json:"schemeId"`
	KindID           string               `gorm:"column:kind_id" json:"kindId"` // kind of assignment; "" = every kind of the scheme
	Name             string               `gorm:"column:name" json:"name"`
	Subject          Subject              `gorm:"column:subject" json:"subject"`
	Activity         Activity             `gorm:"column:activity" json:"activity"`
	Quota            int                  `gorm:"column:quota" json:"quota"` // occurrences in one period
	Period           dates.Cadence        `gorm:"column:period" json:"period"`
	FixedCalendar    string               `gorm:"column:fixed_calendar" json:"fixedCalendar"` // "", solar, lunar
	FixedDay         int                  `gorm:"column:fixed_day" json:"fixedDay"`
	FixedMonth       int                  `gorm:"column:fixed_month" json:"fixedMonth"` // month inside a quarter, half or year
	ShortMonth       dates.ShortMonthRule `gorm:"column:short_month_rule" json:"shortMonth"`
	LeapCounts       bool                 `gorm:"column:leap_counts" json:"leapCounts"` // a leap lunar month gives one more turn
	GraceDays        int                  `gorm:"column:grace_days" json:"graceDays"`   // days after the turn in which it counts
	CountsSubstitute bool                 `gorm:"column:counts_substitute" json:"countsSubstitute"`
	CountsMember     bool                 `gorm:"column:counts_member" json:"countsMember"` // any member of a team, not only its lead
	PapersDays       int                  `gorm:"column:papers_days_before" json:"papersDays"`
	TargetTypes      []string             `gorm:"column:target_types;serializer:json" json:"targetTypes"` // empty = every type
	ValidFrom        dates.Date           `gorm:"column:valid_from" json:"validFrom"`
	ValidTo          dates.Date           `gorm:"column:valid_to" json:"validTo"` // exclusive; "" = open
	ReplacesID       string               `gorm:"column:replaces_id" json:"replacesId"`
	Source           string               `gorm:"column:source" json:"source"` // "" = DefaultSource
	SortOrder        int                  `gorm:"column:sort_order" json:"sortOrder"`
	CreatedAt        string               `gorm:"column:created_at" json:"-"`
}

// TableName names the table for GORM.
func (Rule) TableName() string { return "duty_rule" }

// Span is the stretch of days this version is in force.
func (r *Rule) Span() dates.Span { return dates.Span{From: r.ValidFrom, To: r.ValidTo} }

// Fixed is the day inside each turn on which the duty is due.
func (r *Rule) Fixed() dates.FixedDay {
	return dates.FixedDay{Lunar: r.FixedCalendar == "lunar", Day: r.FixedDay, Month: r.FixedMonth, ShortMonth: r.ShortMonth}
}

// SourceText is the paper, or the mark that there is none yet.
func (r *Rule) SourceText() string {
	if r.Source == "" {
		return DefaultSource
	}
	return r.Source
}

// Cadence tells the rule in words: "1 lần, hằng tháng, ngày 03", "1 lần, hằng tháng âm lịch, ngày 16 âm lịch".
func (r *Rule) Cadence() string {
	if r.Period == dates.OnEvent {
		return r.Period.Label()
	}
	text := fmt.Sprintf("%d lần, %s", r.Quota, r.Period.Label())
	switch {
	case r.FixedDay == 0:
	case r.Period == dates.Weekly:
		text += ", vào " + [...]string{"", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"}[r.FixedDay]
	case r.FixedCalendar == "lunar" && r.FixedMonth > 0:
		text += fmt.Sprintf(", ngày %02d tháng %d âm lịch", r.FixedDay, r.FixedMonth)
	case r.FixedCalendar == "lunar":
		text += fmt.Sprintf(", ngày %02d âm lịch", r.FixedDay)
	case r.FixedMonth > 0 && r.Period == dates.Yearly:
		text += fmt.Sprintf(", ngày %02d tháng %d", r.FixedDay, r.FixedMonth)
	case r.FixedMonth > 0:
		text += fmt.Sprintf(", ngày %02d tháng thứ %d của kỳ", r.FixedDay, r.FixedMonth)
	default:
		text += fmt.Sprintf(", ngày %02d", r.FixedDay)
	}
	return text
}

// Subject is who has the duty.
type Subject string

// The subjects. The duty of a receiving unit or of the head of its committee is one of the place: whoever is assigned.
const (
	OfOfficer Subject = "can_bo"
	OfUnit    Subject = "don_vi_nhan"
	OfHead    Subject = "nguoi_dung_dau"
)

// Activity is the kind of meeting that fulfils a duty. The codes and words are those of the log; a test holds them equal.
type Activity string

// Activities lists the kinds of meeting in the order offered.
var Activities = store.Words{
	store.NewWord("CELL_REGULAR", "Sinh hoạt chi bộ thường kỳ"),
	store.NewWord("CELL_THEMATIC", "Sinh hoạt chi bộ chuyên đề"),
	store.NewWord("COMMITTEE", "Họp đảng ủy, ban chấp hành"),
	store.NewWord("GROUP", "Họp Tổ nhân dân tự quản"),
	store.NewWord("PEOPLE", "Họp dân"),
	store.NewWord("VOTER", "Tiếp xúc cử tri"),
	store.NewWord("REVIEW", "Hội nghị sơ kết, tổng kết"),
	store.NewWord("DIALOGUE", "Đối thoại"),
	store.NewWord("RECEPTION", "Tiếp dân"),
	store.NewWord("VISIT", "Đi cơ sở"),
	store.NewWord("CONGRESS", "Đại hội"),
	store.NewWord("OTHER", "Cuộc họp khác"),
}

// Subjects lists the subjects in the order offered.
var Subjects = store.Words{
	store.NewWord(OfOfficer, "Cán bộ được phân công"),
	store.NewWord(OfUnit, "Đơn vị tiếp nhận"),
	store.NewWord(OfHead, "Người đứng đầu cấp ủy"),
}

// Word is the activity's Vietnamese word, "" for an unknown one.
func (a Activity) Word() string { return Activities.Of(string(a)) }

// Word is the subject's Vietnamese word, "" for an unknown one.
func (s Subject) Word() string { return Subjects.Of(string(s)) }

// Suspension pauses duties of a place and everything under it, or of everybody.
type Suspension struct {
	ID          string     `gorm:"column:id;primaryKey" json:"id"`
	ScopeUnitID string     `gorm:"column:scope_unit_id" json:"scopeUnitId"` // "" = everywhere
	Activity    Activity   `gorm:"column:activity" json:"activity"`         // "" = every kind of meeting
	ValidFrom   dates.Date `gorm:"column:valid_from" json:"validFrom"`
	ValidTo     dates.Date `gorm:"column:valid_to" json:"validTo"` // exclusive
	Reason      string     `gorm:"column:reason" json:"reason"`
	Source      string     `gorm:"column:source" json:"source"`
	CreatedAt   string     `gorm:"column:created_at" json:"-"`
}

// TableName names the table for GORM.
func (Suspension) TableName() string { return "suspension" }

// Span is the stretch of days suspended.
func (s *Suspension) Span() dates.Span { return dates.Span{From: s.ValidFrom, To: s.ValidTo} }

// DayOff is one exception of the office's working days.
type DayOff struct {
	Day    dates.Date `gorm:"column:day;primaryKey" json:"day"`
	Name   string     `gorm:"column:name" json:"name"`
	Kind   string     `gorm:"column:kind" json:"kind"` // nghi, lam_bu
	Source string     `gorm:"column:source" json:"source"`
}

// TableName names the table for GORM.
func (DayOff) TableName() string { return "day_off" }
