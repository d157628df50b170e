package store

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"caunoi/backend/fault"
)

func gone(path string) bool {
	_, err := os.Lstat(path)
	return os.IsNotExist(err)
}

// Only a folder of one of our names that carries our mark for this very name is removed.
func TestOnlyFoldersOfOursAreRemoved(t *testing.T) {
	for name, tt := range map[string]struct {
		folder, mark string
		removed      bool
	}{
		"ours":                    {SampleFolder, markText(SampleFolder), true},
		"copies being read":       {ReadingFolder, markText(ReadingFolder), true},
		"no mark":                 {SampleFolder, "", false},
		"the mark of another":     {SampleFolder, markText(ReadingFolder), false},
		"a mark somebody changed": {SampleFolder, markText(SampleFolder) + "x", false},
		"the office's own folder": {"CauNoiDuLieu", markText("CauNoiDuLieu"), false},
		"a mark carried upwards":  {"CauNoiDuLieu", markText(SampleFolder), false},
	} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			dir := filepath.Join(home, tt.folder)
			put(t, filepath.Join(dir, "sâu", FileName), []byte("x"))
			if tt.mark != "" {
				put(t, filepath.Join(dir, markFile), []byte(tt.mark))
			}
			err := RemoveOwnFolder(dir)
			if tt.removed != (err == nil) || tt.removed != gone(dir) || !tt.removed && !fault.Is(err, fault.CodeConflict) {
				t.Errorf("removed %v, %v", gone(dir), err)
			}
			if left, _ := os.ReadDir(home); tt.removed && len(left) != 0 {
				t.Errorf("left: %v", left)
			}
		})
	}
}

func TestALinkIsNotRemovedNorFollowed(t *testing.T) {
	home, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), SampleFolder)
	put(t, filepath.Join(elsewhere, markFile), []byte(markText(SampleFolder)))
	dir := filepath.Join(home, SampleFolder)
	if err := os.Symlink(elsewhere, dir); err != nil {
		t.Fatal(err)
	}
	if err := RemoveOwnFolder(dir); !fault.Is(err, fault.CodeConflict) || gone(dir) || gone(filepath.Join(elsewhere, markFile)) {
		t.Errorf("got %v", err)
	}
	if err := MakeOwnFolder(dir, nil); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("got %v", err)
	}
}

// A removal that was cut off leaves the folder under its other name, with the mark in it; the next one ends it.
func TestARemovalThatWasCutOffIsEnded(t *testing.T) {
	dir := filepath.Join(t.TempDir(), SampleFolder)
	ours, foreign := dir+removing+"1", dir+removing+"2"
	put(t, filepath.Join(ours, "x"), nil)
	put(t, filepath.Join(ours, markFile), []byte(markText(SampleFolder)))
	put(t, filepath.Join(foreign, "x"), nil)
	if err := RemoveOwnFolder(dir); err != nil {
		t.Fatal(err)
	}
	if !gone(ours) || gone(foreign) {
		t.Errorf("ours gone: %v, somebody's gone: %v", gone(ours), gone(foreign))
	}
}

func TestAFolderOfOursIsMadeOnlyWhereNothingLies(t *testing.T) {
	copies := func(e fs.DirEntry) bool { return e.Name() == "123" }
	for name, tt := range map[string]struct {
		folder  string
		holds   string
		mayHold func(fs.DirEntry) bool
		made    bool
	}{
		"nothing there":         {SampleFolder, "", nil, true},
		"somebody's file":       {SampleFolder, "Báo cáo.docx", nil, false},
		"what an earlier made":  {ReadingFolder, "123", copies, true},
		"and what somebody put": {ReadingFolder, "Báo cáo.docx", copies, false},
		"not one of our names":  {"Documents", "", nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), tt.folder)
			if tt.holds != "" {
				put(t, filepath.Join(dir, tt.holds), nil)
			}
			err := MakeOwnFolder(dir, tt.mayHold)
			if tt.made != (err == nil) || tt.made != IsOwnFolder(dir) || !tt.made && !fault.Is(err, fault.CodeConflict) {
				t.Fatalf("made %v, %v", IsOwnFolder(dir), err)
			}
			if tt.made {
				put(t, filepath.Join(dir, "x"), nil)
				if err := MakeOwnFolder(dir, nil); err != nil {
					t.Errorf("a second time: %v", err)
				}
			}
		})
	}
}

func TestOnlyADatabaseOfThisOpeningIsDiscarded(t *testing.T) {
	s := opened(t)
	s.Discard()
	if !gone(s.Path()) {
		t.Fatal("what the opening made is still there")
	}
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	s.Discard()
	if gone(s.Path()) {
		t.Fatal("a database that was there before is gone")
	}
}
