package guard

import "strings"

var (
	// one is one person or one household, without a name.
	one = phrasesOf(
		`một hộ, một người, một gia đình, một đảng viên, một cán bộ, một phụ nữ, một thanh niên, một cụ, một ông, một bà,
			một anh, một chị, một em, một cháu, một nam, một nữ, một học sinh, một bí thư, một tổ trưởng, một cử tri,
			một đối tượng, một trường hợp, có 1 trường hợp, có một, 1 hộ, 1 người, 1 trường hợp, 01 hộ, 01 người, 01 trường hợp,
			1 đảng viên, 01 đảng viên, 1 cháu, 1 em, một quần chúng, một chủ hộ, một đồng chí, 1 đồng chí, một bé, một bà mẹ,
			một chú, một cô, một bác, một sinh viên, một công nhân, một giáo viên, một cựu chiến binh, một hội viên,
			một nông dân, một ngư dân`,
		`ông ta, bà ta, anh ta, chị ta, cô ta, hắn, y ta, bả, ổng, ảnh bị, chỉ bị, người ta bị, hộ nói trên, người nói trên,
			gia đình nói trên, cặp vợ chồng này, tui, tôi bị, em bị, con tôi, vợ tôi, chồng tôi, cha tôi, mẹ tôi, con tui,
			vợ tui, chồng tui, cháu bị, em tôi, nhà tôi có`,
		`người nêu, người phản ánh, người kiến nghị, người gửi đơn, người khiếu nại, người tố cáo, người đứng đơn,
			người bị phản ánh, người bị tố cáo, chủ hộ, đương sự, bản thân, chủ nhà, người viết đơn, người làm đơn,
			người có đơn, người trình bày, người hỏi`,
		`vợ ông, vợ anh, vợ chú, chồng bà, chồng chị, chồng cô, con ông, con bà, con anh, con chị, con của, con trai của,
			con gái của, cha của, mẹ của, vợ của, chồng của, vợ chồng, em trai, em gái, anh trai, chị gái, con trai, con gái,
			con dâu, con rể, cháu nội, cháu ngoại, mẹ chị, mẹ anh, cha anh, cha chị, chồng chị ấy, có chồng, có vợ, có cha,
			có mẹ, có con, bố mẹ, mẹ già`,
		"cụ bà, cụ ông, bà cụ, ông cụ, bà lão, ông lão, đối tượng",
	)
	// thisOne is a person before a word that points: "hộ này", "thằng đó", "nhà nớ".
	thisOne = phrasesOf(
		`~hộ, người, gia đình, ông, bà, anh, chị, cô, chú, bác, cụ, em, cháu, đảng viên, đối tượng, thanh niên, đồng chí,
			cử tri, nhà, thằng, ~con, mụ, lão, mệ, dì, cậu, bé, vợ chồng, chủ hộ, học sinh, trường hợp, quần chúng, phụ nữ, đc,
			ngư dân, nông dân, công dân, bà cụ, ông cụ, cặp đôi, hội viên`,
	)
	pointers = phrasesOf("này, nầy, ni, ấy, ~đó, đấy, kia, nớ, nọ, tê, nói trên, nay do, trên đây, ~nay")
	// someone is one person, unless the sentence speaks of a policy or of many.
	someone = phrasesOf(
		`có người, có em, có cháu, có hộ, có đảng viên, có bé, có cụ, có anh, có chị, có đồng chí, có học sinh, có trường hợp,
			có gia đình, có nhà, có bà, có ông`,
	)
	// plurals make a sentence speak of many.
	plurals = phrasesOf(
		`các, những, nhiều, một số, số, tỷ lệ, tổng số, toàn, mọi, ~tình hình, ~đồng bào, dong bao, ~bà con, ba con, ~nhân dân,
			nhan dan, cộng đồng, hầu hết, đa số, phần lớn, một vài, vài, bình quân, tất cả`,
	)
	// policies make a sentence speak of rules and services.
	policies = phrasesOf(
		`chương trình, phòng chống, ~phòng, chống, khám sàng lọc, khám bệnh, khám chữa, khám cho, sàng lọc, hộ có người,
			hộ có con, tuyên truyền, chính sách, chế độ, được miễn, được hưởng, được trợ cấp, được hỗ trợ, được cấp, được vay,
			trung tâm, bệnh viện, khoa, hội, ban, sở, dự án, mô hình, công tác, quy định, nghị định, luật, tập huấn, phát hiện,
			ngừa, vắc xin, tiêm, bệnh nhân, ca, vùng, điểm nhóm, tái hòa nhập, hội đoàn, quản lý, cơ sở, nhà thờ, chùa, điểm,
			hội thánh, lễ, phong trào, kế hoạch, đề án, quỹ, hiệp hội, nguy cơ`,
	)
	// manyRightBefore stand right before a term that is a group's.
	manyRightBefore = phrasesOf(
		`đồng bào, bà con, các hộ, nhân dân, cộng đồng, các tín đồ, hộ dân tộc, hộ nghèo, người dân, các cơ sở, ban, hội đoàn,
			điểm nhóm, nhiều hộ, một số hộ, vùng, phòng, các, những, nhiều, bệnh viện, trung tâm, chống, phòng chống, sở, hội,
			ca, sàng lọc, khoa, nạn, bệnh, số, tỷ lệ, nguy cơ, về, chính sách, công tác`,
	)
	faith = phrasesOf(
		`theo đạo, bỏ đạo, vào đạo, nhập đạo, cải đạo, truyền đạo, giữ đạo, có đạo, ngoan đạo, theo công giáo, theo thiên chúa,
			theo phật giáo, theo tin lành, theo cao đài, theo hòa hảo, theo hồi giáo, theo phật, theo chúa, thờ chúa, là tín đồ,
			là giáo dân, là phật tử, là đạo hữu, là chức sắc, người có đạo, tín đồ, giáo dân, phật tử, đạo công giáo,
			đạo thiên chúa, đạo tin lành, đạo cao đài, đạo hòa hảo, đạo lạ, đạo phật, tà đạo, tôn giáo, tín ngưỡng,
			đi lễ nhà thờ, đi nhà thờ, đi lễ chùa, ~đi tu, tu tại gia, pháp luân công, hội thánh đức chúa trời mẹ, hội thánh,
			theo giáo phái, theo hội thánh, nhóm đạo, bên đạo, lương giáo, dương văn mình, theo tà, đạo hồi, theo bà chúa,
			thờ bà, lên đồng, thầy tu, thầy pháp, linh mục, mục sư, nhà sư, nữ tu, sư cô, thầy cúng, mê tín, gốc công giáo,
			đạo dòng, ~đạo gốc`,
		`người dân tộc, dân tộc thiểu số, dân tộc khmer, dân tộc khơ me, dân tộc chăm, dân tộc hoa, dân tộc ê đê,
			dân tộc gia rai, dân tộc ba na, dân tộc vân kiều, dân tộc pa cô, dân tộc mông, dân tộc h'mông, dân tộc thái,
			dân tộc tày, dân tộc nùng, dân tộc mường, dân tộc dao, dân tộc kinh, dân tộc xê đăng, dân tộc cơ ho, dân tộc stiêng,
			dân tộc mnông, dân tộc raglai, là dân tộc, gốc khmer, gốc hoa, gốc chăm, lai khmer`,
		`người khmer, người khơ me, ~người chăm, ~người hoa, người ê đê, người gia rai, người jrai, người ba na, người vân kiều,
			người pa cô, người mông, người h'mông, ~người thái, người tày, người nùng, người mường, ~người dao, người stiêng,
			người xtiêng, người mnông, người cơ ho, người xê đăng, người raglai, người cơ tu, người giáy, người sán dìu`,
		`nói xấu đảng, nói xấu chế độ, nói xấu cán bộ, chống đảng, chống phá, không tin đảng, không tin cán bộ,
			mất lòng tin vào đảng, bất mãn, chê chế độ, phản động, đa đảng, đi biểu tình, tham gia biểu tình, việt tân,
			tư tưởng lệch lạc, quan điểm sai trái, ủng hộ tổ chức, chửi chế độ, chửi đảng, chê đảng, chống chế độ,
			chống đối chính quyền, xuyên tạc, nói xấu lãnh đạo, tuyên truyền chống, suy thoái tư tưởng, đòi đa nguyên,
			bỏ phiếu cho, không đi bầu, ghét chế độ`,
	)
	illness = phrasesOf(
		`ung thư, tâm thần, hiv, aids, nhiễm hiv, trầm cảm, tai biến, bại não, bệnh lao, lao phổi, chạy thận, tiểu đường,
			đái tháo đường, cao huyết áp, tự kỷ, viêm gan, khuyết tật, tàn tật, câm điếc, động kinh, suy thận, bệnh phong,
			bệnh cùi, tim bẩm sinh, bệnh tim, hở van tim, chất độc da cam, sảy thai, phá thai, vô sinh, liệt, bại liệt, đột quỵ,
			xơ gan, thiểu năng, thần kinh, ngáo đá, giang mai, bệnh lậu, sùi mào gà, nan y, bệnh hiểm nghèo, hiểm nghèo,
			giai đoạn cuối, bị mù, mù hai mắt, mù mắt, bị down, hội chứng down, sa sút trí tuệ, bị lẫn, tâm thần phân liệt,
			cụt chân, cụt tay, mất một chân, mất một tay, u não, u gan, k gan, k phổi, k vú, k dạ dày, máu trắng, suy tim,
			nằm một chỗ, nằm liệt, thai ngoài ý muốn, mang thai, có thai, dở hơi, bị khùng, bị điên, parkinson, thoái hóa,
			bệnh thận, gút, bướu cổ, hen suyễn, tiền đình, bệnh nặng, chậm phát triển, dị tật, sứt môi, mổ tim, bệnh xã hội,
			đau thần kinh, bệnh nền, ghép thận, hóa trị, xạ trị, bị ma nhập, chậm nói, tăng động, bụi phổi, loãng xương,
			thoát vị, gãy chân, vẹo cột sống, ho lao, vảy nến, hoang tưởng, rối loạn, nghễnh ngãng, mù lòa, lòa, què,
			tật nguyền, tàn phế, bệnh tật, ốm nặng, đau nặng, có bầu, mang bầu, nạo thai, hiếm muộn, si đa, u xơ, u tuyến giáp,
			bướu, máu nhiễm mỡ, tan máu, tim mạch, bị bệnh, mắc bệnh, bị dại, bị covid, nhiễm covid, là f0, bị lao, bị gút,
			bị hen, bị liệt, bị trĩ, bị gai cột sống, đang xạ trị, đau tim, đau thận, đau gan, mổ não, nằm viện dài ngày,
			phải lọc máu, lọc máu, bị phong, bị câm, bị điếc`,
	)
	record = phrasesOf(
		`tiền án, tiền sự, ra tù, mãn hạn tù, đi tù, ~ở tù, o tu, vào tù, ngồi tù, bị bắt, bị khởi tố, bị kết án, án treo,
			phạt tù, cai nghiện, nghiện ma túy, nghiện hút, dính ma túy, chơi hàng đá, chích ma túy, hút chích, bán ma túy,
			buôn ma túy, dùng ma túy, tàng trữ ma túy, chứa ma túy, chứa chấp, chứa bạc, chứa đề, chứa mại dâm, dính án,
			có án tích, án tích, bị tù, từng tù, nghiện ngập, nghiện rượu, nghiện, đi trại, ở trại về, mới ở trại, trại giam,
			ở tù về, từng ở tù, lừa đảo bị bắt, bị bắt giam, có tiền án, ~con nghiện, sử dụng ma túy, chơi ma túy, bị truy nã,
			truy nã, bỏ trốn, có án, đang thụ án, thụ án, hưởng án treo, bị tạm giam, bị tạm giữ, tạm giam, bị công an bắt,
			bị phạt hành chính, cải tạo không giam giữ, đặc xá, trốn nã, hiếp dâm, từng bị án, mới đi cải tạo về, trại về,
			mới ra trại, đi trường giáo dưỡng, bị kỷ luật cảnh cáo, bị khai trừ`,
	)
	// habits are of one person only right behind the word that points at him: the matter of a place may speak of them.
	habits = phrasesOf(
		`trộm cắp, đánh bạc, mại dâm, đánh đề, cá độ, ghi đề, buôn lậu, ăn cắp, trộm chó, lừa đảo, cho vay nặng lãi, bạo hành,
			ngoại tình, đánh vợ, mê tín, ma túy`,
	)
	// believers are peoples and faiths that stand right behind the word for a person: "một thanh niên Chăm".
	believers = phrasesOf(
		`khmer, khơ me, ~chăm, h'mông, mông, tày, nùng, ~thái, mường, ~dao, ê đê, gia rai, ba na, stiêng, mnông, cơ ho,
			vân kiều, pa cô, công giáo, tin lành, cao đài, hòa hảo, hồi giáo, phật giáo, thiên chúa giáo, đạo`,
	)
	// hearsay tells that what follows is what somebody said, not what he is.
	hearsay = phrasesOf(
		`phản ánh, đề nghị, kiến nghị, hỏi, cho biết, cho rằng, báo, báo tin, tố giác, thắc mắc, yêu cầu, góp ý, bức xúc vì,
			lo lắng, lo, sợ, mong, nói về, kêu, phản anh, de nghi`,
	)
	struckBy = phrasesOf("bị, mắc, nhiễm, bệnh, mang, mắc bệnh, bị bệnh, đang điều trị, chữa, điều trị")
	notMan   = phrasesOf("heo, lợn, gà, vịt, trâu, bò, đàn, cây, lúa, tôm, cá, chó, mèo, vườn, ao, giống, máy, kênh, đường, cầu, cống")
)

