package exchange

import (
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
)

func TestThePageImportsAFileItHandedOver(t *testing.T) {
	t.Parallel()
	o := accesstest.Open(t)
	s := New(o.Gate)
	give := func(name, text string) string {
		return o.Gate.Files().Put(name, "application/octet-stream", []byte(text))
	}
	if _, err := s.Open(kindUnits, "không có"); !fault.Is(err, fault.CodeNotFound) {
		t.Fatalf("got %v", err)
	}
	if _, err := s.Open("khác", give("a.csv", "x")); !fault.Is(err, fault.CodeInvalid) {
		t.Fatalf("got %v", err)
	}
	opened, err := s.Open(kindUnits, give(`C:\Nhà\ds.csv`, "Mã,Tên,Cấp,Mã TP,Tỉnh\n1,Xã A,Xã,9,Tỉnh Mẫu\n2,Xã B,Xã,9,Tỉnh Mẫu\n"))
	if err != nil || opened.Name != "ds.csv" || opened.Rows != 2 {
		t.Fatalf("%+v %v", opened, err)
	}
	if _, err := s.PreviewOfficers(opened.Token, OfficerOptions{AsOf: "2024-01-01"}, LineFilter{}); !fault.Is(err, fault.CodeNotFound) {
		t.Fatalf("a list of units was taken for officers: %v", err)
	}
	if _, err := s.PreviewUnits(opened.Token, UnitOptions{}, LineFilter{}); !strings.Contains(err.Error(), "ngày tính đến") {
		t.Fatalf("got %v", err)
	}
	o1 := UnitOptions{AsOf: "2024-01-01"}
	page, err := s.PreviewUnits(opened.Token, o1, LineFilter{Class: ClassNew, Search: "xa b"})
	if err != nil || page.Total != 1 || page.Preview.Lines[0].Name != "Xã B" {
		t.Fatalf("%+v %v", page, err)
	}
	b, err := s.ImportUnits(opened.Token, o1)
	if err != nil || b.Created != 3 {
		t.Fatalf("%+v %v", b, err)
	}
	if list, err := s.Batches(); err != nil || len(list) != 1 || !list[0].Last {
		t.Fatalf("%+v %v", list, err)
	}
	if r, err := s.Undo(b.ID); err != nil || r.Restored != 3 {
		t.Fatalf("%+v %v", r, err)
	}
	made, err := s.Export(Sheet{Title: "Danh sách cán bộ", Columns: []string{"Tên"}, Rows: [][]string{{"A"}}})
	if err != nil || made.Name != "danh-sach-can-bo-20261122.xlsx" {
		t.Fatalf("%+v %v", made, err)
	}
	o.SignIn(t, access.LanhDao)
	if _, err := s.ImportUnits(opened.Token, o1); !fault.Is(err, fault.CodeForbidden) {
		t.Fatalf("a reader imported: %v", err)
	}
	o.SignIn(t, access.QuanTri)
	if _, err := s.ImportUnits(opened.Token, o1); !fault.Is(err, fault.CodeNotFound) {
		t.Fatalf("a file that was opened in an earlier session was imported: %v", err)
	}
}
