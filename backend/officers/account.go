package officers

import (
	"gorm.io/gorm/clause"

	"caunoi/backend/access"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Account says which officer the person of an account is. Several accounts may belong to one officer.
type Account struct {
	UserID    string `gorm:"column:user_id;primaryKey" json:"userId"`
	OfficerID string `gorm:"column:officer_id" json:"officerId"`
	Name      string `gorm:"-" json:"name"` // of the officer
	Binned    bool   `gorm:"-" json:"binned"`
}

// TableName names the table for GORM.
func (Account) TableName() string { return "officer_account" }

// Mine tells which officer the person signed in is: empty without a link, and while that officer is in the bin. One whose posts
// have ended is still the same person.
func (s *Service) Mine() (Account, error) {
	return access.Read(s.gate, "officers.Mine", func(tx *store.Tx) (Account, error) {
		accounts, err := accountsOf(tx, tx.UserID)
		if err != nil || len(accounts) == 0 || accounts[0].Binned {
			return Account{}, err
		}
		return accounts[0], nil
	})
}

// Accounts lists the accounts that belong to an officer.
func (s *Service) Accounts() ([]Account, error) {
	return access.Read(s.gate, "officers.Accounts", func(tx *store.Tx) ([]Account, error) { return accountsOf(tx, "") })
}

// LinkAccount says which officer the person of an account is; "" takes the link away. Faults: not_found for an account that is not
// there; invalid ("officerId") for an officer who is not there or lies in the bin.
func (s *Service) LinkAccount(userID, officerID string) error {
	return access.Do(s.gate, "officers.LinkAccount", func(tx *store.Tx) error { return linkAccount(tx, userID, officerID) })
}

func linkAccount(tx *store.Tx, userID, officerID string) error {
	var login string
	if err := tx.Raw("SELECT login FROM user_account WHERE id = ?", userID).Scan(&login).Error; err != nil {
		return err
	}
	if login == "" {
		return fault.NotFound("Tài khoản này không còn. Hãy tải lại danh sách.")
	}
	if officerID == "" {
		tx.Audit(userID, "Tài khoản "+login+" không còn gắn với cán bộ nào.")
		return tx.Where("user_id = ?", userID).Delete(&Account{}).Error
	}
	officer, err := find(tx, officerID)
	if fault.Is(err, fault.CodeNotFound) {
		return fault.Invalid("officerId", "Cán bộ này không còn trong danh sách. Hãy chọn lại.")
	}
	if err != nil {
		return err
	}
	tx.Audit(userID, "Tài khoản "+login+" là của cán bộ "+officer.FullName+".")
	return tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&Account{UserID: userID, OfficerID: officerID}).Error
}

// accountsOf names the officers of one account, or of all with "".
func accountsOf(tx *store.Tx, userID string) ([]Account, error) {
	rows := []struct {
		UserID, OfficerID, FullName, DeletedAt string
	}{}
	q := tx.Table("officer_account a").Joins("JOIN officer o ON o.id = a.officer_id").
		Select("a.user_id, a.officer_id, o.full_name, o.deleted_at").Order("a.user_id")
	if userID != "" {
		q = q.Where("a.user_id = ?", userID)
	}
	if err := q.Scan(&rows).Error; err != nil {
		return nil, err
	}
	out := make([]Account, len(rows))
	for i, r := range rows {
		out[i] = Account{r.UserID, r.OfficerID, r.FullName, r.DeletedAt != ""}
	}
	return out, nil
}
