package main

import (
	"mime"
	"path/filepath"

	"caunoi/backend/access"
	"caunoi/backend/border"
)

// browser is the way out of the preview (border.Outside): the page itself has
// to download a document or open a link, because there is no window and no
// dialog here.
type browser struct{ files *access.Files }

// Save lets the browser download the document.
func (b browser) Save(name string, content []byte) (border.Handed, error) {
	return border.Handed{Done: true, URL: b.put(name, content) + "?tai-ve=1"}, nil
}

// Open lets the browser show the document in a tab of its own.
func (b browser) Open(name string, content []byte) (border.Handed, error) {
	return border.Handed{Done: true, URL: b.put(name, content)}, nil
}

// Print shows the document; the browser's own print command does the rest.
func (b browser) Print(name string, content []byte) (border.Handed, error) {
	return b.Open(name, content)
}

// Link gives the checked link back for the page to open.
func (b browser) Link(link string) (border.Handed, error) {
	return border.Handed{Done: true, URL: link}, nil
}

func (b browser) put(name string, content []byte) string {
	return border.FilesPrefix + b.files.Put(name, mime.TypeByExtension(filepath.Ext(name)), content)
}
