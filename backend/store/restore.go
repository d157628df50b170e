package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"caunoi/backend/fault"
)

// swapFile is the journal of a change of databases: while it says stepOut or stepIn, the next opening goes on with the change
// before it looks at anything else, so that a program that was ended at any step comes back with the old database or the new one.
const swapFile = "phuc-hoi.json"

type swapStep string

const (
	stepOut  swapStep = "out"  // the present database and its logs are being moved into Out
	stepIn   swapStep = "in"   // the next one is being moved out of In
	stepDone swapStep = "done" // the next one is in its place; Out is kept until somebody confirms
)

// swap is one change of databases. Folders are named inside RestoreFolder.
type swap struct {
	Step   swapStep  `json:"step"`
	Out    string    `json:"out"`
	In     string    `json:"in"`
	Moment time.Time `json:"moment"`
	Copy   string    `json:"copy"`   // the backup that was restored
	Of     time.Time `json:"of"`     // when that backup was made
	State  string    `json:"state"`  // identity of the database set aside, "" = it could not be read
	Return bool      `json:"return"` // the change takes a restore back
}

// Restored tells of a restore that nobody has confirmed yet.
type Restored struct {
	Moment time.Time // when it was done
	Copy   string    // name of the backup
	Of     time.Time // when the backup was made
}

// databaseFiles are the files of one database; they are only ever moved together.
var databaseFiles = []string{FileName, FileName + "-wal", FileName + "-shm", FileName + "-journal"}

// afterStep is told each step of a change; tests end the program there.
var afterStep = func(string) {}

func (s *Store) restoreDir(name string) string { return filepath.Join(s.dir, RestoreFolder, name) }

// LayReady verifies a backup and lays a copy of it ready inside the data folder; the present database is not touched. The result
// goes to Change. Faults: conflict when the backup is damaged, foreign or newer than this program, unavailable when there is no room.
func (s *Store) LayReady(c Copy) (Prepared, error) {
	if err := c.Verify(); err != nil {
		return Prepared{}, err
	}
	if err := MakeOwnFolder(filepath.Join(s.dir, RestoreFolder), nil); err != nil {
		return Prepared{}, err
	}
	s.removeLaidReady()
	if err := roomFor(s.dir, c.Manifest.Size, s.freeSpace); err != nil {
		return Prepared{}, err
	}
	id := NewID() // its end is what is random
	p := Prepared{name: s.Clock().UTC().Format("20060102-150405") + "-" + id[len(id)-4:], of: c}
	target := filepath.Join(s.restoreDir(p.name+"-vao"), FileName)
	err := os.MkdirAll(filepath.Dir(target), 0o700)
	if err == nil {
		err = copyFile(c.Path(), target)
	}
	if err == nil && c.Manifest.SHA256 != "" {
		var sum string
		if _, sum, err = sumOf(target, false); err == nil && sum != c.Manifest.SHA256 {
			err = errors.New("the copy was read wrongly")
		}
	}
	if err != nil {
		s.Forget(p)
		return Prepared{}, fault.Unavailable("Chưa phục hồi: không chép được bản sao lưu vào thư mục dữ liệu. " +
			"Hãy kiểm tra dung lượng đĩa, nơi giữ bản sao lưu còn cắm, rồi làm lại. Dữ liệu đang dùng được giữ nguyên.")
	}
	afterStep("prepared")
	return p, nil
}

// Prepared is a backup that lies ready to take the place of the database.
type Prepared struct {
	name string
	of   Copy
}

// removeLaidReady removes what was laid ready and never used, because the program was ended meanwhile.
func (s *Store) removeLaidReady() {
	w, err := s.lastSwap()
	left, _ := filepath.Glob(s.restoreDir("*-vao"))
	for _, dir := range left {
		if err == nil && filepath.Base(dir) != w.In {
			s.removeInRestore(filepath.Base(dir))
		}
	}
}

// Forget removes a prepared backup that is not used after all.
func (s *Store) Forget(p Prepared) { s.removeInRestore(p.name + "-vao") }

// CopyAt takes any file for a backup; it is proved by Verify. A manifest beside it counts. Fault: not_found.
func CopyAt(path string) (Copy, error) {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() || filepath.Ext(path) != copySuffix {
		return Copy{}, fault.NotFound("Không thấy bản sao lưu này. Hãy ghi đúng đường dẫn tới tệp .db.")
	}
	c := Copy{Name: strings.TrimSuffix(filepath.Base(path), copySuffix), Dir: filepath.Dir(path)}
	if readManifest(c.Dir, c.Name, &c.Manifest) != nil {
		c.Manifest = Manifest{Moment: info.ModTime(), Size: info.Size()}
	}
	c.Complete = c.Manifest.SHA256 != "" && c.Manifest.Size == info.Size()
	return c, nil
}

