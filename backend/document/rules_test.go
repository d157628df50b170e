package document_test

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
)

func TestNumberLine(t *testing.T) {
	tests := []struct {
		form   document.Form
		number document.Number
		want   string
	}{
		{document.FormParty, document.Number{Value: 9, Type: "BC", Issuer: "ĐU"}, "Số 09-BC/ĐU"},
		{document.FormParty, document.Number{Value: 10, Type: "BC", Issuer: "ĐU"}, "Số 10-BC/ĐU"},
		{document.FormParty, document.Number{Type: "BC", Issuer: "ĐU"}, "Số       -BC/ĐU"},
		{document.FormParty, document.Number{Value: 123, Type: "QĐ", Issuer: "TU"}, "Số 123-QĐ/TU"},
		{document.FormState, document.Number{Value: 9, Type: "BC", Issuer: "UBND"}, "Số: 09/BC-UBND"},
		{document.FormState, document.Number{Value: 5, Issuer: "UBND-VP"}, "Số: 05/UBND-VP"},
		{document.FormState, document.Number{Type: "BC", Issuer: "UBND"}, "Số:       /BC-UBND"},
	}
	for _, tt := range tests {
		if got := strings.ReplaceAll(document.NumberLine(document.Profile{Form: tt.form}, tt.number), "\u00a0", " "); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestDateLine(t *testing.T) {
	tests := []struct{ day, want string }{
		{"2026-01-01", "Mỹ Quí, ngày 01 tháng 01 năm 2026"},
		{"2026-02-09", "Mỹ Quí, ngày 09 tháng 02 năm 2026"},
		{"2026-03-10", "Mỹ Quí, ngày 10 tháng 3 năm 2026"},
		{"2026-12-31", "Mỹ Quí, ngày 31 tháng 12 năm 2026"},
		{"", "Mỹ Quí, ngày     tháng     năm 2026"},
	}
	for _, tt := range tests {
		if got := strings.ReplaceAll(
			document.DateLine(document.Letterhead{Place: "Mỹ Quí", Date: dates.Date(tt.day), Year: 2026}),
			"\u00a0",
			" ",
		); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestAttachedTo(t *testing.T) {
	n := document.Number{Value: 5, Type: "BC", Issuer: "ĐU"}
	if got := document.AttachedTo(
		document.Profile{Form: document.FormParty},
		"Báo cáo",
		n,
		"2026-02-05",
		"Ban Thường vụ Đảng ủy",
	); got != "(Kèm theo Báo cáo số 05-BC/ĐU, ngày 05/02/2026 của Ban Thường vụ Đảng ủy)" {
		t.Error(got)
	}
	n.Issuer = "UBND"
	if got := document.AttachedTo(
		document.Profile{Form: document.FormState},
		"Báo cáo",
		n,
		"2026-03-05",
		"Ủy ban nhân dân xã",
	); got != "(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã)" {
		t.Error(got)
	}
	if got := document.AttachedTo(
		document.Profile{Form: document.FormParty},
		"Báo cáo",
		document.Number{Type: "BC", Issuer: "ĐU"},
		"",
		"Đảng ủy",
	); !strings.Contains(
		got,
		"số …-BC/ĐU, ngày …/…/… của",
	) {
		t.Error(got)
	}
}

func TestSigningRules(t *testing.T) {
	tests := []struct {
		name  string
		form  document.Form
		who   document.Signatory
		field string // empty: allowed
		lines string // text of the lines, bold ones between asterisks
	}{
		{
			"whole committee",
			document.FormParty,
			document.Signatory{Authority: document.OnBehalf, Body: "ĐẢNG ỦY", Position: "BÍ THƯ", Name: "Lê Mẫu"},
			"",
			"*T/M ĐẢNG ỦY*|BÍ THƯ",
		},
		{
			"deputy for a committee",
			document.FormParty,
			document.Signatory{Authority: document.OnBehalf, Body: "BAN THƯỜNG VỤ", Position: "PHÓ BÍ THƯ"},
			"",
			"*T/M BAN THƯỜNG VỤ*|PHÓ BÍ THƯ",
		},
		{
			"plain member",
			document.FormParty,
			document.Signatory{Authority: document.OnBehalf, Body: "BAN THƯỜNG VỤ"},
			"",
			"*T/M BAN THƯỜNG VỤ*",
		},
		{
			"office by order",
			document.FormParty,
			document.Signatory{Authority: document.ByOrder, Body: "BAN THƯỜNG VỤ", Position: "CHÁNH VĂN PHÒNG"},
			"",
			"*T/L BAN THƯỜNG VỤ*|CHÁNH VĂN PHÒNG",
		},
		{"head of an office", document.FormParty, document.Signatory{Position: "CHÁNH VĂN PHÒNG"}, "", "*CHÁNH VĂN PHÒNG*"},
		{
			"deputy of an office",
			document.FormParty,
			document.Signatory{Authority: document.ForHead, Body: "CHÁNH VĂN PHÒNG", Position: "PHÓ CHÁNH VĂN PHÒNG"},
			"",
			"*K/T CHÁNH VĂN PHÒNG*|PHÓ CHÁNH VĂN PHÒNG",
		},
		{
			"acting",
			document.FormParty,
			document.Signatory{Authority: document.Acting, Position: "CHÁNH VĂN PHÒNG"},
			"",
			"*Q. CHÁNH VĂN PHÒNG*",
		},
		{
			"state",
			document.FormState,
			document.Signatory{Authority: document.OnBehalf, Body: "ỦY BAN NHÂN DÂN", Position: "CHỦ TỊCH"},
			"",
			"*TM. ỦY BAN NHÂN DÂN*|*CHỦ TỊCH*",
		},
		{
			"state deputy",
			document.FormState,
			document.Signatory{Authority: document.ForHead, Body: "CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH"},
			"",
			"*KT. CHỦ TỊCH*|*PHÓ CHỦ TỊCH*",
		},
		{
			"state mandate",
			document.FormState,
			document.Signatory{Authority: document.ByMandate, Body: "CHỦ TỊCH", Position: "TRƯỞNG PHÒNG"},
			"",
			"*TUQ. CHỦ TỊCH*|*TRƯỞNG PHÒNG*",
		},
		{
			"K/T a collective",
			document.FormParty,
			document.Signatory{Authority: document.ForHead, Body: "BAN THƯỜNG VỤ", Position: "PHÓ BÍ THƯ"},
			"signer",
			"",
		},
		{
			"K/T a collective, decomposed",
			document.FormParty,
			document.Signatory{Authority: document.ForHead, Body: "Đảng u\u0309y", Position: "PHÓ BÍ THƯ"},
			"signer",
			"",
		},
		{
			"T/M a person",
			document.FormParty,
			document.Signatory{Authority: document.OnBehalf, Body: "BÍ THƯ", Position: "PHÓ BÍ THƯ"},
			"signer",
			"",
		},
		{
			"TUQ in the Party",
			document.FormParty,
			document.Signatory{Authority: document.ByMandate, Body: "BÍ THƯ", Position: "PHÓ BÍ THƯ"},
			"signer",
			"",
		},
		{
			"committee after position",
			document.FormParty,
			document.Signatory{Authority: document.OnBehalf, Body: "BAN THƯỜNG VỤ", Position: "BÍ THƯ ĐẢNG ỦY XÃ"},
			"signer",
			"",
		},
		{"no body", document.FormParty, document.Signatory{Authority: document.OnBehalf, Position: "BÍ THƯ"}, "signer", ""},
		{"no position", document.FormParty, document.Signatory{}, "signer", ""},
		{"unknown right", document.FormParty, document.Signatory{Authority: "thay", Position: "BÍ THƯ"}, "signer", ""},
		{"academic title", document.FormParty, document.Signatory{Position: "CHÁNH VĂN PHÒNG", Name: "ThS. Lê Mẫu"}, "signerName", ""},
		// HD 05, 7.1.2: the post stands without the body's name, by whatever right it is signed.
		{"board after position", document.FormParty, document.Signatory{Position: "TRƯỞNG BAN TỔ CHỨC"}, "signer", ""},
		{"office after position", document.FormParty, document.Signatory{Position: "CHÁNH VĂN PHÒNG HUYỆN ỦY"}, "signer", ""},
		{"board after K/T", document.FormParty,
			document.Signatory{Authority: document.ForHead, Body: "TRƯỞNG BAN TỔ CHỨC", Position: "PHÓ TRƯỞNG BAN"}, "signer", ""},
		{"steering board is its name", document.FormParty, document.Signatory{Position: "TRƯỞNG BAN CHỈ ĐẠO"}, "", "*TRƯỞNG BAN CHỈ ĐẠO*"},
		{"mark in the position", document.FormParty, document.Signatory{Position: "K/T CHÁNH VĂN PHÒNG"}, "signer", ""},
		// 7.1.2 b: under T/M only the posts of the committee.
		{"T/M with another post", document.FormParty,
			document.Signatory{Authority: document.OnBehalf, Body: "BAN THƯỜNG VỤ", Position: "TRƯỞNG BAN"}, "signer", ""},
		// 7.1.4 c (iii): the deputy in charge signs directly.
		{"deputy in charge", document.FormParty, document.Signatory{Position: "PHÓ TRƯỞNG BAN"}, "", "*PHÓ TRƯỞNG BAN*"},
		// 7.1.4 d: who signs by order may not pass it on, but a deputy may be empowered himself.
		{"T/L by a deputy", document.FormParty,
			document.Signatory{Authority: document.ByOrder, Body: "BAN THƯỜNG VỤ", Position: "PHÓ CHÁNH VĂN PHÒNG"}, "",
			"*T/L BAN THƯỜNG VỤ*|PHÓ CHÁNH VĂN PHÒNG"},
		{"T/L passed on", document.FormParty,
			document.Signatory{Authority: document.ByOrder, Body: "BAN THƯỜNG VỤ", For: "CHÁNH VĂN PHÒNG", Position: "PHÓ CHÁNH VĂN PHÒNG"},
			"signer", ""},
		{
			"TL. passed on",
			document.FormState,
			document.Signatory{
				Authority: document.ByOrder,
				Body:      "CHỦ TỊCH",
				For:       "CHÁNH VĂN PHÒNG",
				Position:  "PHÓ CHÁNH VĂN PHÒNG",
			},
			"signer",
			"",
		},
		// 7.1.4 đ (ii): boards without a seal.
		{"kiêm", document.FormParty,
			document.Signatory{Authority: document.Both, Body: "PHÓ TRƯỞNG TIỂU BAN", Position: "ỦY VIÊN BAN THƯỜNG VỤ"}, "",
			"*ỦY VIÊN BAN THƯỜNG VỤ*|kiêm|*PHÓ TRƯỞNG TIỂU BAN*"},
		{"kiêm without the board", document.FormParty, document.Signatory{Authority: document.Both, Position: "BÍ THƯ"}, "signer", ""},
		{
			"kiêm without the post",
			document.FormParty,
			document.Signatory{Authority: document.Both, Body: "TRƯỞNG BAN CHỈ ĐẠO"},
			"signer",
			"",
		},
		{"kiêm in the state", document.FormState,
			document.Signatory{Authority: document.Both, Body: "TRƯỞNG BAN", Position: "CHỦ TỊCH"}, "signer", ""},
		{"too long", document.FormParty, document.Signatory{Position: strings.Repeat("A", 300)}, "signer", ""},
	}
	for _, tt := range tests {
		doc := document.Document{Profile: document.Profile{Form: tt.form}, Signing: &document.Signing{Right: &tt.who}}
		err := doc.Validate()
		if tt.field != "" {
			if f, ok := fault.Of(err); !ok || f.Fields[tt.field] == "" {
				t.Errorf("%s: %v, want a fault of %s", tt.name, err, tt.field)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		var got []string
		for _, line := range tt.who.Lines(doc.Profile) {
			text := line.Text
			if line.Bold {
				text = "*" + text + "*"
			}
			got = append(got, text)
		}
		if joined := strings.Join(got, "|"); joined != tt.lines {
			t.Errorf("%s: %q, want %q", tt.name, joined, tt.lines)
		}
	}
}

func TestAuthorityAsTyped(t *testing.T) {
	tests := []struct {
		text      string
		authority document.Authority
		body      string
	}{
		{
			"T/M BAN THƯỜNG VỤ",
			document.OnBehalf,
			"BAN THƯỜNG VỤ",
		},
		{"TM. BAN THƯỜNG VỤ", document.OnBehalf, "BAN THƯỜNG VỤ"},
		{"t/l Ban Thường vụ", document.ByOrder, "Ban Thường vụ"},
		{
			"K/T CHÁNH VĂN PHÒNG",
			document.ForHead,
			"CHÁNH VĂN PHÒNG",
		},
		{"Q. CHÁNH VĂN PHÒNG", document.Acting, "CHÁNH VĂN PHÒNG"},
		{"KIÊM TRƯỞNG BAN CHỈ ĐẠO", document.Both, "TRƯỞNG BAN CHỈ ĐẠO"},
		{"BAN THƯỜNG VỤ", document.OnBehalf, "BAN THƯỜNG VỤ"},
		{"", document.Direct, ""},
	}
	for _, tt := range tests {
		if authority, body := document.ParseAuthority(tt.text); authority != tt.authority || body != tt.body {
			t.Errorf("%q: %q, %q", tt.text, authority, body)
		}
	}
}
