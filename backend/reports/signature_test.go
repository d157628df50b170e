package reports

import (
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/assignments"
	"caunoi/backend/document"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// ends writes what stands at the end of a paper: rows parted by ";", sides by " + ", lines by "|", the name last.
func ends(doc document.Document) string {
	var rows []string
	for s := doc.Signing; s != nil; s = s.Under {
		var sides []string
		for _, who := range []*document.Signatory{s.Left, s.Right} {
			if who == nil {
				continue
			}
			lines := []string{}
			if who.Above != "" {
				lines = append(lines, who.Above)
			}
			for _, line := range who.Lines(doc.Profile) {
				lines = append(lines, line.Text)
			}
			sides = append(sides, strings.Join(append(lines, who.Name), "|"))
		}
		rows = append(rows, strings.Join(sides, " + "))
	}
	return strings.Join(rows, " ; ")
}

// holds gives the register an officer with a post.
func holds(t *testing.T, o *accesstest.Office, name, post, org string) string {
	t.Helper()
	var who officers.Officer
	storetest.Write(t, o.Store, func(tx *store.Tx) (err error) {
		who, err = officers.Add(
			tx,
			officers.Input{FullName: name, Post: officers.PostIn{Label: post, OrgText: org, ValidFrom: "2025-07-01", Rank: 9}},
		)
		return err
	})
	return who.ID
}

// Every paper in every form it has ends as its kind of paper does (HD 05, II.I.7; NĐ 30, Phụ lục I): what the body decides or
// reports with the issuer's signature, letters by order, books with their maker and the head of the office.
func TestEveryPaperIsSignedAsItsKind(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	ids["bg"] = reportstest.HandOver(t, o.Store, ids["cb1"], ids["cb0"])
	holds(t, o, "Lê Thị Chánh Mẫu", "Chánh Văn phòng", "Đảng ủy xã Mẫu Đơn")
	holds(t, o, "Phạm Văn Phòng Mẫu", "Chánh Văn phòng", "UBND xã Mẫu Đơn")
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		office, err := units.TheOffice(tx)
		office.StateSignName = "Ngô Văn Mẫu"
		if err == nil {
			_, err = units.StoreOffice(tx, office)
		}
		return err
	})
	const (
		party, state, front = document.FormParty, document.FormState, document.FormFront
		ofFront             = "TM. BAN THƯỜNG TRỰC|CHỦ TỊCH|"
		byOrder, stateOrder = "T/L BAN THƯỜNG VỤ|CHÁNH VĂN PHÒNG|Lê Thị Chánh Mẫu", "TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG|Phạm Văn Phòng Mẫu"
		handedOver          = "BÊN GIAO|Cán bộ mẫu 02 + BÊN NHẬN|Cán bộ mẫu 01 ; Người chứng kiến|"
	)
	want := map[string]map[document.Form]string{
		string(SignedByIssuer): {
			party: "T/M BAN THƯỜNG VỤ|PHÓ BÍ THƯ|Trần Thị Mẫu",
			state: "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|Ngô Văn Mẫu", front: ofFront,
		},
		string(SignedByAdviser): {
			party: "CHÁNH VĂN PHÒNG|Lê Thị Chánh Mẫu", state: "CHÁNH VĂN PHÒNG|Phạm Văn Phòng Mẫu",
		},
		string(SignedByLetter): {party: byOrder, state: stateOrder, front: ofFront},
		string(SignedAsBook): {
			party: "NGƯỜI LẬP| + CHÁNH VĂN PHÒNG|Lê Thị Chánh Mẫu",
			state: "NGƯỜI LẬP| + CHÁNH VĂN PHÒNG|Phạm Văn Phòng Mẫu", front: "NGƯỜI LẬP| + " + ofFront,
		},
		string(Unsigned): {party: "", state: "", front: ""},
		"R25":            {party: handedOver + byOrder, state: handedOver + stateOrder, front: handedOver + ofFront},
		"P2":             {party: "XÁC NHẬN CỦA NƠI HỌP| + NGƯỜI BÁO CÁO|Cán bộ mẫu 01"},
		"PH4": {
			party: "NGƯỜI GHI BIÊN BẢN|Cán bộ mẫu 02 + CHỦ TRÌ HỘI NGHỊ|Cán bộ mẫu 01 ; " +
				"Xác nhận chữ ký của đồng chí Cán bộ mẫu 01|" + byOrder,
		},
	}
	for _, report := range Catalog {
		for _, form := range report.Forms {
			kind := string(report.Signature)
			if report.Signature == SignedByParties {
				kind = report.Code
			}
			of := want[kind]
			if kind == "P2" {
				form, of = document.FormParty, want["P2"]
			}
			doc := made(
				t,
				o.Store,
				reportstest.About(report.Needs, ids, Input{Report: report.Code, Period: report.Fitting("2026-06"), Form: form}),
			)
			if got := ends(doc); got != of[form] {
				t.Errorf("%s %s is signed\n%s, want\n%s", report.Code, form, got, of[form])
			}
		}
	}
}

