package assignments

import (
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Issued lists the decisions issued on the days of a span, without their lines, by day.
func Issued(tx *store.Tx, span dates.Span) ([]Decision, error) {
	list := []Decision{}
	q := tx.Select("id", "number", "symbol", "doc_date", "issuer", "subject").
		Where("state = ? AND deleted_at = '' AND doc_date >= ?", BanHanh, span.From)
	if !span.Open() {
		q = q.Where("doc_date < ?", span.To)
	}
	return list, q.Order("doc_date, id").Find(&list).Error
}

// Heads lists every decision that is not in the bin, drafts too, without its lines; the newest first.
func Heads(tx *store.Tx) ([]Decision, error) {
	list := []Decision{}
	return list, tx.Select("id", "number", "symbol", "doc_date", "issuer", "subject", "state").Where("deleted_at = ''").
		Order("doc_date DESC, id DESC").Find(&list).Error
}
