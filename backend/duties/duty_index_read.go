package duties

import (
	"encoding/json"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// allTypes stands for "any type".
const allTypes = ^uint64(0)

var typeBitOf = func() map[string]uint64 {
	m := map[string]uint64{}
	for _, code := range []string{
		units.Tinh, units.ThanhPhoTW, units.Huyen, units.Quan, units.ThiXa, units.ThanhPho, units.TieuVung, units.Xa,
		units.Phuong, units.ThiTran, units.DacKhu, units.Ap, units.KhuPho, units.KhuVuc, units.Thon, units.Ban, units.Lang,
		units.Khom, units.ToDanPho, units.ToNDTQ, units.CumHo, units.Ho, units.DangBoTinh, units.DangBoHuyen,
		units.DangBoXa, units.DangBoCoSo, units.ChiBoCoSo, units.ChiBo,
	} {
		m[code] = 1 << len(m)
	}
	return m
}()

func typeBits(codes []string) uint64 {
	if len(codes) == 0 {
		return allTypes
	}
	var bits uint64
	for _, code := range codes {
		bits |= typeBitOf[code]
	}
	return bits
}

// readNearby finds what has to be known for a few units: themselves, and all that is above them or linked to these. Reading
// a province for one commune's page would cost more than the page.
func (x *DutyIndex) readNearby(tx *store.Tx) error {
	if x.Filter.TargetIDs == nil {
		return nil
	}
	targets, err := json.Marshal(x.Filter.TargetIDs)
	if err != nil {
		return err
	}
	var ids []string
	err = tx.Raw(`WITH RECURSIVE near(id) AS (
  SELECT value FROM json_each(?1)
  UNION SELECT v.parent_id FROM near JOIN unit_version v ON v.unit_id = near.id WHERE v.parent_id <> ''
  UNION SELECT t.unit_id FROM near JOIN unit_territory t ON t.org_id = near.id
  UNION SELECT t.org_id FROM near JOIN unit_territory t ON t.unit_id = near.id
) SELECT id FROM near`, string(targets)).Scan(&ids).Error
	if err != nil {
		return err
	}
	near, err := json.Marshal(ids)
	x.nearbyJSON = string(near)
	return err
}

func (x *DutyIndex) readUnits(tx *store.Tx) error {
	return store.ReadPacked(
		tx.Raw(
			`SELECT `+store.Packed("v.unit_id", "u.tree", "u.deleted_at", "v.type", "v.parent_id", "v.valid_from", "v.valid_to")+`
FROM unit_version v JOIN unit u ON u.id = v.unit_id WHERE ?1 = '' OR v.unit_id IN (SELECT value FROM json_each(?1))`,
			x.nearbyJSON,
		),
		7,
		func(f []string) {
			i := x.addUnit(f[0])
			p := &x.units[i]
			p.party, p.deleted = f[1] == units.TreeParty, f[2] != ""
			s := indexedVersion{span: rangeOf(f[5], f[6]), parent: -1, typeBit: typeBitOf[f[3]]}
			if f[4] != "" {
				s.parent = x.addUnit(f[4])
				p = &x.units[i] // the list may have moved
			}
			p.versions = append(p.versions, s)
		},
	)
}

func (x *DutyIndex) addUnit(id string) int32 {
	i := addKey(x.unitIndexes, &x.UnitIDs, id)
	if int(i) == len(x.units) {
		x.units = append(x.units, indexedUnit{})
	}
	return i
}

func rangeOf(from, to string) dates.DayRange {
	return dates.DayRangeOf(dates.Span{From: dates.Date(from), To: dates.Date(to)})
}

func (x *DutyIndex) readLinks(tx *store.Tx) error {
	return store.ReadPacked(
		tx.Raw(
			`SELECT `+store.Packed("org_id", "unit_id", "valid_from", "valid_to")+`
FROM unit_territory
WHERE ?1 = '' OR org_id IN (SELECT value FROM json_each(?1)) OR unit_id IN (SELECT value FROM json_each(?1))`,
			x.nearbyJSON,
		),
		4,
		func(f []string) {
			org, unit, span := x.addUnit(f[0]), x.addUnit(f[1]), rangeOf(f[2], f[3])
			x.links[org] = append(x.links[org], link{unit, span})
			x.links[unit] = append(x.links[unit], link{org, span})
		},
	)
}

func (x *DutyIndex) readSuspensions(tx *store.Tx) error {
	var rows []Suspension
	if err := tx.Order("valid_from, id").Find(&rows).Error; err != nil {
		return err
	}
	for _, r := range rows {
		p := suspendedDays{span: dates.DayRangeOf(r.Span()), scope: -1, activity: r.Activity}
		if r.ScopeUnitID != "" {
			p.scope = indexOf(x.unitIndexes, r.ScopeUnitID)
		}
		x.suspended = append(x.suspended, p)
	}
	return nil
}

func (x *DutyIndex) readTeams(tx *store.Tx) error {
	var rows []struct {
		TeamID, OfficerID  string
		Lead               bool
		ValidFrom, ValidTo string
	}
	if err := tx.Raw("SELECT team_id, officer_id, lead, valid_from, valid_to FROM team_member ORDER BY id").Scan(&rows).Error; err != nil {
		return err
	}
	for _, r := range rows {
		team := x.addTeam(r.TeamID)
		x.Teams[team] = append(
			x.Teams[team],
			Member{addKey(x.officerIndexes, &x.OfficerIDs, r.OfficerID), r.Lead, rangeOf(r.ValidFrom, r.ValidTo)},
		)
	}
	return nil
}

func (x *DutyIndex) addTeam(id string) int32 {
	i := addKey(x.teamIndexes, &x.TeamIDs, id)
	if int(i) == len(x.Teams) {
		x.Teams = append(x.Teams, nil)
	}
	return i
}

func (x *DutyIndex) readAssigned(tx *store.Tx) error {
	kinds := map[string]int32{}
	var ids []string
	if err := tx.Raw("SELECT id FROM scheme_kind ORDER BY id").Scan(&ids).Error; err != nil {
		return err
	}
	for i, id := range ids {
		kinds[id] = int32(i)
	}
	err := store.ReadPacked(
		tx.Raw(
			`SELECT `+store.Packed("id", "kind_id", "officer_id", "team_id", "target_id", "valid_from", "valid_to")+`
FROM assignment WHERE deleted_at = '' AND (?1 = '' OR target_id IN (SELECT value FROM json_each(?1)))`,
			x.nearbyJSON,
		),
		7,
		func(f []string) {
			p := Assigned{ID: f[0], Officer: -1, Team: -1, Unit: x.addUnit(f[4]), kind: kinds[f[1]], Range: rangeOf(f[5], f[6])}
			if f[2] != "" {
				p.Officer = addKey(x.officerIndexes, &x.OfficerIDs, f[2])
			} else {
				p.Team = x.addTeam(f[3])
			}
			x.Assigned = append(x.Assigned, p)
		},
	)
	return err
}

// versionOn is the version of a unit in force on the day, or nil.
func (x *DutyIndex) versionOn(unit, day int32) *indexedVersion {
	versions := x.units[unit].versions
	for i := range versions {
		if versions[i].span.Contains(day) {
			return &versions[i]
		}
	}
	return nil
}

// Paused tells whether duties of the activity at the place are suspended on the day.
func (x *DutyIndex) Paused(unit int32, activity Activity, day int32) bool {
	for i := range x.suspended {
		p := &x.suspended[i]
		if p.span.Contains(day) && (p.activity == "" || p.activity == activity) && (p.scope == -1 || x.stepInto(unit, p.scope, day) >= 0) {
			return true
		}
	}
	return false
}

// Inside tells whether the unit lies under Filter.UnderID on the day, by the rule of units.Reach.
func (x *DutyIndex) Inside(unit, day int32) bool {
	return x.scopeUnit == -1 || x.stepInto(unit, x.scopeUnit, day) >= 0
}

// Upper is the unit right below Filter.UnderID (or below the top of the tree) in which the unit lies: the unit itself when
// nothing stands between. The unit must be Inside.
func (x *DutyIndex) Upper(unit, day int32) int32 { return x.stepInto(unit, x.scopeUnit, day) }

// stepInto climbs from a unit to a scope and gives the last unit before it; -1 when the scope is not above. A unit also
// lies where the units of the other tree lie that a link joins, on the day, to it or to what is above it. It is units.Reach
// from below and for one day; a test holds them equal. Scope -1 is the top.
func (x *DutyIndex) stepInto(unit, scope, day int32) int32 {
	if step := x.climbTo(unit, scope, day); step >= 0 {
		return step
	}
	for at, depth := unit, 0; at >= 0 && depth < maxLevels; depth++ {
		for _, l := range x.links[at] {
			if l.span.Contains(day) {
				if step := x.climbTo(l.other, scope, day); step >= 0 {
					return step
				}
			}
		}
		v := x.versionOn(at, day)
		if v == nil {
			break
		}
		at = v.parent
	}
	return -1
}

// mostLevels is more than a tree has: province, district, commune, hamlet, group, cluster, household.
const maxLevels = 12

func (x *DutyIndex) climbTo(unit, scope, day int32) int32 {
	before, at := unit, unit
	for range maxLevels {
		if at == scope {
			return before
		}
		v := x.versionOn(at, day)
		if v == nil || v.parent < 0 {
			if scope == -1 && v != nil {
				return before
			}
			return -1
		}
		if scope == -1 {
			if above := x.versionOn(v.parent, day); above == nil || above.parent < 0 {
				return at
			}
		}
		before, at = at, v.parent
	}
	return -1
}

// EachServed visits the units for which a meeting hosted by a unit counts: itself, and the units it is linked to on the
// day.
func (x *DutyIndex) EachServed(host, day int32, visit func(unit int32)) {
	visit(host)
	for _, l := range x.links[host] {
		if l.span.Contains(day) {
			visit(l.other)
		}
	}
}

// UnitIndex gives the number of a unit, -1 when no duty knows it.
func (x *DutyIndex) UnitIndex(id string) int32 {
	if i, known := x.unitIndexes[id]; known {
		return i
	}
	return -1
}

// OfficerIndex gives the number of an officer, -1 when no duty knows the officer.
func (x *DutyIndex) OfficerIndex(id string) int32 {
	if i, known := x.officerIndexes[id]; known {
		return i
	}
	return -1
}

// HostIDs lists the units whose meetings can count for the duties: the units of the duties and what they are linked to.
func (x *DutyIndex) HostIDs() []string {
	seen := map[int32]bool{}
	for i := range x.Duties {
		seen[x.Duties[i].Unit] = true
	}
	for i := range x.Duties {
		for _, l := range x.links[x.Duties[i].Unit] {
			seen[l.other] = true
		}
	}
	ids := make([]string, 0, len(seen))
	for u := range seen {
		ids = append(ids, x.UnitIDs[u])
	}
	slices.Sort(ids)
	return ids
}
