package store

import (
	"errors"

	driver "github.com/glebarez/go-sqlite"

	"caunoi/backend/fault"
)

// HowToRestore says how a backup takes the place of a database that cannot be used. Nobody is to copy files by hand: the engine
// would apply a -wal that was left to whatever database lies beside it.
const HowToRestore = "Hãy mở Cầu Nối và chọn một bản sao lưu để phục hồi, hoặc dùng lệnh “caunoi-cli restore”. " +
	"Đừng tự chép tệp đè lên caunoi.db."

var errDamaged = fault.Unavailable("Tệp dữ liệu bị hỏng. Tệp được giữ nguyên.\n" + HowToRestore)

// translate turns what the engine says about disk and file into sentences a clerk can act on. Faults pass as they
// are; anything else stays an internal error.
func translate(err error) error {
	var e *driver.Error
	if err == nil || !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case 5, 6: // BUSY, LOCKED
		return fault.Unavailable("Dữ liệu đang bận vì một chương trình khác đang ghi. Hãy đợi một lát rồi thử lại; chưa có gì được lưu.")
	case 8: // READONLY
		return fault.Unavailable(
			"Tệp dữ liệu đang ở chế độ chỉ đọc. Hãy bỏ thuộc tính chỉ đọc hoặc chuyển thư mục dữ liệu; chưa có gì được lưu.",
		)
	case 10: // IOERR
		return fault.Unavailable(
			"Đĩa báo lỗi khi đọc hoặc ghi. Hãy kiểm tra lại bản ghi vừa nhập trước khi nhập lại, và báo cho người quản trị.",
		)
	case 13: // FULL
		return fault.Unavailable("Đĩa đã đầy nên chưa lưu được gì. Hãy giải phóng dung lượng rồi lưu lại.")
	case 11, 26: // CORRUPT, NOTADB
		return errDamaged
	case 14: // CANTOPEN, whose own text speaks of memory
		return fault.Unavailable("Không mở được tệp dữ liệu. Hãy kiểm tra thư mục dữ liệu còn đó và ghi được.")
	}
	return err
}
