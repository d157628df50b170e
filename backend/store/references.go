package store

import (
	"encoding/json"
	"slices"
	"strings"
)

// Reference is a column of a table that holds keys of another table.
type Reference struct {
	Table  string `gorm:"column:table_name"`
	Column string `gorm:"column:column_name"`
}

// UsedIn tells which of the keys of a table some other record holds, and in which table. Besides declared references
// it looks at columns with one of the given names, because many are kept as plain text with ” for "none". Tables in
// except belong to the record itself. Rooms that come later are found without anybody adding them here.
func (tx *Tx) UsedIn(table string, columns, except, ids []string) (map[string]string, error) {
	found, err := tx.references(table, columns, except)
	if err != nil {
		return nil, err
	}
	used := map[string]string{}
	for _, r := range found {
		for part := range slices.Chunk(ids, 400) {
			var keys []string
			// Table and column come from the schema itself; a statement takes no parameter in their place.
			if err := tx.Raw(`SELECT DISTINCT "`+r.Column+`" FROM "`+r.Table+`" WHERE "`+r.Column+`" IN ?`, part).
				Scan(&keys).
				Error; err != nil {
				return nil, err
			}
			for _, key := range keys {
				if used[key] == "" {
					used[key] = r.Table
				}
			}
		}
	}
	return used, nil
}

// CountUses counts the records that hold any of the keys; the rest is as for UsedIn.
func (tx *Tx) CountUses(table string, columns, except, ids []string) (int, error) {
	found, err := tx.references(table, columns, except)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	keys, err := json.Marshal(ids)
	if err != nil {
		return 0, err
	}
	held := map[string][]string{}
	var args []any
	var tables []string
	for _, r := range found {
		if held[r.Table] == nil {
			tables = append(tables, r.Table)
		}
		held[r.Table] = append(held[r.Table], `"`+r.Column+`" IN (SELECT value FROM json_each(?))`)
	}
	total := 0
	for _, name := range tables {
		args = args[:0]
		for range held[name] {
			args = append(args, string(keys))
		}
		var n int
		if err := tx.Raw(`SELECT count(*) FROM "`+name+`" WHERE `+strings.Join(held[name], " OR "), args...).Scan(&n).Error; err != nil {
			return 0, err
		}
		total += n
	}
	return total, nil
}

// references lists the columns that may hold keys of a table.
func (tx *Tx) references(table string, columns, except []string) ([]Reference, error) {
	var found []Reference
	err := tx.Raw(`SELECT m.name AS table_name, c.name AS column_name FROM sqlite_master m JOIN pragma_table_info(m.name) c
WHERE m.type = 'table' AND (c.name IN ? OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) f WHERE f."table" = ?
AND f."from" = c.name))
ORDER BY m.name, c.name`, columns, table).Scan(&found).Error
	return slices.DeleteFunc(found, func(r Reference) bool { return slices.Contains(except, r.Table) }), err
}
