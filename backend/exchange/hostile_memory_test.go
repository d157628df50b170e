//go:build linux

package exchange

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"caunoi/backend/fault"
)

const (
	hostileFile = "CAUNOI_HOSTILE_FILE" // set for the child: the file to read
	memoryLimit = 300                   // MiB a file may take, of any kind
	mega        = 1 << 20
)

// hostile is a file made to use a PC up. says is a piece of the sentence; "" = the file is read.
type hostile struct {
	name, says string
	content    func(t *testing.T) []byte
}

func fill(head, unit, tail string, size int) string {
	return head + strings.Repeat(unit, (size-len(head)-len(tail))/len(unit)) + tail
}

// hostileFiles are kinds, not cases: each part of a package, each piece of XML, and the same for CSV.
func hostileFiles() []hostile {
	const styleHead = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	book := func(sheet, shared string, extra map[string]string) func(t *testing.T) []byte {
		return func(t *testing.T) []byte { return rawWorkbook(t, sheet, shared, extra) }
	}
	beside := func(part, text string) func(t *testing.T) []byte {
		return book(sheetHead+goodRows+sheetTail, goodStrings, map[string]string{part: text})
	}
	inSheet := func(rows string) func(t *testing.T) []byte {
		return book(sheetHead+goodRows+rows+sheetTail, goodStrings, nil)
	}
	plain := func(text string) func(t *testing.T) []byte { return func(*testing.T) []byte { return []byte(text) } }
	each := func(first, last int, row string) string {
		var b strings.Builder
		for i := first; i <= last; i++ {
			b.WriteString(strings.ReplaceAll(row, "#", strconv.Itoa(i)))
		}
		return b.String()
	}
	twoTabs := `<?xml version="1.0"?><workbook xmlns:r="x"><sheets>` + each(
		1,
		200,
		`<sheet name="T#" sheetId="#" r:id="s#"/>`,
	) + `</sheets></workbook>`
	onePart := rels + each(1, 200, `<Relationship Id="s#" Type="a/worksheet" Target="worksheets/sheet1.xml"/>`) + `</Relationships>`
	manyRows := each(3, 30_000, `<row r="#"><c r="B#" t="inlineStr"><is><t>Xã #</t></is></c><c r="C#" t="s"><v>2</v></c></row>`)
	return []hostile{
		{"honest list of 30,000 rows", "", inSheet(manyRows)},
		{
			"styles: cells",
			"kiểu ô",
			beside("xl/styles.xml", fill(styleHead+`<cellXfs>`, `<xf numFmtId="14"/>`, `</cellXfs></styleSheet>`, 60*mega)),
		},
		{
			"styles: fonts",
			"",
			beside("xl/styles.xml", fill(styleHead+`<fonts>`, `<font><b/><sz val="11"/></font>`, `</fonts></styleSheet>`, 20*mega)),
		},
		{
			"styles: tiny elements",
			"quá nhiều",
			beside("xl/styles.xml", fill(styleHead+`<fonts>`, `<b/>`, `</fonts></styleSheet>`, 21*mega)),
		},
		{
			"styles: formats",
			"kiểu ô",
			beside(
				"xl/styles.xml",
				styleHead+`<numFmts>`+each(1, 900_000, `<numFmt numFmtId="#" formatCode="0\#"/>`)+`</numFmts></styleSheet>`,
			),
		},
		{
			"tabs on one part",
			"dùng chung",
			book(
				sheetHead+goodRows+sheetTail,
				goodStrings,
				map[string]string{"xl/workbook.xml": twoTabs, "xl/_rels/workbook.xml.rels": onePart},
			),
		},
		{
			"thousands of tabs",
			"trang tính",
			beside("xl/workbook.xml", fill(`<workbook><sheets>`, `<sheet name="a" sheetId="1" id="s1"/>`, `</sheets></workbook>`, 30*mega)),
		},
		{
			"thousands of relationships",
			"trang tính",
			beside(
				"xl/_rels/workbook.xml.rels",
				rels+each(1, 400_000, `<Relationship Id="s#" Type="a/worksheet" Target="a#.xml"/>`)+`</Relationships>`,
			),
		},
		{
			"defined names",
			"",
			beside(
				"xl/workbook.xml",
				`<workbook xmlns:r="x"><sheets><sheet name="a" sheetId="1" r:id="s1"/></sheets>`+fill(
					`<definedNames>`,
					`<definedName name="x">Sheet1!$A$1</definedName>`,
					`</definedNames></workbook>`,
					50*mega,
				),
			),
		},
		{"drawings and comments", "", beside("xl/drawings/drawing1.xml", fill(`<a>`, `<b/>`, `</a>`, 60*mega))},
		{
			"content types",
			"",
			beside("[Content_Types].xml", fill(`<Types>`, `<Default Extension="a" ContentType="b"/>`, `</Types>`, 60*mega)),
		},
		{"parts without number", "phần", func(t *testing.T) []byte {
			return []byte(strings.Repeat("PK\x03\x04PK\x01\x02"+strings.Repeat("\x00", 42), 600_000))
		}},
		{"strings without number", "quá nhiều", book(sheetHead+goodRows+sheetTail, fill(`<sst>`, `<si/>`, `</sst>`, 15*mega), nil)},
		{"one string in a million cells", "quá nhiều", book(
			sheetHead+each(1, 90_000, `<row r="#"><c t="s"><v>0</v></c><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`)+sheetTail,
			`<sst><si><t>`+strings.Repeat("ắ ", 16_000)+`</t></si></sst>`, nil)},
		{"elements inside each other", "sai cấu trúc", inSheet(fill("", "<a>", "", 50*mega))},
		{"one long attribute", "sai cấu trúc", inSheet(fill(`<row r="3" x="`, "a", `"/>`, 60*mega))},
		{"one long text", "sai cấu trúc", inSheet(fill(`<row r="3"><c t="str"><v>`, "a", `</v></c></row>`, 60*mega))},
		{"one long comment", "sai cấu trúc", inSheet(fill(`<!--`, "<a>", `-->`, 60*mega))},
		{"cells far out", "cột thứ", inSheet(each(3, 20_000, `<row r="#"><c r="XFD#"><v>1</v></c></row>`))},
		{"cells in the last column read", "quá nhiều", inSheet(each(3, 90_000, `<row r="#"><c r="GR#"><v>1</v></c></row>`))},
		{"formats out to the last column", "quá nhiều", inSheet(fill(`<row r="3">`, `<c/>`, `</row>`, 21*mega))},
		{"rows without end", "quá nhiều", inSheet(each(3, 1_000_000, `<row r="#"><c><v>1</v></c></row>`))},
		{
			"merged over each other",
			"quá nhiều",
			book(
				sheetHead+goodRows+manyRows+`</sheetData>`+fill(
					`<mergeCells>`,
					`<mergeCell ref="A2:A30000"/>`,
					`</mergeCells></worksheet>`,
					mega,
				),
				goodStrings,
				nil,
			),
		},
		{"csv: commas", "cột", plain("Mã,Tên,Cấp\n" + strings.Repeat(",", 31*mega))},
		{"csv: commas in lines", "quá nhiều", plain("Mã,Tên,Cấp\n" + strings.Repeat(strings.Repeat(",", 150)+"\n", 31*mega/151))},
		{"csv: one cell", "dài quá", plain("Mã,Tên,Cấp\n\"" + strings.Repeat("a\n", 5*mega) + "\"")},
		{"csv: lines", "quá nhiều", plain("Mã,Tên,Cấp\n" + strings.Repeat("a\n", 15*mega))},
		{"csv: quotes", "nháy", plain("Mã,Tên,Cấp\n" + strings.Repeat("\"", 15*mega-1))},
		{"csv: commas of two bytes", "cột", plain("\xff\xfe" + strings.Repeat(",\x00", 15*mega))},
	}
}

