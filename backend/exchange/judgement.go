package exchange

import (
	"fmt"

	"caunoi/backend/fault"
)

// judgement is what a plan makes of one row, and what a person decided about it.
type judgement struct {
	class    Class
	reason   string
	decision Decision
}

// open tells whether a decision is still missing.
func (j *judgement) open() bool { return j.class == ClassUnclear && j.decision == "" }

func (j *judgement) wrong() bool { return j.class == ClassError }

// refuseUndecided refuses to carry out a plan in which a row is still open, or wrong and not to be left out. what names the
// rows in the sentences, choices says what a person may choose. Faults: conflict.
func refuseUndecided[Item interface {
	open() bool
	wrong() bool
}](items []Item, skipErrors bool, what, choices string) error {
	open, wrong := 0, 0
	for _, it := range items {
		if it.open() {
			open++
		}
		if it.wrong() {
			wrong++
		}
	}
	switch {
	case open > 0:
		return fault.Conflict(fmt.Sprintf("Còn %d %s chưa rõ. Hãy chọn cho từng dòng%s. Chưa có gì được nhập.", open, what, choices))
	case wrong > 0 && !skipErrors:
		return fault.Conflict(
			fmt.Sprintf("Có %d %s lỗi. Hãy sửa tệp rồi chọn lại, hoặc đánh dấu “Bỏ qua dòng lỗi”. Chưa có gì được nhập.", wrong, what),
		)
	}
	return nil
}
