package reports

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
	"caunoi/backend/units"
)

// Two hamlets end and one begins by the same paper on the same day; a third is renamed. The table sets them side by side and
// does not say which went where.
func TestLineageSaysOnlyWhatIsRecorded(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	const paper, day = "Nghị quyết 9 mẫu", dates.Date("2026-03-01")
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		if err := units.CloseMany(tx, []string{ids["ap0"], ids["ap1"]}, day, paper); err != nil {
			return err
		}
		if err := units.ChangeMany(
			tx,
			[]units.Change{
				{UnitID: ids["ap2"], From: day, Source: paper, Facts: units.Facts{Name: "Ấp Mẫu Mới", Type: units.Ap, ParentID: ids["xa"]}},
			},
		); err != nil {
			return err
		}
		_, err := units.InsertMany(
			tx,
			[]units.NewUnit{
				{
					Tree:      units.TreeAdmin,
					ValidFrom: day,
					Source:    paper,
					Facts:     units.Facts{Name: "Ấp Gộp", Type: units.Ap, ParentID: ids["xa"]},
				},
			},
		)
		return err
	})
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		doc, err := Make(tx, Input{Report: "R28", Period: "2026-Q1"})
		if err != nil {
			return err
		}
		var got []string
		for _, row := range doc.Blocks[0].Table.Rows {
			got = append(got, strings.ReplaceAll(rowText(row), "\n", "; "))
		}
		want := []string{
			"1 | Ấp Mẫu 1, xã Mẫu Đơn | Kết thúc | Nghị quyết 9 mẫu; từ ngày 01/3/2026 | cùng văn bản: Ấp Gộp, xã Mẫu Đơn | chưa ghi",
			"2 | Ấp Mẫu 2, xã Mẫu Đơn | Kết thúc | Nghị quyết 9 mẫu; từ ngày 01/3/2026 | cùng văn bản: Ấp Gộp, xã Mẫu Đơn | chưa ghi",
			"3 | Ấp Mẫu 3, xã Mẫu Đơn | Đổi tên | Nghị quyết 9 mẫu; từ ngày 01/3/2026 | Ấp Mẫu Mới, xã Mẫu Đơn | Toàn bộ",
			"4 |  | Thành lập | Nghị quyết 9 mẫu; từ ngày 01/3/2026 | Ấp Gộp, xã Mẫu Đơn | chưa ghi",
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		typesettest.CheckPDF(t, doc, documenttest.MadeAt)
		narrow, err := units.Lineage(tx, dates.Period("2026-Q1").Span(), ids["ap0"])
		if len(narrow) != 1 || narrow[0].UnitID != ids["ap0"] || narrow[0].After != nil {
			t.Errorf("narrowed to one hamlet: %+v", narrow)
		}
		return err
	})
}
