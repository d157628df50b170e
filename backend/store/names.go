package store

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gorm.io/gorm"
)

// apostrophes and dashes are the many signs keyboards and programs put for one: D'Ran, D’Ran, Cư M`gar.
const (
	apostrophes = "'’‘‛ʼʻ′`´＇"
	dashes      = "-‐‑‒–—―−﹣－"
	tones       = "\u0300\u0301\u0303\u0309\u0323"
	otherD      = "ðɖ" // letters that look like đ and stand for it in many files
)

// SameName tells whether two texts are the same name, however it is spelled: see NameKey.
func SameName(a, b string) bool { return NameKey(a) == NameKey(b) }

// NameTaken tells whether one of the rows asked for bears the name in its column "name", however it is spelled there.
func NameTaken(rows *gorm.DB, name string) (bool, error) {
	var names []string
	err := rows.Pluck("name", &names).Error
	return slices.ContainsFunc(names, func(each string) bool { return SameName(each, name) }), err
}

// NameKey is what all spellings of one name have in common, for comparing names of places, people and posts; it is
// neither shown nor stored. Spellings are: composed and decomposed letters, capitals, the place of the tone in a
// syllable (hoà, hòa; uỷ, ủy), every kind of apostrophe or none (D'Ran, Dran), dashes or spaces, zeros before a number
// (Tổ 01, Tổ 1). A tone, a hat or the bar of đ makes another name: Phú Hòa is not Phú Hoá.
func NameKey(name string) string {
	text := strings.Map(withoutApostrophe, norm.NFD.String(strings.ToLower(CleanLine(name))))
	var key strings.Builder
	key.Grow(len(text))
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || strings.ContainsRune(dashes, r) }) {
		if key.Len() > 0 {
			key.WriteByte(' ')
		}
		writeSyllable(&key, bareNumber(word))
	}
	return key.String()
}

// FoldName is NameKey without the marks: the loosest form in which two names are compared.
func FoldName(name string) string { return Fold(NameKey(name)) }

// IsApostrophe tells whether a sign is one of those keyboards put for an apostrophe; names are compared without them.
func IsApostrophe(r rune) bool { return strings.ContainsRune(apostrophes, r) }

// withoutApostrophe leaves them out before words are told apart: one that stands alone is no word.
func withoutApostrophe(r rune) rune {
	if IsApostrophe(r) {
		return -1
	}
	return r
}

// writeSyllable writes a word in lower case and decomposed, its tones behind the first vowel: so the beginning of a word
// that is still being typed is a beginning of its key.
func writeSyllable(key *strings.Builder, word string) {
	var found, rest []rune
	for _, r := range word {
		switch {
		case strings.ContainsRune(tones, r):
			found = append(found, r)
		case strings.ContainsRune(otherD, r):
			rest = append(rest, 'đ')
		default:
			rest = append(rest, r)
		}
	}
	slices.Sort(found)
	placed := len(found) == 0
	for i, r := range rest {
		key.WriteRune(r)
		vowelEnds := i+1 == len(rest) || !unicode.Is(unicode.Mn, rest[i+1])
		if !placed && vowelEnds && hasVowel(rest[:i+1]) {
			key.WriteString(string(found))
			placed = true
		}
	}
	if !placed {
		key.WriteString(string(found))
	}
}

func hasVowel(runes []rune) bool {
	for _, r := range runes {
		if strings.ContainsRune("aeiouy", r) {
			return true
		}
	}
	return false
}

// bareNumber takes the zeros before a number away: "01" is "1", "0" stays.
func bareNumber(word string) string {
	for len(word) > 1 && word[0] == '0' && word[1] >= '0' && word[1] <= '9' {
		word = word[1:]
	}
	return word
}

// OneLetterApart tells whether one letter changed, added or left out makes a into b. Digits tell people apart on purpose
// ("Cán bộ mẫu 03"), so a difference in a digit is no slip.
func OneLetterApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if isDigitAt(b, i) || isDigitAt(a, i) {
		return false
	}
	if len(a) == len(b) {
		return i < len(a) && a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

func isDigitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }
