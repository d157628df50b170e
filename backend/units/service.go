// Package units keeps the places and Party organisations an office follows: two linked trees of dated versions, so that
// both can be shown as of any day, and the office itself.
package units

import "caunoi/backend/access"

// Service is what the page calls.
type Service struct{ gate *access.Gate }

// New makes the service; it touches no disk.
func New(gate *access.Gate) *Service { return &Service{gate} }
