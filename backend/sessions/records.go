// Package sessions keeps the sessions of the committee ("phiên họp"): when and where, what is on the agenda, which papers
// are laid before it and who takes part. The dossier itself is printed by package reports.
package sessions

import "caunoi/backend/dates"

// Session is one meeting of a committee, planned or held.
type Session struct {
	ID          string     `gorm:"column:id;primaryKey" json:"id"`
	Body        string     `gorm:"column:body" json:"body"` // officers.Body, or KHAC
	Title       string     `gorm:"column:title" json:"title"`
	Fold        string     `gorm:"column:fold" json:"-"`
	Day         dates.Date `gorm:"column:day" json:"day"`
	StartTime   string     `gorm:"column:start_time" json:"startTime"` // "07:30"
	Place       string     `gorm:"column:place" json:"place"`
	ChairID     string     `gorm:"column:chair_id" json:"chairId"`
	SecretaryID string     `gorm:"column:secretary_id" json:"secretaryId"`
	State       string     `gorm:"column:state" json:"state"`      // chuan_bi, da_hop, huy
	EndTime     string     `gorm:"column:end_time" json:"endTime"` // as it was held, for the minutes
	Note        string     `gorm:"column:note" json:"note"`
	Reason      string     `gorm:"column:reason" json:"reason"` // why marked text of the session was kept, see package guard
	CreatedAt   string     `gorm:"column:created_at" json:"-"`
	DeletedAt   string     `gorm:"column:deleted_at" json:"-"` // RFC 3339, UTC; "" = not in the bin
}

// TableName names the table for GORM.
func (Session) TableName() string { return "session" }

// Item is one point of the agenda.
type Item struct {
	ID          string `gorm:"column:id;primaryKey" json:"id"`
	SessionID   string `gorm:"column:session_id" json:"sessionId"`
	SortOrder   int    `gorm:"column:sort_order" json:"sortOrder"`
	Title       string `gorm:"column:title" json:"title"`
	PresenterID string `gorm:"column:presenter_id" json:"presenterId"` // officer
	Presenter   string `gorm:"column:presenter" json:"presenter"`      // a body or post instead
	Minutes     int    `gorm:"column:minutes" json:"minutes"`
	Conclusion  string `gorm:"column:conclusion" json:"conclusion"` // for the minutes
}

// TableName names the table for GORM.
func (Item) TableName() string { return "session_item" }

// Paper is one paper laid before the session under a point of the agenda.
type Paper struct {
	ID        string `gorm:"column:id;primaryKey" json:"id"`
	ItemID    string `gorm:"column:item_id" json:"itemId"`
	SortOrder int    `gorm:"column:sort_order" json:"sortOrder"`
	Title     string `gorm:"column:title" json:"title"`
	IssuedID  string `gorm:"column:issued_id" json:"issuedId"` // a paper issued here
	Input     string `gorm:"column:input" json:"input"`        // JSON of reports.Input: drawn up anew as a draft
	Owner     string `gorm:"column:owner" json:"owner"`        // who prepares a paper handed out apart
}

// TableName names the table for GORM.
func (Paper) TableName() string { return "session_paper" }

// Person is one participant: an officer, or a post or body where none of the list comes.
type Person struct {
	ID        string `gorm:"column:id;primaryKey" json:"id"`
	SessionID string `gorm:"column:session_id" json:"sessionId"`
	SortOrder int    `gorm:"column:sort_order" json:"sortOrder"`
	OfficerID string `gorm:"column:officer_id" json:"officerId"`
	Label     string `gorm:"column:label" json:"label"`
	Role      string `gorm:"column:role" json:"role"`       // thanh_vien, moi
	Present   string `gorm:"column:present" json:"present"` // co_mat, vang_co_ly_do, vang; "" = not recorded
	Copies    int    `gorm:"column:copies" json:"copies"`
}

// TableName names the table for GORM.
func (Person) TableName() string { return "session_person" }
