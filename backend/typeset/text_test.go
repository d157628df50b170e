package typeset

import (
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/text/unicode/norm"

	"caunoi/backend/document/documenttest"
)

func TestEveryVietnameseLetterHasItsPicture(t *testing.T) {
	letters := documenttest.Alphabet()
	if n := len([]rune(letters)); n != 2*(72+17) {
		t.Fatalf("%d letters", n)
	}
	for _, r := range letters + "0123456789.,;:/()-–…“”%₫" {
		if !HasGlyph(r) {
			t.Errorf("no glyph for %q", r)
		}
	}
	if !HasGlyph(substitute) {
		t.Error("the substitute itself has no glyph")
	}
}

// The PDF states the widths the library reads; ours must be the same or justified lines would miss the margin.
func TestWidthsAreThoseOfTheFile(t *testing.T) {
	for style := range styleCount {
		pdf := gofpdf.New("P", "mm", "A4", "")
		pdf.AddUTF8FontFromBytes(family, style.code(), style.file())
		pdf.SetFont(family, style.code(), 14)
		for _, r := range documenttest.Alphabet() + "0123456789 .,;:/()-–…“”%\u00a0" {
			if ours, theirs := int(loaded[style]()[r]), pdf.GetStringSymbolWidth(string(r)); ours != theirs {
				t.Errorf("style %d %q: %d, file says %d", style, r, ours, theirs)
			}
		}
	}
	if w := TextWidth("ĐẢNG CỘNG SẢN VIỆT NAM", Bold, 15); w < 72.8 || w > 73 {
		t.Errorf("Party heading is %.2f mm, want 72.90", w)
	}
}

func TestCleanText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "Đảng ủy xã", "Đảng ủy xã"},
		{"decomposed", norm.NFD.String("Nguyễn Thị Thuỳ Dương"), "Nguyễn Thị Thuỳ Dương"},
		{"emoji", "tốt 👍🏽!", "tốt □□!"},
		{"emoji with joiner", "a\u200db\ufe0f", "ab"},
		{"invalid bytes", "x\xffy", "x□y"},
		{"controls", "a\x00b\x1bc\td\u200be\ufeff", "abc de"},
		{"line ends", "a\r\nb\rc\u2028d", "a\nb\nc\nd"},
		{"no-break hyphen", "12\u2011NQ", "12-NQ"},
		{"private use", "\ue000", "□"},
		{"boxes stay", "☐ có ☑ không", "☐ có ☑ không"},
		{"right to left marks", "\u202eabc\u202c", "abc"},
	}
	for _, tt := range tests {
		if got := (&losses{}).clean(tt.in); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	lost := &losses{}
	lost.clean("😀 😀 \ue000")
	if lost.count != 3 || len(lost.warnings()) != 1 || !strings.Contains(lost.warnings()[0], "😀") {
		t.Errorf("losses %+v", lost)
	}
}

func TestLinesBreakWhereTheyMay(t *testing.T) {
	tests := []struct {
		name, text string
		room       float64
		want       string
	}{
		{"number stays with its word", "họp lúc đó ngày 05 tháng 02 năm 2026", 30, "họp lúc đó|ngày 05|tháng 02|năm 2026"},
		{"article", "theo khoản và Điều 12 đó", 27, "theo khoản|và Điều 12|đó"},
		{"years", "nhiệm kỳ là 2025 - 2030", 36, "nhiệm kỳ là|2025 - 2030"},
		{"hard end", "một\nhai", 100, "một|hai"},
		{"nothing", "", 100, ""},
		{"only spaces", "   \n ", 100, ""},
		{"long word after slash", "15/BC-UBND-VP-" + strings.Repeat("X", 5), 34, "15/BC-UBND-|VP-XXXXX"},
	}
	for _, tt := range tests {
		var got []string
		for _, line := range wrapText(tt.text, Regular, tt.room, 14) {
			text := ""
			for i, f := range line.frags {
				if f.space && i > 0 {
					text += " "
				}
				text += f.text
			}
			if line.w > tt.room+fit {
				t.Errorf("%s: line %q is %.2f mm wide", tt.name, text, line.w)
			}
			got = append(got, text)
		}
		if joined := strings.Join(got, "|"); joined != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, joined, tt.want)
		}
	}
}
