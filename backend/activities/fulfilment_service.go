package activities

import (
	"caunoi/backend/access"
	"caunoi/backend/store"
)

// Fulfilment sums what was expected and what became of it.
func (s *Service) Fulfilment(f FulfilmentFilter) (Fulfilled, error) {
	return access.Read(s.gate, "activities.Fulfilment", func(tx *store.Tx) (Fulfilled, error) { return Fulfilment(tx, f) })
}

// FulfilmentCells lists the occurrences behind one number.
func (s *Service) FulfilmentCells(f CellsFilter) (CellList, error) {
	return access.Read(s.gate, "activities.FulfilmentCells", func(tx *store.Tx) (CellList, error) { return FulfilmentCells(tx, f) })
}

// YearMatrix draws a unit's year; year 0 is this one.
func (s *Service) YearMatrix(unitID string, year int) (Matrix, error) {
	return access.Read(s.gate, "activities.YearMatrix", func(tx *store.Tx) (Matrix, error) { return YearMatrix(tx, unitID, year) })
}

// Ledger counts what went down, came up and was told back.
func (s *Service) Ledger(f LedgerFilter) (LedgerList, error) {
	return access.Read(s.gate, "activities.Ledger", func(tx *store.Tx) (LedgerList, error) { return Ledger(tx, f, s.count) })
}

// Silent counts meetings attended and meetings with a contribution, for the restricted roles.
func (s *Service) Silent(f SilentFilter) (SilentList, error) {
	return access.Read(s.gate, "activities.Silent", func(tx *store.Tx) (SilentList, error) { return Silent(tx, f) })
}

// PapersLead tells how long before meetings papers were sent.
func (s *Service) PapersLead(f LeadFilter) (LeadList, error) {
	return access.Read(s.gate, "activities.PapersLead", func(tx *store.Tx) (LeadList, error) { return PapersLead(tx, f) })
}

// Schedule lists the hosts of a month with the days they registered, and those that have not.
func (s *Service) Schedule(f ScheduleFilter) (Schedule, error) {
	return access.Read(s.gate, "activities.Schedule", func(tx *store.Tx) (Schedule, error) { return MonthSchedule(tx, f) })
}

// SaveSchedule stores the days the hosts registered for a month, all or nothing.
func (s *Service) SaveSchedule(in ScheduleInput) (ScheduleSaved, error) {
	return access.Write(s.gate, "activities.SaveSchedule", func(tx *store.Tx) (ScheduleSaved, error) { return SaveSchedule(tx, in) })
}

// Calendar gives each day of a span with its lunar day, meetings and due duties.
func (s *Service) Calendar(f CalendarFilter) (Calendar, error) {
	return access.Read(s.gate, "activities.Calendar", func(tx *store.Tx) (Calendar, error) { return CalendarOf(tx, f) })
}

// Reminders tells what the duties ask for around a day; "" is today.
func (s *Service) Reminders(day string) (Reminders, error) {
	return access.Read(s.gate, "activities.Reminders", func(tx *store.Tx) (Reminders, error) { return RemindersOf(tx, day) })
}

// Sheet lists an officer's month as the paper form has it, for typing it in again in the same order.
func (s *Service) Sheet(f SheetFilter) (Sheet, error) {
	return access.Read(s.gate, "activities.Sheet", func(tx *store.Tx) (Sheet, error) { return OfficerSheet(tx, f) })
}
