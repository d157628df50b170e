package border

import "caunoi/backend/fault"

// Why the system could not show or print a document. The sentences say what works instead.
var (
	errNoReader  = fault.Conflict("Máy chưa có chương trình đọc loại tệp này. Hãy bấm Lưu rồi mở tệp bằng chương trình sẵn có.")
	errNoPrinter = fault.Conflict(
		"Máy chưa có máy in mặc định. Hãy bật máy in và đặt làm mặc định trong phần Máy in của hệ thống, hoặc chọn Cách in là Mở bằng trình đọc PDF rồi in.",
	)
	errNotPrinted = fault.Conflict(
		"Máy in không nhận tệp này. Hãy xem máy in có bật, còn giấy, có đang tạm dừng không rồi in lại; hoặc chọn Cách in là Mở bằng trình đọc PDF rồi in.",
	)
)
