package guard

import (
	"strings"

	"caunoi/backend/dates"
)

// scan reads one text once. Every rule looks at a bounded number of words around a word, so the work grows with the text;
// steps counts it.
type scan struct {
	plainText
	tokens    []token
	sentences []sentenceOf
	facts     []sentenceFacts
	year      int // up to which somebody may be born
	taken     []bool
	found     []candidate
	steps     int

	contexts     []context
	contextKnown []bool
}

// candidate is a stretch of tokens [first, last] that will be a finding unless one of its excuses is known to the office.
type candidate struct {
	kind        string
	first, last int
	names       []string // folded names under which an officer or a place may be known
	given       string   // folded given name under which an officer may be known
}

func newScan(text string, on dates.Date) *scan {
	s := &scan{plainText: normalise(text), year: on.Year()}
	s.tokens, s.sentences = words(s.text)
	s.taken = make([]bool, len(s.tokens))
	s.contexts, s.contextKnown = make([]context, len(s.tokens)), make([]bool, len(s.tokens))
	s.facts = make([]sentenceFacts, len(s.sentences))
	return s
}

// run applies the rules, the surest first: what one has marked no other marks again.
func (s *scan) run() []candidate {
	for _, rule := range []func(){
		s.markAccounts, s.markNumbers, s.markPlates, s.markBirths, s.markParcels, s.markAddresses, s.markPrivate, s.markNames,
	} {
		rule()
	}
	return s.found
}

func (s *scan) mark(c candidate) {
	for i := c.first; i <= c.last; i++ {
		if s.taken[i] {
			return
		}
	}
	for i := c.first; i <= c.last; i++ {
		s.taken[i] = true
	}
	s.found = append(s.found, c)
}

func (s *scan) bare(i int) bool { return s.sentences[s.tokens[i].sentence].bare }
func (s *scan) caps(i int) bool {
	of := s.sentences[s.tokens[i].sentence]
	return of.caps && of.last-of.first > 2
}

// sameSentence tells whether token j exists and stands in the sentence of token i.
func (s *scan) sameSentence(i, j int) bool {
	return j >= 0 && j < len(s.tokens) && s.tokens[j].sentence == s.tokens[i].sentence
}

// follows tells whether token j stands right behind the one before it, with nothing but blanks between, in its sentence.
func (s *scan) follows(j int) bool {
	return j > 0 && s.sameSentence(j-1, j) && strings.Trim(s.tokens[j].gap, " ") == ""
}

func (s *scan) key(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].key
}

// finding writes a candidate as the page reads it.
func (s *scan) finding(c candidate) Finding {
	start := s.tokens[c.first].start
	for c.kind == Phone && start > 0 && strings.IndexByte("+(", s.text[start-1]) >= 0 {
		start--
	}
	from := s.segments[s.segment[start]]
	to := s.segments[s.segment[s.tokens[c.last].end-1]]
	return Finding{
		Kind:     c.kind,
		Start:    from.unitStart,
		End:      to.unitEnd,
		Text:     s.typed[from.start:to.end],
		Sentence: sentences[c.kind],
	}
}
