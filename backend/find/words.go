package find

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/store"
)

// word is one word in the three forms in which it is compared.
type word struct {
	key    string // with all marks, see store.NameKey
	barred string // without the marks of vowels, đ kept
	fold   string // without any mark
	number bool
}

func newWord(key string) word {
	barred := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, key)
	return word{key: key, barred: barred, fold: strings.ReplaceAll(barred, "đ", "d"),
		number: strings.IndexFunc(barred, func(r rune) bool { return r < '0' || r > '9' }) < 0}
}

// split takes a text apart into words; everything but letters, digits and marks stands between them.
func split(text string) (words []word) {
	for _, key := range strings.FieldsFunc(store.NameKey(text), func(r rune) bool { return !inWord(r) }) {
		if w := newWord(key); w.fold != "" {
			words = append(words, w)
		}
	}
	return words
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// How a word that was typed fits a word of a name.
const (
	noWord    byte = iota
	beginning      // it begins the word
	wholeWord
)

// begins compares by what was typed: marks narrow, letters without marks stand for all of them. So "đông" is not the
// beginning of "đồng", "dong" is; "đong" leaves the vowel open.
func (w word) begins(name word) byte {
	mine, theirs := w.fold, name.fold
	switch {
	case w.key != w.barred:
		mine, theirs = w.key, name.key
	case w.barred != w.fold:
		mine, theirs = w.barred, name.barred
	}
	switch {
	case mine == theirs:
		return wholeWord
	case strings.HasPrefix(theirs, mine):
		return beginning
	}
	return noWord
}

// isInitialsOf tells whether at least two letters are the first letters of the words of a name or of its proper part.
func (w word) isInitialsOf(v variant) bool {
	return len(w.fold) > 1 && !w.number && w.key == w.barred &&
		(strings.HasPrefix(v.initials, w.fold) || strings.HasPrefix(v.initials[v.lead:], w.fold))
}

// query is what was typed, compared with every word of the index once.
type query struct {
	words []word
	fits  [][]byte // of each word typed, by word of the index
}

// most is the number of words looked for; no name has more.
const most = 12

func (ix *Index) ask(text string) query {
	q := query{words: split(text)}
	q.words = q.words[:min(most, len(q.words))]
	q.fits = make([][]byte, len(q.words))
	for n := range q.words {
		q.fits[n] = make([]byte, len(ix.words))
		for id, each := range ix.words {
			q.fits[n][id] = fitShown(q.words, n, each)
		}
	}
	return q
}

// part is some of the words typed.
func (q query) part(from, to int) query { return query{q.words[from:to], q.fits[from:to]} }

func (q query) inWords(n int, words []int32) (best byte) {
	for _, id := range words {
		best = max(best, q.fits[n][id])
	}
	return best
}

// inName tells how well all words typed fit a name alone, and how many of them are whole.
func (q query) inName(v variant) (fit, whole int) {
	if len(q.words) > len(v.words) {
		return noFit, 0
	}
	fit = noFit
	for start := 0; start+len(q.words) <= len(v.words); start++ {
		fits, w := q.inRow(v.words[start:])
		if !fits {
			continue
		}
		f := fitsInside
		if start == 0 || start == v.lead {
			f = fitsStart
			if w == len(q.words) && start+len(q.words) == len(v.words) {
				f = fitsWhole
			}
		}
		if f < fit || f == fit && w > whole {
			fit, whole = f, w
		}
	}
	if fit < noFit {
		return fit, whole
	}
	if w, fits := q.scattered(v.words, true); fits {
		return fitsOrdered, w
	}
	if w, fits := q.scattered(v.words, false); fits {
		return fitsAnyhow, w
	}
	return noFit, 0
}

// inRow tells whether the words typed fit the first words one by one.
func (q query) inRow(words []int32) (fits bool, whole int) {
	for n := range q.words {
		switch q.fits[n][words[n]] {
		case noWord:
			return false, 0
		case wholeWord:
			whole++
		}
	}
	return true, whole
}

// scattered looks for a word of its own for each word typed.
func (q query) scattered(words []int32, ordered bool) (whole int, fits bool) {
	var used uint64
	from := 0
	for n := range q.words {
		at := -1
		for i := from; i < min(len(words), 64); i++ {
			if quality := q.fits[n][words[i]]; used&(1<<i) == 0 && quality != noWord && (at < 0 || quality > q.fits[n][words[at]]) {
				at = i
				if ordered {
					break
				}
			}
		}
		if at < 0 {
			return 0, false
		}
		used |= 1 << at
		if q.fits[n][words[at]] == wholeWord {
			whole++
		}
		if ordered {
			from = at + 1
		}
	}
	return whole, true
}

// Mark is a stretch of a text in units of UTF-16, as a page counts them.
type Mark struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Marks says which letters of the texts shown were typed. explained is false when some word typed stands in none of them, so
// that nobody could tell why this is an answer.
func Marks(typed string, letters bool, shown ...string) (marks [][]Mark, explained bool) {
	words := split(typed)
	words = words[:min(most, len(words))]
	places := make([][]placedWord, len(shown))
	best := make([]byte, len(words)) // where a word stands whole, only that is marked
	for i, text := range shown {
		places[i] = placesOfWords(text)
		for _, p := range places[i] {
			for n := range words {
				best[n] = max(best[n], fitShown(words, n, p.word))
			}
		}
	}
	seen := make([]bool, len(words))
	marks = make([][]Mark, len(shown))
	for i := range shown {
		marks[i] = []Mark{}
		for at, p := range places[i] {
			length := 0
			for n, w := range words {
				if best[n] == noWord || fitShown(words, n, p.word) != best[n] {
					continue
				}
				seen[n] = true
				if w.number && p.word.number {
					length = max(length, p.letters()) // zeros before a number are not typed
				} else {
					length = max(length, min(len([]rune(w.fold)), p.letters()))
				}
			}
			if length > 0 {
				marks[i] = append(marks[i], p.mark(length))
			} else if letters {
				if n := initialAt(words, places[i], at); n >= 0 {
					seen[n] = true
					marks[i] = append(marks[i], p.mark(1))
				}
			}
		}
	}
	for _, s := range seen {
		if !s {
			return marks, false
		}
	}
	return marks, true
}

// fitShown is how the n-th word typed fits a word shown; a number that is followed by something has all its digits.
func fitShown(words []word, n int, of word) byte {
	fit := words[n].begins(of)
	if fit == beginning && words[n].number && n < len(words)-1 {
		return noWord
	}
	return fit
}

// initialAt is the word typed whose letters begin words around the one at a place; -1 = none.
func initialAt(words []word, places []placedWord, at int) int {
	for n, w := range words {
		for start := max(0, at-len(w.fold)+1); start <= at && len(w.fold) > 1 && !w.number; start++ {
			if start+len(w.fold) > len(places) {
				break
			}
			same := true
			for i := range len(w.fold) {
				same = same && places[start+i].word.fold[0] == w.fold[i]
			}
			if same {
				return n
			}
		}
	}
	return -1
}

type placedWord struct {
	word  word
	runes []rune
	from  int // UTF-16
}

func (p placedWord) letters() int { return len(p.runes) }

func (p placedWord) mark(letters int) Mark {
	return Mark{p.from, p.from + len(utf16.Encode(p.runes[:letters]))}
}

// placesOfWords is split with where each word stands.
func placesOfWords(text string) (out []placedWord) {
	from, at := 0, 0
	var runes []rune
	end := func() {
		if len(runes) > 0 {
			if list := split(string(runes)); len(list) == 1 {
				out = append(out, placedWord{list[0], runes, from})
			}
		}
		runes = nil
	}
	for _, r := range norm.NFC.String(text) {
		if inWord(r) || store.IsApostrophe(r) {
			if len(runes) == 0 {
				from = at
			}
			runes = append(runes, r)
		} else {
			end()
		}
		at += utf16.RuneLen(r)
	}
	end()
	return out
}

// After cuts a phrase off the beginning of a text and gives the rest; false when the text does not begin with all of its words.
func After(text, phrase string) (rest string, is bool) {
	wanted := split(phrase)
	fields := strings.Fields(text)
	for i, field := range fields {
		for _, w := range split(field) {
			if len(wanted) == 0 || w.begins(wanted[0]) != wholeWord {
				return "", false
			}
			wanted = wanted[1:]
		}
		if len(wanted) == 0 {
			return strings.Join(fields[i+1:], " "), true
		}
	}
	return "", false
}
