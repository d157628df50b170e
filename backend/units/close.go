package units

import (
	"fmt"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Closing ends a unit: From is the first day on which it is no more.
type Closing struct {
	UnitID    string     `json:"unitId"`
	From      dates.Date `json:"from"`
	Source    string     `json:"source"`
	WithBelow bool       `json:"withBelow"` // end everything still under it on the same day
}

// Closed tells what a closing did. Open names, in words, what rooms to the right still have running at the units ended: a
// place may end before the decision about its officers is signed, so it is said and not refused.
type Closed struct {
	Count int      `json:"count"`
	Open  []string `json:"open"`
}

// Ongoing names what goes on at units from a day on: "Nguyễn Mẫu An, phụ trách ấp Mẫu".
type Ongoing func(tx *store.Tx, unitIDs []string, day dates.Date) ([]string, error)

func (s *Service) ongoingAtClosing(tx *store.Tx, in Closing) ([]string, error) {
	ids := []string{in.UnitID}
	if in.WithBelow { // as they stood on the last day
		below, err := Below(tx, in.UnitID, in.From.AddDays(-1))
		if err != nil {
			return nil, err
		}
		ids = below
	}
	out := []string{}
	for _, open := range s.ongoing {
		found, err := open(tx, ids, in.From)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// Moving puts a unit under another parent from a day on.
type Moving struct {
	UnitID   string     `json:"unitId"`
	ParentID string     `json:"parentId"`
	From     dates.Date `json:"from"`
	Source   string     `json:"source"`
}

// closeUnit ends a unit; it refuses while units under it stay open, unless they are to end with it. It gives the
// number of units ended.
func closeUnit(tx *store.Tx, in Closing) (int, error) {
	ids := []string{in.UnitID}
	if in.From != dates.None && in.From.Valid() {
		below, err := BelowDuring(tx, in.UnitID, dates.Span{From: in.From})
		if err != nil {
			return 0, err
		}
		switch {
		case len(below) < 2:
		case in.WithBelow:
			ids = below
		default:
			return 0, namesOpen(tx, below[1:], in.From)
		}
	}
	for _, id := range ids {
		if err := endUnit(tx, id, in.From, in.Source); err != nil {
			return 0, err
		}
	}
	return len(ids), checkRules(tx, ids...)
}

// namesOpen refuses a closing with the names of the first units that are still open.
func namesOpen(tx *store.Tx, ids []string, day dates.Date) error {
	refs, err := Refs(tx, ids[:min(5, len(ids))], day)
	if err != nil {
		return err
	}
	var names []string
	for _, id := range ids[:min(5, len(ids))] {
		names = append(names, "“"+refs[id].Name+"”")
	}
	text := strings.Join(names, ", ")
	if len(ids) > 5 {
		text += fmt.Sprintf(" và %d đơn vị khác", len(ids)-5)
	}
	return fault.Conflict(
		fmt.Sprintf(
			"Còn %d đơn vị trực thuộc chưa kết thúc: %s. Hãy chuyển các đơn vị đó sang cấp trên khác, hoặc chọn “Kết thúc cả các đơn vị trực thuộc”.",
			len(ids),
			text,
		),
	)
}

func move(tx *store.Tx, in Moving) (Version, error) {
	list, err := readVersions(tx, in.UnitID)
	if err != nil {
		return Version{}, err
	}
	e := graphUnit{versions: list}
	facts := e.versionAt(in.From).facts()
	if facts.ParentID == in.ParentID {
		return Version{}, fault.Invalid("parentId", "Đơn vị đang trực thuộc đúng cấp trên này; hãy chọn cấp trên khác.")
	}
	facts.ParentID = in.ParentID
	return change(tx, Change{UnitID: in.UnitID, From: in.From, Facts: facts, Source: in.Source})
}

// discard puts a unit in the bin. What other rooms keep about it would lose its place, so a unit in use stays: it can
// be ended, not thrown away.
func (s *Service) discard(tx *store.Tx, id string) error {
	if _, err := readRow(tx, id); err != nil {
		return err
	}
	office, err := TheOffice(tx)
	if err != nil {
		return err
	}
	if id == office.UnitID || id == office.OrgID {
		return fault.Conflict("Đây là đơn vị của chính cơ quan nên không bỏ vào thùng rác được; hãy đổi ở Hệ thống → Cơ quan trước.")
	}
	var below int64
	if err := tx.Raw(`SELECT count(DISTINCT v.unit_id) FROM unit_version v JOIN unit u ON u.id = v.unit_id
WHERE v.parent_id = ? AND u.deleted_at = ''`, id).Scan(&below).Error; err != nil {
		return err
	}
	if below > 0 {
		return fault.Conflict(
			fmt.Sprintf(
				"Còn %d đơn vị từng trực thuộc đơn vị này; hãy bỏ hoặc chuyển các đơn vị đó trước. Nếu đơn vị có thật và đã thôi hoạt động, hãy dùng “Kết thúc”.",
				below,
			),
		)
	}
	var kept []string
	for _, use := range s.uses {
		n, what, err := use(tx, id)
		if err != nil {
			return err
		}
		if n > 0 {
			kept = append(kept, fmt.Sprintf("%d %s", n, what))
		}
	}
	if len(kept) > 0 {
		return fault.Conflict(
			"Đơn vị này đang có " + strings.Join(
				kept,
				", ",
			) + " nên không bỏ vào thùng rác được; nếu đơn vị đã thôi hoạt động, hãy dùng “Kết thúc”.",
		)
	}
	return tx.Model(&Row{}).Where("id = ?", id).Update("deleted_at", tx.NowText()).Error
}

// takeBack takes a unit out of the bin, if it still fits among the others.
func takeBack(tx *store.Tx, id string) error {
	result := tx.Model(&Row{}).Where("id = ? AND deleted_at <> ''", id).Update("deleted_at", "")
	if result.Error != nil {
		return result.Error
	}
	if result.RowsAffected == 0 {
		return fault.NotFound("Đơn vị này không có trong thùng rác; hãy tải lại danh sách.")
	}
	return checkRules(tx, id)
}
