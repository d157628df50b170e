package store

import "sync"

// kept holds what rooms keep in memory between transactions; it goes when the store closes.
type kept struct {
	mu   sync.Mutex
	what map[string]any
}

// Kept gives the one value that a room keeps in memory under a name as long as the store is open, made at first asking.
// It outlives the transaction and is shared by all of them: its owner locks it, and proves in every transaction, by
// something stored, that what it holds still is what the database says.
func Kept[T any](tx *Tx, name string, fresh func() *T) *T {
	k := tx.kept
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.what == nil {
		k.what = map[string]any{}
	}
	v, known := k.what[name].(*T)
	if !known {
		v = fresh()
		k.what[name] = v
	}
	return v
}

func (k *kept) forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.what = nil
}