// Verify proves that a backup can take the place of a database: every byte is as it was, it is whole, ours, and not newer than
// this program. Nothing is changed. Fault: conflict, with the sentence that says which of these it is not.
func (c Copy) Verify() error {
	if _, err := os.Stat(c.Path()); err != nil {
		return fault.NotFound("Không còn thấy bản sao lưu này. Nếu bản nằm trên USB, hãy cắm lại rồi làm lại.")
	}
	if c.Manifest.SHA256 != "" && !c.Intact() {
		return fault.Conflict("Bản sao lưu này bị hỏng: nội dung không còn như lúc chép. Hãy chọn bản khác.")
	}
	if err := isOurs(c.Path()); err != nil {
		if errors.Is(err, errForeign) {
			return fault.Conflict("Tệp này không phải dữ liệu của Cầu Nối. Hãy chọn bản khác.")
		}
		return fault.Conflict("Bản sao lưu này bị hỏng, không mở được. Hãy chọn bản khác.")
	}
	db, err := sql.Open("sqlite", c.Path()+"?_pragma=query_only(1)")
	if err != nil {
		return err
	}
	defer db.Close()
	if sound(db) != nil {
		return fault.Conflict("Bản sao lưu này bị hỏng bên trong. Hãy chọn bản khác.")
	}
	f, err := factsOf(db)
	if err != nil {
		return fault.Conflict("Bản sao lưu này bị hỏng, không đọc được hết. Hãy chọn bản khác.")
	}
	for table, rows := range c.Manifest.Counts {
		if f.counts[table] != rows {
			return fault.Conflict("Bản sao lưu này thiếu bản ghi so với lúc chép. Hãy chọn bản khác.")
		}
	}
	all, err := steps(migrationFiles)
	if err != nil {
		return err
	}
	if last := all[len(all)-1].version; f.schema > last {
		return fault.Conflict(fmt.Sprintf(
			"Bản sao lưu này do Cầu Nối mới hơn tạo (mức %d, chương trình này đọc được đến mức %d). Hãy cài bản mới rồi phục hồi.",
			f.schema, last))
	}
	return nil
}

// Change puts a prepared backup in the place of the database of a closed store. The database that was there is set aside with its
// logs, for Return. Fault: unavailable when a file cannot be moved; the old database is then back in its place.
func (s *Store) Change(p Prepared) error {
	state, err := s.stateAside()
	if err != nil {
		return err
	}
	return s.exchangeFiles(swap{
		Out: p.name + "-ra", In: p.name + "-vao", Moment: s.Clock(), Copy: p.of.Name, Of: p.of.Manifest.Moment, State: state,
	})
}

// stateAside is the identity of the database that is about to be set aside, "" where it has none that can be read. One with a log
// beside it is not opened: the engine would change it, and it is to be kept exactly as it is.
func (s *Store) stateAside() (string, error) {
	if !beginsAsDatabase(s.Path()) || isNotEmpty(s.Path()+"-wal") || isNotEmpty(s.Path()+"-journal") {
		return "", nil
	}
	db, err := sql.Open("sqlite", s.Path()+"?_pragma=query_only(1)")
	if err != nil {
		return "", err
	}
	defer db.Close()
	f, err := factsOf(db)
	if err != nil {
		return "", nil //nolint:nilerr // damage is why one restores
	}
	return f.state, nil
}

// Return takes the last unconfirmed restore of a closed store back: what was set aside is the database again. What was restored
// is set aside in its turn and stays until the next restore is confirmed.
func (s *Store) Return() error {
	done, err := s.lastSwap()
	if err != nil {
		return err
	}
	if done.Step != stepDone || done.Return {
		return fault.Conflict("Không có lần phục hồi nào đang chờ xác nhận để quay lại.")
	}
	return s.exchangeFiles(swap{Out: done.Out + "-sau", In: done.Out, Moment: s.Clock(), Return: true})
}

// Unconfirmed tells of the last restore while it can still be taken back.
func (s *Store) Unconfirmed() (Restored, bool) {
	done, err := s.lastSwap()
	if err != nil || done.Step != stepDone || done.Return {
		return Restored{}, false
	}
	return Restored{Moment: done.Moment, Copy: done.Copy, Of: done.Of}, true
}

// Confirm ends the time in which a restore can be taken back. The database set aside is removed only where a backup of that very
// state verifies; one that could not be read stays for whoever may still save something out of it.
func (s *Store) Confirm() error {
	done, err := s.lastSwap()
	if err != nil || done.Step != stepDone {
		return err
	}
	if done.State != "" {
		for _, c := range Copies(s.BackupDir()) {
			if c.Manifest.State == done.State && c.Complete && c.Intact() {
				s.removeInRestore(done.Out)
				break
			}
		}
	}
	return os.Remove(filepath.Join(s.dir, swapFile))
}

// ownName tells whether a folder inside RestoreFolder has a name that this program gives. The journal lies open to anybody: a
// name out of it must lead nowhere else.
func ownName(name string) bool { return swapName.MatchString(name) }

var swapName = regexp.MustCompile(`^\d{8}-\d{6}-[0-9a-f]{4}-(vao|ra|ra-sau)$`)

