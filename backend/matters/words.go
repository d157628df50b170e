package matters

// Kind is what sort of matter it is (domain glossary: ý kiến, kiến nghị, phản ánh; tranh chấp; khó khăn của cơ sở).
type Kind string

const (
	Opinion  Kind = "OPINION"
	Request  Kind = "REQUEST"
	Report   Kind = "REPORT"
	Dispute  Kind = "DISPUTE"
	Obstacle Kind = "OBSTACLE"
)

// Origin is where the office heard of it.
type Origin string

const (
	FromMeeting   Origin = "MEETING"
	FromDialogue  Origin = "DIALOGUE"
	FromReception Origin = "RECEPTION"
	FromUnit      Origin = "UNIT_REPORT"
	FromVisit     Origin = "VISIT"
	FromOther     Origin = "OTHER"
)

// Outcome is what an answer says, apart from where the matter stands.
type Outcome string

const (
	Resolved     Outcome = "RESOLVED"
	InProgress   Outcome = "IN_PROGRESS_WITH_DATE"
	Explained    Outcome = "EXPLAINED"
	Roadmap      Outcome = "ROADMAP"
	NotCompetent Outcome = "OUT_OF_COMPETENCE"
	PassedOn     Outcome = "TRANSFERRED_ON"
)

// Promises tells whether such an answer has to name a day.
func (o Outcome) Promises() bool { return o == InProgress || o == Roadmap }

// Elsewhere tells whether such an answer sends the matter to another body.
func (o Outcome) Elsewhere() bool { return o == NotCompetent || o == PassedOn }

// How an answer was told back to the place.
type ConveyMethod string

const (
	AtMeeting ConveyMethod = "MEETING"
	ByNotice  ConveyMethod = "NOTICE"
	ByLetter  ConveyMethod = "LETTER"
)

// Reaction of the place to the answer.
type Reaction string

const (
	Agreed       Reaction = "ACCEPTED"
	StillObjects Reaction = "STILL_OBJECTS"
	NoReaction   Reaction = "NOT_KNOWN"
)

// Reasons given as a code, so that they can be counted.
const (
	NoPlaceToTell  = "KHONG_XAC_DINH_NOI_PHAN_HOI" // closing without telling anybody
	ReasonAppeal   = "KHIEU_NAI"                   // out of scope
	ReasonDenounce = "TO_CAO"
	ReasonCourt    = "CO_QUAN_TO_TUNG"
	ReasonMistake  = "GHI_NHAM"
	ReasonElse     = "KHAC"
	ReopenObjects  = "CON_Y_KIEN" // reopening
	ReopenNoEffect = "CHUA_CHUYEN_BIEN"
	ReopenMistake  = "DONG_NHAM"
)

// Kinds of statutory notes.
const (
	Appeal       = "KHIEU_NAI"
	Denunciation = "TO_CAO"
)

// Word is a code and the Vietnamese word every screen and paper shows for it.
type Word struct {
	Code string `json:"code"`
	Word string `json:"word"`
}

