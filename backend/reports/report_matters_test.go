package reports

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

// words sets a paper and gives its text without spaces.
func words(t *testing.T, o *accesstest.Office, in Input) string {
	t.Helper()
	return typesettest.LaidText(t, made(t, o.Store, in))
}

var matterPapers = []string{"R8", "R9", "R10", "R10B", "R10C", "R11", "R12", "R12B", "R12C", "R13", "R13B", "R14", "R20", "R26", "R26B"}

func TestPapersOnMattersKeepTheRules(t *testing.T) {
	t.Parallel()
	all := map[string]document.Document{}
	o, ids := reportstest.MatterOffice(t)
	for _, code := range matterPapers {
		report, err := Find(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range report.Forms {
			signers := []Signer{SignedUsually}
			if code == "R10" || code == "R10C" {
				signers = []Signer{SignedUsually, SignedAsSet, SignedByOffice}
			}
			for _, signer := range signers {
				in := Input{Report: code, Period: "2026-06", Form: form, Signer: signer, Number: 5}
				if code == "R12B" && form == document.FormParty {
					in.OfficerID = ids["cb0"]
				}
				all[fmt.Sprintf("%s-%s-%s", code, form, signer)] = made(t, o.Store, in)
			}
		}
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}

func TestPapersOnMattersSayWhatTheRegisterSays(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.MatterOffice(t)
	tests := []struct {
		in         Input
		want, miss []string
	}{
		{
			Input{Report: "R8", Period: "2026-06"},
			[]string{
				"1/2026",
				"Sửa đoạn đường",
				"Đề nghị: Sớm bố trí kinh phí",
				"21-CV/ĐU, ngày 08/6/2026",
				"29/6/2026",
				"Giải quyết xong",
				"Tổng số: 04 ý kiến, kiến nghị (giải quyết xong 01; chưa có trả lời 03",
			},
			nil,
		},
		{Input{Report: "R8", Period: "2026-06", UnitID: ids["ap1"]}, []string{"Lắp đèn", "Tổng số: 01"}, []string{"Sửa đoạn đường"}},
		{
			Input{Report: "R8", Period: "2026-06", BodyID: ids["cq1"]},
			[]string{"Nạo vét", "cơ quan giải quyết: Ban quản lý"},
			[]string{"Lắp đèn"},
		},
		{
			Input{Report: "R9", Period: "2026-06", BodyID: ids["cq0"]},
			[]string{"chuyển Phòng Kinh tế", "Sửa đoạn đường", "Lắp đèn", "(Danh mục có 02 ý kiến, kiến nghị)"},
			[]string{"Nạo vét", "Ban quản lý"},
		},
		{Input{Report: "R9", Period: "2024-01"}, []string{"Không phát sinh"}, nil},
		{
			Input{Report: "R10", Period: "2026-06", BodyID: ids["cq0"], Date: "2026-11-22"},
			[]string{
				"Số 21-CV/ĐU",
				"ngày 08 tháng 6 năm 2026",
				"về việc chuyển ý kiến",
				"Kính gửi:",
				"Phòng Kinh tế",
				"Căn cứ quy chế",
				"chậm nhất ngày 29/6/2026",
				"T/L BAN THƯỜNG VỤ",
				"CHÁNH VĂN PHÒNG",
				"ĐẢNG ỦY XÃ MẪU ĐƠN",
			},
			[]string{"Nạo vét"},
		},
		{
			Input{Report: "R10", Period: "2026-06", BodyID: ids["cq0"], Signer: SignedByOffice},
			[]string{"VĂN PHÒNG", "Số 21-CV/VPĐU", "CHÁNH VĂN PHÒNG"},
			[]string{"T/L"},
		},
		{
			Input{Report: "R10", Period: "2026-06", BodyID: ids["cq0"], Signer: SignedAsSet},
			[]string{"T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Trần Thị Mẫu"},
			[]string{"T/L"},
		},
		{
			Input{Report: "R10", Period: "2026-06", Form: document.FormState},
			[]string{"V/v chuyển", "Số: 22/UBND", "TL. CHỦ TỊCH"},
			[]string{"CV"},
		},
		{
			Input{Report: "R10B", Period: "2026-06", UnitID: ids["ap1"]},
			[]string{"11-QĐi/TW", "10 ngày làm việc", "Lắp đèn", "dưới 3", "Nơi nhận:", "Ấp Mẫu 2"},
			[]string{"Nạo vét"},
		},
		{Input{Report: "R10B", Period: "2026-06", MatterID: ids["kenh"]}, []string{"Nạo vét", "Ban quản lý"}, []string{"Lắp đèn"}},
		{
			Input{Report: "R11", BodyID: ids["cq0"]},
			[]string{
				"về việc đôn đốc",
				"Kính gửi:",
				"Phòng Kinh tế",
				"Đến ngày 22/11/2026, 01 ý kiến, kiến nghị",
				"29/6/2026",
				"21-CV/ĐU",
			},
			[]string{"Nạo vét", "Lắp đèn"},
		},
		{
			Input{Report: "R12", Period: "2026-06", UnitID: ids["ap1"]},
			[]string{"THÔNG BÁO", "Lắp đèn", "dưới 3", "Phòng Kinh tế", "88/KT", "Đã lắp xong", "Đề nghị ấp Mẫu 2"},
			nil,
		},
		{
			Input{Report: "R12B", Period: "2026-06", OfficerID: ids["cb0"]},
			[]string{"PHIẾU TRẢ LỜI", "Đồng chí Cán bộ mẫu 01", "Sửa đoạn đường", "08/6/2026: Chuyển cơ quan", "Bổ sung thùng rác"},
			[]string{"Lắp đèn"},
		},
		{Input{Report: "R12B", Period: "2026-06"}, []string{"Gửi đồng chí Cán bộ mẫu 01", "Gửi đồng chí Cán bộ mẫu 02", "Lắp đèn"}, nil},
		{Input{Report: "R13", Period: "2026-06"}, []string{"Hạ tầng, giao thông", "Tổng cộng", "25%"}, nil},
		{
			Input{Report: "R10C", Period: "2026-06", MatterID: ids["duong"]},
			[]string{
				"PHIẾU CHUYỂN",
				"-PC/ĐU",
				"số 1/2026 của ấp Mẫu 1",
				"Sửa đoạn đường",
				"đến Phòng Kinh tế",
				"trước ngày 29/6/2026",
				"T/L BAN THƯỜNG VỤ",
			},
			[]string{"Lắp đèn"},
		},
		{
			Input{Report: "R10C", Period: "2026-06", Signer: SignedByOffice},
			[]string{"Nạo vét", "-PC/VPĐU", "CHÁNH VĂN PHÒNG"},
			[]string{"T/L"},
		},
		{
			Input{Report: "R12C", Period: "2026-06"},
			[]string{
				"1. Nội dung kiến nghị (Kiến nghị số 2/2026)",
				"Lắp đèn",
				"2. Kết quả nghiên cứu, giải quyết và trả lời kiến nghị",
				"đã trả lời ngày 20/6/2026 tại Văn bản số 88/KT",
				"Đã lắp xong hai bóng đèn",
			},
			[]string{"Nạo vét"},
		},
		{Input{Report: "R12C", Period: "2026-06", MatterID: ids["kenh"]}, []string{"Nạo vét", "……………………"}, []string{"đã trả lời"}},
		{
			Input{Report: "R13B", Period: "2026-06"},
			[]string{
				"1Phòng Kinh tế xã Mẫu Đơn21100001",
				"2Ban quản lý công trình mẫu10000001",
				"3Văn phòng Đảng ủy xã Mẫu Đơn10000001",
				"Tổng cộng41100003",
			},
			nil,
		},
		{
			Input{Report: "R14"},
			[]string{"số liệu tính đến hết ngày 22/11/2026", "Phòng Kinh tế", "Văn phòng Đảng ủy xã Mẫu Đơn", "Trên 90"},
			nil,
		},
		{
			Input{Report: "R20", Period: "2026-06"},
			[]string{
				"4. Ý kiến, kiến nghị và kết quả giải quyết",
				"Đã tiếp nhận 04 ý kiến, kiến nghị (với 20 lượt ý kiến tương tự)",
				"về lĩnh vực Hạ tầng, giao thông",
				"giải quyết xong 01; chưa có trả lời 03",
				"01 ý kiến, kiến nghị đã có trả lời nhưng chưa được phản hồi về cơ sở",
				"Phụ lục 3",
				"Còn 02 ý kiến, kiến nghị quá hạn",
			},
			nil,
		},
		{Input{Report: "R20", Period: "2026-07"}, []string{"không tiếp nhận ý kiến, kiến nghị nào (tháng trước: 04)"}, nil},
		{Input{Report: "R26", Period: "2026-06"}, []string{"lịch tiếp dân", "25/6/2026", "Đối thoại", "Nhà văn hóa ấp", "Ấp Mẫu 1"}, nil},
		{
			Input{Report: "R26B", Period: "2026-06"},
			[]string{"tiếp dân định kỳ 01", "Tiếp 05 lượt; ghi nhận 02 việc", "còn thiếu 01 lần"},
			[]string{"đã qua ngày nhưng chưa ghi nhận"},
		},
		{Input{Report: "R26B", Period: "2024-01"}, []string{"chưa có số liệu về buổi tiếp dân, đối thoại đã tổ chức"}, nil},
	}
	for _, tt := range tests {
		text := words(t, o, tt.in)
		for _, want := range tt.want {
			if !strings.Contains(text, typesettest.Squeeze(want)) {
				t.Errorf("%+v: %q is missing", tt.in, want)
			}
		}
		for _, miss := range tt.miss {
			if strings.Contains(text, typesettest.Squeeze(miss)) {
				t.Errorf("%+v: %q should not be there", tt.in, miss)
			}
		}
	}
}

// The total of R8 is that of the screen with the same choices, and its rows are the screen's.
func TestRegisterTotalsEqualTheScreen(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.MatterOffice(t)
	room := matters.New(o.Gate)
	for _, in := range []Input{{Report: "R8", Period: "2026-06"}, {Report: "R8", Period: "2026", UnitID: ids["xa"]},
		{Report: "R8", Period: "2026-Q2", BodyID: ids["cq0"]}, {Report: "R8", Period: "2026-01"}} {
		page, err := room.Register(matters.Filter{Span: in.Period.Span(), UnderID: in.UnitID, BodyID: in.BodyID})
		if err != nil {
			t.Fatal(err)
		}
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			doc, err := Make(tx, in)
			if err != nil {
				return err
			}
			if rows := doc.Blocks[0].Table.Rows; len(rows) != page.Total {
				t.Errorf("%+v: %d rows, the screen has %d", in, len(rows), page.Total)
			}
			if page.Total > 0 && !strings.Contains(doc.Blocks[1].Paragraph.Runs[0].Text, "Tổng số: "+received(page.Total)) {
				t.Errorf("%+v: %q", in, doc.Blocks[1].Paragraph.Runs[0].Text)
			}
			return nil
		})
	}
}

