//go:build !windows

package border

import (
	"context"
	"errors"
	"os/exec"
	"time"
)

// OpenWithSystem shows a document in the program that the system has for its kind.
func OpenWithSystem(path string) error {
	if start("xdg-open", path) != nil {
		return errNoReader
	}
	return nil
}

// printWait is how long the printing system may take to accept a document; it does not wait for the paper.
const printWait = 20 * time.Second

// PrintWithSystem sends a document to the default printer.
func PrintWithSystem(path string) error {
	ctx, cancel := context.WithTimeout(context.Background(), printWait)
	defer cancel()
	err := exec.CommandContext(ctx, "lp", "--", path).Run()
	switch {
	case err == nil:
		return nil
	case errors.Is(err, exec.ErrNotFound):
		return errNoPrinter
	case exec.Command("lpstat", "-d").Run() != nil: // the printing system itself does not answer
		return errNoPrinter
	}
	return errNotPrinted
}

// start does not wait: a reader stays open as long as the person reads.
func start(program, path string) error {
	cmd := exec.Command(program, path)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }()
	return nil
}

func fileInUse(error) bool { return false }
