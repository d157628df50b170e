package reports

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset"
	"caunoi/backend/typeset/typesettest"
	"caunoi/backend/units"
)

// levelOffices are made-up offices of each level with the letterheads their papers and those of their bodies must bear.
var levelOffices = []struct {
	office units.Office
	bodies []letterheadCase
}{
	{
		units.Office{
			Level:         units.LevelTinh,
			Name:          "Tỉnh ủy Vĩnh Mẫu",
			Place:         "Vĩnh Mẫu",
			StateName:     "Ủy ban nhân dân tỉnh Vĩnh Mẫu",
			SignAuthority: "T/M BAN THƯỜNG VỤ",
			SignPosition:  "PHÓ BÍ THƯ",
			SignName:      "Trần Thị Mẫu",
		},
		[]letterheadCase{
			{"", "", "TỈNH ỦY VĨNH MẪU|*|Số 12-BC/TU", "T/M BAN THƯỜNG VỤ|PHÓ BÍ THƯ"},
			{papers.OfficeOf, "", "TỈNH ỦY VĨNH MẪU|VĂN PHÒNG|*|Số 12-BC/VPTU", "CHÁNH VĂN PHÒNG"},
			{papers.Board, "Ban Tổ chức", "TỈNH ỦY VĨNH MẪU|BAN TỔ CHỨC|*|Số 12-BC/BTCTU", "TRƯỞNG BAN"},
			{papers.Inspection, "", "TỈNH ỦY VĨNH MẪU|ỦY BAN KIỂM TRA|*|Số 12-BC/UBKTTU", "T/M ỦY BAN KIỂM TRA|CHỦ NHIỆM"},
		},
	},
	{
		units.Office{Level: units.LevelHuyen, Name: "Huyện ủy Quới Điền", Superior: "Đảng bộ tỉnh Vĩnh Mẫu", Place: "Quới Điền"},
		[]letterheadCase{
			{"", "", "ĐẢNG BỘ TỈNH VĨNH MẪU|HUYỆN ỦY QUỚI ĐIỀN|*|Số 12-BC/HU", "T/M BAN THƯỜNG VỤ"},
			{papers.OfficeOf, "", "HUYỆN ỦY QUỚI ĐIỀN|VĂN PHÒNG|*|Số 12-BC/VPHU", "CHÁNH VĂN PHÒNG"},
			{papers.Board, "Ban Tuyên giáo", "HUYỆN ỦY QUỚI ĐIỀN|BAN TUYÊN GIÁO|*|Số 12-BC/BTGHU", "TRƯỞNG BAN"},
		},
	},
	{
		units.Office{
			Level:             units.LevelXa,
			Name:              "Đảng ủy xã Mẫu Đơn",
			Superior:          "Đảng bộ tỉnh Vĩnh Mẫu",
			Place:             "Mẫu Đơn",
			StateSuperior:     "UBND tỉnh Vĩnh Mẫu",
			StateName:         "Ủy ban nhân dân xã Mẫu Đơn",
			StateSignPosition: "Phó Chủ tịch",
			StateSignName:     "Lê Văn Mẫu",
		},
		[]letterheadCase{
			{"", "", "ĐẢNG BỘ TỈNH VĨNH MẪU|ĐẢNG ỦY XÃ MẪU ĐƠN|*|Số 12-BC/ĐU", "T/M BAN THƯỜNG VỤ"},
			{papers.OfficeOf, "", "ĐẢNG ỦY XÃ MẪU ĐƠN|VĂN PHÒNG|*|Số 12-BC/VPĐU", "CHÁNH VĂN PHÒNG"},
			{papers.Board, "Ban Xây dựng Đảng", "ĐẢNG ỦY XÃ MẪU ĐƠN|BAN XÂY DỰNG ĐẢNG|*|Số 12-BC/BXDĐ", "TRƯỞNG BAN"},
			{papers.Inspection, "", "ĐẢNG ỦY XÃ MẪU ĐƠN|ỦY BAN KIỂM TRA|*|Số 12-BC/UBKT", "T/M ỦY BAN KIỂM TRA|CHỦ NHIỆM"},
			{papers.Cell, "ấp Mẫu 1", "ĐẢNG BỘ XÃ MẪU ĐƠN|CHI BỘ ẤP MẪU 1|*|Số 12-BC/CB", "T/M CHI BỘ|BÍ THƯ"},
			{
				papers.StateBody,
				"",
				"UBND TỈNH VĨNH MẪU|ỦY BAN NHÂN DÂN XÃ MẪU ĐƠN|Số: 12/BC-UBND",
				"TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH",
			},
			{papers.StateBody, "Phòng Kinh tế", "ỦY BAN NHÂN DÂN XÃ MẪU ĐƠN|PHÒNG KINH TẾ|Số: 12/BC-PKT", "TRƯỞNG PHÒNG"},
			{
				papers.Front,
				"",
				"ỦY BAN MTTQ VIỆT NAM TỈNH VĨNH MẪU|ỦY BAN MTTQ VIỆT NAM XÃ MẪU ĐƠN|Số: 12/BC-MTTQ-BTT",
				"TM. BAN THƯỜNG TRỰC|CHỦ TỊCH",
			},
			{
				papers.Front,
				"Hội Nông dân xã",
				"ỦY BAN MTTQ VIỆT NAM XÃ MẪU ĐƠN|HỘI NÔNG DÂN XÃ|Số: 12/BC-HNDX",
				"TM. BAN THƯỜNG VỤ|CHỦ TỊCH",
			},
		},
	},
}

