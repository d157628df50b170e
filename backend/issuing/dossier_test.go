package issuing

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/papers"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
)

// sealedSession is the made-up commune whose session has a sealed report before it, besides drafts.
func sealedSession(t *testing.T) (*accesstest.Office, map[string]string, *Service, papers.Issued) {
	t.Helper()
	o, ids, s := issuingOffice(t)
	done, err := s.Issue(IssueInput{Input: june(0, "2026-07-02")})
	if err != nil {
		t.Fatal(err)
	}
	layBefore(t, o.Store, ids["phien"], 1, sessions.PaperInput{Title: "Báo cáo đã ban hành", IssuedID: done.Paper.ID})
	return o, ids, s, done.Paper
}

// layBefore adds papers under a point of the agenda.
func layBefore(t *testing.T, s *store.Store, id string, item int, more ...sessions.PaperInput) {
	t.Helper()
	storetest.Write(t, s, func(tx *store.Tx) error {
		v, err := sessions.Load(tx, id)
		if err != nil {
			return err
		}
		in := whole(v)
		in.Items[item].Papers = append(in.Items[item].Papers, more...)
		_, err = sessions.Save(tx, in)
		return err
	})
}

// whole is a session as typed.
func whole(v sessions.View) sessions.Input {
	in := sessions.Input{
		ID:          v.ID,
		Body:        v.Body,
		Title:       v.Title,
		Day:         v.Day,
		StartTime:   v.StartTime,
		Place:       v.Place,
		ChairID:     v.ChairID,
		SecretaryID: v.SecretaryID,
		State:       v.State,
	}
	for _, i := range v.Items {
		item := sessions.ItemInput{
			ID:          i.ID,
			Title:       i.Title,
			PresenterID: i.PresenterID,
			Presenter:   i.Presenter,
			Minutes:     i.Minutes,
			Conclusion:  i.Conclusion,
		}
		for _, p := range i.Papers {
			item.Papers = append(
				item.Papers,
				sessions.PaperInput{ID: p.ID, Title: p.Title, IssuedID: p.IssuedID, Input: p.Input, Owner: p.Owner},
			)
		}
		in.Items = append(in.Items, item)
	}
	for _, p := range v.People {
		in.People = append(
			in.People,
			sessions.PersonInput{ID: p.ID, OfficerID: p.OfficerID, Label: p.Label, Part: p.Role, Present: p.Present, Copies: p.Copies},
		)
	}
	return in
}

var footNumber = regexp.MustCompile(`–(\d+)–$`)

// Every number of the contents opens the page it names, that page says it is that page, and what begins there is what the
// contents say.
func TestDossierContentsNameTheRealPages(t *testing.T) {
	t.Parallel()
	o, ids, s, sealed := sealedSession(t)
	for _, duplex := range []bool{false, true} {
		printed, err := s.Dossier(DossierInput{SessionID: ids["phien"], Duplex: duplex})
		if err != nil {
			t.Fatal(err)
		}
		d := readDossier(t, fileOf(t, o, printed))
		if len(d.pages) != printed.Pages {
			t.Fatalf("%d pages, said to be %d", len(d.pages), printed.Pages)
		}
		first := map[bool]int{false: 2, true: 3}[duplex]
		for n, page := range d.pages {
			number := footNumber.FindStringSubmatch(page)
			if n+1 < first {
				if number != nil {
					t.Errorf("page %d before the contents bears a number", n+1)
				}
			} else if number == nil || number[1] != strconv.Itoa(n+1) {
				t.Errorf("duplex %v: page %d bears %v", duplex, n+1, number)
			}
		}
		begins := map[string]string{
			"Chương trình phiên họp": "CHƯƠNGTRÌNHHộinghịĐảngủyxã",
			"Danh sách đại biểu":     "DANHSÁCHđạibiểudự",
			"Báo cáo tháng 6":        "BÁOCÁOvềcôngtác",
			"Sổ phân công":           "SỔTHEODÕI",
			"Báo cáo đã ban hành":    typesettest.Squeeze("Số " + sealed.Symbol),
		}
		numbers := 0
		for i, link := range d.links {
			if link.from < first || link.to < 1 || link.to > len(d.pages) {
				t.Errorf("link %+v", link)
				continue
			}
			if want, known := begins[link.text]; known {
				delete(begins, link.text)
				if !strings.Contains(d.pages[link.to-1], want) {
					t.Errorf("duplex %v: %q opens page %d, which says %.80s", duplex, link.text, link.to, d.pages[link.to-1])
				}
			}
			if n, err := strconv.Atoi(link.text); err == nil && !strings.Contains(link.text, ".") {
				numbers++
				if n != link.to {
					t.Errorf("number %d opens page %d", n, link.to)
				}
			} else if strings.HasPrefix(link.text, "– Phụ lục 1") && !strings.Contains(d.pages[d.links[i].to-1], "Phụlục1") {
				t.Errorf("%q opens page %d", link.text, link.to)
			}
		}
		if len(begins) > 0 || numbers < 5 {
			t.Errorf("duplex %v: %d numbers open a page; missing %v", duplex, numbers, begins)
		}
		if !strings.Contains(d.pages[first-1], typesettest.Squeeze("tài liệu gửi riêng, Văn phòng Đảng ủy chuẩn bị")) {
			t.Errorf("the paper handed out apart has no line: %s", d.pages[first-1])
		}
		for _, mark := range d.marks {
			if duplex && mark.Page%2 == 0 && !strings.HasPrefix(mark.Text, "Phụ lục") {
				t.Errorf("%q begins on page %d, a back side", mark.Text, mark.Page)
			}
		}
		if len(d.marks) < 8 || d.marks[0].Text != "Bìa" || d.marks[1].Page != first {
			t.Errorf("outline %+v", d.marks)
		}
	}
}

