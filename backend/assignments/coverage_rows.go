package assignments

import (
	"database/sql"

	"caunoi/backend/dates"
)

// eachSpan reads rows of (id, from, to) to their end.
func eachSpan(rows *sql.Rows, visit func(id string, span dates.Span)) error {
	defer rows.Close()
	for rows.Next() {
		var id string
		var span dates.Span
		if err := rows.Scan(&id, &span.From, &span.To); err != nil {
			return err
		}
		visit(id, span)
	}
	return rows.Err()
}
