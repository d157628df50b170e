package matters

import (
	"cmp"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// NoPlace names the line of matters whose place is not known to have existed on the day they were raised.
const NoPlace = "Không quy đổi được địa bàn"

// placeNode is one line of the figures by place while it is summed up.
type placeNode struct {
	id       string
	last     dates.Date // the last day on which something was raised here: the line bears the name of that day
	row      summaryRow
	children map[string]*placeNode
}

func (n *placeNode) child(id string) *placeNode {
	c, known := n.children[id]
	if !known {
		c = &placeNode{id: id, children: map[string]*placeNode{}}
		n.children[id] = c
	}
	return c
}

// ByPlace sums up a filter by place, up the tree: each line is a unit with all that was raised at it or below it, its parts follow it one
// step deeper. A matter stands under the units that lay above its place on the day it was raised, so a paper of a period shows the places
// of that period. The lines of depth 0, with that of NoPlace, add up to the total. It returns fault.CodeInvalid for an unknown list in the
// filter.
func ByPlace(tx *store.Tx, f Filter) ([]Summary, error) {
	tx = tx.AsOf(f.AsOf)
	q, err := filterQuery(tx, f)
	if err != nil {
		return nil, err
	}
	var rows []struct {
		PlaceID  string
		RaisedOn dates.Date
		Sums     summaryRow `gorm:"embedded"`
	}
	if err := q.Select("m.place_id, m.raised_on, '' AS key, "+classSumsSQL, tx.Today, tx.Today, tx.Today).
		Group("m.place_id, m.raised_on").Scan(&rows).Error; err != nil {
		return nil, err
	}
	ids := []string{}
	for _, r := range rows {
		ids = append(ids, r.PlaceID)
	}
	above, err := units.AboveOf(tx, ids)
	if err != nil {
		return nil, err
	}
	starts, err := lineStart(tx, f)
	if err != nil {
		return nil, err
	}
	top, lost := &placeNode{children: map[string]*placeNode{}}, summaryRow{}
	lostDays := []placeOnDay{}
	for _, r := range rows {
		path := above.Path(r.PlaceID, r.RaisedOn)
		if len(path) == 0 {
			lost.add(r.Sums)
			lostDays = append(lostDays, placeOnDay{r.PlaceID, r.RaisedOn})
			continue
		}
		at := top
		for _, id := range path[starts(path, r.RaisedOn):] {
			at = at.child(id)
			at.row.add(r.Sums)
			at.last = dates.Later(at.last, r.RaisedOn)
		}
	}
	out, err := placeLines(tx, f, top)
	if err != nil || len(lostDays) == 0 {
		return out, err
	}
	none := f
	if none.IDs, err = idsRaised(tx, f, lostDays); err != nil {
		return nil, err
	}
	return append(out, lost.summary(NoPlace, none)), nil
}

// lineStart tells where in a path the lines begin: below the unit of the filter, which they all share, else at the office's own area.
func lineStart(tx *store.Tx, f Filter) (func([]string, dates.Date) int, error) {
	if f.UnderID != "" {
		reached, err := units.ReachByDay(tx, f.UnderID, true)
		if err != nil {
			return nil, err
		}
		holds := reached.Holds()
		return func(path []string, day dates.Date) int {
			return max(slices.IndexFunc(path, func(id string) bool { return holds(id, day) }), 0)
		}, nil
	}
	office, err := units.TheOffice(tx)
	return func(path []string, _ dates.Date) int { return max(slices.Index(path, office.UnitID), 0) }, err
}

// placeLines writes the lines of a tree, each before its parts, by name.
func placeLines(tx *store.Tx, f Filter, top *placeNode) ([]Summary, error) {
	nodes := []Matter{}
	var gather func(*placeNode)
	gather = func(n *placeNode) {
		for _, c := range n.children {
			nodes = append(nodes, Matter{PlaceID: c.id, RaisedOn: c.last})
			gather(c)
		}
	}
	gather(top)
	names, err := (&calc{tx: tx}).placeNames(nodes)
	if err != nil {
		return nil, err
	}
	out := []Summary{}
	var write func(*placeNode, []string)
	write = func(n *placeNode, path []string) {
		lines := []*placeNode{}
		for _, c := range n.children {
			lines = append(lines, c)
		}
		name := func(c *placeNode) string { return names[placeOnDay{c.id, c.last}].Name }
		slices.SortFunc(lines, func(a, b *placeNode) int {
			return cmp.Or(cmp.Compare(store.SortKey(name(a)), store.SortKey(name(b))), cmp.Compare(a.id, b.id))
		})
		for _, c := range lines {
			line := f
			line.LineIDs = append(slices.Clone(path), c.id)
			c.row.Key = c.id
			s := c.row.summary(name(c), line)
			s.Depth = len(path)
			out = append(out, s)
			write(c, line.LineIDs)
		}
	}
	write(top, nil)
	return out, nil
}

// idsRaised lists the matters of a filter that were raised at places on days.
func idsRaised(tx *store.Tx, f Filter, days []placeOnDay) ([]string, error) {
	q, err := filterQuery(tx, f)
	if err != nil {
		return nil, err
	}
	var rows []Matter
	if err := q.Select("m.id, m.place_id, m.raised_on").Scan(&rows).Error; err != nil {
		return nil, err
	}
	ids := []string{}
	for _, m := range rows {
		if slices.Contains(days, placeOnDay{m.PlaceID, m.RaisedOn}) {
			ids = append(ids, m.ID)
		}
	}
	return ids, nil
}

// add sums up what two rows count.
func (r *summaryRow) add(other summaryRow) {
	r.Received += other.Received
	r.Voices += other.Voices
	r.Duplicate += other.Duplicate
	r.Outside += other.Outside
	r.Settled += other.Settled
	r.Explained += other.Explained
	r.Roadmap += other.Roadmap
	r.Refused += other.Refused
	r.Working += other.Working
	r.Waiting += other.Waiting
	r.Overdue += other.Overdue
	r.Late += other.Late
}
