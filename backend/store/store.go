// Package store owns the one database file of an office: how it is opened and locked, how its schema grows, what a
// transaction is, and how text is folded for searching and sorting. No other package names the database driver.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"time"

	sqlite "github.com/glebarez/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
)

// FileName is the database file inside a data folder.
const FileName = "caunoi.db"

// readers is the number of connections that read at the same time; one window never needs more.
const readers = 4

// Store is the database of one data folder. New touches no disk; Open does.
type Store struct {
	// Clock tells the moment of every transaction; tests set it, the program leaves it alone.
	Clock func() time.Time
	// Between stands between the program and the engine; tests put it there to let statements fail. nil in the program.
	Between *Between

	dir      string
	cached   cachedValues
	timeouts timeouts
	// freeSpace tells how many bytes the disk of a folder has left; tests make it small.
	freeSpace func(dir string) (int64, error)
	// places are where a stick may be plugged in; tests give their own.
	places func() []string

	provided map[reflect.Type]any // see Provide

	turn    sync.Mutex // one opening or closing at a time
	lock    *folderLock
	created bool   // this opening made the database
	damaged bool   // this opening found no database that can be used
	aside   string // what was done with a log of another database; see Notices

	mu          sync.Mutex // guards what follows
	read, write transactionKind
}

// New prepares a store for the data folder dir.
func New(dir string) *Store {
	return &Store{dir: dir, Clock: time.Now, timeouts: defaultTimeouts, freeSpace: freeSpace, places: mountedPlaces}
}

// Dir is the data folder.
func (s *Store) Dir() string { return s.dir }

// Path is the database file.
func (s *Store) Path() string { return filepath.Join(s.dir, FileName) }

// Exists tells whether the data folder already holds a database.
func (s *Store) Exists() bool {
	_, err := os.Stat(s.Path())
	return err == nil
}

// pragmas are set on every connection, and read back on every start, because the driver accepts a misspelt name or
// value without a word.
//
//   - foreign_keys: the schema's references are rules, not comments
//   - busy_timeout: a second process (the command line) waits instead of failing
//   - journal_mode WAL + synchronous FULL: no acknowledged save is lost at a power cut
//   - secure_delete: what is deleted is overwritten
//   - cell_size_check: damage is noticed when a page is read
//   - recursive_triggers: what REPLACE throws out fires its triggers too, on which the stamps of migration 0011 rest
var pragmas = []struct{ name, set, want string }{
	{"foreign_keys", "1", "1"},
	{"busy_timeout", "10000", "10000"},
	{"journal_mode", "WAL", "wal"},
	{"synchronous", "FULL", "2"},
	{"secure_delete", "1", "1"},
	{"cell_size_check", "1", "1"},
	{"recursive_triggers", "1", "1"},
}

// dsn is a bare path: the driver's "file:" form opens a different file when the path holds # or %.
// _txlock=immediate takes the write lock at BEGIN; without it most read-then-write transactions fail under contention.
func dsn(path string, write bool) string {
	text := path + "?"
	for _, p := range pragmas {
		text += "_pragma=" + p.name + "(" + p.set + ")&"
	}
	if write {
		return text + "_txlock=immediate"
	}
	return text + "_pragma=query_only(1)"
}

// Open locks the folder, brings the schema up to date and makes sure that every setting really is on.
// Errors are faults with a sentence for the person in front of the screen.
func (s *Store) Open() error { return s.OpenAfter(nil) }

// OpenAfter is Open with something done to the files first, once the folder is locked: see Change and Return. When that fails
// the store stays closed.
func (s *Store) OpenAfter(change func() error) error {
	s.turn.Lock()
	defer s.turn.Unlock()
	if err := s.open(change); err != nil {
		s.close()
		return err
	}
	return nil
}

func (s *Store) open(change func() error) error {
	if err := prepareFolder(s.dir); err != nil {
		return err
	}
	lock, err := lockFolder(s.dir, s.Clock())
	if err != nil {
		return err
	}
	s.lock = lock
	s.aside, s.created, s.damaged = "", false, false
	if err := s.finishChange(); err != nil {
		return err
	}
	if change != nil {
		if err := change(); err != nil {
			return err
		}
	}
	if err := s.inspect(); err != nil {
		return err
	}
	if err := s.quickCheck(); err != nil {
		return err
	}
	if err := migrate(s.Path(), s.Clock()); err != nil {
		return s.explain(err)
	}
	for _, pool := range []struct {
		kind  *transactionKind
		write bool
		conns int
	}{{&s.read, false, readers}, {&s.write, true, 1}} {
		db, err := s.connect(dsn(s.Path(), pool.write), pool.conns)
		if err != nil {
			return s.explain(err)
		}
		s.mu.Lock()
		pool.kind.admit(db)
		s.mu.Unlock()
		if err := readBack(db); err != nil {
			return err
		}
	}
	return s.recordNotices()
}

