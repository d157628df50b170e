// Package phrases keeps the sentences an office writes again and again, for every long text of the program.
package phrases

import (
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"gorm.io/gorm"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// Kind says in which texts a phrase is looked for first.
type Kind string

// The kinds of long texts.
const (
	General Kind = ""          // every text
	Log     Kind = "nhat_ky"   // what was noted, advised and passed on at a meeting
	Matter  Kind = "kien_nghi" // what was raised
	Reply   Kind = "tra_loi"   // replies, explanations, reasons
	Paper   Kind = "van_ban"   // wording of papers
)

// Kinds are the kinds in the order shown.
var Kinds = store.Words{
	store.NewWord(string(General), "Mọi ô"),
	store.NewWord(string(Log), "Nhật ký"),
	store.NewWord(string(Matter), "Kiến nghị"),
	store.NewWord(string(Reply), "Trả lời, lý do"),
	store.NewWord(string(Paper), "Văn bản"),
}

// Phrase is one phrase of the office.
type Phrase struct {
	ID        string `gorm:"column:id;primaryKey" json:"id"`
	Kind      Kind   `gorm:"column:kind" json:"kind"`
	Text      string `gorm:"column:text" json:"text"`
	Fold      string `gorm:"column:fold" json:"-"`
	CreatedAt string `gorm:"column:created_at" json:"createdAt"`
	CreatedBy string `gorm:"column:created_by" json:"createdBy"`
	DeletedAt string `gorm:"column:deleted_at" json:"-"`
	KindWord  string `gorm:"-" json:"kindWord"`
}

// TableName names the table for GORM.
func (Phrase) TableName() string { return "phrase" }

// Input is a phrase as it was typed or taken from a text.
type Input struct {
	ID          string `json:"id"`
	Kind        Kind   `json:"kind"`
	Text        string `json:"text"`
	GuardReason string `json:"guardReason"` // why marked text is kept all the same
}

// Limits: a phrase is a sentence or two, and a list that is read by eye and by letters.
const (
	longest = 1000 // characters
	most    = 500
)

// List gives every phrase: those of the kind first, then those for every text, then the others; among themselves by their
// letters.
func List(tx *store.Tx, kind Kind) ([]Phrase, error) {
	all := []Phrase{}
	if err := tx.Where("deleted_at = ''").Order("fold, id").Find(&all).Error; err != nil {
		return nil, err
	}
	for i := range all {
		all[i].KindWord = Kinds.Of(string(all[i].Kind))
	}
	near := func(p Phrase) int {
		switch p.Kind {
		case kind:
			return 0
		case General:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(all, func(a, b Phrase) int { return near(a) - near(b) })
	return all, nil
}

// Save adds (empty ID) or changes a phrase. A phrase that is there already for the same texts is given back as it is. Faults:
// Invalid for an empty or long text, an unknown kind, what looks like a person's data without a reason, and a full list.
func Save(tx *store.Tx, in Input) (Phrase, error) {
	p := Phrase{ID: in.ID, Kind: in.Kind, Text: store.Clean(in.Text)}
	p.Fold = store.Fold(p.Text)
	var f fault.Fields
	if p.Text == "" {
		f.Add("text", "Hãy nhập câu mẫu, hoặc chọn một đoạn trong ô chữ trước.")
	}
	if utf8.RuneCountInString(p.Text) > longest {
		f.Add("text", fmt.Sprintf("Câu mẫu dài nhất %d chữ cái; hãy chọn đoạn ngắn hơn.", longest))
	}
	if p.KindWord = Kinds.Of(string(p.Kind)); p.KindWord == "" {
		f.Add("kind", "Hãy chọn loại ô chữ trong danh sách.")
	}
	if err := guard.Field(tx, &f, "text", p.Text, in.GuardReason); err != nil {
		return p, err
	}
	if err := f.Err(); err != nil {
		return p, err
	}
	var same Phrase
	err := tx.Where("kind = ? AND text = ? AND deleted_at = '' AND id <> ?", p.Kind, p.Text, p.ID).Take(&same).Error
	if err == nil {
		if in.ID != "" {
			return p, fault.Invalid("text", "Câu này đã có trong mẫu. Hãy bỏ một trong hai.")
		}
		same.KindWord = p.KindWord
		return same, nil
	}
	if !errors.Is(err, gorm.ErrRecordNotFound) {
		return p, err
	}
	if in.ID == "" {
		return add(tx, p, in.GuardReason)
	}
	var before Phrase
	if err := tx.Where("id = ? AND deleted_at = ''", in.ID).Take(&before).Error; errors.Is(err, gorm.ErrRecordNotFound) {
		return p, errGone
	} else if err != nil {
		return p, err
	}
	p.CreatedAt, p.CreatedBy = before.CreatedAt, before.CreatedBy
	if err := tx.Save(&p).Error; err != nil {
		return p, err
	}
	tx.Audit(p.ID, "Sửa câu mẫu."+guard.Kept(in.GuardReason))
	return p, nil
}

func add(tx *store.Tx, p Phrase, reason string) (Phrase, error) {
	var n int64
	if err := tx.Model(&Phrase{}).Where("deleted_at = ''").Count(&n).Error; err != nil {
		return p, err
	}
	if n >= most {
		return p, fault.Invalid("text", fmt.Sprintf("Đã có %d câu mẫu; hãy bỏ những câu không dùng rồi thêm.", most))
	}
	p.ID, p.CreatedAt, p.CreatedBy = store.NewID(), tx.NowText(), tx.UserName
	if err := tx.Create(&p).Error; err != nil {
		return p, err
	}
	tx.Audit(p.ID, "Thêm câu mẫu."+guard.Kept(reason))
	return p, nil
}

var errGone = fault.NotFound("Không còn câu mẫu này. Hãy mở lại danh sách.")

// throwAway puts a phrase into the bin.
func throwAway(tx *store.Tx, id string) error {
	tx.Audit(id, "Bỏ câu mẫu vào thùng rác.")
	return one(tx.Model(&Phrase{}).Where("id = ? AND deleted_at = ''", id).Update("deleted_at", tx.NowText()))
}

// takeBack brings a phrase back from the bin.
func takeBack(tx *store.Tx, id string) error {
	tx.Audit(id, "Lấy lại câu mẫu từ thùng rác.")
	return one(tx.Model(&Phrase{}).Where("id = ? AND deleted_at <> ''", id).Update("deleted_at", ""))
}

func one(done *gorm.DB) error {
	if done.Error == nil && done.RowsAffected == 0 {
		return errGone
	}
	return done.Error
}
