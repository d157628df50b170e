//go:build !windows

package border

import (
	"os"
	"path/filepath"
	"testing"
)

// What a person is told when a document cannot be shown or printed; the programs of the system are small scripts.
func TestViewerSaysWhatWorksInstead(t *testing.T) {
	for name, tt := range map[string]struct {
		programs map[string]string
		do       func(string) error
		want     error
	}{
		"printed":             {map[string]string{"lp": "exit 0"}, PrintWithSystem, nil},
		"no printing system":  {nil, PrintWithSystem, errNoPrinter},
		"no printer":          {map[string]string{"lp": "exit 1", "lpstat": "exit 1"}, PrintWithSystem, errNoPrinter},
		"the printer refuses": {map[string]string{"lp": "exit 1", "lpstat": "exit 0"}, PrintWithSystem, errNotPrinted},
		"opened":              {map[string]string{"xdg-open": "exit 0"}, OpenWithSystem, nil},
		"no reader":           {nil, OpenWithSystem, errNoReader},
		"a name that looks like flag": {map[string]string{"lp": `[ "$1" = "--" ] && [ "$2" = "-d may.pdf" ]`},
			func(string) error { return PrintWithSystem("-d may.pdf") }, nil},
	} {
		dir := t.TempDir()
		for program, does := range tt.programs {
			if err := os.WriteFile(filepath.Join(dir, program), []byte("#!/bin/sh\n"+does+"\n"), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		t.Setenv("PATH", dir)
		if err := tt.do(filepath.Join(dir, "Sổ.pdf")); err != tt.want {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
}
