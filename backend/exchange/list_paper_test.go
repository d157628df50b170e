package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/fault"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

// listOf is a list of n rows with a column of every kind.
func listOf(n int, kinds ...ColumnKind) Sheet {
	list := Sheet{Title: "Danh sách cán bộ", Note: "Tính đến ngày 30/11/2026; Cấp ủy: Ban Thường vụ", Kinds: kinds}
	for i := range kinds {
		list.Columns = append(list.Columns, fmt.Sprintf("Cột %d", i+1))
	}
	for row := range n {
		cells := make([]string, len(kinds))
		for i, kind := range kinds {
			cells[i] = map[ColumnKind]string{
				"day": "T2 30/11/2026", "number": "1.234", "symbol": "41-QĐ/HU", "phone": "0909 123 456", "status": "Đã dự",
			}[kind]
			if cells[i] == "" {
				cells[i] = fmt.Sprintf("Bản ghi mẫu số %d", row+1)
			}
		}
		list.Rows = append(list.Rows, cells)
	}
	return list
}

func TestAListIsPrintedAsItStands(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	paper := func(in Sheet) (doc document.Document) {
		storetest.Read(t, o.Store, func(tx *store.Tx) (err error) { doc, err = listPaper(tx, in); return err })
		return doc
	}
	list := listOf(70, "name", "day", "number")
	list.Rows[0][0], list.Rows[69][0] = "Cán bộ mẫu đầu", "Cán bộ mẫu cuối"
	list.Totals = []string{"Cộng", "", "86.380"}
	doc := paper(list)
	if doc.Landscape {
		t.Error("three narrow columns lie across the sheet")
	}
	whole := func(text string) string { return strings.Join(strings.Fields(typesettest.Unbound(text)), "") }
	text, at := whole(typesettest.LaidText(t, doc)), -1
	for _, said := range []string{
		"DANH SÁCH", "Cán bộ", "(Tính đến ngày 30/11/2026; Cấp ủy: Ban Thường vụ)", "STT", "Cột 1", "Cán bộ mẫu đầu",
		"Bản ghi mẫu số 2", "Cán bộ mẫu cuối", "86.380",
	} {
		next := strings.Index(text[at+1:], whole(said))
		if next < 0 {
			t.Fatalf("%q is not printed after what stands before it, in %.300q", said, text[at+1:])
		}
		at += 1 + next
	}
	typesettest.CheckPapers(t, map[string]document.Document{
		"a few rows":    paper(listOf(2, "name", "text")),
		"upright":       doc,
		"across":        paper(listOf(40, "day", "symbol", "name", "text", "name", "status", "number", "number", "phone")),
		"nothing":       paper(listOf(0, "name", "text")),
		"unknown kinds": paper(listOf(3, "", "act")),
	}, documenttest.MadeAt)
	if !paper(listOf(40, "day", "symbol", "name", "text", "name", "status", "number")).Landscape {
		t.Error("seven columns stand upright")
	}
}

// Every cell finds its column, and what is missing or too much moves nothing.
func TestRowsOfAPrintedListKeepTheirColumns(t *testing.T) {
	t.Parallel()
	list := Sheet{Columns: []string{"A", "B"}}
	for _, c := range []struct{ given, want []string }{
		{[]string{"a", "b"}, []string{"7", "a", "b"}},
		{[]string{"a"}, []string{"7", "a", ""}},
		{[]string{"a", "b", "c"}, []string{"7", "a", "b"}},
		{nil, []string{"7", "", ""}},
	} {
		var got []string
		for _, cell := range list.line(document.RowPlain, "7", c.given).Cells {
			got = append(got, cell.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.given, got, c.want)
		}
	}
}

func TestPrintingAListIsGuardedAndKeptInTheTrail(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	list := Sheet{
		Title: "Nhật ký", Columns: []string{"Góp ý"}, Kinds: []ColumnKind{"text"}, FreeText: []int{0}, Rows: [][]string{{neighbour}},
	}
	if _, err := s.Print(list); !fault.Is(err, fault.CodeInvalid) {
		t.Fatalf("a list with the data of a resident: %v", err)
	}
	list.GuardReason = "SO_KHAC"
	printed, err := s.Print(list)
	if err != nil || printed.Pages != 1 || !strings.HasPrefix(printed.FileName, "nhat-ky-") ||
		!strings.HasSuffix(printed.FileName, ".pdf") {
		t.Fatalf("%+v %v", printed, err)
	}
	if said := lastTrail(t, o.Store); !strings.HasPrefix(said, "In danh sách “Nhật ký”: 1 dòng. Giữ nguyên") {
		t.Errorf("the trail says %q", said)
	}
	if _, err = s.Print(Sheet{Title: "Không cột"}); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("a list without columns: %v", err)
	}
}
