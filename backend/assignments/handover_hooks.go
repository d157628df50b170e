package assignments

import (
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// HandoverHook is what a package that may import this one, but not the reverse, has open where somebody is in charge: planned
// meetings, matters, pledges. desk.New gives the hooks to the store.
type HandoverHook struct {
	Code    string // "cuoc_hop"
	Word    string // "cuộc họp đã lên lịch": after a number
	Binding bool   // an assignment with such items is not closed without a successor or a word that nothing is left

	// Open lists what is open, by place (Held.TargetID).
	Open func(tx *store.Tx, held []HeldPlace) (map[string][]OpenItem, error)
	// Move follows a change of who is in charge and says in its own words what it did; nil where what is open hangs on
	// the place and so moves by itself. An empty trace means that nothing had to be moved.
	Move func(tx *store.Tx, passed []WorkTransfer) (trace string, err error)
	// Back takes a Move back; it refuses when what was moved has been worked on since.
	Back func(tx *store.Tx, trace string) error
}

// HeldPlace is a place somebody is, or was, in charge of.
type HeldPlace struct {
	AssignmentID string // "" when nobody is in charge any more
	OfficerID    string
	TargetID     string
	On           dates.Date // day of the change: what lies on it or after is still to come
}

// OpenItem is one thing still open at a place.
type OpenItem struct {
	Code     string     `json:"code"` // of the hook
	Word     string     `json:"word"`
	ID       string     `json:"id"` // of the record in its room
	TargetID string     `json:"targetId"`
	Text     string     `json:"text"`
	Day      dates.Date `json:"day"`     // due or planned; "" = none
	Binding  bool       `json:"binding"` // has to be handed over
}

// WorkTransfer is one officer's place in the work of an assignment going to another; To "" leaves it vacant.
type WorkTransfer struct {
	From, To                      string // officers
	AssignmentID, NewAssignmentID string // the assignment ended and the one begun; equal for a seat in a team
	TargetID                      string
	On                            dates.Date
	Rest                          bool // everything From is still expected at, whatever it hangs on
}

// HandoverHooks are the hooks of every room, in the order of their codes; desk.New provides them to its store.
type HandoverHooks []HandoverHook

// Hooks puts the hooks of several rooms together.
func Hooks(rooms ...[]HandoverHook) HandoverHooks {
	all := slices.Concat(rooms...)
	slices.SortFunc(all, func(a, b HandoverHook) int { return strings.Compare(a.Code, b.Code) })
	return all
}

func hooksOf(tx *store.Tx) HandoverHooks { return store.Provided[HandoverHooks](tx) }

// OpenAt lists what is open at places, room by room. R25 and R27 print it, the handover shows it.
func OpenAt(tx *store.Tx, held []HeldPlace) (map[string][]OpenItem, error) {
	return openItemsAt(tx, held, func(HandoverHook) bool { return true })
}

func openItemsAt(tx *store.Tx, held []HeldPlace, wanted func(HandoverHook) bool) (map[string][]OpenItem, error) {
	out := map[string][]OpenItem{}
	for _, c := range hooksOf(tx) {
		if !wanted(c) {
			continue
		}
		byPlace, err := c.Open(tx, held)
		if err != nil {
			return nil, err
		}
		for place, items := range byPlace {
			for _, item := range items {
				item.Code, item.Word, item.Binding, item.TargetID = c.Code, c.Word, c.Binding, place
				out[place] = append(out[place], item)
			}
		}
	}
	return out, nil
}

// OpenWords lists the kinds of open items there are, with their words.
func OpenWords(tx *store.Tx) []Choice {
	hooks := hooksOf(tx)
	out := make([]Choice, len(hooks))
	for i, c := range hooks {
		out[i] = Choice{c.Code, c.Word}
	}
	return out
}

// blockingWords counts what keeps an assignment from being closed, in words: "2 kiến nghị chưa xong".
func blockingWords(tx *store.Tx, items []OpenItem) string {
	var words []string
	for _, c := range hooksOf(tx) {
		n := 0
		for _, item := range items {
			if item.Code == c.Code {
				n++
			}
		}
		if c.Binding && n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, c.Word))
		}
	}
	return strings.Join(words, ", ")
}

// moveRecord is what one hook moved after a change, in that package's own words, so that it can be moved back.
type moveRecord struct {
	ID      string `gorm:"column:id;primaryKey"`
	OwnerID string `gorm:"column:owner_id"`
	Code    string `gorm:"column:code"`
	Trace   string `gorm:"column:trace"`
}

// TableName names the table for GORM.
func (moveRecord) TableName() string { return "carried" }

