package exchange

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

var errBack = errors.New("back to the state before")

// A preview lists the rows as the file has them, whatever becomes of each; a sign no name has and an organisation nobody knows
// are said at their row.
func TestPreviewStandsInTheOrderOfTheFile(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	officersOf := func(text string) (got []string) {
		storetest.Read(t, s, func(tx *store.Tx) error {
			p, err := PlanOfficers(tx, officerFile(t, text), OfficerOptions{AsOf: "2026-01-01"})
			for _, l := range p.Lines {
				got = append(got, fmt.Sprintf("%d %s %s", l.Row, l.Class, l.Reason))
			}
			return err
		})
		return got
	}
	got := officersOf("Họ và tên;Chức vụ;Cơ quan\nLê Mẫu B;Bí thư;\nLê Mẫu 😀;Bí thư;\nLê Mẫu A;Bí thư;Xã Không Có\n;Bí thư;Xã A\n")
	want := []string{
		"1 bo_qua Dòng tiêu đề", "2 moi ",
		"3 loi Họ và tên chỉ gồm chữ cái, chữ số, dấu cách, dấu chấm, dấu nháy và dấu gạch nối; hãy bỏ các ký tự khác.",
		"4 moi “Xã Không Có” không có trong sổ địa bàn, tổ chức; cơ quan được ghi nguyên chữ.", "5 loi Thiếu họ và tên.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	lines := plan(t, s, unitFile(t, "dv.csv", []byte(
		"Mã;Tên;Cấp;Mã TP;Tỉnh\n001;Xã B;Xã;10;Tỉnh Mẫu\n002;Xã 😀;Xã;10;Tỉnh Mẫu\n003;Xã A;Xã;10;Tỉnh Mẫu\n",
	)), UnitOptions{AsOf: "2026-01-01"}).Lines
	for i, l := range lines {
		if i > 0 && l.Row < lines[i-1].Row {
			t.Errorf("row %d stands behind row %d", l.Row, lines[i-1].Row)
		}
		if l.Row == 3 && !l.Derived && (l.Class != ClassError || !strings.Contains(l.Reason, "ký tự lạ “😀”")) {
			t.Errorf("row 3: %s %s", l.Class, l.Reason)
		}
	}
}

// randomUnits draws a list with every kind of quarrel: codes handed on, other spellings, moved and missing parents.
func randomUnits(t *rapid.T, label string) string {
	provinces := []string{"09;Tỉnh Mẫu", "9;Tỉnh Mẫu", "10;Tỉnh Hòa Mẫu", "10;TỈNH HOÀ MẪU", "11;Thành phố Mẫu"}
	var b strings.Builder
	b.WriteString("Mã;Tên;Cấp;Mã cấp trên;Cấp trên;Số hộ;Mã TP;Tỉnh\n")
	for i := range rapid.IntRange(1, 8).Draw(t, label+" rows") {
		draw := func(what string, from ...string) string {
			return rapid.SampledFrom(from).Draw(t, fmt.Sprint(label, what, i))
		}
		switch draw("tier", "commune", "commune", "hamlet", "province", "noise") {
		case "commune":
			kind := draw("kind", "Xã", "Xã", "Phường")
			fmt.Fprintf(
				&b,
				"%s;%s %s;%s;;;%s;%s\n",
				draw("code", "001", "1", "002", "003", "", "004"),
				kind,
				draw(
					"name",
					"Hòa",
					"Hoà",
					"Hóa",
					"D'Ran",
					"D’Ran",
					"Bê",
				),
				kind,
				draw("households", "", "10", "20", "x"),
				draw("province", provinces...),
			)
		case "hamlet":
			fmt.Fprintf(
				&b,
				"%s;Ấp %s;Ấp;%s;%s;%s;;\n",
				draw("code", "", "", "H1"),
				draw("name", "1", "01", "2", "Hòa", "Hoà"),
				draw(
					"parentCode",
					"",
					"001",
					"002",
				),
				draw("parent", "Xã Hòa", "xã hoà", "Xã Hóa", "Xã Bê", ""),
				draw("households", "", "5"),
			)
		case "province":
			fmt.Fprintf(&b, "%s;Tỉnh Mẫu;Tỉnh;;;;;\n", draw("code", "09", "9", ""))
		default:
			b.WriteString(
				draw("noise", ";Tổng cộng;;;;;;\n", ";Các xã còn lại;;;;;;\n", "1;nt;nt;;nt;;;\n", ";;;;;;;\n", "2;#REF!;Xã;;;;;\n"),
			)
		}
	}
	return b.String()
}

