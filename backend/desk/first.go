package desk

import (
	"caunoi/backend/access"
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Week is what the first screen shows for the week of a day; "" is today.
func (s *Service) Week(day dates.Date, officerID string) (activities.Week, error) {
	return access.Read(s.desk.Gate, "desk.Week", func(tx *store.Tx) (activities.Week, error) {
		return activities.WeekOf(tx, day, officerID)
	})
}

// FirstStep is one of the things a new office does; the first screen lists them until the five of firstSteps are done.
type FirstStep struct {
	Key  string `json:"key"`
	Text string `json:"text"`
	Path string `json:"path"` // the screen where it is done
	Done bool   `json:"done"`
}

// firstSteps tells for each step by one look whether the office has done it.
var firstSteps = []struct{ key, text, path, done string }{
	{"units", "Nhập danh sách địa bàn, tổ chức đảng", "/nhap-excel", "SELECT EXISTS (SELECT 1 FROM unit WHERE deleted_at = '')"},
	{"officers", "Nhập danh sách cán bộ", "/can-bo", "SELECT EXISTS (SELECT 1 FROM officer WHERE deleted_at = '')"},
	{"assignments", "Ghi quyết định phân công", "/phan-cong", "SELECT EXISTS (SELECT 1 FROM assignment WHERE deleted_at = '')"},
	{"meeting", "Ghi một cuộc họp", "/nhat-ky", "SELECT EXISTS (SELECT 1 FROM meeting WHERE deleted_at = '' AND state = 'HELD')"},
	{"report", "In một báo cáo", "/bao-cao", "SELECT EXISTS (SELECT 1 FROM audit_entry WHERE action = 'reports.Preview')"},
}

// FirstSteps lists the five steps of a new office, and the second place of its backups; it is empty once the five are done.
func (s *Service) FirstSteps() ([]FirstStep, error) {
	return access.Read(s.desk.Gate, "desk.FirstSteps", func(tx *store.Tx) ([]FirstStep, error) {
		out, open := []FirstStep{}, false
		for _, step := range firstSteps {
			var done bool
			if err := tx.Raw(step.done).Scan(&done).Error; err != nil {
				return nil, err
			}
			open = open || !done
			out = append(out, FirstStep{Key: step.key, Text: step.text, Path: step.path, Done: done})
		}
		if !open {
			return []FirstStep{}, nil
		}
		if at := s.desk.Store(); s.desk.keeper.on.Load() && at.Dir() == s.desk.dir {
			out = append(out, FirstStep{
				Key:  "second",
				Text: "Chọn USB hoặc ổ đĩa khác để giữ bản sao lưu thứ hai",
				Path: "/sao-luu",
				Done: at.SecondPlace().ID != "",
			})
		}
		return out, nil
	})
}
