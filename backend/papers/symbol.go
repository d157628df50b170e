package papers

import (
	"regexp"
	"strconv"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/store"
)

var numbered = regexp.MustCompile(`^(?i:số)?[\s:]*(\d{1,6})([a-zA-Z]?)\s*([-/])\s*(\S.*)$`)

// readSymbol takes a number out of a text that names a paper, "215-CV/HU", when the paper belongs to the series of want
// ("CV/HU"). Letters are compared without case, for people type "qđ/hu" too.
func readSymbol(form document.Form, text, want string) (number int, suffix string, ok bool) {
	m := numbered.FindStringSubmatch(store.CleanLine(text))
	if m == nil || (m[3] == "-") != form.IsParty() {
		return 0, "", false
	}
	if !strings.EqualFold(strings.ReplaceAll(m[4], " ", ""), strings.ReplaceAll(want, " ", "")) {
		return 0, "", false
	}
	number, _ = strconv.Atoi(m[1])
	return number, strings.ToLower(m[2]), number > 0
}

// MayBelongToSeries tells whether a text that names a paper, "21-CV/HU", may be of a series; a bare number may be of any.
func MayBelongToSeries(form document.Form, text, series, issuer string) bool {
	_, _, ok := readSymbol(form, text, document.SeriesText(form, series, issuer))
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
