package issuing_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/exchange"
	"caunoi/backend/issuing"
	"caunoi/backend/officers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
	"caunoi/backend/units"
)

// A report of 2024 stands when the units of 2024 are gone: printed again it is the same bytes, and the page of differences
// tells what the records say otherwise now (goal G15). The lists are the official ones where they are at hand.
func TestReportOf2024AfterTheMerger(t *testing.T) {
	t.Parallel()
	old, current := listsOfUnits(t)
	s := storetest.Open(t)
	at := func(day string) {
		moment, _ := time.Parse(time.DateOnly, day)
		s.Clock = func() time.Time { return moment.Add(3 * time.Hour) }
	}
	at("2024-01-02")
	takeIn(t, s, old, exchange.UnitOptions{AsOf: "2024-01-01"})
	var communes []units.Ref
	who, scheme := officers.Officer{}, assignments.Scheme{ID: store.NewID(), Name: "Phân công 2024", ValidFrom: "2024-01-01"}
	kind := assignments.Kind{
		ID:          store.NewID(),
		SchemeID:    scheme.ID,
		Code:        "A1",
		Name:        "Theo dõi xã",
		Verb:        "theo dõi",
		TargetTree:  units.TreeAdmin,
		TargetTypes: []string{units.Xa, units.Phuong, units.ThiTran},
		ExactlyOne:  true,
		Coverage:    true,
	}
	storetest.Write(t, s, func(tx *store.Tx) error {
		refs, err := units.Of(tx, units.Filter{Day: tx.Today})
		if err != nil {
			return err
		}
		for _, r := range refs {
			if r.Type == units.Xa && len(communes) < 12 {
				communes = append(communes, r)
			}
		}
		if _, err := units.StoreOffice(
			tx,
			units.Office{
				Level:         units.LevelTinh,
				Name:          "Tỉnh ủy Mẫu",
				Place:         "Xã Mẫu",
				Symbol:        "TU",
				SignAuthority: "T/M BAN THƯỜNG VỤ",
				SignPosition:  "PHÓ BÍ THƯ",
				SignName:      "Trần Thị Mẫu",
			},
		); err != nil {
			return err
		}
		for _, term := range []officers.Term{{Label: "2020–2025", Level: "tinh", ValidFrom: "2020-10-01", ValidTo: "2025-10-01"},
			{Label: "2025–2030", Level: "tinh", ValidFrom: "2025-10-01"}} {
			if _, err := officers.SaveTerm(tx, term); err != nil {
				return err
			}
		}
		if who, err = officers.Add(
			tx,
			officers.Input{
				FullName: "Cán bộ mẫu 01",
				Post:     officers.PostIn{Label: "Tỉnh ủy viên", OrgText: "Tỉnh ủy Mẫu", ValidFrom: "2023-01-01"},
			},
		); err != nil {
			return err
		}
		if err := tx.Create(&scheme).Error; err != nil {
			return err
		}
		return tx.Create(&kind).Error
	})
	var meetings []string
	storetest.Write(t, s, func(tx *store.Tx) error {
		in := assignments.DecisionIn{
			Number:        "15",
			Symbol:        "QĐ/TU",
			DocDate:       "2024-01-02",
			EffectiveDate: "2024-01-02",
			Issuer:        "Ban Thường vụ Tỉnh ủy",
			Subject:       "phân công",
			Action:        assignments.PhanCong,
			LineTotal:     len(communes),
		}
		for _, c := range communes {
			in.Lines = append(
				in.Lines,
				assignments.LineIn{Act: assignments.Giao, KindID: kind.ID, OfficerID: who.ID, TargetID: c.ID, Primary: true},
			)
		}
		_, err := assignments.Issue(tx, in)
		return err
	})
	at("2025-01-10")
	storetest.Write(t, s, func(tx *store.Tx) error {
		for i, c := range communes {
			day := dates.Date(fmt.Sprintf("2024-%02d-15", i+1))
			m, err := activities.Save(
				tx,
				activities.MeetingInput{
					Kind:        activities.People,
					State:       activities.Held,
					PlannedOn:   day,
					HeldOn:      day,
					HostIDs:     []string{c.ID},
					Attendances: []activities.AttendanceInput{{OfficerID: who.ID, Result: activities.Attended}},
				},
			)
			if err != nil {
				return err
			}
			meetings = append(meetings, m.Entry.ID)
		}
		return nil
	})
	var sealed issuing.Sealed
	storetest.Write(t, s, func(tx *store.Tx) (err error) {
		sealed, err = issuing.Seal(tx, issuing.IssueInput{Input: reports.Input{Report: "R20", Period: "2024"}})
		return err
	})
	if sealed.Paper.Symbol != "01-BC/TU" || sealed.Paper.Day != "2025-01-10" {
		t.Fatalf("%+v", sealed.Paper)
	}
	original := bytes.Clone(sealed.Content)

	at("2026-07-05")
	takeIn(
		t,
		s,
		current,
		exchange.UnitOptions{AsOf: "2026-07-01", Source: "Nghị quyết mẫu", Bulk: exchange.DecideNew, Close: exchange.CloseAll},
	)
	storetest.Write(t, s, func(tx *store.Tx) error { // a meeting of 2024 was struck off, and the office writes its name otherwise
		if err := tx.Exec("UPDATE meeting SET deleted_at = ? WHERE id = ?", tx.NowText(), meetings[0]).Error; err != nil {
			return err
		}
		office, err := units.TheOffice(tx)
		if err == nil {
			office.Name = "Tỉnh ủy Mẫu Mới"
			_, err = units.StoreOffice(tx, office)
		}
		return err
	})
	storetest.Write(t, s, func(tx *store.Tx) error {
		again, err := issuing.PrintAgain(tx, sealed.Paper.ID)
		if err != nil || !bytes.Equal(again.Content, original) {
			t.Errorf("%d bytes, not the %d that went out: %v", len(again.Content), len(original), err)
		}
		return nil
	})
	storetest.Read(t, s, func(tx *store.Tx) error {
		doc, _, err := issuing.Compare(tx, sealed.Paper.ID)
		if err != nil {
			return err
		}
		typesettest.CheckPDF(t, doc, tx.Now)
		pdf, err := typeset.RenderPDF(doc, tx.Now)
		if err != nil {
			return err
		}
		path := filepath.Join(t.TempDir(), "doi chieu.pdf")
		if err := os.WriteFile(path, pdf.Bytes, 0o600); err != nil {
			return err
		}
		out, err := exec.Command("pdftotext", "-raw", path, "-").Output()
		text := strings.Join(strings.Fields(string(out)), " ")
		for _, want := range []string{"BẢNG ĐỐI CHIẾU SỐ LIỆU", "báo cáo số 01-BC/TU, ngày 10/01/2025",
			"TỈNH ỦY MẪU TỈNH ỦY MẪU MỚI", "Mục I.2, đoạn 1: số cuộc họp 12 11"} {
			if !strings.Contains(text, want) {
				t.Errorf("the page does not say %q: %s", want, text)
			}
		}
		if strings.Contains(text, "Không lập lại được") {
			t.Errorf("the report of 2024 cannot be built any more: %s", text)
		}
		return err
	})
}

