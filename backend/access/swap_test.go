package access_test

import (
	"log/slog"
	"testing"
	"time"

	"caunoi/backend/access"
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
