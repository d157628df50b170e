package papers

import (
	"slices"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/fault"
)

// PaperType is a kind of paper ("thể loại văn bản") with its symbols (document-format §4.1). An empty symbol is a type the
// form does not know, but for the công văn of the state, which bears none.
type PaperType struct {
	Name  string `json:"name"`
	Party string `json:"party"`
	State string `json:"state"`
}

// PaperTypes lists the types of Quy định 399-QĐ/TW and Nghị định 30/2020/NĐ-CP that an office of this kind issues. The
// Party symbol of a quy định is that of Hướng dẫn 05; reports.Profile has the office's own.
var PaperTypes = []PaperType{
	{
		"Nghị quyết",
		"NQ",
		"NQ",
	},
	{"Chỉ thị", "CT", "CT"},
	{"Kết luận", "KL", ""},
	{"Quyết định", "QĐ", "QĐ"},
	{"Quy định", "QĐ", "QyĐ"},
	{"Quy chế", "QC", "QC"},
	{
		"Hướng dẫn",
		"HD",
		"HD",
	},
	{"Thông tri", "TT", ""},
	{"Báo cáo", "BC", "BC"},
	{"Tờ trình", "TTr", "TTr"},
	{"Kế hoạch", "KH", "KH"},
	{"Chương trình", "CTr", "CTr"},
	{
		"Đề án",
		"ĐA",
		"ĐA",
	},
	{"Phương án", "PA", "PA"},
	{"Thông báo", "TB", "TB"},
	{"Biên bản", "BB", "BB"},
	{"Công văn", "CV", ""},
	{"Bản sao", document.SeriesOfCopies, ""},
	{"Phiếu chuyển", "PC", "PC"},
	{"Giấy mời", "GM", "GM"},
	{"Giấy giới thiệu", "GGT", "GGT"},
}

// MayIssue refuses a type of paper that Quy định 399-QĐ/TW keeps from a body: of committee, standing board and cell only
// the standing board gives hướng dẫn, it gives no quy chế, and a cell no quy định. The standing board issues under the
// committee's header; body tells whom the signature stands for. typeName is as printed; empty is a công văn.
func MayIssue(i Issuer, body, typeName string) error {
	typeName = strings.ToLower(strings.TrimSpace(typeName))
	board := i.Kind == Committee && beginsWithAny(body, []string{"ban thường vụ"})
	switch {
	case i.Form != document.FormParty:
		return nil
	case typeName == "hướng dẫn" && (i.Kind == Cell || i.Kind == Committee && !board):
		return fault.Invalid(
			"issuerId",
			"Hướng dẫn do Ban Thường vụ ban hành (Quy định 399-QĐ/TW). Hãy chọn người ký thay mặt (T/M) Ban Thường vụ.",
		)
	case typeName == "quy chế" && board:
		return fault.Invalid("issuerId", "Quy chế không do Ban Thường vụ ban hành (Quy định 399-QĐ/TW). Hãy ký thay mặt (T/M) cấp ủy.")
	case typeName == "quy định" && i.Kind == Cell:
		return fault.Invalid(
			"issuerId",
			"Chi bộ không ban hành quy định (Quy định 399-QĐ/TW). Hãy chọn loại văn bản khác hoặc cấp ủy ban hành.",
		)
	}
	return nil
}

// TypesOf lists the types of paper an issuer may issue, signed as usual, for a list to choose from.
func TypesOf(i Issuer) []PaperType {
	return slices.DeleteFunc(slices.Clone(PaperTypes), func(t PaperType) bool {
		known := t.State
		if i.Form == document.FormParty || t.Name == "Công văn" {
			known = t.Party
		}
		return known == "" || MayIssue(i, i.UsualSignatory().Body, t.Name) != nil
	})
}
