package exchange

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// otherTones puts the tone of oa, oe and uy on the other letter, in both directions.
var otherTones = func() *strings.Replacer {
	var pairs []string
	for _, p := range strings.Fields("oà/òa oá/óa oả/ỏa oã/õa oạ/ọa oè/òe oé/óe oẻ/ỏe oẽ/õe oẹ/ọe uỳ/ùy uý/úy uỷ/ủy uỹ/ũy uỵ/ụy") {
		a, b, _ := strings.Cut(p, "/")
		for _, pair := range [][2]string{{a, b}, {b, a}} {
			up := []rune(pair[1])
			down := []rune(pair[0])
			pairs = append(
				pairs,
				pair[0],
				pair[1],
				strings.ToUpper(string(down[:1]))+string(down[1:]),
				strings.ToUpper(string(up[:1]))+string(up[1:]),
			)
		}
	}
	return strings.NewReplacer(pairs...)
}()

// The list of the whole region comes again as another office writes it: nothing is asked, nothing ends, nothing doubles.
func TestSameListInAnotherSpellingIsTheSame(t *testing.T) {
	t.Parallel()
	old, current := officialLists(t)
	for name, list := range map[string][]byte{"three levels": old, "two levels": current} {
		t.Run(name, func(t *testing.T) {
			s := storetest.Open(t)
			importUnits(t, s, unitFile(t, "a.csv", list), UnitOptions{AsOf: "2024-01-01"})
			before := dump(t, s)
			for spelling, other := range map[string]string{
				"tones":      otherTones.Replace(string(list)),
				"capitals":   strings.ToUpper(string(list)),
				"decomposed": norm.NFD.String(string(list)),
				"signs":      strings.ReplaceAll(string(list), "'", "’"),
			} {
				changed := 0
				for i, line := range strings.Split(string(list), "\n") {
					if strings.Split(other, "\n")[i] != line {
						changed++
					}
				}
				head, _, _ := strings.Cut(string(list), "\n")
				_, body, _ := strings.Cut(other, "\n")
				f := unitFile(t, "b.csv", []byte(head+"\n"+body))
				p := plan(t, s, f, UnitOptions{AsOf: "2026-07-01", Bulk: DecideNew, Close: CloseAll})
				t.Logf(
					"%s: %d lines written otherwise, %d questions, %d end",
					spelling,
					changed,
					p.Rows["chua_ro"]+p.Derived["chua_ro"],
					p.Closing+p.Replaced+p.Below,
				)
				if p.Rows[string(ClassSame)] != p.RowCount-1 || p.Derived[string(ClassUnclear)]+p.Derived[string(ClassNew)] != 0 ||
					p.Closing+p.Replaced+p.Below != 0 {
					t.Errorf("%s: %v %v, %d end", spelling, p.Rows, p.Derived, p.Closing+p.Replaced+p.Below)
				}
			}
			if dump(t, s) != before {
				t.Error("a preview changed something")
			}
		})
	}
}

const twoHamlets = "Tên;Cấp;Cấp trên\nTỉnh Mẫu;Tỉnh;\nXã Mẫu A;Xã;Tỉnh Mẫu\nẤp Hòa Bình;Ấp;Xã Mẫu A\nẤp 1;Ấp;Xã Mẫu A\nTổ 01;Tổ nhân dân tự quản;Ấp 1\n"

func TestHamletsWithoutCodeAreNotMadeTwice(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	importUnits(t, s, unitFile(t, "a.csv", []byte(twoHamlets)), UnitOptions{AsOf: "2024-01-01"})
	again := "Tên;Cấp;Cấp trên\nấp Hoà Bình;Ấp;xã mẫu a\nấp 1;Ấp;XÃ MẪU A\nTổ 1;Tổ nhân dân tự quản;Ấp 01\nẤp Hóa Bình;Ấp;Xã Mẫu A\nẤp HOÁ Bình;Ấp;Xã Mẫu A\n"
	p := plan(t, s, unitFile(t, "b.csv", []byte(again)), UnitOptions{AsOf: "2025-01-01"})
	got := map[int]Class{}
	for _, l := range p.Lines {
		got[l.Row] = l.Class
	}
	want := map[int]Class{
		1: ClassSkipped,
		2: ClassSame,
		3: ClassSame,
		4: ClassSame,
		5: ClassNew,
		6: ClassError,
	} // 5 is another name, 6 the same as 5
	if fmt.Sprint(got) != fmt.Sprint(want) {
		for _, l := range p.Lines {
			t.Log(l.Row, l.Name, l.Class, l.Reason)
		}
		t.Fatalf("got %v, want %v", got, want)
	}
}

