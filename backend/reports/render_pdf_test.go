package reports

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestSamples renders one paper of every kind; with CAUNOI_SAMPLES_OUT set, the files are kept there to be looked at.
func TestSamples(t *testing.T) {
	for name, doc := range samples() {
		t.Run(name, func(t *testing.T) {
			pdf, err := RenderPDF(doc, madeAt)
			if err != nil {
				t.Fatal(err)
			}
			CheckPDF(t, doc, madeAt)
			if dir := os.Getenv("CAUNOI_SAMPLES_OUT"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, name+".pdf"), pdf.Bytes, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// with gives the sample report with its body replaced.
func with(blocks ...Block) Document {
	doc := partyReport()
	doc.Blocks, doc.Annexes = blocks, nil
	return doc
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
		"alphabet":   alphabet(),
		"decomposed": norm.NFD.String(filler),
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
			CheckPDF(t, with(Text(text), table(text), Dashes(text, filler), Head(1, "I", text[:min(len(text), 90)])), madeAt)
			everywhere := with(Text(text))
			if len([]rune(text)) < 200 {
				everywhere.Head.Issuer, everywhere.Head.Superior, everywhere.Head.Place, everywhere.Draft = text+"Đ", text, text, text
				everywhere.Signing.Right.Name, everywhere.Signing.Recipients = text, []string{text, text}
			}
			everywhere.Subject, everywhere.Address = text, &Address{Label: "Kính gửi", To: []string{text}}
			everywhere.Annexes = []Annex{{Label: text, Title: text, Note: text, Blocks: []Block{Text(text)}}}
			pdf, err := RenderPDF(everywhere, madeAt)
			if err != nil || len(pdf.Bytes) == 0 {
				t.Errorf("%d bytes, %v", len(pdf.Bytes), err)
			}
		})
	}
}

func TestOneMegabyteOfText(t *testing.T) {
	text := strings.Repeat("Đồng bào các ấp đề nghị sớm sửa đường. ", 1<<20/50)
	pdf, err := RenderPDF(with(Text(text)), madeAt)
	if err != nil || pdf.Pages < 100 {
		t.Fatalf("%d pages, %v", pdf.Pages, err)
	}
}

func TestWarningNamesWhatWasReplaced(t *testing.T) {
	pdf, err := RenderPDF(with(Text("vui 😀")), madeAt)
	if err != nil || len(pdf.Warnings) != 1 || !strings.Contains(pdf.Warnings[0], "😀") {
		t.Errorf("%v, %v", pdf.Warnings, err)
	}
	if pdf, _ = RenderPDF(partyReport(), madeAt); len(pdf.Warnings) != 0 {
		t.Errorf("unexpected %v", pdf.Warnings)
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	for name, doc := range samples() {
		first, err := RenderPDF(doc, madeAt)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := RenderPDF(samples()[name], madeAt)
		if !bytes.Equal(first.Bytes, again.Bytes) {
			t.Errorf("%s differs between two renderings", name)
		}
		later, _ := RenderPDF(doc, madeAt.AddDate(0, 0, 1))
		if bytes.Equal(first.Bytes, later.Bytes) {
			t.Errorf("%s does not state when it was made", name)
		}
	}
}

// A document kept as JSON prints the same page again.
func TestDocumentSurvivesJSON(t *testing.T) {
	kept, err := json.Marshal(partyReport())
	if err != nil {
		t.Fatal(err)
	}
	var back Document
	if err := json.Unmarshal(kept, &back); err != nil {
		t.Fatal(err)
	}
	first, _ := RenderPDF(partyReport(), madeAt)
	again, err := RenderPDF(back, madeAt)
	if err != nil || !bytes.Equal(first.Bytes, again.Bytes) {
		t.Errorf("differs after JSON: %v", err)
	}
}

func TestLongHeadsDoNotMeet(t *testing.T) {
	for _, place := range []string{"Tân Phước Hưng", "Thị trấn Phước Long Thượng Hạ", strings.Repeat("Phước ", 30)} {
		for _, issuer := range []string{"ĐẢNG ỦY XÃ MỸ QUÍ", "ĐẢNG ỦY PHƯỜNG TÂN PHƯỚC HƯNG THƯỢNG ĐÔNG", strings.Repeat("ĐẢNG ỦY ", 25)} {
			for _, profile := range []Profile{{Form: FormParty}, {Form: FormParty, DateRight: true}, {Form: FormState}} {
				doc := with(Text(filler))
				doc.Profile = profile
				doc.Head.Issuer, doc.Head.Superior, doc.Head.Place, doc.Head.Date = issuer, issuer, place, "2026-12-25"
				doc.Signing = nil
				CheckPDF(t, doc, madeAt)
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
		doc := with(blocks...)
		doc.Signing.Recipients = append(doc.Signing.Recipients, strings.Split(strings.Repeat("Chi bộ ấp mẫu,", lines%15), ",")...)
		CheckPDF(t, doc, madeAt)
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
		for _, doc := range []Document{partyReport(), decision(), minutes(), register(), letter(FormParty)} {
			doc.Profile = profile
			t.Run(name+" "+doc.Type, func(t *testing.T) { CheckPDF(t, doc, madeAt) })
		}
	}
}
