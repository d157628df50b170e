package access

import (
	"regexp"
	"strings"
	"time"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// User is an account at this office.
type User struct {
	ID           string `gorm:"column:id;primaryKey" json:"id"`
	Login        string `gorm:"column:login" json:"login"`
	Name         string `gorm:"column:name" json:"name"`
	Role         Role   `gorm:"column:role" json:"role"`
	Password     string `gorm:"column:password" json:"-"`
	Active       bool   `gorm:"column:active" json:"active"`
	Failures     int    `gorm:"column:failures" json:"-"`
	BlockedUntil string `gorm:"column:blocked_until" json:"-"`
	CreatedAt    string `gorm:"column:created_at" json:"createdAt"`
}

// TableName names the table for GORM.
func (User) TableName() string { return "user_account" }

// UserInput is what an administrator types about an account. Password is needed for a new account only.
type UserInput struct {
	ID       string `json:"id"`
	Login    string `json:"login"`
	Name     string `json:"name"`
	Position Role   `json:"position"` // one of Roles
	Active   bool   `json:"active"`
	Password string `json:"password"`
}

var loginForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{1,29}$`)

// CreateUser adds an account; package desk uses it at the first run. Faults: invalid.
func (g *Gate) CreateUser(tx *store.Tx, in UserInput) (User, error) {
	user := User{ID: store.NewID(), CreatedAt: tx.NowText()}
	var f fault.Fields
	fillUser(&f, &user, in)
	user.Active = true
	checkPassword(&f, "password", user.Login, in.Password)
	if err := f.Err(); err != nil {
		return User{}, err
	}
	user.Password = g.cost.hash(in.Password)
	return user, explainDuplicateLogin(tx.Create(&user).Error)
}

// fillUser takes over what was typed and notes what is wrong in it.
func fillUser(f *fault.Fields, user *User, in UserInput) {
	user.Login = strings.ToLower(store.CleanLine(in.Login))
	user.Name = store.CleanLine(in.Name)
	user.Role = in.Position
	user.Active = in.Active
	if !loginForm.MatchString(user.Login) {
		f.Add("login", "Tên đăng nhập gồm 2 đến 30 chữ cái không dấu, chữ số, dấu chấm hoặc gạch; ví dụ: vanphong.")
	}
	if user.Name == "" || len(user.Name) > 200 {
		f.Add("name", "Hãy nhập họ và tên (tối đa 200 ký tự).")
	}
	if user.Role.Word() == "" {
		f.Add("position", "Hãy chọn vai trò: quản trị, chuyên viên hoặc lãnh đạo.")
	}
}

// explainDuplicateLogin turns the database's refusal of a second account with one login into a fault of the field.
func explainDuplicateLogin(err error) error {
	if store.Duplicate(err) {
		return fault.Invalid("login", "Tên đăng nhập này đã có. Hãy chọn tên khác.")
	}
	return err
}

// saveUser creates or changes an account and keeps at least one administrator able to sign in.
func (g *Gate) saveUser(tx *store.Tx, in UserInput) (User, error) {
	if in.ID == "" {
		user, err := g.CreateUser(tx, in)
		tx.Audit(user.ID, "Tạo tài khoản "+user.Login+".")
		return user, err
	}
	user, err := findUser(tx, in.ID)
	if err != nil {
		return User{}, err
	}
	var f fault.Fields
	fillUser(&f, &user, in)
	if err := f.Err(); err != nil {
		return User{}, err
	}
	if err := explainDuplicateLogin(tx.Save(&user).Error); err != nil {
		return User{}, err
	}
	var left int64
	if err := tx.Model(&User{}).Where("role = ? AND active = 1", QuanTri).Count(&left).Error; err != nil {
		return User{}, err
	}
	if left == 0 {
		return User{}, fault.Conflict("Phải còn ít nhất một người quản trị đang hoạt động. Hãy tạo người quản trị khác trước.")
	}
	tx.Audit(user.ID, "Sửa tài khoản "+user.Login+".")
	return user, nil
}

func findUser(tx *store.Tx, id string) (User, error) {
	var user User
	err := tx.Where("id = ?", id).Take(&user).Error
	if store.Missing(err) {
		return User{}, fault.NotFound("Không còn tài khoản này. Hãy tải lại danh sách.")
	}
	return user, err
}

// setPassword stores a new password after checking its strength.
func (g *Gate) setPassword(tx *store.Tx, user *User, field, password string) error {
	var f fault.Fields
	checkPassword(&f, field, user.Login, password)
	if err := f.Err(); err != nil {
		return err
	}
	user.Password, user.Failures, user.BlockedUntil = g.cost.hash(password), 0, ""
	return tx.Save(user).Error
}

// Delays after wrong passwords: free tries, then a wait that doubles up to a quarter of an hour. They are stored, so
// a restart does not clear them.
const freeTries = 5

func waitAfterFailures(failures int) time.Duration {
	if failures < freeTries {
		return 0
	}
	wait := 15 * time.Second << min(failures-freeTries, 10)
	return min(wait, 15*time.Minute)
}

// remainingWait is how long an account still has to wait. A clock set back by more than the longest wait cannot lock an
// account for longer than that wait.
func (u *User) remainingWait(now time.Time) time.Duration {
	until, err := time.Parse(time.RFC3339, u.BlockedUntil)
	if err != nil {
		return 0
	}
	return min(max(until.Sub(now), 0), 15*time.Minute)
}

// MakerName names the person at the keyboard as who draws a paper up; "" for one who only reads and for the program itself.
func MakerName(tx *store.Tx) (string, error) {
	if tx.UserID == "" {
		return "", nil
	}
	var list []User
	err := tx.Where("id = ? AND role <> ?", tx.UserID, LanhDao).Limit(1).Find(&list).Error
	if err != nil || len(list) == 0 {
		return "", err
	}
	return list[0].Name, nil
}
