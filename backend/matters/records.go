// Package matters is the closed loop: opinions and proposals of a place, from where they were raised to the body that
// answers and back to a named meeting of that place. It knows the matter and the place; there is no field, column or
// search by which a person of the place could be found.
package matters

import (
	"fmt"
	"strings"

	"caunoi/backend/dates"
)

// Matter is one opinion or proposal. Everything from State on follows from its steps, see derive.
type Matter struct {
	ID          string     `gorm:"column:id;primaryKey" json:"id"`
	Year        int        `gorm:"column:year" json:"year"`
	Number      int        `gorm:"column:number" json:"number"` // in the register of the year
	RaisedOn    dates.Date `gorm:"column:raised_on" json:"raisedOn"`
	ReceivedOn  dates.Date `gorm:"column:received_on" json:"receivedOn"` // the clocks start here
	PlaceID     string     `gorm:"column:place_id" json:"placeId"`
	MeetingID   string     `gorm:"column:meeting_id" json:"meetingId"`
	ReceptionID string     `gorm:"column:reception_id" json:"receptionId"`
	StatementID string     `gorm:"column:statement_id" json:"statementId"` // parts of one statement share it
	Origin      Origin     `gorm:"column:origin" json:"origin"`
	Kind        Kind       `gorm:"column:kind" json:"kind"`
	FieldCode   string     `gorm:"column:field_code" json:"fieldCode"`
	CriterionID string     `gorm:"column:criterion_id" json:"criterionId"`
	Summary     string     `gorm:"column:summary" json:"summary"`
	Proposal    string     `gorm:"column:proposal" json:"proposal"`
	Voices      int        `gorm:"column:voices" json:"voices"`         // similar opinions, this one included
	Households  string     `gorm:"column:households" json:"households"` // a band: "1", "2-5", "6-20", ">20", "" = not known
	Urgent      bool       `gorm:"column:urgent" json:"urgent"`
	ExternalRef string     `gorm:"column:external_ref" json:"externalRef"` // number in another register
	GuardReason string     `gorm:"column:guard_reason" json:"guardReason"` // why flagged text was saved
	CreatedAt   string     `gorm:"column:created_at" json:"createdAt"`

	State          State      `gorm:"column:state" json:"state"`
	CycleOn        dates.Date `gorm:"column:cycle_on" json:"cycleOn"`     // ReceivedOn, or when last reopened
	HandledOn      dates.Date `gorm:"column:handled_on" json:"handledOn"` // end of the handling clock
	NoticeBy       dates.Date `gorm:"column:notice_by" json:"noticeBy"`   // last day of the notice clock
	NoticeDue      dates.Date `gorm:"column:notice_due" json:"noticeDue"` // NoticeBy while the notice clock runs
	NoticedOn      dates.Date `gorm:"column:noticed_on" json:"noticedOn"`
	BodyID         string     `gorm:"column:body_id" json:"bodyId"` // where it is, or who answered last
	ReferredOn     dates.Date `gorm:"column:referred_on" json:"referredOn"`
	ReferDoc       string     `gorm:"column:refer_doc" json:"referDoc"` // "215-CV/HU, ngày 30/9/2026"
	ReplyDue       dates.Date `gorm:"column:reply_due" json:"replyDue"` // with pauses; "" = chưa ấn định
	AcknowledgedOn dates.Date `gorm:"column:acknowledged_on" json:"acknowledgedOn"`
	PausedSince    dates.Date `gorm:"column:paused_since" json:"pausedSince"`
	Hops           int        `gorm:"column:hops" json:"hops"`         // how often it was passed on
	Vague          bool       `gorm:"column:vague" json:"vague"`       // a vague reply waits to be sent back
	Returned       int        `gorm:"column:returned" json:"returned"` // replies sent back
	RepliedOn      dates.Date `gorm:"column:replied_on" json:"repliedOn"`
	Outcome        Outcome    `gorm:"column:outcome" json:"outcome"`
	PromisedOn     dates.Date `gorm:"column:promised_on" json:"promisedOn"` // a promise still to be kept
	ConveyedOn     dates.Date `gorm:"column:conveyed_on" json:"conveyedOn"`
	ClosedOn       dates.Date `gorm:"column:closed_on" json:"closedOn"`
	FirstClosedOn  dates.Date `gorm:"column:first_closed_on" json:"firstClosedOn"`
	ReopenCount    int        `gorm:"column:reopened" json:"reopened"`
	MergedInto     string     `gorm:"column:merged_into" json:"mergedInto"`
	TotalVoices    int        `gorm:"column:total_voices" json:"totalVoices"` // with those of merged matters
	Due            dates.Date `gorm:"column:due" json:"due"`                  // end of the clock that runs now
	LateLegs       string     `gorm:"column:late_legs" json:"lateLegs"`       // clocks that had run out when their leg ended: "C1 C3"
	Refusal        string     `gorm:"column:refusal" json:"refusal"`          // why it was refused, a code of words.refusals
	RecheckDue     dates.Date `gorm:"column:recheck_due" json:"recheckDue"`   // last day to look again at what is settled
	NoEffect       int        `gorm:"column:no_effect" json:"noEffect"`       // looks that found nothing changed
	RecheckedOn    dates.Date `gorm:"column:rechecked_on" json:"recheckedOn"` // when that was done
}