// words is the one table of the words of this room, in the order lists show them.
var words = struct {
	kinds, origins, states, events, outcomes, hows, reactions, bands, scopeReasons, reopenReasons, closeReasons, statutory,
	levels, receptions, receptionStates, ruleUnits []Word
}{
	kinds: []Word{
		{string(Request), "Kiến nghị"}, {string(Opinion), "Ý kiến"}, {string(Report), "Phản ánh"},
		{string(Dispute), "Tranh chấp, mâu thuẫn"}, {string(Obstacle), "Khó khăn, vướng mắc của cơ sở"},
	},
	origins: []Word{
		{string(FromMeeting), "Tại cuộc họp"}, {string(FromDialogue), "Đối thoại"}, {string(FromReception), "Tiếp dân"},
		{string(FromVisit), "Cán bộ đi cơ sở"}, {string(FromUnit), "Đơn vị báo cáo"}, {string(FromOther), "Kênh khác"},
	},
	states: []Word{
		{
			string(Recorded),
			"Mới ghi nhận",
		},
		{string(OnSpot), "Đã giải trình tại chỗ"},
		{string(InHand), "Đang tự xử lý"},
		{string(Referred), "Đã chuyển, chờ trả lời"},
		{string(Replied), "Đã có trả lời, chờ phản hồi"},
		{string(Conveyed), "Đã phản hồi về cơ sở"},
		{string(Closed), "Đã kết thúc"},
		{string(Merged), "Đã nhập vào ý kiến trùng"},
		{string(OutOfScope), "Không thuộc phạm vi"},
		{string(Reopened), "Mở lại"},
	},
	events: []Word{
		{
			string(EventRecord),
			"Ghi nhận",
		},
		{string(EventEdit), "Sửa"},
		{string(EventSplit), "Tách"},
		{string(EventAnswerOnSpot), "Giải trình tại chỗ"},
		{string(EventTakeInHand), "Tự xử lý"},
		{
			string(EventRefer),
			"Chuyển cơ quan",
		},
		{string(EventAcknowledge), "Cơ quan báo đã nhận"},
		{string(EventNotice), "Thông báo tiếp nhận"},
		{string(EventChase), "Đôn đốc"},
		{string(EventReply), "Trả lời"},
		{string(EventVagueReply), "Trả lời chung chung"},
		{string(EventReturnReply), "Trả lại, đề nghị nêu cụ thể"},
		{
			string(EventPause),
			"Tạm dừng chờ địa bàn bổ sung",
		},
		{string(EventResume), "Tiếp tục tính hạn"},
		{string(EventConvey), "Phản hồi về cơ sở"},
		{string(EventFollowUp), "Theo dõi lời hẹn"},
		{
			string(EventClose),
			"Kết thúc",
		},
		{string(EventReopen), "Mở lại"},
		{string(EventMerge), "Nhập vào ý kiến trùng"},
		{string(EventUnmerge), "Tách khỏi ý kiến trùng"},
		{string(EventLeaveScope), "Đưa ra khỏi phạm vi"},
		{string(EventUndo), "Hủy bước trước"},
	},
	outcomes: []Word{
		{
			string(Resolved),
			"Giải quyết xong",
		},
		{string(InProgress), "Đang giải quyết, có hẹn ngày"},
		{string(Explained), "Giải trình, cung cấp thông tin"},
		{
			string(Roadmap),
			"Có lộ trình",
		},
		{string(NotCompetent), "Không thuộc thẩm quyền"},
		{string(PassedOn), "Đã chuyển tiếp cơ quan khác"},
	},
	hows:      []Word{{string(AtMeeting), "Tại cuộc họp"}, {string(ByNotice), "Thông báo về ấp, thôn"}, {string(ByLetter), "Công văn"}},
	reactions: []Word{{string(Agreed), "Đồng tình"}, {string(StillObjects), "Còn ý kiến"}, {string(NoReaction), "Không có ý kiến"}},
	bands:     []Word{{"1", "1 hộ"}, {"2-5", "2–5 hộ"}, {"6-20", "6–20 hộ"}, {">20", "trên 20 hộ"}},
	scopeReasons: []Word{
		{
			ReasonAppeal,
			"Là khiếu nại, theo luật riêng",
		},
		{ReasonDenounce, "Là tố cáo, theo luật riêng"},
		{ReasonCourt, "Thuộc tòa án, thi hành án"},
		{ReasonMistake, "Ghi nhầm"},
		{ReasonElse, "Lý do khác"},
	},
	reopenReasons: []Word{{ReopenObjects, "Cơ sở còn ý kiến"}, {ReopenNoEffect, "Chưa có chuyển biến"}, {ReopenMistake, "Kết thúc nhầm"}},
	closeReasons:  []Word{{NoPlaceToTell, "Không xác định được nơi phản hồi"}},
	statutory:     []Word{{Appeal, "Khiếu nại"}, {Denunciation, "Tố cáo"}},
	levels: []Word{
		{"xa", "Cấp xã"},
		{"huyen", "Cấp huyện (đến 30/6/2025)"},
		{"tinh", "Cấp tỉnh"},
		{"trung_uong", "Trung ương"},
		{"khac", "Khác"},
	},
	receptions: []Word{{KindReception, "Tiếp dân"}, {KindDialogue, "Đối thoại"}},
	receptionStates: []Word{
		{DayPlanned, "Đã lên lịch"}, {DayHeld, "Đã tổ chức"}, {DayCancelled, "Không tổ chức"},
	},
	ruleUnits: []Word{{WorkingDays, "ngày làm việc"}, {Days, "ngày"}, {TimesMonth, "lần mỗi tháng"}, {TimesYear, "lần mỗi năm"}},
}

func wordOf(list []Word, code string) string {
	for _, w := range list {
		if w.Code == code {
			return w.Word
		}
	}
	return ""
}

// Word is the kind's Vietnamese word, "" for an unknown kind; so for the others below.
func (k Kind) Word() string { return wordOf(words.kinds, string(k)) }

// Word is the origin's Vietnamese word.
func (o Origin) Word() string { return wordOf(words.origins, string(o)) }

// Word is the state's Vietnamese word.
func (s State) Word() string { return wordOf(words.states, string(s)) }

// Word is the event's Vietnamese word.
func (e Event) Word() string { return wordOf(words.events, string(e)) }

// Word is the outcome's Vietnamese word.
func (o Outcome) Word() string { return wordOf(words.outcomes, string(o)) }

// Word is the Vietnamese word for the way of conveying.
func (h ConveyMethod) Word() string { return wordOf(words.hows, string(h)) }

// Word is the reaction's Vietnamese word.
func (r Reaction) Word() string { return wordOf(words.reactions, string(r)) }

// BandWord is the Vietnamese word for a band of households, "" when it is not known.
func BandWord(band string) string { return wordOf(words.bands, band) }
