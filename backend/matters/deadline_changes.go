package matters

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// DeadlineChange is a change of the days off or of a rule that moved running deadlines; it stays until somebody has read it.
type DeadlineChange struct {
	ID    string         `gorm:"column:id;primaryKey" json:"id"`
	Cause string         `gorm:"column:cause" json:"cause"` // a sentence
	At    string         `gorm:"column:at" json:"at"`       // RFC 3339, UTC
	Total int            `gorm:"-" json:"total"`            // deadlines moved
	Moves []DeadlineMove `gorm:"-" json:"moves"`            // the first of them, in register order
}

// TableName names the table for GORM.
func (DeadlineChange) TableName() string { return "deadline_change" }

// DeadlineMove is one deadline that moved.
type DeadlineMove struct {
	MatterID string     `json:"matterId"`
	No       string     `json:"no"` // "128/2026"
	Summary  string     `json:"summary"`
	Clock    string     `json:"clock"`  // "Trả lời", as the leg is called
	Before   dates.Date `json:"before"` // "" = chưa ấn định
	After    dates.Date `json:"after"`
}

// deadlineMoveRow is a row of a change.
type deadlineMoveRow struct {
	ChangeID string     `gorm:"column:change_id"`
	MatterID string     `gorm:"column:matter_id"`
	Clock    string     `gorm:"column:clock"`
	Before   dates.Date `gorm:"column:before"`
	After    dates.Date `gorm:"column:after"`
}

func (deadlineMoveRow) TableName() string { return "deadline_move" }

// clockNames say which leg a clock ends, as the line of a matter calls it.
var clockNames = store.Words{
	store.NewWord(ClockHandling, "Chuyển, xử lý"),
	store.NewWord(ClockNotice, "Thông báo tiếp nhận"),
	store.NewWord(ClockReply, "Trả lời"),
	store.NewWord(ClockConveyance, "Phản hồi về cơ sở"),
}

// maxMovesShown is how many moved deadlines a list shows; the trail has their number.
const maxMovesShown = 200

// saveDeadlineMoves stores what a change moved and gives the sentence for the trail.
func saveDeadlineMoves(tx *store.Tx, cause string, moves []deadlineMoveRow) (string, error) {
	if len(moves) == 0 {
		return "", nil
	}
	change := DeadlineChange{ID: store.NewID(), Cause: cause, At: tx.NowText()}
	if err := tx.Create(&change).Error; err != nil {
		return "", err
	}
	for i := range moves {
		moves[i].ChangeID = change.ID
	}
	return movedText(moves), tx.CreateInBatches(&moves, 200).Error
}

// DeadlineChanges lists the changes nobody has read yet, the newest first, each with the deadlines it moved.
func DeadlineChanges(tx *store.Tx) ([]DeadlineChange, error) {
	out := []DeadlineChange{}
	if err := tx.Where("read_at = ''").Order("at DESC, id DESC").Find(&out).Error; err != nil {
		return nil, err
	}
	for i := range out {
		c := &out[i]
		var rows []struct {
			Matter
			Clock         string
			Before, After dates.Date
		}
		q := tx.Table("deadline_move d").Joins("JOIN matter m ON m.id = d.matter_id").Where("d.change_id = ?", c.ID)
		var total int64
		if err := q.Count(&total).Error; err != nil {
			return nil, err
		}
		err := q.Select("m.*, d.clock, d.before, d.after").Order("m.year, m.number, d.clock").Limit(maxMovesShown).Scan(&rows).Error
		if err != nil {
			return nil, err
		}
		c.Total, c.Moves = int(total), []DeadlineMove{}
		for _, r := range rows {
			c.Moves = append(c.Moves, DeadlineMove{MatterID: r.ID, No: r.No(), Summary: r.Summary,
				Clock: clockNames.Of(r.Clock), Before: r.Before, After: r.After})
		}
	}
	return out, nil
}

// readDeadlineChange notes that somebody has read what a change moved.
func readDeadlineChange(tx *store.Tx, id string) error {
	var c DeadlineChange
	if err := tx.Where("id = ? AND read_at = ''", id).Take(&c).Error; err != nil {
		if store.Missing(err) {
			return fault.NotFound("Thông báo này đã được đánh dấu đã đọc. Hãy tải lại trang.")
		}
		return err
	}
	tx.Audit(id, fmt.Sprintf("Đã đọc danh sách hạn thay đổi. %s", c.Cause))
	return tx.Model(&DeadlineChange{}).Where("id = ?", id).Updates(map[string]any{"read_at": tx.NowText(), "read_by": tx.UserName}).Error
}
