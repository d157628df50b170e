// Package activities is the log (nhật ký): meetings and visits, who of the assigned officers attended, what they
// advised and conveyed, the month grid, and what the first screen shows of the week. It records what an office did at
// a place; of the people of the place it knows head counts only.
package activities

import (
	"caunoi/backend/dates"
	"caunoi/backend/units"
)

// Entry is one meeting or visit with everything recorded about it.
type Entry struct {
	Meeting
	KindWord      string         `gorm:"-" json:"kindWord"`
	StateWord     string         `gorm:"-" json:"stateWord"`
	Outcome       Outcome        `gorm:"-" json:"outcome"` // the meeting's own, or of its first expected officer
	OutcomeWord   string         `gorm:"-" json:"outcomeWord"`
	Lunar         string         `gorm:"-" json:"lunar"`       // lunar day of Day, "16/10 âl"
	PostponedTo   dates.Date     `gorm:"-" json:"postponedTo"` // day of the meeting that replaces a postponed one
	Hosts         []units.Ref    `gorm:"-" json:"hosts"`       // as named on Day
	Attendances   []Attendance   `gorm:"-" json:"attendances"`
	Contributions []Contribution `gorm:"-" json:"contributions"`
	Conveyances   []Conveyance   `gorm:"-" json:"conveyances"`
}

// Meeting is a meeting, visit, dialogue or reception day. Numbers that nobody recorded are nil, which is not 0.
type Meeting struct {
	ID           string     `gorm:"column:id;primaryKey" json:"id"`
	Kind         Kind       `gorm:"column:kind" json:"kind"`
	PlannedOn    dates.Date `gorm:"column:planned_on" json:"plannedOn"`
	PlannedTime  string     `gorm:"column:planned_time" json:"plannedTime"` // "19:30"
	HeldOn       dates.Date `gorm:"column:held_on" json:"heldOn"`
	Day          dates.Date `gorm:"column:day" json:"day"` // HeldOn, else PlannedOn
	Place        string     `gorm:"column:place" json:"place"`
	State        State      `gorm:"column:state" json:"state"`
	StateReason  string     `gorm:"column:state_reason" json:"stateReason"`
	MovedFrom    string     `gorm:"column:moved_from" json:"movedFrom"`
	PapersSentOn dates.Date `gorm:"column:papers_sent_on" json:"papersSentOn"`
	PapersCount  *int       `gorm:"column:papers_count" json:"papersCount"`
	Present      *int       `gorm:"column:present" json:"present"`
	Total        *int       `gorm:"column:total" json:"total"`
	Note         string     `gorm:"column:note" json:"note"`
	Fold         string     `gorm:"column:fold" json:"-"`
	CreatedAt    string     `gorm:"column:created_at" json:"createdAt"`
	CreatedBy    string     `gorm:"column:created_by" json:"createdBy"`
	DeletedAt    string     `gorm:"column:deleted_at" json:"deletedAt"`
}

// TableName names the table for GORM.
func (Meeting) TableName() string { return "meeting" }

// Host links a meeting with a unit that held it; a joint meeting has several.
type Host struct {
	MeetingID string `gorm:"column:meeting_id;primaryKey" json:"meetingId"`
	UnitID    string `gorm:"column:unit_id;primaryKey" json:"unitId"`
	SortOrder int    `gorm:"column:sort_order" json:"sortOrder"`
}

// TableName names the table for GORM.
func (Host) TableName() string { return "meeting_host" }

// Attendance is one officer at one meeting. Names are as of the meeting's day.
type Attendance struct {
	ID             string `gorm:"column:id;primaryKey" json:"id"`
	MeetingID      string `gorm:"column:meeting_id" json:"meetingId"`
	OfficerID      string `gorm:"column:officer_id" json:"officerId"`
	AssignmentID   string `gorm:"column:assignment_id" json:"assignmentId"` // the assignment it served, "" when outside one
	Result         Result `gorm:"column:result" json:"result"`
	SubstituteID   string `gorm:"column:substitute_id" json:"substituteId"`
	Reason         string `gorm:"column:reason" json:"reason"`
	SortOrder      int    `gorm:"column:sort_order" json:"sortOrder"`
	OfficerName    string `gorm:"-" json:"officerName"`
	OfficerPost    string `gorm:"-" json:"officerPost"`
	SubstituteName string `gorm:"-" json:"substituteName"`
	ResultWord     string `gorm:"-" json:"resultWord"` // NotRecorded's word when the day passed without a result
}

// TableName names the table for GORM.
func (Attendance) TableName() string { return "attendance" }

// Contribution is what an officer advised at a meeting.
type Contribution struct {
	ID           string   `gorm:"column:id;primaryKey" json:"id"`
	MeetingID    string   `gorm:"column:meeting_id" json:"meetingId"`
	OfficerID    string   `gorm:"column:officer_id" json:"officerId"`
	FieldCode    string   `gorm:"column:field_code" json:"fieldCode"`
	Summary      string   `gorm:"column:summary" json:"summary"`
	Accepted     Accepted `gorm:"column:accepted" json:"accepted"`
	SortOrder    int      `gorm:"column:sort_order" json:"sortOrder"`
	OfficerName  string   `gorm:"-" json:"officerName"`
	FieldName    string   `gorm:"-" json:"fieldName"`
	AcceptedWord string   `gorm:"-" json:"acceptedWord"`
}

// TableName names the table for GORM.
func (Contribution) TableName() string { return "contribution" }

// Conveyance is a policy or resolution passed on at a meeting.
type Conveyance struct {
	ID        string `gorm:"column:id;primaryKey" json:"id"`
	MeetingID string `gorm:"column:meeting_id" json:"meetingId"`
	Topic     string `gorm:"column:topic" json:"topic"`
	SortOrder int    `gorm:"column:sort_order" json:"sortOrder"`
}

// TableName names the table for GORM.
func (Conveyance) TableName() string { return "conveyance" }

// Field is a field of work (lĩnh vực) that a contribution or a matter touches.
type Field struct {
	Code      string     `gorm:"column:code;primaryKey" json:"code"`
	Name      string     `gorm:"column:name" json:"name"`
	ValidFrom dates.Date `gorm:"column:valid_from" json:"validFrom"`
	ValidTo   dates.Date `gorm:"column:valid_to" json:"validTo"`
}

// TableName names the table for GORM.
func (Field) TableName() string { return "field" }
