package dates

import "strings"

// foldTable lists each plain letter with the Vietnamese letters it stands for.
var foldTable = func() map[rune]rune {
	m := map[rune]rune{}
	for plain, marked := range map[rune]string{
		'a': "àáảãạăằắẳẵặâầấẩẫậ", 'e': "èéẻẽẹêềếểễệ", 'i': "ìíỉĩị", 'o': "òóỏõọôồốổỗộơờớởỡợ",
		'u': "ùúủũụưừứửữự", 'y': "ỳýỷỹỵ", 'd': "đ",
	} {
		for _, r := range marked {
			m[r] = plain
		}
	}
	return m
}()

// fold brings a typed phrase to plain lower-case letters with single spaces, so that "Quý  II", "quy ii" and text in
// decomposed Unicode read alike. This package reads a dozen known words only; searching uses store.Fold.
func fold(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if r >= 0x0300 && r <= 0x036F {
			continue
		}
		if plain, ok := foldTable[r]; ok {
			r = plain
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// number reads a text already known to be a few digits.
func number(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
