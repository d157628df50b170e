package units

import (
	"sync"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// graphCache is every unit with its labels in memory, as of a stamp that each change of a unit draws anew (migration 0020).
type graphCache struct {
	mu    sync.Mutex // also of the labels, which are worked out when they are asked for
	stamp int64
	graph *unitGraph
}

// mostLabels bounds the labels kept: a unit has one for each day it is shown as of.
const mostLabels = 200_000

// cachedRefs names units from memory. A transaction that writes does not fill it, because what it sees may never be stored; known
// is then false unless nothing has changed yet.
func cachedRefs(tx *store.Tx, ids []string, day dates.Date) (refs map[string]Ref, known bool, err error) {
	var stamp int64
	if err := tx.Raw("SELECT stamp FROM unit_stamp WHERE name = 'units'").Scan(&stamp).Error; err != nil {
		return nil, false, err
	}
	c := store.Cached(tx, "units.graph", func() *graphCache { return &graphCache{} })
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.graph == nil || c.stamp != stamp {
		if tx.Writes {
			return nil, false, nil
		}
		graph, err := loadWholeGraph(tx)
		if err != nil {
			return nil, false, err
		}
		c.graph, c.stamp = graph, stamp
	}
	if len(c.graph.labels) > mostLabels {
		clear(c.graph.labels)
	}
	refs = make(map[string]Ref, len(ids))
	for _, id := range ids {
		if e := c.graph.units[id]; e != nil {
			refs[id] = c.graph.ref(e, day)
		}
	}
	return refs, true, nil
}
