package fault

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fields collects the messages of several form fields, so that a person sees all of them at once.
type Fields struct{ byField map[string]string }

// Add notes a message for a field; the first message of a field stays.
func (f *Fields) Add(field, message string) {
	if f.byField == nil {
		f.byField = map[string]string{}
	}
	if _, known := f.byField[field]; !known {
		f.byField[field] = message
	}
}

// LimitText notes by how many letters a text is longer than the limit. what names it at the beginning of a sentence: "Tên".
func (f *Fields) LimitText(field, what, text string, limit int) {
	if over := utf8.RuneCountInString(text) - limit; over > 0 {
		f.Add(field, fmt.Sprintf("%s dài quá %s ký tự cho phép, thừa %s ký tự. Hãy rút ngắn.", what, Thousands(limit), Thousands(over)))
	}
}

// RefuseSigns notes a sign that no name has: an emoji, a mark left by broken text. what names the text: "Tên".
func (f *Fields) RefuseSigns(field, what, text string) {
	for _, r := range text {
		if r == utf8.RuneError || unicode.In(r, unicode.So, unicode.Sk, unicode.Co, unicode.Cs) {
			f.Add(field, fmt.Sprintf("%s có ký tự lạ “%c”; hãy bỏ ký tự đó.", what, r))
			return
		}
	}
}

// Take notes the messages of a refusal (Invalid), each under the field and in the words that rename gives; nil changes nothing.
// Any other error is given back.
func (f *Fields) Take(err error, rename func(field, message string) (string, string)) error {
	e, ok := Of(err)
	if !ok || e.Code != CodeInvalid {
		return err
	}
	for _, field := range slices.Sorted(maps.Keys(e.Fields)) {
		message := e.Fields[field]
		if rename != nil {
			field, message = rename(field, message)
		}
		f.Add(field, message)
	}
	return nil
}

// Err returns nil when nothing was added, else one Invalid fault that names every field.
func (f *Fields) Err() error {
	if len(f.byField) == 0 {
		return nil
	}
	messages := make([]string, 0, len(f.byField))
	for _, field := range slices.Sorted(maps.Keys(f.byField)) {
		messages = append(messages, f.byField[field])
	}
	return &Error{Code: CodeInvalid, Message: strings.Join(messages, " "), Fields: f.byField}
}

// Rename gives a fault of something done on the side the field names of the form that asked for it; messages that come to one
// field are joined. An error that is no fault stays as it is.
func Rename(err error, name func(field string) string) error {
	e, ok := Of(err)
	if !ok {
		return err
	}
	out := *e
	out.Fields = map[string]string{}
	for _, field := range slices.Sorted(maps.Keys(e.Fields)) {
		to := name(field)
		out.Fields[to] = strings.TrimSpace(out.Fields[to] + " " + e.Fields[field])
	}
	return &out
}

// Under is Rename for a part of a form: "items.2." before every field.
func Under(err error, prefix string) error {
	return Rename(err, func(field string) string { return prefix + field })
}

// Thousands writes a count as people read it: 4.000.
func Thousands(n int) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "." + text[i:]
	}
	return text
}
