package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"caunoi/backend/border"
	"caunoi/backend/clock"
)

// options are the flags of every command; a command says which of them it takes.
type options struct {
	data string
	now  func() time.Time // of --today, or the machine's
	set  *pflag.FlagSet
}

// valued flags take a value, switches stand alone. What each means to a command is in the help text of the command.
var (
	valued = []string{
		"data", "today", "scale", "as-of", "source", "scheme", "ambiguous", "close", "ending", "period", "unit", "format", "form",
		"out", "number", "suffix", "date", "days", "level", "name", "superior", "place", "login", "full-name", "password-file", "each",
		"kind", "to", "parts", "replaces", "supplements", "cause", "note", "reason",
	}
	switches = []string{
		"version",
		"apply",
		"close-below",
		"skip-errors",
		"draft",
		"copies",
		"duplex",
		"contents-only",
		"confirm",
		"estimate",
	}
)

// standing is the value of a switch that was given. No argument of a program can hold a NUL, so "--apply=TEXT" never passes
// for "--apply".
const standing = "\x00"

var errNoValue = errors.New("a switch takes no value")

// switchValue is a flag that stands alone. pflag's own boolean would take "--apply=false".
type switchValue struct{}

func (switchValue) String() string { return "" }
func (switchValue) Type() string   { return "switch" }

func (switchValue) Set(text string) error {
	if text != standing {
		return errNoValue
	}
	return nil
}

// newFlags has every flag of the program: they may stand before the command too, when it is not known yet which it takes.
func newFlags() *pflag.FlagSet {
	set := pflag.NewFlagSet("caunoi-cli", pflag.ContinueOnError)
	set.SortFlags = false // a refusal names the first flag that was written
	set.SetOutput(io.Discard)
	for _, name := range valued {
		set.String(name, "", "")
	}
	for _, name := range switches {
		set.VarPF(switchValue{}, name, "", "").NoOptDefVal = standing
	}
	set.VarPF(switchValue{}, "help", "h", "").NoOptDefVal = standing
	return set
}

// parse takes flags wherever they stand, "--name value" or "--name=value", so that a script need not mind their order. Of a
// flag given twice the last counts; behind "--" everything is a word.
func parse(args []string) (*options, []string, error) {
	o := &options{set: newFlags()}
	if err := o.set.Parse(args); err != nil {
		return nil, nil, usageError{sentence(err), overview()}
	}
	folder, err := border.DataFolder(o.get("data", ""), os.Getenv)
	if err != nil && !o.has("help") && !o.has("version") {
		return nil, nil, err
	}
	o.data = folder
	if o.now, err = clock.From(o.get("today", "")); err != nil {
		return nil, nil, usageError{"--today: " + err.Error(), overview()}
	}
	return o, o.set.Args(), nil
}

// sentence says in Vietnamese what pflag found wrong.
func sentence(err error) string {
	var unknown *pflag.NotExistError
	var syntax *pflag.InvalidSyntaxError
	var missing *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return fmt.Sprintf("Không có tùy chọn -%s.", unknown.GetSpecifiedShortnames())
	case errors.As(err, &unknown):
		return fmt.Sprintf("Không có tùy chọn --%s.", unknown.GetSpecifiedName())
	case errors.As(err, &syntax):
		return fmt.Sprintf("Không có tùy chọn %s.", syntax.GetSpecifiedFlag())
	case errors.As(err, &missing):
		return fmt.Sprintf("Thiếu giá trị sau --%s.", missing.GetSpecifiedName())
	case errors.As(err, &value):
		return fmt.Sprintf("Tùy chọn --%s đứng một mình, không nhận giá trị.", value.GetFlag().Name)
	}
	return "Dòng lệnh sai."
}

func (o *options) has(name string) bool { return o.set.Changed(name) }

func (o *options) get(name, otherwise string) string {
	if o.has(name) {
		return o.set.Lookup(name).Value.String()
	}
	return otherwise
}

// given are the flags of the command line, in the order written.
func (o *options) given() []string {
	var names []string
	o.set.Visit(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// oneOf reads a flag that has a fixed list of values.
func (j job) oneOf(name, otherwise string, allowed ...string) (string, error) {
	value := j.flags.get(name, otherwise)
	if !slices.Contains(allowed, value) {
		return "", usageError{
			fmt.Sprintf(
				"--%s phải là một trong: %s.",
				name,
				strings.Join(slices.DeleteFunc(slices.Clone(allowed), func(s string) bool { return s == "" }), ", "),
			),
			overview(),
		}
	}
	return value, nil
}
