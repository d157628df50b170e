package typeset_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
)

func sealable(t *testing.T) []byte {
	t.Helper()
	pdf, err := typeset.RenderPDF(documenttest.PartyReport(), documenttest.MadeAt)
	if err != nil {
		t.Fatal(err)
	}
	return pdf.Bytes
}

// The checker names the clause of whatever is taken from a good file; the lengths stay, so that only that is broken.
func TestArchiveCheckerNamesTheClause(t *testing.T) {
	good := sealable(t)
	typesettest.CheckArchive(t, "báo cáo", good)
	cases := []struct{ clause, have, instead string }{
		{"6.1.2", "%PDF-1.7\n%\xe2", "%PDF-1.7\n%A"},
		{"6.1.2", "%PDF-1.7", "%PDF-2.0"},
		{"6.1.3", "/ID [<", "/IX [<"},
		{"6.1.3", "%%EOF\n", "%%EOF\n "},
		{"6.1.4", "00000 n \n", "00000 n  "},
		{"6.1.5", "000Z)\n/ModDate", "100Z)\n/ModDate"},
		{"6.1.7.1", "/Subtype /XML /Length 1", "/Subtype /XML /Length 2"},
		{"6.1.7.2", "/N 3 /Filter /FlateDecode", "/N 3 /Filter /FlateDecodX"},
		{"6.1.9", "1 0 obj\n", "1 0 obj "},
		{"6.2.3", "GTS_PDFA1", "GTS_PDFX1"},
		{"6.2.3", "/OutputIntents", "/OutputIntentX"},
		{"6.2.11.2", "+LiberationSerif\n", "-LiberationSerif\n"},
		{"6.2.11.3.2", "/CIDToGIDMap", "/CIDToGIDMaX"},
		{"6.2.11.3.3", "/Identity-H", "/Identity-V"},
		{"6.2.11.4.1", "/FontFile2", "/FontFileX"},
		{"6.2.11.5", "/W [", "/X ["},
		{"6.2.11.7", "/ToUnicode", "/ToUnicodX"},
		{"6.6.2.1", "/Type /Metadata", "/Type /Metadatx"},
		{"6.6.2.1", "\n/Metadata", "\n/MetadatX"},
		{"6.6.4", "<pdfaid:part>2", "<pdfaid:part>1"},
		{"6.6.4", "conformance>B", "conformance>A"},
		{"6.7.4", "(vi-VN)", "(en-US)"},
	}
	for _, tt := range cases {
		if !bytes.Contains(good, []byte(tt.have)) {
			t.Errorf("%s: the file has no %q", tt.clause, tt.have)
			continue
		}
		bad := bytes.Replace(bytes.Clone(good), []byte(tt.have), []byte(tt.instead), 1)
		if said := strings.Join(typesettest.BrokenClauses(bad), "\n"); !strings.Contains(said, tt.clause+": ") {
			t.Errorf("%q for %q: the checker says %q, want clause %s", tt.instead, tt.have, said, tt.clause)
		}
	}
}

// What the library alone writes is no file for the archive: the checker sees each thing that is added to it.
func TestArchiveCheckerRefusesThePlainLibrary(t *testing.T) {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.AddPage()
	pdf.SetFont("Times", "", 12)
	pdf.Text(20, 20, "Van ban")
	link := pdf.AddLink()
	pdf.SetLink(link, 0, 1)
	pdf.Link(20, 20, 20, 5, link)
	var file bytes.Buffer
	if err := pdf.Output(&file); err != nil {
		t.Fatal(err)
	}
	said := strings.Join(typesettest.BrokenClauses(file.Bytes()), "\n")
	for _, clause := range []string{"6.1.2", "6.1.3", "6.2.3", "6.2.11.2", "6.3.2", "6.6.2.1", "6.7.4", "6.8"} {
		if !strings.Contains(said, clause+": ") {
			t.Errorf("clause %s is not among what the checker says:\n%s", clause, said)
		}
	}
}

// A dossier with its links and marks, and papers bound together without a title of a body, are for the archive too.
func TestEveryFileIsForTheArchive(t *testing.T) {
	t.Parallel()
	report, letter := documenttest.PartyReport(), documenttest.Letter(document.FormState)
	dossier, err := typeset.RenderDossier(typeset.Dossier{
		Title: "Hội nghị <mẫu> & “thử”",
		Cover: typeset.Cover{
			Profile: document.DefaultProfile(document.FormParty, "2026-06-01"),
			Issuer:  "ĐẢNG ỦY XÃ MẪU",
			Title:   "Hội nghị",
		},
		Parts: []typeset.DossierPart{
			{Kind: typeset.PartItem, Label: "1", Title: "Nội dung"},
			{Kind: typeset.PartPaper, Label: "1.1", Title: "Báo cáo", Document: &report},
			{Kind: typeset.PartPaper, Label: "1.2", Title: "Công văn", Document: &letter},
		},
		Copies: []typeset.DossierCopy{{}},
		Duplex: true,
	}, documenttest.MadeAt)
	if err != nil {
		t.Fatal(err)
	}
	typesettest.CheckArchive(t, "hồ sơ", dossier.Bytes)
	if !bytes.Contains(dossier.Bytes, []byte("/Subtype /Link /F 4 ")) {
		t.Error("the dossier has no links that print")
	}
	binder := typeset.NewBinder("", documenttest.MadeAt, true)
	for range 2 {
		if _, _, err := binder.Add(report); err != nil {
			t.Fatal(err)
		}
	}
	bound, err := binder.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	typesettest.CheckArchive(t, "bộ", bound)
}
