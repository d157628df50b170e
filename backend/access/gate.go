// Package access is the one gate in front of the store: every call of the page passes it and is signed in, permitted,
// one transaction, one audit row, and an error instead of a panic. It also keeps the accounts and the one session.
package access

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// readyWait is how long a call waits for the desk to open; the page may call before the start has ended.
const readyWait = 30 * time.Second

// Session is who sits at the desk. There is one window and so one session.
type Session struct {
	UserID string `json:"userId"`
	Login  string `json:"login"`
	Name   string `json:"name"`
	Role   Role   `json:"role"`
	Locked bool   `json:"locked"`
}

// Gate guards a store. It is made before the store is open; calls wait until Opened is told.
type Gate struct {
	store *store.Store
	log   *slog.Logger
	files Files
	cost  passwordCost
	// before is done once a call is permitted and before its transaction, by action; it may refuse. Set before the first call.
	before map[string]func() error

	mu            sync.Mutex
	session       *Session
	sessionEnds   int           // how often a session was ended or locked, or the office swapped: what began before opens no session
	personChanges int           // how often the person at the desk changed; see SamePerson
	ready         chan struct{} // closed once opening has ended
	failure       error         // why opening failed
}

// Option changes how a gate is made.
type Option func(*Gate)

// Before lets something be done ahead of certain actions, such as a backup; an error of it is the answer to the call.
func (g *Gate) Before(do func() error, actions ...string) {
	if g.before == nil {
		g.before = map[string]func() error{}
	}
	for _, action := range actions {
		g.before[action] = do
	}
}

// WithPasswordCost sets the work of one password check; tests use little so that they are quick.
func WithPasswordCost(passes, memoryKiB uint32) Option {
	return func(g *Gate) { g.cost = passwordCost{passes, memoryKiB} }
}

// NewGate makes the gate of a store. log takes internal errors; it must not be given anything a person typed.
func NewGate(s *store.Store, log *slog.Logger, options ...Option) *Gate {
	g := &Gate{store: s, log: log, ready: make(chan struct{}), cost: defaultCost}
	for _, set := range options {
		set(g)
	}
	return g
}

// Opened ends the waiting: err is nil when the store is open, else why it cannot be used.
func (g *Gate) Opened(err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.failure = err
	select {
	case <-g.ready:
	default:
		close(g.ready)
	}
}

// Swap puts another store behind the gate and ends the session: who is signed in at one office is nobody at another.
// Calls wait until Opened is told again.
func (g *Gate) Swap(s *store.Store) {
	g.mu.Lock()
	defer g.mu.Unlock()
	select {
	case <-g.ready:
	default:
		close(g.ready) // who waits for the old store waits for the new one instead
	}
	g.store, g.failure, g.ready = s, nil, make(chan struct{})
	g.endSession()
}

// Failure is why the store behind the gate could not be opened, or nil.
func (g *Gate) Failure() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.failure
}

// EndSession ends the session without a call, for a program that ends.
func (g *Gate) EndSession() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.endSession()
}

// endSession forgets who is signed in and what calls produced for that person. The gate must be locked.
func (g *Gate) endSession() {
	g.session = nil
	g.sessionEnds++
	g.personChanges++
	g.files.Clear()
}

// startSession lets the person in whose password a call has checked, unless a session was ended or locked, or the office
// swapped, since that call began: who was checked at one office is nobody at another.
func (g *Gate) startSession(c call, user User) (SessionStatus, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.sessionEnds != c.sessionEnds {
		return SessionStatus{}, fault.Conflict("Chưa đăng nhập được, vì trong lúc kiểm tra mật khẩu văn phòng đã đổi hoặc " +
			"phiên làm việc đã kết thúc. Hãy đăng nhập lại.")
	}
	if g.session == nil || g.session.UserID != user.ID {
		g.personChanges++
		g.files.Clear() // they were made for somebody else
		g.files.StartKeeping()
	}
	removeOthersDrafts(c.store, user.ID)
	g.session = &Session{UserID: user.ID, Login: user.Login, Name: user.Name, Role: user.Role}
	return statusOf(g.session), nil
}

// accountChanged makes the session follow a change of the account that is signed in: an account that may not sign in any
// more is out at once, another role counts from the next call on.
func (g *Gate) accountChanged(user User) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case g.session == nil || g.session.UserID != user.ID:
	case !user.Active:
		g.endSession()
	default:
		g.session = &Session{UserID: user.ID, Login: user.Login, Name: user.Name, Role: user.Role, Locked: g.session.Locked}
	}
}

// Files keeps what a call produced until the page fetches it.
func (g *Gate) Files() *Files { return &g.files }

// Fetch gives a produced file to the person at the desk. Faults: signed_out when nobody is signed in or the desk is locked,
// not_found when the file is not kept (any more).
func (g *Gate) Fetch(token string) (File, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.session == nil || g.session.Locked {
		return File{}, fault.SignedOut()
	}
	return g.files.fetch(token)
}

// Current is the session, or nil.
func (g *Gate) Current() *Session {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.session == nil {
		return nil
	}
	copied := *g.session
	return &copied
}

// SessionGuard returns a function that tells whether the session of this moment still goes on: not ended, not locked, the
// office not swapped. Work that outlasts its call asks it before each step.
func (g *Gate) SessionGuard() func() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	before := g.session
	return func() bool {
		g.mu.Lock()
		defer g.mu.Unlock()
		return before != nil && g.session == before && !before.Locked
	}
}

