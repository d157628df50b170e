package exchange

import (
	"regexp"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// lineColumns are the headings of an annex of assignments with the papers it comes from.
var lineColumns = []Column{
	{
		Key:      "officer",
		Title:    "Cán bộ",
		Words:    []string{"ho va ten", "ho ten", "ho va ten can bo", "can bo duoc phan cong", "ten can bo", "dong chi"},
		Required: true,
		Person:   true,
	},
	{Key: "post", Title: "Chức vụ", Words: []string{"chuc danh", "chuc vu can bo", "chuc vu don vi cong tac"}},
	{
		Key:   "place",
		Title: "Đơn vị được phân công",
		Words: []string{
			"don vi phan cong",
			"don vi phu trach",
			"dia ban",
			"dia ban phan cong",
			"dia ban phu trach",
			"dia ban duoc phan cong",
			"noi duoc phan cong",
			"noi phan cong",
			"dia ban don vi duoc phan cong",
			"phan cong phu trach",
		},
		Required: true,
	},
	{Key: "above", Title: "Thuộc", Words: []string{"thuoc don vi", "thuoc xa", "truc thuoc", "cap tren", "don vi cap tren", "xa phuong"}},
	{Key: "kind", Title: "Hình thức", Words: []string{"hinh thuc phan cong", "loai phan cong"}},
	{Key: "primary", Title: "Phụ trách chính", Words: []string{"chinh", "vai tro", "nguoi chinh"}},
	{Key: "duty", Title: "Nhiệm vụ", Words: []string{"noi dung nhiem vu", "nhiem vu duoc phan cong", "noi dung phan cong"}},
	{
		Key:   "from",
		Title: "Từ ngày",
		Words: []string{"ngay bat dau", "ngay hieu luc", "tu", "hieu luc tu", "thoi gian tu", "hieu luc tu ngay"},
	},
	{
		Key:   "number",
		Title: "Quyết định số",
		Words: []string{"so quyet dinh", "so qd", "so van ban", "quyet dinh", "so ky hieu", "van ban so"},
	},
	{Key: "docDate", Title: "Ngày quyết định", Words: []string{"ngay", "ngay qd", "ngay van ban", "ngay ban hanh", "ngay ky"}},
	{Key: "issuer", Title: "Cơ quan ban hành", Words: []string{"noi ban hanh", "don vi ban hanh"}},
	{Key: "subject", Title: "Trích yếu", Words: []string{"trich yeu noi dung", "noi dung quyet dinh", "ve viec"}},
	{Key: "note", Title: "Ghi chú"},
}

var (
	noYear      = regexp.MustCompile(`^\d{1,2} ?[/.-] ?\d{1,2}$`)
	paperNumber = regexp.MustCompile(`^(\d+[A-Za-z]?)\s*[-/–]\s*(.+)$`)
)

// readDay reads a day of a list. One without a year is refused: a list is read long after it was written.
func readDay(text string, today dates.Date) (dates.Date, error) {
	if noYear.MatchString(text) {
		return dates.None, dates.Refusal("Ngày “" + text + "” thiếu năm; hãy ghi đủ, ví dụ 05/01/2026.")
	}
	return dates.ParseTyped(text, today)
}

// splitNumber takes "17-QĐ/HU" and "17/QĐ-UBND" apart into number and symbol.
func splitNumber(text string) (number, symbol string) {
	for _, word := range []string{"Số ", "số ", "QĐ số ", "Quyết định số "} {
		text = strings.TrimPrefix(text, word)
	}
	if m := paperNumber.FindStringSubmatch(text); m != nil {
		return m[1], m[2]
	}
	return text, ""
}

// readPrimary reads the mark of who is in charge; an empty cell of a column with marks says no.
func readPrimary(text string) (yes, understood bool) {
	switch store.Fold(text) {
	case "x", "co", "1", "chinh", "phu trach chinh", "v", "✓", "dung":
		return true, true
	case "", "0", "khong", "phu", "phoi hop", "cung phu trach", "tham gia":
		return false, true
	}
	return false, false
}
