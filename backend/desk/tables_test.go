package desk_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var tableOf = regexp.MustCompile(`(?m)^func \((?:\w+ )?\*?(\w+)\) TableName\(\) string \{\s*return "(\w+)"`)

// One struct describes a table: of two, one would miss a column the other learns.
func TestEachTableHasOneStruct(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "*", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	owner := map[string]string{}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range tableOf.FindAllStringSubmatch(string(text), -1) {
			name := filepath.Base(filepath.Dir(path)) + "." + m[1]
			if other := owner[m[2]]; other != "" {
				t.Errorf("%s and %s both describe the table %s", other, name, m[2])
			}
			owner[m[2]] = name
		}
	}
	if len(owner) < 40 {
		t.Errorf("only %d tables were found", len(owner))
	}
}
