package matters

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// Khiếu nại and tố cáo leave nothing here but the way they went.
func TestStatutoryNotesHoldNoText(t *testing.T) {
	o := openOffice(t)
	plain := StatutoryInput{ReceivedOn: "2026-11-20", Kind: Appeal, BodyID: "pnn", ExternalNo: "45/2026/TCD"}
	for name, c := range map[string]struct {
		change      func(*StatutoryInput)
		field, says string
	}{
		"no day":        {func(in *StatutoryInput) { in.ReceivedOn = "" }, "receivedOn", "ngày nhận"},
		"a day to come": {func(in *StatutoryInput) { in.ReceivedOn = "2026-11-23" }, "receivedOn", "chưa tới"},
		"no kind":       {func(in *StatutoryInput) { in.Kind = "KHAC" }, "kind", "khiếu nại hoặc tố cáo"},
		"no body":       {func(in *StatutoryInput) { in.BodyID = "ai" }, "bodyId", "cơ quan"},
		"no number":     {func(in *StatutoryInput) { in.ExternalNo = " " }, "externalNo", "số ở sổ riêng"},
		"a sentence as a number": {func(in *StatutoryInput) { in.ExternalNo = "đất bà Tư đòi lại" }, "externalNo",
			"không có khoảng trắng"},
		"a long text as a number":  {func(in *StatutoryInput) { in.ExternalNo = strings.Repeat("a", 41) }, "externalNo", "chỉ gồm"},
		"a telephone with a blank": {func(in *StatutoryInput) { in.ExternalNo = "0912 345 678" }, "externalNo", "không có khoảng trắng"},
	} {
		t.Run(name, func(t *testing.T) {
			in := plain
			c.change(&in)
			_, err := o.s.SaveStatutory(in)
			refused(t, err, c.field, c.says)
		})
	}
	if all, err := o.s.Statutory(StatutoryFilter{}); err != nil || len(all) != 0 {
		t.Fatalf("%+v %v", all, err)
	}
	n, err := o.s.SaveStatutory(plain)
	if err != nil || n.KindWord != "Khiếu nại" || n.Body != "Phòng Nông nghiệp và Môi trường" {
		t.Fatalf("%+v %v", n, err)
	}
	if err := o.s.DeleteStatutory(n.ID); err != nil {
		t.Fatal(err)
	}
	if all, _ := o.s.Statutory(StatutoryFilter{Deleted: true}); len(all) != 1 {
		t.Errorf("not in the bin: %+v", all)
	}
	// neither the form nor the table has a place for a sentence
	for _, f := range reflect.VisibleFields(reflect.TypeFor[StatutoryInput]()) {
		if !slices.Contains([]string{"ID", "ReceivedOn", "Kind", "BodyID", "ExternalNo"}, f.Name) {
			t.Errorf("the form asks for %s", f.Name)
		}
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		var columns []string
		err := tx.Raw("SELECT name FROM pragma_table_info('statutory_note') ORDER BY cid").Scan(&columns).Error
		if got := strings.Join(columns, " "); got != "id received_on kind body_id external_no created_at deleted_at" {
			t.Errorf("the table has %s", got)
		}
		return err
	})
}

