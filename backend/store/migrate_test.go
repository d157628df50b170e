package store

import (
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// grownAt is the moment of every change of the schema here.
var grownAt = time.Date(2026, 11, 22, 5, 0, 0, 0, time.UTC)

const familyV1 = `
CREATE TABLE parent (id TEXT PRIMARY KEY, kind TEXT);
CREATE TABLE child (id TEXT PRIMARY KEY, parent_id TEXT NOT NULL REFERENCES parent (id) ON DELETE CASCADE);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) INSERT INTO parent SELECT 'p' || i, 'a' FROM n;
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) INSERT INTO child
SELECT 'c' || i, 'p' || ((i + 1) / 2) FROM n;`

// Rebuilding a parent table to add a CHECK and a reference is the way of growing that loses children when foreign
// keys are on; all 40 must stay.
const familyV2 = `
CREATE TABLE house (id TEXT PRIMARY KEY);
CREATE TABLE parent_new (id TEXT PRIMARY KEY, kind TEXT CHECK (kind <> ''), house_id TEXT REFERENCES house (id));
INSERT INTO parent_new (id, kind) SELECT id, kind FROM parent;
DROP TABLE parent;
ALTER TABLE parent_new RENAME TO parent;`

func familyFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), FileName)
	if err := migrateTo(path, grownAt, []step{{1, "v1", familyV1}}); err != nil {
		t.Fatal(err)
	}
	return path
}

func count(t *testing.T, path, query string) (n int) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow(query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestMigrationKeepsChildrenAndCopiesBefore(t *testing.T) {
	path := familyFile(t)
	if err := migrateTo(path, grownAt, []step{{1, "v1", familyV1}, {2, "v2", familyV2}}); err != nil {
		t.Fatal(err)
	}
	if n := count(t, path, "SELECT count(*) FROM child"); n != 40 {
		t.Fatalf("%d of 40 children left", n)
	}
	copies, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "sao-luu", "*.db"))
	if len(copies) != 1 || count(t, copies[0], "SELECT count(*) FROM child") != 40 {
		t.Fatalf("no complete copy from before: %v", copies)
	}
}

func TestMigrationThatLosesRowsOrReferencesIsRolledBack(t *testing.T) {
	for name, script := range map[string]string{
		"rows":       "DELETE FROM child WHERE id = 'c1'",
		"references": "UPDATE child SET parent_id = 'nobody' WHERE id = 'c1'",
		"syntax":     "CREATE TABLE half (id TEXT); CREATE TABEL other (id TEXT)",
	} {
		t.Run(name, func(t *testing.T) {
			path := familyFile(t)
			if err := migrateTo(path, grownAt, []step{{1, "v1", familyV1}, {2, "bad", script}}); err == nil {
				t.Fatal("the step went through")
			}
			if n := count(t, path, "PRAGMA user_version"); n != 1 {
				t.Fatalf("version %d", n)
			}
			if n := count(t, path, "SELECT count(*) FROM child WHERE parent_id <> 'nobody'"); n != 40 {
				t.Fatalf("%d of 40 children left", n)
			}
		})
	}
}

func TestStepNumbersAreUniqueAndRising(t *testing.T) {
	all, err := steps(migrationFiles)
	if err != nil || len(all) == 0 {
		t.Fatal(len(all), err)
	}
}

// A year the office entered itself gets the day off that a law gave since; a year before the law, and one that has the day
// already, stay as they are.
func TestCultureDayComesIntoTheOfficesOwnYears(t *testing.T) {
	all, err := steps(migrationFiles)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), FileName)
	upTo15 := all[:slices.IndexFunc(all, func(s step) bool { return s.version == 16 })]
	own := step{15, "own", `INSERT INTO day_off (day, name, kind, source) VALUES ('2025-01-01', 'Tết Dương lịch', 'nghi', 'TB mẫu'),
		('2026-01-01', 'Tết Dương lịch', 'nghi', 'TB mẫu'), ('2027-11-24', 'Ngày Văn hóa', 'nghi', 'TB mẫu')`}
	if err := migrateTo(path, grownAt, append(slices.Clone(upTo15), own)); err != nil {
		t.Fatal(err)
	}
	if err := migrateTo(path, grownAt, all); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]int{
		"SELECT count(*) FROM day_off": 4,
		"SELECT count(*) FROM day_off WHERE day = '2026-11-24' AND kind = 'nghi' AND source = 'Nghị quyết 28/2026/QH16'": 1,
		"SELECT count(*) FROM day_off WHERE day = '2027-11-24' AND source = 'TB mẫu'":                                    1,
		"SELECT count(*) FROM day_off WHERE day LIKE '2025%'":                                                            1,
	} {
		if n := count(t, path, query); n != want {
			t.Errorf("%s: %d, want %d", query, n, want)
		}
	}
}

func TestReadBackCatchesAMisspeltSetting(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	db, err := New("").connect(path+"?_pragma=forein_keys(1)&_pragma=journal_mode(WALL)&_txlock=immediate", 1)
	if err != nil {
		t.Fatal(err)
	}
	pool, _ := db.DB()
	defer pool.Close()
	if readBack(db) == nil {
		t.Fatal("settings that are off were taken for on")
	}
}

func TestCopyIsRefusedWhereItCannotBeWhole(t *testing.T) {
	path := familyFile(t)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	blocked := filepath.Join(t.TempDir(), "tep")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := copyInto(db, path, filepath.Join(blocked, "x"), Manifest{}, freeSpace); err == nil {
		t.Fatal("a copy below a file cannot succeed")
	}
}
