package activities

import (
	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Service is what the page calls.
type Service struct{ gate *access.Gate }

// New makes the service; it touches no disk.
func New(gate *access.Gate) *Service { return &Service{gate} }

// pageLimit is how many entries one page of the log has at most.
const pageLimit = 200

// Vocabulary gives the words of every list of this room.
func (s *Service) Vocabulary() (Vocabulary, error) {
	return access.Read(s.gate, "activities.Vocabulary", func(tx *store.Tx) (Vocabulary, error) {
		v := Vocabulary{
			Kinds:    Kinds,
			States:   States,
			Results:  Results,
			Outcomes: Outcomes,
			Accepted: AcceptedWords,
			Fields:   []Field{},
		}
		return v, tx.Where("valid_from <= ? AND (valid_to = '' OR valid_to > ?)", tx.Today, tx.Today).Order("code").Find(&v.Fields).Error
	})
}

// Log gives one page of the log.
func (s *Service) Log(f LogFilter) (LogPage, error) {
	return access.Read(s.gate, "activities.Log", func(tx *store.Tx) (LogPage, error) {
		if f.Limit <= 0 || f.Limit > pageLimit {
			f.Limit = pageLimit
		}
		return page(tx, f)
	})
}

// LogTotal counts the entries of a filter, whatever page is shown; counting takes longer than a page.
func (s *Service) LogTotal(f LogFilter) (LogTotal, error) {
	return access.Read(s.gate, "activities.LogTotal", func(tx *store.Tx) (LogTotal, error) { return total(tx, f) })
}

// Meeting gives one entry.
func (s *Service) Meeting(id string) (Entry, error) {
	return access.Read(s.gate, "activities.Meeting", func(tx *store.Tx) (Entry, error) { return Get(tx, id) })
}

// Prefill tells who is expected at a meeting of the hosts on the day.
func (s *Service) Prefill(hostIDs []string, day dates.Date) (Prefill, error) {
	return access.Read(s.gate, "activities.Prefill", func(tx *store.Tx) (Prefill, error) { return prefill(tx, hostIDs, day) })
}

// SaveMeeting stores the whole log of one meeting, all or nothing.
func (s *Service) SaveMeeting(in MeetingInput) (Saved, error) {
	return access.Write(s.gate, "activities.SaveMeeting", func(tx *store.Tx) (Saved, error) { return Save(tx, in) })
}

// SaveMany enters a list of meetings, all of them or none. Refusals name "rows.N.field".
func (s *Service) SaveMany(in ManyMeetings) (ManySaved, error) {
	return access.Write(s.gate, "activities.SaveMany", func(tx *store.Tx) (ManySaved, error) { return SaveMany(tx, in) })
}

// Delete puts an entry into the bin.
func (s *Service) Delete(id string) error {
	return access.Do(s.gate, "activities.Delete", func(tx *store.Tx) error { return Delete(tx, id) })
}

// Restore brings an entry back from the bin.
func (s *Service) Restore(id string) (Entry, error) {
	return access.Write(s.gate, "activities.Restore", func(tx *store.Tx) (Entry, error) { return Restore(tx, id) })
}

// DeleteMany puts entries into the bin, all of them or none.
func (s *Service) DeleteMany(ids []string) error {
	return access.Do(s.gate, "activities.DeleteMany", func(tx *store.Tx) error {
		return fault.Each(len(ids), func(i int) error { return Delete(tx, ids[i]) })
	})
}

// RestoreMany brings entries back from the bin, all of them or none.
func (s *Service) RestoreMany(ids []string) error {
	return access.Do(s.gate, "activities.RestoreMany", func(tx *store.Tx) error {
		return fault.Each(len(ids), func(i int) error {
			_, err := Restore(tx, ids[i])
			return err
		})
	})
}

// PlanMany plans the same kind of meeting for many units.
func (s *Service) PlanMany(in PlanInput) (Planning, error) {
	return access.Write(s.gate, "activities.PlanMany", func(tx *store.Tx) (Planning, error) { return PlanMany(tx, in) })
}

// MonthGrid gives the grid of a month.
func (s *Service) MonthGrid(f GridFilter) (Grid, error) {
	return access.Read(s.gate, "activities.MonthGrid", func(tx *store.Tx) (Grid, error) { return MonthGrid(tx, f) })
}

// SaveGrid stores the changed rows of a grid, all or nothing.
func (s *Service) SaveGrid(in GridInput) (GridSaved, error) {
	return access.Write(s.gate, "activities.SaveGrid", func(tx *store.Tx) (GridSaved, error) { return SaveGrid(tx, in) })
}

// Schedule lists the hosts of a month with the days they registered, and those that have not.
func (s *Service) Schedule(f ScheduleFilter) (Schedule, error) {
	return access.Read(s.gate, "activities.Schedule", func(tx *store.Tx) (Schedule, error) { return MonthSchedule(tx, f) })
}

// SaveSchedule stores the days the hosts registered for a month, all or nothing.
func (s *Service) SaveSchedule(in ScheduleInput) (ScheduleSaved, error) {
	return access.Write(s.gate, "activities.SaveSchedule", func(tx *store.Tx) (ScheduleSaved, error) { return SaveSchedule(tx, in) })
}
