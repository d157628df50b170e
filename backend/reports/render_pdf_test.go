package reports

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/fault"
)

// TestSamples renders one paper of every kind; with CAUNOI_SAMPLES_OUT set, the files are kept there to be looked at.
func TestSamples(t *testing.T) {
	for name, doc := range Samples() {
		t.Run(name, func(t *testing.T) {
			CheckPDF(t, doc, MadeAt)
			KeepPDF(t, name+".pdf", doc)
		})
	}
}

func TestAnyTextIsPrinted(t *testing.T) {
	columns := []Column{{Width: 12}, {Width: 40}, {Width: 113}}
	table := func(text string) Block {
		return TableBlock(
			Table{Columns: columns, Head: []Row{Cells("STT", "Tên", "Ghi chú")}, Rows: []Row{Cells("1", text, text), Cells("2", "", "")}},
		)
	}
	long := strings.Repeat("Nội dung ý kiến của Nhân dân, ", 134)[:4000]
	texts := map[string]string{
		"alphabet":   Alphabet(),
		"decomposed": norm.NFD.String(Filler),
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
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			CheckPDF(t, WithBody(Text(text), table(text), Dashes(text, Filler), Head(1, "I", text[:min(len(text), 90)])), MadeAt)
			everywhere := WithBody(Text(text))
			if len([]rune(text)) < 200 {
				everywhere.Head.Issuer, everywhere.Head.Superior, everywhere.Head.Place, everywhere.Draft = text+"Đ", text, text, text
				everywhere.Signing.Right.Name, everywhere.Signing.Recipients = text, []string{text, text}
			}
			everywhere.Subject, everywhere.Address = text, &Address{Label: "Kính gửi", To: []string{text}}
			everywhere.Annexes = []Annex{{Label: text, Title: text, Note: text, Blocks: []Block{Text(text)}}}
			pdf, err := RenderPDF(everywhere, MadeAt)
			if err != nil || len(pdf.Bytes) == 0 {
				t.Errorf("%d bytes, %v", len(pdf.Bytes), err)
			}
		})
	}
}

func TestOneMegabyteOfText(t *testing.T) {
	start := time.Now()
	text := strings.Repeat("Đồng bào các ấp đề nghị sớm sửa đường. ", 1<<20/50)
	pdf, err := RenderPDF(WithBody(Text(text)), MadeAt)
	if err != nil || pdf.Pages < 100 {
		t.Fatalf("%d pages, %v", pdf.Pages, err)
	}
	t.Logf("%d pages in %v", pdf.Pages, time.Since(start))
}

func TestWarningNamesWhatWasReplaced(t *testing.T) {
	pdf, err := RenderPDF(WithBody(Text("vui 😀")), MadeAt)
	if err != nil || len(pdf.Warnings) != 1 || !strings.Contains(pdf.Warnings[0], "😀") {
		t.Errorf("%v, %v", pdf.Warnings, err)
	}
	if pdf, _ = RenderPDF(PartyReport(), MadeAt); len(pdf.Warnings) != 0 {
		t.Errorf("unexpected %v", pdf.Warnings)
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	for name, doc := range Samples() {
		first, err := RenderPDF(doc, MadeAt)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := RenderPDF(Samples()[name], MadeAt)
		if !bytes.Equal(first.Bytes, again.Bytes) {
			t.Errorf("%s differs between two renderings", name)
		}
		later, _ := RenderPDF(doc, MadeAt.AddDate(0, 0, 1))
		if bytes.Equal(first.Bytes, later.Bytes) {
			t.Errorf("%s does not state when it was made", name)
		}
	}
}

// A document kept as JSON prints the same page again.
func TestDocumentSurvivesJSON(t *testing.T) {
	kept, err := json.Marshal(PartyReport())
	if err != nil {
		t.Fatal(err)
	}
	var back Document
	if err := json.Unmarshal(kept, &back); err != nil {
		t.Fatal(err)
	}
	first, _ := RenderPDF(PartyReport(), MadeAt)
	again, err := RenderPDF(back, MadeAt)
	if err != nil || !bytes.Equal(first.Bytes, again.Bytes) {
		t.Errorf("differs after JSON: %v", err)
	}
}

func TestLongHeadsDoNotMeet(t *testing.T) {
	for _, place := range []string{"Tân Phước Hưng", "Thị trấn Phước Long Thượng Hạ", strings.Repeat("Phước ", 30)} {
		for _, issuer := range []string{"ĐẢNG ỦY XÃ MỸ QUÍ", "ĐẢNG ỦY PHƯỜNG TÂN PHƯỚC HƯNG THƯỢNG ĐÔNG", strings.Repeat("ĐẢNG ỦY ", 25)} {
			for _, profile := range []Profile{{Form: FormParty}, {Form: FormParty, DateRight: true}, {Form: FormState}} {
				doc := WithBody(Text(Filler))
				doc.Profile = profile
				doc.Head.Issuer, doc.Head.Superior, doc.Head.Place, doc.Head.Date = issuer, issuer, place, "2026-12-25"
				doc.Signing = nil
				CheckPDF(t, doc, MadeAt)
			}
		}
	}
}

// The signature moves with two lines of text wherever the text happens to end.
func TestSignatureIsNeverAlone(t *testing.T) {
	for lines := 22; lines < 31; lines++ {
		blocks := make([]Block, lines)
		for i := range blocks {
			blocks[i] = Text("Một dòng ngắn.")
		}
		doc := WithBody(blocks...)
		doc.Signing.Recipients = append(doc.Signing.Recipients, strings.Split(strings.Repeat("Chi bộ ấp mẫu,", lines%15), ",")...)
		CheckPDF(t, doc, MadeAt)
	}
}

// Every setting an office may choose gives a page that keeps to the rules.
func TestEverySettingKeepsTheRules(t *testing.T) {
	profiles := map[string]Profile{
		"widest": {
			Form:         FormParty,
			BodySize:     15,
			Leading:      22,
			HeadingSep:   "- ",
			RecipientSep: ",",
			EndMark:      "./.",
			BasesItalic:  true,
			DateRight:    true,
			Duplex:       true,
		},
		"state 13": {Form: FormState, BodySize: 13, Leading: 19, Duplex: true},
		"front":    {Form: FormFront},
	}
	for name, profile := range profiles {
		for _, doc := range []Document{PartyReport(), Decision(), Minutes(), Register(), Letter(FormParty)} {
			doc.Profile = profile
			t.Run(name+" "+doc.Type, func(t *testing.T) { CheckPDF(t, doc, MadeAt) })
		}
	}
}

// Every renderer refuses what the rules of papers forbid; only the pages show that a head is too high for them.
func TestRenderersRefuse(t *testing.T) {
	forbidden := PartyReport()
	forbidden.Head.Number.Value = -1
	for _, format := range Formats {
		_, err := Render(forbidden, MadeAt, format)
		if f, ok := fault.Of(err); !ok || f.Fields["number"] == "" {
			t.Errorf("%s: %v, want a fault of the number", format, err)
		}
	}
	high := WithBody(
		TableBlock(Table{Columns: []Column{{Width: 1}, {Width: 50}}, Head: []Row{Cells(strings.Repeat("rất dài ", 200), "b")}}),
	)
	_, err := RenderPDF(high, MadeAt)
	if f, ok := fault.Of(err); !ok || f.Fields["table"] == "" {
		t.Errorf("a head too high: %v", err)
	}
}
