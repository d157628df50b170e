package store

import (
	"database/sql"
	"path/filepath"
	"slices"
	"testing"
)

// TestMattersRecordedBeforeAreFoundInBothIndexes upgrades a file that has texts already, then changes and removes one.
func TestMattersRecordedBeforeAreFoundInBothIndexes(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	all, err := steps(migrationFiles)
	if err != nil {
		t.Fatal(err)
	}
	run := func(script string) {
		t.Helper()
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(script); err != nil {
			t.Fatal(err)
		}
	}
	before := all[:slices.IndexFunc(all, func(s step) bool { return s.version == 32 })]
	if err := migrateTo(path, grownAt, before); err != nil {
		t.Fatal(err)
	}
	run(`INSERT INTO matter_text (row_id, matter_id, marked, fold) VALUES
 (1, 'a', 'đèn đường hư', 'den duong hu'), (2, 'b', 'đen nước cống', 'den nuoc cong'), (3, 'c', 'rác chợ', 'rac cho')`)
	if err := migrateTo(path, grownAt, all); err != nil {
		t.Fatal(err)
	}
	found := func(index, words string) int {
		return count(t, path, "SELECT count(*) FROM "+index+" WHERE "+index+" MATCH '"+words+"'")
	}
	for _, c := range []struct {
		index, words string
		want         int
	}{
		{"matter_index", "đèn", 0},
		{"matter_marked_index", "den", 0},
		{"matter_index", "den", 2},
		{"matter_index", `"den" "duon"*`, 1},
		{"matter_marked_index", "đèn", 1},
		{"matter_marked_index", `"đen" "nướ"*`, 1},
		{"matter_index", "rac", 1},
	} {
		if n := found(c.index, c.words); n != c.want {
			t.Errorf("%s finds %d for %s, want %d", c.index, n, c.words, c.want)
		}
	}
	run(`UPDATE matter_text SET marked = 'cầu ván', fold = 'cau van' WHERE row_id = 1; DELETE FROM matter_text WHERE row_id = 3`)
	for index, words := range map[string][3]string{
		"matter_index": {"duong", "rac", "cau"}, "matter_marked_index": {"đường", "rác", "cầu"},
	} {
		if found(index, words[0]) != 0 || found(index, words[1]) != 0 || found(index, words[2]) != 1 {
			t.Errorf("%s was not kept in step with its texts", index)
		}
	}
}