// Printed on both sides margins swap with the sheet side of the dossier, and the file ends on a back side.
func TestDossierDuplex(t *testing.T) {
	t.Parallel()
	o, ids, _, _ := sealedSession(t)
	for _, duplex := range []bool{false, true} {
		b := boundFileOf(t, o.Store, DossierInput{SessionID: ids["phien"], Duplex: duplex})
		blanks := 0
		for n, pg := range b.Pages {
			back := n%2 == 1
			if pg.Width < pg.Height && (pg.Left == 15) != (duplex && back) || pg.Width > pg.Height && (pg.Top == 15) != (duplex && back) {
				t.Errorf("duplex %v: page %d has its margins at %.0f, %.0f", duplex, n+1, pg.Left, pg.Top)
			}
			if len(pg.Texts) < 2 && len(pg.Rules) == 0 {
				blanks++
			}
		}
		if duplex == (blanks == 0) || duplex && len(b.Pages)%2 == 1 {
			t.Errorf("duplex %v: %d blank backs in %d pages", duplex, blanks, len(b.Pages))
		}
	}
}

func boundFileOf(t *testing.T, s *store.Store, in DossierInput) (b typeset.BoundFile) {
	t.Helper()
	storetest.Read(t, s, func(tx *store.Tx) error {
		d, err := makeDossier(tx, in)
		if err == nil {
			b, err = typeset.LayOutDossier(d.Dossier)
		}
		return err
	})
	return b
}

// Each participant gets a copy with a cover of its own; the pages behind it are the same, and links stay inside the copy.
func TestDossierCopies(t *testing.T) {
	t.Parallel()
	o, ids, s, _ := sealedSession(t)
	one, err := s.Dossier(DossierInput{SessionID: ids["phien"], Duplex: true})
	if err != nil {
		t.Fatal(err)
	}
	printed, err := s.Dossier(DossierInput{SessionID: ids["phien"], Duplex: true, Copies: true})
	if err != nil {
		t.Fatal(err)
	}
	if printed.Pages != 3*one.Pages {
		t.Fatalf("%d pages of three copies of %d", printed.Pages, one.Pages)
	}
	d := readDossier(t, fileOf(t, o, printed))
	for k, owner := range []string{"Bản của đồng chí Cán bộ mẫu 01, Ủy viên Ban Thường vụ Số 01/03", "Bản của đồng chí Cán bộ mẫu 02, Ủy viên Ban Thường vụ Số 02/03", "Bản của Đại diện Ủy ban Mặt trận Tổ quốc xã Số 03/03"} {
		if cover := d.pages[k*one.Pages]; !strings.Contains(cover, typesettest.Squeeze(owner)) ||
			!strings.Contains(cover, "TÀILIỆUHỘINGHỊ") {
			t.Errorf("cover %d says %s", k+1, cover)
		}
		if !slices.Equal(d.pages[k*one.Pages+1:(k+1)*one.Pages], d.pages[1:one.Pages]) {
			t.Errorf("copy %d has other pages", k+1)
		}
	}
	for _, link := range d.links {
		if (link.from-1)/one.Pages != (link.to-1)/one.Pages {
			t.Errorf("%+v leaves its copy", link)
		}
		if n, err := strconv.Atoi(link.text); err == nil && !strings.Contains(link.text, ".") && (link.to-1)%one.Pages+1 != n {
			t.Errorf("%+v", link)
		}
	}
	only, err := s.Dossier(DossierInput{SessionID: ids["phien"], ContentsOnly: true, Duplex: true})
	if err != nil {
		t.Fatal(err)
	}
	c := readDossier(t, fileOf(t, o, only))
	if len(c.pages) != 3 || c.pages[2] != d.pages[2] || len(c.links) != 0 {
		t.Errorf("cover and contents have %d pages, %d links: %s", len(c.pages), len(c.links), c.pages[len(c.pages)-1])
	}
}

