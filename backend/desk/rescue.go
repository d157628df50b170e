package desk

import (
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// RescueCopies lists the backups while the data cannot be opened. Anyone may: there is no office that could say who is who, and
// whoever restores a backup needs a password of it to come in. Fault: conflict while the data are open or would open by themselves.
func (s *Service) RescueCopies() (Backups, error) {
	if err := s.rescuable(); err != nil {
		return Backups{}, err
	}
	return s.desk.backups()
}

// Rescue restores a backup in the place of data that cannot be opened; they are set aside whole.
func (s *Service) Rescue(key string) error {
	if err := s.rescuable(); err != nil {
		return err
	}
	return s.alone(s.rescuable, func(at *store.Store) error { return s.desk.restoreKey(at, key) })
}

func (s *Service) rescuable() error {
	if s.desk.Gate.Failure() != nil && s.desk.Store().Damaged() {
		return nil
	}
	return fault.Conflict("Dữ liệu không mất và không hỏng, nên không phục hồi ở đây. Hãy đăng nhập rồi mở Sao lưu, phục hồi.")
}
