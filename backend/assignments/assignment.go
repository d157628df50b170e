// Package assignments keeps who follows, supports or is in charge of which place or Party organisation: schemes that say
// which kinds of assignment exist, decisions that start and end assignments, teams, and coverage. History is never
// overwritten: a change is a new decision.
package assignments

import (
	"slices"

	"caunoi/backend/dates"
)

// Scheme is a committee's plan or rule under which places are assigned ("chủ trương, kế hoạch phân công").
type Scheme struct {
	ID        string     `gorm:"column:id;primaryKey" json:"id"`
	Name      string     `gorm:"column:name" json:"name"`
	Preset    string     `gorm:"column:preset" json:"preset"` // code of the preset it was made from
	Source    string     `gorm:"column:source" json:"source"` // "Kế hoạch 23-KH/TU, ngày 18/5/2016"; "" = mặc định, chưa có văn bản
	ValidFrom dates.Date `gorm:"column:valid_from" json:"validFrom"`
	ValidTo   dates.Date `gorm:"column:valid_to" json:"validTo"` // exclusive; "" = open
	Note      string     `gorm:"column:note" json:"note"`
	CreatedAt string     `gorm:"column:created_at" json:"-"`
}

// TableName names the table for GORM.
func (Scheme) TableName() string { return "scheme" }

// Span is the stretch of days the scheme is in force.
func (s Scheme) Span() dates.Span { return dates.Span{From: s.ValidFrom, To: s.ValidTo} }

// Kind is one kind of assignment of a scheme, A1–A12 of domain §1.4 or the office's own.
type Kind struct {
	ID          string   `gorm:"column:id;primaryKey" json:"id"`
	SchemeID    string   `gorm:"column:scheme_id" json:"schemeId"`
	Code        string   `gorm:"column:code" json:"code"`
	Name        string   `gorm:"column:name" json:"name"`
	Verb        string   `gorm:"column:verb" json:"verb"` // "theo dõi, hỗ trợ": stands before the place in a paper
	TargetTree  string   `gorm:"column:target_tree" json:"targetTree"`
	TargetTypes []string `gorm:"column:target_types;serializer:json" json:"targetTypes"` // empty = every type of the tree
	ExactlyOne  bool     `gorm:"column:exactly_one" json:"exactlyOne"`                   // at most one primary at a time
	Coverage    bool     `gorm:"column:coverage" json:"coverage"`                        // every such place has to have a primary
	Team        bool     `gorm:"column:team" json:"team"`                                // done by a team, not by one officer
	SortOrder   int      `gorm:"column:sort_order" json:"sortOrder"`
}

// TableName names the table for GORM.
func (Kind) TableName() string { return "scheme_kind" }

// Takes tells whether a target of this tree and type can be assigned under the kind.
func (k Kind) Takes(tree, unitType string) bool {
	return k.TargetTree == tree && (len(k.TargetTypes) == 0 || slices.Contains(k.TargetTypes, unitType))
}

// Assignment is one officer or team on one target for a stretch of days.
type Assignment struct {
	ID          string     `gorm:"column:id;primaryKey"`
	KindID      string     `gorm:"column:kind_id"`
	OfficerID   string     `gorm:"column:officer_id"` // exactly one of OfficerID and TeamID is set
	TeamID      string     `gorm:"column:team_id"`
	TargetID    string     `gorm:"column:target_id"`
	Primary     bool       `gorm:"column:is_primary"`
	Duty        string     `gorm:"column:duty_text"`
	ValidFrom   dates.Date `gorm:"column:valid_from"`
	ValidTo     dates.Date `gorm:"column:valid_to"` // first day no longer in charge; "" = open
	EndReason   EndReason  `gorm:"column:end_reason"`
	EndNote     string     `gorm:"column:end_note"`
	DecisionIn  string     `gorm:"column:decision_in"`
	DecisionOut string     `gorm:"column:decision_out"`
	SortOrder   int        `gorm:"column:sort_order"`
	Note        string     `gorm:"column:note"`
	DeletedAt   string     `gorm:"column:deleted_at"`
}

// TableName names the table for GORM.
func (Assignment) TableName() string { return "assignment" }

// Span is the stretch of days in charge.
func (a Assignment) Span() dates.Span { return dates.Span{From: a.ValidFrom, To: a.ValidTo} }

// EndReason says why an assignment ended.
type EndReason string

// EndReasons lists every reason with its Vietnamese words, in the order offered.
var EndReasons = []struct {
	Reason EndReason
	Word   string
}{
	{"luan_chuyen", "Luân chuyển, điều động"},
	{"nghi_huu", "Nghỉ hưu, thôi việc"},
	{"don_vi_sap_nhap", "Đơn vị sáp nhập, chia tách"},
	{"ket_thuc_chu_truong", "Kết thúc chủ trương"},
	{"ket_thuc_cap_huyen", "Kết thúc cấp huyện (từ 01/7/2025)"},
	{"khac", "Lý do khác"},
}

// Word gives the reason in Vietnamese; "" for an unknown reason.
func (r EndReason) Word() string {
	for _, known := range EndReasons {
		if known.Reason == r {
			return known.Word
		}
	}
	return ""
}
