// Package units keeps the places and Party organisations an office follows: two linked trees of dated versions, so that
// both can be shown as of any day and an old fact keeps its old name; and the office itself.
package units

import (
	"caunoi/backend/access"
	"caunoi/backend/store"
)

// Use counts what another room keeps about a unit, with the words for it ("phân công"). Rooms to the right of this one
// cannot be imported, so the desk hands their counters to New; a unit in use cannot be put in the bin.
type Use func(tx *store.Tx, unitID string) (count int64, what string, err error)

// Service is the room as the page calls it.
type Service struct {
	gate *access.Gate
	uses []Use
}

// New makes the room; it touches no disk.
func New(gate *access.Gate, uses ...Use) *Service { return &Service{gate: gate, uses: uses} }
