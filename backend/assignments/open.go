package assignments

import (
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// OngoingAt names the assignments that run on a day at units: who, what and where.
func OngoingAt(tx *store.Tx, unitIDs []string, day dates.Date) ([]string, error) {
	var out []string
	for part := range slices.Chunk(unitIDs, 400) {
		running, err := Active(tx, Filter{Day: day, TargetIDs: part})
		if err != nil {
			return nil, err
		}
		var people, places []string
		for _, l := range running {
			people, places = append(people, l.OfficerID), append(places, l.TargetID)
		}
		who, err := officers.Refs(tx, people, day)
		if err != nil {
			return nil, err
		}
		where, err := units.Refs(tx, places, day)
		if err != nil {
			return nil, err
		}
		for _, l := range running {
			name := l.TeamName
			if p := who[l.OfficerID]; p.ID != "" {
				name = p.Name
			}
			out = append(out, name+", "+l.Verb+" "+where[l.TargetID].Name)
		}
	}
	return out, nil
}
