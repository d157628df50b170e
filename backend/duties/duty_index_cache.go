package duties

import (
	"sync"

	"caunoi/backend/store"
)

// unitsCache holds units, links, teams and assignments of the whole office between one question and the next: at a province
// reading them takes several times as long as counting on them. They are believed only under the stamp they were read
// under; see migration 0013.
type unitsCache struct {
	mu    sync.Mutex
	stamp int64
	read  *DutyIndex
}

// ChangeStamp changes with every change of units, assignments, teams, schemes and kinds, whoever makes it. What is worked
// out of these tables alone holds as long as the stamp read in the same transaction is the same.
func ChangeStamp(tx *store.Tx) (int64, error) {
	var stamp int64
	return stamp, tx.Raw("SELECT stamp FROM ground_stamp WHERE name = 'ground'").Scan(&stamp).Error
}

// readUnitsOrCached reads units, links, teams and assignments, or takes those of an earlier question. Nobody changes them
// afterwards.
func (x *DutyIndex) readUnitsOrCached(tx *store.Tx) error {
	if x.nearbyJSON != "" {
		return x.readAll(tx)
	}
	stamp, err := ChangeStamp(tx)
	if err != nil {
		return err
	}
	cached := store.Cached(tx, "duties.units", func() *unitsCache { return &unitsCache{} })
	cached.mu.Lock()
	defer cached.mu.Unlock()
	if cached.read == nil || cached.stamp != stamp {
		fresh := newDutyIndex()
		if err := fresh.readAll(tx); err != nil {
			return err
		}
		cached.read, cached.stamp = fresh, stamp
	}
	from := cached.read
	x.UnitIDs, x.OfficerIDs, x.TeamIDs, x.Teams, x.Assigned = from.UnitIDs, from.OfficerIDs, from.TeamIDs, from.Teams, from.Assigned
	x.unitIndexes, x.officerIndexes, x.teamIndexes = from.unitIndexes, from.officerIndexes, from.teamIndexes
	x.units, x.links = from.units, from.links
	return nil
}

func (x *DutyIndex) readAll(tx *store.Tx) error {
	for _, read := range []func(*store.Tx) error{x.readUnits, x.readLinks, x.readTeams, x.readAssigned} {
		if err := read(tx); err != nil {
			return err
		}
	}
	return nil
}

func newDutyIndex() *DutyIndex {
	return &DutyIndex{
		unitIndexes:    map[string]int32{},
		officerIndexes: map[string]int32{},
		teamIndexes:    map[string]int32{},
		links:          map[int32][]link{},
		scopeUnit:      -1,
		askedOfficer:   -1,
	}
}
