package document

import (
	"math"
	"strconv"
	"strings"

	"caunoi/backend/fault"
)

// Drawing is a figure printed as lines and areas. Exactly one of Chart and Matrix is set. Papers are printed in black and
// copied again: tones are greys and hatches, and every one of them is named by a letter, a number or the key.
type Drawing struct {
	Caption string  `json:"caption"`
	Alt     string  `json:"alt"` // what the figure shows, in words, for those who cannot see it; "" = the caption
	Chart   *Chart  `json:"chart,omitempty"`
	Matrix  *Matrix `json:"matrix,omitempty"`
}

// ChartKind is the form of a chart.
type ChartKind string

const (
	ChartBars    ChartKind = "bars"    // level bars, the series of a category below each other
	ChartStacked ChartKind = "stacked" // level bars, the series one after another and their sum at the end
	ChartLine    ChartKind = "line"    // a line for each series over the categories, broken where a value is missing
)

// Chart holds numbers over categories; its scale always begins at zero.
type Chart struct {
	Kind       ChartKind `json:"kind"`
	Categories []string  `json:"categories"`
	Series     []Series  `json:"series"`
	Unit       string    `json:"unit"`             // "kiến nghị", or "%", which is written at each number
	Max        float64   `json:"max"`              // end of the scale; 0 = as the values need
	Height     float64   `json:"height,omitempty"` // of the plot of a line in mm; 0 = as usual
}

// Series is one row of numbers, one point for each category.
type Series struct {
	Name   string  `json:"name"`
	Tone   Tone    `json:"tone"`
	Points []Point `json:"points"`
}

// Point is one number. Without a value nothing is drawn: missing is not zero. Low and High are bounds of a value that is not
// known exactly, drawn as a whisker and written "8–10".
type Point struct {
	Value *float64 `json:"value,omitempty"`
	Low   *float64 `json:"low,omitempty"`
	High  *float64 `json:"high,omitempty"`
	Link  string   `json:"link,omitempty"` // as of a Cell
}

// At makes a point of a known number.
func At(value float64) Point { return Point{Value: &value} }

// Tone is a way of filling an area that is told from the others in black print.
type Tone string

const (
	ToneNone  Tone = ""      // white
	ToneLight Tone = "light" // light grey
	ToneMid   Tone = "mid"   // grey
	ToneDark  Tone = "dark"  // dark grey
	ToneSlant Tone = "slant" // lines rising to the right
	ToneCross Tone = "cross" // lines both ways
)

// Matrix is a row of cells for each thing, over columns of equal width. A cell may begin and end within a column, so that
// two lunar months find room in one solar month.
type Matrix struct {
	Label   string      `json:"label"` // above the names of the rows
	Note    string      `json:"note"`  // above their notes; "" = rows have none
	Columns []string    `json:"columns"`
	Total   string      `json:"total"` // above the totals; "" = rows have none
	Rows    []MatrixRow `json:"rows"`
	Key     []KeyEntry  `json:"key"`
	Empty   string      `json:"empty"` // printed when there are no rows; "Không phát sinh" if not given
}

// MatrixRow is one line of a matrix.
type MatrixRow struct {
	Name  Cell         `json:"name"`
	Note  Cell         `json:"note"`
	Cells []MatrixCell `json:"cells"` // in order, not over each other
	Total Cell         `json:"total"`
}

// MatrixCell covers columns From up to To, counted from 0; 5.5 is the middle of the sixth.
type MatrixCell struct {
	From   float64 `json:"from"`
	To     float64 `json:"to"`
	Letter string  `json:"letter"` // "Đ"
	Label  string  `json:"label"`  // small, below: "5 âl"
	Tone   Tone    `json:"tone"`
	Link   string  `json:"link,omitempty"` // as of a Cell
}

// KeyEntry explains a letter and its tone.
type KeyEntry struct {
	Letter string `json:"letter"`
	Word   string `json:"word"`
	Tone   Tone   `json:"tone"`
}

