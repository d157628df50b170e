package typeset

import "strings"

// compounds are words of two syllables that read badly when a title or a column's name is divided inside them. They
// matter only where lines are balanced; running text is broken at any space, as everywhere.
var compounds = wordSet(
	`phụ trách,chi bộ,chi uỷ,chi ủy,đảng bộ,đảng uỷ,đảng ủy,đảng viên,nhân dân,tự quản,thực hiện,phân công,cấp uỷ,cấp ủy,
uỷ viên,ủy viên,uỷ ban,ủy ban,theo dõi,kiến nghị,ý kiến,cử tri,giải quyết,kết quả,tình hình,sinh hoạt,báo cáo,thường vụ,thường trực,
địa bàn,đơn vị,cán bộ,công tác,trả lời,tổng hợp,nhật ký,dự họp,dự sinh,tỷ lệ,số lượt,người phụ,chưa có,chưa ghi,hỗ trợ,cơ sở,
nhiệm vụ,trọng tâm,phương hướng,chức vụ,họ và,và tên,
ghi chú,quyết định,thông báo,kế hoạch,danh sách,trực thuộc,thời gian,địa điểm,nội dung,lĩnh vực,cơ quan,tình trạng,lý do,kết thúc,hình thức,
văn bản,văn phòng,thành phố,hồ chí,chí minh,đặc khu,thị trấn,việt nam,mặt trận,tổ quốc,ban chấp,chấp hành,nhiệm kỳ,đồng chí,phải dự,đã dự,
ghi nhận,âm lịch,góp ý,tài liệu,người nhập,gửi trước,xây dựng,kiểm tra,hội đồng,hội nghị,truyền đạt,nguồn lực,vận động,đối thoại,tiếp dân`,
)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Split(strings.ReplaceAll(list, "\n", ""), ",") {
		set[word] = true
	}
	return set
}

// bindCompounds forbids breaks inside compounds, where the lines stay as few as before.
func bindCompounds(source []frag, room, size float64) []frag {
	bound := append([]frag(nil), source...)
	for i := 1; i < len(bound); i++ {
		pair := strings.ToLower(strings.Trim(bound[i-1].text, "(“") + " " + strings.TrimRight(bound[i].text, ",.;:)”"))
		if compounds[pair] {
			bound[i].brk = false
		}
	}
	count := func(frags []frag) int { return len(wrap(append([]frag(nil), frags...), room, room, size)) }
	if lines := wrap(append([]frag(nil), bound...), room, room, size); !unbroken(lines, bound) || len(lines) > count(source) {
		return source
	}
	return bound
}

// unitWords open the name of a place; a body's name too long for its column is divided before one of them.
var unitWords = wordSet("xã,phường,thị,đặc,huyện,quận,thành,tỉnh,ấp,khóm,thôn,khu")

// nameLines sets the name of a body: "ĐẢNG ỦY" over "XÃ …" where one line is too short, so that a place's name stays whole.
func nameLines(text string, style FontStyle, room, size float64) []textLine {
	words := strings.Fields(text)
	if TextWidth(text, style, size) > room {
		for i, word := range words {
			first, second := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
			if i > 0 && unitWords[strings.ToLower(word)] && TextWidth(first, style, size) <= room &&
				TextWidth(second, style, size) <= room {
				return []textLine{oneLine(first, style, size), oneLine(second, style, size)}
			}
		}
	}
	return balance(text, style, room, size)
}
