package matters

import (
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/store"
)

// State is where a matter stands.
type State string

const (
	Recorded   State = "RECORDED"
	OnSpot     State = "ANSWERED_ON_SPOT"
	InHand     State = "IN_HAND"
	Referred   State = "REFERRED"
	Replied    State = "REPLIED"
	Conveyed   State = "CONVEYED"
	Closed     State = "CLOSED"
	Merged     State = "MERGED_INTO"
	OutOfScope State = "OUT_OF_SCOPE"
	Reopened   State = "REOPENED"
)

// Event is what somebody did with a matter.
type Event string

const (
	EventRecord       Event = "RECORD"
	EventEdit         Event = "EDIT"
	EventSplit        Event = "SPLIT"
	EventAnswerOnSpot Event = "ANSWER_ON_SPOT"
	EventTakeInHand   Event = "TAKE_IN_HAND"
	EventRefer        Event = "REFER"
	EventAcknowledge  Event = "ACKNOWLEDGE"
	EventNotice       Event = "NOTICE" // the notice within ten working days that it is accepted or passed on
	EventChase        Event = "CHASE"
	EventReply        Event = "REPLY"
	EventVagueReply   Event = "VAGUE_REPLY"
	EventReturnReply  Event = "RETURN_REPLY"
	EventPause        Event = "PAUSE"
	EventResume       Event = "RESUME"
	EventConvey       Event = "CONVEY"
	EventFollowUp     Event = "FOLLOW_UP"
	EventClose        Event = "CLOSE"
	EventRecheck      Event = "RECHECK" // what is settled is looked at again at the place
	EventReopen       Event = "REOPEN"
	EventMerge        Event = "MERGE"
	EventUnmerge      Event = "UNMERGE"
	EventLeaveScope   Event = "LEAVE_SCOPE"
	EventUndo         Event = "UNDO" // in no row of the table: every state has a last step that can be taken back
)

// stateBeforeMerge stands in the table for the state a matter had before it was merged.
const stateBeforeMerge State = "BEFORE"

// transition is one cell of the table: the next state, and the conditions under which the event may happen.
type transition struct {
	to         State
	conditions []condition
}

// lifecycle is the one table of which event may happen in which state, and which state follows. A pair that is not in it is
// refused; nothing else in the program decides about states.
var lifecycle = map[State]map[Event]transition{
	"": {EventRecord: {to: Recorded}},
	Recorded: {
		EventEdit: {to: Recorded}, EventSplit: {to: Recorded}, EventNotice: {Recorded, whenNotNoticed},
		EventAnswerOnSpot: {OnSpot, withExplainer}, EventTakeInHand: {to: InHand}, EventRefer: {Referred, withLetter},
		EventMerge: {Merged, withMergeTarget}, EventLeaveScope: {OutOfScope, withReason},
	},
	Reopened: {
		EventEdit: {to: Reopened}, EventNotice: {Reopened, whenNotNoticed},
		EventAnswerOnSpot: {OnSpot, withExplainer}, EventTakeInHand: {to: InHand}, EventRefer: {Referred, withLetter},
		EventMerge: {Merged, withMergeTarget}, EventLeaveScope: {OutOfScope, withReason},
	},
	OnSpot: {
		EventEdit:   {to: OnSpot},
		EventNotice: {OnSpot, whenNotNoticed},
		EventConvey: {
			Conveyed,
			withConveyance,
		},
		EventClose:   {to: Closed},
		EventRecheck: {OnSpot, whenSettled},
		EventReopen:  {Reopened, withReason},
	},
	InHand: {
		EventEdit: {to: InHand}, EventNotice: {InHand, whenNotNoticed},
		EventRefer: {Referred, withLetter}, EventReply: {Replied, withOutcome},
		EventMerge: {Merged, withMergeTarget}, EventLeaveScope: {OutOfScope, withReason},
	},
	Referred: {
		EventEdit: {to: Referred}, EventNotice: {Referred, whenNotNoticed},
		EventAcknowledge: {Referred, whenNotAcknowledged}, EventChase: {Referred, withPaperNumber},
		EventReply: {Replied, withFinalReply}, EventVagueReply: {Referred, withFirstVagueReply},
		EventReturnReply: {Referred, whenVagueReplyWaits},
		EventPause:       {Referred, whenClockRuns}, EventResume: {Referred, whenPaused}, EventRefer: {Referred, withLetter},
		EventMerge: {Merged, withMergeTarget}, EventLeaveScope: {OutOfScope, withReason},
	},
	Replied: {
		EventEdit: {to: Replied}, EventNotice: {Replied, whenNotNoticed}, EventFollowUp: {Replied, whenPromised},
		EventRefer: {Referred, whenAnsweredElsewhere}, EventConvey: {Conveyed, withConveyance}, EventClose: {Closed, withNoPlaceReason},
	},
	Conveyed: {
		EventEdit:     {to: Conveyed},
		EventFollowUp: {Conveyed, whenPromised},
		EventConvey: {
			Conveyed,
			withConveyance,
		},
		EventClose:   {Closed, whenPlaceDoesNotObject},
		EventRecheck: {Conveyed, whenSettled},
		EventReopen:  {Reopened, withReason},
	},
	Closed: {
		EventEdit: {
			to: Closed,
		},
		EventFollowUp: {Closed, whenPromised},
		EventRecheck:  {Closed, whenSettled},
		EventReopen:   {Reopened, withReason},
	},
	Merged:     {EventUnmerge: {to: stateBeforeMerge}},
	OutOfScope: {EventEdit: {to: OutOfScope}, EventReopen: {Reopened, withReason}},
}

// States lists every state in the order lists show them.
func States() []State {
	out := make([]State, len(words.states))
	for i, w := range words.states {
		out[i] = State(w.Code)
	}
	return out
}

// Events lists every event in the order lists show them.
func Events() []Event {
	out := make([]Event, len(words.events))
	for i, w := range words.events {
		out[i] = Event(w.Code)
	}
	return out
}

// allowedEvents lists what a person may do next, in the order of the words.
func allowedEvents(s State) []Event {
	out := []Event{}
	for _, e := range Events() {
		if _, ok := lifecycle[s][e]; ok && e != EventVagueReply {
			out = append(out, e)
		}
	}
	return out
}

// refusalText says why an event cannot follow and what can.
func refusalText(m *Matter, e Event) string {
	var can []string
	for _, next := range allowedEvents(m.State) {
		can = append(can, store.LowerFirst(next.Word()))
	}
	return fmt.Sprintf(
		"Kiến nghị số %s đang ở tình trạng “%s” nên chưa “%s” được. Lúc này có thể: %s.",
		m.No(),
		m.State.Word(),
		store.LowerFirst(e.Word()),
		strings.Join(can, "; "),
	)
}

// openStates are the states in which somebody still has to do something; only in these does a clock run.
var openStates = []State{Recorded, Reopened, InHand, Referred, Replied}

// open tells whether somebody still has to do something.
func (s State) open() bool {
	return slices.Contains(openStates, s)
}
