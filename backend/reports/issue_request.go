package reports

import (
	"cmp"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
)

// IssueRequest is a paper that is to take a number: the choices it is made from, and the number it bears already.
type IssueRequest struct {
	Input  Input
	Suffix string // "a" of a number put in between
	Fixed  string // number and symbol the paper bears in another book already, "21-CV/HU"; "" = the number is free to choose
}

// TakeOver gives the paper the number and day under which it stands in another book already. stands says so in words, for
// whoever asks for another number.
func (r *IssueRequest) TakeOver(text string, day dates.Date, stands string) error {
	number, suffix := papers.LeadingNumber(text)
	if number == 0 {
		return nil
	}
	if (r.Input.Number != 0 && r.Input.Number != number) || (r.Suffix != "" && r.Suffix != suffix) {
		return fault.Invalid("number", stands+" nên không lấy số khác. Hãy để số đó, hoặc sửa ở nơi đã ghi trước.")
	}
	r.Input.Number, r.Suffix, r.Fixed = number, suffix, text
	r.Input.Date = cmp.Or(day, r.Input.Date)
	return nil
}
