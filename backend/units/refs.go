package units

import (
	"maps"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Ref is what other rooms show and print of a unit on a day.
type Ref struct {
	ID         string     `json:"id"`
	Tree       string     `json:"tree"`
	Type       string     `json:"type"`
	TypeWord   string     `json:"typeWord"` // "xã", as inside a sentence
	Name       string     `json:"name"`     // in full: "Xã Quới Điền"
	Label      string     `json:"label"`    // never the same for two different units
	Code       string     `json:"code"`
	ParentID   string     `json:"parentId"`
	ParentName string     `json:"parentName"`
	ValidFrom  dates.Date `json:"validFrom"` // of the version shown
	ValidTo    dates.Date `json:"validTo"`   // excluded; "" = open
}

// ValidOn tells whether the version shown really was in force on the day; Refs may fall back to an older one.
func (r Ref) ValidOn(day dates.Date) bool {
	return dates.Span{From: r.ValidFrom, To: r.ValidTo}.Contains(day)
}

var errNoUnit = fault.NotFound("Không tìm thấy đơn vị này; có thể đã bị xóa. Hãy tải lại danh sách.")

// Refs names units as of a day: the version of that day, else the last before it, else the first. Units in the bin
// are named too, because old records may still point at them; unknown keys are left out.
func Refs(tx *store.Tx, ids []string, day dates.Date) (map[string]Ref, error) {
	out := make(map[string]Ref, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	refs, known, err := cachedRefs(tx, ids, day)
	if known || err != nil {
		return refs, err
	}
	b, err := loadGraphAround(tx, ids)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if e := b.units[id]; e != nil {
			out[id] = b.ref(e, day)
		}
	}
	return out, nil
}

// Communes names for each unit the one it counts under in papers of an upper body, as of a day: the unit itself or above it that
// lies right below a district or a province, or has nothing above it. Unknown keys are left out.
func Communes(tx *store.Tx, ids []string, day dates.Date) (map[string]Ref, error) {
	named, err := Refs(tx, ids, day)
	out := maps.Clone(named)
	for climbing := len(out) > 0; climbing && err == nil; {
		above := map[string]string{}
		for id, ref := range out {
			if ref.ParentID != "" {
				above[id] = ref.ParentID
			}
		}
		var parents map[string]Ref
		parents, err = Refs(tx, slices.Collect(maps.Values(above)), day)
		climbing = false
		for id, parentID := range above {
			if parent, known := parents[parentID]; known && !aboveCommunes(parent.Type) {
				out[id], climbing = parent, true
			}
		}
	}
	return out, err
}

// aboveCommunes tells the types under which communes, or the Party bodies of communes, lie.
func aboveCommunes(code string) bool {
	t := typeByCode[code]
	if t.Tree == TreeParty {
		return code == DangBoTinh || code == DangBoHuyen
	}
	return t.Tier < TierCommune
}

// Get names one unit as of a day, by the rule of Refs; a fault when there is no such unit.
func Get(tx *store.Tx, id string, day dates.Date) (Ref, error) {
	refs, err := Refs(tx, []string{id}, day)
	if err != nil {
		return Ref{}, err
	}
	ref, known := refs[id]
	if !known {
		return Ref{}, errNoUnit
	}
	return ref, nil
}

// Below lists a unit and everything under it on the day, the unit itself first. Units in the bin are left out.
func Below(tx *store.Tx, rootID string, day dates.Date) ([]string, error) {
	return BelowDuring(tx, rootID, dates.Span{From: day, To: day.AddDays(1)})
}

// BelowDuring lists a unit and everything of its own tree that stood under it in the span. Rooms that show what belongs to a
// place ask Reach, which knows both trees.
func BelowDuring(tx *store.Tx, rootID string, span dates.Span) ([]string, error) {
	ids := []string{}
	err := tx.Raw(`WITH RECURSIVE below(id) AS (
  SELECT CAST(? AS TEXT)
  UNION
  SELECT v.unit_id FROM unit_version v JOIN below ON v.parent_id = below.id JOIN unit u ON u.id = v.unit_id
  WHERE v.valid_from < ? AND (v.valid_to = '' OR v.valid_to > ?) AND u.deleted_at = ''
) SELECT id FROM below`, rootID, endOf(span), span.From).Scan(&ids).Error
	return ids, err
}

// endOf is the end of a span for a comparison in SQL, also of an open one.
func endOf(span dates.Span) dates.Date {
	if span.To == dates.None {
		return "9999-12-31"
	}
	return span.To
}

// Filter chooses units of one day. Empty fields do not restrict.
type Filter struct {
	Tree    string
	Types   []string
	UnderID string // this unit and everything under it
	Day     dates.Date
}

// Of lists the units valid on a day in the order of the tree: each unit right before its own units, units of one
// parent by type and name. An empty Day is today.
func Of(tx *store.Tx, f Filter) ([]Ref, error) {
	if f.Day == dates.None {
		f.Day = tx.Today
	}
	b, err := loadWholeGraph(tx)
	if err != nil {
		return nil, err
	}
	out := []Ref{}
	b.walk(f.Tree, f.UnderID, f.Day, func(e *graphUnit, v *Version, _ int) {
		if len(f.Types) == 0 || slices.Contains(f.Types, v.Type) {
			out = append(out, b.ref(e, f.Day))
		}
	})
	return out, nil
}

func (b *unitGraph) ref(e *graphUnit, day dates.Date) Ref {
	v := e.versionAt(day)
	ref := Ref{ID: e.id, Tree: e.tree, Type: v.Type, TypeWord: Word(v.Type), Name: v.Name, Label: b.label(e.id, day),
		Code: v.Code, ParentID: v.ParentID, ValidFrom: v.ValidFrom, ValidTo: v.ValidTo}
	if above := b.units[v.ParentID]; above != nil {
		ref.ParentName = above.versionAt(day).Name
	}
	return ref
}
