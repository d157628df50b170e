package units

import (
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Reached are the units that lie under a unit, with the days on which they do. What happened at one of them on a day lies under the unit
// when it did so on that day, however the tree has changed since.
type Reached struct {
	Always []string      // on every day of their lives
	Parts  []ReachedPart // only on the days named; no unit is in both lists, the days of one unit do not overlap
}

// ReachedPart is a unit with days on which it lay under another one.
type ReachedPart struct {
	ID   string
	Span dates.Span
}

// ReachByDay lists the units that have ever lain under a unit, by the rule of Reach; withLinks also follows the links between the trees.
func ReachByDay(tx *store.Tx, root string, withLinks bool) (Reached, error) {
	from := "own"
	if withLinks {
		from = "(SELECT * FROM own UNION SELECT * FROM linked)"
	}
	var rows []struct {
		ID                      string
		First, Past, Born, Gone dates.Date
	}
	err := tx.Raw(reachedCTE+`SELECT r.id, r.first, r.past, min(v.valid_from) AS born, max(iif(v.valid_to = '', @to, v.valid_to)) AS gone
FROM `+from+` r JOIN unit_version v ON v.unit_id = r.id GROUP BY r.id, r.first, r.past ORDER BY r.id, r.first, r.past`,
		map[string]any{"root": root, "from": "", "to": endOf(dates.Span{})}).Scan(&rows).Error
	if err != nil {
		return Reached{}, err
	}
	var out Reached
	for i := 0; i < len(rows); {
		r, spans := rows[i], []dates.Span{}
		for ; i < len(rows) && rows[i].ID == r.ID; i++ {
			last := len(spans) - 1
			if last >= 0 && rows[i].First <= spans[last].To {
				spans[last].To = dates.Later(spans[last].To, rows[i].Past)
			} else {
				spans = append(spans, dates.Span{From: rows[i].First, To: rows[i].Past})
			}
		}
		if len(spans) == 1 && spans[0].From <= r.Born && spans[0].To >= r.Gone {
			out.Always = append(out.Always, r.ID)
			continue
		}
		for _, s := range spans {
			out.Parts = append(out.Parts, ReachedPart{r.ID, s})
		}
	}
	return out, nil
}

// Above says what lies above units in their own tree, day by day.
type Above struct{ versions map[string][]aboveVersion }

type aboveVersion struct {
	parent string
	span   dates.Span
}

// AboveOf reads what has ever lain above units.
func AboveOf(tx *store.Tx, ids []string) (Above, error) {
	out := Above{versions: map[string][]aboveVersion{}}
	for next := store.Distinct(ids); len(next) > 0; {
		var rows []struct {
			UnitID, ParentID   string
			ValidFrom, ValidTo dates.Date
		}
		err := tx.Raw(`SELECT unit_id, parent_id, valid_from, valid_to FROM unit_version
WHERE unit_id IN (SELECT value FROM json_each(?)) ORDER BY unit_id, valid_from`, store.JSONList(next)).Scan(&rows).Error
		if err != nil {
			return out, err
		}
		for _, id := range next {
			out.versions[id] = nil
		}
		next = nil
		for _, r := range rows {
			out.versions[r.UnitID] = append(out.versions[r.UnitID], aboveVersion{r.ParentID, dates.Span{From: r.ValidFrom, To: r.ValidTo}})
			if _, known := out.versions[r.ParentID]; r.ParentID != "" && !known && !slices.Contains(next, r.ParentID) {
				next = append(next, r.ParentID)
			}
		}
	}
	return out, nil
}

// Path lists the units from the top down to a unit as they lay on a day, itself the last; nil where it did not exist on that day.
func (a Above) Path(id string, day dates.Date) []string {
	var path []string
	for id != "" && !slices.Contains(path, id) {
		i := slices.IndexFunc(a.versions[id], func(v aboveVersion) bool { return v.span.Contains(day) })
		if i < 0 {
			break
		}
		path = append(path, id)
		id = a.versions[id][i].parent
	}
	slices.Reverse(path)
	return path
}

// Holds tells whether a unit lies under the one asked about on a day.
func (r Reached) Holds() func(id string, day dates.Date) bool {
	always, parts := map[string]bool{}, map[string][]dates.Span{}
	for _, id := range r.Always {
		always[id] = true
	}
	for _, p := range r.Parts {
		parts[p.ID] = append(parts[p.ID], p.Span)
	}
	return func(id string, day dates.Date) bool {
		return always[id] || slices.ContainsFunc(parts[id], func(s dates.Span) bool { return s.Contains(day) })
	}
}