// sentenceFacts is what a sentence says of persons, worked out once.
type sentenceFacts struct {
	known, someone, many, policy, animal bool
	lastOne                              int // the last token of the last word for one person, -1 = nobody
}

func (s *scan) factsOf(i int) sentenceFacts {
	at := s.tokens[i].sentence
	if s.facts[at].known {
		return s.facts[at]
	}
	f := sentenceFacts{known: true, lastOne: -1}
	for j := s.sentences[at].first; j < s.sentences[at].last; j++ {
		s.steps++
		f.many = f.many || s.at(plurals, j) > 0
		f.someone = f.someone || s.at(someone, j) > 0
		f.policy = f.policy || s.at(policies, j) > 0
		f.animal = f.animal || s.at(notMan, j) > 0
		if end := s.oneAt(j); end >= 0 {
			f.lastOne = end
		}
	}
	s.facts[at] = f
	return f
}

// oneAt is the last token of a word for one person or household that begins at j, or of a title with a name; -1 = none.
func (s *scan) oneAt(j int) int {
	if n := s.at(one, j); n > 0 && !s.endsAt(plurals, j) && !s.pluralHead(j) {
		return j + n - 1
	}
	if n := s.at(thisOne, j); n > 0 && s.follows(j+n) && !s.endsAt(plurals, j) {
		if s.at(pointers, j+n) > 0 && s.key(j+n) != "nay" {
			return j + n
		}
		if j > 0 && s.follows(j) && !s.pluralHead(j-1) && (s.tokens[j-1].raw == "1" || s.tokens[j-1].raw == "01" ||
			s.key(j-1) == "môt5" || s.bare(j) && s.key(j-1) == "mot") {
			return j + n - 1
		}
	}
	if c, found := s.nameBehindTitle(j); found {
		return c.last
	}
	return -1
}

