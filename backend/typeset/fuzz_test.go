package typeset

import (
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/fault"
)

// Whatever text stands in a paper, the answer is a file or a sentence for the person, never a panic.
func FuzzAnyTextAnywhere(f *testing.F) {
	for _, seed := range []string{"", "Đảng ủy xã", "👍🏽\u200d", "\xff\xfe", "a\u0301\u0323", "☐☑", "\n\n", " \u00a0 ",
		"12/01/2026 - 2030 %"} {
		f.Add(seed, uint8(3))
	}
	f.Fuzz(func(t *testing.T, text string, columns uint8) {
		table := document.Table{
			Rows: []document.Row{
				document.Cells(text, text),
				{Kind: document.RowGroup, Cells: []document.Cell{{Text: text, ColSpan: int(columns)}}},
			},
			Head: []document.Row{
				{Cells: []document.Cell{{Text: text, RowSpan: 2, ColSpan: int(columns % 3)}, {Text: text}}},
				document.Cells(text),
			},
		}
		for i := range columns % 12 {
			table.Columns = append(table.Columns, document.Column{Width: float64(i)*7 + 1})
		}
		doc := documenttest.WithBody(
			document.Text(text),
			document.TableBlock(table),
			document.Head(int(columns%5), text, text),
			document.Dashes(text),
			document.Block{Heading: &document.Heading{Kind: document.HeadingPart, Label: text, Text: text}},
		)
		doc.Head.Issuer, doc.Head.Superior, doc.Head.Place, doc.Draft, doc.Contact, doc.Urgency = text, text, text, text, text, text
		doc.Subject, doc.Bases, doc.Address = text, []string{text, text}, &document.Address{Label: text, To: []string{text, text}}
		doc.Signing = &document.Signing{Recipients: []string{text}, Right: &document.Signatory{Position: text, Name: text, Hint: text}}
		doc.Annexes = []document.Annex{
			{Label: text, Title: text, Note: text, Landscape: columns%2 == 0, Blocks: []document.Block{document.Text(text)}},
		}
		if columns%2 == 1 {
			doc.Profile.Form = document.FormState
		}
		pdf, err := RenderPDF(doc, documenttest.MadeAt)
		if _, known := fault.Of(err); err != nil && !known {
			t.Fatal(err)
		}
		if err == nil && len(pdf.Bytes) == 0 {
			t.Fatal("empty file")
		}
	})
}
