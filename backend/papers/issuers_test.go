package papers

import (
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// levels are made-up offices of every level.
var levels = map[units.Level]units.Office{
	units.LevelTinh: {
		Level:         units.LevelTinh,
		Name:          "Tỉnh ủy Mẫu",
		Superior:      "Đảng bộ Trung ương",
		Place:         "Huyện Mẫu",
		SignAuthority: "T/M BAN THƯỜNG VỤ",
		SignPosition:  "PHÓ BÍ THƯ",
		StateName:     "Ủy ban nhân dân tỉnh Mẫu",
	},
	units.LevelHuyen: {Level: units.LevelHuyen, Name: "Huyện ủy Quới Điền", Superior: "Đảng bộ tỉnh Mẫu", Place: "Quới Điền"},
	units.LevelXa: {
		Level:             units.LevelXa,
		Name:              "Đảng ủy xã Mẫu Đơn",
		Superior:          "Đảng bộ tỉnh Mẫu",
		Place:             "Mẫu Đơn",
		StateName:         "Ủy ban nhân dân xã Mẫu Đơn",
		StateSuperior:     "UBND tỉnh Mẫu",
		StateSignPosition: "Phó Chủ tịch",
	},
}

func officeOf(t *testing.T, level units.Level) *accesstest.Office {
	t.Helper()
	o := accesstest.Open(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		_, err := units.StoreOffice(tx, levels[level])
		return err
	})
	return o
}

// signWords writes a signature in one line.
func signWords(form document.Form, s document.Signatory) string {
	return strings.TrimSpace(s.Authority.Mark(form) + s.Body + "|" + s.For + "|" + s.Position)
}

func TestIssuersOfTheSettings(t *testing.T) {
	tests := []struct {
		level                      units.Level
		id                         string
		form                       document.Form
		superior, head, symbol, by string
	}{
		{units.LevelTinh, "", document.FormParty, "", "Tỉnh ủy Mẫu", "TU", "T/M BAN THƯỜNG VỤ||PHÓ BÍ THƯ"},
		{units.LevelHuyen, "", document.FormParty, "Đảng bộ tỉnh Mẫu", "Huyện ủy Quới Điền", "HU", "T/M BAN THƯỜNG VỤ||"},
		{units.LevelHuyen, TheOffice, document.FormParty, "Huyện ủy Quới Điền", "Văn phòng", "VPHU", "CHÁNH VĂN PHÒNG||CHÁNH VĂN PHÒNG"},
		{units.LevelXa, TheCommittee, document.FormParty, "Đảng bộ tỉnh Mẫu", "Đảng ủy xã Mẫu Đơn", "ĐU", "T/M BAN THƯỜNG VỤ||"},
		{
			units.LevelXa,
			"",
			document.FormState,
			"UBND tỉnh Mẫu",
			"Ủy ban nhân dân xã Mẫu Đơn",
			"UBND",
			"TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|PHÓ CHỦ TỊCH",
		},
		{
			units.LevelXa,
			TheStateOffice,
			document.FormState,
			"Ủy ban nhân dân xã Mẫu Đơn",
			"Văn phòng",
			"VP",
			"CHÁNH VĂN PHÒNG||CHÁNH VĂN PHÒNG",
		},
		{
			units.LevelXa,
			"",
			document.FormFront,
			"Ủy ban MTTQ Việt Nam tỉnh Mẫu",
			"Ủy ban MTTQ Việt Nam xã Mẫu Đơn",
			"MTTQ-BTT",
			"TM. BAN THƯỜNG TRỰC||CHỦ TỊCH",
		},
		{
			units.LevelHuyen,
			"",
			document.FormFront,
			"Ủy ban MTTQ Việt Nam tỉnh Mẫu",
			"Ủy ban MTTQ Việt Nam huyện Quới Điền",
			"MTTQ-BTT",
			"TM. BAN THƯỜNG TRỰC||CHỦ TỊCH",
		},
	}
	for _, tt := range tests {
		o := officeOf(t, tt.level)
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			i, err := IssuerOf(tx, tt.id, tt.form)
			if err != nil {
				t.Errorf("%s %s: %v", tt.level, tt.form, err)
				return nil
			}
			s := i.UsualSignatory()
			if s.Authority == document.Direct {
				s.Body = s.Position
			}
			if i.Superior != tt.superior || i.Head != tt.head || i.Symbol != tt.symbol || signWords(tt.form, s) != tt.by {
				t.Errorf("%s %s %q: %q / %q, %s, %s", tt.level, tt.form, tt.id, i.Superior, i.Head, i.Symbol, signWords(tt.form, s))
			}
			var f fault.Fields
			if i.CheckSignature(i.UsualSignatory(), "signAuthority", &f); f.Err() != nil {
				t.Errorf("%s %q: %v", tt.level, tt.id, f.Err())
			}
			if first := tt.id == "" || tt.id == TheCommittee; (i.Key() == "") != first {
				t.Errorf("%s is kept under %q", i.ID, i.Key())
			}
			return nil
		})
	}
}

