package papers

import (
	"cmp"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// OfficeText is the office's own wording of one place of a kind of paper, from a day on. Versions are only added.
type OfficeText struct {
	ID        string        `gorm:"primaryKey" json:"id"`
	Seq       int           `json:"seq"`
	Report    string        `json:"report"`
	Form      document.Form `json:"form"`
	Place     string        `json:"place"`
	InsteadOf string        `json:"insteadOf"` // of a sentence with branches: the program's words it stands for
	Text      string        `json:"text"`      // figures stand as {name}; "" = the program's words again
	ValidFrom dates.Date    `json:"validFrom"`
	Reason    string        `json:"reason"`
	At        string        `json:"at"` // RFC 3339
	UserName  string        `json:"userName"`
}

// TableName names the table of office texts.
func (OfficeText) TableName() string { return "office_text" }

// OfficeTexts lists every version ever made for a report in a form ("" = for all reports), the oldest first.
func OfficeTexts(tx *store.Tx, report string, form document.Form) ([]OfficeText, error) {
	rows := []OfficeText{}
	query := tx.Order("seq")
	if report != "" {
		query = query.Where("report = ? AND form = ?", report, form)
	}
	return rows, query.Find(&rows).Error
}

// OfficeTextOn is the version of a place a paper of a day uses: of those in force the one that begins last, of one day the newest.
// none is one without Seq.
func OfficeTextOn(versions []OfficeText, place, insteadOf string, day dates.Date) (in OfficeText) {
	for _, v := range versions {
		if v.Place == place && v.InsteadOf == insteadOf && v.ValidFrom <= day && v.ValidFrom >= in.ValidFrom {
			in = v
		}
	}
	return in
}

// AddOfficeText adds a version. seen is the newest version of the place the writer knows (0 = none). Faults: invalid for a day
// that is none; conflict when somebody added a version in between.
func AddOfficeText(tx *store.Tx, t OfficeText, seen int) error {
	if !t.ValidFrom.Valid() {
		return fault.Invalid("validFrom", "Hãy ghi ngày bắt đầu dùng câu này, theo dạng ngày/tháng/năm.")
	}
	versions, err := OfficeTexts(tx, t.Report, t.Form)
	if err != nil {
		return err
	}
	for _, v := range slices.Backward(versions) {
		if v.Place == t.Place && v.InsteadOf == t.InsteadOf {
			if v.Seq > seen {
				return fault.Conflict("Câu này vừa được " + cmp.Or(v.UserName, "người khác") + " sửa lúc " + showMoment(v.At) +
					". Hãy xem bản mới rồi lưu lại.")
			}
			break
		}
	}
	var last int
	if err := tx.Model(&OfficeText{}).Select("COALESCE(MAX(seq), 0)").Scan(&last).Error; err != nil {
		return err
	}
	t.ID, t.Seq, t.At, t.UserName = store.NewID(), last+1, tx.NowText(), tx.UserName
	return tx.Create(&t).Error
}
