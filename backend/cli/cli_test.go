package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/reports"
)

// today is the day of the made-up offices; no test goes by the day of the machine.
const today = "2026-11-26"

// cli runs the command as main does and demands an exit code; it gives both streams.
func cli(t *testing.T, want int, args ...string) (out, errOut string) {
	t.Helper()
	var a, b bytes.Buffer
	if code := run(args, &a, &b); code != want {
		t.Fatalf("%v: exit %d, want %d\n%s%s", args, code, want, &a, &b)
	}
	return a.String(), b.String()
}

// on runs the command on a folder, on the day of the made-up office.
func on(t *testing.T, want int, dir string, args ...string) (out, errOut string) {
	t.Helper()
	return cli(t, want, append([]string{"--data", dir, "--today", today}, args...)...)
}

// madeUpOffice is the sample office, filled once; each test gets a copy of its own.
var madeUpOffice = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(shared, "mau")
	var out, errOut bytes.Buffer
	if code := run([]string{"--data", dir, "--today", today, "sample"}, &out, &errOut); code != exitDone {
		return "", fmt.Errorf("exit %d: %s", code, &errOut)
	}
	if !strings.Contains(out.String(), "Đăng nhập: quantri / caunoi-mau") {
		return "", fmt.Errorf("nobody is told how to sign in: %q", &out)
	}
	return dir, nil
})

