package reports

import (
	"strings"
	"testing"

	"caunoi/backend/fault"
)

func TestValidateRefuses(t *testing.T) {
	tests := []struct {
		name  string
		field string
		spoil func(*Document)
	}{
		{"form", "form", func(d *Document) { d.Profile.Form = "khac" }},
		{"body size", "bodySize", func(d *Document) { d.Profile.BodySize = 10 }},
		{"leading", "leading", func(d *Document) { d.Profile.Leading = 30 }},
		{"long issuer", "issuer", func(d *Document) { d.Head.Issuer = strings.Repeat("Đ", 201) }},
		{"negative number", "number", func(d *Document) { d.Head.Number.Value = -1 }},
		{"impossible day", "date", func(d *Document) { d.Head.Date = "2026-02-30" }},
		{"column width", "table", func(d *Document) { d.Blocks = []Block{TableBlock(Table{Columns: []Column{{Width: -1}}})} }},
		{"no columns", "table", func(d *Document) { d.Annexes[0].Blocks = []Block{TableBlock(Table{})} }},
		{"two signers and recipients", "recipients", func(d *Document) { d.Signing.Left = &Signatory{Position: "NGƯỜI GHI"} }},
	}
	for _, tt := range tests {
		doc := PartyReport()
		tt.spoil(&doc)
		if f, ok := fault.Of(doc.Validate()); !ok || f.Fields[tt.field] == "" {
			t.Errorf("%s: %v, want a fault of %s", tt.name, doc.Validate(), tt.field)
		}
	}
}
