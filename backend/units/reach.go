package units

import (
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Reach lists a unit, all below it during the span, and the Party organisations that answer for those places: who asks
// for a commune's meetings means those of its cells too.
func Reach(tx *store.Tx, root string, span dates.Span) ([]string, error) {
	ids, err := BelowDuring(tx, root, span)
	if err != nil {
		return nil, err
	}
	links, err := LinksDuring(tx, ids, span)
	if err != nil {
		return nil, err
	}
	known := make(map[string]bool, len(ids))
	for _, id := range ids {
		known[id] = true
	}
	add := func(more ...string) {
		for _, id := range more {
			if !known[id] {
				known[id] = true
				ids = append(ids, id)
			}
		}
	}
	for _, l := range links {
		if !known[l.UnitID] {
			continue // the link of an organisation asked for: its place is not part of it
		}
		add(l.OrgID)
		if l.UnitID == root {
			below, err := BelowDuring(tx, l.OrgID, span)
			if err != nil {
				return nil, err
			}
			add(below...)
		}
	}
	return ids, nil
}

// LinksDuring lists the links of places and Party organisations that hold on at least one day of the span.
func LinksDuring(tx *store.Tx, ids []string, span dates.Span) ([]Territory, error) {
	set := store.JSONList(ids)
	var links []Territory
	return links, tx.Where("(org_id IN (SELECT value FROM json_each(?)) OR unit_id IN (SELECT value FROM json_each(?))) AND valid_from < ? AND (valid_to = '' OR valid_to > ?)",
		set, set, endOf(span), span.From).
		Order("id").
		Find(&links).
		Error
}