func sampleFolder(t *testing.T) string {
	t.Helper()
	filled, err := madeUpOffice()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "mau")
	if err := os.CopyFS(dir, os.DirFS(filled)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// shared holds what tests build once.
var shared string

// asProgram makes the test binary the command itself.
const asProgram = "CAUNOI_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	dir, err := os.MkdirTemp("", "caunoi-cli-")
	if err != nil {
		panic(err)
	}
	shared = dir
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// A script reads the exit code of the process, the answer on one stream and the refusal on the other.
func TestTheProcessTellsItsExitCodeAndKeepsItsStreamsApart(t *testing.T) {
	for _, c := range []struct {
		args        []string
		code        int
		out, errOut string
	}{
		{[]string{"--version"}, 0, "caunoi-cli ", ""},
		{[]string{"--data", t.TempDir(), "check"}, 1, "", "chưa có dữ liệu"},
		{[]string{"khong-co"}, 2, "", "Không có lệnh"},
	} {
		cmd := exec.Command(os.Args[0], c.args...)
		cmd.Env = append(os.Environ(), asProgram+"=1")
		var out, errOut bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errOut
		_ = cmd.Run()
		holds := func(text, want string) bool { return strings.Contains(text, want) && (want != "" || text == "") }
		if cmd.ProcessState.ExitCode() != c.code || !holds(out.String(), c.out) || !holds(errOut.String(), c.errOut) {
			t.Errorf("%v: exit %d, %q, %q", c.args, cmd.ProcessState.ExitCode(), &out, &errOut)
		}
	}
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
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
		"Xã Mẫu",
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
	if _, errOut := on(t, exitRefused, dir, "check"); !strings.Contains(errOut, "văn phòng mẫu") {
		t.Error("a real office was opened on another day:", errOut)
	}
}

func TestImportPreviewsAppliesAndUndoes(t *testing.T) {
	dir := t.TempDir()
	on(t, exitDone, dir, "init")
	list := write(t, "ds.csv", "Mã,Tên,Cấp,Mã TP,Tỉnh\n1,Xã A,Xã,9,Tỉnh Mẫu\n2,Xã B,Xã,9,Tỉnh Mẫu\n")
	out, _ := on(t, exitDone, dir, "import", "units", list, "--as-of", "01/01/2024")
	if !strings.Contains(out, "mới: 2 (và 1 đơn vị cấp trên)") || !strings.Contains(out, "chưa nhập gì") {
		t.Error(out)
	}
	if out, _ := on(t, exitDone, dir, "check"); !strings.Contains(out, "units 0\n") {
		t.Error("a preview changed something:", out)
	}
	on(t, exitDone, dir, "import", "units", list, "--as-of", "2024-01-01", "--apply")
	if out, _ := on(t, exitDone, dir, "check"); !strings.Contains(out, "units 3\n") {
		t.Error(out)
	}
	if _, errOut := on(t, exitRefused, dir, "import", "units", list, "--as-of", "2024-01-01", "--apply"); !strings.Contains(
		errOut,
		"đã được nhập",
	) {
		t.Error(errOut)
	}
	renamed := write(t, "ds2.csv", "Mã,Tên,Cấp,Mã TP,Tỉnh\n1,Xã Khác,Xã,9,Tỉnh Mẫu\n")
	if _, errOut := on(t, exitRefused, dir, "import", "units", renamed, "--as-of", "2025-07-01", "--apply"); !strings.Contains(
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
	if _, errOut := on(t, exitRefused, dir, "import", "units", renamed); !strings.Contains(errOut, "--as-of") {
		t.Error("units the office has were taken as of today:", errOut)
	}
	cli(t, exitDone, append(end, "--ending", "1")...)
	if out, _ := on(t, exitDone, dir, "import", "list"); strings.Count(out, "đang có hiệu lực") != 2 {
		t.Error(out)
	}
	on(t, exitDone, dir, "import", "undo")
	on(t, exitDone, dir, "import", "undo")
	on(t, exitRefused, dir, "import", "undo")
	if out, _ := on(t, exitDone, dir, "check"); !strings.Contains(out, "units 0\n") ||
		!strings.HasSuffix(out, "ok\n") {
		t.Error(out)
	}
	for name, text := range map[string]string{"a.csv": "x", "a.xls": "\xd0\xcf\x11\xe0", "a.xlsx": "PK\x03\x04"} {
		if _, errOut := on(t, exitRefused, dir, "import", "units", write(t, name, text)); !strings.Contains(errOut, "Tệp") &&
			!strings.Contains(errOut, "tệp") {
			t.Error(errOut)
		}
	}
	on(t, exitRefused, dir, "import", "units", filepath.Join(dir, "khong-co.csv"))
}

func TestSampleAndReports(t *testing.T) {
	dir := sampleFolder(t)
	on(t, exitRefused, dir, "sample")
	list, _ := on(t, exitDone, dir, "report", "list")
	for _, line := range strings.Split(strings.TrimSpace(list), "\n") {
		name, _, _ := strings.Cut(line, "\t")
		report, err := reports.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range []string{"dang", "nhanuoc"} {
			target := filepath.Join(t.TempDir(), "moi", name+".pdf")
			args := []string{"report", name, "--period", string(report.Fitting("2026-06")), "--form", form, "--out", target}
			if !slices.Contains(report.Forms, document.Form(form)) {
				on(t, exitRefused, dir, args...)
				continue
			}
			on(t, exitDone, dir, args...)
			if content, err := os.ReadFile(target); err != nil || !bytes.HasPrefix(content, []byte("%PDF")) {
				t.Errorf("%s %s: %v", name, form, err)
			}
		}
	}
	target := filepath.Join(t.TempDir(), "a.pdf")
	for _, format := range []string{"docx", "xlsx"} {
		on(t, exitDone, dir, "report", "bao-cao-ky", "--period", "2026-06", "--format", format, "--out", target)
		if content, err := os.ReadFile(target); err != nil || !bytes.HasPrefix(content, []byte("PK")) {
			t.Errorf("%s: %v", format, err)
		}
	}
	on(t, exitDone, dir, "report", "so-du-hop", "--period", "2026-Q2", "--unit", "99100", "--out", target)
	on(t, exitRefused, dir, "report", "so-du-hop", "--period", "2026-Q2", "--unit", "00000", "--out", target)
	on(t, exitRefused, dir, "report", "so-du-hop", "--period", "26-6", "--out", target)
	on(t, exitRefused, dir, "report", "khong-co", "--period", "2026-06", "--out", target)
	folder := filepath.Join(t.TempDir(), "moi-xa")
	out, progress := on(t, exitDone, dir, "report", "r27", "--period", "2026-06", "--each", "xa", "--out", folder)
	made, _ := filepath.Glob(filepath.Join(folder, "* - ho-so-dia-ban 2026-06.pdf"))
	if len(made) < 2 || !strings.Contains(out, fmt.Sprintf(": %d tờ trong ", len(made))) ||
		!strings.Contains(progress, fmt.Sprintf("%d/%d", len(made), len(made))) {
		t.Errorf("%d sheets: %s", len(made), out)
	}
	on(t, exitRefused, dir, "report", "r27", "--period", "2026-06", "--each", "can-bo", "--out", folder)
	on(t, exitUsage, dir, "report", "so-du-hop")
	on(t, exitUsage, dir, "report", "so-du-hop", "--period", "2026-06", "--format", "odt", "--out", target)
}

func TestGenerateAndCheck(t *testing.T) {
	dir := t.TempDir()
	on(t, exitDone, dir, "generate", "--scale", "commune")
	out, _ := on(t, exitDone, dir, "check")
	if !strings.Contains(out, "units 140\n") || !strings.Contains(out, "attendances 8400\n") || !strings.HasSuffix(out, "ok\n") {
		t.Error(out)
	}
}

// A paper is issued, listed, printed again and compared without a window.
func TestIssuedPapers(t *testing.T) {
	dir := sampleFolder(t)
	out := func(name string) string { return filepath.Join(t.TempDir(), name) }
	first, again, page, book := out("a.pdf"), out("b.pdf"), out("c.pdf"), out("d.xlsx")
	_, asked := on(t, exitRefused, dir, "issue", "bao-cao-ky", "--period", "2026-Q2", "--number", "90", "--out", first)
	if !strings.Contains(asked, "khuyết số 33–89") || !strings.Contains(asked, "--confirm") {
		t.Error(asked)
	}
	said, _ := on(t, exitDone, dir, "issue", "bao-cao-ky", "--period", "2026-Q2", "--number", "90", "--confirm", "--out", first)
	if !strings.Contains(said, "Đã ban hành Báo cáo 90-BC/HU") {
		t.Error(said)
	}
	on(t, exitDone, dir, "issue", "bao-cao-ky", "--period", "2026-06", "--number", "95", "--confirm")
	for _, refused := range [][]string{{"bao-cao-ky", "--period", "2026-Q2", "--number", "90"}, {"bao-cao-ky", "--period", "26-Q2"},
		{"so-du-hop", "--period", "2026-06"},
		{"khong-co"}, {"bao-cao-ky", "--period", "2026-06", "--number", "97", "--suffix", "a"},
		{"bao-cao-ky", "--period", "2026-06", "--date", "2019-01-01"}} {
		cli(t, exitRefused, append([]string{"--data", dir, "--today", today, "issue"}, refused...)...)
	}
	on(t, exitDone, dir, "reprint", "90-BC/HU", "--out", again)
	a, _ := os.ReadFile(first)
	b, _ := os.ReadFile(again)
	if len(a) == 0 || !bytes.Equal(a, b) {
		t.Errorf("%d and %d bytes: printed again is not the same", len(a), len(b))
	}
	on(t, exitDone, dir, "differences", "90-BC/HU", "--out", page)
	on(t, exitDone, dir, "differences", "90-BC/HU", "--out", book, "--format", "xlsx")
	for path, head := range map[string]string{page: "%PDF", book: "PK"} {
		if file, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(file), head) {
			t.Errorf("%s: %v", path, err)
		}
	}
	on(t, exitRefused, dir, "reprint", "91-BC/HU", "--out", again)
	copied := filepath.Join(t.TempDir(), "bs.pdf")
	said, _ = on(
		t,
		exitDone,
		dir,
		"copy",
		"90-BC/HU",
		"--to",
		"Các chi bộ; Ban Tổ chức",
		"--kind",
		"trich_sao",
		"--parts",
		"1,2",
		"--out",
		copied,
	)
	if file, err := os.ReadFile(
		copied,
	); err != nil || !strings.HasPrefix(string(file), "%PDF") ||
		!strings.Contains(said, "Đã lập bản sao 01-BS") {
		t.Errorf("%s %v", said, err)
	}
	on(t, exitUsage, dir, "copy", "90-BC/HU")
	on(t, exitUsage, dir, "copy", "90-BC/HU", "--to", "Các chi bộ", "--parts", "một")
	on(t, exitRefused, dir, "copy", "90-BC/HU", "--to", "Các chi bộ", "--kind", "sao_luc")
	on(t, exitRefused, dir, "copy", "90-BC/HU", "--to", "Các chi bộ", "--date", "2019-01-01")
	on(t, exitUsage, dir, "reprint", "90-BC/HU")
	if said, _ := on(t, exitDone, dir, "verify", again); !strings.Contains(said, "90-BC/HU") || !strings.Contains(said, "từng byte") {
		t.Errorf("verify says %q", said)
	}
	letters := document.ProofLettersIn(b)
	if said, _ := on(t, exitDone, dir, "verify", letters); !strings.Contains(said, "90-BC/HU") {
		t.Errorf("verify %s says %q", letters, said)
	}
	signed := filepath.Join(dir, "da-ky.pdf")
	update := "900 0 obj\n<</Type /Sig /ByteRange [0 1 2 3]>>\nendobj\nstartxref\n9\n%%EOF\n"
	if err := os.WriteFile(signed, append(bytes.Clone(b), update...), 0o600); err != nil {
		t.Fatal(err)
	}
	on(t, exitRefused, dir, "verify", "0000-0000-0000")
	on(t, exitRefused, dir, "verify", "khong-co.pdf")
	on(t, exitRefused, dir, "signed", "91-BC/HU", signed)
	on(t, exitRefused, dir, "signed", "90-BC/HU", again)
	if said, _ := on(t, exitDone, dir, "signed", "90-BC/HU", signed); !strings.Contains(said, "Đã nhận bản đã ký") {
		t.Errorf("signed says %q", said)
	}
	on(t, exitUsage, dir, "differences", "90-BC/HU")
	if list, _ := on(
		t,
		exitDone,
		dir,
		"issued",
	); !strings.Contains(list, "90-BC/HU\t") ||
		!strings.Contains(list, "khuyết số 29, 33–89, 91–94.") ||
		!strings.Contains(list, "(đã hủy)") {
		t.Error(list)
	}
	if list, _ := on(t, exitDone, dir, "check"); !strings.Contains(list, "issued_papers 12\nreprints 1\n") ||
		!strings.HasSuffix(list, "ok\n") {
		t.Error(list)
	}
}
