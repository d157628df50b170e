package reports

import (
	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// ProfileVersions lists how papers of a form looked, look and will look, oldest first: a part begins wherever the rules
// change or the office chose something.
func (s *Service) ProfileVersions(form Form) ([]ProfileVersion, error) {
	return access.Read(s.gate, "reports.ProfileVersions", func(tx *store.Tx) ([]ProfileVersion, error) { return ProfileVersions(tx, form) })
}

// SaveProfile stores how papers look from a day on, or corrects the version of that day, and gives back the versions.
// Issued papers keep their form, for they are sealed.
func (s *Service) SaveProfile(in ProfileVersion) ([]ProfileVersion, error) {
	return access.Write(s.gate, "reports.SaveProfile", func(tx *store.Tx) ([]ProfileVersion, error) {
		if err := SaveProfile(tx, in.Profile.Filled(), in.From); err != nil {
			return nil, err
		}
		return ProfileVersions(tx, in.Profile.Filled().Form)
	})
}

// DeleteProfile takes back what the office chose from a day on: papers of that time look as before that day, or as the
// rules of their day say.
func (s *Service) DeleteProfile(form Form, from dates.Date) ([]ProfileVersion, error) {
	return access.Write(s.gate, "reports.DeleteProfile", func(tx *store.Tx) ([]ProfileVersion, error) {
		if err := DeleteProfile(tx, form, from); err != nil {
			return nil, err
		}
		return ProfileVersions(tx, form)
	})
}
