package store_test

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// diary is an office whose only record is a list of numbered notes, so that it can be said which of them a file must hold.
type diary struct {
	*store.Store
	last int // number of the last note that was acknowledged
}

func openDiary(t *testing.T, dir string) *diary {
	t.Helper()
	s := store.New(dir)
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return &diary{Store: s}
}

// write stores some notes of random length in one transaction and rewrites old ones with them, so that pages in the middle
// of the file change and not only its end.
func (d *diary) write(t *testing.T, random *rand.Rand, transactions, notes, bytes int) {
	t.Helper()
	for range transactions {
		storetest.Write(t, d.Store, func(tx *store.Tx) error {
			for range notes {
				d.last++
				for _, n := range []int{d.last, 1 + random.IntN(d.last)} {
					text := fmt.Sprintf("%d %s", d.last, strings.Repeat("x", random.IntN(bytes)))
					if err := tx.SetSetting(fmt.Sprintf("note-%05d", n), text); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
}

// contentOf is everything a database file holds, read without the program; the file must be sound.
func contentOf(path string) (string, error) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return "", err
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		return "", fmt.Errorf("integrity_check: %s %v", verdict, err)
	}
	var all sql.NullString
	err = db.QueryRow("SELECT group_concat(name || '=' || value, ';') FROM (SELECT * FROM setting ORDER BY name)").Scan(&all)
	return all.String, err
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// crashed gives a folder as it lies on the disk after the program was killed: the database and what was not yet moved into it.
func crashed(t *testing.T, d *diary) string {
	t.Helper()
	dir := t.TempDir()
	copyFile(t, d.Path(), filepath.Join(dir, store.FileName))
	copyFile(t, d.Path()+"-wal", filepath.Join(dir, store.FileName+"-wal"))
	return dir
}

// After a crash the write-ahead log lies beside the database. A person who copies an older state of the database over it
// must get exactly that state, whichever way the copy was made, and nobody who copies nothing may lose a note. Only a copy
// that is the very state the log continues cannot be told from the database itself: that one may also give the last state.
func TestWriteAheadLogIsAppliedToItsOwnDatabaseOnly(t *testing.T) {
	const trials = 51
	empty := openDiary(t, t.TempDir())
	empty.Close()
	execute(t, empty.Path(), "VACUUM") // so that a copy by VACUUM INTO has its tables at the same places
	bad := 0
	for seed := range uint64(trials) {
		random := rand.New(rand.NewPCG(seed, 7))
		home, copied := t.TempDir(), filepath.Join(t.TempDir(), "ban-sao.db")
		copyFile(t, empty.Path(), filepath.Join(home, store.FileName))
		d := openDiary(t, home)
		d.write(t, random, 1, 1+random.IntN(80), 3000)
		how := []string{"closed", "open", "vacuumed"}[seed%3]
		switch how {
		case "closed":
			d.Close()
			copyFile(t, d.Path(), copied)
			if err := d.Open(); err != nil {
				t.Fatal(err)
			}
		case "open": // what a person does who knows nothing of the log; it happens to be empty
			execute(t, d.Path(), "PRAGMA wal_checkpoint(TRUNCATE)")
			copyFile(t, d.Path(), copied)
		case "vacuumed":
			execute(t, d.Path(), "VACUUM INTO ?", copied)
		}
		want := mustContent(t, copied)
		turned := seed/3%2 == 0 // whether the log was begun anew since
		if turned {
			d.write(t, random, 1, 1+random.IntN(60), 10000)
			execute(t, d.Path(), "PRAGMA wal_checkpoint(TRUNCATE)")
		}
		d.write(t, random, 1+random.IntN(5), 1+random.IntN(30), 20000) // up to twice what makes the engine begin it anew
		dir, untouched := crashed(t, d), crashed(t, d)
		d.Close()
		kept := mustContent(t, d.Path())
		if got := openedContent(t, untouched); got != kept {
			t.Errorf("trial %d: an acknowledged note is gone after a crash", seed)
		}

		copyFile(t, copied, filepath.Join(dir, store.FileName))
		if got := openedContent(t, dir); got != want && (turned || how == "vacuumed" || got != kept) {
			bad++
			t.Logf("trial %d, copied while %s: %.60s", seed, how, got)
		}
	}
	if bad > 0 {
		t.Errorf("of %d copies laid over a database, %d opened damaged or with another content", trials, bad)
	}
}

func mustContent(t *testing.T, path string) string {
	t.Helper()
	content, err := contentOf(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// openedContent opens a folder with the program, closes it and tells what it holds then.
func openedContent(t *testing.T, dir string) string {
	t.Helper()
	s := store.New(dir)
	err := s.Open()
	s.Close()
	if err != nil {
		return "damaged: " + err.Error()
	}
	got, err := contentOf(s.Path())
	if err != nil {
		return "damaged: " + err.Error()
	}
	return got
}

// execute runs a statement of the engine on a database that the program may have open.
func execute(t *testing.T, path, statement string, args ...any) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement, args...); err != nil {
		t.Fatal(err)
	}
}

// The engine begins a log anew without cutting it: behind the frames of now lie those of an earlier round, which say nothing
// about what the log continues.
func TestFramesOfAnEarlierRoundDoNotCount(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 7))
	d := openDiary(t, t.TempDir())
	d.write(t, random, 30, 3, 6000)
	execute(t, d.Path(), "PRAGMA wal_checkpoint(PASSIVE)")
	copied := filepath.Join(t.TempDir(), "ban-sao.db")
	copyFile(t, d.Path(), copied)
	want := mustContent(t, copied)
	for range 2 { // two rounds since the copy
		d.write(t, random, 2, 3, 6000)
		execute(t, d.Path(), "PRAGMA wal_checkpoint(PASSIVE)")
	}
	d.write(t, random, 2, 1, 600)
	dir := crashed(t, d)
	copyFile(t, copied, filepath.Join(dir, store.FileName))
	if got := openedContent(t, dir); got != want {
		t.Errorf("not the state that was copied: %.60s", got)
	}
}
