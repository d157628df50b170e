package reports

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
)

func TestNumberLine(t *testing.T) {
	tests := []struct {
		form   Form
		number Number
		want   string
	}{
		{FormParty, Number{Value: 9, Type: "BC", Issuer: "ĐU"}, "Số 09-BC/ĐU"},
		{FormParty, Number{Value: 10, Type: "BC", Issuer: "ĐU"}, "Số 10-BC/ĐU"},
		{FormParty, Number{Type: "BC", Issuer: "ĐU"}, "Số       -BC/ĐU"},
		{FormParty, Number{Value: 123, Type: "QĐ", Issuer: "TU"}, "Số 123-QĐ/TU"},
		{FormState, Number{Value: 9, Type: "BC", Issuer: "UBND"}, "Số: 09/BC-UBND"},
		{FormState, Number{Value: 5, Issuer: "UBND-VP"}, "Số: 05/UBND-VP"},
		{FormState, Number{Type: "BC", Issuer: "UBND"}, "Số:       /BC-UBND"},
	}
	for _, tt := range tests {
		if got := strings.ReplaceAll(NumberLine(Profile{Form: tt.form}, tt.number), "\u00a0", " "); got != tt.want {
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
			DateLine(Letterhead{Place: "Mỹ Quí", Date: dates.Date(tt.day), Year: 2026}),
			"\u00a0",
			" ",
		); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestAttachedTo(t *testing.T) {
	n := Number{Value: 5, Type: "BC", Issuer: "ĐU"}
	if got := AttachedTo(
		Profile{Form: FormParty},
		"Báo cáo",
		n,
		"2026-02-05",
		"Ban Thường vụ Đảng ủy",
	); got != "(Kèm theo Báo cáo số 05-BC/ĐU, ngày 05/02/2026 của Ban Thường vụ Đảng ủy)" {
		t.Error(got)
	}
	n.Issuer = "UBND"
	if got := AttachedTo(
		Profile{Form: FormState},
		"Báo cáo",
		n,
		"2026-03-05",
		"Ủy ban nhân dân xã",
	); got != "(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã)" {
		t.Error(got)
	}
	if got := AttachedTo(
		Profile{Form: FormParty},
		"Báo cáo",
		Number{Type: "BC", Issuer: "ĐU"},
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
		form  Form
		who   Signatory
		field string // empty: allowed
		lines string // text of the lines, bold ones between asterisks
	}{
		{
			"whole committee",
			FormParty,
			Signatory{Authority: OnBehalf, Body: "ĐẢNG ỦY", Position: "BÍ THƯ", Name: "Lê Mẫu"},
			"",
			"*T/M ĐẢNG ỦY*|BÍ THƯ",
		},
		{
			"deputy for a committee",
			FormParty,
			Signatory{Authority: OnBehalf, Body: "BAN THƯỜNG VỤ", Position: "PHÓ BÍ THƯ"},
			"",
			"*T/M BAN THƯỜNG VỤ*|PHÓ BÍ THƯ",
		},
		{"plain member", FormParty, Signatory{Authority: OnBehalf, Body: "BAN THƯỜNG VỤ"}, "", "*T/M BAN THƯỜNG VỤ*"},
		{
			"office by order",
			FormParty,
			Signatory{Authority: ByOrder, Body: "BAN THƯỜNG VỤ", Position: "CHÁNH VĂN PHÒNG"},
			"",
			"*T/L BAN THƯỜNG VỤ*|CHÁNH VĂN PHÒNG",
		},
		{"head of an office", FormParty, Signatory{Position: "CHÁNH VĂN PHÒNG"}, "", "*CHÁNH VĂN PHÒNG*"},
		{
			"deputy of an office",
			FormParty,
			Signatory{Authority: ForHead, Body: "CHÁNH VĂN PHÒNG", Position: "PHÓ CHÁNH VĂN PHÒNG"},
			"",
			"*K/T CHÁNH VĂN PHÒNG*|PHÓ CHÁNH VĂN PHÒNG",
		},
		{"acting", FormParty, Signatory{Authority: Acting, Position: "CHÁNH VĂN PHÒNG"}, "", "*Q. CHÁNH VĂN PHÒNG*"},
		{
			"state",
			FormState,
			Signatory{Authority: OnBehalf, Body: "ỦY BAN NHÂN DÂN", Position: "CHỦ TỊCH"},
			"",
			"*TM. ỦY BAN NHÂN DÂN*|*CHỦ TỊCH*",
		},
		{
			"state deputy",
			FormState,
			Signatory{Authority: ForHead, Body: "CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH"},
			"",
			"*KT. CHỦ TỊCH*|*PHÓ CHỦ TỊCH*",
		},
		{
			"state mandate",
			FormState,
			Signatory{Authority: ByMandate, Body: "CHỦ TỊCH", Position: "TRƯỞNG PHÒNG"},
			"",
			"*TUQ. CHỦ TỊCH*|*TRƯỞNG PHÒNG*",
		},
		{"K/T a collective", FormParty, Signatory{Authority: ForHead, Body: "BAN THƯỜNG VỤ", Position: "PHÓ BÍ THƯ"}, "signer", ""},
		{
			"K/T a collective, decomposed",
			FormParty,
			Signatory{Authority: ForHead, Body: "Đảng u\u0309y", Position: "PHÓ BÍ THƯ"},
			"signer",
			"",
		},
		{"T/M a person", FormParty, Signatory{Authority: OnBehalf, Body: "BÍ THƯ", Position: "PHÓ BÍ THƯ"}, "signer", ""},
		{"TUQ in the Party", FormParty, Signatory{Authority: ByMandate, Body: "BÍ THƯ", Position: "PHÓ BÍ THƯ"}, "signer", ""},
		{
			"committee after position",
			FormParty,
			Signatory{Authority: OnBehalf, Body: "BAN THƯỜNG VỤ", Position: "BÍ THƯ ĐẢNG ỦY XÃ"},
			"signer",
			"",
		},
		{"no body", FormParty, Signatory{Authority: OnBehalf, Position: "BÍ THƯ"}, "signer", ""},
		{"no position", FormParty, Signatory{}, "signer", ""},
		{"unknown right", FormParty, Signatory{Authority: "thay", Position: "BÍ THƯ"}, "signer", ""},
		{"academic title", FormParty, Signatory{Position: "CHÁNH VĂN PHÒNG", Name: "ThS. Lê Mẫu"}, "signerName", ""},
		{"too long", FormParty, Signatory{Position: strings.Repeat("A", 300)}, "signer", ""},
	}
	for _, tt := range tests {
		doc := Document{Profile: Profile{Form: tt.form}, Signing: &Signing{Right: &tt.who}}
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
