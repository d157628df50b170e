package exchange

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"caunoi/backend/store"
)

var (
	bullet    = regexp.MustCompile(`^(\(\*+\)|\*+|[-–—+•·]+|\d+[.)](\s|$))\s*`)
	address   = regexp.MustCompile(`(?i)^(đ/c|đ\.c\.?|đc|d/c|đồng chí|ông/bà|ông \(bà\)|ông|bà)([.: ]+|$)`)
	afterName = regexp.MustCompile(`\s*(\(\*+\)|\*+|\(\d+\)|\((?i:nam|nữ|đ/c|đồng chí)\))$`)
)

// bareName takes away what lists write around a name: "- Đ/c Nguyễn Văn A (*)". unsure tells that "Ông" may as well be
// the family name.
func bareName(text string) (name string, unsure bool) {
	name = text
	for {
		before := name
		name = bullet.ReplaceAllString(name, "")
		if m := address.FindString(name); m != "" {
			rest := strings.TrimSpace(name[len(m):])
			lead := strings.ToLower(strings.TrimRight(m, ".: "))
			if (lead == "ông" || lead == "bà") && len(strings.Fields(rest)) < 3 {
				return name, true
			}
			name = rest
		}
		name = strings.TrimSpace(afterName.ReplaceAllString(name, ""))
		if name == before {
			return name, false
		}
	}
}

// bodyLeads are the first words of organisations and groups, compared with their accents: Đoàn and Văn are family names.
var bodyLeads = strings.Split(
	"các|khối|chi bộ|đảng bộ|đảng ủy|đảng uỷ|chi ủy|văn phòng|ban|phòng|ủy ban|ubnd|hđnd|hội đồng|hội|đoàn thanh niên|đoàn tncs|đoàn thể|mặt trận|ubmttq|mttq|ubkt|công an|quân sự|trường|trạm|trung tâm|cơ quan|đơn vị|nhóm|thường trực|bộ phận|huyện ủy|tỉnh ủy|thành ủy|lãnh đạo|xã|phường|thị trấn|huyện|tỉnh|ấp|thôn|khu phố|tổ dân phố|danh sách|phụ lục|biểu|bí thư|phó bí thư|chủ tịch|phó chủ tịch|chánh văn phòng|ghi chú|lưu ý",
	"|",
)

var bodyKeys = func() []string {
	var out []string
	for _, lead := range bodyLeads {
		out = append(out, store.NameKey(lead))
	}
	return out
}()

// isBody tells whether a text names an organisation, a group or a post, and nobody.
func isBody(text string) bool {
	name, _ := bareName(romanLead.ReplaceAllString(text, ""))
	key := store.NameKey(name)
	for _, lead := range bodyKeys {
		if key == lead || strings.HasPrefix(key, lead+" ") {
			return true
		}
	}
	return false
}

// romanLead is the number of a group: "II.", "A -".
var romanLead = regexp.MustCompile(`^([IVX]{1,5}|[A-H])\s*[.)/:–-]\s*`)

const mostNameWords = 7

// looksLikePerson tells whether a text may be a person's full name.
func looksLikePerson(text string) bool {
	name, _ := bareName(text)
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > mostNameWords || isBody(name) || strings.ContainsAny(name, ",;:()/\"“”!?@#%&=+_[]{}<>|\\") {
		return false
	}
	return strings.ContainsFunc(words[0], unicode.IsLetter) && !counted.MatchString(strings.ToLower(name))
}

// isGivenName tells whether a cell beside family and middle names holds the given name.
func isGivenName(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 2 {
		return false
	}
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) || utf8.RuneCountInString(w) > 8 {
			return false
		}
		if strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
			return false
		}
	}
	return true
}
