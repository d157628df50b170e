package access

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// passwordCost is the work of one check; argon2id with one lane.
type passwordCost struct{ passes, memoryKiB uint32 }

// defaultCost takes about a tenth of a second on an office PC.
var defaultCost = passwordCost{passes: 3, memoryKiB: 64 * 1024}

const (
	saltBytes   = 16
	keyBytes    = 32
	minPassword = 8 // characters
)

// hash makes the PHC string of a password.
func (c passwordCost) hash(password string) string {
	salt := make([]byte, saltBytes)
	_, _ = rand.Read(salt) // crypto/rand never fails; it ends the program instead
	key := argon2.IDKey([]byte(password), salt, c.passes, c.memoryKiB, 1, keyBytes)
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=1$%s$%s", argon2.Version, c.memoryKiB, c.passes, b64(salt), b64(key))
}

// verify tells whether password belongs to the PHC string and whether the string was made with another cost.
func (c passwordCost) verify(phc, password string) (good, outdated bool) {
	parts := strings.Split(phc, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false, false
	}
	var made passwordCost
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=1", &made.memoryKiB, &made.passes); err != nil {
		return false, false
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	if err != nil {
		return false, false
	}
	want, err := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil || len(want) == 0 {
		return false, false
	}
	got := argon2.IDKey([]byte(password), salt, made.passes, made.memoryKiB, 1, uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1, made != c
}

// checkPassword refuses a password that is too weak to protect an office PC.
func checkPassword(f *fault.Fields, field, login, password string) {
	switch {
	case password == "":
		f.Add(field, fmt.Sprintf("Hãy đặt mật khẩu, ít nhất %d ký tự.", minPassword))
	case utf8.RuneCountInString(password) < minPassword:
		f.Add(field, fmt.Sprintf("Mật khẩu cần ít nhất %d ký tự.", minPassword))
	case store.Fold(password) == store.Fold(login):
		f.Add(field, "Mật khẩu không được trùng tên đăng nhập.")
	}
}
