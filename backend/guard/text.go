package guard

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plainText is a text as the rules read it: one form for each letter and digit, nothing invisible, with the way back to
// the places of the text that was typed.
type plainText struct {
	typed    string // in NFC, as the page counts
	text     string
	segments []segment
	segment  []int32 // for each byte of text
}

// segment is a stretch of the typed text that became one stretch of the plain one.
type segment struct{ start, end, unitStart, unitEnd int }

// lookAlikes are letters of other alphabets that look like Latin ones.
var lookAlikes = pairs("аaеeоoрpсcхxуyіiѕsјjԁdһhкkмmтtвbнhгrАAВBЕEЗ3КKМMНHОOРPСCТTХXУYІIЅSοoαaιiνvρpΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXƠƠ")

func pairs(text string) map[rune]rune {
	out := map[rune]rune{}
	list := []rune(text)
	for i := 0; i+1 < len(list); i += 2 {
		out[list[i]] = list[i+1]
	}
	return out
}

// normalise makes the plain text of a typed one, in one pass.
func normalise(typed string) plainText {
	p := plainText{typed: norm.NFC.String(strings.ToValidUTF8(typed, "�"))}
	var b strings.Builder
	b.Grow(len(p.typed))
	p.segment = make([]int32, 0, len(p.typed))
	units := 0
	for i := 0; i < len(p.typed); {
		r, n := utf8.DecodeRuneInString(p.typed[i:])
		at := segment{start: i, unitStart: units}
		i += n
		units += unitsOf(r)
		var plain string
		switch {
		case r < utf8.RuneSelf && !marksFollow(p.typed[i:]):
			if r < ' ' && r != '\n' {
				r = ' '
			}
			plain = string(r)
		case isVietnamese(r) && !marksFollow(p.typed[i:]):
			plain = string(r)
		case isInvisible(r):
			continue
		default:
			whole := []rune{r}
			for i < len(p.typed) { // the marks that belong to the letter, even with something invisible between
				m, size := utf8.DecodeRuneInString(p.typed[i:])
				if !unicode.Is(unicode.Mn, m) || len(whole) > 4 {
					break
				}
				if !isInvisible(m) {
					whole = append(whole, m)
				}
				i += size
				units += unitsOf(m)
			}
			plain = plainForm(whole)
		}
		at.end, at.unitEnd = i, units
		p.segments = append(p.segments, at)
		for range len(plain) {
			p.segment = append(p.segment, int32(len(p.segments)-1))
		}
		b.WriteString(plain)
	}
	p.text = b.String()
	return p
}

// plainForm is the compatibility form of a letter with its marks, in Latin letters and the digits 0 to 9.
func plainForm(whole []rune) string {
	if latin, known := lookAlikes[whole[0]]; known {
		whole[0] = latin
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9' || r < utf8.RuneSelf:
			return r
		case unicode.Is(unicode.Pd, r) || r == '−':
			return '-'
		case unicode.IsSpace(r):
			return ' '
		case strings.ContainsRune("'’‘‛ʼʻ′`´", r):
			return '\''
		case unicode.IsDigit(r):
			return '0' + digitOf(r)
		}
		if latin, known := lookAlikes[r]; known {
			return latin
		}
		return r
	}, norm.NFKC.String(string(whole)))
}

// digitOf is the value of a decimal digit of any script: they stand in tens, the zero first.
func digitOf(r rune) rune {
	zero := r
	for i := 0; i < 9 && unicode.IsDigit(zero-1); i++ {
		zero--
	}
	return (r - zero) % 10
}

func marksFollow(rest string) bool {
	if rest == "" || rest[0] < 0xCC {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.Is(unicode.Mn, r)
}

func isVietnamese(r rune) bool {
	return r >= 0x1EA0 && r <= 0x1EF9 || r >= 0xC0 && r <= 0x1B0 && unicode.IsLetter(r)
}

func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || r == '\u034f' || r == '\u115f' || r == '\u3164' || r >= '\ufe00' && r <= '\ufe0f'
}

func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// letter is what a letter becomes when words are compared.
type letter struct {
	key  rune // lower case without its tone
	tone byte // 0 = level
	fold rune // lower case without any mark
}

var letters = func() map[rune]letter {
	out := map[rune]letter{}
	tones := map[rune]byte{'\u0300': '1', '\u0301': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5'}
	add := func(r rune) {
		if !unicode.IsLetter(r) {
			return
		}
		l := letter{}
		var kept []rune
		for _, part := range norm.NFD.String(string(unicode.ToLower(r))) {
			if tone, is := tones[part]; is {
				l.tone = tone
				continue
			}
			if l.fold == 0 {
				l.fold = part
			}
			kept = append(kept, part)
		}
		l.key = []rune(norm.NFC.String(string(kept)))[0]
		if l.fold == 'đ' {
			l.fold = 'd'
		}
		out[r] = l
	}
	for r := rune(0xC0); r <= 0x1B0; r++ {
		add(r)
	}
	for r := rune(0x1EA0); r <= 0x1EF9; r++ {
		add(r)
	}
	return out
}()

// keyOf writes a word so that both places of a tone and capitals are one: the tone stands at the end. fold is without marks.
func keyOf(word string) (key, fold string) {
	var k, f strings.Builder
	tone := byte(0)
	for _, r := range word {
		l, known := letters[r]
		switch {
		case r == '\'':
			continue
		case !known:
			r = unicode.ToLower(r)
			l = letter{r, 0, r}
		}
		if l.tone != 0 {
			tone = l.tone
		}
		k.WriteRune(l.key)
		f.WriteRune(l.fold)
	}
	if tone != 0 {
		k.WriteByte(tone)
	}
	return k.String(), f.String()
}
