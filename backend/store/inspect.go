package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"caunoi/backend/fault"
)

// sqliteHead is how every file of the engine begins.
const sqliteHead = "SQLite format 3\x00"

// beingMade is the name under which a new database is written until it is whole.
const beingMade = FileName + ".dang-tao"

// backupFolder holds the copies that the program makes, inside the data folder.
const backupFolder = "sao-luu"

// inspect makes sure that the database may be opened: it is there, whole at first sight, ours, and no log of another
// database lies beside it. A folder in which nothing of an office lies gets a new, empty database; nothing else ever does.
func (s *Store) inspect() error {
	info, err := os.Stat(s.Path())
	if errors.Is(err, fs.ErrNotExist) {
		return s.create()
	}
	if err != nil || info.IsDir() {
		return fault.Unavailable(fmt.Sprintf("Không đọc được tệp dữ liệu “%s”.", s.Path()))
	}
	if err := s.inspectFile(info.Size()); err != nil {
		return err
	}
	if s.aside, err = s.setLogAside(); err != nil {
		return fault.Unavailable(fmt.Sprintf("Không đọc được tệp ghi dở “%s-wal”. Hãy kiểm tra quyền đọc, ghi rồi mở lại.", s.Path()))
	}
	return s.explain(isOurs(s.Path()))
}

// inspectFile looks at the head of the file without the engine, which would take an empty file for a new database.
func (s *Store) inspectFile(size int64) error {
	file, err := os.Open(s.Path())
	if err != nil {
		return fault.Unavailable(fmt.Sprintf("Không đọc được tệp dữ liệu “%s”. Hãy kiểm tra quyền đọc.", s.Path()))
	}
	defer file.Close()
	head, whole := readHead(file)
	switch {
	case size == 0:
		return s.unusable("Tệp dữ liệu caunoi.db rỗng (0 byte).")
	case !whole:
		return s.unusable("Tệp dữ liệu caunoi.db bị hỏng hoặc không phải của Cầu Nối.")
	case head.owner != 0 && head.owner != ourFile && head.owner != ourCopy:
		return s.unusable("Tệp caunoi.db là dữ liệu của một chương trình khác, không phải của Cầu Nối.")
	case size < head.pages*head.pageSize && !isNotEmpty(s.Path()+"-wal"):
		return s.unusable(fmt.Sprintf("Tệp dữ liệu caunoi.db bị cụt: chỉ còn %d trong %d byte.", size, head.pages*head.pageSize))
	}
	return nil
}

