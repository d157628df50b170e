package oldfont

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var onsets = strings.Fields("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")

var rimes = func() map[string]bool {
	out := map[string]bool{}
	for _, rime := range strings.Fields(`a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
		e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
		o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
		ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
		u ua uân uât uâng uây uc ui um un ung up ut uê uêch uênh uên uơ uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uynh uyt uyu
		ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ynh yt ych`) {
		out[norm.NFC.String(rime)] = true
	}
	return out
}()

// tones are the marks of the five written tones.
const tones = "\u0300\u0301\u0303\u0309\u0323"

// mark is the tone of a word and the letter that bears it, counted from 0.
type mark struct {
	tone rune // 0 = none is written
	at   int
}

// syllable tells whether a word can be one syllable of Vietnamese as it is spelled.
func syllable(word string) bool {
	var m mark
	var bare []rune
	for _, r := range norm.NFC.String(strings.ToLower(word)) {
		var letter []rune
		for _, part := range norm.NFD.String(string(r)) {
			if !strings.ContainsRune(tones, part) {
				letter = append(letter, part)
				continue
			}
			if m.tone != 0 {
				return false
			}
			m = mark{part, len(bare)}
		}
		bare = append(bare, []rune(norm.NFC.String(string(letter)))...)
	}
	text := string(bare)
	if spelled("", text, m) {
		return true
	}
	for _, onset := range onsets {
		if rest, found := strings.CutPrefix(text, onset); found && spelled(onset, rest, mark{m.tone, m.at - len([]rune(onset))}) {
			return true
		}
	}
	return false
}

func spelled(onset, rime string, m mark) bool {
	if !rimes[rime] || m.tone != 0 && !bears(rime, m.at) {
		return false
	}
	stopped := strings.HasSuffix(rime, "c") || strings.HasSuffix(rime, "p") || strings.HasSuffix(rime, "t") || strings.HasSuffix(rime, "ch")
	if stopped && m.tone != '\u0301' && m.tone != '\u0323' {
		return false
	}
	front := strings.IndexAny(rime, "eêiy") == 0
	switch onset {
	case "k":
		return front
	case "gh", "ngh":
		return front && rime[0] != 'y'
	case "c", "ng":
		return !front
	case "g":
		return !front || rime[0] == 'i'
	}
	return true
}

// bears tells whether the tone of a rime may stand on its letter at. "oa", "oe" and "uy" have it on either.
func bears(rime string, at int) bool {
	letters := []rune(rime)
	vowels := 0
	marked := -1 // the last vowel with a hat, a horn or a bow
	for vowels < len(letters) && strings.ContainsRune("aăâeêioôơuưy", letters[vowels]) {
		if letters[vowels] >= 0x80 {
			marked = vowels
		}
		vowels++
	}
	switch {
	case at < 0 || at >= vowels:
		return false
	case marked >= 0:
		return at == marked
	case rime == "oa" || rime == "oe" || rime == "uy":
		return true
	case vowels < len(letters):
		return at == vowels-1
	}
	return at == (vowels-1)/2
}

// abbreviation tells whether a word is written in capitals only, like "UBND" and "HĐND".
func abbreviation(word string) bool {
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return len([]rune(word)) <= 8
}

// vietnamese are the letters beyond ASCII that Unicode Vietnamese writes.
var vietnamese = func() map[rune]bool {
	out := map[rune]bool{}
	for _, base := range "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
		out[base] = true
		for _, tone := range tones {
			for _, r := range norm.NFC.String(string(base) + string(tone)) {
				out[r] = true
			}
		}
	}
	out['đ'], out['Đ'] = true, true
	return out
}()

// inUnicode tells whether a word reads as Vietnamese as it stands.
func inUnicode(word string) bool {
	for _, r := range word {
		if r >= 0x80 && !vietnamese[r] {
			return false
		}
	}
	return syllable(word)
}
