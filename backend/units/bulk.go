package units

import (
	"fmt"
	"maps"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// Row is a unit without what is dated.
type Row struct {
	ID        string `gorm:"column:id;primaryKey" json:"id"`
	Tree      string `gorm:"column:tree" json:"tree"`
	Note      string `gorm:"column:note" json:"note"`
	CreatedAt string `gorm:"column:created_at" json:"createdAt"` // RFC 3339, UTC
	DeletedAt string `gorm:"column:deleted_at" json:"deletedAt"` // in the bin since; "" = not
}

// TableName names the table for GORM.
func (Row) TableName() string { return "unit" }

// NewUnit is a unit to be entered. ID may be given (from store.NewID) so that other new units can name it as parent;
// empty, it is made.
type NewUnit struct {
	ID        string     `json:"id"`
	Tree      string     `json:"tree"`
	Facts     Facts      `json:"facts"`
	ValidFrom dates.Date `json:"validFrom"` // "" = since before the records begin
	ValidTo   dates.Date `json:"validTo"`   // excluded; "" = open
	Source    string     `json:"source"`
	Note      string     `json:"note"`
}

// batch is how many rows one INSERT holds.
const batch = 100

// InsertMany enters units with all rules checked, all or none; it gives their ids in the order of the list. Field
// messages are named "rows.N.field", N from 0.
func InsertMany(tx *store.Tx, list []NewUnit) ([]string, error) {
	var f fault.Fields
	rows, versions := make([]Row, len(list)), make([]Version, len(list))
	ids, index := make([]string, len(list)), make(map[string]int, len(list))
	for i, in := range list {
		var own fault.Fields
		if in.ID == "" {
			in.ID = store.NewID()
		}
		if in.Tree != TreeAdmin && in.Tree != TreeParty {
			own.Add("tree", "Hãy chọn cây: địa bàn hoặc tổ chức đảng.")
		}
		if _, twice := index[in.ID]; twice {
			return nil, fmt.Errorf("units: the id of row %d is used twice", i)
		}
		in.Facts.check(in.Tree, &own)
		span := dates.Span{From: in.ValidFrom, To: in.ValidTo}
		checkSpan(span, &own)
		checkSource(&in.Source, &own)
		in.Note = store.Clean(in.Note)
		own.LimitText("note", "Ghi chú", in.Note, maxNote)
		if err := guard.Strict(tx, &own, "note", in.Note); err != nil {
			return nil, err
		}
		_ = f.Take(own.Err(), func(field, message string) (string, string) { return rowField(i, field), message })
		ids[i], index[in.ID] = in.ID, i
		rows[i] = Row{ID: in.ID, Tree: in.Tree, Note: in.Note, CreatedAt: tx.NowText()}
		versions[i] = in.Facts.version(in.ID, span, in.Source)
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return ids, nil
	}
	if err := tx.CreateInBatches(&rows, batch).Error; err != nil {
		return nil, err
	}
	if err := tx.CreateInBatches(&versions, batch).Error; err != nil {
		return nil, err
	}
	return ids, verifiedRows(tx, ids, index)
}

func rowField(i int, field string) string { return fmt.Sprintf("rows.%d.%s", i, field) }

func verifiedRows(tx *store.Tx, ids []string, index map[string]int) error {
	found, err := findProblems(tx, ids)
	if err != nil {
		return err
	}
	return problemsAsFault(found, func(p problem) string {
		if p.field == "" {
			return ""
		}
		return rowField(index[p.unitID], p.field)
	})
}

// Change is a new state of a unit from a day on; the state before ends that day.
type Change struct {
	UnitID string     `json:"unitId"`
	From   dates.Date `json:"from"`
	Facts  Facts      `json:"facts"`
	Source string     `json:"source"`
}

// ChangeMany gives units new versions, all or none. Field messages are named "rows.N.field".
func ChangeMany(tx *store.Tx, list []Change) error {
	ids, index := make([]string, len(list)), make(map[string]int, len(list))
	for i, in := range list {
		if _, err := change(tx, in); err != nil {
			return fault.Under(err, rowField(i, ""))
		}
		ids[i], index[in.UnitID] = in.UnitID, i
	}
	return verifiedRows(tx, ids, index)
}

// CloseMany ends units on a day (the first day on which they are no more), all or none. A unit whose own units stay
// open is refused and they are named.
func CloseMany(tx *store.Tx, ids []string, day dates.Date, source string) error {
	for _, id := range ids {
		if err := endUnit(tx, id, day, source); err != nil {
			return err
		}
	}
	return checkRules(tx, ids...)
}

// Territory says which place a Party organisation answers for, and when.
type Territory struct {
	ID        string     `gorm:"column:id;primaryKey" json:"id"`
	OrgID     string     `gorm:"column:org_id" json:"orgId"`
	UnitID    string     `gorm:"column:unit_id" json:"unitId"`
	ValidFrom dates.Date `gorm:"column:valid_from" json:"validFrom"`
	ValidTo   dates.Date `gorm:"column:valid_to" json:"validTo"`
}

// TableName names the table for GORM.
func (Territory) TableName() string { return "unit_territory" }

// Snapshot is all that is stored of one unit; Row nil says that there was no such unit. Two equal snapshots have equal
// JSON, so that an undo can tell whether somebody has edited the unit since.
type Snapshot struct {
	UnitID      string      `json:"unitId"`
	Row         *Row        `json:"row"`
	Versions    []Version   `json:"versions"`
	Territories []Territory `json:"territories"`
}

// Snapshots takes pictures of units, in the order asked for.
func Snapshots(tx *store.Tx, ids []string) ([]Snapshot, error) {
	out, at := make([]Snapshot, len(ids)), make(map[string]int, len(ids))
	for i, id := range ids {
		out[i], at[id] = Snapshot{UnitID: id, Versions: []Version{}, Territories: []Territory{}}, i
	}
	err := eachChunk(ids, func(part []string) error {
		var rows []Row
		var versions []Version
		var links []Territory
		if err := tx.Where("id IN ?", part).Find(&rows).Error; err != nil {
			return err
		}
		if err := tx.Where("unit_id IN ?", part).Order("unit_id, valid_from").Find(&versions).Error; err != nil {
			return err
		}
		if err := tx.Where("org_id IN ? OR unit_id IN ?", part, part).Order("id").Find(&links).Error; err != nil {
			return err
		}
		for i := range rows {
			out[at[rows[i].ID]].Row = &rows[i]
		}
		for _, v := range versions {
			s := &out[at[v.UnitID]]
			s.Versions = append(s.Versions, v)
		}
		for _, l := range links {
			for _, id := range []string{l.OrgID, l.UnitID} {
				if i, asked := at[id]; asked && !slices.Contains(out[i].Territories, l) {
					out[i].Territories = append(out[i].Territories, l)
				}
			}
		}
		return nil
	})
	return out, err
}

// PutBack stores units exactly as the snapshots say and checks all rules; a unit that did not exist goes away.
func PutBack(tx *store.Tx, list []Snapshot) error {
	ids := make([]string, len(list))
	var rows []Row
	var versions []Version
	links := map[string]Territory{}
	for i, s := range list {
		ids[i] = s.UnitID
		if s.Row != nil {
			rows = append(rows, *s.Row)
		}
		for _, v := range s.Versions {
			v.Fold, v.SortKey = store.Fold(v.Name), naturalKey(v.Name) // not part of the JSON
			versions = append(versions, v)
		}
		for _, l := range s.Territories {
			links[l.ID] = l
		}
	}
	// Units below lose their parent for a moment; the rules look at them only at the end.
	below := map[string]bool{}
	err := eachChunk(ids, func(part []string) error {
		var found []string
		if err := tx.Raw("SELECT DISTINCT unit_id FROM unit_version WHERE parent_id IN ?", part).Scan(&found).Error; err != nil {
			return err
		}
		for _, id := range found {
			below[id] = true
		}
		for _, query := range []string{"DELETE FROM unit_territory WHERE org_id IN @ids OR unit_id IN @ids",
			"DELETE FROM unit_version WHERE unit_id IN @ids", "DELETE FROM unit WHERE id IN @ids"} {
			if err := tx.Exec(query, map[string]any{"ids": part}).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(rows) > 0 {
		if err := tx.CreateInBatches(&rows, batch).Error; err != nil {
			return err
		}
		if err := tx.CreateInBatches(&versions, batch).Error; err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(links)) {
		link := links[id]
		if err := tx.Create(&link).Error; err != nil {
			return err
		}
	}
	for _, id := range ids {
		below[id] = true
	}
	return checkRules(tx, sortedKeys(below)...)
}