// A head of the office named in the settings signs for himself under the office's header, by order under the committee's.
func TestHeadOfTheOfficeSignsByTheHeader(t *testing.T) {
	tests := []struct{ authority, position, committee, office string }{
		{"", "Chánh Văn phòng", "T/L BAN THƯỜNG VỤ||CHÁNH VĂN PHÒNG", "||CHÁNH VĂN PHÒNG"},
		{"T/L Ban Thường vụ", "Chánh Văn phòng", "T/L BAN THƯỜNG VỤ||CHÁNH VĂN PHÒNG", "||CHÁNH VĂN PHÒNG"},
		{"T/M Ban Thường vụ", "Phó Bí thư", "T/M BAN THƯỜNG VỤ||PHÓ BÍ THƯ", "||CHÁNH VĂN PHÒNG"},
		{"Q. Chánh Văn phòng", "", "Q. CHÁNH VĂN PHÒNG||CHÁNH VĂN PHÒNG", "Q. CHÁNH VĂN PHÒNG||CHÁNH VĂN PHÒNG"},
	}
	for _, tt := range tests {
		o := levels[units.LevelXa]
		o.SignAuthority, o.SignPosition, o.Symbol = tt.authority, tt.position, "ĐU"
		list := issuersFromSettings(o)
		if a, b := signWords(
			document.FormParty,
			list[0].UsualSignatory(),
		), signWords(
			document.FormParty,
			list[1].UsualSignatory(),
		); a != tt.committee ||
			b != tt.office {
			t.Errorf("%+v: committee %s, office %s", tt, a, b)
		}
	}
}

func TestSuggestions(t *testing.T) {
	tests := []struct {
		level                                  units.Level
		kind                                   Kind
		typed                                  string
		name, superior, head, symbol, position string
	}{
		{units.LevelTinh, Board, "Ban Tổ chức", "Ban Tổ chức Tỉnh ủy Mẫu", "Tỉnh ủy Mẫu", "Ban Tổ chức", "BTCTU", "TRƯỞNG BAN"},
		{
			units.LevelHuyen,
			Board,
			"Ban Tuyên giáo",
			"Ban Tuyên giáo Huyện ủy Quới Điền",
			"Huyện ủy Quới Điền",
			"Ban Tuyên giáo",
			"BTGHU",
			"TRƯỞNG BAN",
		},
		{
			units.LevelHuyen,
			Inspection,
			"",
			"Ủy ban Kiểm tra Huyện ủy Quới Điền",
			"Huyện ủy Quới Điền",
			"Ủy ban Kiểm tra",
			"UBKTHU",
			"CHỦ NHIỆM",
		},
		{units.LevelXa, Board, "", "Ban Xây dựng Đảng Đảng ủy xã Mẫu Đơn", "Đảng ủy xã Mẫu Đơn", "Ban Xây dựng Đảng", "BXDĐ", "TRƯỞNG BAN"},
		{units.LevelXa, Inspection, "", "Ủy ban Kiểm tra Đảng ủy xã Mẫu Đơn", "Đảng ủy xã Mẫu Đơn", "Ủy ban Kiểm tra", "UBKT", "CHỦ NHIỆM"},
		{units.LevelXa, Cell, "ấp 3", "Chi bộ ấp 3", "Đảng bộ xã Mẫu Đơn", "Chi bộ ấp 3", "CB", "BÍ THƯ"},
		{units.LevelXa, OfficeOf, "", "Văn phòng Đảng ủy xã Mẫu Đơn", "Đảng ủy xã Mẫu Đơn", "Văn phòng", "VPĐU", "CHÁNH VĂN PHÒNG"},
		{units.LevelXa, StateBody, "Phòng Kinh tế", "Phòng Kinh tế", "Ủy ban nhân dân xã Mẫu Đơn", "Phòng Kinh tế", "PKT", "TRƯỞNG PHÒNG"},
		{
			units.LevelXa,
			Front,
			"Hội Nông dân xã Mẫu Đơn",
			"Hội Nông dân xã Mẫu Đơn",
			"Ủy ban MTTQ Việt Nam xã Mẫu Đơn",
			"Hội Nông dân xã Mẫu Đơn",
			"HNDXMĐ",
			"CHỦ TỊCH",
		},
	}
	for _, tt := range tests {
		o := officeOf(t, tt.level)
		s := New(o.Gate)
		i, err := s.SuggestIssuer(tt.kind, tt.typed)
		if err != nil || i.Name != tt.name || i.Superior != tt.superior || i.Head != tt.head || i.Symbol != tt.symbol ||
			i.SignPosition != tt.position {
			t.Errorf("%s %s: %+v, %v", tt.level, tt.kind, i, err)
		}
		if tt.kind == OfficeOf {
			continue // the settings have it already
		}
		if _, err := s.SaveIssuer(i); err != nil {
			t.Errorf("the suggestion for %s cannot be saved: %v", tt.name, err)
		}
	}
}

