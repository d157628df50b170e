package store

import "reflect"

// Provide hands a room what rooms to its right do for it, since it may not import them. It is called where the program is put
// together, before the first transaction; each type has one value.
func Provide[T any](s *Store, value T) {
	if s.provided == nil {
		s.provided = map[reflect.Type]any{}
	}
	s.provided[reflect.TypeFor[T]()] = value
}

// Provided gives what Provide handed over, the zero value when nobody did.
func Provided[T any](tx *Tx) T {
	value, _ := tx.provided[reflect.TypeFor[T]()].(T)
	return value
}
