package papers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// office is a made-up district committee with two terms.
func office(t *testing.T) (*accesstest.Office, *papers.Service) {
	t.Helper()
	o := accesstest.Open(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		_, err := units.StoreOffice(
			tx,
			units.Office{
				Level:       units.LevelHuyen,
				Name:        "Huyện ủy Mẫu",
				Superior:    "Đảng bộ tỉnh Mẫu",
				Place:       "Huyện Mẫu",
				Symbol:      "HU",
				StateName:   "Ủy ban nhân dân huyện Mẫu",
				StateSymbol: "UBND",
			},
		)
		if err != nil {
			return err
		}
		for _, term := range []officers.Term{{Label: "2020–2025", Level: "huyen", ValidFrom: "2020-08-01", ValidTo: "2025-08-01"},
			{Label: "2025–2030", Level: "huyen", ValidFrom: "2025-08-01", ValidTo: "2030-08-01"},
			{Label: "2020–2035", Level: "xa", ValidFrom: "2010-01-01"}} {
			if _, err := officers.SaveTerm(tx, term); err != nil {
				return err
			}
		}
		return nil
	})
	o.SignIn(t, access.ChuyenVien)
	return o, papers.New(o.Gate)
}

// paper is a paper from outside of the series BC/HU.
func paper(number int, day dates.Date) papers.OutsideInput {
	return papers.OutsideInput{
		Form:     "dang",
		Series:   "BC",
		Number:   number,
		Day:      day,
		TypeName: "Báo cáo",
		Subject:  fmt.Sprintf("về công tác tháng, bản %d", number),
	}
}