// A file, whatever it is, is read in a bounded space: measured from outside, in a process that does nothing else.
func TestHostileFilesTakeLittleMemory(t *testing.T) {
	t.Parallel()
	if path := os.Getenv(hostileFile); path != "" {
		readHostile(path)
		return
	}
	for _, h := range hostileFiles() {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			content := h.content(t)
			name := "a.csv"
			if strings.HasPrefix(string(content[:2]), "PK") {
				name = "a.xlsx"
			}
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
			defer cancel()
			child := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestHostileFilesTakeLittleMemory$", "-test.v")
			child.Env = append(os.Environ(), hostileFile+"="+path)
			out, err := child.CombinedOutput()
			if err != nil {
				t.Fatalf("the reader died: %v\n%.2000s", err, out)
			}
			m := regexp.MustCompile(`(?m)^peak (\d+) MiB, (.*)$`).FindStringSubmatch(string(out))
			if m == nil {
				t.Fatalf("no measure in %.2000s", out)
			}
			t.Logf("%d KB: peak %s MiB: %.120s", len(content)>>10, m[1], m[2])
			if peak, _ := strconv.Atoi(m[1]); peak > memoryLimit {
				t.Errorf("took %d MiB", peak)
			}
			if h.says == "" && m[2] != "read" || !strings.Contains(m[2], h.says) {
				t.Errorf("said %q, want %q", m[2], h.says)
			}
		})
	}
}

// readHostile is the child: it reads the file and tells what came of it and the most memory it ever held.
func readHostile(path string) {
	content, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	_, err = ReadTable(filepath.Base(path), content, testColumns)
	said := "read"
	if err != nil {
		said = err.Error()
		if !fault.Is(err, fault.CodeInvalid) {
			said = "no sentence: " + said
		}
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		panic(err)
	}
	peak := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindStringSubmatch(string(status))
	kb, _ := strconv.Atoi(peak[1])
	fmt.Printf("peak %d MiB, %s\n", kb>>10, said)
}
