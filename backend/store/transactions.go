package store

import (
	"context"
	"sync"
	"time"

	"gorm.io/gorm"

	"caunoi/backend/fault"
)

// ErrClosed is the answer to a transaction that comes before the store is open or after it was closed; nothing of it was
// begun. It is a fault of code unavailable.
var ErrClosed error = fault.Unavailable("Kho dữ liệu chưa mở. Hãy đóng chương trình rồi mở lại.")

var errCutOff = fault.Unavailable("Dữ liệu vừa được đóng nên việc này đã dừng; chưa có gì được lưu. Hãy mở lại rồi làm lại.")

// timeouts is how long closing waits for transactions under way before it cuts them off, and how long after that.
type timeouts struct{ writes, cutOff time.Duration }

// An import of a province takes seconds; one that takes longer than this must not keep the program from ending.
var defaultTimeouts = timeouts{writes: 10 * time.Second, cutOff: 5 * time.Second}

// transactionKind is one kind of transaction, reading or writing: its connections and those of it that are under way.
type transactionKind struct {
	db       *gorm.DB // nil while the store is closed
	underWay sync.WaitGroup
	ctx      context.Context
	cutOff   context.CancelFunc
}

func (k *transactionKind) admit(db *gorm.DB) {
	k.db = db
	k.ctx, k.cutOff = context.WithCancel(context.Background())
}

// begin counts a transaction in; end must be called. Its context also ends when the store cuts it off, which cutOff tells.
func (s *Store) begin(ctx context.Context, k *transactionKind) (db *gorm.DB, cutOff func() bool, end func(), err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if k.db == nil {
		return nil, nil, nil, ErrClosed
	}
	opened := k.ctx
	ctx, cancel := context.WithCancel(ctx)
	forget := context.AfterFunc(opened, cancel)
	k.underWay.Add(1)
	return k.db.WithContext(ctx), func() bool { return opened.Err() != nil }, func() {
		forget()
		cancel()
		k.underWay.Done()
	}, nil
}

// endTransactions lets none begin any more and waits for those under way: reading ones are cut off at once, because nobody
// is left for their answer; writing ones may end by themselves first. It gives the connections to close.
func (s *Store) endTransactions() []*gorm.DB {
	s.mu.Lock()
	dbs := []*gorm.DB{s.read.db, s.write.db}
	s.read.db, s.write.db = nil, nil
	s.mu.Unlock()
	if dbs[0] != nil {
		s.read.cutOff()
	}
	if dbs[1] != nil {
		within(s.timeouts.writes, &s.write.underWay)
		s.write.cutOff()
	}
	within(s.timeouts.cutOff, &s.write.underWay)
	within(s.timeouts.cutOff, &s.read.underWay)
	return dbs
}

// within waits for a group, but not longer than limit.
func within(limit time.Duration, group *sync.WaitGroup) {
	done := make(chan struct{})
	go func() {
		group.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(limit):
	}
}
