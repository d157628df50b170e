package guard

import "strings"

// phrases are words or runs of words, found by their first word. A phrase that begins with "~" needs its marks: without
// them it is another word, so it is not looked for in a sentence written without marks.
type phrases struct{ marked, bare map[string][][]string }

func phrasesOf(lists ...string) phrases {
	p := phrases{map[string][][]string{}, map[string][][]string{}}
	for _, list := range lists {
		for _, phrase := range strings.Split(list, ",") {
			phrase = strings.TrimSpace(phrase)
			onlyMarked := strings.HasPrefix(phrase, "~")
			var keys, folds []string
			for _, word := range strings.Fields(strings.TrimPrefix(phrase, "~")) {
				key, fold := keyOf(word)
				keys, folds = append(keys, key), append(folds, fold)
			}
			if len(keys) == 0 {
				continue
			}
			p.marked[keys[0]] = append(p.marked[keys[0]], keys)
			if !onlyMarked {
				p.bare[folds[0]] = append(p.bare[folds[0]], folds)
			}
		}
	}
	return p
}

// has tells whether a word alone is one of the phrases.
func (p phrases) has(t token, bare bool) bool {
	list := p.marked[t.key]
	if bare {
		list = p.bare[t.fold]
	}
	for _, words := range list {
		if len(words) == 1 {
			return true
		}
	}
	return false
}

// at is how many tokens the longest phrase that begins at token i takes; 0 = none.
func (s *scan) at(p phrases, i int) int {
	if i < 0 || i >= len(s.tokens) {
		return 0
	}
	s.steps++
	bare := s.sentences[s.tokens[i].sentence].bare
	list := p.marked[s.tokens[i].key]
	if bare {
		list = p.bare[s.tokens[i].fold]
	}
	longest := 0
	for _, words := range list {
		if len(words) <= longest || i+len(words) > len(s.tokens) {
			continue
		}
		same := true
		for j := 1; j < len(words) && same; j++ {
			s.steps++
			t := s.tokens[i+j]
			word := t.key
			if bare {
				word = t.fold
			}
			same = word == words[j] && strings.Trim(t.gap, " -") == ""
		}
		if same {
			longest = len(words)
		}
	}
	return longest
}

// endsAt tells whether one of the phrases ends right before token i, seen at most five words back.
func (s *scan) endsAt(p phrases, i int) bool {
	for back := 1; back <= 5 && i-back >= 0; back++ {
		if s.at(p, i-back) == back {
			return true
		}
	}
	return false
}

// nearBefore tells whether one of the phrases begins in the few tokens before i, in the same sentence.
func (s *scan) nearBefore(p phrases, i, tokens int) bool {
	for back := 1; back <= tokens && i-back >= 0 && s.tokens[i-back].sentence == s.tokens[i].sentence; back++ {
		if s.at(p, i-back) > 0 {
			return true
		}
	}
	return false
}
