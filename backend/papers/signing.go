package papers

import (
	"slices"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// UsualSignatory gives the signature an issuer's papers bear.
func (i Issuer) UsualSignatory() document.Signatory {
	authority, body := document.ParseAuthority(i.SignAuthority)
	s := document.Signatory{Authority: authority, Body: strings.ToUpper(body), Position: strings.ToUpper(i.SignPosition), Name: i.SignName}
	if authority == document.Direct && s.Position == "" {
		s.Position = s.Body // "CHÁNH VĂN PHÒNG" typed into the line of the right
	}
	if authority == document.Acting && s.Position == "" {
		s.Position = s.Body
	}
	if authority == document.OnBehalf && i.Form != document.FormParty {
		// NĐ 30: a deputy signs "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH".
		if head, deputy := strings.CutPrefix(s.Position, "PHÓ "); deputy {
			s.For = head
		}
	}
	return s
}

// signingRule is by which rights papers of a kind of Party body are signed, and for which bodies T/M stands.
type signingRule struct {
	rights  []document.Authority
	bodies  []string
	message string
}

// signingRules follow document-format §2.7: a collective is signed for, its advisory bodies are signed by their head, and
// T/L stands only under the committee's own header.
var signingRules = map[Kind]signingRule{
	Committee: {
		[]document.Authority{document.OnBehalf, document.ByOrder},
		[]string{"ban thường vụ", "ban chấp hành", "thường trực", "đảng ủy", "đảng uỷ", "tỉnh ủy", "tỉnh uỷ", "huyện ủy", "huyện uỷ",
			"thành ủy", "thành uỷ", "quận ủy", "quận uỷ", "thị ủy", "thị uỷ"},
		"Văn bản của cấp ủy ký thay mặt (T/M) hoặc thừa lệnh (T/L). Để văn phòng tự ký, hãy chọn cơ quan ban hành là Văn phòng.",
	},
	OfficeOf: {
		[]document.Authority{document.Direct, document.ForHead, document.Acting},
		nil,
		"Văn phòng ban hành thì Chánh Văn phòng ký trực tiếp, cấp phó ký thay (K/T), người được giao quyền ký Q.; thừa lệnh (T/L) chỉ dùng dưới tên cấp ủy.",
	},
	Board: {
		[]document.Authority{document.Direct, document.ForHead, document.Acting, document.Both},
		nil,
		"Ban ban hành thì Trưởng ban ký trực tiếp, cấp phó ký thay (K/T), người được giao quyền ký Q.; ban chỉ đạo, tiểu ban không có con dấu riêng " +
			"ghi chức vụ “kiêm” chức vụ trong ban; thừa lệnh (T/L) chỉ dùng dưới tên cấp ủy.",
	},
	Inspection: {
		[]document.Authority{document.OnBehalf},
		[]string{"ủy ban kiểm tra", "uỷ ban kiểm tra"},
		"Ủy ban kiểm tra là tập thể: ký thay mặt (T/M ỦY BAN KIỂM TRA), chức vụ ghi Chủ nhiệm hoặc Phó Chủ nhiệm.",
	},
	Cell: {
		[]document.Authority{document.OnBehalf},
		[]string{"chi bộ", "chi ủy", "chi uỷ"},
		"Chi bộ ký thay mặt (T/M CHI BỘ), chức vụ ghi Bí thư hoặc Phó Bí thư.",
	},
}

// CheckSignature refuses a signature that the rules forbid under the header of this issuer. field names the part of the form
// that has to be corrected.
func (i Issuer) CheckSignature(s document.Signatory, field string, f *fault.Fields) {
	s.Check(i.Form, field, f)
	rule, ruled := signingRules[i.Kind]
	stands := s.Authority == document.OnBehalf || s.Authority == document.ByOrder
	if ruled && i.Form == document.FormParty &&
		(!slices.Contains(rule.rights, s.Authority) || (stands && !beginsWithAny(s.Body, rule.bodies))) {
		f.Add(field, rule.message)
	}
}

// beginsWithAny tells whether the name of a body begins with one of these, however its letters are written.
func beginsWithAny(body string, names []string) bool {
	body = strings.ToLower(store.CleanLine(body))
	return slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(body, name) })
}
