package document

import (
	"slices"
	"strings"

	"caunoi/backend/fault"
)

// Form is the family of rules a paper follows.
type Form string

const (
	FormParty Form = "dang"    // Party committee, its office, its advisory bodies, chi bộ: Hướng dẫn 05-HD/VPTW
	FormState Form = "nhanuoc" // UBND, HĐND and their bodies: Nghị định 30/2020/NĐ-CP
	FormFront Form = "mttq"    // Mặt trận and mass organisations: the state's layout with symbols of their own
)

// Profile is the form with what an office may choose within it. The zero value of a field means the form's default.
type Profile struct {
	Form          Form    `json:"form"`
	OldSpelling   bool    `json:"oldSpelling"`   // "uỷ" instead of "ủy", only in words the program itself prints
	BodySize      float64 `json:"bodySize"`      // pt, 14–15 (state 13–14); default 14
	Leading       float64 `json:"leading"`       // pt between lines, 18–22; default 18
	HeadingSep    string  `json:"headingSep"`    // after "I", "1": ". " or "- "
	RecipientSep  string  `json:"recipientSep"`  // after each recipient but the last: ";" or ","
	EndMark       string  `json:"endMark"`       // after the last sentence: "." (Party) or "./." (state)
	BasesItalic   bool    `json:"basesItalic"`   // Party căn cứ in italics without a dash, as some offices print them
	SubjectCase   string  `json:"subjectCase"`   // "" = as the form says, "upper" = capital first letter in the Party form
	DateRight     bool    `json:"dateRight"`     // place and date at the right edge instead of centred
	Duplex        bool    `json:"duplex"`        // margins swap on even pages
	SymbolQuyDinh string  `json:"symbolQuyDinh"` // Party symbol of a quy định: "QĐ" (HD 05), "QĐi" (HD 36)
	BasesEnd      string  `json:"basesEnd"`      // after the last căn cứ: "." (HD 05) or "," (HD 36)
	SubmitWord    string  `json:"submitWord"`    // addresses a Party tờ trình: "Kính trình" (HD 05), "Kính gửi" (HD 36)
	SubjectWord   string  `json:"subjectWord"`   // before the subject of a công văn: "về việc" (HD 05), "V/v" (state), none (HD 36)
	TypistSize    float64 `json:"typistSize"`    // pt of the typist's code: 11, or 8 (HD 36)
	TypistCaps    bool    `json:"typistCaps"`    // the typist's code in capitals (HD 36)
	ProofMark     bool    `json:"proofMark"`     // a square code to check prints by in the foot of issued papers
}

// NoSubjectWord leaves the subject of a công văn as it is written.
const NoSubjectWord = "khong"

// Filled replaces every setting not given by the newest default of its form.
func (p Profile) Filled() Profile {
	if p.Form == "" {
		p.Form = FormParty
	}
	party := p.IsParty()
	text := func(value *string, ofParty, ofState string) {
		if *value == "" && party {
			*value = ofParty
		} else if *value == "" {
			*value = ofState
		}
	}
	if p.BodySize == 0 {
		p.BodySize = 14
	}
	if p.Leading == 0 {
		p.Leading = 18
	}
	if p.TypistSize == 0 {
		p.TypistSize = 11
	}
	text(&p.HeadingSep, ". ", ". ")
	text(&p.RecipientSep, ";", ";")
	text(&p.EndMark, ".", "./.")
	text(&p.SymbolQuyDinh, "QĐ", "QyĐ")
	text(&p.BasesEnd, ".", ".")
	text(&p.SubmitWord, "Kính trình", "Kính gửi")
	text(&p.SubjectWord, "về việc", "V/v")
	return p
}

// IsParty tells the Party's rules from the state's; no form given means the Party's.
func (f Form) IsParty() bool { return f == FormParty || f == "" }

// IsParty tells whether a paper of this profile follows the Party's rules.
func (p Profile) IsParty() bool { return p.Form.IsParty() }

