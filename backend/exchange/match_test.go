package exchange

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// matchWorld holds two communes of the same hamlets and people of nearly the same names.
func matchWorld(t *testing.T) *store.Store {
	t.Helper()
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		add := func(kind, name, short, code, parent string) string {
			tree := units.TreeAdmin
			if kind == units.ChiBo || kind == units.DangBoHuyen || kind == units.DangBoXa {
				tree = units.TreeParty
			}
			ids, err := units.InsertMany(tx, []units.NewUnit{{
				Tree: tree, Facts: units.Facts{Name: name, ShortName: short, Type: kind, Code: code, ParentID: parent},
				ValidFrom: "2016-01-01", Source: "Nghị quyết mẫu",
			}})
			if err != nil {
				t.Fatal(name, err)
			}
			return ids[0]
		}
		district := add(units.Huyen, "Huyện Mẫu", "", "", "")
		first := add(units.Xa, "Xã Quới Điền", "", "29101", district)
		second := add(units.Xa, "Xã Mỹ Hưng", "", "29102", district)
		town := add(units.ThiTran, "Thị trấn Thạnh Mẫu", "", "29103", district)
		party := add(units.DangBoHuyen, "Đảng bộ huyện Mẫu", "", "", "")
		inTown := add(units.DangBoXa, "Đảng bộ thị trấn Thạnh Mẫu", "", "", party)
		add(units.ChiBo, "Chi bộ khu phố 1", "CB KP1", "", inTown)
		hoa := add(units.Ap, "Ấp Hòa Thuỷ", "", "", first)
		a := add(units.Ap, "Ấp Quí Đức A", "QĐA", "", first)
		b := add(units.Ap, "Ấp Mỹ Phú", "", "", second)
		kp := add(units.KhuPho, "Khu phố 1", "", "", town)
		add(units.Ap, "Ấp Tân", "", "", first)
		add(units.Ap, "Ấp Tấn", "", "", second)
		add(units.ToNDTQ, "Tổ số 01", "", "", hoa)
		add(units.ToNDTQ, "Tổ 17", "", "", a)
		add(units.ToNDTQ, "Tổ 17", "", "", b)
		add(units.ToNDTQ, "Tổ 1", "", "", kp)
		person := func(name, post string) {
			_, err := officers.Add(
				tx,
				officers.Input{FullName: name, Post: officers.PostIn{Label: post, OrgText: "Huyện ủy Mẫu", ValidFrom: "2016-01-01"}},
			)
			if err != nil {
				t.Fatal(name, err)
			}
		}
		person("Nguyễn Mẫu Xuân", "Huyện ủy viên")
		person("Lê Mẫu Dung", "Bí thư")
		person("Lê Mẫu Dũng", "Phó Bí thư")
		person("Lê Mẫu Thảo", "Chánh Văn phòng")
		person("Lê Mẫu Thảo", "Trưởng ban")
		person("Nguyễn Mẫu Khôi", "Chuyên viên")
		person("Trần Mẫu Thuỷ", "Chuyên viên")
		return nil
	})
	return s
}