// pluralHead tells whether "một" begins "một số", or a count of several stands before.
func (s *scan) pluralHead(j int) bool {
	return s.at(plurals, j) > 1 || j > 0 && s.tokens[j-1].number && s.tokens[j-1].raw != "1" && s.tokens[j-1].raw != "01"
}

// markPrivate marks a belief, an ethnicity, an opinion, an illness or a record tied to one person or one household. A text
// may speak of them as the matter of a group or of a service, and one person may report them of a place.
func (s *scan) markPrivate() {
	sentence, one, reported := -1, -1, false
	for i := range s.tokens {
		if s.tokens[i].sentence != sentence {
			sentence, one, reported = s.tokens[i].sentence, -1, false
		}
		if end := s.oneAt(i); end >= 0 {
			one, reported = end, false
		}
		reported = reported || i > one && s.at(hearsay, i) > 0
		if s.taken[i] {
			continue
		}
		if kind, n := s.privateAt(i, one >= 0 && !reported); n > 0 {
			s.mark(candidate{kind: kind, first: i, last: i + n - 1})
		}
	}
}

// privateAt is the kind and the length of a private term at token i that is said of one person; about tells whether the
// sentence has spoken of one so far.
func (s *scan) privateAt(i int, about bool) (string, int) {
	for _, rule := range []struct {
		kind  string
		words phrases
	}{{Belief, faith}, {Health, illness}, {Record, record}} {
		n := s.at(rule.words, i)
		if n == 0 || rule.kind == Belief && s.endsAt(manyRightBefore, i) {
			continue
		}
		if about || s.aboutSomeone(rule.kind, i) {
			return rule.kind, n
		}
	}
	if n := s.at(believers, i); n > 0 && about && s.follows(i) && s.endsAt(thisOne, i) && s.tokens[i].upper {
		return Belief, n
	}
	if n := s.at(habits, i); n > 0 && about && (s.endsAt(pointers, i) || s.at(often, i-1) > 0 && s.endsAt(pointers, i-1)) {
		return Record, n
	}
	return "", 0
}

var often = phrasesOf("hay, từng, thường, chuyên, có, dính, bị")

// aboutSomeone tells whether a term at token i is said of one person who is not named before it.
func (s *scan) aboutSomeone(kind string, i int) bool {
	f := s.factsOf(i)
	switch {
	case f.lastOne > i && f.lastOne < i+10 && !f.many && !f.policy:
		return true
	case f.someone:
		return !f.many && !f.policy
	case kind != Health || f.many || f.policy || f.animal:
		return false
	}
	start := i == s.sentences[s.tokens[i].sentence].first
	return s.endsAt(struckBy, i) || start && strings.HasPrefix(s.tokens[i].fold, "bi")
}
