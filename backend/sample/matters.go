package sample

import "caunoi/backend/matters"

// sampleBodies are the bodies that answer in the made-up district, by nickname.
var sampleBodies = []struct{ nick, name, short, level string }{
	{"nông nghiệp", "Phòng Nông nghiệp và Phát triển nông thôn huyện", "Phòng Nông nghiệp", "huyen"},
	{"tài nguyên", "Phòng Tài nguyên và Môi trường huyện", "Phòng Tài nguyên", "huyen"},
	{"hạ tầng", "Phòng Kinh tế và Hạ tầng huyện", "Phòng Hạ tầng", "huyen"},
	{"lao động", "Phòng Lao động – Thương binh và Xã hội huyện", "Phòng Lao động", "huyen"},
	{"điện lực", "Điện lực Thạnh Mẫu", "Điện lực", "huyen"},
	{"công an", "Công an huyện", "", "huyen"},
	{"thủy lợi", "Công ty khai thác công trình thủy lợi (mẫu)", "Công ty thủy lợi", "tinh"},
	{"y tế", "Trung tâm Y tế huyện", "", "huyen"},
}

// course is how far a made-up matter has come.
type course string

const (
	fresh     course = "mới"
	forgotten course = "mới, quá hạn"
	onSpot    course = "tại chỗ"
	spotDone  course = "tại chỗ, đã kết thúc"
	inHand    course = "tự xử lý"
	passed    course = "chuyển"
	passedOld course = "chuyển, quá hạn"
	paused    course = "tạm dừng"
	vague     course = "chung chung"
	sentBack  course = "trả lại"
	handedOn  course = "chuyển tiếp"
	replied   course = "có trả lời"
	promised  course = "có hẹn"
	toldBack  course = "đã phản hồi"
	closed    course = "kết thúc"
	objected  course = "còn ý kiến"
	unplaced  course = "không nơi phản hồi"
	outside   course = "ngoài phạm vi"
	duplicate course = "trùng"
)

