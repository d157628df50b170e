package typeset_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The table of clauses names tests and checks that exist, and names each of them by the name it has today.
func TestClauses(t *testing.T) {
	table, err := os.ReadFile(filepath.Join("..", "..", "docs", "CLAUSES.md"))
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	function := regexp.MustCompile(`(?m)^func (\w+)\(`)
	err = filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") && !strings.Contains(path, "typesettest") || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		for _, found := range function.FindAllStringSubmatch(string(text), -1) {
			there[found[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, line := range strings.Split(string(table), "\n") {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || !strings.Contains(cells[3], "`") {
			continue
		}
		rows++
		for _, name := range regexp.MustCompile("`(\\w+)`").FindAllStringSubmatch(cells[3], -1) {
			if !there[name[1]] {
				t.Errorf("%s is said to be held by %s, which does not exist", strings.TrimSpace(cells[1]), name[1])
			}
		}
	}
	if rows < 30 {
		t.Errorf("only %d clauses are read", rows)
	}
}
