package reports

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// Urgencies and Circulations are the marks a paper may bear (HD 36 Phụ lục 3, HD 05), in the order offered.
var (
	Urgencies    = []string{"KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"}
	Circulations = []string{"TÀI LIỆU HỘI NGHỊ", "XONG HỘI NGHỊ TRẢ LẠI", "XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ", "TÀI LIỆU THU HỒI",
		"KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG"}
)

const (
	mostRecipients = 60 // lines of "Nơi nhận"
	mostCopies     = 9999
	mostDrafts     = 99
)

// checkChoices cleans what every paper may be given and refuses what it may not bear. Who may sign how is checked with the
// finished document, see Document.Validate.
func (in *Input) checkChoices(f *fault.Fields) {
	in.Urgency = oneMark("urgency", "Mức độ khẩn", in.Urgency, Urgencies, f)
	in.Circulation = oneMark("circulation", "Chỉ dẫn lưu hành", in.Circulation, Circulations, f)
	if in.DraftRound < 0 || in.DraftRound > mostDrafts {
		f.Add("draftRound", fmt.Sprintf("Lần dự thảo phải từ 1 đến %d; để trống là không ghi lần. Hãy ghi lại.", mostDrafts))
	}
	in.Typist = store.CleanLine(in.Typist)
	if utf8.RuneCountInString(in.Typist) > document.MaxLine {
		f.Add("typist", fmt.Sprintf("Ký hiệu người đánh máy dài quá %d chữ. Hãy viết gọn lại.", document.MaxLine))
	}
	if in.Copies < 0 || in.Copies > mostCopies {
		f.Add("copies", fmt.Sprintf("Số bản phải từ 0 đến %d; 0 là không ghi. Hãy ghi lại.", mostCopies))
	}
	in.Recipients = papers.CleanList(in.Recipients)
	if len(in.Recipients) > mostRecipients {
		f.Add("recipients", fmt.Sprintf("Nơi nhận có quá %d dòng. Hãy gộp lại.", mostRecipients))
	}
	for _, to := range in.Recipients {
		if utf8.RuneCountInString(to) > document.MaxLine {
			f.Add("recipients", fmt.Sprintf("Một dòng nơi nhận dài quá %d chữ. Hãy viết gọn lại.", document.MaxLine))
		}
	}
}

// oneMark finds a mark in its list, in either spelling and case.
func oneMark(field, name, text string, list []string, f *fault.Fields) string {
	if text = store.CleanLine(text); text == "" {
		return ""
	}
	for _, mark := range list {
		if strings.EqualFold(document.Profile{}.Spell(text), mark) {
			return mark
		}
	}
	f.Add(field, name+" “"+text+"” không có trong quy định. Hãy chọn một trong: "+strings.Join(list, ", ")+"; hoặc để trống.")
	return ""
}

// apply puts the choices onto a finished paper. A paper without a signature, such as a form to write in, keeps none.
func (in Input) apply(paper Paper, doc *document.Document) {
	if in.Urgency != "" {
		doc.Urgency = doc.Profile.Spell(in.Urgency)
	}
	if in.Circulation != "" {
		doc.Circulation = doc.Profile.Spell(in.Circulation)
	}
	if doc.Signing == nil {
		return
	}
	signing := *doc.Signing
	if in.SignAs != nil {
		signing = *signing.SignedAs(*in.SignAs.Cleaned())
	}
	if len(in.Recipients) > 0 {
		signing.Recipients = slices.Clone(in.Recipients)
		paper.noteFreeText("nơi nhận", strings.Join(in.Recipients, "\n"), "")
	}
	if in.Typist != "" {
		signing.Typist = in.Typist
		paper.noteFreeText("ký hiệu người đánh máy", in.Typist, "")
	}
	if in.Copies > 0 {
		signing.Copies = in.Copies
	}
	doc.Signing = &signing
}
