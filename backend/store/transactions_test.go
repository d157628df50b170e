package store

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func opened(t *testing.T) *Store {
	t.Helper()
	s := New(t.TempDir())
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func note(s *Store, name string, wait func()) error {
	return s.Write(context.Background(), As{}, func(tx *Tx) error {
		if err := tx.SetSetting(name, 1); err != nil {
			return err
		}
		wait()
		return nil
	})
}

// closing closes the store in the background and comes back when it lets nothing begin any more.
func closing(s *Store) (done chan struct{}) {
	done = make(chan struct{})
	go func() {
		s.Close()
		close(done)
	}()
	for s.Read(context.Background(), As{}, func(*Tx) error { return nil }) != ErrClosed {
		runtime.Gosched()
	}
	return done
}

func TestClosingWaitsForAWriteUnderWay(t *testing.T) {
	s := opened(t)
	inside, release, written := make(chan struct{}), make(chan struct{}), make(chan error)
	go func() {
		written <- note(s, "a", func() { close(inside); <-release })
	}()
	<-inside
	done := closing(s)
	select {
	case <-done:
		t.Fatal("closed under a write")
	default:
	}
	close(release)
	if err := <-written; err != nil {
		t.Fatalf("the write was cut off: %v", err)
	}
	<-done
	if n := count(t, s.Path(), "SELECT count(*) FROM setting"); n != 1 {
		t.Fatalf("%d rows", n)
	}
}

func TestClosingCutsOffAReadAtOnce(t *testing.T) {
	s := opened(t)
	inside, answer := make(chan struct{}), make(chan error)
	go func() {
		answer <- s.Read(context.Background(), As{}, func(tx *Tx) error {
			close(inside)
			for {
				var n int
				if err := tx.Raw("SELECT count(*) FROM setting").Scan(&n).Error; err != nil {
					return err
				}
			}
		})
	}()
	<-inside
	<-closing(s)
	if err := <-answer; !errors.Is(err, errCutOff) {
		t.Fatalf("got %v", err)
	}
}

func TestClosingDoesNotWaitForEver(t *testing.T) {
	s := opened(t)
	s.timeouts = timeouts{time.Millisecond, time.Millisecond}
	inside, release, written := make(chan struct{}), make(chan struct{}), make(chan error)
	go func() {
		written <- note(s, "a", func() { close(inside); <-release })
	}()
	<-inside
	s.Close()
	close(release)
	if err := <-written; !errors.Is(err, errCutOff) {
		t.Fatalf("got %v", err)
	}
	if n := count(t, s.Path(), "SELECT count(*) FROM setting"); n != 0 {
		t.Fatalf("%d rows of a write that was told to have failed", n)
	}
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	if err := note(s, "b", func() {}); err != nil {
		t.Fatal(err)
	}
}

// Transactions and closing at the same time: none sees half a store, and what was acknowledged is there.
func TestTransactionsWhileTheStoreClosesAndOpens(t *testing.T) {
	s := opened(t)
	var stored, number atomic.Int64
	var over atomic.Bool
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			for !over.Load() {
				err := note(s, fmt.Sprint(number.Add(1)), func() {})
				if err == nil {
					stored.Add(1)
				} else if !errors.Is(err, ErrClosed) && !errors.Is(err, errCutOff) {
					t.Errorf("write: %v", err)
				}
			}
		})
		all.Go(func() {
			for !over.Load() {
				err := s.Read(context.Background(), As{}, func(tx *Tx) error {
					var n int64
					return tx.Table("setting").Count(&n).Error
				})
				if err != nil && !errors.Is(err, ErrClosed) && !errors.Is(err, errCutOff) {
					t.Errorf("read: %v", err)
				}
			}
		})
	}
	for range 8 {
		s.Close()
		if err := s.Open(); err != nil {
			t.Fatal(err)
		}
	}
	over.Store(true)
	all.Wait()
	s.Close()
	if n := count(t, s.Path(), "SELECT count(*) FROM setting"); int64(n) != stored.Load() {
		t.Errorf("%d writes were acknowledged, %d are there", stored.Load(), n)
	}
}
