package border

import "caunoi/backend/fault"

// Why the system could not show or print a document. The sentences say what works instead.
var (
	errNoReader   = fault.Conflict("Máy chưa có chương trình đọc loại tệp này. Hãy bấm Lưu rồi mở tệp bằng chương trình sẵn có.")
	errNotOpened  = fault.Conflict("Windows không cho mở tệp này. Hãy bấm Lưu, cất tệp vào thư mục của mình rồi mở từ đó.")
	errNoPrinter  = fault.Conflict("Máy chưa có máy in mặc định. Hãy bật máy in và đặt làm mặc định trong phần Máy in của hệ thống, hoặc chọn Cách in là Mở bằng trình đọc PDF rồi in.")
	errNoPrintVia = fault.Conflict("Trình đọc PDF trên máy không nhận lệnh in thẳng. Hãy chọn Cách in là Mở bằng trình đọc PDF rồi in từ đó, hoặc Lưu PDF.")
	errNotPrinted = fault.Conflict("Máy in không nhận tệp này. Hãy xem máy in có bật, còn giấy, có đang tạm dừng không rồi in lại; hoặc chọn Cách in là Mở bằng trình đọc PDF rồi in.")
)
