package border

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// DataFolder says where the office's data lie: the --data flag, else CAUNOI_DATA,
// else the user's own place for data. It never answers with a folder that an
// installer or an uninstaller owns, because uninstalling must not take the
// records along (promise 18). It touches no disk.
func DataFolder(flagged string, getenv func(string) string) (string, error) {
	chosen := flagged
	if chosen == "" {
		chosen = getenv("CAUNOI_DATA")
	}
	if chosen == "" {
		var err error
		if chosen, err = usualFolder(runtime.GOOS, getenv); err != nil {
			return "", err
		}
	}
	abs, err := filepath.Abs(chosen)
	if err != nil {
		return "", err
	}
	if exe, err := os.Executable(); err == nil && installOwns(runtime.GOOS, filepath.Dir(exe), abs) {
		return "", errors.New("Không đặt dữ liệu trong thư mục cài đặt chương trình, vì gỡ chương trình sẽ làm mất dữ liệu. " +
			"Hãy chọn thư mục khác bằng --data hoặc biến CAUNOI_DATA.")
	}
	return abs, nil
}

// usualFolder is apart from DataFolder so that a test can ask for Windows on Linux.
func usualFolder(system string, getenv func(string) string) (string, error) {
	if system == "windows" {
		// Not %APPDATA%\caunoi.exe: other uninstallers of the same window library delete that one.
		// Not the roaming profile either: a database must not be copied at sign-out.
		if local := getenv("LOCALAPPDATA"); local != "" {
			return local + `\CauNoiDuLieu`, nil
		}
		return "", errors.New("Không tìm thấy thư mục dữ liệu của người dùng (LOCALAPPDATA). Hãy chỉ rõ thư mục bằng --data.")
	}
	// A folder below "caunoi", because the web view keeps its own files right in it.
	// The XDG rule: a relative value must be ignored.
	if data := getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
		return filepath.Join(data, "caunoi", "du-lieu"), nil
	}
	if home := getenv("HOME"); home != "" {
		return filepath.Join(home, ".local", "share", "caunoi", "du-lieu"), nil
	}
	return "", errors.New("Không tìm thấy thư mục nhà của người dùng (HOME). Hãy chỉ rõ thư mục bằng --data.")
}

// installOwns says whether path lies in the program's own folder. It matters on
// Windows only, where a person installs into a folder and may delete it whole.
func installOwns(system, dir, path string) bool {
	return system == "windows" && within(dir, path)
}

func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
