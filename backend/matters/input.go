package matters

import "caunoi/backend/dates"

// RecordInput is one statement as somebody made it at a place; its items are the matters in it.
type RecordInput struct {
	RaisedOn    dates.Date  `json:"raisedOn"`
	ReceivedOn  dates.Date  `json:"receivedOn"` // "" = RaisedOn
	PlaceID     string      `json:"placeId"`    // a unit, as exact as known, but never a household
	MeetingID   string      `json:"meetingId"`
	ReceptionID string      `json:"receptionId"`
	Origin      Origin      `json:"origin"`
	ExternalRef string      `json:"externalRef"` // number in another register; no text
	Items       []ItemInput `json:"items"`
	Accepted    []string    `json:"accepted"` // what a person was asked and accepted, see fault.Ask
}

// ItemInput is one matter of a statement.
type ItemInput struct {
	Kind        Kind          `json:"kind"`
	FieldCode   string        `json:"fieldCode"`
	CriterionID string        `json:"criterionId"` // of the set valid on RaisedOn
	Summary     string        `json:"summary"`
	Proposal    string        `json:"proposal"`
	Voices      int           `json:"voices"` // 0 = 1
	Households  string        `json:"households"`
	Urgent      bool          `json:"urgent"`
	GuardReason string        `json:"guardReason"` // code: why text that looks like a person's data is saved all the same
	OnSpot      OnSpotAnswer  `json:"onSpot"`      // filled when it was answered there and then
	ReferTo     ReferTogether `json:"referTo"`     // filled when it is passed on at once
}

// OnSpotAnswer says who explained, with what result; without an officer there is none.
type OnSpotAnswer struct {
	OfficerID string  `json:"officerId"`
	Outcome   Outcome `json:"outcome"` // "" = giải trình
	Text      string  `json:"text"`
}

// ReferTogether is a referral made with the record; without a body there is none.
type ReferTogether struct {
	BodyID    string     `json:"bodyId"`
	Day       dates.Date `json:"day"`
	DocNumber string     `json:"docNumber"`
	DueOn     dates.Date `json:"dueOn"`
}

// EditInput corrects what was recorded. Earlier texts are not kept: they may be what had to go.
type EditInput struct {
	ID          string     `json:"id"`
	RaisedOn    dates.Date `json:"raisedOn"`
	ReceivedOn  dates.Date `json:"receivedOn"`
	PlaceID     string     `json:"placeId"`
	MeetingID   string     `json:"meetingId"`
	ReceptionID string     `json:"receptionId"`
	Origin      Origin     `json:"origin"`
	ExternalRef string     `json:"externalRef"`
	Item        ItemInput  `json:"item"`
}

// SplitInput makes several matters of one that turns out to hold several. The first part stays under its number.
type SplitInput struct {
	ID    string      `json:"id"`
	Parts []ItemInput `json:"parts"`
}

// OnSpotInput answers matters where they were raised.
type OnSpotInput struct {
	MatterIDs   []string   `json:"matterIds"`
	Day         dates.Date `json:"day"`
	OfficerID   string     `json:"officerId"` // who explained
	Outcome     Outcome    `json:"outcome"`
	Text        string     `json:"text"`
	GuardReason string     `json:"guardReason"`
}

// TakeInHandInput takes matters in hand: the office answers itself.
type TakeInHandInput struct {
	MatterIDs []string   `json:"matterIds"`
	Day       dates.Date `json:"day"`
	DueOn     dates.Date `json:"dueOn"` // "" = by the rule of the reply clock
}

// ReferInput is one letter that passes many matters on; each keeps its own clock.
type ReferInput struct {
	MatterIDs []string   `json:"matterIds"`
	BodyID    string     `json:"bodyId"`
	Day       dates.Date `json:"day"` // sent on; also the letter's date unless DocDate is given
	DocNumber string     `json:"docNumber"`
	DocDate   dates.Date `json:"docDate"`
	DueOn     dates.Date `json:"dueOn"` // "" = by the rule of the reply clock
	NoDue     bool       `json:"noDue"` // the letter asks for no day: "chưa ấn định"
	Basis     string     `json:"basis"`
	Accepted  []string   `json:"accepted"` // what a person was asked and accepted, see fault.Ask
}

