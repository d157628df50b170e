package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// room is one package with the places where a fault can be put.
type room struct {
	path  string // import path
	dir   string
	name  string
	text  map[string][]byte
	sites []site
	// quiet are flags of the test program by which a test that fails, as most do here, leaves no file behind.
	quiet []string
	// constants as in finder: made variables, unless the compiler says that one is needed as a constant.
	constants map[string][]edit
}

// load reads a package and collects its sites. Types of what it imports come from the compiler's own export data.
func load(path string) (*room, error) {
	out, err := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,Name,GoFiles,Export,TestImports,XTestImports", path).
		Output()
	if err != nil {
		return nil, fmt.Errorf("go list %s: %w", path, err)
	}
	exports := map[string]string{}
	var own struct {
		ImportPath, Dir, Name, Export string
		GoFiles                       []string
		TestImports, XTestImports     []string
	}
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		p := own
		p.GoFiles, p.TestImports, p.XTestImports = nil, nil, nil
		if err := decoder.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		exports[p.ImportPath] = p.Export
		if p.ImportPath == path {
			own = p
		}
	}
	if own.Dir == "" {
		return nil, fmt.Errorf("%s: no such package", path)
	}
	f := &finder{
		fset: token.NewFileSet(),
		info: &types.Info{
			Types: map[ast.Expr]types.TypeAndValue{},
			Uses:  map[*ast.Ident]types.Object{},
			Defs:  map[*ast.Ident]types.Object{},
		},
		text:      map[string][]byte{},
		constants: map[string][]edit{},
	}
	var files []*ast.File
	for _, name := range own.GoFiles {
		whole := filepath.Join(own.Dir, name)
		if f.text[name], err = os.ReadFile(whole); err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(f.fset, whole, f.text[name], parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	config := types.Config{
		Importer: importer.ForCompiler(f.fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }),
	}
	if _, err := config.Check(path, f.fset, files, f.info); err != nil {
		return nil, err
	}
	for i, file := range files {
		f.file, f.where = own.GoFiles[i], ""
		ast.Walk(&visitor{finder: f, depth: 1}, file)
	}
	r := &room{path: path, dir: own.Dir, name: own.Name, text: f.text, sites: f.sites, constants: f.constants}
	if slices.Contains(append(own.TestImports, own.XTestImports...), "pgregory.net/rapid") {
		r.quiet = []string{"-rapid.nofailfile"}
	}
	return r, nil
}

// instrumented is a file with every site of it in place.
func (r *room) instrumented(file string) []byte {
	edits := slices.Clone(r.constants[file])
	for _, s := range r.sites {
		if s.file == file {
			edits = append(edits, s.edits...)
		}
	}
	slices.SortStableFunc(edits, func(a, b edit) int {
		if a.at != b.at {
			return a.at - b.at
		}
		return a.order - b.order
	})
	var out []byte
	done := 0
	for _, e := range edits {
		out = append(out, r.text[file][done:max(done, e.at)]...)
		out = append(out, e.text...)
		done = max(done, e.at) + e.drop
	}
	return append(out, r.text[file][done:]...)
}

// overlay writes the instrumented files and the helper into a folder and says so in the form that go build takes.
func (r *room) overlay(folder, helper string) (string, error) {
	replace := map[string]string{}
	write := func(name string, content []byte) error {
		path := filepath.Join(folder, name)
		replace[filepath.Join(r.dir, name)] = path
		return os.WriteFile(path, content, 0o600)
	}
	for name := range r.text {
		if err := write(name, r.instrumented(name)); err != nil {
			return "", err
		}
	}
	sites := 0
	for _, s := range r.sites {
		sites = max(sites, s.id+1)
	}
	source := strings.NewReplacer("PACKAGE", r.name, "SITES", fmt.Sprint(sites)).Replace(helper)
	if err := write("mutants_of_this_run.go", []byte(source)); err != nil {
		return "", err
	}
	path := filepath.Join(folder, "overlay.json")
	content, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	return path, os.WriteFile(path, content, 0o600)
}
