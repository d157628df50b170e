package assignments

import (
	"strings"

	"caunoi/backend/dates"
)

// Decision is the paper by which assignments begin and end ("quyết định, thông báo phân công").
type Decision struct {
	ID            string     `gorm:"column:id;primaryKey" json:"id"`
	Number        string     `gorm:"column:number" json:"number"`
	Symbol        string     `gorm:"column:symbol" json:"symbol"` // "QĐ/ĐU"
	DocDate       dates.Date `gorm:"column:doc_date" json:"docDate"`
	Issuer        string     `gorm:"column:issuer" json:"issuer"`
	Subject       string     `gorm:"column:subject" json:"subject"`
	EffectiveDate dates.Date `gorm:"column:effective_date" json:"effectiveDate"`
	Action        Action     `gorm:"column:action" json:"action"`
	LineTotal     int        `gorm:"column:line_total" json:"lineTotal"` // total typed from the annex; 0 = not typed
	State         State      `gorm:"column:state" json:"state"`
	Note          string     `gorm:"column:note" json:"note"`
	Lines         []LineIn   `gorm:"column:lines;serializer:json" json:"lines"` // the annex, in its order
	LineCount     int        `gorm:"column:line_count" json:"lineCount"`
	Fold          string     `gorm:"column:fold" json:"-"`
	CreatedAt     string     `gorm:"column:created_at" json:"-"`
	DeletedAt     string     `gorm:"column:deleted_at" json:"-"`
}

// TableName names the table for GORM.
func (Decision) TableName() string { return "decision" }

// LineIn is one line of a decision's annex as it is typed. While the decision is a draft anything may be missing.
type LineIn struct {
	Act          Act        `json:"act"`
	KindID       string     `json:"kindId"`
	OfficerID    string     `json:"officerId"` // officer or team, as the kind asks
	TeamID       string     `json:"teamId"`
	TargetID     string     `json:"targetId"`
	Primary      bool       `json:"primary"`
	Duty         string     `json:"duty"`
	From         dates.Date `json:"from"`         // "" = the day the decision takes effect; for an end, the first day no longer in charge
	Replace      bool       `json:"replace"`      // ends whoever is primary for this kind and place on From
	AssignmentID string     `json:"assignmentId"` // the assignment an end line ends; the one a start line made once issued
	EndReason    EndReason  `json:"endReason"`    // of the assignment ended or replaced
	EndNote      string     `json:"endNote"`
	Note         string     `json:"note"`
	NothingOpen  bool       `json:"nothingOpen,omitempty"` // of an end: "không có việc tồn cần bàn giao" confirmed
}

// Act is what a line does.
type Act string

// The two acts.
const (
	Giao Act = "giao" // giao nhiệm vụ: starts an assignment
	Thoi Act = "thoi" // thôi phân công: ends one
)

// Action is what a decision is about.
type Action string

// The actions.
const (
	PhanCong  Action = "phan_cong"
	DieuChinh Action = "dieu_chinh"
	KetThuc   Action = "ket_thuc"
	ThayThe   Action = "thay_the"
)

// Actions lists every action with its Vietnamese words, in the order offered, and the acts its lines may have.
var Actions = []struct {
	Action     Action
	Word       string
	Start, End bool
}{
	{PhanCong, "Phân công", true, false},
	{DieuChinh, "Điều chỉnh, bổ sung", true, true},
	{KetThuc, "Kết thúc", false, true},
	{ThayThe, "Thay thế quyết định trước", true, true},
}

// Word gives the action in Vietnamese; "" for an unknown action.
func (a Action) Word() string {
	for _, known := range Actions {
		if known.Action == a {
			return known.Word
		}
	}
	return ""
}

// allows tells whether a decision of this action may have lines with the act.
func (a Action) allows(act Act) bool {
	for _, known := range Actions {
		if known.Action == a {
			return act == Giao && known.Start || act == Thoi && known.End
		}
	}
	return false
}

// State is how far a decision has come.
type State string

// The states. Lines of a draft are in force nowhere.
const (
	DuThao  State = "du_thao"
	BanHanh State = "ban_hanh"
)

// NumberText writes number and symbol as on the paper: "12-QĐ/ĐU" in Party form, "12/QĐ-UBND" in state form; "" without
// a number.
func (d Decision) NumberText() string {
	switch {
	case d.Number == "":
		return ""
	case d.Symbol == "":
		return d.Number
	case strings.Contains(d.Symbol, "/"):
		return d.Number + "-" + d.Symbol
	}
	return d.Number + "/" + d.Symbol
}
