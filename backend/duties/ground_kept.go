package duties

import (
	"sync"

	"caunoi/backend/store"
)

// keptPlaces holds places, links, teams and posts of the whole office between one question and the next: at a province
// reading them takes several times as long as counting on them. They are believed only under the stamp they were read
// under; see migration 0013.
type keptPlaces struct {
	mu    sync.Mutex
	stamp int64
	read  *Ground
}

// Stamp changes with every change of units, assignments, teams, schemes and kinds, whoever makes it. What is worked out
// of these tables alone holds as long as the stamp read in the same transaction is the same.
func Stamp(tx *store.Tx) (int64, error) {
	var stamp int64
	return stamp, tx.Raw("SELECT stamp FROM ground_stamp WHERE name = 'ground'").Scan(&stamp).Error
}

// readPlaces reads places, links, teams and posts, or takes those of an earlier question. Nobody changes them afterwards.
func (g *Ground) readPlaces(tx *store.Tx) error {
	if g.near != "" {
		return g.readAll(tx)
	}
	stamp, err := Stamp(tx)
	if err != nil {
		return err
	}
	kept := store.Kept(tx, "duties.places", func() *keptPlaces { return &keptPlaces{} })
	kept.mu.Lock()
	defer kept.mu.Unlock()
	if kept.read == nil || kept.stamp != stamp {
		anew := newGround()
		if err := anew.readAll(tx); err != nil {
			return err
		}
		kept.read, kept.stamp = anew, stamp
	}
	k := kept.read
	g.UnitIDs, g.OfficerIDs, g.TeamIDs, g.Teams, g.Posts = k.UnitIDs, k.OfficerIDs, k.TeamIDs, k.Teams, k.Posts
	g.unitAt, g.officerAt, g.teamAt, g.places, g.links = k.unitAt, k.officerAt, k.teamAt, k.places, k.links
	return nil
}

func (g *Ground) readAll(tx *store.Tx) error {
	for _, read := range []func(*store.Tx) error{g.readUnits, g.readLinks, g.readTeams, g.readPosts} {
		if err := read(tx); err != nil {
			return err
		}
	}
	return nil
}

func newGround() *Ground {
	return &Ground{
		unitAt:    map[string]int32{},
		officerAt: map[string]int32{},
		teamAt:    map[string]int32{},
		links:     map[int32][]link{},
		root:      -1,
		asked:     -1,
	}
}
