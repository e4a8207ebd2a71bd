// Solutions of spec.py's families; see AUTHORING.md.

//: family count_bits
//: what=run
import java.util.stream.Stream;

//: end
final class CountBits {
    static int countBits(int number) {
        return Integer.bitCount(number); //: what=ones
        //: what=zeros
        int length = Integer.SIZE - Integer.numberOfLeadingZeros(number);
        return length - Integer.bitCount(number);
        //: what=run
        return Stream.of(Integer.toBinaryString(number).split("0"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        //: what=trailing
        return number == 0 ? 0 : Integer.numberOfTrailingZeros(number);
        //: end
    }
}

//: family flags
import java.util.Arrays;
import java.util.List;

final class Flags {
    private enum Permission {
        READ(4), WRITE(2), EXECUTE(1); //: bits=unix
        READ(1), WRITE(2), EXECUTE(4); //: bits=rising

        private final int bit;

        Permission(int bit) {
            this.bit = bit;
        }
    }

    static List<String> flags(int mask) {
        return Arrays.stream(Permission.values())
                .filter(permission -> (mask & permission.bit) != 0)
                .map(permission -> permission.name().toLowerCase())
                .toList();
    }
}

//: family set_bits
final class SetBits {
    static int setBits(int number, int[] places) {
        int bits = number;
        for (int place : places) {
            bits |= 1 << place; //: how=set
            bits &= ~(1 << place); //: how=clear
            bits ^= 1 << place; //: how=flip
        }
        return bits;
    }
}

//: family parse_color
final class ParseColor {
    record Color(int red, int green, int blue) {}

    static Color parseColor(String text) {
        String hex = "[0-9A-Fa-f]";
        String digits = text; //: form=bare
        String digits = text.replaceFirst("^#", ""); //: form!=bare
        boolean matches = text.matches(hex + "{6}"); //: form=bare
        boolean matches = text.matches("#" + hex + "{6}"); //: form=long
        //: form=both
        boolean matches = text.matches("#(?:" + hex + "{3}){1,2}");
        if (digits.length() == 3) {
            digits = digits.replaceAll("(.)", "$1$1");
        }
        //: end
        if (!matches) {
            throw new IllegalArgumentException("not a colour: '" + text + "'");
        }
        int color = Integer.parseInt(digits, 16);
        return new Color(color >> 16, color >> 8 & 0xFF, color & 0xFF);
    }
}

//: family mix_colors
final class MixColors {
    static int mixColors(int first, int second) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = first >> shift & 0xFF;
            int b = second >> shift & 0xFF;
            mixed = mixed << 8 | (a + b) / 2; //: mix=mean
            mixed = mixed << 8 | Math.max(a, b); //: mix=lighter
            mixed = mixed << 8 | Math.min(a + b, 0xFF); //: mix=add
        }
        return mixed;
    }
}

//: family checksum
import java.util.Arrays;

final class Checksum {
    static int checksum(int[] data) {
        return Arrays.stream(data).reduce(0, (a, b) -> a ^ b); //: method=xor
        return Arrays.stream(data).sum() & 0xFF; //: method=sum
        return -Arrays.stream(data).sum() & 0xFF; //: method=complement
    }
}

//: family to_hex
final class ToHex {
    static String toHex(int[] data) {
        StringBuilder dump = new StringBuilder();
        for (int i = 0; i < data.length; i++) {
            //: joined=colon
            if (i > 0) {
                dump.append(':');
            }
            //: joined=pairs
            if (i > 0 && i % 2 == 0) {
                dump.append(' ');
            }
            //: end
            dump.append(String.format("%02x", data[i])); //: case=small
            dump.append(String.format("%02X", data[i])); //: case=capital
        }
        return dump.toString();
    }
}

//: family from_hex
import java.util.List;
import java.util.regex.Pattern;

final class FromHex {
    private static final Pattern PAIR = Pattern.compile("[0-9A-Fa-f]{2}");

