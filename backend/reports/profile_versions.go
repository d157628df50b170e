package reports

import (
	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/store"
)

// ProfileVersions lists how papers of a form looked, look and will look, oldest first: a part begins wherever the rules
// change or the office chose something.
func (s *Service) ProfileVersions(form document.Form) ([]document.ProfileVersion, error) {
	return access.Read(
		s.gate,
		"reports.ProfileVersions",
		func(tx *store.Tx) ([]document.ProfileVersion, error) { return document.ProfileVersions(tx, form) },
	)
}

// SaveProfile stores how papers look from a day on, or corrects the version of that day, and gives back the versions.
// Issued papers keep their form, for they are sealed.
func (s *Service) SaveProfile(in document.ProfileVersion) ([]document.ProfileVersion, error) {
	return access.Write(s.gate, "reports.SaveProfile", func(tx *store.Tx) ([]document.ProfileVersion, error) {
		if err := document.SaveProfile(tx, in.Profile.Filled(), in.From); err != nil {
			return nil, err
		}
		return document.ProfileVersions(tx, in.Profile.Filled().Form)
	})
}

// DeleteProfile takes back what the office chose from a day on: papers of that time look as before that day, or as the
// rules of their day say.
func (s *Service) DeleteProfile(form document.Form, from dates.Date) ([]document.ProfileVersion, error) {
	return access.Write(s.gate, "reports.DeleteProfile", func(tx *store.Tx) ([]document.ProfileVersion, error) {
		if err := document.DeleteProfile(tx, form, from); err != nil {
			return nil, err
		}
		return document.ProfileVersions(tx, form)
	})
}
