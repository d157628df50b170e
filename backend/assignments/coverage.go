package assignments

import (
	"cmp"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// CoverageFilter chooses what coverage speaks of.
type CoverageFilter struct {
	Day     dates.Date // the day on which a target is required and covered; default: the last day of Span, not after today
	Span    dates.Span // the days whose vacancies are counted, up to and including Day; empty: the vacancy still running on Day
	KindID  string     // one kind; "" = every kind that has to cover its targets
	UnderID string     // only targets under this unit (itself included), as of Day
}

// CoverageRow is one target under one kind.
type CoverageRow struct {
	KindID      string     `json:"kindId"`
	TargetID    string     `json:"targetId"`
	UpperID     string     `json:"upperId"`     // the unit above it, as of the day
	Required    bool       `json:"required"`    // the target exists and the scheme is in force on the day
	Covered     bool       `json:"covered"`     // has a primary on the day
	VacantDays  int        `json:"vacantDays"`  // days without a primary, see CoverageFilter.Span
	VacantSince dates.Date `json:"vacantSince"` // first day of the vacancy running on the day; "" when there is none
}

// Coverage is story 10: targets with an active primary / targets required, on one day, and the days without one. Screen,
// PDF and workbook all read this.
type Coverage struct {
	Day        dates.Date    `json:"day"`
	Required   int           `json:"required"`
	Covered    int           `json:"covered"`
	VacantDays int           `json:"vacantDays"` // sum over the rows
	Rows       []CoverageRow `json:"rows"`       // by kind, then target; targets no longer required have a row when they have vacant days
}

// Vacant lists the rows that are required and not covered.
func (c Coverage) Vacant() []CoverageRow {
	out := []CoverageRow{}
	for _, row := range c.Rows {
		if row.Required && !row.Covered {
			out = append(out, row)
		}
	}
	return out
}

// Cover computes coverage. It reads each table once and works on spans, never day by day.
func Cover(tx *store.Tx, f CoverageFilter) (Coverage, error) {
	f.Day = (Filter{Day: f.Day, Span: f.Span}).day(tx)
	out := Coverage{Day: f.Day, Rows: []CoverageRow{}}
	kinds, schemes, err := coverageKinds(tx, f.KindID)
	if err != nil {
		return out, err
	}
	inside, err := targetsUnder(tx, f)
	if err != nil {
		return out, err
	}
	for _, kind := range kinds {
		rows, err := coverKind(tx, f, kind, schemes[kind.SchemeID].Span(), inside)
		if err != nil {
			return out, err
		}
		out.Rows = append(out.Rows, rows...)
	}
	for _, row := range out.Rows {
		out.VacantDays += row.VacantDays
		if row.Required {
			out.Required++
		}
		if row.Covered {
			out.Covered++
		}
	}
	return out, nil
}

// targetsUnder lists the targets below UnderID; nil means all.
func targetsUnder(tx *store.Tx, f CoverageFilter) (map[string]bool, error) {
	if f.UnderID == "" {
		return nil, nil
	}
	ids, err := units.Reach(tx, f.UnderID, dates.Through(f.Day, f.Day))
	if err != nil {
		return nil, err
	}
	inside := make(map[string]bool, len(ids))
	for _, id := range ids {
		inside[id] = true
	}
	return inside, nil
}

// coverageKinds reads the kinds that have to cover their targets, in the order shown; a kind asked for by name counts
// even when its scheme does not demand coverage.
func coverageKinds(tx *store.Tx, kindID string) ([]Kind, map[string]Scheme, error) {
	all, err := kindsByID(tx)
	if err != nil {
		return nil, nil, err
	}
	var kinds []Kind
	for _, k := range all {
		if k.ID == kindID || kindID == "" && k.Coverage {
			kinds = append(kinds, k)
		}
	}
	slices.SortFunc(kinds, func(a, b Kind) int {
		return cmp.Or(cmp.Compare(a.SortOrder, b.SortOrder), cmp.Compare(a.ID, b.ID))
	})
	var schemes []Scheme
	if err := tx.Find(&schemes).Error; err != nil {
		return nil, nil, err
	}
	byID := map[string]Scheme{}
	for _, s := range schemes {
		byID[s.ID] = s
	}
	return kinds, byID, nil
}

// target is what a kind's coverage needs to know of one unit.
type target struct {
	id       string
	upper    string
	required []dates.Span // when it existed as a type the kind takes, while the scheme was in force; joined, in order
	held     []dates.Span // when it had a primary; in order, may overlap
}

func coverKind(tx *store.Tx, f CoverageFilter, kind Kind, inForce dates.Span, inside map[string]bool) ([]CoverageRow, error) {
	targets, err := readTargets(tx, kind, inForce, f.Day, "")
	if err != nil {
		return nil, err
	}
	window := dates.Span{From: f.Span.From, To: dates.Earlier(f.Span.To, f.Day.AddDays(1))}
	var rows []CoverageRow
	for _, t := range targets {
		if inside != nil && !inside[t.id] {
			continue
		}
		row := CoverageRow{KindID: kind.ID, TargetID: t.id, UpperID: t.upper}
		row.Required = within(t.required, f.Day)
		row.Covered = row.Required && within(t.held, f.Day)
		for _, gap := range gaps(t.required, t.held) {
			if gap.Contains(f.Day) {
				row.VacantSince = gap.From
				if f.Span == (dates.Span{}) {
					row.VacantDays = f.Day.Sub(gap.From) + 1
				}
			}
			if f.Span != (dates.Span{}) {
				row.VacantDays += max(0, gap.Clip(window).Days())
			}
		}
		if row.Required || row.VacantDays > 0 {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// readTargets reads the units a kind takes and the spans of their primaries, ordered by unit; only "" reads all.
func readTargets(tx *store.Tx, kind Kind, inForce dates.Span, day dates.Date, only string) ([]target, error) {
	rows, err := tx.Raw(`SELECT v.unit_id, v.valid_from, v.valid_to, v.parent_id FROM unit_version v JOIN unit u ON u.id = v.unit_id
		WHERE u.tree = ? AND u.deleted_at = '' AND (? OR v.type IN ?) AND (? = '' OR v.unit_id = ?) ORDER BY v.unit_id, v.valid_from`,
		kind.TargetTree, len(kind.TargetTypes) == 0, kind.TargetTypes, only, only).Rows()
	if err != nil {
		return nil, err
	}
	var targets []target
	err = eachSpan(rows, func(id, upper string, span dates.Span) {
		span = span.Clip(inForce)
		if span.Empty() {
			return
		}
		last := len(targets) - 1
		if last >= 0 && targets[last].id == id && span.From <= day {
			targets[last].upper = upper
		}
		if last < 0 || targets[last].id != id {
			targets = append(targets, target{id: id, upper: upper, required: []dates.Span{span}})
		} else if known := targets[last].required; known[len(known)-1].To == span.From {
			known[len(known)-1].To = span.To
		} else {
			targets[last].required = append(known, span)
		}
	})
	if err != nil {
		return nil, err
	}
	rows, err = tx.Raw(`SELECT target_id, valid_from, valid_to, '' FROM assignment
		WHERE kind_id = ? AND is_primary = 1 AND deleted_at = '' AND (? = '' OR target_id = ?)
ORDER BY target_id, valid_from`, kind.ID, only, only).Rows()
	if err != nil {
		return nil, err
	}
	at := 0 // both lists are ordered by unit, so one pass joins them
	err = eachSpan(rows, func(id, _ string, span dates.Span) {
		for at < len(targets) && targets[at].id < id {
			at++
		}
		if at < len(targets) && targets[at].id == id {
			targets[at].held = append(targets[at].held, span)
		}
	})
	return targets, err
}

// gaps gives the parts of the required spans that no held span covers. required is joined and in order, held is in order
// of its beginnings.
func gaps(required, held []dates.Span) []dates.Span {
	var out []dates.Span
	for _, need := range required {
		from := need.From
		closed := false
		for _, h := range held {
			if h.To != dates.None && h.To <= from {
				continue
			}
			if need.To != dates.None && h.From >= need.To {
				break
			}
			if h.From > from {
				out = append(out, dates.Span{From: from, To: h.From})
			}
			if from = h.To; from == dates.None || need.To != dates.None && from >= need.To {
				closed = true
				break
			}
		}
		if !closed {
			out = append(out, dates.Span{From: from, To: need.To})
		}
	}
	return out
}