// listsOfUnits gives the official lists before and after the merger, or small ones of the same shape.
func listsOfUnits(t *testing.T) (old, current []byte) {
	t.Helper()
	for _, dir := range []string{os.Getenv("CAUNOI_DATA_SETS"), filepath.Join("..", "..", "..", "shared", "data")} {
		a, errA := os.ReadFile(filepath.Join(dir, "units-2025-three-tier.csv"))
		b, errB := os.ReadFile(filepath.Join(dir, "units-2026-three-provinces.csv"))
		if dir != "" && errA == nil && errB == nil {
			return a, b
		}
	}
	var a, b strings.Builder
	a.WriteString("\ufeffMã,Tên,Tên Tiếng Anh,Cấp,Mã QH,Quận Huyện,Mã TP,Tỉnh / Thành Phố\n")
	b.WriteString("\ufeffMã,Tên,Cấp,Mã TP,Tỉnh / Thành Phố\n")
	for i := range 48 {
		fmt.Fprintf(&a, "%05d,Xã Mẫu %d,,Xã,%d,Huyện Mẫu %d,%d,Tỉnh Mẫu %d\n", 28000+3*i, i, 800+i/8, i/8, 82+i/24, i/24)
		if i%4 == 0 {
			fmt.Fprintf(&b, "%05d,Xã Ghép %d,Xã,82,Tỉnh Mẫu 0\n", 28000+3*i, i)
		}
	}
	return []byte(a.String()), []byte(b.String())
}

func takeIn(t *testing.T, s *store.Store, list []byte, o exchange.UnitOptions) {
	t.Helper()
	file, err := exchange.ReadUnitFile("danh-sach.csv", list)
	if err != nil {
		t.Fatal(err)
	}
	storetest.Write(t, s, func(tx *store.Tx) error {
		if err := tx.SavePoint("preview").Error; err != nil {
			return err
		}
		plan, err := exchange.TryUnits(tx, file, o)
		if err != nil {
			return err
		}
		if err := tx.RollbackTo("preview").Error; err != nil {
			return err
		}
		if plan.Confirm {
			o.Confirmed = plan.Closing + plan.Replaced + plan.Below
		}
		_, err = exchange.ImportUnits(tx, file, o)
		return err
	})
}
