package units

import (
	"fmt"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// audit writes a sentence about a unit; %s in it becomes the unit's label on the day.
func audit(tx *store.Tx, id string, day dates.Date, sentence string) error {
	ref, err := Get(tx, id, day)
	if err == nil {
		tx.Audit(id, fmt.Sprintf(sentence, ref.Label))
	}
	return err
}

// differences tells what a correction altered, before and after.
func differences(before, after *Version) string {
	var parts []string
	note := func(what, old, new string) {
		if old != new {
			parts = append(parts, fmt.Sprintf("%s “%s” → “%s”", what, old, new))
		}
	}
	count := func(n *int64) string {
		if n == nil {
			return ""
		}
		return fmt.Sprint(*n)
	}
	note("tên", before.Name, after.Name)
	note("tên gọi tắt", before.ShortName, after.ShortName)
	note("loại", Word(before.Type), Word(after.Type))
	note("mã", before.Code, after.Code)
	note("số hộ", count(before.Households), count(after.Households))
	note("số đảng viên", count(before.Members), count(after.Members))
	note("diện", before.Welfare, after.Welfare)
	note("thời gian", before.span().Show(), after.span().Show())
	note("căn cứ", before.Source, after.Source)
	if before.ParentID != after.ParentID {
		parts = append(parts, "đổi cấp trên")
	}
	if len(parts) == 0 {
		return "chỉ ghi chú"
	}
	return strings.Join(parts, "; ")
}
