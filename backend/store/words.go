package store

// Word is a code as stored and the Vietnamese word that screens and papers show for it.
type Word struct {
	Code string `json:"code"`
	Word string `json:"word"`
}

// NewWord pairs a code with its word.
func NewWord[Code ~string](code Code, word string) Word { return Word{string(code), word} }

// Words is a list of words in the order in which they are offered.
type Words []Word

// Of gives the word of a code, "" for an unknown one.
func (list Words) Of(code string) string {
	for _, w := range list {
		if w.Code == code {
			return w.Word
		}
	}
	return ""
}
