package matters

import (
	"caunoi/backend/dates"
	"caunoi/backend/units"
)

// placeOnDay is a place as it was named on a day.
type placeOnDay struct {
	id  string
	day dates.Date
}

// placeNames names the places of matters as of the days they were raised. Units change rarely, so all are
// read as of the last of these days first; only a place whose name was not valid yet on its day is read again for that day.
func (c *calc) placeNames(list []Matter) (map[placeOnDay]units.Ref, error) {
	out := map[placeOnDay]units.Ref{}
	ids, last := []string{}, dates.None
	seen := map[string]bool{}
	for _, m := range list {
		if !seen[m.PlaceID] {
			seen[m.PlaceID] = true
			ids = append(ids, m.PlaceID)
		}
		last = dates.Later(last, m.RaisedOn)
	}
	if len(list) == 0 {
		return out, nil
	}
	names, err := units.Refs(c.tx, ids, last)
	if err != nil {
		return nil, err
	}
	missed := map[dates.Date][]string{}
	for _, m := range list {
		key := placeOnDay{m.PlaceID, m.RaisedOn}
		if _, done := out[key]; done {
			continue
		}
		ref := names[m.PlaceID]
		out[key] = ref
		if !ref.ValidOn(m.RaisedOn) {
			missed[m.RaisedOn] = append(missed[m.RaisedOn], m.PlaceID)
		}
	}
	for day, some := range missed {
		names, err := units.Refs(c.tx, some, day)
		if err != nil {
			return nil, err
		}
		for id, ref := range names {
			out[placeOnDay{id, day}] = ref
		}
	}
	return out, nil
}
