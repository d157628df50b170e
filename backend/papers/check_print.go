package papers

import (
	"bytes"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Verdict is what a print or a file turned out to be.
type Verdict string

// Verdicts from the best to the worst.
const (
	AsSealed    Verdict = "nguyen_ven" // the file is the sealed one, byte for byte
	WithSigning Verdict = "da_ky"      // the sealed bytes with a signature after them
	LettersFit  Verdict = "dung_ma"    // the letters are those of a paper whose stored content is unchanged
	Changed     Verdict = "da_doi"     // the file says it is a paper, but it is not as sealed
	Unknown     Verdict = "khong_ro"   // no paper of this register
)

// CheckedPrint is the answer to "which paper is this, and is it unchanged".
type CheckedPrint struct {
	Verdict  Verdict `json:"verdict"`
	Sentence string  `json:"sentence"`
	Paper    *Issued `json:"paper"` // none when it is unknown
}

// CheckFile tells which paper a file is. It compares bytes; signatures are left to the programs that make them.
func CheckFile(tx *store.Tx, content []byte) (CheckedPrint, error) {
	if !bytes.HasPrefix(content, []byte("%PDF-")) {
		return CheckedPrint{}, fault.Invalid("file", "Chỉ kiểm tra được tệp PDF. Với bản in giấy, hãy gõ mã kiểm tra ở chân trang đầu.")
	}
	p, length, err := findByBytes(tx, content)
	if err != nil {
		return CheckedPrint{}, err
	}
	if p != nil && length == len(content) {
		return p.checked(AsSealed, "Đúng bản đã ban hành: "+p.called()+". Tệp giống bản niêm phong từng byte."), nil
	}
	if p != nil {
		_, sealed, err := ReadSealed(tx, p.ID)
		if err != nil {
			return CheckedPrint{}, err
		}
		if refuseSigned(*p, sealed, content) != "" {
			return p.checked(Changed, "Tệp bắt đầu bằng bản đã ban hành của "+p.called()+
				", nhưng phần nối thêm phía sau không phải chữ ký số trọn vẹn hoặc đã thay nội dung. Không dùng tệp này; hãy mở bản đã ban hành trong sổ."), nil
		}
		return p.checked(WithSigning, "Đúng bản đã ban hành có chữ ký số: "+p.called()+
			". Phần đầu tệp giống bản niêm phong từng byte, chữ ký nối vào sau. Chữ ký của ai, còn giá trị hay không, hãy xem bằng phần mềm ký số."), nil
	}
	letters := document.ProofLettersIn(content)
	if p, err = findByLetters(tx, letters); err != nil {
		return CheckedPrint{}, err
	}
	if p != nil {
		return p.checked(
			Changed,
			"Tệp ghi là "+p.called()+" nhưng không giống bản đã ban hành: đã bị sửa, hoặc lưu lại bằng chương trình khác. "+
				"Không dùng tệp này; hãy mở bản đã ban hành trong sổ.",
		), nil
	}
	return CheckedPrint{
		Verdict: Unknown,
		Sentence: "Không có văn bản nào trong sổ giống tệp này. Văn bản có thể do nơi khác ban hành, hoặc đã bị sửa. " +
			"Nếu bản in có mã kiểm tra ở chân trang đầu, hãy gõ mã ấy.",
	}, nil
}

// CheckLetters tells which paper bears the letters in its foot. Letters name a paper; what stands on the print has to be compared with
// the sealed pages. Faults: invalid ("letters").
func CheckLetters(tx *store.Tx, text string) (CheckedPrint, error) {
	letters := document.ReadProofLetters(text)
	if letters == "" {
		return CheckedPrint{}, fault.Invalid(
			"letters",
			"Mã kiểm tra có 12 chữ và số, in ở chân trang đầu, ví dụ 7KQ2-M0XD-9TWA. Hãy gõ đủ mã.",
		)
	}
	p, err := findByLetters(tx, letters)
	if err != nil {
		return CheckedPrint{}, err
	}
	if p == nil {
		return CheckedPrint{Verdict: Unknown, Sentence: "Không có văn bản nào trong sổ mang mã " + letters +
			". Hãy xem lại từng chữ của mã; nếu đúng, văn bản do nơi khác ban hành."}, nil
	}
	if again, err := document.ProofLetters(p.Snapshot); err != nil || again != letters {
		return CheckedPrint{}, errTampered
	}
	return p.checked(LettersFit, "Mã "+letters+" là của "+p.called()+", nội dung lưu trong sổ còn nguyên. "+
		"Mã chỉ cho biết là văn bản nào: hãy mở bản đã ban hành và so chữ, số với bản in."), nil
}

func (p *Issued) checked(verdict Verdict, sentence string) CheckedPrint {
	if p.CancelledAt != "" {
		sentence += " Văn bản này đã hủy: " + strings.TrimRight(p.CancelReason, ".") + "."
	}
	return CheckedPrint{verdict, sentence, p}
}

// called names a paper in a sentence: "báo cáo số 12-BC/HU, ngày 05/02/2026".
func (p *Issued) called() string {
	return strings.TrimSpace(store.LowerFirst(p.TypeName)+" số "+p.Symbol) + ", ngày " + p.Day.Show()
}

// findByBytes finds the paper whose sealed file is the beginning of a file, and how many bytes of it that is. A PDF may end where its
// mark of the end stands, with the line end after it; there are few such places, and the longest that is a paper counts.
func findByBytes(tx *store.Tx, content []byte) (*Issued, int, error) {
	const most = 64 // ends looked at: each signature adds one
	mark := []byte("%%EOF\n")
	ends := []int{len(content)}
	for at := 0; len(ends) < most; {
		i := bytes.Index(content[at:], mark)
		if i < 0 {
			break
		}
		at += i + len(mark)
		ends = append(ends, at)
	}
	lengths := map[string]int{}
	hashes := make([]string, len(ends))
	for i, end := range ends {
		hashes[i] = hashOf(content[:end])
		lengths[hashes[i]] = end
	}
	found := []Issued{}
	if err := tx.Where("hash IN ?", hashes).Find(&found).Error; err != nil || len(found) == 0 {
		return nil, 0, err
	}
	best := &found[0]
	for i := range found {
		if lengths[found[i].Hash] > lengths[best.Hash] {
			best = &found[i]
		}
	}
	list := []Issued{*best}
	return &list[0], lengths[best.Hash], countReprints(tx, list)
}

// findByLetters finds the paper with these letters; nil for none. Two with the same content are told apart by nothing but their numbers,
// which are part of it.
func findByLetters(tx *store.Tx, letters string) (*Issued, error) {
	if letters == "" {
		return nil, nil
	}
	list := []Issued{}
	if err := tx.Where("proof = ?", letters).Order("day DESC, id DESC").Limit(1).Find(&list).Error; err != nil || len(list) == 0 {
		return nil, err
	}
	return &list[0], countReprints(tx, list)
}
