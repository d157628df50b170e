package desk

import (
	"cmp"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"caunoi/backend/access"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/find"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// FindQuery is what stands in the search box of the top bar.
type FindQuery struct {
	Text    string   `json:"text"`
	Screens []Screen `json:"screens"` // those the person may open; only the page knows them
}

// Screen is a screen of the page.
type Screen struct {
	Title string `json:"title"`
	Path  string `json:"path"`
}

// Found is one line under the search box of the top bar. The marks say which letters were typed: each word typed is marked in
// the text or in the note, so that nobody has to wonder why a line is there.
type Found struct {
	Kind      string      `json:"kind"` // one of the Found… kinds
	ID        string      `json:"id"`
	Text      string      `json:"text"`
	Note      string      `json:"note"`
	Path      string      `json:"path"`
	TextMarks []find.Mark `json:"textMarks"`
	NoteMarks []find.Mark `json:"noteMarks"`
}

// Kinds of what can be found, in the order in which equals are shown.
const (
	FoundPlace    = "dia_ban"
	FoundParty    = "to_chuc_dang"
	FoundOfficer  = "can_bo"
	FoundBody     = "co_quan"
	FoundScreen   = "man_hinh"
	FoundDecision = "quyet_dinh"
	FoundPaper    = "van_ban"
	FoundSession  = "phien_hop"
	FoundMatter   = "kien_nghi"
	FoundReport   = "bao_cao"
	FoundAct      = "viec"
)

var foundKinds = []string{FoundPlace, FoundParty, FoundOfficer, FoundBody, FoundScreen, FoundDecision, FoundPaper, FoundSession,
	FoundMatter, FoundReport, FoundAct}

// rankStep leaves room for the order inside a kind.
const rankStep = 1_000_000

func rankOf(kind string, within int) int {
	for i, k := range foundKinds {
		if k == kind {
			return i*rankStep + min(within, rankStep-1)
		}
	}
	return len(foundKinds) * rankStep
}

const (
	foundLines = 12 // lines of an answer
	askedEach  = 20 // papers and matters looked at: not every one that holds the letters holds the marks typed
)

// Find looks through the rooms, the screens and the acts for what a person typed. Typed marks narrow; letters without marks
// stand for all of them.
func (s *Service) Find(q FindQuery) ([]Found, error) {
	return access.Read(s.desk.Gate, "desk.Find", func(tx *store.Tx) ([]Found, error) {
		out := []Found{}
		if store.Fold(q.Text) == "" {
			return out, nil
		}
		q.Text = fullYear(q.Text, tx.Today)
		who := s.desk.Gate.Current()
		may := func(action string) bool { return who != nil && access.Permits(who.Role, action) }
		ix, err := everything(tx)
		if err != nil {
			return nil, err
		}
		screens := make([]find.Entry, len(q.Screens))
		for i, each := range q.Screens {
			screens[i] = find.Entry{
				Kind: FoundScreen,
				ID:   each.Path,
				Name: each.Title,
				Note: "màn hình",
				Path: each.Path,
				Rank: rankOf(FoundScreen, i),
			}
		}
		raised, err := findMatters(tx, q.Text)
		if err != nil {
			return nil, err
		}
		issued, err := findPapers(tx, q.Text)
		if err != nil {
			return nil, err
		}
		acts := possibleActs(may)
		out = fillActs(tx.Today, ix, acts, q.Text)
		for _, h := range find.Mix(foundLines-len(out), ix.Best(q.Text, nil), find.New(screens).Best(q.Text, nil),
			find.New(actEntries(acts)).Best(q.Text, nil), raised, issued) {
			if f, explained := shown(ix, h, q.Text); explained {
				out = append(out, f)
			}
		}
		return out, nil
	})
}

// shown is the line of a hit; explained is false when it does not show why it is one.
func shown(ix *find.Index, h find.Hit, typed string) (f Found, explained bool) {
	notes := []string{}
	if h.Note != "" {
		notes = append(notes, h.Note)
	}
	if places := ix.Places(h.Entry); len(places) > 0 {
		notes = append(notes, strings.Join(places, ", "))
	}
	if h.Found.Word != "" {
		notes = append(notes, h.Found.Word+" "+h.Found.Text)
	}
	f = Found{Kind: h.Kind, ID: h.ID, Text: h.Name, Note: strings.Join(notes, " · "), Path: h.Path}
	marks, explained := find.Marks(typed, h.ByLetters(), f.Text, f.Note)
	f.TextMarks, f.NoteMarks = marks[0], marks[1]
	return f, explained
}

// findCache is everything that can be found by name, as of one write and one day.
type findCache struct {
	mu    sync.Mutex
	stamp string
	today dates.Date
	index *find.Index
}

// everything gives the names of all records. Every write changes last_write, so what is kept is never older than the data.
func everything(tx *store.Tx) (*find.Index, error) {
	stamp := ""
	if err := tx.Raw("SELECT hex(id) FROM last_write").Scan(&stamp).Error; err != nil {
		return nil, err
	}
	c := store.Cached(tx, "desk.find", func() *findCache { return &findCache{} })
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.index != nil && c.stamp == stamp && c.today == tx.Today {
		return c.index, nil
	}
	entries := []find.Entry{}
	for _, read := range []func(*store.Tx) ([]find.Entry, error){unitEntries, officerEntries, bodyEntries, decisionEntries,
		sessionEntries} {
		some, err := read(tx)
		if err != nil {
			return nil, err
		}
		entries = append(entries, some...)
	}
	c.index, c.stamp, c.today = find.New(entries), stamp, tx.Today
	return c.index, nil
}

func unitEntries(tx *store.Tx) ([]find.Entry, error) {
	list, err := units.EveryKnown(tx, tx.Today)
	entries := make([]find.Entry, 0, len(list))
	for _, u := range list {
		kind, typ := FoundPlace, units.Word(u.Type)
		if u.Tree == units.TreeParty {
			kind = FoundParty
		}
		t, _ := units.TypeOf(u.Type)
		e := find.Entry{Kind: kind, ID: u.ID, Name: u.Name, Lead: u.ProperFrom, In: u.ParentID, Path: "/dia-ban?id=" + u.ID,
			Gone: u.EndedOn != dates.None, Rank: rankOf(kind, t.Tier)}
		if u.ParentID == "" {
			e.Note = typ
		}
		if e.Gone {
			e.Note = "đến " + u.EndedOn.AddDays(-1).Show()
		}
		for _, a := range []find.Alias{{Text: u.ShortName, Word: "gọi tắt"}, {Text: u.Code, Word: "mã"}} {
			if a.Text != "" {
				e.Also = append(e.Also, a)
			}
		}
		for _, name := range u.Former {
			e.Also = append(e.Also, find.Alias{Text: name, Word: "có lúc là"})
		}
		entries = append(entries, e)
	}
	return entries, err
}

func officerEntries(tx *store.Tx) ([]find.Entry, error) {
	list, err := officers.All(tx, tx.Today)
	entries := make([]find.Entry, 0, len(list))
	for i, o := range list {
		note := strings.Trim(o.Post+", "+o.PostOrg, ", ")
		e := find.Entry{Kind: FoundOfficer, ID: o.ID, Name: o.Name, Lead: len(strings.Fields(o.Name)) - 1, Note: cmp.Or(note, "cán bộ"),
			Path: "/can-bo/" + o.ID, Rank: rankOf(FoundOfficer, i)}
		if note != "" {
			e.Also = []find.Alias{{Text: note}}
		}
		entries = append(entries, e)
	}
	return entries, err
}

func bodyEntries(tx *store.Tx) ([]find.Entry, error) {
	list, err := matters.Bodies(tx, matters.BodyFilter{})
	entries := make([]find.Entry, 0, len(list))
	for i, b := range list {
		e := find.Entry{Kind: FoundBody, ID: b.ID, Name: b.Name, Note: "cơ quan trả lời", Rank: rankOf(FoundBody, i),
			Path: "/kien-nghi?loc=" + url.QueryEscape(`{"bodyId":"`+b.ID+`"}`) + "&ten=" + url.QueryEscape(b.Name)}
		if b.ShortName != "" && b.ShortName != b.Name {
			e.Also = []find.Alias{{Text: b.ShortName, Word: "gọi tắt"}}
		}
		entries = append(entries, e)
	}
	return entries, err
}

func decisionEntries(tx *store.Tx) ([]find.Entry, error) {
	list, err := assignments.Heads(tx)
	entries := make([]find.Entry, 0, len(list))
	for i, d := range list {
		note := "ngày " + d.DocDate.Show()
		if d.State == assignments.DuThao {
			note = strings.TrimSpace("dự thảo " + d.DocDate.Show())
		}
		entries = append(entries, find.Entry{Kind: FoundDecision, ID: d.ID, Name: strings.TrimSpace(d.NumberText() + " " + d.Subject),
			Note: note, Path: "/phan-cong/quyet-dinh/" + d.ID, Rank: rankOf(FoundDecision, i)})
	}
	return entries, err
}

func sessionEntries(tx *store.Tx) ([]find.Entry, error) {
	list, err := sessions.Heads(tx)
	entries := make([]find.Entry, 0, len(list))
	for i, m := range list {
		day := "phiên họp ngày " + m.Day.Show()
		entries = append(entries, find.Entry{Kind: FoundSession, ID: m.ID, Name: m.Title, Note: day + ", " + strings.ToLower(m.StateWord),
			Also: []find.Alias{{Text: day}}, Path: "/phien-hop/" + m.ID, Rank: rankOf(FoundSession, i)})
	}
	return entries, err
}

var shortYear = regexp.MustCompile(`(?i)^((?:ki[eế]n ngh[iị] )?(?:s[oố] )?\d{1,7} ?/ ?)(\d{2})$`)

// fullYear writes the year of a number in the register in full: "128/26" is what people write for 128/2026.
func fullYear(text string, today dates.Date) string {
	m := shortYear.FindStringSubmatch(store.CleanLine(text))
	if m == nil {
		return text
	}
	for year := today.Year(); year > today.Year()-10; year-- {
		if full := strconv.Itoa(year); full[2:] == m[2] {
			return m[1] + full
		}
	}
	return text
}

// findMatters asks the index of the register: there are far more matters than names.
func findMatters(tx *store.Tx, text string) ([]find.Hit, error) {
	list, err := matters.Search(tx, text, askedEach)
	entries, places := make([]find.Entry, 0, len(list)), map[string]bool{}
	for i, m := range list {
		number := "kiến nghị số " + m.NoText
		entries = append(
			entries,
			find.Entry{
				Kind: FoundMatter,
				ID:   m.ID,
				Name: m.Summary,
				In:   m.PlaceID,
				Also: []find.Alias{{Text: number}},
				Note: m.Place + " · " + number + ", " + strings.ToLower(m.StateWord),
				Path: "/kien-nghi/" + m.ID,
				Rank: rankOf(FoundMatter, i),
			},
		)
		if !places[m.PlaceID] {
			places[m.PlaceID] = true
			entries = append(entries, find.Entry{ID: m.PlaceID, Name: m.Place})
		}
	}
	hits := find.New(entries).Best(text, func(e find.Entry) bool { return e.Kind == FoundMatter })
	return hits, err
}

func findPapers(tx *store.Tx, text string) ([]find.Hit, error) {
	list, err := papers.Search(tx, text, askedEach)
	entries := make([]find.Entry, 0, len(list))
	for i, p := range list {
		note := "văn bản đi ngày " + p.Day.Show()
		if p.CancelledAt != "" {
			note += ", đã hủy"
		}
		entries = append(
			entries,
			find.Entry{Kind: FoundPaper, ID: p.ID, Name: strings.TrimSpace(p.Symbol + " " + p.TypeName + " " + p.Subject),
				Note: note, Path: "/van-ban?tim=" + url.QueryEscape(p.Symbol), Gone: p.CancelledAt != "", Rank: rankOf(FoundPaper, i)},
		)
	}
	return find.New(entries).Best(text, nil), err
}
