// Command caunoi-cli is the desk without a window: it sets up, imports, prints and checks a data folder, for machines
// without a screen and for scripts. It acts as the program itself and needs no sign-in; whoever may run it can read the
// folder anyway. It never opens a folder that a window has open.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Exit codes a script can rely on.
const (
	exitDone    = 0
	exitRefused = 1 // bad data, a rule, the disk: the sentence is on standard error
	exitUsage   = 2 // the command line itself is wrong
)

// version is set by the build from wails.json.
var version = "0.0.0"

func main() {
	store.ProgramVersion = version
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// usageError is a wrong command line; help is shown with it.
type usageError struct{ message, help string }

func (e usageError) Error() string { return e.message }

// errHelp says that help was asked for; it is no failure.
type errHelp struct{ text string }

func (e errHelp) Error() string { return e.text }

func run(args []string, out, errOut io.Writer) int {
	err := dispatch(args, out, errOut)
	var usage usageError
	var help errHelp
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &help):
		fmt.Fprintln(out, help.text)
		return exitDone
	case errors.As(err, &usage):
		fmt.Fprintln(errOut, usage.message)
		fmt.Fprintln(errOut, usage.help)
		return exitUsage
	}
	if e, known := fault.Of(err); known {
		fmt.Fprintln(errOut, e.Error())
	} else {
		fmt.Fprintln(errOut, "Có lỗi ngoài dự kiến; chưa có gì được lưu:", err)
	}
	return exitRefused
}

// job is what a command gets: its words, where to write, and the folder.
type job struct {
	data  string
	words []string // positional arguments
	flags *options
	out   io.Writer
	err   io.Writer
}

// dispatch finds the longest command the words begin with.
func dispatch(args []string, out, errOut io.Writer) error {
	o, words, err := parse(args)
	if err != nil {
		return err
	}
	if o.has("version") {
		fmt.Fprintln(out, "caunoi-cli", version)
		return nil
	}
	for _, c := range commands {
		if len(words) < len(c.name) || !equal(words[:len(c.name)], c.name) {
			continue
		}
		if o.has("help") {
			return errHelp{c.help()}
		}
		if err := c.allows(o); err != nil {
			return err
		}
		rest := words[len(c.name):]
		if len(rest) < c.least || len(rest) > c.most {
			return usageError{"Sai số tham số cho lệnh “" + c.title() + "”.", c.help()}
		}
		return c.run(job{data: o.data, words: rest, flags: o, out: out, err: errOut})
	}
	switch {
	case o.has("help") || len(words) == 0 && len(args) == 0:
		return errHelp{overview()}
	case len(words) == 0:
		return usageError{"Thiếu lệnh.", overview()}
	}
	if text := groupHelp(words[0]); text != "" {
		return usageError{"Lệnh “" + words[0] + "” cần thêm tham số.", text}
	}
	return usageError{"Không có lệnh “" + words[0] + "”.", overview()}
}

func equal(a, b []string) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