func (s *Store) connect(dsn string, conns int) (*gorm.DB, error) {
	pool, err := sql.Open(sqlite.DriverName, dsn)
	if err != nil {
		return nil, err
	}
	if s.Between != nil {
		pool = sql.OpenDB(connector{s.Between.Driver(pool.Driver()), dsn})
	}
	db, err := gorm.Open(&sqlite.Dialector{Conn: pool}, &gorm.Config{
		Logger:                 logger.Discard, // GORM would write values, that is personal data, into the log
		SkipDefaultTransaction: true,
		PrepareStmt:            true, // the driver compiles a statement anew at each call otherwise
		TranslateError:         true,
	})
	if err != nil {
		_ = pool.Close()
		return nil, err
	}
	pool.SetMaxOpenConns(conns)
	pool.SetMaxIdleConns(conns)
	return db, nil
}

// readBack proves the settings on up to three connections of a pool at the same time.
func readBack(db *gorm.DB) error {
	pool, err := db.DB()
	if err != nil {
		return err
	}
	ctx := context.Background()
	count := min(pool.Stats().MaxOpenConnections, 3)
	for range count {
		conn, err := pool.Conn(ctx)
		if err != nil {
			return translate(err)
		}
		defer conn.Close()
		for _, p := range pragmas {
			var got string
			if err := conn.QueryRowContext(ctx, "PRAGMA "+p.name).Scan(&got); err != nil || got != p.want {
				return fault.Unavailable(fmt.Sprintf("Kho dữ liệu không nhận thiết lập an toàn “%s”. Hãy báo cho người quản trị.", p.name))
			}
		}
	}
	return nil
}

// Close waits for the transactions under way, not without end, and gives everything back. It may be called on a store that
// never opened. Afterwards the folder holds no write-ahead log, unless another process has the database open.
func (s *Store) Close() {
	s.turn.Lock()
	defer s.turn.Unlock()
	s.close()
}

func (s *Store) close() {
	for _, db := range s.endTransactions() { // the writer last: the last connection moves the log into the database
		if db == nil {
			continue
		}
		if pool, err := db.DB(); err == nil {
			_ = pool.Close()
		}
	}
	s.cached.forget()
	s.lock.release()
	s.lock = nil
}

// Tx is one transaction: the database as of one moment, and who acts. Inside a transaction use nothing but the Tx
// that was handed over; the writer is a single connection and a second request for it would wait for ever.
type Tx struct {
	*gorm.DB
	Now      time.Time  // the moment of the transaction, UTC
	Today    dates.Date // the day in Vietnam at that moment, or the past day that is read, see AsOf
	UserID   string     // who acts; "" for the program itself
	UserName string
	Writes   bool // it may store something; what it sees may then never come to be

	note     auditNote
	cached   *cachedValues
	provided map[reflect.Type]any
	past     *pastReading // nil: the present
}

// As says who acts inside a transaction.
type As struct{ UserID, UserName, Action string }

// Read runs fn on one consistent picture of the database; fn cannot change it. Faults: unavailable when the store is closed
// (ErrClosed), is being closed, or the disk fails; and whatever fn gives.
func (s *Store) Read(ctx context.Context, as As, fn func(*Tx) error) error {
	return s.run(ctx, as, &s.read, &sql.TxOptions{ReadOnly: true}, func(db *gorm.DB) error { return fn(s.tx(db, as)) })
}

// Write runs fn in the one write transaction: all of it is stored together with one audit row, or nothing is. Faults are
// those of Read.
func (s *Store) Write(ctx context.Context, as As, fn func(*Tx) error) error {
	return s.run(ctx, as, &s.write, &sql.TxOptions{}, func(db *gorm.DB) error {
		tx := s.tx(db, as)
		tx.Writes = true
		if err := fn(tx); err != nil {
			return err
		}
		if err := tx.writeAudit(as); err != nil {
			return err
		}
		marked := tx.Exec(markWrite)
		if marked.Error == nil && marked.RowsAffected != 1 {
			return errors.New("the row of last_write is missing")
		}
		return marked.Error
	})
}

func (s *Store) run(ctx context.Context, as As, k *transactionKind, options *sql.TxOptions, fn func(*gorm.DB) error) error {
	if s.Between != nil {
		return s.Between.Attempt(ctx, as.Action, func(ctx context.Context) error { return s.attempt(ctx, k, options, fn) })
	}
	return s.attempt(ctx, k, options, fn)
}

func (s *Store) attempt(ctx context.Context, k *transactionKind, options *sql.TxOptions, fn func(*gorm.DB) error) error {
	db, cutOff, end, err := s.begin(ctx, k)
	if err != nil {
		return err
	}
	defer end()
	err = db.Transaction(fn, options)
	if _, known := fault.Of(err); err != nil && !known && cutOff() {
		return errCutOff // the engine's own words ("interrupted", "transaction is done") would help nobody
	}
	return translate(err)
}

func (s *Store) tx(db *gorm.DB, as As) *Tx {
	now := s.Clock().UTC()
	return &Tx{DB: db, Now: now, Today: dates.From(now), UserID: as.UserID, UserName: as.UserName, cached: &s.cached, provided: s.provided}
}

// NowText is the transaction's moment as it is stored: RFC 3339, UTC, seconds.
func (tx *Tx) NowText() string { return tx.Now.Format(time.RFC3339) }

// Missing tells whether err says that no row was found.
func Missing(err error) bool { return errors.Is(err, gorm.ErrRecordNotFound) }

// Duplicate tells whether err says that a unique rule of the schema was broken.
func Duplicate(err error) bool { return errors.Is(err, gorm.ErrDuplicatedKey) }
