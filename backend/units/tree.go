package units

import (
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Node is one line of the tree. Nodes come in the order they are shown, each right before the units under it.
type Node struct {
	ID       string `json:"id"`
	ParentID string `json:"parentId"`
	Name     string `json:"name"` // with "(cũ)" or "(từ 01/07/2025)" where a unit of another time has the same name
	Type     string `json:"type"`
	Code     string `json:"code"`
	Depth    int    `json:"depth"` // 0 at the top
	Below    int    `json:"below"` // all units under it
}

// TreeQuery asks for one tree as of a day; an empty Day is today.
type TreeQuery struct {
	Tree string     `json:"tree"`
	Day  dates.Date `json:"day"`
}

// TreeView is a tree as of a day.
type TreeView struct {
	Day   dates.Date `json:"day"`
	Nodes []Node     `json:"nodes"`
}

func tree(tx *store.Tx, q TreeQuery) (TreeView, error) {
	if q.Tree != TreeAdmin && q.Tree != TreeParty {
		return TreeView{}, fault.Invalid("tree", "Hãy chọn cây: địa bàn hoặc tổ chức đảng.")
	}
	day, err := dayOf(tx, q.Day)
	if err != nil {
		return TreeView{}, err
	}
	b, err := loadWholeGraph(tx)
	if err != nil {
		return TreeView{}, err
	}
	nodes := make([]Node, 0, len(b.units))
	open := []int{} // the nodes above the present one
	b.walk(q.Tree, "", day, func(e *graphUnit, v *Version, depth int) {
		open = open[:depth]
		for _, above := range open {
			nodes[above].Below++
		}
		parent := ""
		if depth > 0 {
			parent = v.ParentID
		}
		open = append(open, len(nodes))
		nodes = append(nodes, Node{ID: e.id, ParentID: parent, Name: v.Name + b.timeMark(e, v), Type: v.Type, Code: v.Code, Depth: depth})
	})
	return TreeView{Day: day, Nodes: nodes}, nil
}

func dayOf(tx *store.Tx, day dates.Date) (dates.Date, error) {
	if day == dates.None {
		return tx.Today, nil
	}
	if !day.Valid() {
		return day, fault.Invalid("day", "Ngày “tính đến” không hợp lệ; hãy nhập lại, ví dụ 01/07/2025.")
	}
	return day, nil
}

// VersionView is a version as the history shows it.
type VersionView struct {
	Version
	TypeWord   string `json:"typeWord"`
	ParentName string `json:"parentName"`
}

// Page is all the room knows about one unit.
type Page struct {
	Unit         Ref           `json:"unit"`
	Day          dates.Date    `json:"day"`
	Note         string        `json:"note"`
	CreatedAt    string        `json:"createdAt"`
	DeletedAt    string        `json:"deletedAt"`
	Current      string        `json:"current"`      // the version shown
	InForce      bool          `json:"inForce"`      // whether the unit exists on the day
	Versions     []VersionView `json:"versions"`     // oldest first
	Above        []Ref         `json:"above"`        // from the top down to the parent
	Children     []Ref         `json:"children"`     // directly under it on the day
	Links        []Link        `json:"links"`        // Party organisations of a place, places of an organisation
	Predecessors []Ref         `json:"predecessors"` // earlier or later holders of the same official code
}

func page(tx *store.Tx, id string, day dates.Date) (Page, error) {
	day, err := dayOf(tx, day)
	if err != nil {
		return Page{}, err
	}
	var row Row
	if err := tx.Where("id = ?", id).Take(&row).Error; err != nil {
		if store.Missing(err) {
			err = errNoUnit
		}
		return Page{}, err
	}
	full, err := readVersions(tx, id)
	if err != nil {
		return Page{}, err
	}
	out := Page{Day: day, Note: row.Note, CreatedAt: row.CreatedAt, DeletedAt: row.DeletedAt,
		Versions: []VersionView{}, Above: []Ref{}, Children: []Ref{}, Predecessors: []Ref{}}
	var children, holders, wanted []string
	if err := tx.Raw(`SELECT v.unit_id FROM unit_version v JOIN unit u ON u.id = v.unit_id
WHERE v.parent_id = ? AND v.valid_from <= ? AND (v.valid_to = '' OR v.valid_to > ?) AND u.deleted_at = ''
ORDER BY v.sort_key`, id, day, day).Scan(&children).Error; err != nil {
		return Page{}, err
	}
	if err := tx.Raw(`SELECT DISTINCT o.unit_id FROM unit_version v JOIN unit_version o ON o.code = v.code AND o.unit_id <> v.unit_id
JOIN unit u ON u.id = o.unit_id WHERE v.unit_id = ? AND v.code <> '' AND u.tree = ?
AND u.deleted_at = ''`, id, row.Tree).Scan(&holders).Error; err != nil {
		return Page{}, err
	}
	wanted = append(append(wanted, id), children...)
	b, err := loadGraphAround(tx, append(wanted, holders...))
	if err != nil {
		return Page{}, err
	}
	self := b.units[id]
	shown := self.versionAt(day)
	out.Unit, out.Current, out.InForce = b.ref(self, day), shown.ID, shown.span().Contains(day)
	for _, v := range full {
		view := VersionView{Version: v, TypeWord: Word(v.Type)}
		if above := b.units[v.ParentID]; above != nil {
			view.ParentName = above.versionAt(v.ValidFrom).Name // as it was called when this version began
		}
		out.Versions = append(out.Versions, view)
	}
	for v := shown; b.units[v.ParentID] != nil && len(out.Above) < 10; v = b.units[v.ParentID].versionAt(day) {
		out.Above = append(out.Above, b.ref(b.units[v.ParentID], day))
	}
	slices.Reverse(out.Above)
	for _, child := range children {
		out.Children = append(out.Children, b.ref(b.units[child], day))
	}
	for _, holder := range holders {
		out.Predecessors = append(out.Predecessors, b.ref(b.units[holder], day))
	}
	out.Links, err = linksOf(tx, id, day)
	return out, err
}
