package issuing

import (
	"fmt"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/assignments"
	"caunoi/backend/officers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// BenchmarkIssueHundredPages issues a report with an annex of a hundred pages: numbers looked up, paper built, pages drawn,
// file and snapshot stored. It tells the bytes a paper takes in the database.
func BenchmarkIssueHundredPages(b *testing.B) {
	o := accesstest.Open(b)
	storetest.Write(b, o.Store, func(tx *store.Tx) error {
		if _, err := units.StoreOffice(
			tx,
			units.Office{Level: units.LevelXa, Name: "Đảng ủy xã Mẫu Đơn", Superior: "Đảng bộ tỉnh Mẫu", Place: "Mẫu Đơn"},
		); err != nil {
			return err
		}
		if _, err := officers.SaveTerm(tx, officers.Term{Label: "2025–2030", Level: "xa", ValidFrom: "2025-07-01"}); err != nil {
			return err
		}
		var list []units.NewUnit
		for i := range 3300 {
			if i%25 == 0 {
				list = append(
					list,
					units.NewUnit{
						ID:        store.NewID(),
						Tree:      units.TreeAdmin,
						Facts:     units.Facts{Name: fmt.Sprintf("Xã Mẫu Đơn %d", i/25+1), Type: units.Xa},
						ValidFrom: "2025-07-01",
					},
				)
			}
			list = append(list, units.NewUnit{ID: store.NewID(), Tree: units.TreeAdmin, ValidFrom: "2025-07-01",
				Facts: units.Facts{Name: fmt.Sprintf("Ấp Mẫu %d", i+1), Type: units.Ap, ParentID: list[len(list)-1-i%25].ID}})
		}
		if _, err := units.InsertMany(tx, list); err != nil {
			return err
		}
		scheme := assignments.Scheme{ID: store.NewID(), Name: "Phân công", ValidFrom: "2025-07-01"}
		if err := tx.Create(&scheme).Error; err != nil {
			return err
		}
		return tx.Create(
			&assignments.Kind{
				ID:          store.NewID(),
				SchemeID:    scheme.ID,
				Code:        "A1",
				Name:        "Theo dõi ấp",
				Verb:        "theo dõi, phụ trách",
				TargetTree:  units.TreeAdmin,
				TargetTypes: []string{units.Ap},
				ExactlyOne:  true,
				Coverage:    true,
			},
		).Error
	})
	s, number, pages, bytes, snapshot := New(o.Gate), 0, 0, 0, 0
	for b.Loop() {
		number++
		done, err := s.Issue(IssueInput{Input: reports.Input{Report: "R20", Period: "2026-06", Number: number}})
		if err != nil {
			b.Fatal(err)
		}
		pages = done.Paper.Pages
		storetest.Read(b, o.Store, func(tx *store.Tx) error {
			return tx.Raw("SELECT length(f.content), length(p.snapshot) FROM issued_file f JOIN issued_paper p ON p.id = f.paper_id WHERE p.id = ?", done.Paper.ID).
				Row().
				Scan(&bytes, &snapshot)
		})
	}
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(bytes), "file-bytes")
	b.ReportMetric(float64(snapshot), "snapshot-bytes")
}
