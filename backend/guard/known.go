package guard

import (
	"encoding/json"
	"sync"

	"caunoi/backend/store"
)

// placeNames are the folded names of all places the office knows, kept under the stamp of the tree of units.
type placeNames struct {
	mu    sync.Mutex
	stamp int64
	folds map[string]struct{}
}

// has tells whether a place is known by a folded name.
func (p *placeNames) has(name string) bool {
	_, known := p.folds[name]
	return known
}

// knownPlaces gives the names of places; they are read again only after a unit changed.
func knownPlaces(tx *store.Tx) (*placeNames, error) {
	var stamp int64
	if err := tx.Raw(`SELECT stamp FROM ground_stamp WHERE name = 'ground'`).Scan(&stamp).Error; err != nil {
		return nil, err
	}
	p := store.Cached(tx, "guard.places", func() *placeNames { return &placeNames{} })
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.folds != nil && p.stamp == stamp {
		return &placeNames{folds: p.folds}, nil
	}
	var names []string
	if err := tx.Raw(`SELECT DISTINCT fold FROM unit_version`).Scan(&names).Error; err != nil {
		return nil, err
	}
	folds := make(map[string]struct{}, len(names))
	for _, name := range names {
		folds[name] = struct{}{}
	}
	p.stamp, p.folds = stamp, folds
	return &placeNames{folds: folds}, nil
}

// Check marks a text, asking the office's own officers and places for the names that may stand: nothing is asked when no
// name was found, and all names of a text are asked for at once.
func Check(tx *store.Tx, text string) ([]Finding, error) {
	s := newScan(text, tx.Today)
	var names, givens []string
	for _, c := range s.run() {
		names = append(names, c.names...)
		if c.given != "" {
			givens = append(givens, c.given)
		}
	}
	if len(names)+len(givens) == 0 {
		return s.findings(func(candidate) bool { return false }), nil
	}
	places, err := knownPlaces(tx)
	if err != nil {
		return nil, err
	}
	officers, err := knownOfficers(tx, names, givens)
	if err != nil {
		return nil, err
	}
	return s.findings(func(c candidate) bool {
		if c.given != "" && officers["* "+c.given] {
			return true
		}
		for _, name := range c.names {
			if officers[name] || places.has(name) {
				return true
			}
		}
		return false
	}), nil
}

// knownOfficers are those of the folded names that officers bear, and of the given names, written "* binh".
func knownOfficers(tx *store.Tx, names, givens []string) (map[string]bool, error) {
	namesJSON, err := json.Marshal(unique(names))
	if err != nil {
		return nil, err
	}
	givensJSON, err := json.Marshal(unique(givens))
	if err != nil {
		return nil, err
	}
	var found []string
	err = tx.Raw(`SELECT fold FROM officer WHERE deleted_at = '' AND fold IN (SELECT value FROM json_each(?1))
UNION SELECT '* ' || asked.value FROM json_each(?2) asked
WHERE EXISTS (SELECT 1 FROM officer WHERE deleted_at = '' AND fold LIKE '% ' || asked.value)`, string(namesJSON), string(givensJSON)).
		Scan(&found).Error
	out := make(map[string]bool, len(found))
	for _, name := range found {
		out[name] = true
	}
	return out, err
}

func unique(list []string) []string {
	seen, out := map[string]bool{}, []string{}
	for _, each := range list {
		if !seen[each] {
			seen[each] = true
			out = append(out, each)
		}
	}
	return out
}