    static List<Integer> fromHex(String text) {
        if (!text.matches("(?:[0-9A-Fa-f]{2})*")) { //: spaces=none
        if (!text.matches(" *(?:[0-9A-Fa-f]{2} *)*")) { //: spaces=any
            throw new IllegalArgumentException("not hexadecimal: '" + text + "'");
        }
        return PAIR.matcher(text).results()
                .map(pair -> Integer.parseInt(pair.group(), 16))
                .toList();
    }
}

//: family caesar
final class Caesar {
    static String caesar(String text, int shift) {
        StringBuilder shifted = new StringBuilder();
        for (char letter : text.toCharArray()) {
            if (letter >= 'a' && letter <= 'z') {
                shifted.append(rotate(letter, 'a', 26, shift));
            //: letters!=small
            } else if (letter >= 'A' && letter <= 'Z') {
                shifted.append(rotate(letter, 'A', 26, shift));
            //: letters=digits
            } else if (letter >= '0' && letter <= '9') {
                shifted.append(rotate(letter, '0', 10, shift));
            //: end
            } else {
                shifted.append(letter);
            }
        }
        return shifted.toString();
    }

    private static char rotate(char letter, char first, int size, int shift) {
        return (char) (first + Math.floorMod(letter - first + shift, size));
    }
}

//: family xor_cipher
final class XorCipher {
    static int[] xorCipher(int[] data, int[] key) {
        if (key.length == 0) {
            throw new IllegalArgumentException("the key is empty");
        }
        int[] result = new int[data.length];
        for (int i = 0; i < data.length; i++) {
            result[i] = data[i] ^ key[i % key.length];
            //: rule=chain
            if (i > 0) {
                result[i] ^= result[i - 1];
            }
            //: end
        }
        return result;
    }
}

//: family encode_runs
import java.util.regex.Pattern;

final class EncodeRuns {
    private static final Pattern RUN = Pattern.compile("(.)\\1*"); //: single!=omit
    private static final Pattern RUN = Pattern.compile("(.)\\1+"); //: single=omit

    static String encodeRuns(String text) {
        String encoded = RUN.matcher(text)
                .replaceAll(run -> run.group(1) + run.group().length());
        return encoded; //: single!=shorter
        return encoded.length() < text.length() ? encoded : text; //: single=shorter
    }
}

//: family decode_runs
import java.util.regex.Pattern;

final class DecodeRuns {
    private static final Pattern RUN = Pattern.compile("([A-Za-z])([0-9]+)");

    static String decodeRuns(String text) {
        if (!text.matches("(?:[A-Za-z][0-9]+)*")) { //: missing=required
        if (!text.matches("(?:[A-Za-z][0-9]*)*")) { //: missing=one
            throw new IllegalArgumentException("malformed: '" + text + "'");
        }
        return RUN.matcher(text)
                .replaceAll(run -> run.group(1).repeat(Integer.parseInt(run.group(2))));
    }
}

//: family to_base
final class ToBase {
    static String toBase(int number, int base) {
        //: negative=never
        if (number < 0) {
            throw new IllegalArgumentException("number must not be negative");
        }
        //: end
        return Integer.toString(number, base); //: digits=small
        return Integer.toString(number, base).toUpperCase(); //: digits=capital
    }
}

//: family from_base
final class FromBase {
    static int fromBase(String text, int base) {
        String plain = text; //: underscores=no
        //: underscores=yes
        String plain = text.replaceAll("(?<=[0-9A-Fa-f])_(?=[0-9A-Fa-f])", "");
        //: end
        try {
            return Integer.parseInt(plain, base);
        } catch (NumberFormatException error) {
            throw new IllegalArgumentException("not a number: '" + text + "'");
        }
    }
}

//: family gray_code
import java.util.stream.IntStream;

final class GrayCode {
    static IntStream grayCode(int bits) {
        int last = (1 << bits) - 1;
        return IntStream.rangeClosed(0, last)
                .map(i -> last - i) //: which=inverse
                .map(i -> i ^ i >> 1);
    }
}

//: family pack
final class Pack {
    static int pack(int[] values) {
        int packed = 0;
        for (int i = 0; i < values.length; i++) {
            packed |= values[i] << (8 * i); //: first=little
            packed |= values[i] << (24 - 8 * i); //: first=big
        }
        return packed;
    }
}
