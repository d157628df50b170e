package store

import (
	"context"
	"database/sql"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"caunoi/backend/fault"
)

// made gives the path of a closed, sound database of this program.
func made(t *testing.T) string {
	t.Helper()
	s := New(t.TempDir())
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	s.Close()
	return s.Path()
}

func put(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func contentAt(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// filesIn is every file of a folder by its path, without those that only the opening itself needs.
func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), "data.") {
			return err
		}
		files[path] = string(contentAt(t, path))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func sqliteFile(t *testing.T, statements string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
	db.Close()
	return contentAt(t, path)
}

// What lies in the folder is never taken for nothing, and never for what it is not; every file stays as it was, and the
// person is told how a backup takes the place of the file.
func TestAnOfficeIsNeverMadeOverWhatLiesThere(t *testing.T) {
	ours := contentAt(t, made(t))
	tables := "CREATE TABLE setting (a); CREATE TABLE user_account (a); CREATE TABLE audit_entry (a);"
	for name, tt := range map[string]struct {
		files map[string][]byte
		says  string
	}{
		"lost, a backup in its folder":       {map[string][]byte{"sao-luu/truoc-nang-cap-0015.db": ours}, "Không thấy"},
		"lost, a backup beside it":           {map[string][]byte{"caunoi (1).db": ours}, "caunoi (1).db"},
		"lost, a backup with another ending": {map[string][]byte{"caunoi.db.bak": ours}, "caunoi.db.bak"},
		"lost, its log left":                 {map[string][]byte{"caunoi.db-wal": []byte("x")}, "caunoi.db-wal"},
		"lost, its index left":               {map[string][]byte{"caunoi.db-shm": nil}, "caunoi.db-shm"},
		"lost, a journal left":               {map[string][]byte{"caunoi.db-journal": nil}, "caunoi.db-journal"},
		"no byte":                            {map[string][]byte{"caunoi.db": nil}, "rỗng"},
		"no byte beside a backup":            {map[string][]byte{"caunoi.db": nil, "sao-luu/a.db": ours}, "sao-luu"},
		"a few bytes":                        {map[string][]byte{"caunoi.db": ours[:99]}, "hỏng"},
		"a web page":                         {map[string][]byte{"caunoi.db": []byte(strings.Repeat("<html>", 100))}, "hỏng"},
		"the first page lost":                {map[string][]byte{"caunoi.db": append(make([]byte, 4096), ours[4096:]...)}, "hỏng"},
		"a page inside lost":                 {map[string][]byte{"caunoi.db": spoiled(ours)}, "hỏng"},
		"cut in half":                        {map[string][]byte{"caunoi.db": ours[:len(ours)/2]}, "cụt"},
		"one page short":                     {map[string][]byte{"caunoi.db": ours[:len(ours)-4096]}, "cụt"},
		"a database without a table":         {map[string][]byte{"caunoi.db": sqliteFile(t, "PRAGMA user_version = 3")}, "khác"},
		"a database of another program":      {map[string][]byte{"caunoi.db": sqliteFile(t, "CREATE TABLE a (b)")}, "khác"},
		"another program's, with its number": {map[string][]byte{"caunoi.db": sqliteFile(t,
			tables+"PRAGMA application_id = 252006674; PRAGMA user_version = 9")}, "khác"},
		"our tables, but no version":          {map[string][]byte{"caunoi.db": sqliteFile(t, tables)}, "khác"},
		"our tables, a version with a number": {map[string][]byte{"caunoi.db": sqliteFile(t, tables+"PRAGMA user_version = 17")}, "khác"},
	} {
		t.Run(name, func(t *testing.T) {
			s := New(t.TempDir())
			for path, content := range tt.files {
				put(t, filepath.Join(s.Dir(), path), content)
			}
			before := filesIn(t, s.Dir())
			err := s.Open()
			s.Close()
			if !fault.Is(err, fault.CodeUnavailable) || !strings.Contains(err.Error(), tt.says) ||
				!strings.Contains(err.Error(), HowToRestore) {
				t.Errorf("got %v", err)
			}
			if after := filesIn(t, s.Dir()); !maps.Equal(before, after) {
				t.Errorf("the folder was changed: %d files before, %d after", len(before), len(after))
			}
		})
	}
}

// spoiled is a database whose list of tables is damaged; its head is whole.
func spoiled(whole []byte) []byte {
	out := append([]byte{}, whole...)
	clear(out[100:4096])
	return out
}

func TestAStartThatWasCutOffBeginsAnew(t *testing.T) {
	s := New(t.TempDir())
	put(t, filepath.Join(s.Dir(), beingMade), contentAt(t, made(t))[:8192])
	put(t, filepath.Join(s.Dir(), beingMade+"-wal"), []byte("x"))
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	s.Close()
	left := filesIn(t, s.Dir())
	if len(left) != 1 || left[s.Path()] == "" {
		t.Errorf("%d files in the folder", len(left))
	}
}

