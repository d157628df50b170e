package access

import (
	"fmt"
	"math"
	"strings"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Service is what the page calls to come in, go out, and keep the accounts.
type Service struct{ gate *Gate }

// New makes the service of a gate; it touches no disk.
func New(gate *Gate) *Service { return &Service{gate} }

// Credentials is what a person types to come in.
type Credentials struct {
	Login    string `json:"login"`
	Password string `json:"password"`
}

// PasswordChange is what a person types to change the own password.
type PasswordChange struct {
	Current string `json:"current"`
	Next    string `json:"next"`
}

// SessionStatus tells the page who is signed in. Session.UserID is empty when nobody is.
type SessionStatus struct {
	SignedIn bool    `json:"signedIn"`
	Session  Session `json:"session"`
	RoleWord string  `json:"roleWord"`
}

// errWrongPassword says the same whether the login exists or not, so that nobody can try out which logins there are.
var errWrongPassword = fault.Invalid(
	"password",
	"Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ và phím Caps Lock rồi nhập lại.",
)

// Status tells who is signed in and whether the desk is locked.
func (s *Service) Status() (SessionStatus, error) {
	return Read(s.gate, "access.Status", func(*store.Tx) (SessionStatus, error) {
		return statusOf(s.gate.Current()), nil
	})
}

func statusOf(session *Session) SessionStatus {
	if session == nil {
		return SessionStatus{}
	}
	return SessionStatus{SignedIn: true, Session: *session, RoleWord: session.Role.Word()}
}

// SignIn opens a session. Faults: invalid for a wrong name or password, conflict while the account has to wait or when the
// office was swapped meanwhile.
func (s *Service) SignIn(in Credentials) (SessionStatus, error) {
	return s.check("access.SignIn", in.Password, func(call) string { return in.Login })
}

// Unlock opens a locked desk with the password of the person who locked it. Faults are those of SignIn, and signed_out when
// nobody is signed in.
func (s *Service) Unlock(password string) (SessionStatus, error) {
	return s.check("access.Unlock", password, func(c call) string {
		if c.session == nil {
			return ""
		}
		return c.session.Login
	})
}

// check compares a password and, when it is right, opens the session. The count of failures is stored in a transaction
// of its own, because a refused sign-in must be remembered while a refused action leaves nothing behind.
func (s *Service) check(action, password string, loginOf func(call) string) (SessionStatus, error) {
	type checked struct {
		call    call
		user    User
		refusal error
	}
	got, err := runGuarded(s.gate, action, (*store.Store).Write, func(tx *store.Tx, c call) (checked, error) {
		user, err := s.gate.tryPassword(tx, loginOf(c), password)
		if _, isRefusal := fault.Of(err); isRefusal {
			return checked{refusal: err}, nil
		}
		return checked{c, user, nil}, err
	})
	if err == nil {
		err = got.refusal
	}
	if err != nil {
		return SessionStatus{}, err
	}
	return s.gate.startSession(got.call, got.user)
}

// WriteAndSignIn runs fn like Write and signs in the account that fn returns, at the office at which it ran. Faults are those
// of fn, and conflict when the office was swapped or the session ended meanwhile.
func WriteAndSignIn[T any](g *Gate, action string, fn func(*store.Tx) (T, User, error)) (T, error) {
	type made struct {
		call call
		user User
		out  T
	}
	got, err := runGuarded(g, action, (*store.Store).Write, func(tx *store.Tx, c call) (made, error) {
		out, user, err := fn(tx)
		return made{c, user, out}, err
	})
	if err == nil {
		_, err = g.startSession(got.call, got.user)
	}
	return got.out, err
}

// tryPassword compares a password and counts the failures. Faults: invalid for a wrong name or password, conflict while the
// account has to wait.
func (g *Gate) tryPassword(tx *store.Tx, login, password string) (User, error) {
	login = strings.ToLower(store.CleanLine(login))
	var user User
	err := tx.Where("login = ? AND active = 1", login).Take(&user).Error
	if store.Missing(err) {
		g.cost.hash(password) // as much work as for a login that exists
		tx.Audit("", "Đăng nhập sai.")
		return User{}, errWrongPassword
	}
	if err != nil {
		return User{}, err
	}
	if wait := user.remainingWait(tx.Now); wait > 0 {
		tx.Audit(user.ID, "Đăng nhập khi còn phải chờ sau nhiều lần sai.")
		return User{}, fault.Conflict(fmt.Sprintf("Đã nhập sai nhiều lần. Hãy đợi %d giây rồi thử lại.", int(math.Ceil(wait.Seconds()))))
	}
	good, outdated := g.cost.verify(user.Password, password)
	if !good {
		user.Failures++
		user.BlockedUntil = ""
		if wait := waitAfterFailures(user.Failures); wait > 0 {
			user.BlockedUntil = tx.Now.Add(wait).Format("2006-01-02T15:04:05Z07:00")
		}
		tx.Audit(user.ID, "Đăng nhập sai.")
		if err := tx.Save(&user).Error; err != nil {
			return User{}, err
		}
		return User{}, errWrongPassword
	}
	if outdated {
		user.Password = g.cost.hash(password)
	}
	user.Failures, user.BlockedUntil = 0, ""
	tx.Audit(user.ID, user.Name+" đăng nhập.")
	return user, tx.Save(&user).Error
}

// SignOut ends the session and forgets the files it produced.
func (s *Service) SignOut() error {
	err := Do(s.gate, "access.SignOut", func(tx *store.Tx) error {
		tx.Audit(tx.UserID, "Đăng xuất.")
		return nil
	})
	s.gate.EndSession()
	return err
}

// Lock keeps the session but refuses every call until the password is given again. It locks before it is noted in the
// trail, so that it holds also when the trail cannot be written.
func (s *Service) Lock() error {
	s.gate.mu.Lock()
	if s.gate.session != nil {
		s.gate.session.Locked = true
		s.gate.sessionEnds++
	}
	s.gate.mu.Unlock()
	return Do(s.gate, "access.Lock", func(tx *store.Tx) error {
		tx.Audit(tx.UserID, "Khóa bàn làm việc.")
		return nil
	})
}

// ChangePassword changes the own password; the current one has to be given. Faults: invalid ("current", "next"); not_found when
// the account is gone.
func (s *Service) ChangePassword(in PasswordChange) error {
	return Do(s.gate, "access.ChangePassword", func(tx *store.Tx) error {
		user, err := findUser(tx, tx.UserID)
		if err != nil {
			return err
		}
		if good, _ := s.gate.cost.verify(user.Password, in.Current); !good {
			return fault.Invalid("current", "Mật khẩu hiện tại không đúng.")
		}
		tx.Audit(user.ID, "Đổi mật khẩu.")
		return s.gate.setPassword(tx, &user, "next", in.Next)
	})
}

// Users lists every account by name.
func (s *Service) Users() ([]User, error) {
	return Read(s.gate, "access.Users", func(tx *store.Tx) ([]User, error) {
		users := []User{}
		return users, tx.Order("login").Find(&users).Error
	})
}

// SaveUser creates an account (empty ID) or changes name, role and whether it may sign in; that counts at once, also for the
// person who is signed in. Faults: invalid for what was typed; not_found; conflict when no administrator would be left.
func (s *Service) SaveUser(in UserInput) (User, error) {
	user, err := Write(s.gate, "access.SaveUser", func(tx *store.Tx) (User, error) { return s.gate.saveUser(tx, in) })
	if err == nil {
		s.gate.accountChanged(user)
	}
	return user, err
}

// ResetPassword gives an account a new password, for a person who forgot the old one. Faults: invalid ("password") when it is
// too weak; not_found.
func (s *Service) ResetPassword(userID, password string) error {
	return Do(s.gate, "access.ResetPassword", func(tx *store.Tx) error {
		user, err := findUser(tx, userID)
		if err != nil {
			return err
		}
		tx.Audit(user.ID, "Đặt lại mật khẩu của "+user.Login+".")
		return s.gate.setPassword(tx, &user, "password", password)
	})
}

// Trail lists the newest entries of the trail, newest first; before is the id of the last entry already shown, or "".
func (s *Service) Trail(before string) ([]store.AuditEntry, error) {
	return Read(s.gate, "access.Trail", func(tx *store.Tx) ([]store.AuditEntry, error) {
		entries := []store.AuditEntry{}
		query := tx.Order("id DESC").Limit(200)
		if before != "" {
			query = query.Where("id < ?", before)
		}
		return entries, query.Find(&entries).Error
	})
}

// Permitted lists the actions the signed-in person may take, so that the page shows no button that would be refused.
func (s *Service) Permitted() ([]string, error) {
	return runGuarded(s.gate, "access.Permitted", (*store.Store).Read, func(_ *store.Tx, c call) ([]string, error) {
		out := []string{}
		for _, action := range Actions() {
			if Permits(c.session.Role, action) {
				out = append(out, action)
			}
		}
		return out, nil
	})
}
