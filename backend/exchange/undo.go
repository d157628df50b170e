package exchange

import (
	"encoding/json"
	"fmt"
	"slices"

	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// UndoResult tells what taking back an import did.
type UndoResult struct {
	Batch    Batch    `json:"batch"`
	Restored int      `json:"restored"` // records that are as they were before the import
	Kept     []string `json:"kept"`     // records that stayed, with the reason
}

// Undo takes an import back: every record becomes what it was before. Lines of the list that were edited or used
// since stay, and are named. Imports of one kind are taken back in reverse order.
func Undo(tx *store.Tx, batchID string) (UndoResult, error) {
	list, err := Batches(tx)
	if err != nil {
		return UndoResult{}, err
	}
	i := slices.IndexFunc(list, func(b Batch) bool { return b.ID == batchID })
	switch {
	case i < 0:
		return UndoResult{}, fault.NotFound("Không tìm thấy lần nhập này. Hãy tải lại danh sách.")
	case list[i].UndoneAt != "":
		return UndoResult{}, fault.Conflict("Lần nhập này đã được hoàn tác rồi.")
	case !list[i].Last:
		return UndoResult{}, fault.Conflict("Sau lần này còn một lần nhập cùng loại chưa hoàn tác. Hãy hoàn tác lần nhập sau trước.")
	}
	b := list[i]
	var changes []batchChange
	if err := tx.Where("batch_id = ?", b.ID).Order("item, id").Find(&changes).Error; err != nil {
		return UndoResult{}, err
	}
	if err := tx.DeferReferences(); err != nil {
		return UndoResult{}, err
	}
	out := UndoResult{Kept: []string{}}
	switch b.Kind {
	case kindWorkbook:
		err = undoWorkbook(tx, changes, &out)
	case kindOfficers:
		err = undoOfficers(tx, changes, &out)
	default:
		err = undoUnits(tx, changes, &out)
	}
	if err != nil {
		return UndoResult{}, err
	}
	b.UndoneAt, b.Kept, b.Last = tx.NowText(), len(out.Kept), false
	out.Batch = b
	tx.Audit("import", fmt.Sprintf("Hoàn tác lần nhập tệp “%s”: trả lại %d, giữ %d.", b.FileName, out.Restored, b.Kept))
	return out, tx.Model(&Batch{}).Where("id = ?", b.ID).Updates(map[string]any{"undone_at": b.UndoneAt, "kept": b.Kept}).Error
}

// undoing is the state of one undo: which lines of the list stay, and why.
type undoing struct {
	changes []batchChange
	itemOf  map[string]int
	stays   map[int]string // item → reason
}

func undoUnits(tx *store.Tx, changes []batchChange, out *UndoResult) error {
	u := &undoing{changes: changes, itemOf: map[string]int{}, stays: map[int]string{}}
	ids := make([]string, len(changes))
	for i, c := range changes {
		ids[i], u.itemOf[c.RecordID] = c.RecordID, c.Item
	}
	now, err := units.Snapshots(tx, ids)
	if err != nil {
		return err
	}
	var made []string // did not exist before the import
	for i, c := range changes {
		text, err := json.Marshal(now[i])
		if err != nil {
			return err
		}
		if string(text) != c.After {
			u.keepBack(c.Item, "đã được sửa sau khi nhập")
		}
		if before := (units.Snapshot{}); c.Before == "" || json.Unmarshal([]byte(c.Before), &before) == nil && before.Row == nil {
			made = append(made, c.RecordID)
		}
	}
	if err := u.keepUsed(tx, made); err != nil {
		return err
	}
	if err := u.keepAbove(tx, now, made); err != nil {
		return err
	}
	var back []units.Snapshot
	for i, c := range changes {
		if reason := u.stays[c.Item]; reason != "" {
			if len(out.Kept) == 0 || i == 0 || changes[i-1].Item != c.Item {
				out.Kept = append(out.Kept, fmt.Sprintf("%s: %s", c.Label, reason))
			}
			continue
		}
		before := units.Snapshot{UnitID: c.RecordID}
		if c.Before != "" {
			if err := json.Unmarshal([]byte(c.Before), &before); err != nil {
				return err
			}
		}
		back = append(back, before)
	}
	out.Restored += len(back)
	if len(back) == 0 {
		return nil
	}
	return units.PutBack(tx, back)
}

func (u *undoing) keepBack(item int, reason string) {
	if u.stays[item] == "" {
		u.stays[item] = reason
	}
}

// useWords say why a record stays, by the table that holds its key.
var useWords = map[string]string{
	"assignment":       "đã có phân công",
	"meeting_host":     "đã có cuộc họp",
	"post_holding":     "đã ghi ở chức vụ của cán bộ",
	"team_member":      "đã ở trong tổ",
	"committee_member": "đã ghi trong cấp ủy",
	"attendance":       "đã có ghi nhận dự họp",
	"contribution":     "đã có góp ý",
	"matter":           "đã có kiến nghị",
}

func useWord(table string) string {
	if word := useWords[table]; word != "" {
		return word
	}
	return "đã được dùng ở nơi khác"
}

var (
	unitColumnNames    = []string{"unit_id", "org_id", "target_id", "place_id", "scope_unit_id"}
	unitOwnTables      = []string{"unit_version", "unit_territory"}
	officerColumnNames = []string{"officer_id", "substitute_id", "head_id"}
	officerOwnTables   = []string{"post_holding"}
)

// keepUsed keeps new units that something already hangs on.
func (u *undoing) keepUsed(tx *store.Tx, made []string) error {
	office, err := units.TheOffice(tx)
	if err != nil {
		return err
	}
	used, err := tx.UsedIn("unit", unitColumnNames, unitOwnTables, made)
	if err != nil {
		return err
	}
	for id, table := range used {
		u.keepBack(u.itemOf[id], useWord(table))
	}
	if item := u.itemOf[office.UnitID]; item != 0 {
		u.keepBack(item, "là địa bàn của cơ quan")
	}
	return nil
}

// keepAbove keeps new units that stand above a unit that stays, up to the top.
func (u *undoing) keepAbove(tx *store.Tx, now []units.Snapshot, made []string) error {
	removable := map[string]bool{}
	for _, id := range made {
		removable[id] = true
	}
	for part := range slices.Chunk(made, 400) {
		var links []struct{ UnitID, ParentID string }
		if err := tx.Raw("SELECT unit_id, parent_id FROM unit_version WHERE parent_id IN ?", part).Scan(&links).Error; err != nil {
			return err
		}
		for _, l := range links {
			if _, ours := u.itemOf[l.UnitID]; !ours {
				u.keepBack(u.itemOf[l.ParentID], "đã có đơn vị trực thuộc được thêm sau")
			}
		}
	}
	for again := len(u.stays) > 0; again; {
		again = false
		for _, s := range now {
			if u.stays[u.itemOf[s.UnitID]] == "" {
				continue
			}
			for _, v := range s.Versions {
				if item := u.itemOf[v.ParentID]; removable[v.ParentID] && u.stays[item] == "" {
					u.keepBack(item, "là cấp trên của đơn vị được giữ lại")
					again = true
				}
			}
		}
		for _, c := range u.changes { // a unit cannot come back under one that stays ended
			for _, parentID := range parentsBefore(c) {
				if u.stays[c.Item] == "" && u.stays[u.itemOf[parentID]] != "" {
					u.keepBack(c.Item, "nằm dưới đơn vị được giữ lại")
					again = true
				}
			}
		}
	}
	return nil
}

// parentsBefore lists the units a record stood under before the import.
func parentsBefore(c batchChange) []string {
	var before units.Snapshot
	if c.Before == "" || json.Unmarshal([]byte(c.Before), &before) != nil {
		return nil
	}
	var out []string
	for _, v := range before.Versions {
		out = append(out, v.ParentID)
	}
	return out
}
