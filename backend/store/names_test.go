package store

import (
	"database/sql"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestSpellingsOfOneName(t *testing.T) {
	for _, same := range [][]string{
		{"Xã Hòa Bình", "Xã Hoà Bình", "xã hoà bình", "XÃ HÒA BÌNH", norm.NFD.String("Xã Hòa Bình"), " Xã  Hoà\u00a0Bình "},
		{"Ấp Thuỷ Tạ", "Ấp Thủy Tạ"},
		{"Khoẻ", "Khỏe"},
		{"Phường Ủy", "Phường Uỷ"},
		{"Thuý", "Thúy"},
		{"Toàn", "Tòan"}, // typed wrongly, but it can mean nothing else
		{"Quý", "Qúy"},
		{"Xã D'Ran", "Xã D’Ran", "Xã D`ran", "Xã Dran", "xã d′ran"},
		{"Ia H'Drai", "Ia H´Drai", "IA HDRAI"},
		{"Cư M'gar", "Cư M’Gar"},
		{"Plei-Ku", "Plei Ku", "Plei–Ku", "Plei - Ku"},
		{"Tổ 1", "Tổ 01", "tổ 001"},
		{"Tổ nhân dân tự quản số 7", "Tổ nhân dân tự quản số 07"},
		{"Đắk Ơ", "Ðắk Ơ", "ĐẮK Ơ"},
	} {
		for _, other := range same[1:] {
			if !SameName(same[0], other) {
				t.Errorf("%q and %q: %q, %q", same[0], other, NameKey(same[0]), NameKey(other))
			}
		}
	}
	for _, pair := range [][2]string{
		{"Phú Hòa", "Phú Hóa"}, {"Phú Hòa", "Phu Hoa"}, {"Quí Đức", "Quý Đức"}, {"An Thạnh", "An Thành"}, {"Tổ 1", "Tổ 10"},
		{"Tổ 0", "Tổ"}, {"Đa Lộc", "Da Lộc"}, {"Tân An", "Tấn An"}, {"Ấp 1A", "Ấp 1"}, {"Xã Hoà", "Phường Hoà"}, {"Ba Tơ", "Ba To"},
	} {
		if SameName(pair[0], pair[1]) {
			t.Errorf("%q is taken for %q: %q", pair[0], pair[1], NameKey(pair[0]))
		}
	}
}

// The page compares names by the same table, see frontend/src/ui/names.test.ts.
func TestNamesAreComparedAsOnThePage(t *testing.T) {
	content, err := os.ReadFile("testdata/names.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Same, Other []string
		Fold        string
	}
	if err := json.Unmarshal(content, &cases); err != nil || len(cases) < 10 {
		t.Fatal(len(cases), err)
	}
	for _, c := range cases {
		for _, each := range c.Same {
			if !SameName(each, c.Same[0]) || FoldName(each) != c.Fold {
				t.Errorf("%q: %q, %q", each, NameKey(each), FoldName(each))
			}
		}
		if len(c.Other) == 2 && SameName(c.Other[0], c.Other[1]) {
			t.Errorf("%q are one name", c.Other)
		}
	}
}

// A rule of its own for what is one name makes the same place twice: nothing but SameName, NameKey and NameTaken decides it.
func TestNobodyComparesNamesInAWayOfItsOwn(t *testing.T) {
	own := regexp.MustCompile(
		`EqualFold\([^)]*Name\b|(?:ToLower|Fold)\([^()]*Name\) == |Where\("[^"]*\b(?:name|full_name) = \?.*Count|Where\("[^"]*\blower\(`,
	)
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(content), "\n") {
			if own.MatchString(line) {
				t.Errorf("%s:%d compares names in a way of its own: %s", path, i+1, strings.TrimSpace(line))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Whatever is typed of a word so far is a beginning of the key of the whole word, wherever the tone will stand.
func TestBeginningOfAWordIsABeginningOfItsKey(t *testing.T) {
	for whole, typed := range map[string]string{"Hòa": "hò", "Hoà": "hoà", "Thạnh": "thạ", "Nguyễn": "nguyễ", "Ủy": "ủ"} {
		if !strings.HasPrefix(NameKey(whole), NameKey(typed)) {
			t.Errorf("%q: %q, %q", typed, NameKey(typed), NameKey(whole))
		}
	}
}

func TestNameKeysStayThemselves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Shorter than the thirty marks after which Unicode puts a joiner between marks: no syllable has that many.
		name := rapid.StringOfN(rapid.SampledFrom([]rune(marked+"ABC Đ'’-– 0123")), 0, 28, -1).Draw(t, "name")
		key := NameKey(name)
		if again := NameKey(key); again != key {
			t.Fatalf("%q becomes %q, then %q", name, key, again)
		}
		if NameKey(norm.NFD.String(name)) != key || NameKey(strings.ToUpper(name)) != key {
			t.Fatalf("%q has two keys", name)
		}
		if FoldName(name) != FoldName(Fold(name)) {
			t.Fatalf("%q is folded in two ways: %q, %q", name, FoldName(name), FoldName(Fold(name)))
		}
	})
}

