package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Condition names something that has to hold before a paper takes a number. Each report's entry lists its own; those of everyPaper
// hold for every paper that takes one.
type Condition string

// The conditions, in the order they are listed.
const (
	SourceReady    Condition = "nguon"     // what the paper rests on is decided, held, concluded or recorded
	SomethingToSay Condition = "noi_dung"  // there is something to list or tell
	Addressed      Condition = "noi_nhan"  // it is known whom the paper goes to
	FiguresKnown   Condition = "so_lieu"   // every {figure} a person's words name is known
	PeriodOver     Condition = "het_ky"    // the period reported on has ended
	NotIssuedTwice Condition = "mot_lan"   // none of this kind went out for the same period and scope, or it says what it does to that one
	SignerNamed    Condition = "nguoi_ky"  // everybody who signs has a name
	RightToSign    Condition = "quyen_ky"  // who signs may sign so, and holds the post
	FormAllowed    Condition = "the_thuc"  // the body may issue such a paper, in this form and under this symbol
	NoResidentData Condition = "nguoi_dan" // no text of it looks like the data of a resident
	NumberInOrder  Condition = "thu_tu"    // its number is free, none is left out, and the days run with the numbers
	Remark         Condition = "luu_y"     // what the clerk should look at; every paper may have some, no entry lists it
)

// Weight is what comes of an obstacle when the paper is to be issued.
type Weight string

// The weights, the heaviest first.
const (
	Refuses Weight = "chan"  // it is not issued until this is mended
	Asks    Weight = "hoi"   // it is issued once a person has accepted this very sentence
	Remarks Weight = "luu_y" // it is said beside the page, and hinders nothing
)

// weights orders obstacles: what has to be mended comes first.
var weights = []Weight{Refuses, Asks, Remarks}

// everyPaper are the conditions of every paper that takes a number.
var everyPaper = []Condition{NotIssuedTwice, SignerNamed, RightToSign, FormAllowed, NoResidentData, NumberInOrder}

// AllConditions lists what has to hold before a paper of the report takes a number, in order; none for one that takes none.
func (r Report) AllConditions() []Condition {
	if r.Symbol == "" {
		return nil
	}
	all := slices.Clone(r.Conditions)
	if r.Signature != SignedByParties { // minutes go to those who sign them
		all = append(all, Addressed)
	}
	all = append(all, everyPaper...)
	return slices.DeleteFunc(slices.Clone(order), func(c Condition) bool { return !slices.Contains(all, c) })
}

// order is that of the conditions on the check page.
var order = []Condition{
	SourceReady, SomethingToSay, FiguresKnown, PeriodOver, NotIssuedTwice, Addressed, SignerNamed, RightToSign, FormAllowed,
	NoResidentData, NumberInOrder,
}

// metWords says of each condition that it holds, as the check before issuing lists it.
var metWords = map[Condition]string{
	SourceReady:    "Hồ sơ gốc đã đủ",
	SomethingToSay: "Có nội dung để in",
	Addressed:      "Đã rõ nơi nhận",
	FiguresKnown:   "Mọi số trong lời văn đều lấy được",
	PeriodOver:     "Kỳ báo cáo đã hết",
	NotIssuedTwice: "Chưa ban hành văn bản nào cùng loại, cùng kỳ, cùng phạm vi",
	SignerNamed:    "Đã có họ tên người ký",
	RightToSign:    "Người ký đúng quyền hạn",
	FormAllowed:    "Đúng thể thức, thẩm quyền ban hành",
	NoResidentData: "Không có thông tin của người dân",
	NumberInOrder:  "Số và ngày đúng thứ tự",
}

// Met lists in words the conditions of the report that hold when these are what was found missing.
func (r Report) Met(missing []Obstacle) (words []string) {
	for _, c := range r.AllConditions() {
		if !slices.ContainsFunc(missing, func(o Obstacle) bool { return o.Condition == c && o.Weight != Remarks }) {
			words = append(words, metWords[c])
		}
	}
	return words
}

// ofThePage are the conditions a paper has to keep even as a draft, in a batch or in a dossier: what fails them has a page that says
// nothing, says it wrongly or says what may not leave the office. The others concern only the act of issuing (ADR 36).
var ofThePage = []Condition{SomethingToSay, FiguresKnown, Addressed, NoResidentData}

// Obstacle is a condition that does not hold, or something else the clerk has to know before the paper is issued.
type Obstacle struct {
	Condition Condition `json:"condition"`
	Weight    Weight    `json:"weight"`
	Reason    string    `json:"reason"` // what is missing and what to do, in sentences
	To        string    `json:"to"`     // address inside the program where it can be mended; "" = nowhere
}

// Told says an obstacle to whoever prints without the check page.
func (o Obstacle) Told() string {
	return map[Weight]string{Refuses: "Chưa ban hành được: ", Asks: "Cần xem trước khi ban hành: ", Remarks: "Lưu ý: "}[o.Weight] +
		store.LowerFirst(o.Reason)
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

// Stopped refuses a paper that may not be shown at all: one that goes outside with what looks like the data of a resident.
func (p Prepared) Stopped() error {
	for _, o := range p.Obstacles {
		if o.Condition == NoResidentData && o.Weight == Refuses {
			return fault.Conflict(o.Reason)
		}
	}
	return nil
}

// judged evaluates the conditions of a report for a paper just built. A builder that notes what its entry does not declare is a
// defect: the entry is what the seal, the batch and the tests go by.
func (r Report) judged(tx *store.Tx, in Input, paper Paper, doc document.Document) ([]Obstacle, error) {
	found := slices.Clone(paper.missing.list)
	all := r.AllConditions()
	for _, o := range found {
		if o.Condition != Remark && !slices.Contains(all, o.Condition) {
			return nil, fmt.Errorf("report %s lacks %q, which its entry does not declare", r.Code, o.Condition)
		}
	}
	looked := all
	if r.Symbol == "" {
		looked = []Condition{NoResidentData} // what goes on paper at all
	}
	for _, c := range looked {
		if check := generalConditions[c]; check != nil {
			more, err := check(tx, examined{r, in, paper, doc})
			if err != nil {
				return nil, err
			}
			found = append(found, more...)
		}
	}
	return r.SortObstacles(found), nil
}

// SortObstacles puts what was found in order: the heaviest first, then as the check page lists the conditions.
func (r Report) SortObstacles(found []Obstacle) []Obstacle {
	slices.SortStableFunc(found, func(a, b Obstacle) int {
		return cmp.Or(
			cmp.Compare(slices.Index(weights, a.Weight), slices.Index(weights, b.Weight)),
			cmp.Compare(slices.Index(order, a.Condition), slices.Index(order, b.Condition)),
		)
	})
	return append([]Obstacle{}, found...)
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
		case o.Weight == Refuses && slices.Contains(ofThePage, o.Condition):
			page = append(page, o)
		default:
			act = append(act, o)
		}
	}
	return page, act
}