func randomUnitOptions(t *rapid.T, label string) UnitOptions {
	return UnitOptions{
		AsOf:       rapid.SampledFrom([]dates.Date{"2024-01-01", "2025-01-01", "2025-01-02", "2026-01-01"}).Draw(t, label+" day"),
		Bulk:       rapid.SampledFrom([]Decision{"", DecideNew, DecideChange, DecideSkip}).Draw(t, label+" bulk"),
		Close:      rapid.SampledFrom([]Scope{CloseNone, CloseProvince, CloseAll}).Draw(t, label+" close"),
		CloseBelow: rapid.Bool().Draw(t, label+" below"),
		SkipErrors: rapid.Bool().Draw(t, label+" skip"),
	}
}

// tryUnits throws away what a preview wrote, inside a transaction that goes on.
func tryUnits(tx *store.Tx, f UnitFile, o UnitOptions) (p Preview, err error) {
	if err := tx.SavePoint("before").Error; err != nil {
		return p, err
	}
	if p, err = TryUnits(tx, f, o); err != nil {
		return p, err
	}
	return p, tx.RollbackTo("before").Error
}

// What the preview says is what the import does: refused where it says so, and else with the same numbers.
func TestPreviewOfUnitsIsWhatApplyingDoes(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	applied := 0
	rapid.Check(t, func(r *rapid.T) {
		err := s.Write(t.Context(), store.As{}, func(tx *store.Tx) error {
			for _, label := range []string{"first", "second", "third"} {
				list, o := randomUnits(r, label), randomUnitOptions(r, label)
				f, err := ReadUnitFile(label+".csv", []byte(list))
				if err != nil {
					continue // no record in it, said in a sentence
				}
				p, err := tryUnits(tx, f, o)
				if err != nil {
					return err
				}
				o.Confirmed = p.Closing + p.Below + p.Replaced
				count := func(c Class) int { return p.Rows[string(c)] + p.Derived[string(c)] }
				sum := 0
				for _, n := range p.Rows {
					sum += n
				}
				if sum != p.RowCount {
					r.Fatalf("%d rows accounted for of %d: %v\n%s", sum, p.RowCount, p.Rows, list)
				}
				refused := p.Open > 0 || count(ClassError) > 0 && (!o.SkipErrors || p.Closing > 0) || p.Below > 0 && !o.CloseBelow ||
					p.Blocked != "" || p.Repeated != ""
				made, changed := count(ClassNew), count(ClassChange)
				for _, l := range p.Lines {
					if l.Class == ClassUnclear && l.Decision == DecideNew {
						made++
					}
					if l.Class == ClassUnclear && l.Decision == DecideChange {
						changed++
					}
				}
				nothing := made+changed+o.Confirmed == 0
				b, err := ImportUnits(tx, f, o)
				switch {
				case refused || nothing:
					if _, said := fault.Of(err); !said {
						r.Fatalf("the preview refuses, the import says %v: %+v\n%s", err, p, list)
					}
				case err != nil:
					r.Fatalf("the preview promises %d new, the import refuses: %v\n%+v\n%s", made, err, p.Lines, list)
				case b.Created != made || b.Changed != changed || b.Closed != o.Confirmed:
					r.Fatalf("promised %d new, %d changed, %d ended; did %+v\n%+v\n%s", made, changed, o.Confirmed, b, p.Lines, list)
				default:
					applied++
				}
			}
			return errBack
		})
		if !errors.Is(err, errBack) {
			r.Fatal(err)
		}
	})
	t.Logf("%d imports applied", applied)
}

