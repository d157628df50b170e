package guard

import "strings"

// set makes a set of the keys of words.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields(words) {
		key, _ := keyOf(word)
		out[key] = true
	}
	return out
}

var (
	// titles come before a name. Weak ones need more proof: a family name or an order name ("hộ Năm Thạnh").
	titles = phrasesOf(
		`ông, bà, anh, chị, cô, chú, bác, em, cụ, cháu, thím, dì, ~cậu, mợ, ~dượng, mế, già, ô, b, bé, thằng, lão, mụ, má,
			ba má, o, thầy, mệ, mạ, ôn, ả, gã, ~chế, hia, tía, u, bầm, bu, amí, ama, mí, thầy giáo, cô giáo, bác sĩ, y sĩ, y tá,
			ông giáo, bà giáo, thầy thuốc, tài xế, lái xe, chủ quán, chủ tiệm, chủ trại, chủ lò, chủ nợ, chủ hụi, chủ thầu,
			bảo vệ, a, c, e, ảnh, chỉ huy nhóm, biệt danh, biệt hiệu, bồ, bạn gái, bạn trai, người tình, bé gái, bé trai, sư cả,
			sư, mục sư, linh mục, ni cô, thượng tọa, đại đức, cha xứ, cháu gái, cháu trai, em gái, em trai, chị gái, anh trai,
			cụ bà, cụ ông, bà cụ, ông cụ, bà lão, ông lão, con trai, con gái, con dâu, con rể, ông nội, bà nội, ông ngoại,
			bà ngoại, chị dâu, anh rể, mẹ vợ, cha vợ, má vợ, mẹ chồng, vợ cũ, chồng cũ, cháu nội, cháu ngoại, thợ máy, thợ điện,
			thợ hớt tóc, xe ôm, bà mẹ đơn thân`,
	)
	weakTitles = phrasesOf(
		`hộ, nhà, gia đình, vợ, chồng, con, chủ hộ, đồng chí, đc, đảng viên, tên, tên là, người dân, chủ nhà, thầy, nạn nhân,
			đối tượng, là, già làng, trưởng bản, mẹ, cha, bố, con trai, con gái, con dâu, con rể, vợ chồng, bạn, chủ ghe,
			chủ xe, chủ, thợ, thợ hồ, thợ mộc, kinh doanh, hộ kinh doanh, nội, ngoại, ~tự, tức, giáo, hàng xóm, của, do, gặp,
			hộ gia đình, cử tri, quần chúng, công dân`,
	)
	comrades = phrasesOf("đồng chí, đc")
	// families begin a whole name; sureFamilies also without a title before them.
	families = phrasesOf(
		`nguyễn, trần, lê, phạm, huỳnh, hoàng, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đinh, đoàn, trịnh, trương, lâm,
			mai, cao, châu, tạ, thái, lưu, hà, tô, tống, kiều, quách, la, nghiêm, thạch, sơn, danh, kim, lương, vương, văn, đào,
			từ, tăng, chu, triệu, mạc, phùng, khưu, giang, diệp, ông, trà, huynh, y, kiên, neáng, néang, neang, chau, kpă, kpá,
			rơ, siu, ksor, nay, rah, rmah, niê, mlô, êban, byă, kbuôr, ayun, lò, lường, cầm, quàng, vừ, vàng, giàng, sùng, mùa,
			thào, hạng, cứ, tráng, ma, nông, bế, đàm, lục, đạo, chế, bá, mah, hờ, pờ, chảo, tẩn, phàn, bàn, alăng, zơrâm, bríu,
			hứa, ninh, liêu, âu, lại, đồng, doãn, phí, khổng, thân, hán, thiều, vi, lô, điểu, thị, ka, k, bh'nướch, h`,
	)
	sureFamilies = set(
		`Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Đinh Đoàn Trịnh Trương Lâm Tạ Lưu Tống Quách Nghiêm
			Lương Phùng Khưu Diệp Thạch Đào Lý Mai Cao Hà Tô Vừ Giàng Sùng Lò Nông Thào Tăng Vương Châu Kiều Triệu Danh Neáng
			Chau Mạc Chu Đàm Vi Bế Hứa Lường Quàng Khổng Doãn Từ Điểu`,
	)
	// bareFamilies are family names that no other word is without its marks.
	bareFamilies = set(
		`nguyen tran le pham huynh hoang phan vu vo dang bui do ngo duong trinh truong doan luu quach luong phung khuu thach dao
			ly trieu dinh`,
	)
	// bodies begin the name of an enterprise.
	bodies = phrasesOf(
		`htx, hợp tác xã, công ty, cty, dntn, doanh nghiệp, nhà thầu, cơ sở, nhà máy, xí nghiệp, tập đoàn, tổ hợp tác, clb,
			câu lạc bộ, nhãn hiệu, thương hiệu, quán ăn, khách sạn, nhà hàng, siêu thị, cây xăng, trang trại`,
	)
	orders = set("Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Út Cả hai ba tu nam sau bay tam chin muoi ut")
	// publicNames are titles with a name that everybody uses for something else than a neighbour.
	publicNames = phrasesOf(
		`bà con, anh em, anh văn là, anh ngữ, bác hồ, bác tôn, bà rịa, bà đen, bà nà, cô tô, ông đốc, bà chiểu, bà triệu,
			bà trưng, hồ chí minh, chú hỏa, cô giang, ông ích khiêm, anh sơn, chị em, bà điểm, bà hom, bà chúa xứ,
			bà mẹ việt nam, bà mẹ, chú thích, ông táo, ông bà, ba mẹ, ông trời, cô bác, cô chú, bà chúa, bà thiên hậu, ông bổn,
			ba má, cô vid, bác ái, chú tiểu, bà đỡ, ba lô, nhà nước, anh chị, mẹ việt nam, mẹ vnah, thầy cô, hộ nghèo,
			bác ba phi`,
	)
	// posts begin what somebody is, not who.
	posts = set(
		`Chủ Bí Phó Trưởng Giám Tổ Chi Ban Đảng Hội Đoàn Ủy Chánh Cán Công Đại Thường Ngoại Nội Hiệu Thư Kế Đội Huyện Tỉnh Xã
			Phường Ấp Thôn Khu Mặt Quốc Sở Phòng Trung Quân Nông Cấp Lãnh Bộ Phụ Cựu Thanh Viện Thẩm Kiểm Dân Nhà Người Nhân
			Thượng Thiếu Hạ Chuẩn Chính Tham Hòa Cộng Tổng Điều Chấp Chuyên Nhóm Thủ Quyền Nguyên Bác Y Giáo Liên Việt Khóm Luật
			Trạm Hợp`,
	)
	// postsOfTwo begin a post only with its second word: "Thanh niên", "Trung tá", "Tỉnh ủy viên".
	postsOfTwo = set(
		`Thanh Trung Quốc Công Tỉnh Dân Thủ Nhân Nội Luật Quyền Nguyên Hiệu Thư Liên Bộ Quân Kiểm Giáo Viện Lãnh Đại Nông Hợp
			Bác Thường Phó Hòa Cộng Tổng Điều Chấp Chuyên Chính Tham Thượng Thiếu Hạ Chuẩn`,
	)
	secondWords = set(
		`niên tra tá tướng úy ương tâm an đoàn chức ủy uỷ viên khoa phòng hội quân quản trưởng phó sự dân lệnh kiểm sĩ ký sát
			đạo biểu trực quỹ kho giải tác phụ phối hành môn giám đốc chủ tịch chính nhân công binh phủ vụ nghiệp bí thư`,
	)
	postEnds = set("viên trưởng phó úy uý tá tướng ủy uỷ sĩ vụ tọa toạ ký")
	// institutions begin the name of a body's account on a network.
	institutions = set(
		"OA Công Cổng Thành Trang Mặt UBND Văn Điện Bưu Cảnh Messenger Marketing Ads Việt Nhân Dân Live Pay AI Trường Trạm Y Tòa",
	)
	// sites come before a name that belongs to a street, a bridge, a school.
	sites = set(
		`đường phố cầu kênh kinh rạch sông chợ núi vàm chùa cống bến đập miếu ấp xã phường thôn khóm tổ lộ hẻm ngã trường đình
			trạm khu cụm hồ đảo cù bàu ao đầm dốc mũi bãi cửa làng bản xóm huyện quận tỉnh đài viện hương lăng đền giếng giồng
			cồn quảng giải quỹ tượng tuyến đèo suối phà nghĩa thcs thpt học mầm tiểu thư hội cua miễu bia gò xẻo láng niệm viên
			buôn plei phum sóc ngõ đê bờ vịnh đồn trại doanh đội ptdtnt trấn thị giao vòng bùng kè cảng lung mương ngọn cái cuối
			đò nhánh trục quán thác đồi hang động khe truông bưng trảng mỏ vườn rừng thành dinh chốt tháp bảo quốc ga ql tl hl
			đt đh lớp bao`,
	)
	// qualifiers may stand between the word for a site and its name: "đền thờ", "cầu treo", "đường mang tên".
	qualifiers = set(
		`thờ thần treo sắt gỗ bê tông dẫn nhánh chính mang tên nông thôn liên nối cổ cũ mới nổi trung tâm tiểu học phổ thông cơ
			sở tưởng niệm lưu văn hóa hoá tránh vành đai vào ngăn mặn bao tái định cư dân đường bộ hành máng ván dài ngang dọc
			tập thể mầm non mẫu giáo nghề chuyên nội trú số tàu xe khách thuyền ghe cá bay đò phà rau đêm hầm cao đẳng đại`,
	)
	// headsOfMen come before a site in the word for a person: "già làng", "trưởng thôn".
	headsOfMen = set("hàng già trưởng phó chủ người dân")
	// bareSites are the same where marks are left out, as far as they are no other word.
	bareSites = set(
		`duong cau kenh rach song cho nui vam chua cong ben dap mieu ap xa phuong thon khom lo hem truong dinh tram khu cum ho
			bau ao lang ban xom huyen tinh buon tuyen de`,
	)
	// listable sites may have several names behind them: "các tuyến đường Nguyễn Văn Linh, Võ Văn Kiệt".
	listable = set("đường phố trường cầu tuyến phường xã ấp kênh rạch bàu hẻm duong truong cau")
	joiners  = set("và đến với hay hoặc tới qua ra giáp nối va den toi")
	// deeds come behind the nickname of a person.
	deeds = set(
		`mượn cãi đánh nói xin đòi bơm nợ chửi kiện đề phản khiếu tố hay không làm chặt phá lấn đổ nuôi bán mua gọi hỏi kêu gây
			lấy trả chiếm gửi rao chưa nhậu uống trộm trồng xây cất câu chở chạy nghỉ bỏ bị đập vay cho thiếu giựt quỵt khai hứa
			than đi kiến cầm vác rượt ép dọa xả đốt ly cự say bắn thả`,
	)
	// callers come before the nickname of a person.
	callers = set("gặp của nhờ kêu với hỏi thằng con và cho nói do")
	// dayWords come before a day or a month that is a numeral.
	dayWords = set("thứ tháng rằm mùng quý lần hạng ngày mồng hoc thu thang khóa lớp điều khoản mục phần kỳ")
	// measures come behind a numeral of a place.
	measures = set("ngàn thước rưỡi trăm tấn mươi cây")
	// places begin with an order name or a family name.
	places = phrasesOf(
		`ba tri, ba vì, ba bể, ba chẽ, ba chúc, ba đình, ba đồn, ba động, ba hòn, ba lai, ba lòng, ba na, ba rài, ba sao, ba tơ,
			ba thê, ba tháp, ba trại, ba trinh, ba vát, ba vinh, ba xa, năm căn, bảy núi, bảy hiền, tư nghĩa, tư mại,
			hai bà trưng, hai riêng, ba tiêu, ba dừa, ba lan, tám ngày, hà nội, hà tĩnh, hà nam, hà giang, hà tiên, hà đông,
			cao bằng, cao lãnh, cao lộc, lâm đồng, lâm hà, dương minh châu, phan thiết, phan rang, trần đề, trần văn thời,
			hồ chí minh, mai châu, mai sơn, lý sơn, lý nhân, châu thành, châu đốc, châu phú, thái nguyên, thái bình, thái lan,
			trà vinh, kiên giang, kim sơn, kim bôi, sơn la, tân châu, văn lâm, văn giang, đông hà, tô hiệu`,
	)
	// heroes are those after whom streets and schools are named; without a title before them they are a place.
	heroes = phrasesOf(
		`nguyễn thị minh khai, trần hưng đạo, lý thường kiệt, nguyễn văn trỗi, trần văn ơn, nguyễn đình chiểu, nguyễn văn linh,
			võ văn kiệt, phạm văn đồng, nguyễn tri phương, phan đình phùng, phan bội châu, phan chu trinh, nguyễn thị định,
			võ thị sáu, lê hồng phong, hoàng văn thụ, nguyễn văn cừ, nguyễn trung trực, lý tự trọng, nguyễn công trứ,
			ngô gia tự, trương công định, đinh tiên hoàng, lê thánh tôn, lê thánh tông, mạc đĩnh chi, nguyễn bỉnh khiêm,
			trần quốc toản, trần quang khải, võ nguyên giáp, lê đức thọ, nguyễn chí thanh, điện biên phủ, cách mạng tháng tám,
			hồ chí minh, nguyễn hữu thọ, nguyễn hữu cảnh, trần phú, lê duẩn, huỳnh thúc kháng, hồ xuân hương, đoàn thị điểm,
			bùi thị xuân, lê văn sỹ, nguyễn sinh sắc, trần văn thời, phan ngọc hiển, nguyễn văn tiếp, lê văn tám, kim đồng,
			trần đại nghĩa, lương thế vinh, lương văn can, đào duy từ, nguyễn thái học, nguyễn thái bình, hai bà trưng,
			lê quý đôn, trần khánh dư, hàm nghi, ngô quyền, lê văn lương, tôn đức thắng, phạm ngọc thạch, phạm hồng thái,
			nguyễn cư trinh, đặng thùy trâm, trần văn trà, hoàng hoa thám, hoàng diệu, nguyễn đức cảnh, trần bình trọng,
			phan văn trị`,
	)
	// givens are given names that clerks write small: "chị lan ở tổ 5".
	givens = set(
		`lan tuấn dũng hùng hương loan phượng tuyết nga thủy hạnh cường thắng sơn phúc lộc hằng yến oanh nhung liên mận cúc tèo
			tí tý kiệt hiền hà vân thảo mỹ tám`,
	)
	bareGivens = set("lan tuan nga tuyet hanh phuong cuong loan yen oanh huong hung dung")
	notGivens  = phrasesOf(
		`anh hùng, anh hương, ba phuong, chi dung, anh huong, chú lan, cô liên, chị liên, anh hung, ba huong, chi huong,
			co dung, ong hung, ba loan, ba lan, ba hanh, ba dung, em lan, em hương, bác liên, bé lan`,
	)
)
