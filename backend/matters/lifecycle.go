package matters

import (
	"fmt"
	"slices"
	"strings"
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
	EventReopen       Event = "REOPEN"
	EventMerge        Event = "MERGE"
	EventUnmerge      Event = "UNMERGE"
	EventLeaveScope   Event = "LEAVE_SCOPE"
	EventUndo         Event = "UNDO" // in no row of the table: every state has a last step that can be taken back
)

// before stands in the table for "the state before the merge".
const before State = "BEFORE"

// move is one cell of the table: what the state becomes, and what must be true besides.
type move struct {
	to     State
	guards []guardRule
}

// lifecycle is the one table of what may follow what (the life of a matter in the domain's paper on states). A pair that
// is not in it is refused; nothing else in the program decides about states.
var lifecycle = map[State]map[Event]move{
	"": {EventRecord: {to: Recorded}},
	Recorded: {
		EventEdit: {to: Recorded}, EventSplit: {to: Recorded}, EventNotice: {Recorded, notice},
		EventAnswerOnSpot: {OnSpot, whoExplained}, EventTakeInHand: {to: InHand}, EventRefer: {Referred, letterGiven},
		EventMerge: {Merged, otherGiven}, EventLeaveScope: {OutOfScope, reasonGiven},
	},
	Reopened: {
		EventEdit: {to: Reopened}, EventNotice: {Reopened, notice},
		EventAnswerOnSpot: {OnSpot, whoExplained}, EventTakeInHand: {to: InHand}, EventRefer: {Referred, letterGiven},
		EventMerge: {Merged, otherGiven}, EventLeaveScope: {OutOfScope, reasonGiven},
	},
	OnSpot: {
		EventEdit: {to: OnSpot}, EventNotice: {OnSpot, notice},
		EventConvey: {Conveyed, toldBack}, EventClose: {to: Closed}, EventReopen: {Reopened, reasonGiven},
	},
	InHand: {
		EventEdit: {to: InHand}, EventNotice: {InHand, notice},
		EventRefer: {Referred, letterGiven}, EventReply: {Replied, answer},
		EventMerge: {Merged, otherGiven}, EventLeaveScope: {OutOfScope, reasonGiven},
	},
	Referred: {
		EventEdit: {to: Referred}, EventNotice: {Referred, notice}, EventAcknowledge: {Referred, acknowledgement}, EventChase: {Referred, chasing},
		EventReply: {Replied, finalAnswer}, EventVagueReply: {Referred, firstVague}, EventReturnReply: {Referred, sentBackOnce},
		EventPause: {Referred, pausing}, EventResume: {Referred, resuming}, EventRefer: {Referred, letterGiven},
		EventMerge: {Merged, otherGiven}, EventLeaveScope: {OutOfScope, reasonGiven},
	},
	Replied: {
		EventEdit: {to: Replied}, EventNotice: {Replied, notice}, EventFollowUp: {Replied, promiseOpen},
		EventRefer: {Referred, sentElsewhere}, EventConvey: {Conveyed, toldBack}, EventClose: {Closed, noPlaceToTell},
	},
	Conveyed: {
		EventEdit: {to: Conveyed}, EventFollowUp: {Conveyed, promiseOpen},
		EventConvey: {Conveyed, toldBack}, EventClose: {Closed, answeredAndTold}, EventReopen: {Reopened, reasonGiven},
	},
	Closed: {
		EventEdit: {to: Closed}, EventFollowUp: {Closed, promiseOpen}, EventReopen: {Reopened, reasonGiven},
	},
	Merged:     {EventUnmerge: {to: before}},
	OutOfScope: {EventEdit: {to: OutOfScope}, EventReopen: {Reopened, reasonGiven}},
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

// allowed lists what a person may do next, in the order of the words.
func allowed(s State) []Event {
	out := []Event{}
	for _, e := range Events() {
		if _, ok := lifecycle[s][e]; ok && e != EventVagueReply {
			out = append(out, e)
		}
	}
	return out
}

// refusal says why an event cannot follow and what can.
func refusal(m *Matter, e Event) string {
	var can []string
	for _, next := range allowed(m.State) {
		can = append(can, lowerFirst(next.Word()))
	}
	return fmt.Sprintf(
		"Kiến nghị số %s đang ở tình trạng “%s” nên chưa “%s” được. Lúc này có thể: %s.",
		m.No(),
		m.State.Word(),
		lowerFirst(e.Word()),
		strings.Join(can, "; "),
	)
}

// openStates are the states in which somebody still has to do something; only in these does a clock run.
var openStates = []State{Recorded, Reopened, InHand, Referred, Replied}

// open tells whether somebody still has to do something.
func (s State) open() bool {
	return slices.Contains(openStates, s)
}