// The head of the office is whom the register of officers knows on the paper's day: the head, else the acting head with Q., else
// the deputy in charge, who signs directly (HD 05, 7.1.4 c); of nobody and of two the name is left open.
func TestWhoHeadsTheOffice(t *testing.T) {
	t.Parallel()
	const of = "Đảng ủy xã Mẫu Đơn"
	for _, tt := range []struct {
		name  string
		posts [][2]string
		head  string // under T/L, and alone in a book and under the office's own letterhead
		alone string
	}{
		{"nobody", nil, "CHÁNH VĂN PHÒNG|", "CHÁNH VĂN PHÒNG|"},
		{"a head", [][2]string{{"A Mẫu", "Chánh Văn phòng"}}, "CHÁNH VĂN PHÒNG|A Mẫu", "CHÁNH VĂN PHÒNG|A Mẫu"},
		{"two heads", [][2]string{{"A Mẫu", "Chánh Văn phòng"}, {"B Mẫu", "Chánh Văn phòng"}}, "CHÁNH VĂN PHÒNG|", "CHÁNH VĂN PHÒNG|"},
		{"a deputy only", [][2]string{{"P Mẫu", "Phó Chánh Văn phòng"}}, "CHÁNH VĂN PHÒNG|", "CHÁNH VĂN PHÒNG|"},
		{
			"an acting head", [][2]string{{"Q Mẫu", "Quyền Chánh Văn phòng"}, {"P Mẫu", "Phó Chánh Văn phòng"}},
			"Q. CHÁNH VĂN PHÒNG|Q Mẫu", "Q. CHÁNH VĂN PHÒNG|Q Mẫu",
		},
		{
			"a deputy in charge", [][2]string{{"P Mẫu", "Phó Chánh Văn phòng phụ trách"}},
			"PHÓ CHÁNH VĂN PHÒNG|P Mẫu", "PHÓ CHÁNH VĂN PHÒNG|P Mẫu",
		},
		{
			"a head beside a deputy in charge", [][2]string{{"A Mẫu", "Chánh Văn phòng"}, {"P Mẫu", "Phó Chánh Văn phòng phụ trách"}},
			"CHÁNH VĂN PHÒNG|A Mẫu", "CHÁNH VĂN PHÒNG|A Mẫu",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o, _ := reportstest.Office(t)
			for _, p := range tt.posts {
				holds(t, o, p[0], p[1], of)
			}
			for _, c := range []struct {
				in   Input
				want string
			}{
				{Input{Report: "R10", Period: "2026-06"}, "T/L BAN THƯỜNG VỤ|" + tt.head},
				{Input{Report: "R10", Period: "2026-06", Signer: SignedByOffice}, tt.alone},
				{Input{Report: "R20", Period: "2026-06", IssuerID: papers.TheOffice}, tt.alone},
				{Input{Report: "R1", Period: "2026-06"}, "NGƯỜI LẬP| + " + tt.alone},
			} {
				if got := ends(made(t, o.Store, c.in)); got != c.want {
					t.Errorf("%s is signed %s, want %s", c.in.Report, got, c.want)
				}
			}
		})
	}
}

