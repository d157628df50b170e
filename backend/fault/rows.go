package fault

import "fmt"

// Each does one thing for every row of a list and gathers all refusals, so that each is named at its row: field messages
// under "rows.N.field", N from 0, a refusal of no field under "rows.N". An error that is no fault ends it. What was done for
// other rows is not kept: the caller gives its transaction up when an error comes back.
func Each(n int, do func(i int) error) error {
	var f Fields
	for i := range n {
		err := do(i)
		if err == nil {
			continue
		}
		e, ok := Of(err)
		if !ok {
			return err
		}
		if len(e.Fields) == 0 {
			f.Add(fmt.Sprintf("rows.%d", i), e.Error())
		}
		for field, message := range e.Fields {
			f.Add(fmt.Sprintf("rows.%d.%s", i, field), message)
		}
	}
	return f.Err()
}
