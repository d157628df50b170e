//go:build !windows

package border

import (
	"os/exec"

	"caunoi/backend/fault"
)

// OpenWithSystem shows a document in the program that the system has for its kind.
func OpenWithSystem(path string) error {
	if start("xdg-open", path) != nil {
		return fault.Conflict("Máy chưa có chương trình đọc loại tệp này. Hãy bấm Lưu rồi mở tệp bằng chương trình sẵn có.")
	}
	return nil
}

// PrintWithSystem sends a document to the default printer.
func PrintWithSystem(path string) error {
	if start("lp", path) != nil {
		return fault.Conflict("Máy chưa cài máy in. Hãy bấm Mở bằng trình đọc PDF rồi in từ đó.")
	}
	return nil
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
