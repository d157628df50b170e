package matters

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/store"
)

// searchLimit is how many matters a search answers with.
const searchLimit = 50

// updateSearchIndex stores what a matter can be found by: its text, its place and the units above.
func (c *calc) updateSearchIndex(m *Matter) error {
	places, err := c.placeNames([]Matter{*m})
	if err != nil {
		return err
	}
	place := places[placeOnDay{m.PlaceID, m.RaisedOn}]
	text := strings.Join([]string{m.Summary, m.Proposal, place.Label}, "\n")
	row := searchText{MatterID: m.ID, Marked: lowerWithMarks(text), Fold: store.Fold(text)}
	if err := c.tx.Where("matter_id = ?", m.ID).Delete(&searchText{}).Error; err != nil {
		return err
	}
	return c.tx.Create(&row).Error
}

// lowerWithMarks is the form in which typed marks are compared: lower case, composed.
func lowerWithMarks(text string) string { return strings.ToLower(norm.NFC.String(text)) }

var registerNo = regexp.MustCompile(`^(?:kien nghi )?(?:so )?(\d{1,7})(?: ?/ ?(\d{4}))?$`)

// Search finds at most limit matters: first those with the very marks typed, then those that fit without marks, the
// newest of each first. The last word may be unfinished. "128/2026" is the number in the register; "128" that of this year and
// the last, and what holds it as a word.
func Search(tx *store.Tx, text string, limit int) ([]Row, error) {
	c, err := newCalc(tx)
	if err != nil {
		return nil, err
	}
	ids, err := numbered(tx, store.Fold(text))
	if err != nil {
		return nil, err
	}
	if !strings.Contains(text, "/") || len(ids) == 0 {
		others, err := searchIDs(tx, text, limit)
		if err != nil {
			return nil, err
		}
		for _, id := range others {
			if !slices.Contains(ids, id) && len(ids) < limit {
				ids = append(ids, id)
			}
		}
	}
	return c.rowsOf(ids)
}

// numbered finds matters by their number in the register.
func numbered(tx *store.Tx, folded string) ([]string, error) {
	ids := []string{}
	no := registerNo.FindStringSubmatch(folded)
	if no == nil {
		return ids, nil
	}
	number, _ := strconv.Atoi(no[1])
	years := []int{tx.Today.Year(), tx.Today.Year() - 1}
	if no[2] != "" {
		year, _ := strconv.Atoi(no[2])
		years = []int{year}
	}
	return ids, tx.Model(&Matter{}).Where("year IN ? AND number = ?", years, number).Order("year DESC").Pluck("id", &ids).Error
}

// searchIDs asks the index twice: with marks, then without. Both walk it from the newest entry and stop at the limit, so the
// size of the register does not matter.
func searchIDs(tx *store.Tx, text string, limit int) ([]string, error) {
	ids := []string{}
	fold := store.MatchWords(store.Fold(text))
	if fold == "" {
		return ids, nil
	}
	for _, match := range []string{"marked : (" + store.MatchWords(lowerWithMarks(store.CleanLine(text))) + ")", "fold : (" + fold + ")"} {
		var rows []int64
		if err := tx.Raw("SELECT rowid FROM matter_index WHERE matter_index MATCH ? ORDER BY rowid DESC LIMIT ?", match, limit).
			Scan(&rows).
			Error; err != nil {
			return nil, err
		}
		var found []searchKey
		if err := tx.Table("matter_text").Where("row_id IN ?", append(rows, -1)).Order("row_id DESC").Find(&found).Error; err != nil {
			return nil, err
		}
		for _, k := range found {
			if !slices.Contains(ids, k.MatterID) && len(ids) < limit {
				ids = append(ids, k.MatterID)
			}
		}
		if len(ids) >= limit {
			break
		}
	}
	return ids, nil
}

type searchKey struct {
	MatterID string `gorm:"column:matter_id"`
}
