package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"hash/fnv"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// site is one place where a fault can be put: what it does is switched on by its number when the tests run.
type site struct {
	id    int
	file  string // base name
	line  int
	where string // function or declaration the site lies in
	says  string // "a < b → a <= b"
	edits []edit
	// constant: the text stands in a declaration that has to become a variable.
	constant bool
	// reachedBy are the tests that come by.
	reachedBy []string
}

// edit inserts text before a position of a file, after leaving out some bytes there. Depth orders edits at one position:
// what opens outer nodes comes first, what closes them last.
type edit struct {
	at, drop int
	text     string
	order    int
}

// key names a site over changes elsewhere in its file, for the list of explained survivors.
func (s site) key() string { return s.file + " " + s.where + ": " + s.says }

// rank spreads the sites of a room so that a sample is always the same one and comes from everywhere; each sample has its own
// order.
func (s site) rank(sample int) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(s.key()))
	if sample > 1 {
		_, _ = fmt.Fprint(h, sample)
	}
	return h.Sum64()
}

// finder walks the files of one package and collects sites.
type finder struct {
	fset  *token.FileSet
	info  *types.Info
	text  map[string][]byte // by base name
	file  string
	where string
	depth int
	// inConstants holds while a declaration of constant texts is walked.
	inConstants bool
	sites       []site
	// constants are declarations of query texts, which have to become variables before a text can be changed at run time.
	constants map[string][]edit
}

func (f *finder) offset(p token.Pos) int { return f.fset.Position(p).Offset }

func (f *finder) source(n ast.Node) string {
	return strings.Join(strings.Fields(string(f.text[f.file][f.offset(n.Pos()):f.offset(n.End())])), " ")
}

// wrap puts a call around a node: before it, and after it.
func (f *finder) wrap(n ast.Node, before, after string) []edit {
	return []edit{
		{at: f.offset(n.Pos()), text: before, order: f.depth},
		{at: f.offset(n.End()), text: after, order: -f.depth},
	}
}

func (f *finder) add(n ast.Node, says string, edits func(id int) []edit) {
	id := len(f.sites) + 1
	f.sites = append(f.sites, site{
		id:       id,
		file:     f.file,
		line:     f.fset.Position(n.Pos()).Line,
		where:    f.where,
		says:     shorten(says),
		edits:    edits(id),
		constant: f.inConstants,
	})
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 110 {
		return string(r[:107]) + "…"
	}
	return s
}

// twins are the faults put in place of an operator; the function of the helper file that does it.
var twins = map[token.Token]struct{ call, says string }{
	token.LSS: {
		"mutLess",
		"<=",
	},
	token.LEQ:  {"mutLessOrEqual", "<"},
	token.GTR:  {"mutGreater", ">="},
	token.GEQ:  {"mutGreaterOrEqual", ">"},
	token.EQL:  {"mutEqual", "!="},
	token.NEQ:  {"mutNotEqual", "=="},
	token.LAND: {"mutAnd", "||"},
	token.LOR:  {"mutOr", "&&"},
	token.ADD:  {"mutAdd", "-"},
	token.SUB:  {"mutSubtract", "+"},
}

// visitor carries the depth of a node; the sites are collected in the one finder.
type visitor struct {
	finder *finder
	depth  int
}

// Visit collects what can go wrong at one node.
func (v *visitor) Visit(n ast.Node) ast.Visitor {
	f := v.finder
	f.depth = v.depth
	switch n := n.(type) {
	case nil:
		return nil
	case *ast.FuncDecl:
		f.where, f.inConstants = n.Name.Name, false
	case *ast.GenDecl:
		if n.Tok == token.CONST && !f.textual(n) || n.Tok == token.IMPORT || n.Tok == token.TYPE {
			return nil
		}
		f.declared(n)
	case *ast.BinaryExpr:
		f.binary(n)
	case *ast.IfStmt:
		if f.plainBool(n.Cond) {
			f.add(
				n.Cond,
				"if "+f.source(n.Cond)+" → never",
				func(id int) []edit { return f.wrap(n.Cond, fmt.Sprintf("mutIf(%d, ", id), ")") },
			)
		}
	case *ast.BlockStmt:
		f.statements(n.List)
	case *ast.CaseClause:
		f.statements(n.Body)
	case *ast.ReturnStmt:
		f.answers(n)
	case *ast.BasicLit:
		f.query(n)
	}
	return &visitor{finder: f, depth: v.depth + 1}
}

// textual tells whether a constant declaration only holds texts with a comparison of SQL; it may then become a variable.
func (f *finder) textual(d *ast.GenDecl) bool {
	found := false
	for _, spec := range d.Specs {
		values := spec.(*ast.ValueSpec)
		if values.Type != nil || len(values.Values) == 0 {
			return false
		}
		for _, value := range values.Values {
			lit, ok := value.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return false
			}
			found = found || len(comparisons(lit.Value)) > 0
		}
	}
	return found
}

func (f *finder) declared(d *ast.GenDecl) {
	if len(d.Specs) == 0 {
		return
	}
	f.inConstants = d.Tok == token.CONST
	if values, ok := d.Specs[0].(*ast.ValueSpec); ok && f.fset.Position(d.Pos()).Column == 1 {
		f.where = values.Names[0].Name
		if d.Tok == token.CONST {
			f.constants[f.file] = append(f.constants[f.file], edit{at: f.offset(d.Pos()), drop: len("const"), text: "var", order: f.depth})
		}
	}
}

