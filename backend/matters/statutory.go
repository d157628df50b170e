package matters

import (
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// StatutoryNote says that a khiếu nại or tố cáo was passed on: when, of which kind, where to, and its number in the
// register kept by law. There is deliberately nothing else: no content, no person, no text.
type StatutoryNote struct {
	ID         string     `gorm:"column:id;primaryKey" json:"id"`
	ReceivedOn dates.Date `gorm:"column:received_on" json:"receivedOn"`
	Kind       string     `gorm:"column:kind" json:"kind"`
	BodyID     string     `gorm:"column:body_id" json:"bodyId"`
	ExternalNo string     `gorm:"column:external_no" json:"externalNo"`
	CreatedAt  string     `gorm:"column:created_at" json:"createdAt"`
	DeletedAt  string     `gorm:"column:deleted_at" json:"deletedAt"`
	KindWord   string     `gorm:"-" json:"kindWord"`
	Body       string     `gorm:"-" json:"body"`
}

// TableName names the table for GORM.
func (StatutoryNote) TableName() string { return "statutory_note" }

// StatutoryInput is such a note as entered.
type StatutoryInput struct {
	ID         string     `json:"id"`
	ReceivedOn dates.Date `json:"receivedOn"`
	Kind       string     `json:"kind"`
	BodyID     string     `json:"bodyId"`
	ExternalNo string     `json:"externalNo"`
}

// StatutoryFilter narrows the list.
type StatutoryFilter struct {
	Span    dates.Span `json:"span"`
	Kind    string     `json:"kind"`
	BodyID  string     `json:"bodyId"`
	Deleted bool       `json:"deleted"`
}

// StatutoryNotes lists the notes, newest first.
func StatutoryNotes(tx *store.Tx, f StatutoryFilter) ([]StatutoryNote, error) {
	q := tx.Where("(deleted_at <> '') = ?", f.Deleted).Order("received_on DESC, id DESC").Limit(countLimit)
	if f.Span.From != "" {
		q = q.Where("received_on >= ?", f.Span.From)
	}
	if f.Span.To != "" {
		q = q.Where("received_on < ?", f.Span.To)
	}
	if f.Kind != "" {
		q = q.Where("kind = ?", f.Kind)
	}
	if f.BodyID != "" {
		q = q.Where("body_id = ?", f.BodyID)
	}
	out := []StatutoryNote{}
	if err := q.Find(&out).Error; err != nil {
		return nil, err
	}
	bodies, err := bodiesByID(tx)
	for i := range out {
		out[i].KindWord, out[i].Body = words.statutory.Of(out[i].Kind), bodies[out[i].BodyID].Name
	}
	return out, err
}

func saveStatutory(tx *store.Tx, in StatutoryInput) (StatutoryNote, error) {
	n := StatutoryNote{CreatedAt: tx.NowText()}
	if in.ID != "" {
		if err := tx.Where("id = ? AND deleted_at = ''", in.ID).Take(&n).Error; err != nil {
			if store.Missing(err) {
				return n, fault.NotFound("Không còn phiếu này. Hãy tải lại danh sách.")
			}
			return n, err
		}
	}
	n.ReceivedOn, n.Kind, n.BodyID, n.ExternalNo = in.ReceivedOn, in.Kind, in.BodyID, store.CleanLine(in.ExternalNo)
	bodies, err := bodiesByID(tx)
	if err != nil {
		return n, err
	}
	var f fault.Fields
	if !n.ReceivedOn.Valid() {
		f.Add("receivedOn", "Hãy nhập ngày nhận.")
	} else if n.ReceivedOn > tx.Today {
		f.Add("receivedOn", "Ngày nhận chưa tới.")
	}
	if words.statutory.Of(n.Kind) == "" {
		f.Add("kind", "Hãy chọn khiếu nại hoặc tố cáo.")
	}
	if to := bodies[n.BodyID]; to.ID == "" || to.DeletedAt != "" {
		f.Add("bodyId", "Hãy chọn cơ quan được chuyển đến.")
	}
	if n.ExternalNo == "" {
		f.Add("externalNo", "Hãy nhập số ở sổ riêng theo luật; phiếu này chỉ dẫn tới đó.")
	} else if !registerNumberForm.MatchString(n.ExternalNo) {
		f.Add("externalNo", "Số ở sổ riêng chỉ gồm chữ, số và các dấu / - . , không có khoảng trắng, ví dụ 45/2026/TCD.")
	}
	if err := f.Err(); err != nil {
		return StatutoryNote{}, err
	}
	if n.ID == "" {
		n.ID = store.NewID()
	}
	n.KindWord, n.Body = words.statutory.Of(n.Kind), bodies[n.BodyID].Name
	tx.Audit(n.ID, "Ghi phiếu chuyển "+store.LowerFirst(n.KindWord)+" ngày "+n.ReceivedOn.Show()+".")
	return n, tx.Save(&n).Error
}

func binStatutory(tx *store.Tx, id string, gone bool) error {
	at, word := "", "Lấy lại phiếu chuyển từ thùng rác."
	if gone {
		at, word = tx.NowText(), "Bỏ phiếu chuyển vào thùng rác."
	}
	tx.Audit(id, word)
	return requireOneRow(tx.Model(&StatutoryNote{}).Where("id = ?", id).Update("deleted_at", at))
}