func put(t *testing.T, s *papers.Service, list ...papers.OutsideInput) []papers.Issued {
	t.Helper()
	var out []papers.Issued
	for _, in := range list {
		p, err := s.RecordOutside(in)
		if asked, ok := fault.Of(err); ok && asked.Code == fault.CodeConfirm {
			in.Accepted = asked.Questions
			p, err = s.RecordOutside(in)
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

func TestOutsidePapersRefused(t *testing.T) {
	o, s := office(t)
	put(t, s, paper(1, "2025-09-01"), paper(2, "2025-09-02"))
	tests := []struct {
		name, field, says string
		change            func(*papers.OutsideInput)
	}{
		{
			"taken",
			"number",
			"Số 02 đã dùng cho 02-BC/HU, ngày 02/09/2025 (Báo cáo về công tác tháng, bản 2). Số tiếp theo chưa dùng là 03",
			func(in *papers.OutsideInput) { in.Number = 2 },
		},
		{"taken in January", "number", "đã dùng", func(in *papers.OutsideInput) { in.Number, in.Day = 2, "2026-01-05" }},
		{"none", "number", "từ 01", func(in *papers.OutsideInput) { in.Number = 0 }},
		{"letter without its number", "suffix", "Số 07 chưa dùng", func(in *papers.OutsideInput) { in.Number, in.Suffix = 7, "a" }},
		{"capital letter", "suffix", "chữ thường", func(in *papers.OutsideInput) { in.Number, in.Suffix = 2, "A" }},
		{"no term", "date", "Ngày 31/07/2020 không thuộc nhiệm kỳ nào", func(in *papers.OutsideInput) { in.Day = "2020-07-31" }},
		{"no day", "day", "Hãy ghi ngày", func(in *papers.OutsideInput) { in.Day = "" }},
		{"tomorrow", "day", "sau hôm nay", func(in *papers.OutsideInput) { in.Day = "2030-01-01" }},
		{"no subject", "subject", "trích yếu", func(in *papers.OutsideInput) { in.Subject = "  " }},
		{"a resident", "subject", "người dân", func(in *papers.OutsideInput) { in.Subject = "về đơn của ông Lê Văn Tám" }},
		{"long subject", "subject", "quá 500 chữ", func(in *papers.OutsideInput) { in.Subject = strings.Repeat("a ", 300) }},
		{"copies", "copies", "từ 0 đến", func(in *papers.OutsideInput) { in.Copies = -1 }},
		{"pages", "pages", "từ 0 đến", func(in *papers.OutsideInput) { in.Pages = 10000 }},
		{"no series", "series", "ký hiệu loại", func(in *papers.OutsideInput) { in.Series = "" }},
		{"symbol for series", "series", "chữ viết tắt", func(in *papers.OutsideInput) { in.Series = "BC/HU" }},
		{"form", "form", "Thể thức", func(in *papers.OutsideInput) { in.Form = "khac" }},
		{"issuer", "issuerId", "Không còn cơ quan", func(in *papers.OutsideInput) { in.IssuerID = "khong-co" }},
	}
	for _, tt := range tests {
		in := paper(3, "2025-09-03")
		tt.change(&in)
		_, err := s.RecordOutside(in)
		if f, ok := fault.Of(err); !ok || f.Fields[tt.field] == "" || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v, want a fault of %s that says %q", tt.name, err, tt.field, tt.says)
		}
	}
	if page, err := s.Register(papers.Filter{}); err != nil || page.Total != 2 {
		t.Errorf("%d papers, %v", page.Total, err)
	}
	o.SignIn(t, access.LanhDao)
	if _, err := s.RecordOutside(paper(3, "2025-09-03")); !fault.Is(err, fault.CodeForbidden) {
		t.Errorf("a reader recorded a paper: %v", err)
	}
}

// next opens the series of a day.
func next(t *testing.T, o *accesstest.Office, line papers.SeriesKey, day dates.Date) (b *papers.NumberSeries) {
	t.Helper()
	storetest.Read(t, o.Store, func(tx *store.Tx) (err error) {
		b, err = papers.OpenSeries(tx, line, day)
		return err
	})
	return b
}

var partyBC = papers.SeriesKey{Form: "dang", Symbol: "HU", Series: "BC"}

// The Party's series runs on over New Year and begins anew with a term; the state's begins anew each year; every type and
// every body has a series of its own.
func TestWhereASeriesBeginsAnew(t *testing.T) {
	o, s := office(t)
	put(t, s, paper(41, "2025-07-31"), paper(1, "2025-08-01"), paper(9, "2025-12-30"),
		papers.OutsideInput{Form: "nhanuoc", Series: "BC", Number: 77, Day: "2025-12-30", Subject: "về việc của năm"})
	tests := []struct {
		line papers.SeriesKey
		day  dates.Date
		want int
		span string
	}{
		{partyBC, "2020-08-01", 42, "nhiệm kỳ 2020–2025"}, {partyBC, "2025-07-31", 42, "nhiệm kỳ 2020–2025"},
		{partyBC, "2025-08-01", 10, "nhiệm kỳ 2025–2030"}, {partyBC, "2026-01-05", 10, "nhiệm kỳ 2025–2030"},
		{papers.SeriesKey{Form: "dang", Symbol: "HU", Series: "TB"}, "2026-01-05", 1, "nhiệm kỳ 2025–2030"},
		{papers.SeriesKey{Form: "dang", Symbol: "VPHU", Series: "BC"}, "2026-01-05", 1, "nhiệm kỳ 2025–2030"},
		{papers.SeriesKey{Form: "nhanuoc", Symbol: "UBND", Series: "BC"}, "2025-12-31", 78, "năm 2025"},
		{papers.SeriesKey{Form: "nhanuoc", Symbol: "UBND", Series: "BC"}, "2026-01-01", 1, "năm 2026"},
		{papers.SeriesKey{Form: "mttq", Symbol: "UBND", Series: "BC"}, "2025-12-31", 1, "năm 2025"},
	}
	for _, tt := range tests {
		if b := next(t, o, tt.line, tt.day); b.Next() != tt.want || b.SpanWord != tt.span {
			t.Errorf("%+v on %s: %d, %s; want %d, %s", tt.line, tt.day, b.Next(), b.SpanWord, tt.want, tt.span)
		}
	}
}

// Two cells bear the same symbol and still number apart.
func TestCellsNumberApart(t *testing.T) {
	o, s := office(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		for i := range 2 {
			id := fmt.Sprintf("chi-bo-%d", i+1)
			if err := tx.Create(
				&papers.Issuer{
					ID:     id,
					Kind:   "chi_bo",
					Form:   "dang",
					Name:   fmt.Sprintf("Chi bộ ấp Mẫu %d", i+1),
					Head:   "CHI BỘ",
					Symbol: "CB",
				},
			).Error; err != nil {
				return err
			}
		}
		return nil
	})
	in := paper(1, "2025-09-01")
	in.IssuerID = "chi-bo-1"
	put(t, s, in)
	in.IssuerID = "chi-bo-2"
	put(t, s, in)
	page, err := s.Register(papers.Filter{IssuerID: "CB:chi-bo-2"})
	if err != nil || page.Total != 1 || page.Items[0].Issuer != "Chi bộ ấp Mẫu 2" || page.Items[0].Symbol != "01-BC/CB" ||
		len(page.Issuers) != 2 ||
		len(page.Faults) != 0 {
		t.Errorf("%+v, %v", page, err)
	}
}

func sentences(faults []papers.Fault) string {
	var out []string
	for _, f := range faults {
		out = append(out, f.Kind+": "+f.Sentence)
	}
	return strings.Join(out, "\n")
}

// Letters, notices and decisions of the office count in the series whose symbol they bear.
func TestNumbersOfOtherBooks(t *testing.T) {
	o, s := office(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		place, field := store.NewID(), ""
		if _, err := units.InsertMany(
			tx,
			[]units.NewUnit{
				{ID: place, Tree: units.TreeAdmin, Facts: units.Facts{Name: "Huyện Mẫu", Type: units.Huyen}, ValidFrom: "2020-01-01"},
			},
		); err != nil {
			return err
		}
		if err := tx.Raw("SELECT code FROM field ORDER BY code LIMIT 1").Scan(&field).Error; err != nil {
			return err
		}
		step := func(id string, event matters.Event, number string, day dates.Date, undoes string) error {
			return tx.Create(
				&matters.Step{
					ID:        id,
					MatterID:  "m",
					Seq:       len(id) + int(id[len(id)-1]),
					Event:     event,
					Day:       day,
					DocNumber: number,
					DocDate:   day,
					FromState: matters.Recorded,
					ToState:   matters.Referred,
					Undoes:    undoes,
					At:        tx.NowText(),
				},
			).Error
		}
		for _, err := range []error{
			tx.Create(&matters.Matter{ID: "m", Year: 2025, Number: 1, State: matters.Referred, PlaceID: place, FieldCode: field}).Error,
			step("a", matters.EventRefer, "03-CV/HU", "2025-09-03", ""),
			step("bb", matters.EventRefer, "03-cv/hu", "2025-09-03", ""), // one letter, two matters
			step("ccc", matters.EventChase, "05-CV/HU", "2025-09-10", ""),
			step("dddd", matters.EventReturnReply, "Số 05-CV/HU", "2025-10-10", ""),
			step("eeeee", matters.EventReply, "900-CV/HU", "2025-09-11", ""),  // the body's own number
			step("ffffff", matters.EventRefer, "800-CV/HU", "2025-09-12", ""), // taken back below
			step("ggggggg", matters.EventUndo, "", "2025-09-12", "ffffff"),
			step("hhhhhhhh", matters.EventNotice, "07-TB/HU", "2025-09-13", ""),
			step("iiiiiiiii", matters.EventRefer, "11-CV/VPHU", "2025-09-13", ""), // another body
			step("jjjjjjjjjj", matters.EventRefer, "70-CV/HU", "2025-07-31", ""),  // another term
			tx.Create(&assignments.Decision{ID: "q", Number: "12", Symbol: "QĐ/HU", DocDate: "2025-09-05", Subject: "phân công",
				State: assignments.BanHanh, Lines: []assignments.LineIn{}}).Error,
			tx.Create(&assignments.Decision{ID: "d", Number: "99", Symbol: "QĐ/HU", DocDate: "2025-09-06",
				State: assignments.DuThao, Lines: []assignments.LineIn{}}).Error,
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	line := func(series string) papers.SeriesKey {
		return papers.SeriesKey{Form: "dang", Symbol: "HU", Series: series}
	}
	for series, want := range map[string]int{"CV": 6, "TB": 8, "QĐ": 13, "BC": 1} {
		if b := next(t, o, line(series), "2025-10-20"); b.Next() != want {
			t.Errorf("%s: next is %d, want %d (last %s)", series, b.Next(), want, b.LastLabel())
		}
	}
	in := paper(3, "2025-09-20")
	in.Series, in.TypeName = "CV", "Công văn"
	if _, err := s.RecordOutside(
		in,
	); err == nil ||
		!strings.Contains(err.Error(), "Số 03 đã dùng cho 03-CV/HU, ngày 03/09/2025 (văn bản chuyển kiến nghị)") {
		t.Errorf("a letter's number was given again: %v", err)
	}
	in.Day = "2025-09-03" // the letter itself, entered in the register too
	put(t, s, in)
	got := sentences(next(t, o, line("CV"), "2025-10-20").Faults())
	want := "trong: CV/HU, nhiệm kỳ 2025–2030: khuyết số 04.\ntrung: CV/HU, nhiệm kỳ 2025–2030: số 05 dùng cho 2 văn bản: 05-CV/HU, ngày 10/09/2025 (công văn đôn đốc); 05-CV/HU, ngày 10/10/2025 (công văn trả lại trả lời)."
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// Gaps are told as stretches; a cancelled paper keeps its number; a number put in between closes nothing.
func TestGapsCancelledAndBetween(t *testing.T) {
	o, s := office(t)
	list := put(t, s, paper(3, "2025-09-01"), paper(4, "2025-09-02"), paper(6, "2025-09-03"), paper(10, "2025-09-04"))
	if _, err := s.Cancel(list[1].ID, " "); err == nil || !strings.Contains(err.Error(), "lý do hủy") {
		t.Errorf("cancelled without a reason: %v", err)
	}
	if _, err := s.Cancel(list[1].ID, "nhầm hộ ông Lê Văn Tám"); err == nil {
		t.Error("a resident's name stands as the reason")
	}
	p, err := s.Cancel(list[1].ID, "Ban hành nhầm kỳ.")
	if err != nil || p.CancelledAt == "" || p.CancelReason != "Ban hành nhầm kỳ" {
		t.Errorf("%+v, %v", p, err)
	}
	if _, err := s.Cancel(list[1].ID, "lần nữa"); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("cancelled twice: %v", err)
	}
	if _, err := s.Cancel("khong-co", "nhầm"); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("%v", err)
	}
	if _, err := s.RecordOutside(paper(4, "2025-09-05")); err == nil || !strings.Contains(err.Error(), "đã hủy") {
		t.Errorf("the number of a cancelled paper was given again: %v", err)
	}
	between := paper(4, "2025-09-02")
	between.Suffix = "a"
	if got := put(t, s, between); got[0].Symbol != "04a-BC/HU" {
		t.Errorf("%+v", got)
	}
	b := next(t, o, partyBC, "2025-10-01")
	if got := sentences(b.Faults()); got != "trong: BC/HU, nhiệm kỳ 2025–2030: khuyết số 05, 07–09." || b.Next() != 11 {
		t.Errorf("%s; next %d", got, b.Next())
	}
	for _, tt := range []struct {
		number int
		suffix string
		day    dates.Date
		want   string
	}{
		{11, "", "2025-09-04", ""}, {5, "", "2025-09-02", ""}, {5, "", "2025-09-03", ""},
		{11, "", "2025-09-01", "Ngày 01/09/2025 sớm hơn ngày của số đứng trước: 10-BC/HU"},
		{5, "", "2025-09-09", "Ngày 09/09/2025 muộn hơn ngày của số đứng sau: 06-BC/HU"},
		{4, "b", "2025-09-01", "sớm hơn ngày của số đứng trước: 04a-BC/HU"},
		{14, "", "2025-09-20", "Số tiếp theo là 11; ghi số 14 thì khuyết số 11–13."},
	} {
		got := strings.Join(b.WarnNumber(tt.number, tt.suffix, tt.day), "\n")
		if (tt.want == "") != (got == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%d%s on %s: %q, want %q", tt.number, tt.suffix, tt.day, got, tt.want)
		}
	}
}

// The register finds by words without marks, narrows, pages, and tells the faults of the series it shows.
func TestRegister(t *testing.T) {
	_, s := office(t)
	for i := range 7 {
		in := paper(i+1, dates.Date(fmt.Sprintf("2025-09-%02d", i+1)))
		if i%2 == 1 {
			in.Series, in.TypeName, in.Number = "TB", "Thông báo", i+1
		}
		in.Recipients = []string{"- Ủy ban Kiểm tra Huyện ủy;", ""}
		put(t, s, in)
	}
	tests := []struct {
		f    papers.Filter
		want []string
	}{
		{papers.Filter{Limit: 2}, []string{"07-BC/HU", "06-TB/HU"}},
		{papers.Filter{Limit: 2, Offset: 6}, []string{"01-BC/HU"}},
		{
			papers.Filter{Series: "TB"},
			[]string{"06-TB/HU", "04-TB/HU", "02-TB/HU"},
		},
		{papers.Filter{Text: "THONG bao 4"}, []string{"04-TB/HU"}},
		{papers.Filter{Text: "kiem tra huyen uy", Limit: 1}, []string{"07-BC/HU"}},
		{papers.Filter{Text: "100%"}, nil},
		{papers.Filter{Span: dates.Span{From: "2025-09-02", To: "2025-09-04"}}, []string{"03-BC/HU", "02-TB/HU"}},
		{
			papers.Filter{IssuerID: "HU", Limit: 1},
			[]string{"07-BC/HU"},
		},
		{papers.Filter{IssuerID: "VPHU"}, nil},
		{papers.Filter{Form: "nhanuoc"}, nil},
		{papers.Filter{Report: "R20"}, nil},
	}
	for _, tt := range tests {
		page, err := s.Register(tt.f)
		var got []string
		for _, p := range page.Items {
			got = append(got, p.Symbol)
		}
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%+v: %v, %v; want %v", tt.f, got, err, tt.want)
		}
	}
	page, err := s.Register(papers.Filter{Series: "TB"})
	if err != nil || page.Total != 3 || sentences(page.Faults) != "trong: TB/HU, nhiệm kỳ 2025–2030: khuyết số 03, 05." ||
		!slices.Equal(page.Series, []string{"BC", "TB"}) ||
		len(page.Issuers) != 1 ||
		page.Issuers[0].ID != "HU" ||
		page.Issuers[0].Name != "Huyện ủy Mẫu" ||
		page.Items[0].Recipients[0] != "Ủy ban Kiểm tra Huyện ủy" {
		t.Errorf("%+v, %v", page, err)
	}
}

// The schema holds a number to one paper even where two books were opened before either was used.
func TestOneNumberOnePaper(t *testing.T) {
	o, _ := office(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		first, err := papers.OpenSeries(tx, partyBC, "2025-09-01")
		if err != nil {
			return err
		}
		second, err := papers.OpenSeries(tx, partyBC, "2025-09-01")
		if err != nil {
			return err
		}
		p := papers.Issued{Origin: papers.FromHere, Issuer: "HUYỆN ỦY MẪU", Number: 5, Day: "2025-09-01", Subject: "về công tác"}
		if _, err := papers.Seal(tx, first, p, []byte("%PDF một")); err != nil {
			return err
		}
		if _, err := papers.Seal(
			tx,
			second,
			p,
			[]byte("%PDF hai"),
		); !fault.Is(err, fault.CodeInvalid) ||
			!strings.Contains(err.Error(), "Số 05 vừa được dùng") {
			t.Errorf("%v", err)
		}
		if second.CheckNumber(5, "", "2025-09-01", false) != nil {
			t.Error("the second book was opened after the first paper; the test proves nothing")
		}
		return nil
	})
}
