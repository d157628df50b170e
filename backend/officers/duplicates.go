package officers

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/store"
)

// Pair is two officers who may be one person, with the reason.
type Pair struct {
	A      Row    `json:"a"`
	B      Row    `json:"b"`
	Reason string `json:"reason"`
}

const mostAlike = 20

// alike lists officers whose name equals the typed one, or nearly so.
func alike(tx *store.Tx, name, exceptID string) ([]Row, error) {
	typed := store.Fold(name)
	if len(typed) < 3 {
		return []Row{}, nil
	}
	var people []Officer
	if err := tx.Where("deleted_at = '' AND id <> ?", exceptID).Order("sort_key, id").Find(&people).Error; err != nil {
		return nil, err
	}
	people = slices.DeleteFunc(people, func(o Officer) bool { return closeness(typed, o.Fold) == 0 })
	slices.SortStableFunc(people, func(a, b Officer) int {
		return cmp.Compare(closeness(typed, b.Fold), closeness(typed, a.Fold))
	})
	return rowsOf(tx, people[:min(len(people), mostAlike)], tx.Today)
}

// closeness compares folded names: 3 the same letters, 2 the same words in another order, 1 one letter apart, 0 different.
// One letter apart counts only for names of three words and more, of which there are enough letters to tell.
func closeness(a, b string) int {
	switch {
	case a == b:
		return 3
	case sortedWords(a) == sortedWords(b):
		return 2
	case strings.Count(a, " ") >= 2 && store.OneLetterApart(a, b):
		return 1
	}
	return 0
}

func sortedWords(folded string) string {
	words := strings.Fields(folded)
	slices.Sort(words)
	return strings.Join(words, " ")
}

// duplicates lists pairs of the same letters or the same words; names one letter apart are too many in a province to
// be worth a look, they are offered when a person is added.
func duplicates(tx *store.Tx) ([]Pair, error) {
	var people []Officer
	if err := tx.Where("deleted_at = ''").Order("sort_key, id").Find(&people).Error; err != nil {
		return nil, err
	}
	byWords := map[string][]Officer{}
	for _, p := range people {
		key := sortedWords(p.Fold)
		byWords[key] = append(byWords[key], p)
	}
	var involved []Officer
	for _, group := range byWords {
		if len(group) > 1 {
			involved = append(involved, group...)
		}
	}
	rows, err := rowsOf(tx, involved, tx.Today)
	if err != nil {
		return nil, err
	}
	byID := map[string]Row{}
	for _, r := range rows {
		byID[r.ID] = r
	}
	pairs := []Pair{}
	for _, p := range people { // in the order of names, so that the list never jumps
		group := byWords[sortedWords(p.Fold)]
		if group[0].ID != p.ID {
			continue
		}
		for i := range group {
			for _, other := range group[i+1:] {
				pairs = append(pairs, Pair{A: byID[group[i].ID], B: byID[other.ID], Reason: reason(group[i], other)})
			}
		}
	}
	return pairs, nil
}

func reason(a, b Officer) string {
	switch {
	case store.SameName(a.FullName, b.FullName):
		return "Cùng họ tên"
	case a.Fold == b.Fold:
		return "Cùng họ tên, khác dấu"
	}
	return "Cùng các chữ, khác thứ tự"
}
