package typeset_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/fault"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
)

func TestWorkbookIsSteadyAndRefusesWhatExcelWouldCut(t *testing.T) {
	file, err := typeset.RenderXLSX(documenttest.Hostile(), documenttest.MadeAt)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if again, _ := typeset.RenderXLSX(
			documenttest.Hostile(),
			documenttest.MadeAt.In(time.FixedZone("", 7*3600)),
		); !bytes.Equal(
			file,
			again,
		) {
			t.Fatal("other bytes the second time")
		}
	}
	book := typesettest.OpenWorkbook(t, file)
	if rows, _ := book.GetRows(
		"Nội dung",
	); !slices.ContainsFunc(
		rows,
		func(row []string) bool { return slices.Contains(row, "=cmd|' /C calc'!A0") },
	) {
		t.Error("the text that looks like a formula is gone")
	}
	if text, _ := book.GetCellValue("Bảng 1", "A2"); text != "007" {
		t.Errorf("leading zeros: %q", text)
	}
	doc := documenttest.PartyReport()
	doc.Blocks = append(
		doc.Blocks,
		document.TableBlock(
			document.Table{
				Columns: []document.Column{{Width: 165}},
				Head:    []document.Row{document.Cells("Ghi chú")},
				Rows:    []document.Row{document.Cells(strings.Repeat("ấ ", 16384) + ".")},
			},
		),
	)
	if _, err := typeset.RenderXLSX(doc, documenttest.MadeAt); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("32,768 characters: %v", err)
	}
	doc.Annexes = []document.Annex{
		{
			Label:  "Phụ lục [1]/2: danh sách dài quá chỗ của tên trang tính",
			Blocks: []document.Block{document.TableBlock(documenttest.HeadTable())},
		},
	}
	doc.Annexes = append(doc.Annexes, doc.Annexes[0])
	doc.Blocks = nil
	if file, err = typeset.RenderXLSX(doc, documenttest.MadeAt); err != nil || len(typesettest.OpenWorkbook(t, file).GetSheetList()) != 3 {
		t.Errorf("sheets with long names: %v", err)
	}
}

// A sheet's columns are as wide as on the page, and wider where a row would be higher than Excel shows.
func TestSheetColumnsHaveTheWidthOfTheirWords(t *testing.T) {
	table := func(text string) typeset.Rendered {
		doc := documenttest.WithBody(document.TableBlock(document.Table{
			Columns: []document.Column{{Width: 20}, {Width: 20}, {Width: 217}},
			Head:    []document.Row{document.Cells("STT", "Nội dung", "Ghi chú")},
			Rows:    []document.Row{document.Cells("1", text, ""), document.Cells("2", "", "")},
		}))
		doc.Landscape = true
		file, err := typeset.Render(doc, documenttest.MadeAt, typeset.FormatExcel)
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	// 217 of 257 mm at 96 pixels to the inch are 820 pixels: 116 digits of 7 and 5 pixels around them.
	plain := typesettest.OpenWorkbook(t, table("Sửa đường").Bytes)
	if width, _ := plain.GetColWidth("Bảng 1", "C"); width < 115 || width > 117 {
		t.Errorf("a column of 217 mm on a sheet lying across is %.1f digits wide", width)
	}
	long := typesettest.OpenWorkbook(t, table(strings.Repeat("sửa đường ", 90)).Bytes)
	if height, _ := long.GetRowHeight("Bảng 1", 2); height >= 409 || height < 200 {
		t.Errorf("a long text stands in a row of %.0f pt", height)
	}
	if width, _ := long.GetColWidth("Bảng 1", "B"); width < 11 {
		t.Errorf("the column of the long text is %.1f digits wide", width)
	}
}
