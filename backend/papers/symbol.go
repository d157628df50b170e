package papers

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"caunoi/backend/store"
)

// party tells the Party's way of numbering from the state's; no form given means the Party's.
func party(form string) bool { return form == FormParty || form == "" }

// Numeral writes a number as it stands on paper: "05", "12a".
func Numeral(number int, suffix string) string { return fmt.Sprintf("%02d%s", number, suffix) }

// SymbolText joins number and symbol: "12-BC/HU" in the Party's form (HD 05), "12/BC-UBND" in the state's (NĐ 30). A công văn
// of the state bears no sign of its type: "05/UBND-VP".
func SymbolText(form, numeral, series, issuer string) string {
	if party(form) {
		return numeral + "-" + tail(form, series, issuer)
	}
	return numeral + "/" + tail(form, series, issuer)
}

// tail is what follows the number: "BC/HU", "BC-UBND".
func tail(form, series, issuer string) string {
	sep := "/"
	if !party(form) {
		sep = "-"
	}
	parts := []string{}
	for _, part := range []string{series, issuer} {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, sep)
}

var numbered = regexp.MustCompile(`^(?i:số)?[\s:]*(\d{1,6})([a-zA-Z]?)\s*([-/])\s*(\S.*)$`)

// readSymbol takes a number out of a text that names a paper, "215-CV/HU", when the paper belongs to the series of want
// ("CV/HU"). Letters are compared without case, for people type "qđ/hu" too.
func readSymbol(form, text, want string) (number int, suffix string, ok bool) {
	m := numbered.FindStringSubmatch(store.CleanLine(text))
	if m == nil || (m[3] == "-") != party(form) {
		return 0, "", false
	}
	if !strings.EqualFold(strings.ReplaceAll(m[4], " ", ""), strings.ReplaceAll(want, " ", "")) {
		return 0, "", false
	}
	number, _ = strconv.Atoi(m[1])
	return number, strings.ToLower(m[2]), number > 0
}

// Bears tells whether a text that names a paper, "21-CV/HU", may be of a series; a bare number may be of any.
func Bears(form, text, series, issuer string) bool {
	_, _, ok := readSymbol(form, text, tail(form, series, issuer))
	return ok || !numbered.MatchString(store.CleanLine(text))
}

// LeadingNumber reads the number at the head of a paper's symbol: 12 and "a" of "12a-CV/HU"; 0 when there is none.
func LeadingNumber(text string) (number int, suffix string) {
	m := numbered.FindStringSubmatch(store.CleanLine(text))
	if m == nil {
		number, _ = strconv.Atoi(store.CleanLine(text))
		return max(number, 0), ""
	}
	number, _ = strconv.Atoi(m[1])
	return number, strings.ToLower(m[2])
}
