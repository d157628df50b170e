package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"caunoi/backend/fault"
)

// copying lets one copy be made at a time in this process: two would ask for the same free space.
var copying sync.Mutex

// errMoved says that rows came and went while the database was copied, so that no count proves the copy; the next try may be proved.
var errMoved = errors.New("the database changed while it was copied")

// copyTries is how often a copy is begun anew while somebody keeps saving.
const copyTries = 5

// Backup writes a verified copy of the open database into the folder of backups and tells what lies there. It reads over a
// connection of its own: calls of the screen go on. Faults: unavailable when the disk is too full or fails, or when the store
// is closed; nothing half made is left.
func (s *Store) Backup(ctx context.Context, reason Reason) (Copy, error) {
	head := ""
	err := s.Read(ctx, As{}, func(tx *Tx) (err error) {
		head, err = trailHead(tx)
		return err
	})
	if err != nil {
		return Copy{}, err
	}
	db, err := sql.Open("sqlite", s.Path()+"?_pragma=busy_timeout(10000)&_pragma=cache_size(-65536)")
	if err != nil {
		return Copy{}, err
	}
	defer db.Close()
	made, err := copyInto(db, s.Path(), s.BackupDir(), Manifest{Reason: reason, Moment: s.Clock(), TrailHead: head}, s.freeSpace)
	return made, translate(err)
}

// BackupDir is the folder of backups inside the data folder.
func (s *Store) BackupDir() string { return filepath.Join(s.dir, backupFolder) }

// NeedForCopy is how many bytes must be free before a database of a size is copied: the copy, and as much again, so that a
// backup never takes the last room that the records need.
func NeedForCopy(size int64) int64 { return 2 * size }

// sizeWithLog is the size of a database with what still lies in its write-ahead log, in bytes.
func sizeWithLog(path string) (size int64) {
	for _, suffix := range []string{"", "-wal"} {
		if info, err := os.Stat(path + suffix); err == nil {
			size += info.Size()
		}
	}
	return size
}

// roomFor refuses to begin what the disk has no room for.
func roomFor(dir string, size int64, free func(string) (int64, error)) error {
	have, err := free(dir)
	if err != nil {
		return nil //nolint:nilerr // a file system that does not tell; the copy itself will
	}
	if need := NeedForCopy(size); have < need {
		return fault.Unavailable(fmt.Sprintf("Chưa sao lưu được: ổ đĩa của thư mục “%s” còn trống %s, cần ít nhất %s. "+
			"Hãy xóa bớt tệp không dùng trên ổ đĩa đó rồi bấm “Sao lưu ngay”.", dir, SizeWord(have), SizeWord(need)))
	}
	return nil
}

// copyInto writes a complete copy of an open database with its manifest into dir. The copy is made under another name, checked
// and only then given its own: a full disk leaves VACUUM INTO with a file that opens as an empty, "sound" database, and a plain
// copy of the file misses what still lies in the write-ahead log. The manifest gets its name last; a copy without one is unfinished.
func copyInto(db *sql.DB, path, dir string, m Manifest, free func(string) (int64, error)) (Copy, error) {
	copying.Lock()
	defer copying.Unlock()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Copy{}, fault.Unavailable(fmt.Sprintf("Không tạo được thư mục sao lưu “%s”. Hãy kiểm tra quyền ghi.", dir))
	}
	removeUnfinished(dir)
	if err := roomFor(dir, sizeWithLog(path), free); err != nil {
		return Copy{}, err
	}
	name := freeName(dir, m)
	part := filepath.Join(dir, name+partSuffix)
	defer os.Remove(part)
	err := errMoved
	for try := 0; try < copyTries && errors.Is(err, errMoved); try++ {
		err = vacuumInto(db, part, &m)
	}
	if err != nil {
		return Copy{}, err
	}
	if m.Size, m.SHA256, err = sumOf(part, true); err != nil {
		return Copy{}, err
	}
	if err := renameToFreeName(part, dir, name+copySuffix); err != nil {
		return Copy{}, err
	}
	made := Copy{Name: name, Dir: dir, Manifest: m, Complete: true}
	if err := writeManifest(dir, name, m); err != nil {
		_ = os.Remove(made.Path())
		return Copy{}, err
	}
	return made, nil
}

// removeUnfinished removes what copies that were cut off have left; nothing of it ever had the name of a backup.
func removeUnfinished(dir string) {
	left, _ := filepath.Glob(filepath.Join(dir, "caunoi-*"+partSuffix))
	for _, path := range left {
		_ = os.Remove(path) // tried again the next time
	}
}