// A sealed paper stands in the dossier word for word as in its sealed file, whatever the records say since.
func TestDossierKeepsSealedPapers(t *testing.T) {
	t.Parallel()
	o, ids, s, sealed := sealedSession(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.Exec("UPDATE attendance SET result = 'ABSENT'").Error
	})
	again, err := s.Reprint(sealed.ID)
	if err != nil {
		t.Fatal(err)
	}
	file := readDossier(t, fileOf(t, o, again.File))
	printed, err := s.Dossier(DossierInput{SessionID: ids["phien"]})
	if err != nil {
		t.Fatal(err)
	}
	d := readDossier(t, fileOf(t, o, printed))
	at := slices.IndexFunc(d.links, func(l dossierLink) bool { return l.text == "Báo cáo đã ban hành" })
	if at < 0 {
		t.Fatal("the sealed paper has no line")
	}
	for n, want := range file.pages {
		got := footNumber.ReplaceAllString(d.pages[d.links[at].to-1+n], "")
		if got != want {
			t.Errorf("page %d of the sealed paper says in the dossier\n%s\nand in its file\n%s", n+1, got, want)
		}
	}
	draft := slices.IndexFunc(d.links, func(l dossierLink) bool { return l.text == "Báo cáo tháng 6" })
	if strings.Contains(d.pages[d.links[draft].to-1], "đãdự02/04lượt") || !strings.Contains(strings.Join(file.pages, ""), "đãdự02/04lượt") {
		t.Error("the draft does not follow the records, so the comparison above proves nothing")
	}
}

// Any text a person can type stays on its page, and the same dossier at the same moment gives the same bytes.
func TestDossierOfHostileTexts(t *testing.T) {
	t.Parallel()
	o, ids, s := issuingOffice(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		v, err := sessions.Load(tx, ids["phien"])
		if err != nil {
			return err
		}
		in := whole(v)
		long := string([]rune(strings.Repeat(documenttest.Alphabet()[:60]+" 👍 ", 12))[:280])
		in.Title, in.Place = long, strings.Repeat("Hội trường ", 25)
		in.Items = append(
			in.Items,
			sessions.ItemInput{
				Title: strings.Repeat("x", 300),
				Papers: []sessions.PaperInput{
					{Title: "a\u0301e\u0302 (\\) <b>&amp; %PDF", Owner: strings.Repeat("Ban ", 70)},
					{Title: long, Input: `{"report":"R1","period":"2026-06"}`},
				},
			},
		)
		in.People = append(
			in.People,
			sessions.PersonInput{Label: "Đại diện " + strings.Repeat("cơ quan ", 30), Part: sessions.Invited, Copies: 1},
		)
		_, err = sessions.Save(tx, in)
		return err
	})
	in := DossierInput{SessionID: ids["phien"], Copies: true, Duplex: true}
	b := boundFileOf(t, o.Store, in)
	for n, pg := range b.Pages {
		for _, item := range pg.Texts {
			if item.Role != typeset.RoleFoot && item.Role != typeset.RolePage &&
				(item.X < pg.Left-typesettest.Slack || item.X+item.Width > pg.Right+typesettest.Slack || item.Y > pg.Bottom) {
				t.Errorf("page %d: %q at %.1f–%.1f, %.1f", n+1, item.Text, item.X, item.X+item.Width, item.Y)
			}
		}
		if n%len(b.Pages) == 0 {
			typesettest.CheckOverlap(t, n+1, pg)
		}
	}
	var files [2][]byte
	for i := range files {
		printed, err := s.Dossier(in)
		if err != nil {
			t.Fatal(err)
		}
		files[i] = fileOf(t, o, printed)
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the same dossier gave other bytes")
	}
}
