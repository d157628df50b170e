package reports

// Dossier is a dossier ready to be set: everything is read, nothing drawn.
type Dossier struct {
	title   string
	issuer  string
	cover   cover
	copies  []dossierCopy // at least one
	parts   []part
	duplex  bool
	partial bool // cover and contents only
	notices []string
}

// dossierCopy names whose copy it is; the neutral copy has no owner.
type dossierCopy struct{ owner, number string }

// part is one line of the contents with the paper behind it, if any.
type part struct {
	kind   partKind
	label  string // "1.2"
	title  string
	symbol string
	notice string    // stands in the contents where there are no pages: "tài liệu gửi riêng"
	doc    *Document // nil: no pages in the dossier
}

type partKind int

const (
	partFront partKind = iota // programme, list of participants
	partItem                  // a point of the agenda: a heading in the contents, without pages
	partPaper
)

const (
	mostDossierPages = 8000 // more would fill the memory of the machines it runs on
	conferencePaper  = "TÀI LIỆU HỘI NGHỊ"
)

// cover is what stands on the first page of a dossier.
type cover struct {
	profile          Profile
	superior, issuer string
	title            string
	when, where      string
	foot             string // "Thạnh Mẫu, tháng 11 năm 2026"
}
