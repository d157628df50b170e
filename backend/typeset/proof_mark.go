package typeset

import (
	"image/color"
	"slices"
	"strings"

	"github.com/boombuler/barcode/qr"

	"caunoi/backend/document"
	"caunoi/backend/store"
)

const (
	proofSide  = 11.0 // mm of the square code: an office printer draws its smallest parts with ten dots
	leastProof = 7.0  // mm: smaller ones are not read from a copy
	noPrint    = 4.0  // mm at the edge of a sheet that printers leave white
)

// proof draws the square code (ISO/IEC 18004, level M) in the left of the foot of page 1, below the text block, with the same
// words beside it: a print can be checked by a telephone, or by typing the letters.
func (l *Layout) proof(p *document.Proof) {
	if p == nil || !p.Printed || len(l.Pages) == 0 {
		return
	}
	pg := l.Pages[0]
	left, top := pg.Left, pg.Bottom+2
	if slices.ContainsFunc(pg.Texts, func(item DrawnText) bool { return item.Role == RoleContact }) {
		top += 5.5 // below that line
	}
	length := min(proofSide, pg.Height-noPrint-top)
	// Letters without marks: telephones guess the code page of others, and not always rightly.
	code, err := qr.Encode(strings.ToUpper(store.Fold(p.Text())), qr.M, qr.Auto)
	if err != nil || length < leastProof { // a symbol too long, a foot too low: the words stand alone
		left -= length + 2
	} else {
		side := code.Bounds().Dx()
		part := length / float64(side)
		dark := func(x, y int) bool { return x < side && code.At(x, y) == color.Black }
		ink := Ink{fill: 0}
		for y := range side {
			for x := 0; x < side; x++ {
				from := x
				for dark(x, y) {
					x++
				}
				if x > from {
					x1, x2, y1 := left+float64(from)*part, left+float64(x)*part, top+float64(y)*part
					ink.Paths = append(ink.Paths, []Point{{x1, y1}, {x2, y1}, {x2, y1 + part}, {x1, y1 + part}})
				}
			}
		}
		pg.Code = append(pg.Code, ink)
	}
	words := []string{p.Symbol + ", ngày " + p.Day.Show(), "Mã kiểm tra: " + p.Letters}
	if length < leastProof {
		words, top = []string{strings.Join(words, ". ")}, top-1
	}
	for i, text := range words {
		const size = 8
		text = l.clean(text)
		pg.text(DrawnText{X: left + length + 2, Y: top + 4 + 4*float64(i), Width: TextWidth(text, Regular, size), Size: size, Text: text,
			Role: RoleProof})
	}
}
