package exchange

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

var (
	unitSheet = Sheet{Name: "Đơn vị", Title: "Danh sách đơn vị", Columns: []string{"Mã", "Tên", "Cấp", "Cấp trên"}, Rows: [][]string{
		{"99", "Tỉnh Mẫu", "Tỉnh", ""}, {"99001", "Xã Mẫu A", "Xã", "Tỉnh Mẫu"}, {"99002", "Xã Mẫu B", "Xã", "Tỉnh Mẫu"},
		{"", "Ấp Hòa", "Ấp", "Xã Mẫu A"}, {"", "Ấp Lợi", "Ấp", "Xã Mẫu A"}, {"", "Ấp Hòa", "Ấp", "Xã Mẫu B"}}}
	officerSheet = Sheet{Name: "Cán bộ", Columns: []string{"Họ và tên", "Chức vụ", "Cơ quan"}, Rows: [][]string{
		{
			"Cán bộ mẫu An",
			"Bí thư Đảng ủy",
			"Đảng ủy xã Mẫu A",
		},
		{"Cán bộ mẫu Bình", "Phó Bí thư", "Đảng ủy xã Mẫu A"},
		{"Cán bộ mẫu Bình", "Bí thư Đoàn", "Đảng ủy xã Mẫu B"},
	}}
	lineHeadings = []string{
		"Cán bộ",
		"Chức vụ",
		"Đơn vị được phân công",
		"Thuộc",
		"Hình thức",
		"Từ ngày",
		"Quyết định số",
		"Ngày",
		"Cơ quan ban hành",
		"Trích yếu",
	}
)

const issuer = "Ban Thường vụ Đảng ủy"

func annexSheet(rows ...[]string) Sheet {
	return Sheet{Name: "Phân công", Columns: lineHeadings, Rows: rows}
}

// annexRows are four assignments by two decisions.
func annexRows() [][]string {
	return [][]string{
		{
			"Cán bộ mẫu An",
			"Bí thư Đảng ủy",
			"Ấp Hòa",
			"Xã Mẫu A",
			"A3",
			"08/01/2026",
			"12-QĐ/ĐU",
			"05/01/2026",
			issuer,
			"Phân công phụ trách ấp",
		},
		{"Cán bộ mẫu Bình", "Phó Bí thư", "Ấp Lợi", "", "", "", "12-QĐ/ĐU", "5/1/2026", issuer, "Phân công phụ trách ấp"},
		{"Cán bộ mẫu Bình", "Bí thư Đoàn", "Ấp Hoà, xã Mẫu B", "", "A3", "", "12-QĐ/ĐU", "5.1.2026", issuer, "Phân công phụ trách ấp"},
		{"Cán bộ mẫu An", "", "Xã Mẫu A", "", "", "", "13-QĐ/ĐU", "06/01/2026", issuer, "Phân công theo dõi xã"},
	}
}

