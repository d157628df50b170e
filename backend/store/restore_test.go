package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	osexec "os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"caunoi/backend/fault"
)

// officeWith is a closed store whose one setting says which state it is in.
func officeWith(t *testing.T, state string) *Store {
	t.Helper()
	s := New(t.TempDir())
	at := time.Date(2026, 11, 30, 5, 0, 0, 0, time.UTC)
	s.Clock = func() time.Time { return at }
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	say(t, s, state)
	s.Close()
	return s
}

func say(t *testing.T, s *Store, state string) {
	t.Helper()
	err := s.Write(context.Background(), As{}, func(tx *Tx) error { return tx.SetSetting("state", state) })
	if err != nil {
		t.Fatal(err)
	}
}

// stateOf opens a store as the program does at its start and tells which state it is in.
func stateOf(t *testing.T, s *Store) (state string) {
	t.Helper()
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err := s.Read(context.Background(), As{}, func(tx *Tx) error {
		found, err := tx.Check()
		if err == nil && len(found) > 0 {
			err = fmt.Errorf("damaged: %v", found)
		}
		if err != nil {
			return err
		}
		return tx.Setting("state", &state)
	})
	if err != nil {
		t.Fatal(err)
	}
	return state
}

// backedUp gives a closed store in the state "new" with a backup of the state "old"; its log still lies beside it, as after a crash.
func backedUp(t *testing.T) (*Store, Copy) {
	t.Helper()
	s := officeWith(t, "old")
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	made, err := s.Backup(context.Background(), ByHand)
	if err != nil {
		t.Fatal(err)
	}
	say(t, s, "new")
	home, crashed := s.Dir(), t.TempDir()
	for _, name := range []string{FileName, FileName + "-wal"} {
		put(t, filepath.Join(crashed, name), contentAt(t, filepath.Join(home, name)))
	}
	s.Close()
	if err := os.CopyFS(filepath.Join(crashed, backupFolder), os.DirFS(filepath.Join(home, backupFolder))); err != nil {
		t.Fatal(err)
	}
	after := New(crashed)
	after.Clock = s.Clock
	made.Dir = after.BackupDir()
	if info, err := os.Stat(after.Path() + "-wal"); err != nil || info.Size() == 0 {
		t.Fatal("no log is left, nothing is tried")
	}
	return after, made
}