// What looks like a resident's data stops a paper that leaves the office, and is pointed out in the office's own books.
func TestGuardLooksAgainBeforePrinting(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.MatterOffice(t)
	exec := func(reason string) {
		storetest.Write(t, o.Store, func(tx *store.Tx) error {
			return tx.Exec(
				"UPDATE matter SET summary = 'Ông Nguyễn Văn Thử, số điện thoại 0912345678, xin sửa đường', guard_reason = ? WHERE id = ?",
				reason,
				ids["duong"],
			).Error
		})
	}
	make := func(code string) (said []Obstacle, err error) {
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			in := Input{Report: code, Period: "2026-06", BodyID: ids["cq0"]}
			if _, err = Make(tx, in); fault.Is(err, fault.CodeInvalid) {
				return nil
			}
			ready, err := Prepare(tx, in)
			for _, each := range ready.Obstacles {
				if each.Condition == NoResidentData {
					said = append(said, each)
				}
			}
			return err
		})
		return said, err
	}
	exec("")
	if said, err := make(
		"R8",
	); err != nil || len(said) != 1 || said[0].Weight != Remarks ||
		!strings.Contains(said[0].Reason, "kiến nghị số 1/2026") {
		t.Errorf("R8: %v, %v", said, err)
	}
	for _, code := range []string{"R9", "R10", "R11"} {
		if _, err := make(code); !fault.Is(err, fault.CodeConflict) || !strings.Contains(err.Error(), "kiến nghị số 1/2026") {
			t.Errorf("%s: %v", code, err)
		}
	}
	exec("SO_KHAC")
	if said, err := make("R8"); err != nil || len(said) != 0 {
		t.Errorf("R8 with a reason: %v, %v", said, err)
	}
	if said, err := make("R10"); err != nil || len(said) != 1 || said[0].Weight != Asks {
		t.Errorf("R10 with a reason: %v, %v", said, err)
	}
}
