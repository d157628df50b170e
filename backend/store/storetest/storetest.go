// Package storetest opens a real database file for a test.
package storetest

import (
	"context"
	"testing"
	"time"

	"caunoi/backend/store"
)

// Noon is the moment at which test stores stand unless a test moves the clock: 12:00 in Vietnam on 22/11/2026.
var Noon = time.Date(2026, 11, 22, 5, 0, 0, 0, time.UTC)

// Open gives an open, empty store in a folder of its own that goes away with the test.
func Open(t testing.TB) *store.Store {
	t.Helper()
	return empty.Open(t)
}

// Write runs fn in a write transaction and fails the test on an error.
func Write(t testing.TB, s *store.Store, fn func(*store.Tx) error) {
	t.Helper()
	if err := s.Write(context.Background(), store.As{Action: "test"}, fn); err != nil {
		t.Fatal(err)
	}
}

// Read runs fn in a read transaction and fails the test on an error.
func Read(t testing.TB, s *store.Store, fn func(*store.Tx) error) {
	t.Helper()
	if err := s.Read(context.Background(), store.As{Action: "test"}, fn); err != nil {
		t.Fatal(err)
	}
}

// Act runs fn in a write transaction as an action of a room, so that its statements fail too; see FailEachStatementOnce. fn has to
// give every error back; it may run several times, and the last one counts.
func Act(t testing.TB, s *store.Store, fn func(*store.Tx) error) {
	t.Helper()
	if err := Try(s, fn); err != nil {
		t.Fatal(err)
	}
}

// Try is Act for what may be refused.
func Try(s *store.Store, fn func(*store.Tx) error) error {
	return s.Write(context.Background(), store.As{Action: "test.Act"}, fn)
}

// Ask runs fn in a read transaction as Act does in a write transaction.
func Ask(t testing.TB, s *store.Store, fn func(*store.Tx) error) {
	t.Helper()
	if err := s.Read(context.Background(), store.As{Action: "test.Ask"}, fn); err != nil {
		t.Fatal(err)
	}
}