// DrawingBlock puts a drawing into the body.
func DrawingBlock(d Drawing) Block { return Block{Drawing: &d} }

// Bounds of a drawing that can be read on a page.
const (
	mostSeries     = 6
	mostCategories = 200
	mostPoints     = 24    // of a line
	mostHeight     = 150.0 // mm
)

func (d *Drawing) check(f *fault.Fields) {
	switch {
	case (d.Chart == nil) == (d.Matrix == nil):
		f.Add("drawing", "Hình vẽ phải là một biểu đồ hoặc một bảng theo tháng. Hãy chọn một trong hai.")
	case d.Chart != nil:
		d.Chart.check(f)
	default:
		d.Matrix.check(f)
	}
}

func (c *Chart) check(f *fault.Fields) {
	if c.Kind != ChartBars && c.Kind != ChartStacked && c.Kind != ChartLine {
		f.Add("drawing", "Biểu đồ phải là dạng thanh, thanh chồng hoặc đường. Hãy chọn lại.")
	}
	if n := len(c.Categories); n > mostCategories || (c.Kind == ChartLine && n > mostPoints) {
		f.Add("drawing", "Biểu đồ có quá nhiều mục để đọc được trên giấy. Hãy bớt số mục.")
	}
	if len(c.Series) == 0 || len(c.Series) > mostSeries {
		f.Add("drawing", "Biểu đồ phải có từ 1 đến 6 dãy số. Hãy bớt hoặc thêm dãy số.")
	}
	wrong := !(c.Max >= 0) || math.IsInf(c.Max, 0) || !(c.Height >= 0 && c.Height <= mostHeight)
	for _, s := range c.Series {
		wrong = wrong || len(s.Points) != len(c.Categories)
		for _, p := range s.Points {
			for _, v := range []*float64{p.Value, p.Low, p.High} {
				wrong = wrong || (v != nil && !(*v >= 0 && *v < 1e15))
			}
			wrong = wrong || (p.Low == nil) != (p.High == nil) || (p.Low != nil && *p.Low > *p.High)
		}
	}
	if wrong {
		f.Add(
			"drawing",
			"Biểu đồ phải có một số không âm cho mỗi mục, hoặc để trống; khoảng số ghi từ thấp đến cao. Hãy kiểm tra lại số liệu.",
		)
	}
}

func (m *Matrix) check(f *fault.Fields) {
	if len(m.Columns) == 0 || len(m.Columns) > 31 {
		f.Add("drawing", "Bảng theo tháng phải có từ 1 đến 31 cột. Hãy bớt cột.")
	}
	for _, row := range m.Rows {
		last := 0.0
		for _, cell := range row.Cells {
			if !(cell.From >= last && cell.To > cell.From && cell.To <= float64(len(m.Columns))+1e-9) {
				f.Add("drawing", "Các ô của bảng theo tháng phải nối tiếp nhau trong các cột. Hãy kiểm tra lại số liệu.")
			}
			last = cell.To
		}
	}
}

// Top is the largest number to be drawn, or the end of the scale that is asked for.
func (c *Chart) Top() float64 {
	most := c.Max
	for i := range c.Categories {
		sum := 0.0
		for _, s := range c.Series {
			p := s.Points[i]
			if p.Value != nil {
				sum += *p.Value
				most = math.Max(most, *p.Value)
			}
			if p.High != nil {
				most = math.Max(most, *p.High)
			}
		}
		if c.Kind == ChartStacked {
			most = math.Max(most, sum)
		}
	}
	if most < 1e-6 {
		return 1
	}
	return most
}

// Sum adds the known numbers of a category; false where none is known.
func (c *Chart) Sum(category int) (float64, bool) {
	total, known := 0.0, false
	for _, s := range c.Series {
		if v := s.Points[category].Value; v != nil {
			total, known = total+*v, true
		}
	}
	return total, known
}

