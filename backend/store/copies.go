package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// ProgramVersion is written into every manifest; main sets it.
var ProgramVersion = "0.0.0"

// trailHead gives the last link of the trail's chain, which every manifest keeps outside the database. "" = there is no chain.
var trailHead = func(*Tx) (string, error) { return "", nil }

// Reason is why a backup was made.
type Reason string

// The occasions of a backup.
const (
	AtStart         Reason = "start"
	AtExit          Reason = "exit"
	EveryHalfHour   Reason = "timer"
	BeforeImport    Reason = "import"
	BeforeMerger    Reason = "merger"
	BeforeMigration Reason = "migration"
	BeforeRestore   Reason = "restore"
	ByHand          Reason = "hand"
)

// reasonWords are the words of the screen, and the part of the file name that says the same.
var reasonWords = map[Reason]struct{ word, inName string }{
	AtStart:         {"Khi mở máy", "mo-may"},
	AtExit:          {"Khi đóng chương trình", "dong"},
	EveryHalfHour:   {"Tự động", "tu-dong"},
	BeforeImport:    {"Trước khi nhập Excel", "truoc-nhap"},
	BeforeMerger:    {"Trước biến động", "truoc-bien-dong"},
	BeforeMigration: {"Trước khi nâng cấp", "truoc-nang-cap"},
	BeforeRestore:   {"Trước khi phục hồi", "truoc-phuc-hoi"},
	ByHand:          {"Bấm sao lưu", "bam"},
}

// Word is how the screen names the occasion.
func (r Reason) Word() string {
	if known, ok := reasonWords[r]; ok {
		return known.word
	}
	return "Không rõ"
}

const (
	copySuffix     = ".db"
	manifestSuffix = ".json"
	partSuffix     = ".part"
)

// Manifest lies beside each backup and says what it holds; a copy without one is unfinished or from an older version.
type Manifest struct {
	Office    string         `json:"office"`
	OfficeID  string         `json:"officeId"` // the first account ever made: told apart from another office's of the same name
	Program   string         `json:"program"`
	Schema    int            `json:"schema"`
	Moment    time.Time      `json:"moment"`
	Reason    Reason         `json:"reason"`
	Counts    map[string]int `json:"counts"` // rows of each table
	Live      map[string]int `json:"live"`   // those of them not in the bin
	State     string         `json:"state"`  // identity of the database that was copied, see last_write
	Size      int64          `json:"size"`   // bytes
	SHA256    string         `json:"sha256"`
	TrailHead string         `json:"trailHead"`
}

// Copy is one backup in a folder.
type Copy struct {
	Name     string // without its ending
	Dir      string
	Manifest Manifest
	Complete bool // it has its manifest and its size is the one told there
}

// Path is the database of the copy.
func (c Copy) Path() string { return filepath.Join(c.Dir, c.Name+copySuffix) }

// freeName is a name that neither a copy nor a manifest has yet.
func freeName(dir string, m Manifest) string {
	base := "caunoi-" + m.Moment.In(vietnam).Format("20060102-150405") + "-" + reasonWords[m.Reason].inName
	for n := 1; ; n++ {
		name := base
		if n > 1 {
			name = fmt.Sprintf("%s-%d", base, n)
		}
		_, err := os.Lstat(filepath.Join(dir, name+copySuffix))
		_, noManifest := os.Lstat(filepath.Join(dir, name+manifestSuffix))
		if errors.Is(err, fs.ErrNotExist) && errors.Is(noManifest, fs.ErrNotExist) {
			return name
		}
	}
}

var vietnam = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

