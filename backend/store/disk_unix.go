//go:build !windows

package store

import (
	"fmt"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// freeSpace is how many bytes the person may still write on the disk of a folder.
func freeSpace(dir string) (int64, error) {
	var disk unix.Statfs_t
	if err := unix.Statfs(dir, &disk); err != nil {
		return 0, err
	}
	return int64(disk.Bavail) * disk.Bsize, nil //nolint:unconvert // other systems count otherwise
}

// diskOf names the disk a folder lies on; "" when it cannot be told.
func diskOf(dir string) string {
	var info unix.Stat_t
	if unix.Stat(dir, &info) != nil {
		return ""
	}
	return fmt.Sprint(info.Dev)
}

// mountedPlaces are the folders where a stick or another disk may turn up.
func mountedPlaces() []string {
	var out []string
	for _, pattern := range []string{"/media/*", "/media/*/*", "/run/media/*/*", "/mnt/*", "/Volumes/*"} {
		found, _ := filepath.Glob(pattern)
		out = append(out, found...)
	}
	return out
}
