package reports

import (
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// CopyEnd is what a copy made on a day ends with, but for its number and kind: the committee copies, the head of its office signs by
// order. The body in whose series the copy is numbered comes with it.
func CopyEnd(tx *store.Tx, day dates.Date) (document.Copy, papers.Issuer, error) {
	paper, err := NewPaper(tx, Input{Date: day}, Report{Signature: SignedByLetter})
	if err != nil {
		return document.Copy{}, papers.Issuer{}, err
	}
	if paper.Issuer.Kind != papers.Committee { // the usual letters are the office's own; copies are the committee's
		if paper, err = NewPaper(tx, Input{Date: day, Signer: SignedByOrder}, Report{Signature: SignedByLetter}); err != nil {
			return document.Copy{}, papers.Issuer{}, err
		}
	}
	return document.Copy{
		Body: paper.Profile.SpellWords(paper.Issuer.Name), PlaceDate: document.DateLine(paper.Head), Right: paper.signer,
	}, paper.Issuer, nil
}
