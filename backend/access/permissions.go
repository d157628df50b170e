package access

import "slices"

// Role is what a signed-in person may do.
type Role string

const (
	QuanTri    Role = "quan_tri"    // quản trị: accounts, office, import, everything a chuyên viên does
	ChuyenVien Role = "chuyen_vien" // chuyên viên: enters and prints
	LanhDao    Role = "lanh_dao"    // lãnh đạo: reads and prints
)

// Roles lists every role with its Vietnamese word, in the order shown.
var Roles = []struct {
	Role Role
	Word string
}{{QuanTri, "Quản trị"}, {ChuyenVien, "Chuyên viên"}, {LanhDao, "Lãnh đạo"}}

// Word is the role's Vietnamese word.
func (r Role) Word() string {
	for _, known := range Roles {
		if known.Role == r {
			return known.Word
		}
	}
	return ""
}

// roleSet is a set of roles in the table below.
type roleSet []Role

var (
	anyone  = roleSet(nil) // also when nobody is signed in
	readers = roleSet{QuanTri, ChuyenVien, LanhDao}
	editors = roleSet{QuanTri, ChuyenVien}
	admins  = roleSet{QuanTri}

	committee = roleSet{QuanTri, LanhDao}
)

// permissions is the only place that says who may do what: one line for each method the page can call, named
// "<package>.<Method>". A test enumerates the methods and fails on a missing or superfluous line.
var permissions = map[string]roleSet{
	// Coming in
	"access.Status":         anyone,
	"access.SignIn":         anyone,
	"access.SignOut":        anyone,
	"access.Lock":           anyone,
	"access.Unlock":         anyone,
	"access.ChangePassword": readers,
	"access.Users":          admins,
	"access.SaveUser":       admins,
	"access.ResetPassword":  admins,
	"access.Trail":          admins,
	"access.ReadDraft":      readers,
	"access.SaveDraft":      readers,
	"access.DropDraft":      readers,
	"access.CountDrafts":    readers,
	"access.Permitted":      readers,

	// The desk itself
	"desk.Status":            anyone,
	"desk.SetUp":             anyone,
	"desk.OpenSample":        anyone,
	"desk.LeaveSample":       anyone,
	"desk.Reopen":            anyone,
	"desk.SaveTextSize":      anyone,
	"desk.Week":              readers,
	"desk.FirstSteps":        readers,
	"desk.Find":              readers,
	"desk.ListSettings":      readers,
	"desk.BackupNotices":     readers,
	"desk.Copies":            editors,
	"desk.BackUp":            editors,
	"desk.Rehearse":          editors,
	"desk.FillSecondPlace":   editors,
	"desk.ChooseSecondPlace": admins,
	"desk.Restore":           admins,
	"desk.UndoRestore":       admins,
	"desk.ConfirmRestore":    admins,
	"desk.RescueCopies":      anyone,
	"desk.Rescue":            anyone,
	"desk.SaveListSettings":  readers,

	// Units
	"units.Office":      readers,
	"units.SaveOffice":  admins,
	"units.Vocabulary":  readers,
	"units.Tree":        readers,
	"units.Search":      readers,
	"units.Page":        readers,
	"units.Bin":         readers,
	"units.Create":      editors,
	"units.CreateMany":  editors,
	"units.Correct":     editors,
	"units.Change":      editors,
	"units.Move":        editors,
	"units.Close":       editors,
	"units.Discard":     editors,
	"units.DiscardMany": editors,
	"units.TakeBack":    editors,
	"units.Link":        editors,
	"units.Unlink":      editors,

	// Officers
	"officers.List":        readers,
	"officers.Mine":        readers,
	"officers.Accounts":    admins,
	"officers.LinkAccount": admins,
	"officers.Get":         readers,
	"officers.Save":        editors,
	"officers.SavePost":    editors,
	"officers.DeletePost":  editors,
	"officers.Terms":       readers,
	"officers.SaveTerm":    editors,
	"officers.SaveSeat":    editors,
	"officers.DeleteSeat":  editors,
	"officers.Alike":       readers,
	"officers.Duplicates":  readers,
	"officers.Merge":       editors,
	"officers.Delete":      editors,
	"officers.Restore":     editors,
	"officers.SaveMany":    editors,
	"officers.DeleteMany":  editors,
	"officers.RestoreMany": editors,

	// Assignments
	"assignments.Choices":          readers,
	"assignments.Schemes":          readers,
	"assignments.SaveScheme":       editors,
	"assignments.DeleteScheme":     editors,
	"assignments.Teams":            readers,
	"assignments.SaveTeam":         editors,
	"assignments.Decisions":        readers,
	"assignments.Decision":         readers,
	"assignments.SaveDecision":     editors,
	"assignments.IssueDecision":    editors,
	"assignments.WithdrawDecision": editors,
	"assignments.DeleteDecision":   editors,
	"assignments.RestoreDecision":  editors,
	"assignments.Register":         readers,
	"assignments.End":              editors,
	"assignments.Reopen":           editors,
	"assignments.EndMany":          editors,
	"assignments.ReopenMany":       editors,
	"assignments.Coverage":         readers,
	"assignments.OfUnit":           readers,
	"assignments.OfOfficer":        readers,
	"assignments.HandoverPlan":     readers,
	"assignments.ApplyHandover":    editors,
	"assignments.UndoHandover":     editors,
	"assignments.Handovers":        readers,
	"assignments.Handover":         readers,

	// Nhật ký
	"activities.Vocabulary":   readers,
	"activities.Log":          readers,
	"activities.LogTotal":     readers,
	"activities.Meeting":      readers,
	"activities.Prefill":      readers,
	"activities.SaveMeeting":  editors,
	"activities.SaveMany":     editors,
	"activities.Delete":       editors,
	"activities.Restore":      editors,
	"activities.DeleteMany":   editors,
	"activities.RestoreMany":  editors,
	"activities.PlanMany":     editors,
	"activities.MonthGrid":    readers,
	"activities.SaveGrid":     editors,
	"activities.Schedule":     readers,
	"activities.SaveSchedule": editors,

	// Nhiệm vụ định kỳ
	"duties.Vocabulary":       readers,
	"duties.Rules":            readers,
	"duties.SaveRule":         editors,
	"duties.ChangeRule":       editors,
	"duties.EndRule":          editors,
	"duties.ApplyPreset":      editors,
	"duties.Suspensions":      readers,
	"duties.SaveSuspension":   editors,
	"duties.DeleteSuspension": editors,
	"duties.DaysOff":          readers,
	"duties.SaveDaysOff":      admins,
	"duties.ImportDaysOff":    admins,
	"duties.SwapDays":         admins,
	"duties.AskedYears":       readers,

	// Mức độ thực hiện
	"fulfilment.Summary":    readers,
	"fulfilment.Cells":      readers,
	"fulfilment.YearMatrix": readers,
	"fulfilment.Ledger":     readers,
	"fulfilment.Silent":     committee, // who attended without a word is for the leaders' judgement, not for the whole office
	"fulfilment.PapersLead": readers,
	"fulfilment.Calendar":   readers,
	"fulfilment.Reminders":  readers,
	"fulfilment.Sheet":      readers,

	// Phiên họp
	"sessions.Vocabulary": readers,
	"sessions.List":       readers,
	"sessions.Get":        readers,
	"sessions.Save":       editors,
	"sessions.Propose":    readers,
	"sessions.Copy":       editors,
	"sessions.Delete":     editors,
	"sessions.Restore":    editors,

	// Ý kiến, kiến nghị
	"matters.Vocabulary":          readers,
	"matters.Criteria":            readers,
	"matters.Check":               readers,
	"matters.Record":              editors,
	"matters.RecordMany":          editors,
	"matters.Edit":                editors,
	"matters.Split":               editors,
	"matters.AnswerOnSpot":        editors,
	"matters.TakeInHand":          editors,
	"matters.Refer":               editors,
	"matters.Acknowledge":         editors,
	"matters.NextNumber":          editors,
	"matters.Notice":              editors,
	"matters.Chase":               editors,
	"matters.Reply":               editors,
	"matters.ReturnReply":         editors,
	"matters.Pause":               editors,
	"matters.Resume":              editors,
	"matters.Convey":              editors,
	"matters.FollowUp":            editors,
	"matters.Recheck":             editors,
	"matters.Close":               editors,
	"matters.Reopen":              editors,
	"matters.LeaveScope":          editors,
	"matters.Merge":               editors,
	"matters.Unmerge":             editors,
	"matters.Relate":              editors,
	"matters.Unrelate":            editors,
	"matters.Undo":                editors,
	"matters.Worklists":           readers,
	"matters.RaisedAt":            readers,
	"matters.Register":            readers,
	"matters.One":                 readers,
	"matters.Search":              readers,
	"matters.Figures":             readers,
	"matters.OfBody":              readers,
	"matters.OverdueAt":           readers,
	"matters.ReplySheet":          readers,
	"matters.Bodies":              readers,
	"matters.Letters":             readers,
	"matters.SaveBody":            editors,
	"matters.DeleteBody":          editors,
	"matters.RestoreBody":         editors,
	"matters.Fields":              readers,
	"matters.SaveField":           admins,
	"matters.Rules":               readers,
	"matters.SaveRule":            admins,
	"matters.DeadlineChanges":     readers,
	"matters.ReadDeadlineChange":  editors,
	"matters.Statutory":           readers,
	"matters.SaveStatutory":       editors,
	"matters.DeleteStatutory":     editors,
	"matters.RestoreStatutory":    editors,
	"matters.ReceptionDays":       readers,
	"matters.ReceptionQuotas":     readers,
	"matters.ReceptionFigures":    readers,
	"matters.SaveReceptionDay":    editors,
	"matters.DeleteReceptionDay":  editors,
	"matters.RestoreReceptionDay": editors,

	// Báo cáo
	"reports.List":         readers,
	"reports.Choices":      readers,
	"reports.Preview":      readers,
	"reports.Export":       readers,
	"reports.Remembered":   readers,
	"reports.Remember":     readers,
	"reports.SetFavourite": readers,
	"reports.Owed":         readers,
	"reports.Overview":     readers,
	"reports.Profile":      readers,
	"reports.SaveProfile":  admins,

	// Thể thức
	"reports.ProfileVersions": readers,
	"reports.DeleteProfile":   admins,
	"reports.SamplePage":      readers,

	// Lời văn của báo cáo
	"reports.Narrative":      readers,
	"reports.SaveWording":    editors,
	"reports.WordingHistory": readers,
	"reports.TakeWording":    editors,

	"reports.OfficeSentences":   readers,
	"reports.SaveOfficeText":    admins,
	"reports.OfficeTexts":       readers,
	"reports.RestoreOfficeText": admins,

	// Ban hành, in hàng loạt, hồ sơ phiên họp
	"issuing.BatchPlaces":   readers,
	"issuing.BatchStart":    readers,
	"issuing.BatchStatus":   readers,
	"issuing.BatchCancel":   readers,
	"issuing.Propose":       editors,
	"issuing.Dossier":       readers,
	"issuing.Issue":         editors,
	"issuing.ProposeCopy":   editors,
	"issuing.Copy":          editors,
	"issuing.Issued":        readers,
	"issuing.Reprint":       readers,
	"issuing.Differences":   readers,
	"issuing.CheckPrint":    readers,
	"issuing.ReceiveSigned": editors,
	"issuing.OpenSigned":    readers,

	// Câu mẫu
	"phrases.Kinds":   readers,
	"phrases.List":    readers,
	"phrases.Save":    editors,
	"phrases.Delete":  editors,
	"phrases.Restore": editors,

	// Văn bản đi
	"papers.Register":      readers,
	"papers.RecordOutside": editors,
	"papers.Cancel":        editors,
	"papers.Reserve":       editors,
	"papers.Release":       editors,
	"papers.Issuers":       readers,
	"papers.SuggestIssuer": readers,
	"papers.SaveIssuer":    admins,
	"papers.DeleteIssuer":  admins,
	"papers.RestoreIssuer": admins,

	// Excel in and out
	"exchange.Open":            admins,
	"exchange.PreviewUnits":    admins,
	"exchange.ImportUnits":     admins,
	"exchange.PreviewOfficers": admins,
	"exchange.ImportOfficers":  admins,
	"exchange.PreviewWorkbook": admins,
	"exchange.ImportWorkbook":  admins,
	"exchange.Match":           readers,
	"exchange.Batches":         admins,
	"exchange.Undo":            admins,
	"exchange.Template":        admins,
	"exchange.Export":          readers,
	"exchange.Print":           readers,
	"exchange.ReadDaysOff":     admins,
}

// anyoneMay tells whether the action is open to a person who has not signed in.
func anyoneMay(action string) bool {
	roles, known := permissions[action]
	return known && roles == nil
}

// Permits tells whether a role may take an action; an action that is not in the table is refused to everybody.
func Permits(role Role, action string) bool {
	roles, known := permissions[action]
	return known && (roles == nil || slices.Contains(roles, role))
}

// Actions lists every action of the table.
func Actions() []string {
	out := make([]string, 0, len(permissions))
	for action := range permissions {
		out = append(out, action)
	}
	slices.Sort(out)
	return out
}
