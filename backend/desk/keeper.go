package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Intervals of what the keeper does by itself.
const (
	betweenBackups    = 30 * time.Minute
	betweenMergers    = 10 * time.Minute // one merger is many calls; a copy before the first of them is enough
	betweenRehearsals = 30 * 24 * time.Hour
	betweenChecks     = 7 * 24 * time.Hour
	untilAskedAgain   = 7 * 24 * time.Hour // without a second place
	betweenLooks      = time.Minute
)

// keeperNote is a file of the data folder: it belongs to this machine, so no restore changes it.
const keeperNote = "sao-luu.json"

// kept is what the keeper remembers from one start to the next.
type kept struct {
	Since     time.Time `json:"since"`     // when backups began here
	Rehearsed time.Time `json:"rehearsed"` // the last rehearsal of a restore
	Rehearsal string    `json:"rehearsal"` // what it found, in words
	Failed    bool      `json:"failed"`    // it found something wrong
	Checked   time.Time `json:"checked"`   // the last check of every page and reference
	Found     string    `json:"found"`     // what that found, "" = nothing
}

// keeper makes backups without being asked. Its lock also keeps a restore and a change of office from meeting a copy.
type keeper struct {
	mu    sync.Mutex // one copy, restore or change of office at a time; held for as long as a copy takes
	on    atomic.Bool
	stop  chan struct{}
	ended chan struct{}

	told  sync.Mutex // guards what follows
	fault string     // why the last backup failed, "" = it did not
	place string     // why the second place could not be filled
	tried time.Time  // the last try of a backup by itself
}

func (k *keeper) tell(to *string, err error) {
	k.told.Lock()
	defer k.told.Unlock()
	*to = ""
	if err == nil {
		return
	}
	*to = "Chưa sao lưu được vì lỗi ngoài dự kiến. Hãy báo người quản trị."
	if known, ok := fault.Of(err); ok {
		*to = known.Error()
	}
}

// KeepBackups begins to make backups by itself: now, at the end, every half hour in which something changed, and before imports
// and mergers. The window and the preview begin it once the data are open.
func (d *Desk) KeepBackups() {
	k := &d.keeper
	k.mu.Lock() // kept until the first round is over: whatever begins after this call waits for the copy of the start
	if k.on.Swap(true) {
		k.mu.Unlock()
		return
	}
	k.stop, k.ended = make(chan struct{}), make(chan struct{})
	go func() {
		defer close(k.ended)
		d.tend(store.AtStart)
		k.mu.Unlock()
		for look := time.NewTicker(betweenLooks); ; {
			select {
			case <-k.stop:
				look.Stop()
				return
			case <-look.C:
				d.Tend(store.EveryHalfHour)
			}
		}
	}()
}

// stopKeeping ends the keeper with a last copy of what changed.
func (d *Desk) stopKeeping() {
	k := &d.keeper
	if k.on.Swap(false) {
		close(k.stop)
		<-k.ended
		d.Tend(store.AtExit)
	}
}

// Tend does whatever is due: a backup where something changed, the second place, the rehearsal, the check. What fails is
// told on the first screen. The made-up office is left out, and one that has not been set up.
func (d *Desk) Tend(reason store.Reason) {
	d.keeper.mu.Lock()
	defer d.keeper.mu.Unlock()
	d.tend(reason)
}

func (d *Desk) tend(reason store.Reason) {
	k, s := &d.keeper, d.Store()
	if d.Gate.Failure() != nil || s.Dir() != d.dir {
		return
	}
	now, note := s.Clock(), d.readKept()
	officeID, err := officeOf(s)
	if err != nil || officeID == "" {
		return
	}
	if note.Since.IsZero() {
		note.Since = now
		d.writeKept(note)
	}
	if due(k.tried, now, betweenBackups) || reason != store.EveryHalfHour {
		k.tried = now
		_, err := d.copyIfChanged(s, reason)
		k.tell(&k.fault, err)
	}
	d.fillSecond(s, officeID)
	if reason == store.AtExit {
		return
	}
	if due(note.Rehearsed, now, betweenRehearsals) {
		d.rehearse(s, &note)
	}
	if due(note.Checked, now, betweenChecks) {
		d.checkAll(s, &note)
	}
}

