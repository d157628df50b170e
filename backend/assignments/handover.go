package assignments

import (
	"caunoi/backend/dates"
	"caunoi/backend/officers"
)

// Handover is one officer's leaving as it was carried out ("bàn giao").
type Handover struct {
	ID          string     `gorm:"column:id;primaryKey"`
	OfficerID   string     `gorm:"column:officer_id"`
	On          dates.Date `gorm:"column:handed_on"` // first day no longer in charge
	Reason      EndReason  `gorm:"column:reason"`
	Note        string     `gorm:"column:note"`
	DecisionID  string     `gorm:"column:decision_id"`
	DecisionWas string     `gorm:"column:decision_was"`
	SeatsBefore []Member   `gorm:"column:seats_before;serializer:json"`
	SeatsAfter  []Member   `gorm:"column:seats_after;serializer:json"`
	CreatedAt   string     `gorm:"column:created_at"`
	CreatedBy   string     `gorm:"column:created_by"`
	UndoneAt    string     `gorm:"column:undone_at"`
}

// TableName names the table for GORM.
func (Handover) TableName() string { return "handover" }

// handoverRow is one place or seat of a handover.
type handoverRow struct {
	HandoverID   string `gorm:"column:handover_id;primaryKey"`
	Row          int    `gorm:"column:row;primaryKey"`
	AssignmentID string `gorm:"column:assignment_id"`
	TeamID       string `gorm:"column:team_id"`
	KindID       string `gorm:"column:kind_id"`
	TargetID     string `gorm:"column:target_id"`
	SuccessorID  string `gorm:"column:successor_id"`
	FreshID      string `gorm:"column:fresh_id"`
	NothingOpen  bool   `gorm:"column:nothing_open"`
}

// TableName names the table for GORM.
func (handoverRow) TableName() string { return "handover_line" }

// HandoverPlan is everything one officer has on the day of leaving: what the wizard shows before anything is written.
type HandoverPlan struct {
	Officer  officers.Ref     `json:"officer"`
	On       dates.Date       `json:"on"`    // first day no longer in charge
	Lines    []HandoverLine   `json:"lines"` // in the order of the register
	Seats    []HandoverSeat   `json:"seats"`
	Totals   []HandoverTotal  `json:"totals"`   // what is open, by kind, over all lines
	Reasons  []Choice         `json:"reasons"`  // of ending
	Drafts   []DecisionRow    `json:"drafts"`   // decisions not issued yet that can carry the change
	Decision HandoverDecision `json:"decision"` // proposed head of a new decision: symbol and issuer as last used
	Blocks   []string         `json:"blocks"`   // sentences about what has to be settled first; none = can be applied
	Notices  []string         `json:"notices"`
}

// HandoverLine is one assignment that has to go to somebody.
type HandoverLine struct {
	AssignmentID   string         `json:"assignmentId"`
	KindID         string         `json:"kindId"`
	KindName       string         `json:"kindName"`
	TargetID       string         `json:"targetId"`
	TargetLabel    string         `json:"targetLabel"`
	Primary        bool           `json:"primary"`
	ValidFrom      dates.Date     `json:"validFrom"`
	DecisionNumber string         `json:"decisionNumber"`
	Duty           string         `json:"duty"`
	Required       bool           `json:"required"`    // without a successor the place is vacant
	Items          []OpenItem     `json:"items"`       // everything open at the place
	Binding        string         `json:"binding"`     // "2 kiến nghị chưa xong": needs a successor or a confirmation; "" = none
	Suggestions    []officers.Ref `json:"suggestions"` // at most 3: already at the place, or beside it
}

// HandoverSeat is the officer's seat in a team.
type HandoverSeat struct {
	TeamID   string         `json:"teamId"`
	TeamName string         `json:"teamName"`
	Lead     bool           `json:"lead"`    // somebody has to lead after; a member or the successor
	Members  []officers.Ref `json:"members"` // the others on the day
	Targets  []string       `json:"targets"` // labels of the team's places
}

