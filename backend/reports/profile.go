package reports

import (
	"strings"
	"unicode"

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
}

// DefaultProfile gives the settings in force for a form.
func DefaultProfile(form Form) Profile { return Profile{Form: form}.filled() }

// filled replaces every setting not given by the default of its form.
func (p Profile) filled() Profile {
	if p.Form == "" {
		p.Form = FormParty
	}
	if p.BodySize == 0 {
		p.BodySize = 14
	}
	if p.Leading == 0 {
		p.Leading = 18
	}
	if p.HeadingSep == "" {
		p.HeadingSep = ". "
	}
	if p.RecipientSep == "" {
		p.RecipientSep = ";"
	}
	if p.EndMark == "" {
		p.EndMark = "."
		if !p.party() {
			p.EndMark = "./."
		}
	}
	if p.SymbolQuyDinh == "" {
		p.SymbolQuyDinh = "QĐ"
	}
	return p
}

func (p Profile) party() bool { return p.Form == FormParty || p.Form == "" }

// check refuses settings outside what the rules allow.
func (p Profile) check() error {
	var f fault.Fields
	switch p.Form {
	case FormParty, FormState, FormFront:
	default:
		f.Add("form", "Thể thức phải là của Đảng, của Nhà nước hoặc của Mặt trận. Hãy chọn lại.")
	}
	least, most, rule := 14.0, 15.0, "Cỡ chữ nội dung phải từ 14 đến 15. Hãy chọn lại trong phần thể thức."
	if !p.party() {
		least, most, rule = 13, 14, "Cỡ chữ nội dung phải từ 13 đến 14. Hãy chọn lại trong phần thể thức."
	}
	if !(p.BodySize >= least && p.BodySize <= most) {
		f.Add("bodySize", rule)
	}
	if !(p.Leading >= 18 && p.Leading <= 22) {
		f.Add("leading", "Giãn dòng phải từ 18 đến 22 điểm. Hãy chọn lại trong phần thể thức.")
	}
	return f.Err()
}

// Spell writes a text of the program in the spelling the office keeps: "ủy, hòa" or "uỷ, hoà". Never use it on what a
// person typed.
func (p Profile) Spell(text string) string {
	from, to := newMarks, oldMarks
	if !p.OldSpelling {
		from, to = oldMarks, newMarks
	}
	runes := []rune(text)
	for i := 0; i+1 < len(runes); i++ {
		pair := string(unicode.ToLower(runes[i])) + string(unicode.ToLower(runes[i+1]))
		at := indexOf(from, pair)
		if at < 0 || (i+2 < len(runes) && unicode.IsLetter(runes[i+2])) {
			continue // with a final consonant the mark's place is not in dispute: "hoàn", "tuỳ" only
		}
		if i > 0 && unicode.ToLower(runes[i-1]) == 'q' {
			continue // "quý", "quỳ": here u belongs to the consonant
		}
		for k, r := range []rune(to[at]) {
			if unicode.IsUpper(runes[i+k]) {
				r = unicode.ToUpper(r)
			}
			runes[i+k] = r
		}
	}
	return string(runes)
}

var (
	oldMarks = strings.Fields("oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ")
	newMarks = strings.Fields("òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy")
)

func indexOf(list []string, text string) int {
	for i, item := range list {
		if item == text {
			return i
		}
	}
	return -1
}
