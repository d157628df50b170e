package sample

import (
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/store"
)

// makeDuties gives the made-up office the duties its officers are known to have had, one rule that was changed in the
// middle of the year, and two pauses.
func (o *office) makeDuties() error {
	var scheme string
	if err := o.tx.Raw("SELECT id FROM scheme WHERE preset = ?", "ben_tre").Scan(&scheme).Error; err != nil {
		return err
	}
	if _, err := duties.ApplyPreset(o.tx, duties.PresetInput{Preset: "ben_tre", SchemeID: scheme, From: o.begin}); err != nil {
		return err
	}
	if err := o.changeDuty(); err != nil {
		return err
	}
	return o.makeSuspensions()
}

// changeDuty gives the cells' meetings ten days of grace from the beginning of the year on, so that the list has a rule
// with a history.
func (o *office) changeDuty() error {
	var r duties.Rule
	err := o.tx.Where("activity = ? AND subject = ?", "CELL_REGULAR", duties.OfOfficer).Take(&r).Error
	if store.Missing(err) {
		return nil
	}
	if err != nil {
		return err
	}
	from := dates.Later(o.today.AddMonths(1-o.today.Month()).MonthStart(), o.begin.AddMonths(1))
	_, err = duties.ChangeRule(
		o.tx,
		duties.RuleInput{
			ID:               r.ID,
			SchemeID:         r.SchemeID,
			KindID:           r.KindID,
			Name:             r.Name,
			Subject:          r.Subject,
			Activity:         r.Activity,
			Quota:            r.Quota,
			Period:           r.Period,
			LeapCounts:       r.LeapCounts,
			GraceDays:        10,
			CountsSubstitute: true,
			CountsMember:     r.CountsMember,
			TargetTypes:      r.TargetTypes,
			ValidFrom:        from,
			ValidTo:          r.ValidTo,
			Source:           "Công văn 45-CV/HU của Huyện ủy Thạnh Mẫu",
		},
	)
	return err
}

func (o *office) makeSuspensions() error {
	flood := o.today.AddMonths(-2).MonthStart().AddDays(11)
	for _, in := range []duties.SuspensionInput{
		{ScopeUnitID: o.places[1].id, ValidFrom: flood, ValidTo: flood.AddDays(10), Reason: "Triều cường, nhiều tuyến lộ ngập",
			Source: "Thông báo 112-TB/HU của Huyện ủy Thạnh Mẫu"},
		{Activity: "GROUP", ValidFrom: o.today.AddMonths(-6).MonthStart(), ValidTo: o.today.AddMonths(-6).MonthStart().AddDays(7), Reason: "Phòng, chống dịch bệnh"},
	} {
		if _, err := duties.SaveSuspension(o.tx, in); err != nil {
			return err
		}
	}
	return nil
}
