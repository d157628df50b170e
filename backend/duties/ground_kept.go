package duties

import (
	"sync"

	"caunoi/backend/store"
)

// keptPlaces holds places, links, teams and posts of the whole office between one question and the next: at a province
// reading them takes several times as long as counting on them. They are believed only under the stamp they were read
// under; see migration 0013.
type unitsCache struct {
	mu    sync.Mutex
	stamp int64
	read  *DutyIndex
}

// Stamp changes with every change of units, assignments, teams, schemes and kinds, whoever makes it. What is worked out
// of these tables alone holds as long as the stamp read in the same transaction is the same.
func ChangeStamp(tx *store.Tx) (int64, error) {
	var stamp int64
	return stamp, tx.Raw("SELECT stamp FROM ground_stamp WHERE name = 'ground'").Scan(&stamp).Error
}

// readPlaces reads places, links, teams and posts, or takes those of an earlier question. Nobody changes them afterwards.
func (g *DutyIndex) readUnitsOrCached(tx *store.Tx) error {
	if g.nearbyJSON != "" {
		return g.readAll(tx)
	}
	stamp, err := ChangeStamp(tx)
	if err != nil {
		return err
	}
	kept := store.Cached(tx, "duties.places", func() *unitsCache { return &unitsCache{} })
	kept.mu.Lock()
	defer kept.mu.Unlock()
	if kept.read == nil || kept.stamp != stamp {
		anew := newDutyIndex()
		if err := anew.readAll(tx); err != nil {
			return err
		}
		kept.read, kept.stamp = anew, stamp
	}
	k := kept.read
	g.UnitIDs, g.OfficerIDs, g.TeamIDs, g.Teams, g.Assigned = k.UnitIDs, k.OfficerIDs, k.TeamIDs, k.Teams, k.Assigned
	g.unitIndexes, g.officerIndexes, g.teamIndexes, g.units, g.links = k.unitIndexes, k.officerIndexes, k.teamIndexes, k.units, k.links
	return nil
}

func (g *DutyIndex) readAll(tx *store.Tx) error {
	for _, read := range []func(*store.Tx) error{g.readUnits, g.readLinks, g.readTeams, g.readPosts} {
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
		links:     map[int32][]link{},
		scopeUnit:      -1,
		askedOfficer:     -1,
	}
}