func makeBook(t *testing.T, sheets ...Sheet) WorkbookFile {
	t.Helper()
	content, err := writeSheets(sheets)
	if err != nil {
		t.Fatal(err)
	}
	f, err := ReadWorkbook("so.xlsx", content)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func try(t *testing.T, s *store.Store, f WorkbookFile, o WorkbookOptions) (p Preview) {
	t.Helper()
	err := s.Write(t.Context(), store.As{}, func(tx *store.Tx) (err error) {
		if p, err = TryWorkbook(tx, f, o); err != nil {
			return err
		}
		return errTried
	})
	if !errors.Is(err, errTried) {
		t.Fatal(err)
	}
	return p
}

var bookOptions = WorkbookOptions{AsOf: "2026-01-01", Preset: "ben_tre"}

// The three lists, in any order of sheets, become units, officers and issued decisions; one undo takes all back.
func TestWorkbookComesInAndGoes(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	f := makeBook(
		t,
		annexSheet(annexRows()...),
		officerSheet,
		unitSheet,
		Sheet{Name: "Ghi chú riêng", Columns: []string{"Việc", "Hạn"}, Rows: [][]string{{"a", "b"}}},
	)
	if day := f.FirstDay("2026-11-22", ""); day != "2026-01-05" {
		t.Fatalf("first day %s", day)
	}
	o := bookOptions
	p := try(t, s, f, o)
	if p.Rows["chua_ro"] != 2 || p.Open != 2 || p.Rows["loi"] != 0 { // the namesake, and the row that depends on who she is
		t.Fatalf("before the decision: %+v", p)
	}
	if !strings.Contains(strings.Join(p.Unused, ";"), "Ghi chú riêng") {
		t.Errorf("nothing said about the other sheet: %v", p.Unused)
	}
	o.Decisions = map[string]Decision{}
	for _, l := range p.Lines {
		if l.Class == ClassUnclear {
			o.Decisions[l.Key] = DecideNew
		}
	}
	p = try(t, s, f, o)
	if p.Open != 0 || p.Rows["loi"] != 0 || p.Rows["moi"] != 6+2+4 {
		t.Fatalf("after the decision: %+v", p)
	}
	count := func() (n int) {
		storetest.Read(t, s, func(tx *store.Tx) error {
			return tx.Raw("SELECT (SELECT count(*) FROM unit)+(SELECT count(*) FROM officer)+(SELECT count(*) FROM assignment)+(SELECT count(*) FROM decision)+(SELECT count(*) FROM scheme)+(SELECT count(*) FROM scheme_kind)").
				Scan(&n).
				Error
		})
		return n
	}
	if n := count(); n != 0 {
		t.Fatalf("a preview left %d records", n)
	}
	var b Batch
	storetest.Write(t, s, func(tx *store.Tx) (err error) { b, err = ImportWorkbook(tx, f, o); return err })
	if b.Created != 6+3+4 || count() != 6+3+4+2+1+5 {
		t.Fatalf("%+v, %d records", b, count())
	}
	storetest.Read(t, s, func(tx *store.Tx) error {
		refs, err := units.Of(tx, units.Filter{Day: "2026-02-01", Types: []string{units.Ap}})
		if err != nil || len(refs) != 3 {
			t.Fatalf("%d hamlets, %v", len(refs), err)
		}
		ids := []string{refs[0].ID, refs[1].ID, refs[2].ID}
		held, err := assignments.InCharge(tx, ids, "2026-02-01")
		if err != nil || len(held) != 3 {
			t.Fatalf("%v %v", held, err)
		}
		who, _ := officers.Refs(tx, []string{held[ids[0]][0].OfficerID}, "2026-02-01")
		if l := held[ids[0]][0]; l.DecisionNumber != "12-QĐ/ĐU" || l.ValidFrom != "2026-01-08" ||
			who[l.OfficerID].Name != "Cán bộ mẫu An" ||
			l.KindCode != "A3" {
			t.Errorf("%+v of %+v", l, who)
		}
		return nil
	})
	if p := try(t, s, f, o); p.Repeated == "" {
		t.Error("nothing said about the same file")
	}
	var r UndoResult
	storetest.Write(t, s, func(tx *store.Tx) (err error) { r, err = Undo(tx, b.ID); return err })
	if len(r.Kept) != 0 || r.Restored != 6+3+2+1 || count() != 0 {
		t.Fatalf("restored %d, kept %v, %d records left", r.Restored, r.Kept, count())
	}
}

// Every row that is wrong or unclear says why; nothing of a refused workbook is stored.
func TestWorkbookRefusals(t *testing.T) {
	t.Parallel()
	one := func(change func(row []string)) [][]string {
		rows := annexRows()[3:]
		change(rows[0])
		return rows
	}
	for _, c := range []struct {
		name  string
		rows  [][]string
		class Class
		says  string
	}{
		{"no such officer", one(func(r []string) { r[0] = "Cán bộ lạ" }), ClassError, "Không có cán bộ"},
		{"namesakes", one(func(r []string) { r[0] = "Cán bộ mẫu Bình" }), ClassError, "Có 2 cán bộ"},
		{"other post", one(func(r []string) { r[1] = "Chủ tịch" }), ClassUnclear, "có phải đồng chí này"},
		{"no accents", one(func(r []string) { r[0] = "Can bo mau An" }), ClassUnclear, "khác dấu"},
		{"no such place", one(func(r []string) { r[2] = "Xã Lạ" }), ClassError, "Không có đơn vị"},
		{"two places", one(func(r []string) { r[2] = "Ấp Hòa" }), ClassError, "Có 2 đơn vị"},
		{"wrong place above", one(func(r []string) { r[2], r[3] = "Ấp Lợi", "Xã Mẫu B" }), ClassError, "không thuộc"},
		{"no kind takes it", one(func(r []string) { r[4] = "A1" }), ClassError, "không có hình thức nào"},
		{"unknown kind", one(func(r []string) { r[4] = "Z9" }), ClassError, "không có hình thức “Z9”"},
		{"no paper", one(func(r []string) { r[6] = "" }), ClassError, "Thiếu số quyết định"},
		{"day without year", one(func(r []string) { r[7] = "5/1" }), ClassError, "thiếu năm"},
		{"month 13", one(func(r []string) { r[7] = "05/13/2026" }), ClassError, "13"},
		{"too early", one(func(r []string) { r[5] = "01/06/2025" }), ClassError, "không có"},
		{"second in charge", append(annexRows()[3:],
			[]string{"Cán bộ mẫu Bình", "Phó Bí thư", "Xã Mẫu A", "", "", "", "13-QĐ/ĐU", "06/01/2026", issuer, ""}), ClassError,
			"ở dòng 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := storetest.Open(t)
			f := makeBook(t, unitSheet, officerSheet, annexSheet(c.rows...))
			o := bookOptions
			o.Decisions = map[string]Decision{"officers:r4": DecideNew}
			said := false
			for _, l := range try(t, s, f, o).Lines {
				said = said ||
					l.Sheet == "Phân công" && l.Class == c.class && strings.Contains(strings.ToLower(l.Reason), strings.ToLower(c.says))
				if l.Sheet == "Phân công" && l.Class != ClassSkipped {
					t.Logf("%s: %s", l.Class, l.Reason)
				}
			}
			if !said {
				t.Errorf("no %s line says %q", c.class, c.says)
			}
			err := s.Write(t.Context(), store.As{}, func(tx *store.Tx) error { _, err := ImportWorkbook(tx, f, o); return err })
			if e, ok := fault.Of(err); !ok || !strings.Contains(e.Message, "Chưa có gì được nhập") {
				t.Errorf("imported all the same: %v", err)
			}
			var left int
			storetest.Read(t, s, func(tx *store.Tx) error { return tx.Raw("SELECT count(*) FROM unit").Scan(&left).Error })
			if left != 0 {
				t.Errorf("%d units stayed", left)
			}
		})
	}
}

