package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"caunoi/backend/fault"
)

// secondFolder is the folder made on a stick or another disk; secondMark in it says whose it is.
const (
	secondFolder = "CauNoi-sao-luu"
	secondMark   = "cau-noi-noi-sao-luu.json"
	secondNote   = "noi-sao-luu.json" // in the data folder: it belongs to this machine, so no restore changes it
)

// untilNoted is how long it goes without being noted that the place still holds everything; it is looked at every minute.
const untilNoted = time.Hour

// Second is the other place where backups are kept, as this machine remembers it.
type Second struct {
	ID     string    `json:"id"`     // the same as in the mark; the place is known by it and not by the letter of its drive
	Path   string    `json:"path"`   // where it was last
	Inside string    `json:"inside"` // its path on its own disk
	Filled time.Time `json:"filled"` // when everything was last there
}

// SecondPlace is the chosen place, with an empty ID when there is none yet.
func (s *Store) SecondPlace() (p Second) {
	text, err := os.ReadFile(filepath.Join(s.dir, secondNote))
	if err != nil || json.Unmarshal(text, &p) != nil {
		return Second{}
	}
	return p
}

// ChooseSecond makes dir the other place of backups. Faults: invalid for no folder, conflict for one inside the data folder, or on
// the same disk unless sameDisk says that the person agreed; unavailable when it cannot be written.
func (s *Store) ChooseSecond(dir string, sameDisk bool) error {
	dir = strings.TrimSpace(dir)
	info, err := os.Stat(dir)
	if !filepath.IsAbs(dir) || err != nil || !info.IsDir() {
		return fault.Invalid("path", "Không thấy thư mục này. Hãy cắm USB hoặc ổ đĩa, rồi ghi đủ đường dẫn, ví dụ E:\\.")
	}
	if within, err := filepath.Rel(
		s.dir,
		dir,
	); err == nil && within != ".." &&
		!strings.HasPrefix(within, ".."+string(filepath.Separator)) {
		return fault.Invalid("path", "Thư mục này nằm trong thư mục dữ liệu: hỏng máy thì mất cả hai. Hãy chọn USB hoặc ổ đĩa khác.")
	}
	if disk := diskOf(dir); !sameDisk && disk != "" && disk == diskOf(s.dir) {
		return fault.Conflict("Thư mục này nằm trên cùng ổ đĩa với dữ liệu: hỏng ổ đĩa thì mất cả hai. " +
			"Hãy chọn USB hoặc ổ đĩa khác, hoặc đánh dấu “Vẫn dùng ổ đĩa này”.")
	}
	if filepath.Base(dir) != secondFolder {
		dir = filepath.Join(dir, secondFolder)
	}
	if err := prepareFolder(dir); err != nil {
		return err
	}
	p := Second{ID: markOf(dir), Path: dir, Inside: insideOf(dir, s.places())}
	if p.ID == "" {
		p.ID = NewID()
		if err := WriteWhole(filepath.Join(dir, secondMark), Second{ID: p.ID}); err != nil {
			return fault.Unavailable(fmt.Sprintf("Không ghi được vào “%s”. Hãy kiểm tra USB có khóa ghi không.", dir))
		}
	}
	return WriteWhole(filepath.Join(s.dir, secondNote), p)
}

// OtherDisks lists the disks plugged in now on which the data do not lie.
func (s *Store) OtherDisks() []string {
	out, own := []string{}, diskOf(s.dir)
	for _, root := range s.places() {
		if disk := diskOf(root); disk != "" && disk != own && !slices.Contains(out, root) {
			out = append(out, root)
		}
	}
	return out
}

func markOf(dir string) string {
	var mark Second
	text, err := os.ReadFile(filepath.Join(dir, secondMark))
	if err != nil || json.Unmarshal(text, &mark) != nil {
		return ""
	}
	return mark.ID
}

// insideOf is the path of a folder on its own disk.
func insideOf(dir string, places []string) string {
	for _, root := range places {
		if within, err := filepath.Rel(root, dir); err == nil && !strings.HasPrefix(within, "..") {
			return within
		}
	}
	return secondFolder
}