// Each line: what is pasted, what the column takes, and what must be found: "=" one that is taken, "?" candidates in order.
func TestPastedWordsAreMatched(t *testing.T) {
	s := matchWorld(t)
	unit, officer := Words{Of: OfUnit}, Words{Of: OfOfficer}
	groups := Words{Of: OfUnit, Types: []string{units.ToNDTQ}}
	with := func(w Words, beside string) Words { w.Beside = beside; return w }
	for _, c := range []struct {
		text string
		of   Words
		want string
	}{
		{"Ấp Quí Đức A, xã Quới Điền", unit, "= Ấp Quí Đức A, xã Quới Điền"},
		{"ap qui duc a", unit, "= Ấp Quí Đức A, xã Quới Điền"},
		{"ẤP QUÍ ĐỨC A", unit, "= Ấp Quí Đức A, xã Quới Điền"},
		{"Quí Đức A", unit, "= Ấp Quí Đức A, xã Quới Điền"},
		{"QĐA", unit, "= Ấp Quí Đức A, xã Quới Điền"},
		{"29101", unit, "= Xã Quới Điền"},
		{"Ấp Hoà Thủy", unit, "= Ấp Hòa Thuỷ, xã Quới Điền"},
		{"Ấp Quí Đức A xã Quới Điền", unit, "= Ấp Quí Đức A, xã Quới Điền"},
		{"Ấp Quí Đức A - Quới Điền - huyện Mẫu", unit, "= Ấp Quí Đức A, xã Quới Điền"},
		{"Ấp Quí Đức A, xã Mỹ Hưng", unit, "? Ấp Quí Đức A, xã Quới Điền (nơi khác)"},
		{"Tổ 01, ấp Hòa Thủy", unit, "= Tổ số 01, ấp Hòa Thuỷ, xã Quới Điền"},
		{"tổ 17", unit, "? Tổ 17, ấp Mỹ Phú, xã Mỹ Hưng (đúng tên); Tổ 17, ấp Quí Đức A, xã Quới Điền (đúng tên)"},
		{"Tổ 017, Mỹ Phú", unit, "= Tổ 17, ấp Mỹ Phú, xã Mỹ Hưng"},
		{"Tổ 17", with(unit, "xã Mỹ Hưng"), "= Tổ 17, ấp Mỹ Phú, xã Mỹ Hưng"},
		{"To 1 kp 1", unit, "? Tổ 1, khu phố 1, thị trấn Thạnh Mẫu (viết tắt)"},
		{"Khu phố 1", unit, "= Khu phố 1, thị trấn Thạnh Mẫu"},
		{"khu pho 1", groups, "? "},
		{"Chi bộ khu phố 1", unit, "= Chi bộ khu phố 1, Đảng bộ thị trấn Thạnh Mẫu"},
		{"cb kp1", unit, "= Chi bộ khu phố 1, Đảng bộ thị trấn Thạnh Mẫu"},
		{"Ấp Tân", unit, "= Ấp Tân, xã Quới Điền"},
		{"ap tan", unit, "? Ấp Tấn, xã Mỹ Hưng (đúng tên, bỏ dấu); Ấp Tân, xã Quới Điền (đúng tên, bỏ dấu)"},
		{"Ấp Tận", unit, "? Ấp Tấn, xã Mỹ Hưng (khác dấu); Ấp Tân, xã Quới Điền (khác dấu)"},
		{"1", unit, "? Tổ số 01, ấp Hòa Thuỷ, xã Quới Điền (chỉ có số); " +
			"Khu phố 1, thị trấn Thạnh Mẫu (chỉ có số); Tổ 1, khu phố 1, thị trấn Thạnh Mẫu (chỉ có số)"},
		{"Ấp Quí Đức C", unit, "? Ấp Quí Đức A, xã Quới Điền (gần giống)"},
		{"Ấp Không Có", unit, "? "},
		{"", unit, "? "},
		{"Nguyễn Mẫu Xuân", officer, "= Nguyễn Mẫu Xuân"},
		{"- Đ/c Nguyễn Mẫu Xuân (*)", officer, "= Nguyễn Mẫu Xuân"},
		{"Lê Mẫu Dũng", officer, "= Lê Mẫu Dũng"},
		{"le mau dung", officer, "? Lê Mẫu Dung (đúng tên, bỏ dấu); Lê Mẫu Dũng (đúng tên, bỏ dấu)"},
		{"le mau dung", with(officer, "Phó Bí thư"), "= Lê Mẫu Dũng"},
		{"Trần Mẫu Thủy", officer, "= Trần Mẫu Thuỷ"},
		{"Lê Mẫu Thảo", officer, "? Lê Mẫu Thảo (đúng tên); Lê Mẫu Thảo (đúng tên)"},
		{"Lê Mẫu Thảo (Trưởng ban)", officer, "= Lê Mẫu Thảo"},
		{"Lê Mẫu Thảo, Trưởng ban", officer, "= Lê Mẫu Thảo"},
		{"Ng. M. Khôi", officer, "? Nguyễn Mẫu Khôi (viết tắt)"},
		{"Mẫu Khôi", officer, "? Nguyễn Mẫu Khôi (viết tắt)"},
		{"Phạm Không Có", officer, "? "},
	} {
		c.of.Text = c.text
		var got []Match // candidates of one rank stand in the order of the tree or of the list of officers
		storetest.Read(t, s, func(tx *store.Tx) (err error) {
			got, err = MatchWords(tx, MatchQuery{Words: []Words{c.of}, Day: "2026-11-22"})
			return err
		})
		if line := showMatch(got[0]); line != c.want {
			t.Errorf("%q beside %q:\n got %s\nwant %s", c.text, c.of.Beside, line, c.want)
		}
		if !got[0].Sure && got[0].Said == "" && c.text != "" {
			t.Errorf("%q: no sentence", c.text)
		}
	}
}

