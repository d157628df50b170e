package officers

import (
	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Tie is what another room ties to officers. A room to the right of this one gives its Tie to New, because it may be
// called from here but not imported.
type Tie struct {
	Move  func(tx *store.Tx, from, to string) error            // moves what hangs on an officer to another one
	Holds func(tx *store.Tx, officerID string) (string, error) // what hangs on the officer, "3 phân công"; "" = nothing
}

// Service is what the page calls.
type Service struct {
	gate *access.Gate
	ties []Tie
}

// New makes the service; it touches no disk.
func New(gate *access.Gate, ties ...Tie) *Service { return &Service{gate, ties} }

// List finds officers, by name in Vietnamese order, or by how well they match the searched text.
func (s *Service) List(f ListFilter) (OfficerPage, error) {
	return access.Read(s.gate, "officers.List", func(tx *store.Tx) (OfficerPage, error) { return List(tx, f) })
}

// Get shows one officer with posts and committee seats; day "" is today.
func (s *Service) Get(id string, day dates.Date) (Detail, error) {
	return access.Read(s.gate, "officers.Get", func(tx *store.Tx) (Detail, error) { return detail(tx, id, day) })
}

// Save adds an officer (empty ID), with a first post if one is given, or corrects name, phone and note.
func (s *Service) Save(in Input) (Detail, error) {
	return access.Write(s.gate, "officers.Save", func(tx *store.Tx) (Detail, error) {
		officer, err := save(tx, in)
		if err != nil {
			return Detail{}, err
		}
		return detail(tx, officer.ID, tx.Today)
	})
}

// SaveMany adds officers, each with a first post if one is given, all of them or none, and gives their keys. Refusals name
// "rows.N.field".
func (s *Service) SaveMany(rows []Input) ([]string, error) {
	return access.Write(s.gate, "officers.SaveMany", func(tx *store.Tx) ([]string, error) {
		if err := boundMany(len(rows)); err != nil {
			return nil, err
		}
		ids := make([]string, len(rows))
		return ids, fault.Each(len(rows), func(i int) error {
			officer, err := Add(tx, rows[i])
			ids[i] = officer.ID
			return err
		})
	})
}

// DeleteMany puts officers into the bin, all of them or none.
func (s *Service) DeleteMany(ids []string) error {
	return access.Do(s.gate, "officers.DeleteMany", func(tx *store.Tx) error {
		return fault.Each(len(ids), func(i int) error { return remove(tx, s.ties, ids[i]) })
	})
}

// RestoreMany takes officers out of the bin, all of them or none.
func (s *Service) RestoreMany(ids []string) error {
	return access.Do(s.gate, "officers.RestoreMany", func(tx *store.Tx) error {
		return fault.Each(len(ids), func(i int) error { return restore(tx, ids[i]) })
	})
}

// mostMany is the longest list added at once by hand; a longer one comes as a file.
const mostMany = 1000

func boundMany(n int) error {
	if n == 0 || n > mostMany {
		return fault.New(fault.CodeInvalid, "Mỗi lần thêm được từ 1 đến 1.000 cán bộ; danh sách dài hơn hãy nhập từ tệp.")
	}
	return nil
}

// SavePost adds or corrects a post.
func (s *Service) SavePost(in PostIn) (Detail, error) {
	return access.Write(s.gate, "officers.SavePost", func(tx *store.Tx) (Detail, error) {
		if err := savePost(tx, in); err != nil {
			return Detail{}, err
		}
		return detail(tx, in.OfficerID, tx.Today)
	})
}

// DeletePost takes back a post that was entered by mistake.
func (s *Service) DeletePost(id string) (Detail, error) {
	return access.Write(s.gate, "officers.DeletePost", func(tx *store.Tx) (Detail, error) {
		officerID, err := deletePost(tx, id)
		if err != nil {
			return Detail{}, err
		}
		return detail(tx, officerID, tx.Today)
	})
}

// Terms lists the terms of office, newest first.
func (s *Service) Terms() ([]Term, error) {
	return access.Read(s.gate, "officers.Terms", Terms)
}

// SaveTerm adds or corrects a term of office.
func (s *Service) SaveTerm(in Term) (Term, error) {
	return access.Write(s.gate, "officers.SaveTerm", func(tx *store.Tx) (Term, error) { return SaveTerm(tx, in) })
}

// SaveSeat adds or corrects a committee seat.
func (s *Service) SaveSeat(in Membership) (Detail, error) {
	return access.Write(s.gate, "officers.SaveSeat", func(tx *store.Tx) (Detail, error) {
		if _, err := SaveSeat(tx, in); err != nil {
			return Detail{}, err
		}
		return detail(tx, in.OfficerID, tx.Today)
	})
}

// DeleteSeat takes back a committee seat that was entered by mistake.
func (s *Service) DeleteSeat(id string) (Detail, error) {
	return access.Write(s.gate, "officers.DeleteSeat", func(tx *store.Tx) (Detail, error) {
		officerID, err := deleteSeat(tx, id)
		if err != nil {
			return Detail{}, err
		}
		return detail(tx, officerID, tx.Today)
	})
}

// Alike lists officers who may be the person about to be added: same or nearly the same name. exceptID is left out.
func (s *Service) Alike(name, exceptID string) ([]Row, error) {
	return access.Read(s.gate, "officers.Alike", func(tx *store.Tx) ([]Row, error) { return alike(tx, name, exceptID) })
}

// Duplicates lists pairs of officers who may be one person.
func (s *Service) Duplicates() ([]Pair, error) {
	return access.Read(s.gate, "officers.Duplicates", duplicates)
}

// Merge joins two records of one person: everything of dropID moves to keepID and dropID goes to the bin.
func (s *Service) Merge(keepID, dropID string) (Detail, error) {
	return access.Write(s.gate, "officers.Merge", func(tx *store.Tx) (Detail, error) {
		if err := merge(tx, s.ties, keepID, dropID); err != nil {
			return Detail{}, err
		}
		return detail(tx, keepID, tx.Today)
	})
}

// Delete puts an officer into the bin, as long as nothing hangs on the record.
func (s *Service) Delete(id string) error {
	return access.Do(s.gate, "officers.Delete", func(tx *store.Tx) error { return remove(tx, s.ties, id) })
}

// Restore takes an officer out of the bin.
func (s *Service) Restore(id string) (Detail, error) {
	return access.Write(s.gate, "officers.Restore", func(tx *store.Tx) (Detail, error) {
		if err := restore(tx, id); err != nil {
			return Detail{}, err
		}
		return detail(tx, id, tx.Today)
	})
}
