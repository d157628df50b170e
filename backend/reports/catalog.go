// Package reports turns what the rooms know into formal papers. A report builds a document.Document from records and the
// choices of a person; how it is drawn is package typeset's business.
package reports

import (
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// Report is one paper the office can print. A new report is one file and one line of the catalog; the screen, the command
// line and every renderer follow.
type Report struct {
	Code        string // "R1", as in the list of registers (domain.md §3.9)
	Name        string // for file names and the command line: "so-phan-cong"
	Title       string
	Description string
	Periods     []dates.PeriodKind // none: the paper shows how things stand today
	Symbol      string             // symbol of the paper's type, "BC"; empty: the paper takes no number
	Build       func(tx *store.Tx, in Input, paper Paper) (document.Document, error)
}

var anyPeriod = []dates.PeriodKind{dates.Month, dates.Quarter, dates.Half, dates.NineMonths, dates.Year}

// oneMonth is for papers that are drawn up month by month.
var oneMonth = []dates.PeriodKind{dates.Month}

// Catalog lists every report in the order of the menu.
var Catalog = []Report{
	{
		"R1",
		"so-phan-cong",
		"Sổ theo dõi phân công cán bộ",
		"Ai được phân công theo dõi nơi nào trong kỳ, theo quyết định nào, từ ngày nào đến ngày nào.",
		anyPeriod,
		"",
		assignmentRegister,
	},
	{
		"R2",
		"phu-luc-quyet-dinh",
		"Phụ lục quyết định phân công",
		"Danh sách kèm theo các quyết định phân công ban hành trong kỳ.",
		anyPeriod,
		"",
		decisionAnnex,
	},
	{
		"R2B",
		"quyet-dinh-phan-cong",
		"Quyết định phân công",
		"Toàn văn quyết định phân công đang soạn hoặc đã ban hành, kèm danh sách. Chưa chọn thì lấy quyết định mới nhất trong kỳ.",
		anyPeriod,
		"QĐ",
		assigningDecision,
	},
	{
		"R2C",
		"thong-bao-phan-cong",
		"Thông báo phân công",
		"Như quyết định phân công, dưới dạng thông báo của Ban Thường vụ.",
		anyPeriod,
		"TB",
		assigningNotice,
	},
	{
		"R3",
		"bang-phu-dia-ban",
		"Bảng phủ địa bàn",
		"Nơi nào có người phụ trách, nơi nào còn trống, trống từ ngày nào, theo đơn vị cấp trên.",
		anyPeriod,
		"",
		coverageTable,
	},
	{
		"R4",
		"thong-bao-lich-chi-bo",
		"Thông báo lịch sinh hoạt chi bộ",
		"Lịch sinh hoạt của từng chi bộ trong tháng, kể cả chi bộ chưa đăng ký.",
		oneMonth,
		"TB",
		cellSchedule,
	},
	{
		"R5",
		"phieu-cong-tac",
		"Phiếu công tác của cán bộ",
		"Phiếu một trang để cán bộ ghi tay cả tháng, có mã dòng; nhập lại theo đúng thứ tự.",
		oneMonth,
		"",
		officerForm,
	},
	{
		"P1",
		"phieu-chuan-bi-hop",
		"Phiếu chuẩn bị dự họp",
		"Một trang mang theo khi đi họp: việc chờ trả lời, góp ý lần trước, nội dung cần truyền đạt, chỗ ghi tay.",
		anyPeriod,
		"",
		meetingAgenda,
	},
	{
		"P2",
		"phieu-bao-cao-du-hop",
		"Phiếu báo cáo sau khi dự họp",
		"Cán bộ báo cáo kết quả dự sinh hoạt chi bộ, họp tổ: điền sẵn từ nhật ký, chỗ trống để ghi tay.",
		anyPeriod,
		"",
		meetingAccount,
	},
	{
		"R6",
		"so-du-hop",
		"Sổ nhật ký dự họp",
		"Từng cuộc họp trong kỳ: cán bộ, nơi họp, kết quả, nội dung góp ý.",
		anyPeriod,
		"",
		meetingRegister,
	},
	{
		"R7",
		"tong-hop-du-sinh-hoat",
		"Tổng hợp kết quả dự sinh hoạt",
		"Từng cán bộ: số kỳ phải dự, đã dự, dự thay, vắng, chưa ghi nhận, tỷ lệ.",
		anyPeriod,
		"",
		attendanceSummary,
	},
	{
		"R8",
		"so-kien-nghi",
		"Sổ theo dõi ý kiến, kiến nghị",
		"Từng ý kiến, kiến nghị tiếp nhận trong kỳ: nơi nêu, nội dung, cơ quan giải quyết, hạn, trả lời, phản hồi, tình trạng.",
		anyPeriod,
		"",
		matterRegister,
	},
	{
		"R9",
		"danh-muc-co-quan",
		"Danh mục kiến nghị chuyển cơ quan",
		"Kiến nghị đã chuyển trong kỳ, mỗi cơ quan một danh mục riêng, có cột trống để trả lời.",
		anyPeriod,
		"",
		monthlyList,
	},
	{
		"R10",
		"cong-van-chuyen",
		"Công văn chuyển kiến nghị",
		"Văn bản chuyển đã ghi: danh mục kiến nghị và hạn trả lời. Chưa chọn thì lấy văn bản mới nhất trong kỳ.",
		anyPeriod,
		"CV",
		transferLetter,
	},
	{
		"R10C",
		"phieu-chuyen",
		"Phiếu chuyển kiến nghị",
		"Chuyển một ý kiến, kiến nghị đến cơ quan có thẩm quyền. Chưa chọn thì lấy kiến nghị đã chuyển mới nhất trong kỳ.",
		anyPeriod,
		"PC",
		transferSlip,
	},
	{
		"R10B",
		"thong-bao-tiep-nhan",
		"Thông báo tiếp nhận ý kiến, kiến nghị",
		"Báo cho nơi đã nêu ý kiến biết việc tiếp nhận, xử lý trong 10 ngày làm việc.",
		anyPeriod,
		"TB",
		receiptNotice,
	},
	{
		"R11",
		"cong-van-don-doc",
		"Công văn đôn đốc",
		"Kiến nghị đang quá hạn trả lời tại một cơ quan, số ngày quá hạn. Chưa chọn thì lấy cơ quan có nhiều nhất.",
		nil,
		"CV",
		chaserLetter,
	},
	{
		"R12",
		"thong-bao-tra-loi",
		"Thông báo kết quả trả lời kiến nghị",
		"Trả lời đã nhận trong kỳ, gửi về ấp, thôn, tổ đã nêu ý kiến.",
		anyPeriod,
		"TB",
		answersNotice,
	},
	{
		"R12B",
		"phieu-tra-loi-can-bo",
		"Phiếu trả lời cán bộ",
		"Ý kiến, kiến nghị ở địa bàn của từng cán bộ đã đến đâu trong tháng. Chưa chọn thì in cho mọi cán bộ.",
		oneMonth,
		"",
		replySheet,
	},
	{
		"R12C",
		"tra-loi-kien-nghi",
		"Công văn trả lời kiến nghị",
		"Trả lời một ý kiến, kiến nghị cho nơi đã nêu. Chưa chọn thì lấy trả lời mới nhất trong kỳ.",
		anyPeriod,
		"CV",
		matterAnswer,
	},
	{
		"R13",
		"kien-nghi-linh-vuc",
		"Tổng hợp kiến nghị theo lĩnh vực",
		"Lĩnh vực và tình trạng giải quyết của kiến nghị tiếp nhận trong kỳ.",
		anyPeriod,
		"",
		fieldTable,
	},
	{
		"R13B",
		"ket-qua-theo-co-quan",
		"Kết quả giải quyết theo cơ quan",
		"Mỗi cơ quan: số kiến nghị, đã trả lời, giải quyết xong, đang giải quyết, giải trình, chưa trả lời.",
		anyPeriod,
		"",
		bodyTable,
	},
	{
		"R14",
		"tuoi-no-kien-nghi",
		"Tuổi nợ kiến nghị theo cơ quan",
		"Kiến nghị đang mở đã chờ bao nhiêu ngày làm việc tại từng cơ quan, tính đến hôm nay.",
		nil,
		"",
		ageingTable,
	},
	{
		"R16",
		"bieu-truyen-dat",
		"Biểu truyền đạt chủ trương",
		"Chủ trương nào đã truyền đạt đến đơn vị nào, ngày nào, bằng hình thức nào.",
		anyPeriod,
		"",
		conveyanceTable,
	},
	{
		"R20",
		"bao-cao-ky",
		"Báo cáo công tác theo dõi, hỗ trợ cơ sở",
		"Báo cáo bằng lời viết từ số liệu, kèm phụ lục tổng hợp theo cán bộ và danh sách nơi chưa có người phụ trách.",
		anyPeriod,
		"BC",
		periodReport,
	},
	{
		"R21",
		"bao-cao-tong-ket",
		"Báo cáo sơ kết 6 tháng, tổng kết năm",
		"Báo cáo bằng lời viết từ số liệu, so với cùng kỳ năm trước, có chỗ để ghi bài học và đề xuất; kèm phụ lục.",
		summed,
		"BC",
		summingReport,
	},
	{
		"R25",
		"bien-ban-ban-giao",
		"Biên bản bàn giao địa bàn",
		"Bên giao, bên nhận, địa bàn và toàn bộ việc còn mở tại giờ in, để ba bên ký.",
		anyPeriod,
		"BB",
		handoverMinutes,
	},
	{
		"R26",
		"lich-tiep-dan",
		"Lịch tiếp dân, đối thoại",
		"Thông báo các ngày tiếp dân, đối thoại của người đứng đầu trong kỳ.",
		anyPeriod,
		"TB",
		receptionSchedule,
	},
	{
		"R26B",
		"bao-cao-tiep-dan",
		"Báo cáo tiếp dân, đối thoại",
		"Kết quả tiếp dân, đối thoại trong kỳ bằng số lượng, kèm từng ngày.",
		anyPeriod,
		"BC",
		receptionReport,
	},
	{
		"R27",
		"ho-so-dia-ban",
		"Hồ sơ địa bàn",
		"Tất cả về một nơi: lịch sử, người phụ trách qua các thời kỳ, nhiệm vụ trong năm, việc còn mở, cuộc họp gần nhất.",
		anyPeriod,
		"",
		placeFile,
	},
	{
		"R28",
		"doi-chieu-don-vi",
		"Bảng đối chiếu đơn vị cũ – mới",
		"Đơn vị kết thúc, thành lập, đổi tên, chuyển cấp trên trong kỳ, theo văn bản nào.",
		anyPeriod,
		"",
		lineageTable,
	},
	{
		"S1",
		"so-van-ban-di",
		"Sổ đăng ký văn bản đi",
		"Văn bản đã ban hành trong kỳ: số, ngày, trích yếu, người ký, nơi nhận; kèm số khuyết, số trùng.",
		anyPeriod,
		"",
		issuedRegister,
	},
	{
		"PH1",
		"chuong-trinh-hop",
		"Chương trình phiên họp",
		"Thời gian, nội dung, người thực hiện của một phiên họp cấp ủy.",
		nil,
		"",
		sessionProgramme,
	},
	{
		"PH2",
		"giay-moi-hop",
		"Giấy mời dự phiên họp",
		"Một giấy mời chung cho mọi thành viên, khách mời, hoặc riêng một đại biểu.",
		nil,
		"GM",
		sessionInvitation,
	},
	{
		"PH3",
		"danh-sach-du-hop",
		"Danh sách đại biểu dự phiên họp",
		"Thành viên và khách mời, có cột ký tên để điểm danh.",
		nil,
		"",
		participantList,
	},
	{
		"PH4",
		"bien-ban-hop",
		"Biên bản phiên họp",
		"Thời gian, thành phần có mặt, từng nội dung và kết luận; chỗ chưa ghi để viết tay.",
		nil,
		"BB",
		sessionMinutes,
	},
}

// summed are the periods a conference looks back on.
var summed = []dates.PeriodKind{dates.Half, dates.Year}

// Input is what a person chooses before printing.
type Input struct {
	Report     string        `json:"report"` // code or name
	Period     dates.Period  `json:"period"` // "2026-06", "2026-Q2", "2026-H1", "2026"
	UnitID     string        `json:"unitId"` // this unit and all below it; "" = the whole office
	OfficerID  string        `json:"officerId"`
	DecisionID string        `json:"decisionId"` // R2: one decision instead of all of the period
	MeetingID  string        `json:"meetingId"`  // P1: the meeting to prepare
	HandoverID string        `json:"handoverId"` // R25
	BodyID     string        `json:"bodyId"`     // papers on matters at one body
	LetterID   string        `json:"letterId"`   // R10: one letter instead of the newest
	MatterID   string        `json:"matterId"`   // R10B: one matter instead of all of the period
	Signer     Signer        `json:"signer"`     // letters of the office; "" = as the settings suggest
	Form       document.Form `json:"form"`       // "" = Party
	Number     int           `json:"number"`     // 0 = room to write it by hand
	Date       dates.Date    `json:"date"`       // of the paper; "" = today
	Draft      bool          `json:"draft"`

	IssuerID    string              `json:"issuerId"`    // in whose name; "" = the committee, or the authority in the state form
	SessionID   string              `json:"sessionId"`   // papers of a session
	GuestID     string              `json:"guestId"`     // PH2: one participant of the session instead of all
	SignAs      *document.Signatory `json:"signAs"`      // who signs instead of the person in the settings
	Recipients  []string            `json:"recipients"`  // "Nơi nhận" instead of the usual; empty = the usual
	Urgency     string              `json:"urgency"`     // "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"
	Circulation string              `json:"circulation"` // "TÀI LIỆU HỘI NGHỊ" and the like
	Typist      string              `json:"typist"`      // code of who typed it
	Copies      int                 `json:"copies"`      // how many are made; 0 = not printed

	IssuedAs string `json:"issuedAs,omitempty"` // the issued paper whose wording counts, when its text is built anew; "" = the draft at hand
}

// Find gives a report by its code ("R6", "r6") or its name ("so-du-hop").
func Find(name string) (Report, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, report := range Catalog {
		if name == report.Name || name == strings.ToLower(report.Code) {
			return report, nil
		}
	}
	names := make([]string, len(Catalog))
	for i, report := range Catalog {
		names[i] = report.Name
	}
	return Report{}, fault.Invalid("report", "Không có báo cáo này. Hãy chọn một trong: "+strings.Join(names, ", ")+".")
}

// Make builds the document of a report. Errors are faults that say what to choose or to fill in first.
func Make(tx *store.Tx, in Input) (document.Document, error) { return build(tx, in, "") }

// build is Make for a number with a letter behind it: "12a".
func build(tx *store.Tx, in Input, suffix string) (document.Document, error) {
	report, err := Find(in.Report)
	if err != nil {
		return document.Document{}, err
	}
	var f fault.Fields
	if report.AsOfToday() {
		in.Period = dates.PeriodOf(dates.Month, tx.Today)
	} else if !in.Period.Valid() || !slices.Contains(report.Periods, in.Period.Kind()) {
		f.Add("period", "Hãy chọn kỳ báo cáo là "+report.periodWords()+".")
	}
	if in.Date != "" && !in.Date.Valid() {
		f.Add("date", "Ngày ban hành không có thật. Hãy ghi lại theo dạng ngày/tháng/năm.")
	}
	in.Signer.check(&f)
	if in.Number < 0 {
		f.Add("number", "Số văn bản phải từ 01 trở lên. Hãy ghi lại hoặc để trống.")
	}
	in.checkChoices(&f)
	checkNeeds(report, in, &f)
	if err := f.Err(); err != nil {
		return document.Document{}, err
	}
	paper, err := newPaper(tx, in, report)
	if err != nil {
		return document.Document{}, err
	}
	paper.number.Suffix, paper.Head.Number.Suffix = suffix, suffix
	doc, err := report.Build(tx, in, paper)
	if err != nil {
		return document.Document{}, err
	}
	in.apply(paper, &doc)
	if doc.Signing != nil && doc.Signing.Right != nil {
		if in.SignAs != nil {
			if doc.Signing.Right.Signature().CheckFor(paper.Issuer, "signer", &f); f.Err() != nil {
				return document.Document{}, f.Err()
			}
		}
		if err := papers.MayIssue(paper.Issuer, doc.Signing.Right.Body, doc.Type); err != nil {
			return document.Document{}, err
		}
	}
	doc.Notices, err = paper.free.check(tx, slices.Contains(outgoing, report.Code))
	return doc, err
}

var kindWords = map[dates.PeriodKind]string{
	dates.Month:      "tháng",
	dates.Quarter:    "quý",
	dates.Half:       "6 tháng",
	dates.NineMonths: "9 tháng",
	dates.Year:       "năm",
}

// periodWords lists the kinds of period a report takes: "tháng, quý hoặc năm".
func (r Report) periodWords() string {
	words := make([]string, len(r.Periods))
	for i, kind := range r.Periods {
		words[i] = kindWords[kind]
	}
	if last := len(words) - 1; last > 0 {
		return strings.Join(words[:last], ", ") + " hoặc " + words[last]
	}
	return strings.Join(words, "")
}

// Fitting gives the period a report takes that holds the first day of another one; the same where it takes that kind.
func (r Report) Fitting(p dates.Period) dates.Period {
	if len(r.Periods) == 0 || slices.Contains(r.Periods, p.Kind()) {
		return p
	}
	return dates.PeriodOf(r.Periods[0], p.Span().From)
}

// outgoing lists the papers on matters that leave the office; the guard is stricter with them.
var outgoing = []string{"R9", "R10", "R10B", "R10C", "R11", "R12", "R12C", "R26", "PH2"}

// FileName is the name proposed for a report's file: "bao-cao-ky 2026-Q2.pdf", with the form where it is not the Party's.
func FileName(report Report, in Input) string {
	name := report.Name
	if when := document.JoinParts("", string(in.Period)); when != "" && !report.AsOfToday() {
		name += " " + when
	}
	if in.Form != "" && in.Form != document.FormParty {
		name += " " + string(in.Form)
	}
	return name + ".pdf"
}
