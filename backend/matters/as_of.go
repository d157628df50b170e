package matters

import (
	"encoding/json"
	"reflect"
	"strings"
	"sync"

	"gorm.io/gorm"
	"gorm.io/gorm/schema"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// stood are the matters that stood otherwise at the end of a past day than they do today, by key, and as JSON for a query.
type stood struct {
	byID map[string]Matter
	json string
}

// matterColumns are the columns of a matter, in the order of its fields.
var matterColumns = sync.OnceValue(func() []*schema.Field {
	s, err := schema.Parse(&Matter{}, &sync.Map{}, schema.NamingStrategy{})
	if err != nil {
		panic(err) // a defect of the type itself
	}
	return s.Fields
})

// mattersTable is the table of matters as of the day that is read, under the name m: today the stored one; of a past day those
// that had been received by then, each as its steps up to that day leave it.
func mattersTable(tx *store.Tx) (*gorm.DB, error) {
	if !tx.Past() {
		return tx.Table("matter m"), nil
	}
	then, err := stoodOtherwise(tx)
	if err != nil {
		return nil, err
	}
	var names, values []string
	for _, f := range matterColumns() {
		names = append(names, f.DBName)
		values = append(values, "value ->> '$."+f.DBName+"' AS "+f.DBName)
	}
	return tx.Table("(SELECT "+strings.Join(names, ", ")+" FROM matter WHERE received_on <= ?"+
		" AND id NOT IN (SELECT value ->> '$.id' FROM json_each(?)) UNION ALL SELECT "+strings.Join(values, ", ")+
		" FROM json_each(?)) m", tx.Today, then.json, then.json), nil
}

// asOf brings matters that were read as they stand to the day that is read; those received later are left out.
func asOf(tx *store.Tx, list []Matter) ([]Matter, error) {
	if !tx.Past() {
		return list, nil
	}
	then, err := stoodOtherwise(tx)
	if err != nil {
		return nil, err
	}
	out := make([]Matter, 0, len(list))
	for _, m := range list {
		if m.ReceivedOn > tx.Today {
			continue
		}
		if before, other := then.byID[m.ID]; other {
			m = before
		}
		out = append(out, m)
	}
	return out, nil
}

// stepsKnown leaves out the steps of later days, and what was taken back on one.
func stepsKnown(tx *store.Tx, steps []Step) []Step {
	if !tx.Past() {
		return steps
	}
	takenBack := map[string]bool{}
	for _, s := range steps {
		takenBack[s.Undoes] = takenBack[s.Undoes] || s.Day > tx.Today
	}
	known := make([]Step, 0, len(steps))
	for _, s := range steps {
		if s.Day <= tx.Today && !takenBack[s.ID] {
			known = append(known, s)
		}
	}
	return known
}

// stoodOtherwise works the matters out that have gone on since the day that is read. A step that was taken back never happened,
// whenever that was done: it corrects the record.
func stoodOtherwise(tx *store.Tx) (stood, error) {
	return store.OncePast(tx, func() (stood, error) {
		var later []Step
		out := stood{byID: map[string]Matter{}, json: "[]"}
		err := tx.Select("matter_id", "event", "other_id").
			Where("day > ? AND event <> ?", tx.Today, EventUndo).Find(&later).Error
		if err != nil || len(later) == 0 {
			return out, err
		}
		ids, merges := []string{}, false
		for _, s := range later {
			ids = append(ids, s.MatterID)
			merges = merges || s.Event == EventMerge || s.Event == EventUnmerge
		}
		c, err := newCalc(tx)
		if err != nil {
			return out, err
		}
		if err := c.deriveOnDay(out.byID, store.Distinct(ids)); err != nil {
			return out, err
		}
		if merges {
			if err := c.voicesOnDay(out.byID); err != nil {
				return out, err
			}
		}
		out.json, err = out.asJSON(tx)
		return out, err
	})
}

// deriveOnDay derives matters received by the day that is read from their steps up to it.
func (c *calc) deriveOnDay(into map[string]Matter, ids []string) error {
	var list []Matter
	if err := c.tx.Where("id IN (SELECT value FROM json_each(?)) AND received_on <= ?", jsonList(ids), c.tx.Today).
		Find(&list).Error; err != nil {
		return err
	}
	steps, err := stepsByMatter(c.tx, ids)
	if err != nil {
		return err
	}
	for _, m := range list {
		notice := m.NoticeBy // of a clock that has stopped the day stays as it was
		c.deriveFromSteps(&m, stepsKnown(c.tx, effectiveSteps(steps[m.ID])))
		m.NoticeBy = notice
		if m.NoticeDue != dates.None {
			m.NoticeDue = notice
		}
		into[m.ID] = m
	}
	return nil
}

// voicesOnDay adds up the voices of every matter by what was merged into it on the day that is read.
func (c *calc) voicesOnDay(then map[string]Matter) error {
	var list []Matter
	if err := c.tx.Where("received_on <= ?", c.tx.Today).Find(&list).Error; err != nil {
		return err
	}
	parts := map[string][]*Matter{}
	for i := range list {
		if before, other := then[list[i].ID]; other {
			list[i] = before
		}
		if into := list[i].MergedInto; into != "" {
			parts[into] = append(parts[into], &list[i])
		}
	}
	var sum func(m *Matter, deep int) int
	sum = func(m *Matter, deep int) int {
		voices := m.Voices
		if deep < maxMattersPerAction { // a circle cannot arise; should it ever be in the data, this ends
			for _, part := range parts[m.ID] {
				voices += sum(part, deep+1)
			}
		}
		return voices
	}
	for i := range list {
		if voices := sum(&list[i], 0); voices != list[i].TotalVoices {
			list[i].TotalVoices = voices
			then[list[i].ID] = list[i]
		}
	}
	return nil
}

// asJSON writes the matters as a list of objects by column, truth as 0 and 1, as the database keeps it.
func (s stood) asJSON(tx *store.Tx) (string, error) {
	rows := make([]map[string]any, 0, len(s.byID))
	for _, m := range s.byID {
		row := map[string]any{}
		for _, f := range matterColumns() {
			value := f.ReflectValueOf(tx.Statement.Context, reflect.ValueOf(&m).Elem()).Interface()
			if truth, isTruth := value.(bool); isTruth {
				value = 0
				if truth {
					value = 1
				}
			}
			row[f.DBName] = value
		}
		rows = append(rows, row)
	}
	text, err := json.Marshal(rows)
	return string(text), err
}
