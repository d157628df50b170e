package store

// Check looks for damage inside the file and for references to nothing. An empty list says that the file is sound.
func (tx *Tx) Check() ([]string, error) {
	var found []string
	var verdicts []string
	if err := tx.BulkLoad(); err != nil { // the check visits every page of every index
		return nil, err
	}
	if err := tx.Raw("PRAGMA integrity_check(20)").Scan(&verdicts).Error; err != nil {
		return nil, err
	}
	for _, v := range verdicts {
		if v != "ok" {
			found = append(found, v)
		}
	}
	var broken []struct {
		Table string `gorm:"column:table"`
		N     int    `gorm:"column:n"`
	}
	if err := tx.Raw(`SELECT "table", count(*) AS n FROM pragma_foreign_key_check GROUP BY "table"`).Scan(&broken).Error; err != nil {
		return nil, err
	}
	for _, b := range broken {
		found = append(found, b.Table+": tham chiếu tới bản ghi không còn")
	}
	return found, nil
}