func TestWrongIssuersAreExplained(t *testing.T) {
	o := officeOf(t, units.LevelXa)
	s := New(o.Gate)
	good, err := s.SuggestIssuer(Board, "Ban Tổ chức")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		field string
		spoil func(*Issuer)
	}{
		{"kind", func(i *Issuer) { i.Kind = "khac" }},
		{"kind", func(i *Issuer) { i.Kind = Committee }},
		{"form", func(i *Issuer) { i.Form = document.FormState }},
		{"name", func(i *Issuer) { i.Name = " " }},
		{"head", func(i *Issuer) { i.Head = "" }},
		{"symbol", func(i *Issuer) { i.Symbol = "" }},
		{"symbol", func(i *Issuer) { i.Symbol = "B TC" }},
		{"symbol", func(i *Issuer) { i.Symbol = "VPĐU" }},
		{"name", func(i *Issuer) { i.Name = "van phong Đảng ủy xã Mẫu Đơn" }},
		{"name", func(i *Issuer) { i.Name = strings.Repeat("a", 151) }},
		{"signAuthority", func(i *Issuer) { i.SignAuthority = "T/L BAN THƯỜNG VỤ" }},
		{"signAuthority", func(i *Issuer) { i.SignPosition = "" }},
		{"signAuthorityName", func(i *Issuer) { i.SignName = "TS. Trần Thị Mẫu" }},
		{"id", func(i *Issuer) { i.ID = TheOffice }},
	}
	for _, tt := range tests {
		in := good
		tt.spoil(&in)
		if _, err := s.SaveIssuer(in); err == nil {
			t.Errorf("%s: accepted %+v", tt.field, in)
		} else if f, ok := fault.Of(err); !ok || f.Fields[tt.field] == "" {
			t.Errorf("%s: %v", tt.field, err)
		}
	}
	in := good
	in.ID = "khong-co"
	if _, err := s.SaveIssuer(in); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("corrected what is not there: %v", err)
	}
	if list, err := s.Issuers(); err != nil || len(list) != 5 {
		t.Errorf("something was stored: %d, %v", len(list), err)
	}
	if err := s.DeleteIssuer("khong-co"); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("deleted what is not there: %v", err)
	}
	o.SignIn(t, access.ChuyenVien)
	if _, err := s.SaveIssuer(good); !fault.Is(err, fault.CodeForbidden) {
		t.Errorf("a chuyên viên added an issuer: %v", err)
	}
}

