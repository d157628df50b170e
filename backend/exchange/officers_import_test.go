package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

const officerList = "STT;Họ và tên;Chức vụ;Cơ quan;Điện thoại;Ngày sinh\n" +
	"1;Cán bộ mẫu 01;Bí thư;Xã A;0270 3822 123;01/01/1970\n" +
	"2;Cán bộ mẫu 02;Phó Bí thư;Văn phòng;;\n" +
	"3;Cán bộ mẫu 02;Phó Bí thư;Văn phòng;;\n" +
	"4;Cán bộ mẫu 03;Trưởng ban;;912345678;\n" +
	"5;;Trưởng ban;;;\n"

func officerFile(t testing.TB, text string) OfficerFile {
	t.Helper()
	f, err := ReadOfficerFile("cb.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func importOfficers(t testing.TB, s *store.Store, f OfficerFile, o OfficerOptions) Batch {
	t.Helper()
	var b Batch
	storetest.Write(t, s, func(tx *store.Tx) (err error) {
		b, err = ImportOfficers(tx, f, o)
		return err
	})
	return b
}

func TestOfficersImportAndUndo(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	importUnits(t, s, unitFile(t, "a.csv", []byte("Mã,Tên,Cấp,Mã TP,Tỉnh\n1,Xã A,Xã,9,Tỉnh Mẫu\n")), UnitOptions{AsOf: "2024-01-01"})
	empty := dump(t, s)
	f := officerFile(t, officerList)
	o := OfficerOptions{AsOf: "2025-01-01"}
	var p Preview
	storetest.Read(t, s, func(tx *store.Tx) (err error) { p, err = PlanOfficers(tx, f, o); return err })
	want := map[string]int{"moi": 2, "loi": 2, "bo_qua": 2}
	if fmt.Sprint(p.Rows) != fmt.Sprint(want) || p.RowCount != 6 || !slices.Equal(p.Unused, []string{"Ngày sinh"}) {
		t.Fatalf("%v of %d, unused %v", p.Rows, p.RowCount, p.Unused)
	}
	if err := s.Write(
		t.Context(),
		store.As{},
		func(tx *store.Tx) error { _, err := ImportOfficers(tx, f, o); return err },
	); !fault.Is(
		err,
		fault.CodeConflict,
	) {
		t.Fatalf("rows in error were passed over: %v", err)
	}
	o.SkipErrors = true
	one := importOfficers(t, s, f, o)
	if one.Created != 2 {
		t.Fatalf("%+v", one)
	}
	storetest.Read(t, s, func(tx *store.Tx) error {
		all, err := officers.All(tx, "2025-06-01")
		if err != nil || len(all) != 2 || all[0].Post != "Bí thư" || !strings.HasPrefix(all[0].PostOrg, "Xã A") {
			t.Errorf("%+v %v", all, err)
		}
		return nil
	})
	after := dump(t, s)

	second := officerFile(t, "Họ tên;Chức vụ\nCán bộ mẫu 01;Chủ tịch\nCán bộ mẫu 02;Phó Bí thư\n")
	o = OfficerOptions{AsOf: "2026-01-01"}
	storetest.Read(t, s, func(tx *store.Tx) (err error) { p, err = PlanOfficers(tx, second, o); return err })
	if p.Open != 1 || p.Rows[string(ClassSame)] != 1 {
		t.Fatalf("%v open %d", p.Rows, p.Open)
	}
	o.Bulk = DecideChange
	two := importOfficers(t, s, second, o)
	storetest.Read(t, s, func(tx *store.Tx) error {
		then, _ := officers.All(tx, "2025-06-01")
		now, _ := officers.All(tx, "2026-06-01")
		if then[0].Post != "Bí thư" || now[0].Post != "Chủ tịch" || len(now) != 2 {
			t.Errorf("%+v %+v", then, now)
		}
		return nil
	})
	if r := undo(t, s, two.ID); r.Restored != 1 || dump(t, s) != after {
		t.Fatalf("%+v", r)
	}
	if r := undo(t, s, one.ID); r.Restored != 2 || dump(t, s) != empty {
		t.Fatalf("%+v", r)
	}
}

func TestUndoKeepsOfficersWhoWereEdited(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	b := importOfficers(
		t,
		s,
		officerFile(t, "Họ tên;Chức vụ\nCán bộ mẫu 01;Chủ tịch\nCán bộ mẫu 02;Phó Bí thư\n"),
		OfficerOptions{AsOf: "2026-01-01"},
	)
	storetest.Write(t, s, func(tx *store.Tx) error {
		return tx.Model(&officers.Officer{}).Where("full_name = ?", "Cán bộ mẫu 02").Update("note", "đã sửa").Error
	})
	r := undo(t, s, b.ID)
	if r.Restored != 1 || len(r.Kept) != 1 || !strings.Contains(r.Kept[0], "Cán bộ mẫu 02: đã được sửa") {
		t.Fatalf("%+v", r)
	}
}

func TestWrittenWorkbooksKeepTextAsText(t *testing.T) {
	t.Parallel()
	content, err := WriteSheet(Sheet{Title: "Danh sách", Columns: []string{"Mã", "Tên", "Cấp"}, Rows: [][]string{
		{"00123", "=1+1", "Xã"}, {"+84", "@SUM(A1)", "-x"}, {"1", "Xã Quới Điền", "Xã"}}})
	if err != nil {
		t.Fatal(err)
	}
	w, err := openWorkbook("a.xlsx", content)
	if err != nil {
		t.Fatal(err)
	}
	part, _ := w.parts[w.tabs[0].path].Open()
	xml := make([]byte, 1<<16)
	n, _ := part.Read(xml)
	if strings.Contains(string(xml[:n]), "<f>") {
		t.Error("a text became a formula")
	}
	table, err := ReadTable("a.xlsx", content, testColumns)
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(cellsOf(table)); got != "[[00123 =1+1 Xã] [+84 @SUM(A1) -x] [1 Xã Quới Điền Xã]]" {
		t.Error(got)
	}
	if _, err := WriteSheet(
		Sheet{Columns: []string{"a"}, Rows: [][]string{{strings.Repeat("ă", 32_768)}}},
	); !fault.Is(
		err,
		fault.CodeInvalid,
	) {
		t.Errorf("a text too long for a cell: %v", err)
	}
}

func TestTemplatesReadBack(t *testing.T) {
	t.Parallel()
	for kind, columns := range map[string][]Column{kindUnits: unitColumns, kindOfficers: officerColumns} {
		name, content, err := Template(kind)
		if err != nil {
			t.Fatal(err)
		}
		if table, err := ReadTable(name, content, columns); err != nil || len(table.Rows) != 1 || len(table.Unused) != 0 {
			t.Errorf("%s: %v %v", kind, table, err)
		}
	}
}
