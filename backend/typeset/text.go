package typeset

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/document"
)

// substitute stands where the font has no picture for a character, so that the loss is seen on paper.
const substitute = '□'

// boxRunes are drawn as squares: the font has no ballot boxes or ticks and would print blanks.
const boxRunes = "☐☑☒✓✔"

// losses remembers which characters of a paper could not be printed.
type losses struct {
	count  int
	sample string
}

func (l *losses) note(r rune) {
	if l == nil {
		return
	}
	l.count++
	if !strings.ContainsRune(l.sample, r) && utf8.RuneCountInString(l.sample) < 8 {
		l.sample += string(r)
	}
}

// warnings says in plain words what was replaced.
func (l *losses) warnings() []string {
	if l.count == 0 {
		return []string{}
	}
	return []string{"Có " + strconv.Itoa(l.count) + " ký tự không in được (ví dụ: " + l.sample +
		"), đã thay bằng ô “□”. Hãy sửa lại câu chữ nếu cần."}
}

// clean brings any text to what can be printed: valid UTF-8, composed letters (decomposed ones would print their
// marks beside them), line ends as \n, no control or invisible characters, and the substitute for what has no glyph, which is noted.
func (l *losses) clean(text string) string {
	return clean(text, func(r rune) rune {
		l.note(r)
		return substitute
	})
}

// CleanText is a text as it is printed.
func CleanText(text string) string { return (*losses)(nil).clean(text) }

// CleanForWord is CleanText for files that are shown with the fonts of the reader's machine: what this program's font
// lacks is kept, but for the two code points that XML does not allow.
func CleanForWord(text string) string {
	return clean(text, func(r rune) rune {
		if r == 0xfffe || r == 0xffff {
			return substitute
		}
		return r
	})
}

func clean(text string, missing func(rune) rune) string {
	if printable(text) {
		return text
	}
	text = norm.NFC.String(strings.ToValidUTF8(text, string(utf8.RuneError)))
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\r', '\u2028', '\u2029', '\v', '\f':
			return '\n'
		case '\t', '\u2002', '\u2003', '\u2009':
			return ' '
		case '\u202f', '\u2007':
			return '\u00a0'
		case '\u2011', '\u2010': // no glyph for the no-break hyphen; lines break at spaces only, so a plain one is as good
			return '-'
		case '\u00ad', '\ufe0e', '\ufe0f':
			return -1
		}
		switch {
		case strings.ContainsRune(boxRunes, r):
			return r
		case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r):
			return -1
		case !HasGlyph(r):
			return missing(r)
		}
		return r
	}, text)
}

// printable is the quick way for the texts that need no work: composed Vietnamese and ASCII.
func printable(text string) bool {
	table := loaded[Regular]()
	for _, r := range text {
		if r >= 0x2000 || (r < ' ' && r != '\n') || (r >= 0x7f && r < 0xa1 && r != 0xa0) || r == 0xad ||
			(r >= 0x300 && r < 0x1e00) || table[r] == noGlyph {
			return false
		}
	}
	return true
}

// frag is a piece of text in one style; frags without a space before them join into one word.
type frag struct {
	text  string
	w     float64 // mm
	style FontStyle
	line  bool // underlined
	space bool // a space stands before it
	brk   bool // a line may end before it
	hard  bool // a line must end before it
	box   rune // a square is drawn instead of text
	link  string
}

// textLine is one line as set: frags placed from the line's own start.
type textLine struct {
	frags []frag
	w     float64 // natural width
	end   bool    // last line of its paragraph: not stretched
}

// boxSide is the side of a drawn square in mm.
const boxSide = 3.5

// boxGap parts a square from the word after it.
const boxGap = 0.6

// fragments cuts runs into words and squares. Runs must be clean.
func fragments(runs []document.Run, size float64, base FontStyle) []frag {
	var out []frag
	pendingSpace, pendingHard := false, false
	for _, run := range runs {
		style := base | styleOf(run.Bold, run.Italic)
		text := run.Text
		for text != "" {
			r, n := utf8.DecodeRuneInString(text)
			if r == ' ' || r == '\n' {
				pendingSpace, pendingHard = pendingSpace || r == ' ', pendingHard || r == '\n'
				text = text[n:]
				continue
			}
			piece := frag{style: style, line: run.Underline, link: run.Link, space: pendingSpace && !pendingHard, hard: pendingHard}
			piece.brk = piece.space
			if strings.ContainsRune(boxRunes, r) {
				piece.box, piece.w = r, boxSide+boxGap
			} else {
				n = wordLength(text)
				piece.text = text[:n]
				piece.w = TextWidth(piece.text, style, size)
			}
			if piece.brk && len(out) > 0 && bound(out[len(out)-1].text, piece.text) {
				piece.brk = false
			}
			out = append(out, piece)
			text = text[n:]
			pendingSpace, pendingHard = false, false
		}
	}
	return out
}

// wordLength counts the bytes up to the next space, line end or square.
func wordLength(text string) int {
	for i, r := range text {
		if r == ' ' || r == '\n' || (r > 0x2600 && strings.ContainsRune(boxRunes, r)) {
			return i
		}
	}
	return len(text)
}

// leaders are the words a number is never parted from: "ngày 05", "Điều 1", "số 12-BC/ĐU".
var leaders = map[string]bool{"ngày": true, "tháng": true, "năm": true, "quý": true, "số": true, "điều": true, "khoản": true,
	"điểm": true, "mục": true, "chương": true, "phần": true, "lục": true, "trang": true, "ấp": true, "khóm": true, "tổ": true,
	"phố": true, "thôn": true, "xóm": true, "bản": true, "đội": true, "giờ": true, "lần": true, "thứ": true}

// longLeaders are the leaders of two words.
var longLeaders = map[string]string{"phụ": "lục", "khu": "phố", "lần": "thứ"}

// bound tells whether two neighbouring words belong on one line.
func bound(before, after string) bool {
	if after == "" || before == "" {
		return false
	}
	if after == "%" || (strings.HasPrefix(after, "đồng") && endsWithDigit(before)) {
		return true // "85,7 %", "1.234.567 đồng"
	}
	if second, is := longLeaders[strings.ToLower(before)]; is && strings.HasPrefix(after, second) {
		return true // otherwise "Phụ" would be left behind by "lục 1", "khu" by "phố 3"
	}
	dash := func(word string) bool { return word == "-" || word == "–" }
	if (dash(after) && endsWithDigit(before)) || (dash(before) && startsWithDigit(after)) {
		return true // "2025 - 2030"
	}
	if len(before) > 12 || !leaders[strings.ToLower(strings.TrimLeft(before, "(“"))] {
		return false
	}
	return (after[0] >= '0' && after[0] <= '9') || roman(after)
}

func roman(word string) bool {
	word = strings.TrimRight(word, ",.;:)/")
	return word != "" && strings.Trim(word, "IVX") == ""
}

func endsWithDigit(word string) bool {
	return word != "" && word[len(word)-1] >= '0' && word[len(word)-1] <= '9'
}