// due tells whether so much time has passed since, or the clock was set back behind it.
func due(since, now time.Time, wait time.Duration) bool {
	return since.IsZero() || now.Before(since) || now.Sub(since) >= wait
}

func officeOf(s *store.Store) (id string, err error) {
	err = s.Read(context.Background(), store.As{}, func(tx *store.Tx) (err error) {
		id, err = tx.OfficeID()
		return err
	})
	return id, err
}

// copyIfChanged makes a backup unless the newest one that verifies already holds the same, and then thins. k.mu is held.
func (d *Desk) copyIfChanged(s *store.Store, reason store.Reason) (store.Copy, error) {
	newest, same, err := s.NewestSame()
	if err != nil || same && reason != store.ByHand {
		return newest, err
	}
	made, err := s.Backup(context.Background(), reason)
	if err != nil {
		return made, err
	}
	if _, waits := s.Unconfirmed(); waits {
		return made, nil // nothing is thinned while a restore can be taken back
	}
	return made, store.Thin(s.BackupDir(), made.Manifest.OfficeID, s.Clock())
}

func (d *Desk) fillSecond(s *store.Store, officeID string) {
	_, waits := s.Unconfirmed()
	_, err := s.FillSecond(officeID, waits)
	d.keeper.tell(&d.keeper.place, err)
}

// beforeAct is the backup ahead of an act that changes much at once; without it the act does not begin.
func (d *Desk) beforeAct(reason store.Reason, unless time.Duration) func() error {
	return func() error {
		k := &d.keeper
		if !k.on.Load() || d.Store().Dir() != d.dir {
			return nil
		}
		k.mu.Lock()
		defer k.mu.Unlock()
		s := d.Store()
		if newest := store.Copies(s.BackupDir()); unless > 0 && len(newest) > 0 && newest[0].Complete &&
			!due(newest[0].Manifest.Moment, s.Clock(), unless) {
			return nil
		}
		_, err := d.copyIfChanged(s, reason)
		k.tell(&k.fault, err)
		if err != nil {
			said := "Chưa làm việc này vì chưa sao lưu được trước đó; chưa có gì thay đổi."
			if known, ok := fault.Of(err); ok {
				said += " " + known.Error()
			}
			return fault.Unavailable(said)
		}
		return nil
	}
}

func (d *Desk) readKept() (note kept) {
	if text, err := os.ReadFile(filepath.Join(d.dir, keeperNote)); err == nil && json.Unmarshal(text, &note) != nil {
		note = kept{} // it is rebuilt by what happens next
	}
	return note
}

func (d *Desk) writeKept(note kept) {
	if err := store.WriteWhole(filepath.Join(d.dir, keeperNote), note); err != nil {
		_ = d.Gate.Internal("desk.keeper", err) // only its dates are lost
	}
}

// rehearse restores the newest backup into a folder of its own, opens it as the program would, counts it and removes it again.
func (d *Desk) rehearse(s *store.Store, note *kept) {
	copies := store.Copies(s.BackupDir())
	if len(copies) == 0 {
		return
	}
	note.Rehearsed = s.Clock()
	counts, err := s.Rehearse(copies[0])
	note.Failed = err != nil
	if err != nil {
		note.Rehearsal = "không mở được bản mới nhất"
		if known, ok := fault.Of(err); ok {
			note.Rehearsal = known.Error()
		}
	} else {
		note.Rehearsal = fmt.Sprintf(
			"mở đủ %s cuộc họp, %s kiến nghị",
			document.Thousands(counts["meeting"]),
			document.Thousands(counts["matter"]),
		)
	}
	d.writeKept(*note)
}

// checkAll looks through every page and reference of the data in use.
func (d *Desk) checkAll(s *store.Store, note *kept) {
	var found []string
	err := s.Read(context.Background(), store.As{}, func(tx *store.Tx) (err error) {
		found, err = tx.Check()
		return err
	})
	if errors.Is(err, store.ErrClosed) {
		return
	}
	note.Checked, note.Found = s.Clock(), ""
	if err != nil || len(found) > 0 {
		note.Found = "Kiểm tra hằng tuần thấy dữ liệu có chỗ hỏng. Hãy mở Sao lưu, phục hồi và chọn bản gần nhất còn tốt."
	}
	d.writeKept(*note)
}
