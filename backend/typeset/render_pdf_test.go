package typeset_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/fault"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
)

// TestSamples renders one paper of every kind; with CAUNOI_SAMPLES_OUT set, the files are kept there to be looked at.
func TestSamples(t *testing.T) {
	for name, doc := range documenttest.Samples() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			typesettest.CheckPDF(t, doc, documenttest.MadeAt)
			typesettest.KeepPDF(t, name+".pdf", doc)
		})
	}
}

func TestAnyTextIsPrinted(t *testing.T) {
	t.Parallel()
	columns := []document.Column{{Width: 12}, {Width: 40}, {Width: 113}}
	table := func(text string) document.Block {
		return document.TableBlock(
			document.Table{
				Columns: columns,
				Head:    []document.Row{document.Cells("STT", "Tên", "Ghi chú")},
				Rows:    []document.Row{document.Cells("1", text, text), document.Cells("2", "", "")},
			},
		)
	}
	long := strings.Repeat("Nội dung ý kiến của Nhân dân, ", 134)[:4000]
	texts := map[string]string{
		"alphabet":   documenttest.Alphabet(),
		"decomposed": norm.NFD.String(documenttest.Filler),
		"emoji":      "tốt 👍🏽 👨‍👩‍👧 \U0010ffff",
		"4000":       long,
		"long word": strings.Repeat(
			"ư",
			10000,
		),
		"empty":      "",
		"invalid":    "a\xff\xfe\xc3b",
		"controls":   "\x00\x01\a\b\x7f\u0085",
		"many lines": strings.Repeat("dòng\n", 200),
		"boxes":      strings.Repeat("☐ ☑ ", 50),
	}
	all := map[string]document.Document{}
	for name, text := range texts {
		all[name] = documenttest.WithBody(
			document.Text(text),
			table(text),
			document.Dashes(text, documenttest.Filler),
			document.Head(1, "I", text[:min(len(text), 90)]),
		)
		everywhere := documenttest.WithBody(document.Text(text))
		if len([]rune(text)) < 200 {
			everywhere.Head.Issuer, everywhere.Head.Superior, everywhere.Head.Place, everywhere.Draft = text+"Đ", text, text, text
			everywhere.Signing.Right.Name, everywhere.Signing.Recipients = text, []string{text, text}
		}
		everywhere.Subject, everywhere.Address = text, &document.Address{Label: "Kính gửi", To: []string{text}}
		everywhere.Annexes = []document.Annex{{Label: text, Title: text, Note: text, Blocks: []document.Block{document.Text(text)}}}
		pdf, err := typeset.RenderPDF(everywhere, documenttest.MadeAt)
		if err != nil || len(pdf.Bytes) == 0 {
			t.Errorf("%s: %d bytes, %v", name, len(pdf.Bytes), err)
		}
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}

func TestOneMegabyteOfText(t *testing.T) {
	text := strings.Repeat("Đồng bào các ấp đề nghị sớm sửa đường. ", 1<<20/50)
	pdf, err := typeset.RenderPDF(documenttest.WithBody(document.Text(text)), documenttest.MadeAt)
	if err != nil || pdf.Pages < 100 {
		t.Fatalf("%d pages, %v", pdf.Pages, err)
	}
}

func TestWarningNamesWhatWasReplaced(t *testing.T) {
	pdf, err := typeset.RenderPDF(documenttest.WithBody(document.Text("vui 😀")), documenttest.MadeAt)
	if err != nil || len(pdf.Warnings) != 1 || !strings.Contains(pdf.Warnings[0], "😀") {
		t.Errorf("%v, %v", pdf.Warnings, err)
	}
	if pdf, _ = typeset.RenderPDF(documenttest.PartyReport(), documenttest.MadeAt); len(pdf.Warnings) != 0 {
		t.Errorf("unexpected %v", pdf.Warnings)
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	for name, doc := range documenttest.Samples() {
		first, err := typeset.RenderPDF(doc, documenttest.MadeAt)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := typeset.RenderPDF(documenttest.Samples()[name], documenttest.MadeAt)
		if !bytes.Equal(first.Bytes, again.Bytes) {
			t.Errorf("%s differs between two renderings", name)
		}
		later, _ := typeset.RenderPDF(doc, documenttest.MadeAt.AddDate(0, 0, 1))
		if bytes.Equal(first.Bytes, later.Bytes) {
			t.Errorf("%s does not state when it was made", name)
		}
	}
}

// A document kept as JSON prints the same page again.
func TestDocumentSurvivesJSON(t *testing.T) {
	kept, err := json.Marshal(documenttest.PartyReport())
	if err != nil {
		t.Fatal(err)
	}
	var back document.Document
	if err := json.Unmarshal(kept, &back); err != nil {
		t.Fatal(err)
	}
	first, _ := typeset.RenderPDF(documenttest.PartyReport(), documenttest.MadeAt)
	again, err := typeset.RenderPDF(back, documenttest.MadeAt)
	if err != nil || !bytes.Equal(first.Bytes, again.Bytes) {
		t.Errorf("differs after JSON: %v", err)
	}
}

func TestLongHeadsDoNotMeet(t *testing.T) {
	t.Parallel()
	all := map[string]document.Document{}
	profiles := []document.Profile{{Form: document.FormParty}, {Form: document.FormParty, DateRight: true}, {Form: document.FormState}}
	for _, place := range []string{"Tân Phước Hưng", "Thị trấn Phước Long Thượng Hạ", strings.Repeat("Phước ", 30)} {
		for _, issuer := range []string{"ĐẢNG ỦY XÃ MỸ QUÍ", "ĐẢNG ỦY PHƯỜNG TÂN PHƯỚC HƯNG THƯỢNG ĐÔNG", strings.Repeat("ĐẢNG ỦY ", 25)} {
			for _, profile := range profiles {
				doc := documenttest.WithBody(document.Text(documenttest.Filler))
				doc.Profile = profile
				doc.Head.Issuer, doc.Head.Superior, doc.Head.Place, doc.Head.Date = issuer, issuer, place, "2026-12-25"
				doc.Signing = nil
				all[fmt.Sprintf("%d", len(all))] = doc
			}
		}
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}

// The signature moves with two lines of text wherever the text happens to end.
func TestSignatureIsNeverAlone(t *testing.T) {
	t.Parallel()
	all := map[string]document.Document{}
	for lines := 22; lines < 31; lines++ {
		blocks := make([]document.Block, lines)
		for i := range blocks {
			blocks[i] = document.Text("Một dòng ngắn.")
		}
		doc := documenttest.WithBody(blocks...)
		doc.Signing.Recipients = append(doc.Signing.Recipients, strings.Split(strings.Repeat("Chi bộ ấp mẫu,", lines%15), ",")...)
		all[fmt.Sprintf("%d lines", lines)] = doc
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}

// Every setting an office may choose gives a page that keeps to the rules.
func TestEverySettingKeepsTheRules(t *testing.T) {
	t.Parallel()
	all := map[string]document.Document{}
	profiles := map[string]document.Profile{
		"widest": {
			Form:         document.FormParty,
			BodySize:     15,
			Leading:      22,
			HeadingSep:   "- ",
			RecipientSep: ",",
			EndMark:      "./.",
			BasesItalic:  true,
			DateRight:    true,
			Duplex:       true,
		},
		"state 13": {Form: document.FormState, BodySize: 13, Leading: 19, Duplex: true},
		"front":    {Form: document.FormFront},
	}
	for name, profile := range profiles {
		for _, doc := range []document.Document{
			documenttest.PartyReport(), documenttest.Decision(), documenttest.Minutes(), documenttest.Register(),
			documenttest.Letter(document.FormParty),
		} {
			doc.Profile = profile
			all[name+" "+doc.Type] = doc
		}
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}

// Every renderer refuses what the rules of papers forbid; only the pages show that a head is too high for them.
func TestRenderersRefuse(t *testing.T) {
	forbidden := documenttest.PartyReport()
	forbidden.Head.Number.Value = -1
	for _, format := range typeset.Formats {
		_, err := typeset.Render(forbidden, documenttest.MadeAt, format)
		if f, ok := fault.Of(err); !ok || f.Fields["number"] == "" {
			t.Errorf("%s: %v, want a fault of the number", format, err)
		}
	}
	high := documenttest.WithBody(
		document.TableBlock(
			document.Table{
				Columns: []document.Column{{Width: 1}, {Width: 50}},
				Head:    []document.Row{document.Cells(strings.Repeat("rất dài ", 200), "b")},
			},
		),
	)
	_, err := typeset.RenderPDF(high, documenttest.MadeAt)
	if f, ok := fault.Of(err); !ok || f.Fields["table"] == "" {
		t.Errorf("a head too high: %v", err)
	}
}
