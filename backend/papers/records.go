// Package papers keeps what the office issues: in whose name, under which number, worded how, and the sealed paper itself.
// How a paper looks is the business of package reports; here stands what was given out and which number comes next.
package papers

import (
	"caunoi/backend/dates"
	"caunoi/backend/document"
)

// Issuer is a body in whose name papers go out besides the committee itself ("cơ quan ban hành"): the committee's office,
// one of its boards, a cell, an authority.
type Issuer struct {
	ID            string        `gorm:"column:id;primaryKey" json:"id"`
	Kind          Kind          `gorm:"column:kind" json:"kind"`
	Form          document.Form `gorm:"column:form" json:"form"`         // dang, nhanuoc, mttq
	Name          string        `gorm:"column:name" json:"name"`         // as in a sentence: "Ban Tổ chức Huyện ủy Quới Điền"
	Superior      string        `gorm:"column:superior" json:"superior"` // line 1 of the letterhead
	Head          string        `gorm:"column:head" json:"head"`         // line 2: "BAN TỔ CHỨC"
	Symbol        string        `gorm:"column:symbol" json:"symbol"`     // "BTCHU"
	Place         string        `gorm:"column:place" json:"place"`       // before the date; "" = the office's own
	SignAuthority string        `gorm:"column:sign_authority" json:"signAuthority"`
	SignPosition  string        `gorm:"column:sign_position" json:"signPosition"`
	SignName      string        `gorm:"column:sign_name" json:"signName"`
	Archive       string        `gorm:"column:archive" json:"archive"` // last recipient
	SortOrder     int           `gorm:"column:sort_order" json:"sortOrder"`
	CreatedAt     string        `gorm:"column:created_at" json:"-"`
	DeletedAt     string        `gorm:"column:deleted_at" json:"-"` // RFC 3339, UTC; "" = not in the bin

	BuiltIn bool        `gorm:"-" json:"builtIn,omitempty"` // stands in the office's settings and is corrected there
	Types   []PaperType `gorm:"-" json:"types,omitempty"`   // what it may issue, signed as usual
}

// TableName names the table for GORM.
func (Issuer) TableName() string { return "paper_issuer" }

// Draft is one paper being worded before it is issued.
type Draft struct {
	ID        string        `gorm:"column:id;primaryKey" json:"id"`
	Report    string        `gorm:"column:report" json:"report"`
	Period    dates.Period  `gorm:"column:period" json:"period"`
	UnitID    string        `gorm:"column:unit_id" json:"unitId"`
	Form      document.Form `gorm:"column:form" json:"form"`
	IssuerID  string        `gorm:"column:issuer_id" json:"issuerId"`
	IssuedID  string        `gorm:"column:issued_id" json:"issuedId"` // the paper it became
	CreatedAt string        `gorm:"column:created_at" json:"createdAt"`
}

// TableName names the table for GORM.
func (Draft) TableName() string { return "paper_draft" }

// Wording is what a person made of one paragraph at one moment. Rows are only added.
type Wording struct {
	ID       string `gorm:"column:id;primaryKey" json:"id"`
	DraftID  string `gorm:"column:draft_id" json:"draftId"`
	Seq      int    `gorm:"column:seq" json:"seq"`
	Place    string `gorm:"column:place" json:"place"` // key of the paragraph
	Kind     Change `gorm:"column:kind" json:"kind"`
	After    string `gorm:"column:after" json:"after"`        // of an added paragraph
	Text     string `gorm:"column:text" json:"text"`          // figures stand as {name}
	AutoText string `gorm:"column:auto_text" json:"autoText"` // what the program said there at that moment
	AutoForm string `gorm:"column:auto_form" json:"autoForm"` // the same with {name} in place of each figure
	Reason   string `gorm:"column:reason" json:"reason"`
	At       string `gorm:"column:at" json:"at"` // RFC 3339, UTC
	UserName string `gorm:"column:user_name" json:"userName"`
}

// TableName names the table for GORM.
func (Wording) TableName() string { return "paper_text" }

