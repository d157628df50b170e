package reports

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"caunoi/backend/fault"
)

// Every paper's workbook, read back, holds the cells of its tables, dates and numbers with their types, and no formula.
func TestWorkbookHoldsTheTables(t *testing.T) {
	for name, doc := range papersOf(t) {
		t.Run(name, func(t *testing.T) {
			file, err := RenderXLSX(doc, madeAt)
			if err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("CAUNOI_SAMPLES_OUT"); dir != "" {
				_ = os.WriteFile(filepath.Join(dir, name+".xlsx"), file, 0o600)
			}
			book := openBook(t, file)
			sheets := book.GetSheetList()
			if sheets[0] != textSheet {
				t.Errorf("first sheet %q", sheets[0])
			}
			blocks, n := doc.Blocks, 0
			for _, annex := range doc.Annexes {
				blocks = append(slices.Clone(blocks), annex.Blocks...)
			}
			for _, block := range blocks {
				table := block.Table
				if block.Drawing != nil {
					said := block.Drawing.table()
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
		})
	}
}

func openBook(t *testing.T, file []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

// checkSheet compares the cells as Excel shows them with the words of the table.
func checkSheet(t *testing.T, book *excelize.File, sheet string, table Table) {
	t.Helper()
	for i, row := range table.bodyRows() {
		line, column := len(table.Head)+i+1, 1
		for _, cell := range row.Cells {
			at, _ := excelize.CoordinatesToCellName(column, line)
			column += max(cell.ColSpan, 1)
			shown, err := book.GetCellValue(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			want := strings.TrimSpace(strings.ReplaceAll(cleanForWord(cell.Text), noBreak, " "))
			if _, format, ok := readFigure(want); ok && strings.ContainsAny(format, ".,%#") {
				continue // shown with the marks of the reader's language
			}
			if shown != want {
				t.Errorf("%s %s: %q, want %q", sheet, at, shown, want)
			}
			if formula, _ := book.GetCellFormula(sheet, at); formula != "" {
				t.Errorf("%s %s is a formula: %s", sheet, at, formula)
			}
			raw, _ := book.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
			if printedDay(want) != "" && (len(raw) != 5 || strings.Trim(raw, "0123456789") != "") {
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
	want := 0
	for _, c := range placeHead(table.Head, len(table.Columns)) {
		if c.span > 1 || c.rows > 1 {
			want++
		}
	}
	for _, row := range table.bodyRows() {
		for _, cell := range row.Cells {
			if cell.ColSpan > 1 {
				want++
			}
		}
	}
	if len(merged) != want {
		t.Errorf("%s: %d merged cells, want %d", sheet, len(merged), want)
	}
}

func TestCellsKeepTheirKind(t *testing.T) {
	value := func(f float64) *float64 { return &f }
	tests := []struct {
		cell   Cell
		figure bool // in a column of figures
		want   any
		format string
	}{
		{Cell{Text: "05/02/2026"}, false, 46058, "dd/mm/yyyy"},
		{Cell{Text: "31/02/2026"}, false, "31/02/2026", ""},
		{Cell{Text: "05/02/2026, 08 giờ"}, false, "05/02/2026, 08 giờ", ""},
		{Cell{Text: "12"}, true, 12.0, "0"},
		{Cell{Text: "12"}, false, "12", ""},
		{Cell{Text: "007"}, true, "007", ""},
		{Cell{Text: "0270 3822 123"}, true, "0270 3822 123", ""},
		{Cell{Text: "12345678901234567"}, true, "12345678901234567", ""},
		{Cell{Text: "02", Number: value(2)}, false, 2.0, "00"},
		{Cell{Text: "66,7%", Number: value(66.6667)}, false, 0.666667, "0.0%"},
		{Cell{Text: "1.234.567", Number: value(1234567)}, false, 1234567.0, "#,##0"},
		{Cell{Text: "–", Number: value(0)}, true, "–", ""},
		{Cell{Text: "9", Number: value(2)}, false, 9.0, "0"}, // what is printed decides
		{Cell{Text: "=1+1"}, true, "=1+1", ""},
		{Cell{Text: "-3"}, true, -3.0, "0"},
		{Cell{Text: "1.5"}, true, "1.5", ""},
		{Cell{Text: "12/15"}, true, "12/15", ""},
	}
	w := &bookWriter{layout: &layout{word: true}}
	for _, tt := range tests {
		if got, format := w.typed(tt.cell, tt.figure); got != tt.want || format != tt.format {
			t.Errorf("%q: %v (%T) as %q, want %v as %q", tt.cell.Text, got, got, format, tt.want, tt.format)
		}
	}
}

func TestWorkbookIsSteadyAndRefusesWhatExcelWouldCut(t *testing.T) {
	file, err := RenderXLSX(hostile(), madeAt)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if again, _ := RenderXLSX(hostile(), madeAt.In(time.FixedZone("", 7*3600))); !bytes.Equal(file, again) {
			t.Fatal("other bytes the second time")
		}
	}
	book := openBook(t, file)
	if rows, _ := book.GetRows(
		textSheet,
	); !slices.ContainsFunc(
		rows,
		func(row []string) bool { return slices.Contains(row, "=cmd|' /C calc'!A0") },
	) {
		t.Error("the text that looks like a formula is gone")
	}
	if text, _ := book.GetCellValue("Bảng 1", "A2"); text != "007" {
		t.Errorf("leading zeros: %q", text)
	}
	doc := partyReport()
	doc.Blocks = append(
		doc.Blocks,
		TableBlock(
			Table{Columns: []Column{{165, ""}}, Head: []Row{Cells("Ghi chú")}, Rows: []Row{Cells(strings.Repeat("ấ ", 16384) + ".")}},
		),
	)
	if _, err := RenderXLSX(doc, madeAt); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("32,768 characters: %v", err)
	}
	doc.Annexes = []Annex{{Label: "Phụ lục [1]/2: danh sách dài quá chỗ của tên trang tính", Blocks: []Block{TableBlock(headTable())}}}
	doc.Annexes = append(doc.Annexes, doc.Annexes[0])
	doc.Blocks = nil
	if file, err = RenderXLSX(doc, madeAt); err != nil || len(openBook(t, file).GetSheetList()) != 3 {
		t.Errorf("sheets with long names: %v", err)
	}
}