// FindSecond tells where the chosen place is plugged in now, "" when it is not.
func (s *Store) FindSecond() string {
	p := s.SecondPlace()
	if p.ID == "" {
		return ""
	}
	places := []string{p.Path}
	for _, root := range s.places() {
		places = append(places, filepath.Join(root, p.Inside), filepath.Join(root, secondFolder))
	}
	for _, dir := range places {
		if markOf(dir) == p.ID {
			return dir
		}
	}
	return ""
}

var errPulledOut = fault.Unavailable("Nơi sao lưu thứ hai bị rút ra khi đang chép. Hãy cắm lại; chương trình tự chép tiếp, " +
	"các bản đã chép xong không sao.")

// FillSecond copies to the other place what the rule keeps and is not there yet, verified, and thins it by the same rule unless
// keepAll. It gives how many were copied; nothing happens while the place is not plugged in. Faults: unavailable.
func (s *Store) FillSecond(officeID string, keepAll bool) (int, error) {
	dir := s.FindSecond()
	if dir == "" {
		return 0, nil
	}
	there := Copies(dir)
	has := func(name string) bool {
		return slices.ContainsFunc(there, func(c Copy) bool { return c.Name == name && c.Complete })
	}
	var all []Copy
	for _, c := range slices.Concat(Copies(s.BackupDir()), there) {
		if c.Complete && c.Manifest.OfficeID == officeID {
			all = append(all, c)
		}
	}
	unwanted := superfluous(distinct(all), s.Clock())
	copied := 0
	for _, c := range slices.Backward(all) { // the newest last: it is the one a reader trusts to follow all others
		if c.Dir == dir || has(c.Name) || slices.ContainsFunc(unwanted, func(u Copy) bool { return u.Name == c.Name }) {
			continue
		}
		if err := s.carry(c, dir); err != nil {
			return copied, err
		}
		copied++
	}
	if p, now := s.SecondPlace(), s.Clock(); copied > 0 || p.Path != dir || now.Before(p.Filled) || now.Sub(p.Filled) >= untilNoted {
		p.Path, p.Inside, p.Filled = dir, insideOf(dir, s.places()), now
		if err := WriteWhole(filepath.Join(s.dir, secondNote), p); err != nil {
			return copied, translateMove(err)
		}
	}
	if keepAll {
		return copied, nil
	}
	return copied, Thin(dir, officeID, s.Clock())
}

func distinct(all []Copy) (out []Copy) {
	seen := map[string]bool{}
	for _, c := range all {
		if !seen[c.Name] {
			out = append(out, c)
		}
		seen[c.Name] = true
	}
	return out
}

// CopyTo copies a backup into any folder. Faults: invalid when there is no such folder, unavailable when it cannot be written.
func (s *Store) CopyTo(c Copy, dir string) (Copy, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return Copy{}, fault.Invalid("out", fmt.Sprintf("Không thấy thư mục “%s”. Hãy tạo thư mục hoặc cắm USB rồi làm lại.", dir))
	}
	err := s.carry(c, dir)
	c.Dir = dir
	return c, err
}

// carry copies one backup into another folder; it gets its name there only once every byte has been read back.
func (s *Store) carry(c Copy, dir string) error {
	if free, err := s.freeSpace(dir); err == nil && free < c.Manifest.Size {
		return fault.Unavailable(fmt.Sprintf("Nơi sao lưu thứ hai “%s” chỉ còn trống %s, bản tiếp theo cần %s. Hãy xóa bớt tệp khác ở đó.",
			dir, SizeWord(free), SizeWord(c.Manifest.Size)))
	}
	part := filepath.Join(dir, c.Name+partSuffix)
	defer os.Remove(part)
	err := copyFile(c.Path(), part)
	if err == nil {
		var sum string
		if _, sum, err = sumOf(part, false); err == nil && sum != c.Manifest.SHA256 {
			err = errors.New("read back wrongly")
		}
	}
	if err == nil {
		err = os.Rename(part, filepath.Join(dir, c.Name+copySuffix))
	}
	if err == nil {
		err = writeManifest(dir, c.Name, c.Manifest)
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return errPulledOut
	case !c.Intact():
		return fault.Unavailable("Bản sao lưu “" + c.Name + "” trên máy này bị hỏng nên không chép sang nơi thứ hai. " +
			"Hãy bấm “Sao lưu ngay” để có bản mới.")
	}
	return fault.Unavailable(fmt.Sprintf("Không chép được sang “%s”: nơi này không ghi được hoặc đã đầy. Hãy kiểm tra rồi cắm lại.", dir))
}
