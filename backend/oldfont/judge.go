package oldfont

// Certainty says how far a text alone tells its code.
type Certainty int

// The degrees.
const (
	Unicode Certainty = iota // nothing speaks for an old code, or something against it
	Maybe                    // reads as Vietnamese in Unicode and in the old code: "Sôn" and "Sơn"
	Odd                      // written with letters of the old code, but no Vietnamese in it either: "Kroâng"
	Partly                   // Vietnamese in the old code, beside odd words: "Xaõ Kroâng"
	Mixed                    // partly in an old code, partly not: a person has to look
	Sure                     // Vietnamese only in the old code
)

// Judge says how far a text is in an old code, by its letters and syllables alone.
func Judge(text string, e Encoding) Certainty {
	sure, maybe, odd, against := 0, 0, 0, 0
	for _, p := range split(text) {
		if !p.word || plain(p.text) {
			continue
		}
		word := string(p.text)
		decoded, decodes := decodeWord(p.text, e)
		known := decodes && (syllable(decoded) || abbreviation(decoded))
		unicode := inUnicode(word)
		switch {
		case beyondLatin(p.text), unicode && !known, !decodes:
			against++
		case !known && (foreign(p.text) || len([]rune(decoded)) < len(p.text)):
			odd++
		case !known:
			against++
		case !unicode && tellsCode(p.text, decoded):
			sure++
		case decoded != word:
			maybe++
		}
	}
	switch {
	case sure > 0 && odd+against == 0:
		return Sure
	case sure > 0 && against > 0:
		return Mixed
	case sure > 0:
		return Partly
	case against > 0:
		return Unicode
	case odd > 0:
		return Odd
	case maybe > 0:
		return Maybe
	}
	return Unicode
}

// Certain tells whether a text is Unicode beyond doubt: it bears letters that only Unicode Vietnamese has.
func Certain(text string) bool {
	for _, p := range split(text) {
		if p.word && (beyondLatin(p.text) && inUnicode(string(p.text))) {
			return true
		}
	}
	return false
}

// tellsCode leaves out what other writing has too: a sign that stands alone, "µm".
func tellsCode(word []rune, decoded string) bool {
	switch string(word) {
	case "µm", "µg", "µl":
		return false
	}
	return len([]rune(decoded)) > 1 || decoded == "Đ"
}

// foreign tells whether a word holds a letter that Unicode Vietnamese does not write.
func foreign(word []rune) bool {
	for _, r := range word {
		if r >= 0x80 && !vietnamese[r] {
			return true
		}
	}
	return false
}

func plain(word []rune) bool {
	for _, r := range word {
		if r >= 0x80 {
			return false
		}
	}
	return true
}

func beyondLatin(word []rune) bool {
	for _, r := range word {
		if r > 0xFF {
			return true
		}
	}
	return false
}
