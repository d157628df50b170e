package units

import (
	"cmp"
	"slices"

	"caunoi/backend/dates"
)

// walk visits the units valid on a day in the order of the tree, with their depth below the start. underID "" starts
// at the top, tree "" takes both. Only a book of everything can be walked.
func (b *unitGraph) walk(tree, underID string, day dates.Date, visit func(e *graphUnit, v *Version, depth int)) {
	below := make(map[string][]*Version, len(b.units))
	for _, e := range b.units {
		if e.deleted || (tree != "" && e.tree != tree) {
			continue
		}
		v := e.versionOn(day)
		if v == nil {
			continue
		}
		parent := v.ParentID
		if above := b.units[parent]; above == nil || above.deleted || above.versionOn(day) == nil {
			parent = "" // nothing that exists may be hidden, should its parent be missing
		}
		below[parent] = append(below[parent], v)
	}
	for _, list := range below {
		slices.SortFunc(list, func(x, y *Version) int {
			return cmp.Or(
				cmp.Compare(typeOrder[x.Type], typeOrder[y.Type]),
				cmp.Compare(x.SortKey, y.SortKey),
				cmp.Compare(x.UnitID, y.UnitID),
			)
		})
	}
	var down func(v *Version, depth int)
	down = func(v *Version, depth int) {
		visit(b.units[v.UnitID], v, depth)
		for _, child := range below[v.UnitID] {
			down(child, depth+1)
		}
	}
	if underID != "" {
		if e := b.units[underID]; e != nil && e.versionOn(day) != nil {
			down(e.versionOn(day), 0)
		}
		return
	}
	for _, v := range below[""] {
		down(v, 0)
	}
}

// typeOrder puts the units of one parent in the order of the table of types.
var typeOrder = func() map[string]int {
	m := map[string]int{}
	for i, t := range allTypes {
		m[t.Code] = i
	}
	return m
}()
