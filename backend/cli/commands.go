package main

import (
	"fmt"
	"slices"
	"strings"
)

// command is one thing the program can be told to do.
type command struct {
	name        []string
	args        string // as shown in the help
	least, most int    // positional arguments
	flags       []string
	about       string
	help        string
	run         func(job) error
}

var commands []command

// The table refers to functions that show help from the table, so it is filled at the start.
func init() {
	commands = []command{
		{
			[]string{"init"},
			"",
			0,
			0,
			[]string{"level", "name", "superior", "place", "login", "full-name", "password-file"},
			"Tạo thư mục dữ liệu mới.",
			"Không có tùy chọn: tạo kho dữ liệu trống; lần mở chương trình đầu tiên sẽ hỏi tên cơ quan.\nCó --name: thiết lập luôn cơ quan và tài khoản quản trị.\n  --level tinh|huyen|xa   cấp của cơ quan\n  --name, --superior, --place   tên cơ quan, cấp trên trực tiếp, địa danh\n  --login, --full-name, --password-file   tài khoản quản trị; mật khẩu là dòng đầu của tệp",
			initFolder,
		},
		{
			[]string{"sample"},
			"",
			0,
			0,
			nil,
			"Tạo văn phòng mẫu trong thư mục dữ liệu (phải đang trống).",
			"In ra cách đăng nhập.",
			makeSample,
		},
		{[]string{"generate"}, "", 0, 0, []string{"scale"}, "Tạo dữ liệu thử cỡ lớn trong thư mục dữ liệu (phải đang trống).",
			"  --scale commune|district|province   cỡ một xã, một huyện, một tỉnh (15.823 địa bàn, 949.380 lượt dự họp)", generate},
		{
			[]string{"import", "units"},
			"TỆP",
			1,
			1,
			[]string{"as-of", "apply", "source", "ambiguous", "close", "close-below", "ending", "skip-errors"},
			"Nhập danh sách đơn vị hành chính (.csv, .xlsx).",
			"Không có --apply: chỉ xem trước, không thay đổi gì.\n  --as-of NGÀY            danh sách có hiệu lực từ ngày này (2026-07-01 hoặc 01/07/2026); bỏ qua được khi sổ chưa có đơn vị nào của tệp: hôm nay\n  --apply                 nhập thật, tất cả hoặc không gì cả\n  --source CĂN_CỨ         văn bản của danh sách\n  --ambiguous moi|doi|bo  với dòng chưa rõ: đơn vị mới, cùng đơn vị có thay đổi, hoặc bỏ qua\n  --close none|province|all   kết thúc đơn vị cùng cấp không còn trong danh sách (mặc định none)\n  --close-below           kết thúc cả đơn vị nằm dưới đơn vị kết thúc\n  --ending SỐ             xác nhận số đơn vị sẽ kết thúc, bắt buộc khi vượt một phần mười số đơn vị đang có\n  --skip-errors           bỏ qua dòng lỗi",
			importUnits,
		},
		{
			[]string{"import", "officers"},
			"TỆP",
			1,
			1,
			[]string{"as-of", "apply", "source", "ambiguous", "skip-errors"},
			"Nhập danh sách cán bộ (.csv, .xlsx).",
			"Không có --apply: chỉ xem trước.\n  --as-of NGÀY            chức vụ tính từ ngày này\n  --ambiguous moi|doi|bo  với người trùng tên: người mới, cùng người giữ chức vụ mới, hoặc bỏ qua",
			importOfficers,
		},
		{
			[]string{"import", "workbook"},
			"TỆP",
			1,
			1,
			[]string{"as-of", "apply", "source", "ambiguous", "scheme", "ending", "skip-errors"},
			"Nhập một sổ có các trang Đơn vị, Cán bộ, Phân công (.xlsx).",
			"Không có --apply: chỉ xem trước. Nhập tất cả các trang hoặc không gì cả; hoàn tác một lần.\n  --as-of NGÀY            đơn vị và chức vụ tính từ ngày này (mặc định: ngày phân công đầu tiên trong sổ)\n  --scheme CHỦ_TRƯƠNG     tên hoặc mã một chủ trương đã có, hoặc mẫu để lập mới: ben_tre, kon_tum, dakrong_hai_lang, vi_thanh\n  --ambiguous moi|doi|bo  với dòng chưa rõ\n  --ending SỐ             xác nhận số đơn vị sẽ kết thúc, như lệnh import units\n  --skip-errors           bỏ qua dòng lỗi",
			importWorkbook,
		},
		{[]string{"import", "list"}, "", 0, 0, nil, "Liệt kê các lần nhập.", "", listImports},
		{
			[]string{"import", "undo"},
			"[LẦN_NHẬP]",
			0,
			1,
			nil,
			"Hoàn tác một lần nhập (mặc định: lần gần nhất).",
			"Những gì đã sửa sau khi nhập thì giữ lại và được nêu tên.",
			undoImport,
		},
		{
			[]string{"report", "list"},
			"",
			0,
			0,
			nil,
			"Liệt kê các báo cáo: tên, mã, tiêu đề, các loại kỳ (trống: tính đến hôm nay).",
			"",
			listReports,
		},
		{
			[]string{"report"},
			"TÊN",
			1,
			1,
			[]string{"period", "unit", "format", "form", "out", "number", "date", "draft", "each"},
			"In một báo cáo ra tệp; với --each thì mỗi nơi một tệp trong thư mục.",
			"  --period KỲ             2026-06, 2026-Q2, 2026-H1 hoặc 2026\n  --out TỆP               tệp kết quả\n  --unit MÃ               chỉ đơn vị có mã này và cấp dưới\n  --format pdf|docx|xlsx  dạng tệp: trang in (mặc định), Word, Excel\n  --form dang|nhanuoc     thể thức văn bản của Đảng (mặc định) hay hành chính nhà nước\n  --number SỐ --date NGÀY số và ngày ban hành\n  --draft                 in chữ DỰ THẢO",
			printReport,
		},
		{
			[]string{"issue"},
			"TÊN",
			1,
			1,
			[]string{"period", "unit", "form", "number", "suffix", "date", "out"},
			"Ban hành một báo cáo: lấy số, niêm phong bản in.",
			"  --period KỲ             2026-06, 2026-Q2, 2026-H1 hoặc 2026\n  --number SỐ             bỏ qua thì lấy số tiếp theo của sổ\n  --suffix CHỮ            chữ sau số của văn bản xen giữa: a cho số 12a\n  --date NGÀY             ngày ban hành (mặc định hôm nay)\n  --unit MÃ --form dang|nhanuoc   như lệnh report\n  --out TỆP               ghi bản in ra tệp",
			issuePaper,
		},
		{
			[]string{"issued"},
			"",
			0,
			0,
			[]string{"period"},
			"Liệt kê sổ văn bản đi: số, ngày, trích yếu, mã; nêu số khuyết, số trùng.",
			"",
			listIssued,
		},
		{
			[]string{"reprint"},
			"MÃ|SỐ_KÝ_HIỆU",
			1,
			1,
			[]string{"out"},
			"In lại bản đã niêm phong của một văn bản, đúng từng byte.",
			"Mã ở lệnh issued, hoặc số, ký hiệu: 12-BC/HU (nhiều văn bản cùng số thì lấy bản mới nhất).",
			reprintPaper,
		},
		{
			[]string{"differences"},
			"MÃ|SỐ_KÝ_HIỆU",
			1,
			1,
			[]string{"out", "format"},
			"In bảng đối chiếu một văn bản đã ban hành với dữ liệu hiện nay.",
			"  --format pdf|docx|xlsx  dạng tệp: trang in (mặc định), Word, Excel",
			comparePaper,
		},
		{
			[]string{"dossier"},
			"[MÃ_PHIÊN_HỌP]",
			0,
			1,
			[]string{"out", "form", "copies", "duplex", "contents-only"},
			"In hồ sơ một phiên họp ra tệp PDF (mặc định: phiên họp mới nhất).",
			"  --out TỆP               tệp kết quả; không có thì liệt kê các phiên họp: mã, ngày, tên\n  --form dang|nhanuoc     thể thức của bìa, chương trình, danh sách\n  --copies                mỗi đại biểu một bản có bìa riêng, trong cùng một tệp\n  --duplex                in hai mặt: mỗi tài liệu bắt đầu ở mặt trước, đổi lề\n  --contents-only         chỉ bìa và mục lục",
			printDossier,
		},
		{
			[]string{"check"},
			"",
			0,
			0,
			nil,
			"Kiểm tra dữ liệu.",
			"Mỗi loại bản ghi một dòng “tên số”; dòng cuối là ok, hoặc nêu điều sai (mã thoát 1).",
			check,
		},
	}
}

