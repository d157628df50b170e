package border

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"caunoi/backend/fault"
)

// WriteFile puts content at path wholly or not at all: it is written beside
// the target, flushed to disk, then renamed over it. The old file stays when
// anything fails, for example while another program holds it open.
func WriteFile(path string, content []byte) error {
	part, err := os.CreateTemp(filepath.Dir(path), ".caunoi-*.part")
	if err != nil {
		return fault.Invalid(
			"path",
			fmt.Sprintf("Không ghi được vào thư mục “%s”. Hãy chọn thư mục khác hoặc kiểm tra quyền ghi.", filepath.Dir(path)),
		)
	}
	defer os.Remove(part.Name()) // after the rename there is nothing left to remove
	_, err = part.Write(content)
	err = errors.Join(err, part.Sync(), part.Close())
	if err != nil {
		return fault.Invalid("path", "Không ghi hết được tệp; có thể đĩa đã đầy. Hãy chọn nơi khác rồi lưu lại.")
	}
	if err := os.Chmod(part.Name(), 0o644); err != nil {
		return err
	}
	if err := os.Rename(part.Name(), path); err != nil {
		if errors.Is(err, fs.ErrPermission) || fileInUse(err) {
			return fault.Conflict(
				fmt.Sprintf(
					"Tệp “%s” đang mở ở chương trình khác. Hãy đóng tệp đó rồi lưu lại, hoặc lưu với tên khác.",
					filepath.Base(path),
				),
			)
		}
		return fault.Invalid("path", fmt.Sprintf("Không lưu được “%s”. Hãy chọn tên hoặc thư mục khác.", filepath.Base(path)))
	}
	return nil
}
