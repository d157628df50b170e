package reports

import (
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/reports/reportstest"
)

// A leader who may print may also take a paper out for Word and Excel; the page gets a name that says what it is.
func TestExportHandsOutWordAndExcel(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	o.SignIn(t, access.LanhDao)
	in := Input{Report: "R20", Period: "2026-06", Form: document.FormState}
	for format, mime := range map[string]string{"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"} {
		printed, err := s.Export(in, format)
		if err != nil {
			t.Fatal(err)
		}
		file, ok := o.Gate.Files().Get(printed.Token)
		if !ok || file.Type != mime || !strings.HasPrefix(string(file.Content), "PK") ||
			printed.FileName != "bao-cao-ky 2026-06 nhanuoc."+format ||
			printed.Warnings == nil {
			t.Errorf("%s: %+v, file %v of type %s", format, printed, ok, file.Type)
		}
	}
	for _, format := range []string{"", "pdf", "odt", "../x"} {
		if _, err := s.Export(in, format); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("format %q: %v", format, err)
		}
	}
	if _, err := s.Export(Input{Report: "R20"}, "docx"); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("without a period: %v", err)
	}
	o.SignOut(t)
	if _, err := s.Export(in, "docx"); !fault.Is(err, fault.CodeSignedOut) {
		t.Errorf("taken out without signing in: %v", err)
	}
}
