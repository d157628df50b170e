package activities

import (
	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// placesOf gives, for Party organisations among ids, the places they answer for on the day.
func placesOf(tx *store.Tx, ids []string, day dates.Date) (map[string][]string, error) {
	links, err := units.LinksDuring(tx, ids, dates.Through(day, day))
	out := map[string][]string{}
	for _, l := range links {
		out[l.OrgID] = append(out[l.OrgID], l.UnitID)
	}
	return out, err
}
