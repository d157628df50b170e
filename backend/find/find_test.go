package find_test

import (
	"slices"
	"strings"
	"testing"

	"caunoi/backend/find"
)

var village = []find.Entry{
	{Kind: "xa", ID: "qd", Name: "Xã Quới Điền", Lead: 1},
	{Kind: "xa", ID: "md", Name: "Xã Mỹ Đồng", Lead: 1},
	{Kind: "ap", ID: "a", Name: "Ấp Quí Đức A", Lead: 1, In: "qd"},
	{Kind: "ap", ID: "b", Name: "Ấp Quí Đức B", Lead: 1, In: "qd", Also: []find.Alias{{Text: "Ấp Rạch Dông", Word: "có lúc là"}}},
	{Kind: "ap", ID: "đ", Name: "Ấp Đồng Hòa", Lead: 1, In: "md"},
	{Kind: "ap", ID: "d", Name: "Ấp Đông Hòa", Lead: 1, In: "md", Gone: true},
	{Kind: "to", ID: "7b", Name: "Tổ nhân dân tự quản số 07", Lead: 5, In: "b"},
	{Kind: "to", ID: "17b", Name: "Tổ nhân dân tự quản số 17", Lead: 5, In: "b"},
	{Kind: "to", ID: "7a", Name: "Tổ nhân dân tự quản số 07", Lead: 5, In: "a"},
	{Kind: "người", ID: "n", Name: "Trần Mẫu Đức", Lead: 2, Also: []find.Alias{{Text: "Bí thư Đảng ủy"}}, Note: "Bí thư Đảng ủy"},
	{Kind: "qđ", ID: "41", Name: "41-QĐ/HU Phân công"},
	{Kind: "qđ", ID: "14", Name: "14-QĐ/HU Phân công"},
}

