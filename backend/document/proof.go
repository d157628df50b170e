package document

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"html"
	"io"
	"strings"

	"caunoi/backend/dates"
)

// Proof is what an issued paper says of itself, so that a print or a file can be told again: whose content it has.
type Proof struct {
	Symbol  string     `json:"symbol"`  // "12-BC/HU"
	Day     dates.Date `json:"day"`     // of the paper
	Letters string     `json:"letters"` // "7KQ2-M0XD-9TWA", see ProofLetters
	Printed bool       `json:"printed"` // as a square code in the foot of page 1, by the office's setting
}

// Text is a proof in one line.
func (p Proof) Text() string { return p.Symbol + " " + p.Day.Show() + " " + p.Letters }

// proofAlphabet has no letters that are taken for figures when copied by hand: no I, L, O, U.
const proofAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const proofLength = 12 // letters of five bits each

// ProofLetters gives the letters that stand for the content of an issued paper: the first 60 bits of the SHA-256 of its packed
// document as JSON, in three groups. The stored bytes are hashed, not the document read from them: later versions may write it
// otherwise.
func ProofLetters(snapshot []byte) (string, error) {
	z, err := gzip.NewReader(bytes.NewReader(snapshot))
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(z)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	var out strings.Builder
	for i := range proofLength {
		if i > 0 && i%4 == 0 {
			out.WriteByte('-')
		}
		value := 0
		for bit := 5 * i; bit < 5*i+5; bit++ {
			value = value<<1 | int(sum[bit/8]>>(7-bit%8))&1
		}
		out.WriteByte(proofAlphabet[value])
	}
	return out.String(), nil
}

// ReadProofLetters reads the letters as a person copies them, or the whole line of the square code: in small letters, without
// hyphens, O for 0. "" when these are no such letters.
func ReadProofLetters(text string) string {
	var letters []byte
	for _, r := range strings.ToUpper(text) {
		switch {
		case r == 'O':
			letters = append(letters, '0')
		case r == 'I' || r == 'L':
			letters = append(letters, '1')
		case r < 0x80 && strings.IndexByte(proofAlphabet, byte(r)) >= 0:
			letters = append(letters, byte(r))
		case r == '-' || r == ' ' || r == '.' || r == '–':
		default:
			letters = append(letters, ' ') // ends what stood before: a symbol, a day
		}
	}
	if i := bytes.LastIndexByte(letters, ' '); i >= 0 {
		letters = letters[i+1:]
	}
	if len(letters) < proofLength {
		return ""
	}
	letters = letters[len(letters)-proofLength:]
	return string(letters[:4]) + "-" + string(letters[4:8]) + "-" + string(letters[8:])
}

// ProofScheme opens what a file says of itself (dc:identifier in its metadata) before the text of its proof.
const ProofScheme = "caunoi:"

// ProofLettersIn gives the letters a file says it has, whether it is as it was issued or not; "" for a file that says nothing.
func ProofLettersIn(file []byte) string {
	_, rest, _ := bytes.Cut(file, []byte("<dc:identifier>"+ProofScheme))
	line, _, found := bytes.Cut(rest, []byte("</dc:identifier>"))
	if !found || len(line) > 400 {
		return ""
	}
	return ReadProofLetters(html.UnescapeString(strings.TrimSpace(string(line))))
}