// earlier gives a file of the last schema without marks, and the steps that follow.
func earlier(t *testing.T, path string) (later []step) {
	t.Helper()
	all, err := steps(migrationFiles)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range all {
		if s.version >= marksFrom {
			later = all[i:]
			all = all[:i]
			break
		}
	}
	if err := migrateTo(path, time.Date(2026, 11, 22, 5, 0, 0, 0, time.UTC), all); err != nil {
		t.Fatal(err)
	}
	return later
}

func headOf(t *testing.T, path string) fileHead {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	head, ok := readHead(file)
	if !ok {
		t.Fatal("no head")
	}
	return head
}

func TestFilesFromBeforeTheMarkAreTakenOver(t *testing.T) {
	s := New(t.TempDir())
	earlier(t, s.Path())
	if owner := headOf(t, s.Path()).owner; owner != 0 {
		t.Fatalf("owner %x", owner)
	}
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if owner := headOf(t, s.Path()).owner; owner != ourFile {
		t.Errorf("owner %x", owner)
	}
	copies, _ := filepath.Glob(filepath.Join(s.Dir(), backupFolder, "*.db"))
	if len(copies) != 1 || headOf(t, copies[0]).owner != ourCopy {
		t.Fatalf("the copy from before is not told from the file: %v", copies)
	}
	restored := New(t.TempDir())
	put(t, restored.Path(), contentAt(t, copies[0]))
	if err := restored.Open(); err != nil {
		t.Fatal(err)
	}
	restored.Close()
}

// A crash in the middle of the very change that brings the marks: the log goes on, and is not applied to the copy that was
// made before.
func TestLogOfTheFirstMark(t *testing.T) {
	home := filepath.Join(t.TempDir(), FileName)
	later := earlier(t, home)
	db, err := sql.Open("sqlite", home+"?_pragma=journal_mode(WAL)&_pragma=wal_autocheckpoint(0)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	made, err := copyInto(db, home, t.TempDir(), Manifest{Reason: BeforeMigration}, freeSpace)
	if err != nil {
		t.Fatal(err)
	}
	before := made.Path()
	if err := apply(db, later[0]); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("INSERT INTO setting VALUES ('a', 'sau')"); err != nil {
		t.Fatal(err)
	}
	for name, from := range map[string]string{"the file itself": home, "the copy": before} {
		s := New(t.TempDir())
		put(t, s.Path(), contentAt(t, from))
		put(t, s.Path()+"-wal", contentAt(t, home+"-wal"))
		if err := s.Open(); err != nil {
			t.Fatal(name, err)
		}
		told := len(s.Notices())
		s.Close()
		own := from == home
		if n := count(t, s.Path(), "SELECT count(*) FROM setting WHERE value = 'sau'"); n == 1 != own || told == 0 != own {
			t.Errorf("%s: %d rows of the log, %d notices", name, n, told)
		}
	}
}

// A log of another database is kept under another name, and a person and the trail are told.
func TestALogThatIsSetAsideIsKeptAndTold(t *testing.T) {
	s := New(t.TempDir())
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(context.Background(), As{}, func(*Tx) error { return nil }); err != nil {
		t.Fatal(err)
	}
	log := contentAt(t, s.Path()+"-wal")
	s.Close()
	at := time.Date(2026, 11, 22, 5, 0, 0, 0, time.UTC)
	s.Clock = func() time.Time { return at }
	other := contentAt(t, made(t))
	for n := range 2 { // twice in the same second
		put(t, s.Path(), other)
		put(t, s.Path()+"-wal", log)
		put(t, s.Path()+"-shm", []byte("shm"))
		put(t, s.Path()+"-journal", []byte("journal"))
		if len(log) < 4096 {
			t.Fatal("the log is empty, nothing is tried")
		}
		if err := s.Open(); err != nil {
			t.Fatal(err)
		}
		told := strings.Join(s.Notices(), " ")
		s.Close()
		ending := ".de-rieng-20261122-050000" + []string{"", "-2"}[n]
		for suffix, want := range map[string]string{"-wal": string(log), "-shm": "shm", "-journal": "journal"} {
			if got := string(contentAt(t, s.Path()+suffix+ending)); got != want || !strings.Contains(told, FileName+suffix+ending) {
				t.Errorf("%s: %d of %d bytes kept, told: %s", suffix, len(got), len(want), told)
			}
		}
		if n := count(t, s.Path(), "SELECT count(*) FROM audit_entry WHERE detail LIKE '%de-rieng%'"); n != 1 {
			t.Errorf("%d rows in the trail", n)
		}
		if err := s.Open(); err != nil || len(s.Notices()) != 0 {
			t.Errorf("the next start: %v, %v", err, s.Notices())
		}
		s.Close()
	}
}

// The program leaves no log behind, so that a person who copies the one file copies everything.
func TestClosingLeavesOneFile(t *testing.T) {
	path := made(t)
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		if _, err := os.Stat(path + suffix); err == nil {
			t.Errorf("%s is left", suffix)
		}
	}
}