// Text writes a point as papers do: "1.234,5", "85,7%", "8–10"; empty where nothing is known.
func (p Point) Text(unit string) string {
	switch {
	case p.Low != nil && *p.Low != *p.High:
		return NumberText(*p.Low, "") + "–" + NumberText(*p.High, unit)
	case p.Value != nil:
		return NumberText(*p.Value, unit)
	case p.Low != nil:
		return NumberText(*p.Low, unit)
	}
	return ""
}

// NumberText writes a number with points between thousands and a comma before at most one decimal.
func NumberText(v float64, unit string) string {
	text := strconv.FormatFloat(v, 'f', 1, 64)
	whole, part, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if part != "0" {
		whole += "," + part
	}
	if unit == "%" {
		whole += "%"
	}
	return whole
}

// Table says the same as the drawing in rows and columns, for files that keep numbers rather than pictures.
func (d *Drawing) Table() Table {
	if d.Matrix != nil {
		return d.Matrix.table()
	}
	c := d.Chart
	head := Row{Cells: []Cell{{Text: "Nội dung"}}}
	t := Table{Columns: []Column{{Width: 60}}, Size: 12}
	add := func(name string) {
		t.Columns = append(t.Columns, Column{Width: 25, Align: AlignCentre})
		head.Cells = append(head.Cells, Cell{Text: name})
	}
	for _, s := range c.Series {
		add(s.Name)
	}
	ranged := c.ranged()
	for _, s := range ranged {
		add(s.Name + " (từ)")
		add(s.Name + " (đến)")
	}
	for i, category := range c.Categories {
		row := Row{Cells: []Cell{{Text: category, Measure: true}}} // a name, though it may be a month
		for _, s := range c.Series {
			row.Cells = append(row.Cells, pointCell(s.Points[i].Value, c.Unit, s.Points[i].Link))
		}
		for _, s := range ranged {
			row.Cells = append(
				row.Cells,
				pointCell(s.Points[i].Low, c.Unit, s.Points[i].Link),
				pointCell(s.Points[i].High, c.Unit, s.Points[i].Link),
			)
		}
		t.Rows = append(t.Rows, row)
	}
	t.Head = []Row{head}
	return t
}

// ranged lists the series that have bounds somewhere.
func (c *Chart) ranged() []Series {
	var list []Series
	for _, s := range c.Series {
		for _, p := range s.Points {
			if p.Low != nil {
				list = append(list, s)
				break
			}
		}
	}
	return list
}

func pointCell(v *float64, unit, link string) Cell {
	if v == nil {
		return Cell{}
	}
	return Cell{Text: NumberText(*v, unit), Number: v, Link: link}
}

func (m *Matrix) table() Table {
	t := Table{Columns: []Column{{Width: 60}}, Size: 11, Empty: m.Empty}
	head := Row{Cells: []Cell{{Text: m.Label}}}
	if m.Note != "" {
		t.Columns = append(t.Columns, Column{Width: 40})
		head.Cells = append(head.Cells, Cell{Text: m.Note})
	}
	for _, name := range m.Columns {
		t.Columns = append(t.Columns, Column{Width: 14, Align: AlignCentre})
		head.Cells = append(head.Cells, Cell{Text: name})
	}
	if m.Total != "" {
		t.Columns = append(t.Columns, Column{Width: 20, Align: AlignCentre})
		head.Cells = append(head.Cells, Cell{Text: m.Total})
	}
	for _, r := range m.Rows {
		row := Row{Cells: []Cell{r.Name}}
		if m.Note != "" {
			row.Cells = append(row.Cells, r.Note)
		}
		in := make([]Cell, len(m.Columns))
		for _, c := range r.Cells {
			// The column that holds most of the cell, which for a lunar month is the solar month of its full moon.
			at := min(int((c.From+c.To)/2), len(in)-1)
			in[at].Text = JoinParts(" ", in[at].Text, JoinParts(" ", c.Letter, strings.TrimSpace(c.Label)))
			in[at].Link = c.Link
		}
		row.Cells = append(row.Cells, in...)
		if m.Total != "" {
			row.Cells = append(row.Cells, r.Total)
		}
		t.Rows = append(t.Rows, row)
	}
	t.Head = []Row{head}
	return t
}
