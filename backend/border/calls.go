package border

import (
	"encoding/json"
	"fmt"
	"reflect"
	"sort"
	"strings"

	"caunoi/backend/fault"
)

// Calls finds a bound method by the name the page uses ("units.Service.Tree")
// and calls it with the same decoding as the window library: arguments are a
// JSON list of exactly the method's length, unknown fields are dropped, the
// last result may be an error. The real window does not use it; the preview
// does, so that a screen cannot tell the two apart.
type Calls struct{ methods map[string]reflect.Value }

// NewCalls collects the exported methods of the bound structs. It panics when
// something is bound that the window library would refuse: that is a mistake
// in the program, found at the first start.
func NewCalls(bound []any) *Calls {
	c := &Calls{methods: map[string]reflect.Value{}}
	for _, b := range bound {
		v := reflect.ValueOf(b)
		if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
			panic(fmt.Sprintf("bound value %T is no pointer to a struct", b))
		}
		owner := v.Type().Elem().String()
		for i := range v.NumMethod() {
			c.methods[owner+"."+v.Type().Method(i).Name] = v.Method(i)
		}
	}
	return c
}

// Names lists every method as package.Struct.Method, sorted.
func (c *Calls) Names() []string {
	names := make([]string, 0, len(c.methods))
	for name := range c.methods {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// Call runs one method and returns its result as JSON. The error, if any, is
// what the method returned or a fault saying why it could not be called; give
// it to fault.JSON before it goes to the page.
func (c *Calls) Call(name string, args []json.RawMessage) (result json.RawMessage, err error) {
	method, known := c.methods[name]
	if !known {
		return nil, fault.NotFound("Chương trình không có chức năng " + name + ".")
	}
	in, err := arguments(name, method.Type(), args)
	if err != nil {
		return nil, err
	}
	// The gate already turns a panic into an error; this one catches what is bound without a gate.
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic in %s: %v", name, p)
		}
	}()
	var value any
	for _, out := range method.Call(in) {
		if failed, is := out.Interface().(error); is {
			return nil, failed
		}
		if out.Type() != reflect.TypeFor[error]() {
			value = out.Interface()
		}
	}
	return json.Marshal(value)
}

func arguments(name string, method reflect.Type, args []json.RawMessage) ([]reflect.Value, error) {
	if len(args) != method.NumIn() {
		return nil, fmt.Errorf("%s takes %d arguments, got %d", name, method.NumIn(), len(args))
	}
	in := make([]reflect.Value, len(args))
	for i, arg := range args {
		v := reflect.New(method.In(i))
		if err := json.Unmarshal(arg, v.Interface()); err != nil {
			return nil, fmt.Errorf("argument %d of %s: %w", i+1, name, err)
		}
		in[i] = v.Elem()
	}
	return in, nil
}

// Split cuts a name of Names into package, struct and method.
func Split(name string) (pkg, owner, method string) {
	parts := strings.SplitN(name, ".", 3)
	if len(parts) != 3 {
		return "", "", name
	}
	return parts[0], parts[1], parts[2]
}
