package activities

import (
	"strconv"
	"strings"

	"gorm.io/gorm"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// whereWords narrows to entries that hold the words. Where something else leaves few entries each of them is looked up in the
// index; otherwise the index leads, day by day, and the first answers come at once however many there are.
func whereWords(q *gorm.DB, f LogFilter, few bool) (narrowed *gorm.DB, byIndex bool) {
	words := store.MatchWords(store.Fold(f.Text))
	if words == "" {
		return q.Where("1 = 0"), false
	}
	if few {
		return q.Where(`EXISTS (SELECT 1 FROM meeting_text t JOIN meeting_index x ON x.rowid = t.row_id
WHERE t.meeting_id = m.id AND meeting_index MATCH ?)`, words), false
	}
	q = q.Table("meeting_index x CROSS JOIN meeting_text t ON t.row_id = x.rowid CROSS JOIN meeting m ON m.id = t.meeting_id").
		Where("meeting_index MATCH ?", words)
	if f.Span.From != dates.None {
		q = q.Where("x.rowid >= ?", rowsFrom(f.Span.From))
	}
	if f.Span.To != dates.None {
		q = q.Where("x.rowid < ?", rowsFrom(f.Span.To))
	}
	return q, true
}

// behind narrows to what comes behind an entry. Should the entry be gone meanwhile, nothing is left out but its own day.
func (k LogKey) behind(q *gorm.DB, byIndex, newest bool) *gorm.DB {
	switch {
	case byIndex && newest:
		return q.Where("x.rowid < coalesce((SELECT row_id FROM meeting_text WHERE meeting_id = ?), ?)", k.ID, rowsFrom(k.Day))
	case byIndex:
		return q.Where("x.rowid > coalesce((SELECT row_id FROM meeting_text WHERE meeting_id = ?), ?)", k.ID, rowsFrom(k.Day.AddDays(1))-1)
	case newest:
		return q.Where("(m.day, m.id) < (?, ?)", k.Day, k.ID)
	}
	return q.Where("(m.day, m.id) > (?, ?)", k.Day, k.ID)
}

// rowsOfDay is how many rows of the index a day has room for, see migration 0020.
const rowsOfDay = 1_000_000

// rowsFrom is the first row of the index a day may have.
func rowsFrom(day dates.Date) int64 {
	n, _ := strconv.ParseInt(strings.ReplaceAll(string(day), "-", ""), 10, 64)
	return n * rowsOfDay
}
