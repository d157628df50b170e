package exchange

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"caunoi/backend/fault"
)

const (
	sheetHead = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	sheetTail = `</sheetData></worksheet>`
	goodRows  = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>` +
		`<row r="2"><c r="A2" t="inlineStr"><is><t>01</t></is></c><c r="B2" t="inlineStr"><is><t>Xã A</t></is></c><c r="C2" t="inlineStr"><is><t>Xã</t></is></c></row>`
	goodStrings = `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Mã</t></si><si><t>Tên</t></si><si><t>Cấp</t></si></sst>`
)

// rawWorkbook writes a workbook by hand, so that it can be wrong in ways no honest program writes.
func rawWorkbook(t testing.TB, sheetXML, stringsXML string, extra map[string]string) []byte {
	t.Helper()
	parts := map[string]string{
		"[Content_Types].xml":        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
		"_rels/.rels":                `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Trang 1" sheetId="1" r:id="s1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheetXML,
		"xl/sharedStrings.xml":       stringsXML,
	}
	for name, text := range extra {
		parts[name] = text
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for name, text := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestHandMadeWorkbookReads(t *testing.T) {
	t.Parallel()
	table, err := ReadTable("a.xlsx", rawWorkbook(t, sheetHead+goodRows+sheetTail, goodStrings, nil), testColumns)
	if err != nil || len(table.Rows) != 1 || table.Cell(table.Rows[0], "name") != "Xã A" {
		t.Fatalf("%v %v", table, err)
	}
}

func TestHostileAndDamagedWorkbooksAreRefused(t *testing.T) {
	row3 := func(cell string) string { return sheetHead + goodRows + `<row r="3">` + cell + `</row>` + sheetTail }
	var far strings.Builder
	far.WriteString(sheetHead + goodRows)
	for i := 3; i < 20_000; i++ {
		fmt.Fprintf(&far, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i, i)
	}
	t.Setenv("TMPDIR", t.TempDir()) // of this test alone
	for name, content := range map[string][]byte{
		"negative index":     rawWorkbook(t, row3(`<c r="B3" t="s"><v>-1</v></c>`), goodStrings, nil),
		"index out of range": rawWorkbook(t, row3(`<c r="B3" t="s"><v>3</v></c>`), goodStrings, nil),
		"index no number":    rawWorkbook(t, row3(`<c r="B3" t="s"><v>x</v></c>`), goodStrings, nil),
		"bad reference":      rawWorkbook(t, row3(`<c r="3B"><v>1</v></c>`), goodStrings, nil),
		"other row":          rawWorkbook(t, row3(`<c r="B9"><v>1</v></c>`), goodStrings, nil),
		"column beyond":      rawWorkbook(t, row3(`<c r="ZZZ3"><v>1</v></c>`), goodStrings, nil),
		"cells backwards":    rawWorkbook(t, row3(`<c r="C3"><v>1</v></c><c r="A3"><v>1</v></c>`), goodStrings, nil),
		"far columns":        rawWorkbook(t, far.String()+sheetTail, goodStrings, nil),
		"row backwards":      rawWorkbook(t, sheetHead+goodRows+`<row r="1"><c r="A1"><v>9</v></c></row>`+sheetTail, goodStrings, nil),
		"row too large":      rawWorkbook(t, sheetHead+goodRows+`<row r="4294967296"><c><v>9</v></c></row>`+sheetTail, goodStrings, nil),
		"row negative":       rawWorkbook(t, sheetHead+`<row r="-5"><c><v>9</v></c></row>`+goodRows+sheetTail, goodStrings, nil),
		"cut sheet":          rawWorkbook(t, (sheetHead + goodRows)[:len(sheetHead)+200], goodStrings, nil),
		"bad XML":            rawWorkbook(t, sheetHead+goodRows+`<row r="3"><c r="A3"><v>1</c></row>`+sheetTail, goodStrings, nil),
		"cut strings":        rawWorkbook(t, sheetHead+goodRows+sheetTail, goodStrings[:len(goodStrings)-20], nil),
		"formula unreckoned": rawWorkbook(t, row3(`<c r="B3"><f>A1</f></c>`), goodStrings, nil),
		"negative style":     rawWorkbook(t, row3(`<c r="B3" s="-1"><v>1</v></c>`), goodStrings, nil),
		"bad merge":          rawWorkbook(t, sheetHead+goodRows+`</sheetData><mergeCells><mergeCell ref="C9:A1"/></mergeCells></worksheet>`, goodStrings, nil),
		"bomb beside":        rawWorkbook(t, sheetHead+goodRows+sheetTail, goodStrings, map[string]string{"xl/media/a.bin": strings.Repeat("\x00", 65<<20)}),
		"bomb in sheet":      rawWorkbook(t, sheetHead+goodRows+strings.Repeat(" ", 65<<20)+sheetTail, goodStrings, nil),
		"many strings":       rawWorkbook(t, sheetHead+goodRows+sheetTail, `<sst>`+strings.Repeat("<si/>", 700_000)+`</sst>`, nil),
		"text document":      rawZip(t, "word/document.xml"),
		"cut zip":            rawWorkbook(t, sheetHead+goodRows+sheetTail, goodStrings, nil)[:400],
	} {
		t.Run(name, func(t *testing.T) {
			var start runtime.MemStats
			runtime.ReadMemStats(&start)
			_, err := ReadTable("x.xlsx", content, testColumns)
			if !fault.Is(err, fault.CodeInvalid) {
				t.Fatalf("got %v", err)
			}
			var end runtime.MemStats
			runtime.ReadMemStats(&end)
			if used := (end.TotalAlloc - start.TotalAlloc) >> 20; used > 300 {
				t.Errorf("allocated %d MiB", used)
			}
		})
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("left in the temporary folder: %v, %v", left, err)
	}
}

func rawZip(t testing.TB, part string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	if _, err := z.Create(part); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestRefusalNamesSheetAndRow(t *testing.T) {
	t.Parallel()
	_, err := ReadTable(
		"x.xlsx",
		rawWorkbook(t, sheetHead+goodRows+`<row r="7"><c r="B7" t="s"><v>99</v></c></row>`+sheetTail, goodStrings, nil),
		testColumns,
	)
	if err == nil || !strings.Contains(err.Error(), "“Trang 1”, dòng 7") {
		t.Fatalf("got %v", err)
	}
}

// FuzzReadTable throws broken workbooks at the reader: an error is fine, a panic is not.
func FuzzReadTable(f *testing.F) {
	f.Add(rawWorkbook(f, sheetHead+goodRows+sheetTail, goodStrings, nil))
	f.Add([]byte("Mã,Tên,Cấp\n1,Xã A,Xã\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		_, _ = ReadTable("a.xlsx", content, testColumns)
		_, _ = ReadTable("a.csv", content, testColumns)
	})
}
