package reports

import (
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// The places of lists that any paper may have.
const (
	placeBases      = "can-cu"
	placeRecipients = "noi-nhan"
)

// storyPlace begins the place of a passage of a report with a story.
const storyPlace = "doan."

// Sentence is one place of a paper whose words the office may choose: a fixed sentence, the căn cứ or nơi nhận, a passage of a report.
type Sentence struct {
	Place     string              `json:"place"`
	InsteadOf string              `json:"insteadOf"` // of a passage with branches: the program's words as they stand now
	Auto      string              `json:"auto"`      // the program's words, figures as {names}; of a list one item a line
	Text      string              `json:"text"`      // the office's own on the day of the paper; "" = the program's are used
	Shown     string              `json:"shown"`     // what prints now
	List      bool                `json:"list"`      // one item a line
	Names     []NamedFigure       `json:"names"`     // what may stand between braces
	Versions  []papers.OfficeText `json:"versions"`  // oldest first
	Seen      int                 `json:"seen"`      // Seq of the newest version
}

// officeWords are the office's own words for one paper, and what the paper said while it was built.
type officeWords struct {
	report   string
	form     document.Form
	versions []papers.OfficeText
	said     []Sentence
}

// openOfficeWords reads the office's words for a report in a form.
func openOfficeWords(tx *store.Tx, report string, form document.Form) (*officeWords, error) {
	versions, err := papers.OfficeTexts(tx, report, form)
	return &officeWords{report: report, form: form, versions: versions}, err
}

// word makes a value a sentence may show.
func word(name, text string) NamedFigure { return NamedFigure{Name: name, Text: text} }

// named makes the list of the values a sentence may show: its own, and those every paper has.
func (p Paper) named(values []NamedFigure) figureList {
	var l figureList
	for _, v := range values {
		l.add(v.Name, v.Text, v.Link)
	}
	l.group = "Văn bản"
	l.add("cơ quan ban hành", p.issuerName(), "")
	l.add("tên cấp ủy", p.Office.Name, "")
	if p.Scope != "" {
		l.add("địa bàn báo cáo", document.InSentence(p.Scope), "")
	}
	return l
}

// choose gives the words of a place, the office's own or the program's, with their figures, and notes that the paper says them.
func (p Paper) choose(place, insteadOf, auto string, list bool, l figureList) []document.Run {
	if p.words == nil { // a page of an example
		runs, _ := l.fill(auto)
		return runs
	}
	own := papers.OfficeTextOn(p.words.versions, place, insteadOf, p.Head.Date)
	text := auto
	if own.Text != "" {
		if runs, unknown := l.fill(own.Text); len(unknown) == 0 {
			text = own.Text
			p.noteFreeText("câu chữ của cơ quan", said(runs), own.Reason)
		} else {
			p.remark(
				"",
				"Câu của cơ quan dùng tên số liệu nay không còn: “"+strings.Join(unknown, "”, “")+"”; đã in câu gốc của chương trình.",
			)
		}
	}
	runs, _ := l.fill(text)
	s := Sentence{
		Versions:  []papers.OfficeText{},
		Place:     place,
		InsteadOf: insteadOf,
		Auto:      auto,
		Text:      own.Text,
		Shown:     said(runs),
		List:      list,
		Names:     l.list,
	}
	for _, v := range p.words.versions {
		if v.Place == place && v.InsteadOf == insteadOf {
			s.Versions, s.Seen = append(s.Versions, v), v.Seq
		}
	}
	if !slices.ContainsFunc(p.words.said, func(before Sentence) bool { return before.Place == place && before.InsteadOf == insteadOf }) {
		p.words.said = append(p.words.said, s) // a sheet of many says it once for each
	}
	return runs
}

// sentence is a fixed sentence of a paper, with its figures as {names}. It begins with a capital letter whatever comes first.
func (p Paper) sentence(place, auto string, values ...NamedFigure) document.Block {
	runs := p.choose(place, "", auto, false, p.named(values))
	for i := range runs {
		runs[i].Figure = "" // no passage of a story: nothing on the page leads to it
	}
	if len(runs) > 0 {
		runs[0].Text = store.UpperFirst(runs[0].Text)
	}
	return document.Rich(runs...)
}

// say is a sentence for a place that takes no runs: an item of a list, a cell.
func (p Paper) say(place, auto string, values ...NamedFigure) string {
	return store.UpperFirst(said(p.choose(place, "", auto, false, p.named(values))))
}

// lines lets the office word a list: căn cứ, nơi nhận.
func (p Paper) lines(place string, auto []string) []string {
	if len(auto) == 0 {
		return auto
	}
	text := said(p.choose(place, "", braced(strings.Join(auto, "\n")), true, p.named(nil)))
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimRight(strings.TrimLeft(strings.TrimSpace(line), "-–+• "), " ;,."); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// braced keeps braces of a name typed by a person from being read as a figure.
func braced(text string) string { return strings.NewReplacer("{", "(", "}", ")").Replace(text) }

// worded puts the office's own words to the lists of a finished paper.
func (p Paper) worded(doc *document.Document) {
	doc.Bases = p.lines(placeBases, doc.Bases)
	if doc.Signing != nil {
		doc.Signing.Recipients = p.lines(placeRecipients, doc.Signing.Recipients)
	}
}

// remarkBases names the căn cứ that do not say in full which paper they mean: the program knows no number and day of most of them.
func (p Paper) remarkBases(doc document.Document) {
	for _, basis := range document.BasesOf(doc) {
		if missing := document.BasisLacks(basis); len(missing) > 0 {
			p.remark("", "“"+basis+"” chưa ghi đủ "+strings.Join(missing, "; ")+
				" của văn bản. Hãy ghi đủ ở nút Câu chữ, hoặc ở nơi đã ghi căn cứ này.")
		}
	}
}

// inOfficeWords puts the office's own words to the passages of a story: to each branch those that stand for it.
func (s *story) inOfficeWords(p Paper) *story {
	for i := range s.passages {
		each := &s.passages[i]
		if each.text == "" || each.kind == passagePart || each.kind == passageSection {
			continue
		}
		place, form := storyPlace+each.key, each.text
		p.choose(place, form, form, false, s.named)
		own := papers.OfficeTextOn(p.words.versions, place, form, p.Head.Date)
		if _, unknown := s.named.fill(own.Text); own.Text != "" && len(unknown) == 0 {
			each.text = own.Text
		}
	}
	return s
}

// officeDay is the day from which a version counts when none is given.
func officeDay(tx *store.Tx, day dates.Date) dates.Date {
	if day == dates.None {
		return tx.Today
	}
	return day
}
