package matters

import (
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

func orToday(tx *store.Tx, day dates.Date) dates.Date {
	if day == dates.None {
		return tx.Today
	}
	return day
}

func checkDate(field string, day dates.Date) error {
	if day != dates.None && !day.Valid() {
		return fault.Invalid(field, "Ngày không hợp lệ. Hãy nhập ngày/tháng/năm, ví dụ 05/11/2026.")
	}
	return nil
}

// checkOfficerExists refuses a key that names no officer; whether one is needed is decided by the conditions of the
// lifecycle.
func checkOfficerExists(tx *store.Tx, id string) error {
	if id == "" {
		return nil
	}
	refs, err := officers.Refs(tx, []string{id}, tx.Today)
	if err == nil && refs[id].ID == "" {
		return fault.Invalid("officerId", "Không tìm thấy cán bộ này. Hãy chọn lại.")
	}
	return err
}

func checkPlaceAndMeeting(tx *store.Tx, in ConveyInput) error {
	if in.UnitID != "" {
		if _, err := units.Get(tx, in.UnitID, tx.Today); err != nil {
			if fault.Is(err, fault.CodeNotFound) {
				return fault.Invalid("unitId", "Không còn địa bàn này. Hãy chọn lại.")
			}
			return err
		}
	}
	if in.MeetingID == "" {
		return nil
	}
	var n int64
	if err := tx.Table("meeting").Where("id = ? AND deleted_at = ''", in.MeetingID).Count(&n).Error; err != nil {
		return err
	}
	if n == 0 {
		return fault.Invalid("meetingId", "Không còn cuộc họp này. Hãy chọn lại.")
	}
	return nil
}
