package activities

import (
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// FulfilmentFilter chooses what was to be done and how it is summed. Empty fields do not narrow.
type FulfilmentFilter struct {
	Span      dates.Span `json:"span"`      // days of the occurrences; both ends needed, at most five years
	By        By         `json:"by"`        // one row for each officer, unit, upper unit or kind of meeting
	UnderID   string     `json:"underId"`   // places under this unit, and the Party organisations that answer for them
	OfficerID string     `json:"officerId"` // the officer's own duties and those of the officer's teams
	UnitID    string     `json:"unitId"`    // of this place only
	RuleID    string     `json:"ruleId"`    // any version of the rule
	SeriesID  string     `json:"seriesId"`
	Activity  Kind       `json:"activity"`
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
// suspended or still to come is in neither side of the rate. The rate is Done of Held, both whole numbers: Done is Attended,
// with Substituted where the rule counts it; Held counts occurrences whose meeting was held.
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
	Done        int `json:"done"`   // n of the rate
	Held        int `json:"held"`   // N of the rate
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

// Fulfilled is the answer to a FulfilmentFilter.
type Fulfilled struct {
	Rows  []Row `json:"rows"`
	Total Tally `json:"total"` // sum of the rows
	Count int   `json:"count"`
}

// Cell is one occurrence with the meeting behind it.
type Cell struct {
	RuleID       string     `json:"ruleId"`
	RuleName     string     `json:"ruleName"`
	Kind         Kind       `json:"kind"`
	KindWord     string     `json:"kindWord"`
	Turn         string     `json:"turn"` // "tháng 06 năm 2026", "tháng 5 âm lịch năm 2026"
	Due          dates.Date `json:"due"`  // fixed day of the rule; "" = any day of the turn
	Day          dates.Date `json:"day"`  // of the meeting, else due or the middle of the turn's share
	Lunar        string     `json:"lunar"`
	UnitID       string     `json:"unitId"`
	UnitLabel    string     `json:"unitLabel"`
	OfficerID    string     `json:"officerId"` // "" for the duty of a place or a team
	OfficerName  string     `json:"officerName"`
	TeamID       string     `json:"teamId"`
	AssignmentID string     `json:"assignmentId"`
	MeetingID    string     `json:"meetingId"` // "" = none recorded or planned
	Outcome      Outcome    `json:"outcome"`
	OutcomeWord  string     `json:"outcomeWord"`
	Held         bool       `json:"held"`
}

// CellsFilter narrows a FulfilmentFilter to what one number stands for.
type CellsFilter struct {
	Filter   FulfilmentFilter `json:"filter"`
	Key      string           `json:"key"`      // of the row; "" = all rows
	Outcomes []Outcome        `json:"outcomes"` // ATTENDED, …; empty = all
	Held     bool             `json:"held"`     // only what the rate counts: expected, at a meeting that was held
	Limit    int              `json:"limit"`    // default and most: 1,000
}

// CellList is the answer; Total counts all, also beyond the limit.
type CellList struct {
	Items []Cell `json:"items"`
	Total int    `json:"total"`
}

// MatrixLine is one duty of a unit over a year.
type MatrixLine struct {
	RuleID    string       `json:"ruleId"` // last version of the year
	SeriesID  string       `json:"seriesId"`
	RuleName  string       `json:"ruleName"`
	Cadence   string       `json:"cadence"`
	Lunar     bool         `json:"lunar"` // columns are lunar months
	OfficerID string       `json:"officerId"`
	Officer   string       `json:"officer"` // or the team; "" for a duty of the place
	Cells     []MatrixCell `json:"cells"`   // one for each turn of the rule, in order, each placed by FromDay and ToDay
	Tally     Tally        `json:"tally"`
}

// MatrixCell is one turn. It is drawn over the days it really takes, as parts of the year's twelve solar months, so that
// thirteen lunar months, and two lunar meetings in one solar month, each have a place of their own. Month is the solar
// month of the day the turn stands for, Half its place (1, 2) where a month has two.
type MatrixCell struct {
	Turn    string     `json:"turn"`  // "tháng 5 âm lịch năm 2026"
	Short   string     `json:"short"` // "5", "6N" (leap), "Q2"
	From    dates.Date `json:"from"`
	To      dates.Date `json:"to"`      // exclusive
	FromDay int        `json:"fromDay"` // day of the year, 0 = 1 January; cut to the year
	ToDay   int        `json:"toDay"`   // exclusive
	Month   int        `json:"month"`   // 1–12
	Half    int        `json:"half"`    // 0 = the month has one cell of this duty, else 1 or 2
	Letters string     `json:"letters"` // one for each occurrence: Đ P V T K ? · and – for suspended
	Word    string     `json:"word"`    // the outcome in words
	Cells   []Cell     `json:"cells"`
}

// Matrix is a unit's year.
type Matrix struct {
	UnitID  string       `json:"unitId"`
	Label   string       `json:"label"`
	Year    int          `json:"year"`
	Days    int          `json:"days"` // of the year: 365 or 366
	Lines   []MatrixLine `json:"lines"`
	Letters []Word       `json:"letters"` // the key
}

// LedgerFilter chooses the two-way ledger.
type LedgerFilter struct {
	Span    dates.Span `json:"span"`
	By      By         `json:"by"` // unit, upper, officer
	UnderID string     `json:"underId"`
}

// LedgerRow is domain §3.5 "two-way ratio": conveyed down, raised up, conveyed back.
type LedgerRow struct {
	Key      string `json:"key"`
	Name     string `json:"name"`
	Meetings int    `json:"meetings"` // held
	Down     int    `json:"down"`     // topics conveyed
	Up       int    `json:"up"`       // opinions and proposals received
	Back     int    `json:"back"`     // opinions and proposals whose answer was told back
}

// TwoWay is what came up and was told back at one place, or with one officer.
type TwoWay struct {
	Key  string
	Up   int
	Back int
}

// TwoWayCount counts opinions and proposals for the ledger; the room that keeps them provides it, because it stands above
// this one. by is ByUnit, with the places where they were raised as keys, or ByOfficer. within is a JSON list of units,
// "" = everywhere. The total counts each of them once.
type TwoWayCount func(tx *store.Tx, by By, span dates.Span, within string) (rows []TwoWay, total TwoWay, err error)

// LedgerList is the answer to a LedgerFilter.
type LedgerList struct {
	Items []LedgerRow `json:"items"`
	Total LedgerRow   `json:"total"`
}

// SilentFilter chooses officers who attended.
type SilentFilter struct {
	Span    dates.Span `json:"span"`
	UnderID string     `json:"underId"`
}

// SilentRow is domain story 23: numbers with denominators, no adjectives. Shown to the restricted roles only.
type SilentRow struct {
	OfficerID string `json:"officerId"`
	Name      string `json:"name"`
	Post      string `json:"post"`
	Spoke     int    `json:"spoke"`    // meetings with at least one contribution of the officer
	Attended  int    `json:"attended"` // meetings attended
}

// SilentList is the answer to a SilentFilter.
type SilentList struct {
	Items []SilentRow `json:"items"`
	Total int         `json:"total"`
}

// LeadFilter chooses meetings whose papers matter.
type LeadFilter struct {
	Span    dates.Span `json:"span"`
	UnderID string     `json:"underId"`
	Kind    Kind       `json:"kind"`
}

// LeadRow is the time between papers and meeting of one unit.
type LeadRow struct {
	UnitID      string `json:"unitId"`
	Label       string `json:"label"`
	Meetings    int    `json:"meetings"`    // held
	Sent        int    `json:"sent"`        // with a day on which papers were sent
	NotRecorded int    `json:"notRecorded"` // "chưa ghi"
	Shortest    int    `json:"shortest"`    // days before the meeting; only meaningful when Sent > 0
	Longest     int    `json:"longest"`
	TotalDays   int    `json:"totalDays"` // sum over Sent, for the mean
	Late        int    `json:"late"`      // sent later than a rule of the day asks
}

// LeadList is the answer to a LeadFilter.
type LeadList struct {
	Items []LeadRow `json:"items"`
	Total LeadRow   `json:"total"`
}
