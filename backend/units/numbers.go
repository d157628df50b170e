package units

import (
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Numbers knows every number the office's papers bear. The register of papers gives it to the store, for rooms to its left
// that note a number without issuing the paper: decisions, letters about matters.
type Numbers interface {
	// Odd tells what a person should accept before a number is noted: numbers left out, a day against the order, a number
	// that another paper bears. A symbol of another body gives nothing.
	Odd(tx *store.Tx, symbol string, day dates.Date) ([]string, error)
	// Next gives the symbol that follows in the series of a paper: "34-CV/HU" for like "12-CV/HU"; "" when the series is none
	// of the office's.
	Next(tx *store.Tx, like string, day dates.Date) (string, error)
}

// OddNumber asks the register of papers; see Numbers.Odd.
func OddNumber(tx *store.Tx, symbol string, day dates.Date) ([]string, error) {
	if numbers := store.Provided[Numbers](tx); numbers != nil && symbol != "" && day.Valid() {
		return numbers.Odd(tx, symbol, day)
	}
	return nil, nil
}

// NextNumber asks the register of papers; see Numbers.Next.
func NextNumber(tx *store.Tx, like string, day dates.Date) (string, error) {
	if numbers := store.Provided[Numbers](tx); numbers != nil {
		return numbers.Next(tx, like, day)
	}
	return "", nil
}