func TestPreviewOfOfficersIsWhatApplyingDoes(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	rapid.Check(t, func(r *rapid.T) {
		err := s.Write(t.Context(), store.As{}, func(tx *store.Tx) error {
			for _, label := range []string{"first", "second"} {
				var b strings.Builder
				b.WriteString("STT;Họ và tên;Chức vụ;Cơ quan;Điện thoại\n")
				for i := range rapid.IntRange(1, 6).Draw(r, label+" rows") {
					draw := func(what string, from ...string) string {
						return rapid.SampledFrom(from).Draw(r, fmt.Sprint(label, what, i))
					}
					fmt.Fprintf(
						&b,
						"%s;%s;%s;%s;%s\n",
						draw("no", "1", "", "I"),
						draw(
							"name",
							"Trần Mẫu Hòa",
							"Trần Mẫu Hoà",
							"TRẦN MẪU HÓA",
							"Đ/c Lê Mẫu An",
							"Lê Mẫu An!",
							"Chi bộ Mẫu",
							"nt",
							"Mẫu",
							"Ông Mẫu An",
							"Lê Mẫu “An”",
						),
						draw("post", "Bí thư", "bí thư", "Phó Bí thư", "nt", "", "04 đồng chí"),
						draw(
							"org",
							"",
							"Xã Mẫu",
							"nt",
							"-",
						),
						draw("phone", "", "0270 3822 123", "912345678", "12345678", "(0270) 3822", "0270.3822.123 - 12"),
					)
				}
				f, err := ReadOfficerFile("a.csv", []byte(b.String()))
				if err != nil {
					continue
				}
				o := OfficerOptions{
					AsOf:       rapid.SampledFrom([]dates.Date{"2025-01-01", "2026-01-01"}).Draw(r, label+" day"),
					Bulk:       rapid.SampledFrom([]Decision{DecideNew, DecideChange, DecideSkip}).Draw(r, label+" bulk"),
					SkipErrors: rapid.Bool().Draw(r, label+" skip"),
				}
				p, err := PlanOfficers(tx, f, o)
				if err != nil {
					return err
				}
				made, changed := p.Rows[string(ClassNew)], 0
				for _, l := range p.Lines {
					if l.Class == ClassUnclear && l.Decision == DecideNew {
						made++
					}
					if l.Class == ClassUnclear && l.Decision == DecideChange {
						changed++
					}
				}
				refused := p.Open > 0 || p.Rows[string(ClassError)] > 0 && !o.SkipErrors || p.Repeated != "" || made+changed == 0
				batch, err := ImportOfficers(tx, f, o)
				switch {
				case refused && fault.Is(err, fault.CodeConflict):
				case refused || err != nil:
					r.Fatalf("preview %+v, import %v\n%s", p, err, b.String())
				case batch.Created != made || batch.Changed != changed:
					r.Fatalf("promised %d and %d, did %+v\n%s", made, changed, batch, b.String())
				}
				var odd int64
				tx.Model(&officers.Officer{}).
					Where("full_name LIKE '%đồng chí%' OR full_name LIKE 'Chi bộ%' OR full_name = 'nt' OR full_name LIKE 'Đ/c%'").
					Count(&odd)
				tx.Model(&officers.Post{}).Where("label = 'nt' OR label LIKE '%đồng chí'").Count(&odd)
				if odd > 0 {
					r.Fatalf("nobody was stored as an officer:\n%s", b.String())
				}
			}
			return errBack
		})
		if !errors.Is(err, errBack) {
			r.Fatal(err)
		}
	})
}
