package matters

import (
	"caunoi/backend/access"
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Bodies lists the directory of bodies that answer, by name.
func (s *Service) Bodies(f BodyFilter) ([]Body, error) {
	return access.Read(s.gate, "matters.Bodies", func(tx *store.Tx) ([]Body, error) { return Bodies(tx, f) })
}

// Letters lists the letters of a period that passed matters on, to one body or to all with "", the newest first.
func (s *Service) Letters(bodyID string, period dates.Period) ([]LetterLine, error) {
	return access.Read(s.gate, "matters.Letters", func(tx *store.Tx) ([]LetterLine, error) { return Letters(tx, bodyID, period.Span()) })
}

// SaveBody stores a body; one name stands for one body.
func (s *Service) SaveBody(in BodyInput) (Body, error) {
	return access.Write(s.gate, "matters.SaveBody", func(tx *store.Tx) (Body, error) { return SaveBody(tx, in) })
}

// DeleteBody puts a body with no open matter into the bin.
func (s *Service) DeleteBody(id string) error {
	return access.Do(s.gate, "matters.DeleteBody", func(tx *store.Tx) error { return deleteBody(tx, id) })
}

// RestoreBody brings it back.
func (s *Service) RestoreBody(id string) error {
	return access.Do(s.gate, "matters.RestoreBody", func(tx *store.Tx) error { return restoreBody(tx, id) })
}

// SaveField adds a field of work, renames it or ends it.
func (s *Service) SaveField(in FieldInput) ([]activities.Field, error) {
	return access.Write(s.gate, "matters.SaveField", func(tx *store.Tx) ([]activities.Field, error) { return saveField(tx, in) })
}

// Fields lists every field of work, ended ones too.
func (s *Service) Fields() ([]activities.Field, error) {
	return access.Read(s.gate, "matters.Fields", allFields)
}

// Rules lists the terms and quotas with their sources.
func (s *Service) Rules() ([]Rule, error) {
	return access.Read(s.gate, "matters.Rules", Rules)
}

// DeadlineChanges lists the changes of days off and rules that moved deadlines and that nobody has read yet.
func (s *Service) DeadlineChanges() ([]DeadlineChange, error) {
	return access.Read(s.gate, "matters.DeadlineChanges", DeadlineChanges)
}

// ReadDeadlineChange notes that the list of what a change moved was read.
func (s *Service) ReadDeadlineChange(id string) error {
	return access.Do(s.gate, "matters.ReadDeadlineChange", func(tx *store.Tx) error { return readDeadlineChange(tx, id) })
}

// SaveRule changes a term or quota from a day on; running deadlines are computed again.
func (s *Service) SaveRule(in RuleInput) ([]Rule, error) {
	return access.Write(s.gate, "matters.SaveRule", func(tx *store.Tx) ([]Rule, error) { return saveRule(tx, in) })
}

// Statutory lists the notes about khiếu nại and tố cáo that were passed on.
func (s *Service) Statutory(f StatutoryFilter) ([]StatutoryNote, error) {
	return access.Read(s.gate, "matters.Statutory", func(tx *store.Tx) ([]StatutoryNote, error) { return StatutoryNotes(tx, f) })
}

// SaveStatutory stores such a note: a day, a kind, a body and a register number, nothing else.
func (s *Service) SaveStatutory(in StatutoryInput) (StatutoryNote, error) {
	return access.Write(s.gate, "matters.SaveStatutory", func(tx *store.Tx) (StatutoryNote, error) { return saveStatutory(tx, in) })
}

// DeleteStatutory puts a note into the bin.
func (s *Service) DeleteStatutory(id string) error {
	return access.Do(s.gate, "matters.DeleteStatutory", func(tx *store.Tx) error { return binStatutory(tx, id, true) })
}

// RestoreStatutory brings it back.
func (s *Service) RestoreStatutory(id string) error {
	return access.Do(s.gate, "matters.RestoreStatutory", func(tx *store.Tx) error { return binStatutory(tx, id, false) })
}

// ReceptionDays lists the reception days and dialogues of a span.
func (s *Service) ReceptionDays(f ReceptionFilter) ([]ReceptionDay, error) {
	return access.Read(s.gate, "matters.ReceptionDays", func(tx *store.Tx) ([]ReceptionDay, error) { return ReceptionDays(tx, f) })
}

// ReceptionQuotas tells what a month still lacks: reception days of the month, dialogues of the year.
func (s *Service) ReceptionQuotas(month dates.Period) ([]Quota, error) {
	return access.Read(s.gate, "matters.ReceptionQuotas", func(tx *store.Tx) ([]Quota, error) { return ReceptionQuotas(tx, month) })
}

// ReceptionFigures counts a period for the reception report.
func (s *Service) ReceptionFigures(period dates.Period) (ReceptionFigures, error) {
	return access.Read(
		s.gate,
		"matters.ReceptionFigures",
		func(tx *store.Tx) (ReceptionFigures, error) { return FiguresOfReception(tx, period) },
	)
}

// SaveReceptionDay plans a day or records how it went.
func (s *Service) SaveReceptionDay(in ReceptionInput) (ReceptionDay, error) {
	return access.Write(s.gate, "matters.SaveReceptionDay", func(tx *store.Tx) (ReceptionDay, error) { return SaveReceptionDay(tx, in) })
}

// DeleteReceptionDay puts a day into the bin.
func (s *Service) DeleteReceptionDay(id string) error {
	return access.Do(s.gate, "matters.DeleteReceptionDay", func(tx *store.Tx) error { return binReception(tx, id, true) })
}

// RestoreReceptionDay brings it back.
func (s *Service) RestoreReceptionDay(id string) error {
	return access.Do(s.gate, "matters.RestoreReceptionDay", func(tx *store.Tx) error { return binReception(tx, id, false) })
}