func TestCodeWithoutItsZerosIsAsked(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	importUnits(t, s, unitFile(t, "a.csv", []byte("Mã,Tên,Cấp,Mã TP,Tỉnh\n00004,Xã A,Xã,09,Tỉnh Mẫu\n")), UnitOptions{AsOf: "2024-01-01"})
	for list, want := range map[string]Class{
		"Mã,Tên,Cấp,Mã TP,Tỉnh\n4,Xã A,Xã,09,Tỉnh Mẫu\n":     ClassUnclear,
		"Mã,Tên,Cấp,Mã TP,Tỉnh\n4,Xã Bê,Xã,09,Tỉnh Mẫu\n":    ClassUnclear,
		"Mã,Tên,Cấp,Mã TP,Tỉnh\n40,Xã Bê,Xã,09,Tỉnh Mẫu\n":   ClassNew,
		"Mã,Tên,Cấp,Mã TP,Tỉnh\n00004,Xã A,Xã,9,Tỉnh Mẫu\n":  ClassSame, // of the province the zero is asked
		"Mã,Tên,Cấp,Mã TP,Tỉnh\n00004,Xã A,Xã,09,TỈNH MẪU\n": ClassSame,
	} {
		p := plan(t, s, unitFile(t, "b.csv", []byte(list)), UnitOptions{AsOf: "2025-01-01"})
		if p.Rows[string(want)] != 1 {
			t.Errorf("%q: %v %+v", list, p.Rows, p.Lines)
		}
	}
}

// Up to a tenth of the office's units ends without a second question; one more does not.
func TestEndOfManyUnitsIsAskedTwice(t *testing.T) {
	t.Parallel()
	list := func(communes int) string {
		text := "Mã,Tên,Cấp,Mã TP,Tỉnh\n"
		for i := range communes {
			text += fmt.Sprintf("%05d,Xã %c,Xã,9,Tỉnh Mẫu\n", i+1, 'A'+i)
		}
		return text
	}
	s := storetest.Open(t)
	importUnits(t, s, unitFile(t, "a.csv", []byte(list(19))), UnitOptions{AsOf: "2024-01-01"}) // 20 with the province
	storetest.Write(t, s, func(tx *store.Tx) error {
		refs, err := units.Of(tx, units.Filter{Tree: units.TreeAdmin, Day: "2024-01-01"})
		if err != nil {
			return err
		}
		for i, r := range refs {
			if r.Name != "Xã S" {
				continue
			}
			for n := range 3 {
				day := fmt.Sprintf("2024-02-0%d", i%9+1)
				id := fmt.Sprintf("m%d", n)
				if err := tx.Exec(
					"INSERT INTO meeting (id, kind, day, state, created_at) VALUES (?, 'VISIT', ?, 'PLANNED', '')",
					id,
					day,
				).Error; err != nil {
					return err
				}
				if err := tx.Exec("INSERT INTO meeting_host (meeting_id, unit_id) VALUES (?, ?)", id, r.ID).Error; err != nil {
					return err
				}
			}
		}
		return nil
	})
	for _, c := range []struct {
		left    int
		confirm bool
	}{{17, false}, {16, true}, {1, true}} {
		p := plan(t, s, unitFile(t, "b.csv", []byte(list(c.left))), UnitOptions{AsOf: "2025-01-01", Close: CloseAll})
		if p.Confirm != c.confirm || p.Closing != 19-c.left || p.Units != 20 || p.Records != 3 {
			t.Errorf("%d communes left: confirm %v, %d of %d end with %d records", c.left, p.Confirm, p.Closing, p.Units, p.Records)
		}
	}
}

func TestNamesOfOfficersInAnotherSpelling(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	importOfficers(t, s, officerFile(t, "Họ tên;Chức vụ\nCán bộ mẫu Hoà;Bí thư\n"), OfficerOptions{AsOf: "2026-01-01"})
	f := officerFile(
		t,
		"Họ tên;Chức vụ\nCÁN BỘ MẪU HÒA;bí thư\nCán bộ mẫu Hoa;Bí thư\nCán bộ mẫu Hóa;Phó Bí thư\nCán bộ mẫu hóa;Phó bí thư\n",
	)
	var p Preview
	storetest.Read(t, s, func(tx *store.Tx) (err error) {
		p, err = PlanOfficers(tx, f, OfficerOptions{AsOf: "2026-02-01"})
		return err
	})
	got := map[int]Class{}
	for _, l := range p.Lines {
		got[l.Row] = l.Class
	}
	want := map[int]Class{1: ClassSkipped, 2: ClassSame, 3: ClassUnclear, 4: ClassUnclear, 5: ClassSkipped}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v: %+v", got, want, p.Lines)
	}
}

// Two rows of a file cannot both stand for one unit of the office, nor both take its place.
func TestTwoRowsForOneUnit(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	importUnits(t, s, unitFile(t, "a.csv", []byte("Mã,Tên,Cấp,Mã TP,Tỉnh\n1,Xã A,Xã,09,Tỉnh Mẫu\n")), UnitOptions{AsOf: "2024-01-01"})
	f := unitFile(t, "b.csv", []byte("Mã,Tên,Cấp,Mã TP,Tỉnh\n001,Xã Bê,Xã,09,Tỉnh Mẫu\n1,Xã Xê,Xã,09,Tỉnh Mẫu\n"))
	for bulk, want := range map[Decision][2]int{"": {2, 0}, DecideSkip: {2, 0}, DecideNew: {1, 1}, DecideChange: {1, 1}} {
		p := plan(t, s, f, UnitOptions{AsOf: "2025-01-01", Bulk: bulk})
		if p.Rows[string(ClassUnclear)] != want[0] || p.Rows[string(ClassError)] != want[1] || p.Replaced > 1 {
			t.Errorf("%q: %v, %d replaced", bulk, p.Rows, p.Replaced)
		}
	}
}
