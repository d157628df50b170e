package reports

import (
	"slices"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
	"caunoi/backend/units"
)

// strangers are words that may not stand in a paper of a form, whoever drew it up: the marks, titles, verbs and speakers of the
// other form. What persons typed is not judged: the test's office writes none of them into its records.
var strangers = map[document.Form][]string{
	document.FormParty: {
		"CỘNG HÒA",
		"Độc lập",
		"TM. ",
		"KT. ",
		"TL. ",
		"TUQ. ",
		"Lưu: VT",
		"./.",
		"Số: ",
		"V/v",
		"UBND",
		"Ủy ban nhân dân",
		"ỦY BAN NHÂN DÂN",
		"MTTQ",
		"Mặt trận",
		"Luật Tổ chức chính quyền địa phương",
	},
	document.FormState: {
		"ĐẢNG CỘNG SẢN", "T/M", "K/T", "T/L", "Ban Thường vụ", "BAN THƯỜNG VỤ", "Thường trực Đảng ủy", "Đảng ủy", "ĐẢNG ỦY", "Đảng bộ",
		"Điều lệ Đảng", "cấp ủy", "của đảng viên", "chi bộ", "Chi bộ", "Kính trình", "MTTQ", "Mặt trận", "Lưu Văn phòng",
	},
	document.FormFront: {
		"ĐẢNG CỘNG SẢN",
		"T/M",
		"K/T",
		"T/L",
		"Ban Thường vụ",
		"BAN THƯỜNG VỤ",
		"Thường trực Đảng ủy",
		"Đảng ủy",
		"ĐẢNG ỦY",
		"Đảng bộ",
		"Điều lệ Đảng",
		"cấp ủy",
		"của đảng viên",
		"chi bộ",
		"Chi bộ",
		"Kính trình",
		"Lưu Văn phòng",
		"Ủy ban nhân dân",
		"UBND",
		"Luật Tổ chức chính quyền địa phương",
	},
}

// A paper speaks in the words of its form from the first line to the last: in every form it has, for every period it takes, about
// everything it can be about.
func TestNoPaperSpeaksInTheWordsOfAnotherForm(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.MatterOffice(t)
	ids["bg"] = reportstest.HandOver(t, o.Store, ids["cb1"], ids["cb0"])
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		office, err := units.TheOffice(tx)
		if err != nil {
			return err
		}
		office.StateSignName = "Ngô Văn Mẫu"
		if _, err = units.StoreOffice(tx, office); err != nil {
			return err
		}
		// Records in words of no form, so that what is found is the program's.
		for _, clean := range []string{
			"UPDATE post_holding SET label = 'Ủy viên', org_text = 'Cơ quan mẫu'",
			"UPDATE decision SET issuer = '', subject = 'về việc phân công cán bộ theo dõi ấp', number = '12', symbol = ''",
			"UPDATE letter SET basis = 'Quy chế làm việc'",
			"UPDATE session_person SET label = 'Đại diện đơn vị mẫu' WHERE officer_id = ''",
			"UPDATE reception_day SET place = 'Trụ sở xã'",
		} {
			if err := tx.Exec(clean).Error; err != nil {
				return err
			}
		}
		return nil
	})
	for _, report := range Catalog {
		for _, form := range report.Forms {
			for _, in := range aboutEverything(report, ids, form) {
				doc := made(t, o.Store, in)
				text := typesettest.LaidText(t, doc)
				for _, word := range strangers[form] {
					if at := strings.Index(text, typesettest.Squeeze(word)); at >= 0 {
						from, to := max(0, at-60), min(len(text), at+len(word)+60)
						t.Errorf("%s %s %s: “%s” in …%s…", report.Code, form, in.UnitID, word, strings.ToValidUTF8(text[from:to], ""))
					}
				}
			}
		}
	}
}

// aboutEverything lists what a paper can be about: the whole office, one place, one officer.
func aboutEverything(report Report, ids map[string]string, form document.Form) []Input {
	in := reportstest.About(report.Needs, ids, Input{Report: report.Code, Period: report.Fitting("2026-06"), Form: form})
	list := []Input{in}
	for _, c := range report.Takes {
		narrow := in
		switch {
		case c == ChooseUnit && in.UnitID == "":
			narrow.UnitID = ids["ap0"]
		case c == ChooseOfficer && in.OfficerID == "" && report.Needs != NeedHandover:
			narrow.OfficerID = ids["cb0"]
		default:
			continue
		}
		list = append(list, narrow)
	}
	return list
}

// "Như trên" stands for those a paper is addressed to: without "Kính gửi" it names nobody, and an addressed letter begins with it
// (HD 05, 9.2.3 and 9.2.4).
func TestAsAboveNeedsAnAddress(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.MatterOffice(t)
	ids["bg"] = reportstest.HandOver(t, o.Store, ids["cb1"], ids["cb0"])
	for _, report := range Catalog {
		for _, form := range report.Forms {
			for _, in := range aboutEverything(report, ids, form) {
				doc := made(t, o.Store, in)
				var to []string
				if doc.Signing != nil {
					to = doc.Signing.Recipients
				}
				addressed, asAbove := doc.Address != nil, slices.Contains(to, "Như trên")
				if asAbove && (!addressed || to[0] != "Như trên") || addressed && len(to) > 0 && !asAbove {
					t.Errorf("%s %s: addressed %v, sent to %q", report.Code, form, addressed, to)
				}
			}
		}
	}
}
