package reports

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"caunoi/backend/fault"
)

func TestWorkbookIsSteadyAndRefusesWhatExcelWouldCut(t *testing.T) {
	file, err := RenderXLSX(Hostile(), MadeAt)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if again, _ := RenderXLSX(Hostile(), MadeAt.In(time.FixedZone("", 7*3600))); !bytes.Equal(file, again) {
			t.Fatal("other bytes the second time")
		}
	}
	book := OpenWorkbook(t, file)
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
	doc := PartyReport()
	doc.Blocks = append(
		doc.Blocks,
		TableBlock(
			Table{Columns: []Column{{165, ""}}, Head: []Row{Cells("Ghi chú")}, Rows: []Row{Cells(strings.Repeat("ấ ", 16384) + ".")}},
		),
	)
	if _, err := RenderXLSX(doc, MadeAt); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("32,768 characters: %v", err)
	}
	doc.Annexes = []Annex{{Label: "Phụ lục [1]/2: danh sách dài quá chỗ của tên trang tính", Blocks: []Block{TableBlock(HeadTable())}}}
	doc.Annexes = append(doc.Annexes, doc.Annexes[0])
	doc.Blocks = nil
	if file, err = RenderXLSX(doc, MadeAt); err != nil || len(OpenWorkbook(t, file).GetSheetList()) != 3 {
		t.Errorf("sheets with long names: %v", err)
	}
}
