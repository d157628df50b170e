package store

import (
	"encoding/json"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"caunoi/backend/fault"
)

// prepareFolder makes the data folder and proves that it can be written, because the engine reports a missing or
// read-only folder as "out of memory".
func prepareFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fault.Unavailable(fmt.Sprintf("Không tạo được thư mục dữ liệu “%s”. Hãy chọn một thư mục ghi được trên máy này.", dir))
	}
	probe, err := os.CreateTemp(dir, ".thu-ghi-*")
	if err != nil {
		return fault.Unavailable(fmt.Sprintf("Không ghi được vào thư mục dữ liệu “%s”. Hãy kiểm tra quyền ghi hoặc dung lượng đĩa.", dir))
	}
	probe.Close()
	return os.Remove(probe.Name())
}

// holder is who keeps the folder open; it is told to whoever comes second.
type holder struct {
	User  string `json:"user"`
	Host  string `json:"host"`
	Since string `json:"since"`
}

// folderLock keeps a second program, also one of another Windows user, from writing to the same folder. The
// operating system drops the lock when the holder dies, so a crash never leaves the folder closed.
type folderLock struct {
	lock *flock.Flock
	note string
}

func lockFolder(dir string, now time.Time) (*folderLock, error) {
	lock := flock.New(filepath.Join(dir, "data.lock"))
	note := filepath.Join(dir, "data.holder.json") // beside the lock: Windows refuses to read a locked file
	got, err := lock.TryLock()
	if err != nil {
		return nil, fault.Unavailable(fmt.Sprintf("Không khóa được thư mục dữ liệu “%s”. Hãy kiểm tra quyền ghi.", dir))
	}
	if !got {
		return nil, fault.Unavailable(holderText(note))
	}
	me := holder{Since: now.Format("15:04 02/01/2006")}
	me.Host, _ = os.Hostname()
	if u, err := user.Current(); err == nil {
		me.User = u.Username
	}
	text, _ := json.Marshal(me)
	_ = os.WriteFile(note, text, 0o600) // only a courtesy to the next one; the lock is what counts
	return &folderLock{lock: lock, note: note}, nil
}

func holderText(note string) string {
	var h holder
	if text, err := os.ReadFile(note); err != nil || json.Unmarshal(text, &h) != nil || h.User == "" {
		return "Dữ liệu đang được một cửa sổ Cầu Nối khác mở. Hãy đóng cửa sổ đó rồi mở lại."
	}
	return fmt.Sprintf(
		"Dữ liệu đang được người dùng “%s” mở trên máy “%s” từ %s. Hãy đóng Cầu Nối ở đó rồi mở lại.",
		h.User,
		h.Host,
		h.Since,
	)
}

func (l *folderLock) release() {
	if l == nil {
		return
	}
	_ = os.Remove(l.note)
	_ = l.lock.Unlock()
}
