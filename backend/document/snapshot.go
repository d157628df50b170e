package document

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
)

// Pack writes a document as it is kept: JSON, gzip.
func Pack(doc Document) ([]byte, error) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if err := json.NewEncoder(z).Encode(doc); err != nil {
		return nil, err
	}
	err := z.Close()
	return out.Bytes(), err
}

// Unpack reads the document of an issued paper as it was then.
func Unpack(snapshot []byte) (doc Document, err error) {
	z, err := gzip.NewReader(bytes.NewReader(snapshot))
	if err != nil {
		return doc, err
	}
	text, err := io.ReadAll(z)
	if err != nil {
		return doc, err
	}
	return doc, json.Unmarshal(text, &doc)
}
