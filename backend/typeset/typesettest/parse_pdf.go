package typesettest

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// The values of a PDF file as read here: numbers are float64, the rest has a type of its own.
type (
	pdfName string
	pdfText []byte // a string of the file
	pdfRef  int
	pdfList []any
	pdfDict map[pdfName]any
	pdfWord string // a keyword, or an operator of a page
)

// pdfObject is one object of a file; stream is nil for one without.
type pdfObject struct {
	raw    []byte // from its number to the next object
	value  any
	stream []byte // as stored
}

// pdfRead is a file taken apart.
type pdfRead struct {
	file    []byte
	objects map[int]pdfObject
	trailer pdfDict
}

func (f pdfRead) follow(v any) any {
	if ref, ok := v.(pdfRef); ok {
		return f.objects[int(ref)].value
	}
	return v
}

// dict gives the dictionary under a key, followed; never nil.
func (f pdfRead) dict(d pdfDict, key pdfName) pdfDict {
	found, _ := f.follow(d[key]).(pdfDict)
	return found
}

// content gives the bytes of a stream, unpacked.
func (f pdfRead) content(v any) ([]byte, error) {
	ref, ok := v.(pdfRef)
	if !ok {
		return nil, errors.New("no stream")
	}
	object := f.objects[int(ref)]
	entries, _ := object.value.(pdfDict)
	if entries["Filter"] != pdfName("FlateDecode") {
		return object.stream, nil
	}
	z, err := zlib.NewReader(bytes.NewReader(object.stream))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

var xrefEntry = regexp.MustCompile(`^\d{10} \d{5} [nf](\r\n| \n| \r)$`)

// readPDF takes a file apart by its cross-reference table, with strictness: what it cannot read is an error.
func readPDF(file []byte) (f pdfRead, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("unreadable: %v", cause)
		}
	}()
	f = pdfRead{file: file, objects: map[int]pdfObject{}}
	tail := file[bytes.LastIndex(file, []byte("startxref\n")):]
	at, err := strconv.Atoi(string(bytes.Split(tail, []byte("\n"))[1]))
	if err != nil {
		return f, err
	}
	head := regexp.MustCompile(`^xref\n0 (\d+)\n`).FindSubmatch(file[at:])
	if head == nil {
		return f, errors.New("6.1.4: no cross-reference table where startxref says")
	}
	count, _ := strconv.Atoi(string(head[1]))
	table := file[at+len(head[0]):]
	for n := range count {
		entry := table[20*n : 20*n+20]
		if !xrefEntry.Match(entry) {
			return f, fmt.Errorf("6.1.4: entry %d of the table is %q", n, entry)
		}
		if n == 0 {
			continue
		}
		start, _ := strconv.Atoi(string(entry[:10]))
		if f.objects[n], err = readObject(n, file[start:]); err != nil {
			return f, err
		}
	}
	t := &pdfTokens{text: table[20*count:]}
	if t.next() != pdfWord("trailer") {
		return f, errors.New("no trailer")
	}
	f.trailer, _ = t.value().(pdfDict)
	return f, nil
}

func readObject(n int, text []byte) (pdfObject, error) {
	head := fmt.Sprintf("%d 0 obj\n", n)
	if !bytes.HasPrefix(text, []byte(head)) {
		return pdfObject{}, fmt.Errorf("6.1.9: object %d begins %q", n, text[:20])
	}
	t := &pdfTokens{text: text, at: len(head)}
	object := pdfObject{value: t.value()}
	if bytes.HasPrefix(text[t.at:], []byte("\nstream\n")) {
		length := int(object.value.(pdfDict)["Length"].(float64))
		t.at += len("\nstream\n")
		object.stream = text[t.at : t.at+length]
		if t.at += length; !bytes.HasPrefix(text[t.at:], []byte("\nendstream")) {
			return object, fmt.Errorf("6.1.7.1: the stream of object %d does not end after %d bytes", n, length)
		}
		t.at += len("\nendstream")
	}
	if !bytes.HasPrefix(text[t.at:], []byte("\nendobj\n")) {
		return object, fmt.Errorf("6.1.9: object %d ends with %q", n, text[t.at:min(len(text), t.at+12)])
	}
	object.raw = text[:t.at]
	return object, nil
}

// pdfTokens reads values one after another.
type pdfTokens struct {
	text []byte
	at   int
}

const pdfSpace, pdfDelimiters = "\x00\t\n\f\r ", "()<>[]{}/%"

func (t *pdfTokens) skipSpace() {
	for t.at < len(t.text) {
		switch c := t.text[t.at]; {
		case bytes.IndexByte([]byte(pdfSpace), c) >= 0:
			t.at++
		case c == '%':
			for t.at < len(t.text) && t.text[t.at] != '\n' {
				t.at++
			}
		default:
			return
		}
	}
}

// next gives the next value or keyword; nil at the end.
func (t *pdfTokens) next() any {
	t.skipSpace()
	if t.at >= len(t.text) {
		return nil
	}
	switch c := t.text[t.at]; {
	case c == '(':
		return t.literal()
	case bytes.HasPrefix(t.text[t.at:], []byte("<<")), bytes.HasPrefix(t.text[t.at:], []byte(">>")):
		t.at += 2
		return pdfWord(t.text[t.at-2 : t.at])
	case c == '<':
		end := t.at + bytes.IndexByte(t.text[t.at:], '>')
		digits := t.text[t.at+1 : end]
		t.at = end + 1
		out := make(pdfText, len(digits)/2)
		if n, err := fmt.Sscanf(string(digits), "%x", &out); len(digits) > 0 && (n != 1 || err != nil || len(digits)%2 != 0) {
			panic(fmt.Sprintf("6.1.6: hexadecimal string %q", digits))
		}
		return out
	case c == '[' || c == ']':
		t.at++
		return pdfWord(c)
	}
	start := t.at
	t.at++
	for t.at < len(t.text) && bytes.IndexByte([]byte(pdfSpace+pdfDelimiters), t.text[t.at]) < 0 {
		t.at++
	}
	word := string(t.text[start:t.at])
	if word[0] == '/' {
		return pdfName(word[1:])
	}
	if number, err := strconv.ParseFloat(word, 64); err == nil {
		return number
	}
	return pdfWord(word)
}

func (t *pdfTokens) literal() pdfText {
	out, depth := pdfText{}, 1
	for t.at++; ; t.at++ {
		switch c := t.text[t.at]; c {
		case '\\':
			t.at++
			if escaped, ok := map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}[t.text[t.at]]; ok {
				out = append(out, escaped)
			} else {
				out = append(out, t.text[t.at])
			}
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				t.at++
				return out
			}
		}
		out = append(out, t.text[t.at])
	}
}

// value gives the next whole value: a list, a dictionary, a reference, or what next gives.
func (t *pdfTokens) value() any {
	switch token := t.next(); token {
	case pdfWord("["):
		list := pdfList{}
		for {
			v := t.value()
			if v == pdfWord("]") {
				return list
			}
			list = append(list, v)
		}
	case pdfWord("<<"):
		dict := pdfDict{}
		for {
			key := t.next()
			if key == pdfWord(">>") {
				return dict
			}
			dict[key.(pdfName)] = t.value()
		}
	default:
		if number, ok := token.(float64); ok {
			if found := reference.FindSubmatch(t.text[t.at:min(len(t.text), t.at+16)]); found != nil {
				t.at += len(found[0]) - len(found[1])
				return pdfRef(number)
			}
		}
		return token
	}
}

var reference = regexp.MustCompile(`^ 0 R([^A-Za-z]|$)`)
