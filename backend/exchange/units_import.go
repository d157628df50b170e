package exchange

import (
	"encoding/json"
	"fmt"
	"slices"

	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// UnitFile is a list of units that was read and is looked at before it is imported.
type UnitFile struct {
	Table Table
	Hash  string
}

// ReadUnitFile reads a list of administrative units.
func ReadUnitFile(name string, content []byte) (UnitFile, error) {
	t, err := ReadTable(name, content, unitColumns)
	return UnitFile{Table: t, Hash: hashOf(content)}, err
}

// TryUnits says what importing the list would do: where nothing is left to decide, by doing it, so that what the records
// would refuse is said beforehand. The caller throws the transaction away.
func TryUnits(tx *store.Tx, f UnitFile, o UnitOptions) (Preview, error) {
	p, err := preparePlan(tx, f, &o)
	if err != nil {
		return Preview{}, err
	}
	out := p.preview(f)
	out.Notes = append(out.Notes, farNote(o.AsOf, tx.Today)...)
	if err := refuseTwice(tx, kindUnits, f.Hash, o.AsOf); err != nil {
		out.Repeated = err.Error()
	}
	if err := p.countUses(tx, &out); err != nil || out.Blocked != "" || p.refuseUndecided(o) != nil {
		return out, err
	}
	_, err = applyUnits(tx, p, o.Source)
	if e, refused := fault.Of(err); refused {
		out.Blocked, err = e.Message+" Chưa có gì được nhập.", nil
	}
	return out, err
}

// ImportUnits carries the import out as a whole, or refuses it as a whole.
func ImportUnits(tx *store.Tx, f UnitFile, o UnitOptions) (Batch, error) {
	if err := refuseTwice(tx, kindUnits, f.Hash, o.AsOf); err != nil {
		return Batch{}, err
	}
	p, err := preparePlan(tx, f, &o)
	if err != nil {
		return Batch{}, err
	}
	if err := p.refuseUndecided(o); err != nil {
		return Batch{}, err
	}
	if err := p.confirmed(o); err != nil {
		return Batch{}, err
	}
	w, err := applyUnits(tx, p, o.Source)
	if err != nil {
		return Batch{}, err
	}
	if len(w.order) == 0 {
		return Batch{}, fault.Conflict("Danh sách này khớp hoàn toàn với dữ liệu đang có; không có gì để nhập.")
	}
	changes, err := w.changes(tx)
	if err != nil {
		return Batch{}, err
	}
	b := Batch{Kind: kindUnits, FileName: f.Table.File, FileHash: f.Hash, AsOf: o.AsOf, Source: o.Source, RowCount: p.rows,
		Created: w.created, Changed: w.changed, Closed: w.closed}
	tx.Audit(
		"import",
		fmt.Sprintf("Nhập địa bàn từ tệp “%s”: %d mới, %d thay đổi, %d kết thúc.", b.FileName, b.Created, b.Changed, b.Closed),
	)
	return b, keepBatch(tx, &b, changes)
}

func preparePlan(tx *store.Tx, f UnitFile, o *UnitOptions) (*unitPlan, error) {
	var bad fault.Fields
	if !o.AsOf.Valid() || o.AsOf.Year() < 1900 || o.AsOf.Year() > 2100 {
		bad.Add("asOf", "Hãy nhập ngày tính đến của danh sách, ví dụ 01/07/2025.")
	}
	switch o.Close {
	case "", CloseNone, CloseProvince, CloseAll:
	default:
		bad.Add("close", "Hãy chọn phạm vi kết thúc trong danh sách.")
	}
	if o.Source = store.CleanLine(o.Source); len([]rune(o.Source)) > 500 {
		bad.Add("source", "Căn cứ dài quá 500 ký tự; hãy viết gọn lại.")
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	if o.Source == "" { // an end needs a reason that can be looked up
		o.Source = fmt.Sprintf("Danh sách “%s”, tính đến %s", f.Table.File, o.AsOf.Show())
	}
	now, err := readCurrentUnits(tx, o.AsOf)
	if err != nil {
		return nil, err
	}
	return planUnits(f.Table, now, *o), nil
}

// changes reads every touched unit back as it is stored now: what an undo later compares with.
func (w *unitChanges) changes(tx *store.Tx) ([]batchChange, error) {
	pictures, err := units.Snapshots(tx, w.order)
	if err != nil {
		return nil, err
	}
	out := make([]batchChange, len(pictures))
	for i, s := range pictures {
		text, err := json.Marshal(s)
		if err != nil {
			return nil, err
		}
		out[i] = batchChange{
			Item:     w.group[s.UnitID],
			Label:    w.label[s.UnitID],
			Record:   kindUnits,
			RecordID: s.UnitID,
			Before:   w.before[s.UnitID],
			After:    string(text),
		}
	}
	return out, nil
}

// countUses counts what hangs on the units that end: all records, and the assignments that go on beyond the day.
func (p *unitPlan) countUses(tx *store.Tx, out *Preview) error {
	var ids []string
	for _, u := range p.ending() {
		ids = append(ids, u.v.UnitID)
	}
	var err error
	if out.Records, err = tx.CountUses("unit", unitColumnNames, unitOwnTables, ids); err != nil {
		return err
	}
	for part := range slices.Chunk(ids, 400) {
		var n int
		err := tx.Raw("SELECT count(*) FROM assignment WHERE target_id IN ? AND deleted_at = '' AND (valid_to = '' OR valid_to > ?)", part, p.asOf).
			Scan(&n).
			Error
		if err != nil {
			return err
		}
		out.Assignments += n
	}
	return nil
}
