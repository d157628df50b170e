// Package access is the one gate in front of the store: every call of the page passes it and is signed in, permitted,
// one transaction, one audit row, and an error instead of a panic. It also keeps the accounts and the one session.
package access

import (
	"context"
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

	mu      sync.Mutex
	session *Session
	ready   chan struct{} // closed once opening has ended
	failure error         // why opening failed
}

// Option changes how a gate is made.
type Option func(*Gate)

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
	g.store, g.session, g.failure, g.ready = s, nil, nil, make(chan struct{})
	g.files.Clear()
}

// Files keeps what a call produced until the page fetches it.
func (g *Gate) Files() *Files { return &g.files }

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

// Sitting gives a question that stays true as long as the session of now goes on: not ended, not locked, the office not
// swapped. Work that outlasts its call asks it before each step.
func (g *Gate) Sitting() func() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	before := g.session
	return func() bool {
		g.mu.Lock()
		defer g.mu.Unlock()
		return before != nil && g.session == before && !before.Locked
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

// enter waits for the desk and checks the permission.
func (g *Gate) enter(action string) (*store.Store, store.As, error) {
	if !g.lockWhenReady() {
		return nil, store.As{}, fault.Unavailable("Chương trình chưa mở xong dữ liệu. Hãy đợi một lát rồi thử lại.")
	}
	defer g.mu.Unlock()
	if g.failure != nil {
		return nil, store.As{}, g.failure
	}
	as := store.As{Action: action}
	if g.session != nil {
		as.UserID, as.UserName = g.session.UserID, g.session.Name
	}
	switch {
	case anyoneMay(action):
		return g.store, as, nil
	case g.session == nil || g.session.Locked:
		return nil, as, fault.SignedOut()
	case !Permits(g.session.Role, action):
		return nil, as, fault.Forbidden(fmt.Sprintf("Vai trò %s không được làm việc này. Hãy nhờ người có quyền.", g.session.Role.Word()))
	}
	return g.store, as, nil
}

// Read runs fn on one consistent picture of the data. action is "<package>.<Method>" of the permission table.
func Read[T any](g *Gate, action string, fn func(*store.Tx) (T, error)) (T, error) {
	return pass(g, action, (*store.Store).Read, fn)
}

// Write runs fn in one transaction that is stored with its audit row, or not at all.
func Write[T any](g *Gate, action string, fn func(*store.Tx) (T, error)) (T, error) {
	return pass(g, action, (*store.Store).Write, fn)
}

// Do is Write for an action that gives nothing back.
func Do(g *Gate, action string, fn func(*store.Tx) error) error {
	_, err := Write(g, action, func(tx *store.Tx) (struct{}, error) { return struct{}{}, fn(tx) })
	return err
}

type transaction func(*store.Store, context.Context, store.As, func(*store.Tx) error) error

func pass[T any](g *Gate, action string, run transaction, fn func(*store.Tx) (T, error)) (out T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = g.internal(action, describe(p), string(debug.Stack()))
		}
		if err != nil {
			var none T
			out = none
		}
	}()
	s, as, err := g.enter(action)
	if err != nil {
		return out, err
	}
	err = run(s, context.Background(), as, func(tx *store.Tx) error {
		out, err = fn(tx)
		return err
	})
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
