package sessions

import (
	"encoding/json"
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Input is a session as typed, whole: what is not in it any more is gone. An empty ID adds a session.
type Input struct {
	ID          string        `json:"id"`
	Body        string        `json:"body"`
	Title       string        `json:"title"`
	Day         dates.Date    `json:"day"`
	StartTime   string        `json:"startTime"` // as typed: "7h30"
	EndTime     string        `json:"endTime"`
	Place       string        `json:"place"`
	ChairID     string        `json:"chairId"`
	SecretaryID string        `json:"secretaryId"`
	State       string        `json:"state"`
	Note        string        `json:"note"`
	GuardReason string        `json:"guardReason"` // why marked text is kept
	Items       []ItemInput   `json:"items"`
	People      []PersonInput `json:"people"` // none in a new session: the seats of the body on that day
}

// ItemInput is one point of the agenda as typed; the order is that of the list.
type ItemInput struct {
	ID          string       `json:"id"`
	Title       string       `json:"title"`
	PresenterID string       `json:"presenterId"`
	Presenter   string       `json:"presenter"`
	Minutes     int          `json:"minutes"`
	Conclusion  string       `json:"conclusion"`
	Papers      []PaperInput `json:"papers"`
}

// PaperInput is one paper under a point of the agenda: IssuedID or Input or neither.
type PaperInput struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	IssuedID string `json:"issuedId"`
	Input    string `json:"input"` // JSON of the choices of a paper of the catalog
	Owner    string `json:"owner"`
}

// PersonInput is one participant as typed.
type PersonInput struct {
	ID        string `json:"id"`
	OfficerID string `json:"officerId"`
	Label     string `json:"label"`
	Part      string `json:"part"` // Member or Invited
	Present   string `json:"present"`
	Copies    int    `json:"copies"`
}

// Save stores a session. It returns fault.CodeNotFound for an unknown id or one in the bin, and fault.CodeInvalid with a
// sentence for each field that is wrong; fields of a list are named "items.0.title",
// "items.0.papers.1.title", "people.3.label".
func Save(tx *store.Tx, in Input) (View, error) {
	cleanTexts(&in)
	row := Session{ID: in.ID, CreatedAt: tx.NowText()}
	if in.ID != "" {
		old, err := loadActive(tx, in.ID)
		if err != nil {
			return View{}, err
		}
		row = old
	}
	var f fault.Fields
	in.check(&f, tx.Today)
	if err := in.checkReferences(tx, &f); err != nil {
		return View{}, err
	}
	if err := in.checkFreeTexts(tx, &f); err != nil {
		return View{}, err
	}
	if err := f.Err(); err != nil {
		return View{}, err
	}
	verb := "Sửa"
	if row.ID == "" {
		row.ID, verb = store.NewID(), "Ghi"
		if len(in.People) == 0 {
			var err error
			if in.People, err = seatedMembers(tx, in.Body, in.Day); err != nil {
				return View{}, err
			}
		}
	}
	row.Body, row.Title, row.Day, row.StartTime, row.EndTime, row.Place = in.Body, in.Title, in.Day, in.StartTime, in.EndTime, in.Place
	row.ChairID, row.SecretaryID, row.State, row.Note, row.Reason = in.ChairID, in.SecretaryID, in.State, in.Note, in.GuardReason
	row.Fold = store.Fold(in.Title + " " + in.Place)
	if err := tx.Save(&row).Error; err != nil {
		return View{}, err
	}
	if err := replaceParts(tx, row.ID, in); err != nil {
		return View{}, err
	}
	tx.Audit(row.ID, fmt.Sprintf("%s phiên họp “%s”, ngày %s.", verb, row.Title, row.Day.Show()))
	return Load(tx, row.ID)
}

// loadActive finds a session that is not in the bin.
func loadActive(tx *store.Tx, id string) (Session, error) {
	var row Session
	err := tx.Where("id = ? AND deleted_at = ''", id).Take(&row).Error
	if store.Missing(err) {
		return Session{}, errNoSession
	}
	return row, err
}

// replaceParts writes agenda, papers and participants anew. A part keeps its key only where it was this session's before.
func replaceParts(tx *store.Tx, id string, in Input) error {
	keep, err := partIDs(tx, id)
	if err != nil {
		return err
	}
	key := func(wanted string) string {
		if keep[wanted] {
			delete(keep, wanted) // twice the same key is a copied line
			return wanted
		}
		return store.NewID()
	}
	var items []Item
	var laid []Paper
	var people []Person
	for n, i := range in.Items {
		item := Item{
			ID:          key(i.ID),
			SessionID:   id,
			SortOrder:   n + 1,
			Title:       i.Title,
			PresenterID: i.PresenterID,
			Presenter:   i.Presenter,
			Minutes:     i.Minutes,
			Conclusion:  i.Conclusion,
		}
		items = append(items, item)
		for k, p := range i.Papers {
			laid = append(
				laid,
				Paper{
					ID:        key(p.ID),
					ItemID:    item.ID,
					SortOrder: k + 1,
					Title:     p.Title,
					IssuedID:  p.IssuedID,
					Input:     p.Input,
					Owner:     p.Owner,
				},
			)
		}
	}
	for n, p := range in.People {
		people = append(
			people,
			Person{
				ID:        key(p.ID),
				SessionID: id,
				SortOrder: n + 1,
				OfficerID: p.OfficerID,
				Label:     p.Label,
				Role:      p.Part,
				Present:   p.Present,
				Copies:    p.Copies,
			},
		)
	}
	for _, gone := range []string{
		"DELETE FROM session_paper WHERE item_id IN (SELECT id FROM session_item WHERE session_id = ?)",
		"DELETE FROM session_item WHERE session_id = ?",
		"DELETE FROM session_person WHERE session_id = ?",
	} {
		if err := tx.Exec(gone, id).Error; err != nil {
			return err
		}
	}
	for _, rows := range []struct {
		n    int
		list any
	}{{len(items), items}, {len(laid), laid}, {len(people), people}} {
		if rows.n == 0 {
			continue
		}
		if err := tx.CreateInBatches(rows.list, 100).Error; err != nil {
			return err
		}
	}
	return nil
}

func partIDs(tx *store.Tx, id string) (map[string]bool, error) {
	var keys []string
	err := tx.Raw(`SELECT id FROM session_item WHERE session_id = ?1 UNION ALL SELECT id FROM session_person WHERE session_id = ?1
		UNION ALL SELECT p.id FROM session_paper p JOIN session_item i ON i.id = p.item_id WHERE i.session_id = ?1`, id).Scan(&keys).Error
	own := map[string]bool{}
	for _, k := range keys {
		own[k] = true
	}
	return own, err
}

// clearPeriod takes the period out of the choices of a paper, so that one of an earlier session is not laid before the next.
func clearPeriod(input string) string {
	var choices map[string]any
	if json.Unmarshal([]byte(input), &choices) != nil {
		return input
	}
	choices["period"] = ""
	again, err := json.Marshal(choices)
	if err != nil {
		return input
	}
	return string(again)
}
