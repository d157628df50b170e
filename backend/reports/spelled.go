package reports

import (
	"reflect"
	"slices"
	"strings"

	"caunoi/backend/document"
)

// spelled puts the words of offices in a paper into one spelling, the office's own, so that "cấp uỷ" never stands beside "cấp ủy".
// What persons typed as free text stays letter for letter, and so does every name.
func (p Paper) spelled(doc document.Document) document.Document {
	typed := map[string]bool{}
	for _, t := range p.free.list {
		if p.Profile.SpellWords(t.text) != t.text {
			typed[t.text] = true
		}
	}
	spell := func(text string) string {
		said := p.Profile.SpellWords(text)
		if said == text || typed[text] {
			return text
		}
		for each := range typed { // a cell may hold a typed text among the program's words
			if strings.Contains(text, each) {
				parts := strings.SplitN(text, each, 2)
				return p.Profile.SpellWords(parts[0]) + each + p.Profile.SpellWords(parts[1])
			}
			if strings.Contains(each, text) { // or one line of it
				return text
			}
		}
		return said
	}
	value := reflect.ValueOf(&doc).Elem()
	for i := range value.NumField() {
		if value.Type().Field(i).Name != "Profile" {
			spellIn(value.Field(i), spell)
		}
	}
	return doc
}

// unspoken are the fields of a document that hold names and addresses, not words.
var unspoken = []string{"Name", "Link", "Figure", "Key", "Number", "Place", "Date"}

// spellIn changes every text below a value. What is shared with the builder is copied first.
func spellIn(v reflect.Value, spell func(string) string) {
	switch v.Kind() {
	case reflect.String:
		if said := spell(v.String()); said != v.String() {
			v.SetString(said)
		}
	case reflect.Pointer:
		if !v.IsNil() && v.Elem().Kind() == reflect.Struct {
			copied := reflect.New(v.Elem().Type())
			copied.Elem().Set(v.Elem())
			spellIn(copied.Elem(), spell)
			v.Set(copied)
		}
	case reflect.Slice:
		if !v.IsNil() {
			copied := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(copied, v)
			v.Set(copied)
		}
		for i := range v.Len() {
			spellIn(v.Index(i), spell)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() && !slices.Contains(unspoken, field.Name) {
				spellIn(v.Field(i), spell)
			}
		}
	}
}
