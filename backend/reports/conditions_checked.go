package reports

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// generalConditions are those that can be told from the choices and the finished document; the others the builder finds.
var generalConditions = map[Condition]func(tx *store.Tx, x examined) ([]Obstacle, error){
	PeriodOver:     unlessOver,
	NotIssuedTwice: unlessIssued,
	Addressed:      unlessAddressed,
	SignerNamed:    unlessNamed,
	RightToSign:    unlessEntitled,
	FormAllowed:    unlessAllowed,
	NoResidentData: unlessOfResidents,
}

// examined is a finished paper whose conditions are looked at.
type examined struct {
	Report
	in    Input
	paper Paper
	doc   document.Document
}

// unlessOver refuses a report on a period that goes on. Its last day counts as over: a month's report is signed and dated on the
// last day of the month, and to wait for the next would date it out of its period. The day of the paper counts like today: a
// report dated the 15th cannot know how the month ended.
//
// A report that has to go before may go as an estimate, and says so; it stays owed until the one with the final figures follows.
func unlessOver(tx *store.Tx, x examined) ([]Obstacle, error) {
	span := x.in.Period.Span()
	last := span.Last()
	reason, to := "", ""
	switch {
	case x.in.Estimate && tx.Today >= last:
		reason = store.UpperFirst(x.in.Period.Label()) + " đã hết, không lập số liệu ước nữa. Hãy bỏ chọn số liệu ước."
	case x.in.Estimate && (tx.Today < span.From || x.paper.Head.Date < span.From):
		reason = store.UpperFirst(x.in.Period.Label()) + " chưa bắt đầu nên chưa có gì để ước. Hãy chọn kỳ khác."
	case x.in.Estimate:
	case tx.Today < last:
		ended := dates.PeriodOf(x.in.Period.Kind(), tx.Today)
		if ended.Span().Last() > tx.Today {
			ended = ended.Previous()
		}
		reason = store.UpperFirst(
			x.in.Period.Label(),
		) + " chưa hết: ngày cuối kỳ là " + last.Show() + ". Hãy ban hành từ ngày đó, chọn kỳ đã hết"
		if tx.Today >= span.From {
			reason += ", hoặc chọn lập số liệu ước để văn bản ghi rõ"
		}
		reason, to = reason+".", reportScreen+x.Name+"?ky="+string(ended)
	case x.paper.Head.Date < last:
		reason = "Ngày ban hành " + x.paper.Head.Date.Show() + " ở trước ngày cuối kỳ, " + last.Show() +
			". Hãy ghi ngày ban hành từ ngày đó."
	}
	if reason == "" {
		return nil, nil
	}
	return []Obstacle{{PeriodOver, Refuses, reason, to}}, nil
}

// unlessIssued refuses a second paper of the same kind, period and scope that does not say what it does to the first. A reminder may
// be repeated while its matter is open: whoever issues it is asked.
func unlessIssued(tx *store.Tx, x examined) ([]Obstacle, error) {
	before, err := IssuedBefore(tx, x.Report, x.in)
	if err != nil {
		return nil, err
	}
	before = slices.DeleteFunc(before, func(p papers.Issued) bool { return p.CancelledAt != "" || p.Estimate != x.in.Estimate })
	if len(before) == 0 || slices.ContainsFunc(before, func(p papers.Issued) bool { return p.ID == x.in.RelatedID }) {
		return nil, nil
	}
	to := issuedLink(before[0].Symbol, before[0].Day)
	if x.Repeatable {
		return []Obstacle{{NotIssuedTwice, Asks, "Đã ban hành " + store.LowerFirst(before[0].Title()) + " cùng nội dung này.", to}}, nil
	}
	return []Obstacle{{NotIssuedTwice, Refuses, "Đã ban hành " + store.LowerFirst(before[0].Title()) +
		" cùng loại, cùng kỳ, cùng phạm vi. Hãy chọn thay thế hoặc bổ sung văn bản đó, hoặc ghi hủy văn bản đó trước.", to}}, nil
}

// unlessAddressed asks whom the paper goes to: who is addressed in a letter, else somebody besides the archive.
func unlessAddressed(_ *store.Tx, x examined) ([]Obstacle, error) {
	written := func(to []string) bool {
		return slices.ContainsFunc(to, func(line string) bool {
			line = strings.Trim(line, " …._,")
			return line != "" && !strings.HasPrefix(store.Fold(line), "luu")
		})
	}
	if slices.ContainsFunc(
		x.paper.missing.list,
		func(o Obstacle) bool { return o.Condition == Addressed || o.Condition == SomethingToSay },
	) {
		return nil, nil // said by the builder, or there is no paper to address
	}
	if x.doc.Address != nil && written(x.doc.Address.To) {
		return nil, nil
	}
	if x.doc.Signing != nil && written(x.doc.Signing.Recipients) {
		return nil, nil
	}
	return []Obstacle{{Addressed, Refuses, "Chưa rõ văn bản gửi đến đâu. Hãy ghi nơi nhận khi ban hành.", ""}}, nil
}