func change(t *testing.T, s *Store, c Copy) {
	t.Helper()
	p, err := s.LayReady(c)
	if err == nil {
		err = s.Change(p)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A restore beside a log that a crash has left gives exactly what was backed up; taking it back gives exactly what was there.
func TestRestoreAndReturn(t *testing.T) {
	times := 8
	if os.Getenv("CAUNOI_DAYS") == "all" {
		times = 200
	}
	for range times {
		s, made := backedUp(t)
		change(t, s, made)
		if got := stateOf(t, s); got != "old" {
			t.Fatalf("restored: %q", got)
		}
		if r, waits := s.Unconfirmed(); !waits || r.Copy != made.Name || !r.Of.Equal(made.Manifest.Moment) {
			t.Fatalf("%+v, %v", r, waits)
		}
		if err := s.Return(); err != nil {
			t.Fatal(err)
		}
		if got := stateOf(t, s); got != "new" {
			t.Fatalf("taken back: %q", got)
		}
		if err := s.Return(); !fault.Is(err, fault.CodeConflict) {
			t.Fatalf("taken back twice: %v", err)
		}
	}
}

// What was set aside goes at the confirmation only where a backup holds the same.
func TestConfirm(t *testing.T) {
	for _, kept := range []bool{true, false} {
		s, made := backedUp(t)
		if kept {
			if err := s.Open(); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Backup(context.Background(), BeforeRestore); err != nil {
				t.Fatal(err)
			}
			s.Close()
		}
		change(t, s, made)
		if err := s.Confirm(); err != nil {
			t.Fatal(err)
		}
		aside, _ := filepath.Glob(filepath.Join(s.Dir(), RestoreFolder, "*-ra", FileName))
		if len(aside) == 1 == kept {
			t.Errorf("a backup of it is there: %v, set aside: %v", kept, aside)
		}
		if _, waits := s.Unconfirmed(); waits || stateOf(t, s) != "old" {
			t.Error("not confirmed")
		}
	}
}

const (
	childFolder = "CAUNOI_TEST_RESTORE"
	childStep   = "CAUNOI_TEST_RESTORE_STEP"
	childReturn = "CAUNOI_TEST_RESTORE_RETURN"
)

// TestRestoringChild is the program that is ended at a step; run by the test below only.
func TestRestoringChild(t *testing.T) {
	dir := os.Getenv(childFolder)
	if dir == "" {
		return
	}
	stop, _ := strconv.Atoi(os.Getenv(childStep))
	afterStep = func(string) {
		if stop--; stop == 0 {
			self, err := os.FindProcess(os.Getpid())
			if err == nil {
				_ = self.Kill()
			}
			select {}
		}
	}
	s := New(dir)
	if os.Getenv(childReturn) != "" {
		if err := s.Return(); err != nil {
			t.Fatal(err)
		}
		return
	}
	change(t, s, Copies(s.BackupDir())[0])
}

// A program that is killed at any step of a restore, or of taking one back, comes back with the old data or the new data, whole;
// once it says so, the next start says the same, and a restore can still be begun.
func TestKilledAtEachStepOfARestore(t *testing.T) {
	for _, back := range []bool{false, true} {
		steps := 0
		for step := 1; ; step++ {
			s, made := backedUp(t)
			env := append(os.Environ(), childFolder+"="+s.Dir(), fmt.Sprintf("%s=%d", childStep, step))
			if back {
				change(t, s, made)
				env = append(env, childReturn+"=1")
			}
			child := osexec.Command(os.Args[0], "-test.run=^TestRestoringChild$")
			child.Env = env
			out, err := child.CombinedOutput()
			whole := err == nil
			if !whole && strings.Contains(string(out), "FAIL") {
				t.Fatalf("step %d: %s", step, out)
			}
			first := stateOf(t, s)
			if first != "old" && first != "new" {
				t.Fatalf("step %d: neither old nor new but %q", step, first)
			}
			if second := stateOf(t, s); second != first {
				t.Fatalf("step %d: first %q, then %q", step, first, second)
			}
			change(t, s, made)
			if got := stateOf(t, s); got != "old" {
				t.Fatalf("step %d: the next restore gives %q", step, got)
			}
			if whole {
				break
			}
			steps++
		}
		if steps < 4 {
			t.Errorf("only %d steps were tried", steps)
		}
	}
}

// What cannot take the place of the database is refused with a sentence of its own, and nothing in the folder changes.
func TestUnfitCopiesAreRefused(t *testing.T) {
	s, made := backedUp(t)
	content := contentAt(t, made.Path())
	newer := func(c Copy) {
		db, err := sql.Open("sqlite", c.Path())
		if err == nil {
			_, err = db.Exec("PRAGMA user_version = 9999")
			db.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	flipped := append([]byte{}, content...)
	flipped[len(flipped)/2] ^= 1
	for name, tt := range map[string]struct {
		spoil func(c *Copy)
		says  string
	}{
		"gone":          {func(c *Copy) { c.Name = "khong-co" }, "Không còn thấy"},
		"one bit":       {func(c *Copy) { put(t, c.Path(), flipped) }, "không còn như lúc chép"},
		"cut":           {func(c *Copy) { put(t, c.Path(), content[:len(content)/2]) }, "không còn như lúc chép"},
		"no manifest":   {func(c *Copy) { put(t, c.Path(), content[:len(content)/2]); c.Manifest = Manifest{} }, "hỏng"},
		"not ours":      {func(c *Copy) { put(t, c.Path(), sqliteFile(t, "CREATE TABLE a (b)")); c.Manifest = Manifest{} }, "không phải"},
		"fewer rows":    {func(c *Copy) { c.Manifest.Counts = map[string]int{"audit_entry": 99} }, "thiếu bản ghi"},
		"newer program": {func(c *Copy) { newer(*c); c.Manifest = Manifest{} }, "mới hơn"},
	} {
		t.Run(name, func(t *testing.T) {
			put(t, made.Path(), content)
			spoiled := made
			tt.spoil(&spoiled)
			before := contentAt(t, s.Path())
			_, err := s.LayReady(spoiled)
			if _, known := fault.Of(err); !known || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("got %v", err)
			}
			if string(before) != string(contentAt(t, s.Path())) {
				t.Error("the database was changed")
			}
			if _, err := os.Stat(filepath.Join(s.Dir(), swapFile)); err == nil {
				t.Error("a change was begun")
			}
		})
	}
}

// A lost or damaged database beside a backup is brought back, and what lay there is kept.
func TestRestoreOverDamage(t *testing.T) {
	for _, damage := range []string{"lost", "empty"} {
		s, made := backedUp(t)
		for _, suffix := range []string{"", "-wal"} {
			if err := os.Remove(s.Path() + suffix); err != nil {
				t.Fatal(err)
			}
		}
		if damage == "empty" {
			put(t, s.Path(), nil)
		}
		err := s.Open()
		s.Close()
		if err == nil || !s.Damaged() {
			t.Fatalf("%s: %v", damage, err)
		}
		change(t, s, made)
		if got := stateOf(t, s); got != "old" || s.Damaged() {
			t.Errorf("%s: %q", damage, got)
		}
	}
}

// The journal of a change lies open to anybody: a folder it names must be one that a change makes, or nothing is moved or removed.
func TestAJournalThatPointsElsewhereIsRefused(t *testing.T) {
	const own = "20261130-050000-0a1b-ra"
	for _, name := range []string{"..", ".", "", "../" + own, own + "/..", "/tmp", own + "-sau-sau", "khac"} {
		for _, w := range []swap{
			{Step: stepDone, Out: name, In: own}, {Step: stepOut, Out: name, In: own}, {Step: stepIn, Out: own, In: name},
		} {
			s := officeWith(t, "old")
			if err := MakeOwnFolder(filepath.Join(s.Dir(), RestoreFolder), nil); err != nil {
				t.Fatal(err)
			}
			if err := WriteWhole(filepath.Join(s.Dir(), swapFile), w); err != nil {
				t.Fatal(err)
			}
			before := contentAt(t, s.Path())
			if err := s.Confirm(); !fault.Is(err, fault.CodeUnavailable) {
				t.Errorf("confirmed with %+v: %v", w, err)
			}
			if err := s.Open(); !fault.Is(err, fault.CodeUnavailable) {
				t.Errorf("opened with %+v: %v", w, err)
			}
			s.Close()
			s.removeInRestore(name)
			if string(before) != string(contentAt(t, s.Path())) {
				t.Fatalf("%+v changed the database", w)
			}
		}
	}
}
