package papers

import (
	"testing"

	"caunoi/backend/units"
)

// The symbols of types and bodies are those the guide gives (HD 05, 3.1.2).
func TestSymbolsOfTheGuide(t *testing.T) {
	t.Parallel()
	types := map[string]string{}
	for _, each := range PaperTypes {
		types[each.Name] = each.Party
	}
	for name, want := range map[string]string{
		"Nghị quyết": "NQ", "Chỉ thị": "CT", "Kết luận": "KL", "Quy chế": "QC", "Báo cáo": "BC", "Quyết định": "QĐ", "Quy định": "QĐ",
		"Chương trình": "CTr", "Thông tri": "TT", "Tờ trình": "TTr", "Bản sao": "BS", "Công văn": "CV", "Biên bản": "BB",
	} {
		if types[name] != want {
			t.Errorf("%s is %q, want %q", name, types[name], want)
		}
	}
	commune := units.Office{Level: units.LevelXa, Name: "Đảng ủy xã Mẫu Đơn", Symbol: "ĐU", Superior: "Đảng bộ tỉnh Mẫu"}
	province := units.Office{Level: units.LevelTinh, Name: "Tỉnh ủy Mẫu", Symbol: "TU"}
	for _, tt := range []struct {
		office units.Office
		kind   Kind
		name   string
		want   string
	}{
		{commune, Inspection, "", "UBKT"},
		{commune, Board, "Cơ quan Ủy ban Kiểm tra", "CQUBKT"},
		{commune, Board, "Ban Xây dựng Đảng", "BXDĐ"},
		{commune, Board, "Ban Tuyên giáo và Dân vận", "BTGDV"},
		{commune, Board, "Trung tâm chính trị", "TTCT"},
		{commune, Board, "Ban Chỉ đạo chuyển đổi số", "BCĐ"},
		{commune, Board, "Tiểu ban Văn kiện", "TB"},
		{commune, Board, "Hội đồng thi đua", "HĐ"},
		{commune, Cell, "ấp Mẫu 1", "CB"},
		{province, Board, "Ban Tuyên giáo và Dân vận", "BTGDVTU"},
		{province, Inspection, "", "UBKTTU"},
		{province, Board, "Tiểu ban Văn kiện", "TBTU"},
	} {
		if got := suggestIssuer(tt.office, tt.kind, tt.name).Symbol; got != tt.want {
			t.Errorf("%s of %s is %q, want %q", tt.name, tt.office.Name, got, tt.want)
		}
	}
}
