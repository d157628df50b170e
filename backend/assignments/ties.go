package assignments

import (
	"fmt"

	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// UnitUse counts the assignments of a place for the room of units: a place in use cannot go to the bin.
func UnitUse(tx *store.Tx, unitID string) (count int64, what string, err error) {
	err = tx.Model(&Assignment{}).Where("target_id = ? AND deleted_at = ''", unitID).Count(&count).Error
	return count, "phân công", err
}

// OfficerTie tells the room of officers what hangs on an officer here.
func OfficerTie() officers.Tie { return officers.Tie{Move: moveOfficer, Holds: holds} }

func holds(tx *store.Tx, officerID string) (string, error) {
	var assigned, member int64
	if err := tx.Model(&Assignment{}).Where("officer_id = ? AND deleted_at = ''", officerID).Count(&assigned).Error; err != nil {
		return "", err
	}
	err := tx.Model(&Member{}).Where("officer_id = ?", officerID).Count(&member).Error
	switch {
	case assigned > 0:
		return fmt.Sprintf("%d phân công trong sổ", assigned), err
	case member > 0:
		return "tên trong tổ công tác", err
	}
	return "", err
}

// moveOfficer gives one officer's assignments, team seats and annex lines to another, when two records are one person.
func moveOfficer(tx *store.Tx, from, to string) error {
	var moved []Assignment
	if err := tx.Where("officer_id = ?", from).Find(&moved).Error; err != nil {
		return err
	}
	for _, a := range moved {
		var same []Assignment
		if err := tx.Where("officer_id = ? AND kind_id = ? AND target_id = ? AND deleted_at = ''", to, a.KindID, a.TargetID).
			Find(&same).
			Error; err != nil {
			return err
		}
		for _, other := range same {
			if a.DeletedAt == "" && other.Span().Overlaps(a.Span()) {
				return fault.Conflict(
					"Chưa gộp được: cả hai bản ghi cùng được phân công một đơn vị trong cùng thời gian. Hãy kết thúc hoặc thu hồi một phân công trước.",
				)
			}
		}
	}
	if err := tx.Model(&Assignment{}).Where("officer_id = ?", from).Update("officer_id", to).Error; err != nil {
		return err
	}
	if err := moveMembers(tx, from, to); err != nil {
		return err
	}
	for _, statement := range []string{
		"UPDATE handover SET officer_id = @to WHERE officer_id = @from",
		"UPDATE handover_line SET successor_id = @to WHERE successor_id = @from",
		"UPDATE handover SET seats_before = replace(seats_before, @from, @to), seats_after = replace(seats_after, @from, @to)",
		"UPDATE carried SET trace = replace(trace, @from, @to)",
	} {
		if err := tx.Exec(statement, map[string]any{"from": from, "to": to}).Error; err != nil {
			return err
		}
	}
	return tx.Exec("UPDATE decision SET lines = replace(lines, ?, ?) WHERE lines LIKE ?", from, to, "%"+from+"%").Error
}

func moveMembers(tx *store.Tx, from, to string) error {
	var moved, kept []Member
	if err := tx.Where("officer_id = ?", from).Find(&moved).Error; err != nil {
		return err
	}
	if err := tx.Where("officer_id = ?", to).Find(&kept).Error; err != nil {
		return err
	}
	for _, m := range moved {
		for _, other := range kept {
			if other.TeamID == m.TeamID && other.Span().Overlaps(m.Span()) {
				return fault.Conflict("Chưa gộp được: cả hai bản ghi cùng ở một tổ trong cùng thời gian. Hãy sửa thành viên của tổ trước.")
			}
		}
	}
	return tx.Model(&Member{}).Where("officer_id = ?", from).Update("officer_id", to).Error
}
