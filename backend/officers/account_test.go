package officers

import (
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// accountOf is the id of the test account of a role.
func accountOf(t *testing.T, o *accesstest.Office, role access.Role) (id string) {
	t.Helper()
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		return tx.Raw("SELECT id FROM user_account WHERE login = ?", accesstest.Login(role)).Scan(&id).Error
	})
	return id
}

func addOfficer(t *testing.T, s *Service, name string) string {
	t.Helper()
	got, err := s.Save(
		Input{FullName: name, Post: PostIn{Label: "Chuyên viên", OrgText: "Nơi công tác của " + name, ValidFrom: "2026-01-01"}},
	)
	if err != nil {
		t.Fatal(err)
	}
	return got.Officer.ID
}

// Whatever the role, a person sees their own link and no other; without one there is none.
func TestWhoseAccountItIs(t *testing.T) {
	t.Parallel()
	o := accesstest.Open(t)
	s := New(o.Gate)
	an := addOfficer(t, s, "Nguyễn Mẫu An")
	mine := func(role access.Role) string {
		o.SignOut(t)
		o.SignIn(t, role)
		got, err := s.Mine()
		if err != nil {
			t.Fatal(err)
		}
		return got.OfficerID
	}
	for _, linked := range access.Roles {
		o.SignOut(t)
		o.SignIn(t, access.QuanTri)
		for _, each := range access.Roles {
			officer := ""
			if each.Role == linked.Role {
				officer = an
			}
			if err := s.LinkAccount(accountOf(t, o, each.Role), officer); err != nil {
				t.Fatal(err)
			}
		}
		for _, each := range access.Roles {
			want := ""
			if each.Role == linked.Role {
				want = an
			}
			if got := mine(each.Role); got != want {
				t.Errorf("%s linked: %s is %q, want %q", linked.Role, each.Role, got, want)
			}
		}
	}
}

func TestTwoAccountsOfOneOfficer(t *testing.T) {
	t.Parallel()
	o := accesstest.Open(t)
	s := New(o.Gate)
	an := addOfficer(t, s, "Nguyễn Mẫu An")
	for _, role := range []access.Role{access.QuanTri, access.ChuyenVien} {
		if err := s.LinkAccount(accountOf(t, o, role), an); err != nil {
			t.Fatal(err)
		}
	}
	all, err := s.Accounts()
	if err != nil || len(all) != 2 || all[0].OfficerID != an || all[1].OfficerID != an || all[0].Name != "Nguyễn Mẫu An" {
		t.Fatalf("%+v %v", all, err)
	}
	if err := s.LinkAccount(accountOf(t, o, access.QuanTri), ""); err != nil {
		t.Fatal(err)
	}
	if all, err = s.Accounts(); err != nil || len(all) != 1 || all[0].UserID != accountOf(t, o, access.ChuyenVien) {
		t.Errorf("one link taken away: %+v %v", all, err)
	}
}

// Who retires stays the same person; who lies in the bin is nobody; who is merged goes on under the record that is kept.
func TestLinkFollowsTheOfficer(t *testing.T) {
	t.Parallel()
	o := accesstest.Open(t)
	s := New(o.Gate)
	me := accountOf(t, o, access.QuanTri)
	an, twin := addOfficer(t, s, "Nguyễn Mẫu An"), addOfficer(t, s, "Nguyễn Mẫu Án")
	is := func(when, want string) {
		t.Helper()
		if got, err := s.Mine(); err != nil || got.OfficerID != want {
			t.Errorf("%s: %q, want %q (%v)", when, got.OfficerID, want, err)
		}
	}
	if err := s.LinkAccount(me, an); err != nil {
		t.Fatal(err)
	}
	who, err := s.Get(an, "2026-02-01")
	if err != nil {
		t.Fatal(err)
	}
	post := PostIn{
		ID:        who.Posts[0].ID,
		OfficerID: an,
		Label:     "Chuyên viên",
		OrgText:   "Nơi công tác mẫu",
		ValidFrom: "2026-01-01",
		ValidTo:   "2026-02-01",
	}
	if _, err := s.SavePost(post); err != nil {
		t.Fatal(err)
	}
	is("the only post has ended", an)
	if err := s.Delete(an); err != nil {
		t.Fatal(err)
	}
	is("in the bin", "")
	if all, err := s.Accounts(); err != nil || len(all) != 1 || !all[0].Binned {
		t.Errorf("the administrator does not see why: %+v %v", all, err)
	}
	if err := s.LinkAccount(me, an); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("linked with an officer in the bin: %v", err)
	}
	if _, err := s.Restore(an); err != nil {
		t.Fatal(err)
	}
	is("taken back", an)
	if _, err := s.Merge(twin, an); err != nil {
		t.Fatal(err)
	}
	is("merged", twin)
	if err := s.LinkAccount("khong-co", twin); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("an account that is not there: %v", err)
	}
	if err := s.LinkAccount(me, "khong-co"); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("an officer who is not there: %v", err)
	}
}