func (f *finder) plainBool(e ast.Expr) bool {
	typ := f.info.TypeOf(e)
	return typ != nil && (typ == types.Typ[types.Bool] || typ == types.Typ[types.UntypedBool]) && f.info.Types[e].Value == nil
}

func (f *finder) binary(e *ast.BinaryExpr) {
	twin, ok := twins[e.Op]
	if !ok || f.info.Types[e].Value != nil {
		return
	}
	says := fmt.Sprintf("%s %s %s → %s", f.source(e.X), e.Op, f.source(e.Y), twin.says)
	op := edit{at: f.offset(e.OpPos), drop: len(e.Op.String()), text: ",", order: 0}
	switch e.Op {
	case token.LAND, token.LOR:
		if !f.plainBool(e) || !f.plainBool(e.X) || !f.plainBool(e.Y) {
			return
		}
		between := string(f.text[f.file][f.offset(e.OpPos):f.offset(e.Y.Pos())])
		op.drop = len(between) // a line break behind "return" would end it
		op.text = " }, func() bool { " + strings.Repeat("\n", strings.Count(between, "\n")) + "return "
		f.add(e, says, func(id int) []edit {
			return append(f.wrap(e, fmt.Sprintf("%s(%d, func() bool { return ", twin.call, id), " })"), op)
		})
		return
	case token.ADD, token.SUB:
		if !isInteger(f.info.TypeOf(e.X)) || !isInteger(f.info.TypeOf(e.Y)) {
			return
		}
	}
	if !f.sameType(e.X, e.Y) {
		return
	}
	f.add(e, says, func(id int) []edit { return append(f.wrap(e, fmt.Sprintf("%s(%d, ", twin.call, id), ")"), op) })
}

func isInteger(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}

// sameType tells whether a generic helper can take both sides: nil and mixed types are left alone.
func (f *finder) sameType(a, b ast.Expr) bool {
	x, y := f.info.Types[a], f.info.Types[b]
	if x.IsNil() || y.IsNil() || (x.Value != nil && y.Value != nil) {
		return false
	}
	if types.IsInterface(x.Type) || types.IsInterface(y.Type) {
		return false
	}
	return types.Identical(x.Type, y.Type) || x.Value != nil || y.Value != nil
}

// statements are dropped one at a time: a call made for what it does, a value stored.
func (f *finder) statements(list []ast.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.ExprStmt:
			if call, ok := s.X.(*ast.CallExpr); ok && f.source(call.Fun) != "panic" {
				f.drop(s)
			}
		case *ast.AssignStmt:
			if s.Tok != token.DEFINE && !blank(s) {
				f.drop(s)
			}
		}
	}
}

func blank(s *ast.AssignStmt) bool {
	return slices.ContainsFunc(s.Lhs, func(e ast.Expr) bool { id, ok := e.(*ast.Ident); return ok && id.Name == "_" })
}

func (f *finder) drop(s ast.Stmt) {
	f.add(s, f.source(s)+" → left out", func(id int) []edit { return f.wrap(s, fmt.Sprintf("if mutDo(%d) { ", id), " }") })
}

// answers turns a plain true or false of a return around.
func (f *finder) answers(r *ast.ReturnStmt) {
	for _, result := range r.Results {
		id, ok := result.(*ast.Ident)
		if ok && (id.Name == "true" || id.Name == "false") && f.info.TypeOf(result) == types.Typ[types.Bool] {
			f.add(
				result,
				"return "+id.Name+" → the other",
				func(n int) []edit { return f.wrap(result, fmt.Sprintf("mutBool(%d, ", n), ")") },
			)
		}
	}
}

var comparison = regexp.MustCompile(` (<=|>=|<|>) `)

// comparisons finds the boundaries of a query; anything else that holds such a sign is no query.
func comparisons(literal string) [][]int {
	if !regexp.MustCompile(`\?|SELECT|WHERE|JOIN| AND `).MatchString(literal) {
		return nil
	}
	return comparison.FindAllStringSubmatchIndex(literal, -1)
}

var otherBoundary = map[string]string{"<": "<=", "<=": "<", ">": ">=", ">=": ">"}

func (f *finder) query(lit *ast.BasicLit) {
	typ := f.info.TypeOf(lit)
	if lit.Kind != token.STRING || typ != types.Typ[types.String] && typ != types.Typ[types.UntypedString] {
		return
	}
	found := comparisons(lit.Value)
	for i, at := range found {
		sign := lit.Value[at[2]:at[3]]
		changed := lit.Value[:at[2]] + otherBoundary[sign] + lit.Value[at[3]:]
		about := lit.Value[max(0, at[0]-30):min(len(lit.Value), at[1]+20)]
		says := strings.ToValidUTF8(strings.Join(strings.Fields(about), " "), "") + " → " + otherBoundary[sign]
		f.add(lit, says, func(id int) []edit {
			edits := f.wrap(lit, "mutText(", ", "+strconv.Itoa(id)+", "+changed+")")
			for j := range edits { // several boundaries of one text: the first lies outermost
				if edits[j].order < 0 {
					edits[j].order += i
				} else {
					edits[j].order -= i
				}
			}
			return edits
		})
	}
}
