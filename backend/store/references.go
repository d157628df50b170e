package store

import "slices"

// Reference is a column of a table that holds keys of another table.
type Reference struct {
	Table  string `gorm:"column:table_name"`
	Column string `gorm:"column:column_name"`
}

// UsedIn tells which of the keys of a table some other record holds, and in which table. Besides declared references
// it looks at columns with one of the given names, because many are kept as plain text with ” for "none". Tables in
// except belong to the record itself. Rooms that come later are found without anybody adding them here.
func (tx *Tx) UsedIn(table string, columns, except, ids []string) (map[string]string, error) {
	var found []Reference
	err := tx.Raw(`SELECT m.name AS table_name, c.name AS column_name FROM sqlite_master m JOIN pragma_table_info(m.name) c
WHERE m.type = 'table' AND (c.name IN ? OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) f WHERE f."table" = ?
AND f."from" = c.name))
ORDER BY m.name, c.name`, columns, table).Scan(&found).Error
	if err != nil {
		return nil, err
	}
	used := map[string]string{}
	for _, r := range found {
		if slices.Contains(except, r.Table) {
			continue
		}
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
