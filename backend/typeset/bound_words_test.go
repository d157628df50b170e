package typeset

import (
	"strings"
	"testing"

	"caunoi/backend/document"
)

// A number stays on the line of the word it belongs to, at whatever width the text is set.
func TestNumbersStayWithTheirWords(t *testing.T) {
	const text = "Ý kiến của khu phố 3, thôn 12, tổ 7 và ấp 5, nêu lúc 19 giờ 00, ngày 06/6/2026, tại hội nghị lần thứ 6"
	for room := 40.0; room < 160; room++ {
		for _, line := range wrap(fragments([]document.Run{{Text: text}}, 14, Regular), room, room, 14) {
			last := line.frags[len(line.frags)-1].text
			if strings.Contains(" khu phố thôn tổ ấp giờ ngày lần thứ ", " "+last+" ") {
				t.Fatalf("at %.0f mm a line ends with %q", room, last)
			}
		}
	}
}
