package desk_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// order is the import order of the rooms: a package imports only from groups to its left. Packages of one group do not
// know each other.
var order = [][]string{
	{"fault"},
	{"dates", "oldfont"},
	{"store", "clock"},
	{"access", "find"},
	{"guard"},
	{"units"},
	{"officers"},
	{"phrases"},
	{"assignments"},
	{"duties"},
	{"activities"},
	{"fulfilment"},
	{"matters"},
	{"document"},
	{"papers"},
	{"sessions"},
	{"typeset"},
	{"reports"},
	{"issuing", "exchange"},
	{"desk"},
	{"sample"},
	{"border"},
	{"cli", "preview"},
}

// onlyIn names the libraries that a single place may import.
var onlyIn = map[string][]string{
	"github.com/wailsapp/wails":            {"."},
	"github.com/jung-kurt/gofpdf":          {"typeset"},
	"github.com/glebarez":                  {"store"},
	"modernc.org":                          {},
	"github.com/xuri/excelize":             {"exchange", "typeset"},
	"golang.org/x/crypto/argon2":           {"access"},
	"github.com/go-fonts/liberation":       {"typeset"},
	"github.com/gofrs/flock":               {"store"},
	"github.com/spf13/pflag":               {"cli"},
	"caunoi/backend/sample":                {".", "cli", "preview"},
	"caunoi/backend/clock":                 {"cli", "preview"}, // never the window
	"caunoi/backend/store/storetest":       {},
	"caunoi/backend/access/accesstest":     {},
	"caunoi/backend/document/documenttest": {},
	"caunoi/backend/typeset/typesettest":   {},
	"caunoi/backend/reports/reportstest":   {},
}

var forbiddenNames = []string{"utils", "util", "common", "helpers", "models", "types", "dto", "repository", "controllers"}

func rank(room string) int {
	return slices.IndexFunc(order, func(group []string) bool { return slices.Contains(group, room) })
}

// The order names the rooms there are and no others, so that a newcomer can read it as a table of contents.
func TestOrderNamesTheRooms(t *testing.T) {
	for _, group := range order {
		for _, room := range group {
			if files, _ := filepath.Glob(filepath.Join("..", room, "*.go")); len(files) == 0 {
				t.Errorf("the import order names %s, which is no room", room)
			}
		}
	}
}

func TestImportsPointToTheLeft(t *testing.T) {
	root := filepath.Join("..", "..")
	lastElements := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if slices.Contains([]string{"node_modules", ".git", "dist", "out", "bin", ".tools"}, d.Name()) {
				return fs.SkipDir
			}
			if slices.Contains(forbiddenNames, d.Name()) && strings.Contains(path, "backend") {
				t.Errorf("%s: a room is named by what the office does", path)
			}
			return nil
		}
		if filepath.Ext(path) != ".go" {
			return nil
		}
		checkFile(t, root, path, lastElements)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkFile(t *testing.T, root, path string, lastElements map[string]string) {
	rel, _ := filepath.Rel(root, path)
	dir := filepath.ToSlash(filepath.Dir(rel))
	room := "."
	if inside, ok := strings.CutPrefix(dir, "backend/"); ok {
		room, _, _ = strings.Cut(inside, "/")
		if known := lastElements[filepath.Base(dir)]; known != "" && known != dir {
			t.Errorf("%s and %s share a last name; their page types would overwrite each other", known, dir)
		}
		lastElements[filepath.Base(dir)] = dir
		if rank(room) < 0 {
			t.Errorf("%s: the room %s has no place in the import order", rel, room)
		}
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	isTest := strings.HasSuffix(path, "_test.go") || strings.HasSuffix(dir, "test")
	for _, spec := range file.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		if inside, ok := strings.CutPrefix(imported, "caunoi/backend/"); ok && !isTest {
			other, _, _ := strings.Cut(inside, "/")
			if room != "." && other != room && rank(other) >= rank(room) {
				t.Errorf("%s imports %s, which lies to its right", rel, other)
			}
		}
		for library, rooms := range onlyIn {
			if strings.HasPrefix(imported, library) && !isTest && !slices.Contains(rooms, room) {
				t.Errorf("%s imports %s; only %v may", rel, imported, rooms)
			}
		}
	}
}