// SamePerson returns a function that tells whether the person signed in at this moment still is, at this office; locking and
// unlocking the desk in between does not count. What a call keeps in memory for a later one asks it.
func (g *Gate) SamePerson() func() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	before := g.personChanges
	return func() bool {
		g.mu.Lock()
		defer g.mu.Unlock()
		return g.personChanges == before
	}
}

// lockWhenReady waits until opening has ended and returns with the gate locked, or false after readyWait. An office
// that is swapped meanwhile is waited for anew.
func (g *Gate) lockWhenReady() bool {
	tooLate := time.After(readyWait)
	for {
		g.mu.Lock()
		ready := g.ready
		select {
		case <-ready:
			return true
		default:
		}
		g.mu.Unlock()
		select {
		case <-ready:
		case <-tooLate:
			return false
		}
	}
}

// call is one call on its way through the gate: the office and the session with which it began.
type call struct {
	store       *store.Store
	session     *Session // a copy; nil = nobody is signed in
	sessionEnds int
}

// enter waits for the desk and checks the permission.
func (g *Gate) enter(action string) (call, error) {
	if !g.lockWhenReady() {
		return call{}, fault.Unavailable("Chương trình chưa mở xong dữ liệu. Hãy đợi một lát rồi thử lại.")
	}
	defer g.mu.Unlock()
	if g.failure != nil {
		return call{}, g.failure
	}
	c := call{store: g.store, sessionEnds: g.sessionEnds}
	if g.session != nil {
		copied := *g.session
		c.session = &copied
	}
	switch {
	case anyoneMay(action):
	case c.session == nil || c.session.Locked:
		return call{}, fault.SignedOut()
	case !Permits(c.session.Role, action):
		return call{}, fault.Forbidden(fmt.Sprintf("Vai trò %s không được làm việc này. Hãy nhờ người có quyền.", c.session.Role.Word()))
	}
	return c, nil
}

// officeSwapped tells whether the office of a call was swapped before the call could begin its transaction.
func (g *Gate) officeSwapped(c call) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.store != c.store
}

// auditIdentity is what the audit row says of who did it.
func (c call) auditIdentity(action string) store.As {
	as := store.As{Action: action}
	if c.session != nil {
		as.UserID, as.UserName = c.session.UserID, c.session.Name
	}
	return as
}

// Read runs fn on one consistent view of the data. action is "<package>.<Method>" of the permission table. Faults besides
// those of fn: unavailable while the data are not open, signed_out, forbidden, and internal for any other error or a panic.
func Read[T any](g *Gate, action string, fn func(*store.Tx) (T, error)) (T, error) {
	return runGuarded(g, action, (*store.Store).Read, func(tx *store.Tx, _ call) (T, error) { return fn(tx) })
}

// Write runs fn in one transaction that is stored with its audit row, or not at all. Faults are those of Read.
func Write[T any](g *Gate, action string, fn func(*store.Tx) (T, error)) (T, error) {
	return runGuarded(g, action, (*store.Store).Write, func(tx *store.Tx, _ call) (T, error) { return fn(tx) })
}

// Do is Write for an action that gives nothing back.
func Do(g *Gate, action string, fn func(*store.Tx) error) error {
	_, err := Write(g, action, func(tx *store.Tx) (struct{}, error) { return struct{}{}, fn(tx) })
	return err
}

type transaction func(*store.Store, context.Context, store.As, func(*store.Tx) error) error

// runGuarded takes one call through the gate: waits for the desk, checks the permission, runs fn in a transaction, and turns
// panics and errors nobody foresaw into the fault internal. A call that met an office being swapped begins anew at the new one.
func runGuarded[T any](g *Gate, action string, run transaction, fn func(*store.Tx, call) (T, error)) (out T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = g.internal(action, describe(p), string(debug.Stack()))
		}
		if err != nil {
			var none T
			out = none
		}
	}()
	for {
		c, refusal := g.enter(action)
		if refusal != nil {
			return out, refusal
		}
		if first := g.before[action]; first != nil {
			if err = first(); err != nil {
				break
			}
		}
		err = run(c.store, context.Background(), c.auditIdentity(action), func(tx *store.Tx) error {
			var failed error
			out, failed = fn(tx, c)
			return failed
		})
		if !errors.Is(err, store.ErrClosed) || !g.officeSwapped(c) { // ErrClosed: nothing was begun, the call is let in anew
			break
		}
	}
	if err == nil {
		return out, nil
	}
	if _, known := fault.Of(err); known {
		return out, err
	}
	return out, g.internal(action, fmt.Sprintf("%T: %v", err, err), "")
}

// describe names a panic without repeating values a person may have typed.
func describe(p any) string {
	if e, ok := p.(runtime.Error); ok {
		return e.Error()
	}
	return fmt.Sprintf("panic with a %T", p)
}

// Internal logs a defect that happened outside a transaction and gives the error for the page.
func (g *Gate) Internal(action string, err error) error {
	return g.internal(action, fmt.Sprintf("%T: %v", err, err), "")
}

// internal logs a defect under an id and gives the page only that id.
func (g *Gate) internal(action, what, stack string) error {
	e := fault.New(
		fault.CodeInternal,
		"Có lỗi ngoài dự kiến; chưa có gì được lưu. Hãy thử lại, nếu vẫn lỗi thì báo mã này cho người quản trị.",
	)
	e.ID = store.NewID()[24:]
	e.Message += " Mã lỗi: " + e.ID + "."
	g.log.Error("internal", "id", e.ID, "action", action, "what", what, "stack", stack)
	return e
}
