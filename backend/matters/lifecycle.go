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
	Record       Event = "RECORD"
	Edit         Event = "EDIT"
	Split        Event = "SPLIT"
	AnswerOnSpot Event = "ANSWER_ON_SPOT"
	TakeInHand   Event = "TAKE_IN_HAND"
	Refer        Event = "REFER"
	Acknowledge  Event = "ACKNOWLEDGE"
	Notice       Event = "NOTICE" // the notice within ten working days that it is accepted or passed on
	Chase        Event = "CHASE"
	Reply        Event = "REPLY"
	VagueReply   Event = "VAGUE_REPLY"
	ReturnReply  Event = "RETURN_REPLY"
	Pause        Event = "PAUSE"
	Resume       Event = "RESUME"
	Convey       Event = "CONVEY"
	FollowUp     Event = "FOLLOW_UP"
	Close        Event = "CLOSE"
	Reopen       Event = "REOPEN"
	Merge        Event = "MERGE"
	Unmerge      Event = "UNMERGE"
	LeaveScope   Event = "LEAVE_SCOPE"
	Undo         Event = "UNDO" // in no row of the table: every state has a last step that can be taken back
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
	"": {Record: {to: Recorded}},
	Recorded: {
		Edit: {to: Recorded}, Split: {to: Recorded}, Notice: {Recorded, notice},
		AnswerOnSpot: {OnSpot, whoExplained}, TakeInHand: {to: InHand}, Refer: {Referred, letterGiven},
		Merge: {Merged, otherGiven}, LeaveScope: {OutOfScope, reasonGiven},
	},
	Reopened: {
		Edit: {to: Reopened}, Notice: {Reopened, notice},
		AnswerOnSpot: {OnSpot, whoExplained}, TakeInHand: {to: InHand}, Refer: {Referred, letterGiven},
		Merge: {Merged, otherGiven}, LeaveScope: {OutOfScope, reasonGiven},
	},
	OnSpot: {
		Edit: {to: OnSpot}, Notice: {OnSpot, notice},
		Convey: {Conveyed, toldBack}, Close: {to: Closed}, Reopen: {Reopened, reasonGiven},
	},
	InHand: {
		Edit: {to: InHand}, Notice: {InHand, notice},
		Refer: {Referred, letterGiven}, Reply: {Replied, answer},
		Merge: {Merged, otherGiven}, LeaveScope: {OutOfScope, reasonGiven},
	},
	Referred: {
		Edit: {to: Referred}, Notice: {Referred, notice}, Acknowledge: {Referred, acknowledgement}, Chase: {Referred, chasing},
		Reply: {Replied, finalAnswer}, VagueReply: {Referred, firstVague}, ReturnReply: {Referred, sentBackOnce},
		Pause: {Referred, pausing}, Resume: {Referred, resuming}, Refer: {Referred, letterGiven},
		Merge: {Merged, otherGiven}, LeaveScope: {OutOfScope, reasonGiven},
	},
	Replied: {
		Edit: {to: Replied}, Notice: {Replied, notice}, FollowUp: {Replied, promiseOpen},
		Refer: {Referred, sentElsewhere}, Convey: {Conveyed, toldBack}, Close: {Closed, noPlaceToTell},
	},
	Conveyed: {
		Edit: {to: Conveyed}, FollowUp: {Conveyed, promiseOpen},
		Convey: {Conveyed, toldBack}, Close: {Closed, answeredAndTold}, Reopen: {Reopened, reasonGiven},
	},
	Closed: {
		Edit: {to: Closed}, FollowUp: {Closed, promiseOpen}, Reopen: {Reopened, reasonGiven},
	},
	Merged:     {Unmerge: {to: before}},
	OutOfScope: {Edit: {to: OutOfScope}, Reopen: {Reopened, reasonGiven}},
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
		if _, ok := lifecycle[s][e]; ok && e != VagueReply {
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