func (s *Store) lastSwap() (w swap, err error) {
	text, err := os.ReadFile(filepath.Join(s.dir, swapFile))
	if errors.Is(err, fs.ErrNotExist) {
		return w, nil
	}
	if err == nil {
		err = json.Unmarshal(text, &w)
	}
	if err == nil && !(ownName(w.Out) && ownName(w.In)) {
		err = errors.New("the journal names folders that no change of databases makes")
	}
	if err != nil {
		return swap{}, fault.Unavailable(
			"Không đọc được tệp phuc-hoi.json trong thư mục dữ liệu nên chưa biết lần phục hồi trước đã xong chưa. " +
				"Mọi tệp được giữ nguyên; hãy báo người quản trị.",
		)
	}
	return w, nil
}

// exchangeFiles begins a change and goes through its steps. Where a file cannot be moved, what was moved goes back.
func (s *Store) exchangeFiles(w swap) error {
	w.Step = stepOut
	if err := os.MkdirAll(s.restoreDir(w.Out), 0o700); err != nil {
		return translateMove(err)
	}
	if err := s.writeSwap(w); err != nil {
		return translateMove(err)
	}
	err := s.finish(w)
	if err == nil {
		return nil
	}
	back, read := s.lastSwap()
	if read == nil && back.Step == stepOut { // nothing has come in: the old files go back to their place
		if undo := moveDatabase(s.restoreDir(w.Out), s.dir); undo == nil {
			_ = os.Remove(filepath.Join(s.dir, swapFile))
		}
	}
	return translateMove(err)
}

func (s *Store) writeSwap(w swap) error {
	err := WriteWhole(filepath.Join(s.dir, swapFile), w)
	if err == nil {
		afterStep("journal " + string(w.Step))
	}
	return err
}

// finish does what is left of a change. Each step may be done again: what was moved is not there to be moved any more.
func (s *Store) finish(w swap) error {
	if w.Step == stepOut {
		if err := moveDatabase(s.dir, s.restoreDir(w.Out)); err != nil {
			return err
		}
		w.Step = stepIn
		if err := s.writeSwap(w); err != nil {
			return err
		}
	}
	if w.Step == stepIn {
		if err := moveDatabase(s.restoreDir(w.In), s.dir); err != nil {
			return err
		}
		w.Step = stepDone
		if err := s.writeSwap(w); err != nil {
			return err
		}
		_ = os.Remove(s.restoreDir(w.In)) // empty by now
	}
	return nil
}

// finishChange goes on with a change of databases that was cut off.
func (s *Store) finishChange() error {
	w, err := s.lastSwap()
	if err != nil || w.Step == "" || w.Step == stepDone {
		return err
	}
	return translateMove(s.finish(w))
}

// moveDatabase moves the files of a database; those that are not there were moved before or never were.
func moveDatabase(from, to string) error {
	for _, name := range databaseFiles {
		err := os.Rename(filepath.Join(from, name), filepath.Join(to, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		afterStep("moved " + name)
	}
	return errors.Join(flushFolder(from), flushFolder(to))
}

func translateMove(err error) error {
	if err == nil {
		return nil
	}
	return fault.Unavailable("Chưa đổi được tệp dữ liệu: một chương trình khác đang mở tệp, hoặc ổ đĩa không ghi được. " +
		"Hãy đóng chương trình đó rồi mở lại Cầu Nối; không có tệp nào bị xóa.")
}

// copyFile copies a file and puts it onto the disk.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// Rehearse restores a backup into a folder of its own, opens it as the program does, counts it and removes it again. It gives the
// rows outside the bin, or all rows of a table without one. Faults are those of LayReady, and whatever opening gives.
func (s *Store) Rehearse(c Copy) (map[string]int, error) {
	p, err := s.LayReady(c)
	if err != nil {
		return nil, err
	}
	dir := s.restoreDir(p.name + "-vao")
	defer s.Forget(p)
	trial := New(dir)
	trial.Clock = s.Clock
	if err := trial.Open(); err != nil {
		return nil, fault.Unavailable("Tập phục hồi: bản mới nhất không mở được. Hãy bấm “Sao lưu ngay” rồi tập lại.")
	}
	defer trial.Close()
	return trial.CountNow()
}

// CountNow counts what the open database holds: rows outside the bin, or all rows of a table without one.
func (s *Store) CountNow() (map[string]int, error) {
	db, err := sql.Open("sqlite", s.Path()+"?_pragma=query_only(1)&_pragma=busy_timeout(10000)")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	f, err := factsOf(db)
	if err != nil {
		return nil, translate(err)
	}
	return Manifest{Counts: f.counts, Live: f.live}.Holds(), nil
}

// Holds counts the records of a backup: rows outside the bin, or all rows of a table without one.
func (m Manifest) Holds() map[string]int {
	out := maps.Clone(m.Counts)
	maps.Copy(out, m.Live)
	return out
}