// The office may name somebody else for its books; a book is drawn up by who prints it, not by who only reads.
func TestWhoSignsTheBooks(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		office, err := units.TheOffice(tx)
		office.BookSignPosition, office.BookSignName = "Phó Chánh Văn phòng", "Đỗ Mẫu"
		if err == nil {
			_, err = units.StoreOffice(tx, office)
		}
		return err
	})
	if got := ends(made(t, o.Store, Input{Report: "R1", Period: "2026-06"})); got != "NGƯỜI LẬP| + PHÓ CHÁNH VĂN PHÒNG|Đỗ Mẫu" {
		t.Error(got)
	}
	for role, want := range map[access.Role]string{access.ChuyenVien: "Người thử Chuyên viên", access.LanhDao: ""} {
		o.SignIn(t, role)
		doc, err := access.Read(o.Gate, "reports.Preview", func(tx *store.Tx) (document.Document, error) {
			return Make(tx, Input{Report: "R1", Period: "2026-06"})
		})
		if err != nil || doc.Signing.Left.Name != want {
			t.Errorf("a book printed as %s is drawn up by %q, want %q, %v", role, doc.Signing.Left.Name, want, err)
		}
	}
	as := &document.Signatory{Position: "Trưởng phòng", Name: "Vũ Mẫu"}
	if got := ends(made(t, o.Store, Input{Report: "R1", Period: "2026-06", SignAs: as})); got != "NGƯỜI LẬP| + TRƯỞNG PHÒNG|Vũ Mẫu" {
		t.Error(got)
	}
}

// Minutes are confirmed by the head of the office where the seal may not stand on the signature of who led the session.
func TestSealOfTheMinutes(t *testing.T) {
	t.Parallel()
	p := Paper{Office: units.Office{Name: "Huyện ủy Quới Mẫu"}}
	for _, tt := range []struct {
		body officers.Body
		post string
		want bool
	}{
		{officers.BTV, "Bí thư", true},
		{officers.BTV, "Phó Bí thư Thường trực", true},
		{officers.BCH, "Phó Bí thư Huyện ủy", true},
		{officers.BCH, "Phó Bí thư Thường trực Huyện ủy Quới Mẫu", true},
		{officers.BTV, "Ủy viên Ban Thường vụ", false},
		{officers.BTV, "Bí thư Huyện đoàn", false},
		{officers.BTV, "Bí thư Đảng ủy xã Mẫu", false},
		{officers.BTV, "", false},
		{officers.UBKT, "Chủ nhiệm", true},
	} {
		var v sessions.View
		v.Body, v.Chair = string(tt.body), officers.Ref{Name: "A Mẫu", Post: tt.post}
		if got := p.sealedFor(v); got != tt.want {
			t.Errorf("%s led by %q: %v", tt.body, tt.post, got)
		}
	}
}

// Everybody named in the minutes of a handover has a place to sign, two in a row, the office last.
func TestSidesOfAHandover(t *testing.T) {
	t.Parallel()
	p := Paper{signer: &document.Signatory{Position: "CHÁNH VĂN PHÒNG", Name: "V"}}
	for _, tt := range []struct {
		id   string
		to   string
		want string
	}{
		{"", "", "BÊN GIAO|G + BÊN NHẬN| ; Người chứng kiến|CHÁNH VĂN PHÒNG|V"},
		{"1", "", "BÊN GIAO|G + Đại diện cơ quan tiếp nhận|CHÁNH VĂN PHÒNG|V"},
		{"1", "A", "BÊN GIAO|G + BÊN NHẬN|A ; Người chứng kiến|CHÁNH VĂN PHÒNG|V"},
		{"1", "A B", "BÊN GIAO|G + BÊN NHẬN|A ; BÊN NHẬN|B + Người chứng kiến|CHÁNH VĂN PHÒNG|V"},
		{"1", "A B C", "BÊN GIAO|G + BÊN NHẬN|A ; BÊN NHẬN|B + BÊN NHẬN|C ; Người chứng kiến|CHÁNH VĂN PHÒNG|V"},
		{"1", "A B C D", "BÊN GIAO|G + BÊN NHẬN|A ; BÊN NHẬN|B + BÊN NHẬN|C ; BÊN NHẬN|D + Người chứng kiến|CHÁNH VĂN PHÒNG|V"},
	} {
		done := assignments.HandoverDone{ID: tt.id, Officer: officers.Ref{Name: "G"}}
		var to []receiver
		for _, name := range strings.Fields(tt.to) {
			to = append(to, receiver{name: name})
		}
		if got := ends(document.Document{Signing: p.signedBySides(done, to)}); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.to, got, tt.want)
		}
	}
}
