package reports

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Every entry says everything about its paper, and the choices it offers are those its other fields need.
func TestEveryEntryIsComplete(t *testing.T) {
	t.Parallel()
	codes, names := map[string]bool{}, map[string]bool{}
	for _, r := range Catalog {
		for field, empty := range map[string]bool{
			"Code": r.Code == "", "Name": r.Name == "", "Title": r.Title == "", "Description": r.Description == "",
			"Use": r.Use.word() == "", "Forms": len(r.Forms) == 0, "Signature": r.Signature == "", "Build": r.Build == nil,
		} {
			if empty {
				t.Errorf("%s: %s is missing", r.Code, field)
			}
		}
		if codes[r.Code] || names[r.Name] {
			t.Errorf("%s %s stands twice", r.Code, r.Name)
		}
		codes[r.Code], names[r.Name] = true, true
		if slices.Contains(r.Takes, ChooseSigner) != (r.Signature == SignedByLetter) {
			t.Errorf("%s: takes %v, signed %s", r.Code, r.Takes, r.Signature)
		}
		if r.Symbol != "" && r.Signature == Unsigned {
			t.Errorf("%s takes a number without a signature", r.Code)
		}
		for _, need := range []struct {
			each BatchEach
			from bool
		}{
			{EachHamlet, slices.Contains(r.Takes, ChooseUnit) || r.Needs == NeedUnit},
			{EachOfficer, slices.Contains(r.Takes, ChooseOfficer) || r.Needs == NeedOfficer},
			{EachBody, slices.Contains(r.Takes, ChooseBody)},
			{EachMeeting, r.Needs == NeedMeeting},
		} {
			if slices.Contains(r.Each, need.each) && !need.from {
				t.Errorf("%s is printed for every %s, which cannot be chosen for it", r.Code, need.each)
			}
		}
	}
}

// A paper ends as its entry says: with the issuer's signature, with the sides', or with none.
func TestEntrySaysWhoSigns(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	ids["bg"] = reportstest.HandOver(t, o.Store, ids["cb1"], ids["cb0"])
	for _, r := range Catalog {
		var doc document.Document
		storetest.Read(t, o.Store, func(tx *store.Tx) (err error) {
			doc, err = Make(tx, reportstest.About(r.Needs, ids, Input{Report: r.Code, Period: r.Fitting("2026-06")}))
			return err
		})
		sides := doc.Signing != nil && doc.Signing.Left != nil
		for _, b := range doc.Blocks {
			sides = sides || b.Signing != nil
		}
		signed := doc.Signing != nil && doc.Signing.Right != nil
		want := map[Signature][2]bool{
			Unsigned: {false, false}, SignedByIssuer: {true, false}, SignedByLetter: {true, false}, SignedByAdviser: {true, false},
			SignedByParties: {true, true}, SignedAsBook: {true, true},
		}[r.Signature]
		if [2]bool{signed, sides} != want {
			t.Errorf("%s is signed %v, by sides %v; its entry says %s", r.Code, signed, sides, r.Signature)
		}
	}
}

// No code of the backend asks which report it has before it: what differs from paper to paper is a field of the entry. In this
// package a code stands only in the file of its entry.
func TestReportsAreKnownByTheirEntries(t *testing.T) {
	t.Parallel()
	files := map[string]*ast.File{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files[path], err = parser.ParseFile(token.NewFileSet(), path, nil, 0)
		return err
	})
	if err != nil || len(files) < 100 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	home := map[string]string{}
	for path, file := range files {
		for _, r := range Catalog {
			if file.Scope.Lookup("report"+r.Code) != nil {
				home[r.Code] = path
			}
		}
	}
	for _, r := range Catalog {
		if home[r.Code] == "" || filepath.Base(home[r.Code]) == "catalog.go" {
			t.Errorf("report%s stands in %q", r.Code, home[r.Code])
		}
	}
	for path, file := range files {
		for name, object := range file.Scope.Objects {
			code, entry := strings.CutPrefix(name, "report")
			if entry && object.Kind == ast.Var && home[code] == "" {
				t.Errorf("%s: %s is missing in the catalog", path, name)
			}
		}
		here := strings.HasPrefix(path, filepath.Join("..", "reports")+string(filepath.Separator))
		ast.Inspect(file, func(n ast.Node) bool {
			var asked []ast.Expr
			switch n := n.(type) {
			case *ast.BasicLit:
				if here {
					asked = []ast.Expr{n}
				}
			case *ast.CaseClause:
				asked = n.List
			case *ast.BinaryExpr:
				asked = []ast.Expr{n.X, n.Y}
			case *ast.KeyValueExpr:
				asked = []ast.Expr{n.Key}
			case *ast.IndexExpr:
				asked = []ast.Expr{n.Index}
			}
			for _, e := range asked {
				if code := codeOf(e); code != "" && home[code] != "" && home[code] != path {
					t.Errorf("%s knows %s, whose entry stands in %s", path, code, home[code])
				}
			}
			return true
		})
	}
}

// codeOf reads the code an expression names: "R10", or reportR10.Code.
func codeOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			text, _ := strconv.Unquote(e.Value)
			return text
		}
	case *ast.SelectorExpr:
		if x, ok := e.X.(*ast.Ident); ok && e.Sel.Name == "Code" {
			return strings.TrimPrefix(x.Name, "report")
		}
	}
	return ""
}
