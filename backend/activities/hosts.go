package activities

import (
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

var (
	cells    = []string{units.ChiBo, units.ChiBoCoSo}
	hamlets  = []string{units.Ap, units.KhuPho, units.KhuVuc, units.Thon, units.Ban, units.Lang, units.Khom, units.ToDanPho}
	communes = []string{units.Xa, units.Phuong, units.ThiTran, units.DacKhu}
	parties  = []string{units.DangBoXa, units.DangBoCoSo}
	groups   = []string{units.ToNDTQ}
)

// hostTypes says which units usually hold a kind of meeting: the rows of the month grid and of a plan. The lists of one
// kind are tried in turn, because an office that keeps no Party cells still enters their meetings at the hamlets.
var hostTypes = map[Kind][][]string{
	CellRegular:  {cells, hamlets},
	CellThematic: {cells, hamlets},
	Committee:    {parties, communes},
	Group:        {groups, hamlets},
	People:       {hamlets, communes},
	Congress:     {cells, parties},
}

// usualHosts lists the units that usually hold the kind on a day, below underID or anywhere, in the order of the tree.
func usualHosts(tx *store.Tx, kind Kind, underID string, day dates.Date) ([]units.Ref, error) {
	choices := hostTypes[kind]
	if choices == nil {
		choices = [][]string{communes, hamlets}
	}
	inside, err := insideOf(tx, underID, day)
	if err != nil {
		return nil, err
	}
	for _, types := range choices {
		refs, err := units.Of(tx, units.Filter{Types: types, Day: day})
		if err != nil {
			return nil, err
		}
		if inside != nil {
			refs = slices.DeleteFunc(refs, func(r units.Ref) bool { return !inside[r.ID] })
		}
		if len(refs) > 0 {
			return refs, nil
		}
	}
	return []units.Ref{}, nil
}

// insideOf is reach as a set; nil means everywhere.
func insideOf(tx *store.Tx, underID string, day dates.Date) (map[string]bool, error) {
	if underID == "" {
		return nil, nil
	}
	ids, err := reach(tx, underID, dates.Through(day, day))
	inside := make(map[string]bool, len(ids))
	for _, id := range ids {
		inside[id] = true
	}
	return inside, err
}
