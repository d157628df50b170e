package dates

import "fmt"

// Refusal is a Vietnamese sentence that says why a date, period or calendar entry is not accepted and what to write
// instead. It can be shown as it is; a room puts it beside its field with fault.Invalid(field, err.Error()).
type Refusal string

func (r Refusal) Error() string { return string(r) }

func refuse(format string, args ...any) error { return Refusal(fmt.Sprintf(format, args...)) }

// excerpt cuts what somebody typed or pasted to a length that fits a sentence.
func excerpt(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
