package exchange

import (
	"caunoi/backend/fault"
)

// examples are the rows that show in a template how to fill it in. They are left out by whoever fills it.
var examples = map[string][]string{
	kindUnits:    {"", "Ấp Mẫu", "Ấp", "29191", "Xã Mẫu", "250"},
	kindOfficers: {"Cán bộ mẫu 01", "Phó Bí thư Đảng ủy", "Đảng ủy xã Mẫu", "0270 3822 123"},
	kindLines: {
		"Cán bộ mẫu 01",
		"Phó Bí thư Đảng ủy",
		"Ấp Mẫu",
		"Xã Mẫu",
		"A3",
		"x",
		"Dự sinh hoạt chi bộ hằng tháng",
		"08/01/2026",
		"12-QĐ/ĐU",
		"05/01/2026",
		"Ban Thường vụ Đảng ủy xã Mẫu",
		"Phân công cán bộ phụ trách ấp",
		"",
	},
}

const templateTitle = "Xóa dòng ví dụ trước khi nhập"

// Template writes an empty list with the headings an import reads, and one line that shows how to fill it in.
func Template(kind string) (name string, content []byte, err error) {
	switch kind {
	case kindOfficers:
		content, err = WriteSheet(templateOf(lists[1]))
		return "mau-nhap-can-bo.xlsx", content, err
	case kindUnits:
		content, err = WriteSheet(templateOf(lists[0]))
		return "mau-nhap-dia-ban.xlsx", content, err
	case kindWorkbook:
		var sheets []Sheet
		for _, l := range lists {
			sheets = append(sheets, templateOf(l))
		}
		content, err = writeSheets(sheets)
		return "mau-nhap-ba-trang.xlsx", content, err
	}
	return "", nil, fault.Invalid("kind", "Không có tệp mẫu loại này.")
}

// templateOf makes the sheet of one list; of the columns of units only those an office's own list needs.
func templateOf(l list) Sheet {
	s := Sheet{Name: l.title, Title: templateTitle, Rows: [][]string{examples[l.kind]}}
	for _, c := range l.columns {
		switch c.Key {
		case "districtCode", "district", "provinceCode", "province":
			continue
		}
		s.Columns = append(s.Columns, c.Title)
	}
	return s
}