// Check refuses settings outside what the rules allow.
func (p Profile) Check() error {
	var f fault.Fields
	switch p.Form {
	case FormParty, FormState, FormFront:
	default:
		f.Add("form", "Thể thức phải là của Đảng, của Nhà nước hoặc của Mặt trận. Hãy chọn lại.")
	}
	least, most, rule := 14.0, 15.0, "Cỡ chữ nội dung phải từ 14 đến 15. Hãy chọn lại trong phần thể thức."
	if !p.IsParty() {
		least, most, rule = 13, 14, "Cỡ chữ nội dung phải từ 13 đến 14. Hãy chọn lại trong phần thể thức."
	}
	if !(p.BodySize >= least && p.BodySize <= most) {
		f.Add("bodySize", rule)
	}
	if !(p.Leading >= 18 && p.Leading <= 22) {
		f.Add("leading", "Giãn dòng phải từ 18 đến 22 điểm. Hãy chọn lại trong phần thể thức.")
	}
	for _, choice := range []struct {
		field, value, message string
		party, state          []string
	}{
		{"headingSep", p.HeadingSep, "Sau số mục chỉ dùng dấu chấm “I.” hoặc gạch nối “I-”; văn bản nhà nước chỉ dùng dấu chấm.", []string{". ", "- "}, []string{". "}},
		{"recipientSep", p.RecipientSep, "Cuối mỗi nơi nhận là dấu chấm phẩy hoặc dấu phẩy; văn bản nhà nước dùng dấu chấm phẩy.", []string{";", ","}, []string{";"}},
		{"endMark", p.EndMark, "Hết nội dung là dấu chấm “.” hoặc “./.”; văn bản nhà nước dùng “./.”.", []string{".", "./."}, []string{"./."}},
		{"symbolQuyDinh", p.SymbolQuyDinh, "Ký hiệu của quy định là QĐ, QĐi hoặc QĐI; văn bản nhà nước dùng QyĐ.", []string{"QĐ", "QĐi", "QĐI"}, []string{"QyĐ"}},
		{"basesEnd", p.BasesEnd, "Cuối căn cứ là dấu chấm hoặc dấu phẩy; văn bản nhà nước dùng dấu chấm.", []string{".", ","}, []string{"."}},
		{"submitWord", p.SubmitWord, "Tờ trình mở đầu bằng “Kính trình” hoặc “Kính gửi”; văn bản nhà nước dùng “Kính gửi”.", []string{"Kính trình", "Kính gửi"}, []string{"Kính gửi"}},
		{"subjectWord", p.SubjectWord, "Trích yếu công văn mở đầu bằng “về việc”, “V/v” hoặc không có; văn bản nhà nước dùng “V/v”.", []string{"về việc", "V/v", NoSubjectWord}, []string{"V/v"}},
		{"subjectCase", p.SubjectCase, "Trích yếu viết theo quy định hoặc viết hoa chữ đầu. Hãy chọn lại.", []string{"", "upper"}, []string{"", "upper"}},
	} {
		allowed := choice.party
		if p.Form == FormState {
			allowed = choice.state
		}
		if p.Form == FormFront { // mass organisations follow NĐ 30 "as fits"
			allowed = append(slices.Clone(choice.party), choice.state...)
		}
		if !slices.Contains(allowed, choice.value) {
			f.Add(choice.field, choice.message)
		}
	}
	if p.TypistSize != 8 && p.TypistSize != 11 {
		f.Add("typistSize", "Chữ ghi người đánh máy cỡ 11 (Hướng dẫn 05) hoặc cỡ 8 (Hướng dẫn 36). Hãy chọn lại.")
	}
	if p.Form == FormState && p.DateRight {
		f.Add("dateRight", "Nghị định 30/2020/NĐ-CP đặt địa danh, ngày tháng ở giữa, dưới Quốc hiệu; không dồn sát lề phải.")
	}
	return f.Err()
}

// SubjectLine writes the subject of a công văn as it stands under the number.
func (p Profile) SubjectLine(subject string) string {
	if p.SubjectWord == NoSubjectWord {
		return subject
	}
	for _, word := range []string{"về việc ", "V/v "} {
		if len(subject) >= len(word) && strings.EqualFold(subject[:len(word)], word) {
			subject = subject[len(word):]
		}
	}
	return p.SubjectWord + " " + strings.TrimSpace(subject)
}
