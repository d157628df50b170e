package store

import "time"

// AuditEntry is one line of the trail: who did what to which record, and when. Triggers keep it append-only.
type AuditEntry struct {
	ID       string `gorm:"column:id;primaryKey" json:"id"`
	At       string `gorm:"column:at" json:"at"` // RFC 3339, UTC
	UserID   string `gorm:"column:user_id" json:"userId"`
	UserName string `gorm:"column:user_name" json:"userName"`
	Action   string `gorm:"column:action" json:"action"` // "<package>.<Method>"
	Subject  string `gorm:"column:subject" json:"subject"`
	Detail   string `gorm:"column:detail" json:"detail"` // a Vietnamese sentence
}

// TableName names the table for GORM.
func (AuditEntry) TableName() string { return "audit_entry" }

type auditNote struct{ subject, detail string }

// Audit says what the transaction's one audit row will tell: the key of the record and a short Vietnamese sentence.
// A later call replaces an earlier one.
func (tx *Tx) Audit(subject, detail string) { tx.note = auditNote{subject, detail} }

func (tx *Tx) writeAudit(as As) error {
	return tx.Create(&AuditEntry{
		ID: NewID(), At: tx.Now.Format(time.RFC3339Nano), UserID: as.UserID, UserName: as.UserName,
		Action: as.Action, Subject: tx.note.subject, Detail: tx.note.detail,
	}).Error
}
