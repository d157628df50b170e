package guard

import (
	"strings"
	"testing"
)

// longTexts are the worst the rules know, as one unit that is repeated.
var longTexts = map[string]string{
	"ordinary":         "Bà con tổ 17 đề nghị nạo vét kênh nội đồng trước mùa mặn, sửa lộ dài 500 m. ",
	"names":            "ông Nguyễn Văn Tí ",
	"names in a list":  "Nguyễn Văn Tí, Trần Thị Mít, ",
	"titles":           "hộ ông bà anh chị cô chú ",
	"capitals":         "Nguyễn ",
	"digits":           "0 ",
	"one long number":  "9",
	"places":           "cầu Bà Tám đến cống Ông Hổ, ",
	"one and illness":  "một hộ bị ung thư ",
	"without marks":    "ong tu va ba bay xin keo dien ",
	"words of numbers": "không một hai ",
	"marks":            "e\u0302\u0301",
	"invisible":        "a\u200b",
	"quotes":           "“Facebook ",
	"mail":             "a.b@c.",
}

// The work grows with the text: twice the text is at most a little more than twice the steps, and the steps of a text stay
// below a fixed number for each of its bytes.
func TestWorkGrowsWithTheText(t *testing.T) {
	for name, unit := range longTexts {
		steps := func(size int) int {
			s := newScan(strings.Repeat(unit, size/len(unit)), onDay)
			s.run()
			return s.steps
		}
		small, large := steps(16<<10), steps(64<<10)
		if large > small*9/2 || large > 64<<10*200 {
			t.Errorf("%s: %d steps for 16 KB, %d for 64 KB", name, small, large)
		}
	}
}

func BenchmarkGuard64KB(b *testing.B) {
	for name, unit := range longTexts {
		text := strings.Repeat(unit, 64<<10/len(unit))
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			for b.Loop() {
				Find(text, onDay, nil)
			}
		})
	}
}
