package desk_test

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"caunoi/backend/store"
)

// When what was restored cannot be opened, the old data come back.
func TestWhatCannotBeOpenedIsTakenBack(t *testing.T) {
	d, pass := keptOffice(t)
	if err := d.Self.BackUp(); err != nil {
		t.Fatal(err)
	}
	pass(time.Hour)
	addUnit(t, d)
	c := store.Copies(d.Store().BackupDir())[0]
	spoilMigrations(t, c)
	list, err := d.Self.Copies()
	if err != nil {
		t.Fatal(err)
	}
	err = d.Self.Restore(list.Lines[0].Key)
	if err == nil || !strings.Contains(err.Error(), "trở lại như trước") {
		t.Errorf("got %v", err)
	}
	signInAgain(t, d)
	if n := countUnits(t, d); n != 1 {
		t.Errorf("%d units", n)
	}
}

// spoilMigrations makes a copy that passes every check and cannot be brought up to this program: it says that it is older than it is.
func spoilMigrations(t *testing.T, c store.Copy) {
	t.Helper()
	dir := t.TempDir()
	s := store.New(dir)
	if err := os.Rename(c.Path(), s.Path()); err != nil {
		t.Fatal(err)
	}
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	err := s.Write(context.Background(), store.As{}, func(tx *store.Tx) error {
		return tx.Exec("PRAGMA user_version = 17").Error
	})
	s.Close()
	if err == nil {
		err = os.Rename(s.Path(), c.Path())
	}
	if err != nil {
		t.Fatal(err)
	}
	text, _ := json.Marshal(store.Manifest{Moment: c.Manifest.Moment, Reason: c.Manifest.Reason})
	if err := os.WriteFile(strings.TrimSuffix(c.Path(), ".db")+".json", text, 0o600); err != nil {
		t.Fatal(err)
	}
}
