package activities

import (
	"encoding/json"
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

// usualHosts lists the units that usually hold the kind on a day, below underID or anywhere, by the unit above and by
// name. It reads versions directly: labels, which cost most, are needed only of those that are shown.
func usualHosts(tx *store.Tx, kind Kind, underID string, day dates.Date) ([]string, error) {
	choices := hostTypes[kind]
	if choices == nil {
		choices = [][]string{communes, hamlets}
	}
	query := tx.Table("unit_version v").Select("v.unit_id, v.type").Joins("JOIN unit u ON u.id = v.unit_id AND u.deleted_at = ''").
		Joins("LEFT JOIN unit_version p ON p.unit_id = v.parent_id AND p.valid_from <= ? AND (p.valid_to = '' OR p.valid_to > ?)", day, day).
		Where("v.type IN ? AND v.valid_from <= ? AND (v.valid_to = '' OR v.valid_to > ?)", slices.Concat(choices...), day, day).
		Order("p.sort_key, v.parent_id, v.sort_key, v.unit_id")
	if underID != "" {
		ids, err := units.Reach(tx, underID, dates.Through(day, day))
		if err != nil {
			return nil, err
		}
		set, err := json.Marshal(ids)
		if err != nil {
			return nil, err
		}
		query = query.Where("v.unit_id IN (SELECT value FROM json_each(?))", string(set))
	}
	var rows []struct{ UnitID, Type string }
	if err := query.Find(&rows).Error; err != nil {
		return nil, err
	}
	for _, types := range choices {
		found := []string{}
		for _, r := range rows {
			if slices.Contains(types, r.Type) {
				found = append(found, r.UnitID)
			}
		}
		if len(found) > 0 {
			return found, nil
		}
	}
	return []string{}, nil
}
