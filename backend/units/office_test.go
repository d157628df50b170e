package units_test

import (
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
	"caunoi/backend/units"
)

// What stands on every paper is stored as typed, cleaned; what a level decides by itself is filled in.
func TestOffice(t *testing.T) {
	office := accesstest.Open(t)
	room := units.New(office.Gate)
	if before, err := room.Office(); err != nil || before != (units.Office{TextSize: 100}) {
		t.Fatalf("before anything is typed: %+v %v", before, err)
	}
	whole := units.Office{
		Level:             units.LevelHuyen,
		Name:              "Huyện ủy Mẫu",
		Superior:          "Đảng bộ tỉnh Mẫu",
		Place:             "Huyện Mẫu",
		Symbol:            "HU",
		StateSuperior:     "A",
		StateName:         "B",
		StateSymbol:       "C",
		StateSignPosition: "D",
		StateSignName:     "E",
		SignAuthority:     "F",
		SignPosition:      "G",
		SignName:          "H",
		Archive:           "I",
		BookSignPosition:  "L",
		BookSignName:      "M",
		Contact:           "N",
		UnitID:            "J",
		OrgID:             "K",
		TextSize:          175,
	}
	typed := whole
	typed.Name, typed.Archive, typed.Sample = "  Huyện ủy   Mẫu ", " I ", true // nobody makes an office a sample by typing
	if saved, err := room.SaveOffice(typed); err != nil || saved != whole {
		t.Errorf("saved %+v, %v", saved, err)
	}
	if again, err := room.Office(); err != nil || again != whole {
		t.Errorf("read again %+v, %v", again, err)
	}
	for level, want := range map[units.Level]string{units.LevelTinh: "TU Lưu Văn phòng Tỉnh ủy",
		units.LevelHuyen: "HU Lưu Văn phòng Huyện ủy", units.LevelXa: "ĐU Lưu Văn phòng Đảng ủy"} {
		saved, err := room.SaveOffice(units.Office{Level: level, Name: "Mẫu"})
		if got := saved.Symbol + " " + saved.Archive; err != nil || got != want || saved.TextSize != 100 {
			t.Errorf("%s: %q, text %d, %v", level, got, saved.TextSize, err)
		}
	}
	good := units.Office{Level: units.LevelXa, Name: "Đảng ủy Mẫu"}
	for name, c := range map[string]struct {
		spoil        func(*units.Office)
		field, words string
	}{
		"no level":         {func(o *units.Office) { o.Level = "ap" }, "level", "chọn cấp"},
		"no name":          {func(o *units.Office) { o.Name = " " }, "name", "Đảng ủy …"},
		"151 letters":      {func(o *units.Office) { o.SignName = strings.Repeat("ế", 151) }, "signName", "150 ký tự"},
		"a size of no use": {func(o *units.Office) { o.TextSize = 120 }, "textSize", "cỡ chữ"},
	} {
		in := good
		c.spoil(&in)
		_, err := room.SaveOffice(in)
		t.Run(name, func(t *testing.T) { wants(t, err, c.field, c.words) })
	}
	good.SignName = strings.Repeat("ế", 150)
	if _, err := room.SaveOffice(good); err != nil {
		t.Errorf("a line of 150 letters: %v", err)
	}
}

// A place name stands alone before the date unless it is one syllable or the province's own (HD 05, 4.1.1 c).
func TestPlaceWithItsLevel(t *testing.T) {
	t.Parallel()
	rooms := units.New(accesstest.Open(t).Gate)
	for _, tt := range []struct {
		place, superior string
		want            bool
	}{
		{"", "", false},
		{"Mẫu Đơn", "Đảng bộ tỉnh Vĩnh Mẫu", false},
		{"Huế", "", true},
		{"Thành phố Huế", "", false},
		{"TP Huế", "", false},
		{"Phú Thọ", "Đảng bộ tỉnh Phú Thọ", true},
		{"Phường Phú Thọ", "Đảng bộ tỉnh Phú Thọ", false},
		{"ĐK Mẫu", "Đảng bộ tỉnh Mẫu", false},
		{"Phú Thọ", "Đảng bộ tỉnh Phú Thọ Mẫu", false},
		{"phú thọ", "ĐẢNG BỘ TỈNH PHÚ THỌ", true},
	} {
		_, err := rooms.SaveOffice(units.Office{Level: units.LevelXa, Name: "Đảng ủy mẫu", Place: tt.place, Superior: tt.superior})
		f, refused := fault.Of(err)
		if refused != tt.want || refused && !strings.Contains(f.Fields["place"], "cấp hành chính") {
			t.Errorf("%q under %q: %v", tt.place, tt.superior, err)
		}
	}
}
