package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"caunoi/backend/exchange"
)

// Each kind of import shows what it would do, does it with --apply and is undone; what it counts is of its own kind.
func TestEveryImportPreviewsAppliesAndUndoes(t *testing.T) {
	book, err := exchange.WriteSheet(exchange.Sheet{Name: "Đơn vị", Columns: []string{"Mã", "Tên", "Cấp", "Cấp trên"}, Rows: [][]string{
		{"99", "Tỉnh Mẫu", "Tỉnh", ""}, {"99001", "Xã Mẫu A", "Xã", "Tỉnh Mẫu"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		kind, file, text string
		before, after    string // lines of check
	}{
		{"units", "a.csv", "Mã,Tên,Cấp,Mã TP,Tỉnh\n1,Xã A,Xã,9,Tỉnh Mẫu\n", "units 0\n", "units 2\n"},
		{"officers", "a.csv", "Họ và tên,Chức vụ\nCán bộ mẫu An,Bí thư\nCán bộ mẫu Bình,Phó Bí thư\n", "officers 0\n", "officers 2\n"},
		{"workbook", "a.xlsx", string(book), "units 0\n", "units 2\n"},
	} {
		dir := t.TempDir()
		on(t, exitDone, dir, "init")
		held := func(want, when string) {
			t.Helper()
			if out, _ := on(t, exitDone, dir, "check"); !strings.Contains(out, "\n"+want) && !strings.HasPrefix(out, want) {
				t.Errorf("%s, %s: want %q in %s", c.kind, when, want, out)
			}
		}
		file := write(t, c.file, c.text)
		command := []string{"import", c.kind, file, "--as-of", "2024-01-01", "--source", "Danh sách mẫu"}
		if out, _ := on(t, exitDone, dir, command...); !strings.Contains(out, "mới: 2") && !strings.Contains(out, "mới: 1 (và 1") ||
			!strings.Contains(out, "Chỉ xem trước, chưa nhập gì.") {
			t.Errorf("%s: %s", c.kind, out)
		}
		held(c.before, "after a preview")
		if out, _ := on(t, exitDone, dir, append(command, "--apply")...); !strings.Contains(out, "Đã nhập: 2 mới") {
			t.Errorf("%s: %s", c.kind, out)
		}
		held(c.after, "after the import")
		if out, _ := on(t, exitDone, dir, "import", "list"); !strings.Contains(out, "tính đến 01/01/2024") {
			t.Errorf("%s: another day: %s", c.kind, out)
		}
		on(t, exitDone, dir, "import", "undo")
		held(c.before, "after it was undone")

		if _, errOut := on(t, exitUsage, dir, append(command, "--as-of", "hai")...); !strings.HasPrefix(errOut, "--as-of: ") {
			t.Errorf("%s: %s", c.kind, errOut)
		}
		if _, errOut := on(t, exitUsage, dir, append(command, "--ambiguous", "x")...); !strings.HasPrefix(errOut, "--ambiguous phải") {
			t.Errorf("%s: %s", c.kind, errOut)
		}
		if _, errOut := on(
			t,
			exitRefused,
			dir,
			"import",
			c.kind,
			filepath.Join(dir, "khong-co.csv"),
		); !strings.Contains(
			errOut,
			"đường dẫn",
		) {
			t.Errorf("%s: %s", c.kind, errOut)
		}
		broken := filepath.Join(t.TempDir(), "a.xlsx")
		if err := os.WriteFile(broken, []byte("PK\x03\x04"), 0o600); err != nil {
			t.Fatal(err)
		}
		on(t, exitRefused, dir, "import", c.kind, broken, "--apply")
	}
	dir := t.TempDir()
	on(t, exitDone, dir, "init")
	file := write(t, "a.xlsx", string(book))
	if _, errOut := on(
		t,
		exitRefused,
		dir,
		"import",
		"workbook",
		file,
		"--scheme",
		"khong-co",
	); !strings.Contains(
		errOut,
		"Không có chủ trương “khong-co”",
	) {
		t.Error(errOut)
	}
}
