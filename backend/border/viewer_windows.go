package border

import (
	"errors"
	"unsafe"

	"golang.org/x/sys/windows"

	"caunoi/backend/fault"
)

// What only Windows refuses.
var (
	errNotOpened  = fault.Conflict("Windows không cho mở tệp này. Hãy bấm Lưu, cất tệp vào thư mục của mình rồi mở từ đó.")
	errNoPrintVia = fault.Conflict(
		"Trình đọc PDF trên máy không nhận lệnh in thẳng. Hãy chọn Cách in là Mở bằng trình đọc PDF rồi in từ đó, hoặc Lưu PDF.",
	)
)

// OpenWithSystem shows a document in the program that Windows has for its kind.
func OpenWithSystem(path string) error {
	switch err := shell("open", path); {
	case err == nil:
		return nil
	case errors.Is(err, windows.ERROR_ACCESS_DENIED), fileInUse(err):
		return errNotOpened
	default:
		return errNoReader
	}
}

// PrintWithSystem asks the program for this kind of document to print it on the default printer. Without one the program
// would ask in a window of its own, or fail without a word, so that is found out first.
func PrintWithSystem(path string) error {
	if !hasPrinter() {
		return errNoPrinter
	}
	switch err := shell("print", path); {
	case err == nil:
		return nil
	case errors.Is(err, windows.ERROR_ACCESS_DENIED), fileInUse(err):
		return errNotPrinted
	default:
		return errNoPrintVia // no program, or one that knows no "print" for the kind: a browser, most often
	}
}

var getDefaultPrinter = windows.NewLazySystemDLL("winspool.drv").NewProc("GetDefaultPrinterW")

// hasPrinter asks for the name of the default printer with no room for it: "too little room" means that there is one. Where
// Windows cannot be asked, printing is tried.
func hasPrinter() bool {
	if getDefaultPrinter.Find() != nil {
		return true
	}
	var room uint32
	_, _, err := getDefaultPrinter.Call(0, uintptr(unsafe.Pointer(&room)))
	return !errors.Is(err, windows.ERROR_FILE_NOT_FOUND)
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
