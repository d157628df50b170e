package exchange

import (
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// officialLists gives the two official lists, from the folder named by CAUNOI_DATA_SETS or beside the repository. Where
// they are not at hand it writes lists of the same shape: same columns, same numbers of rows, codes handed on.
func officialLists(t testing.TB) (old, current []byte) {
	t.Helper()
	for _, dir := range []string{os.Getenv("CAUNOI_DATA_SETS"), filepath.Join("..", "..", "..", "shared", "data")} {
		a, errA := os.ReadFile(filepath.Join(dir, "units-2025-three-tier.csv"))
		b, errB := os.ReadFile(filepath.Join(dir, "units-2026-three-provinces.csv"))
		if dir != "" && errA == nil && errB == nil {
			return a, b
		}
	}
	return sameShape()
}

func sameShape() (old, current []byte) {
	var a, b strings.Builder
	a.WriteString("\ufeffMã,Tên,Tên Tiếng Anh,Cấp,Mã QH,Quận Huyện,Mã TP,Tỉnh / Thành Phố\n")
	b.WriteString("\ufeffMã,Tên,Cấp,Mã TP,Tỉnh / Thành Phố\n")
	provinces := []struct{ code, name, next string }{
		{"82", "Tiền Giang", "Đồng Tháp"},
		{"83", "Bến Tre", ""},
		{"84", "Trà Vinh", ""},
		{"86", "Vĩnh Long", "Vĩnh Long"},
		{"87", "Đồng Tháp", ""},
		{"89", "An Giang", ""},
		{"91", "Kiên Giang", "An Giang"},
	}
	into := []int{0, 3, 3, 3, 0, 6, 6}
	for i := range 957 {
		p := i * len(provinces) / 957
		share := []int{11, 11, 11, 11, 11, 10, 10}[p]
		district := 20*p + (i-(p*957+6)/7)*share/138
		level := []string{"Xã", "Phường", "Thị trấn"}[i%13%3]
		fmt.Fprintf(
			&a,
			"%05d,%s Mẫu %d,,%s,%d,Huyện Mẫu %d,%s,Tỉnh %s\n",
			28000+3*i,
			level,
			i,
			level,
			800+district,
			district,
			provinces[p].code,
			provinces[p].name,
		)
		if n := i * 328 / 957; n != (i-1)*328/957 || i == 0 {
			q := provinces[into[p]]
			name := fmt.Sprintf("Xã Ghép %d", n)
			if n%3 == 0 && level == "Xã" {
				name = fmt.Sprintf("%s Mẫu %d", level, i)
			}
			fmt.Fprintf(&b, "%05d,%s,Xã,%s,Tỉnh %s\n", 28000+3*i, name, q.code, q.next)
		}
	}
	return []byte(a.String()), []byte(b.String())
}

// dump writes every row of the tables an import touches, so that two states can be compared.
func dump(t testing.TB, s *store.Store) string {
	t.Helper()
	var out strings.Builder
	storetest.Read(t, s, func(tx *store.Tx) error {
		for _, query := range []string{"SELECT * FROM unit ORDER BY id", "SELECT * FROM unit_version ORDER BY id",
			"SELECT * FROM unit_territory ORDER BY id",
			"SELECT * FROM officer ORDER BY id", "SELECT * FROM post_holding ORDER BY id"} {
			var rows []map[string]any
			if err := tx.Raw(query).Scan(&rows).Error; err != nil {
				return err
			}
			for _, row := range rows {
				fmt.Fprintln(&out, row)
			}
		}
		return nil
	})
	return out.String()
}

func unitFile(t testing.TB, name string, content []byte) UnitFile {
	t.Helper()
	f, err := ReadUnitFile(name, content)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func importUnits(t testing.TB, s *store.Store, f UnitFile, o UnitOptions) Batch {
	t.Helper()
	var b Batch
	storetest.Write(t, s, func(tx *store.Tx) (err error) {
		b, err = ImportUnits(tx, f, o)
		return err
	})
	return b
}

func plan(t testing.TB, s *store.Store, f UnitFile, o UnitOptions) Preview {
	t.Helper()
	var p Preview
	err := s.Write(t.Context(), store.As{}, func(tx *store.Tx) (err error) {
		if p, err = TryUnits(tx, f, o); err != nil {
			return err
		}
		return errTried
	})
	if !errors.Is(err, errTried) {
		t.Fatal(err)
	}
	sum := 0
	for _, n := range p.Rows {
		sum += n
	}
	if sum != p.RowCount {
		t.Fatalf("%d rows are accounted for, the file has %d: %v", sum, p.RowCount, p.Rows)
	}
	return p
}

func undo(t testing.TB, s *store.Store, id string) UndoResult {
	t.Helper()
	var r UndoResult
	storetest.Write(t, s, func(tx *store.Tx) (err error) {
		r, err = Undo(tx, id)
		return err
	})
	return r
}

func countTypes(t testing.TB, s *store.Store, day dates.Date) (provinces, districts, communes int) {
	t.Helper()
	storetest.Read(t, s, func(tx *store.Tx) error {
		refs, err := units.Of(tx, units.Filter{Tree: units.TreeAdmin, Day: day})
		for _, r := range refs {
			switch kind, _ := units.TypeOf(r.Type); kind.Tier {
			case units.TierProvince:
				provinces++
			case units.TierDistrict:
				districts++
			case units.TierCommune:
				communes++
			}
		}
		return err
	})
	return provinces, districts, communes
}

func TestOfficialListsOneAfterTheOther(t *testing.T) {
	t.Parallel()
	old, current := officialLists(t)
	t.Run("official", func(t *testing.T) { oneAfterTheOther(t, old, current) })
	old, current = sameShape()
	t.Run("same shape", func(t *testing.T) { oneAfterTheOther(t, old, current) })
}

func oneAfterTheOther(t *testing.T, old, current []byte) {
	for _, decision := range []Decision{DecideNew, DecideChange} {
		t.Run(string(decision), func(t *testing.T) {
			s := storetest.Open(t)
			empty := dump(t, s)
			first := unitFile(t, "units-2025-three-tier.csv", old)
			on2024 := UnitOptions{AsOf: "2024-01-01"}
			p := plan(t, s, first, on2024)
			if p.Rows[string(ClassNew)] != 957 || p.Derived[string(ClassNew)] != 82 || p.Open != 0 || p.Rows[string(ClassError)] != 0 {
				t.Fatalf("%v %v", p.Rows, p.Derived)
			}
			one := importUnits(t, s, first, on2024)
			if one.Created != 957+75+7 || one.RowCount != 957 {
				t.Fatalf("%+v", one)
			}
			after2024 := dump(t, s)

			second := unitFile(t, "units-2026-three-provinces.csv", current)
			on2026 := UnitOptions{AsOf: "2026-07-01", Source: "Nghị quyết mẫu"}
			p = plan(t, s, second, on2026)
			if p.Open == 0 || p.Rows[string(ClassUnclear)] != p.Open-p.Derived[string(ClassUnclear)] || p.Rows[string(ClassError)] != 0 {
				t.Fatalf("%v %v open %d", p.Rows, p.Derived, p.Open)
			}
			if p.Rows[string(ClassUnclear)] != 328 { // every code of the new list belonged to somebody under a district
				t.Fatalf("%d unclear rows", p.Rows[string(ClassUnclear)])
			}
			if err := s.Write(
				t.Context(),
				store.As{},
				func(tx *store.Tx) error { _, err := ImportUnits(tx, second, on2026); return err },
			); !fault.Is(
				err,
				fault.CodeConflict,
			) {
				t.Fatalf("undecided rows were imported: %v", err)
			}
			on2026.Bulk, on2026.Close = decision, CloseAll
			p = plan(t, s, second, on2026)
			ending := p.Closing + p.Replaced + p.Below
			for _, wrong := range []int{0, ending - 1, ending + 1} {
				on2026.Confirmed = wrong
				err := s.Write(t.Context(), store.As{}, func(tx *store.Tx) error { _, err := ImportUnits(tx, second, on2026); return err })
				if !p.Confirm || !fault.Is(err, fault.CodeInvalid) ||
					!strings.Contains(err.Error(), fmt.Sprintf("kết thúc %d trong 1039", ending)) {
					t.Fatalf("%d units end, %d were confirmed: %v", ending, wrong, err)
				}
			}
			on2026.Confirmed = ending
			two := importUnits(t, s, second, on2026)
			if got := fmt.Sprint(countTypes(t, s, "2024-06-01")); got != "7 75 957" {
				t.Fatalf("2024: %s", got)
			}
			if got := fmt.Sprint(countTypes(t, s, "2026-07-02")); got != "3 0 328" {
				t.Fatalf("2026: %s", got)
			}
			for _, f := range []UnitFile{second, first} {
				o := on2026
				if f.Hash == first.Hash {
					o = on2024
				}
				before := dump(t, s)
				err := s.Write(t.Context(), store.As{}, func(tx *store.Tx) error { _, err := ImportUnits(tx, f, o); return err })
				if !fault.Is(err, fault.CodeConflict) || !strings.Contains(err.Error(), "đã được nhập") || dump(t, s) != before {
					t.Fatalf("the same file twice: %v", err)
				}
			}
			if err := s.Write(
				t.Context(),
				store.As{},
				func(tx *store.Tx) error { _, err := Undo(tx, one.ID); return err },
			); !fault.Is(
				err,
				fault.CodeConflict,
			) {
				t.Fatalf("undone in the wrong order: %v", err)
			}
			if r := undo(t, s, two.ID); len(r.Kept) != 0 || dump(t, s) != after2024 {
				t.Fatalf("undo of the second import left something: kept %v", r.Kept)
			}
			if r := undo(t, s, one.ID); len(r.Kept) != 0 || dump(t, s) != empty {
				t.Fatalf("undo of the first import left something: kept %v", r.Kept)
			}
		})
	}
}

func TestWorkbookAndCSVOfTheSameListPlanTheSame(t *testing.T) {
	t.Parallel()
	old, _ := officialLists(t)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(old), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	s := storetest.Open(t)
	a := plan(t, s, unitFile(t, "a.csv", old), UnitOptions{AsOf: "2024-01-01"})
	b := plan(t, s, unitFile(t, "a.xlsx", book(t, rows)), UnitOptions{AsOf: "2024-01-01"})
	if !slices.EqualFunc(a.Lines, b.Lines, func(x, y Line) bool { return x.Name == y.Name && x.Code == y.Code && x.Parent == y.Parent }) {
		t.Fatal("the two plans differ")
	}
}

func TestUndoKeepsWhatWasEditedSince(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	list := "Mã,Tên,Cấp,Mã TP,Tỉnh\n1,Xã A,Xã,9,Tỉnh Mẫu\n2,Xã B,Xã,9,Tỉnh Mẫu\n3,Xã C,Xã,9,Tỉnh Mẫu\n"
	b := importUnits(t, s, unitFile(t, "a.csv", []byte(list)), UnitOptions{AsOf: "2024-01-01"})
	storetest.Write(t, s, func(tx *store.Tx) error {
		refs, err := units.Of(tx, units.Filter{Tree: units.TreeAdmin, Day: "2024-01-01"})
		if err != nil {
			return err
		}
		i := slices.IndexFunc(refs, func(r units.Ref) bool { return r.Name == "Xã B" })
		return units.ChangeMany(
			tx,
			[]units.Change{
				{
					UnitID: refs[i].ID,
					From:   "2025-01-01",
					Facts:  units.Facts{Name: "Phường B", Type: units.Phuong, Code: "2", ParentID: refs[i].ParentID},
				},
			},
		)
	})
	r := undo(t, s, b.ID)
	if r.Restored != 2 || len(r.Kept) != 2 {
		t.Fatalf("%+v", r)
	}
	if text := strings.Join(r.Kept, "|"); !strings.Contains(text, "Xã B: đã được sửa") || !strings.Contains(text, "Tỉnh Mẫu: là cấp trên") {
		t.Fatal(text)
	}
	if got := fmt.Sprint(countTypes(t, s, "2025-06-01")); got != "1 0 1" {
		t.Fatal(got)
	}
}

func TestRowsAreClassified(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	importUnits(
		t,
		s,
		unitFile(t, "a.csv", []byte("Mã,Tên,Cấp,Mã TP,Tỉnh\n1,Xã A,Xã,9,Tỉnh Mẫu\n2,Xã B,Xã,9,Tỉnh Mẫu\n,Xã C,Xã,9,Tỉnh Mẫu\n")),
		UnitOptions{AsOf: "2024-01-01"},
	)
	list := "Mã,Tên,Cấp,Mã TP,Tỉnh,Số hộ\n" +
		"1,Xã A,Xã,9,Tỉnh Mẫu,\n" + // same
		"2,Xã Bê,Xã,9,Tỉnh Mẫu,\n" + // other name, same code
		"3,Xã C,Xã,9,Tỉnh Mẫu,1.200\n" + // gets a code
		"7,Xã B,Xã,9,Tỉnh Mẫu,\n" + // same name, other code
		"4,Phường D,Xã,9,Tỉnh Mẫu,\n" + // level against name
		"5,Xã E,Vương quốc,9,Tỉnh Mẫu,\n" +
		"6,,Xã,9,Tỉnh Mẫu,\n" +
		"8,Xã G,Xã,9,Tỉnh Mẫu,nhiều\n" +
		"9,Ấp H,Ấp,9,Tỉnh Mẫu,\n" + // a hamlet cannot stand under a province
		"1,Xã A,Xã,9,Tỉnh Mẫu,\n" + // repeated
		"10,#REF!,Xã,9,Tỉnh Mẫu,\n" +
		"11,Hộ ông Tư,Hộ,9,Tỉnh Mẫu,\n" +
		"12,Xã mới,Xã,9,Tỉnh Mẫu,\n" +
		",Tổng cộng,12,,,\n"
	p := plan(t, s, unitFile(t, "b.csv", []byte(list)), UnitOptions{AsOf: "2025-01-01"})
	want := map[Class]int{ClassSame: 1, ClassUnclear: 2, ClassChange: 1, ClassError: 7, ClassNew: 1, ClassSkipped: 3}
	if fmt.Sprint(p.Rows) != fmt.Sprint(want) {
		for _, l := range p.Lines {
			t.Log(l.Row, l.Name, l.Class, l.Reason)
		}
		t.Fatalf("got %v, want %v", p.Rows, want)
	}
}

// largeWorkbook is a workbook of 300 communes and 14,700 hamlets, twenty columns wide.
// largeWorkbook lists communes with fifty units each.
func largeWorkbook(t testing.TB, communes int) []byte {
	padding := strings.Split(strings.Repeat("x", 14), "")
	rows := [][]string{append([]string{"Mã", "Tên", "Cấp", "Mã TP", "Tỉnh", "Mã cấp trên"}, strings.Split("abcdefghijklmn", "")...)}
	for i := range communes {
		rows = append(rows, append([]string{fmt.Sprint(1000 + i), fmt.Sprintf("Xã %d", i), "Xã", "9", "Tỉnh Mẫu", ""}, padding...))
	}
	for i := range 49 * communes {
		rows = append(rows, append([]string{"", fmt.Sprintf("Ấp %d", i), "Ấp", "", "", fmt.Sprint(1000 + i%communes)}, padding...))
	}
	return book(t, rows)
}

func TestLargeListInAndOutAgain(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	f := unitFile(t, "lon.xlsx", largeWorkbook(t, 60))
	o := UnitOptions{AsOf: "2025-01-01"}
	if p := plan(t, s, f, o); p.Rows[string(ClassNew)] != 3000 {
		t.Fatal(p.Rows)
	}
	undo(t, s, importUnits(t, s, f, o).ID)
}

func BenchmarkUnitsImport(b *testing.B) {
	content, o := largeWorkbook(b, 300), UnitOptions{AsOf: "2025-01-01"}
	b.Run("preview", func(b *testing.B) {
		s := storetest.Open(b)
		for b.Loop() {
			plan(b, s, unitFile(b, "lon.xlsx", content), o)
		}
		b.ReportMetric(3000, "target-ms")
	})
	b.Run("commit", func(b *testing.B) {
		f := unitFile(b, "lon.xlsx", content)
		for b.Loop() {
			b.StopTimer()
			s := storetest.Open(b)
			b.StartTimer()
			importUnits(b, s, f, o)
		}
		b.ReportMetric(10_000, "target-ms")
	})
}

func TestUndoKeepsWhatIsUsed(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	b := importUnits(
		t,
		s,
		unitFile(
			t,
			"a.csv",
			[]byte("Mã,Tên,Cấp,Mã TP,Tỉnh\n1,Xã A,Xã,9,Tỉnh Mẫu\n2,Xã B,Xã,9,Tỉnh Mẫu\n3,Xã C,Xã,9,Tỉnh Mẫu\n4,Xã D,Xã,9,Tỉnh Mẫu\n"),
		),
		UnitOptions{AsOf: "2024-01-01"},
	)
	storetest.Write(t, s, func(tx *store.Tx) error {
		refs, err := units.Of(tx, units.Filter{Tree: units.TreeAdmin, Day: "2024-01-01"})
		if err != nil {
			return err
		}
		ids := map[string]string{}
		for _, r := range refs {
			ids[r.Name] = r.ID
		}
		if _, err := units.InsertMany(
			tx,
			[]units.NewUnit{
				{Tree: units.TreeAdmin, ValidFrom: "2024-01-01", Facts: units.Facts{Name: "Ấp 1", Type: units.Ap, ParentID: ids["Xã A"]}},
			},
		); err != nil {
			return err
		}
		err = tx.Exec("INSERT INTO meeting (id, kind, day, state, created_at) VALUES ('m', 'VISIT', '2024-02-01', 'PLANNED', '')").Error
		if err == nil {
			err = tx.Exec("INSERT INTO meeting_host (meeting_id, unit_id) VALUES ('m', ?)", ids["Xã B"]).Error
		}
		if err == nil {
			err = tx.Exec(
				"INSERT INTO suspension (id, scope_unit_id, valid_from, valid_to, reason, created_at) VALUES ('s', ?, '2024-01-01', '2024-02-01', 'bão', '')",
				ids["Xã C"],
			).Error
		}
		return err
	})
	r := undo(t, s, b.ID)
	text := strings.Join(r.Kept, "|")
	for _, want := range []string{"Xã A: đã có đơn vị trực thuộc", "Xã B: đã có cuộc họp", "Xã C: đã được dùng ở nơi khác",
		"Tỉnh Mẫu: là cấp trên"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said in %s", want, text)
		}
	}
	if r.Restored != 1 || len(r.Kept) != 4 {
		t.Errorf("%+v", r)
	}
}