// DocInput is an event with a paper: notice, acknowledgement, chaser, returned reply.
type DocInput struct {
	MatterIDs   []string   `json:"matterIds"`
	Day         dates.Date `json:"day"`
	DocNumber   string     `json:"docNumber"`
	DocDate     dates.Date `json:"docDate"`
	Text        string     `json:"text"`
	GuardReason string     `json:"guardReason"`
	Accepted    []string   `json:"accepted"` // what a person was asked and accepted, see fault.Ask
}

// ReplyInput is what a body (or, for matters in hand, the office) answered.
type ReplyInput struct {
	MatterIDs   []string   `json:"matterIds"`
	Day         dates.Date `json:"day"`
	DocNumber   string     `json:"docNumber"`
	DocDate     dates.Date `json:"docDate"`
	Outcome     Outcome    `json:"outcome"`
	Specific    bool       `json:"specific"`
	Vagueness   string     `json:"vagueness"`  // why it is not specific
	PromisedOn  dates.Date `json:"promisedOn"` // with outcomes that promise a day
	Refusal     string     `json:"refusal"`    // why, with the outcome Refused
	Text        string     `json:"text"`
	GuardReason string     `json:"guardReason"`
}

// ConveyInput tells an answer back to the place.
type ConveyInput struct {
	MatterIDs   []string     `json:"matterIds"`
	Day         dates.Date   `json:"day"`
	How         ConveyMethod `json:"how"`
	MeetingID   string       `json:"meetingId"` // with MEETING, when it is in the log
	UnitID      string       `json:"unitId"`    // "" = the matter's place
	OfficerID   string       `json:"officerId"` // by whom
	DocNumber   string       `json:"docNumber"` // with a notice or a letter
	Reaction    Reaction     `json:"reaction"`  // STILL_OBJECTS reopens the matter
	Text        string       `json:"text"`
	GuardReason string       `json:"guardReason"`
	Accepted    []string     `json:"accepted"` // what a person was asked and accepted, see fault.Ask
}

// RecheckInput says what the place sees of matters that were settled.
type RecheckInput struct {
	MatterIDs   []string   `json:"matterIds"`
	Day         dates.Date `json:"day"`
	Result      string     `json:"result"`    // Changed or NotChanged; the latter reopens the matter
	MeetingID   string     `json:"meetingId"` // "" = not at a meeting of the log
	OfficerID   string     `json:"officerId"` // who looked, "" = not noted
	Text        string     `json:"text"`
	GuardReason string     `json:"guardReason"`
}

// FollowUpInput says what became of a promised day.
type FollowUpInput struct {
	MatterID    string     `json:"matterId"`
	Day         dates.Date `json:"day"`
	Kept        bool       `json:"kept"`
	PromisedOn  dates.Date `json:"promisedOn"` // the next promise when it was not kept
	Text        string     `json:"text"`
	GuardReason string     `json:"guardReason"`
}

// DayInput is an event that needs a day only, with a note where one helps.
type DayInput struct {
	MatterIDs   []string   `json:"matterIds"`
	Day         dates.Date `json:"day"`
	Text        string     `json:"text"`
	GuardReason string     `json:"guardReason"`
}

// ReasonInput is an event that needs a reason code: closing without telling back, reopening, leaving the scope.
type ReasonInput struct {
	MatterIDs   []string   `json:"matterIds"`
	Day         dates.Date `json:"day"`
	Reason      string     `json:"reason"`
	Text        string     `json:"text"`
	GuardReason string     `json:"guardReason"`
}

// MergeInput joins duplicates into one matter; voices are summed.
type MergeInput struct {
	IntoID    string     `json:"intoId"`
	MatterIDs []string   `json:"matterIds"`
	Day       dates.Date `json:"day"`
}

// UndoInput takes the last step of a matter back, as a further step.
type UndoInput struct {
	MatterID string `json:"matterId"`
	Reason   string `json:"reason"`
}
