package reports

import (
	"fmt"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// BenchmarkRegisterOfHundredPages reads a year of meetings, sets R6 and writes the file, as pressing the button does.
func BenchmarkRegisterOfHundredPages(b *testing.B) { benchRegister(b, 700) }

// BenchmarkG24DistrictRegister holds the goal of 5 s for a year's register of a district, some 2,500 pages.
func BenchmarkG24DistrictRegister(b *testing.B) {
	b.Run("ours", func(b *testing.B) {
		benchRegister(b, 18_000)
		b.ReportMetric(5000, "target-ms")
	})
}

func benchRegister(b *testing.B, meetings int) {
	b.Helper()
	o := accesstest.Open(b)
	storetest.Write(b, o.Store, func(tx *store.Tx) error {
		if _, err := units.StoreOffice(
			tx,
			units.Office{Level: units.LevelXa, Name: "Đảng ủy xã Mẫu Đơn", Superior: "Đảng bộ tỉnh Mẫu", Place: "Mẫu Đơn"},
		); err != nil {
			return err
		}
		place, who := store.NewID(), officers.Officer{}
		if _, err := units.InsertMany(
			tx,
			[]units.NewUnit{
				{ID: place, Tree: units.TreeAdmin, Facts: units.Facts{Name: "Xã Mẫu Đơn", Type: units.Xa}, ValidFrom: "2025-07-01"},
			},
		); err != nil {
			return err
		}
		who, err := officers.Add(tx, officers.Input{FullName: "Cán bộ mẫu 01"})
		if err != nil {
			return err
		}
		for i := range meetings {
			day := dates.Must("2025-12-31").AddDays(1 + i%320)
			m := activities.Meeting{
				ID:        store.NewID(),
				Kind:      activities.People,
				State:     activities.Held,
				HeldOn:    day,
				Day:       day,
				PlannedOn: day,
				CreatedAt: tx.NowText(),
			}
			if err := tx.Create(&m).Error; err != nil {
				return err
			}
			rows := []any{
				&activities.Host{MeetingID: m.ID, UnitID: place},
				&activities.Attendance{ID: store.NewID(), MeetingID: m.ID, OfficerID: who.ID, Result: activities.Attended},
				&activities.Contribution{
					ID:        store.NewID(),
					MeetingID: m.ID,
					OfficerID: who.ID,
					FieldCode: "02",
					Summary:   fmt.Sprintf("Đề nghị sớm sửa đoạn đường số %d vào nhà văn hóa ấp trước mùa mưa", i),
					Accepted:  activities.AcceptedPending,
				},
			}
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

// BenchmarkMatterRegister reads the matters of a year, sets R8 with the guard's look at every text, and writes the file.
func BenchmarkMatterRegister(b *testing.B) {
	o := accesstest.Open(b)
	storetest.Write(b, o.Store, func(tx *store.Tx) error {
		if _, err := units.StoreOffice(
			tx,
			units.Office{Level: units.LevelXa, Name: "Đảng ủy xã Mẫu Đơn", Superior: "Đảng bộ tỉnh Mẫu", Place: "Mẫu Đơn"},
		); err != nil {
			return err
		}
		place, body := store.NewID(), store.NewID()
		if _, err := units.InsertMany(
			tx,
			[]units.NewUnit{
				{ID: place, Tree: units.TreeAdmin, Facts: units.Facts{Name: "Xã Mẫu Đơn", Type: units.Xa}, ValidFrom: "2025-07-01"},
			},
		); err != nil {
			return err
		}
		if err := tx.Exec(
			"INSERT INTO body (id, name, fold, sort_key, created_at) VALUES (?, 'Phòng Kinh tế', '', '', '')",
			body,
		).Error; err != nil {
			return err
		}
		for i := range 900 {
			day := dates.Must("2026-01-01").AddDays(i % 320)
			m := matters.Matter{
				ID:         store.NewID(),
				Year:       2026,
				Number:     i + 1,
				RaisedOn:   day,
				ReceivedOn: day,
				PlaceID:    place,
				Origin:     matters.FromVisit,
				Kind:       matters.Request,
				FieldCode:  "02",
				BodyID:     body,
				Summary: fmt.Sprintf(
					"Đề nghị sớm sửa đoạn đường số %d vào nhà văn hóa ấp trước mùa mưa để Nhân dân đi lại",
					i,
				),
				Proposal:    "Bố trí kinh phí trong năm",
				Voices:      1 + i%9,
				TotalVoices: 1 + i%9,
				State:       matters.Referred,
				CycleOn:     day,
				HandledOn:   day,
				ReferredOn:  day,
				ReferDoc:    "21-CV/ĐU, 08/06/2026",
				ReplyDue:    day.AddDays(20),
				Due:         day.AddDays(20),
			}
			if err := tx.Create(&m).Error; err != nil {
				return err
			}
		}
		return nil
	})
	s := New(o.Gate)
	for b.Loop() {
		printed, err := s.Preview(Input{Report: "R8", Period: "2026"})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(printed.Pages), "pages")
	}
}
