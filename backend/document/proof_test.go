package document_test

import (
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
)

func TestProofLettersStandForTheContent(t *testing.T) {
	letters := func(doc document.Document) string {
		t.Helper()
		snapshot, err := document.Pack(doc)
		if err != nil {
			t.Fatal(err)
		}
		out, err := document.ProofLetters(snapshot)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	doc := documenttest.PartyReport()
	one := letters(doc)
	if again := letters(documenttest.PartyReport()); again != one || len(one) != 14 {
		t.Errorf("%q, again %q", one, again)
	}
	doc.Blocks = append(doc.Blocks, document.Text("Thêm một câu."))
	if other := letters(doc); other == one {
		t.Error("another content has the same letters")
	}
	if _, err := document.ProofLetters([]byte("no snapshot")); err == nil {
		t.Error("letters of nothing")
	}
}

func TestProofLettersAsPeopleCopyThem(t *testing.T) {
	const want = "7KQ2-M01D-9TWA"
	for text, want := range map[string]string{
		"7KQ2-M01D-9TWA":                     want,
		" 7kq2 m01d 9twa ":                   want,
		"7kq2moid9twa":                       want, // o for 0, i for 1
		"12-BC/HU 05/02/2026 7KQ2-M01D-9TWA": want,
		"11-QĐ/ĐU 05/02/2026 7KQ2-M0LD-9TWA": want,
		"Mã kiểm tra: 7KQ2–M01D–9TWA":        want,
		"7KQ2-M01D-9TW":                      "",
		"":                                   "",
		"12-BC/HU":                           "",
		"7KQ2-M01D-9TU!":                     "",
	} {
		if got := document.ReadProofLetters(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
