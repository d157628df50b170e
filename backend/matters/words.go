package matters

import "caunoi/backend/store"

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
	Refused      Outcome = "REFUSED" // an answer, but nothing is settled by it
)

// Promises reports whether such an answer has to name a day.
func (o Outcome) Promises() bool { return o == InProgress || o == Roadmap }

// Elsewhere reports whether such an answer sends the matter to another body.
func (o Outcome) Elsewhere() bool { return o == NotCompetent || o == PassedOn }

// ConveyMethod is how an answer was told back to the place.
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
	Changed        = "DA_CHUYEN_BIEN" // what a place says when a settled matter is looked at again
	NotChanged     = "CHUA_CHUYEN_BIEN"
)

// Kinds of statutory notes.
const (
	Appeal       = "KHIEU_NAI"
	Denunciation = "TO_CAO"
)

// words is the one table of the words of this room, in the order lists show them.
var words = struct {
	kinds, origins, states, events, outcomes, hows, reactions, bands, scopeReasons, reopenReasons, closeReasons, refusals, rechecks,
	statutory, levels, receptions, receptionStates, ruleUnits store.Words
}{
	kinds: store.Words{
		store.NewWord(Request, "Kiến nghị"), store.NewWord(Opinion, "Ý kiến"), store.NewWord(Report, "Phản ánh"),
		store.NewWord(Dispute, "Tranh chấp, mâu thuẫn"), store.NewWord(Obstacle, "Khó khăn, vướng mắc của cơ sở"),
	},
	origins: store.Words{
		store.NewWord(FromMeeting, "Tại cuộc họp"), store.NewWord(FromDialogue, "Đối thoại"), store.NewWord(FromReception, "Tiếp dân"),
		store.NewWord(FromVisit, "Cán bộ đi cơ sở"), store.NewWord(FromUnit, "Đơn vị báo cáo"), store.NewWord(FromOther, "Kênh khác"),
	},
	states: store.Words{
		store.NewWord(Recorded, "Mới ghi nhận"),
		store.NewWord(OnSpot, "Đã giải trình tại chỗ"),
		store.NewWord(InHand, "Đang tự xử lý"),
		store.NewWord(Referred, "Đã chuyển, chờ trả lời"),
		store.NewWord(Replied, "Đã có trả lời, chờ phản hồi"),
		store.NewWord(Conveyed, "Đã phản hồi về cơ sở"),
		store.NewWord(Closed, "Đã kết thúc"),
		store.NewWord(Merged, "Đã nhập vào ý kiến trùng"),
		store.NewWord(OutOfScope, "Không thuộc phạm vi"),
		store.NewWord(Reopened, "Mở lại"),
	},
	events: store.Words{
		store.NewWord(EventRecord, "Ghi nhận"),
		store.NewWord(EventEdit, "Sửa"),
		store.NewWord(EventSplit, "Tách"),
		store.NewWord(EventAnswerOnSpot, "Giải trình tại chỗ"),
		store.NewWord(EventTakeInHand, "Tự xử lý"),
		store.NewWord(EventRefer, "Chuyển cơ quan"),
		store.NewWord(EventAcknowledge, "Cơ quan báo đã nhận"),
		store.NewWord(EventNotice, "Thông báo tiếp nhận"),
		store.NewWord(EventChase, "Đôn đốc"),
		store.NewWord(EventReply, "Trả lời"),
		store.NewWord(EventVagueReply, "Trả lời chung chung"),
		store.NewWord(EventReturnReply, "Trả lại, đề nghị nêu cụ thể"),
		store.NewWord(EventPause, "Tạm dừng chờ địa bàn bổ sung"),
		store.NewWord(EventResume, "Tiếp tục tính hạn"),
		store.NewWord(EventConvey, "Phản hồi về cơ sở"),
		store.NewWord(EventFollowUp, "Theo dõi lời hẹn"),
		store.NewWord(EventClose, "Kết thúc"),
		store.NewWord(EventRecheck, "Xem lại tại cơ sở"),
		store.NewWord(EventReopen, "Mở lại"),
		store.NewWord(EventMerge, "Nhập vào ý kiến trùng"),
		store.NewWord(EventUnmerge, "Tách khỏi ý kiến trùng"),
		store.NewWord(EventLeaveScope, "Đưa ra khỏi phạm vi"),
		store.NewWord(EventUndo, "Hủy bước trước"),
	},
	outcomes: store.Words{
		store.NewWord(Resolved, "Giải quyết xong"),
		store.NewWord(InProgress, "Đang giải quyết, có hẹn ngày"),
		store.NewWord(Explained, "Giải trình, cung cấp thông tin"),
		store.NewWord(Roadmap, "Có lộ trình"),
		store.NewWord(NotCompetent, "Không thuộc thẩm quyền"),
		store.NewWord(PassedOn, "Đã chuyển tiếp cơ quan khác"),
		store.NewWord(Refused, "Từ chối giải quyết"),
	},
	refusals: store.Words{
		store.NewWord("KHONG_DU_DIEU_KIEN", "Không đủ điều kiện theo quy định"),
		store.NewWord("KHONG_CO_CAN_CU", "Không có căn cứ để giải quyết"),
		store.NewWord("TRAI_QUY_DINH", "Đề nghị trái quy định"),
		store.NewWord("DA_GIAI_QUYET", "Đã có kết luận, quyết định giải quyết trước đó"),
		store.NewWord("KHONG_BO_TRI_DUOC", "Không bố trí được kinh phí, nguồn lực"),
		store.NewWord(ReasonElse, "Lý do khác"),
	},
	rechecks: store.Words{store.NewWord(Changed, "Đã chuyển biến"), store.NewWord(NotChanged, "Chưa chuyển biến")},
	hows: store.Words{
		store.NewWord(AtMeeting, "Tại cuộc họp"),
		store.NewWord(ByNotice, "Thông báo về ấp, thôn"),
		store.NewWord(ByLetter, "Công văn"),
	},
	reactions: store.Words{
		store.NewWord(Agreed, "Đồng tình"),
		store.NewWord(StillObjects, "Còn ý kiến"),
		store.NewWord(NoReaction, "Không có ý kiến"),
	},
	bands: store.Words{
		store.NewWord("1", "1 hộ"),
		store.NewWord("2-5", "2–5 hộ"),
		store.NewWord("6-20", "6–20 hộ"),
		store.NewWord(">20", "trên 20 hộ"),
	},
	scopeReasons: store.Words{
		store.NewWord(ReasonAppeal, "Là khiếu nại, theo luật riêng"),
		store.NewWord(ReasonDenounce, "Là tố cáo, theo luật riêng"),
		store.NewWord(ReasonCourt, "Thuộc tòa án, thi hành án"),
		store.NewWord(ReasonMistake, "Ghi nhầm"),
		store.NewWord(ReasonElse, "Lý do khác"),
	},
	reopenReasons: store.Words{
		store.NewWord(ReopenObjects, "Cơ sở còn ý kiến"),
		store.NewWord(ReopenNoEffect, "Chưa có chuyển biến"),
		store.NewWord(ReopenMistake, "Kết thúc nhầm"),
	},
	closeReasons: store.Words{store.NewWord(NoPlaceToTell, "Không xác định được nơi phản hồi")},
	statutory:    store.Words{store.NewWord(Appeal, "Khiếu nại"), store.NewWord(Denunciation, "Tố cáo")},
	levels: store.Words{
		store.NewWord("xa", "Cấp xã"),
		store.NewWord("huyen", "Cấp huyện (đến 30/6/2025)"),
		store.NewWord("tinh", "Cấp tỉnh"),
		store.NewWord("trung_uong", "Trung ương"),
		store.NewWord("khac", "Khác"),
	},
	receptions: store.Words{store.NewWord(KindReception, "Tiếp dân"), store.NewWord(KindDialogue, "Đối thoại")},
	receptionStates: store.Words{
		store.NewWord(DayPlanned, "Đã lên lịch"), store.NewWord(DayHeld, "Đã tổ chức"), store.NewWord(DayCancelled, "Không tổ chức"),
	},
	ruleUnits: store.Words{
		store.NewWord(WorkingDays, "ngày làm việc"),
		store.NewWord(Days, "ngày"),
		store.NewWord(TimesMonth, "lần mỗi tháng"),
		store.NewWord(TimesYear, "lần mỗi năm"),
	},
}

// Word is the kind's Vietnamese word, "" for an unknown kind; so for the others below.
func (k Kind) Word() string { return words.kinds.Of(string(k)) }

// Word is the origin's Vietnamese word.
func (o Origin) Word() string { return words.origins.Of(string(o)) }

// Word is the state's Vietnamese word.
func (s State) Word() string { return words.states.Of(string(s)) }

// Word is the event's Vietnamese word.
func (e Event) Word() string { return words.events.Of(string(e)) }

// Word is the outcome's Vietnamese word.
func (o Outcome) Word() string { return words.outcomes.Of(string(o)) }

// Word is the Vietnamese word for the way of conveying.
func (h ConveyMethod) Word() string { return words.hows.Of(string(h)) }

// Word is the reaction's Vietnamese word.
func (r Reaction) Word() string { return words.reactions.Of(string(r)) }

// BandWord is the Vietnamese word for a band of households, "" when it is not known.
func BandWord(band string) string { return words.bands.Of(band) }