// The columns stored before follow the code: searched for as they are folded now, old rows are found.
func TestFoldedColumnsFollowTheCode(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	all, err := steps(migrationFiles)
	if err != nil {
		t.Fatal(err)
	}
	before := 0
	for all[before].version < 19 {
		before++
	}
	if err := migrateTo(path, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), all[:before]); err != nil {
		t.Fatal(err)
	}
	names := []string{"Xã D'Ran", "Xã Cư M’gar", "Ia H`Drai", "Ðắk Ơ", "Tân Hòa – Mỹ", "Xã Quới Điền"}
	oldFold := func(text string) string { // as it was: marks go, đ becomes d, signs stay
		var b strings.Builder
		for _, r := range norm.NFD.String(strings.ToLower(text)) {
			switch {
			case r == 'đ':
				b.WriteByte('d')
			case r < 0x300 || r > 0x36f:
				b.WriteRune(r)
			}
		}
		return b.String()
	}
	exec(t, path, "INSERT INTO matter_text (matter_id, marked, fold) VALUES ('m', ?, ?)", strings.ToLower(names[0]), oldFold(names[0]))
	for _, name := range names {
		exec(t, path, "INSERT INTO officer (id, full_name, fold, sort_key, created_at) VALUES (?, ?, ?, '', '')", name, name, oldFold(name))
	}
	if err := migrateTo(path, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), all); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, name := range names {
		var fold string
		if err := db.QueryRow("SELECT fold FROM officer WHERE id = ?", name).Scan(&fold); err != nil || fold != Fold(name) {
			t.Errorf("%q: stored %q, now %q (%v)", name, fold, Fold(name), err)
		}
	}
	var n int
	if err := db.QueryRow(`SELECT count(*) FROM matter_index WHERE matter_index MATCH '"dran"'`).Scan(&n); err != nil || n != 1 {
		t.Errorf("the index of matters does not follow: %d %v", n, err)
	}
	for _, table := range foldedTables(t, db) {
		var holds int
		if err := db.QueryRow("SELECT count(*) FROM " + table + " WHERE fold GLOB '*[''’`ð–]*'").Scan(&holds); err != nil || holds > 0 {
			t.Errorf("%s still holds signs: %d %v", table, holds, err)
		}
	}
}

// foldedTables are all tables with a folded column, so that one that comes later is not forgotten; an index of words follows its table.
func foldedTables(t *testing.T, db *sql.DB) (out []string) {
	t.Helper()
	rows, err := db.Query(`SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
WHERE m.type = 'table' AND c.name = 'fold' AND m.sql NOT LIKE 'CREATE VIRTUAL%'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		out = append(out, name)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func exec(t *testing.T, path, query string, args ...any) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(query, args...); err != nil {
		t.Fatal(err)
	}
}
