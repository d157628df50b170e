package document

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NoBreak is a space at which no line ends.
const NoBreak = "\u00a0"

// JoinParts joins what is not empty: a công văn of the state has no type symbol.
func JoinParts(sep string, parts ...string) string {
	kept := parts[:0:0]
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, sep)
}

// OneSpace puts single spaces between the words of a text.
func OneSpace(text string) string { return strings.Join(strings.Fields(text), " ") }

// UpperFirst writes the first letter of a phrase large, at the head of a cell or a sentence.
func UpperFirst(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return text
	}
	return string(unicode.ToUpper(r)) + text[n:]
}

// LowerFirst writes the first letter of a word of our own vocabulary small; abbreviations stay.
func LowerFirst(text string) string {
	runes := []rune(text)
	if len(runes) > 1 && strings.ToUpper(string(runes[1])) == string(runes[1]) && string(runes[1]) != " " {
		return text
	}
	if len(runes) > 0 {
		runes[0] = []rune(strings.ToLower(string(runes[0])))[0]
	}
	return string(runes)
}

// TwoDigits writes a count as papers do: "05", "12".
func TwoDigits(n int) string {
	if n > 0 && n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// ClockWords writes "07:30" as "07 giờ 30"; room to write it by hand where there is none.
func ClockWords(clock string) string {
	hour, minute, found := strings.Cut(clock, ":")
	if !found {
		return "… giờ …"
	}
	return hour + NoBreak + "giờ" + NoBreak + minute
}
