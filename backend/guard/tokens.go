package guard

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word or a run of digits.
type token struct {
	start, end int    // bytes of the plain text
	raw        string // as written
	key, fold  string // see keyOf; digits as they are
	gap        string // what stands before it
	upper      bool   // begins with a capital
	number     bool
	sentence   int
}

func (t token) length() int { return utf8.RuneCountInString(t.raw) }

// isInitial tells whether a word is one or two letters that stand for a name.
func (t token) isInitial() bool { return t.upper && !t.number && t.length() <= 2 }

// sentenceOf is what is known of a sentence as a whole.
type sentenceOf struct {
	first, last int  // tokens [first, last)
	bare        bool // written without marks
	caps        bool // written in capitals
}

// words cuts a plain text into tokens and sentences.
func words(text string) (tokens []token, sentences []sentenceOf) {
	previous := 0
	current := sentenceOf{bare: true, caps: true}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		isNumber := r >= '0' && r <= '9'
		if !isNumber && !unicode.IsLetter(r) {
			i += n
			continue
		}
		end := i + n
		for end < len(text) {
			next, size := utf8.DecodeRuneInString(text[end:])
			digit := next >= '0' && next <= '9'
			inside := digit
			if !isNumber {
				inside = unicode.IsLetter(next) || unicode.Is(unicode.Mn, next) || next == '\'' && letterAt(text, end+size)
			}
			if !inside {
				break
			}
			end += size
		}
		t := token{start: i, end: end, raw: text[i:end], gap: text[previous:i], number: isNumber, upper: unicode.IsUpper(r)}
		t.key, t.fold = t.raw, t.raw
		if !isNumber {
			t.key, t.fold = keyOf(t.raw)
		}
		if len(tokens) > 0 && endsSentence(tokens[len(tokens)-1], t.gap) {
			current.last = len(tokens)
			sentences = append(sentences, current)
			current = sentenceOf{first: len(tokens), bare: true, caps: true}
		}
		t.sentence = len(sentences)
		if !isNumber {
			current.bare = current.bare && t.key == t.fold && isASCII(t.raw)
			current.caps = current.caps && strings.ToUpper(t.raw) == t.raw
		}
		tokens = append(tokens, t)
		previous, i = end, end
	}
	current.last = len(tokens)
	return joinComrade(tokens), append(sentences, current)
}

// endsSentence tells whether a sentence ends in a gap; the stop behind an initial does not.
func endsSentence(before token, gap string) bool {
	if strings.ContainsAny(gap, ";!?\n") {
		return true
	}
	at := strings.IndexByte(gap, '.')
	return at >= 0 && at+1 < len(gap) && !before.isInitial() && before.length() > 1
}

// joinComrade writes "đ/c" and "đ.c" as "đc", its second half an empty word: they are one title.
func joinComrade(tokens []token) []token {
	for i := 1; i < len(tokens); i++ {
		if (tokens[i-1].fold == "d") && tokens[i].fold == "c" && (tokens[i].gap == "/" || tokens[i].gap == ".") {
			tokens[i-1].key, tokens[i-1].fold = "đc", "dc"
			tokens[i].key, tokens[i].fold, tokens[i].gap, tokens[i].upper = "", "", " ", false
		}
	}
	return tokens
}

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
