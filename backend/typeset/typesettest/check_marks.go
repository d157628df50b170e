package typesettest

import (
	"math"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/typeset"
)

// capital is the height of capital letters of the face in em, told here once more.
const capital = 0.66

// checkMarks measures what is added to the obligatory parts of a paper: how far it may go, which draft it is, how to reach the
// body (HD 05, II.II.4 and 6; NĐ 30, Phụ lục I).
func checkMarks(t *testing.T, l *typeset.Layout, doc document.Document) {
	t.Helper()
	if doc.Head.Issuer == "" {
		return
	}
	party, last := l.Profile.IsParty(), lastOfText(l)
	found := map[typeset.Role]int{}
	for n, pg := range l.Pages {
		for _, item := range pg.Texts {
			switch item.Role {
			case typeset.RoleMark:
				found[item.Role]++
				top := item.Y - capital*item.Size*perPoint
				if document.KeptFromPress(doc.Circulation) {
					middle := item.X + item.Width/2
					if n != last || math.Abs(middle-(pg.Left+pg.Right)/2) > 0.3 || math.Abs(pg.Height-item.Y-10) > 0.3 {
						t.Errorf(
							"HD 05, II.II.4.1: page %d of %d: %q ends %.1f mm above the lower edge",
							n+1,
							last+1,
							item.Text,
							pg.Height-item.Y,
						)
					}
				} else if n != 0 || math.Abs(top-10) > 0.3 || math.Abs(item.X+item.Width-pg.Right) > 0.3 {
					t.Errorf("HD 05, II.II.4.1: page %d: %q begins %.1f mm below the upper edge", n+1, item.Text, top)
				}
			case typeset.RoleContact:
				found[item.Role]++
				if want := map[bool]int{true: last, false: 0}[party]; n != want {
					t.Errorf("HD 05, II.II.6; NĐ 30, II.II.4: the contact line stands on page %d, want %d", n+1, want+1)
				}
				whole := false
				for _, rule := range pg.Rules {
					whole = whole ||
						math.Abs(rule.X1-pg.Left) < 0.1 && math.Abs(rule.X2-pg.Right) < 0.1 && rule.Y1 > pg.Bottom && rule.Y1 < item.Y
				}
				if !whole {
					t.Errorf("HD 05, II.II.6: no rule over the whole width above %q", item.Text)
				}
			}
		}
	}
	if want := party && doc.Circulation != ""; (found[typeset.RoleMark] == 1) != want {
		t.Errorf("HD 05, II.II.4.1: the mark %q stands %d times", doc.Circulation, found[typeset.RoleMark])
	}
	if want := doc.Contact != ""; (found[typeset.RoleContact] == 1) != want {
		t.Errorf("HD 05, II.II.6: the contact line stands %d times", found[typeset.RoleContact])
	}
	checkStamp(t, l.Pages[last], doc)
	if party && doc.Draft != "" {
		checkDraft(t, l.Pages[0], doc.Draft)
	}
}

// checkStamp: a copy ends with a rule over the text width and below it, at the left under "Nơi nhận", a frame of 80 × 50 mm that
// holds everything written in it (HD 05, II.III.2.2 and annex 3).
func checkStamp(t *testing.T, pg *typeset.Page, doc document.Document) {
	t.Helper()
	top, recipients, bottom := 0.0, 0.0, 0.0
	for _, item := range pg.Texts {
		switch item.Role {
		case typeset.RoleStamp:
			if item.Text == "BẢN SAO VĂN BẢN" {
				top = item.Y
			}
			bottom = math.Max(bottom, item.Y+0.22*item.Size*perPoint)
			if item.X < pg.Left || item.X+item.Width > pg.Left+80 {
				t.Errorf("HD 05, annex 3: %q reaches out of the stamp", item.Text)
			}
		case typeset.RoleRecipient:
			recipients = math.Max(recipients, item.Y)
		}
	}
	if doc.Copy == nil || top == 0 {
		if doc.Copy != nil {
			t.Errorf("HD 05, II.III.2.2: a copy without a stamp")
		}
		return
	}
	var sides [4]float64 // upper, lower, left, right edge
	parted := 0.0
	for _, r := range pg.Rules {
		across, down := math.Abs(r.X2-r.X1-80) < 0.1 && math.Abs(r.X1-pg.Left) < 0.1, math.Abs(r.Y2-r.Y1-50) < 0.1
		switch {
		case across && r.Y1 < top:
			sides[0] = r.Y1
		case across:
			sides[1] = r.Y1
		case down && math.Abs(r.X1-pg.Left) < 0.1:
			sides[2] = r.Y1
		case down && math.Abs(r.X1-pg.Left-80) < 0.1:
			sides[3] = r.Y1
		case math.Abs(r.X1-pg.Left) < 0.1 && math.Abs(r.X2-pg.Right) < 0.1 && r.Y1 < top:
			parted = math.Max(parted, r.Y1)
		}
	}
	if math.Abs(sides[1]-sides[0]-50) > 0.1 || sides[2] != sides[0] || sides[3] != sides[0] || bottom > sides[1] {
		t.Errorf("HD 05, annex 3: the stamp is no frame of 80 × 50 mm round its words: %v, words end at %.1f", sides, bottom)
	}
	if parted <= recipients || parted > sides[0] {
		t.Errorf("HD 05, II.III.2.2: no rule over the text width between the paper (ends %.1f) and the stamp (%.1f)", recipients, sides[0])
	}
}

// checkDraft: the words stand below number and symbol, in the middle of their column (HD 05, II.II.4.2).
func checkDraft(t *testing.T, pg *typeset.Page, words string) {
	t.Helper()
	var star, draft typeset.DrawnText
	below := 0.0
	for _, item := range pg.Texts {
		switch {
		case item.Role == typeset.RoleStar:
			star = item
		case item.Role == typeset.RoleNumber:
			below = item.Y
		case item.Role == typeset.RoleSide && item.Text == words:
			draft = item
		}
	}
	if draft.Text == "" || draft.Y <= math.Max(below, star.Y) || math.Abs(draft.X+draft.Width/2-star.X-star.Width/2) > 0.3 {
		t.Errorf("HD 05, II.II.4.2: %q does not stand under number and symbol", words)
	}
}

// lastOfText is the last page before the annexes, whose pages are numbered anew.
func lastOfText(l *typeset.Layout) int {
	for n, pg := range l.Pages {
		numbered := false
		for _, item := range pg.Texts {
			numbered = numbered || item.Role == typeset.RolePage
		}
		if n > 0 && !numbered {
			return n - 1
		}
	}
	return len(l.Pages) - 1
}
