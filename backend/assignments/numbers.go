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
