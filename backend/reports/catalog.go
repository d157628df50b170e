// Package reports turns what the rooms know into formal papers. A report builds a document.Document from records and the
// choices of a person; how it is drawn is package typeset's business.
package reports

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Report is the entry of one paper in the catalog: everything about it that differs from paper to paper. It stands in the file
// that builds the paper; screen, command line, batch, seal and renderers read it, and know no report by its code.
type Report struct {
	Code        string // "R1", as in the list of registers (domain.md §3.9)
	Use         Use    // the work it is printed for: where the screen lists it
	Name        string // for file names and the command line: "so-phan-cong"
	Title       string
	Description string
	Periods     []dates.PeriodKind // none: the paper shows how things stand today
	Looks       Looks              // at which time, see dayOf
	Symbol      string             // symbol of the paper's type, "BC"; empty: the paper takes no number
	Forms       []document.Form    // in which it may be printed
	Needs       Need               // what has to be chosen besides the period
	Takes       []Choice           // what may be chosen besides period and form
	Each        []BatchEach        // what the sheets of a batch may be about; none: it is not printed in batches
	Signature   Signature
	Conditions  []Condition               // what has to hold before it takes a number, besides everyPaper
	Repeatable  bool                      // may go out again while its matter is open, as a reminder does
	Outside     bool                      // goes to others about matters or people, so the guard is stricter with it
	Story       func(*periodFacts) *story // text written by the program that persons may change; nil: none
	// FixDefaults makes the choices the paper would make itself, so that the record stays about the same thing for ever, and takes
	// over number and day of a paper that has them; nil: there are none.
	FixDefaults func(tx *store.Tx, r *IssueRequest) error
	Build       func(tx *store.Tx, in Input, paper Paper) (document.Document, error)
}

// Use is the work of the office a paper is printed for.
type Use string

// The uses, see UseWords.
const (
	UsePeriod    Use = "bao_cao_ky"
	UseAssigning Use = "phan_cong"
	UseMeetings  Use = "du_hop"
	UseMatters   Use = "kien_nghi"
	UseSessions  Use = "phien_hop"
	UseRegisters Use = "so"
)

// UseWord is a use with its word on the screen.
type UseWord struct {
	Use  Use
	Word string
}

// UseWords names the uses in the order the screen shows them.
var UseWords = []UseWord{
	{UsePeriod, "Báo cáo kỳ"},
	{UseAssigning, "Phân công"},
	{UseMeetings, "Dự họp"},
	{UseMatters, "Kiến nghị"},
	{UseSessions, "Phiên họp"},
	{UseRegisters, "Sổ, hồ sơ"},
}

// place is where the use stands in UseWords; -1 for one that is not there.
func (u Use) place() int {
	return slices.IndexFunc(UseWords, func(each UseWord) bool { return each.Use == u })
}

// word is what the screen calls the use; "" for one that is not in the list.
func (u Use) word() string {
	if at := u.place(); at >= 0 {
		return UseWords[at].Word
	}
	return ""
}

// Signature says who signs a paper.
type Signature string

// The signatures.
const (
	Unsigned        Signature = "khong"     // a form to write in, a programme, a list
	SignedByIssuer  Signature = "co_quan"   // as the issuer's settings say
	SignedByLetter  Signature = "cong_van"  // header and signature are chosen together, see Signer
	SignedAsBook    Signature = "so_bieu"   // registers, tables: who drew it up, and the head of the office
	SignedByAdviser Signature = "van_phong" // by the committee's own office, in whose name it goes out to the committee
	SignedByParties Signature = "cac_ben"   // two or more sides, each with its own person
)

// signedInItsName tells that the issuer itself speaks in the paper, so that its rules say by what right it is signed.
func (r Report) signedInItsName() bool {
	return r.Signature == SignedByIssuer || r.Signature == SignedByLetter || r.Signature == SignedByAdviser
}

// In which forms a paper may be drawn up: sessions are those of the committee and what is said of its cells is the Party's; to
// assign officers and to receive citizens is for Party and state. What no form restricts is said by whoever issues it.
var (
	everyForm = []document.Form{document.FormParty, document.FormState, document.FormFront}
	noFront   = []document.Form{document.FormParty, document.FormState}
	partyOnly = []document.Form{document.FormParty}
)

