package activities

import (
	"cmp"
	"slices"
	"sync"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/store"
)

// firstScreenCache is what the first screen works out of units and assignments of the whole office. It is asked for again
// and again and changes seldom; see duties.ChangeStamp.
type firstScreenCache struct {
	mu        sync.Mutex
	stamp     int64
	day       dates.Date
	vacant    *vacancies
	cellHosts []string // usual hosts of the cells' meetings
}

// vacancies tells how many targets have to have somebody, how many have nobody, and those that have waited longest.
type vacancies struct {
	required, count int
	longest         []assignments.CoverageRow
}

// lockFirstScreenCache locks what is cached for the day; what was cached for another day or other assignments is gone.
func lockFirstScreenCache(tx *store.Tx, day dates.Date) (*firstScreenCache, error) {
	stamp, err := duties.ChangeStamp(tx)
	if err != nil {
		return nil, err
	}
	k := store.Cached(tx, "activities.first", func() *firstScreenCache { return &firstScreenCache{} })
	k.mu.Lock()
	if k.stamp != stamp || k.day != day {
		k.stamp, k.day, k.vacant, k.cellHosts = stamp, day, nil, nil
	}
	return k, nil
}

func vacanciesOf(tx *store.Tx) (vacancies, error) {
	k, err := lockFirstScreenCache(tx, tx.Today)
	if err != nil {
		return vacancies{}, err
	}
	defer k.mu.Unlock()
	if k.vacant == nil {
		coverage, err := assignments.Cover(tx, assignments.CoverageFilter{Day: tx.Today})
		if err != nil {
			return vacancies{}, err
		}
		vacant := coverage.Vacant()
		slices.SortStableFunc(vacant, func(a, b assignments.CoverageRow) int { return cmp.Compare(b.VacantDays, a.VacantDays) })
		k.vacant = &vacancies{coverage.Required, len(vacant), slices.Clone(vacant[:min(len(vacant), vacancyLimit)])}
	}
	return *k.vacant, nil
}

// cellHosts are the usual hosts of the cells' meetings in the whole office.
func cellHosts(tx *store.Tx, day dates.Date) ([]string, error) {
	k, err := lockFirstScreenCache(tx, day)
	if err != nil {
		return nil, err
	}
	defer k.mu.Unlock()
	if k.cellHosts == nil {
		if k.cellHosts, err = usualHosts(tx, CellRegular, "", day); err != nil {
			return nil, err
		}
	}
	return k.cellHosts, nil
}
