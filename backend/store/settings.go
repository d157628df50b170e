package store

import (
	"encoding/json"

	"gorm.io/gorm/clause"
)

type settingRow struct {
	Name  string `gorm:"column:name;primaryKey"`
	Value string `gorm:"column:value"`
}

func (settingRow) TableName() string { return "setting" }

// Setting reads a stored setting into value; a setting that was never stored leaves value as it is.
func (tx *Tx) Setting(name string, value any) error {
	var row settingRow
	err := tx.Where("name = ?", name).Take(&row).Error
	if Missing(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(row.Value), value)
}

// SetSetting stores value under name.
func (tx *Tx) SetSetting(name string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&settingRow{Name: name, Value: string(text)}).Error
}
