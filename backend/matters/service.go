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
func (s *Service) Record(in RecordInput) (Done, error) {
	return access.Write(s.gate, "matters.Record", func(tx *store.Tx) (Done, error) { return RecordStatement(tx, in) })
}

// Edit corrects a matter.
func (s *Service) Edit(in EditInput) (Done, error) {
	return access.Write(s.gate, "matters.Edit", func(tx *store.Tx) (Done, error) { return edit(tx, in) })
}

// Split makes several matters of one.
func (s *Service) Split(in SplitInput) (Done, error) {
	return access.Write(s.gate, "matters.Split", func(tx *store.Tx) (Done, error) { return split(tx, in) })
}

// AnswerOnSpot notes that matters were explained where they were raised.
func (s *Service) AnswerOnSpot(in OnSpotInput) (Done, error) {
	return access.Write(s.gate, "matters.AnswerOnSpot", func(tx *store.Tx) (Done, error) { return OnTheSpot(tx, in) })
}

// TakeInHand lets the office answer matters itself.
func (s *Service) TakeInHand(in HandInput) (Done, error) {
	return access.Write(s.gate, "matters.TakeInHand", func(tx *store.Tx) (Done, error) { return Hold(tx, in) })
}

// Refer passes matters on to a body by one letter.
func (s *Service) Refer(in ReferInput) (Done, error) {
	return access.Write(s.gate, "matters.Refer", func(tx *store.Tx) (Done, error) { return Pass(tx, in) })
}

// Acknowledge notes that the body has the letter.
func (s *Service) Acknowledge(in DocInput) (Done, error) {
	return access.Write(s.gate, "matters.Acknowledge", func(tx *store.Tx) (Done, error) { return WithPaper(tx, Acknowledge, in) })
}

// Notice notes that the place was told of acceptance or transfer, which ends clock 2.
func (s *Service) Notice(in DocInput) (Done, error) {
	return access.Write(s.gate, "matters.Notice", func(tx *store.Tx) (Done, error) { return WithPaper(tx, Notice, in) })
}

// Chase notes a chaser letter.
func (s *Service) Chase(in DocInput) (Done, error) {
	return access.Write(s.gate, "matters.Chase", func(tx *store.Tx) (Done, error) { return WithPaper(tx, Chase, in) })
}

// Reply notes an answer. A vague one leaves the matter where it is, and clock 3 running, until it was sent back once.
func (s *Service) Reply(in ReplyInput) (Done, error) {
	return access.Write(s.gate, "matters.Reply", func(tx *store.Tx) (Done, error) { return Answer(tx, in) })
}

// ReturnReply sends a vague reply back.
func (s *Service) ReturnReply(in DocInput) (Done, error) {
	return access.Write(s.gate, "matters.ReturnReply", func(tx *store.Tx) (Done, error) { return WithPaper(tx, ReturnReply, in) })
}

// Pause stops clock 3 while the place adds what is missing.
func (s *Service) Pause(in DayInput) (Done, error) {
	return access.Write(s.gate, "matters.Pause", func(tx *store.Tx) (Done, error) { return withDay(tx, Pause, in) })
}

// Resume lets clock 3 go on.
func (s *Service) Resume(in DayInput) (Done, error) {
	return access.Write(s.gate, "matters.Resume", func(tx *store.Tx) (Done, error) { return withDay(tx, Resume, in) })
}

// Convey tells an answer back to the place; who still objects has the matter reopened.
func (s *Service) Convey(in ConveyInput) (Done, error) {
	return access.Write(s.gate, "matters.Convey", func(tx *store.Tx) (Done, error) { return TellBack(tx, in) })
}

// FollowUp says what became of a promised day.
func (s *Service) FollowUp(in FollowUpInput) (Done, error) {
	return access.Write(s.gate, "matters.FollowUp", func(tx *store.Tx) (Done, error) { return followUp(tx, in) })
}

// Close ends matters that were answered and told back.
func (s *Service) Close(in ReasonInput) (Done, error) {
	return access.Write(s.gate, "matters.Close", func(tx *store.Tx) (Done, error) { return withReason(tx, Close, in) })
}

// Reopen takes matters up again; the first closing stays in their history.
func (s *Service) Reopen(in ReasonInput) (Done, error) {
	return access.Write(s.gate, "matters.Reopen", func(tx *store.Tx) (Done, error) { return withReason(tx, Reopen, in) })
}

// LeaveScope puts aside what is not for this register.
func (s *Service) LeaveScope(in ReasonInput) (Done, error) {
	return access.Write(s.gate, "matters.LeaveScope", func(tx *store.Tx) (Done, error) { return withReason(tx, LeaveScope, in) })
}

// Merge joins duplicates; nothing is deleted and Unmerge brings them back.
func (s *Service) Merge(in MergeInput) (Done, error) {
	return access.Write(s.gate, "matters.Merge", func(tx *store.Tx) (Done, error) { return Join(tx, in) })
}

// Unmerge takes merged matters out again.
func (s *Service) Unmerge(in DayInput) (Done, error) {
	return access.Write(s.gate, "matters.Unmerge", func(tx *store.Tx) (Done, error) { return withDay(tx, Unmerge, in) })
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
func (s *Service) Undo(in UndoInput) (Done, error) {
	return access.Write(s.gate, "matters.Undo", func(tx *store.Tx) (Done, error) { return undo(tx, in) })
}

// Worklists counts what waits, list by list.
func (s *Service) Worklists() ([]Waiting, error) {
	return access.Read(s.gate, "matters.Worklists", Worklists)
}

// Register gives one page of the register, or of a worklist when Filter.Worklist names one.
func (s *Service) Register(f Filter) (Page, error) {
	return access.Read(s.gate, "matters.Register", func(tx *store.Tx) (Page, error) { return page(tx, f) })
}

// One gives a matter with its five legs, steps, links and the state of its body.
func (s *Service) One(id string) (Whole, error) {
	return access.Read(s.gate, "matters.One", func(tx *store.Tx) (Whole, error) { return One(tx, id) })
}

// Search finds matters by words of their text and place, or by number; typed marks rank first, then the newest.
func (s *Service) Search(text string) ([]Row, error) {
	return access.Read(s.gate, "matters.Search", func(tx *store.Tx) ([]Row, error) { return Search(tx, text, searchPage) })
}

// Figures gives every figure of a period; each names the filter that lists what it counts.
func (s *Service) Figures(f Filter) (Figures, error) {
	return access.Read(s.gate, "matters.Figures", func(tx *store.Tx) (Figures, error) { return FiguresOf(tx, f) })
}

// OfBody gives how matters stand at one body.
func (s *Service) OfBody(bodyID string) (BodyFigures, error) {
	return access.Read(s.gate, "matters.OfBody", func(tx *store.Tx) (BodyFigures, error) { return AtBody(tx, bodyID) })
}

// OverdueAt lists what is overdue at one body, for the chaser letter.
func (s *Service) OverdueAt(bodyID string) ([]Row, error) {
	return access.Read(s.gate, "matters.OverdueAt", func(tx *store.Tx) ([]Row, error) { return Overdue(tx, bodyID) })
}

// ReplySheet lists what became in a month of the matters of an officer's places.
func (s *Service) ReplySheet(officerID string, month dates.Period) (Sheet, error) {
	return access.Read(s.gate, "matters.ReplySheet", func(tx *store.Tx) (Sheet, error) { return ReplySheet(tx, officerID, month) })
}