func TestReceptionDaysAndDialogues(t *testing.T) {
	o := openOffice(t)
	plain := ReceptionInput{
		Kind:        KindDialogue,
		HeadID:      "an",
		PlannedOn:   "2026-10-20",
		AnnouncedOn: "2026-10-13",
		HeldOn:      "2026-10-20",
		State:       DayHeld,
		PublishedOn: "2026-10-30",
		UnitIDs:     []string{"ap1"},
	}
	n := func(i int) *int { return &i }
	for name, c := range map[string]struct {
		change      func(*ReceptionInput)
		field, says string
	}{
		"no kind":                       {func(in *ReceptionInput) { in.Kind = "" }, "kind", "tiếp dân hoặc đối thoại"},
		"no head":                       {func(in *ReceptionInput) { in.HeadID = "ai" }, "headId", "người đứng đầu"},
		"no day":                        {func(in *ReceptionInput) { in.PlannedOn, in.HeldOn = "", "" }, "plannedOn", "nhập ngày"},
		"not held, nobody says why":     {func(in *ReceptionInput) { in.State = DayCancelled }, "reason", "lý do không tổ chức"},
		"broken day":                    {func(in *ReceptionInput) { in.PlannedOn = "2026-02-30" }, "plannedOn", "không hợp lệ"},
		"held in the future":            {func(in *ReceptionInput) { in.HeldOn = "2026-11-23" }, "heldOn", "chưa tới"},
		"announced after it":            {func(in *ReceptionInput) { in.AnnouncedOn = "2026-10-21" }, "announcedOn", "phải trước"},
		"published before it":           {func(in *ReceptionInput) { in.PublishedOn = "2026-10-19" }, "publishedOn", "phải sau"},
		"more settled than noted":       {func(in *ReceptionInput) { in.Noted, in.Settled = n(2), n(3) }, "settled", "không thể nhiều hơn"},
		"a negative count":              {func(in *ReceptionInput) { in.Visits = n(-1) }, "visits", "từ 0"},
		"a place that is gone":          {func(in *ReceptionInput) { in.UnitIDs = []string{"zzz"} }, "unitIds", "chọn lại"},
		"a resident in the place":       {func(in *ReceptionInput) { in.Place = "Nhà bà Trần Thị Mẫu" }, "place", "tên người dân"},
		"a sentence in a register's nr": {func(in *ReceptionInput) { in.ExternalNo = "số bốn lăm" }, "externalNo", "không có khoảng trắng"},
	} {
		t.Run(name, func(t *testing.T) {
			in := plain
			c.change(&in)
			_, err := o.s.SaveReceptionDay(in)
			refused(t, err, c.field, c.says)
		})
	}
	// seven days before, ten days after: on the last day is in time, a day later is said
	for name, c := range map[string]struct {
		change func(*ReceptionInput)
		warns  []string
	}{
		"both on the last day": {func(*ReceptionInput) {}, nil},
		"announced six days before": {func(in *ReceptionInput) { in.AnnouncedOn = "2026-10-14" },
			[]string{"Thông báo ngày 14/10/2026, chậm hơn mức trước 7 ngày."}},
		"never announced": {func(in *ReceptionInput) { in.AnnouncedOn = "" },
			[]string{"Chưa ghi ngày thông báo; phải thông báo trước 7 ngày, chậm nhất 13/10/2026."}},
		"published after eleven days": {func(in *ReceptionInput) { in.PublishedOn = "2026-10-31" },
			[]string{"Công bố kết quả ngày 31/10/2026, sau hạn 30/10/2026."}},
		"never published": {func(in *ReceptionInput) { in.PublishedOn = "" }, []string{"Chưa công bố kết quả; hạn 30/10/2026."}},
		"still time to publish": {func(in *ReceptionInput) {
			in.PlannedOn, in.HeldOn, in.AnnouncedOn, in.PublishedOn = "2026-11-16", "2026-11-16", "2026-11-09", ""
		}, nil},
		"not held": {func(in *ReceptionInput) { in.State, in.AnnouncedOn, in.Reason = DayCancelled, "", "trùng kỳ họp" },
			nil},
		"counted, not in the register": {func(in *ReceptionInput) { in.Noted = n(2) },
			[]string{"Ghi nhận 2 việc trong ngày, sổ kiến nghị có 0 việc."}},
	} {
		t.Run(name, func(t *testing.T) {
			in := plain
			c.change(&in)
			d, err := o.s.SaveReceptionDay(in)
			if err != nil || fmt.Sprint(d.Warnings) != fmt.Sprint(append([]string{}, c.warns...)) {
				t.Errorf("%q %v", d.Warnings, err)
			}
		})
	}
}

// A day planned at the end of a quarter and held in the next stands in the list of the quarter whose figures count it.
func TestReceptionListAddsUpToItsFigures(t *testing.T) {
	o := openOffice(t)
	seven := 7
	if _, err := o.s.SaveReceptionDay(
		ReceptionInput{Kind: KindReception, HeadID: "an", PlannedOn: "2026-09-30", HeldOn: "2026-10-02", State: DayHeld, Visits: &seven},
	); err != nil {
		t.Fatal(err)
	}
	for period, want := range map[dates.Period]int{"2026-Q3": 0, "2026-Q4": 7, "2026-09": 0, "2026-10": 7, "2026": 7} {
		days, err := o.s.ReceptionDays(ReceptionFilter{Span: period.Span()})
		if err != nil {
			t.Fatal(err)
		}
		visits := 0
		for _, d := range days {
			visits += *d.Visits
		}
		figures, err := o.s.ReceptionFigures(period)
		if err != nil || visits != want || figures.Visits != want {
			t.Errorf("%s: the list says %d, the figures %d, want %d (%v)", period, visits, figures.Visits, want, err)
		}
	}
}

