package store

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"caunoi/backend/fault"
)

// Folders inside the data folder that the program makes, fills and removes by itself. No other folder is ever removed.
const (
	SampleFolder  = "du-lieu-mau" // the made-up office
	ReadingFolder = "dang-xem"    // copies open in another program
	DraftFolder   = "ban-nhap"    // forms that were begun and not saved, by person
	RestoreFolder = "phuc-hoi"    // databases on their way in and out of their place; see Change
)

var ownFolders = []string{SampleFolder, ReadingFolder, DraftFolder, RestoreFolder}

// markFile lies in a folder of ours and names it, so that a mark copied elsewhere gives nothing away for removal.
const markFile = "thu-muc-cua-cau-noi.txt"

// removing is how the name of a folder continues once it is moved aside to be removed.
const removing = ".dang-xoa-"

func markText(folder string) string {
	return "Thư mục “" + folder + "” do Cầu Nối tạo và có thể bị Cầu Nối xóa. Không để tệp của mình ở đây.\n"
}

// IsOwnFolder tells whether dir is a folder of ours with our mark in it.
func IsOwnFolder(dir string) bool { return carriesMark(dir, filepath.Base(dir)) }

func carriesMark(dir, name string) bool {
	info, err := os.Lstat(dir) // a link to somewhere else is not ours, whatever lies there
	if err != nil || !info.IsDir() || !slices.Contains(ownFolders, name) {
		return false
	}
	text, err := os.ReadFile(filepath.Join(dir, markFile))
	return err == nil && string(text) == markText(name)
}

// MakeOwnFolder makes one of our folders and marks it. One that is there already must carry the mark or be empty, or hold
// nothing but what mayHold accepts; otherwise it is somebody's: a conflict.
func MakeOwnFolder(dir string, mayHold func(fs.DirEntry) bool) error {
	if IsOwnFolder(dir) {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fault.Unavailable(fmt.Sprintf("Không tạo được thư mục “%s”. Hãy kiểm tra quyền ghi hoặc dung lượng đĩa.", dir))
	}
	entries, err := os.ReadDir(dir)
	info, linked := os.Lstat(dir)
	foreign := slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return mayHold == nil || !mayHold(e) })
	if err != nil || linked != nil || !info.IsDir() || foreign || !slices.Contains(ownFolders, filepath.Base(dir)) {
		return fault.Conflict(
			fmt.Sprintf("Thư mục “%s” có tệp không phải của Cầu Nối. Hãy chuyển các tệp đó sang nơi khác rồi làm lại.", dir),
		)
	}
	if err := os.WriteFile(filepath.Join(dir, markFile), []byte(markText(filepath.Base(dir))), 0o600); err != nil {
		return fault.Unavailable(fmt.Sprintf("Không ghi được vào thư mục “%s”. Hãy kiểm tra quyền ghi hoặc dung lượng đĩa.", dir))
	}
	return nil
}

// RemoveOwnFolder removes a folder of ours. It is moved aside first, which fails as a whole while another program has a
// file of it open, and its mark goes last, so that a removal that was cut off is ended by the next one. A folder without
// our mark is refused: a conflict.
func RemoveOwnFolder(dir string) error {
	name := filepath.Base(dir)
	siblings, _ := os.ReadDir(filepath.Dir(dir))
	for _, sibling := range siblings {
		aside := filepath.Join(filepath.Dir(dir), sibling.Name())
		if strings.HasPrefix(sibling.Name(), name+removing) && carriesMark(aside, name) {
			_ = removeRenamed(aside) // tried again the next time
		}
	}
	if _, err := os.Lstat(dir); os.IsNotExist(err) {
		return nil
	}
	if !IsOwnFolder(dir) {
		return fault.Conflict(fmt.Sprintf("Thư mục “%s” không mang dấu của Cầu Nối nên không xóa.", dir))
	}
	aside := dir + removing + NewID()
	if err := os.Rename(dir, aside); err != nil {
		return fault.Unavailable(fmt.Sprintf("Thư mục “%s” đang được chương trình khác mở. Hãy đóng chương trình đó rồi làm lại.", dir))
	}
	return removeRenamed(aside)
}

func removeRenamed(aside string) error {
	entries, err := os.ReadDir(aside)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.Name() == markFile {
			continue
		}
		if err := os.RemoveAll(filepath.Join(aside, entry.Name())); err != nil {
			return err
		}
	}
	return os.RemoveAll(aside)
}

// removeInRestore removes one folder inside RestoreFolder, which must carry our mark. What another program has open stays.
func (s *Store) removeInRestore(name string) {
	root := filepath.Join(s.dir, RestoreFolder)
	if ownName(name) && IsOwnFolder(root) {
		_ = os.RemoveAll(filepath.Join(root, name)) // tried again at the next restore
	}
}

// Discard closes the store and removes the database that its own opening made; one that was there before is left alone.
func (s *Store) Discard() {
	s.Close()
	if s.created {
		removeDatabase(s.Path())
	}
	s.created = false
}

// removeDatabase removes a database that is given up; the file itself goes last, because a log without it is refused.
func removeDatabase(path string) {
	for _, suffix := range []string{"-journal", "-shm", "-wal", ""} {
		_ = os.Remove(path + suffix)
	}
}

// renameToFreeName gives a file a name in dir that nothing has yet, for good: the folder is flushed too.
func renameToFreeName(from, dir, name string) error {
	if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
		return fs.ErrExist
	}
	if err := os.Rename(from, filepath.Join(dir, name)); err != nil {
		return err
	}
	return flushFolder(dir)
}

// flushFolder puts the names of a folder onto the disk.
func flushFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil // folders cannot be flushed there; the file system keeps the order by itself
	}
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Sync()
}
