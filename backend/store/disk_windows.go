package store

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// freeSpace is how many bytes the person may still write on the disk of a folder.
func freeSpace(dir string) (int64, error) {
	name, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, err
	}
	var free uint64
	err = windows.GetDiskFreeSpaceEx(name, &free, nil, nil)
	return int64(free), err
}

// diskOf names the disk a folder lies on; "" when it cannot be told.
func diskOf(dir string) string {
	full, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	return strings.ToUpper(filepath.VolumeName(full))
}

// mountedPlaces are the drives that are plugged in now, whatever their letter.
func mountedPlaces() []string {
	drives, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var out []string
	for letter := range 26 {
		if drives&(1<<letter) != 0 {
			out = append(out, string(rune('A'+letter))+`:\`)
		}
	}
	return out
}