// A commune's head owes two days a month, and two dialogues a year; what was cancelled or came unplanned does not count.
func TestReceptionQuotas(t *testing.T) {
	o := openOffice(t)
	if _, err := o.s.ReceptionQuotas("2026"); !fault.Is(err, fault.CodeInvalid) {
		t.Fatalf("a year was taken for a month: %v", err)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		_, err := units.StoreOffice(tx, units.Office{Level: units.LevelXa, Name: "Đảng ủy xã Mẫu"})
		return err
	})
	for _, in := range []ReceptionInput{
		{Kind: KindReception, PlannedOn: "2026-11-05", State: DayHeld},
		{Kind: KindReception, PlannedOn: "2026-11-12", State: DayHeld, Unscheduled: true},
		{Kind: KindReception, PlannedOn: "2026-11-19", State: DayCancelled, Reason: "trùng kỳ họp"},
		{Kind: KindDialogue, PlannedOn: "2026-03-10", State: DayHeld},
		{Kind: KindDialogue, PlannedOn: "2026-12-10"},
	} {
		in.HeadID = "an"
		if _, err := o.s.SaveReceptionDay(in); err != nil {
			t.Fatal(err)
		}
	}
	for month, want := range map[dates.Period]string{
		"":        "TIEP_DAN 2: 1+0, thiếu 1; DOI_THOAI 2: 1+1, thiếu 0",
		"2026-10": "TIEP_DAN 2: 0+0, thiếu 2; DOI_THOAI 2: 1+1, thiếu 0",
		"2025-11": "TIEP_DAN 2: 0+0, thiếu 2; DOI_THOAI 2: 0+0, thiếu 2",
	} {
		quotas, err := o.s.ReceptionQuotas(month)
		parts := []string{}
		for _, q := range quotas {
			parts = append(parts, fmt.Sprintf("%s %d: %d+%d, thiếu %d", q.Kind, q.Owed, q.Held, q.Planned, q.Short))
			if q.Source == "" {
				t.Errorf("%s has no source", q.Kind)
			}
		}
		if got := strings.Join(parts, "; "); err != nil || got != want {
			t.Errorf("%s: %s, want %s (%v)", month, got, want, err)
		}
	}
}

func TestBodiesOfTheDirectory(t *testing.T) {
	o := openOffice(t)
	for name, c := range map[string]struct {
		in          BodyInput
		field, says string
	}{
		"no name":       {BodyInput{Name: "  "}, "name", "nhập tên"},
		"a name twice":  {BodyInput{Name: "Phòng  Kinh tế"}, "name", "Đã có cơ quan"},
		"in capitals":   {BodyInput{Name: "PHÒNG KINH TẾ"}, "name", "Đã có cơ quan"},
		"a level of no": {BodyInput{Name: "A", Level: "quan"}, "level", "cấp"},
		"a long name":   {BodyInput{Name: strings.Repeat("ế", 201)}, "name", "dài"},
		"gone":          {BodyInput{ID: "zzz", Name: "A"}, "", "Không còn cơ quan"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := o.s.SaveBody(c.in)
			refused(t, err, c.field, c.says)
		})
	}
	r := o.record(t, plain())
	o.refer(t, "2026-09-28", "pnn", r.ID)
	refused(t, o.s.DeleteBody("pnn"), "", "đang giữ 1 kiến nghị")
	if err := o.s.DeleteBody("pkt"); err != nil {
		t.Fatal(err)
	}
	if _, err := o.s.SaveBody(BodyInput{Name: "Phòng Kinh tế", Level: "huyen"}); err != nil {
		t.Fatal(err)
	}
	refused(t, o.s.RestoreBody("pkt"), "", "cùng tên")
	refused(t, o.s.RestoreBody("zzz"), "", "Không tìm thấy")
	if got, err := o.s.Bodies(BodyFilter{Text: "nong nghiep"}); err != nil || len(got) != 1 || got[0].ID != "pnn" {
		t.Errorf("%+v %v", got, err)
	}
}

