package fulfilment

import (
	"caunoi/backend/activities"
	"caunoi/backend/dates"
)

// Filter chooses what was to be done and how it is summed. Empty fields do not narrow. What has passed is counted as it stood at the
// end of its span: a meeting moved to a later day, or held on one, changes nothing before it.
type Filter struct {
	Span      dates.Span      `json:"span"`      // days of the occurrences; both ends needed, at most five years
	By        By              `json:"by"`        // one row for each officer, unit, upper unit or kind of meeting
	UnderID   string          `json:"underId"`   // places under this unit, and the Party organisations that answer for them
	OfficerID string          `json:"officerId"` // the officer's own duties and those of the officer's teams
	UnitID    string          `json:"unitId"`    // of this place only
	RuleID    string          `json:"ruleId"`    // any version of the rule
	SeriesID  string          `json:"seriesId"`
	Activity  activities.Kind `json:"activity"`
}

// By says what a row of fulfilment stands for.
type By string

// The four ways to sum. Officers are counted with a joint meeting of several of their places once; places each for
// themselves.
const (
	ByOfficer By = "officer"
	ByUnit    By = "unit"
	ByUpper   By = "upper" // the unit right below UnderID, or below the top, in which the place lies
	ByKind    By = "kind"
)

// Tally counts occurrences. Expected = Attended + Substituted + Excused + Absent + NotRecorded; what is not held,
// suspended or still to come is in neither side of the rate. The rate is Done of Held, both whole numbers, see RateRule.
type Tally struct {
	Expected    int `json:"expected"`
	NotHeld     int `json:"notHeld"`
	Suspended   int `json:"suspended"`
	Attended    int `json:"attended"` // for the duty of a place: held
	Substituted int `json:"substituted"`
	Excused     int `json:"excused"`
	Absent      int `json:"absent"`
	NotRecorded int `json:"notRecorded"`
	ToCome      int `json:"toCome"` // not due yet

	SubstitutedCounted int `json:"substitutedCounted"` // of Substituted: where the rule counts it as attended
	SubstitutedOnly    int `json:"substitutedOnly"`    // of Substituted: where it does not
	HeldNotRecorded    int `json:"heldNotRecorded"`    // of NotRecorded: the meeting was held
	NotKnown           int `json:"notKnown"`           // of NotRecorded: nobody wrote whether there was a meeting
	Done               int `json:"done"`               // n of the rate
	Held               int `json:"held"`               // N of the rate
}

// Row is one line of fulfilment.
type Row struct {
	Key       string `json:"key"`   // officer, team, unit or kind
	Name      string `json:"name"`  // as of the last day of the span
	Note      string `json:"note"`  // an officer's post
	Label     string `json:"label"` // a unit's full label
	TeamID    string `json:"teamId"`
	Tally     Tally  `json:"tally"`
	Targets   int    `json:"targets"` // places with at least one occurrence
	SortFirst int    `json:"-"`       // an officer's rank in protocol order, a kind's place
	Order     string `json:"-"`
}

// Summary is the answer to a Filter.
type Summary struct {
	Rows  []Row `json:"rows"`
	Total Tally `json:"total"` // sum of the rows
	Count int   `json:"count"`
	// RateRule is the definition of the rate with the papers the rules counted here rest on, to stand under a table of the rows.
	RateRule string `json:"-"`
}

// Cell is one occurrence with the meeting behind it.
type Cell struct {
	RuleID       string             `json:"ruleId"`
	RuleName     string             `json:"ruleName"`
	Kind         activities.Kind    `json:"kind"`
	KindWord     string             `json:"kindWord"`
	Turn         string             `json:"turn"` // "tháng 06 năm 2026", "tháng 5 âm lịch năm 2026"
	Due          dates.Date         `json:"due"`  // fixed day of the rule; "" = any day of the turn
	Day          dates.Date         `json:"day"`  // of the meeting, else due or the middle of the turn's share
	Lunar        string             `json:"lunar"`
	UnitID       string             `json:"unitId"`
	UnitLabel    string             `json:"unitLabel"`
	OfficerID    string             `json:"officerId"` // "" for the duty of a place or a team
	OfficerName  string             `json:"officerName"`
	TeamID       string             `json:"teamId"`
	AssignmentID string             `json:"assignmentId"`
	MeetingID    string             `json:"meetingId"` // "" = none recorded or planned
	Outcome      activities.Outcome `json:"outcome"`
	OutcomeWord  string             `json:"outcomeWord"`
	Held         bool               `json:"held"`
}

// CellsFilter narrows a Filter to what one number stands for.
type CellsFilter struct {
	Filter   Filter               `json:"filter"`
	Key      string               `json:"key"`      // of the row; "" = all rows
	Outcomes []activities.Outcome `json:"outcomes"` // ATTENDED, …; empty = all
	Held     bool                 `json:"held"`     // only what the rate counts: expected, at a meeting that was held
	Part     Part                 `json:"part,omitempty"`
	Limit    int                  `json:"limit"` // default and most: 1,000
}

// CellList is the answer; Total counts all, also beyond the limit.
type CellList struct {
	Items []Cell `json:"items"`
	Total int    `json:"total"`
}
