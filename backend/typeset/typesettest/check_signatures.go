package typesettest

import (
	"math"
	"testing"

	"caunoi/backend/typeset"
)

// signatureRoom is what is kept free for the picture of a signature and for the seal, which covers its left third, in mm.
const (
	signatureRoom  = 20
	signatureWidth = 80
)

// checkSignatureBoxes: between post and name nothing is printed, over the whole width of the signature, so that the picture of the
// signature stands in the middle and the seal beside it (HD 05, II.I.7.2.2 and 8.2).
func checkSignatureBoxes(t *testing.T, n int, pg *typeset.Page) {
	t.Helper()
	for i, name := range pg.Texts {
		if name.Role != typeset.RoleName || i > 0 && pg.Texts[i-1].Role == typeset.RoleName && name.Y-pg.Texts[i-1].Y < 7 {
			continue // a second line of one name
		}
		middle := name.X + name.Width/2
		left, right := middle-signatureWidth/2, middle+signatureWidth/2
		top, bottom := 0.0, name.Y-0.8*name.Size*perPoint
		for _, above := range pg.Texts {
			signs := above.Role == typeset.RoleRight || above.Role == typeset.RolePosition
			if signs && above.Y < name.Y && math.Abs(above.X+above.Width/2-middle) < 1 {
				top = math.Max(top, above.Y+0.22*above.Size*perPoint)
			}
		}
		if bottom-top < signatureRoom {
			t.Errorf("HD 05, II.I.7.2.2: page %d: %.1f mm are left to sign above %q", n, bottom-top, name.Text)
		}
		for _, item := range pg.Texts {
			if item.Y-0.3*item.Size*perPoint > top && item.Y < bottom && item.X < right-Slack && item.X+item.Width > left+Slack {
				t.Errorf("HD 05, II.I.8.2: page %d: %q stands where %q signs", n, item.Text, name.Text)
			}
		}
	}
}