// What was used after the import stays at its undo, with all it stands on, and is named.
func TestWorkbookUndoKeepsWhatIsUsed(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	f := makeBook(
		t,
		unitSheet,
		Sheet{Name: "Cán bộ", Columns: officerSheet.Columns, Rows: officerSheet.Rows[:1]},
		annexSheet(annexRows()[3:]...),
	)
	var b Batch
	storetest.Write(t, s, func(tx *store.Tx) (err error) { b, err = ImportWorkbook(tx, f, bookOptions); return err })
	storetest.Write(t, s, func(tx *store.Tx) error {
		var id string
		if err := tx.Raw("SELECT id FROM assignment").Scan(&id).Error; err != nil {
			return err
		}
		return assignments.End(
			tx,
			assignments.EndIn{AssignmentID: id, On: "2026-03-01", Reason: "khac", Note: "Thông báo mẫu", NothingOpen: true},
		)
	})
	var r UndoResult
	storetest.Write(t, s, func(tx *store.Tx) (err error) { r, err = Undo(tx, b.ID); return err })
	all := strings.Join(r.Kept, "; ")
	for _, name := range []string{"Quyết định 13-QĐ/ĐU", "Chủ trương", "Cán bộ mẫu An", "Xã Mẫu A", "Tỉnh Mẫu"} {
		if !strings.Contains(all, name) {
			t.Errorf("%s is not named among what stays: %s", name, all)
		}
	}
	if strings.Contains(all, "Ấp Lợi") {
		t.Errorf("a hamlet nobody needs stayed: %s", all)
	}
}

func TestWorkbookReading(t *testing.T) {
	t.Parallel()
	for name, sheets := range map[string][]Sheet{
		"hai trang cùng loại":     {officerSheet, {Name: "Cán bộ (2)", Columns: officerSheet.Columns, Rows: officerSheet.Rows}},
		"thiếu dòng tiêu đề":      {{Name: "Phân công", Columns: []string{"A", "B"}, Rows: [][]string{{"1", "2"}}}},
		"không có trang “Đơn vị”": {{Name: "Khác", Columns: []string{"A", "B"}, Rows: [][]string{{"1", "2"}}}},
	} {
		content, err := writeSheets(sheets)
		if err != nil {
			t.Fatal(err)
		}
		_, err = ReadWorkbook("so.xlsx", content)
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, content, err := Template(kindWorkbook)
	if err != nil {
		t.Fatal(err)
	}
	f, err := ReadWorkbook("mau.xlsx", content)
	if err != nil || f.rows() != 3 || len(f.unread) != 0 {
		t.Errorf("the template is not understood: %+v, %v", f, err)
	}
}

// A day stored as a day is that day, whatever order its format shows.
func TestDaysOfAnyFormat(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"mm/dd/yy", "m/d/yyyy", "dd/mm/yyyy", "yyyy-mm-dd"} {
		f := excelize.NewFile()
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		for i, title := range []string{"Cán bộ", "Đơn vị được phân công", "Ngày"} {
			at, _ := excelize.CoordinatesToCellName(i+1, 1)
			_ = f.SetCellValue("Sheet1", at, title)
		}
		_ = f.SetCellValue("Sheet1", "A2", "Cán bộ mẫu An")
		_ = f.SetCellValue("Sheet1", "B2", "Xã Mẫu A")
		_ = f.SetCellValue("Sheet1", "C2", time.Date(2026, 3, 5, 0, 0, 0, 0, time.UTC))
		_ = f.SetCellStyle("Sheet1", "C2", "C2", style)
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		book, err := ReadWorkbook("ngay.xlsx", out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		table := book.tables[kindLines]
		if day, err := readDay(table.Cell(table.Rows[0], "docDate"), dates.Date("2026-11-22")); err != nil || day != "2026-03-05" {
			t.Errorf("%s is read as %s, %v", format, day, err)
		}
	}
}
