package reports_test

import (
	"regexp"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset"
)

// leftBehind is a word at the end of a line whose number would begin the next one.
var leftBehind = regexp.MustCompile(`(?:^|\s)(?:khu|phố|ấp|thôn|tổ|ngày|lục)$`)

// On the laid-out pages no line parts a number from its word, and no page holds the signature alone.
func TestPagesKeepWordsTogether(t *testing.T) {
	t.Parallel()
	s := sampleOffice.Open(t)
	choice := choices(t, s)
	docs := map[string]document.Document{}
	storetest.Read(t, s, func(tx *store.Tx) error {
		for _, report := range reports.Catalog {
			for _, form := range report.Forms {
				in := reports.Input{Report: report.Code, Period: report.Fitting("2026-Q3"), Form: form, Number: 12}
				doc, err := reports.Make(tx, choice(report, in))
				if err != nil {
					return err
				}
				docs[report.Code+" "+string(form)] = doc
			}
		}
		return nil
	})
	for name, doc := range docs {
		l, err := typeset.LayOut(doc)
		if err != nil {
			t.Fatal(err)
		}
		for n, page := range l.Pages {
			content, signs := 0, false
			for i, item := range page.Texts {
				switch item.Role {
				case typeset.RoleBody, typeset.RoleHeading, typeset.RoleCell, typeset.RoleAnnex, typeset.RoleFigure, typeset.RoleType:
					content++
				case typeset.RoleRight, typeset.RolePosition, typeset.RoleName:
					signs = true
				}
				if item.Role != typeset.RoleBody || i+1 == len(page.Texts) {
					continue
				}
				next := page.Texts[i+1]
				begins := next.Text != "" && next.Text[0] >= '0' && next.Text[0] <= '9'
				if next.Role == typeset.RoleBody && next.Y > item.Y && begins && leftBehind.MatchString(strings.ToLower(item.Text)) {
					t.Errorf("%s page %d: %q and its number %q are parted", name, n+1, item.Text, next.Text)
				}
			}
			if n > 0 && signs && content == 0 {
				t.Errorf("%s: page %d holds the signature alone", name, n+1)
			}
		}
	}
}
