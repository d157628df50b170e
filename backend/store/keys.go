package store

import (
	"encoding/json"
	"slices"
)

// Distinct sorts keys and leaves each once; the list it is given is overwritten.
func Distinct(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// JSONList writes keys as the one parameter that json_each reads back as rows, whatever their number.
func JSONList(ids []string) string {
	text, _ := json.Marshal(ids) // a list of strings cannot fail
	return string(text)
}
