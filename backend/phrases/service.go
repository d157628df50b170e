package phrases

import (
	"caunoi/backend/access"
	"caunoi/backend/store"
)

// Service is what the page calls.
type Service struct{ gate *access.Gate }

// New makes the service; it touches no disk.
func New(gate *access.Gate) *Service { return &Service{gate} }

// Kinds gives the kinds of texts a phrase may be for.
func (s *Service) Kinds() ([]store.Word, error) {
	return access.Read(s.gate, "phrases.Kinds", func(*store.Tx) ([]store.Word, error) { return Kinds, nil })
}

// List gives every phrase, those for the kind of text first.
func (s *Service) List(kind Kind) ([]Phrase, error) {
	return access.Read(s.gate, "phrases.List", func(tx *store.Tx) ([]Phrase, error) { return List(tx, kind) })
}

// Save adds or changes a phrase.
func (s *Service) Save(in Input) (Phrase, error) {
	return access.Write(s.gate, "phrases.Save", func(tx *store.Tx) (Phrase, error) { return Save(tx, in) })
}

// Delete puts a phrase into the bin.
func (s *Service) Delete(id string) error {
	return access.Do(s.gate, "phrases.Delete", func(tx *store.Tx) error { return throwAway(tx, id) })
}

// Restore brings a phrase back from the bin.
func (s *Service) Restore(id string) error {
	return access.Do(s.gate, "phrases.Restore", func(tx *store.Tx) error { return takeBack(tx, id) })
}