func (c command) title() string { return strings.Join(c.name, " ") }

func (c command) helpText() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\nCách dùng: caunoi-cli [--data THƯ_MỤC] %s", c.about, c.title())
	if c.args != "" {
		b.WriteString(" " + c.args)
	}
	for _, flag := range c.flags {
		if value := valued[flag]; value != "" {
			fmt.Fprintf(&b, " [--%s %s]", flag, value)
		} else {
			fmt.Fprintf(&b, " [--%s]", flag)
		}
	}
	if c.help != "" {
		b.WriteString("\n\n" + c.help)
	}
	return b.String()
}

// allows refuses flags that mean nothing to the command: a misspelt script must not do half of what it says.
func (c command) allows(o *options) error {
	for _, flag := range o.given {
		if !slices.Contains([]string{"data", "today", "help"}, flag) && !slices.Contains(c.flags, flag) {
			return usageError{fmt.Sprintf("Lệnh “%s” không có tùy chọn --%s.", c.title(), flag), c.helpText()}
		}
	}
	return nil
}

func overview() string {
	var b strings.Builder
	b.WriteString("Cầu Nối không cần cửa sổ.\n\nCách dùng: caunoi-cli [--data THƯ_MỤC] LỆNH [tùy chọn]\n\nCác lệnh:\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "  %-24s %s\n", strings.TrimSpace(c.title()+" "+c.args), c.about)
	}
	b.WriteString(
		"\n--data: thư mục dữ liệu; bỏ qua thì dùng biến CAUNOI_DATA, rồi thư mục mặc định của chương trình.\n--today: ngày làm việc thử (2026-11-26); chỉ dùng khi tạo thư mục và với văn phòng mẫu.\nXem thêm: caunoi-cli LỆNH --help\nMã thoát: 0 xong; 1 bị từ chối hoặc dữ liệu sai (lý do ở luồng lỗi); 2 dòng lệnh sai.",
	)
	return b.String()
}

// groupHelp lists the commands that begin with a word.
func groupHelp(word string) string {
	var lines []string
	for _, c := range commands {
		if c.name[0] == word {
			lines = append(lines, "  caunoi-cli "+strings.TrimSpace(c.title()+" "+c.args)+"   "+c.about)
		}
	}
	return strings.Join(lines, "\n")
}
