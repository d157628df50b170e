package matters

import (
	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// Service is what the page calls.
type Service struct{ gate *access.Gate }

// New makes the service; it touches no disk.
func New(gate *access.Gate) *Service { return &Service{gate} }

// Vocabulary gives the words of every list of this room, the fields, criteria and bodies valid today.
func (s *Service) Vocabulary() (Vocabulary, error) {
	return access.Read(s.gate, "matters.Vocabulary", vocabulary)
}

// Criteria gives the criteria of the set valid on a day; "" is today.
func (s *Service) Criteria(day dates.Date) (CriteriaSet, error) {
	return access.Read(s.gate, "matters.Criteria", func(tx *store.Tx) (CriteriaSet, error) { return CriteriaOn(tx, day) })
}

// Check marks what in a text looks like a person's data, while it is typed. It stores nothing.
func (s *Service) Check(text string) ([]guard.Finding, error) {
	return access.Read(s.gate, "matters.Check", func(tx *store.Tx) ([]guard.Finding, error) { return guard.Check(tx, text) })
}

// Record stores one statement with all its matters, or nothing of it.
func (s *Service) Record(in RecordInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Record", func(tx *store.Tx) (ActionResult, error) {
		return askNumbers(tx, in.letters(), in.Accepted, func() (ActionResult, error) { return RecordStatement(tx, in) })
	})
}

// RecordMany records a list of statements, all of them or none. Refusals name "rows.N.field".
func (s *Service) RecordMany(in ManyStatements) ([]Row, error) {
	return access.Write(s.gate, "matters.RecordMany", func(tx *store.Tx) ([]Row, error) { return RecordMany(tx, in) })
}

// Edit corrects a matter.
func (s *Service) Edit(in EditInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Edit", func(tx *store.Tx) (ActionResult, error) { return edit(tx, in) })
}

// Split makes several matters of one.
func (s *Service) Split(in SplitInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Split", func(tx *store.Tx) (ActionResult, error) { return split(tx, in) })
}

// AnswerOnSpot notes that matters were explained where they were raised.
func (s *Service) AnswerOnSpot(in OnSpotInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.AnswerOnSpot", func(tx *store.Tx) (ActionResult, error) { return AnswerOnSpot(tx, in) })
}

// TakeInHand lets the office answer matters itself.
func (s *Service) TakeInHand(in TakeInHandInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.TakeInHand", func(tx *store.Tx) (ActionResult, error) { return TakeInHand(tx, in) })
}

// Refer passes matters on to a body by one letter.
func (s *Service) Refer(in ReferInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Refer", func(tx *store.Tx) (ActionResult, error) {
		return askNumbers(
			tx,
			[]letterNumber{{in.DocNumber, firstDay(in.DocDate, in.Day)}},
			in.Accepted,
			func() (ActionResult, error) { return Refer(tx, in) },
		)
	})
}

// Acknowledge notes that the body has the letter.
func (s *Service) Acknowledge(in DocInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Acknowledge", func(tx *store.Tx) (ActionResult, error) {
		return ApplyPaperEvent(tx, EventAcknowledge, in)
	})
}

// Notice notes that the place was told of acceptance or transfer, which ends the notice clock.
func (s *Service) Notice(in DocInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Notice", func(tx *store.Tx) (ActionResult, error) { return in.ask(tx, EventNotice) })
}

// Chase notes a chaser letter.
func (s *Service) Chase(in DocInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Chase", func(tx *store.Tx) (ActionResult, error) { return in.ask(tx, EventChase) })
}

// Reply notes an answer. A vague one leaves the matter where it is, and the reply clock running, until it was sent back once.
func (s *Service) Reply(in ReplyInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Reply", func(tx *store.Tx) (ActionResult, error) { return Reply(tx, in) })
}

// ReturnReply sends a vague reply back.
func (s *Service) ReturnReply(in DocInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.ReturnReply", func(tx *store.Tx) (ActionResult, error) {
		return in.ask(tx, EventReturnReply)
	})
}

// Pause stops the reply clock while the place adds what is missing.
func (s *Service) Pause(in DayInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Pause", func(tx *store.Tx) (ActionResult, error) { return applyDayEvent(tx, EventPause, in) })
}

// Resume lets the reply clock go on.
func (s *Service) Resume(in DayInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Resume", func(tx *store.Tx) (ActionResult, error) { return applyDayEvent(tx, EventResume, in) })
}

// Convey tells an answer back to the place; who still objects has the matter reopened.
func (s *Service) Convey(in ConveyInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Convey", func(tx *store.Tx) (ActionResult, error) {
		return askNumbers(tx, []letterNumber{{in.DocNumber, in.Day}}, in.Accepted, func() (ActionResult, error) { return Convey(tx, in) })
	})
}

