package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"caunoi/backend/border"
)

func TestPackedScreensAreTheBuiltOnes(t *testing.T) {
	built := fstest.MapFS{
		"index.html":       {Data: []byte("<!doctype html>")},
		"assets/trang.js":  {Data: bytes.Repeat([]byte("màn hình "), 5000), ModTime: time.Unix(1, 0)},
		"assets/chu.woff2": {Data: []byte{0, 1, 2}},
		".gitkeep":         {},
	}
	folder := t.TempDir()
	first, second := filepath.Join(folder, "a", "screens.zip"), filepath.Join(folder, "b", "screens.zip")
	if err := pack(built, first); err != nil {
		t.Fatal(err)
	}
	built["assets/trang.js"].ModTime = time.Unix(1e9, 0)
	if err := pack(built, second); err != nil {
		t.Fatal(err)
	}
	a, _ := os.ReadFile(first)
	b, _ := os.ReadFile(second)
	if len(a) == 0 || !bytes.Equal(a, b) {
		t.Error("the same screens at another time are other bytes")
	}
	if len(a) > 5000 {
		t.Errorf("45 kB of repeated words take %d bytes", len(a))
	}

	screens := border.Screens(os.DirFS(filepath.Dir(first)), "screens.zip")
	for name, file := range built {
		got, err := fs.ReadFile(screens, name)
		if name == ".gitkeep" {
			if err == nil {
				t.Errorf("%s was packed", name)
			}
			continue
		}
		if err != nil || !bytes.Equal(got, file.Data) {
			t.Errorf("%s: %d of %d bytes, %v", name, len(got), len(file.Data), err)
		}
	}
}

func TestAFolderThatIsNotThereIsNotPacked(t *testing.T) {
	target := filepath.Join(t.TempDir(), "screens.zip")
	if err := pack(os.DirFS(filepath.Join(t.TempDir(), "nowhere")), target); err == nil {
		t.Error("a missing folder was packed")
	}
	if found, _ := filepath.Glob(target + "*"); len(found) > 0 {
		t.Errorf("%v is left", found)
	}
}
