package sample

import (
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
)

// makeDuties asks every officer for the monthly meeting of each place, which is what the generated log is about.
func (g *generated) makeDuties() error {
	for i, of := range []struct {
		kind    string
		meeting activities.Kind
	}{{"A2", activities.Committee}, {"A3", activities.CellRegular}, {"A5", activities.Group}} {
		kind := g.kinds[of.kind]
		r := duties.Rule{
			ID:       g.id(),
			SchemeID: kind.SchemeID,
			KindID:   kind.ID,
			Name:     "Dự họp hằng tháng: " + of.meeting.Word(),
			Subject:  duties.OfOfficer,
			Activity: duties.Activity(
				of.meeting,
			),
			Quota:       1,
			Period:      dates.Monthly,
			LeapCounts:  true,
			TargetTypes: []string{},
			ValidFrom:   "2010-01-01",
			SortOrder:   i,
			CreatedAt:   g.tx.NowText(),
		}
		r.SeriesID = r.ID
		if err := g.tx.Create(&r).Error; err != nil {
			return err
		}
	}
	return nil
}
