package store

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
)

// copyVerified writes a complete copy of an open database to target. The copy is made beside the target, checked and
// only then given its name: a full disk leaves VACUUM INTO with a file that opens as an empty, "sound" database, and
// a plain copy of the file misses what still lies in the write-ahead log.
func copyVerified(db *sql.DB, target string) error {
	if err := os.MkdirAll(filepath.Dir(target), 0o700); err != nil {
		return err
	}
	part := target + ".part"
	_ = os.Remove(part) // VACUUM INTO refuses an existing file
	defer os.Remove(part)
	if _, err := db.Exec("VACUUM INTO ?", part); err != nil {
		return err
	}
	if err := giveOwnIdentity(part); err != nil {
		return err
	}
	if err := sameCounts(db, part); err != nil {
		return err
	}
	file, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		file.Close()
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	return os.Rename(part, target)
}

// giveOwnIdentity gives a copy an identity of its own: a write-ahead log that continues the original must not be applied to it.
func giveOwnIdentity(part string) error {
	copied, err := sql.Open("sqlite", part)
	if err != nil {
		return err
	}
	defer copied.Close()
	var marked bool
	if err := copied.QueryRow("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'last_write')").Scan(&marked); err != nil {
		return err
	}
	change := fmt.Sprintf("PRAGMA application_id = %d", ourCopy)
	if marked {
		change = markWrite
	}
	_, err = copied.Exec(change)
	return err
}

func sameCounts(db *sql.DB, part string) error {
	twin, err := sql.Open("sqlite", part+"?_pragma=query_only(1)")
	if err != nil {
		return err
	}
	defer twin.Close()
	var verdict string
	if err := twin.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("the copy is damaged: %s", verdict)
	}
	want, err := countsOf(db)
	if err != nil {
		return err
	}
	got, err := countsOf(twin)
	if err != nil {
		return err
	}
	for table, rows := range want {
		if got[table] != rows {
			return fmt.Errorf("the copy of table %s holds %d of %d rows", table, got[table], rows)
		}
	}
	return nil
}

func countsOf(db *sql.DB) (map[string]int, error) {
	tx, err := db.Begin()
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() //nolint:errcheck // only read
	return rowCounts(tx)
}
