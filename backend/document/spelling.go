package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// spellingOf reads from a body's own name where it puts its marks: "Huyện uỷ" the old way, "Huyện ủy" the new. told is false for a
// name that has no such word.
func spellingOf(name string) (old, told bool) {
	asOld, asNew := Profile{OldSpelling: true}.Spell(name), Profile{}.Spell(name)
	switch {
	case asOld == asNew:
		return false, false
	case name == asOld:
		return true, true
	}
	return name != asNew && strings.Contains(strings.ToLower(name), "uỷ"), true
}

// officeWords are the words of offices that papers print in either spelling. They follow one spelling throughout a paper; every
// other word, such as a name, stays as somebody wrote it.
var officeWords = regexp.MustCompile(
	`(?i)(?:cấp|đảng|tỉnh|thành|huyện|quận|thị|chi|quân|đoàn) (?:ủy|uỷ)|(?:ủy|uỷ) (?:viên|ban|quyền|nhiệm|thác)|` +
		`(?:văn|cụ thể|số|chuẩn|xã hội) (?:hóa|hoá)|(?:hòa|hoà) giải|(?:thủy|thuỷ) (?:lợi|nông|sản|triều)|(?:khóa|khoá) [IVX]+|tọa đàm|toạ đàm`,
)

// SpellWords writes the words of offices in a text as Spell does, and leaves all others.
func (p Profile) SpellWords(text string) string {
	if p.Spell(text) == text {
		return text
	}
	var out strings.Builder
	at := 0
	for _, found := range officeWords.FindAllStringIndex(text, -1) {
		before, _ := utf8.DecodeLastRuneInString(text[:found[0]])
		after, _ := utf8.DecodeRuneInString(text[found[1]:])
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			continue
		}
		out.WriteString(text[at:found[0]])
		out.WriteString(p.Spell(text[found[0]:found[1]]))
		at = found[1]
	}
	return out.String() + text[at:]
}
