package desk_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/desk"
)

var update = flag.Bool("update", false, "write testdata/roles.golden anew; read the difference before committing it")

const (
	goldenRoles = "testdata/roles.golden"
	everybody   = "(ai cũng được, kể cả khi chưa đăng nhập)"
)

// leadersWrite are the only calls that store something and are open to a lãnh đạo: their own password, the letters on
// their own screen, how they look at lists, what they last chose for a report and which they keep on top, and a line of the trail
// about what they took out.
var leadersWrite = []string{
	"access.SignIn", "access.SignOut", "access.Lock", "access.Unlock", "access.ChangePassword",
	"desk.SetUp", "desk.SaveTextSize", "desk.SaveListSettings", "reports.Remember", "reports.SetFavourite",
	"exchange.Export", "exchange.Print", "reports.Preview", "reports.Export", "issuing.BatchStart", "issuing.Dossier", "issuing.Reprint",
}

// Who may call what is written down a second time, in a file that a person has read: a slip in the permission table
// shows as a difference there. The matrix test holds the program to the same file.
func TestRolesAreTheOnesThatWereReviewed(t *testing.T) {
	var now bytes.Buffer
	for _, m := range methods(desk.New(t.TempDir())) {
		fmt.Fprintf(&now, "%-32s %s\n", m.action, rolesOf(m.action))
	}
	lines := strings.Split(strings.TrimSpace(now.String()), "\n")
	slices.Sort(lines)
	content := strings.Join(lines, "\n") + "\n"
	if *update {
		if err := os.WriteFile(goldenRoles, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(goldenRoles)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		if !bytes.Contains(want, []byte(line+"\n")) {
			t.Errorf("not as reviewed: %s", line)
		}
	}
	if strings.Count(string(want), "\n") != len(lines) {
		t.Errorf("%s has %d lines, the page can call %d methods", goldenRoles, strings.Count(string(want), "\n"), len(lines))
	}
}

func rolesOf(action string) string {
	if access.Permits("", action) {
		return everybody
	}
	var out []string
	for _, role := range access.Roles {
		if access.Permits(role.Role, action) {
			out = append(out, string(role.Role))
		}
	}
	return strings.Join(out, " ")
}

// reviewed reads the file: whether a role, or nobody, may call a method.
func reviewed(t *testing.T) func(role access.Role, action string) bool {
	t.Helper()
	content, err := os.ReadFile(goldenRoles)
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]string{}
	for line := range strings.Lines(string(content)) {
		action, words, _ := strings.Cut(strings.TrimSpace(line), " ")
		roles[action] = strings.TrimSpace(words)
	}
	return func(role access.Role, action string) bool {
		return roles[action] == everybody || role != "" && slices.Contains(strings.Fields(roles[action]), string(role))
	}
}

// A lãnh đạo reads and prints; what stores something is not theirs to call, outside a short list.
func TestLeadersOnlyRead(t *testing.T) {
	writers := writingMethods(t)
	if !slices.Contains(writers, "matters.Undo") || slices.Contains(writers, "matters.Register") {
		t.Fatalf("the writing calls are not told apart: %v", writers)
	}
	for _, action := range writers {
		if access.Permits(access.LanhDao, action) && !slices.Contains(leadersWrite, action) {
			t.Errorf("%s stores something and a lãnh đạo may call it", action)
		}
	}
}

// writingMethods lists the calls that come, by whatever functions of their room, to access.Write or access.Do.
func writingMethods(t *testing.T) []string {
	t.Helper()
	calls := map[string][]string{} // "room.function" → what it names
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		room := filepath.Base(filepath.Dir(path))
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			name, receiver := room+"."+fn.Name.Name, ""
			if fn.Recv != nil {
				name = room + ".method " + fn.Name.Name
				if names := fn.Recv.List[0].Names; len(names) > 0 {
					receiver = names[0].Name
				}
			}
			calls[name] = append(calls[name], named(fn.Body, room, receiver)...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range methods(desk.New(t.TempDir())) {
		room, method, _ := strings.Cut(m.action, ".")
		if comesTo(calls, room+".method "+method, map[string]bool{}) {
			out = append(out, m.action)
		}
	}
	return out
}

// named lists the functions of its room, the methods of its receiver and the functions of the gate that a body names.
func named(body ast.Node, room, receiver string) []string {
	var out []string
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			out = append(out, room+"."+n.Name)
		case *ast.SelectorExpr: // the method of something else, such as tx.Create, is no function of the room
			of, ok := n.X.(*ast.Ident)
			switch {
			case !ok:
				out = append(out, named(n.X, room, receiver)...)
			case of.Name == "access":
				out = append(out, "access."+n.Sel.Name)
			case of.Name == receiver:
				out = append(out, room+".method "+n.Sel.Name)
			}
			return false
		}
		return true
	})
	return out
}

func comesTo(calls map[string][]string, name string, seen map[string]bool) bool {
	if name == "access.Write" || name == "access.Do" {
		return true
	}
	if seen[name] {
		return false
	}
	seen[name] = true
	return slices.ContainsFunc(calls[name], func(next string) bool { return comesTo(calls, next, seen) })
}