// sampleMatters are the matters of the made-up office: things and places, never persons. days is how long ago they were
// raised, at the latest.
var sampleMatters = []struct {
	course   course
	days     int
	commune  int
	hamlet   int
	group    bool
	field    string
	body     string
	kind     matters.Kind
	voices   int
	band     string
	summary  string
	proposal string
}{
	{fresh, 1, 0, 1, true, "02", "", matters.Request, 4, "6-20", "Nạo vét kênh nội đồng giữa Tổ 17 và Tổ 18 trước mùa mặn", "Nạo vét xong trước tháng 12"},
	{fresh, 2, 1, 0, false, "13", "", matters.Opinion, 2, "", "Bộ phận một cửa xã giải thích hồ sơ đất đai chưa rõ", "Niêm yết mẫu hồ sơ dễ hiểu hơn"},
	{fresh, 2, 3, 2, false, "11", "", matters.Report, 6, ">20", "Nhóm lạ đến hội trường ấp giới thiệu sản phẩm, tặng quà rồi thu tiền đặt cọc", "Công an kiểm tra sớm, báo cho các tổ cùng biết"},
	{fresh, 3, 4, 1, false, "09", "", matters.Request, 3, "6-20", "Cổng trường mẫu giáo của ấp thiếu mái che giờ đón trẻ", ""},
	{forgotten, 21, 2, 0, true, "03", "", matters.Report, 5, "6-20", "Rác ứ đọng ở miệng cống ngăn mặn của ấp", "Bố trí ngày thu gom cố định"},
	{forgotten, 28, 5, 1, false, "02", "", matters.Request, 2, "2-5", "Đèn đường khu phố hư ba bóng liên tiếp", ""},
	{onSpot, 12, 0, 0, true, "16", "", matters.Opinion, 7, ">20", "Chưa rõ khoản chi quỹ làm lộ của tổ", ""},
	{onSpot, 16, 4, 0, false, "07", "", matters.Opinion, 3, "", "Hỏi tiêu chí bình xét hộ nghèo năm tới", ""},
	{spotDone, 45, 1, 1, false, "08", "", matters.Opinion, 2, "", "Hỏi lịch khám bệnh lưu động của trạm y tế", ""},
	{spotDone, 70, 3, 0, false, "14", "", matters.Obstacle, 1, "", "Phụ cấp người hoạt động không chuyên trách ở ấp chi chậm", "Chi vào tuần đầu của tháng"},
	{inHand, 9, 2, 1, false, "15", "", matters.Obstacle, 1, "", "Chi bộ ấp khó bố trí ngày sinh hoạt vì nhiều đảng viên đi làm xa", "Cho sinh hoạt vào chiều Chủ nhật"},
	{inHand, 40, 5, 0, false, "06", "", matters.Obstacle, 1, "", "Khu phố chưa được hướng dẫn tiêu chí đô thị văn minh", "Tập huấn một buổi tại khu phố"},
	{passed, 8, 0, 1, true, "05", "thủy lợi", matters.Request, 5, ">20", "Cống ngăn mặn đầu kênh đóng mở không theo lịch đã báo", "Báo lịch đóng mở trước ba ngày"},
	{passed, 10, 1, 2, true, "02", "hạ tầng", matters.Request, 3, "6-20", "Cầu ván qua rạch xuống cấp, học sinh qua lại nguy hiểm", "Sửa tạm trước năm học mới"},
	{passed, 11, 2, 2, true, "02", "hạ tầng", matters.Request, 4, "6-20", "Lộ nội ấp ngập nửa bánh xe khi triều cường", "Nâng nền đoạn 300 m"},
	{passed, 12, 4, 2, false, "02", "hạ tầng", matters.Request, 2, "6-20", "Đường dẫn vào chợ ấp lầy lội", ""},
	{passed, 12, 3, 1, false, "02", "điện lực", matters.Request, 8, ">20", "Điện yếu vào giờ cao điểm, máy bơm không chạy", "Nâng dung lượng trạm biến áp"},
	{passedOld, 62, 0, 2, true, "04", "nông nghiệp", matters.Request, 9, ">20", "Giá dừa xuống thấp, thương lái ép giá", "Giới thiệu hợp tác xã thu mua ổn định"},
	{passedOld, 75, 1, 0, true, "01", "tài nguyên", matters.Request, 3, "6-20", "Giấy chứng nhận sau đo đạc lại chưa trả cho các hộ trong ấp", "Trả tập trung tại ấp"},
	{passedOld, 120, 3, 0, false, "01", "tài nguyên", matters.Dispute, 2, "2-5", "Ranh đất công ven kênh chưa cắm mốc nên hay tranh chấp", "Cắm mốc và công khai sơ đồ"},
	{passedOld, 185, 4, 0, false, "05", "thủy lợi", matters.Request, 6, ">20", "Bờ bao sạt lở 40 m sau đợt triều cường", "Gia cố trước mùa mưa"},
	{paused, 35, 2, 0, true, "02", "hạ tầng", matters.Request, 3, "6-20", "Đề nghị mở rộng ngã ba đầu ấp cho xe cứu thương vào được", ""},
	{vague, 34, 5, 2, false, "03", "tài nguyên", matters.Report, 4, "6-20", "Cơ sở sơ chế dừa xả nước thải ra rạch của khu phố", "Kiểm tra và trả lời bằng kết quả đo"},
	{sentBack, 50, 0, 1, true, "03", "tài nguyên", matters.Report, 5, ">20", "Trại nuôi gần kênh gây mùi hôi vào buổi tối", "Nêu rõ thời hạn khắc phục"},
	{sentBack, 58, 2, 2, false, "04", "nông nghiệp", matters.Request, 3, "6-20", "Thiếu hướng dẫn phòng bệnh cho đàn dê", "Mở lớp tại ấp"},
	{handedOn, 48, 1, 1, false, "08", "lao động", matters.Request, 2, "", "Thẻ bảo hiểm y tế của hộ cận nghèo cấp chậm", ""},
	{replied, 36, 0, 0, true, "07", "lao động", matters.Request, 2, "2-5", "Nhà xuống cấp ở tổ chưa được xét sửa chữa", "Khảo sát lại trong quý"},
	{replied, 42, 3, 2, false, "02", "điện lực", matters.Request, 5, "6-20", "Trụ điện nghiêng trên tuyến lộ liên ấp", ""},
	{replied, 60, 4, 1, false, "09", "hạ tầng", matters.Request, 4, "", "Sân trường tiểu học ngập sau mưa lớn", "Làm rãnh thoát nước"},
	{promised, 66, 1, 2, true, "02", "hạ tầng", matters.Request, 6, ">20", "Xin đưa lộ liên ấp vào kế hoạch đầu tư năm sau", ""},
	{promised, 80, 2, 1, false, "06", "nông nghiệp", matters.Request, 3, ">20", "Hỗ trợ giữ tiêu chí thu nhập của xã nông thôn mới", "Có mô hình sinh kế phù hợp đất nhiễm mặn"},
	{toldBack, 55, 0, 1, true, "11", "công an", matters.Report, 4, "", "Mất trộm máy bơm ngoài đồng vào ban đêm", "Tăng tuần tra dịp cuối năm"},
	{toldBack, 64, 5, 0, false, "10", "", matters.Request, 2, "", "Nhà văn hóa khu phố thiếu ghế và tủ sách", ""},
	{closed, 90, 0, 2, true, "05", "thủy lợi", matters.Request, 7, ">20", "Độ mặn tại cống chưa được thông báo kịp thời", "Gửi tin cho các tổ mỗi sáng"},
	{closed, 105, 1, 0, false, "13", "tài nguyên", matters.Opinion, 2, "", "Trả kết quả hồ sơ đất đai trễ hẹn", ""},
	{closed, 130, 3, 1, false, "02", "hạ tầng", matters.Request, 5, "6-20", "Ổ gà trước cổng chợ xã", ""},
	{closed, 150, 2, 0, true, "08", "y tế", matters.Request, 3, "", "Trạm y tế thiếu thuốc thông thường", ""},
	{objected, 100, 4, 2, false, "04", "nông nghiệp", matters.Request, 5, "6-20", "Cây giống hỗ trợ đợt trước chết nhiều", "Đổi giống chịu mặn"},
	{unplaced, 140, 5, 1, false, "11", "công an", matters.Report, 1, "", "Tin nhắn lừa đảo giả danh cơ quan điện lực", ""},
	{outside, 30, 1, 1, false, "12", "", matters.Dispute, 2, "2-5", "Tranh chấp hụi trong ấp, các bên đã gửi tòa án", ""},
	{duplicate, 7, 0, 1, true, "02", "", matters.Request, 3, "6-20", "Kênh nội đồng cạn, ghe không vào được, xin nạo vét", ""},
}
