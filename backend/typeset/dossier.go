package typeset

import "caunoi/backend/document"

// Dossier is a dossier ready to be set: everything is read, nothing drawn.
type Dossier struct {
	Title        string
	Issuer       string
	Cover        Cover
	Copies       []DossierCopy // at least one
	Parts        []DossierPart
	Duplex       bool
	ContentsOnly bool // cover and contents only
	Notices      []string
}

// DossierCopy names whose copy it is; the neutral copy has no owner.
type DossierCopy struct{ Owner, Number string }

// DossierPart is one line of the contents with the paper behind it, if any.
type DossierPart struct {
	Kind     DossierPartKind
	Label    string // "1.2"
	Title    string
	Symbol   string
	Notice   string             // stands in the contents where there are no pages: "tài liệu gửi riêng"
	Document *document.Document // nil: no pages in the dossier
}

type DossierPartKind int

const (
	PartFront DossierPartKind = iota // programme, list of participants
	PartItem                         // a point of the agenda: a heading in the contents, without pages
	PartPaper
)

const (
	mostDossierPages = 8000 // more would fill the memory of the machines it runs on
	conferencePaper  = "TÀI LIỆU HỘI NGHỊ"
)

// Cover is what stands on the first page of a dossier.
type Cover struct {
	Profile          document.Profile
	Superior, Issuer string
	Title            string
	When, Where      string
	Foot             string // "Thạnh Mẫu, tháng 11 năm 2026"
}
