package reports

import (
	"fmt"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// BenchmarkRegisterOfHundredPages reads a year of meetings, sets R6 and writes the file, as pressing the button does.
func BenchmarkRegisterOfHundredPages(b *testing.B) {
	o := accesstest.Open(b)
	storetest.Write(b, o.Store, func(tx *store.Tx) error {
		if _, err := units.StoreOffice(tx, units.Office{Level: units.LevelXa, Name: "Đảng ủy xã Mẫu Đơn", Superior: "Đảng bộ tỉnh Mẫu", Place: "Mẫu Đơn"}); err != nil {
			return err
		}
		place, who := store.NewID(), officers.Officer{}
		if _, err := units.InsertMany(tx, []units.NewUnit{{ID: place, Tree: units.TreeAdmin, Facts: units.Facts{Name: "Xã Mẫu Đơn", Type: units.Xa}, ValidFrom: "2025-07-01"}}); err != nil {
			return err
		}
		who, err := officers.Add(tx, officers.Input{FullName: "Cán bộ mẫu 01"})
		if err != nil {
			return err
		}
		for i := range 700 {
			day := dates.Must("2025-12-31").AddDays(1 + i%320)
			m := activities.Meeting{ID: store.NewID(), Kind: activities.People, State: activities.Held, HeldOn: day, Day: day, PlannedOn: day, CreatedAt: tx.NowText()}
			if err := tx.Create(&m).Error; err != nil {
				return err
			}
			rows := []any{&activities.Host{MeetingID: m.ID, UnitID: place}, &activities.Attendance{ID: store.NewID(), MeetingID: m.ID, OfficerID: who.ID, Result: activities.Attended},
				&activities.Contribution{ID: store.NewID(), MeetingID: m.ID, OfficerID: who.ID, FieldCode: "02", Summary: fmt.Sprintf("Đề nghị sớm sửa đoạn đường số %d vào nhà văn hóa ấp trước mùa mưa", i), Accepted: activities.AcceptedPending}}
			for _, row := range rows {
				if err := tx.Create(row).Error; err != nil {
					return err
				}
			}
		}
		return nil
	})
	s := New(o.Gate)
	for b.Loop() {
		printed, err := s.Preview(Input{Report: "R6", Period: "2026"})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(printed.Pages), "pages")
	}
}
