package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// Condition names something that has to hold before a paper takes a number. Each report's entry lists its own.
type Condition string

// The conditions.
const (
	SourceReady    Condition = "nguon"    // what the paper rests on is decided, held, concluded or recorded
	SomethingToSay Condition = "noi_dung" // there is something to list or tell
	Addressed      Condition = "noi_nhan" // it is known whom the paper goes to
	FiguresKnown   Condition = "so_lieu"  // every {figure} a person's words name is known
	PeriodOver     Condition = "het_ky"   // the period reported on has ended
	SignerNamed    Condition = "nguoi_ky" // everybody who signs has a name
	Remark         Condition = "luu_y"    // what the clerk should look at; every paper may have some, no entry lists it
)

// Weight is what comes of an obstacle when the paper is to be issued.
type Weight string

// The weights, the heaviest first.
const (
	Refuses Weight = "chan"  // it is not issued until this is mended
	Remarks Weight = "luu_y" // it is said beside the page, and hinders nothing
)

// weights orders obstacles: what has to be mended comes first.
var weights = []Weight{Refuses, Remarks}

// metWords says of each condition that it holds, as the check before issuing lists it.
var metWords = map[Condition]string{
	SourceReady:    "Hồ sơ gốc đã đủ",
	SomethingToSay: "Có nội dung để in",
	Addressed:      "Đã rõ nơi nhận",
	FiguresKnown:   "Mọi số trong lời văn đều lấy được",
	PeriodOver:     "Kỳ báo cáo đã hết",
	SignerNamed:    "Đã có họ tên người ký",
}

// met lists in words the conditions of the report that hold when these are what was found missing.
func (r Report) met(missing []Obstacle) (words []string) {
	for _, c := range r.Conditions {
		if !slices.ContainsFunc(missing, func(o Obstacle) bool { return o.Condition == c && o.Weight != Remarks }) {
			words = append(words, metWords[c])
		}
	}
	return words
}

// ofTheAct are the conditions that concern only the act of issuing: a paper that fails no others may be printed as a draft, in a
// batch or in a dossier. What fails the others has a page that says nothing or says it wrongly.
var ofTheAct = []Condition{SourceReady, PeriodOver, SignerNamed}

// Obstacle is a condition that does not hold, or something else the clerk has to know before the paper is issued.
type Obstacle struct {
	Condition Condition `json:"condition"`
	Weight    Weight    `json:"weight"`
	Reason    string    `json:"reason"` // what is missing and what to do, in sentences
	To        string    `json:"to"`     // address inside the program where it can be mended; "" = nowhere
}

// obstacles gathers what the builder of a paper finds missing while it reads. It says so here and never on the page.
type obstacles struct{ list []Obstacle }

// lacks notes that a condition of the paper does not hold.
func (p Paper) lacks(c Condition, to, reason string) {
	if p.missing != nil {
		p.missing.list = append(p.missing.list, Obstacle{c, Refuses, store.UpperFirst(reason), to})
	}
}

// remark tells the clerk what to look at before the paper goes out, with where it can be mended ("" = nowhere). It stands on the
// check page only, never on the paper, and hinders nothing. The same sentence is said once.
func (p Paper) remark(to, sentence string) {
	if p.missing == nil {
		return
	}
	o := Obstacle{Remark, Remarks, store.UpperFirst(sentence), to}
	if !slices.Contains(p.missing.list, o) {
		p.missing.list = append(p.missing.list, o)
	}
}

// unwritten leaves room on a page that has nothing to say yet. Why stands beside it, see lacks.
func unwritten(doc document.Document) document.Document {
	doc.Blocks = []document.Block{writing(5)}
	return doc
}

// Prepared is a paper as it stands now, with everything that keeps it from being issued.
type Prepared struct {
	Doc       document.Document
	Obstacles []Obstacle // the heaviest first, then in the order of the entry's conditions; never nil
	sentences []Sentence // whose words the office may choose
}

