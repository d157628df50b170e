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
