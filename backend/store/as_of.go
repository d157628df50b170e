package store

import (
	"reflect"

	"caunoi/backend/dates"
)

// pastReading is what a reading of a past day knows besides: the day outside, and what rooms work out once for that day.
type pastReading struct {
	present dates.Date
	once    map[reflect.Type]any
}

// AsOf gives the transaction as it reads at the end of an earlier day: Today is that day, and rooms that keep how things stand
// tell how they stood. What was typed later about the day or an earlier one counts; what happened later does not. Nothing may be
// stored through it. From today on, and without a day, it is the transaction itself.
func (tx *Tx) AsOf(day dates.Date) *Tx {
	if day == dates.None || day >= tx.Today {
		return tx
	}
	past := *tx
	past.Today, past.Writes = day, false
	past.past = &pastReading{tx.Present(), map[reflect.Type]any{}}
	return &past
}

// Past tells that the transaction reads how things stood at the end of a past day.
func (tx *Tx) Past() bool { return tx.past != nil }

// Present is the day in Vietnam at the moment of the transaction, also in a reading of a past day.
func (tx *Tx) Present() dates.Date {
	if tx.past != nil {
		return tx.past.present
	}
	return tx.Today
}

// FirstDayToCome is the first day that is not over: today, or the day after the past one whose end is read.
func (tx *Tx) FirstDayToCome() dates.Date {
	if tx.past != nil {
		return tx.Today.AddDays(1)
	}
	return tx.Today
}

// OncePast gives what a room works out once for a reading of a past day, made at first asking.
func OncePast[T any](tx *Tx, work func() (T, error)) (T, error) {
	key := reflect.TypeFor[T]()
	if known, made := tx.past.once[key].(T); made {
		return known, nil
	}
	v, err := work()
	if err == nil {
		tx.past.once[key] = v
	}
	return v, err
}
