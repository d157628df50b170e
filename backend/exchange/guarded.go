package exchange

import (
	"fmt"
	"strings"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// textGuard looks through the free text of a list for the data of residents. The same post or duty stands in hundreds of
// rows, so each text is looked at once.
type textGuard struct {
	tx   *store.Tx
	seen map[string]string // text → refusal, "" = may stand
}

func newTextGuard(tx *store.Tx) *textGuard { return &textGuard{tx, map[string]string{"": ""}} }

// refusal is what is wrong with the first marked text; "" when all may stand.
func (g *textGuard) refusal(texts ...string) (string, error) {
	for _, text := range texts {
		said, known := g.seen[text]
		if !known {
			found, err := guard.Check(g.tx, text)
			if err != nil {
				return "", err
			}
			if len(found) > 0 {
				said = guard.Refusal(found)
			}
			g.seen[text] = said
		}
		if said != "" {
			return said, nil
		}
	}
	return "", nil
}

// checkReason refuses a reason that is not of the list; "" is none.
func checkReason(f *fault.Fields, reason string) {
	if reason != "" && guard.ReasonWord(reason) == "" {
		f.Add("guardReason", "Hãy chọn lý do giữ nguyên trong danh sách.")
	}
}

// mostNamed is how many rows one refusal names.
const mostNamed = 5

// guardSheet repeats the check where a list leaves the office: text may have been typed before the check was there, or
// with a reason that does not hold for those the file goes to.
func guardSheet(tx *store.Tx, in Sheet) error {
	var f fault.Fields
	checkReason(&f, in.GuardReason)
	if in.GuardReason != "" || len(in.FreeText) == 0 {
		return f.Err()
	}
	g := newTextGuard(tx)
	var named []string
	marked := 0
	for i, row := range in.Rows {
		for _, at := range in.FreeText {
			if at < 0 || at >= len(row) || at >= len(in.Columns) {
				continue
			}
			said, err := g.refusal(store.Clean(row[at]))
			if err != nil {
				return err
			}
			if said == "" {
				continue
			}
			if marked++; len(named) < mostNamed {
				named = append(named, fmt.Sprintf("dòng %d, cột “%s”", i+1, in.Columns[at]))
			}
		}
	}
	if marked == 0 {
		return nil
	}
	where := strings.Join(named, "; ")
	if more := marked - len(named); more > 0 {
		where += fmt.Sprintf(" và %d ô nữa", more)
	}
	f.Add(
		"guardReason",
		fmt.Sprintf(
			"Chưa xuất: có chữ giống thông tin của người dân ở %s. Hãy sửa trong sổ rồi xuất lại, hoặc chọn lý do giữ nguyên.",
			where,
		),
	)
	return f.Err()
}
