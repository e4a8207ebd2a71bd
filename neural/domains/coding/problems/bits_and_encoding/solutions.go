package solutions

//: family count_bits
import "math/bits" //: what!=run

func CountBits(number int) int {
	return bits.OnesCount(uint(number)) //: what=ones
	return bits.Len(uint(number)) - bits.OnesCount(uint(number)) //: what=zeros
	//: what=run
	longest, run := 0, 0
	for ; number > 0; number >>= 1 {
		if number&1 == 1 {
			run++
		} else {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
	//: what=trailing
	if number == 0 {
		return 0
	}
	return bits.TrailingZeros(uint(number))
	//: end
}

//: family flags
const (
	read    = 4 //: bits=unix
	write   = 2
	execute = 1 //: bits=unix
	read    = 1 //: bits=rising
	execute = 4 //: bits=rising
)

func Flags(mask int) []string {
	var names []string
	if mask&read != 0 {
		names = append(names, "read")
	}
	if mask&write != 0 {
		names = append(names, "write")
	}
	if mask&execute != 0 {
		names = append(names, "execute")
	}
	return names
}

//: family set_bits
func SetBits(number int, places []int) int {
	for _, place := range places {
		number |= 1 << place //: how=set
		number &^= 1 << place //: how=clear
		number ^= 1 << place //: how=flip
	}
	return number
}

//: family parse_color
import (
	"fmt"
	"regexp"
	"strconv"
)

var long = regexp.MustCompile(`^#([0-9A-Fa-f]{6})$`) //: form!=bare
var long = regexp.MustCompile(`^([0-9A-Fa-f]{6})$`) //: form=bare
var short = regexp.MustCompile(`^#(.)(.)(.)$`) //: form=both

func ParseColor(text string) (red, green, blue int, err error) {
	match := long.FindStringSubmatch(text) //: form!=both
	match := long.FindStringSubmatch(short.ReplaceAllString(text, "#$1$1$2$2$3$3")) //: form=both
	if match == nil {
		return 0, 0, 0, fmt.Errorf("not a colour: '%s'", text)
	}
	color, err := strconv.ParseInt(match[1], 16, 32)
	return int(color >> 16), int(color >> 8 & 0xFF), int(color & 0xFF), err
}

//: family mix_colors
func MixColors(first, second int) int {
	mixed := 0
	for shift := 16; shift >= 0; shift -= 8 {
		a, b := first>>shift&0xFF, second>>shift&0xFF
		mixed = mixed<<8 | (a+b)/2 //: mix=mean
		mixed = mixed<<8 | max(a, b) //: mix=lighter
		mixed = mixed<<8 | min(a+b, 0xFF) //: mix=add
	}
	return mixed
}

//: family checksum
func Checksum(data []byte) byte {
	var check byte
	for _, each := range data {
		check ^= each //: method=xor
		check += each //: method=sum
		check -= each //: method=complement
	}
	return check
}

//: family to_hex
import (
	"fmt"
	"strings"
)

func ToHex(data []byte) string {
	var dump strings.Builder
	for _, each := range data { //: joined=together
	for i, each := range data { //: joined!=together
		//: joined=colon
		if i > 0 {
			dump.WriteByte(':')
		}
		//: joined=pairs
		if i > 0 && i%2 == 0 {
			dump.WriteByte(' ')
		}
		//: end
		fmt.Fprintf(&dump, "%02x", each) //: case=small
		fmt.Fprintf(&dump, "%02X", each) //: case=capital
	}
	return dump.String()
}

//: family from_hex
import (
	"encoding/hex"
	"fmt"
	"strings" //: spaces=any
)

func FromHex(text string) ([]byte, error) {
	//: spaces=none
	data, err := hex.DecodeString(text)
	if err != nil {
		return nil, fmt.Errorf("not hexadecimal: '%s'", text)
	}
	return data, nil
	//: spaces=any
	var data []byte
	for _, part := range strings.Split(text, " ") {
		decoded, err := hex.DecodeString(part)
		if err != nil {
			return nil, fmt.Errorf("not hexadecimal: '%s'", text)
		}
		data = append(data, decoded...)
	}
	return data, nil
	//: end
}

//: family caesar
import "strings"

func Caesar(text string, shift int) string {
	return strings.Map(func(letter rune) rune {
		switch {
		case 'a' <= letter && letter <= 'z':
			return rotate(letter, 'a', 26, shift)
		//: letters!=small
		case 'A' <= letter && letter <= 'Z':
			return rotate(letter, 'A', 26, shift)
		//: letters=digits
		case '0' <= letter && letter <= '9':
			return rotate(letter, '0', 10, shift)
		//: end
		}
		return letter
	}, text)
}

func rotate(letter, first rune, size, shift int) rune {
	place := (int(letter-first) + shift) % size
	return first + rune((place+size)%size)
}

//: family xor_cipher
import "errors"

func XorCipher(data, key []byte) ([]byte, error) {
	if len(key) == 0 {
		return nil, errors.New("the key is empty")
	}
	result := make([]byte, len(data))
	for i, each := range data {
		result[i] = each ^ key[i%len(key)]
		//: rule=chain
		if i > 0 {
			result[i] ^= result[i-1]
		}
		//: end
	}
	return result, nil
}

//: family encode_runs
import (
	"fmt"
	"strings"
)

func EncodeRuns(text string) string {
	var encoded strings.Builder
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && text[end] == text[start] {
			end++
		}
		//: single!=omit
		fmt.Fprintf(&encoded, "%c%d", text[start], end-start)
		//: single=omit
		encoded.WriteByte(text[start])
		if end-start > 1 {
			fmt.Fprint(&encoded, end-start)
		}
		//: end
		start = end
	}
	//: single=shorter
	if encoded.Len() >= len(text) {
		return text
	}
	//: end
	return encoded.String()
}

//: family decode_runs
import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var (
	form = regexp.MustCompile(`^([A-Za-z][0-9]+)*$`) //: missing=required
	form = regexp.MustCompile(`^([A-Za-z][0-9]*)*$`) //: missing=one
	run  = regexp.MustCompile(`([A-Za-z])([0-9]*)`)
)

func DecodeRuns(text string) (string, error) {
	if !form.MatchString(text) {
		return "", fmt.Errorf("malformed: '%s'", text)
	}
	var decoded strings.Builder
	for _, match := range run.FindAllStringSubmatch(text, -1) {
		count, err := strconv.Atoi(match[2])
		//: missing=required
		if err != nil {
			return "", err
		}
		//: missing=one
		if err != nil {
			count = 1
		}
		//: end
		decoded.WriteString(strings.Repeat(match[1], count))
	}
	return decoded.String(), nil
}

//: family to_base
//: negative=sign and digits=small
import "strconv"

//: negative=sign and digits=capital
import (
	"strconv"
	"strings"
)

//: negative=never and digits=small
import (
	"errors"
	"strconv"
)

//: negative=never and digits=capital
import (
	"errors"
	"strconv"
	"strings"
)

//: negative=sign
func ToBase(number, base int) string {
	return strconv.FormatInt(int64(number), base) //: digits=small and negative=sign
	return strings.ToUpper(strconv.FormatInt(int64(number), base)) //: digits=capital and negative=sign
}
//: negative=never
func ToBase(number, base int) (string, error) {
	if number < 0 {
		return "", errors.New("number must not be negative")
	}
	return strconv.FormatInt(int64(number), base), nil //: digits=small
	return strings.ToUpper(strconv.FormatInt(int64(number), base)), nil //: digits=capital
}
//: end

//: family from_base
import (
	"fmt"
	"regexp" //: underscores=yes
	"strconv"
)

//: underscores=yes
var between = regexp.MustCompile(`([0-9A-Fa-f])_`)

//: end
func FromBase(text string, base int) (int, error) {
	//: underscores=no
	number, err := strconv.ParseUint(text, base, 31)
	//: underscores=yes
	plain := text
	if len(text) > 0 && text[len(text)-1] != '_' {
		plain = between.ReplaceAllString(text, "$1")
	}
	number, err := strconv.ParseUint(plain, base, 31)
	//: end
	if err != nil {
		return 0, fmt.Errorf("not a number: '%s'", text)
	}
	return int(number), nil
}

//: family gray_code
func GrayCode(bits int) []int {
	codes := make([]int, 1<<bits)
	for i := range codes {
		codes[i] = i ^ i>>1 //: which=reflected
		codes[len(codes)-1-i] = i ^ i>>1 //: which=inverse
	}
	return codes
}

//: family pack
func Pack(values []int) int {
	packed := 0
	for i, value := range values {
		packed |= value << (8 * i) //: first=little
		packed |= value << (24 - 8*i) //: first=big
	}
	return packed
}
