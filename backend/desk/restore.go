package desk

import (
	"context"
	"errors"
	"strings"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// copyKey names a backup for the page: the folder it lies in, then its name.
func copyKey(c store.Copy, dir string) string {
	if c.Dir == dir {
		return "may/" + c.Name
	}
	return "roi/" + c.Name
}

// copiesOf lists the backups of an office here and at the second place, the newest first.
func copiesOf(s *store.Store) []store.Copy {
	out := store.Copies(s.BackupDir())
	if second := s.FindSecond(); second != "" {
		out = append(out, store.Copies(second)...)
	}
	return out
}

func findCopy(s *store.Store, key string) (store.Copy, error) {
	for _, c := range copiesOf(s) {
		if copyKey(c, s.BackupDir()) == key {
			return c, nil
		}
	}
	if strings.HasPrefix(key, "roi/") {
		return store.Copy{}, fault.NotFound("Không còn thấy bản sao lưu này. Hãy cắm lại USB hoặc ổ đĩa giữ bản, rồi làm lại.")
	}
	return store.Copy{}, fault.NotFound("Không còn thấy bản sao lưu này. Hãy tải lại danh sách rồi chọn bản khác.")
}

// restoreKey puts a backup in the place of the data in use. The present state is copied first where it can be read, and set aside
// whole in any case. Whoever is signed in is signed out. Faults: those of store.LayReady, and unavailable when the present state
// cannot be copied; the data in use then go on. The locks of keeper and turn are held, as for what follows.
func (d *Desk) restoreKey(s *store.Store, key string) error {
	c, err := findCopy(s, key)
	if err != nil {
		return err
	}
	return d.restore(s, c)
}

// RestoreFile restores from a file anywhere, for the command line.
func (d *Desk) RestoreFile(path string) error {
	d.keeper.mu.Lock()
	defer d.keeper.mu.Unlock()
	d.turn.Lock()
	defer d.turn.Unlock()
	c, err := store.CopyAt(path)
	if err != nil {
		return err
	}
	return d.restore(d.Store(), c)
}

func (d *Desk) restore(s *store.Store, c store.Copy) error {
	failed := d.Gate.Failure()
	if failed != nil && !s.Damaged() {
		return failed // another program has the folder, or the disk fails: nothing a backup would mend
	}
	if err := d.sameOffice(s, c); failed == nil && err != nil {
		return err
	}
	p, err := s.LayReady(c)
	if err != nil {
		return err
	}
	if failed == nil {
		if _, err := d.copyIfChanged(s, store.BeforeRestore); err != nil {
			s.Forget(p)
			return err
		}
	}
	if err := d.reopenAfter(func(next *store.Store) error { return next.Change(p) }); err != nil {
		s.Forget(p)
		return err
	}
	return d.note("desk.Restore", "Phục hồi về bản sao lưu "+c.Name+".")
}

// sameOffice refuses another office's backup while this one has its own records.
func (d *Desk) sameOffice(s *store.Store, c store.Copy) error {
	id, err := officeOf(s)
	if err != nil || id == "" || c.Manifest.OfficeID == "" || id == c.Manifest.OfficeID {
		return err
	}
	return fault.Conflict("Bản sao lưu này là của cơ quan khác (" + c.Manifest.Office + "). Hãy chọn bản của cơ quan mình; " +
		"muốn mở dữ liệu của cơ quan kia thì dùng một thư mục dữ liệu riêng.")
}

// UndoRestore takes the last restore back, for the command line.
func (d *Desk) UndoRestore() error {
	d.keeper.mu.Lock()
	defer d.keeper.mu.Unlock()
	d.turn.Lock()
	defer d.turn.Unlock()
	return d.undoRestore(d.Store())
}

// undoRestore takes the last restore back, unless it was confirmed. What was entered since is copied first.
func (d *Desk) undoRestore(s *store.Store) error {
	if _, waits := s.Unconfirmed(); !waits {
		return fault.Conflict("Không có lần phục hồi nào đang chờ xác nhận để quay lại.")
	}
	if d.Gate.Failure() == nil {
		if _, err := d.copyIfChanged(s, store.BeforeRestore); err != nil {
			return err
		}
	}
	if err := d.reopenAfter((*store.Store).Return); err != nil {
		return err
	}
	return d.note("desk.UndoRestore", "Quay lại trạng thái trước khi phục hồi.")
}

// ConfirmRestore keeps what was restored, for the command line; thinning begins again.
func (d *Desk) ConfirmRestore() error {
	d.keeper.mu.Lock()
	defer d.keeper.mu.Unlock()
	return d.Store().Confirm()
}

// reopenAfter closes the office at hand, lets its files be changed while the folder is locked, and opens it again behind the gate.
// Where the change fails, or what it brought cannot be opened, the office comes back as it was.
func (d *Desk) reopenAfter(change func(*store.Store) error) error {
	old := d.Store()
	next := newStore(old.Dir())
	next.Clock = old.Clock
	d.Gate.Swap(next)
	old.Close()
	d.setStore(next)
	changed := false
	err := openStoreAfter(next, func() error {
		err := change(next)
		changed = err == nil
		return err
	})
	if err == nil {
		d.Gate.Opened(nil)
		return nil
	}
	if !changed {
		return errors.Join(err, d.open())
	}
	again := openStoreAfter(next, next.Return)
	d.Gate.Opened(again)
	return errors.Join(fault.Unavailable("Bản sao lưu không mở được nên dữ liệu đã trở lại như trước. Hãy chọn bản khác."), err, again)
}

func (d *Desk) note(action, what string) error {
	as := store.As{UserName: "Chương trình", Action: action}
	return d.Store().Write(context.Background(), as, func(tx *store.Tx) error {
		tx.Audit("backup", what)
		return nil
	})
}

// BackUpNow makes a backup for the command line, unless the newest one that verifies holds the same already.
func (d *Desk) BackUpNow() (store.Copy, error) {
	d.keeper.mu.Lock()
	defer d.keeper.mu.Unlock()
	return d.copyIfChanged(d.Store(), store.ByHand)
}
