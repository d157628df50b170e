package typeset_test

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
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

// A dossier with its links and marks is for the archive too.
func TestDossierIsForTheArchive(t *testing.T) {
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
}

// A batch has its contents in front, each line opening the first page of its paper, and an outline with the same.
func TestBoundPapersHaveContents(t *testing.T) {
	t.Parallel()
	for name, frontSides := range map[string]bool{"one side": false, "both sides": true} {
		binder := typeset.NewBinder("Phiếu địa bàn", documenttest.MadeAt, frontSides)
		papers := []string{"Xã Mẫu Một", "Xã Mẫu Hai", "Xã Mẫu Ba"}
		for i, label := range papers {
			doc := documenttest.PartyReport()
			doc.Subject = "về tờ " + strconv.Itoa(i+1)
			if _, _, err := binder.Add(doc, label); err != nil {
				t.Fatal(err)
			}
		}
		file, pages, err := binder.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		typesettest.CheckArchive(t, name, file)
		read := typesettest.PDFPages(t, file)
		if len(read) != pages || !strings.Contains(read[0], "MỤC LỤC") {
			t.Fatalf("%s: %d pages of %d, the first is %q", name, len(read), pages, read[0])
		}
		lines := strings.Split(read[0], "\n")
		for i, label := range papers {
			at := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, label) })
			fields := strings.Fields(lines[max(at, 0)])
			page, _ := strconv.Atoi(fields[len(fields)-1])
			if at < 0 || page < 2 || page > len(read) || !strings.Contains(read[page-1], "về tờ "+strconv.Itoa(i+1)) {
				t.Errorf("%s: the line of %s says page %d", name, label, page)
			}
			if frontSides && page%2 == 0 {
				t.Errorf("%s: %s begins on the back of a sheet, page %d", name, label, page)
			}
		}
		outline := typesettest.Outline(t, file)
		if len(outline) != 4 || outline[0] != (typesettest.Entry{Text: "Mục lục", Page: 1}) || outline[1].Text != papers[0] ||
			!strings.Contains(read[outline[3].Page-1], "về tờ 3") {
			t.Errorf("%s: outline %+v", name, outline)
		}
	}
	alone := typeset.NewBinder("Phiếu địa bàn", documenttest.MadeAt, true)
	if _, _, err := alone.Add(documenttest.PartyReport(), "Xã Mẫu"); err != nil {
		t.Fatal(err)
	}
	file, _, err := alone.Bytes()
	if err != nil || strings.Contains(typesettest.PDFPages(t, file)[0], "MỤC LỤC") {
		t.Errorf("one paper alone has contents: %v", err)
	}
}

// A paper over ten pages has an outline: its headings where it has some, else every tenth page by its first row.
func TestLongPapersHaveAnOutline(t *testing.T) {
	t.Parallel()
	render := func(doc document.Document) ([]typesettest.Entry, []string) {
		pdf, err := typeset.RenderPDF(doc, documenttest.MadeAt)
		if err != nil {
			t.Fatal(err)
		}
		return typesettest.Outline(t, pdf.Bytes), typesettest.PDFPages(t, pdf.Bytes)
	}
	if short, pages := render(documenttest.PartyReport()); len(short) != 0 || len(pages) > 10 {
		t.Errorf("a paper of %d pages has the outline %+v", len(pages), short)
	}
	long := documenttest.PartyReport()
	long.Annexes[0].Blocks = []document.Block{document.TableBlock(documenttest.NineColumns(300))}
	entries, pages := render(long)
	if len(entries) < 4 || !strings.HasPrefix(entries[0].Text, "I. ") || entries[1].Level != 1 {
		t.Fatalf("%d pages, outline %+v", len(pages), entries)
	}
	for _, entry := range entries {
		group := strings.Contains(entry.Text, "Đảng bộ xã") // of rows, within an annex
		outer := strings.HasPrefix(entry.Text, "Phụ lục") || !group && regexp.MustCompile(`^[IVX]+\. `).MatchString(entry.Text)
		if outer != (entry.Level == 0) {
			t.Errorf("%q stands at level %d", entry.Text, entry.Level)
		}
		words := strings.Fields(entry.Text)
		if word := words[len(words)-1]; !strings.Contains(strings.ToLower(pages[entry.Page-1]), strings.ToLower(word)) {
			t.Errorf("page %d does not hold %q", entry.Page, entry.Text)
		}
	}
	rows := document.Table{
		Columns: []document.Column{{Width: 20}, {Width: 145}},
		Head:    []document.Row{document.Cells("STT", "Việc")},
	}
	for i := range 400 {
		rows.Rows = append(rows.Rows, document.Cells(strconv.Itoa(i+1), "Việc mẫu số "+strconv.Itoa(i+1)))
	}
	register := documenttest.WithBody(document.TableBlock(rows))
	entries, pages = render(register)
	if len(entries) != (len(pages)+9)/10 || entries[0].Text != "Trang 1: 1 Việc mẫu số 1" || entries[1].Page != 11 {
		t.Errorf("%d pages, outline %+v", len(pages), entries)
	}
	number := strings.TrimPrefix(entries[1].Text, "Trang 11: ")
	if number, _, _ = strings.Cut(
		number,
		" ",
	); !strings.Contains(pages[10], "Việc mẫu số "+number) ||
		strings.Contains(pages[9], "Việc mẫu số "+number) {
		t.Errorf("page 11 does not begin with row %s", number)
	}
}

// The code in the foot stands below the text of page 1 only, upright and across, and takes nothing from the text.
func TestProofStandsInTheFootOfPageOne(t *testing.T) {
	t.Parallel()
	all := map[string]document.Document{}
	short := documenttest.WithBody(document.Text(documenttest.Filler))
	short.Contact = "Điện thoại: 0270 000 0000"
	across := short
	across.Landscape = true
	for name, doc := range map[string]document.Document{
		"upright": documenttest.PartyReport(), "across": documenttest.Register(), "over a contact line": short, "across, with one": across,
	} {
		doc.Proof = &document.Proof{Symbol: "12-BC/ĐU", Day: "2026-02-05", Letters: "7KQ2-M0XD-9TWA", Printed: true}
		without := doc
		without.Proof = nil
		set, err := typeset.LayOut(doc)
		plain, plainErr := typeset.LayOut(without)
		if err != nil || plainErr != nil || len(set.Pages) != len(plain.Pages) {
			t.Fatalf("%s: %v, %v, %d pages", name, err, plainErr, len(set.Pages))
		}
		for n, pg := range set.Pages {
			if (len(pg.Code) > 0) != (n == 0 && name != "across, with one") { // where only the words have room
				t.Errorf("%s, page %d: %d codes", name, n+1, len(pg.Code))
			}
		}
		first := set.Pages[0]
		for _, ink := range first.Code {
			for _, p := range slices.Concat(ink.Paths...) {
				if p.X < first.Left || p.X > first.Left+11.01 || p.Y < first.Bottom+1.99 || p.Y > first.Height-3.99 {
					t.Fatalf("%s: ink at %.2f, %.2f", name, p.X, p.Y)
				}
			}
		}
		if i := slices.IndexFunc(first.Texts, func(item typeset.DrawnText) bool {
			return strings.Contains(item.Text, doc.Proof.Letters) && item.Y < first.Height-4
		}); i < 0 {
			t.Errorf("%s: no letters on page 1", name)
		}
		all["proof "+name] = doc
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}
