// Package desk is the assembled program without a window: the store, the gate and every room of the office.
package desk

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/exchange"
	"caunoi/backend/fault"
	"caunoi/backend/fulfilment"
	"caunoi/backend/issuing"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/phrases"
	"caunoi/backend/reports"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Fill writes the made-up office into an empty store; package sample provides it, and a desk without it has no sample.
type Fill func(d *Desk) error

// Desk is the program. New constructs without touching the disk, because generating the page's bindings runs main.
type Desk struct {
	Gate *access.Gate

	Access      *access.Service
	Units       *units.Service
	Officers    *officers.Service
	Assignments *assignments.Service
	Duties      *duties.Service
	Activities  *activities.Service
	Fulfilment  *fulfilment.Service
	Matters     *matters.Service
	Exchange    *exchange.Service
	Papers      *papers.Service
	Phrases     *phrases.Service
	Sessions    *sessions.Service
	Reports     *reports.Service
	Issuing     *issuing.Service
	Self        *Service

	dir  string
	fill Fill
	gate []access.Option
	log  *rotatingLog

	keeper keeper
	turn   sync.Mutex // one opening, closing or change of office at a time
	mu     sync.Mutex
	store  *store.Store
}

// Option changes how a desk is made.
type Option func(*Desk)

// WithSample lets the desk offer the made-up office.
func WithSample(fill Fill) Option { return func(d *Desk) { d.fill = fill } }

// WithGate changes how the gate is made; tests take a cheaper password check.
func WithGate(options ...access.Option) Option {
	return func(d *Desk) { d.gate = append(d.gate, options...) }
}

// WithClock lets a trial go by another clock than the machine's; the made-up office is filled by it too.
func WithClock(now func() time.Time) Option { return func(d *Desk) { d.store.Clock = now } }

// newStore is the store of a data folder with what rooms do for rooms to their left.
func newStore(dir string) *store.Store {
	s := store.New(dir)
	store.Provide(s, assignments.Hooks(duties.HandoverHooks(), activities.HandoverHooks(), matters.HandoverHooks()))
	store.Provide(s, papers.Numbers())
	return s
}

// New makes the desk of a data folder.
func New(dir string, options ...Option) *Desk {
	d := &Desk{dir: dir, store: newStore(dir), log: newRotatingLog(filepath.Join(dir, "nhat-ky", "caunoi.log"))}
	for _, set := range options {
		set(d)
	}
	d.Gate = access.NewGate(d.store, slog.New(slog.NewJSONHandler(d.log, nil)), d.gate...)
	d.Access = access.New(d.Gate)
	d.Units = units.New(
		d.Gate,
		units.Tie{Use: officers.UnitUse},
		units.Tie{Use: assignments.UnitUse, Ongoing: assignments.OngoingAt},
		units.Tie{Use: activities.UnitUse},
	)
	d.Officers = officers.New(d.Gate, assignments.OfficerTie(), activities.OfficerTie(), sessions.OfficerTie())
	d.Assignments = assignments.New(d.Gate)
	d.Duties = duties.New(d.Gate, matters.Recompute)
	d.Activities = activities.New(d.Gate)
	d.Fulfilment = fulfilment.New(d.Gate, matters.TwoWay)
	d.Matters = matters.New(d.Gate)
	d.Exchange = exchange.New(d.Gate)
	d.Papers = papers.New(d.Gate)
	d.Phrases = phrases.New(d.Gate)
	d.Sessions = sessions.New(d.Gate)
	d.Reports = reports.New(d.Gate)
	d.Issuing = issuing.New(d.Gate)
	d.Self = &Service{d}
	d.Gate.Before(
		d.beforeAct(store.BeforeImport, 0),
		"exchange.ImportUnits", "exchange.ImportOfficers", "exchange.ImportWorkbook", "exchange.Undo",
	)
	d.Gate.Before(d.beforeAct(store.BeforeMerger, betweenMergers), "units.Change", "units.Move", "units.Close")
	return d
}

// Bound lists the services the page may call. The contract test holds them to the rules of the border.
func (d *Desk) Bound() []any {
	return []any{
		d.Access,
		d.Units,
		d.Officers,
		d.Assignments,
		d.Duties,
		d.Activities,
		d.Fulfilment,
		d.Matters,
		d.Exchange,
		d.Papers,
		d.Phrases,
		d.Sessions,
		d.Reports,
		d.Issuing,
		d.Self,
	}
}

// Store is the open store; the command line and the sample use it without a session.
func (d *Desk) Store() *store.Store {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.store
}

// Dir is the data folder the program was started with, also while the sample office is open.
func (d *Desk) Dir() string { return d.dir }

func (d *Desk) setStore(s *store.Store) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.store = s
}

// Open opens the data folder and lets the waiting calls in; they get the same error when it fails.
func (d *Desk) Open() error {
	d.turn.Lock()
	defer d.turn.Unlock()
	return d.open()
}

func (d *Desk) open() error {
	err := openStore(d.Store())
	d.Gate.Opened(err)
	if err == nil {
		d.fillCaches()
	}
	return err
}

// Reopen tries again to open data that could not be opened; an office that is open stays as it is.
func (d *Desk) Reopen() error {
	d.turn.Lock()
	defer d.turn.Unlock()
	if d.Gate.Failure() == nil {
		return nil
	}
	d.Gate.Swap(d.Store())
	return d.open()
}

