package sessions

import (
	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Service is what the page calls.
type Service struct{ gate *access.Gate }

// New makes the service; it touches no disk.
func New(gate *access.Gate) *Service { return &Service{gate} }

// Vocabulary gives the words of this room.
func (s *Service) Vocabulary() (Vocabulary, error) {
	return access.Read(s.gate, "sessions.Vocabulary", func(*store.Tx) (Vocabulary, error) { return vocabulary, nil })
}

// List lists sessions, newest first.
func (s *Service) List(f Filter) (Page, error) {
	return access.Read(s.gate, "sessions.List", func(tx *store.Tx) (Page, error) { return List(tx, f) })
}

// Get reads one session with agenda, papers and participants.
func (s *Service) Get(id string) (View, error) {
	return access.Read(s.gate, "sessions.Get", func(tx *store.Tx) (View, error) { return Load(tx, id) })
}

// Save adds (empty ID) or corrects a session, whole.
func (s *Service) Save(in Input) (View, error) {
	return access.Write(s.gate, "sessions.Save", func(tx *store.Tx) (View, error) { return Save(tx, in) })
}

// Propose lists who takes part by the seats of a body on a day.
func (s *Service) Propose(body string, day dates.Date) (Proposal, error) {
	return access.Read(s.gate, "sessions.Propose", func(tx *store.Tx) (Proposal, error) { return proposeParticipants(tx, body, day) })
}

// Copy starts the next session from an earlier one.
func (s *Service) Copy(id string, day dates.Date) (View, error) {
	return access.Write(s.gate, "sessions.Copy", func(tx *store.Tx) (View, error) { return copySession(tx, id, day) })
}

// Delete puts a session into the bin.
func (s *Service) Delete(id string) error {
	return access.Do(s.gate, "sessions.Delete", func(tx *store.Tx) error { return moveToBin(tx, id) })
}

// Restore takes a session out of the bin.
func (s *Service) Restore(id string) (View, error) {
	return access.Write(s.gate, "sessions.Restore", func(tx *store.Tx) (View, error) { return restoreFromBin(tx, id) })
}