// A row that speaks of its own day is asked for the places of that day, others for those of the question.
func TestPastedWordsAreMatchedOnTheDayOfTheirRow(t *testing.T) {
	s := matchWorld(t)
	var got []Match
	storetest.Read(t, s, func(tx *store.Tx) (err error) {
		got, err = MatchWords(tx, MatchQuery{Day: "2026-11-22", Words: []Words{
			{Of: OfUnit, Text: "Xã Quới Điền", Day: "2015-12-31"},
			{Of: OfUnit, Text: "Xã Quới Điền", Day: "2016-01-01"},
			{Of: OfUnit, Text: "Xã Quới Điền"},
		}})
		return err
	})
	if len(got) != 3 || got[0].Sure || !got[1].Sure || !got[2].Sure {
		t.Errorf("got %+v", got)
	}
}

func showMatch(m Match) string {
	var found []string
	for _, f := range m.Found {
		if m.Sure {
			found = append(found, f.Label)
		} else {
			found = append(found, fmt.Sprintf("%s (%s)", f.Label, f.Reason))
		}
	}
	return map[bool]string{true: "= ", false: "? "}[m.Sure] + strings.Join(found, "; ")
}

// The sentence says what is the matter: unknown, several, or a place the column does not take.
func TestPastedWordsSayWhatIsTheMatter(t *testing.T) {
	s := matchWorld(t)
	var got []Match
	storetest.Read(t, s, func(tx *store.Tx) (err error) {
		got, err = MatchWords(tx, MatchQuery{Words: []Words{
			{Of: OfUnit, Text: "Khu phố 1", Types: []string{units.ToNDTQ}},
			{Of: OfUnit, Text: "Tổ 17", KindID: "A4"},
			{Of: OfOfficer, Text: "Phạm Mẫu Lạ"},
			{Of: OfOfficer, Text: "Lê Mẫu Thảo"},
			{Of: OfOfficer, Text: "Le Mau Thaox"},
		}})
		return err
	})
	want := []string{
		"không hợp: “Khu phố 1” là khu phố, không hợp với cột này; hãy chọn nơi khác.",
		"2 nơi: Có 2 nơi tên “Tổ 17”; hãy chọn một.",
		"chưa có: Chưa có cán bộ “Phạm Mẫu Lạ” trong sổ; hãy sửa tên hoặc thêm cán bộ trước.",
		"2 người: Có 2 người tên “Lê Mẫu Thảo”; hãy chọn một.",
		"2 gần giống: “Le Mau Thaox” không đúng hẳn tên nào; gần nhất là “Lê Mẫu Thảo” (gần giống). Hãy chọn hoặc sửa lại.",
	}
	for i, m := range got {
		if line := m.Tag + ": " + m.Said; line != want[i] {
			t.Errorf("got %s\nwant %s", line, want[i])
		}
	}
	if got[1].Found[0].Note != "còn trống" || got[3].Found[0].Note == got[3].Found[1].Note {
		t.Errorf("nothing tells namesakes apart: %+v %+v", got[1].Found, got[3].Found)
	}
}