var anyPeriod = []dates.PeriodKind{dates.Month, dates.Quarter, dates.Half, dates.NineMonths, dates.Year}

// oneMonth is for papers that are drawn up month by month.
var oneMonth = []dates.PeriodKind{dates.Month}

// Catalog lists every report in the order of the menu. A new report is one file with its entry, and one line here.
var Catalog = []Report{
	reportR1,
	reportR2,
	reportR2B,
	reportR2C,
	reportR2D,
	reportR2E,
	reportR3,
	reportR4,
	reportR4B,
	reportR5,
	reportP1,
	reportP2,
	reportR6,
	reportR7,
	reportR8,
	reportR9,
	reportR10,
	reportR10C,
	reportR10B,
	reportR11,
	reportR12,
	reportR12B,
	reportR12C,
	reportR13,
	reportR13B,
	reportR14,
	reportR16,
	reportR20,
	reportR21,
	reportTC,
	reportR25,
	reportR26,
	reportR26B,
	reportR27,
	reportR28,
	reportS1,
	reportPH1,
	reportPH2,
	reportPH3,
	reportPH4,
}

// summed are the periods a conference looks back on.
var summed = []dates.PeriodKind{dates.Half, dates.Year}

// Input is what a person chooses before printing.
type Input struct {
	Report     string        `json:"report"` // code or name
	Period     dates.Period  `json:"period"` // "2026-06", "2026-Q2", "2026-H1", "2026"
	UnitID     string        `json:"unitId"` // this unit and all below it; "" = the whole office
	OfficerID  string        `json:"officerId"`
	DecisionID string        `json:"decisionId"` // R2: one decision instead of all of the period
	MeetingID  string        `json:"meetingId"`  // P1: the meeting to prepare
	HandoverID string        `json:"handoverId"` // R25
	BodyID     string        `json:"bodyId"`     // papers on matters at one body
	LetterID   string        `json:"letterId"`   // R10: one letter instead of the newest
	MatterID   string        `json:"matterId"`   // R10B: one matter instead of all of the period
	Signer     Signer        `json:"signer"`     // letters of the office; "" = as the settings suggest
	Form       document.Form `json:"form"`       // "" = Party
	Number     int           `json:"number"`     // 0 = room to write it by hand
	Date       dates.Date    `json:"date"`       // of the paper; "" = today
	Draft      bool          `json:"draft"`
	DraftRound int           `json:"draftRound,omitempty"` // which draft it is, "Dự thảo lần 2"; 0 = not said

	IssuerID    string              `json:"issuerId"`    // in whose name; "" = the committee, or the authority in the state form
	SessionID   string              `json:"sessionId"`   // papers of a session
	GuestID     string              `json:"guestId"`     // PH2: one participant of the session instead of all
	SignAs      *document.Signatory `json:"signAs"`      // who signs instead of the person in the settings
	Recipients  []string            `json:"recipients"`  // "Nơi nhận" instead of the usual; empty = the usual
	Urgency     string              `json:"urgency"`     // "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"
	Circulation string              `json:"circulation"` // "TÀI LIỆU HỘI NGHỊ" and the like
	Typist      string              `json:"typist"`      // code of who typed it
	Copies      int                 `json:"copies"`      // how many are made; 0 = not printed

	Estimate  bool   `json:"estimate,omitempty"`  // goes out before its period is over, with figures that are not final
	Relation  string `json:"relation,omitempty"`  // what it says of RelatedID: papers.Replaces, papers.Supplements; "" = nothing
	RelatedID string `json:"relatedId,omitempty"` // an issued paper

	IssuedAs string `json:"issuedAs,omitempty"` // the issued paper whose wording counts, when its text is built anew; "" = the draft at hand
}

// Find gives a report by its code ("R6", "r6") or its name ("so-du-hop").
func Find(name string) (Report, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, report := range Catalog {
		if name == report.Name || name == strings.ToLower(report.Code) {
			return report, nil
		}
	}
	names := make([]string, len(Catalog))
	for i, report := range Catalog {
		names[i] = report.Name
	}
	return Report{}, fault.Invalid("report", "Không có báo cáo này. Hãy chọn một trong: "+strings.Join(names, ", ")+".")
}

