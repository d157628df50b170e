package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// The kinds of import.
const (
	kindUnits    = "units"
	kindOfficers = "officers"
	kindLines    = "lines" // assignments: part of a workbook
	kindWorkbook = "workbook"
)

// recordScheme is a scheme made for a workbook's assignments, among what an import touched.
const recordScheme = "scheme"

var kindWords = map[string]string{kindUnits: "Địa bàn", kindOfficers: "Cán bộ", kindLines: "Phân công", kindWorkbook: "Sổ nhiều trang"}

// touches tells which lists an import of a kind may have changed: imports that share one are undone in reverse order.
var touches = map[string][]string{kindUnits: {kindUnits}, kindOfficers: {kindOfficers}, kindWorkbook: {kindUnits, kindOfficers, kindLines}}

// Batch is one import that was carried out.
type Batch struct {
	ID       string     `gorm:"column:id;primaryKey" json:"id"`
	Kind     string     `gorm:"column:kind" json:"kind"`
	KindWord string     `gorm:"-" json:"kindWord"`
	FileName string     `gorm:"column:file_name" json:"fileName"`
	FileHash string     `gorm:"column:file_hash" json:"-"`
	AsOf     dates.Date `gorm:"column:as_of" json:"asOf"`
	Source   string     `gorm:"column:source" json:"source"`
	RowCount int        `gorm:"column:row_count" json:"rowCount"`
	Created  int        `gorm:"column:created" json:"created"`
	Changed  int        `gorm:"column:changed" json:"changed"`
	Closed   int        `gorm:"column:closed" json:"closed"`
	MadeAt   string     `gorm:"column:made_at" json:"madeAt"` // RFC 3339, UTC
	MadeBy   string     `gorm:"column:made_by" json:"madeBy"`
	UndoneAt string     `gorm:"column:undone_at" json:"undoneAt"` // RFC 3339, UTC; "" = in force
	Kept     int        `gorm:"column:kept" json:"kept"`          // records that stayed at the undo
	Last     bool       `gorm:"-" json:"last"`                    // the one to take back first
}

// TableName names the table for GORM.
func (Batch) TableName() string { return "import_batch" }

// batchChange is one record an import touched, before and after, as JSON.
type batchChange struct {
	ID       string `gorm:"column:id;primaryKey"`
	BatchID  string `gorm:"column:batch_id"`
	Item     int    `gorm:"column:item"`
	Label    string `gorm:"column:label"`
	Record   string `gorm:"column:record"`
	RecordID string `gorm:"column:record_id"`
	Before   string `gorm:"column:before"`
	After    string `gorm:"column:after"`
}

func (batchChange) TableName() string { return "import_change" }

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// refuseTwice refuses a file that was imported before with the same day and not taken back since.
func refuseTwice(tx *store.Tx, kind, hash string, asOf dates.Date) error {
	var b Batch
	err := tx.Where("kind = ? AND file_hash = ? AND as_of = ? AND undone_at = ''", kind, hash, asOf).Take(&b).Error
	if store.Missing(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return fault.Conflict(
		fmt.Sprintf(
			"Tệp này đã được nhập (%s, %d dòng, tính đến %s). Không có gì thay đổi; muốn nhập lại hãy hoàn tác lần nhập trước.",
			b.FileName,
			b.RowCount,
			b.AsOf.Show(),
		),
	)
}

// keep stores a batch with its changes.
func keepBatch(tx *store.Tx, b *Batch, changes []batchChange) error {
	b.ID, b.MadeAt, b.MadeBy, b.KindWord, b.Last = store.NewID(), tx.NowText(), tx.UserName, kindWords[b.Kind], true
	if err := tx.Create(b).Error; err != nil {
		return err
	}
	for i := range changes {
		changes[i].ID, changes[i].BatchID = store.NewID(), b.ID
	}
	return tx.CreateInBatches(&changes, 100).Error
}

// Batches lists the imports, the newest first.
func Batches(tx *store.Tx) ([]Batch, error) {
	list := []Batch{}
	if err := tx.Order("id DESC").Find(&list).Error; err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for i := range list {
		b := &list[i]
		b.KindWord = kindWords[b.Kind]
		if b.UndoneAt != "" {
			continue
		}
		b.Last = true
		for _, touched := range touches[b.Kind] {
			b.Last = b.Last && !seen[touched]
		}
		for _, touched := range touches[b.Kind] {
			seen[touched] = true
		}
	}
	return list, nil
}
