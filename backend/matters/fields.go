package matters

import (
	"fmt"
	"regexp"

	"gorm.io/gorm"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// FieldInput adds, renames or ends a field.
type FieldInput struct {
	Code    string     `json:"code"`
	Name    string     `json:"name"`
	ValidTo dates.Date `json:"validTo"` // first day it is no longer offered; "" = open
}

// CriteriaSet is a set of criteria of nông thôn mới.
type CriteriaSet struct {
	Code      string      `gorm:"column:code;primaryKey" json:"code"`
	Name      string      `gorm:"column:name" json:"name"`
	Source    string      `gorm:"column:source" json:"source"`
	ValidFrom dates.Date  `gorm:"column:valid_from" json:"validFrom"`
	ValidTo   dates.Date  `gorm:"column:valid_to" json:"validTo"`
	Items     []Criterion `gorm:"-" json:"items"`
}

// TableName names the table for GORM.
func (CriteriaSet) TableName() string { return "criteria_set" }

// Criterion is one of a set.
type Criterion struct {
	ID      string `gorm:"column:id;primaryKey" json:"id"`
	SetCode string `gorm:"column:set_code" json:"setCode"`
	Number  int    `gorm:"column:number" json:"number"`
	Name    string `gorm:"column:name" json:"name"`
}

// TableName names the table for GORM.
func (Criterion) TableName() string { return "criterion" }

// Vocabulary is everything the screens offer in their lists.
type Vocabulary struct {
	Kinds         store.Words        `json:"kinds"`
	Origins       store.Words        `json:"origins"`
	States        store.Words        `json:"states"`
	Events        store.Words        `json:"events"`
	Outcomes      store.Words        `json:"outcomes"`
	Hows          store.Words        `json:"hows"`
	Reactions     store.Words        `json:"reactions"`
	Bands         store.Words        `json:"bands"`
	ScopeReasons  store.Words        `json:"scopeReasons"`
	ReopenReasons store.Words        `json:"reopenReasons"`
	CloseReasons  store.Words        `json:"closeReasons"`
	Refusals      store.Words        `json:"refusals"`
	Rechecks      store.Words        `json:"rechecks"`
	Statutory     store.Words        `json:"statutory"`
	Levels        store.Words        `json:"levels"`
	Receptions    store.Words        `json:"receptions"`
	DayStates     store.Words        `json:"dayStates"`
	Worklists     store.Words        `json:"worklists"`
	Ages          store.Words        `json:"ages"`
	GuardReasons  []guard.Reason     `json:"guardReasons"`
	Fields        []activities.Field `json:"fields"`
	Bodies        []Body             `json:"bodies"`
	Criteria      CriteriaSet        `json:"criteria"`
	SecretNotice  string             `json:"secretNotice"` // stands at every free text
}

// SecretNotice stands at every free text of this room (law on the protection of state secrets 117/2025/QH15).
const SecretNotice = "Không nhập nội dung thuộc bí mật nhà nước; không nhập tên, số điện thoại, giấy tờ của người dân."

func vocabulary(tx *store.Tx) (Vocabulary, error) {
	v := Vocabulary{
		Kinds:         words.kinds,
		Origins:       words.origins,
		States:        words.states,
		Events:        words.events,
		Outcomes:      words.outcomes,
		Refusals:      words.refusals,
		Rechecks:      words.rechecks,
		Hows:          words.hows,
		Reactions:     words.reactions,
		Bands:         words.bands,
		ScopeReasons:  words.scopeReasons,
		ReopenReasons: words.reopenReasons,
		CloseReasons:  words.closeReasons,
		Statutory:     words.statutory,
		Levels:        words.levels,
		Receptions:    words.receptions,
		DayStates:     words.receptionStates,
		Worklists:     worklistWords,
		Ages:          ageWords,
		GuardReasons:  guard.Reasons,
		Fields:        []activities.Field{},
		SecretNotice:  SecretNotice,
	}
	if err := tx.Where("valid_from <= ? AND (valid_to = '' OR valid_to > ?)", tx.Today, tx.Today).
		Order("code").
		Find(&v.Fields).
		Error; err != nil {
		return v, err
	}
	var err error
	if v.Bodies, err = Bodies(tx, BodyFilter{}); err != nil {
		return v, err
	}
	v.Criteria, err = CriteriaOn(tx, tx.Today)
	return v, err
}

// CriteriaOn is the set of criteria valid on a day; "" is today. It returns fault.CodeInvalid for a day that is none.
func CriteriaOn(tx *store.Tx, day dates.Date) (CriteriaSet, error) {
	out := CriteriaSet{Items: []Criterion{}}
	if err := checkDate("day", day); err != nil {
		return out, err
	}
	day = orToday(tx, day)
	err := tx.Where("valid_from <= ? AND (valid_to = '' OR valid_to > ?)", day, day).Order("valid_from DESC").Take(&out).Error
	if store.Missing(err) {
		return out, nil
	}
	if err != nil {
		return out, err
	}
	return out, tx.Where("set_code = ?", out.Code).Order("number").Find(&out.Items).Error
}

// checkCriterion refuses a criterion of a set that was not valid on the day the matter was raised.
func checkCriterion(tx *store.Tx, f *fault.Fields, field, id string, day dates.Date) error {
	if id == "" || !day.Valid() {
		return nil
	}
	set, err := CriteriaOn(tx, day)
	if err != nil {
		return err
	}
	for _, c := range set.Items {
		if c.ID == id {
			return nil
		}
	}
	f.Add(field, fmt.Sprintf("Tiêu chí này không thuộc bộ tiêu chí áp dụng ngày %s (%s). Hãy chọn lại.", day.Show(), set.Name))
	return nil
}

func checkField(tx *store.Tx, f *fault.Fields, at, code string, day dates.Date) error {
	if code == "" {
		f.Add(at, "Hãy chọn lĩnh vực.")
		return nil
	}
	var found activities.Field
	err := tx.Where("code = ?", code).Take(&found).Error
	switch {
	case store.Missing(err):
		f.Add(at, "Hãy chọn lĩnh vực.")
	case err != nil:
		return err
	case day.Valid() && !(dates.Span{From: found.ValidFrom, To: found.ValidTo}).Contains(day):
		f.Add(at, fmt.Sprintf("Lĩnh vực “%s” không áp dụng vào ngày %s. Hãy chọn lại.", found.Name, day.Show()))
	}
	return nil
}

func allFields(tx *store.Tx) ([]activities.Field, error) {
	out := []activities.Field{}
	return out, tx.Order("code").Find(&out).Error
}

var fieldCodeForm = regexp.MustCompile(`^[0-9A-Z]{1,6}$`)

// saveField changes the list of fields. Matters already recorded keep their field.
func saveField(tx *store.Tx, in FieldInput) ([]activities.Field, error) {
	in.Name = store.CleanLine(in.Name)
	var f fault.Fields
	if !fieldCodeForm.MatchString(in.Code) {
		f.Add("code", "Mã lĩnh vực gồm 1 đến 6 chữ số hoặc chữ in hoa, ví dụ 17.")
	}
	if in.Name == "" {
		f.Add("name", "Hãy nhập tên lĩnh vực.")
	}
	if in.ValidTo != dates.None && !in.ValidTo.Valid() {
		f.Add("validTo", "Ngày thôi áp dụng không hợp lệ.")
	}
	f.RefuseSigns("name", "Tên", in.Name)
	f.LimitText("name", "Tên", in.Name, 120)
	if err := f.Err(); err != nil {
		return nil, err
	}
	var row activities.Field
	err := tx.Where("code = ?", in.Code).Take(&row).Error
	if err != nil && !store.Missing(err) {
		return nil, err
	}
	row.Code, row.Name, row.ValidTo = in.Code, in.Name, in.ValidTo
	if err := tx.Save(&row).Error; err != nil {
		return nil, err
	}
	tx.Audit(in.Code, "Ghi lĩnh vực "+in.Code+": "+in.Name+".")
	return allFields(tx)
}

// requireOneRow returns fault.CodeNotFound when an update changed no row.
func requireOneRow(done *gorm.DB) error {
	if done.Error == nil && done.RowsAffected == 0 {
		return fault.NotFound("Không tìm thấy bản ghi này. Hãy tải lại danh sách.")
	}
	return done.Error
}
