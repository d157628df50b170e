package assignments

import (
	"fmt"

	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// askBeforeIssue asks what a person should accept before a decision is in force, once everything in it was found good: an
// issued decision is changed by a new one only. A handover that brings a decision asks the same.
func askBeforeIssue(tx *store.Tx, d Decision, accepted []string) error {
	odd, err := units.OddNumber(tx, d.NumberText(), d.DocDate)
	if err != nil {
		return err
	}
	what := fmt.Sprintf("Quyết định %s, ngày %s được ban hành: %d dòng vào sổ phân công cùng lúc. Sau đó chỉ thay đổi bằng quyết định mới.",
		d.NumberText(), d.DocDate.Show(), len(d.Lines))
	return fault.Ask(append([]string{what}, odd...), accepted)
}
