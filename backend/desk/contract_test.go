package desk_test

import (
	"encoding/json"
	"math"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/desk"
	"caunoi/backend/fault"
	"caunoi/backend/units"
)

// method is one call the page can make.
type method struct {
	action string // "<package>.<Method>"
	fn     reflect.Value
}

func methods(d *desk.Desk) []method {
	var out []method
	for _, service := range d.Bound() {
		value := reflect.ValueOf(service)
		room := path.Base(value.Type().Elem().PkgPath())
		for i := range value.NumMethod() {
			out = append(out, method{room + "." + value.Type().Method(i).Name, value.Method(i)})
		}
	}
	return out
}

// Every call has its line in the permission table, and the table has no line without a call.
func TestPermissionTableIsComplete(t *testing.T) {
	var bound []string
	for _, m := range methods(desk.New(t.TempDir())) {
		bound = append(bound, m.action)
		if !slices.Contains(access.Actions(), m.action) {
			t.Errorf("%s has no line in access/permissions.go", m.action)
		}
	}
	for _, action := range access.Actions() {
		if !slices.Contains(bound, action) {
			t.Errorf("access/permissions.go has a line for %s, which the page cannot call", action)
		}
	}
}

// What crosses the border must survive JSON and the generator of the page's bindings.
func TestBorderTypes(t *testing.T) {
	errorType := reflect.TypeFor[error]()
	for _, m := range methods(desk.New(t.TempDir())) {
		shape := m.fn.Type()
		switch {
		case shape.NumOut() == 0 || shape.NumOut() > 2:
			t.Errorf("%s: one or two results, not %d", m.action, shape.NumOut())
		case shape.Out(shape.NumOut()-1) != errorType:
			t.Errorf("%s: the last result must be an error", m.action)
		case shape.NumOut() == 2:
			checkType(t, m.action, shape.Out(0), nil)
		}
		for i := range shape.NumIn() {
			checkType(t, m.action, shape.In(i), nil)
			refuseFields(t, m.action, shape.In(i), nil)
		}
	}
}

func checkType(t *testing.T, where string, typ reflect.Type, seen []reflect.Type) {
	if slices.Contains(seen, typ) {
		return
	}
	seen = append(seen, typ)
	switch typ.Kind() {
	case reflect.String, reflect.Bool, reflect.Int, reflect.Int64, reflect.Float64:
	case reflect.Slice, reflect.Array:
		if typ.Elem().Kind() == reflect.Uint8 {
			t.Errorf("%s: bytes go through /files/, not through a call", where)
		}
		checkType(t, where, typ.Elem(), seen)
	case reflect.Map:
		if typ.Key().Kind() != reflect.String {
			t.Errorf("%s: a map's key must be text", where)
		}
		checkType(t, where, typ.Elem(), seen)
	case reflect.Pointer:
		checkType(t, where, typ.Elem(), seen)
	case reflect.Struct:
		for i := range typ.NumField() {
			field := typ.Field(i)
			if !field.IsExported() {
				t.Errorf("%s: %s.%s is lost on the way", where, typ, field.Name)
				continue
			}
			tag := field.Tag.Get("json")
			if tag == "" && !field.Anonymous {
				t.Errorf("%s: %s.%s has no json tag", where, typ, field.Name)
			}
			if tag != "-" {
				checkType(t, where+" "+typ.Name()+"."+field.Name, field.Type, seen)
			}
		}
	default:
		t.Errorf("%s: %s may not cross the border", where, typ)
	}
}

// refuseFields keeps the page from saying who it is: role, author and moments are the gate's to know.
func refuseFields(t *testing.T, where string, typ reflect.Type, seen []reflect.Type) {
	for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct || slices.Contains(seen, typ) {
		return
	}
	for i := range typ.NumField() {
		field := typ.Field(i)
		if slices.Contains([]string{"Role", "CreatedBy", "CreatedAt", "UserID", "UserName"}, field.Name) && field.Tag.Get("json") != "-" {
			t.Errorf("%s: an input may not carry %s.%s", where, typ, field.Name)
		}
		refuseFields(t, where, field.Type, append(seen, typ))
	}
}

// openOffice is a desk with an account for each role.
func openOffice(t *testing.T) *desk.Desk {
	t.Helper()
	d := desk.New(t.TempDir())
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	_, err := d.Self.SetUp(desk.SetUpInput{
		Level: units.LevelHuyen, Name: "Huyện ủy Thử", Superior: "Đảng bộ tỉnh Thử", Place: "Huyện Thử",
		Login: accesstest.Login(access.QuanTri), FullName: "Người thử", Password: accesstest.Password, Repeat: accesstest.Password,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, role := range []access.Role{access.ChuyenVien, access.LanhDao} {
		_, err := d.Access.SaveUser(
			access.UserInput{Login: accesstest.Login(role), Name: "Người thử", Position: role, Password: accesstest.Password, Active: true},
		)
		if err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// leavesSession names the calls that end or change the session or the folder; the matrix cannot go on after them.
var leavesSession = []string{"access.SignIn", "access.SignOut", "access.Lock", "access.Unlock", "desk.OpenSample", "desk.LeaveSample"}

// Every method × every role and nobody: refused exactly where the reviewed file says so, and never an internal error, a panic
// or a call that hangs, whatever empty input it gets.
func TestMatrixOfMethodsAndRoles(t *testing.T) {
	d := openOffice(t)
	may := reviewed(t)
	for _, who := range []access.Role{"", access.LanhDao, access.ChuyenVien, access.QuanTri} {
		if err := d.Access.SignOut(); err != nil {
			t.Fatal(err)
		}
		if who != "" {
			if _, err := d.Access.SignIn(access.Credentials{Login: accesstest.Login(who), Password: accesstest.Password}); err != nil {
				t.Fatal(err)
			}
		}
		for _, m := range methods(d) {
			if slices.Contains(leavesSession, m.action) {
				continue
			}
			result, err := call(m)
			allowed := may(who, m.action)
			switch {
			case who == "" && !allowed && !fault.Is(err, fault.CodeSignedOut):
				t.Errorf("nobody called %s and got %v", m.action, err)
			case who != "" && !allowed && !fault.Is(err, fault.CodeForbidden):
				t.Errorf("%s called %s and got %v", who, m.action, err)
			case allowed && (fault.Is(err, fault.CodeForbidden) || fault.Is(err, fault.CodeSignedOut)):
				t.Errorf("%s was refused %s: %v", who, m.action, err)
			case err != nil && err.Error() == "":
				t.Errorf("%s: an empty error text would resolve the promise", m.action)
			}
			if e, ok := fault.Of(err); err != nil && (!ok || e.Code == fault.CodeInternal) {
				t.Errorf("%s as %q: %v", m.action, who, err)
			}
			if text, err := json.Marshal(result); err != nil || strings.Contains(string(text), ":null") {
				t.Errorf("%s gives %s, %v: a list that holds nothing must be empty, not null", m.action, text, err)
			}
		}
	}
}

func call(m method) (any, error) {
	in := make([]reflect.Value, m.fn.Type().NumIn())
	for i := range in {
		in[i] = reflect.Zero(m.fn.Type().In(i))
	}
	out := m.fn.Call(in)
	err, _ := out[len(out)-1].Interface().(error)
	if len(out) == 1 || err != nil {
		return struct{}{}, err
	}
	return out[0].Interface(), nil
}

// A result with NaN or Inf would end the whole program on its way to the page; this proves that the guard above sees it.
func TestNaNCannotCross(t *testing.T) {
	if _, err := json.Marshal(math.NaN()); err == nil {
		t.Fatal("NaN became JSON")
	}
}
