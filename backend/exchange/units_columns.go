package exchange

import (
	"strings"

	"caunoi/backend/store"
	"caunoi/backend/units"
)

// unitColumns are the headings of the official lists of administrative units (the statistics office's three-level list
// up to 2025 and its two-level list since), and those of an office's own list of hamlets and groups.
var unitColumns = []Column{
	{Key: "code", Title: "Mã", Words: []string{"ma so", "ma don vi", "ma dvhc", "ma xa", "ma px", "ma xa phuong", "ma don vi hanh chinh"}},
	{
		Key:   "name",
		Title: "Tên",
		Words: []string{
			"ten don vi",
			"ten don vi hanh chinh",
			"ten dvhc",
			"ten xa",
			"ten xa phuong",
			"ten ap",
			"ten dia ban",
			"phuong xa",
			"xa phuong",
		},
		Required: true,
	},
	{Key: "level", Title: "Cấp", Words: []string{"loai", "loai don vi", "loai hinh", "cap hanh chinh"}},
	{Key: "districtCode", Title: "Mã QH", Words: []string{"ma huyen", "ma quan huyen"}},
	{Key: "district", Title: "Quận Huyện", Words: []string{"huyen", "ten huyen", "ten quan huyen", "quan huyen thi xa thanh pho"}},
	{Key: "provinceCode", Title: "Mã TP", Words: []string{"ma tinh", "ma tinh tp", "ma tinh thanh pho"}},
	{Key: "province", Title: "Tỉnh / Thành Phố", Words: []string{"tinh", "tinh tp", "ten tinh", "ten tinh thanh pho"}},
	{Key: "parentCode", Title: "Mã cấp trên", Words: []string{"ma don vi cap tren", "ma dv cap tren"}},
	{Key: "parent", Title: "Cấp trên", Words: []string{"don vi cap tren", "truc thuoc", "thuoc don vi", "thuoc xa"}},
	{Key: "households", Title: "Số hộ", Words: []string{"so ho dan", "tong so ho"}},
}

// typeOf finds the type of a row from its level word, else from the first word of its name. context tells whether the
// row names a province or anything above it, because "thành phố" is a word of two levels.
func typeOf(level, name string, below bool) (string, bool) {
	word := level
	if word == "" {
		word = name
	}
	if folded := store.Fold(
		word,
	); below &&
		(folded == "thanh pho" || strings.HasPrefix(folded, "thanh pho ") && !strings.Contains(folded, "trung uong")) {
		return units.ThanhPho, true
	}
	return units.TypeFromWord(word, 0)
}

// tierOf is the level of a type in its tree, 1 at the top.
func tierOf(code string) int {
	t, _ := units.TypeOf(code)
	return t.Tier
}

// fullName puts the word of the type before a name that lacks it, as the records keep it.
func fullName(typeCode, name string) string {
	word := units.Word(typeCode)
	switch typeCode {
	case units.ThanhPhoTW:
		word = "thành phố"
	case units.ToNDTQ:
		if units.BeginsWith(name, "tổ") {
			return name
		}
	}
	if name == "" || units.BeginsWith(name, word) {
		return name
	}
	runes := []rune(word)
	return strings.ToUpper(string(runes[:1])) + string(runes[1:]) + " " + name
}