// Make builds the document of a report. Errors are faults that say what to choose or to fill in first.
func Make(tx *store.Tx, in Input) (document.Document, error) {
	p, err := Prepare(tx, in)
	if err == nil {
		err = p.Stopped()
	}
	return p.Doc, err
}

// Prepare is Make that also tells what keeps the paper from being issued.
func Prepare(tx *store.Tx, in Input) (Prepared, error) { return PrepareNumbered(tx, in, "") }

// PrepareNumbered is Prepare for a number with a letter behind it: "12a".
func PrepareNumbered(tx *store.Tx, in Input, suffix string) (Prepared, error) {
	report, err := Find(in.Report)
	if err != nil {
		return Prepared{}, err
	}
	var f fault.Fields
	if report.AsOfToday() {
		in.Period = dates.PeriodOf(dates.Month, dates.Earlier(tx.Today, in.Date))
	} else if !in.Period.Valid() || !slices.Contains(report.Periods, in.Period.Kind()) {
		f.Add("period", "Hãy chọn kỳ báo cáo là "+report.periodWords()+".")
	}
	if in.Date != "" && !in.Date.Valid() {
		f.Add("date", "Ngày ban hành không có thật. Hãy ghi lại theo dạng ngày/tháng/năm.")
	}
	in.Signer.check(&f)
	if in.Number < 0 {
		f.Add("number", "Số văn bản phải từ 01 trở lên. Hãy ghi lại hoặc để trống.")
	}
	in.checkChoices(&f)
	report.checkForm(in.Form, &f)
	checkNeeds(report, in, &f)
	if err := f.Err(); err != nil {
		return Prepared{}, err
	}
	paper, err := NewPaper(tx, in, report)
	if err != nil {
		return Prepared{}, err
	}
	paper.number.Suffix, paper.Head.Number.Suffix = suffix, suffix
	doc, err := report.Build(tx.AsOf(paper.AsOf), in, paper)
	if err != nil {
		return Prepared{}, err
	}
	paper.worded(&doc)
	paper.remarkBases(doc)
	in.apply(paper, &doc)
	doc = paper.spelled(doc)
	if err := in.relate(tx, &doc); err != nil {
		return Prepared{}, err
	}
	in.estimate(&doc)
	found, err := report.judged(tx, in, paper, doc)
	return Prepared{doc, found, paper.words.said}, err
}

var kindWords = map[dates.PeriodKind]string{
	dates.Month:      "tháng",
	dates.Quarter:    "quý",
	dates.Half:       "6 tháng",
	dates.NineMonths: "9 tháng",
	dates.Year:       "năm",
}

// checkForm refuses a form the paper is not drawn up in.
func (r Report) checkForm(form document.Form, f *fault.Fields) {
	if form = cmp.Or(form, document.FormParty); slices.Contains(everyForm, form) && !slices.Contains(r.Forms, form) {
		f.Add("form", "Văn bản này không lập theo thể thức "+document.FormWords[form]+". Hãy chọn thể thức khác.")
	}
}

// periodWords lists the kinds of period a report takes: "tháng, quý hoặc năm".
func (r Report) periodWords() string {
	words := make([]string, len(r.Periods))
	for i, kind := range r.Periods {
		words[i] = kindWords[kind]
	}
	if last := len(words) - 1; last > 0 {
		return strings.Join(words[:last], ", ") + " hoặc " + words[last]
	}
	return strings.Join(words, "")
}

// AsOfToday tells that a report shows how things stand now, so that there is no period to choose.
func (r Report) AsOfToday() bool { return len(r.Periods) == 0 }

// Fitting gives the period a report takes that holds the first day of another one; the same where it takes that kind.
func (r Report) Fitting(p dates.Period) dates.Period {
	if len(r.Periods) == 0 || slices.Contains(r.Periods, p.Kind()) {
		return p
	}
	return dates.PeriodOf(r.Periods[0], p.Span().From)
}

// FileName is the name proposed for a report's file: "bao-cao-ky 2026-Q2.pdf", with the form where it is not the Party's.
func FileName(report Report, in Input) string {
	name := report.Name
	if when := document.JoinParts("", string(in.Period)); when != "" && !report.AsOfToday() {
		name += " " + when
	}
	if in.Form != "" && in.Form != document.FormParty {
		name += " " + string(in.Form)
	}
	return name + ".pdf"
}
