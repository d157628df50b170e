package exchange

import (
	"fmt"
	"regexp"
	"strings"

	"caunoi/backend/fault"
)

// Letters that Unicode Vietnamese never uses but that appear when text typed in the old one-byte fonts (TCVN3 = ABC, VNI)
// is read as Latin-1.
const (
	tcvn3Letters = "µ¸¶·¹¨»¾¼½Æ©ÇËÎ®ÐÑª«¬§Ö×Øßä×åæçëîï±²³´°¿"
	vniLetters   = "ñÑöïøûäëåüÖÏØÛÄËÅÜ"
)

// refuseOldFonts refuses a file whose words are written in TCVN3 or VNI: imported as they are, no name could be found
// or printed.
func refuseOldFonts(name string, sheets []sheet) error {
	marked, tcvn3, vni := 0, 0, 0
	for _, s := range sheets {
		for _, row := range s.rows {
			for _, cell := range row.Cells {
				if isASCII(cell) {
					continue
				}
				marked++
				if oldLetter(cell, tcvn3Letters) {
					tcvn3++
				}
				if oldLetter(cell, vniLetters) {
					vni++
				}
			}
		}
	}
	old := max(tcvn3, vni)
	if old < 2 || old*5 < marked { // one foreign word is no proof
		return nil
	}
	font := "TCVN3 (phông .VnTime)"
	if vni > tcvn3 {
		font = "VNI (phông VNI-Times)"
	}
	return fault.Invalid(
		"file",
		fmt.Sprintf(
			"Chữ trong tệp “%s” dùng bảng mã cũ %s, không phải Unicode. Hãy chuyển mã bằng UniKey (Ctrl+Shift+F6) hoặc Excel sang Unicode, lưu lại rồi nhập.",
			name,
			font,
		),
	)
}

// oldPairs are letters that follow each other in VNI and never in Unicode Vietnamese: "Traàn", "Xaõ", "Myõ".
var oldPairs = regexp.MustCompile(`(?i)[aâă][àáãâäåéèêúüëùøûõï]|e[àáãâäåùøûõï]|[uô][ùøûõï]|o[ùøûõïâä]|y[ùøûõï]|ñ[aeiouyöô]`)

// inOldFont judges one cell of a file that is Unicode otherwise.
func inOldFont(text string) bool {
	return !isASCII(text) &&
		(oldPairs.MatchString(text) || oldLetter(text, tcvn3Letters) || oldLetter(text, strings.Trim(vniLetters, "ñÑ")))
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// oldLetter tells whether one of the letters stands directly beside an ASCII letter, that is inside a word.
func oldLetter(text, letters string) bool {
	runes := []rune(text)
	for i, r := range runes {
		if r < 0x80 || !strings.ContainsRune(letters, r) {
			continue
		}
		if i > 0 && asciiLetter(runes[i-1]) || i+1 < len(runes) && asciiLetter(runes[i+1]) {
			return true
		}
	}
	return false
}

func asciiLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