func TestFieldsOfWork(t *testing.T) {
	o := openOffice(t)
	for name, c := range map[string]struct {
		in          FieldInput
		field, says string
	}{
		"no code":      {FieldInput{Name: "A"}, "code", "Mã lĩnh vực"},
		"a small code": {FieldInput{Code: "a1", Name: "A"}, "code", "Mã lĩnh vực"},
		"no name":      {FieldInput{Code: "77", Name: " "}, "name", "nhập tên"},
		"broken day":   {FieldInput{Code: "77", Name: "A", ValidTo: "2026-02-30"}, "validTo", "không hợp lệ"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := o.s.SaveField(c.in)
			refused(t, err, c.field, c.says)
		})
	}
	r := o.record(t, plain())
	if _, err := o.s.SaveField(FieldInput{Code: "02", Name: "Thủy lợi", ValidTo: "2026-11-01"}); err != nil {
		t.Fatal(err)
	}
	if w := o.one(t, r.ID); w.FieldName != "Thủy lợi" {
		t.Errorf("an ended field has lost its name: %+v", w.FieldName)
	}
	late := plain()
	late.RaisedOn, late.MeetingID, late.Origin = "2026-11-10", "", FromVisit
	_, err := o.s.Record(late)
	refused(t, err, "items.0.fieldCode", "không áp dụng vào ngày 10/11/2026")
}

// Whoever types the marks means them; whoever does not wants everything that fits.
func TestSearchRanksMarksAsTyped(t *testing.T) {
	o := openOffice(t)
	for _, text := range []string{"Sửa cầu ván", "Chợ đông, cấu kiện hư", "Trồng cau, dừa", "Đèn đường hư", "Đen đặc nước cống"} {
		in := plain()
		in.Items[0].Summary = text
		o.record(t, in)
	}
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil}, {"  %_\"*(", nil}, {"cầu đường", nil},
		{"cầu", []string{"Sửa cầu ván", "Trồng cau, dừa", "Chợ đông, cấu kiện hư"}},
		{"cau", []string{"Trồng cau, dừa", "Chợ đông, cấu kiện hư", "Sửa cầu ván"}},
		{"CẤU", []string{"Chợ đông, cấu kiện hư", "Trồng cau, dừa", "Sửa cầu ván"}},
		{"đèn", []string{"Đèn đường hư", "Đen đặc nước cống"}},
		{"den", []string{"Đen đặc nước cống", "Đèn đường hư"}},
		{"den duong hu", []string{"Đèn đường hư"}},
		{"so 2/2026", []string{"Chợ đông, cấu kiện hư"}}, {"2/2026", []string{"Chợ đông, cấu kiện hư"}},
		{"số 2 / 2026", []string{"Chợ đông, cấu kiện hư"}},
		{"99/2026", nil},
	} {
		rows, err := o.s.Search(c.text)
		var got []string
		for _, r := range rows {
			got = append(got, r.Summary)
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%q finds %q, want %q (%v)", c.text, got, c.want, err)
		}
	}
}

func TestPlaceAndNoteAreKeptForAReason(t *testing.T) {
	o := openOffice(t)
	_, err := o.s.SaveBody(BodyInput{Name: "Trạm cấp nước", Note: "Đường dây 0912345678"})
	refused(t, err, "note", "số điện thoại")
	if _, err = o.s.SaveBody(BodyInput{Name: "Trạm cấp nước", Note: "Đường dây 0912345678", GuardReason: "SO_KHAC"}); err != nil {
		t.Error(err)
	}
	day := ReceptionInput{Kind: KindReception, HeadID: "an", PlannedOn: "2026-12-03", Place: "Nhà bà Trần Thị Mẫu", GuardReason: "khác"}
	_, err = o.s.SaveReceptionDay(day)
	refused(t, err, "guardReason", "trong danh sách")
	day.GuardReason = "DIA_DANH"
	if _, err = o.s.SaveReceptionDay(day); err != nil {
		t.Error(err)
	}
}
