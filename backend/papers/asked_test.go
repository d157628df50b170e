package papers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// What stands just on a bound is taken, what lies beyond is refused at its field.
func TestBoundsOfAnOutsidePaper(t *testing.T) {
	_, s := office(t)
	long := func(n int) string { return strings.Repeat("ế", n) }
	lines := func(n int) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = fmt.Sprint("Nơi ", i)
		}
		return out
	}
	for i, c := range []struct {
		name  string
		field string // refused there; "" = taken
		set   func(*papers.OutsideInput)
	}{
		{"a type of 200", "", func(in *papers.OutsideInput) { in.TypeName = long(200) }},
		{"a type of 201", "typeName", func(in *papers.OutsideInput) { in.TypeName = long(201) }},
		{"a subject of 500", "", func(in *papers.OutsideInput) { in.Subject = long(500) }},
		{"a subject of 501", "subject", func(in *papers.OutsideInput) { in.Subject = long(501) }},
		{"a signer of 201", "signer", func(in *papers.OutsideInput) { in.Signer = long(201) }},
		{"a note of 1001", "note", func(in *papers.OutsideInput) { in.Note = long(1001) }},
		{"60 recipients", "", func(in *papers.OutsideInput) { in.Recipients = lines(60) }},
		{"61 recipients", "recipients", func(in *papers.OutsideInput) { in.Recipients = lines(61) }},
		{"a recipient of 201", "recipients", func(in *papers.OutsideInput) { in.Recipients = []string{long(201)} }},
		{"9999 copies", "", func(in *papers.OutsideInput) { in.Copies, in.Pages = 9999, 9999 }},
		{"10000 copies", "copies", func(in *papers.OutsideInput) { in.Copies = 10000 }},
		{"fewer pages than none", "pages", func(in *papers.OutsideInput) { in.Pages = -1 }},
		{"a resident in the note", "note", func(in *papers.OutsideInput) { in.Note = "đơn của ông Lê Văn Tám" }},
		{"a resident among the recipients", "recipients", func(in *papers.OutsideInput) { in.Recipients = []string{"Ông Lê Văn Tám"} }},
		{"a resident, with a reason", "", func(in *papers.OutsideInput) {
			in.Note, in.GuardReason = "đơn của ông Lê Văn Tám", "NGUOI_CO_CHUC_VU"
		}},
		{"a series of 20", "", func(in *papers.OutsideInput) { in.Series = strings.Repeat("B", 20) }},
		{"a series of 21", "series", func(in *papers.OutsideInput) { in.Series = strings.Repeat("B", 21) }},
		{"today", "", func(in *papers.OutsideInput) { in.Day = "2026-11-22" }},
		{"tomorrow", "day", func(in *papers.OutsideInput) { in.Day = "2026-11-23" }},
		{"99999", "", func(in *papers.OutsideInput) { in.Number = 99999 }},
		{"100000", "number", func(in *papers.OutsideInput) { in.Number = 100000 }},
		{"a letter of the state without a series", "", func(in *papers.OutsideInput) { in.Form, in.Series = "nhanuoc", "" }},
		{"two letters behind the number", "suffix", func(in *papers.OutsideInput) { in.Number, in.Suffix = 99999, "ab" }},
		{"the last letter", "", func(in *papers.OutsideInput) { in.Number, in.Suffix = 99999, "z" }},
		{"the first letter", "", func(in *papers.OutsideInput) { in.Number, in.Suffix = 99999, "a" }},
		{"a letter that is none", "suffix", func(in *papers.OutsideInput) { in.Number, in.Suffix = 99999, "{" }},
	} {
		in := paper(i+1, "2025-09-03")
		c.set(&in)
		_, err := s.RecordOutside(in)
		if asked, _ := fault.Of(err); asked != nil && asked.Code == fault.CodeConfirm { // what leaves numbers out is asked first
			in.Accepted = asked.Questions
			_, err = s.RecordOutside(in)
		}
		e, _ := fault.Of(err)
		if c.field == "" && err != nil || c.field != "" && (e == nil || e.Fields[c.field] == "") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// What of an outside paper was typed stands in the register, in the order of the form.
func TestWhatAnOutsidePaperKeeps(t *testing.T) {
	_, s := office(t)
	in := papers.OutsideInput{Form: "dang", Series: " TB ", Number: 7, Day: "2025-09-03", TypeName: " Thông  báo ", Subject: " về  việc ",
		Signer: " Người  ký ", Recipients: []string{" - Ban A; ", "", "+ Ban B."}, Copies: 3, Pages: 4, Note: " Ghi chú "}
	p := put(t, s, in)[0]
	got := fmt.Sprint(
		p.Origin,
		"|",
		p.Form,
		"|",
		p.Issuer,
		"|",
		p.IssuerID,
		"|",
		p.IssuerKey,
		"|",
		p.Series,
		"|",
		p.Number,
		p.Suffix,
		"|",
		p.Symbol,
		"|",
		p.Day,
		"|",
		p.TypeName,
		"|",
		p.Subject,
		"|",
		p.Signer,
		"|",
		p.Recipients,
		"|",
		p.Copies,
		"|",
		p.Pages,
		"|",
		p.Note,
		"|",
		p.IssuedAt,
		"|",
		p.IssuedBy,
	)
	want := "ngoai|dang|Huyện ủy Mẫu||HU|TB|7|07-TB/HU|2025-09-03|Thông báo|về việc|Người ký|[Ban A Ban B]|3|4|Ghi chú|2026-11-22T05:00:00Z|Người thử Chuyên viên"
	if got != want {
		t.Errorf("%s", got)
	}
}

// A warning looks at the paper before and the paper after, not at the number itself or one farther off.
func TestNeighboursOfANumber(t *testing.T) {
	o, s := office(t)
	put(t, s, paper(5, "2025-09-10"), paper(6, "2025-09-20"), paper(7, "2025-09-30"))
	series := next(t, o, partyBC, "2025-09-10")
	for _, c := range []struct {
		number int
		day    dates.Date
		want   string
	}{
		{4, "2025-09-15", "muộn hơn ngày của số đứng sau: 05-BC/HU"}, {4, "2025-09-10", ""},
		{6, "2025-09-25", ""}, {6, "2025-09-09", "sớm hơn ngày của số đứng trước: 05-BC/HU"}, {6, "2025-09-10", ""},
		{8, "2025-09-30", ""}, {8, "2025-09-29", "sớm hơn ngày của số đứng trước: 07-BC/HU"}, {9, "2025-09-30", "khuyết số 08."},
	} {
		got := strings.Join(series.WarnNumber(c.number, "", c.day), "\n")
		if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%d on %s: %q", c.number, c.day, got)
		}
	}
	_, err := s.RecordOutside(paper(6, "2025-09-20"))
	if err == nil || !strings.Contains(err.Error(), "ví dụ 06a.") {
		t.Errorf("the letter that is free: %v", err)
	}
	fresh := next(t, o, papers.SeriesKey{Form: "dang", Symbol: "HU", Series: "KH"}, "2025-09-10")
	if got := fresh.WarnNumber(
		12,
		"",
		"2025-09-10",
	); len(got) != 0 || fresh.LastLabel() != "" || fresh.Next() != 1 ||
		fresh.Name() != "KH/HU, nhiệm kỳ 2025–2030" {
		t.Errorf("a series that begins in mid-term: %q %q", got, fresh.Name())
	}
}

