package activities

import (
	"encoding/json"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// reach lists a unit, all below it during the span, and the Party organisations that answer for those places: who asks
// for a commune's meetings means those of its cells too.
func reach(tx *store.Tx, root string, span dates.Span) ([]string, error) {
	ids, err := units.BelowDuring(tx, root, span)
	if err != nil {
		return nil, err
	}
	links, err := territories(tx, ids, span)
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
			below, err := units.BelowDuring(tx, l.OrgID, span)
			if err != nil {
				return nil, err
			}
			add(below...)
		}
	}
	return ids, nil
}

// territories lists the links of places and Party organisations that hold on at least one day of the span.
func territories(tx *store.Tx, ids []string, span dates.Span) ([]units.Territory, error) {
	set, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	var links []units.Territory
	return links, tx.Where("(org_id IN (SELECT value FROM json_each(?)) OR unit_id IN (SELECT value FROM json_each(?))) AND valid_from < ? AND (valid_to = '' OR valid_to > ?)",
		string(set), string(set), lastDay(span), span.From).
		Order("id").
		Find(&links).
		Error
}

// placesOf gives, for Party organisations among ids, the places they answer for on the day.
func placesOf(tx *store.Tx, ids []string, day dates.Date) (map[string][]string, error) {
	links, err := territories(tx, ids, dates.Through(day, day))
	out := map[string][]string{}
	for _, l := range links {
		out[l.OrgID] = append(out[l.OrgID], l.UnitID)
	}
	return out, err
}
