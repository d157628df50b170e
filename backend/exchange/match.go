package exchange

import (
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// What pasted words may mean.
const (
	OfUnit    = "unit"
	OfOfficer = "officer"
)

// MatchQuery asks whom or which place pasted words mean on a day ("" = today): one question for a whole paste.
type MatchQuery struct {
	Words []Words    `json:"words"`
	Day   dates.Date `json:"day"`
}

// Words is one cell as it was pasted.
type Words struct {
	Of     string   `json:"of"` // "unit" or "officer"
	Text   string   `json:"text"`
	Beside string   `json:"beside"` // what its row says besides: the place above, the post; "" = nothing
	Tree   string   `json:"tree"`   // units: "" = both
	Types  []string `json:"types"`  // units: empty = all
	KindID string   `json:"kindId"` // units: whoever holds the place in this kind is named; "" = not asked
	// Day on which the name is borne where a row speaks of a day of its own; "" = that of the question.
	Day dates.Date `json:"day"`
}

// Match is what the words mean. Sure: exactly one bears that name, and it is Found[0]. Otherwise nothing is guessed: Found
// are the ones it may be, best first, and a person chooses.
type Match struct {
	Sure  bool    `json:"sure"`
	Found []Found `json:"found"`
	Tag   string  `json:"tag"`  // "3 nơi", "chưa có": for the cell itself; "" when sure
	Said  string  `json:"said"` // a sentence; "" when sure
}

// Found is one record words may mean.
type Found struct {
	ID     string `json:"id"`
	Label  string `json:"label"`
	Note   string `json:"note"`   // tells namesakes apart: the post, the type and code of the place
	Reason string `json:"reason"` // how the words fit: "đúng tên", "khác dấu"
}

const (
	mostWords = 5000
	mostFound = 9
)

// How words fit, best first. Only the first two may be taken without asking, and only when one alone fits so.
const (
	fitExact     = "đúng tên"
	fitBare      = "đúng tên, bỏ dấu"
	fitMarks     = "khác dấu"
	fitNumber    = "chỉ có số"
	fitElsewhere = "nơi khác"
	fitOther     = "chức vụ khác"
	fitShort     = "viết tắt"
	fitNear      = "gần giống"
)

// MatchWords is the one way from pasted words to records: by label, name, name without its type, short name or code, with the
// places above or the post written behind, in any spelling of names and without marks.
func MatchWords(tx *store.Tx, q MatchQuery) ([]Match, error) {
	if len(q.Words) > mostWords {
		return nil, fault.Invalid("words", fmt.Sprintf("Khối dán có hơn %d ô cần đối chiếu; hãy dán từng phần.", mostWords))
	}
	if q.Day == dates.None {
		q.Day = tx.Today
	}
	type index struct {
		of  string
		day dates.Date
	}
	read := map[index]*nameIndex{}
	out := make([]Match, len(q.Words))
	for i, w := range q.Words {
		if w.Of != OfUnit && w.Of != OfOfficer {
			return nil, fault.Invalid("of", "Chỉ đối chiếu được tên cán bộ và tên đơn vị.")
		}
		at := index{w.Of, w.Day}
		if at.day == dates.None {
			at.day = q.Day
		}
		x := read[at]
		if x == nil {
			var err error
			if x, err = readNames(tx, at.of, at.day); err != nil {
				return nil, err
			}
			read[at] = x
		}
		out[i] = x.match(w)
	}
	return out, nameHolders(tx, q, out)
}

// named is one record words may mean, with all its names.
type named struct {
	id, label, note string
	tree, kind      string
	above           *named
	names           []spelled
	beside          []string // folded: posts held, and where
}

// spelled is one name as it is compared. bare: without the word for its type, so that more may be meant by it.
type spelled struct {
	key, fold string
	bare      bool
}

// nameIndex finds records by the folded beginning of what was pasted.
type nameIndex struct {
	of     string
	all    []*named
	byFold map[string][]*named
}

// fit is a record with how the words fit it.
type fit struct {
	*named
	reason string
	bare   bool
}

func (x *nameIndex) match(w Words) Match {
	text := w.Text
	if x.of == OfOfficer {
		text, _ = bareName(store.CleanLine(text))
	}
	key := wordKey(text)
	if key == "" {
		return Match{Found: []Found{}}
	}
	beside := store.Fold(wordKey(w.Beside))
	allowed := func(n *named) bool {
		return (w.Tree == "" || n.tree == w.Tree) && (len(w.Types) == 0 || slices.Contains(w.Types, n.kind))
	}
	fits, elsewhere := x.fitting(key, beside, allowed)
	if len(fits) == 0 {
		if long := expanded(key); long != key {
			fits, _ = x.fitting(long, beside, allowed)
			for i := range fits {
				fits[i].reason = fitShort
			}
		}
	}
	if len(fits) == 0 {
		fits = elsewhere
	}
	if len(fits) == 0 {
		fits = x.near(store.Fold(key), allowed)
	}
	return x.answer(w, key, fits)
}

// fitting finds what bears the longest beginning of the words as its name and fits the rest and what stands beside;
// elsewhere bears the name, but not that.
func (x *nameIndex) fitting(key, beside string, allowed func(*named) bool) (fits, elsewhere []fit) {
	keys, fold := strings.Fields(key), strings.Fields(store.Fold(key))
	for head := len(fold); head > 0 && len(fits) == 0; head-- {
		typed, folded, rest := strings.Join(keys[:head], " "), strings.Join(fold[:head], " "), strings.Join(fold[head:], " ")
		for _, n := range x.byFold[folded] {
			if !allowed(n) {
				continue
			}
			f := fit{n, fitMarks, true}
			for _, s := range n.names {
				if s.fold != folded || (f.reason == fitExact && s.bare) {
					continue
				}
				switch {
				case s.key == typed:
					f.reason = fitExact
				case typed == folded && f.reason != fitExact:
					f.reason = fitBare
				}
				f.bare = f.bare && s.bare
			}
			if f.bare && onlyDigits(folded) {
				f.reason = fitNumber
			}
			if n.fitsRest(rest) && n.fitsRest(beside) {
				fits = append(fits, f)
			} else if elsewhere == nil || elsewhere[0].bare == f.bare {
				f.reason = map[bool]string{true: fitOther, false: fitElsewhere}[x.of == OfOfficer]
				elsewhere = append(elsewhere, f)
			}
		}
	}
	return fits, elsewhere
}

// fitsRest tells whether words behind a name say where the place lies (some of the names above it, nearest first) or what the
// officer is.
func (n *named) fitsRest(rest string) bool {
	if rest == "" {
		return true
	}
	for _, b := range n.beside {
		if strings.Contains(" "+b+" ", " "+rest+" ") {
			return true
		}
	}
	for up := n.above; up != nil; up = up.above {
		for _, s := range up.names {
			if tail, ok := strings.CutPrefix(rest+" ", s.fold+" "); ok && up.fitsRest(strings.TrimSpace(tail)) {
				return true
			}
		}
	}
	return false
}

// near finds what the words may be short for, or misspelled: never taken by itself.
func (x *nameIndex) near(folded string, allowed func(*named) bool) []fit {
	var short, slips []fit
	words := strings.Fields(strings.ReplaceAll(folded, ".", ". "))
	for _, n := range x.all {
		if !allowed(n) {
			continue
		}
		for _, s := range n.names {
			if !s.bare && shortFor(words, strings.Fields(s.fold)) {
				short = append(short, fit{n, fitShort, false})
				break
			}
			if len(folded) >= 6 && store.OneLetterApart(folded, s.fold) {
				slips = append(slips, fit{n, fitNear, false})
				break
			}
		}
	}
	return append(short, slips...)
}

// shortFor tells whether each word stands for one of the name, in order: the same word, or the beginning of one with a dot;
// the last words must be the same.
func shortFor(words, name []string) bool {
	if len(words) < 2 || len(words) > len(name) || words[len(words)-1] != name[len(name)-1] {
		return false
	}
	at := len(name) - 1
	for i := len(words) - 2; i >= 0; i-- {
		for at--; at >= 0; at-- {
			lead, dotted := strings.CutSuffix(words[i], ".")
			if name[at] == words[i] || (dotted && lead != "" && strings.HasPrefix(name[at], lead)) {
				break
			}
		}
		if at < 0 {
			return false
		}
	}
	return true
}

// answer takes the only one whose very name was pasted, else offers the best.
func (x *nameIndex) answer(w Words, key string, fits []fit) Match {
	whole := slices.ContainsFunc(fits, func(f fit) bool { return !f.bare && (f.reason == fitExact || f.reason == fitBare) })
	ranks := []string{fitExact, fitBare, fitShort, fitMarks, fitNumber, fitOther, fitElsewhere, fitNear}
	if whole {
		fits = slices.DeleteFunc(fits, func(f fit) bool { return f.bare })
	}
	slices.SortStableFunc(fits, func(a, b fit) int { return slices.Index(ranks, a.reason) - slices.Index(ranks, b.reason) })
	certain := 0
	for _, f := range fits {
		if f.reason == fitExact || (f.reason == fitBare && key == store.Fold(key)) {
			certain++
		}
	}
	m := Match{Sure: certain == 1, Found: []Found{}}
	if m.Sure {
		fits = fits[:1]
	}
	for _, f := range fits[:min(len(fits), mostFound)] {
		m.Found = append(m.Found, Found{f.id, f.label, f.note, f.reason})
	}
	if !m.Sure {
		m.Tag, m.Said = x.words(w, certain, fits)
	}
	return m
}

// words says what is the matter with pasted words.
func (x *nameIndex) words(w Words, certain int, fits []fit) (tag, said string) {
	text, counted, none := store.CleanLine(w.Text), "nơi", "Không có nơi nào tên “%s” vào ngày này; hãy sửa tên hoặc thêm đơn vị trước."
	if x.of == OfOfficer {
		counted, none = "người", "Chưa có cán bộ “%s” trong sổ; hãy sửa tên hoặc thêm cán bộ trước."
	}
	switch {
	case len(fits) == 0:
		all, _ := x.fitting(wordKey(w.Text), "", func(*named) bool { return true })
		if len(all) > 0 {
			return "không hợp", fmt.Sprintf("“%s” là %s, không hợp với cột này; hãy chọn nơi khác.", text, units.Word(all[0].kind))
		}
		return "chưa có", fmt.Sprintf(none, text)
	case certain > 1:
		return fmt.Sprintf("%d %s", len(fits), counted), fmt.Sprintf("Có %d %s tên “%s”; hãy chọn một.", len(fits), counted, text)
	}
	tag = fitNear
	if len(fits) > 1 {
		tag = fmt.Sprintf("%d %s", len(fits), fitNear)
	}
	return tag,
		fmt.Sprintf("“%s” không đúng hẳn tên nào; gần nhất là “%s” (%s). Hãy chọn hoặc sửa lại.", text, fits[0].label, fits[0].reason)
}
