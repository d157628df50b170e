package sessions

import "caunoi/backend/access"

// Service is what the page calls.
type Service struct{ gate *access.Gate }

// New makes the service; it touches no disk.
func New(gate *access.Gate) *Service { return &Service{gate} }
