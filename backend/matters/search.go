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

// updateSearchIndex stores what a matter can be found by: its text, its place and the units above, and why it was refused.
func (c *calc) updateSearchIndex(m *Matter) error {
	places, err := c.placeNames([]Matter{*m})
	if err != nil {
		return err
	}
	place := places[placeOnDay{m.PlaceID, m.RaisedOn}]
	texts := []string{m.Summary, m.Proposal, place.Label}
	if m.Refusal != "" {
		texts = append(texts, m.outcomeText())
	}
	text := strings.Join(texts, "\n")
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
	if len(ids) == 0 {
		return []Row{}, nil
	}
	c, err := newCalc(tx)
	if err != nil {
		return nil, err
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

// searchQueries name the newest matters that hold words: with the very marks, then whatever the marks. An index is walked from its
// newest entry and left at the limit, so the size of the register does not matter.
var searchQueries = [2]string{
	"SELECT t.matter_id FROM matter_marked_index x CROSS JOIN matter_text t ON t.row_id = x.rowid " +
		"WHERE matter_marked_index MATCH ? ORDER BY x.rowid DESC LIMIT ?",
	"SELECT t.matter_id FROM matter_index x CROSS JOIN matter_text t ON t.row_id = x.rowid " +
		"WHERE matter_index MATCH ? ORDER BY x.rowid DESC LIMIT ?",
}

// searchIDs asks both indexes, the second only for what the first leaves over.
func searchIDs(tx *store.Tx, text string, limit int) ([]string, error) {
	ids := []string{}
	for i, form := range [2]string{lowerWithMarks(store.CleanLine(text)), store.Fold(text)} {
		words := store.MatchWords(form)
		if words == "" || len(ids) >= limit {
			break
		}
		var found []string
		if err := tx.Raw(searchQueries[i], words, limit).Scan(&found).Error; err != nil {
			return nil, err
		}
		for _, id := range found {
			if !slices.Contains(ids, id) && len(ids) < limit {
				ids = append(ids, id)
			}
		}
	}
	return ids, nil
}
