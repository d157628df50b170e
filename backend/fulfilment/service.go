package fulfilment

import (
	"caunoi/backend/access"
	"caunoi/backend/activities"
	"caunoi/backend/store"
)

// Service is what the page calls.
type Service struct {
	gate  *access.Gate
	count TwoWayCount
}

// New makes the service; it touches no disk. count tells the ledger what came up and was told back, nil = nobody does.
func New(gate *access.Gate, count TwoWayCount) *Service { return &Service{gate, count} }

// Summary sums what was expected and what became of it.
func (s *Service) Summary(f Filter) (Summary, error) {
	return access.Read(s.gate, "fulfilment.Summary", func(tx *store.Tx) (Summary, error) { return Summarize(tx, f) })
}

// Cells lists the occurrences behind one number.
func (s *Service) Cells(f CellsFilter) (CellList, error) {
	return access.Read(s.gate, "fulfilment.Cells", func(tx *store.Tx) (CellList, error) { return Cells(tx, f) })
}

// YearMatrix draws a unit's year; year 0 is this one.
func (s *Service) YearMatrix(unitID string, year int) (Matrix, error) {
	return access.Read(s.gate, "fulfilment.YearMatrix", func(tx *store.Tx) (Matrix, error) { return YearMatrix(tx, unitID, year) })
}

// Ledger counts what went down, came up and was told back.
func (s *Service) Ledger(f LedgerFilter) (LedgerList, error) {
	return access.Read(s.gate, "fulfilment.Ledger", func(tx *store.Tx) (LedgerList, error) { return Ledger(tx, f, s.count) })
}

// Silent counts meetings attended and meetings with a contribution, for the restricted roles.
func (s *Service) Silent(f SilentFilter) (SilentList, error) {
	return access.Read(s.gate, "fulfilment.Silent", func(tx *store.Tx) (SilentList, error) { return Silent(tx, f) })
}

// PapersLead tells how long before meetings papers were sent.
func (s *Service) PapersLead(f LeadFilter) (LeadList, error) {
	return access.Read(s.gate, "fulfilment.PapersLead", func(tx *store.Tx) (LeadList, error) { return PapersLead(tx, f) })
}

// Calendar gives each day of a span with its lunar day, meetings and due duties.
func (s *Service) Calendar(f activities.CalendarFilter) (Calendar, error) {
	return access.Read(s.gate, "fulfilment.Calendar", func(tx *store.Tx) (Calendar, error) { return CalendarOf(tx, f) })
}

// Reminders tells what the duties ask for around a day; "" is today.
func (s *Service) Reminders(day, officerID string) (Reminders, error) {
	return access.Read(s.gate, "fulfilment.Reminders", func(tx *store.Tx) (Reminders, error) { return RemindersOf(tx, day, officerID) })
}

// Sheet lists an officer's month as the paper form has it, for typing it in again in the same order.
func (s *Service) Sheet(f SheetFilter) (Sheet, error) {
	return access.Read(s.gate, "fulfilment.Sheet", func(tx *store.Tx) (Sheet, error) { return OfficerSheet(tx, f) })
}
