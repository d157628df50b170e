package border

import (
	"errors"

	"golang.org/x/sys/windows"

	"caunoi/backend/fault"
)

// OpenWithSystem shows a document in the program that Windows has for its kind.
func OpenWithSystem(path string) error {
	if shell("open", path) != nil {
		return fault.Conflict("Máy chưa có chương trình đọc loại tệp này. Hãy bấm Lưu rồi mở tệp bằng chương trình sẵn có.")
	}
	return nil
}

// PrintWithSystem asks the program for this kind of document to print it.
func PrintWithSystem(path string) error {
	if shell("print", path) != nil {
		return fault.Conflict("Máy chưa có chương trình in loại tệp này. Hãy bấm Mở bằng trình đọc PDF rồi in từ đó.")
	}
	return nil
}

func shell(verb, path string) error {
	v, err := windows.UTF16PtrFromString(verb)
	if err != nil {
		return err
	}
	p, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, v, p, nil, nil, windows.SW_SHOWNORMAL)
}

func fileInUse(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}
