package exchange

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"caunoi/backend/fault"
)

type fileKind int

const (
	kindCSV fileKind = iota
	kindXLSX
)

// utf16le writes ASCII the way OLE directories do.
func utf16le(text string) []byte {
	out := make([]byte, 0, 2*len(text))
	for i := range len(text) {
		out = append(out, text[i], 0)
	}
	return out
}

// recognise looks at the first bytes, because offices rename files: the ending says little about the content.
func recognise(name string, content []byte) (fileKind, error) {
	refuse := func(format string, args ...any) (fileKind, error) {
		return 0, fault.Invalid("file", fmt.Sprintf(format, args...))
	}
	head := content[:min(len(content), 512)]
	trimmed := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	ending := strings.ToLower(filepath.Ext(name))
	switch {
	case len(content) == 0:
		return refuse("Tệp “%s” trống (0 byte). Hãy kiểm tra lại tệp rồi chọn lại.", name)
	case len(content) > maxFileBytes:
		return refuse(
			"Tệp “%s” lớn hơn %d MB. Hãy xóa các trang tính, hình ảnh không cần rồi lưu lại, hoặc chia thành nhiều tệp.",
			name,
			maxFileBytes>>20,
		)
	case bytes.HasPrefix(content, []byte("PK\x03\x04")):
		return kindXLSX, nil
	case bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0")):
		if bytes.Contains(content, utf16le("EncryptedPackage")) {
			return refuse("Tệp “%s” có đặt mật khẩu mở. Hãy mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ), lưu lại rồi nhập.", name)
		}
		return refuse(
			"Tệp “%s” là Excel đời cũ (.xls). Hãy mở bằng Excel, chọn Lưu thành “Sổ làm việc Excel (*.xlsx)” rồi nhập tệp mới.",
			name,
		)
	case bytes.HasPrefix(content, []byte("%PDF")):
		return refuse("Tệp “%s” là PDF, không đọc được thành bảng. Hãy xin tệp Excel (.xlsx) hoặc CSV.", name)
	case bytes.HasPrefix(trimmed, []byte("<")):
		return refuse(
			"Tệp “%s” thật ra là trang web hoặc XML đổi đuôi. Hãy mở bằng Excel, chọn Lưu thành “Sổ làm việc Excel (*.xlsx)” rồi nhập tệp mới.",
			name,
		)
	case ending == ".xlsx" || ending == ".xlsm" || ending == ".xls":
		return refuse("Tệp “%s” bị hỏng: không phải tệp Excel. Hãy xin lại tệp gốc.", name)
	case ending != ".csv" && ending != ".txt" && ending != ".tsv":
		return refuse("Không đọc được loại tệp “%s”. Chỉ nhập được tệp Excel (.xlsx) hoặc CSV.", name)
	}
	return kindCSV, nil
}
