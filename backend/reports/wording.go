package reports

import (
	"slices"
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// Passage is one place of a report's text as the editor shows it.
type Passage struct {
	Key      string         `json:"key"`
	Kind     string         `json:"kind"`     // phan, muc (headings), doan, gach
	Label    string         `json:"label"`    // of a heading: "I", "2"; "" = nothing is printed under it
	State    string         `json:"state"`    // tu_dong, sua, them, bo; trong = a place where the program has nothing to say
	Auto     string         `json:"auto"`     // what the program says there now
	AutoForm string         `json:"autoForm"` // the same with {names}
	Text     string         `json:"text"`     // a person's words, with {names}; of a paragraph left out its last ones
	Runs     []document.Run `json:"runs"`     // what prints there now, each figure a run of its own; of a paragraph left out what would
	Hint     string         `json:"hint"`     // what a person would write there
	Changed  bool           `json:"changed"`  // the program would now say something else than when a person changed the words
	AutoThen string         `json:"autoThen"` // what it said then
	Unknown  []string       `json:"unknown"`  // names in a person's words that no figure has any more
	Reason   string         `json:"reason"`   // why marked text was kept
	Seq      int            `json:"seq"`      // the newest change; 0 = none. To be given back when saving
	At       string         `json:"at"`       // of that change, RFC 3339
	UserName string         `json:"userName"`
}

// Narrative is a report's text, paragraph by paragraph.
type Narrative struct {
	Title    string        `json:"title"`
	Subject  string        `json:"subject"`
	Passages []Passage     `json:"passages"`
	Figures  []NamedFigure `json:"figures"`
	Earlier  bool          `json:"earlier"` // an issued paper of the same subject was worded by hand; its words can be taken over
	Symbol   string        `json:"symbol"`  // of that paper: "12-BC/HU"
}

// WordingInput changes one paragraph of a report's text.
type WordingInput struct {
	Paper  Input         `json:"paper"`
	Place  string        `json:"place"` // key of the paragraph; "" with kind them: a new one
	Kind   papers.Change `json:"kind"`  // sua, them, bo, tu_dong
	After  string        `json:"after"` // of a new paragraph: the key it follows
	Text   string        `json:"text"`  // figures stand as {name}
	Reason string        `json:"guardReason"`
	Seen   int           `json:"seen"` // Seq of the paragraph as the writer saw it
}

// WordingPast is one earlier wording of a paragraph.
type WordingPast struct {
	Wording papers.Wording `json:"wording"`
	Shown   string         `json:"shown"` // its text with the figures of now
}

// subjectOf is whose draft the choices of a paper speak of.
func subjectOf(in Input, code string) papers.Subject {
	form := in.Form
	if form == "" {
		form = document.FormParty
	}
	return papers.Subject{Report: code, Period: in.Period, UnitID: in.UnitID, Form: form, IssuerID: in.IssuerID}
}

// storyOf writes the text of a report and puts persons' words to their places.
func storyOf(tx *store.Tx, in Input) (*story, []placed, papers.Subject, error) {
	var none papers.Subject
	report, err := Find(in.Report)
	if err != nil {
		return nil, nil, none, err
	}
	if report.Story == nil {
		return nil, nil, none, fault.Invalid(
			"report",
			"Văn bản này không có lời văn để sửa. Hãy chọn Báo cáo công tác theo dõi, hỗ trợ cơ sở hoặc Báo cáo sơ kết, tổng kết.",
		)
	}
	if !in.Period.Valid() || !slices.Contains(report.Periods, in.Period.Kind()) {
		return nil, nil, none, fault.Invalid("period", "Hãy chọn kỳ báo cáo trước khi sửa lời văn.")
	}
	paper, err := NewPaper(tx, in, report)
	if err != nil {
		return nil, nil, none, err
	}
	facts, err := gatherFacts(tx.AsOf(paper.AsOf), in, paper)
	if err != nil {
		return nil, nil, none, err
	}
	s, subject := report.Story(facts).inOfficeWords(paper), subjectOf(in, report.Code)
	list, err := s.placed(tx, in)
	return s, list, subject, err
}

// placed puts persons' words to their places: those of the draft at hand, or of the paper that is built anew.
func (s *story) placed(tx *store.Tx, in Input) ([]placed, error) {
	draft, err := papers.OpenDraft(tx, subjectOf(in, s.code))
	if in.IssuedAs != "" {
		draft, err = papers.DraftIssuedAs(tx, in.IssuedAs)
	}
	if err != nil {
		return nil, err
	}
	wordings, err := papers.Wordings(tx, draft.ID)
	return s.worded(wordings), err
}

// printed sets the text for the pages. What persons wrote is seen by the guard once more.
func (s *story) printed(tx *store.Tx, in Input, paper Paper) ([]document.Block, error) {
	list, err := s.placed(tx, in)
	if err != nil {
		return nil, err
	}
	for _, p := range list {
		if k := p.wording.Kind; k == papers.Reworded || k == papers.Added {
			paper.noteFreeText("lời văn của báo cáo", p.wording.Text, p.wording.Reason)
		}
	}
	blocks, unknown := s.blocks(list)
	if len(unknown) > 0 {
		paper.lacks(
			FiguresKnown,
			wordingLink(s.code, s.lost(list), in),
			"lời văn dùng số liệu nay không còn: “"+strings.Join(unknown, "”, “")+"”. Hãy sửa các đoạn ấy trên trang.",
		)
	}
	return blocks, nil
}

// lost is the first place whose words name a figure nobody knows; "" when all are known.
func (s *story) lost(list []placed) string {
	for _, p := range list {
		if _, unknown := s.named.fill(p.words()); len(unknown) > 0 {
			return p.key
		}
	}
	return ""
}

// Narrative gives the text of a report, paragraph by paragraph, with the figures of now.
func (s *Service) Narrative(in Input) (Narrative, error) {
	return access.Read(s.gate, "reports.Narrative", func(tx *store.Tx) (Narrative, error) { return narrativeOf(tx, in) })
}

func narrativeOf(tx *store.Tx, in Input) (Narrative, error) {
	st, list, subject, err := storyOf(tx, in)
	if err != nil {
		return Narrative{}, err
	}
	report, err := Find(in.Report)
	if err != nil {
		return Narrative{}, err
	}
	out := Narrative{
		Title:    report.Title,
		Subject:  in.Period.Label() + st.facts.paper.inScope(),
		Passages: make([]Passage, len(list)),
		Figures:  st.named.list,
	}
	labels := numbered(list)
	for i, p := range list {
		out.Passages[i] = st.show(p, labels[p.key])
	}
	issued, err := papers.IssuedDraft(tx, subject)
	if err != nil || issued.ID == "" {
		return out, err
	}
	out.Earlier = true
	return out, tx.Table("issued_paper").Where("id = ?", issued.IssuedID).Select("symbol").Scan(&out.Symbol).Error
}

// show tells the editor everything about one place.
func (s *story) show(p placed, label string) Passage {
	w := p.wording
	runs, _ := s.named.fill(p.text)
	out := Passage{
		Key:      p.key,
		Kind:     string(p.kind),
		Label:    label,
		State:    string(papers.Automatic),
		Auto:     said(runs),
		AutoForm: p.text,
		Runs:     runs,
		Hint:     p.hint,
		Unknown:  []string{},
		Reason:   w.Reason,
		Seq:      w.Seq,
		At:       w.At,
		UserName: w.UserName,
	}
	if p.kind == passagePart || p.kind == passageSection {
		return out
	}
	if w.Seq == 0 || w.Kind == papers.Automatic {
		if p.text == "" {
			out.State, out.Runs = "trong", []document.Run{}
		}
		return out
	}
	out.State, out.Text = string(w.Kind), w.Text
	shown, unknown := s.named.fill(w.Text)
	out.Runs, out.Unknown = shown, append(out.Unknown, unknown...)
	if w.Kind == papers.Reworded {
		out.Changed, out.AutoThen = s.moved(w, p.text, out.Auto), w.AutoText
	}
	return out
}

// moved tells that the program would now say something else than when a person changed its words. Where only figures
// changed and the person's words show them all, the words went along and there is nothing to tell.
func (s *story) moved(w papers.Wording, form, text string) bool {
	if form != w.AutoForm {
		return true
	}
	if text == w.AutoText {
		return false
	}
	own := s.named.names(w.Text)
	for _, name := range s.named.names(form) {
		if !slices.Contains(own, name) {
			return true
		}
	}
	return false
}

// SaveWording keeps what a person made of one paragraph and gives back the whole text. Nothing written before is lost: it
// stays in the paragraph's history.
func (s *Service) SaveWording(in WordingInput) (Narrative, error) {
	return access.Write(s.gate, "reports.SaveWording", func(tx *store.Tx) (Narrative, error) {
		st, list, subject, err := storyOf(tx, in.Paper)
		if err != nil {
			return Narrative{}, err
		}
		row := papers.WordingInput{
			Place:  in.Place,
			Kind:   in.Kind,
			After:  in.After,
			Text:   papers.CleanParagraph(in.Text),
			Reason: in.Reason,
			Seen:   in.Seen,
		}
		if err := st.complete(tx, list, &row); err != nil {
			return Narrative{}, err
		}
		if _, err := papers.SaveWording(tx, subject, row); err != nil {
			return Narrative{}, err
		}
		tx.Audit("report/"+subject.Report, wordingWords[in.Kind]+" của lời văn báo cáo, "+in.Paper.Period.Label()+".")
		return narrativeOf(tx, in.Paper)
	})
}

var wordingWords = map[papers.Change]string{
	papers.Reworded:  "Sửa một đoạn",
	papers.Added:     "Thêm một đoạn",
	papers.LeftOut:   "Bỏ một đoạn",
	papers.Automatic: "Để máy viết lại một đoạn",
}

// complete checks a change against the text it is made in and adds what the program says at the place.
func (s *story) complete(tx *store.Tx, list []placed, row *papers.WordingInput) error {
	place := row.Place
	if place == "" {
		place = row.After
	}
	i := slices.IndexFunc(list, func(p placed) bool { return p.key == place })
	if i < 0 || row.Place != "" && (list[i].kind == passagePart || list[i].kind == passageSection) {
		return fault.Invalid("place", "Không có đoạn này trong văn bản. Hãy tải lại trang.")
	}
	if row.Kind == papers.LeftOut {
		row.Text = list[i].words()
	}
	if row.Place != "" {
		runs, _ := s.named.fill(list[i].text)
		row.AutoText, row.AutoForm = said(runs), list[i].text
	}
	if row.Kind != papers.Reworded && row.Kind != papers.Added {
		return nil
	}
	if err := papers.CheckText(row.Text); err != nil {
		return err
	}
	if err := s.named.check(row.Text); err != nil {
		return err
	}
	var f fault.Fields
	if err := guard.Field(tx, &f, "text", row.Text, row.Reason); err != nil {
		return err
	}
	return f.Err()
}

// WordingHistory lists every wording one paragraph ever had in the draft, newest first.
func (s *Service) WordingHistory(in Input, place string) ([]WordingPast, error) {
	return access.Read(s.gate, "reports.WordingHistory", func(tx *store.Tx) ([]WordingPast, error) {
		st, _, subject, err := storyOf(tx, in)
		if err != nil {
			return []WordingPast{}, err
		}
		draft, err := papers.OpenDraft(tx, subject)
		if err != nil {
			return []WordingPast{}, err
		}
		rows, err := papers.WordingHistory(tx, draft.ID, place)
		out := make([]WordingPast, len(rows))
		for i, row := range rows {
			runs, _ := st.named.fill(row.Text)
			out[i] = WordingPast{row, said(runs)}
		}
		return out, err
	})
}

// TakeWording takes over the words of the newest issued paper of the same subject into the draft at hand.
func (s *Service) TakeWording(in Input) (Narrative, error) {
	return access.Write(s.gate, "reports.TakeWording", func(tx *store.Tx) (Narrative, error) {
		_, _, subject, err := storyOf(tx, in)
		if err != nil {
			return Narrative{}, err
		}
		n, err := papers.CopyIssuedWording(tx, subject)
		if err != nil {
			return Narrative{}, err
		}
		tx.Audit("report/"+subject.Report, "Lấy lại lời văn đã ban hành, "+document.TwoDigits(n)+" đoạn, "+in.Period.Label()+".")
		return narrativeOf(tx, in)
	})
}
