package document

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// collectives are the bodies that decide together; only T/M is right for them.
var collectives = []string{
	"ban chấp hành",
	"ban thường vụ",
	"ban thường trực",
	"đảng ủy",
	"đảng uỷ",
	"tỉnh ủy",
	"tỉnh uỷ",
	"huyện ủy",
	"huyện uỷ",
	"thành ủy",
	"thành uỷ",
	"quận ủy",
	"quận uỷ",
	"thị ủy",
	"thị uỷ",
	"chi bộ",
	"chi ủy",
	"chi uỷ",
	"đảng bộ",
	"ủy ban",
	"uỷ ban",
	"hội đồng",
	"thường trực",
	"đoàn chủ tịch",
}

// Collective tells whether a body decides together.
func Collective(body string) bool {
	body = strings.ToLower(store.CleanLine(body))
	return slices.ContainsFunc(collectives, func(name string) bool { return strings.HasPrefix(body, name) })
}

var academicTitles = []string{"gs.", "pgs.", "ts.", "ths.", "bs.", "ks.", "cn.", "tiến sĩ", "thạc sĩ", "giáo sư"}

// MaxLine is the longest text, in characters, a fixed place of the page can take: issuer, place, signer.
const MaxLine = 200

// Check refuses what the signing rules forbid (HD 36 and HD 05 for the Party, NĐ 30 for the state), whoever issues the
// paper. field names the part of the form that has to be corrected; what is wrong with the name goes to field+"Name".
func (s Signatory) Check(form Form, field string, f *fault.Fields) {
	party := form == FormParty
	needsBody := s.Authority == Both || s.Authority == OnBehalf || s.Authority == ForHead || s.Authority == ByOrder ||
		s.Authority == ByMandate
	position := strings.ToLower(store.CleanLine(s.Position))
	name := strings.ToLower(store.CleanLine(s.Name))
	switch {
	case s.Authority != Direct && slashForms[s.Authority] == "" && dotForms[s.Authority] == "":
		f.Add(field, "Không rõ quyền hạn ký. Hãy chọn thay mặt, ký thay, thừa lệnh, quyền hoặc ký trực tiếp.")
	case s.Authority == ByMandate && party:
		f.Add(field, "Văn bản của Đảng không ký thừa ủy quyền (TUQ). Hãy chọn thừa lệnh (T/L) hoặc thay mặt (T/M).")
	case s.Authority == Both && !party:
		f.Add(field, "Cách ghi “kiêm” chỉ dùng trong văn bản của Đảng. Hãy chọn quyền hạn ký khác.")
	case s.Authority == ByOrder && s.For != "":
		f.Add(field, "Người được ủy quyền ký thừa lệnh thì trực tiếp ký, không giao người khác ký thay. "+
			"Hãy bỏ phần ký thay, ghi chức vụ của chính người ký.")
	case needsBody && strings.TrimSpace(s.Body) == "":
		f.Add(field, "Chưa có tên tập thể hoặc chức vụ được ký thay. Hãy ghi, ví dụ “BAN THƯỜNG VỤ”.")
	case s.Authority == ForHead && Collective(s.Body), s.For != "" && (party || Collective(s.For)):
		f.Add(field, "Không ký thay (K/T) một tập thể lãnh đạo. Hãy chọn thay mặt (T/M) và ghi chức vụ của người ký.")
	case s.Authority == OnBehalf && !Collective(s.Body):
		f.Add(field, "Chỉ ký thay mặt (T/M) cho một tập thể. Với người đứng đầu, hãy chọn ký thay (K/T) hoặc thừa lệnh (T/L).")
	case (s.Authority == Direct || s.Authority == Acting || s.Authority == ForHead || s.Authority == Both) && position == "":
		f.Add(field, "Chưa có chức vụ người ký. Hãy ghi chức vụ.")
	case marked(position) || marked(strings.ToLower(store.CleanLine(s.Body))):
		f.Add(field, "Ký hiệu T/M, K/T, T/L do quyền hạn ký đặt ra, không ghi lại trong chức vụ. Hãy chỉ ghi chức vụ, ví dụ “PHÓ BÍ THƯ”.")
	case party && s.Authority != Both && namesBody(position),
		party && (s.Authority == ForHead || s.Authority == ByOrder) && !Collective(s.Body) && namesBody(strings.ToLower(s.Body)):
		f.Add(field, "Sau chức vụ không ghi tên cấp ủy, cơ quan. Hãy chỉ ghi chức vụ, ví dụ “PHÓ BÍ THƯ”, “TRƯỞNG BAN”.")
	case party && s.Authority == OnBehalf && position != "" && !slices.Contains(postsOnBehalf, position):
		f.Add(field, "Ký thay mặt (T/M) chỉ ghi chức vụ bí thư, phó bí thư, chủ nhiệm, phó chủ nhiệm, chủ tịch, phó chủ tịch. "+
			"Người ký khác thì để trống chức vụ, chỉ ghi họ tên.")
	}
	for _, title := range academicTitles {
		if strings.HasPrefix(name, title) {
			f.Add(field+"Name", "Trước họ tên người ký không ghi học hàm, học vị. Hãy chỉ ghi họ và tên.")
		}
	}
	for _, text := range []string{s.Body, s.For, s.Position, s.Name, s.Hint, s.Above} {
		if utf8.RuneCountInString(text) > MaxLine {
			f.Add(field, fmt.Sprintf("Phần ký quá dài. Hãy ghi không quá %d chữ mỗi dòng.", MaxLine))
		}
	}
}

// postsOnBehalf are the only posts written under T/M (HD 05, 7.1.2 b).
var postsOnBehalf = []string{"bí thư", "phó bí thư", "chủ nhiệm", "phó chủ nhiệm", "chủ tịch", "phó chủ tịch"}

// barePosts are posts behind which the name of the body may not stand (HD 05, 7.1.2). A board's head is written whole.
var barePosts = []string{"bí thư", "chủ nhiệm", "chủ tịch", "chánh văn phòng", "trưởng ban"}

func namesBody(position string) bool {
	if slices.ContainsFunc(collectives, func(name string) bool { return strings.Contains(position, name) }) {
		return true
	}
	position = strings.TrimPrefix(position, "phó ")
	return slices.ContainsFunc(barePosts, func(post string) bool {
		rest, found := strings.CutPrefix(position, post+" ")
		return found && rest != "chỉ đạo" && rest != "phụ trách"
	})
}

// marked tells that a post was typed with the mark of a right to sign.
func marked(text string) bool {
	return slices.ContainsFunc([]string{"t/m", "k/t", "t/l", "tm.", "kt.", "tl.", "tuq."}, func(mark string) bool {
		return strings.HasPrefix(text, mark)
	})
}
