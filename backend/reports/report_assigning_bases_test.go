package reports

import (
	"math"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/papers"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

func TestLawOfLocalGovernmentOfTheDay(t *testing.T) {
	t.Parallel()
	for day, want := range map[dates.Date]string{
		"2014-01-01": "ngày 19 tháng 6 năm 2015", "2025-02-28": "ngày 19 tháng 6 năm 2015", "2025-03-01": "ngày 19 tháng 02 năm 2025",
		"2025-06-15": "ngày 19 tháng 02 năm 2025", "2025-06-16": "ngày 16 tháng 6 năm 2025", "2026-11-30": "ngày 16 tháng 6 năm 2025",
	} {
		if got := governmentLaw(day); got != "Luật Tổ chức chính quyền địa phương "+want {
			t.Errorf("on %s: %q, want %q", day, got, want)
		}
	}
}

// A decision names each căn cứ on a line of its own, the last with a full stop also above "QUYẾT ĐỊNH:". What the program cannot name in
// full it asks the clerk for, beside the page, until the office has written it.
func TestBasesOfADecision(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	for form, want := range map[document.Form][]string{
		document.FormParty: {
			"- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", "- Căn cứ Quy chế làm việc của", "- Xét đề nghị của Văn phòng Đảng ủy xã Mẫu Đơn.",
		},
		document.FormState: {"Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "Theo đề nghị của Văn phòng."},
	} {
		in := Input{Report: "R2B", Period: "2026-06", Form: form, DecisionID: ids["qd"]}
		storetest.Write(t, o.Store, func(tx *store.Tx) error {
			asked := func() (bases []string, doc document.Document) {
				ready, err := Prepare(tx, in)
				if err != nil {
					t.Fatal(err)
				}
				for _, found := range ready.Obstacles {
					if strings.Contains(found.Reason, "Căn cứ ") {
						bases = append(bases, found.Reason)
					}
				}
				return bases, ready.Doc
			}
			before, doc := asked()
			if len(before) != 1 || !strings.Contains(before[0], "Căn cứ Quy chế làm việc") ||
				!strings.Contains(before[0], "số, ký hiệu; ngày, tháng, năm") {
				t.Errorf("%s: asks for %q", form, before)
			}
			text := typesettest.LaidText(t, doc)
			for _, line := range want {
				if !strings.Contains(text, typesettest.Squeeze(line)) {
					t.Errorf("%s: %q is not drawn: %.900s", form, line, text)
				}
			}
			full := "Căn cứ Quy chế làm việc của Đảng ủy xã, ban hành kèm theo Quyết định số 01-QĐ/ĐU, ngày 05/8/2025 của Đảng ủy xã"
			if err := papers.AddOfficeText(tx, papers.OfficeText{
				Report: in.Report, Form: form, Place: placeBases, Text: full, ValidFrom: "2020-01-01",
			}, math.MaxInt); err != nil {
				return err
			}
			if after, _ := asked(); len(after) > 0 {
				t.Errorf("%s: still asks for %q", form, after)
			}
			return nil
		})
	}
}
