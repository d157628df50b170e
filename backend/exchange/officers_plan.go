package exchange

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// officerColumns are all that is taken in about a person. Other columns of an office's list (birth date, address,
// identity number …) are never read; the preview names them as not read.
var officerColumns = []Column{
	{
		Key:      "name",
		Title:    "Họ và tên",
		Words:    []string{"ho ten", "ho va ten can bo", "ten can bo", "can bo", "ho va ten dong chi", "dong chi", "ten"},
		Required: true,
		Person:   true,
	},
	{Key: "post", Title: "Chức vụ", Words: []string{"chuc danh", "chuc vu hien nay", "chuc vu cong tac"}, Required: true},
	{Key: "org", Title: "Cơ quan", Words: []string{"don vi", "co quan don vi", "don vi cong tac", "noi cong tac", "to chuc"}},
	{Key: "phone", Title: "Điện thoại cơ quan", Words: []string{"dien thoai", "so dien thoai", "dt co quan", "sdt", "dien thoai cong vu"}},
}

// OfficerOptions decides what an import of officers does.
type OfficerOptions struct {
	AsOf       dates.Date          `json:"asOf"` // posts count from this day
	Source     string              `json:"source"`
	Bulk       Decision            `json:"bulk"`
	Decisions  map[string]Decision `json:"decisions"`
	SkipErrors bool                `json:"skipErrors"`
	// GuardReason is why text that looks like a person's data is taken in all the same, a code.
	GuardReason string `json:"guardReason"`
}

// officerItem is one row of a list of officers.
type officerItem struct {
	key   string
	row   int
	name  string
	post  string
	org   string
	orgID string
	phone string
	judgement
	match  *officerNow
	source Row
	marked bool // its free text looks like the data of a resident
}

// officerNow is an officer at hand with the posts held on the day.
type officerNow struct {
	officer officers.Officer
	posts   []officers.Post
}

func (o *officerNow) holds(label string) bool {
	for _, p := range o.posts {
		if store.SameName(p.Label, label) {
			return true
		}
	}
	return false
}

func (o *officerNow) postText() string {
	if len(o.posts) == 0 {
		return "chưa ghi chức vụ"
	}
	return o.posts[0].Label
}

type officerPlan struct {
	items   []*officerItem
	skipped []Skipped
	rows    int
}

func planOfficers(tx *store.Tx, t Table, o OfficerOptions) (*officerPlan, error) {
	now, err := readOfficersNow(tx, o.AsOf)
	if err != nil {
		return nil, err
	}
	orgs, err := readOrgs(tx, o.AsOf)
	if err != nil {
		return nil, err
	}
	p := &officerPlan{skipped: append([]Skipped{}, t.Skipped...), rows: len(t.Rows)}
	first := map[string]*officerItem{}
	texts := newTextGuard(tx)
	for _, row := range t.Rows {
		it := &officerItem{key: "r" + strconv.Itoa(row.Number), row: row.Number, name: t.Cell(row, "name"), post: t.Cell(row, "post"),
			source: row, org: t.Cell(row, "org"), phone: t.Cell(row, "phone")}
		it.orgID = orgs[store.NameKey(it.org)]
		twin := first[store.NameKey(it.name)]
		if twin != nil && store.SameName(twin.post, it.post) && store.SameName(twin.org, it.org) {
			p.skipped = append(p.skipped, Skipped{row, fmt.Sprintf("Trùng với dòng %d", twin.row)})
			continue
		}
		if err := it.check(tx, o); err != nil {
			return nil, err
		}
		if err := it.guard(texts, o.GuardReason); err != nil {
			return nil, err
		}
		if it.class != ClassError {
			it.classify(now[store.FoldName(it.name)], twin)
			if twin == nil {
				first[store.NameKey(it.name)] = it
			}
		}
		if it.class == ClassUnclear {
			it.decide(o)
		}
		p.items = append(p.items, it)
	}
	return p, nil
}

func readOfficersNow(tx *store.Tx, day dates.Date) (map[string][]*officerNow, error) {
	var people []officers.Officer
	if err := tx.Where("deleted_at = ''").Order("sort_key, id").Find(&people).Error; err != nil {
		return nil, err
	}
	var posts []officers.Post
	if err := tx.Where("valid_from <= ? AND (valid_to = '' OR valid_to > ?)", day, day).
		Order("valid_from DESC, id").
		Find(&posts).
		Error; err != nil {
		return nil, err
	}
	held := map[string][]officers.Post{}
	for _, p := range posts {
		held[p.OfficerID] = append(held[p.OfficerID], p)
	}
	out := map[string][]*officerNow{}
	for _, o := range people {
		key := store.FoldName(o.FullName)
		out[key] = append(out[key], &officerNow{o, held[o.ID]})
	}
	return out, nil
}

// readOrgs finds organisations by their name or label where only one unit bears it; any other stays text.
func readOrgs(tx *store.Tx, day dates.Date) (map[string]string, error) {
	refs, err := units.Of(tx, units.Filter{Day: day})
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, r := range refs {
		for _, name := range []string{store.NameKey(r.Name), store.NameKey(r.Label)} {
			if known, taken := out[name]; taken && known != r.ID {
				out[name] = ""
			} else {
				out[name] = r.ID
			}
		}
	}
	return out, nil
}

