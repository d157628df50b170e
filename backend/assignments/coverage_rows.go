package assignments

import (
	"database/sql"

	"caunoi/backend/dates"
)

// eachSpan reads rows of (id, from, to, upper) to their end.
func eachSpan(rows *sql.Rows, visit func(id, upper string, span dates.Span)) error {
	defer rows.Close()
	for rows.Next() {
		var id, upper string
		var span dates.Span
		if err := rows.Scan(&id, &span.From, &span.To, &upper); err != nil {
			return err
		}
		visit(id, upper, span)
	}
	return rows.Err()
}
