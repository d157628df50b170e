package papers

import (
	"strings"
	"testing"

	"caunoi/backend/document"
)

// Quy định 399-QĐ/TW: who may give which type of paper.
func TestTypesByIssuer(t *testing.T) {
	tests := []struct {
		kind     Kind
		body     string
		typeName string
		ok       bool
	}{
		{
			Committee,
			"BAN THƯỜNG VỤ",
			"HƯỚNG DẪN",
			true,
		},
		{Committee, "ĐẢNG ỦY", "HƯỚNG DẪN", false},
		{Cell, "CHI BỘ", "HƯỚNG DẪN", false},
		{Board, "", "HƯỚNG DẪN", true},
		{Committee, "BAN THƯỜNG VỤ", "QUY CHẾ", false},
		{Committee, "ĐẢNG ỦY", "QUY CHẾ", true},
		{Cell, "CHI BỘ", "QUY CHẾ", true},
		{Committee, "BAN THƯỜNG VỤ", "QUY ĐỊNH", true},
		{Committee, "ĐẢNG ỦY", "QUY ĐỊNH", true},
		{Cell, "CHI BỘ", "QUY ĐỊNH", false},
		{
			Cell,
			"CHI BỘ",
			"QUYẾT ĐỊNH",
			true,
		},
		{Cell, "CHI BỘ", "BÁO CÁO", true},
		{Committee, "BAN THƯỜNG VỤ", "", true},
		{Cell, "CHI BỘ", "", true},
	}
	for _, tt := range tests {
		if err := MayIssue(Issuer{Kind: tt.kind, Form: document.FormParty}, tt.body, tt.typeName); (err == nil) != tt.ok {
			t.Errorf("%s (%s) gives %q: %v", tt.kind, tt.body, tt.typeName, err)
		}
	}
	if err := MayIssue(Issuer{Kind: StateBody, Form: document.FormState}, "ỦY BAN NHÂN DÂN", "Quy chế"); err != nil {
		t.Errorf("the state is not bound by it: %v", err)
	}
	names := func(i Issuer) string {
		var all []string
		for _, each := range TypesOf(i) {
			all = append(all, each.Name)
		}
		return strings.Join(all, ", ")
	}
	if cell := names(
		Issuer{Kind: Cell, Form: document.FormParty, SignAuthority: "T/M CHI BỘ"},
	); strings.Contains(cell, "Hướng dẫn") || strings.Contains(cell, "Quy định") ||
		!strings.Contains(cell, "Nghị quyết") {
		t.Errorf("a cell: %s", cell)
	}
	if state := names(
		Issuer{Kind: StateBody, Form: document.FormState},
	); strings.Contains(state, "Kết luận") || !strings.Contains(state, "Công văn") ||
		!strings.Contains(state, "Quy chế") {
		t.Errorf("the state: %s", state)
	}
}
