package reports

import (
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// Compare makes the page of differences of an issued paper.
func Compare(tx *store.Tx, id string) (Document, papers.Issued, error) {
	return Document{}, papers.Issued{}, errNotYet
}

var errNotYet = fault.Unavailable("Đang làm.")
