package activities

import (
	"fmt"

	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// UnitUse counts the meetings a unit hosts for the room of units: a unit in use cannot go to the bin.
func UnitUse(tx *store.Tx, unitID string) (count int64, what string, err error) {
	err = tx.Table("meeting_host h").Joins("JOIN meeting m ON m.id = h.meeting_id AND m.deleted_at = ''").
		Where("h.unit_id = ?", unitID).Count(&count).Error
	return count, "cuộc họp", err
}

// OfficerTie tells the room of officers what hangs on an officer here.
func OfficerTie() officers.Tie { return officers.Tie{Move: moveOfficer, Holds: holds} }

func holds(tx *store.Tx, officerID string) (string, error) {
	var met int64
	err := tx.Table("attendance").Where("officer_id = ? OR substitute_id = ?", officerID, officerID).Count(&met).Error
	if err != nil || met == 0 {
		return "", err
	}
	return fmt.Sprintf("%d lượt dự họp trong nhật ký", met), nil
}

// moveOfficer gives one officer's place in the log to another, when two records are one person. Both at one meeting
// cannot be one person without losing a result, so that is refused.
func moveOfficer(tx *store.Tx, from, to string) error {
	var both int64
	err := tx.Table("attendance a").Joins("JOIN attendance b ON b.meeting_id = a.meeting_id").
		Where("a.officer_id = ? AND b.officer_id = ?", from, to).Count(&both).Error
	if err != nil {
		return err
	}
	if both > 0 {
		return fault.Conflict(
			fmt.Sprintf("Chưa gộp được: hai bản ghi cùng có tên trong %d cuộc họp. Hãy bỏ bớt một tên ở các cuộc họp đó trước.", both),
		)
	}
	for _, move := range []string{
		"UPDATE attendance SET officer_id = ? WHERE officer_id = ?",
		"UPDATE attendance SET substitute_id = ? WHERE substitute_id = ?",
		"UPDATE contribution SET officer_id = ? WHERE officer_id = ?",
	} {
		if err := tx.Exec(move, to, from).Error; err != nil {
			return err
		}
	}
	return nil
}
