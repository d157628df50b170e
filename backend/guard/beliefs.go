package guard

import (
	"regexp"
	"strings"
)

var (
	faith = regexp.MustCompile(
		`(?i)(theo|bỏ|vào|nhập|cải|truyền|giữ) đạo|theo (?:công giáo|thiên chúa|phật giáo|tin lành|cao đài|hòa hảo|hồi giáo|đạo)|là (?:tín đồ|giáo dân|phật tử|đạo hữu|chức sắc|người có đạo)|tín đồ|đạo (?:công giáo|thiên chúa|tin lành|cao đài|hòa hảo|lạ)|có đạo|tôn giáo|(?:là|gốc|người) (?:người )?(?:dân tộc|khmer|khơ-me|khơ me|chăm|hoa|ê đê|gia rai|ba na|vân kiều|pa cô|mông|h'mông|thái|tày|nùng|mường|dao)|dân tộc (?:thiểu số|khmer|khơ-me|chăm|hoa|ê đê|gia rai|ba na|vân kiều|pa cô|mông|h'mông|thái|tày|nùng|mường|dao|kinh)|đi lễ nhà thờ|tín ngưỡng`,
	)
	// someone is one person or one household, without a name.
	someone = regexp.MustCompile(
		`(?i)(?:một|1|có) (?:hộ|người|gia đình|đảng viên|cán bộ|phụ nữ|thanh niên|cụ|ông|bà|anh|chị|cô|chú|nam|nữ|em|học sinh|bí thư|tổ trưởng)|(?:hộ|người|gia đình|ông|bà|anh|chị|cô|chú|cụ|đảng viên|đối tượng|thanh niên|cặp vợ chồng|chủ hộ|đương sự|nạn nhân|em) (?:này|ấy|kia|nói trên|đó|ta|nọ)|(?:vợ|chồng|con|cha|mẹ) (?:của )?(?:ông|bà|anh|chị|người|hộ)|người (?:nêu|phản ánh|kiến nghị|gửi đơn|khiếu nại|tố cáo|đứng đơn)|chủ hộ|đương sự|bản thân`,
	)
	// many are groups: the matter of a place may speak of them.
	many = regexp.MustCompile(
		`(?i)(đồng bào|bà con|các hộ|nhân dân|cộng đồng|các tín đồ|hộ dân tộc|hộ nghèo|người dân|các cơ sở|ban|hội đoàn|điểm nhóm|nhiều hộ|một số hộ|vùng|phòng|các)\s*$`,
	)
	sentence = regexp.MustCompile(`[^.;!?\n]+`)
)

// beliefs finds a belief or ethnicity in the same sentence as one person or one household.
func beliefs(text string, _ Known) (out []span) {
	for _, at := range sentence.FindAllStringIndex(text, -1) {
		part := text[at[0]:at[1]]
		if !speaksOfOnePerson(part) {
			continue
		}
		for _, f := range faith.FindAllStringIndex(part, -1) {
			if !wordStart(part, f[0]) || !wordEnd(part, f[1]) || many.MatchString(part[:f[0]]) {
				continue
			}
			out = append(out, span{Belief, at[0] + f[0], at[0] + f[1]})
		}
	}
	return out
}

// speaksOfOnePerson tells whether a sentence speaks of one person: unnamed, or a title with a name.
func speaksOfOnePerson(part string) bool {
	for _, at := range someone.FindAllStringIndex(part, -1) {
		if wordStart(part, at[0]) && wordEnd(part, at[1]) && !strings.HasPrefix(strings.ToLower(part[at[0]:]), "một số") {
			return true
		}
	}
	for i := range part {
		if wordStart(part, i) {
			if _, found := nameBehindTitle(part, i, func(string) bool { return false }); found {
				return true
			}
		}
	}
	return false
}