// A term that was taken off the list leaves its papers under a name that says so.
func TestATermThatIsGone(t *testing.T) {
	o, s := office(t)
	put(t, s, paper(3, "2025-09-01"), paper(5, "2025-09-02"))
	storetest.Write(t, o.Store, func(tx *store.Tx) error { return tx.Exec("DELETE FROM term WHERE label = '2025–2030'").Error })
	page, err := s.Register(papers.Filter{})
	if err != nil || sentences(page.Faults) != "trong: BC/HU, nhiệm kỳ đã xóa khỏi danh sách: khuyết số 04." {
		t.Errorf("%s %v", sentences(page.Faults), err)
	}
}

// The usual signature of an authority is filled in where nothing is set, and only there.
func TestUsualSignatureOfAnAuthority(t *testing.T) {
	o, s := office(t)
	for _, c := range []struct {
		set  units.Office
		want string
	}{
		{units.Office{StateName: "Ủy ban nhân dân huyện Mẫu"}, "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|"},
		{units.Office{StateName: "Ủy ban nhân dân huyện Mẫu", StateSignPosition: "PHÓ CHỦ TỊCH", StateSignName: "Tên"},
			"TM. ỦY BAN NHÂN DÂN|PHÓ CHỦ TỊCH|Tên"},
		{units.Office{StateName: "Sở Mẫu"}, "|THỦ TRƯỞNG CƠ QUAN|"},
	} {
		c.set.Level, c.set.Name = units.LevelHuyen, "Huyện ủy Mẫu"
		storetest.Write(t, o.Store, func(tx *store.Tx) error { _, err := units.StoreOffice(tx, c.set); return err })
		list, err := s.Issuers()
		i := slices.IndexFunc(list, func(i papers.Issuer) bool { return i.ID == papers.TheAuthority })
		if err != nil || i < 0 || strings.Join([]string{list[i].SignAuthority, list[i].SignPosition, list[i].SignName}, "|") != c.want {
			t.Errorf("%s: %+v %v", c.set.StateName, list[max(i, 0)], err)
		}
	}
}

