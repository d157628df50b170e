package sessions

import (
	"cmp"

	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// View is a session with everything that belongs to it, named as of its day.
type View struct {
	Session
	BodyWord  string       `json:"bodyWord"`
	StateWord string       `json:"stateWord"`
	Chair     officers.Ref `json:"chair"`
	Secretary officers.Ref `json:"secretary"`
	Minutes   int          `json:"minutes"` // of all items together
	EndsAt    string       `json:"endsAt"`  // as planned, "11:15"; "" without a start
	Items     []ItemView   `json:"items"`
	People    []PersonView `json:"people"`
	Deleted   bool         `json:"deleted"` // lies in the bin
}

// ItemView is one point of the agenda with the hour it begins.
type ItemView struct {
	Item
	Number        int         `json:"number"` // 1, 2, 3 …
	StartsAt      string      `json:"startsAt"`
	PresenterWord string      `json:"presenterWord"` // the officer with the post held on the day, or the body
	PresenterName string      `json:"presenterName"` // the officer's bare name, for the picker
	Papers        []PaperView `json:"papers"`
}

// Kinds of papers laid before a session.
const (
	PaperIssued = "da_ban_hanh" // sealed here
	PaperDrawn  = "lap_moi"     // drawn up anew as a draft
	PaperApart  = "gui_rieng"   // handed out apart
)

// PaperView is one paper with what the register says of it now.
type PaperView struct {
	Paper
	Kind    string `json:"kind"`
	Symbol  string `json:"symbol"`  // "12-BC/HU" of an issued paper
	Day     string `json:"day"`     // its day, "05/02/2026"
	Missing string `json:"missing"` // why it cannot be laid before the session; "" = it can
}

// PersonView is one participant, named.
type PersonView struct {
	Person
	Name         string `json:"name"`
	Post         string `json:"post"` // "" where the name is a post or body itself
	RoleWord     string `json:"roleWord"`
	PresenceWord string `json:"presenceWord"`
}

var errNoSession = fault.NotFound("Không còn phiên họp này. Hãy tải lại danh sách phiên họp.")

// Load reads one session, also one in the bin. It returns fault.CodeNotFound for an unknown id.
func Load(tx *store.Tx, id string) (View, error) {
	var s Session
	err := tx.Where("id = ?", id).Take(&s).Error
	if store.Missing(err) {
		return View{}, errNoSession
	}
	if err != nil {
		return View{}, err
	}
	v := View{
		Session:   s,
		BodyWord:  vocabulary.Bodies.Of(s.Body),
		StateWord: vocabulary.States.Of(s.State),
		Deleted:   s.DeletedAt != "",
		Items:     []ItemView{},
		People:    []PersonView{},
	}
	var items []Item
	if err := tx.Where("session_id = ?", id).Order("sort_order, id").Find(&items).Error; err != nil {
		return View{}, err
	}
	var people []Person
	if err := tx.Where("session_id = ?", id).Order("sort_order, id").Find(&people).Error; err != nil {
		return View{}, err
	}
	ids := []string{s.ChairID, s.SecretaryID}
	for _, i := range items {
		ids = append(ids, i.PresenterID)
	}
	for _, p := range people {
		ids = append(ids, p.OfficerID)
	}
	refs, err := officers.Refs(tx, ids, s.Day)
	if err != nil {
		return View{}, err
	}
	v.Chair, v.Secretary = refs[s.ChairID], refs[s.SecretaryID]
	laid, err := papersByItem(tx, id)
	if err != nil {
		return View{}, err
	}
	begin := minuteOfDay(s.StartTime)
	for n, i := range items {
		iv := ItemView{Item: i, Number: n + 1, PresenterWord: i.Presenter, Papers: laid[i.ID]}
		if who, known := refs[i.PresenterID]; known {
			iv.PresenterName, iv.PresenterWord = who.Name, nameAndPost(who)
		}
		if begin >= 0 {
			iv.StartsAt = hourText(begin + v.Minutes)
		}
		if iv.Papers == nil {
			iv.Papers = []PaperView{}
		}
		v.Minutes += i.Minutes
		v.Items = append(v.Items, iv)
	}
	if begin >= 0 && v.Minutes > 0 {
		v.EndsAt = hourText(begin + v.Minutes)
	}
	for _, p := range people {
		who := refs[p.OfficerID]
		v.People = append(v.People, PersonView{Person: p, Name: cmp.Or(p.Label, who.Name), Post: who.Post,
			RoleWord: vocabulary.Roles.Of(p.Role), PresenceWord: vocabulary.Presence.Of(p.Present)})
	}
	return v, nil
}

// nameAndPost writes an officer as papers do: name and the post of the day.
func nameAndPost(who officers.Ref) string {
	if who.Post == "" {
		return who.Name
	}
	return who.Name + ", " + who.Post
}

// papersByItem reads the papers of a session by agenda item, with what became of the issued ones.
func papersByItem(tx *store.Tx, sessionID string) (map[string][]PaperView, error) {
	var rows []Paper
	err := tx.Where("item_id IN (SELECT id FROM session_item WHERE session_id = ?)", sessionID).Order("sort_order, id").Find(&rows).Error
	if err != nil {
		return nil, err
	}
	issued := map[string]papers.Issued{}
	for _, p := range rows {
		if p.IssuedID == "" {
			continue
		}
		var one papers.Issued
		err := tx.Omit("snapshot").Where("id = ?", p.IssuedID).Take(&one).Error
		if err != nil && !store.Missing(err) {
			return nil, err
		}
		issued[p.IssuedID] = one
	}
	out := map[string][]PaperView{}
	for _, p := range rows {
		out[p.ItemID] = append(out[p.ItemID], paperView(p, issued[p.IssuedID]))
	}
	return out, nil
}

func paperView(p Paper, issued papers.Issued) PaperView {
	v := PaperView{Paper: p, Kind: PaperApart}
	switch {
	case p.IssuedID != "":
		v.Kind, v.Symbol = PaperIssued, issued.Symbol
		if issued.Day != "" {
			v.Day = issued.Day.Show()
		}
		switch {
		case issued.ID == "":
			v.Missing = "không còn văn bản này trong sổ đăng ký"
		case issued.CancelledAt != "":
			v.Missing = "văn bản đã thu hồi, không đưa vào hồ sơ"
		}
	case p.Input != "":
		v.Kind = PaperDrawn
	}
	return v
}
