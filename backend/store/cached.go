package store

import "sync"

// cachedValues holds what rooms keep in memory between transactions; it goes when the store closes.
type cachedValues struct {
	mu     sync.Mutex
	byName map[string]any
}

// Cached gives the one value that a room keeps in memory under a name as long as the store is open, made at first asking.
// It outlives the transaction and is shared by all of them: its owner locks it, and proves in every transaction, by
// something stored, that what it holds still is what the database says.
func Cached[T any](tx *Tx, name string, fresh func() *T) *T {
	k := tx.cached
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.byName == nil {
		k.byName = map[string]any{}
	}
	v, known := k.byName[name].(*T)
	if !known {
		v = fresh()
		k.byName[name] = v
	}
	return v
}

func (k *cachedValues) forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.byName = nil
}
