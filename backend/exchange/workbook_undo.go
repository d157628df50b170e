package exchange

import (
	"slices"

	"caunoi/backend/assignments"
	"caunoi/backend/store"
)

// undoWorkbook takes the lists back in the reverse order in which they came: what stays of one keeps what it stands on.
func undoWorkbook(tx *store.Tx, changes []batchChange, out *UndoResult) error {
	for _, record := range []string{kindLines, recordScheme, kindOfficers, kindUnits} {
		part := slices.DeleteFunc(slices.Clone(changes), func(c batchChange) bool { return c.Record != record })
		if len(part) == 0 {
			continue
		}
		var err error
		switch record {
		case kindLines, recordScheme:
			err = undoLines(tx, part, out)
		case kindOfficers:
			err = undoOfficers(tx, part, out)
		default:
			err = undoUnits(tx, part, out)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// undoLines removes decisions and a scheme that nobody has touched since.
func undoLines(tx *store.Tx, changes []batchChange, out *UndoResult) error {
	for _, c := range changes {
		now, erase, err := stateOfRecord(tx, c)
		if err != nil {
			return err
		}
		stays := ""
		if now != c.After {
			stays = "đã được sửa sau khi nhập"
		} else if stays, err = erase(tx, c.RecordID); err != nil {
			return err
		}
		if stays != "" {
			out.Kept = append(out.Kept, c.Label+": "+stays)
			continue
		}
		out.Restored++
	}
	return nil
}

func stateOfRecord(tx *store.Tx, c batchChange) (now string, erase func(*store.Tx, string) (string, error), err error) {
	if c.Record == kindLines {
		now, err = assignments.DecisionSnapshot(tx, c.RecordID)
		return now, assignments.Erase, err
	}
	all, err := assignments.Schemes(tx)
	if err != nil {
		return "", nil, err
	}
	for _, s := range all {
		if s.ID == c.RecordID {
			now, err = schemeState(s)
		}
	}
	return now, assignments.EraseScheme, err
}