func TestIssuerGoesToTheBinAndBack(t *testing.T) {
	o := officeOf(t, units.LevelXa)
	s := New(o.Gate)
	in, _ := s.SuggestIssuer(Cell, "Ấp Mẫu 1")
	cell, err := s.SaveIssuer(in)
	if err != nil {
		t.Fatal(err)
	}
	cell.SignName = "Trần Thị Mẫu"
	if cell, err = s.SaveIssuer(cell); err != nil {
		t.Fatal(err)
	}
	if err := s.DeleteIssuer(cell.ID); err != nil {
		t.Fatal(err)
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		if _, err := IssuerOf(tx, cell.ID, document.FormParty); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("a deleted body issues: %v", err)
		}
		return nil
	})
	again, err := s.SaveIssuer(in) // the same body was entered anew meanwhile
	if err != nil {
		t.Fatal(err)
	}
	if err := s.RestoreIssuer(cell.ID); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("two of the same name: %v", err)
	}
	if err := s.DeleteIssuer(again.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.RestoreIssuer(cell.ID); err != nil {
		t.Fatal(err)
	}
	list, err := s.Issuers()
	if err != nil || len(list) != 6 || list[5].ID != cell.ID || list[5].SignName != "Trần Thị Mẫu" || list[5].CreatedAt == "" {
		t.Errorf("%+v, %v", list, err)
	}
}

// TestSignedUnderWhichHeader holds every right to sign against every kind of issuer.
func TestSignedUnderWhichHeader(t *testing.T) {
	signatures := map[string]document.Signatory{
		"T/M BTV":      {Authority: document.OnBehalf, Body: "BAN THƯỜNG VỤ", Position: "PHÓ BÍ THƯ"},
		"T/M cấp ủy":   {Authority: document.OnBehalf, Body: "ĐẢNG ỦY", Position: "BÍ THƯ"},
		"T/M UBKT":     {Authority: document.OnBehalf, Body: "ỦY BAN KIỂM TRA", Position: "CHỦ NHIỆM"},
		"T/M chi bộ":   {Authority: document.OnBehalf, Body: "CHI BỘ", Position: "BÍ THƯ"},
		"T/L BTV":      {Authority: document.ByOrder, Body: "BAN THƯỜNG VỤ", Position: "CHÁNH VĂN PHÒNG"},
		"trực tiếp":    {Authority: document.Direct, Position: "TRƯỞNG BAN"},
		"K/T":          {Authority: document.ForHead, Body: "TRƯỞNG BAN", Position: "PHÓ TRƯỞNG BAN"},
		"Q.":           {Authority: document.Acting, Position: "TRƯỞNG BAN"},
		"K/T tập thể":  {Authority: document.ForHead, Body: "BAN THƯỜNG VỤ", Position: "PHÓ BÍ THƯ"},
		"TUQ":          {Authority: document.ByMandate, Body: "TRƯỞNG BAN", Position: "CHUYÊN VIÊN"},
		"KT. dưới TM.": {Authority: document.OnBehalf, Body: "ỦY BAN NHÂN DÂN", For: "CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH"},
	}
	allowed := []struct {
		kind  Kind
		form  document.Form
		names []string
	}{
		{Committee, document.FormParty, []string{"T/M BTV", "T/M cấp ủy", "T/L BTV"}},
		{OfficeOf, document.FormParty, []string{"trực tiếp", "K/T", "Q."}},
		{Board, document.FormParty, []string{"trực tiếp", "K/T", "Q."}},
		{Inspection, document.FormParty, []string{"T/M UBKT"}},
		{Cell, document.FormParty, []string{"T/M chi bộ"}},
		{
			StateBody,
			document.FormState,
			[]string{"T/M BTV", "T/M cấp ủy", "T/M UBKT", "T/M chi bộ", "T/L BTV", "trực tiếp", "K/T", "Q.", "TUQ", "KT. dưới TM."},
		},
		{
			Front,
			document.FormFront,
			[]string{"T/M BTV", "T/M cấp ủy", "T/M UBKT", "T/M chi bộ", "T/L BTV", "trực tiếp", "K/T", "Q.", "TUQ", "KT. dưới TM."},
		},
	}
	for _, issuer := range allowed {
		for name, signature := range signatures {
			var f fault.Fields
			Issuer{Kind: issuer.kind, Form: issuer.form}.CheckSignature(signature, "signer", &f)
			if ok := f.Err() == nil; ok != slices.Contains(issuer.names, name) {
				t.Errorf("%s signs %s: %v", issuer.kind, name, f.Err())
			}
		}
	}
}