// Issued is one paper that went out. But for Note and the cancelling it never changes.
type Issued struct {
	ID           string        `gorm:"column:id;primaryKey" json:"id"`
	Origin       string        `gorm:"column:origin" json:"origin"` // chuong_trinh, ngoai
	Form         document.Form `gorm:"column:form" json:"form"`
	IssuerID     string        `gorm:"column:issuer_id" json:"issuerId"` // "" = the committee, or the authority in the state form
	Issuer       string        `gorm:"column:issuer" json:"issuer"`
	IssuerKey    string        `gorm:"column:issuer_key" json:"issuerKey"` // see NumberSeries.IssuerKey
	Series       string        `gorm:"column:series" json:"series"`        // symbol of the type: "BC"
	SeriesKey    string        `gorm:"column:series_key" json:"-"`         // see NumberSeries.Run
	SpanKey      string        `gorm:"column:span_key" json:"spanKey"`     // term id (Party) or year (state)
	Number       int           `gorm:"column:number" json:"number"`
	Suffix       string        `gorm:"column:suffix" json:"suffix"`
	Symbol       string        `gorm:"column:symbol" json:"symbol"` // "12-BC/HU"
	Day          dates.Date    `gorm:"column:day" json:"day"`
	TypeName     string        `gorm:"column:type_name" json:"typeName"`
	Subject      string        `gorm:"column:subject" json:"subject"`
	Fold         string        `gorm:"column:fold" json:"-"`
	Signer       string        `gorm:"column:signer" json:"signer"`
	Recipients   []string      `gorm:"column:recipients;serializer:json" json:"recipients"`
	Copies       int           `gorm:"column:copies" json:"copies"`
	Pages        int           `gorm:"column:pages" json:"pages"`
	Report       string        `gorm:"column:report" json:"report"`
	Period       dates.Period  `gorm:"column:period" json:"period"`
	Estimate     bool          `gorm:"column:estimate" json:"estimate,omitempty"` // went out before its period was over
	Input        string        `gorm:"column:input" json:"-"`
	Snapshot     []byte        `gorm:"column:snapshot" json:"-"` // the Document as JSON, gzip
	Program      string        `gorm:"column:program" json:"program"`
	Hash         string        `gorm:"column:hash" json:"hash"`     // SHA-256 of the PDF, hex
	Proof        string        `gorm:"column:proof" json:"proof"`   // see document.ProofLetters; "" of papers issued before there were any
	Reason       string        `gorm:"column:reason" json:"reason"` // why marked text was kept (guard)
	Note         string        `gorm:"column:note" json:"note"`
	IssuedAt     string        `gorm:"column:issued_at" json:"issuedAt"`
	IssuedBy     string        `gorm:"column:issued_by" json:"issuedBy"`
	CancelledAt  string        `gorm:"column:cancelled_at" json:"cancelledAt"`
	CancelReason string        `gorm:"column:cancel_reason" json:"cancelReason"`
	Reprints     int           `gorm:"-" json:"reprints"` // how often it was printed again
	// Related are the papers this one replaces or adds to, and those that replace it or add to it.
	Related []Related `gorm:"-" json:"related,omitempty"`
	// Replaces, when a paper is sealed, is the one it replaces or adds to; see Related afterwards.
	Replaces Relation `gorm:"-" json:"-"`
	SignedAt string   `gorm:"-" json:"signedAt"` // when the last signed file was received; "" = none
}

// TableName names the table for GORM.
func (Issued) TableName() string { return "issued_paper" }

// Where an issued paper was written.
const (
	FromHere    = "chuong_trinh"
	FromOutside = "ngoai"
)

// sealedFile is the paper itself, as it went out.
type sealedFile struct {
	PaperID string `gorm:"column:paper_id;primaryKey"`
	Content []byte `gorm:"column:content"`
	Hash    string `gorm:"column:hash"`
}

func (sealedFile) TableName() string { return "issued_file" }

// signedFile is an issued paper signed outside: the sealed bytes with a signature after them.
type signedFile struct {
	ID         string `gorm:"column:id;primaryKey"`
	PaperID    string `gorm:"column:paper_id"`
	Content    []byte `gorm:"column:content"`
	Hash       string `gorm:"column:hash"`
	ReceivedAt string `gorm:"column:received_at"`
	ReceivedBy string `gorm:"column:received_by"`
}

func (signedFile) TableName() string { return "issued_signed" }

// reprint is one time a sealed paper was printed again.
type reprint struct {
	ID       string `gorm:"column:id;primaryKey"`
	PaperID  string `gorm:"column:paper_id"`
	At       string `gorm:"column:at"`
	UserName string `gorm:"column:user_name"`
}

func (reprint) TableName() string { return "paper_print" }
