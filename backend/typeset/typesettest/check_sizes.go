package typesettest

import (
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/typeset"
)

type look struct {
	sizes []float64
	style typeset.FontStyle
}

// looks are sizes and weights of document-format §2.2 and §3.2.
func looks(p document.Profile) map[typeset.Role]look {
	body := []float64{p.BodySize}
	both := map[typeset.Role]look{
		typeset.RoleNation:   {[]float64{15}, typeset.Bold},
		typeset.RoleStar:     {[]float64{14}, typeset.Regular},
		typeset.RoleSuperior: {[]float64{14}, typeset.Regular},
		typeset.RoleIssuer:   {[]float64{14}, typeset.Bold},
		typeset.RoleNumber: {
			[]float64{14},
			typeset.Regular,
		},
		typeset.RoleDate:    {[]float64{14}, typeset.Italic},
		typeset.RoleType:    {[]float64{15, 16}, typeset.Bold},
		typeset.RoleSubject: {[]float64{14, 15}, typeset.Bold},
		typeset.RoleDashes: {
			[]float64{14},
			typeset.Bold,
		},
		typeset.RoleRight:     {[]float64{14}, typeset.Bold},
		typeset.RoleName:      {[]float64{14}, typeset.Bold},
		typeset.RolePage:      {[]float64{14}, typeset.Regular},
		typeset.RoleTableHead: {[]float64{11, 12}, typeset.Bold},
		typeset.RoleContact:   {[]float64{10}, typeset.Regular},
	}
	if !p.IsParty() {
		both[typeset.RoleNation], both[typeset.RoleMotto] = look{[]float64{12, 13}, typeset.Bold}, look{[]float64{13, 14}, typeset.Bold}
		both[typeset.RoleSuperior], both[typeset.RoleIssuer] = look{
			[]float64{12, 13},
			typeset.Regular,
		}, look{
			[]float64{12, 13},
			typeset.Bold,
		}
		both[typeset.RoleNumber], both[typeset.RoleType] = look{[]float64{13}, typeset.Regular}, look{[]float64{13, 14}, typeset.Bold}
	}
	both[typeset.RoleHeading] = look{body, 0xff}
	both[typeset.RoleBody] = look{body, 0xff}
	return both
}

func checkSizes(t *testing.T, l *typeset.Layout) {
	t.Helper()
	rules := looks(l.Profile)
	for n, pg := range l.Pages {
		for _, item := range pg.Texts {
			rule, known := rules[item.Role]
			if !known {
				continue
			}
			found := false
			for _, size := range rule.sizes {
				found = found || size == item.Size
			}
			if !found || (rule.style != 0xff && rule.style != item.Style) {
				t.Errorf(
					"HD 05, annex 2; NĐ 30, Phụ lục I: page %d: %s %q is %.1f pt style %d, want %v style %d",
					n+1,
					item.Role,
					item.Text,
					item.Size,
					item.Style,
					rule.sizes,
					rule.style,
				)
			}
		}
	}
}
