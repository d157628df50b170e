package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"caunoi/backend/fault"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// step is one numbered change of the schema. Steps only ever grow; a released one is never edited.
type step struct {
	version int
	name    string
	script  string
}

func steps(files fs.FS) ([]step, error) {
	names, err := fs.Glob(files, "migrations/*.sql") // sorted by name, so by number
	if err != nil {
		return nil, err
	}
	var out []step
	for _, name := range names {
		base := filepath.Base(name)
		number, _, _ := strings.Cut(base, "_")
		version, err := strconv.Atoi(number)
		if err != nil {
			return nil, fmt.Errorf("migration %s has no number", base)
		}
		if n := len(out); n > 0 && version <= out[n-1].version {
			return nil, fmt.Errorf("migration number %d is used twice", version)
		}
		script, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		out = append(out, step{version: version, name: base, script: string(script)})
	}
	return out, nil
}

func migrate(path string, now time.Time) error {
	all, err := steps(migrationFiles)
	if err != nil {
		return err
	}
	return migrateTo(path, now, all)
}

// migrateTo brings the file at path to the last step. Foreign keys are off while it works: with them on, rebuilding a
// parent table deletes its children without an error. Instead, references and row counts are checked before each commit.
func migrateTo(path string, now time.Time, all []step) error {
	db, err := sql.Open(
		"sqlite",
		path+"?_pragma=foreign_keys(0)&_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate",
	)
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)

	var have int
	if err := db.QueryRow("PRAGMA user_version").Scan(&have); err != nil {
		return err
	}
	last := all[len(all)-1].version
	if have > last {
		return fault.Unavailable(
			fmt.Sprintf(
				"Dữ liệu này do bản Cầu Nối mới hơn tạo (mức %d, chương trình này đọc được đến mức %d). Hãy cài bản mới; dữ liệu được giữ nguyên.",
				have,
				last,
			),
		)
	}
	if have == last {
		return nil
	}
	if have > 0 {
		if err := copyBeforeMigration(db, path, now); err != nil {
			return err
		}
	}
	for _, s := range all {
		if s.version <= have {
			continue
		}
		if err := apply(db, s); err != nil {
			return fmt.Errorf("migration %s: %w", s.name, err)
		}
	}
	return nil
}

func apply(db *sql.DB, s step) error {
	ctx := context.Background()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to undo
	before, err := rowCounts(tx)
	if err != nil {
		return err
	}
	if _, err := tx.Exec(s.script); err != nil {
		return err
	}
	after, err := rowCounts(tx)
	if err != nil {
		return err
	}
	for table, rows := range before {
		if now, kept := after[table]; kept && now < rows {
			return fmt.Errorf("table %s would lose %d of %d rows", table, rows-now, rows)
		}
	}
	broken, err := brokenReferences(tx)
	if err != nil {
		return err
	}
	if broken != "" {
		return fmt.Errorf("table %s would hold references to nothing", broken)
	}
	// A pragma takes no parameters; the number comes from our own file name.
	if _, err := tx.Exec("PRAGMA user_version = " + strconv.Itoa(s.version)); err != nil {
		return err
	}
	if _, marked := before["last_write"]; marked { // the step that makes the table leaves the first mark itself
		if _, err := tx.Exec(markWrite); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func brokenReferences(tx *sql.Tx) (string, error) {
	rows, err := tx.Query("PRAGMA foreign_key_check")
	if err != nil {
		return "", err
	}
	defer rows.Close()
	if !rows.Next() {
		return "", rows.Err()
	}
	var table string
	var rowid, parent, index any
	return table, rows.Scan(&table, &rowid, &parent, &index)
}

func rowCounts(tx *sql.Tx) (map[string]int, error) {
	// Only what holds records: the tables of a search index shrink and grow as it is written, and one without text cannot be counted.
	rows, err := tx.Query(
		"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
	)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	counts := make(map[string]int, len(names))
	for _, name := range names {
		var n int
		if err := tx.QueryRow(`SELECT count(*) FROM "` + name + `"`).Scan(&n); err != nil {
			return nil, err
		}
		counts[name] = n
	}
	return counts, nil
}
