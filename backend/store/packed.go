package store

import (
	"database/sql"
	"strings"

	"gorm.io/gorm"
)

// Characters that keep packed values apart. Stored text never holds them: Clean drops control characters.
const (
	packedRow    = "\x1e"
	packedColumn = "\x1f"
)

// Packed writes the SELECT column with which ReadPacked reads the given columns of all rows as one text. No column may be NULL.
func Packed(columns ...string) string {
	return "group_concat(" + strings.Join(columns, " || char(31) || ") + ", char(30))"
}

// ReadPacked visits the rows of a query whose one column was written by Packed with as many columns. Reading a province's
// hundreds of thousands of small rows one by one costs the driver more than finding them. visit must not keep the slice,
// and must clone a field it keeps: a field is a piece of the one big text.
func ReadPacked(query *gorm.DB, columns int, visit func(fields []string)) error {
	var all sql.NullString
	if err := query.Row().Scan(&all); err != nil {
		return err
	}
	fields, rest := make([]string, columns), all.String
	for rest != "" {
		var row string
		row, rest, _ = strings.Cut(rest, packedRow)
		for i := range fields {
			fields[i], row, _ = strings.Cut(row, packedColumn)
		}
		visit(fields)
	}
	return nil
}
