package border

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
)

// outbox notes what left the program.
type outbox struct{ sent []string }

func (o *outbox) note(how, name string) (Handed, error) {
	o.sent = append(o.sent, how+" "+name)
	return Handed{Done: true}, nil
}
func (o *outbox) Save(name string, _ []byte) (Handed, error)  { return o.note("save", name) }
func (o *outbox) Open(name string, _ []byte) (Handed, error)  { return o.note("open", name) }
func (o *outbox) Print(name string, _ []byte) (Handed, error) { return o.note("print", name) }
func (o *outbox) Link(link string) (Handed, error)            { return o.note("link", link) }

func TestDocumentsLeaveSafely(t *testing.T) {
	out := &outbox{}
	office := accesstest.Open(t)
	files := office.Gate.Files()
	pdf := files.Put("Báo cáo.pdf", "application/pdf", []byte("%PDF-1.7"))
	program := files.Put("Báo cáo.pdf", "application/pdf", []byte("MZ"))
	app := NewApp(office.Gate, out, About{Version: "1"})
	for _, call := range []struct {
		do   func(string, string) (Handed, error)
		tok  string
		name string
		code fault.Code
	}{
		{app.SaveFile, pdf, "Sổ theo dõi 6/2026.pdf", ""},
		{app.OpenFile, pdf, "", ""},
		{app.PrintFile, pdf, "a.pdf", ""},
		{app.SaveFile, pdf, "a.exe", fault.CodeInvalid},
		{app.OpenFile, program, "a.pdf", fault.CodeInvalid},
		{app.OpenFile, "không có", "a.pdf", fault.CodeNotFound},
	} {
		_, err := call.do(call.tok, call.name)
		if (call.code == "") != (err == nil) || (err != nil && !fault.Is(err, call.code)) {
			t.Errorf("token %s, name %q: %v, want code %q", call.tok, call.name, err, call.code)
		}
	}
	if _, err := app.OpenLink("file:///etc/passwd"); err == nil {
		t.Error("a file was opened as a link")
	}
	if _, err := app.OpenLink("https://chinhphu.gov.vn"); err != nil {
		t.Error(err)
	}
	want := "save Sổ theo dõi 6-2026.pdf|open Báo cáo.pdf|print a.pdf|link https://chinhphu.gov.vn"
	if got := strings.Join(out.sent, "|"); got != want {
		t.Errorf("left the program: %s, want %s", got, want)
	}
}

// A document of the office leaves only while somebody sits at the desk, whichever way out is asked.
func TestDocumentsStayWhileNobodySitsThere(t *testing.T) {
	office := accesstest.Open(t)
	service := access.New(office.Gate)
	out := &outbox{}
	app := NewApp(office.Gate, out, About{})
	token := office.Gate.Files().Put("a.pdf", "application/pdf", []byte("%PDF-1.7"))
	refused := func(state string, code fault.Code) {
		t.Helper()
		for way, call := range map[string]func(string, string) (Handed, error){
			"save": app.SaveFile, "open": app.OpenFile, "print": app.PrintFile,
		} {
			if _, err := call(token, "a.pdf"); !fault.Is(err, code) {
				t.Errorf("%s, %s: %v", state, way, err)
			}
		}
	}
	if err := service.Lock(); err != nil {
		t.Fatal(err)
	}
	refused("locked", fault.CodeSignedOut)
	if _, err := service.Unlock(accesstest.Password); err != nil {
		t.Fatal(err)
	}
	if _, err := app.SaveFile(token, "a.pdf"); err != nil {
		t.Errorf("after unlocking: %v", err)
	}
	office.SignOut(t)
	refused("signed out", fault.CodeSignedOut)
	office.SignIn(t, access.LanhDao)
	refused("somebody else signed in", fault.CodeNotFound)
	if len(out.sent) != 1 {
		t.Errorf("left the program: %v", out.sent)
	}
}

func TestFileName(t *testing.T) {
	rows := map[string]string{
		"Báo cáo tháng 6.pdf":             "Báo cáo tháng 6.pdf",
		`C:\Windows\a.pdf`:                "C--Windows-a.pdf",
		"../../a.XLSX":                    "-..-a.xlsx",
		"CON.pdf":                         "Van-ban-CON.pdf",
		"com1.a.pdf":                      "Van-ban-com1.a.pdf",
		" . .pdf":                         "Van-ban.pdf",
		"a\x00b\n.docx":                   "ab.docx",
		strings.Repeat("ế", 300) + ".pdf": strings.Repeat("ế", 120) + ".pdf",
	}
	for in, want := range rows {
		if got, err := FileName(in); err != nil || got != want {
			t.Errorf("FileName(%q) = %q, %v, want %q", in, got, err, want)
		}
	}
	for _, bad := range []string{"", "a", "a.exe", "a.pdf.lnk", "a.pdf ", "a.bat"} {
		if got, err := FileName(bad); err == nil {
			t.Errorf("FileName(%q) = %q, want a refusal", bad, got)
		}
	}
}

func TestWriteFileIsWholeOrNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "Sổ.pdf")
	if err := WriteFile(path, []byte("cũ")); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, []byte("mới")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "mới" {
		t.Errorf("content = %q", got)
	}
	if err := WriteFile(filepath.Join(dir, "không-có", "a.pdf"), nil); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("missing folder: %v", err)
	}
	if err := os.Mkdir(filepath.Join(dir, "b.pdf"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(filepath.Join(dir, "b.pdf"), []byte("x")); err == nil {
		t.Error("a folder was overwritten")
	}
	left, _ := os.ReadDir(dir)
	if len(left) != 2 {
		t.Errorf("left behind: %v", left)
	}
}
