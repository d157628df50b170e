// Package officers keeps the holders of a public or Party post who may be assigned to follow a place: their name, their
// posts and committee seats over time, a work phone. No birth date, address, identity number, picture, family, belief or
// ethnicity has a column here, and none may be added (domain §3.7).
package officers

import "caunoi/backend/dates"

// Officer is one person holding a post ("cán bộ được phân công").
type Officer struct {
	ID        string `gorm:"column:id;primaryKey" json:"id"`
	FullName  string `gorm:"column:full_name" json:"fullName"`
	Fold      string `gorm:"column:fold" json:"-"`
	SortKey   string `gorm:"column:sort_key" json:"-"`
	WorkPhone string `gorm:"column:work_phone" json:"workPhone"`
	Note      string `gorm:"column:note" json:"note"`
	CreatedAt string `gorm:"column:created_at" json:"createdAt"` // RFC 3339, UTC
	DeletedAt string `gorm:"column:deleted_at" json:"deletedAt"` // RFC 3339, UTC; "" = not in the bin
}

// TableName names the table for GORM.
func (Officer) TableName() string { return "officer" }

// Post is one post held for a stretch of days. The label valid on a paper's day is what the paper prints.
type Post struct {
	ID        string     `gorm:"column:id;primaryKey" json:"id"`
	OfficerID string     `gorm:"column:officer_id" json:"officerId"`
	Label     string     `gorm:"column:label" json:"label"`
	OrgID     string     `gorm:"column:org_id" json:"orgId"`         // unit of either tree; "" when OrgText says it
	OrgText   string     `gorm:"column:org_text" json:"orgText"`     // organisation outside both trees
	ValidFrom dates.Date `gorm:"column:valid_from" json:"validFrom"` // "" = not known since when
	ValidTo   dates.Date `gorm:"column:valid_to" json:"validTo"`     // first day no longer held; "" = still held
	Rank      int        `gorm:"column:rank" json:"rank"`            // protocol order, 1 first; 0 = none given
	Source    string     `gorm:"column:source" json:"source"`        // "Quyết định 12-QĐ/ĐU, ngày 05/01/2026"
	Fold      string     `gorm:"column:fold" json:"-"`
}

// TableName names the table for GORM.
func (Post) TableName() string { return "post_holding" }

// Span is the stretch of days the post is held.
func (p Post) Span() dates.Span { return dates.Span{From: p.ValidFrom, To: p.ValidTo} }

// Term is a committee's term of office ("nhiệm kỳ").
type Term struct {
	ID        string     `gorm:"column:id;primaryKey" json:"id"`
	Label     string     `gorm:"column:label" json:"label"` // "2025–2030"
	Level     string     `gorm:"column:level" json:"level"` // tinh, huyen, xa
	ValidFrom dates.Date `gorm:"column:valid_from" json:"validFrom"`
	ValidTo   dates.Date `gorm:"column:valid_to" json:"validTo"`        // exclusive; "" = open
	Begins    string     `gorm:"column:begins" json:"begins,omitempty"` // how it began, see TermStarts; "" = not noted
}

// TableName names the table for GORM.
func (Term) TableName() string { return "term" }

// Membership is a seat in a committee during a term.
type Membership struct {
	ID        string     `gorm:"column:id;primaryKey" json:"id"`
	OfficerID string     `gorm:"column:officer_id" json:"officerId"`
	TermID    string     `gorm:"column:term_id" json:"termId"`
	Body      Body       `gorm:"column:body" json:"body"`
	Position  string     `gorm:"column:position" json:"position"` // "Phó Bí thư Thường trực"; "" = plain member
	Rank      int        `gorm:"column:rank" json:"rank"`         // order inside the body, 1 first; 0 = none given
	ValidFrom dates.Date `gorm:"column:valid_from" json:"validFrom"`
	ValidTo   dates.Date `gorm:"column:valid_to" json:"validTo"` // exclusive; "" = until the term ends
}

// TableName names the table for GORM.
func (Membership) TableName() string { return "committee_member" }

// Body is a committee or the inner circle of one.
type Body string

// The bodies, widest last.
const (
	ThuongTruc Body = "THUONG_TRUC"
	BTV        Body = "BTV"
	BCH        Body = "BCH"
	UBKT       Body = "UBKT"
)

// Bodies lists every body with its Vietnamese word and abbreviation, in protocol order.
var Bodies = []struct {
	Body        Body
	Word, Short string
}{
	{ThuongTruc, "Thường trực cấp ủy", "TTr"},
	{BTV, "Ban Thường vụ", "BTV"},
	{BCH, "Ban Chấp hành", "BCH"},
	{UBKT, "Ủy ban Kiểm tra", "UBKT"},
}

// Word is the body's Vietnamese word, "" for an unknown body.
func (b Body) Word() string {
	for _, known := range Bodies {
		if known.Body == b {
			return known.Word
		}
	}
	return ""
}

// Short is the body's usual abbreviation.
func (b Body) Short() string {
	for _, known := range Bodies {
		if known.Body == b {
			return known.Short
		}
	}
	return ""
}

// order is the protocol place of the body, 0 first.
func (b Body) order() int {
	for i, known := range Bodies {
		if known.Body == b {
			return i
		}
	}
	return len(Bodies)
}

var levelWords = map[string]string{"tinh": "cấp tỉnh", "huyen": "cấp huyện", "xa": "cấp xã"}
