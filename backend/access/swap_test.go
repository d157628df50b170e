package access_test

import (
	"context"
	"database/sql/driver"
	"errors"
	"log/slog"
	"testing"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A page may call while the program changes from one office to the other; the
// call must be answered by the office that opens, not left waiting for the one that closed.
func TestCallsWaitThroughASwap(t *testing.T) {
	gate := access.NewGate(storetest.Open(t), slog.New(slog.DiscardHandler))
	answered := make(chan error, 1)
	go func() {
		_, err := access.New(gate).Status()
		answered <- err
	}()
	time.Sleep(20 * time.Millisecond)
	gate.Swap(storetest.Open(t))
	select {
	case err := <-answered:
		t.Fatalf("answered before the other office was open: %v", err)
	case <-time.After(20 * time.Millisecond):
	}
	gate.Opened(nil)
	select {
	case err := <-answered:
		if err != nil {
			t.Fatal(err)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("still waiting for the office that was closed")
	}
}

// A call whose office was closed and swapped before its transaction began is let in anew at the new office; where only the
// office was closed, it says so.
func TestACallThatMeetsAClosedOffice(t *testing.T) {
	for swapped, code := range map[bool]fault.Code{true: "", false: fault.CodeUnavailable} {
		first, second := storetest.Open(t), storetest.Open(t)
		gate := access.NewGate(first, slog.New(slog.DiscardHandler))
		gate.Opened(nil)
		first.Between = &store.Between{
			Driver: func(d driver.Driver) driver.Driver { return d },
			Attempt: func(ctx context.Context, _ string, try func(context.Context) error) error {
				first.Close()
				if swapped {
					gate.Swap(second)
					gate.Opened(nil)
				}
				return try(ctx)
			},
		}
		asked := ""
		_, err := access.Read(gate, "desk.Status", func(tx *store.Tx) (int, error) {
			return 1, tx.Raw("SELECT file FROM pragma_database_list WHERE name = 'main'").Scan(&asked).Error
		})
		if e, _ := fault.Of(
			err,
		); swapped && (err != nil || asked != second.Path()) ||
			!swapped && (e == nil || e.Code != code || asked != "") {
			t.Errorf("swapped %t: %v, %q answers", swapped, err, asked)
		}
	}
}

// What a call that failed would have given is not given.
func TestAFailedCallGivesNothing(t *testing.T) {
	gate := access.NewGate(storetest.Open(t), slog.New(slog.DiscardHandler))
	gate.Opened(nil)
	for _, failure := range []error{errors.New("hỏng"), fault.Conflict("không")} {
		if out, err := access.Read(gate, "desk.Status", func(*store.Tx) (int, error) { return 7, failure }); err == nil || out != 0 {
			t.Errorf("%d %v", out, err)
		}
	}
}