// Recheck notes what the place sees of settled matters; where nothing has changed they are reopened.
func (s *Service) Recheck(in RecheckInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Recheck", func(tx *store.Tx) (ActionResult, error) { return Recheck(tx, in) })
}

// FollowUp says what became of a promised day.
func (s *Service) FollowUp(in FollowUpInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.FollowUp", func(tx *store.Tx) (ActionResult, error) { return followUp(tx, in) })
}

// Close ends matters that were answered and told back.
func (s *Service) Close(in ReasonInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Close", func(tx *store.Tx) (ActionResult, error) { return applyReasonEvent(tx, EventClose, in) })
}

// Reopen takes matters up again; the first closing stays in their history.
func (s *Service) Reopen(in ReasonInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Reopen", func(tx *store.Tx) (ActionResult, error) { return applyReasonEvent(tx, EventReopen, in) })
}

// LeaveScope puts aside what is not for this register.
func (s *Service) LeaveScope(in ReasonInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.LeaveScope", func(tx *store.Tx) (ActionResult, error) {
		return applyReasonEvent(tx, EventLeaveScope, in)
	})
}

// Merge joins duplicates; nothing is deleted and Unmerge brings them back.
func (s *Service) Merge(in MergeInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Merge", func(tx *store.Tx) (ActionResult, error) { return Merge(tx, in) })
}

// Unmerge takes merged matters out again.
func (s *Service) Unmerge(in DayInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Unmerge", func(tx *store.Tx) (ActionResult, error) { return applyDayEvent(tx, EventUnmerge, in) })
}

// Relate joins two matters that belong together without being the same.
func (s *Service) Relate(fromID, toID string) error {
	return access.Do(s.gate, "matters.Relate", func(tx *store.Tx) error { return relate(tx, fromID, toID) })
}

// Unrelate ends such a link.
func (s *Service) Unrelate(fromID, toID string) error {
	return access.Do(s.gate, "matters.Unrelate", func(tx *store.Tx) error { return unrelate(tx, fromID, toID) })
}

// Undo takes the last step of a matter back.
func (s *Service) Undo(in UndoInput) (ActionResult, error) {
	return access.Write(s.gate, "matters.Undo", func(tx *store.Tx) (ActionResult, error) { return undo(tx, in) })
}

// Worklists counts what waits, list by list.
func (s *Service) Worklists(holderID string) ([]WorklistCount, error) {
	return access.Read(s.gate, "matters.Worklists", func(tx *store.Tx) ([]WorklistCount, error) { return Worklists(tx, holderID) })
}

// Register gives one page of the register, or of a worklist when Filter.Worklist names one.
func (s *Service) Register(f Filter) (Page, error) {
	return access.Read(s.gate, "matters.Register", func(tx *store.Tx) (Page, error) { return registerPage(tx, f) })
}

// One gives a matter with its five legs, steps, links and the state of its body.
func (s *Service) One(id string) (MatterDetail, error) {
	return access.Read(s.gate, "matters.One", func(tx *store.Tx) (MatterDetail, error) { return LoadDetail(tx, id) })
}

// Search finds matters by words of their text and place, or by number; typed marks rank first, then the newest.
func (s *Service) Search(text string) ([]Row, error) {
	return access.Read(s.gate, "matters.Search", func(tx *store.Tx) ([]Row, error) { return Search(tx, text, searchLimit) })
}

// Figures gives every figure of a period; each names the filter that lists what it counts.
func (s *Service) Figures(f Filter) (Figures, error) {
	return access.Read(s.gate, "matters.Figures", func(tx *store.Tx) (Figures, error) { return FiguresOf(tx, f) })
}

// OfBody gives how matters stand at one body.
func (s *Service) OfBody(bodyID string) (BodyFigures, error) {
	return access.Read(s.gate, "matters.OfBody", func(tx *store.Tx) (BodyFigures, error) { return FiguresOfBody(tx, bodyID) })
}

// OverdueAt lists what is overdue at one body, for the chaser letter.
func (s *Service) OverdueAt(bodyID string) ([]Row, error) {
	return access.Read(s.gate, "matters.OverdueAt", func(tx *store.Tx) ([]Row, error) { return OverdueAtBody(tx, bodyID) })
}

// ReplySheet lists what became in a month of the matters of an officer's places.
func (s *Service) ReplySheet(officerID string, month dates.Period) (OfficerSheet, error) {
	return access.Read(s.gate, "matters.ReplySheet", func(tx *store.Tx) (OfficerSheet, error) { return ReplySheet(tx, officerID, month) })
}
