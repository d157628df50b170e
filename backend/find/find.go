// Package find looks things up by what people type of their names: beginnings of words, without marks or with them, a number
// and the place it belongs to, initials. It knows names only; what they name is the business of who asks.
package find

import (
	"cmp"
	"slices"
	"strings"
)

// Entry is one thing that can be found.
type Entry struct {
	Kind string // whose kinds are counted apart, see Best
	ID   string
	Name string
	Lead int     // words before the proper name: 1 in "Ấp An Bình"; of a person those before the given name
	Also []Alias // other names of the same thing
	In   string  // ID of the entry it lies in, "" = none known
	Note string  // what is shown beside the name
	Path string  // where it opens
	Gone bool    // is no more
	Rank int     // among things that fit equally well the lower comes first
}

// Alias is another name of a thing: short, former, a code. Word says what it is ("mã", "tên trước") and is shown with the alias
// where that is what was found; without a word the alias already stands in the note.
type Alias struct{ Text, Word string }

// How well an entry fits; lower is better.
const (
	fitsWhole   = 0  // every word of the name or of its proper part
	fitsStart   = 2  // the beginning of the name or of its proper part
	fitsInside  = 4  // words that follow each other inside
	fitsOrdered = 6  // words in their order, others between
	fitsAnyhow  = 8  // words in any order
	fitsPlace   = 10 // the first words in the name, the others in the place it lies in or above, or the other way round
	fitsLoosely = 24 // the words anywhere in these names
	fitsLetters = 30 // first letters of the words
	noFit       = 99
)

// Hit is an entry found.
type Hit struct {
	Entry
	Fit   int   // how well it fits, lower is better
	Found Alias // what of it fits, where that is not its name
	whole int   // how many of the words typed are whole words
}

// ByLetters tells whether the hit rests on first letters.
func (h Hit) ByLetters() bool { return h.Fit >= fitsLetters }

// variant is a name as words of the dictionary.
type variant struct {
	words    []int32
	lead     int
	initials string
}

// Index holds entries ready to be looked through. It is not changed after New and may be used by many at once.
type Index struct {
	entries []Entry
	byID    map[string]int32
	names   [][]variant // of each entry: its name, then its aliases
	in      []int32     // the entry it lies in, -1 = none
	words   []word
	known   map[string]int32
}

// New prepares entries.
func New(entries []Entry) *Index {
	ix := &Index{entries: entries, names: make([][]variant, len(entries)), in: make([]int32, len(entries)), known: map[string]int32{},
		byID: make(map[string]int32, len(entries))}
	for i, e := range entries {
		ix.byID[e.ID] = int32(i) //nolint:gosec // an office has no two thousand million things
		ix.names[i] = append(make([]variant, 0, 1+len(e.Also)), ix.variant(e.Name, e.Lead))
		for _, a := range e.Also {
			ix.names[i] = append(ix.names[i], ix.variant(a.Text, 0))
		}
	}
	for i, e := range entries {
		if above, is := ix.byID[e.In]; is && e.In != "" {
			ix.in[i] = above
		} else {
			ix.in[i] = -1
		}
	}
	return ix
}

func (ix *Index) variant(text string, lead int) variant {
	v := variant{}
	var initials strings.Builder
	for _, w := range split(text) {
		id, is := ix.known[w.key]
		if !is {
			id = int32(len(ix.words)) //nolint:gosec // as above
			ix.known[w.key] = id
			ix.words = append(ix.words, w)
		}
		v.words = append(v.words, id)
		initials.WriteByte(w.fold[0])
	}
	v.initials, v.lead = initials.String(), min(lead, max(0, len(v.words)-1))
	return v
}

// maxHeight is how far above a thing its places are looked through.
const maxHeight = 4

// perKind is how many answers one kind of thing gives while others have some too.
const perKind = 6

// Best gives the entries that fit a text, in no order; see Mix. Initials count only when nothing else fits. keep chooses among
// the entries; nil keeps all.
func (ix *Index) Best(text string, keep func(Entry) bool) []Hit {
	q := ix.ask(text)
	if len(q.words) == 0 {
		return nil
	}
	hits := ix.all(q, keep, ix.fit)
	if len(hits) == 0 {
		hits = ix.all(q, keep, ix.fitLetters)
	}
	return hits
}

// Mix gives at most limit of all hits, the best first.
func Mix(limit int, lists ...[]Hit) []Hit {
	hits := slices.Concat(lists...)
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Fit, b.Fit), cmp.Compare(b.whole, a.whole), compareBool(a.Gone, b.Gone), cmp.Compare(a.Rank, b.Rank),
			cmp.Compare(len(a.Name), len(b.Name)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return mixed(hits, limit)
}

