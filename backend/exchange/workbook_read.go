package exchange

import (
	"fmt"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
)

// WorkbookFile is a workbook with up to three lists: units, officers, and who is assigned where. A list that is not
// there has no table.
type WorkbookFile struct {
	Name   string
	Hash   string
	tables map[string]Table // by kind
	unread []string         // sheets that are none of the three
}

// list is one of the lists a workbook may hold.
type list struct {
	kind    string
	title   string   // name of the sheet in the template
	names   []string // folded beginnings of names of sheets it is recognised by
	columns []Column
}

// lists stand in the order in which they are taken in: assignments name the units and officers before them.
var lists = []list{
	{kindUnits, "Đơn vị", []string{"don vi", "dia ban", "danh muc don vi", "danh sach don vi"}, unitColumns},
	{kindOfficers, "Cán bộ", []string{"can bo", "danh sach can bo"}, officerColumns},
	{kindLines, "Phân công", []string{"phan cong", "phu luc", "danh sach phan cong"}, lineColumns},
}

func (l list) named(name string) bool {
	folded := headingKey(name) + " "
	for _, known := range l.names {
		if strings.HasPrefix(folded, known+" ") {
			return true
		}
	}
	return false
}

// ReadWorkbook reads every sheet that is one of the three lists: by its name, else by its header. A sheet named like a
// list that cannot be read as one is refused, because leaving it out would say that the list is empty.
func ReadWorkbook(name string, content []byte) (WorkbookFile, error) {
	sheets, err := readSheets(name, content)
	if err != nil {
		return WorkbookFile{}, err
	}
	f := WorkbookFile{Name: name, Hash: hashOf(content), tables: map[string]Table{}}
	for _, s := range sheets {
		if s.hidden {
			f.unread = append(f.unread, "trang ẩn “"+s.name+"”")
			continue
		}
		if len(s.rows) == 0 {
			continue
		}
		kind, t, err := recogniseList(name, s)
		if err != nil {
			return f, err
		}
		if kind == "" {
			f.unread = append(f.unread, fmt.Sprintf("trang “%s” (%d dòng)", s.name, len(s.rows)))
			continue
		}
		if other, twice := f.tables[kind]; twice {
			return f, fault.Invalid(
				"file",
				fmt.Sprintf(
					"Tệp “%s” có hai trang cùng loại %s: “%s” và “%s”. Hãy gộp lại thành một trang rồi chọn lại tệp.",
					name,
					kindWords[kind],
					other.Sheet,
					s.name,
				),
			)
		}
		f.tables[kind] = t
	}
	for _, l := range lists {
		if len(f.tables[l.kind].Rows) > 0 {
			return f, nil
		}
	}
	return f, fault.Invalid(
		"file",
		fmt.Sprintf(
			"Tệp “%s” không có trang “Đơn vị”, “Cán bộ” hoặc “Phân công” nào có dữ liệu. Hãy dùng tệp mẫu, hoặc sửa tên trang và tên cột rồi chọn lại.",
			name,
		),
	)
}

func recogniseList(file string, s sheet) (kind string, best Table, err error) {
	for _, l := range lists {
		if !l.named(s.name) {
			continue
		}
		t, points, err := findHeader(file, s, l.columns)
		if err != nil {
			return "", t, err
		}
		if points == 0 {
			return "", t, fault.Invalid(
				"file",
				fmt.Sprintf(
					"Trang “%s” của tệp “%s” thiếu dòng tiêu đề có cột %s. Hãy sửa tên cột theo tệp mẫu rồi chọn lại.",
					s.name,
					file,
					required(l.columns),
				),
			)
		}
		return l.kind, t, nil
	}
	most := 0
	for _, l := range lists {
		t, points, wrong := findHeader(file, s, l.columns)
		if points > most {
			kind, best, most, err = l.kind, t, points, wrong
		}
	}
	return kind, best, err
}

// has tells whether the workbook holds a list.
func (f WorkbookFile) has(kind string) bool { _, ok := f.tables[kind]; return ok }

// rows counts the records of all lists.
func (f WorkbookFile) rows() int {
	n := 0
	for _, t := range f.tables {
		n += len(t.Rows)
	}
	return n
}

// FirstDay is the earliest day an assignment of the workbook names, on which its units and officers have to be there
// already; today when it names none. A day that stands alone or out of line is none: one mistyped year would take everything
// in the file back by years. order is how a person said days are written, "" = not said.
func (f WorkbookFile) FirstDay(today dates.Date, order DayOrder) dates.Date {
	first := today
	t := f.tables[kindLines]
	for _, c := range readDayColumns(t, today, order) {
		for _, day := range c.days {
			if day < first && !c.outOfLine(day) && !c.alone(day) {
				first = day
			}
		}
	}
	return first
}
