package assignments

import (
	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// HandoverPlan shows everything an officer has on the day of leaving; on "" is today.
func (s *Service) HandoverPlan(officerID string, on dates.Date) (HandoverPlan, error) {
	return access.Read(
		s.gate,
		"assignments.HandoverPlan",
		func(tx *store.Tx) (HandoverPlan, error) { return PlanHandover(tx, officerID, on) },
	)
}

// ApplyHandover carries a handover out, all of it or nothing.
func (s *Service) ApplyHandover(in HandoverIn) (HandoverDone, error) {
	return access.Write(s.gate, "assignments.ApplyHandover", func(tx *store.Tx) (HandoverDone, error) {
		done, err := ApplyHandover(tx, in)
		if err != nil || done.DecisionID == "" {
			return done, err
		}
		d, err := findDecision(tx, done.DecisionID)
		if err != nil {
			return HandoverDone{}, err
		}
		return done, askBeforeIssue(tx, d, in.Accepted)
	})
}

// UndoHandover takes a handover back while nothing later stands on it.
func (s *Service) UndoHandover(id string) error {
	return access.Do(s.gate, "assignments.UndoHandover", func(tx *store.Tx) error { return UndoHandover(tx, id) })
}

// Handovers lists handovers, newest first.
func (s *Service) Handovers(f HandoverFilter) (HandoverPage, error) {
	return access.Read(s.gate, "assignments.Handovers", func(tx *store.Tx) (HandoverPage, error) { return Handovers(tx, f) })
}

// Handover reads one handover with what is open at its places now.
func (s *Service) Handover(id string) (HandoverDone, error) {
	return access.Read(s.gate, "assignments.Handover", func(tx *store.Tx) (HandoverDone, error) { return HandoverOf(tx, id) })
}
