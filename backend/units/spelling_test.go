package units_test

import (
	"strings"
	"testing"

	"caunoi/backend/fault"
	"caunoi/backend/units"
)

func TestSearchFindsEverySpelling(t *testing.T) {
	l := settled(t)
	for key, name := range map[string]string{"ran": "D'Ran", "drai": "Ia H’Drai", "gar": "Cư M'gar", "hoa": "Hòa Bình Mẫu",
		"hoá": "Hóa Bình Mẫu"} {
		l.add(t, key, units.Xa, name, "", "huyen2", "2004-01-01")
	}
	l.add(t, "to07", units.ToNDTQ, "Tổ 07", "", "ap1", "2004-01-01")
	for text, want := range map[string]string{
		"dran": "Xã D'Ran", "D’ran": "Xã D'Ran", "d'ran": "Xã D'Ran", "ia hdrai": "Xã Ia H’Drai", "ia h'drai": "Xã Ia H’Drai",
		"cu mgar": "Xã Cư M'gar", "CƯ M’GAR": "Xã Cư M'gar", "hoà bình mẫu": "Xã Hòa Bình Mẫu", "hòa bình": "Xã Hòa Bình Mẫu",
		"hoá bình": "Xã Hóa Bình Mẫu", "hò": "Xã Hòa Bình Mẫu", "tổ 7": "Tổ 07, ấp 1, xã Quới Mẫu", "to 07": "Tổ 07, ấp 1, xã Quới Mẫu",
		"tổ 02": "Tổ 2, ấp 1, xã Quới Mẫu",
	} {
		if got := l.find(t, units.SearchQuery{Text: text}); len(got) == 0 || got[0] != want {
			t.Errorf("%q: %v, want %q first", text, got, want)
		}
	}
}

// Typed in the window, a name is not made a second time because it is spelled otherwise; another name is.
func TestSiblingInAnotherSpellingIsRefused(t *testing.T) {
	l := settled(t)
	l.add(t, "hoa", units.Ap, "Hòa Bình", "", "xa", "2004-01-01")
	errText := func(err error) string {
		e, _ := fault.Of(err)
		return e.Fields["name"]
	}
	create := func(name string) error {
		_, err := l.room.Create(units.NewUnit{Tree: units.TreeAdmin, ValidFrom: "2004-01-01",
			Facts: units.Facts{Name: name, Type: units.Ap, ParentID: l.ids["xa"]}})
		return err
	}
	for _, name := range []string{"Hoà Bình", "ấp HÒA BÌNH", "Ấp 01"} {
		if err := create(name); err == nil || !strings.Contains(errText(err), "trong cùng cấp trên") {
			t.Errorf("%q was made beside its other spelling", name)
		}
	}
	if err := create("Hóa Bình"); err != nil {
		t.Error(err)
	}
}
