package reports

import (
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/papers"
)

// passageKind is what a passage is in the text.
type passageKind string

const (
	passagePart    passageKind = "phan" // heading I, II, III
	passageSection passageKind = "muc"  // heading 1, 2, 3
	passageText    passageKind = "doan"
	passageDash    passageKind = "gach" // one item of a list with dashes
)

// passage is one place of a report's text. Every place of a report is always there and in its order, also one at which the
// program has nothing to say now: so a wording given to it keeps its place whatever the figures become.
type passage struct {
	key  string // "I.2.du-hop"
	kind passageKind
	text string // words of a heading; or the program's own, with {names} for figures; "" = nothing to say now
	hint string // what a person would write there, where the program has no words of its own
}

// story is the text of a report: its passages and the figures they may show.
type story struct {
	code     string // of the report
	passages []passage
	named    figureList
	facts    *periodFacts
}

func (s *story) part(key, text string) {
	s.passages = append(s.passages, passage{key: key, kind: passagePart, text: text})
}
func (s *story) section(key, text string) {
	s.passages = append(s.passages, passage{key: key, kind: passageSection, text: text})
}
func (s *story) say(key, text string) {
	s.passages = append(s.passages, passage{key: key, kind: passageText, text: text})
}
func (s *story) item(key, text string) {
	s.passages = append(s.passages, passage{key: key, kind: passageDash, text: text})
}
func (s *story) ask(key, hint string) {
	s.passages = append(s.passages, passage{key: key, kind: passageText, hint: hint})
}

// placed is a passage with what a person made of it.
type placed struct {
	passage
	wording papers.Wording // the newest one; Seq 0: nobody touched it
}

// words is what stands at the place now, "" when nothing is printed there.
func (p placed) words() string {
	switch p.wording.Kind {
	case papers.Reworded, papers.Added:
		return p.wording.Text
	case papers.LeftOut:
		return ""
	}
	return p.text
}

// worded puts wordings to their places. A paragraph a person added follows the place it was added after; where that is
// gone, it closes the section it belonged to, or the text: nothing a person wrote is ever dropped.
func (s *story) worded(wordings []papers.Wording) []placed {
	list := make([]placed, len(s.passages))
	for i, p := range s.passages {
		list[i] = placed{passage: p}
	}
	for _, w := range wordings {
		i := slices.IndexFunc(list, func(p placed) bool { return p.key == w.Place })
		if i >= 0 {
			list[i].wording = w
			continue
		}
		after := w.After
		if after == "" {
			after = w.Place // a place of an older version of the program
		}
		at := slices.IndexFunc(list, func(p placed) bool { return p.key == after })
		if at < 0 {
			at = lastOf(list, after)
		}
		added := placed{passage: passage{key: w.Place, kind: passageText}, wording: w}
		if list[at].kind == passageDash {
			added.kind = passageDash
		}
		list = slices.Insert(list, at+1, added)
	}
	return list
}

// lastOf is the last place of the section a key belongs to, or the last of all.
func lastOf(list []placed, key string) int {
	for cut := strings.LastIndex(key, "."); cut > 0; cut = strings.LastIndex(key[:cut], ".") {
		for i := len(list) - 1; i >= 0; i-- {
			if list[i].key == key[:cut] || strings.HasPrefix(list[i].key, key[:cut]+".") {
				return i
			}
		}
	}
	return len(list) - 1
}

// numbered gives the headings under which something is printed their numbers, in order; the others get none.
func numbered(list []placed) map[string]string {
	labels := map[string]string{}
	part, section := 0, 0
	openPart, openSection := "", ""
	for _, p := range list {
		switch p.kind {
		case passagePart:
			openPart, openSection = p.key, ""
		case passageSection:
			openSection = p.key
		default:
			if p.words() == "" {
				continue
			}
			if openPart != "" && labels[openPart] == "" {
				part, section = part+1, 0
				labels[openPart] = romanNumber(part)
			}
			if openSection != "" && labels[openSection] == "" {
				section++
				labels[openSection] = strconv.Itoa(section)
			}
		}
	}
	return labels
}

func romanNumber(n int) string {
	return []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"}[n]
}

// blocks sets the text as it prints. It tells which figures of persons' texts nobody knows any more.
func (s *story) blocks(list []placed) (blocks []document.Block, unknown []string) {
	labels := numbered(list)
	for _, p := range list {
		switch p.kind {
		case passagePart, passageSection:
			if label := labels[p.key]; label != "" {
				level := 1
				if p.kind == passageSection {
					level = 2
				}
				blocks = append(blocks, document.Head(level, label, p.text))
			}
			continue
		}
		text := p.words()
		if text == "" {
			continue
		}
		if p.kind == passageText {
			runs, missing := s.named.fill(text)
			unknown = append(unknown, missing...)
			blocks = append(blocks, document.Block{Paragraph: &document.Paragraph{Runs: runs, Key: p.key}})
			continue
		}
		if len(blocks) == 0 || blocks[len(blocks)-1].List == nil {
			blocks = append(blocks, document.Block{List: &document.List{Mark: "-"}})
		}
		items := blocks[len(blocks)-1].List
		for _, line := range strings.Split(text, "\n") {
			runs, missing := s.named.fill(strings.TrimLeft(line, "-–+• "))
			unknown = append(unknown, missing...)
			items.Items = append(items.Items, document.ListItem{Runs: runs, Key: p.key})
		}
	}
	return blocks, unknown
}
