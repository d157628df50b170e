package store

import (
	"crypto/rand"
	"encoding/hex"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// NewID makes a key that sorts by time (UUID version 7), so that rows stay in the order they were written.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// Clean brings typed or imported text to the one form that is stored: NFC, no control characters but line ends, no
// space at the ends. Invalid UTF-8 becomes U+FFFD, so that nothing is dropped unseen.
func Clean(text string) string {
	text = strings.ToValidUTF8(text, string(utf8.RuneError))
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\u00a0' || r == '\r':
			return ' '
		case unicode.IsControl(r) || r == '\ufeff' || r == '\u200b':
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(norm.NFC.String(text))
}

// CleanLine is Clean for a field of one line: every run of white space becomes a single space.
func CleanLine(text string) string { return strings.Join(strings.Fields(Clean(text)), " ") }

// UpperFirst writes the first letter of a phrase large, at the head of a cell or a sentence.
func UpperFirst(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return text
	}
	return string(unicode.ToUpper(r)) + text[n:]
}

// LowerFirst writes a word of our own vocabulary as inside a sentence: the first letter small, abbreviations as they are.
func LowerFirst(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[n:])
	if abbreviated := len(text) > n && second != ' ' && second == unicode.ToUpper(second); n == 0 || abbreviated {
		return text
	}
	return string(unicode.ToLower(first)) + text[n:]
}

// Fold is the form in which text is searched: lower case, without marks and apostrophes, đ as d, every dash a hyphen.
// SQLite's own lower() knows ASCII only and its tokenisers do not fold đ, so the folded text is a column of its own.
// A change here needs a migration that brings the stored columns along.
func Fold(text string) string {
	decomposed := norm.NFD.String(strings.ToLower(Clean(text)))
	var b strings.Builder
	b.Grow(len(decomposed))
	for _, r := range decomposed {
		switch {
		case r == 'đ' || strings.ContainsRune(otherD, r):
			b.WriteByte('d')
		case unicode.Is(unicode.Mn, r) || strings.ContainsRune(apostrophes, r):
		case strings.ContainsRune(dashes, r):
			b.WriteByte('-')
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Like makes a folded "contains" pattern for LIKE … ESCAPE '\', in which % and _ of the searched text are plain letters.
func Like(text string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(Fold(text)) + "%"
}

// MatchWords writes words as an expression of a search index: all of them, the last one as a beginning; "" when there are none.
// Whatever a person types ends up inside quotation marks, letters and digits only.
func MatchWords(text string) string {
	words := strings.FieldsFunc(
		text,
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) },
	)
	words = words[:min(len(words), 12)]
	for i, w := range words {
		words[i] = `"` + w + `"`
		if i == len(words)-1 && len([]rune(w)) > 1 {
			words[i] += "*"
		}
	}
	return strings.Join(words, " ")
}

var (
	collatorLock sync.Mutex // a collator keeps state between calls
	collator     = collate.New(language.Vietnamese)
	collateBuf   collate.Buffer
)

// SortKey orders text as a Vietnamese dictionary does; compare keys byte by byte. It is stored in a column of its own
// because a collation inside the database would make the file unreadable for other tools.
func SortKey(text string) string {
	collatorLock.Lock()
	defer collatorLock.Unlock()
	defer collateBuf.Reset()
	return hex.EncodeToString(collator.KeyFromString(&collateBuf, CleanLine(text)))
}

// NameSortKey orders people's names the Vietnamese way: by given name (the last word), then by the words before it.
func NameSortKey(name string) string {
	name = CleanLine(name)
	given, rest := name, ""
	if i := strings.LastIndexByte(name, ' '); i >= 0 {
		given, rest = name[i+1:], name[:i]
	}
	return SortKey(given) + " " + SortKey(rest)
}

// Secret makes an unguessable token of 128 bits, as text.
func Secret() string { return rand.Text() }