// runMoveHooks lets every package move what it has open to whoever follows; owner is the decision or handover that undoes it.
func runMoveHooks(tx *store.Tx, owner string, passed []WorkTransfer) error {
	if len(passed) == 0 {
		return nil
	}
	for _, c := range hooksOf(tx) {
		if c.Move == nil {
			continue
		}
		trace, err := c.Move(tx, passed)
		if err != nil {
			return err
		}
		if trace == "" {
			continue
		}
		if err := tx.Create(&moveRecord{store.NewID(), owner, c.Code, trace}).Error; err != nil {
			return err
		}
	}
	return nil
}

// undoMoveHooks moves back what runMoveHooks moved for an owner, the last first.
func undoMoveHooks(tx *store.Tx, owner string) error {
	var rows []moveRecord
	if err := tx.Where("owner_id = ?", owner).Order("id DESC").Find(&rows).Error; err != nil {
		return err
	}
	for _, row := range rows {
		for _, c := range hooksOf(tx) {
			if c.Code == row.Code && c.Back != nil {
				if err := c.Back(tx, row.Trace); err != nil {
					return err
				}
			}
		}
	}
	return tx.Where("owner_id = ?", owner).Delete(&moveRecord{}).Error
}

// transfers tells who follows whom in what a checked change ends: for a team, each of its members.
func (ch *change) transfers(tx *store.Tx) ([]WorkTransfer, error) {
	var out []WorkTransfer
	for _, a := range ch.ended {
		var next *Assignment
		for _, b := range ch.started {
			if b.KindID == a.KindID && b.TargetID == a.TargetID && b.ValidFrom == a.ValidTo && (next == nil || b.Primary && !next.Primary) {
				next = b
			}
		}
		to, fresh := "", ""
		if next != nil {
			lead, err := officersOf(tx, next, a.ValidTo)
			if err != nil {
				return nil, err
			}
			to, fresh = lead[0], next.ID
		}
		from, err := officersOf(tx, a, a.ValidTo)
		if err != nil {
			return nil, err
		}
		for _, officer := range from {
			out = append(
				out,
				WorkTransfer{From: officer, To: to, AssignmentID: a.ID, NewAssignmentID: fresh, TargetID: a.TargetID, On: a.ValidTo},
			)
		}
	}
	return out, nil
}

// officersOf lists the officers of an assignment on a day, a team's lead first; at least one entry, "" when a team is empty.
func officersOf(tx *store.Tx, a *Assignment, day dates.Date) ([]string, error) {
	if a.TeamID == "" {
		return []string{a.OfficerID}, nil
	}
	ids := []string{}
	err := tx.Model(&Member{}).Where("team_id = ? AND valid_from <= ? AND (valid_to = '' OR valid_to > ?)", a.TeamID, day, day).
		Order("lead DESC, id").Pluck("officer_id", &ids).Error
	if len(ids) == 0 {
		ids = []string{""}
	}
	return ids, err
}

// checkEndsWithoutSuccessor refuses the lines of a decision that close an assignment nobody takes over while something is open there.
func (ch *change) checkEndsWithoutSuccessor(tx *store.Tx, f *fault.Fields) error {
	for i, l := range ch.lines {
		if l.Act != Thoi {
			continue
		}
		a := ch.byID[l.AssignmentID]
		if a == nil ||
			slices.ContainsFunc(
				ch.started,
				func(b *Assignment) bool { return b.KindID == a.KindID && b.TargetID == a.TargetID && b.Primary },
			) {
			continue
		}
		open, err := checkOpen(tx, *a, l.From, l.EndReason, l.NothingOpen)
		if err != nil {
			return err
		}
		if open != "" {
			lineMessages{f, i}.add("nothingOpen", "địa bàn còn %s; hãy giao cho người khác trong cùng quyết định, hoặc lập bàn giao.", open)
		}
	}
	return nil
}

// checkOpen says in words what keeps an assignment from being closed when nobody takes it over, "" if nothing does (domain
// §3.4, story 13). A tier of administration that is abolished hands over in bulk and is exempt.
func checkOpen(tx *store.Tx, a Assignment, on dates.Date, reason EndReason, confirmed bool) (string, error) {
	if confirmed || reason == "ket_thuc_cap_huyen" || !a.Primary {
		return "", nil
	}
	open, err := openItemsAt(tx, []HeldPlace{{a.ID, a.OfficerID, a.TargetID, on}}, func(c HandoverHook) bool { return c.Binding })
	if err != nil {
		return "", err
	}
	return blockingWords(tx, open[a.TargetID]), nil
}
