package units

import (
	"fmt"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// Correction mends what was written wrongly in one version; the past changes with it, as it does in a register.
type Correction struct {
	VersionID string     `json:"versionId"`
	Facts     Facts      `json:"facts"`
	ValidFrom dates.Date `json:"validFrom"`
	ValidTo   dates.Date `json:"validTo"` // excluded
	Source    string     `json:"source"`
	Note      string     `json:"note"` // of the unit
}

func readRow(tx *store.Tx, id string) (Row, error) {
	var row Row
	err := tx.Where("id = ?", id).Take(&row).Error
	if store.Missing(err) {
		return row, errNoUnit
	}
	if err == nil && row.DeletedAt != "" {
		return row, fault.Conflict("Đơn vị này đang ở trong thùng rác; hãy lấy lại rồi mới sửa được.")
	}
	return row, err
}

func readVersions(tx *store.Tx, unitID string) ([]Version, error) {
	var list []Version
	err := tx.Where("unit_id = ?", unitID).Order("valid_from").Find(&list).Error
	if err == nil && len(list) == 0 {
		err = errNoUnit
	}
	return list, err
}

func create(tx *store.Tx, in NewUnit) (string, error) {
	ids, err := InsertMany(tx, []NewUnit{in})
	if err != nil {
		return "", fault.Rename(err, func(field string) string { return strings.TrimPrefix(field, "rows.0.") })
	}
	return ids[0], otherSpelling(tx, ids[0])
}

// otherSpelling refuses a name that is one of a sibling in another spelling: "Ấp Hoà Bình" beside "Ấp Hòa Bình". It is
// asked where a person writes a new name, not of what is stored: units doubled that way before must stay open to mending.
func otherSpelling(tx *store.Tx, unitID string) error {
	var pairs []struct {
		Mine  string     `gorm:"column:mine"`
		Other string     `gorm:"column:other"`
		From  dates.Date `gorm:"column:valid_from"`
		To    dates.Date `gorm:"column:valid_to"`
	}
	err := tx.Raw(`SELECT v.name AS mine, o.name AS other, o.valid_from, o.valid_to FROM unit_version v JOIN unit u ON u.id = v.unit_id
JOIN unit_version o ON o.parent_id = v.parent_id AND o.unit_id <> v.unit_id JOIN unit w ON w.id = o.unit_id
WHERE v.unit_id = ? AND w.tree = u.tree AND w.deleted_at = ''
AND NOT EXISTS (SELECT 1 FROM unit_version p WHERE p.unit_id = v.unit_id AND p.valid_to = v.valid_from AND p.name = v.name)
AND (v.valid_to = '' OR o.valid_from < v.valid_to) AND (o.valid_to = '' OR v.valid_from < o.valid_to)`, unitID).Scan(&pairs).Error
	if err != nil {
		return err
	}
	for _, p := range pairs {
		if store.SameName(p.Mine, p.Other) {
			return fault.Invalid(
				"name",
				fmt.Sprintf(
					"Đã có “%s” trong cùng cấp trên (%s), cùng tên nhưng viết khác; hãy mở đơn vị đã có.",
					p.Other,
					showSpan(dates.Span{From: p.From, To: p.To}),
				),
			)
		}
	}
	return nil
}

func correct(tx *store.Tx, in Correction) (before, after Version, err error) {
	if err = tx.Where("id = ?", in.VersionID).Take(&before).Error; err != nil {
		if store.Missing(err) {
			err = errNoUnit
		}
		return before, after, err
	}
	row, err := readRow(tx, before.UnitID)
	if err != nil {
		return before, after, err
	}
	var f fault.Fields
	in.Facts.check(row.Tree, &f)
	span := dates.Span{From: in.ValidFrom, To: in.ValidTo}
	checkSpan(span, &f)
	checkSource(&in.Source, &f)
	in.Note = store.Clean(in.Note)
	f.LimitText("note", "Ghi chú", in.Note, maxNote)
	if in.Note != row.Note {
		if err = guard.Strict(tx, &f, "note", in.Note); err != nil {
			return before, after, err
		}
	}
	if err = f.Err(); err != nil {
		return before, after, err
	}
	after = in.Facts.version(before.UnitID, span, in.Source)
	after.ID, after.EndSource = before.ID, before.EndSource
	if after.ValidTo == dates.None {
		after.EndSource = ""
	}
	if err = moveNeighbours(tx, &before, &after); err != nil {
		return before, after, err
	}
	if err = tx.Save(&after).Error; err != nil {
		if store.Duplicate(err) {
			err = fault.Invalid("validFrom", "Đơn vị đã có một lần ghi từ đúng ngày này; hãy chọn ngày khác.")
		}
		return before, after, err
	}
	if in.Note != row.Note {
		if err = tx.Model(&row).Update("note", in.Note).Error; err != nil {
			return before, after, err
		}
	}
	if err = checkRules(tx, before.UnitID); err == nil && !store.SameName(before.Name, after.Name) {
		err = otherSpelling(tx, before.UnitID)
	}
	return before, after, err
}

// moveNeighbours keeps versions that touched touching: correcting the day of a change moves the end of the state before
// and the start of the state after along with it.
func moveNeighbours(tx *store.Tx, before, after *Version) error {
	list, err := readVersions(tx, before.UnitID)
	if err != nil {
		return err
	}
	for _, v := range list {
		switch {
		case v.ID == before.ID:
			continue
		case v.ValidTo != dates.None && v.ValidTo == before.ValidFrom:
			v.ValidTo = after.ValidFrom
		case v.ValidFrom != dates.None && v.ValidFrom == before.ValidTo:
			v.ValidFrom = after.ValidTo
		default:
			continue
		}
		if v.span().Empty() || (v.ValidFrom == dates.None && v.ID != list[0].ID) ||
			(v.ValidTo == dates.None && v.ID != list[len(list)-1].ID) {
			return fault.Invalid(
				"validFrom",
				fmt.Sprintf("Ngày này làm lần ghi “%s” liền kề không còn ngày nào; hãy chọn ngày khác.", v.Name),
			)
		}
		if err := tx.Save(&v).Error; err != nil {
			return err
		}
	}
	return nil
}

// change ends the version of the day and opens a new one, up to where the old one would have ended.
func change(tx *store.Tx, in Change) (Version, error) {
	row, err := readRow(tx, in.UnitID)
	if err != nil {
		return Version{}, err
	}
	var f fault.Fields
	in.Facts.check(row.Tree, &f)
	if in.From == dates.None {
		f.Add("from", "Hãy nhập ngày bắt đầu có hiệu lực của thay đổi.")
	}
	checkDay("from", in.From, &f)
	checkSource(&in.Source, &f)
	if err := f.Err(); err != nil {
		return Version{}, err
	}
	list, err := readVersions(tx, in.UnitID)
	if err != nil {
		return Version{}, err
	}
	e := graphUnit{versions: list}
	old := e.versionOn(in.From)
	switch {
	case old == nil:
		return Version{}, fault.Invalid(
			"from",
			fmt.Sprintf("Đơn vị chỉ có hiệu lực %s; hãy chọn ngày trong thời gian đó.", showSpan(e.lifetime())),
		)
	case old.ValidFrom == in.From:
		return Version{}, fault.Invalid(
			"from",
			"Đơn vị đã có một thay đổi từ đúng ngày này; hãy dùng “Sửa (đính chính)” hoặc chọn ngày khác.",
		)
	case old.facts().same(in.Facts):
		return Version{}, fault.Invalid("name", "Chưa có gì thay đổi so với hiện nay; hãy sửa ít nhất một ô.")
	}
	fresh := in.Facts.version(in.UnitID, dates.Span{From: in.From, To: old.ValidTo}, in.Source)
	fresh.EndSource = old.EndSource
	old.ValidTo, old.EndSource = in.From, ""
	if err := tx.Save(old).Error; err != nil {
		return Version{}, err
	}
	return fresh, tx.Create(&fresh).Error
}

func (in Facts) same(o Facts) bool {
	equal := func(x, y *int64) bool { return (x == nil) == (y == nil) && (x == nil || *x == *y) }
	if !equal(in.Households, o.Households) || !equal(in.Members, o.Members) {
		return false
	}
	in.Households, in.Members, o.Households, o.Members = nil, nil, nil, nil
	return in == o
}

// endUnit closes one unit on a day, with its links to territories.
func endUnit(tx *store.Tx, id string, day dates.Date, source string) error {
	if _, err := readRow(tx, id); err != nil {
		return err
	}
	var f fault.Fields
	if day == dates.None {
		f.Add("from", "Hãy nhập ngày đơn vị kết thúc.")
	}
	checkDay("from", day, &f)
	checkSource(&source, &f)
	if source == "" {
		f.Add("source", "Hãy ghi căn cứ kết thúc, ví dụ: Nghị quyết số …, ngày …")
	}
	if err := f.Err(); err != nil {
		return err
	}
	list, err := readVersions(tx, id)
	if err != nil {
		return err
	}
	e := graphUnit{versions: list}
	last := &list[len(list)-1]
	switch {
	case last.ValidTo != dates.None && last.ValidTo <= day:
		return fault.Invalid("from", fmt.Sprintf("“%s” đã kết thúc từ %s; không cần kết thúc lần nữa.", last.Name, last.ValidTo.Show()))
	case last.ValidFrom >= day:
		return fault.Invalid(
			"from",
			fmt.Sprintf(
				"“%s” có lần ghi bắt đầu từ %s, không trước ngày kết thúc; hãy chọn ngày sau đó.",
				e.versionAt(day).Name,
				last.ValidFrom.Show(),
			),
		)
	}
	last.ValidTo, last.EndSource = day, source
	if err := tx.Save(last).Error; err != nil {
		return err
	}
	if err := tx.Exec("DELETE FROM unit_territory WHERE (org_id = ? OR unit_id = ?) AND valid_from >= ?", id, id, day).Error; err != nil {
		return err
	}
	return tx.Exec(
		`UPDATE unit_territory SET valid_to = ? WHERE (org_id = ? OR unit_id = ?) AND (valid_to = '' OR valid_to > ?)`,
		day,
		id,
		id,
		day,
	).Error
}
