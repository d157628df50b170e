package activities

import (
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
	for _, types := range choices {
		refs, err := units.Of(tx, units.Filter{Types: types, UnderID: underID, Day: day})
		if err != nil || len(refs) > 0 {
			return refs, err
		}
	}
	return []units.Ref{}, nil
}
