package assignments

import (
	"slices"

	"gorm.io/gorm"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Line is one assignment as lists and papers need it. Names of people and places come from officers.Refs and units.Refs,
// so that each paper shows them as of its own day.
type Line struct {
	ID             string     `json:"id"`
	KindID         string     `json:"kindId"`
	KindCode       string     `json:"kindCode"`
	KindName       string     `json:"kindName"`
	Verb           string     `json:"verb"`
	OfficerID      string     `json:"officerId"` // "" when a team has it
	TeamID         string     `json:"teamId"`
	TeamName       string     `json:"teamName"`
	TargetID       string     `json:"targetId"`
	Primary        bool       `json:"primary"`
	ValidFrom      dates.Date `json:"validFrom"`
	ValidTo        dates.Date `json:"validTo"` // first day no longer in charge; "" = open
	EndReason      EndReason  `json:"endReason"`
	EndReasonWord  string     `json:"endReasonWord"`
	EndNote        string     `json:"endNote"`
	Duty           string     `json:"duty"`
	Note           string     `json:"note"`
	DecisionID     string     `json:"decisionId"`
	DecisionNumber string     `json:"decisionNumber"` // "12-QĐ/ĐU"
	DecisionDate   dates.Date `json:"decisionDate"`
	DecisionIssuer string     `json:"decisionIssuer"`
	DecisionOutID  string     `json:"decisionOutId"`
	EndedBy        string     `json:"endedBy"` // number of the decision that ended it; "" when none did
	SortOrder      int        `json:"sortOrder"`

	EndedOn dates.Date `json:"-"` // day of the decision that ended it
}

// Span is the stretch of days in charge.
func (l Line) Span() dates.Span { return dates.Span{From: l.ValidFrom, To: l.ValidTo} }

// Filter chooses assignments; what is left empty does not narrow. With neither Day nor Span the whole history comes.
type Filter struct {
	Day       dates.Date // in charge on this day
	Span      dates.Span // in charge on at least one day of the span; ignored when Day is given
	OfficerID string     // the officer's own ones and those of a team the officer belongs to at the time
	TargetIDs []string
	KindID    string
	UnderID   string // the target or a unit above it, as of Day, the last day of Span, or today
}

const idBatch = 500 // keeps lists of ids below the number of parameters one statement takes

// Active lists assignments of issued decisions. Every screen and paper that says who is in charge reads this one function.
// The order is that of the kinds, then of the decision's annex.
func Active(tx *store.Tx, f Filter) ([]Line, error) {
	rows := tx.Where("assignment.deleted_at = ''")
	switch {
	case f.Day != dates.None:
		rows = rows.Where("assignment.valid_from <= ? AND (assignment.valid_to = '' OR assignment.valid_to > ?)", f.Day, f.Day)
	case f.Span != dates.Span{}:
		rows = rows.Where("assignment.valid_to = '' OR assignment.valid_to > ?", f.Span.From)
		if f.Span.To != dates.None {
			rows = rows.Where("assignment.valid_from < ?", f.Span.To)
		}
	}
	if f.KindID != "" {
		rows = rows.Where("assignment.kind_id = ?", f.KindID)
	}
	if f.OfficerID != "" { // a member of a team has what the team has on the days asked for, while the member is in it
		asked := f.Span
		if f.Day != dates.None {
			asked = dates.Through(f.Day, f.Day)
		}
		rows = rows.Where(`assignment.officer_id = ? OR EXISTS (SELECT 1 FROM team_member m
			WHERE m.team_id = assignment.team_id AND m.officer_id = ?
			AND (m.valid_to = '' OR m.valid_to > assignment.valid_from) AND (assignment.valid_to = '' OR m.valid_from < assignment.valid_to)
			AND (m.valid_to = '' OR m.valid_to > ?) AND (? = '' OR m.valid_from < ?))`,
			f.OfficerID, f.OfficerID, asked.From, asked.To, asked.To)
	}
	wanted, err := f.targets(tx)
	if err != nil {
		return nil, err
	}
	found, err := fetch(rows, wanted)
	if err != nil {
		return nil, err
	}
	lines, err := describeAssignments(tx, found)
	return knownLines(tx, lines), err
}

// knownLines leaves out, in a reading of a past day, what was not decided by then: assignments and ends of assignments that take
// effect later, by a paper of a later day or none.
func knownLines(tx *store.Tx, lines []Line) []Line {
	if !tx.Past() {
		return lines
	}
	later := func(effect, decided dates.Date) bool {
		return effect > tx.Today && (decided == dates.None || decided > tx.Today)
	}
	lines = slices.DeleteFunc(lines, func(l Line) bool { return later(l.ValidFrom, l.DecisionDate) })
	for i := range lines {
		if l := &lines[i]; l.ValidTo != dates.None && later(l.ValidTo, l.EndedOn) {
			l.ValidTo, l.EndReason, l.EndReasonWord, l.EndNote, l.DecisionOutID, l.EndedBy = dates.None, "", "", "", "", ""
		}
	}
	return lines
}

// targets resolves TargetIDs and UnderID; nil means "all", an empty list "none".
func (f Filter) targets(tx *store.Tx) ([]string, error) {
	wanted := f.TargetIDs
	if f.UnderID == "" {
		return wanted, nil
	}
	below, err := units.Reach(tx, f.UnderID, dates.Through(f.day(tx), f.day(tx)))
	if err != nil || f.TargetIDs == nil {
		return below, err
	}
	inside := make(map[string]bool, len(below))
	for _, id := range below {
		inside[id] = true
	}
	both := []string{}
	for _, id := range wanted {
		if inside[id] {
			both = append(both, id)
		}
	}
	return both, nil
}

// day is the day whose tree UnderID speaks of.
func (f Filter) day(tx *store.Tx) dates.Date {
	switch {
	case f.Day != dates.None:
		return f.Day
	case f.Span.To != dates.None:
		return dates.Earlier(f.Span.Last(), dates.Later(tx.Today, f.Span.From))
	}
	return tx.Today
}

// fetch reads the rows of the wanted targets. A long list is compared here, because the engine takes few parameters.
func fetch(rows *gorm.DB, wanted []string) ([]Assignment, error) {
	if wanted != nil && len(wanted) == 0 {
		return nil, nil
	}
	if wanted != nil && len(wanted) <= idBatch {
		rows = rows.Where("assignment.target_id IN ?", wanted)
	}
	var found []Assignment
	err := rows.Order("decision_in, sort_order, id").Find(&found).Error
	if len(wanted) <= idBatch || err != nil {
		return found, err
	}
	inside := make(map[string]bool, len(wanted))
	for _, id := range wanted {
		inside[id] = true
	}
	return slices.DeleteFunc(found, func(a Assignment) bool { return !inside[a.TargetID] }), nil
}

// InCharge gives for each target the assignments in force on the day, primary ones first.
func InCharge(tx *store.Tx, targetIDs []string, day dates.Date) (map[string][]Line, error) {
	if day == dates.None {
		day = tx.Today
	}
	if targetIDs == nil {
		targetIDs = []string{}
	}
	all, err := Active(tx, Filter{Day: day, TargetIDs: targetIDs})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, primaryFirst)
	out := map[string][]Line{}
	for _, l := range all {
		out[l.TargetID] = append(out[l.TargetID], l)
	}
	return out, nil
}

func primaryFirst(a, b Line) int {
	switch {
	case a.Primary == b.Primary:
		return 0
	case a.Primary:
		return -1
	}
	return 1
}
