package document

import (
	"strconv"
	"strings"
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