// HandoverTotal counts one kind of open item.
type HandoverTotal struct {
	Code    string `json:"code"`
	Word    string `json:"word"`
	Count   int    `json:"count"`
	Binding bool   `json:"binding"`
}

// HandoverDecision is the paper by which the successors begin.
type HandoverDecision struct {
	ID      string     `json:"id"` // a draft that also carries these lines; "" = a new decision
	Number  string     `json:"number"`
	Symbol  string     `json:"symbol"`
	DocDate dates.Date `json:"docDate"`
	Issuer  string     `json:"issuer"`
	Subject string     `json:"subject"` // "" = proposed
}

// HandoverIn is a handover as it was filled in.
type HandoverIn struct {
	OfficerID   string           `json:"officerId"`
	On          dates.Date       `json:"on"`
	Reason      EndReason        `json:"reason"`
	Note        string           `json:"note"`        // the ground of leaving; needed when no decision is given
	SuccessorID string           `json:"successorId"` // for every line and seat that names nobody itself
	Decision    HandoverDecision `json:"decision"`    // may stay empty when every place stays vacant
	Lines       []HandoverLineIn `json:"lines"`       // only what differs from "to SuccessorID"
	Seats       []HandoverSeatIn `json:"seats"`
	GuardReason string           `json:"guardReason"` // why marked words are kept, see guard.Reasons
	Accepted    []string         `json:"accepted"`    // what a person was asked and accepted, see fault.Ask
}

// HandoverLineIn says what becomes of one assignment.
type HandoverLineIn struct {
	AssignmentID string `json:"assignmentId"`
	SuccessorID  string `json:"successorId"`
	Vacant       bool   `json:"vacant"`      // nobody yet
	Keep         bool   `json:"keep"`        // stays with the officer
	NothingOpen  bool   `json:"nothingOpen"` // "không có việc tồn cần bàn giao" confirmed
}

// HandoverSeatIn says what becomes of one seat in a team.
type HandoverSeatIn struct {
	TeamID      string `json:"teamId"`
	SuccessorID string `json:"successorId"` // takes the seat; may be a member already, who then leads
	Vacant      bool   `json:"vacant"`      // the team goes on without the seat
	Keep        bool   `json:"keep"`
}

// HandoverDone is a handover that was carried out.
type HandoverDone struct {
	ID             string         `json:"id"`
	Officer        officers.Ref   `json:"officer"`
	On             dates.Date     `json:"on"`
	Reason         EndReason      `json:"reason"`
	ReasonWord     string         `json:"reasonWord"`
	Note           string         `json:"note"`
	DecisionID     string         `json:"decisionId"`
	DecisionNumber string         `json:"decisionNumber"`
	DecisionDate   dates.Date     `json:"decisionDate"`
	Lines          []HandoverGone `json:"lines"`
	Vacant         int            `json:"vacant"` // places without a successor
	Undone         bool           `json:"undone"`
	CreatedAt      string         `json:"createdAt"`
}

// HandoverGone is one place or seat with who has it now.
type HandoverGone struct {
	AssignmentID string       `json:"assignmentId"` // that ended; "" for a seat
	FreshID      string       `json:"freshId"`      // that began
	KindName     string       `json:"kindName"`
	TeamID       string       `json:"teamId"`
	TeamName     string       `json:"teamName"`
	TargetID     string       `json:"targetId"`
	TargetLabel  string       `json:"targetLabel"`
	Successor    officers.Ref `json:"successor"` // empty = vacant
	NothingOpen  bool         `json:"nothingOpen"`
	Items        []OpenItem   `json:"items"` // open at the place at the moment of reading
}

// HandoverFilter chooses handovers, newest first; what is empty does not narrow.
type HandoverFilter struct {
	OfficerID string `json:"officerId"` // who left or took over
	Undone    bool   `json:"undone"`    // also those taken back
	Limit     int    `json:"limit"`     // 0 = 50
}

// HandoverPage is a part of the list with the size of the whole.
type HandoverPage struct {
	Items []HandoverDone `json:"items"`
	Total int            `json:"total"`
}
