package reports

import (
	"cmp"

	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// atOffice names the office itself in a list of the bodies that matters wait for: in Party form by its own name, in the forms of the
// other bodies as the one in whose name the paper goes out.
func (p Paper) atOffice(tx *store.Tx) (string, error) {
	if p.Profile.Form != document.FormParty {
		return cmp.Or(p.Issuer.Name, matters.NoOffice), nil
	}
	return matters.AtOffice(tx)
}

// ageing gives the ages of open matters as a paper names the bodies.
func (p Paper) ageing(tx *store.Tx, f matters.Filter) ([]matters.Ageing, error) {
	ages, err := matters.AgeingOf(tx, f)
	for i := range ages {
		if err == nil && ages[i].Key == "" {
			ages[i].Name, err = p.atOffice(tx)
		}
	}
	return ages, err
}