func isNotEmpty(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

var errForeign = errors.New("not a database of this program")

// isOurs tells by its tables whether the file is a database of this program; nothing is changed.
func isOurs(path string) error {
	db, err := sql.Open("sqlite", path+"?_pragma=query_only(1)&_pragma=busy_timeout(10000)")
	if err != nil {
		return err
	}
	defer db.Close()
	var version, owner, tables int
	const ask = `SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master
		WHERE type = 'table' AND name IN ('setting', 'user_account', 'audit_entry')) FROM pragma_user_version, pragma_application_id`
	if err := db.QueryRow(ask).Scan(&version, &owner, &tables); err != nil {
		return err
	}
	if version == 0 || tables < 3 || owner == 0 && version >= marksFrom {
		return errForeign
	}
	return nil
}

// marksFrom is the first schema whose files carry ourFile and last_write; earlier ones are known by their tables.
const marksFrom = 17

// quickCheck reads every page once and refuses a database with a page that is not as the engine writes it.
func (s *Store) quickCheck() error {
	db, err := sql.Open("sqlite", s.Path()+"?_pragma=query_only(1)&_pragma=busy_timeout(10000)&_pragma=mmap_size(1073741824)")
	if err != nil {
		return err
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRow("PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return s.explain(err)
	}
	if verdict != "ok" {
		return s.unusable("Tệp dữ liệu caunoi.db bị hỏng bên trong (" + verdict + ").")
	}
	return nil
}

// Damaged tells whether the last opening failed because the database is missing or cannot be used; a backup may then take its place.
func (s *Store) Damaged() bool {
	s.turn.Lock()
	defer s.turn.Unlock()
	return s.damaged
}

// create makes the database of a new office under another name and gives it its own only when it is whole, so that a file
// called caunoi.db is never half made.
func (s *Store) create() error {
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		if _, err := os.Lstat(s.Path() + suffix); err == nil {
			return s.unusable("Không thấy tệp dữ liệu caunoi.db, nhưng còn tệp caunoi.db" + suffix + " đi kèm nó. " +
				"Nếu tệp caunoi.db vừa bị chuyển hay đổi tên, hãy đưa nó về chỗ cũ.")
		}
	}
	if s.newestCopy() != "" {
		return s.unusable("Không thấy tệp dữ liệu caunoi.db, nhưng trong thư mục dữ liệu còn bản sao lưu nên chương trình " +
			"không lập văn phòng mới. Nếu tệp caunoi.db vừa bị chuyển hay đổi tên, hãy đưa nó về chỗ cũ.")
	}
	made := filepath.Join(s.dir, beingMade)
	removeDatabase(made) // of a start that was cut off
	if err := migrate(made, s.Clock()); err != nil {
		return translate(err)
	}
	s.created = true
	return renameToFreeName(made, s.dir, FileName)
}

// explain gives the sentence for an error of a database that was found.
func (s *Store) explain(err error) error {
	switch err = translate(err); {
	case errors.Is(err, errForeign):
		return s.unusable("Tệp caunoi.db là dữ liệu của một chương trình khác, không phải của Cầu Nối.")
	case errors.Is(err, errDamaged):
		return s.unusable("Tệp dữ liệu caunoi.db bị hỏng.")
	}
	return err
}

// unusable says why the database cannot be used, that nothing was changed, and how a backup takes its place.
func (s *Store) unusable(why string) error {
	s.damaged = true
	which := "Trong thư mục dữ liệu không có bản sao lưu nào; hãy tìm trên USB hoặc máy khác trước khi làm."
	if newest := s.newestCopy(); newest != "" {
		which = fmt.Sprintf("Bản sao lưu gần nhất trong thư mục dữ liệu là “%s”.", newest)
	}
	return fault.Unavailable(why + " Mọi tệp được giữ nguyên.\n" + HowToRestore + "\n" + which)
}

// newestCopy is the youngest other database in the data folder or among its backups, by its path inside the folder, or "".
func (s *Store) newestCopy() string {
	var newest string
	var when time.Time
	for _, folder := range []string{"", backupFolder} {
		entries, _ := os.ReadDir(filepath.Join(s.dir, folder))
		for _, entry := range entries {
			name := filepath.Join(folder, entry.Name())
			info, err := entry.Info()
			if err != nil || !info.Mode().IsRegular() || name == FileName || strings.HasPrefix(name, beingMade) ||
				strings.HasSuffix(name, ".part") || !beginsAsDatabase(filepath.Join(s.dir, name)) {
				continue
			}
			if newest == "" || info.ModTime().After(when) {
				newest, when = name, info.ModTime()
			}
		}
	}
	return newest
}

func beginsAsDatabase(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	_, ok := readHead(file)
	return ok
}

// Notices says what the last opening found and did beside opening, in sentences for a person.
func (s *Store) Notices() []string {
	if s.aside == "" {
		return []string{}
	}
	return []string{s.aside}
}

// recordNotices notes in the trail what Notices tells.
func (s *Store) recordNotices() error {
	if s.aside == "" {
		return nil
	}
	return s.Write(context.Background(), As{UserName: "Chương trình", Action: "store.Open"}, func(tx *Tx) error {
		tx.Audit(FileName, s.aside)
		return nil
	})
}
