package document

import (
	"slices"
	"strings"
	"testing"
)

func TestWhatABasisLacks(t *testing.T) {
	t.Parallel()
	for basis, want := range map[string]string{
		"Căn cứ Điều lệ Đảng Cộng sản Việt Nam":                               "",
		"Xét đề nghị của Văn phòng Huyện uỷ":                                  "",
		"Theo đề nghị của Văn phòng":                                          "",
		"Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025": "",
		"Căn cứ Luật Tổ chức chính quyền địa phương năm 2025":                 "",
		"Căn cứ Luật Tổ chức chính quyền địa phương":                          "năm ban hành",
		"Căn cứ Pháp lệnh Thực hiện dân chủ":                                  "năm ban hành",
		"Căn cứ Quy định số 13-QĐ/HU, ngày 27/12/2025 của Ban Thường vụ Huyện uỷ về phân công cấp uỷ viên phụ trách cơ sở":     "",
		"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư":                         "",
		"Căn cứ Quy chế làm việc của Huyện uỷ Quới Mẫu, ban hành kèm theo Quyết định số 01-QĐ/HU, ngày 05/8/2025 của Huyện uỷ": "",
		"Căn cứ Quy chế làm việc của Huyện uỷ Quới Mẫu":                                                                        "số, ký hiệu; ngày, tháng, năm",
		"Căn cứ Quy định số 13-QĐ/HU":                                                  "cơ quan ban hành; ngày, tháng, năm; trích yếu",
		"Căn cứ Quy định số 13-QĐ/HU, ngày 27/12/2025 của Ban Thường vụ Huyện uỷ":      "trích yếu",
		"Căn cứ Kế hoạch, ngày 27/12/2025 của Ban Thường vụ Huyện uỷ về dự sinh hoạt":  "số, ký hiệu",
		"Căn cứ Kế hoạch số 7-KH/HU của Ban Thường vụ Huyện uỷ về dự sinh hoạt chi bộ": "ngày, tháng, năm",
		"Căn cứ Kế hoạch số 7-KH/HU, ngày 27 tháng 12 năm 2025 về dự sinh hoạt chi bộ": "cơ quan ban hành",
	} {
		if got := strings.Join(BasisLacks(basis), "; "); got != want {
			t.Errorf("%q lacks %q, want %q", basis, got, want)
		}
	}
}

func TestBasesOfAPaper(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Căn cứ Quy chế làm việc của Huyện uỷ; qua rà soát việc phân công.":  {"Căn cứ Điều lệ Đảng", "Căn cứ Quy chế làm việc của Huyện uỷ"},
		"Căn cứ kế hoạch số 3, qua công tác theo dõi, Văn phòng chuyển đến:": {"Căn cứ Điều lệ Đảng", "Căn cứ kế hoạch số 3"},
		"Qua công tác theo dõi, căn cứ tình hình:":                           {"Căn cứ Điều lệ Đảng"},
	} {
		if got := BasesOf(Document{Bases: []string{"Căn cứ Điều lệ Đảng"}, Blocks: []Block{Text(text)}}); !slices.Equal(got, want) {
			t.Errorf("%q rests on %q, want %q", text, got, want)
		}
	}
	if got := BasesOf(Document{Blocks: []Block{TableBlock(Table{})}}); len(got) != 0 {
		t.Errorf("a table rests on %q", got)
	}
}
