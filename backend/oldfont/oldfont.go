// Package oldfont reads Vietnamese typed for the one-byte fonts used before Unicode: TCVN3 (".VnTime", ABC) and VNI
// ("VNI-Times"). Such text reaches us as letters of Latin-1 that only those fonts draw as Vietnamese: "TrÇn MÉu An",
// "Traàn Maãu An".
package oldfont

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Encoding is one of the old codes.
type Encoding int

// The codes; None is Unicode.
const (
	None  Encoding = iota
	TCVN3          // TCVN 5712:1993, third set
	VNI            // VNI for Windows
)

// Both are the codes text may be in besides Unicode.
var Both = []Encoding{TCVN3, VNI}

func (e Encoding) String() string {
	return [...]string{"Unicode", "TCVN3 (phông .VnTime)", "VNI (phông VNI-Times)"}[e]
}

// Font is what the name of a font says of the text drawn with it.
type Font struct {
	Encoding Encoding
	Capital  bool // draws small letters large: ".VnTimeH"
}

// FontNamed recognises the old fonts by their names.
func FontNamed(name string) Font {
	lower := strings.ToLower(strings.TrimSpace(name))
	switch {
	case strings.HasPrefix(lower, ".vn"):
		return Font{TCVN3, strings.HasSuffix(strings.TrimSpace(name), "H")}
	case strings.HasPrefix(lower, "vni-"), strings.HasPrefix(lower, "vni "):
		return Font{Encoding: VNI}
	}
	return Font{}
}

// tcvn3 gives the letter of each code from 0xA1 on; 0 = no letter. Capitals with a tone have no code: a font of capitals
// draws the small ones large.
var tcvn3 = func() map[rune]rune {
	rows := map[rune]string{
		0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
		0xB5: "àảãáạ",
		0xBB: "ằẳẵắ",
		0xC6: "ặầẩẫấậè",
		0xCE: "ẻẽéẹềểễếệìỉ",
		0xDC: "ĩíịò",
		0xE1: "ỏõóọồổỗốộờởỡớợù",
		0xF1: "ủũúụừửữứựỳỷỹýỵ",
	}
	out := map[rune]rune{}
	for code, letters := range rows {
		for _, letter := range norm.NFC.String(letters) {
			out[code] = letter
			code++
		}
	}
	return out
}()

// The marks of VNI stand behind their letter. Codes of letters that bear their mark themselves are in vniSingle.
var (
	vniTones  = map[rune]string{'ù': "\u0301", 'ø': "\u0300", 'û': "\u0309", 'õ': "\u0303", 'ï': "\u0323"}
	vniHats   = map[rune]string{'â': "", 'á': "\u0301", 'à': "\u0300", 'å': "\u0309", 'ã': "\u0303", 'ä': "\u0323"}
	vniBows   = map[rune]string{'ê': "", 'é': "\u0301", 'è': "\u0300", 'ú': "\u0309", 'ü': "\u0303", 'ë': "\u0323"}
	vniSingle = map[rune]rune{'ô': 'ơ', 'ö': 'ư', 'ñ': 'đ', 'í': 'í', 'ì': 'ì', 'æ': 'ỉ', 'ó': 'ĩ', 'ò': 'ị', 'î': 'ỵ'}
)

// vniMark gives the marks of the letter behind which a code stands.
func vniMark(letter, code rune) (marks string, ok bool) {
	if strings.ContainsRune("aeouyôö", letter) {
		if tone, found := vniTones[code]; found {
			return tone, true
		}
	}
	if strings.ContainsRune("aeo", letter) {
		if tone, found := vniHats[code]; found {
			return "\u0302" + tone, true
		}
	}
	if letter == 'a' {
		if tone, found := vniBows[code]; found {
			return "\u0306" + tone, true
		}
	}
	return "", false
}

// decodeWord turns one word into Unicode; ok is false when a letter of it is none of the code.
func decodeWord(word []rune, e Encoding) (out string, ok bool) {
	var b strings.Builder
	for i := 0; i < len(word); i++ {
		r := word[i]
		if e == TCVN3 {
			letter, known := tcvn3[r]
			switch {
			case r < 0x80:
				letter = r
			case !known:
				return "", false
			}
			b.WriteRune(letter)
			continue
		}
		lower := unicode.ToLower(r)
		letter, known := vniSingle[lower]
		switch {
		case r < 0x80:
			letter = lower
		case !known:
			return "", false
		}
		if unicode.IsUpper(r) {
			letter = unicode.ToUpper(letter)
		}
		b.WriteRune(letter)
		if i+1 < len(word) {
			if marks, found := vniMark(lower, unicode.ToLower(word[i+1])); found {
				b.WriteString(marks)
				i++
			}
		}
	}
	return norm.NFC.String(b.String()), true
}

// part is a word, or what stands between two words.
type part struct {
	text []rune
	word bool
}

// inWord tells whether a rune is part of a word: an ASCII letter, or anything a one-byte font draws as a letter.
func inWord(r rune) bool {
	return r < 0x80 && unicode.IsLetter(r) || r > 0xA0 && r <= 0xFF || r > 0xFF && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r))
}

func split(text string) []part {
	var out []part
	for _, r := range text {
		if n := len(out); n == 0 || out[n-1].word != inWord(r) {
			out = append(out, part{word: inWord(r)})
		}
		out[len(out)-1].text = append(out[len(out)-1].text, r)
	}
	return out
}

// Decode turns a text into Unicode. A letter that is none of the code makes ok false.
func Decode(text string, e Encoding) (out string, ok bool) {
	var b strings.Builder
	for _, p := range split(text) {
		said, known := string(p.text), true
		if p.word {
			said, known = decodeWord(p.text, e)
		}
		if !known {
			return text, false
		}
		b.WriteString(said)
	}
	out = b.String()
	if e == TCVN3 {
		out = raise(text, out)
	}
	return out, true
}

// raise writes large what TCVN3 could not: letters among capitals, and the first letter of a name or of the text.
func raise(before, after string) string {
	small, large := 0, 0
	for _, p := range split(before) {
		n := 0
		for _, r := range p.text {
			switch {
			case r >= 'a' && r <= 'z':
				small++
			case r >= 'A' && r <= 'Z':
				n++
			}
		}
		large = max(large, n)
	}
	if small == 0 && large > 1 {
		return strings.ToUpper(after)
	}
	parts := split(after)
	lowWords := 0 // words that begin with a small letter which could have been typed large
	first := true
	for _, p := range parts {
		if p.word && p.text[0] >= 'a' && p.text[0] <= 'z' {
			lowWords++
		}
	}
	for _, p := range parts {
		if !p.word {
			continue
		}
		if p.text[0] >= 0x80 && (first || lowWords == 0) {
			p.text[0] = unicode.ToUpper(p.text[0])
		}
		first = false
	}
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(string(p.text))
	}
	return b.String()
}