type letterheadCase struct {
	kind       papers.Kind
	name       string
	head, sign string
}

func TestLetterheadsOfEveryLevel(t *testing.T) {
	t.Parallel()
	all := map[string]document.Document{}
	for _, level := range levelOffices {
		o := accesstest.Open(t)
		room := papers.New(o.Gate)
		storetest.Write(t, o.Store, func(tx *store.Tx) error {
			_, err := units.StoreOffice(tx, level.office)
			return err
		})
		for _, body := range level.bodies {
			t.Run(string(level.office.Level)+" "+string(body.kind)+" "+body.name, func(t *testing.T) {
				in := Input{Report: "R20", Period: "2026-06", Number: 12, Form: document.FormParty, Date: "2026-07-02"}
				switch {
				case body.kind == papers.OfficeOf:
					in.IssuerID = papers.TheOffice
				case body.name == "" && body.kind == papers.StateBody:
					in.Form = document.FormState
				case body.name == "" && body.kind == papers.Front:
					in.Form = document.FormFront
				case body.kind != "":
					draft, err := room.SuggestIssuer(body.kind, body.name)
					if err == nil {
						draft, err = room.SaveIssuer(draft)
					}
					if err != nil {
						t.Fatal(err)
					}
					in.IssuerID, in.Form = draft.ID, draft.Form
				}
				doc := made(t, o.Store, in)
				all[fmt.Sprintf("tieu de %s %s %s %s", level.office.Level, in.Form, body.kind, body.name)] = doc
				l, err := typeset.LayOut(doc)
				if err != nil {
					t.Fatal(err)
				}
				if got := joinedLines(
					l,
					typeset.RoleSuperior,
					typeset.RoleIssuer,
					typeset.RoleStar,
					typeset.RoleNumber,
				); typesettest.Squeeze(
					got,
				) != typesettest.Squeeze(
					body.head,
				) {
					t.Errorf("letterhead %q, want %q", got, body.head)
				}
				if got := joinedLines(
					l,
					typeset.RoleRight,
					typeset.RolePosition,
				); typesettest.Squeeze(
					got,
				) != typesettest.Squeeze(
					body.sign,
				) {
					t.Errorf("signature %q, want %q", got, body.sign)
				}
			})
		}
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}

// joinedLines joins the lines of the given roles on all pages as they stand, lines of one name in one.
func joinedLines(l *typeset.Layout, roles ...typeset.Role) string {
	var out []string
	last := typeset.Role("")
	for _, pg := range l.Pages {
		for _, item := range pg.Texts {
			switch {
			case !slices.Contains(roles, item.Role):
			case item.Role == last && (item.Role == typeset.RoleSuperior || item.Role == typeset.RoleIssuer):
				out[len(out)-1] += " " + item.Text
			default:
				out = append(out, item.Text)
			}
			if slices.Contains(roles, item.Role) {
				last = item.Role
			}
		}
	}
	return strings.Join(out, "|")
}

// Names and dates of more than their column: an issuer of 90 mm and a date of 92 mm, in every form.
func TestLongNamesOfIssuers(t *testing.T) {
	t.Parallel()
	o := accesstest.Open(t)
	all := map[string]document.Document{}
	for _, form := range []document.Form{document.FormParty, document.FormState, document.FormFront} {
		for _, kind := range []string{"bao_cao", "cong_van", "to_trinh", "quyet_dinh", "quy_dinh"} {
			issuer := &papers.Issuer{
				Kind:         papers.Board,
				Form:         form,
				Name:         "Ban mẫu",
				Superior:     "Đảng ủy các cơ quan Đảng, chính quyền, đoàn thể",
				Head:         "Ban Tuyên giáo và Dân vận, Tổ chức, Nội chính",
				Symbol:       "BTGDVTCNC",
				Place:        "Thị trấn Tân Phước Hưng Mẫu",
				SignPosition: "TRƯỞNG BAN",
				Archive:      "Lưu Ban mẫu",
			}
			if typeset.TextWidth(strings.ToUpper(issuer.Head), typeset.Bold, 14) < 90 {
				t.Fatal("the name is too short for this test")
			}
			storetest.Read(t, o.Store, func(tx *store.Tx) error {
				doc, err := samplePage(tx, SampleInput{Kind: kind, Day: "2026-12-25", Issuer: issuer})
				all[string(form)+" "+kind] = doc
				return err
			})
		}
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}

func TestSigningMatrix(t *testing.T) {
	t.Parallel()
	const collective, head = "BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"
	const notForCollective, notForHead = "Không ký thay (K/T) một tập thể", "Chỉ ký thay mặt (T/M) cho một tập thể"
	tests := []struct {
		authority document.Authority
		body      string
		party     string // the lines, or what the refusal says
		state     string
	}{
		{document.Direct, "", "*PHÓ MẪU*", "*PHÓ MẪU*"},
		{document.OnBehalf, collective, "chỉ ghi chức vụ bí thư, phó bí thư", "*TM. BAN THƯỜNG VỤ*|*PHÓ MẪU*"},
		{document.OnBehalf, head, notForHead, notForHead},
		{document.ForHead, collective, notForCollective, notForCollective},
		{document.ForHead, head, "*K/T CHÁNH VĂN PHÒNG*|PHÓ MẪU", "*KT. CHÁNH VĂN PHÒNG*|*PHÓ MẪU*"},
		{document.ByOrder, collective, "*T/L BAN THƯỜNG VỤ*|PHÓ MẪU", "*TL. BAN THƯỜNG VỤ*|*PHÓ MẪU*"},
		{document.ByOrder, head, "*T/L CHÁNH VĂN PHÒNG*|PHÓ MẪU", "*TL. CHÁNH VĂN PHÒNG*|*PHÓ MẪU*"},
		{document.ByMandate, collective, "không ký thừa ủy quyền (TUQ)", "*TUQ. BAN THƯỜNG VỤ*|*PHÓ MẪU*"},
		{document.ByMandate, head, "không ký thừa ủy quyền (TUQ)", "*TUQ. CHÁNH VĂN PHÒNG*|*PHÓ MẪU*"},
		{document.Acting, "", "*Q. PHÓ MẪU*", "*Q. PHÓ MẪU*"},
	}
	for _, tt := range tests {
		wants := map[document.Form]string{document.FormParty: tt.party, document.FormState: tt.state, document.FormFront: tt.state}
		for form, want := range wants {
			who := document.Signatory{Authority: tt.authority, Body: tt.body, Position: "PHÓ MẪU"}
			doc := document.Document{Profile: document.Profile{Form: form}, Signing: &document.Signing{Right: &who}}
			got := ""
			if err := doc.Validate(); err != nil {
				got = err.Error()
			} else {
				var lines []string
				for _, line := range who.Lines(doc.Profile) {
					lines = append(lines, map[bool]string{true: "*" + line.Text + "*", false: line.Text}[line.Bold])
				}
				got = strings.Join(lines, "|")
			}
			if got != want && !(strings.HasPrefix(want, "*") == false && strings.Contains(got, want)) {
				t.Errorf("%s %s of %q: %q, want %q", form, tt.authority, tt.body, got, want)
			}
		}
	}
	deputy := document.Signatory{Authority: document.OnBehalf, Body: "ỦY BAN NHÂN DÂN", For: "CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH"}
	doc := document.Document{Profile: document.Profile{Form: document.FormParty}, Signing: &document.Signing{Right: &deputy}}
	if err := doc.Validate(); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("K/T under T/M in a Party paper: %v", err)
	}
}

// A signature of the settings that does not belong under the committee's header stops the paper with a sentence.
func TestWrongSignatureOfTheSettingsStopsPrinting(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	tests := []struct {
		authority, position string
		in                  Input
		ok                  bool
		field               string
	}{
		{"K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", Input{Report: "R20", Period: "2026-06"}, false, "signAuthority"},
		{"K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", Input{Report: "R20", Period: "2026-06", IssuerID: papers.TheOffice}, true, ""},
		{"K/T BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", Input{Report: "R20", Period: "2026-06"}, false, "signAuthority"},
		{"", "CHÁNH VĂN PHÒNG", Input{Report: "R20", Period: "2026-06"}, true, ""},
		{
			"T/M BAN THƯỜNG VỤ",
			"BÍ THƯ",
			Input{Report: "R10", Period: "2026-06", IssuerID: papers.TheOffice, Signer: SignedByOrder},
			false,
			"signer",
		},
		{"T/M BAN THƯỜNG VỤ", "BÍ THƯ", Input{Report: "R10", Period: "2026-06", Signer: SignedByOrder}, true, ""},
		{"T/M BAN THƯỜNG VỤ", "BÍ THƯ", Input{Report: "R20", Period: "2026-06", IssuerID: papers.TheAuthority}, false, "issuerId"},
	}
	for _, tt := range tests {
		storetest.Write(t, o.Store, func(tx *store.Tx) error {
			settings, err := units.TheOffice(tx)
			if err == nil {
				settings.SignAuthority, settings.SignPosition = tt.authority, tt.position
				_, err = units.StoreOffice(tx, settings)
			}
			return err
		})
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			_, err := Make(tx, tt.in)
			if f, _ := fault.Of(err); (err == nil) != tt.ok || (!tt.ok && (f == nil || f.Fields[tt.field] == "")) {
				t.Errorf("%s %s %s: %v", tt.authority, tt.in.Report, tt.in.IssuerID, err)
			}
			return nil
		})
	}
}
