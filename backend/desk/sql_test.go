package desk_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// statementMethods take SQL as their first argument, inlineMethods after the destination.
var (
	statementMethods = []string{
		"Where",
		"Or",
		"Not",
		"Order",
		"Raw",
		"Exec",
		"Having",
		"Group",
		"Joins",
		"Table",
		"Query",
		"QueryRow",
		"QueryContext",
		"ExecContext",
		"QueryRowContext",
		"Prepare",
		"PrepareContext",
	}
	inlineMethods = []string{"First", "Take", "Last", "Find", "Delete"}
)

// sqlRooms may build a statement out of parts, because what they add never comes from a person.
var sqlRooms = map[string]string{
	"backend/store/migrate.go":    "table names come from the schema, the version from a file name",
	"backend/store/store.go":      "pragma names are a constant table",
	"backend/store/backup.go":     "table names come from sqlite_master",
	"backend/store/references.go": "names of tables and columns come from sqlite_master",
	"backend/units/unit_graph.go": "read gets its texts from constants of the same file",
	"backend/matters/as_of.go":    "names of columns come from the type of the record",
}

// TestStatementsAreConstant reads every call that takes SQL and demands text fixed at compile time: literals, constants,
// their sums, a look-up in a table of such texts, or a local variable that only ever gets such texts. Values go
// through ? parameters.
func TestStatementsAreConstant(t *testing.T) {
	root := filepath.Join("..", "..")
	packages := map[string][]*ast.File{}
	files := token.NewFileSet()
	err := filepath.WalkDir(filepath.Join(root, "backend"), func(path string, d fs.DirEntry, err error) error {
		tests := strings.HasSuffix(path, "_test.go") || strings.HasSuffix(filepath.Dir(path), "test")
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || tests {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		packages[filepath.Dir(path)] = append(packages[filepath.Dir(path)], file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, group := range packages {
		known := packageTexts(group)
		for _, file := range group {
			rel, _ := filepath.Rel(root, files.Position(file.Pos()).Filename)
			if sqlRooms[filepath.ToSlash(rel)] != "" {
				continue
			}
			for _, declared := range file.Decls {
				if fn, ok := declared.(*ast.FuncDecl); ok && fn.Body != nil {
					checkStatements(t, files, fn, known)
				}
			}
		}
	}
}

// packageTexts lists the constants and the package-level tables of texts.
func packageTexts(group []*ast.File) map[string]bool {
	known := map[string]bool{}
	for _, file := range group {
		for _, declared := range file.Decls {
			general, ok := declared.(*ast.GenDecl)
			if !ok || (general.Tok != token.CONST && general.Tok != token.VAR) {
				continue
			}
			for _, spec := range general.Specs {
				for _, name := range spec.(*ast.ValueSpec).Names {
					known[name.Name] = true
				}
			}
		}
	}
	return known
}

func checkStatements(t *testing.T, files *token.FileSet, fn *ast.FuncDecl, known map[string]bool) {
	ast.Inspect(fn.Body, func(node ast.Node) bool {
		call, ok := node.(*ast.CallExpr)
		if !ok {
			return true
		}
		method, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if owner, ok := method.X.(*ast.Ident); ok && slices.Contains([]string{"slices", "strings", "cmp", "reports"}, owner.Name) {
			return true
		}
		arg := -1
		if slices.Contains(statementMethods, method.Sel.Name) && len(call.Args) > 0 {
			arg = 0
		} else if slices.Contains(inlineMethods, method.Sel.Name) && len(call.Args) > 1 {
			arg = 1
		}
		if strings.HasSuffix(method.Sel.Name, "Context") && arg == 0 && len(call.Args) > 1 {
			arg = 1
		}
		if arg >= 0 && !constant(call.Args[arg], fn, known, 0) {
			t.Errorf("%s: %s gets a statement that is not fixed at compile time; use ? parameters or a table of texts",
				files.Position(call.Pos()), method.Sel.Name)
		}
		return true
	})
}

func constant(e ast.Expr, fn *ast.FuncDecl, known map[string]bool, depth int) bool {
	if depth > 8 {
		return false
	}
	switch e := e.(type) {
	case *ast.BasicLit, *ast.CompositeLit, *ast.UnaryExpr, *ast.FuncLit:
		return true
	case *ast.ParenExpr:
		return constant(e.X, fn, known, depth+1)
	case *ast.BinaryExpr:
		return constant(e.X, fn, known, depth+1) && constant(e.Y, fn, known, depth+1)
	case *ast.IndexExpr:
		return constant(e.X, fn, known, depth+1)
	case *ast.SelectorExpr: // a field of a row of a package table, or another package's constant
		root, ok := e.X.(*ast.Ident)
		return ok && (known[root.Name] || fromTable(root.Name, fn, known) || root.Name == "clause")
	case *ast.Ident:
		return e.Name == "nil" || known[e.Name] || onlyConstants(e.Name, fn, known, depth+1)
	case *ast.CallExpr: // gorm.Expr("…"), a sub-query built by the same checked methods, strings.Join of constants
		method, ok := e.Fun.(*ast.SelectorExpr)
		if ok && method.Sel.Name == "Packed" { // store.Packed of names of columns
			return !slices.ContainsFunc(e.Args, func(arg ast.Expr) bool { return !constant(arg, fn, known, depth+1) })
		}
		return ok && (slices.Contains(statementMethods, method.Sel.Name) || method.Sel.Name == "Expr" || method.Sel.Name == "Session")
	}
	return false
}

// onlyConstants tells whether a local variable only ever gets constant texts.
func onlyConstants(name string, fn *ast.FuncDecl, known map[string]bool, depth int) bool {
	assigned, good := false, true
	known = maps.Clone(known)
	known[name] = true // a text that grows by constants stays constant
	ast.Inspect(fn.Body, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.AssignStmt:
			for i, left := range node.Lhs {
				if id, ok := left.(*ast.Ident); ok && id.Name == name && len(node.Rhs) == len(node.Lhs) {
					assigned = true
					good = good && constant(node.Rhs[i], fn, known, depth)
				} else if ok && id.Name == name { // text, known := table[key]
					index, isIndex := node.Rhs[0].(*ast.IndexExpr)
					assigned, good = true, good && isIndex && constant(index, fn, known, depth)
				}
			}
		case *ast.ValueSpec:
			for i, id := range node.Names {
				if id.Name == name {
					assigned = true
					good = good && i < len(node.Values) && constant(node.Values[i], fn, known, depth)
				}
			}
		case *ast.RangeStmt:
			if id, ok := node.Value.(*ast.Ident); ok && id.Name == name {
				assigned = true
				good = good && constant(node.X, fn, known, depth)
			}
		}
		return true
	})
	return assigned && good
}

// fromTable tells whether a local variable ranges over or is a row of a package table.
func fromTable(name string, fn *ast.FuncDecl, known map[string]bool) bool {
	return onlyConstants(name, fn, known, 1)
}

// TestTheStatementCheckSees proves that the check above is not blind.
func TestTheStatementCheckSees(t *testing.T) {
	for source, good := range map[string]bool{
		`tx.Where("a = ?", v)`:                            true,
		`tx.Where("a = " + "b")`:                          true,
		`tx.Order(orders[key])`:                           true,
		`q := "a"; tx.Where(q)`:                           true,
		`tx.Where("a = '" + v + "'")`:                     false,
		`tx.Order(v)`:                                     false,
		`tx.First(&x, v)`:                                 false,
		`tx.Raw(fmt.Sprintf("%s", v))`:                    false,
		`q := "a"; q = q + v; tx.Where(q)`:                false,
		`pool.QueryRowContext(ctx, "SELECT "+v).Scan(&x)`: false,
		`pool.QueryRowContext(ctx, "SELECT 1").Scan(&x)`:  true,
	} {
		text := "package p\nfunc f(v string) {\n" + source + "\n}"
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, "x.go", text, 0)
		if err != nil {
			t.Fatal(err)
		}
		probe := &testing.T{}
		checkStatements(probe, files, file.Decls[0].(*ast.FuncDecl), map[string]bool{"orders": true})
		if probe.Failed() == good {
			t.Errorf("%s: judged %v", source, !probe.Failed())
		}
	}
}
