package desk_test

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/desk"
)

var updateTexts = flag.Bool("update-texts", false, "write the catalogue of typed fields again, new ones as unjudged")

const textsFile = "testdata/typed_fields.txt"

// typedFields are all fields of plain text a call of the page takes, as "<package>.<Type>.<Field>" or "<package>.<Method>#n".
func typedFields(t *testing.T) []string {
	found := map[string]bool{}
	var walk func(typ reflect.Type, at string, seen []reflect.Type)
	walk = func(typ reflect.Type, at string, seen []reflect.Type) {
		switch typ.Kind() {
		case reflect.Slice, reflect.Array, reflect.Pointer:
			walk(typ.Elem(), at, seen)
		case reflect.Map:
			walk(typ.Elem(), at, seen)
		case reflect.Struct:
			if slices.Contains(seen, typ) {
				return
			}
			seen = append(slices.Clone(seen), typ)
			for i := range typ.NumField() {
				field := typ.Field(i)
				if field.Tag.Get("json") == "-" {
					continue
				}
				name := strings.TrimPrefix(typ.PkgPath(), "caunoi/backend/") + "." + typ.Name() + "." + field.Name
				walk(field.Type, name, seen)
			}
		case reflect.String:
			if typ.String() == "string" {
				found[at] = true
			}
		}
	}
	for _, m := range methods(desk.New(t.TempDir())) {
		shape := m.fn.Type()
		for i := range shape.NumIn() {
			walk(shape.In(i), fmt.Sprintf("%s#%d", m.action, i), nil)
		}
	}
	var list []string
	for name := range found {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

// judgements say what a typed field is: looked through by the guard, the name of something, a code or key, or left out for
// the reason that follows.
var judgements = []string{"guarded", "name", "code", "exempt"}

// Every field of text that a person can type is in the catalogue, and says whether the guard looks through it; a new field
// fails here until somebody has judged it.
func TestEveryTypedFieldIsJudged(t *testing.T) {
	text, err := os.ReadFile(textsFile)
	if err != nil {
		t.Fatal(err)
	}
	judged := map[string]string{}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, judgement, _ := strings.Cut(line, " ")
		judged[name] = strings.TrimSpace(judgement)
	}
	fields := typedFields(t)
	if *updateTexts {
		var b strings.Builder
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "#") {
				b.WriteString(line)
			}
		}
		for _, name := range fields {
			fmt.Fprintf(&b, "%s %s\n", name, judged[name])
		}
		if err := os.WriteFile(textsFile, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range fields {
		kind, reason, _ := strings.Cut(judged[name], " ")
		if !slices.Contains(judgements, kind) || kind == "exempt" && reason == "" {
			t.Errorf("%s: judge it in %s: guarded, name, code, or exempt with the reason; now %q", name, textsFile, judged[name])
		}
		delete(judged, name)
	}
	for name := range judged {
		t.Errorf("%s is in %s, but no call takes it", name, textsFile)
	}
}
