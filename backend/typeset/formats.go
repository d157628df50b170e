package typeset

import (
	"strings"
	"time"

	"caunoi/backend/document"
	"caunoi/backend/fault"
)

// Format is a kind of file a paper can be handed out as; its text is also the ending of the file's name.
type Format string

const (
	FormatPDF   Format = "pdf"  // the pages as they print
	FormatWord  Format = "docx" // for the last edit
	FormatExcel Format = "xlsx" // the tables, to reckon on
)

// Formats lists them all, the usual one first.
var Formats = []Format{FormatPDF, FormatWord, FormatExcel}

// Rendered is a finished file.
type Rendered struct {
	Bytes    []byte
	Type     string   // MIME type
	Pages    int      // 0 where the reader's program divides the pages
	Warnings []string // what could not be written as it stands, in Vietnamese; never nil
	Leads    []Lead   // of a PDF: where its pages lead to
	Places   []Place  // of a PDF: where the paragraphs that can be worded stand
}

// Rendered is a PDF as one of the formats.
func (p PDF) Rendered() Rendered {
	return Rendered{Bytes: p.Bytes, Type: "application/pdf", Pages: p.Pages, Warnings: p.Warnings, Leads: p.Leads, Places: p.Places}
}

// Render writes a document in a format. Errors: fault.CodeInvalid for another format, and those of the renderers.
func Render(doc document.Document, at time.Time, format Format) (out Rendered, err error) {
	switch format {
	case FormatPDF:
		var pdf PDF
		pdf, err = RenderPDF(doc, at)
		return pdf.Rendered(), err
	case FormatWord:
		out.Bytes, err = RenderDOCX(doc, at)
		out.Type = wordMIME + "document"
	case FormatExcel:
		out.Bytes, err = RenderXLSX(doc, at)
		out.Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	default:
		err = fault.Invalid("format", "Văn bản chỉ lưu được dạng PDF, Word (docx) hoặc Excel (xlsx). Hãy chọn một trong ba.")
	}
	out.Warnings = append([]string{}, doc.Notices...)
	return out, err
}

// Name is what a person calls the format.
func (f Format) Name() string {
	return map[Format]string{FormatPDF: "PDF", FormatWord: "Word", FormatExcel: "Excel"}[f]
}

// FileName gives the name of a file of the format from that of the PDF.
func (f Format) FileName(name string) string { return strings.TrimSuffix(name, "pdf") + string(f) }