// Copies lists the backups of a folder, the newest first. A folder that is not there has none. Copies of versions before the
// manifest are listed by the day of their file; a copy whose size is not the one of its manifest is not complete.
func Copies(dir string) []Copy {
	entries, _ := os.ReadDir(dir)
	out := []Copy{}
	for _, entry := range entries {
		name, isCopy := strings.CutSuffix(entry.Name(), copySuffix)
		info, err := entry.Info()
		if !isCopy || err != nil || !info.Mode().IsRegular() {
			continue
		}
		c := Copy{Name: name, Dir: dir}
		switch read := readManifest(dir, name, &c.Manifest); {
		case read == nil:
			c.Complete = c.Manifest.Size == info.Size()
		case errors.Is(read, fs.ErrNotExist) && strings.HasPrefix(name, "caunoi-"):
			continue // unfinished
		default:
			c.Manifest = Manifest{Moment: info.ModTime(), Size: info.Size()}
			if strings.HasPrefix(name, "truoc-nang-cap-") {
				c.Manifest.Reason = BeforeMigration
			}
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Copy) int {
		if order := b.Manifest.Moment.Compare(a.Manifest.Moment); order != 0 {
			return order
		}
		return strings.Compare(b.Name, a.Name)
	})
	return out
}

func readManifest(dir, name string, into *Manifest) error {
	text, err := os.ReadFile(filepath.Join(dir, name+manifestSuffix))
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

func writeManifest(dir, name string, m Manifest) error {
	return WriteWhole(filepath.Join(dir, name+manifestSuffix), m)
}

// WriteWhole stores a value as JSON so that a power cut leaves the old file or the new one.
func WriteWhole(path string, value any) error {
	text, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	part := path + partSuffix
	file, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		_ = os.Remove(part)
		return err
	}
	return flushFolder(filepath.Dir(path))
}

// sumOf reads a file through: its size in bytes and its SHA-256. flush puts it onto the disk first.
func sumOf(path string, flush bool) (int64, string, error) {
	mode := os.O_RDONLY
	if flush {
		mode = os.O_RDWR // Windows flushes only what may be written
	}
	file, err := os.OpenFile(path, mode, 0)
	if err != nil {
		return 0, "", err
	}
	defer file.Close()
	if flush {
		if err := file.Sync(); err != nil {
			return 0, "", err
		}
	}
	sum := sha256.New()
	size, err := io.Copy(sum, file)
	return size, hex.EncodeToString(sum.Sum(nil)), err
}

// MomentWord is a moment as the screen says it, in the time of Vietnam: "08:00 ngày 26/11/2026".
func MomentWord(t time.Time) string { return t.In(vietnam).Format("15:04 ngày 02/01/2006") }

// SizeWord is a number of bytes as the screen says it: "48 MB".
func SizeWord(bytes int64) string {
	const kb, mb, gb = 1 << 10, 1 << 20, 1 << 30
	switch {
	case bytes < mb:
		return fmt.Sprintf("%d KB", (bytes+kb-1)/kb)
	case bytes < gb:
		return fmt.Sprintf("%d MB", (bytes+mb/2)/mb)
	}
	return strings.Replace(fmt.Sprintf("%.1f GB", float64(bytes)/gb), ".", ",", 1)
}

// OfficeID tells the office of a database: the first account ever made, which is never removed. "" before the first run.
func (tx *Tx) OfficeID() (id string, err error) {
	return id, tx.Raw("SELECT id FROM user_account ORDER BY rowid LIMIT 1").Scan(&id).Error
}

// NewestSame gives the newest complete backup and tells whether it holds exactly what the open database holds, every byte of it
// still as it was written.
func (s *Store) NewestSame() (newest Copy, same bool, err error) {
	state, err := s.State()
	if err != nil {
		return newest, false, err
	}
	for _, c := range Copies(s.BackupDir()) {
		if c.Complete && c.Manifest.State == state {
			return c, c.Intact(), nil
		}
	}
	return newest, false, nil
}

// State is the identity of what the open database holds: two databases with the same hold the same.
func (s *Store) State() (state string, err error) {
	err = s.Read(context.Background(), As{}, func(tx *Tx) error {
		return tx.Raw("SELECT lower(hex(id)) FROM last_write").Scan(&state).Error
	})
	return state, err
}

// Free is how many bytes the disk of the data has left; Size is how many the database takes.
func (s *Store) Free() (int64, error) { return s.freeSpace(s.dir) }

// Size is the size of the database with its log, in bytes.
func (s *Store) Size() int64 { return sizeWithLog(s.Path()) }
