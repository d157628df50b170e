package storetest

import (
	"context"
	"database/sql/driver"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// failing is set when the statements of this package's tests fail; see FailEachStatementOnce.
var failing *faults

// errFile is what the engine says when it fails.
var errFile = errors.New("the file fails, as the test wants")

// faults decides which statement fails, in a whole run of tests.
type faults struct {
	mu    sync.Mutex
	room  string
	tried map[any]bool // places in the code, by program counter, and steps of actions at which a statement has failed
	calls map[string]bool
}

// FailEachStatementOnce holds a room to the rule that no error of the file is swallowed and nothing is half saved. Before an
// action of the room is done, it is tried with a statement failing: each line of the code that leads to a statement, the end of
// the rows of an answer, the begin or the end of the transaction sees that once in a run of tests. Every such try must end
// with an error that is no sentence for the person (the gate makes it an internal one) and must store nothing; then the action
// is done, as if nothing had been, on what the failed tries may have left in memory, and has to leave a sentence in the trail
// when it stored something. TestMain calls it. When the whole package is tested, each of the actions that is the room's has to be
// among those done.
func FailEachStatementOnce(m *testing.M, room string, actions []string) {
	flag.Parse()
	if !chosen("test.bench") { // what is timed has nothing in between
		failing = &faults{room: room, tried: map[any]bool{}, calls: map[string]bool{}}
	}
	code := m.Run()
	if code == 0 && failing != nil && !chosen("test.run") && !chosen("test.skip") && !chosen("test.list") {
		for _, action := range actions {
			if strings.HasPrefix(action, room+".") && !failing.calls[action] {
				fmt.Printf("%s: no test calls it, so that nobody knows what it does when the file fails\n", action)
				code = 1
			}
		}
	}
	os.Exit(code)
}

// chosen tells whether a flag of the test program was given.
func chosen(name string) bool {
	given := flag.Lookup(name)
	return given != nil && given.Value.String() != ""
}

// try is one attempt at an action.
type try struct {
	action string
	failed string // the statement that failed
	stored bool   // something was stored after that
	silent bool   // the line of the trail says nothing
}

type tryKey struct{}

// between gives what stands between a test's store and the engine.
func (f *faults) between(t testing.TB) *store.Between {
	return &store.Between{
		Driver: func(d driver.Driver) driver.Driver { return faultyDriver{d, f} },
		Attempt: func(ctx context.Context, action string, attempt func(context.Context) error) error {
			if !strings.Contains(action, ".") { // the test itself
				return attempt(ctx)
			}
			f.mu.Lock()
			f.calls[action] = true
			f.mu.Unlock()
			for {
				now := &try{action: action}
				err := attempt(context.WithValue(ctx, tryKey{}, now))
				if now.failed == "" {
					if err == nil && now.silent && strings.HasPrefix(action, f.room+".") {
						t.Errorf("%s leaves no sentence in the trail", action)
					}
					return err
				}
				if err == nil {
					t.Errorf("%s: nobody heard that this failed: %s", action, now.failed)
				} else if _, known := fault.Of(err); known {
					t.Errorf("%s: the person reads %q when this failed: %s", action, err, now.failed)
				}
				if now.stored {
					t.Errorf("%s: stored although this failed: %s", action, now.failed)
					return err
				}
			}
		},
	}
}

// step is asked before each step of a try and says whether it fails.
func (f *faults) step(ctx context.Context, what string) error {
	now, _ := ctx.Value(tryKey{}).(*try)
	if now == nil || now.failed != "" {
		return nil
	}
	places := []any{now.action + " BEGIN"}
	switch what {
	case "BEGIN":
	case "COMMIT":
		places[0] = now.action + " COMMIT"
	default:
		places = callers(strings.HasPrefix(what, endOfRows))
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if !slices.ContainsFunc(places, func(p any) bool { return !f.tried[p] }) {
		return nil
	}
	for _, p := range places {
		f.tried[p] = true
	}
	now.failed = strings.Join(strings.Fields(what), " ")
	return errFile
}

// committed notes that the engine was told to store what a try did.
func (now *try) committed() {
	if now != nil && now.failed != "" {
		now.stored = true
	}
}

// noteTrail sees the line of the trail on its way to the engine; the sentence is its last column.
func noteTrail(ctx context.Context, query string, args []driver.NamedValue) {
	if now, _ := ctx.Value(tryKey{}).(*try); now != nil && strings.HasPrefix(query, "INSERT INTO `audit_entry`") {
		now.silent = args[len(args)-1].Value == ""
	}
}

// callers are the lines of our own code that led to a statement, inside the transaction. The end of rows is a place of its own.
func callers(atEnd bool) []any {
	var pcs [128]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs[:])])
	var out []any
	for {
		frame, more := frames.Next()
		if strings.HasSuffix(frame.Function, "store.(*Store).attempt") || !more {
			return out
		}
		if strings.HasPrefix(frame.Function, "caunoi/") && !strings.Contains(frame.Function, "/storetest.") {
			out = append(out, place{frame.PC, atEnd})
		}
	}
}

type place struct {
	at    uintptr
	atEnd bool
}
