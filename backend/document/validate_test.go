package document_test

import (
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/fault"
)

func TestValidateRefuses(t *testing.T) {
	tests := []struct {
		name  string
		field string
		spoil func(*document.Document)
	}{
		{"form", "form", func(d *document.Document) { d.Profile.Form = "khac" }},
		{"body size", "bodySize", func(d *document.Document) { d.Profile.BodySize = 10 }},
		{"leading", "leading", func(d *document.Document) { d.Profile.Leading = 30 }},
		{"long issuer", "issuer", func(d *document.Document) { d.Head.Issuer = strings.Repeat("Đ", 201) }},
		{"negative number", "number", func(d *document.Document) { d.Head.Number.Value = -1 }},
		{"impossible day", "date", func(d *document.Document) { d.Head.Date = "2026-02-30" }},
		{"column width", "table", func(d *document.Document) {
			d.Blocks = []document.Block{document.TableBlock(document.Table{Columns: []document.Column{{Width: -1}}})}
		}},
		{"no columns", "table", func(d *document.Document) {
			d.Annexes[0].Blocks = []document.Block{document.TableBlock(document.Table{})}
		}},
		{
			"two signers and recipients",
			"recipients",
			func(d *document.Document) { d.Signing.Left = &document.Signatory{Position: "NGƯỜI GHI"} },
		},
	}
	for _, tt := range tests {
		doc := documenttest.PartyReport()
		tt.spoil(&doc)
		if f, ok := fault.Of(doc.Validate()); !ok || f.Fields[tt.field] == "" {
			t.Errorf("%s: %v, want a fault of %s", tt.name, doc.Validate(), tt.field)
		}
	}
}
