package reports

import (
	"testing"

	"caunoi/backend/fault"
)

// Whatever text stands in a paper, the answer is a file or a sentence for the person, never a panic.
func FuzzAnyTextAnywhere(f *testing.F) {
	for _, seed := range []string{"", "Đảng ủy xã", "👍🏽\u200d", "\xff\xfe", "a\u0301\u0323", "☐☑", "\n\n", " \u00a0 ", "12/01/2026 - 2030 %"} {
		f.Add(seed, uint8(3))
	}
	f.Fuzz(func(t *testing.T, text string, columns uint8) {
		table := Table{
			Rows: []Row{Cells(text, text), {Kind: RowGroup, Cells: []Cell{{Text: text, ColSpan: int(columns)}}}},
			Head: []Row{{Cells: []Cell{{Text: text, RowSpan: 2, ColSpan: int(columns % 3)}, {Text: text}}}, Cells(text)},
		}
		for i := range columns % 12 {
			table.Columns = append(table.Columns, Column{Width: float64(i)*7 + 1})
		}
		doc := WithBody(
			Text(text),
			TableBlock(table),
			Head(int(columns%5), text, text),
			Dashes(text),
			Block{Heading: &Heading{Kind: HeadingPart, Label: text, Text: text}},
		)
		doc.Head.Issuer, doc.Head.Superior, doc.Head.Place, doc.Draft, doc.Contact, doc.Urgency = text, text, text, text, text, text
		doc.Subject, doc.Bases, doc.Address = text, []string{text, text}, &Address{Label: text, To: []string{text, text}}
		doc.Signing = &Signing{Recipients: []string{text}, Right: &Signatory{Position: text, Name: text, Hint: text}}
		doc.Annexes = []Annex{{Label: text, Title: text, Note: text, Landscape: columns%2 == 0, Blocks: []Block{Text(text)}}}
		if columns%2 == 1 {
			doc.Profile.Form = FormState
		}
		pdf, err := RenderPDF(doc, MadeAt)
		if _, known := fault.Of(err); err != nil && !known {
			t.Fatal(err)
		}
		if err == nil && len(pdf.Bytes) == 0 {
			t.Fatal("empty file")
		}
	})
}