// TableName names the table for GORM.
func (Matter) TableName() string { return "matter" }

// No is the number in the register as people say it: "128/2026".
func (m *Matter) No() string { return fmt.Sprintf("%d/%d", m.Number, m.Year) }

// Step is one thing that happened. Steps are only added; Undoes is the id of an earlier step that no longer counts. The
// only thing of a step that may change is a day that follows from a rule, see Recompute.
type Step struct {
	ID         string       `gorm:"column:id;primaryKey" json:"id"`
	MatterID   string       `gorm:"column:matter_id" json:"matterId"`
	Seq        int          `gorm:"column:seq" json:"seq"`
	Event      Event        `gorm:"column:event" json:"event"`
	Day        dates.Date   `gorm:"column:day" json:"day"` // when it happened, not when it was typed
	FromState  State        `gorm:"column:from_state" json:"fromState"`
	ToState    State        `gorm:"column:to_state" json:"toState"`
	LetterID   string       `gorm:"column:letter_id" json:"letterId"`
	BodyID     string       `gorm:"column:body_id" json:"bodyId"`
	DocNumber  string       `gorm:"column:doc_number" json:"docNumber"`
	DocDate    dates.Date   `gorm:"column:doc_date" json:"docDate"`
	DueOn      dates.Date   `gorm:"column:due_on" json:"dueOn"`
	DueByRule  bool         `gorm:"column:due_by_rule" json:"dueByRule"` // DueOn follows from the rule of the reply clock, not from a paper
	Outcome    Outcome      `gorm:"column:outcome" json:"outcome"`
	Specific   bool         `gorm:"column:specific" json:"specific"`
	PromisedOn dates.Date   `gorm:"column:promised_on" json:"promisedOn"`
	How        ConveyMethod `gorm:"column:how" json:"how"`
	MeetingID  string       `gorm:"column:meeting_id" json:"meetingId"`
	UnitID     string       `gorm:"column:unit_id" json:"unitId"`
	OfficerID  string       `gorm:"column:officer_id" json:"officerId"` // who explained or told back
	Reaction   Reaction     `gorm:"column:reaction" json:"reaction"`
	OtherID    string       `gorm:"column:other_id" json:"otherId"`
	Reason     string       `gorm:"column:reason" json:"reason"`
	Text       string       `gorm:"column:text" json:"text"`
	Undoes     string       `gorm:"column:undoes" json:"undoes"`
	At         string       `gorm:"column:at" json:"at"` // when it was typed, RFC 3339 UTC
	UserName   string       `gorm:"column:user_name" json:"userName"`
}

// TableName names the table for GORM.
func (Step) TableName() string { return "matter_step" }

// Letter is one paper to one body that carries one or many matters.
type Letter struct {
	ID        string     `gorm:"column:id;primaryKey" json:"id"`
	BodyID    string     `gorm:"column:body_id" json:"bodyId"`
	Number    string     `gorm:"column:number" json:"number"` // "215-CV/HU"
	DocDate   dates.Date `gorm:"column:doc_date" json:"docDate"`
	Basis     string     `gorm:"column:basis" json:"basis"`
	CreatedAt string     `gorm:"column:created_at" json:"createdAt"`
}

// TableName names the table for GORM.
func (Letter) TableName() string { return "letter" }

// Link joins two matters. An ended link stays.
type Link struct {
	ID        string `gorm:"column:id;primaryKey" json:"id"`
	FromID    string `gorm:"column:from_id" json:"fromId"`
	ToID      string `gorm:"column:to_id" json:"toId"`
	Kind      string `gorm:"column:kind" json:"kind"`
	CreatedAt string `gorm:"column:created_at" json:"createdAt"`
	EndedAt   string `gorm:"column:ended_at" json:"endedAt"`
}

// TableName names the table for GORM.
func (Link) TableName() string { return "matter_link" }

// other is the matter at the other end of the link.
func (l Link) other(id string) string {
	if l.ToID == id {
		return l.FromID
	}
	return l.ToID
}

// Kinds of links.
const (
	DuplicateOf = "DUPLICATE_OF"
	Related     = "RELATED"
)

// searchText is what the search index is built from.
type searchText struct {
	MatterID string `gorm:"column:matter_id"`
	Marked   string `gorm:"column:marked"`
	Fold     string `gorm:"column:fold"`
}

func (searchText) TableName() string { return "matter_text" }

// docText writes a paper as registers do: "215-CV/HU, ngày 30/9/2026".
func docText(number string, day dates.Date) string {
	if day == dates.None {
		return number
	}
	return strings.TrimPrefix(number+", ngày "+day.ShowInPaper(), ", ")
}