// judged evaluates the conditions of a report for a paper just built. A builder that notes what its entry does not declare is a
// defect: the entry is what the seal, the batch and the tests go by.
func (r Report) judged(tx *store.Tx, in Input, paper Paper, doc document.Document) ([]Obstacle, error) {
	found := slices.Clone(paper.missing.list)
	for _, o := range found {
		if o.Condition != Remark && !slices.Contains(r.Conditions, o.Condition) {
			return nil, fmt.Errorf("report %s lacks %q, which its entry does not declare", r.Code, o.Condition)
		}
	}
	for _, c := range r.Conditions {
		if check := generalConditions[c]; check != nil {
			found = append(found, check(tx, r, in, paper, doc)...)
		}
	}
	slices.SortStableFunc(found, func(a, b Obstacle) int {
		return cmp.Or(
			cmp.Compare(slices.Index(weights, a.Weight), slices.Index(weights, b.Weight)),
			cmp.Compare(slices.Index(r.Conditions, a.Condition), slices.Index(r.Conditions, b.Condition)),
		)
	})
	return append([]Obstacle{}, found...), nil
}

// generalConditions are those that can be told from the choices and the finished document; the others the builder finds.
var generalConditions = map[Condition]func(tx *store.Tx, r Report, in Input, paper Paper, doc document.Document) []Obstacle{
	PeriodOver:  unlessOver,
	SignerNamed: unlessNamed,
}

// unlessOver refuses a report on a period that goes on. Its last day counts as over: a month's report is signed and dated on the
// last day of the month, and to wait for the next would date it out of its period. The day of the paper counts like today: a
// report dated the 15th cannot know how the month ended.
func unlessOver(tx *store.Tx, r Report, in Input, paper Paper, _ document.Document) []Obstacle {
	last := in.Period.Span().Last()
	switch {
	case tx.Today < last:
		ended := dates.PeriodOf(in.Period.Kind(), tx.Today)
		if ended.Span().Last() > tx.Today {
			ended = ended.Previous()
		}
		return []Obstacle{{PeriodOver, Refuses, store.UpperFirst(in.Period.Label()) + " chưa hết: ngày cuối kỳ là " + last.Show() +
			". Hãy ban hành từ ngày đó, hoặc chọn kỳ đã hết.", reportScreen + r.Name + "?ky=" + string(ended)}}
	case paper.Head.Date < last:
		return []Obstacle{{PeriodOver, Refuses, "Ngày ban hành " + paper.Head.Date.Show() + " ở trước ngày cuối kỳ, " + last.Show() +
			". Hãy ghi ngày ban hành từ ngày đó.", ""}}
	}
	return nil
}

// unlessNamed asks for the name of everybody who signs: a sealed paper keeps no room to write one.
func unlessNamed(_ *store.Tx, r Report, in Input, paper Paper, doc document.Document) []Obstacle {
	signers := doc.Signing.Signatories()
	if doc.Signing != nil && doc.Signing.OfOffice() == nil {
		signers = append(signers, nil)
	}
	var out []Obstacle
	for _, s := range signers {
		if s != nil && strings.TrimSpace(s.Name) != "" {
			continue
		}
		right, mend := cmp.Or(s.InOneLine(doc.Profile), "người ký"), "Hãy ghi họ tên khi ban hành, hoặc ghi sẵn ở "
		to := officeScreen
		switch {
		case r.Needs == NeedSession && r.Signature == SignedByParties:
			mend, to = "Hãy ghi chủ trì, thư ký của phiên họp", sessionLink(in.SessionID)
		case s != nil && s.Position == headOfOffice && paper.Issuer.Kind != papers.Front:
			mend, to = mend+"chức vụ của người đó trong mục Cán bộ", officersScreen
		case paper.Issuer.BuiltIn && paper.Issuer.Kind != papers.Front:
			mend += "mục Hệ thống → Cơ quan"
		default:
			mend, to = mend+"mục Cơ quan ban hành", issuersScreen
		}
		out = append(out, Obstacle{SignerNamed, Refuses, "Chưa có họ tên người ký: " + right + ". " + mend + ".", to})
	}
	return out
}

// Reasons joins the sentences of obstacles.
func Reasons(found []Obstacle) string {
	said := make([]string, len(found))
	for i, o := range found {
		said[i] = o.Reason
	}
	return strings.Join(said, " ")
}

// Weighing gives the obstacles of a weight.
func Weighing(found []Obstacle, w Weight) (out []Obstacle) {
	for _, o := range found {
		if o.Weight == w {
			out = append(out, o)
		}
	}
	return out
}

// SplitObstacles parts the obstacles for which a paper is not printed at all in a batch or a dossier from those that concern
// only its issuing. Remarks are neither.
func SplitObstacles(found []Obstacle) (page, act []Obstacle) {
	for _, o := range found {
		switch {
		case o.Weight == Remarks:
		case slices.Contains(ofTheAct, o.Condition):
			act = append(act, o)
		default:
			page = append(page, o)
		}
	}
	return page, act
}
