package assignments

import (
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// Service is what the page calls.
type Service struct{ gate *access.Gate }

// New makes the service; it touches no disk.
func New(gate *access.Gate) *Service { return &Service{gate} }

// Choice is a code with its Vietnamese words.
type Choice struct {
	Code string `json:"code"`
	Word string `json:"word"`
}

// Choices is what the forms of this room offer.
type Choices struct {
	Actions    []Choice `json:"actions"`
	EndReasons []Choice `json:"endReasons"`
	Presets    []Preset `json:"presets"`
}

// Choices lists the words the forms offer.
func (s *Service) Choices() (Choices, error) {
	return access.Read(s.gate, "assignments.Choices", func(*store.Tx) (Choices, error) {
		out := Choices{Presets: Presets()}
		for _, a := range Actions {
			out.Actions = append(out.Actions, Choice{string(a.Action), a.Word})
		}
		for _, r := range EndReasons {
			out.EndReasons = append(out.EndReasons, Choice{string(r.Reason), r.Word})
		}
		return out, nil
	})
}

// Schemes lists the schemes with their kinds, newest first.
func (s *Service) Schemes() ([]SchemeDetail, error) {
	return access.Read(s.gate, "assignments.Schemes", Schemes)
}

// SaveScheme adds or changes a scheme with its kinds.
func (s *Service) SaveScheme(in SchemeIn) (SchemeDetail, error) {
	return access.Write(s.gate, "assignments.SaveScheme", func(tx *store.Tx) (SchemeDetail, error) { return SaveScheme(tx, in) })
}

// DeleteScheme removes a scheme nothing was assigned under.
func (s *Service) DeleteScheme(id string) error {
	return access.Do(s.gate, "assignments.DeleteScheme", func(tx *store.Tx) error { return deleteScheme(tx, id) })
}

// Teams lists the teams with their members of all times.
func (s *Service) Teams() ([]TeamDetail, error) {
	return access.Read(s.gate, "assignments.Teams", func(tx *store.Tx) ([]TeamDetail, error) { return Teams(tx, tx.Today) })
}

// SaveTeam adds or changes a team.
func (s *Service) SaveTeam(in TeamIn) (TeamDetail, error) {
	return access.Write(s.gate, "assignments.SaveTeam", func(tx *store.Tx) (TeamDetail, error) { return SaveTeam(tx, in) })
}

// Decisions lists decisions, drafts first, then the newest.
func (s *Service) Decisions(f DecisionFilter) (DecisionPage, error) {
	return access.Read(s.gate, "assignments.Decisions", func(tx *store.Tx) (DecisionPage, error) { return Decisions(tx, f) })
}

// Decision reads one decision with its annex.
func (s *Service) Decision(id string) (Annex, error) {
	return access.Read(s.gate, "assignments.Decision", func(tx *store.Tx) (Annex, error) { return AnnexOf(tx, id) })
}

// SaveDecision stores a draft with its whole annex, however incomplete.
func (s *Service) SaveDecision(in DecisionIn) (Annex, error) {
	return s.decide("assignments.SaveDecision", func(tx *store.Tx) (Decision, error) {
		if err := guardDecision(tx, in); err != nil {
			return Decision{}, err
		}
		return SaveDraft(tx, in)
	})
}

// IssueDecision stores a decision and brings all its lines into force, or none.
func (s *Service) IssueDecision(in DecisionIn) (Annex, error) {
	return s.decide("assignments.IssueDecision", func(tx *store.Tx) (Decision, error) {
		if err := guardDecision(tx, in); err != nil {
			return Decision{}, err
		}
		d, err := Issue(tx, in)
		if err != nil {
			return Decision{}, err
		}
		if kept := guard.Kept(in.GuardReason); kept != "" {
			tx.Audit(d.ID, strings.TrimSpace(kept))
		}
		return d, askBeforeIssue(tx, d, in.Accepted)
	})
}

// WithdrawDecision makes an issued decision a draft again while nothing later stands on it.
func (s *Service) WithdrawDecision(id string) (Annex, error) {
	return s.decide("assignments.WithdrawDecision", func(tx *store.Tx) (Decision, error) { return withdraw(tx, id) })
}

func (s *Service) decide(action string, do func(*store.Tx) (Decision, error)) (Annex, error) {
	return access.Write(s.gate, action, func(tx *store.Tx) (Annex, error) {
		d, err := do(tx)
		if err != nil {
			return Annex{}, err
		}
		return AnnexOf(tx, d.ID)
	})
}

// DeleteDecision puts a draft into the bin.
func (s *Service) DeleteDecision(id string) error {
	return access.Do(s.gate, "assignments.DeleteDecision", func(tx *store.Tx) error { return deleteDraft(tx, id) })
}

// RestoreDecision takes a draft out of the bin.
func (s *Service) RestoreDecision(id string) error {
	return access.Do(s.gate, "assignments.RestoreDecision", func(tx *store.Tx) error { return restoreDraft(tx, id) })
}

// Register lists assignments with names.
func (s *Service) Register(f RegisterFilter) (RegisterPage, error) {
	return access.Read(s.gate, "assignments.Register", func(tx *store.Tx) (RegisterPage, error) { return Register(tx, f) })
}

// End ends one assignment outside a decision of the register.
func (s *Service) End(in EndIn) error {
	return access.Do(s.gate, "assignments.End", func(tx *store.Tx) error { return End(tx, in) })
}

// EndMany ends several assignments on one day, for one reason and ground, all of them or none. A refusal of one of them names
// "rows.N.field".
func (s *Service) EndMany(ids []string, in EndIn) error {
	return access.Do(s.gate, "assignments.EndMany", func(tx *store.Tx) error {
		return fault.Each(len(ids), func(i int) error {
			in.AssignmentID = ids[i]
			return End(tx, in)
		})
	})
}

// ReopenMany takes back ends that were entered by mistake, all of them or none.
func (s *Service) ReopenMany(ids []string) error {
	return access.Do(s.gate, "assignments.ReopenMany", func(tx *store.Tx) error {
		return fault.Each(len(ids), func(i int) error { return reopen(tx, ids[i]) })
	})
}

// Reopen takes back an end that was entered by mistake.
func (s *Service) Reopen(assignmentID string) error {
	return access.Do(s.gate, "assignments.Reopen", func(tx *store.Tx) error { return reopen(tx, assignmentID) })
}

// Coverage tells which places have somebody and which have not.
func (s *Service) Coverage(q CoverageQuery) (CoverageView, error) {
	return access.Read(s.gate, "assignments.Coverage", func(tx *store.Tx) (CoverageView, error) { return ViewCoverage(tx, q) })
}

// OfUnit tells who has been in charge of a place through time; day "" is today.
func (s *Service) OfUnit(unitID string, day dates.Date) (UnitHistory, error) {
	return access.Read(s.gate, "assignments.OfUnit", func(tx *store.Tx) (UnitHistory, error) { return HistoryOf(tx, unitID, day) })
}

// OfOfficer lists what an officer has, had and will have; day "" is today.
func (s *Service) OfOfficer(officerID string, day dates.Date) ([]RegisterRow, error) {
	return access.Read(s.gate, "assignments.OfOfficer", func(tx *store.Tx) ([]RegisterRow, error) { return HoldingsOf(tx, officerID, day) })
}
