package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"caunoi/backend/reports"
)

var binary string

// today is the day of the made-up offices; no test goes by the day of the machine.
const today = "2026-11-26"

// TestMain builds the command once; the tests run it as a script would.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "caunoi-cli-")
	if err != nil {
		panic(err)
	}
	binary = filepath.Join(dir, "caunoi-cli")
	build := exec.Command("go", "build", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s\n%v\n", out, err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// cli runs the command and demands an exit code; it gives both streams.
func cli(t *testing.T, want int, args ...string) (out, errOut string) {
	t.Helper()
	cmd := exec.Command(binary, args...)
	var a, b bytes.Buffer
	cmd.Stdout, cmd.Stderr = &a, &b
	err := cmd.Run()
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	if code != want {
		t.Fatalf("%v: exit %d, want %d\n%s%s", args, code, want, &a, &b)
	}
	return a.String(), b.String()
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWrongCommandLines(t *testing.T) {
	for _, args := range [][]string{
		{"khong-co"}, {"import"}, {"import", "units"}, {"import", "units", "a", "b"}, {"--data"}, {"check", "--apply"}, {"--khong-co", "check"}, {"generate"},
		{"generate", "--scale", "planet"}, {"report"}, {"--data", t.TempDir()}, {"check", "--today", "26/11/2026"}, {"check", "--today"},
	} {
		if _, errOut := cli(t, exitUsage, args...); !strings.Contains(errOut, "caunoi-cli") {
			t.Errorf("%v: no help on the error stream: %q", args, errOut)
		}
	}
}

func TestHelpIsThereForEachCommand(t *testing.T) {
	if out, _ := cli(t, exitDone, "--help"); !strings.Contains(out, "Mã thoát") {
		t.Error(out)
	}
	for _, c := range commands {
		out, _ := cli(t, exitDone, append(append([]string{}, c.name...), "--help")...)
		if !strings.Contains(out, "Cách dùng: caunoi-cli") || !strings.Contains(out, c.about) {
			t.Errorf("%s: %s", c.title(), out)
		}
	}
	cli(t, exitDone, "--version")
}

func TestInitSetsUpOnce(t *testing.T) {
	dir := t.TempDir()
	if _, errOut := cli(t, exitRefused, "--data", dir, "check"); !strings.Contains(errOut, "chưa có dữ liệu") {
		t.Error(errOut)
	}
	password := write(t, "mk.txt", "mat-khau-thu\n")
	args := []string{
		"--data",
		dir,
		"init",
		"--level",
		"xa",
		"--name",
		"Đảng ủy xã Mẫu",
		"--place",
		"Mẫu",
		"--superior",
		"Đảng bộ tỉnh Mẫu",
		"--password-file",
	}
	if _, errOut := cli(t, exitRefused, append(args, write(t, "ngan.txt", "ngắn"))...); errOut == "" {
		t.Error("a weak password was taken")
	}
	cli(t, exitDone, append(args, password)...)
	out, _ := cli(t, exitDone, "--data", dir, "check")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if lines[len(lines)-1] != "ok" || !strings.Contains(out, "accounts 1\n") {
		t.Error(out)
	}
	if _, errOut := cli(t, exitRefused, "--data", dir, "init"); !strings.Contains(errOut, "đã có dữ liệu") {
		t.Error(errOut)
	}
	if _, errOut := cli(t, exitRefused, "--data", dir, "--today", today, "check"); !strings.Contains(errOut, "văn phòng mẫu") {
		t.Error("a real office was opened on another day:", errOut)
	}
}

func TestImportPreviewsAppliesAndUndoes(t *testing.T) {
	dir := t.TempDir()
	cli(t, exitDone, "--data", dir, "--today", today, "init")
	list := write(t, "ds.csv", "Mã,Tên,Cấp,Mã TP,Tỉnh\n1,Xã A,Xã,9,Tỉnh Mẫu\n2,Xã B,Xã,9,Tỉnh Mẫu\n")
	out, _ := cli(t, exitDone, "--data", dir, "--today", today, "import", "units", list, "--as-of", "01/01/2024")
	if !strings.Contains(out, "mới: 2 (và 1 đơn vị cấp trên)") || !strings.Contains(out, "chưa nhập gì") {
		t.Error(out)
	}
	if out, _ := cli(t, exitDone, "--data", dir, "--today", today, "check"); !strings.Contains(out, "units 0\n") {
		t.Error("a preview changed something:", out)
	}
	cli(t, exitDone, "--data", dir, "--today", today, "import", "units", list, "--as-of", "2024-01-01", "--apply")
	if out, _ := cli(t, exitDone, "--data", dir, "--today", today, "check"); !strings.Contains(out, "units 3\n") {
		t.Error(out)
	}
	if _, errOut := cli(
		t,
		exitRefused,
		"--data",
		dir,
		"--today",
		today,
		"import",
		"units",
		list,
		"--as-of",
		"2024-01-01",
		"--apply",
	); !strings.Contains(
		errOut,
		"đã được nhập",
	) {
		t.Error(errOut)
	}
	renamed := write(t, "ds2.csv", "Mã,Tên,Cấp,Mã TP,Tỉnh\n1,Xã Khác,Xã,9,Tỉnh Mẫu\n")
	if _, errOut := cli(
		t,
		exitRefused,
		"--data",
		dir,
		"--today",
		today,
		"import",
		"units",
		renamed,
		"--as-of",
		"2025-07-01",
		"--apply",
	); !strings.Contains(
		errOut,
		"chưa rõ",
	) {
		t.Error(errOut)
	}
	end := []string{
		"--data",
		dir,
		"--today",
		today,
		"import",
		"units",
		renamed,
		"--as-of",
		"2025-07-01",
		"--apply",
		"--ambiguous",
		"doi",
		"--close",
		"all",
	}
	if out, errOut := cli(t, exitRefused, end...); !strings.Contains(out, "sẽ kết thúc 1 trong 3 đơn vị, 0 bản ghi") ||
		!strings.Contains(errOut, "sẽ kết thúc 1 trong 3") {
		t.Error(out, errOut)
	}
	cli(t, exitRefused, append(end, "--ending", "2")...)
	if _, errOut := cli(t, exitRefused, "--data", dir, "--today", today, "import", "units", renamed); !strings.Contains(errOut, "--as-of") {
		t.Error("units the office has were taken as of today:", errOut)
	}
	cli(t, exitDone, append(end, "--ending", "1")...)
	if out, _ := cli(t, exitDone, "--data", dir, "--today", today, "import", "list"); strings.Count(out, "đang có hiệu lực") != 2 {
		t.Error(out)
	}
	cli(t, exitDone, "--data", dir, "--today", today, "import", "undo")
	cli(t, exitDone, "--data", dir, "--today", today, "import", "undo")
	cli(t, exitRefused, "--data", dir, "--today", today, "import", "undo")
	if out, _ := cli(
		t,
		exitDone,
		"--data",
		dir,
		"--today",
		today,
		"check",
	); !strings.Contains(out, "units 0\n") ||
		!strings.HasSuffix(out, "ok\n") {
		t.Error(out)
	}
	for name, text := range map[string]string{"a.csv": "x", "a.xls": "\xd0\xcf\x11\xe0", "a.xlsx": "PK\x03\x04"} {
		if _, errOut := cli(
			t,
			exitRefused,
			"--data",
			dir,
			"--today",
			today,
			"import",
			"units",
			write(t, name, text),
		); !strings.Contains(errOut, "Tệp") &&
			!strings.Contains(errOut, "tệp") {
			t.Error(errOut)
		}
	}
	cli(t, exitRefused, "--data", dir, "--today", today, "import", "units", filepath.Join(dir, "khong-co.csv"))
}

func TestSampleAndReports(t *testing.T) {
	dir := t.TempDir()
	out, _ := cli(t, exitDone, "--data", dir, "--today", today, "sample")
	if !strings.Contains(out, "Đăng nhập: quantri / caunoi-mau") {
		t.Error(out)
	}
	cli(t, exitRefused, "--data", dir, "--today", today, "sample")
	list, _ := cli(t, exitDone, "--data", dir, "--today", today, "report", "list")
	for _, line := range strings.Split(strings.TrimSpace(list), "\n") {
		name, _, _ := strings.Cut(line, "\t")
		report, err := reports.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range []string{"dang", "nhanuoc"} {
			target := filepath.Join(t.TempDir(), "moi", name+".pdf")
			cli(
				t,
				exitDone,
				"--data",
				dir,
				"--today",
				today,
				"report",
				name,
				"--period",
				string(report.Fitting("2026-06")),
				"--form",
				form,
				"--out",
				target,
			)
			if content, err := os.ReadFile(target); err != nil || !bytes.HasPrefix(content, []byte("%PDF")) {
				t.Errorf("%s %s: %v", name, form, err)
			}
		}
	}
	target := filepath.Join(t.TempDir(), "a.pdf")
	for _, format := range []string{"docx", "xlsx"} {
		cli(
			t,
			exitDone,
			"--data",
			dir,
			"--today",
			today,
			"report",
			"bao-cao-ky",
			"--period",
			"2026-06",
			"--format",
			format,
			"--out",
			target,
		)
		if content, err := os.ReadFile(target); err != nil || !bytes.HasPrefix(content, []byte("PK")) {
			t.Errorf("%s: %v", format, err)
		}
	}
	cli(t, exitDone, "--data", dir, "--today", today, "report", "so-du-hop", "--period", "2026-Q2", "--unit", "99100", "--out", target)
	cli(t, exitRefused, "--data", dir, "--today", today, "report", "so-du-hop", "--period", "2026-Q2", "--unit", "00000", "--out", target)
	cli(t, exitRefused, "--data", dir, "--today", today, "report", "so-du-hop", "--period", "26-6", "--out", target)
	cli(t, exitRefused, "--data", dir, "--today", today, "report", "khong-co", "--period", "2026-06", "--out", target)
	folder := filepath.Join(t.TempDir(), "moi-xa")
	out, progress := cli(
		t,
		exitDone,
		"--data",
		dir,
		"--today",
		today,
		"report",
		"r27",
		"--period",
		"2026-06",
		"--each",
		"xa",
		"--out",
		folder,
	)
	made, _ := filepath.Glob(filepath.Join(folder, "* - ho-so-dia-ban 2026-06.pdf"))
	if len(made) < 2 || !strings.Contains(out, fmt.Sprintf(": %d tờ trong ", len(made))) ||
		!strings.Contains(progress, fmt.Sprintf("%d/%d", len(made), len(made))) {
		t.Errorf("%d sheets: %s", len(made), out)
	}
	cli(t, exitRefused, "--data", dir, "--today", today, "report", "r27", "--period", "2026-06", "--each", "can-bo", "--out", folder)
	cli(t, exitUsage, "--data", dir, "--today", today, "report", "so-du-hop")
	cli(t, exitUsage, "--data", dir, "--today", today, "report", "so-du-hop", "--period", "2026-06", "--format", "odt", "--out", target)
}

func TestGenerateAndCheck(t *testing.T) {
	dir := t.TempDir()
	cli(t, exitDone, "--data", dir, "--today", today, "generate", "--scale", "commune")
	out, _ := cli(t, exitDone, "--data", dir, "--today", today, "check")
	if !strings.Contains(out, "units 140\n") || !strings.Contains(out, "attendances 8400\n") || !strings.HasSuffix(out, "ok\n") {
		t.Error(out)
	}
}

// A paper is issued, listed, printed again and compared without a window.
func TestIssuedPapers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mau")
	cli(t, exitDone, "--data", dir, "--today", today, "sample")
	out := func(name string) string { return filepath.Join(t.TempDir(), name) }
	first, again, page, book := out("a.pdf"), out("b.pdf"), out("c.pdf"), out("d.xlsx")
	said, _ := cli(
		t,
		exitDone,
		"--data",
		dir,
		"--today",
		today,
		"issue",
		"bao-cao-ky",
		"--period",
		"2026-Q2",
		"--number",
		"90",
		"--out",
		first,
	)
	if !strings.Contains(said, "Đã ban hành Báo cáo 90-BC/HU") {
		t.Error(said)
	}
	if _, warned := cli(
		t,
		exitDone,
		"--data",
		dir,
		"--today",
		today,
		"issue",
		"bao-cao-ky",
		"--period",
		"2026-06",
		"--number",
		"95",
	); !strings.Contains(
		warned,
		"khuyết số 91–94",
	) {
		t.Error(warned)
	}
	for _, refused := range [][]string{{"bao-cao-ky", "--period", "2026-Q2", "--number", "90"}, {"bao-cao-ky", "--period", "26-Q2"}, {"so-du-hop", "--period", "2026-06"},
		{"khong-co"}, {"bao-cao-ky", "--period", "2026-06", "--number", "97", "--suffix", "a"}, {"bao-cao-ky", "--period", "2026-06", "--date", "2019-01-01"}} {
		cli(t, exitRefused, append([]string{"--data", dir, "--today", today, "issue"}, refused...)...)
	}
	cli(t, exitDone, "--data", dir, "--today", today, "reprint", "90-BC/HU", "--out", again)
	a, _ := os.ReadFile(first)
	b, _ := os.ReadFile(again)
	if len(a) == 0 || !bytes.Equal(a, b) {
		t.Errorf("%d and %d bytes: printed again is not the same", len(a), len(b))
	}
	cli(t, exitDone, "--data", dir, "--today", today, "differences", "90-BC/HU", "--out", page)
	cli(t, exitDone, "--data", dir, "--today", today, "differences", "90-BC/HU", "--out", book, "--format", "xlsx")
	for path, head := range map[string]string{page: "%PDF", book: "PK"} {
		if file, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(file), head) {
			t.Errorf("%s: %v", path, err)
		}
	}
	cli(t, exitRefused, "--data", dir, "--today", today, "reprint", "91-BC/HU", "--out", again)
	cli(t, exitUsage, "--data", dir, "--today", today, "reprint", "90-BC/HU")
	cli(t, exitUsage, "--data", dir, "--today", today, "differences", "90-BC/HU")
	if list, _ := cli(
		t,
		exitDone,
		"--data",
		dir,
		"--today",
		today,
		"issued",
	); !strings.Contains(list, "90-BC/HU\t") || !strings.Contains(list, "khuyết số 29, 33–89, 91–94.") ||
		!strings.Contains(list, "(đã hủy)") {
		t.Error(list)
	}
	if list, _ := cli(
		t,
		exitDone,
		"--data",
		dir,
		"--today",
		today,
		"check",
	); !strings.Contains(list, "issued_papers 11\nreprints 1\n") ||
		!strings.HasSuffix(list, "ok\n") {
		t.Error(list)
	}
}