// unlessNamed asks for the name of everybody who signs: a sealed paper keeps no room to write one.
func unlessNamed(_ *store.Tx, x examined) ([]Obstacle, error) {
	r, in, paper, doc := x.Report, x.in, x.paper, x.doc
	signers := doc.Signing.Signatories()
	if doc.Signing != nil && doc.Signing.OfOffice() == nil {
		signers = append(signers, nil)
	}
	var out []Obstacle
	for _, s := range signers {
		if s != nil && strings.TrimSpace(s.Name) != "" {
			continue
		}
		right, mend := cmp.Or(s.InOneLine(doc.Profile), "người ký"), "Hãy ghi họ tên khi ban hành, hoặc ghi sẵn ở "
		to := officeScreen
		switch {
		case r.Needs == NeedSession && r.Signature == SignedByParties:
			mend, to = "Hãy ghi chủ trì, thư ký của phiên họp", sessionLink(in.SessionID)
		case s != nil && s.Position == headOfOffice && paper.Issuer.Kind != papers.Front:
			mend, to = mend+"chức vụ của người đó trong mục Cán bộ", officersScreen
		case paper.Issuer.BuiltIn && paper.Issuer.Kind != papers.Front:
			mend += "mục Hệ thống → Cơ quan"
		default:
			mend, to = mend+"mục Cơ quan ban hành", issuersScreen
		}
		out = append(out, Obstacle{SignerNamed, Refuses, "Chưa có họ tên người ký: " + right + ". " + mend + ".", to})
	}
	return out, nil
}

// unlessEntitled refuses a signature the rules forbid under the header, and asks where the register knows the person who signs under
// another post, or under none, on the day of the paper.
func unlessEntitled(tx *store.Tx, x examined) ([]Obstacle, error) {
	signer := x.doc.Signing.OfOffice()
	if signer == nil {
		return nil, nil
	}
	s := *signer
	if x.in.SignAs != nil {
		var f fault.Fields
		if x.signedInItsName() {
			x.paper.Issuer.CheckSignature(s, "signer", &f)
		} else {
			s.Check(x.doc.Profile.Form, "signer", &f)
		}
		if refused, yes := fault.Of(f.Err()); yes {
			return []Obstacle{{RightToSign, Refuses, refused.Error(), ""}}, nil
		}
	}
	name, position := store.Fold(s.Name), store.Fold(s.Position)
	if name == "" || position == "" || x.Signature == SignedByParties { // in minutes the part played stands for the post
		return nil, nil
	}
	var known bool
	err := tx.Raw("SELECT EXISTS (SELECT 1 FROM officer WHERE fold = ? AND deleted_at = '')", name).Scan(&known).Error
	if err != nil || !known {
		return nil, err
	}
	var held []struct{ Label, Fold string }
	err = tx.Raw(`SELECT label, p.fold FROM post_holding p JOIN officer o ON o.id = p.officer_id AND o.fold = ? AND o.deleted_at = ''
WHERE p.valid_from <= ? AND (p.valid_to = '' OR p.valid_to > ?) ORDER BY p.valid_from DESC`, name, x.paper.Head.Date, x.paper.Head.Date).
		Scan(&held).Error
	if err != nil {
		return nil, err
	}
	reason := "Theo mục Cán bộ, ngày " + x.paper.Head.Date.Show() + " đồng chí " + s.Name
	if len(held) == 0 {
		reason += " không giữ chức vụ nào."
	} else if !slices.ContainsFunc(held, func(p struct{ Label, Fold string }) bool { return strings.Contains(p.Fold, position) }) {
		reason += " là " + held[0].Label + ", không phải " + s.Position + "."
	} else {
		return nil, nil
	}
	return []Obstacle{{RightToSign, Asks, reason, officersScreen}}, nil
}

// unlessAllowed refuses a type of paper that is kept from the body in whose name it goes out.
func unlessAllowed(_ *store.Tx, x examined) ([]Obstacle, error) {
	signer := x.doc.Signing.OfOffice()
	if signer == nil {
		return nil, nil
	}
	if refused, yes := fault.Of(papers.MayIssue(x.paper.Issuer, signer.Body, x.doc.Type)); yes {
		return []Obstacle{{FormAllowed, Refuses, refused.Error(), ""}}, nil
	}
	return nil, nil
}

// unlessOfResidents lets the guard look once more at every text a person typed: it may be older than the guard, or have come in by
// other ways than the forms.
func unlessOfResidents(tx *store.Tx, x examined) ([]Obstacle, error) {
	stop, warn, err := x.paper.free.found(tx, x.Outside)
	var out []Obstacle
	if stop != "" {
		out = append(out, Obstacle{NoResidentData, Refuses, stop, ""})
	}
	if warn != "" {
		weight := Asks
		if x.Symbol == "" { // a book of the office, which nobody issues
			weight = Remarks
		}
		out = append(out, Obstacle{NoResidentData, weight, warn, ""})
	}
	return out, err
}
