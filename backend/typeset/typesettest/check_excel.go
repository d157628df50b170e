package typesettest

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/typeset"
)

func OpenWorkbook(t *testing.T, file []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

// checkSheet compares the cells as Excel shows them with the words of the table.
func checkSheet(t *testing.T, book *excelize.File, sheet string, table document.Table) {
	t.Helper()
	for i, row := range table.BodyRows() {
		line, column := len(table.Head)+i+1, 1
		for _, cell := range row.Cells {
			at, _ := excelize.CoordinatesToCellName(column, line)
			column += max(cell.ColSpan, 1)
			shown, err := book.GetCellValue(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			want := strings.TrimSpace(strings.ReplaceAll(typeset.CleanForWord(cell.Text), "\u00a0", " "))
			if figureAsWritten.MatchString(want) && strings.ContainsAny(want, ".,%") {
				continue // shown with the marks of the reader's language
			}
			if shown != want {
				t.Errorf("%s %s: %q, want %q", sheet, at, shown, want)
			}
			if formula, _ := book.GetCellFormula(sheet, at); formula != "" {
				t.Errorf("%s %s is a formula: %s", sheet, at, formula)
			}
			raw, _ := book.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
			if _, err := time.Parse("02/01/2006", want); err == nil && (len(raw) != 5 || strings.Trim(raw, "0123456789") != "") {
				t.Errorf("%s %s: the day %s is kept as %q", sheet, at, want, raw)
			}
		}
	}
	layout, _ := book.GetPageLayout(sheet)
	if layout.Size == nil || *layout.Size != 9 {
		t.Errorf("%s: not on A4", sheet)
	}
	titles := slices.ContainsFunc(
		book.GetDefinedName(),
		func(d excelize.DefinedName) bool { return d.Name == "_xlnm.Print_Titles" && d.Scope == sheet },
	)
	if titles != (len(table.Head) > 0) {
		t.Errorf("%s: heads repeated in print: %v", sheet, titles)
	}
	merged, _ := book.GetMergeCells(sheet)
	want := mergedCells(table)
	if len(merged) != want {
		t.Errorf("%s: %d merged cells, want %d", sheet, len(merged), want)
	}
}

// CheckWorkbook writes a paper as a workbook and compares its sheets with the tables of the paper.
func CheckWorkbook(t *testing.T, name string, doc document.Document) {
	t.Helper()
	file, err := typeset.RenderXLSX(doc, documenttest.MadeAt)
	if err != nil {
		t.Fatal(err)
	}
	KeepSample(t, name+".xlsx", file)
	book := OpenWorkbook(t, file)
	sheets := book.GetSheetList()
	if sheets[0] != "Nội dung" {
		t.Errorf("first sheet %q", sheets[0])
	}
	blocks, n := doc.Blocks, 0
	for _, annex := range doc.Annexes {
		blocks = append(slices.Clone(blocks), annex.Blocks...)
	}
	for _, block := range blocks {
		table := block.Table
		if block.Drawing != nil {
			said := block.Drawing.Table()
			table = &said
		}
		if table == nil {
			continue
		}
		if n++; n >= len(sheets) {
			t.Fatalf("%d sheets for more tables", len(sheets))
		}
		checkSheet(t, book, sheets[n], *table)
	}
	if n != len(sheets)-1 {
		t.Errorf("%d tables, sheets %v", n, sheets)
	}
}

// figureAsWritten is a number as Vietnamese papers write it: "1.234,5", "66,7%", "-3".
var figureAsWritten = regexp.MustCompile(`^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?%?$`)