// openStore opens a data folder. Where this version of the program knows other days off than the one before, the deadlines
// are reckoned anew before anybody sees them.
func openStore(s *store.Store) error { return openStoreAfter(s, nil) }

func openStoreAfter(s *store.Store, change func() error) error {
	if err := s.OpenAfter(change); err != nil {
		return err
	}
	isNew := false
	err := s.Read(context.Background(), store.As{}, func(tx *store.Tx) (err error) {
		isNew, err = matters.CalendarChanged(tx)
		return err
	})
	if err == nil && isNew {
		err = s.Write(
			context.Background(),
			store.As{UserName: "Chương trình", Action: "matters.FollowCalendar"},
			matters.RecomputeForCalendar,
		)
	}
	if err == nil {
		err = deriveLate(s)
	}
	if err != nil {
		s.Close()
	}
	return err
}

// deriveLate completes matters of an earlier version with what their steps say about the legs that were late.
func deriveLate(s *store.Store) error {
	wanted := false
	err := s.Read(context.Background(), store.As{}, func(tx *store.Tx) (err error) {
		wanted, err = matters.Underived(tx)
		return err
	})
	if err != nil || !wanted {
		return err
	}
	return s.Write(context.Background(), store.As{UserName: "Chương trình", Action: "matters.DeriveLate"}, matters.DeriveLate)
}

// fillCaches asks in the background what will be asked first, while the person is still typing the password: at the size of a
// province the first answers after a start take seconds, the later ones do not. Each step is a transaction of its own, month by
// month, so that a question of the person never waits long behind it.
func (d *Desk) fillCaches() {
	s := d.Store()
	steps := []func(*store.Tx) error{
		func(tx *store.Tx) error {
			if _, err := activities.WeekOf(tx, tx.Today, ""); err != nil {
				return err
			}
			_, err := fulfilment.RemindersOf(tx, "", "")
			return err
		},
		func(tx *store.Tx) error { _, err := everything(tx); return err },
	}
	for back := range 13 {
		steps = append(steps, func(tx *store.Tx) error {
			month := tx.Today.MonthStart().AddMonths(-back)
			return fulfilment.ReadMeetings(tx, dates.Span{From: month, To: month.AddMonths(1)})
		})
	}
	go func() {
		defer func() { _ = recover() }() // nothing waits for these answers; the real call will tell what is wrong
		for _, step := range steps {
			if s.Read(context.Background(), store.As{}, step) != nil {
				return
			}
		}
	}()
}

// Close ends the session and gives the data folder back.
func (d *Desk) Close() {
	d.stopKeeping()
	d.turn.Lock()
	defer d.turn.Unlock()
	d.Gate.EndSession()
	d.Store().Close()
	d.log.Close()
}

// OpenSampleFolder closes the office at hand and opens the made-up one, filling it the first time. Faults: conflict when
// there is none or its folder holds somebody's files, unavailable when the folder cannot be used.
func (d *Desk) OpenSampleFolder() error {
	if d.fill == nil {
		return fault.Conflict("Bản này không kèm dữ liệu mẫu.")
	}
	return d.swap(filepath.Join(d.dir, store.SampleFolder), d.openSample)
}

// OpenOwnFolder leaves the made-up office for the office's own data.
func (d *Desk) OpenOwnFolder() error {
	return d.swap(d.dir, openStore)
}

// openSample opens the made-up office in its own folder, so that trying out never touches real data. One that was not
// filled to the end, because the program was ended meanwhile, is made anew.
func (d *Desk) openSample(s *store.Store) error {
	if s.Exists() {
		if err := openStore(s); err != nil {
			return err
		}
		whole, err := isSample(s)
		if whole || err != nil {
			return err
		}
		s.Close()
		if err := store.RemoveOwnFolder(s.Dir()); err != nil {
			return err
		}
	}
	if err := store.MakeOwnFolder(s.Dir(), nil); err != nil {
		return err
	}
	if err := openStore(s); err != nil {
		return err
	}
	if err := d.fill(d); err != nil {
		s.Close()
		return errors.Join(err, store.RemoveOwnFolder(s.Dir()))
	}
	return nil
}

func isSample(s *store.Store) (is bool, err error) {
	err = s.Read(context.Background(), store.As{}, func(tx *store.Tx) error {
		office, err := units.TheOffice(tx)
		is = office.Sample
		return err
	})
	return is, err
}

// swap puts the store of another folder behind the gate. No call is let in until it is open, and those under way at the
// office at hand have ended before that one is closed. When the folder cannot be opened, the office at hand comes back.
func (d *Desk) swap(dir string, open func(*store.Store) error) error {
	d.keeper.mu.Lock() // never while a copy of this office is being made
	defer d.keeper.mu.Unlock()
	d.turn.Lock()
	defer d.turn.Unlock()
	old := d.Store()
	next := newStore(dir)
	next.Clock = old.Clock
	d.Gate.Swap(next)
	old.Close()
	d.setStore(next)
	err := open(next)
	if err == nil {
		d.Gate.Opened(nil)
		return nil
	}
	next.Close()
	d.Gate.Swap(old)
	d.setStore(old)
	return errors.Join(err, d.open())
}
