package assignments

import "caunoi/backend/dates"

// Team is a "tổ chỉ đạo" or "tổ công tác": several officers who have one target together.
type Team struct {
	ID        string `gorm:"column:id;primaryKey" json:"id"`
	Name      string `gorm:"column:name" json:"name"`
	Fold      string `gorm:"column:fold" json:"-"`
	SortKey   string `gorm:"column:sort_key" json:"-"`
	CreatedAt string `gorm:"column:created_at" json:"-"`
}

// TableName names the table for GORM.
func (Team) TableName() string { return "team" }

// Member is an officer's time in a team. A team has exactly one lead on every day on which it has members.
type Member struct {
	ID        string     `gorm:"column:id;primaryKey" json:"id"`
	TeamID    string     `gorm:"column:team_id" json:"teamId"`
	OfficerID string     `gorm:"column:officer_id" json:"officerId"`
	Lead      bool       `gorm:"column:lead" json:"lead"`
	ValidFrom dates.Date `gorm:"column:valid_from" json:"validFrom"`
	ValidTo   dates.Date `gorm:"column:valid_to" json:"validTo"` // exclusive; "" = open
}

// TableName names the table for GORM.
func (Member) TableName() string { return "team_member" }

// Span is the stretch of days in the team.
func (m Member) Span() dates.Span { return dates.Span{From: m.ValidFrom, To: m.ValidTo} }
