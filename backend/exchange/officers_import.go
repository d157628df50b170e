package exchange

import (
	"encoding/json"
	"fmt"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// OfficerFile is a list of officers that was read.
type OfficerFile struct {
	Table Table
	Hash  string
}

// ReadOfficerFile reads a list of officers: name, post, organisation, work phone, and nothing else.
func ReadOfficerFile(name string, content []byte) (OfficerFile, error) {
	t, err := ReadTable(name, content, officerColumns)
	return OfficerFile{Table: t, Hash: hashOf(content)}, err
}

func (o *OfficerOptions) check() error {
	var bad fault.Fields
	if !o.AsOf.Valid() || o.AsOf.Year() < 1930 || o.AsOf.Year() > 2100 {
		bad.Add("asOf", "Hãy nhập ngày tính đến của danh sách, ví dụ 01/07/2025.")
	}
	if o.Source = store.CleanLine(o.Source); len([]rune(o.Source)) > 200 {
		bad.Add("source", "Căn cứ dài quá 200 ký tự; hãy viết gọn lại.")
	}
	checkReason(&bad, o.GuardReason)
	return bad.Err()
}

// PlanOfficers says what importing the list would do; it changes nothing.
func PlanOfficers(tx *store.Tx, f OfficerFile, o OfficerOptions) (Preview, error) {
	if err := o.check(); err != nil {
		return Preview{}, err
	}
	p, err := planOfficers(tx, f.Table, o)
	if err != nil {
		return Preview{}, err
	}
	out := p.preview(f.Table)
	out.Notes = append(out.Notes, farNote(o.AsOf, tx.Today)...)
	if err := refuseTwice(tx, kindOfficers, f.Hash, o.AsOf); err != nil {
		out.Repeated = err.Error()
	}
	return out, nil
}

func (p *officerPlan) preview(t Table) Preview {
	out := newPreview(t)
	for _, it := range p.items {
		out.Rows[string(it.class)]++
		if it.marked {
			out.Marked++
		}
		l := Line{
			Key:      it.key,
			Row:      it.row,
			Code:     it.phone,
			Name:     it.name,
			Detail:   it.post,
			Parent:   it.org,
			Class:    it.class,
			Reason:   it.source.with(it.reason),
			Choices:  []Decision{},
			Decision: it.decision,
		}
		if it.class == ClassUnclear {
			l.Choices = choices(it.match != nil)
		}
		if it.open() {
			out.Open++
		}
		out.Lines = append(out.Lines, l)
	}
	out.addSkipped(p.skipped)
	return out
}

// ImportOfficers carries the import out as a whole, or refuses it as a whole.
func ImportOfficers(tx *store.Tx, f OfficerFile, o OfficerOptions) (Batch, error) {
	if err := o.check(); err != nil {
		return Batch{}, err
	}
	if err := refuseTwice(tx, kindOfficers, f.Hash, o.AsOf); err != nil {
		return Batch{}, err
	}
	p, err := planOfficers(tx, f.Table, o)
	if err != nil {
		return Batch{}, err
	}
	if err := p.refuseUndecided(o); err != nil {
		return Batch{}, err
	}
	b := Batch{Kind: kindOfficers, FileName: f.Table.File, FileHash: f.Hash, AsOf: o.AsOf, Source: o.Source, RowCount: p.rows}
	changes, err := p.carryOut(tx, o, &b)
	if err != nil {
		return Batch{}, err
	}
	if len(changes) == 0 {
		return Batch{}, fault.Conflict("Danh sách này khớp hoàn toàn với dữ liệu đang có; không có gì để nhập.")
	}
	tx.Audit(
		"import",
		fmt.Sprintf("Nhập cán bộ từ tệp “%s”: %d mới, %d thay đổi.%s", b.FileName, b.Created, b.Changed, guard.Kept(o.GuardReason)),
	)
	return b, keepBatch(tx, &b, changes)
}

// carryOut stores every row and gives the changes to take back.
func (p *officerPlan) carryOut(tx *store.Tx, o OfficerOptions, b *Batch) ([]batchChange, error) {
	var changes []batchChange
	for i, it := range p.items {
		c, err := it.carryOut(tx, o, b)
		if e, ok := fault.Of(err); ok {
			return nil, fault.Invalid("file", fmt.Sprintf("Dòng %d (%s): %s Chưa có gì được nhập.", it.row, it.name, e.Message))
		}
		if err != nil {
			return nil, err
		}
		if c.RecordID != "" {
			c.Item = i + 1
			changes = append(changes, c)
		}
	}
	return changes, nil
}

// refuseUndecided refuses to carry out a plan in which a row is still open, or wrong and not to be left out. Faults: conflict.
func (p *officerPlan) refuseUndecided(o OfficerOptions) error {
	return refuseUndecided(p.items, o.SkipErrors, "dòng", " hoặc chọn chung: người mới, cùng người, hay bỏ qua")
}

// carryOut stores one row and gives the change to take back; an empty change when nothing was to do.
func (it *officerItem) carryOut(tx *store.Tx, o OfficerOptions, b *Batch) (batchChange, error) {
	var before, after string
	id := ""
	switch {
	case it.class == ClassNew || it.decision == DecideNew:
		made, err := officers.Add(tx, it.input(o))
		if err != nil {
			return batchChange{}, err
		}
		id = made.ID
		b.Created++
	case it.decision == DecideChange:
		id = it.match.officer.ID
		picture, err := officerState(tx, id)
		if err != nil {
			return batchChange{}, err
		}
		before = picture
		if err := it.newPost(tx, o); err != nil {
			return batchChange{}, err
		}
		b.Changed++
	default:
		return batchChange{}, nil
	}
	after, err := officerState(tx, id)
	return batchChange{Label: it.name, Record: kindOfficers, RecordID: id, Before: before, After: after}, err
}

// newPost ends the posts held and begins the one of the list on the day.
func (it *officerItem) newPost(tx *store.Tx, o OfficerOptions) error {
	id := it.match.officer.ID
	err := tx.Model(&officers.Post{}).
		Where("officer_id = ? AND valid_to = '' AND valid_from < ?", id, o.AsOf).
		Update("valid_to", o.AsOf).
		Error
	if err != nil {
		return err
	}
	post := officers.Post{
		ID:        store.NewID(),
		OfficerID: id,
		Label:     it.post,
		OrgID:     it.orgID,
		OrgText:   it.org,
		ValidFrom: o.AsOf,
		Source:    o.Source,
	}
	if post.OrgID != "" {
		post.OrgText = ""
	}
	post.Fold = postFold(post)
	if err := tx.Create(&post).Error; err != nil {
		return err
	}
	if it.phone == "" {
		return nil
	}
	return tx.Model(&officers.Officer{}).Where("id = ?", id).Update("work_phone", it.phone).Error
}

func postFold(p officers.Post) string { return store.Fold(p.Label + " " + p.OrgText) }

// officerPicture is all that an import can touch of an officer.
type officerPicture struct {
	Row   *officers.Officer `json:"row"`
	Posts []officers.Post   `json:"posts"`
}

func officerState(tx *store.Tx, id string) (string, error) {
	p := officerPicture{Posts: []officers.Post{}}
	var row officers.Officer
	err := tx.Where("id = ?", id).Take(&row).Error
	switch {
	case err == nil:
		p.Row = &row
	case !store.Missing(err):
		return "", err
	}
	if err := tx.Where("officer_id = ?", id).Order("valid_from, id").Find(&p.Posts).Error; err != nil {
		return "", err
	}
	text, err := json.Marshal(p)
	return string(text), err
}

func undoOfficers(tx *store.Tx, changes []batchChange, out *UndoResult) error {
	var made []string
	for _, c := range changes {
		if c.Before == "" {
			made = append(made, c.RecordID)
		}
	}
	used, err := tx.UsedIn("officer", officerColumnNames, officerOwnTables, made)
	if err != nil {
		return err
	}
	for _, c := range changes {
		reason, err := officerStays(tx, c, used)
		if err != nil {
			return err
		}
		if reason != "" {
			out.Kept = append(out.Kept, c.Label+": "+reason)
			continue
		}
		if err := putOfficerBack(tx, c); err != nil {
			return err
		}
		out.Restored++
	}
	return nil
}

func officerStays(tx *store.Tx, c batchChange, used map[string]string) (string, error) {
	now, err := officerState(tx, c.RecordID)
	if err != nil || now != c.After {
		return "đã được sửa sau khi nhập", err
	}
	if table := used[c.RecordID]; table != "" {
		return useWord(table), nil
	}
	return "", nil
}

func putOfficerBack(tx *store.Tx, c batchChange) error {
	if err := tx.Where("officer_id = ?", c.RecordID).Delete(&officers.Post{}).Error; err != nil {
		return err
	}
	if c.Before == "" {
		return tx.Where("id = ?", c.RecordID).Delete(&officers.Officer{}).Error
	}
	var before officerPicture
	if err := json.Unmarshal([]byte(c.Before), &before); err != nil {
		return err
	}
	o := *before.Row
	o.Fold, o.SortKey = store.Fold(o.FullName), store.NameSortKey(o.FullName) // not part of the JSON
	if err := tx.Save(&o).Error; err != nil {
		return err
	}
	for _, p := range before.Posts {
		p.Fold = postFold(p)
		if err := tx.Create(&p).Error; err != nil {
			return err
		}
	}
	return nil
}
