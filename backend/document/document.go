// Package document holds papers as data: what a paper is, whoever words it and whichever renderer draws it. Letterhead,
// blocks, tables, drawings, signatures and the rules they have to keep; how numbers, days and signatures are written; and
// the profile, the choices an office may make within the rules of its form.
//
// The rules are those of the Party (Quy định 399-QĐ/TW of 09/01/2026 with Hướng dẫn 05-HD/VPTW of 27/5/2026) and of the
// state (Nghị định 30/2020/NĐ-CP, Phụ lục I).
package document

import (
	"caunoi/backend/dates"
)

// Document is one paper as data: it can be written to JSON, kept, and rendered again later by any renderer.
type Document struct {
	Profile     Profile    `json:"profile"`
	Landscape   bool       `json:"landscape"` // the body lies across the sheet, as wide registers do
	Head        Letterhead `json:"head"`
	Type        string     `json:"type"`    // "BÁO CÁO"; empty in a công văn, whose subject stands under the number
	Subject     string     `json:"subject"` // trích yếu
	Address     *Address   `json:"address"` // "Kính gửi", where the kind of paper has one
	Bases       []string   `json:"bases"`   // căn cứ, without dash and end mark
	Blocks      []Block    `json:"blocks"`
	Signing     *Signing   `json:"signing"`
	Annexes     []Annex    `json:"annexes"`
	Urgency     string     `json:"urgency"`     // "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"
	Circulation string     `json:"circulation"` // "LƯU HÀNH NỘI BỘ" and the like
	Draft       string     `json:"draft"`       // "DỰ THẢO" or "Dự thảo lần 2"; empty on an issued paper
	Contact     string     `json:"contact"`     // one line at the foot of page 1
	Proof       *Proof     `json:"proof,omitempty"`
	Copy        *Copy      `json:"copy,omitempty"` // the paper is a copy; its stamp ends it
	Notices     []string   `json:"notices"`        // what the clerk should look at before it goes out; never printed
}

// Letterhead is the two columns above the title. A paper with an empty Issuer has none.
type Letterhead struct {
	Superior string     `json:"superior"` // line 1 left, may be empty
	Issuer   string     `json:"issuer"`   // line 2 left
	Number   Number     `json:"number"`
	Place    string     `json:"place"`
	Date     dates.Date `json:"date"` // none leaves room for day and month
	Year     int        `json:"year"` // year printed while Date is none; 0 leaves room for it too
	NoDate   bool       `json:"noDate"`
}

// Number is the register number of a paper and its symbol.
type Number struct {
	Value  int    `json:"value"`            // 0 keeps room to write the number by hand
	Suffix string `json:"suffix,omitempty"` // "a" of a number put in between
	Type   string `json:"type"`             // "BC"
	Issuer string `json:"issuer"`
	Hidden bool   `json:"hidden"` // papers that take no number, such as a member's own report
}

// Address is the line "Kính gửi" with the bodies addressed. Submit, in a tờ trình, leaves the label to the form of the day:
// "Kính trình" or "Kính gửi".
type Address struct {
	Label  string   `json:"label"`
	Submit bool     `json:"submit,omitempty"`
	To     []string `json:"to"`
}

// Block is one part of the body. Exactly one field is set.
type Block struct {
	Heading   *Heading   `json:"heading,omitempty"`
	Paragraph *Paragraph `json:"paragraph,omitempty"`
	List      *List      `json:"list,omitempty"`
	Table     *Table     `json:"table,omitempty"`
	Drawing   *Drawing   `json:"drawing,omitempty"`
	Signing   *Signing   `json:"signing,omitempty"`
	PageBreak bool       `json:"pageBreak,omitempty"`
}

// HeadingKind says which family of headings a heading belongs to.
type HeadingKind string

const (
	HeadingNumbered HeadingKind = ""        // I. → 1. → 1.1. → a)
	HeadingPart     HeadingKind = "part"    // Phần, Chương, Mục: label and name centred
	HeadingArticle  HeadingKind = "article" // Điều 1. …
)

// Heading opens a part of the text and is never left alone at the foot of a page.
type Heading struct {
	Kind  HeadingKind `json:"kind"`
	Level int         `json:"level"` // 1 = "I.", 2 = "1.", 3 = "1.1.", 4 = "a)"
	Label string      `json:"label"` // "I", "1", "1.1", "Phần I", "Điều 1"; without its separator
	Text  string      `json:"text"`
}

// Align places text between two edges.
type Align string

const (
	AlignDefault Align = "" // justified in paragraphs; as the column says in cells
	AlignLeft    Align = "left"
	AlignCentre  Align = "centre"
	AlignRight   Align = "right"
)

// Run is a piece of text in one style. The characters ☐ and ☑ are drawn as squares of 3.5 mm.
type Run struct {
	Text      string `json:"text"`
	Bold      bool   `json:"bold,omitempty"`
	Italic    bool   `json:"italic,omitempty"`
	Underline bool   `json:"underline,omitempty"`
	Figure    string `json:"field,omitempty"` // name of the figure the text shows, "số lượt đã dự"; "" in plain words
	Link      string `json:"link,omitempty"`  // address inside the program that opens the records behind it; never printed
}

// Paragraph is running text. A line end in a run starts a new paragraph of the same form.
type Paragraph struct {
	Runs         []Run `json:"runs"`
	Align        Align `json:"align,omitempty"`
	NoIndent     bool  `json:"noIndent,omitempty"`
	KeepWithNext bool  `json:"keepWithNext,omitempty"`
	// Key is the place of a paragraph the program worded, by which a person's own wording finds it again; empty elsewhere.
	Key string `json:"key,omitempty"`
}