// vacuumInto makes the copy, proves it against the counts of the database around that moment, and fills in what the manifest says of it.
func vacuumInto(db *sql.DB, part string, m *Manifest) error {
	_ = os.Remove(part) // VACUUM INTO refuses an existing file
	before, err := factsOf(db)
	if err != nil {
		return err
	}
	if _, err := db.Exec("VACUUM INTO ?", part); err != nil {
		return err
	}
	twin, err := sql.Open("sqlite", part+"?_pragma=cache_size(-65536)")
	if err != nil {
		return err
	}
	defer twin.Close()
	if err := sound(twin); err != nil {
		return err
	}
	got, err := factsOf(twin)
	if err != nil {
		return err
	}
	after := before
	if got.state != before.state {
		if after, err = factsOf(db); err != nil {
			return err
		}
	}
	if err := sameRows(before, got, after); err != nil {
		return err
	}
	if err := giveOwnIdentity(twin); err != nil {
		return err
	}
	m.Program, m.Office, m.OfficeID, m.Schema = ProgramVersion, got.office, got.officeID, got.schema
	m.Counts, m.Live, m.State = got.counts, got.live, got.state
	return nil
}

// sameRows proves a copy by the rows of each table. Where nobody saved meanwhile they are exactly those of the database; otherwise
// each count lies between those of before and after. One that does not may still be right, where rows came and went: errMoved.
func sameRows(before, got, after facts) error {
	switch got.state {
	case before.state:
		after = before
	case after.state:
		before = after
	}
	for table, rows := range before.counts {
		if n := got.counts[table]; n < min(rows, after.counts[table]) || n > max(rows, after.counts[table]) {
			if before.state != after.state {
				return errMoved
			}
			return fmt.Errorf("the copy of table %s holds %d of %d rows", table, n, rows)
		}
	}
	return nil
}

// giveOwnIdentity gives a copy an identity of its own: a write-ahead log that continues the original must not be applied to it.
func giveOwnIdentity(copied *sql.DB) error {
	var marked bool
	if err := copied.QueryRow("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'last_write')").Scan(&marked); err != nil {
		return err
	}
	change := fmt.Sprintf("PRAGMA application_id = %d", ourCopy)
	if marked {
		change = markWrite
	}
	_, err := copied.Exec(change)
	return err
}

// sound looks for damage in every page of a database.
func sound(db *sql.DB) error {
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("the copy is damaged: %s", verdict)
	}
	return nil
}

// facts are what a manifest says of the content of a database, read at one moment.
type facts struct {
	office, officeID string
	schema           int
	state            string         // last_write.id: the same in two databases exactly when they hold the same
	counts           map[string]int // rows of each table
	live             map[string]int // those of them that are not in the bin, of tables that have one
}

func factsOf(db *sql.DB) (facts, error) {
	var f facts
	tx, err := db.Begin()
	if err != nil {
		return f, err
	}
	defer tx.Rollback() //nolint:errcheck // only read
	if f.counts, err = rowCounts(tx); err != nil {
		return f, err
	}
	if err := tx.QueryRow("PRAGMA user_version").Scan(&f.schema); err != nil {
		return f, err
	}
	f.live = map[string]int{}
	for table := range f.counts {
		var binned bool
		const has = "SELECT EXISTS (SELECT 1 FROM pragma_table_info(?) WHERE name = 'deleted_at')"
		if err := tx.QueryRow(has, table).Scan(&binned); err != nil {
			return f, err
		}
		if !binned {
			continue
		}
		var n int
		if err := tx.QueryRow(`SELECT count(*) FROM "` + table + `" WHERE deleted_at = ''`).Scan(&n); err != nil {
			return f, err
		}
		f.live[table] = n
	}
	for _, ask := range []struct {
		table, query string
		into         *string
	}{
		{"last_write", "SELECT lower(hex(id)) FROM last_write", &f.state},
		{"setting", "SELECT json_extract(value, '$.name') FROM setting WHERE name = 'office'", &f.office},
		{"user_account", "SELECT id FROM user_account ORDER BY rowid LIMIT 1", &f.officeID},
	} {
		if _, there := f.counts[ask.table]; !there {
			continue
		}
		var text sql.NullString
		if err := tx.QueryRow(ask.query).Scan(&text); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return f, err
		}
		*ask.into = text.String
	}
	return f, nil
}

// copyBeforeMigration writes a verified copy of the database before its schema changes.
func copyBeforeMigration(db *sql.DB, path string, now time.Time) error {
	_, err := copyInto(db, path, filepath.Join(filepath.Dir(path), backupFolder), Manifest{Reason: BeforeMigration, Moment: now}, freeSpace)
	return err
}
