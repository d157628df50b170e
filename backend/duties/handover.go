package duties

import (
	"slices"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// nextWithin is how far ahead the next turn of a duty is looked for: a yearly one has its turn within it.
const nextWithin = 366 // days

// HandoverHooks tells the handover of duties. The duties of a place are computed from who is in charge of it, so they pass
// on by themselves; the handover shows the next turn of each.
func HandoverHooks() []assignments.HandoverHook {
	return []assignments.HandoverHook{{Code: "nhiem_vu", Word: "nhiệm vụ định kỳ", Open: openDuties}}
}

func openDuties(tx *store.Tx, held []assignments.HeldPlace) (map[string][]assignments.OpenItem, error) {
	out := map[string][]assignments.OpenItem{}
	if len(held) == 0 || tx.Past() { // what lies ahead of a past day is in the papers of later days
		return out, nil
	}
	targets := []string{}
	for _, h := range held {
		if !slices.Contains(targets, h.TargetID) {
			targets = append(targets, h.TargetID)
		}
	}
	from := dates.Later(held[0].On, tx.Today)
	list, err := Expected(tx, Filter{Span: dates.Span{From: from, To: from.AddDays(nextWithin)}, TargetIDs: targets})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(list, func(a, b Expectation) int {
		if a.Day < b.Day {
			return -1
		} else if a.Day > b.Day {
			return 1
		}
		return 0
	})
	for _, e := range list {
		if e.Suspended || slices.ContainsFunc(out[e.UnitID], func(i assignments.OpenItem) bool { return i.ID == e.RuleID }) {
			continue
		}
		out[e.UnitID] = append(out[e.UnitID], assignments.OpenItem{ID: e.RuleID, Text: e.RuleName + ", kỳ tới: " + e.TurnLabel, Day: e.Due})
	}
	return out, nil
}