// mixed keeps the order but lets no kind fill the answer while there are others.
func mixed(hits []Hit, limit int) []Hit {
	if len(hits) <= limit {
		return hits
	}
	count, first, rest := map[string]int{}, []Hit{}, []Hit{}
	for _, h := range hits {
		if count[h.Kind]++; count[h.Kind] <= perKind {
			first = append(first, h)
		} else if len(rest) < limit {
			rest = append(rest, h)
		}
	}
	return append(first, rest...)[:limit]
}

func (ix *Index) all(q query, keep func(Entry) bool, fit func(query, int) Hit) (hits []Hit) {
	for i := range ix.entries {
		if h := fit(q, i); h.Fit < noFit && (keep == nil || keep(ix.entries[i])) {
			h.Entry = ix.entries[i]
			hits = append(hits, h)
		}
	}
	return hits
}

// fit tells how well an entry fits by its words.
func (ix *Index) fit(q query, i int) Hit {
	best := Hit{Fit: noFit}
	for n, v := range ix.names[i] {
		h := Hit{}
		if h.Fit, h.whole = q.inName(v); n > 0 && h.Fit < noFit {
			h.Fit++ // its real name counts for more
			h.Found = ix.entries[i].Also[n-1]
		}
		if h.Fit < best.Fit || h.Fit == best.Fit && h.whole > best.whole {
			best = h
		}
	}
	if best.Fit == noFit && len(q.words) > 1 {
		return ix.fitWithPlace(q, i)
	}
	return best
}

// fitWithPlace lets the words stand in the name and in a place it lies in; at least one in the name. "7 an b" is better served
// by group 7 of An Bình than by something with these letters here and there.
func (ix *Index) fitWithPlace(q query, i int) Hit {
	best, own := Hit{Fit: noFit}, ix.names[i][0]
	for at, level := ix.in[i], 0; at >= 0 && level < maxHeight; at, level = ix.in[at], level+1 {
		for k := 1; k < len(q.words); k++ {
			for turned, parts := range [2][2]query{{q.part(0, k), q.part(k, len(q.words))}, {q.part(k, len(q.words)), q.part(0, k)}} {
				name, whole := parts[0].inName(own)
				place, more := parts[1].inName(ix.names[at][0])
				if name == noFit || place == noFit {
					continue
				}
				h := Hit{Fit: fitsPlace + (name+place)/2 + turned + level, whole: whole + more}
				if h.Fit < best.Fit || h.Fit == best.Fit && h.whole > best.whole {
					best = h
				}
			}
		}
	}
	if best.Fit < fitsLoosely {
		return best
	}
	return ix.fitLoosely(q, i)
}

// fitLoosely takes each word wherever it stands.
func (ix *Index) fitLoosely(q query, i int) Hit {
	h, inName := Hit{Fit: fitsLoosely}, 0
	for n := range q.words {
		level, quality := ix.levelOf(q, n, i)
		switch {
		case level < 0:
			return Hit{Fit: noFit}
		case level == 0:
			inName++
		case level > 1:
			h.Fit = fitsLoosely + 1
		}
		if quality == wholeWord {
			h.whole++
		}
	}
	if inName == 0 {
		return Hit{Fit: noFit}
	}
	return h
}

// levelOf is how far above an entry a word typed is found: 0 in its own name, 1 in that of its place; -1 nowhere.
func (ix *Index) levelOf(q query, n, i int) (level int, quality byte) {
	for at := int32(i); at >= 0 && level <= maxHeight; at, level = ix.in[at], level+1 { //nolint:gosec // an index of entries
		for v, name := range ix.names[at] {
			if v > 0 && (level > 0 || ix.entries[at].Also[v-1].Word != "") {
				continue // not shown with the answer, so it would explain nothing
			}
			quality = max(quality, q.inWords(n, name.words))
		}
		if quality != noWord {
			return level, quality
		}
	}
	return -1, noWord
}

// fitLetters takes groups of letters for the first letters of words: "qdb" is Quí Đức B, "7 qdb" group 7 there.
func (ix *Index) fitLetters(q query, i int) Hit {
	own, inName := ix.names[i][0], 0
	for n, w := range q.words {
		switch {
		case q.inWords(n, own.words) != noWord, w.isInitialsOf(own):
			inName++
		case ix.in[i] >= 0 && (q.inWords(n, ix.names[ix.in[i]][0].words) != noWord || w.isInitialsOf(ix.names[ix.in[i]][0])):
		default:
			return Hit{Fit: noFit}
		}
	}
	if inName == 0 {
		return Hit{Fit: noFit}
	}
	return Hit{Fit: fitsLetters + len(q.words) - inName, whole: inName}
}

// Places names what an entry lies in, the nearest first.
func (ix *Index) Places(e Entry) (names []string) {
	at, is := ix.byID[e.In]
	for is && at >= 0 && len(names) < maxHeight {
		names = append(names, ix.entries[at].Name)
		at = ix.in[at]
	}
	return names
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
