package units

import (
	"cmp"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Version is what a unit was from one day to another (the end excluded; an empty bound is open).
type Version struct {
	ID         string     `gorm:"column:id;primaryKey" json:"id"`
	UnitID     string     `gorm:"column:unit_id" json:"unitId"`
	Name       string     `gorm:"column:name" json:"name"`
	ShortName  string     `gorm:"column:short_name" json:"shortName"`
	Type       string     `gorm:"column:type" json:"type"`
	Code       string     `gorm:"column:code" json:"code"`
	ParentID   string     `gorm:"column:parent_id" json:"parentId"`
	Households *int64     `gorm:"column:households" json:"households"` // nil = not stated
	Members    *int64     `gorm:"column:members" json:"members"`       // Party members, nil = not stated
	Welfare    string     `gorm:"column:welfare" json:"welfare"`       // households only, see Welfares
	ValidFrom  dates.Date `gorm:"column:valid_from" json:"validFrom"`
	ValidTo    dates.Date `gorm:"column:valid_to" json:"validTo"`
	Source     string     `gorm:"column:source" json:"source"`        // the paper this version rests on
	EndSource  string     `gorm:"column:end_source" json:"endSource"` // the paper that ended the unit with this version
	Fold       string     `gorm:"column:fold" json:"-"`
	SortKey    string     `gorm:"column:sort_key" json:"-"`
}

// TableName names the table for GORM.
func (Version) TableName() string { return "unit_version" }

func (v *Version) span() dates.Span { return dates.Span{From: v.ValidFrom, To: v.ValidTo} }

// unitGraph is a part of the two trees in memory: whole units with all their versions in order of time. Labels and rules
// are worked out on a book, whether it holds three units or a province.
type unitGraph struct {
	units    map[string]*graphUnit
	byName   map[string][]*graphUnit
	children map[string][]*graphUnit // by parent, any time; only complete in a book of everything
	labels   map[labelKey]string
}

type graphUnit struct {
	id, tree string
	deleted  bool
	versions []Version
}

// versionAt is the version of the day, else the last before it, else the first.
func (e *graphUnit) versionAt(day dates.Date) *Version {
	found := &e.versions[0]
	for i := range e.versions {
		if e.versions[i].ValidFrom <= day {
			found = &e.versions[i]
		}
	}
	return found
}

// versionOn is the version valid on the day, or nil.
func (e *graphUnit) versionOn(day dates.Date) *Version {
	if v := e.versionAt(day); v.span().Contains(day) {
		return v
	}
	return nil
}

const slimColumns = `SELECT v.id, v.unit_id, v.name, v.type, v.code, v.parent_id, v.valid_from, v.valid_to, v.sort_key, u.tree, u.deleted_at
FROM unit_version v JOIN unit u ON u.id = v.unit_id `

// chunk keeps the number of ? below what every engine takes.
const chunk = 400

func newUnitGraph() *unitGraph {
	return &unitGraph{
		units:    map[string]*graphUnit{},
		byName:   map[string][]*graphUnit{},
		children: map[string][]*graphUnit{},
		labels:   map[labelKey]string{},
	}
}

// loadWholeGraph reads every unit. It asks for no order: sorting siblings in memory takes a third of the time of sorting
// all names in the database.
func loadWholeGraph(tx *store.Tx) (*unitGraph, error) {
	b := newUnitGraph()
	if err := b.read(tx, slimColumns); err != nil {
		return nil, err
	}
	return b.index(), nil
}

// loadGraphAround reads the given units, everything above them, and the units a label of theirs could be mistaken for.
func loadGraphAround(tx *store.Tx, ids []string) (*unitGraph, error) {
	if len(ids) > 4*chunk {
		return loadWholeGraph(tx)
	}
	b := newUnitGraph()
	if err := b.readWithParents(tx, ids); err != nil {
		return nil, err
	}
	names, below := map[string]bool{}, map[string]bool{}
	for _, e := range b.units {
		for i := range e.versions {
			if v := &e.versions[i]; belowCommune(v.Type) {
				below[v.ParentID] = true
			} else {
				names[v.Name] = true
			}
		}
	}
	var rivals []string
	if err := eachChunk(sortedKeys(names), func(part []string) error {
		var found []string
		err := tx.Raw("SELECT DISTINCT unit_id FROM unit_version WHERE name IN ?", part).Scan(&found).Error
		rivals = append(rivals, found...)
		return err
	}); err != nil {
		return nil, err
	}
	if err := eachChunk(sortedKeys(below), func(part []string) error {
		var found []string
		err := tx.Raw("SELECT DISTINCT unit_id FROM unit_version WHERE parent_id IN ?", part).Scan(&found).Error
		rivals = append(rivals, found...)
		return err
	}); err != nil {
		return nil, err
	}
	if err := b.readWithParents(tx, rivals); err != nil {
		return nil, err
	}
	return b.index(), nil
}

// readWithParents reads units and, level by level, all their parents of any time.
func (b *unitGraph) readWithParents(tx *store.Tx, ids []string) error {
	for len(ids) > 0 {
		missing := map[string]bool{}
		for _, id := range ids {
			if id != "" && b.units[id] == nil {
				missing[id] = true
			}
		}
		fresh := sortedKeys(missing)
		if err := eachChunk(fresh, func(part []string) error {
			return b.read(tx, slimColumns+"WHERE v.unit_id IN ?", part)
		}); err != nil {
			return err
		}
		ids = nil
		for _, id := range fresh {
			if e := b.units[id]; e != nil {
				for i := range e.versions {
					ids = append(ids, e.versions[i].ParentID)
				}
			}
		}
	}
	return nil
}

func (b *unitGraph) read(tx *store.Tx, query string, args ...any) error {
	rows, err := tx.Raw(query, args...).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var v Version
		var tree, deleted string
		if err := rows.Scan(
			&v.ID,
			&v.UnitID,
			&v.Name,
			&v.Type,
			&v.Code,
			&v.ParentID,
			&v.ValidFrom,
			&v.ValidTo,
			&v.SortKey,
			&tree,
			&deleted,
		); err != nil {
			return err
		}
		b.add(v, tree, deleted != "")
	}
	return rows.Err()
}

func (b *unitGraph) add(v Version, tree string, deleted bool) {
	e := b.units[v.UnitID]
	if e == nil {
		e = &graphUnit{id: v.UnitID, tree: tree, deleted: deleted}
		b.units[v.UnitID] = e
	}
	e.versions = append(e.versions, v)
}

// index orders versions by time and prepares the look-ups.
func (b *unitGraph) index() *unitGraph {
	clear(b.byName)
	clear(b.children)
	for _, e := range b.units {
		slices.SortFunc(e.versions, func(x, y Version) int { return cmp.Compare(x.ValidFrom, y.ValidFrom) })
		if e.deleted {
			continue
		}
		for i := range e.versions {
			v := &e.versions[i]
			if list := b.byName[v.Name]; !slices.Contains(list[max(0, len(list)-1):], e) {
				b.byName[v.Name] = append(list, e)
			}
			if list := b.children[v.ParentID]; !slices.Contains(list[max(0, len(list)-1):], e) {
				b.children[v.ParentID] = append(list, e)
			}
		}
	}
	return b
}

func eachChunk(ids []string, visit func([]string) error) error {
	for part := range slices.Chunk(ids, chunk) {
		if err := visit(part); err != nil {
			return err
		}
	}
	return nil
}

func sortedKeys(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for key := range set {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}