var phoneLike = regexp.MustCompile(`^[0-9 .()+-]{8,20}$`)

// check refuses what the records would refuse, in their words where a list needs no others.
func (it *officerItem) check(tx *store.Tx, o OfficerOptions) error {
	letters := strings.IndexFunc(it.name, unicode.IsLetter) >= 0
	switch bare := strings.NewReplacer(" ", "", ".", "", "-", "").Replace(it.phone); {
	case it.source.Refused != "":
		it.fail(it.source.Refused)
	case it.name == "" || !letters:
		it.fail("Thiếu họ và tên.")
	case utf8.RuneCountInString(it.name) > 100:
		it.fail("Họ và tên dài quá 100 ký tự.")
	case it.post == "":
		it.fail("Thiếu chức vụ.")
	case !strings.ContainsFunc(it.post, unicode.IsLetter) || counted.FindString(strings.ToLower(it.post)) == strings.ToLower(it.post):
		it.fail(fmt.Sprintf("“%s” không phải chức vụ; hãy sửa.", it.post))
	case utf8.RuneCountInString(it.post) > 200 || utf8.RuneCountInString(it.org) > 200:
		it.fail("Chức vụ hoặc cơ quan dài quá 200 ký tự; hãy viết gọn lại.")
	case it.phone == "":
	case len(bare) == 9 && bare[0] != '0':
		it.fail(fmt.Sprintf("Điện thoại “%s” có lẽ mất số 0 ở đầu vì ô là dạng số; hãy đổi ô sang dạng chữ và gõ lại.", it.phone))
	case !phoneLike.MatchString(it.phone):
		it.fail(fmt.Sprintf("Điện thoại “%s” không đúng; hãy sửa hoặc để trống.", it.phone))
	}
	err := officers.Check(tx, it.input(o))
	e, refused := fault.Of(err)
	if !refused {
		return err
	}
	for _, field := range slices.Sorted(maps.Keys(e.Fields)) {
		if it.class != ClassError {
			it.fail(e.Fields[field])
		}
	}
	return nil
}

// input is the officer as the records take him in.
func (it *officerItem) input(o OfficerOptions) officers.Input {
	return officers.Input{FullName: it.name, WorkPhone: it.phone,
		Post: officers.PostIn{Label: it.post, OrgID: it.orgID, OrgText: it.org, ValidFrom: o.AsOf, Source: o.Source}}
}

// guard looks through what may hold sentences; an organisation that was found is a name of the office's own list.
func (it *officerItem) guard(texts *textGuard, reason string) error {
	free := []string{it.post, it.org}
	if it.orgID != "" {
		free = free[:1]
	}
	said, err := texts.refusal(free...)
	if it.marked = said != ""; it.marked && reason == "" && it.class != ClassError {
		it.fail(said)
	}
	return err
}

// fail refuses the row; what was decided about it counts no more.
func (it *officerItem) fail(reason string) { it.class, it.reason, it.decision = ClassError, reason, "" }

// classify never takes two people for one by the name alone.
func (it *officerItem) classify(same []*officerNow, twin *officerItem) {
	for _, o := range same {
		if o.holds(it.post) && store.SameName(o.officer.FullName, it.name) {
			it.match, it.class, it.reason = o, ClassSame, "Đã có, cùng chức vụ."
			return
		}
	}
	switch {
	case len(same) == 1 && !store.SameName(same[0].officer.FullName, it.name):
		it.match, it.class = same[0], ClassUnclear
		it.reason = fmt.Sprintf(
			"Đã có “%s” (%s), tên khác dấu: cùng người hay người khác?",
			same[0].officer.FullName,
			same[0].postText(),
		)
	case len(same) == 1:
		it.match, it.class = same[0], ClassUnclear
		it.reason = fmt.Sprintf(
			"Đã có “%s” (%s): cùng người giữ chức vụ mới hay người khác trùng tên?",
			same[0].officer.FullName,
			same[0].postText(),
		)
	case len(same) > 1:
		it.class, it.reason = ClassUnclear, fmt.Sprintf(
			"Đã có %d cán bộ cùng tên; nếu là một trong số đó hãy bỏ dòng này và sửa trực tiếp.",
			len(same),
		)
	case twin != nil:
		it.class, it.reason = ClassUnclear, fmt.Sprintf("Cùng tên với dòng %d nhưng khác chức vụ hoặc cơ quan.", twin.row)
	default:
		it.class = ClassNew
		if it.org != "" && it.orgID == "" {
			it.reason = fmt.Sprintf("“%s” không có trong sổ địa bàn, tổ chức; cơ quan được ghi nguyên chữ.", it.org)
		}
	}
}

func (it *officerItem) decide(o OfficerOptions) {
	d, own := o.Decisions[it.key]
	if !own {
		d = o.Bulk
	}
	if d == DecideNew || d == DecideSkip || d == DecideChange && it.match != nil {
		it.decision = d
	}
	if it.decision == DecideChange {
		for _, p := range it.match.posts {
			if p.ValidTo == dates.None && p.ValidFrom >= o.AsOf {
				it.fail(
					fmt.Sprintf(
						"Chức vụ “%s” của đồng chí bắt đầu từ %s, không trước ngày tính đến; hãy sửa trực tiếp.",
						p.Label,
						p.ValidFrom.Show(),
					),
				)
			}
		}
	}
}