// List is a row of paragraphs that begin with a mark: "-", "+", or "a)" where the item has its own.
type List struct {
	Mark  string     `json:"mark"`
	Items []ListItem `json:"items"`
}

// ListItem is one entry of a list; its Mark, if any, stands instead of the list's.
type ListItem struct {
	Mark string `json:"mark,omitempty"`
	Runs []Run  `json:"runs"`
	Key  string `json:"key,omitempty"` // as in a Paragraph
}

// Table is printed with a full grid; its head is repeated on each page and a row stays whole up to 100 mm.
type Table struct {
	Columns []Column `json:"columns"`
	Head    []Row    `json:"head"` // one or more rows; cells may span
	Rows    []Row    `json:"rows"`
	Empty   string   `json:"empty,omitempty"` // printed when there are no rows; "Không phát sinh" if not given
	Size    float64  `json:"size,omitempty"`  // text size in pt; 0 = 12, or 11 with more than 8 columns
}

// Column gives a share of the width and the way its cells are set.
type Column struct {
	Width float64 `json:"width"` // mm in the intended page; scaled so that all columns fill the text block
	Align Align   `json:"align,omitempty"`
}

// RowKind tells the special rows of a table from the plain ones.
type RowKind string

const (
	RowPlain RowKind = ""
	RowGroup RowKind = "group" // bold, kept with the row below
	RowTotal RowKind = "total" // bold, kept with the row above
)

// Row is one row of a table.
type Row struct {
	Kind   RowKind `json:"kind,omitempty"`
	Cells  []Cell  `json:"cells"`
	Height float64 `json:"height,omitempty"` // least height in mm, of rows to write in by hand
}

// Cell is one field of a table. Text is what is printed; Number and Date, when set, are the value behind it for
// renderers whose cells have types.
//
// Every number that counts records has a Link that opens exactly these records, and a row that stands for a record (a
// meeting, a matter, an officer, a place) leads to it from the cell that names it. No link: a zero, which has nothing to
// open; the running number of a row; days, dates and numbers of documents; a share whose two parts stand beside it; and
// what is marked as a Measure. TestEveryNumberOpensItsRecords holds this for every report of the catalog.
type Cell struct {
	Text    string     `json:"text"`
	Number  *float64   `json:"number,omitempty"`
	Date    dates.Date `json:"date,omitempty"`
	Bold    bool       `json:"bold,omitempty"`
	Italic  bool       `json:"italic,omitempty"`
	Align   Align      `json:"align,omitempty"`
	ColSpan int        `json:"colSpan,omitempty"` // 0 and 1 mean one column
	RowSpan int        `json:"rowSpan,omitempty"` // only in the head
	Link    string     `json:"link,omitempty"`    // address in the program of the records behind a number (links.go); never printed
	Measure bool       `json:"measure,omitempty"` // the number measures (days, people, households, voices) and counts no records
}

// Annex is a part with page numbers of its own.
type Annex struct {
	Label     string   `json:"label"` // "Phụ lục 1" or "DANH SÁCH"
	Title     string   `json:"title"`
	Note      string   `json:"note"` // "(Kèm theo …)"
	Landscape bool     `json:"landscape"`
	Blocks    []Block  `json:"blocks"`
	Signing   *Signing `json:"signing"`
}

// Text makes a paragraph of plain text.
func Text(text string) Block { return Rich(Run{Text: text}) }

// Rich makes a paragraph of several runs.
func Rich(runs ...Run) Block { return Block{Paragraph: &Paragraph{Runs: runs}} }

// Centred makes a bold centred line, such as the one that leads to the articles of a decision.
func Centred(text string) Block {
	return Block{Paragraph: &Paragraph{Runs: []Run{{Text: text, Bold: true}}, Align: AlignCentre, KeepWithNext: true}}
}

// Head makes a numbered heading.
func Head(level int, label, text string) Block {
	return Block{Heading: &Heading{Level: level, Label: label, Text: text}}
}

// Dashes makes a list whose items begin with "-".
func Dashes(items ...string) Block {
	list := &List{Mark: "-"}
	for _, item := range items {
		list.Items = append(list.Items, ListItem{Runs: []Run{{Text: item}}})
	}
	return Block{List: list}
}

// TableBlock puts a table into the body.
func TableBlock(table Table) Block { return Block{Table: &table} }

// Cells makes a plain row of texts.
func Cells(texts ...string) Row {
	row := Row{Cells: make([]Cell, len(texts))}
	for i, text := range texts {
		row.Cells[i].Text = text
	}
	return row
}

// CountCell makes a cell of a count.
func CountCell(n int) Cell {
	value := float64(n)
	return Cell{Text: Thousands(n), Number: &value}
}

// GroupRow makes a row over all columns that opens a group; columns is the number of columns of the table.
func GroupRow(columns int, text string) Row {
	return Row{Kind: RowGroup, Cells: []Cell{{Text: text, ColSpan: columns, Align: AlignLeft}}}
}

// NothingToList is printed in a table without rows: an empty grid would look like a fault.
const NothingToList = "Không phát sinh"

// BodyRows gives the rows below the head; a table without any says so.
func (t Table) BodyRows() []Row {
	if len(t.Rows) > 0 {
		return t.Rows
	}
	text := t.Empty
	if text == "" {
		text = NothingToList
	}
	return []Row{{Cells: []Cell{{Text: text, ColSpan: len(t.Columns), Align: AlignCentre, Italic: true}}}}
}
