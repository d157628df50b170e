package typesettest

import (
	"slices"
	"testing"
)

// Entry is a line of a file's outline.
type Entry struct {
	Text  string
	Level int
	Page  int // in the order of printing, from 1
}

// Outline reads the outline of a file from its own objects, in the order of reading.
func Outline(t *testing.T, file []byte) []Entry {
	t.Helper()
	f, err := readPDF(file)
	if err != nil {
		t.Fatal(err)
	}
	root := f.dict(f.trailer, "Root")
	var entries []Entry
	pages, _ := f.dict(root, "Pages")["Kids"].(pdfList)
	var walk func(item pdfDict, level int)
	walk = func(item pdfDict, level int) {
		for ; item != nil; item = f.dict(item, "Next") {
			text, _ := item["Title"].(pdfText)
			target, _ := item["Dest"].(pdfList)
			entries = append(entries, Entry{unicodeText(text), level, slices.Index(pages, target[0]) + 1})
			walk(f.dict(item, "First"), level+1)
		}
	}
	walk(f.dict(f.dict(root, "Outlines"), "First"), 0)
	return entries
}