// A sealed paper is given as it went out, and one that was altered is not given and is counted.
func TestSealedPapers(t *testing.T) {
	o, s := office(t)
	var first, second papers.Issued
	storetest.Act(t, o.Store, func(tx *store.Tx) error {
		for i, p := range []*papers.Issued{&first, &second} {
			series, err := papers.OpenSeries(tx, partyBC, "2025-09-01")
			if err != nil {
				return err
			}
			*p, err = papers.Seal(
				tx,
				series,
				papers.Issued{Origin: papers.FromHere, Issuer: "HUYỆN ỦY MẪU", Number: 5 + i, Day: "2025-09-01", TypeName: "Báo cáo",
					Subject: "về công tác", Form: "dang", Report: "R20", Period: "2025-09"},
				[]byte(fmt.Sprint("%PDF ", i)),
			)
			if err != nil {
				return err
			}
		}
		return nil
	})
	outside := put(t, s, paper(9, "2025-09-03"))[0]
	ask := func(fn func(tx *store.Tx) error) { t.Helper(); storetest.Ask(t, o.Store, fn) }
	read := func(id string) (content []byte, refusal error) {
		ask(func(tx *store.Tx) (err error) {
			_, content, err = papers.ReadSealed(tx, id)
			if _, known := fault.Of(err); known {
				refusal, err = err, nil
			}
			return err
		})
		return content, refusal
	}
	tampered := func() (n int) {
		ask(func(tx *store.Tx) (err error) { n, err = papers.CountTampered(tx); return err })
		return n
	}
	if content, err := read(second.ID); string(content) != "%PDF 1" || err != nil || tampered() != 0 {
		t.Errorf("%q %v, %d altered", content, err, tampered())
	}
	if _, err := read(outside.ID); !fault.Is(err, fault.CodeConflict) || !strings.Contains(err.Error(), "soạn ngoài chương trình") {
		t.Errorf("a paper from outside: %v", err)
	}
	if _, err := read("x"); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("no paper: %v", err)
	}
	storetest.Act(t, o.Store, func(tx *store.Tx) error { _, err := papers.RecordReprint(tx, first); return err })
	ask(func(tx *store.Tx) error {
		found, err := papers.FindByIDOrSymbol(tx, " 05-BC/HU ")
		if err != nil {
			return err
		}
		byID, err := papers.FindByIDOrSymbol(tx, second.ID)
		if err != nil {
			return err
		}
		if found.ID != first.ID || found.Reprints != 1 || byID.ID != second.ID || byID.Reprints != 0 {
			t.Errorf("%+v\n%+v", found, byID)
		}
		for period, want := range map[dates.Period]string{"": "06-BC/HU 05-BC/HU", "2025-09": "06-BC/HU 05-BC/HU", "2025-10": ""} {
			list, err := papers.IssuedOfReport(tx, "R20", "dang", period)
			if err != nil {
				return err
			}
			got := []string{}
			for _, p := range list {
				got = append(got, p.Symbol)
			}
			if strings.Join(got, " ") != want {
				t.Errorf("of %q: %v", period, got)
			}
		}
		hits, err := papers.Search(tx, "cong tac", 2)
		if err != nil {
			return err
		}
		if len(hits) != 2 || hits[0].Symbol != "09-BC/HU" {
			t.Errorf("found %+v", hits)
		}
		return nil
	})
	for _, sql := range []string{
		"DROP TRIGGER issued_file_sealed", "UPDATE issued_file SET content = CAST('%PDF x' AS BLOB) WHERE paper_id = '" + second.ID + "'",
	} {
		storetest.Write(t, o.Store, func(tx *store.Tx) error { return tx.Exec(sql).Error })
	}
	if _, err := read(second.ID); !fault.Is(err, fault.CodeConflict) || tampered() != 1 {
		t.Errorf("altered: %v, %d counted", err, tampered())
	}
	if content, err := read(first.ID); string(content) != "%PDF 0" || err != nil {
		t.Errorf("the other: %q %v", content, err)
	}
}
