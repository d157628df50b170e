package officers

import (
	"fmt"
	"strings"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// merge moves everything of one record to another record of the same person and puts the emptied one into the bin.
func merge(tx *store.Tx, ties []Tie, keepID, dropID string) error {
	if keepID == dropID {
		return fault.Invalid("dropId", "Hãy chọn hai bản ghi khác nhau để gộp.")
	}
	keep, err := find(tx, keepID)
	if err != nil {
		return err
	}
	drop, err := find(tx, dropID)
	if err != nil {
		return err
	}
	if err := movePosts(tx, keep, drop); err != nil {
		return err
	}
	if err := moveSeats(tx, keep, drop); err != nil {
		return err
	}
	if err := tx.Model(&Account{}).Where("officer_id = ?", drop.ID).Update("officer_id", keep.ID).Error; err != nil {
		return err
	}
	for _, tie := range ties {
		if err := tie.Move(tx, drop.ID, keep.ID); err != nil {
			return err
		}
	}
	if keep.WorkPhone == "" {
		keep.WorkPhone = drop.WorkPhone
	}
	if drop.Note != "" && !strings.Contains(keep.Note, drop.Note) {
		keep.Note = strings.TrimSpace(keep.Note + "\n" + drop.Note)
	}
	drop.DeletedAt = tx.NowText()
	drop.Note = strings.TrimSpace(drop.Note + "\nĐã gộp vào bản ghi " + keep.FullName + ".")
	if err := tx.Save(&keep).Error; err != nil {
		return err
	}
	tx.Audit(keep.ID, fmt.Sprintf("Gộp bản ghi trùng %s (%s) vào %s.", drop.FullName, drop.ID, keep.FullName))
	return tx.Save(&drop).Error
}

// movePosts keeps one of two equal posts and refuses posts that contradict each other, because only a person can tell
// which of them is true.
func movePosts(tx *store.Tx, keep, drop Officer) error {
	var kept, moved []Post
	if err := tx.Where("officer_id = ?", keep.ID).Find(&kept).Error; err != nil {
		return err
	}
	if err := tx.Where("officer_id = ?", drop.ID).Find(&moved).Error; err != nil {
		return err
	}
	for _, post := range moved {
		other, found := contradiction(post, kept)
		switch {
		case found && store.SameName(other.Label, post.Label) && other.Span() == post.Span():
			if err := tx.Delete(&post).Error; err != nil {
				return err
			}
			continue
		case found:
			return fault.Conflict(
				fmt.Sprintf(
					"Chưa gộp được: chức vụ “%s” (%s) và “%s” (%s) tại cùng cơ quan trùng thời gian. Hãy sửa một trong hai rồi gộp lại.",
					other.Label,
					shownSpan(other.Span()),
					post.Label,
					shownSpan(post.Span()),
				),
			)
		}
		post.OfficerID = keep.ID
		if err := tx.Save(&post).Error; err != nil {
			return err
		}
	}
	return nil
}

func moveSeats(tx *store.Tx, keep, drop Officer) error {
	var kept, moved []Membership
	if err := tx.Where("officer_id = ?", keep.ID).Find(&kept).Error; err != nil {
		return err
	}
	if err := tx.Where("officer_id = ?", drop.ID).Find(&moved).Error; err != nil {
		return err
	}
	seats := map[string]bool{}
	for _, m := range kept {
		seats[m.TermID+"/"+string(m.Body)] = true
	}
	for _, m := range moved {
		if seats[m.TermID+"/"+string(m.Body)] {
			if err := tx.Delete(&m).Error; err != nil {
				return err
			}
			continue
		}
		m.OfficerID = keep.ID
		if err := tx.Save(&m).Error; err != nil {
			return err
		}
	}
	return nil
}

// remove puts an officer into the bin. What hangs on the record must be ended or moved first, or it would have nobody.
func remove(tx *store.Tx, ties []Tie, id string) error {
	officer, err := find(tx, id)
	if err != nil {
		return err
	}
	var held []string
	for _, tie := range ties {
		what, err := tie.Holds(tx, id)
		if err != nil {
			return err
		}
		if what != "" {
			held = append(held, what)
		}
	}
	if len(held) > 0 {
		return fault.Conflict(
			fmt.Sprintf(
				"Đồng chí %s đang có %s nên không bỏ vào thùng rác được. Nếu nghỉ hoặc chuyển công tác, hãy kết thúc chức vụ và phân công; nếu nhập trùng, hãy dùng Gộp.",
				officer.FullName,
				strings.Join(held, ", "),
			),
		)
	}
	officer.DeletedAt = tx.NowText()
	tx.Audit(id, "Bỏ cán bộ "+officer.FullName+" vào thùng rác.")
	return tx.Save(&officer).Error
}

func restore(tx *store.Tx, id string) error {
	var officer Officer
	err := tx.Where("id = ? AND deleted_at <> ''", id).Take(&officer).Error
	if store.Missing(err) {
		return fault.NotFound("Cán bộ này không còn trong thùng rác. Hãy tải lại danh sách.")
	}
	if err != nil {
		return err
	}
	officer.DeletedAt = ""
	tx.Audit(id, "Lấy lại cán bộ "+officer.FullName+" từ thùng rác.")
	return tx.Save(&officer).Error
}

// UnitUse counts the posts held at a unit for the room of units: a unit in use cannot go to the bin.
func UnitUse(tx *store.Tx, unitID string) (count int64, what string, err error) {
	err = tx.Model(&Post{}).Where("org_id = ?", unitID).Count(&count).Error
	return count, "chức vụ của cán bộ", err
}
