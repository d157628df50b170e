package assignments

import (
	"cmp"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// UnitHistory is who has been in charge of one place through time, kind by kind.
type UnitHistory struct {
	Day   dates.Date    `json:"day"`
	Kinds []KindHistory `json:"kinds"`
}

// KindHistory is one kind's holders of a place, newest first, and the stretches in which it had no primary.
type KindHistory struct {
	KindID   string        `json:"kindId"`
	KindName string        `json:"kindName"`
	Required bool          `json:"required"` // the kind has to cover the place today
	Covered  bool          `json:"covered"`
	Rows     []RegisterRow `json:"rows"`
	Gaps     []Gap         `json:"gaps"` // oldest first; none for a kind that need not cover
}

// Gap is a stretch without a primary.
type Gap struct {
	From dates.Date `json:"from"`
	To   dates.Date `json:"to"`   // exclusive; "" = still vacant
	Days int        `json:"days"` // up to and including the day shown
}

// HistoryOf tells a unit page's timeline as of a day.
func HistoryOf(tx *store.Tx, unitID string, day dates.Date) (UnitHistory, error) {
	if day == dates.None {
		day = tx.Today
	}
	out := UnitHistory{Day: day, Kinds: []KindHistory{}}
	all, err := Active(tx, Filter{TargetIDs: []string{unitID}})
	if err != nil {
		return out, err
	}
	rows, err := withNames(tx, all, day)
	if err != nil {
		return out, err
	}
	kinds, schemes, err := coverageKinds(tx, "")
	if err != nil {
		return out, err
	}
	at := map[string]int{}
	add := func(id, name string) *KindHistory {
		if _, known := at[id]; !known {
			at[id] = len(out.Kinds)
			out.Kinds = append(out.Kinds, KindHistory{KindID: id, KindName: name, Rows: []RegisterRow{}, Gaps: []Gap{}})
		}
		return &out.Kinds[at[id]]
	}
	for _, kind := range kinds {
		targets, err := readTargets(tx, kind, schemes[kind.SchemeID].Span(), day, unitID)
		if err != nil {
			return out, err
		}
		if len(targets) == 0 {
			continue
		}
		h, t := add(kind.ID, kind.Name), targets[0]
		h.Required = within(t.required, day)
		h.Covered = h.Required && within(t.held, day)
		for _, g := range gaps(t.required, t.held) {
			if seen := g.Clip(dates.Span{To: day.AddDays(1)}); !seen.Empty() {
				if tx.Past() && g.To > day.AddDays(1) {
					g.To = dates.None
				}
				h.Gaps = append(h.Gaps, Gap{From: g.From, To: g.To, Days: seen.Days()})
			}
		}
	}
	for _, r := range rows {
		h := add(r.KindID, r.KindName)
		h.Rows = append(h.Rows, r)
	}
	for i := range out.Kinds {
		slices.SortStableFunc(out.Kinds[i].Rows, func(a, b RegisterRow) int {
			return cmp.Or(trueFirst(a.Current, b.Current), cmp.Compare(b.ValidFrom, a.ValidFrom), trueFirst(a.Primary, b.Primary))
		})
	}
	return out, nil
}

func within(spans []dates.Span, day dates.Date) bool {
	return slices.ContainsFunc(spans, func(s dates.Span) bool { return s.Contains(day) })
}

// HoldingsOf lists what an officer has, had and will have, present ones first, then the newest.
func HoldingsOf(tx *store.Tx, officerID string, day dates.Date) ([]RegisterRow, error) {
	if day == dates.None {
		day = tx.Today
	}
	all, err := Active(tx, Filter{OfficerID: officerID})
	if err != nil {
		return nil, err
	}
	rows, err := withNames(tx, all, day)
	slices.SortStableFunc(rows, func(a, b RegisterRow) int {
		return cmp.Or(trueFirst(a.Current, b.Current), trueFirst(a.Future, b.Future), cmp.Compare(b.ValidFrom, a.ValidFrom))
	})
	return rows, err
}
