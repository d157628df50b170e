// Package units keeps the places and Party organisations an office follows: two linked trees of dated versions, so that
// both can be shown as of any day and an old fact keeps its old name; and the office itself.
package units

import (
	"fmt"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Use counts what another room keeps about a unit, with the words for it ("phân công").
type Use func(tx *store.Tx, unitID string) (count int64, what string, err error)

// Tie is what a room to the right tells this one, which cannot import it; the desk hands ties to New. What is nil is not asked.
type Tie struct {
	Use     Use     // a unit in use cannot be put in the bin
	Ongoing Ongoing // what goes on at a unit is named when it is closed
}

// Service is the room as the page calls it.
type Service struct {
	gate    *access.Gate
	uses    []Use
	ongoing []Ongoing
}

// New makes the room; it touches no disk.
func New(gate *access.Gate, ties ...Tie) *Service {
	s := &Service{gate: gate}
	for _, t := range ties {
		if t.Use != nil {
			s.uses = append(s.uses, t.Use)
		}
		if t.Ongoing != nil {
			s.ongoing = append(s.ongoing, t.Ongoing)
		}
	}
	return s
}

// Vocabulary is what forms choose from.
type Vocabulary struct {
	Types    []Type    `json:"types"`
	Welfares []Welfare `json:"welfares"`
}

// Vocabulary lists the types of units and the categories of households.
func (s *Service) Vocabulary() (Vocabulary, error) {
	return access.Read(s.gate, "units.Vocabulary", func(*store.Tx) (Vocabulary, error) {
		return Vocabulary{Types: allTypes, Welfares: Welfares}, nil
	})
}

// Tree gives one tree as of a day, as a flat list in the order it is shown.
func (s *Service) Tree(q TreeQuery) (TreeView, error) {
	return access.Read(s.gate, "units.Tree", func(tx *store.Tx) (TreeView, error) { return tree(tx, q) })
}

// Search finds units by name or code.
func (s *Service) Search(q SearchQuery) (Hits, error) {
	return access.Read(s.gate, "units.Search", func(tx *store.Tx) (Hits, error) { return Search(tx, q) })
}

// Page gives all that is known of one unit as of a day ("" = today).
func (s *Service) Page(id, day string) (Page, error) {
	return access.Read(s.gate, "units.Page", func(tx *store.Tx) (Page, error) { return page(tx, id, dates.Date(day)) })
}

// Create enters a unit and gives its id.
func (s *Service) Create(in NewUnit) (string, error) {
	return access.Write(s.gate, "units.Create", func(tx *store.Tx) (string, error) {
		in.ID = "" // keys are made here, never taken from the page
		id, err := create(tx, in)
		if err != nil {
			return "", err
		}
		return id, audit(tx, id, in.ValidFrom, "Thêm “%s”.")
	})
}

// CreateMany enters units, all of them or none. Refusals name "rows.N.field".
func (s *Service) CreateMany(rows []NewUnit) ([]string, error) {
	return access.Write(s.gate, "units.CreateMany", func(tx *store.Tx) ([]string, error) {
		if len(rows) == 0 || len(rows) > mostMany {
			return nil, fault.New(fault.CodeInvalid, "Mỗi lần thêm được từ 1 đến 1.000 đơn vị; danh mục dài hơn hãy nhập từ tệp.")
		}
		for i := range rows {
			rows[i].ID = "" // keys are made here, never taken from the page
			if err := beginWithParent(tx, &rows[i]); err != nil {
				return nil, err
			}
		}
		ids, err := InsertMany(tx, rows)
		if err != nil {
			return nil, err
		}
		return ids, fault.Each(len(ids), func(i int) error {
			if err := otherSpelling(tx, ids[i]); err != nil {
				return err
			}
			return audit(tx, ids[i], rows[i].ValidFrom, "Thêm “%s”.")
		})
	})
}

// beginWithParent gives a unit without a first day that of the unit it goes under, as the form of a unit proposes.
func beginWithParent(tx *store.Tx, in *NewUnit) error {
	if in.ValidFrom != dates.None || in.Facts.ParentID == "" {
		return nil
	}
	return tx.Model(&Version{}).Select("COALESCE(MIN(valid_from), '')").Where("unit_id = ?", in.Facts.ParentID).Scan(&in.ValidFrom).Error
}

// mostMany is the longest list entered at once by hand; a longer one comes as a file.
const mostMany = 1000

// Correct mends a version that was written wrongly.
func (s *Service) Correct(in Correction) error {
	return access.Do(s.gate, "units.Correct", func(tx *store.Tx) error {
		before, after, err := correct(tx, in)
		if err != nil {
			return err
		}
		tx.Audit(before.UnitID, fmt.Sprintf("Đính chính “%s”: %s.", after.Name, differences(&before, &after)))
		return nil
	})
}

// Change gives a unit a new state from a day on; the past stays.
func (s *Service) Change(in Change) error {
	return access.Do(s.gate, "units.Change", func(tx *store.Tx) error {
		if _, err := change(tx, in); err != nil {
			return err
		}
		if err := checkRules(tx, in.UnitID); err != nil {
			return err
		}
		if err := otherSpelling(tx, in.UnitID); err != nil {
			return err
		}
		return audit(tx, in.UnitID, in.From, "Thay đổi “%s” từ "+in.From.Show()+".")
	})
}

// Move puts a unit under another parent from a day on.
func (s *Service) Move(in Moving) error {
	return access.Do(s.gate, "units.Move", func(tx *store.Tx) error {
		if _, err := move(tx, in); err != nil {
			return err
		}
		if err := checkRules(tx, in.UnitID); err != nil {
			return err
		}
		return audit(tx, in.UnitID, in.From, "Chuyển cấp trên của “%s” từ "+in.From.Show()+".")
	})
}

// Close ends a unit, if asked with everything under it, and names what goes on there beyond the day.
func (s *Service) Close(in Closing) (Closed, error) {
	return access.Write(s.gate, "units.Close", func(tx *store.Tx) (Closed, error) {
		n, err := closeUnit(tx, in)
		if err != nil {
			return Closed{}, err
		}
		open, err := s.ongoingAtClosing(tx, in)
		if err != nil {
			return Closed{}, err
		}
		return Closed{n, open}, audit(tx, in.UnitID, in.From, fmt.Sprintf("Kết thúc “%%s” từ %s (%d đơn vị).", in.From.Show(), n))
	})
}

// Discard puts a unit in the bin.
func (s *Service) Discard(id string) error {
	return access.Do(s.gate, "units.Discard", func(tx *store.Tx) error {
		if err := s.discard(tx, id); err != nil {
			return err
		}
		return audit(tx, id, tx.Today, "Bỏ vào thùng rác “%s”.")
	})
}

// DiscardMany puts units in the bin, the last named first, so that a list goes as it came: all of them or none.
func (s *Service) DiscardMany(ids []string) error {
	return access.Do(s.gate, "units.DiscardMany", func(tx *store.Tx) error {
		return fault.Each(len(ids), func(i int) error {
			id := ids[len(ids)-1-i]
			if err := s.discard(tx, id); err != nil {
				return err
			}
			return audit(tx, id, tx.Today, "Bỏ vào thùng rác “%s”.")
		})
	})
}

// TakeBack takes a unit out of the bin.
func (s *Service) TakeBack(id string) error {
	return access.Do(s.gate, "units.TakeBack", func(tx *store.Tx) error {
		if err := takeBack(tx, id); err != nil {
			return err
		}
		return audit(tx, id, tx.Today, "Lấy lại “%s” từ thùng rác.")
	})
}

// Bin lists the units in the bin, the last thrown away first.
func (s *Service) Bin() ([]Ref, error) {
	return access.Read(s.gate, "units.Bin", func(tx *store.Tx) ([]Ref, error) {
		var ids []string
		if err := tx.Raw("SELECT id FROM unit WHERE deleted_at <> '' ORDER BY deleted_at DESC, id LIMIT 500").Scan(&ids).Error; err != nil {
			return nil, err
		}
		refs, err := Refs(tx, ids, tx.Today)
		out := make([]Ref, 0, len(ids))
		for _, id := range ids {
			out = append(out, refs[id])
		}
		return out, err
	})
}

// Link says that a Party organisation answers for a place.
func (s *Service) Link(in Territory) (Territory, error) {
	return access.Write(s.gate, "units.Link", func(tx *store.Tx) (Territory, error) {
		made, err := link(tx, in)
		if err != nil {
			return made, err
		}
		return made, audit(tx, in.OrgID, tx.Today, "Liên kết “%s” với một địa bàn.")
	})
}

// Unlink takes a link away that was made by mistake.
func (s *Service) Unlink(id string) error {
	return access.Do(s.gate, "units.Unlink", func(tx *store.Tx) error {
		result := tx.Where("id = ?", id).Delete(&Territory{})
		if result.Error == nil && result.RowsAffected == 0 {
			return fault.NotFound("Liên kết này không còn; hãy tải lại trang.")
		}
		tx.Audit(id, "Bỏ một liên kết giữa tổ chức đảng và địa bàn.")
		return result.Error
	})
}