func TestBest(t *testing.T) {
	ix := find.New(village)
	for typed, want := range map[string]string{
		"":                "",
		" – ":             "",
		"không có":        "",
		"quí đức z":       "",
		"đồng":            "đ md",      // marks narrow
		"đông":            "d",         // … all of them
		"dong":            "đ d md b",  // the proper name before the inside, what is before what was, own before former
		"đong":            "đ d md",    // đ typed, the vowel left open: not Dông
		"đô":              "đ d md",    // on the way to either
		"qui duc b":       "b",         // the whole name
		"quý đức":         "",          // another spelling of a name is another name
		"duc":             "n a b",     // a given name is a beginning, the middle of a place's name is not
		"7 qui duc b":     "7b",        // number and place
		"qui duc b 7":     "7b",        // … the other way round
		"to 7":            "7a 7b",     // not 17
		"07":              "7a 7b",     // with the zero
		"1 qui":           "",          // a number that is followed by something is whole
		"7 quoi dien":     "7a 7b",     // the place may lie higher
		"qdb":             "b",         // first letters
		"7 qdb":           "7b",        // … of the place
		"41-qđ/hu":        "41",        // signs do not matter
		"41 qd":           "41",        //
		"1":               "14 17b",    // unfinished
		"bi thu":          "n",         // by the post
		"duc bi thu":      "n",         // name and post
		"hoa dong":        "đ d",       // in any order
		"rach dong":       "b",         // by another name
		"QUÍ ĐỨC":         "a b",       // capitals
		"hoà":             "đ d",       // either spelling of the tone
		"tổ nhân dân":     "7a 7b 17b", //
		"xã":              "md qd",     // a type alone finds all of it
		"qui duc b quoi":  "b",         // place behind
		"trần mẫu đức":    "n",         //
		"trần mau duc":    "n",         // marks only where they were typed
		"trân":            "",          // the wrong mark
		"nhân dân quí đứ": "7a 7b 17b", // unfinished, with marks
	} {
		var got []string
		for _, h := range find.Mix(20, ix.Best(typed, nil)) {
			got = append(got, h.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q finds %v, want %s", typed, got, want)
		}
	}
}

// No kind fills the answer while there are others, and none is left out when there is room.
func TestMixKeepsRoomForOtherKinds(t *testing.T) {
	var entries []find.Entry
	for _, id := range strings.Split("abcdefghijklmnopqrst", "") {
		entries = append(entries, find.Entry{Kind: "ap", ID: id, Name: "Ấp An " + id, Lead: 1})
	}
	entries = append(entries, find.Entry{Kind: "người", ID: "z", Name: "Nguyễn Mẫu An Thanh", Lead: 3})
	ix := find.New(entries)
	got := ""
	for _, h := range find.Mix(8, ix.Best("an", nil)) {
		got += h.ID
	}
	if got != "abcdefzg" {
		t.Errorf("got %s", got)
	}
	only := ix.Best("an", func(e find.Entry) bool { return e.Kind == "người" })
	if len(only) != 1 {
		t.Errorf("%v", only)
	}
}

func TestMarksShowWhatWasTyped(t *testing.T) {
	for _, c := range []struct {
		typed, text, note string
		letters           bool
		want              string
		explained         bool
	}{
		{"qui duc", "Ấp Quí Đức B", "", false, "Ấp [Quí] [Đức] B", true},
		{"đồ ho", "Ấp Đồng Hòa", "", false, "Ấp [Đồ]ng [Hò]a", true},
		{"7 qui", "Tổ số 07", "Ấp Quí Đức B", false, "Tổ số [07]|Ấp [Quí] Đức B", true},
		{"7 phu", "Tổ số 07", "Ấp Quí Đức B", false, "Tổ số [07]|Ấp Quí Đức B", false},
		{"qdb", "Ấp Quí Đức B", "", true, "Ấp [Q]uí [Đ]ức [B]", true},
		{"qdb", "Ấp Quí Đức B", "", false, "Ấp Quí Đức B", false},
		{"dran", "Xã D'Ran", "", false, "Xã [D'Ra]n", true},
		{"b", "🎉 Bắc", "", false, "🎉 [B]ắc", true},
		{"41-qđ/hu", "41-QĐ/HU", "", false, "[41]-[QĐ]/[HU]", true},
		{"qui b", "Ấp Bình Quí", "ấp Quí Đức B", false, "Ấp Bình [Quí]|ấp [Quí] Đức [B]", true},
		{"đông", "Ấp Đồng Hòa", "", false, "Ấp Đồng Hòa", false},
	} {
		marks, explained := find.Marks(c.typed, c.letters, c.text, c.note)
		got := bracketed(c.text, marks[0])
		if c.note != "" {
			got += "|" + bracketed(c.note, marks[1])
		}
		if got != c.want || explained != c.explained {
			t.Errorf("%q: %s %v, want %s %v", c.typed, got, explained, c.want, c.explained)
		}
	}
}

func bracketed(text string, marks []find.Mark) string {
	units, at := []rune{}, []int{0}
	for _, r := range text {
		units = append(units, r)
		width := 1
		if r > 0xffff {
			width = 2
		}
		at = append(at, at[len(at)-1]+width)
	}
	out := ""
	for i, r := range units {
		if slices.ContainsFunc(marks, func(m find.Mark) bool { return m.From == at[i] }) {
			out += "["
		}
		out += string(r)
		if slices.ContainsFunc(marks, func(m find.Mark) bool { return m.To == at[i+1] }) {
			out += "]"
		}
	}
	return out
}

func TestAfter(t *testing.T) {
	for _, c := range []struct {
		text, phrase, rest string
		is                 bool
	}{
		{"đi cơ sở quí đức b", "Đi cơ sở", "quí đức b", true},
		{"di co so", "Đi cơ sở", "", true},
		{"di co", "Đi cơ sở", "", false},
		{"di co soc", "Đi cơ sở", "", false},
		{"đi cờ sở x", "Đi cơ sở", "", false},
		{"R20 tháng 11", "R20", "tháng 11", true},
		{"r2 tháng 11", "R20", "", false},
		{"", "R20", "", false},
	} {
		if rest, is := find.After(c.text, c.phrase); rest != c.rest || is != c.is {
			t.Errorf("%q after %q: %q %v", c.text, c.phrase, rest, is)
		}
	}
}
