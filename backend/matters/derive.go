package matters

import (
	"caunoi/backend/dates"
)

// effectiveSteps lists the steps in effect: neither those that were undone nor the undoing steps.
func effectiveSteps(steps []Step) []Step {
	gone := map[string]bool{}
	for _, s := range steps {
		if s.Undoes != "" {
			gone[s.Undoes] = true
		}
	}
	out := make([]Step, 0, len(steps))
	for _, s := range steps {
		if s.Event != EventUndo && !gone[s.ID] {
			out = append(out, s)
		}
	}
	return out
}

// deriveFromSteps works out where a matter stands from its steps alone. Taking a step back, changing a rule or a day off is
// the same computation on other data.
func (c *calc) deriveFromSteps(m *Matter, steps []Step) {
	old := *m
	*m = Matter{
		ID:          old.ID,
		Year:        old.Year,
		Number:      old.Number,
		RaisedOn:    old.RaisedOn,
		ReceivedOn:  old.ReceivedOn,
		PlaceID:     old.PlaceID,
		MeetingID:   old.MeetingID,
		ReceptionID: old.ReceptionID,
		StatementID: old.StatementID,
		Origin:      old.Origin,
		Kind:        old.Kind,
		FieldCode:   old.FieldCode,
		CriterionID: old.CriterionID,
		Summary:     old.Summary,
		Proposal:    old.Proposal,
		Voices:      old.Voices,
		Households:  old.Households,
		Urgent:      old.Urgent,
		ExternalRef: old.ExternalRef,
		GuardReason: old.GuardReason,
		CreatedAt:   old.CreatedAt,
		TotalVoices: old.TotalVoices,
	}
	beforeMerge := Recorded
	late, stopped := lateLegs{}, dates.None
	for _, s := range effectiveSteps(steps) {
		late.look(c, m, s)
		wasOpen := m.State.open()
		if s.Event == EventMerge {
			beforeMerge = m.State
		}
		if mv, known := lifecycle[m.State][s.Event]; known {
			if m.State = mv.to; mv.to == stateBeforeMerge {
				m.State = beforeMerge
			}
		}
		c.replayStep(m, s)
		if wasOpen && !m.State.open() && stopped == dates.None && s.Event != EventMerge {
			stopped = s.Day
		}
	}
	if late.missedNotice(m, stopped) {
		late[ClockNotice] = true
	}
	m.LateLegs = late.text()
	c.setRunningDeadlines(m)
}

// replayStep applies the effect of one step to the derived columns of a matter.
func (c *calc) replayStep(m *Matter, s Step) {
	switch s.Event {
	case EventRecord:
		m.CycleOn, m.NoticeBy = m.ReceivedOn, c.deadlineFrom(ClockNotice, m.ReceivedOn)
	case EventAnswerOnSpot:
		m.HandledOn, m.RepliedOn, m.Outcome = s.Day, s.Day, s.Outcome
	case EventTakeInHand:
		m.HandledOn, m.ReplyDue = s.Day, s.DueOn
	case EventRefer:
		if m.HandledOn == dates.None {
			m.HandledOn = s.Day
		}
		m.Hops++
		m.BodyID, m.ReferredOn, m.ReferDoc, m.ReplyDue = s.BodyID, s.Day, docText(s.DocNumber, s.DocDate), s.DueOn
		m.AcknowledgedOn, m.PausedSince, m.Vague, m.RepliedOn, m.Outcome, m.PromisedOn = "", "", false, "", "", ""
		m.Refusal = ""
	case EventAcknowledge:
		m.AcknowledgedOn = s.Day
	case EventNotice:
		m.NoticedOn = s.Day
	case EventVagueReply:
		m.Vague = true
	case EventReturnReply:
		m.Vague, m.Returned = false, m.Returned+1
	case EventReply:
		m.RepliedOn, m.Outcome, m.PromisedOn, m.Vague = s.Day, s.Outcome, s.PromisedOn, false
		m.Refusal = s.Reason
	case EventPause:
		m.PausedSince = s.Day
	case EventResume:
		if m.ReplyDue != dates.None { // the working days of the pause are given back, not one more
			m.ReplyDue = c.cal.AddWorkingDays(c.cal.AddWorkingDays(m.ReplyDue, 0), c.cal.WorkingDaysBetween(m.PausedSince, s.Day))
		}
		m.PausedSince = ""
	case EventConvey:
		if m.ConveyedOn == dates.None {
			m.ConveyedOn = s.Day
		}
	case EventFollowUp:
		m.PromisedOn = s.PromisedOn
	case EventClose:
		m.ClosedOn = s.Day
		if m.FirstClosedOn == dates.None {
			m.FirstClosedOn = s.Day
		}
	case EventReopen:
		m.CycleOn, m.ReopenCount = s.Day, m.ReopenCount+1
		m.HandledOn, m.BodyID, m.ReferredOn, m.ReferDoc, m.ReplyDue, m.AcknowledgedOn, m.PausedSince = "", "", "", "", "", "", ""
		m.Vague, m.RepliedOn, m.Outcome, m.PromisedOn, m.ConveyedOn, m.ClosedOn = false, "", "", "", "", ""
		m.Refusal, m.RecheckedOn = "", ""
	case EventRecheck:
		m.RecheckedOn = s.Day
		if s.Reason == NotChanged {
			m.NoEffect++
		}
	case EventMerge:
		m.MergedInto = s.OtherID
	case EventUnmerge:
		m.MergedInto = ""
	}
}

// setRunningDeadlines sets the deadline of the leg a matter is on, of the notice, and of the look at what is settled.
func (c *calc) setRunningDeadlines(m *Matter) {
	m.Due = c.runningDeadline(m)
	if m.State.open() && m.NoticedOn == dates.None && m.ReopenCount == 0 {
		m.NoticeDue = m.NoticeBy
	}
	if m.settledAtPlace() && m.RecheckedOn == dates.None {
		m.RecheckDue = c.deadlineFrom(ClockRecheck, m.RepliedOn)
	}
}

// settledAtPlace tells whether a matter is said to be settled and the place knows it, or nobody can be told.
func (m *Matter) settledAtPlace() bool {
	return m.Outcome == Resolved && (m.State == OnSpot || m.State == Conveyed || m.State == Closed)
}

// runningDeadline is the last day of the leg a matter is on, "" when none runs.
func (c *calc) runningDeadline(m *Matter) dates.Date {
	switch m.State {
	case Recorded, Reopened:
		return c.deadlineFrom(ClockHandling, m.CycleOn)
	case Referred, InHand:
		if m.PausedSince == dates.None && m.ReplyDue != dates.None {
			return c.cal.AddWorkingDays(m.ReplyDue, 0)
		}
	case Replied:
		return c.deadlineFrom(ClockConveyance, m.RepliedOn)
	}
	return dates.None
}
