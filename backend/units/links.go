package units

import (
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// link says that a Party organisation answers for a place during a span.
func link(tx *store.Tx, in Territory) (Territory, error) {
	org, err := readRow(tx, in.OrgID)
	if err != nil {
		return in, err
	}
	place, err := readRow(tx, in.UnitID)
	if err != nil {
		return in, err
	}
	var f fault.Fields
	if org.Tree != TreeParty {
		f.Add("orgId", "Hãy chọn một tổ chức đảng.")
	}
	if place.Tree != TreeAdmin {
		f.Add("unitId", "Hãy chọn một địa bàn.")
	}
	span := dates.Span{From: in.ValidFrom, To: in.ValidTo}
	checkSpan(span, &f)
	if err := f.Err(); err != nil {
		return in, err
	}
	for id, field := range map[string]string{in.OrgID: "orgId", in.UnitID: "unitId"} {
		versions, err := readVersions(tx, id)
		if err != nil {
			return in, err
		}
		e := graphUnit{versions: versions}
		if life := e.lifetime(); life.Clip(span) != span {
			return in, fault.Invalid(
				field,
				"“"+e.versionAt(in.ValidFrom).Name+"” chỉ có hiệu lực "+showSpan(life)+"; hãy sửa thời gian liên kết cho nằm trong đó.",
			)
		}
	}
	var others []Territory
	if err := tx.Where("org_id = ? AND unit_id = ?", in.OrgID, in.UnitID).Find(&others).Error; err != nil {
		return in, err
	}
	for _, o := range others {
		if (dates.Span{From: o.ValidFrom, To: o.ValidTo}).Overlaps(span) {
			return in, fault.Invalid("unitId", "Hai đơn vị này đã được liên kết trong thời gian đó; không cần liên kết lần nữa.")
		}
	}
	in.ID = store.NewID()
	return in, tx.Create(&in).Error
}

// Territories lists the places a Party organisation answers for on a day, and for a place the organisations that
// answer for it.
func Territories(tx *store.Tx, id string, day dates.Date) ([]string, error) {
	var list []Territory
	ids := []string{}
	err := tx.Where("(org_id = ? OR unit_id = ?) AND valid_from <= ? AND (valid_to = '' OR valid_to > ?)", id, id, day, day).
		Find(&list).
		Error
	for _, l := range list {
		if l.OrgID == id {
			ids = append(ids, l.UnitID)
		} else {
			ids = append(ids, l.OrgID)
		}
	}
	return ids, err
}

// Link is a territory as shown on the page of either side.
type Link struct {
	ID        string     `json:"id"`
	Other     Ref        `json:"other"`
	ValidFrom dates.Date `json:"validFrom"`
	ValidTo   dates.Date `json:"validTo"`
}

func linksOf(tx *store.Tx, id string, day dates.Date) ([]Link, error) {
	var list []Territory
	if err := tx.Where("org_id = ? OR unit_id = ?", id, id).Order("valid_from, id").Find(&list).Error; err != nil {
		return nil, err
	}
	other := func(l Territory) string {
		if l.OrgID == id {
			return l.UnitID
		}
		return l.OrgID
	}
	var ids []string
	for _, l := range list {
		ids = append(ids, other(l))
	}
	refs, err := Refs(tx, ids, day)
	if err != nil {
		return nil, err
	}
	out := []Link{}
	for _, l := range list {
		out = append(out, Link{ID: l.ID, Other: refs[other(l)], ValidFrom: l.ValidFrom, ValidTo: l.ValidTo})
	}
	return out, nil
}
