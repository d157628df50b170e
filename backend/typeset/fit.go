package typeset

import "caunoi/backend/document"

// FitOnePage builds a paper that has to stay on one page: it tries with as many of something as most and gives up one after the
// other down to least, which is printed whatever it takes.
func FitOnePage(most, least int, build func(n int) document.Document) (document.Document, error) {
	for n := most; n > least; n-- {
		doc := build(n)
		set, err := LayOut(doc)
		if err != nil {
			return doc, err
		}
		if len(set.Pages) <= 1 {
			return doc, nil
		}
	}
	return build(least), nil
}
